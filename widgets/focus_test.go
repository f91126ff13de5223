package widgets

import (
	"image/color"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// pressKey presses a key as the window does: the character of the space bar follows its key.
func pressKey(f fyne.Focusable, key fyne.KeyName) {
	f.TypedKey(&fyne.KeyEvent{Name: key})
	if key == fyne.KeySpace {
		f.TypedRune(' ')
	}
}

// hit presses a key on the canvas: the key goes to what has the focus, the character to what has it by then.
func hit(c fyne.Canvas, key fyne.KeyName) {
	if f := c.Focused(); f != nil {
		f.TypedKey(&fyne.KeyEvent{Name: key})
	} else if c.OnTypedKey() != nil {
		c.OnTypedKey()(&fyne.KeyEvent{Name: key})
	}
	if key == fyne.KeySpace {
		typeRune(c, ' ')
	}
}

func typeRune(c fyne.Canvas, r rune) {
	if f := c.Focused(); f != nil {
		f.TypedRune(r)
	} else if c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// controls are one of each kind, with the field that a press focuses.
func controls(pressed func()) map[string]fyne.CanvasObject {
	row := NewActionRow("", "Title", "")
	row.OnTapped = pressed
	meter := NewMeter("Impact")
	meter.OnTapped = pressed
	chips := NewChips(Chip{Text: "Go"})
	chips.OnTapped = func(int) { pressed() }
	rail := NewRailList(RailItem{ID: "a", Fixed: true})
	rail.OnSelected = func(string) { pressed() }
	timeline := NewTimeline()
	timeline.SetSpans(2000, 2010, []TimeSpan{{From: 2001, To: 2004, Name: "Acme"}})
	timeline.OnTapped = func(int) { pressed() }
	return map[string]fyne.CanvasObject{
		"button": NewButton("Add", pressed), "icon button": NewIconButton(theme.ContentAddIcon(), "Add", pressed),
		"row": row, "meter": meter, "chips": chips, "rail": rail, "timeline": timeline,
		"disclosure": NewDisclosure(false, pressed), "dropdown": NewDropdown("A", pressed),
		"tile": NewTile("Classic", "", 1.4, pressed), "card": NewPageCard("Nurse", "", pressed),
		"check": NewCheck("Bold", func(bool) { pressed() }), "score": NewScoreBadge(pressed),
	}
}

// Enter and Space press every control. What a press gives the focus to gets no space of it, and all that is typed next.
func TestEnterAndSpacePressEveryControl(t *testing.T) {
	newApp(t)
	field := NewTextField("")
	c := show(t, field, 400, 400).Canvas()
	presses := 0
	for name := range controls(nil) {
		for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeyEnter, fyne.KeySpace} {
			presses = 0
			field = NewTextField("")
			o := controls(func() {
				presses++
				c.Focus(field)
			})[name]
			c.SetContent(NewColumn(4, o, field))
			c.Focus(Focusables(c)[0])
			hit(c, key)
			for _, r := range "word" {
				typeRune(c, r)
			}
			if presses != 1 || field.Text != "word" {
				t.Errorf("%s in the %s: pressed %d times, and the field has %q", key, name, presses, field.Text)
			}
		}
	}
}

// Wherever the focus is in a dialog, Escape closes it, and what is typed after a click beside everything goes to its
// field.
func TestEscapeClosesFromEveryControl(t *testing.T) {
	newApp(t)
	w := show(t, NewLabel("behind"), 700, 600)
	c := w.Canvas()
	all := controls(func() {})
	all["field"], all["area"] = NewTextField(""), NewTextArea("")
	all["slider"], all["select"] = NewSlider(0, 10, 1), NewSelect([]string{"A", "B"}, nil)
	all["swatch"], all["segments"] = NewSwatch([]color.NRGBA{{A: 255}}, nil), NewSegments("A", "B")
	all["handle"] = NewReorderList(NewLabel("a"), NewLabel("b"))
	all["reader"] = NewReader(NewLabel("text"))
	for name, o := range all {
		entry := NewTextField("")
		m := ShowModal(c, NewColumn(4, entry, o), nil)
		m.Focus(entry)
		c.FocusNext()
		if c.Focused() == fyne.Focusable(entry) || c.Focused() == nil {
			t.Errorf("%s: Tab leads to %T", name, c.Focused())
		}
		hit(c, fyne.KeyEscape)
		if !m.popup.Hidden {
			t.Errorf("Escape in the %s does not close the dialog", name)
			m.Close()
		}
	}
	entry := NewTextField("")
	m := ShowModal(c, entry, nil)
	m.Focus(entry)
	c.Unfocus() // as a click beside the field does
	typeRune(c, 'a')
	hit(c, fyne.KeyBackspace)
	typeRune(c, 'b')
	if entry.Text != "b" {
		t.Errorf("the dialog's field has %q", entry.Text)
	}
	m.Close()
	if c.OnTypedRune() != nil || c.OnTypedKey() != nil {
		t.Error("keys still go to a dialog that is closed")
	}
}

// The focus of what a press removes goes to what is there instead, or to its neighbor.
func TestFocusLeavesWhatIsRemoved(t *testing.T) {
	newApp(t)
	list := NewColumn(2)
	behind := NewTextField("")
	c := show(t, NewColumn(2, NewTextField(""), list, behind), 400, 400).Canvas()
	var fill func(n int)
	fill = func(n int) {
		list.RemoveAll()
		for range n {
			list.Add(NewIconButton(theme.ContentClearIcon(), "Delete", func() { fill(n - 1) })) // all are new
		}
	}
	fill(3)
	c.Focus(list.Objects[1].(*IconButton))
	hit(c, fyne.KeyReturn)
	if c.Focused() != list.Objects[1].(fyne.Focusable) {
		t.Errorf("after the second of three: %T", c.Focused())
	}
	hit(c, fyne.KeySpace)
	if c.Focused() != list.Objects[0].(fyne.Focusable) {
		t.Errorf("after the last: %T", c.Focused())
	}
	hit(c, fyne.KeyReturn)
	if c.Focused() != fyne.Focusable(behind) {
		t.Errorf("after the only one: %T", c.Focused())
	}
}

// A menu is gone through by the arrow keys; a choice gets the focus to what it adds, without the space of the space bar.
func TestMenuByKeyboard(t *testing.T) {
	newApp(t)
	field, chosen := NewTextField(""), ""
	button := NewButton("More", nil)
	c := show(t, NewColumn(2, button, field), 400, 400).Canvas()
	menu := fyne.NewMenu("", fyne.NewMenuItem("First", func() { chosen = "first" }),
		fyne.NewMenuItem("Second", func() { chosen = "second"; c.Focus(field) }))
	button.OnTapped = func() { ShowMenu(c, menu, fyne.NewPos(10, 40)) }
	for _, key := range []fyne.KeyName{fyne.KeyReturn, fyne.KeySpace} {
		chosen = ""
		field.SetText("")
		c.Focus(button)
		hit(c, key) // opens it and chooses nothing
		hit(c, fyne.KeyDown)
		hit(c, fyne.KeyDown)
		if chosen != "" || c.Overlays().Top() == nil {
			t.Fatalf("%s: %q was chosen by opening the menu", key, chosen)
		}
		hit(c, key)
		typeRune(c, 'x')
		if chosen != "second" || field.Text != "x" || c.Overlays().Top() != nil {
			t.Errorf("%s: %q was chosen, and the field has %q", key, chosen, field.Text)
		}
	}
	c.Focus(button)
	hit(c, fyne.KeyReturn)
	hit(c, fyne.KeyEscape)
	if c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(button) {
		t.Errorf("after Escape the focus is on %T", c.Focused())
	}
}

func TestSelectByKeyboard(t *testing.T) {
	newApp(t)
	s := NewSelect([]string{"A4", "Letter", "Legal"}, nil)
	s.SetSelectedIndex(0)
	c := show(t, container.NewVBox(s), 300, 300).Canvas()
	for _, step := range []struct {
		keys []fyne.KeyName
		typed,
		want string
	}{
		{[]fyne.KeyName{fyne.KeySpace, fyne.KeyDown, fyne.KeySpace}, "", "Letter"},
		{[]fyne.KeyName{fyne.KeyReturn, fyne.KeyEnd, fyne.KeyReturn}, "", "Legal"},
		{[]fyne.KeyName{fyne.KeyDown}, "l ", "Letter"},
		{[]fyne.KeyName{fyne.KeyReturn, fyne.KeyHome, fyne.KeyEscape}, "", "Letter"},
		{[]fyne.KeyName{fyne.KeyRight}, "", "Legal"},
	} {
		c.Focus(s)
		for _, k := range step.keys {
			hit(c, k)
		}
		for _, r := range step.typed {
			typeRune(c, r)
		}
		if s.Selected != step.want || c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(s) {
			t.Errorf("%v %q: %q is selected, want %q; the focus is on %T", step.keys, step.typed, s.Selected, step.want, c.Focused())
		}
	}
}

func TestSwatchByKeyboard(t *testing.T) {
	newApp(t)
	var palette []color.NRGBA
	for i := range 2 * SwatchColumns {
		palette = append(palette, color.NRGBA{R: uint8(i), A: 255})
	}
	s := NewSwatch(palette, nil)
	c := show(t, container.NewVBox(s), 400, 300).Canvas()
	c.Focus(s)
	hit(c, fyne.KeySpace)
	if f, ok := c.Focused().(*TextField); !ok || f.Text != "#000000" {
		t.Fatalf("the palette opens with the focus on %T", c.Focused())
	}
	c.FocusNext()
	hit(c, fyne.KeyDown)
	hit(c, fyne.KeyRight)
	hit(c, fyne.KeySpace)
	if want := palette[SwatchColumns+1]; s.Color() != want || c.Focused() != fyne.Focusable(s) {
		t.Errorf("%v was chosen, want %v; the focus is on %T", s.Color(), want, c.Focused())
	}
	hit(c, fyne.KeyReturn)
	hit(c, fyne.KeyEscape)
	if c.Overlays().Top() != nil || c.Focused() != fyne.Focusable(s) || c.OnTypedKey() != nil {
		t.Error("Escape does not close the palette")
	}
}

// What this package takes for the Tab order is Fyne's.
func TestFocusablesAreWhatTabGoesThrough(t *testing.T) {
	newApp(t)
	list := NewReorderList(NewTextField(""), NewTextField(""))
	hidden := NewButton("Hidden", nil)
	hidden.Hide()
	off := NewButton("Off", nil)
	off.Disable()
	c := show(t, newTestStage(NewColumn(2, NewSegments("A", "B", "C"), list, hidden, off,
		NewGroup(NewActionRow("", "No target", "", NewIconButton(theme.ContentAddIcon(), "Add", nil))),
		NewSettingRow("Size", NewSlider(0, 1, 1), nil))), 400, 600).Canvas()
	want := Focusables(c)
	if len(want) != 7 {
		t.Errorf("%d focusables", len(want))
	}
	for i, f := range append(want, want[0]) {
		c.FocusNext()
		if c.Focused() != f {
			t.Errorf("after %d times Tab: %T, want %T", i+1, c.Focused(), f)
		}
	}
}
