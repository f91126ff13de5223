package outline

import (
	"strings"
	"testing"
)

// In each pair "|" marks where the page was clicked, and where the caret goes.
func TestSourceOffset(t *testing.T) {
	for _, c := range [][2]string{
		{"Led |a team", "Led |a team"},
		{"Led| a team", "Led| a team"},
		{"|Led", "|Led"},
		{"Led|", "Led|"},
		{"Led a |strong team", "Led a **|strong** team"},
		{"Led a strong| team", "Led a **strong|** team"},
		{"see the p|age now", "see [the p|age](https://example.org/p-page) now"},
		{"the page |now", "[the page](https://example.org/now) |now"},
		{"SENIOR N|URSE", "Senior N|urse"},
		{"one two |three", "one  two\n\n|three"},
		{"idem|potency keys", "idem|potency keys"},
		{"One.\nTwo. |Three.", "One.\n• Two.\n• |Three."},
		{"caf|é au lait", "caf|e\u0301 au lait"},
		{"ef|ficient", "ef|\ufb01cient"},
		{"a * b |c", "a * b |c"},
		{"a*b|c", "a\\*b|c"},
		{"Java|Script", "Java, Java|Script, Go"},
		{"G|o", "Java, JavaScript, G|o"},
		{"GPA: 3.|9", "3.|9"},
		{"שלום |עולם", "שלום |עולם"},
		{"|", "|"},
		{"Feb |2023", "|"},
	} {
		printed := strings.Replace(c[0], "|", "", 1)
		source := strings.Replace(c[1], "|", "", 1)
		got := SourceOffset(source, printed, strings.Index(c[0], "|"))
		if got < 0 || got > len(source) || source[:got]+"|"+source[got:] != c[1] {
			t.Errorf("%q in %q: %d", c[0], source, got)
		}
	}
}
