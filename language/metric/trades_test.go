package metric

import (
	"fmt"
	"os"
	"strings"
	"testing"
)

// The numbers of sentences of many trades. Package score reads the same table for
// the results.
func TestNumbersOfTrades(t *testing.T) {
	data, err := os.ReadFile("testdata/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	const leastRows, leastTrades = 250, 20
	rows, trade, trades := 0, "", map[string]bool{}
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if name, ok := strings.CutPrefix(line, "## "); ok {
			trade = name
		}
		text, rest, ok := strings.Cut(line, " => ")
		if !ok || strings.HasPrefix(line, "#") {
			continue
		}
		rows++
		trades[trade] = true
		want, _, _ := strings.Cut(rest, " | ")
		var got []string
		for _, m := range Read(text) {
			got = append(got, strings.TrimSuffix(fmt.Sprintf("%s %s", m.Kind, short(m.Value)), " "))
		}
		if s := strings.Join(got, ", "); s != strings.TrimSpace(want) && (s != "" || want != "-") {
			t.Errorf("%s: %q measures %s, want %s", trade, text, s, want)
		}
	}
	if rows < leastRows || len(trades) < leastTrades {
		t.Errorf("%d rows of %d trades", rows, len(trades))
	}
}

// short is a value with four or more of its digits.
func short(v float64) string {
	if v >= 100 || v == float64(int64(v)) {
		return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", v), "0"), ".")
	}
	return fmt.Sprintf("%.4g", v)
}
