package shell

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/widgets"
)

// Column is one of the panes that make up a mode, side by side.
type Column struct {
	Name            string
	Content         fyne.CanvasObject
	MinWidth, Width float32 // as in [widgets.Pane]
	Grows           bool
	// Room is the width that the column needs to be useful. A column that Hides folds
	// where the window is narrower.
	Room float32
	// Hides says that the user may hide the column.
	Hides bool
}

// Columns lays out columns from left to right. In a narrow window columns at the left
// take precedence.
type Columns struct {
	// OnResized is called when the user has dragged a divider, OnToggled when the user
	// has shown or hidden a column.
	OnResized, OnToggled func()

	columns []Column
	hidden  map[string]bool // by the user
	panes   *widgets.Panes
	frames  []*fyne.Container // around the contents, which another mode may share
	width   float32           // of the window
	root    fyne.CanvasObject
}

// NewColumns makes columns; hidden are the names of those the user has hidden.
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

// Object is the columns' container.
func (c *Columns) Object() fyne.CanvasObject { return c.root }

// Widths are the columns' widths, for SetWidths.
func (c *Columns) Widths() []float32 { return c.panes.Widths() }

// SetWidths sets the columns' widths; nil keeps them.
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

// Refresh lays out the contents again, after another mode has shown some of them.
func (c *Columns) Refresh() {
	for _, f := range c.frames {
		f.Refresh()
	}
}

// Fold shows the columns that the user has not hidden and that fit in a width; 0
// means a window that is not shown yet.
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

// Toggle shows or hides a column. A column that does not fit beside the others
// replaces those that may be hidden.
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

// Show shows a column, if it isn't shown.
func (c *Columns) Show(name string) {
	if !c.Shown(name) {
		c.Toggle(name)
	}
}

// anyWidth ignores its content's minimum width: the panes decide.
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

// watched gives its objects its size and reports every new width.
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
