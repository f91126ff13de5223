package metric_test

import (
	"fmt"

	"resumax/language/metric"
)

func ExampleRead() {
	for _, m := range metric.Read("In 2024, moved 11 services to Java 21, for ~80k req/s at a p95 of 120 ms") {
		fmt.Printf("%q: %g, %s, rough %v, %q\n", m.Text, m.Value, m.Kind, m.Rough, m.Percentile)
	}
	// Output:
	// "11 services": 11, count, rough false, ""
	// "~80k req/s": 80000, rate, rough true, ""
	// "120 ms": 0.12, time, rough false, "p95"
}

func ExampleChanges() {
	text := "Cut p95 query latency from 900 ms to 120 ms and the bill by 55%"
	for _, c := range metric.Changes(text, metric.Tokens(text), metric.Read(text)) {
		factor, ok := c.Factor(true)
		fmt.Printf("%s: times %.2f, %v\n", c.What, factor, ok)
	}
	// Output:
	// p95 query latency: times 0.13, true
	// bill: times 0.45, true
}

func ExampleChange_Contradicts() {
	text := "Reduced build time from 10 to 4 minutes, by 80%"
	for _, c := range metric.Changes(text, metric.Tokens(text), metric.Read(text)) {
		right, contradicts := c.Contradicts()
		fmt.Println(contradicts, right)
	}
	// Output:
	// true 60
}
