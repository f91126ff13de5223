package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Slider is Fyne's, which scrolls into view when it is focused.
type Slider struct{ widget.Slider }

// NewSlider returns a slider from low to high in steps.
func NewSlider(low, high, step float64) *Slider {
	s := &Slider{}
	s.Min, s.Max, s.Step = low, high, step
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by Fyne.
func (s *Slider) FocusGained() {
	s.Slider.FocusGained()
	Reveal(s)
}

// Select is Fyne's with a field's outline, which scrolls into view when it is focused.
type Select struct{ widget.Select }

// NewSelect returns a choice of the options.
func NewSelect(options []string, changed func(string)) *Select {
	s := &Select{}
	s.Options, s.OnChanged = options, changed
	s.ExtendBaseWidget(s)
	return s
}

// FocusGained is called by Fyne.
func (s *Select) FocusGained() {
	s.Select.FocusGained()
	Reveal(s)
}

// Check is Fyne's, which scrolls into view when it is focused.
type Check struct{ widget.Check }

// NewCheck returns a box to check.
func NewCheck(label string, changed func(bool)) *Check {
	c := &Check{}
	c.Text, c.OnChanged = label, changed
	c.ExtendBaseWidget(c)
	return c
}

// FocusGained is called by Fyne.
func (c *Check) FocusGained() {
	c.Check.FocusGained()
	Reveal(c)
}

// Button is Fyne's, which scrolls into view when it is focused. Enter presses it as Space does, and keys
// that it does not handle are passed on: Escape closes the dialog around it.
type Button struct{ widget.Button }

// NewButton returns a button.
func NewButton(label string, tapped func()) *Button {
	b := &Button{}
	b.Text, b.OnTapped = label, tapped
	b.ExtendBaseWidget(b)
	return b
}

// FocusGained is called by Fyne.
func (b *Button) FocusGained() {
	b.Button.FocusGained()
	Reveal(b)
}

// TypedKey is called by Fyne.
func (b *Button) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeySpace:
		b.Button.TypedKey(ev)
	case fyne.KeyReturn, fyne.KeyEnter:
		b.Tapped(nil)
	default:
		passKey(b, ev)
	}
}

// CreateRenderer is called by Fyne.
func (s *Select) CreateRenderer() fyne.WidgetRenderer {
	r := &outlinedRenderer{WidgetRenderer: s.Select.CreateRenderer(), line: canvas.NewRectangle(transparent)}
	r.line.StrokeWidth = theme.InputBorderSize()
	r.line.CornerRadius = theme.InputRadiusSize()
	r.paint()
	return r
}

// outlinedRenderer draws a field's outline around another renderer's objects.
type outlinedRenderer struct {
	fyne.WidgetRenderer
	line *canvas.Rectangle
}

func (r *outlinedRenderer) Objects() []fyne.CanvasObject {
	return append(slices.Clone(r.WidgetRenderer.Objects()), r.line)
}

func (r *outlinedRenderer) Layout(size fyne.Size) {
	r.WidgetRenderer.Layout(size)
	r.line.Resize(size)
}

func (r *outlinedRenderer) Refresh() {
	r.WidgetRenderer.Refresh()
	r.paint()
}

func (r *outlinedRenderer) paint() {
	r.line.StrokeColor = Color(theme.ColorNameInputBorder)
	r.line.Refresh()
}
