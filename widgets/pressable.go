package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
)

// pressable is the part of a widget that is hovered, focused, tapped, and pressed with Enter or Space. It draws a
// rounded background that shows these states.
type pressable struct {
	owner            fyne.Widget
	press            func()
	ground           *canvas.Rectangle
	rest             fyne.ThemeColorName // of the ground at rest; empty for none
	outlined         bool                // like a field
	hovered, focused bool
	tip              tooltip
	cut              func() string // what of the text is cut, "" for nothing; nil where nothing can be
}

func (p *pressable) init(owner fyne.Widget, press func()) {
	p.owner, p.press, p.tip.owner = owner, press, owner
	p.ground = canvas.NewRectangle(nil)
	p.ground.CornerRadius = innerRadius
}

func (p *pressable) paintGround() {
	var fill color.Color = transparent
	if p.rest != "" {
		fill = Color(p.rest)
	}
	if p.hovered {
		fill = over(Color(theme.ColorNameHover), fill)
	}
	p.ground.FillColor = fill
	p.ground.StrokeWidth, p.ground.StrokeColor = 0, transparent
	if p.outlined {
		p.ground.StrokeWidth, p.ground.StrokeColor = theme.InputBorderSize(), Color(theme.ColorNameInputBorder)
	}
	if p.focused {
		p.ground.StrokeWidth, p.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	p.ground.Refresh()
}

// over blends one color over another.
func over(top, bottom color.Color) color.Color {
	t, b := color.NRGBAModel.Convert(top).(color.NRGBA), color.NRGBAModel.Convert(bottom).(color.NRGBA)
	if b.A == 0 {
		return t
	}
	mix := func(x, y uint8) uint8 { return uint8((int(x)*int(t.A) + int(y)*(255-int(t.A))) / 255) }
	return color.NRGBA{R: mix(t.R, b.R), G: mix(t.G, b.G), B: mix(t.B, b.B), A: b.A}
}

// Tapped is called by Fyne.
func (p *pressable) Tapped(*fyne.PointEvent) { p.do() }

// do presses. What was to be shown about the owner may be about what is gone.
func (p *pressable) do() {
	p.tip.stop()
	keepFocus(p.owner, p.press)
}

// Cursor is called by Fyne.
func (p *pressable) Cursor() desktop.Cursor { return desktop.PointerCursor }

// MouseIn is called by Fyne.
func (p *pressable) MouseIn(*desktop.MouseEvent) {
	p.hovered = true
	p.owner.Refresh()
	if p.cut != nil {
		p.tip.start(p.cut())
	}
}

// MouseMoved is called by Fyne.
func (p *pressable) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (p *pressable) MouseOut() {
	p.hovered = false
	p.owner.Refresh()
	p.tip.stop()
}

// FocusGained is called by Fyne.
func (p *pressable) FocusGained() {
	p.focused = true
	Reveal(p.owner)
	p.owner.Refresh()
}

// FocusLost is called by Fyne.
func (p *pressable) FocusLost() {
	p.focused = false
	p.owner.Refresh()
}

// TypedRune is called by Fyne. Space presses when its character arrives, not when its key goes down: Fyne delivers the
// key first, and the character to whatever has the focus by then, such as a field that the press has made. Another
// character goes to what answers characters where nothing has the focus.
func (p *pressable) TypedRune(r rune) {
	if r == ' ' {
		p.do()
		return
	}
	if c := fyne.CurrentApp().Driver().CanvasForObject(p.owner); c != nil && c.OnTypedRune() != nil {
		c.OnTypedRune()(r)
	}
}

// TypedKey is called by Fyne.
func (p *pressable) TypedKey(ev *fyne.KeyEvent) {
	enterPresses(p.owner, ev, p.do)
}

// enterPresses presses what has the focus for Enter and hands other keys on. Space presses when its character arrives.
func enterPresses(focused fyne.CanvasObject, ev *fyne.KeyEvent, press func()) {
	switch ev.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		press()
	case fyne.KeySpace:
	default:
		passKey(focused, ev)
	}
}

// sideways is how many places a key leads along a row: -1, 1, or 0 for any other key.
func sideways(ev *fyne.KeyEvent) int {
	switch ev.Name {
	case fyne.KeyLeft:
		return -1
	case fyne.KeyRight:
		return 1
	}
	return 0
}
