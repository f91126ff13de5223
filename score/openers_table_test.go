package score

import (
	"os"
	"strings"
	"testing"
)

// Each row of the table is a bullet with how it begins.
func TestOpenersOfTrades(t *testing.T) {
	data, err := os.ReadFile("testdata/openers.tsv")
	if err != nil {
		t.Fatal(err)
	}
	rows, trades, wrong := 0, 0, 0
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "#") {
			trades++
			continue
		}
		f := strings.SplitN(line, "\t", 4)
		if len(f) != 4 {
			t.Fatalf("%q has not four fields", line)
		}
		rows++
		s := read(f[3])
		got := [...]string{plain: "plain", action: "action", weak: "weak"}[s.begins] + "\t" + tenseOf(s) + "\t" + map[bool]string{true: "list", false: "text"}[s.isList]
		if want := strings.Join(f[:3], "\t"); got != want {
			wrong++
			t.Errorf("%q: %s, want %s", f[3], got, want)
		}
	}
	if rows < 300 || trades < 20 {
		t.Errorf("%d rows of %d trades", rows, trades)
	}
	if wrong > 0 {
		t.Errorf("%d of %d wrong", wrong, rows)
	}
}

func tenseOf(s *sentence) string {
	switch {
	case s.past && s.present:
		return "both"
	case s.past:
		return "past"
	case s.present:
		return "present"
	}
	return "none"
}
