package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/widgets"
)

// Column is one of the panes side by side that make a mode.
type Column struct {
	Name            string
	Content         fyne.CanvasObject
	MinWidth, Width float32 // as in [widgets.Pane]
	Grows           bool
	// Room is what the column needs of the window's width to be worth showing. One
	// that may be hidden folds away by itself where there is less.
	Room float32
	// Hides says that the user may hide the column.
	Hides bool
}

// Columns lays columns out from left to right. Those further left are shown before
// others where room is short.
type Columns struct {
	// OnResized is called when the user has dragged a divider, OnToggled when columns
	// were shown or hidden by the user.
	OnResized, OnToggled func()

	columns []Column
	hidden  map[string]bool // by the user
	panes   *widgets.Panes
	frames  []*fyne.Container // around the contents: another mode may show the same content
	width   float32           // of the window
	root    fyne.CanvasObject
}

// NewColumns makes columns, of which some are hidden by the user.
func NewColumns(hidden []string, columns ...Column) *Columns {
	c := &Columns{columns: columns, hidden: map[string]bool{}, OnResized: func() {}, OnToggled: func() {}}
	var panes []widgets.Pane
	for _, col := range columns {
		frame := container.New(anyWidth{}, col.Content)
		c.frames = append(c.frames, frame)
		panes = append(panes, widgets.Pane{Content: frame, MinWidth: col.MinWidth, Width: col.Width, Grows: col.Grows})
		c.hidden[col.Name] = col.Hides && slices.Contains(hidden, col.Name)
	}
	c.panes = widgets.NewPanes(panes...)
	c.panes.OnResized = func() { c.OnResized() }
	c.root = container.New(&watched{resized: c.Fold}, c.panes)
	return c
}

// Object is what to put into the window.
func (c *Columns) Object() fyne.CanvasObject { return c.root }

// Widths are those of the columns, as SetWidths takes them.
func (c *Columns) Widths() []float32 { return c.panes.Widths() }

// SetWidths sets the widths of the columns; nil leaves them.
func (c *Columns) SetWidths(widths []float32) {
	if widths != nil {
		c.panes.SetWidths(widths)
	}
}

// Shown reports whether a column is shown.
func (c *Columns) Shown(name string) bool {
	i := c.index(name)
	return i >= 0 && c.panes.Shown(i)
}

func (c *Columns) index(name string) int {
	return slices.IndexFunc(c.columns, func(col Column) bool { return col.Name == name })
}

// Hidden are the names of the columns that the user has hidden.
func (c *Columns) Hidden() []string {
	var names []string
	for _, col := range c.columns {
		if c.hidden[col.Name] {
			names = append(names, col.Name)
		}
	}
	return names
}

// Refresh lays the contents out, after another mode has shown some of them.
func (c *Columns) Refresh() {
	for _, f := range c.frames {
		f.Refresh()
	}
}

// Fold shows the columns that the user wants and that a width has room for; 0
// stands for a window that is not shown yet.
func (c *Columns) Fold(width float32) {
	c.width = width
	left := width
	for _, col := range c.columns {
		if !col.Hides {
			left -= col.Room
		}
	}
	for i, col := range c.columns {
		if !col.Hides {
			continue
		}
		shown := !c.hidden[col.Name] && (width == 0 || left >= col.Room)
		if shown {
			left -= col.Room
		}
		if shown != c.panes.Shown(i) {
			c.panes.SetVisible(i, shown)
		}
	}
}

// Toggle shows a column or hides it. Where there is no room for it beside the
// others that may be hidden, it takes their place.
func (c *Columns) Toggle(name string) {
	i := c.index(name)
	shown := c.panes.Shown(i)
	c.hidden[name] = shown
	if !shown {
		c.Fold(c.width)
		for at := len(c.columns) - 1; at >= 0 && !c.panes.Shown(i); at-- {
			if other := c.columns[at]; other.Hides && other.Name != name {
				c.hidden[other.Name] = true
				c.Fold(c.width)
			}
		}
	}
	c.Fold(c.width)
	c.OnToggled()
}

// Show shows a column.
func (c *Columns) Show(name string) {
	if !c.Shown(name) {
		c.Toggle(name)
	}
}

// anyWidth lets a column be as narrow as the panes say, whatever its content asks
// for.
type anyWidth struct{}

func (anyWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
		o.Move(fyne.Position{})
	}
}

func (anyWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(0, objects[0].MinSize().Height)
}

// watched fills the room with its objects and tells of every new width.
type watched struct{ resized func(width float32) }

func (l *watched) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	l.resized(size.Width)
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *watched) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m
}
