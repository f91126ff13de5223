package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// The controls in this file are Fyne's. Unlike those, they scroll into view when they are focused, show the focus as all
// controls do, are pressed by Enter and Space alike, and pass on the keys that they have no use for: Escape closes the
// dialog around them.

// Slider is Fyne's slider. The arrow keys, Home and End move it.
type Slider struct {
	widget.Slider
	focused bool
}

// NewSlider returns a slider from low to high in steps.
func NewSlider(low, high, step float64) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step = low, high, step
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by Fyne.
func (s *Slider) FocusGained() {
	s.focused = true
	s.Slider.FocusGained()
	Reveal(s)
}

// FocusLost is called by Fyne.
func (s *Slider) FocusLost() {
	s.focused = false
	s.Slider.FocusLost()
}

// TypedKey is called by Fyne.
func (s *Slider) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft, fyne.KeyDown:
		s.SetValue(s.Value - s.Step)
	case fyne.KeyRight, fyne.KeyUp:
		s.SetValue(s.Value + s.Step)
	case fyne.KeyPageDown:
		s.SetValue(s.Value - 10*s.Step)
	case fyne.KeyPageUp:
		s.SetValue(s.Value + 10*s.Step)
	case fyne.KeyHome:
		s.SetValue(s.Min)
	case fyne.KeyEnd:
		s.SetValue(s.Max)
	default:
		passKey(s, ev)
	}
}

// CreateRenderer is called by Fyne.
func (s *Slider) CreateRenderer() fyne.WidgetRenderer {
	r := &sliderRenderer{s.Slider.CreateRenderer()}
	r.paint()
	return newRing(r, func() bool { return s.focused })
}

// sliderRenderer is Fyne's with a track that shows on cards, in the accent's color. A theme of its own would be dropped
// with its renderer when the slider was not seen for a minute: then it was painted black.
type sliderRenderer struct{ fyne.WidgetRenderer }

func (r *sliderRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

func (r *sliderRenderer) paint() {
	objects := r.Objects()
	objects[0].(*canvas.Rectangle).FillColor = Color(ColorTrack)
	objects[1].(*canvas.Rectangle).FillColor = Color(theme.ColorNamePrimary)
	objects[2].(*canvas.Circle).FillColor = Color(theme.ColorNamePrimary)
}

// Select is Fyne's select with a field's outline and a list of its own, in which letters go to an option. Left and Right choose without it.
type Select struct {
	widget.Select
	focused bool
}

// NewSelect returns a choice of the options.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by Fyne.
func (s *Select) FocusGained() {
	s.focused = true
	s.Select.FocusGained()
	Reveal(s)
}

// FocusLost is called by Fyne.
func (s *Select) FocusLost() {
	s.focused = false
	s.Select.FocusLost()
}

// Tapped is called by Fyne.
func (s *Select) Tapped(*fyne.PointEvent) {
	if s.Disabled() {
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(s); c != nil {
		c.Focus(s)
	}
	s.open()
}

func (s *Select) open() {
	if !s.Disabled() {
		showChoices(s, s.Options, s.SelectedIndex(), s.SetSelectedIndex)
	}
}

// TypedRune is called by Fyne.
func (s *Select) TypedRune(r rune) {
	if r == ' ' {
		s.open()
	}
}

// TypedKey is called by Fyne.
func (s *Select) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown, fyne.KeyReturn, fyne.KeyEnter:
		s.open()
	case fyne.KeyLeft, fyne.KeyRight:
		keepFocus(s, func() { s.Select.TypedKey(ev) })
	case fyne.KeySpace:
	default:
		passKey(s, ev)
	}
}

// CreateRenderer is called by Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	g := newRing(s.Select.CreateRenderer(), func() bool { return s.focused })
	g.rest, g.edge.CornerRadius = theme.ColorNameInputBorder, theme.InputRadiusSize()
	g.paint()
	return g
}

// Check is Fyne's check box.
type Check struct {
	widget.Check
	focused bool
}

// NewCheck returns a box to check.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained is called by Fyne.
func (c *Check) FocusGained() {
	c.focused = true
	c.Check.FocusGained()
	Reveal(c)
}

// FocusLost is called by Fyne.
func (c *Check) FocusLost() {
	c.focused = false
	c.Check.FocusLost()
}

// TypedRune is called by Fyne.
func (c *Check) TypedRune(r rune) {
	keepFocus(c, func() { c.Check.TypedRune(r) })
}

// TypedKey is called by Fyne.
func (c *Check) TypedKey(ev *fyne.KeyEvent) { enterPresses(c, ev, func() { c.TypedRune(' ') }) }

// CreateRenderer is called by Fyne.
func (c *Check) CreateRenderer() fyne.WidgetRenderer {
	return newRing(c.Check.CreateRenderer(), func() bool { return c.focused })
}

// Button is Fyne's button.
type Button struct {
	widget.Button
	// OnTyped is called with a character that is typed while the button has the focus, but for a space; nil ignores it.
	OnTyped func(rune)

	focused bool
}

// NewButton returns a button.
func NewButton(label string, tapped func()) *Button { return NewButtonWithIcon(label, nil, tapped) }

// NewButtonWithIcon returns a button with an icon before the label.
func NewButtonWithIcon(label string, icon fyne.Resource, tapped func()) *Button {
	b := &Button{}
	b.Text, b.Icon, b.OnTapped = label, icon, tapped
	b.ExtendBaseWidget(b)
	return b
}

// AccessibilityLabel returns the label.
func (b *Button) AccessibilityLabel() string { return b.Text }

// FocusGained is called by Fyne.
func (b *Button) FocusGained() {
	b.focused = true
	b.Button.FocusGained()
	Reveal(b)
}

// FocusLost is called by Fyne.
func (b *Button) FocusLost() {
	b.focused = false
	b.Button.FocusLost()
}

// Tapped is called by Fyne, whose own button takes the focus away from everything.
func (b *Button) Tapped(*fyne.PointEvent) {
	if !b.Disabled() && b.OnTapped != nil {
		keepFocus(b, b.OnTapped)
	}
}

// TypedRune is called by Fyne.
func (b *Button) TypedRune(r rune) {
	switch {
	case r == ' ':
		b.Tapped(nil)
	case b.OnTyped != nil && !b.Disabled():
		b.OnTyped(r)
	}
}

// TypedKey is called by Fyne.
func (b *Button) TypedKey(ev *fyne.KeyEvent) { enterPresses(b, ev, func() { b.Tapped(nil) }) }

// CreateRenderer is called by Fyne.
func (b *Button) CreateRenderer() fyne.WidgetRenderer {
	return newRing(b.Button.CreateRenderer(), func() bool { return b.focused })
}

// List is Fyne's list. The arrow keys go through it.
type List struct {
	widget.List
	focused bool
}

// NewList returns a list; the functions are those of Fyne's.
func NewList(length func() int, create func() fyne.CanvasObject, update func(widget.ListItemID, fyne.CanvasObject)) *List {
	l := &List{}
	l.Length, l.CreateItem, l.UpdateItem = length, create, update
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained is called by Fyne.
func (l *List) FocusGained() {
	l.focused = true
	l.List.FocusGained()
	l.Refresh()
}

// FocusLost is called by Fyne.
func (l *List) FocusLost() {
	l.focused = false
	l.List.FocusLost()
	l.Refresh()
}

// TypedRune is called by Fyne.
func (l *List) TypedRune(r rune) {
	if r == ' ' {
		l.List.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace})
	}
}

// TypedKey is called by Fyne.
func (l *List) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyUp, fyne.KeyDown:
		l.List.TypedKey(ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.TypedRune(' ')
	case fyne.KeySpace:
	default:
		passKey(l, ev)
	}
}

// CreateRenderer is called by Fyne.
func (l *List) CreateRenderer() fyne.WidgetRenderer {
	return newRing(l.List.CreateRenderer(), func() bool { return l.focused })
}
