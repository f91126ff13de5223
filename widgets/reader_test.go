package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func tall(height float32) fyne.CanvasObject {
	r := canvas.NewRectangle(nil)
	r.SetMinSize(fyne.NewSize(10, height))
	return r
}

func TestReaderScrollsByKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	r := NewReader(tall(1000))
	w := test.NewWindow(r)
	defer w.Close()
	w.SetPadded(false)
	w.Resize(fyne.NewSize(200, 200))
	for _, c := range []struct {
		key  fyne.KeyName
		want float32
	}{
		{fyne.KeyUp, 0}, {fyne.KeyDown, 36}, {fyne.KeyPageDown, 200}, {fyne.KeyPageUp, 36}, {fyne.KeyEnd, 800}, {fyne.KeyDown, 800}, {fyne.KeyHome, 0},
	} {
		r.TypedKey(&fyne.KeyEvent{Name: c.key})
		if r.Offset() != c.want {
			t.Errorf("after %s it is scrolled by %v, want %v", c.key, r.Offset(), c.want)
		}
	}
	r.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if r.SetContent(tall(300)); r.Offset() != 0 {
		t.Error("another content is not shown from its top")
	}
}

// Whatever has the focus in a dialog, Escape closes it, and Enter answers it or
// presses the button.
func TestDialogKeysFromWhereverTheFocusIs(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	w := test.NewWindow(tall(10))
	defer w.Close()
	for _, c := range []struct {
		focus string
		key   fyne.KeyName
		want  string
	}{
		{"button", fyne.KeyReturn, "pressed"}, {"button", fyne.KeySpace, "pressed"}, {"button", fyne.KeyEscape, "closed"},
		{"reader", fyne.KeyReturn, "entered"}, {"reader", fyne.KeyEscape, "closed"},
		{"list", fyne.KeyEscape, "closed"}, {"list", fyne.KeyReturn, "submitted b"},
	} {
		got := ""
		list := NewRailList(RailItem{ID: "a", Fixed: true}, RailItem{ID: "b", Fixed: true})
		list.Follows = true
		list.OnSubmitted = func(id string) { got = "submitted " + id }
		objects := map[string]fyne.Focusable{"button": NewButton("Do", func() { got = "pressed" }), "reader": NewReader(tall(10)), "list": list}
		m := ShowModal(w.Canvas(), container.NewVBox(objects["button"].(fyne.CanvasObject), objects["reader"].(fyne.CanvasObject), list), func() { got = "entered" })
		m.OnClosed = func() { got = "closed" }
		w.Canvas().Focus(objects[c.focus])
		objects[c.focus].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) // which a button has no use for
		pressKey(objects[c.focus], c.key)
		if got != c.want {
			t.Errorf("%s in the %s: %q, want %q", c.key, c.focus, got, c.want)
		}
		m.OnClosed = nil
		m.Close()
	}
}

func TestRailListFollowsTheArrowKeys(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	var chosen []string
	l := NewRailList(RailItem{ID: "a"}, RailItem{ID: "b"}, RailItem{ID: "c"})
	l.Follows = true
	l.OnSelected = func(id string) { chosen = append(chosen, id) }
	l.Select("a")
	w := test.NewWindow(l)
	defer w.Close()
	w.Canvas().Focus(l)
	for _, key := range []fyne.KeyName{fyne.KeyUp, fyne.KeyDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyHome} {
		l.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got := len(chosen); got != 3 || chosen[0] != "b" || chosen[1] != "c" || chosen[2] != "a" || l.Selected() != "a" {
		t.Errorf("%q were chosen", chosen)
	}
}

// The arrow keys keep the chosen row in view, in a dialog too.
func TestRowsOfDialogsAreRevealed(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	w := test.NewWindow(tall(10))
	defer w.Close()
	w.Resize(fyne.NewSize(600, 500))
	var items []RailItem
	for i := range 40 {
		items = append(items, RailItem{ID: string(rune('A' + i)), Fixed: true})
	}
	l := NewRailList(items...)
	scroll := container.NewVScroll(l)
	scroll.SetMinSize(fyne.NewSize(100, 200))
	m := ShowModal(w.Canvas(), scroll, nil)
	w.Canvas().Focus(l)
	l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	if ScrollOf(l) != scroll || scroll.Offset.Y < 900 {
		t.Errorf("scrolled by %v", scroll.Offset.Y)
	}
	m.Close()
	if len(openModals) > 0 && openModals[len(openModals)-1] == m {
		t.Error("a closed modal is held")
	}
}
