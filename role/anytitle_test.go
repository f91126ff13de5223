package role

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// Any text may be typed into the search, and stand as a title in a resume: it finds something or nothing, and is read once
// as it is read again.
func TestAnyTitle(t *testing.T) {
	for _, text := range []string{strings.Repeat("\u0301", 8), "e" + strings.Repeat("\u0308", 12), strings.Repeat("ß", 9), "-------", strings.Repeat("x", 10_000)} {
		All().Search(text)
		All().Near(text)
	}
	letters := rapid.OneOf(rapid.Rune(), rapid.SampledFrom([]rune("aeioußäöüéçñœ\u0300\u0301\u0308'’·*:/()-. ΑЖשع中")))
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(letters, 0, 40, -1).Draw(t, "text")
		text += rapid.SampledFrom([]string{"", "in", "euse", "frau", "trice", "kaufleute", "(m/w/d)", ":innen", "·e"}).Draw(t, "end")
		all := All()
		first, again := all.Search(text), all.Search(text)
		if len(first) != len(again) {
			t.Fatalf("%q finds %d roles, then %d", text, len(first), len(again))
		}
		all.Near(text)
		titles().abroad.translate(titleFields(withoutGenders(text)))
		for _, w := range strings.Fields(text) {
			titleKey(w)
		}
	})
}
