package cli

import (
	"strings"
	"testing"

	"resumax/job/match"
	"resumax/job/posting"
)

// A match is said as the window says it: rounded down, so that the figure never says more than its words.
func TestMatchIsRoundedDown(t *testing.T) {
	for of, want := range map[float64]string{59.9: "59 of 100", 60: "60 of 100", 44.5: "44 of 100"} {
		if got := matchText(posting.Posting{}, match.Report{Match: of, Band: match.BandOf(of)}, nil); !strings.HasPrefix(got, want) {
			t.Errorf("%v is said as %q", of, got[:min(len(got), 20)])
		}
	}
}
