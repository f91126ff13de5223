package score

import (
	"strings"
	"testing"
	"unicode"

	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

func TestPatterns(t *testing.T) {
	for text, want := range map[string]string{
		"Cut p95 latency from 900 ms to 120 ms by caching in Redis.":                      "Cut [what?] from [how many ms?] to [how many ms?] by [which method?].",
		"Reduced the error rate from 1.2% to 0.07% with circuit breakers around 14 calls": "Reduced [what?] from [how many percent?] to [how many percent?] with [which method?].",
		"Moved 3.4 TB of orders to DynamoDB by dual writes, saving $30k/year.":            "Moved [how many TB of what?] to [what?] by [which method?], saving [how much money?].",
		"Halved the cost of hosting, which nobody had expected":                           "Halved [what?] by [which method?].",
		"Reduced cold start on 2 GB phones from 4 s to 2 s, based on traces":              "Reduced [how many GB of what?] from [how many seconds?] to [how many seconds?], based on [which method?].",
		"": "by [which method?].",
	} {
		if got := Pattern(text, terms.Default()); got != want {
			t.Errorf("%q:\n%q, want\n%q", text, got, want)
		}
	}
}

// A pattern holds no fact of the sentence that it was made of.
func TestPatternsHoldNoFacts(t *testing.T) {
	list := terms.Default()
	for _, p := range role.All() {
		for _, b := range p.Bullets {
			pattern := Pattern(b.Text, list)
			slots := resume.SlotsIn(pattern)
			if len(slots) < 2 {
				t.Errorf("%s\nasks for too little: %s", b.Text, pattern)
			}
			open := pattern
			for _, slot := range slots {
				open = strings.Replace(open, slot, "", 1)
			}
			_, behind, _ := strings.Cut(open, " ") // the verb may be a term's: "sharded"
			if strings.ContainsFunc(open, unicode.IsDigit) || len(list.Find(behind)) > 0 {
				t.Errorf("%s\ntells a fact: %s", b.Text, pattern)
			}
			if n := len(strings.Fields(open)); n > 12 {
				t.Errorf("%s\nkeeps %d words: %s", b.Text, n, pattern)
			}
		}
	}
}
