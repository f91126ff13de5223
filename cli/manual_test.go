package cli

import (
	"strings"
	"testing"
	"time"
	"unicode"

	"github.com/spf13/pflag"
)

// The manual has each verb and each of its options; what it says is in the golden file,
// so that a change of the command line shows there too.
func TestManual(t *testing.T) {
	page := string(Manual("1.2.3", time.Date(2026, 3, 31, 0, 0, 0, 0, time.UTC)))
	golden(t, "resumax.1.golden", page)
	for _, verb := range verbs {
		_, section, ok := strings.Cut(page, ".SS resumax "+verb+"\n")
		if !ok {
			t.Errorf("the manual lacks the verb %s", verb)
			continue
		}
		section, _, _ = strings.Cut(section, "\n.S")
		c, _, err := rootCommand(Streams{}).Find([]string{verb})
		if err != nil {
			t.Fatal(err)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if !strings.Contains(section, roff("--"+f.Name)) || !strings.Contains(section, roff(capital(f.Usage))) {
				t.Errorf("the manual of %s lacks --%s", verb, f.Name)
			}
		})
	}
	if strings.Contains(page, "COMMANDS\n.SH EXIT") {
		t.Error("the commands are not in their place")
	}
	for line := range strings.Lines(page) {
		if i := strings.IndexFunc(line, func(r rune) bool { return r > unicode.MaxASCII }); i >= 0 {
			t.Errorf("old readers of manuals don't show %q", line[i:])
		}
	}
}
