package main

import (
	"fmt"
	"slices"
	"strings"
	"text/tabwriter"
)

// samples are measurements of one thing.
type samples []float64

// quantile is the value that the part q of the samples lies under.
func (s samples) quantile(q float64) float64 {
	sorted := slices.Sorted(slices.Values(s))
	return sorted[int(q*float64(len(sorted)-1)+0.5)]
}

func (s samples) median() float64 { return s.quantile(0.5) }

// table shows the results, each beside the first's: medians, half the distance
// between the quartiles behind them, and how many times the first's it is.
func table(results []*result) string {
	var b strings.Builder
	w := tabwriter.NewWriter(&b, 0, 0, 2, ' ', 0)
	fmt.Fprintln(w, "tool\twarm ms\t×\tprocess ms\t×\tpeak MB\t×\tsize kB\t×\tpages\ttagged")
	first := results[0]
	for _, r := range results {
		if r.failed != nil {
			fmt.Fprintf(w, "%s\tnot measured: %s\n", r.tool.name, firstLine(r.failed.Error()))
			continue
		}
		var size samples
		if r.tool.prints {
			size = samples{float64(len(r.pdf)) / 1000}
		}
		fmt.Fprintf(w, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", r.tool.name, r.warm.beside(first.warm), r.process.beside(first.process),
			r.memory.beside(first.memory), size.beside(samples{float64(len(first.pdf)) / 1000}), r.facts.pages, r.facts.tagged)
	}
	w.Flush()
	return b.String()
}

// beside shows the samples and how many times another's they are.
func (s samples) beside(first samples) string {
	if len(s) == 0 {
		return "–\t–"
	}
	value := fmt.Sprintf("%.1f", s.median())
	if len(s) > 1 {
		value += fmt.Sprintf(" ±%.1f", (s.quantile(0.75)-s.quantile(0.25))/2)
	}
	if len(first) == 0 {
		return value + "\t–"
	}
	return fmt.Sprintf("%s\t%.2f", value, s.median()/first.median())
}
