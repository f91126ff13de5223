package widgets

import (
	"image"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// Pills are chosen with the keyboard alone, and tell of a change only.
func TestPillsByKeyboard(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	p := NewPills()
	p.SetLabels("All", "Some", "None")
	var chosen []int
	p.OnSelected = func(i int) { chosen = append(chosen, i) }
	w := test.NewWindow(p)
	defer w.Close()
	w.Canvas().Focus(p.First())
	for _, k := range []fyne.KeyName{fyne.KeyLeft, fyne.KeyReturn, fyne.KeyRight, fyne.KeyRight, fyne.KeyRight, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyLeft, fyne.KeyEnter} {
		w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: k})
	}
	if len(chosen) != 2 || chosen[0] != 2 || chosen[1] != 1 || p.Selected() != 1 {
		t.Errorf("chosen %v, selected %d", chosen, p.Selected())
	}
}

// A character typed where a focused button has no use for it reaches the window; Space
// presses, as Enter does.
func TestTypingReachesTheWindow(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	pressed := 0
	b := NewBigButton(theme.FolderOpenIcon(), "Open", "A file", true, func() { pressed++ })
	w := test.NewWindow(b)
	defer w.Close()
	typed := ""
	w.Canvas().SetOnTypedRune(func(r rune) { typed += string(r) })
	w.Canvas().Focus(b)
	for _, r := range "a b" {
		w.Canvas().Focused().TypedRune(r)
	}
	b.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if typed != "ab" || pressed != 2 {
		t.Errorf("typed %q, pressed %d times", typed, pressed)
	}
}

// A poster shows the upper part of the page, in the page's proportions.
func TestPosterShowsTheTop(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	p := NewPoster("Nurse", "Text", nil)
	p.SetPicture(image.NewRGBA(image.Rect(0, 0, 352, 498)))
	if b := p.picture.Image.Bounds(); b.Dx() != 352 || b.Dy() != 300 || b.Min.Y != 0 {
		t.Errorf("shown is %v", b)
	}
	p.Tapped(nil) // without an owner nothing happens
	p.SetPicture(nil)
	if p.picture.Image != nil {
		t.Error("a picture is left")
	}
}
