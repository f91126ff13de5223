package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// Whatever is typed stands in the order in which it was typed, wherever the rows of the
// field end.
func TestTypingKeepsItsOrderAtTheEndsOfRows(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	const text = "Cut falls on a ward of 24 beds by 30% with hourly rounds,  and told all of it to the others at night"
	for width := float32(120); width < 360; width += 3 {
		f := NewTextArea("")
		w := test.NewWindow(f)
		w.Resize(fyne.NewSize(width, 300))
		w.Canvas().Focus(f)
		for _, r := range text {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyName(string(r))})
			f.TypedRune(r)
		}
		if f.Text != text {
			t.Errorf("%v wide: %q", width, f.Text)
		}
		for n := len(text); n > 0; n-- {
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			if f.Text != text[:n-1] {
				t.Fatalf("%v wide: Backspace leaves %q of %q", width, f.Text, text[:n])
			}
			f.TypedRune(rune(text[n-1]))
			f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
			if f.Text != text[:n-1] {
				t.Fatalf("%v wide: typed again and deleted, it is %q", width, f.Text)
			}
		}
		w.Close()
	}
}
