package textdiff

import (
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Changed {
			b.WriteString("[" + r.Text + "]")
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

func TestComparedWords(t *testing.T) {
	long := strings.Repeat("word ", 40)
	for _, c := range []struct{ old, now, was, is string }{
		{"", "new", "", "[new]"},
		{"same", "same", "same", "same"},
		{"Led 4 engineers", "Led 9 engineers", "Led [4 ]engineers", "Led [9 ]engineers"},
		{"one two three", "one three", "one [two ]three", "one three"},
		{"a b c d", "c d a b", "[a b ]c d", "c d [a b]"},
		{"the cat and the dog sat on the old mat", "many results of the kind that nobody has seen", "[the cat and the dog sat on the old mat]", "[many results of the kind that nobody has seen]"},
		{long + "old end", long + "new end", "… " + strings.Repeat("word ", 8) + "[old ]end", "… " + strings.Repeat("word ", 8) + "[new ]end"},
		{"old start " + long, "new start " + long, "[old ]start " + strings.Repeat("word ", 7) + "…", "[new ]start " + strings.Repeat("word ", 7) + "…"},
	} {
		was, is := Compare(c.old, c.now)
		if marked(was) != c.was || marked(is) != c.is {
			t.Errorf("%q → %q:\n%q → %q, want\n%q → %q", c.old, c.now, marked(was), marked(is), c.was, c.is)
		}
	}
}

// What two texts are, what is marked is what differs, and no more of them is shown
// than has room.
func TestAnyWords(t *testing.T) {
	text := rapid.Custom(func(t *rapid.T) string {
		n := rapid.SampledFrom([]int{0, 1, 5, 30, 700}).Draw(t, "words")
		return strings.Join(rapid.SliceOfN(rapid.SampledFrom([]string{"a", "of", "ünder", "日本", "longer-word"}), n, n).Draw(t, "text"), " ")
	})
	rapid.Check(t, func(t *rapid.T) {
		old, now := text.Draw(t, "old"), text.Draw(t, "now")
		was, is := Compare(old, now)
		for _, runs := range [][]Run{was, is} {
			if s := Text(runs); utf8.RuneCountInString(s) > textMost+10 || !utf8.ValidString(s) {
				t.Fatalf("%q is shown", s)
			}
		}
		marks := strings.Contains(marked(was)+marked(is), "[")
		if marks != (old != now) && utf8.RuneCountInString(old) < textMost && utf8.RuneCountInString(now) < textMost {
			t.Fatalf("%q → %q: %q → %q", old, now, marked(was), marked(is))
		}
	})
}
