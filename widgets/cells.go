package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Cell is one thing in a picture of many.
type Cell struct {
	Color fyne.ThemeColorName // "" for one that is still open
	Half  bool                // it is only partly so
	Tip   string
	Gap   bool // a new group begins with it
}

// Cells is a picture of many things of which each is in some state: small squares in lines, each with a tooltip. It is
// one stop of the Tab order; the arrow keys go through it, Enter chooses.
type Cells struct {
	widget.BaseWidget

	// OnTapped is called for a tap on a cell, or a press.
	OnTapped func(i int)

	cells    []Cell
	squares  []*canvas.Rectangle
	halves   []*canvas.Rectangle
	ring     *canvas.Rectangle
	at       int // that the keys are on
	selected int
	focused  bool
	tip      tooltip
	hovered  int
}

var (
	_ fyne.Focusable    = (*Cells)(nil)
	_ desktop.Hoverable = (*Cells)(nil)
)

const (
	cellSize  = 12
	cellGap   = 3
	cellGroup = 9 // between two groups
)

// NewCells returns an empty picture.
func NewCells() *Cells {
	c := &Cells{ring: canvas.NewRectangle(nil), hovered: -1, selected: -1}
	c.ring.CornerRadius, c.ring.StrokeWidth = 4, 2
	c.tip.owner = c
	c.ExtendBaseWidget(c)
	return c
}

// SetCells replaces the cells.
func (c *Cells) SetCells(cells []Cell) {
	c.cells = cells
	for len(c.squares) < len(cells) {
		s, h := canvas.NewRectangle(nil), canvas.NewRectangle(nil)
		s.CornerRadius, h.CornerRadius = 3, 3
		c.squares, c.halves = append(c.squares, s), append(c.halves, h)
	}
	c.squares, c.halves = c.squares[:len(cells)], c.halves[:len(cells)]
	c.at = min(c.at, max(0, len(cells)-1))
	c.Refresh()
}

// Cells returns the cells.
func (c *Cells) Cells() []Cell { return c.cells }

// SetSelected marks a cell, -1 none.
func (c *Cells) SetSelected(i int) {
	if c.selected != i {
		c.selected = i
		if i >= 0 {
			c.at = i
		}
		c.Refresh()
	}
}

// Disabled keeps an empty picture out of the Tab order.
func (c *Cells) Disabled() bool { return len(c.cells) == 0 }

// Enable does nothing.
func (c *Cells) Enable() {}

// Disable does nothing.
func (c *Cells) Disable() {}

// AccessibilityLabel returns what the cell says that the keys are on.
func (c *Cells) AccessibilityLabel() string {
	if len(c.cells) == 0 {
		return ""
	}
	return c.cells[c.at].Tip
}

// places are where the cells are in a width, and the height of all.
func (c *Cells) places(width float32) (at []fyne.Position, height float32) {
	size := scaled(cellSize)
	var x, y float32
	for i, cell := range c.cells {
		if i > 0 && cell.Gap {
			x += cellGroup - cellGap
		}
		if i > 0 && x+size > width {
			x, y = 0, y+size+cellGap
		}
		at = append(at, fyne.NewPos(x, y))
		x += size + cellGap
	}
	return at, y + size
}

// cellAt is the cell at a position, -1 for none.
func (c *Cells) cellAt(p fyne.Position) int {
	at, _ := c.places(c.Size().Width)
	size := scaled(cellSize) + cellGap
	for i, a := range at {
		if p.X >= a.X && p.X < a.X+size && p.Y >= a.Y && p.Y < a.Y+size {
			return i
		}
	}
	return -1
}

// Tapped is called by Fyne.
func (c *Cells) Tapped(ev *fyne.PointEvent) { c.press(c.cellAt(ev.Position)) }

func (c *Cells) press(i int) {
	if i >= 0 && i < len(c.cells) && c.OnTapped != nil {
		c.tip.stop()
		c.at = i
		c.OnTapped(i)
	}
}

// MouseIn is called by Fyne.
func (c *Cells) MouseIn(ev *desktop.MouseEvent) { c.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (c *Cells) MouseMoved(ev *desktop.MouseEvent) {
	i := c.cellAt(ev.Position)
	if i == c.hovered {
		return
	}
	c.hovered = i
	c.tip.stop()
	if i >= 0 {
		c.tip.start(c.cells[i].Tip)
	}
}

// MouseOut is called by Fyne.
func (c *Cells) MouseOut() {
	c.hovered = -1
	c.tip.stop()
}

// FocusGained is called by Fyne.
func (c *Cells) FocusGained() {
	c.focused = true
	c.Refresh()
}

// FocusLost is called by Fyne.
func (c *Cells) FocusLost() {
	c.focused = false
	c.tip.stop()
	c.Refresh()
}

// TypedRune is called by Fyne.
func (c *Cells) TypedRune(r rune) {
	if r == ' ' {
		c.press(c.at)
	}
}

// TypedKey is called by Fyne.
func (c *Cells) TypedKey(ev *fyne.KeyEvent) {
	step := sideways(ev)
	if step == 0 {
		enterPresses(c, ev, func() { c.press(c.at) })
		return
	}
	if to := c.at + step; to >= 0 && to < len(c.cells) {
		c.at = to
		c.Refresh()
		c.tip.stop()
		c.tip.start(c.cells[to].Tip)
	}
}

// CreateRenderer is called by Fyne.
func (c *Cells) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{min: func() fyne.Size {
		width := c.Size().Width
		if width <= 0 {
			width = 240
		}
		_, height := c.places(width)
		return fyne.NewSize(4*scaled(cellSize), height)
	}, layout: c.place}
	list := func() {
		d.objects = []fyne.CanvasObject{}
		for i := range c.squares {
			d.objects = append(d.objects, c.squares[i], c.halves[i])
		}
		d.objects = append(d.objects, c.ring)
	}
	d.refresh = func() {
		list()
		c.paint()
		c.place(c.Size())
	}
	list()
	c.paint()
	return d
}

func (c *Cells) paint() {
	for i, cell := range c.cells {
		c.squares[i].FillColor = Color(ColorTrack)
		c.halves[i].Hidden = cell.Color == ""
		if cell.Color != "" {
			c.halves[i].FillColor = Color(cell.Color)
		}
		c.squares[i].Refresh()
		c.halves[i].Refresh()
	}
	c.ring.FillColor, c.ring.StrokeColor = transparent, Color(theme.ColorNameForeground)
	if c.focused {
		c.ring.StrokeColor = Color(theme.ColorNamePrimary)
	}
	c.ring.Hidden = len(c.cells) == 0 || !c.focused && c.selected < 0
	c.ring.Refresh()
}

func (c *Cells) place(size fyne.Size) {
	at, _ := c.places(size.Width)
	side := scaled(cellSize)
	for i, p := range at {
		c.squares[i].Move(p)
		c.squares[i].Resize(fyne.NewSquareSize(side))
		height := side
		if c.cells[i].Half {
			height = side / 2
		}
		c.halves[i].Move(p.AddXY(0, side-height))
		c.halves[i].Resize(fyne.NewSize(side, height))
	}
	mark := c.selected
	if c.focused {
		mark = c.at
	}
	if mark >= 0 && mark < len(at) {
		c.ring.Move(at[mark].SubtractXY(2, 2))
		c.ring.Resize(fyne.NewSquareSize(side + 4))
	}
}
