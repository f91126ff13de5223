package interview

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

// Voltages, norms, sizes, models, levels and shifts say of which kind a thing is: nobody is asked
// how they measured them, in any language. Numbers of what was done are asked about.
func TestNumbersThatNameAKind(t *testing.T) {
	data, err := os.ReadFile("testdata/numbers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(data)) {
		f := strings.Split(strings.TrimSpace(line), "\t")
		if len(f) != 3 {
			continue
		}
		n++
		d, _, err := codec.Parse(fmt.Appendf(nil, `{"basics": {"name": "X"}, "meta": {"resumax": {"language": %q}}, "work": [{"name": "Y", "position": "Z", "startDate": "2023-01", "highlights": [%q]}]}`, f[0], f[1]), "")
		if err != nil {
			t.Fatal(err)
		}
		r := Derive(Input{Document: d, Today: resume.Date{Year: 2026, Month: 11, Day: 29}})
		var asked []string
		for _, c := range r.Cards {
			if c.Number != "" {
				asked = append(asked, c.Number)
			}
		}
		for _, c := range r.Ledger {
			asked = append(asked, "“"+c.Quote+"”")
		}
		if got := len(asked) > 0; got != (f[2] == "yes") {
			t.Errorf("%s: %q: asked about are %q", f[0], f[1], asked)
		}
	}
	if n < 120 {
		t.Errorf("only %d lines", n)
	}
}
