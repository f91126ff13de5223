package score

import (
	"strings"
	"testing"

	"resumax/resume"
)

// What is said twice by mistake, and what only looks like it.
func TestDoubledWords(t *testing.T) {
	for text, want := range map[string]bool{
		"Cleaned the the kettles":                           true,
		"Moved pallets to to the dock":                      true,
		"Sold milk & milk products to 40 shops":             false,
		"Worked at AT&T stores in two towns":                false,
		"Ran intake/intake review for the clinic":           false,
		"Wrote a retry-loop for retry-loop failures at sea": false,
		"Graded eggs, eggs in shell and liquid":             false,
	} {
		doubled := false
		for _, f := range read(text).typos {
			doubled = doubled || strings.HasSuffix(f.why, "is repeated.")
		}
		if doubled != want {
			t.Errorf("%q has a doubled word: %v", text, doubled)
		}
	}
}

// Numbers that tell by themselves how much they are.
func TestWholesCompare(t *testing.T) {
	for text, want := range map[string]bool{
		"Ensured 100% compliance with the hygiene code":   true,
		"Placed 14 of 15 apprentices":                     true,
		"Maintained 98% attendance in a class of welders": true,
		"Finished the season with zero injuries":          true,
		"Ranked #2 of 45 agents in the branch":            true,
		"Trained 20 bakers":                               false,
		"Managed a budget of $300,000":                    false,
	} {
		if got := read(text).compare; got != want {
			t.Errorf("%q compares: %v", text, got)
		}
	}
	for text, want := range map[string]bool{"Wired 480 V panels": true, "Trained 20 bakers": false, "Wired 12 panels of 480 V": false} {
		if got := read(text).isMeasured(); got != want {
			t.Errorf("%q measures only: %v", text, got)
		}
	}
}

// A result with a number needs no ten words.
func TestShortResults(t *testing.T) {
	for text, want := range map[string]bool{
		"Cut food waste by 30% in a year":   false,
		"Tripled lead generation in spring": true,
		"Answered phones":                   true,
		"Cut waste 30%":                     true,
	} {
		if got := read(text).isShort(); got != want {
			t.Errorf("%q is short: %v", text, got)
		}
	}
}

// A position without dates is neither over nor going on.
func TestUndatedTense(t *testing.T) {
	d := written("Prepare soups for the lunch line", "Clean the fryers every night", "Order produce from two farms")(backend(t).Sample())
	d = must(d.Remove("/work/0/startDate"))
	d = must(d.Set("/work/0/endDate", resume.Text("2020-01")))
	if n := tenseFindings(d); n != 3 {
		t.Errorf("%d of the three duties that ended are in the present", n)
	}
	if n := tenseFindings(must(d.Remove("/work/0/endDate"))); n != 0 {
		t.Errorf("%d duties without dates are said to have ended", n)
	}
}

// tenseFindings counts the findings on tense.
func tenseFindings(d resume.Document) (n int) {
	for _, f := range New().Document(d, Options{Today: today}).Findings {
		if f.Check == tense.id {
			n++
		}
	}
	return n
}
