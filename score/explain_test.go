package score

import (
	"strings"
	"testing"
)

func TestEveryCheckIsExplained(t *testing.T) {
	seen, points := 0, 0.0
	for _, d := range dimensions {
		for _, e := range Explain(d.id) {
			seen++
			points += e.Max
			if len(strings.Fields(e.How)) < 6 || len(strings.Fields(e.Source)) < 6 || !strings.HasSuffix(e.How, ".") || !strings.HasSuffix(e.Source, ".") {
				t.Errorf("%s says too little: %q %q", e.Check, e.How, e.Source)
			}
			if e.Passes == "" || e.Fails == "" {
				t.Errorf("%s has no examples: %q %q", e.Check, e.Passes, e.Fails)
			}
		}
	}
	if seen != len(checks) || points != 100 {
		t.Errorf("%d checks of %d, %g points", seen, len(checks), points)
	}
	if Explain("no such dimension") != nil {
		t.Error("what is not there is explained")
	}
}
