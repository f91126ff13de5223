package score

import (
	"os"
	"strings"
	"testing"
)

// The results that sentences of many trades tell of. Package metric reads the same
// table for the numbers.
func TestResultsOfTrades(t *testing.T) {
	data, err := os.ReadFile("../language/metric/testdata/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		text, rest, ok := strings.Cut(strings.TrimSpace(line), " => ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		numbers, result, _ := strings.Cut(rest, " | ")
		s := read(text)
		if s.outcome != (result == "result") {
			t.Errorf("%q tells of a result: %v", text, s.outcome)
		}
		if s.metric != (numbers != "-") {
			t.Errorf("%q has a number: %v, %v", text, s.metric, s.metrics)
		}
	}
}
