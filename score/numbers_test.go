package score

import (
	"os"
	"strings"
	"testing"
	"unicode"
)

// tableOfTrades is the sentences of package metric's table.
func tableOfTrades(t *testing.T) (all []string) {
	data, err := os.ReadFile("../language/metric/testdata/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(data)) {
		if text, _, ok := strings.Cut(strings.TrimSpace(line), " => "); ok && !strings.HasPrefix(line, "#") {
			all = append(all, text)
		}
	}
	return all
}

// withoutNumbers is a text without each of its words that hold a digit or are a number.
func withoutNumbers(text string) (all []string) {
	words := strings.Fields(text)
	for i, w := range words {
		lower := strings.ToLower(strings.Trim(w, ",.;:()"))
		if strings.ContainsFunc(w, unicode.IsDigit) || numberWords[lower] {
			all = append(all, strings.Join(append(append([]string{}, words[:i]...), words[i+1:]...), " "))
		}
	}
	return all
}

var numberWords = set(`zero half halved doubled tripled quadrupled two three four five six seven eight nine ten eleven twelve dozen dozens fifteen
	twenty-five hundred thousands million lakh crore fivefold threefold`)

// No number of the table raises the score by being taken out.
func TestRemovingANumberOfATradeNeverHelps(t *testing.T) {
	s := New()
	score := func(text string) float64 {
		return s.Score(letter(t, text, "Planned the fair for the town."), Options{Today: today})
	}
	for _, text := range tableOfTrades(t) {
		before := score(text)
		for _, less := range withoutNumbers(text) {
			if after := score(less); after > before+tolerance {
				t.Errorf("%q: %v, but %v for %q", text, before, after, less)
			}
		}
	}
}

// What measures nothing adds no number, no result and no baseline.
func TestAddingANameWithANumberNeverHelps(t *testing.T) {
	for _, text := range tableOfTrades(t) {
		before := read(text)
		for _, more := range []string{" (1099s)", ", MOS 35L", " in May 2019", " (ISO 9001)", " to API 650", " for Grade 5", " (K-12)", " on Level 3", " (Room 12)",
			", Type 1", " since 2015", ", 7 years of experience", " (Class A CDL)", " for 9-1-1", " (401(k))", " (W-2)", " with Java 8", " 24/7", " (5S)", " for the 4-H club",
			", NFPA 70", ", OSHA 30", " on 2nd shift", " (202) 555-0142", ", version 3.2"} {
			after := read(text + more)
			if len(after.metrics) > len(before.metrics) || after.outcome && !before.outcome || after.compare && !before.compare {
				t.Errorf("%q adds to %q: %v", more, text, after.metrics)
			}
		}
	}
}
