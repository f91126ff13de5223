package help

import "testing"

func TestMatching(t *testing.T) {
	parts := []part{{"File", []line{{"Ctrl+S", "Save"}, {"Ctrl+O", "Open"}}}, {"Edit", []line{{"Ctrl+F", "Find"}}}}
	for query, want := range map[string]int{"": 3, " SAVE ": 1, "file": 2, "ctrl+f": 1, "nothing": 0} {
		n := 0
		for _, p := range matching(parts, query) {
			n += len(p.lines)
		}
		if n != want {
			t.Errorf("%q finds %d, want %d", query, n, want)
		}
	}
}
