package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A field without the focus shows what it holds, over all rows of it, until it gets
// the focus, which keeps the selection, or its text changes.
func TestHold(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	f.SetText(strings.Repeat("some words ", 20))
	w := show(t, f, 200, 300)
	f.Hold(5, 40)
	if len(f.held.rows) < 2 || f.SelectedText() != f.Text[5:40] || !f.Holds() {
		t.Fatalf("%d rows, %q", len(f.held.rows), f.SelectedText())
	}
	first, last := f.held.rows[0], f.held.rows[len(f.held.rows)-1]
	if first.Position().X <= last.Position().X || last.Position().Y <= first.Position().Y {
		t.Errorf("the first row is at %v, the last at %v", first.Position(), last.Position())
	}
	w.Canvas().Focus(f)
	if f.Holds() || f.SelectedText() != f.Text[5:40] {
		t.Errorf("the focus leaves %q selected", f.SelectedText())
	}
	w.Canvas().Unfocus()
	f.Hold(0, 4)
	f.SetTextQuiet("other")
	if f.Holds() {
		t.Error("held in another text")
	}
	f.Hold(0, 4)
	if f.Release(); f.Holds() || f.SelectedText() != "" {
		t.Error("not released")
	}
}

func TestToggle(t *testing.T) {
	newApp(t)
	var said []bool
	b := NewToggle("Aa", "Match case", func(on bool) { said = append(said, on) })
	show(t, NewColumn(4, b), 100, 100)
	test.Tap(b)
	pressKey(b, fyne.KeySpace)
	if b.On() || len(said) != 2 || !said[0] || said[1] {
		t.Errorf("%v, %v", b.On(), said)
	}
}
