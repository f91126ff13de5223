package resume

import (
	"slices"
	"testing"
)

func TestSlotAt(t *testing.T) {
	const text = "Führte [wie viele?] Leute, [Seite?](x.org) und [no] [wo?]"
	runes := []rune(text)
	for i := range len(runes) + 1 {
		want := ""
		for _, slot := range [][2]int{{7, 19}, {52, 57}} {
			if i > slot[0] && i < slot[1] {
				want = string(runes[slot[0]:slot[1]])
			}
		}
		if start, end := SlotAt(text, i); string(runes[start:end]) != want {
			t.Errorf("at %d: %q, not %q", i, string(runes[start:end]), want)
		}
	}
	if got := SlotsIn(text); !slices.Equal(got, []string{"[wie viele?]", "[wo?]"}) {
		t.Errorf("slots %q", got)
	}
}
