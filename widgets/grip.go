package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// grip is the handle of one row of a ReorderList: six dots to drag by, or to focus and press the arrow keys on.
type grip struct {
	widget.BaseWidget
	list             *ReorderList
	dots             [6]*canvas.Circle
	ground           *canvas.Rectangle
	hovered, focused bool
}

var (
	_ fyne.Draggable     = (*grip)(nil)
	_ fyne.Focusable     = (*grip)(nil)
	_ fyne.Shortcutable  = (*grip)(nil)
	_ fyne.Disableable   = (*grip)(nil)
	_ desktop.Hoverable  = (*grip)(nil)
	_ desktop.Cursorable = (*grip)(nil)
)

func newGrip(l *ReorderList) *grip {
	g := &grip{list: l, ground: canvas.NewRectangle(nil)}
	g.ground.CornerRadius = 4
	for i := range g.dots {
		g.dots[i] = canvas.NewCircle(nil)
	}
	g.ExtendBaseWidget(g)
	return g
}

func (g *grip) index() int { return slices.Index(g.list.handles, g) }

func (g *grip) Dragged(ev *fyne.DragEvent) { g.list.dragged(g.index(), ev) }
func (g *grip) DragEnd()                   { g.list.dragEnd() }

// Tapped takes the focus, so that the arrow keys move the row after a click on its handle.
func (g *grip) Tapped(*fyne.PointEvent) {
	if c := fyne.CurrentApp().Driver().CanvasForObject(g); c != nil {
		c.Focus(g)
	}
}

func (g *grip) Cursor() desktop.Cursor { return desktop.VResizeCursor }

func (g *grip) MouseIn(*desktop.MouseEvent)    { g.hovered = true; g.Refresh() }
func (g *grip) MouseMoved(*desktop.MouseEvent) {}
func (g *grip) MouseOut()                      { g.hovered = false; g.Refresh() }

func (g *grip) FocusGained() {
	g.focused = true
	Reveal(g)
	g.Refresh()
}

func (g *grip) FocusLost() {
	g.focused = false
	g.list.escapeDrag()
	g.Refresh()
}

func (g *grip) TypedRune(rune) {}

func (g *grip) TypedKey(ev *fyne.KeyEvent) {
	if ev.Name == fyne.KeyEscape && g.list.drag == nil {
		passKey(g, ev)
		return
	}
	g.key(ev.Name)
}

func (g *grip) TypedShortcut(s fyne.Shortcut) {
	if c, ok := s.(*desktop.CustomShortcut); ok && c.Modifier == fyne.KeyModifierAlt {
		g.key(c.KeyName)
	}
}

func (g *grip) key(name fyne.KeyName) {
	switch name {
	case fyne.KeyUp:
		g.list.step(g.index(), -1)
	case fyne.KeyDown:
		g.list.step(g.index(), 1)
	case fyne.KeyEscape:
		g.list.escapeDrag()
	}
}

// Disabled keeps a handle out of the Tab order if the owner asks for it, but not while it is dragged: it needs the
// focus to receive Escape.
func (g *grip) Disabled() bool { return g.list.SkipHandles && g.list.drag == nil }
func (g *grip) Enable()        {}
func (g *grip) Disable()       {}

const (
	gripDot   = 2.6
	gripPitch = 5
	gripInset = FirstLine / 2 // from the row's top to the middle of the dots
)

// FirstLine is the height of a field's first line with the space around it, beside which
// a row's handle, mark and buttons are centered, in Fyne's units.
const FirstLine = 30

func (g *grip) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{g.ground}
	for _, d := range g.dots {
		objects = append(objects, d)
	}
	return &drawing{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(gripWidth, 24) },
		layout:  g.layout,
		refresh: g.paint,
	}
}

func (g *grip) layout(size fyne.Size) {
	middle := fyne.NewPos((size.Width-4)/2, fyne.Min(size.Height/2, gripInset))
	g.ground.Resize(fyne.NewSize(14, 22))
	g.ground.Move(fyne.NewPos(middle.X-7, middle.Y-11))
	for i, d := range g.dots {
		x := middle.X + (float32(i%2)-0.5)*gripPitch
		y := middle.Y + (float32(i/2)-1)*gripPitch
		d.Resize(fyne.NewSquareSize(gripDot))
		d.Move(fyne.NewPos(x-gripDot/2, y-gripDot/2))
	}
	g.paint()
}

func (g *grip) paint() {
	dot := theme.ColorNameDisabled
	g.ground.FillColor = transparent
	switch {
	case g.focused:
		dot = theme.ColorNamePrimary
	case g.hovered:
		dot, g.ground.FillColor = ColorMuted, Color(theme.ColorNameHover)
	}
	g.ground.StrokeWidth, g.ground.StrokeColor = 0, transparent
	if g.focused {
		g.ground.StrokeWidth, g.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	g.ground.Refresh()
	for _, d := range g.dots {
		d.FillColor = Color(dot)
		d.Refresh()
	}
}
