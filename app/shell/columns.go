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
	// Room is the width that the column needs to be useful. Where the window is too
	// narrow for all, columns fold to their strips.
	Room float32
	// Folds is the column's turn to fold: 1 folds first, 0 never.
	Folds int
	// Strip is what is shown of the folded column. It leads back to it.
	Strip fyne.CanvasObject
	// Text is how much the widths and the room follow the size of text, as in
	// [widgets.Pane].
	Text float32
	// Opened is called when the folded column has been opened over its neighbors; it
	// may be nil.
	Opened func()
}

// Columns lays out columns from left to right. Those that fold leave a strip, and
// where there is no room for them, open as a drawer over their neighbors.
type Columns struct {
	// OnResized is called when the user has dragged a divider, OnToggled when the user
	// has shown or hidden a column, OnWidth before the columns are laid out in a width.
	OnResized, OnToggled func()
	OnWidth              func(width float32)

	columns []Column
	hidden  map[string]bool // by the user
	panes   *widgets.Panes
	frames  []*fyne.Container // around the contents, which another mode may share
	drawer  *widgets.Drawer
	drawn   int     // the column in the drawer, -1 for none
	width   float32 // of the window
	root    *fyne.Container
}

// NewColumns makes columns.
func NewColumns(columns ...Column) *Columns {
	c := &Columns{columns: columns, hidden: map[string]bool{}, OnResized: func() {}, OnToggled: func() {}, OnWidth: func(float32) {},
		drawer: widgets.NewDrawer(), drawn: -1}
	var panes []widgets.Pane
	for _, col := range columns {
		frame := container.New(anyWidth{}, col.Content)
		c.frames = append(c.frames, frame)
		panes = append(panes, widgets.Pane{Content: frame, MinWidth: col.MinWidth, Width: col.Width, Grows: col.Grows, Strip: col.Strip, Text: col.Text})
	}
	c.panes = widgets.NewPanes(panes...)
	c.panes.OnResized = func() { c.OnResized() }
	c.drawer.Hide()
	c.root = container.New(&watched{c}, c.panes, c.drawer)
	return c
}

// Object is the columns' container.
func (c *Columns) Object() fyne.CanvasObject { return c.root }

// Widths are the columns' widths, for SetWidths.
func (c *Columns) Widths() []float32 { return c.panes.Widths() }

// SetWidths sets the columns' widths; nil sets those they were made with.
func (c *Columns) SetWidths(widths []float32) {
	if widths == nil {
		for _, col := range c.columns {
			widths = append(widths, col.Width)
		}
	}
	c.panes.SetWidths(widths)
}

// Shown reports whether a column is shown, in its place or in the drawer.
func (c *Columns) Shown(name string) bool {
	i := c.index(name)
	return i >= 0 && (c.panes.Shown(i) || c.drawn == i)
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

// SetHidden sets which columns the user has hidden.
func (c *Columns) SetHidden(names []string) {
	for _, col := range c.columns {
		c.hidden[col.Name] = col.Folds > 0 && slices.Contains(names, col.Name)
	}
	c.Fold(c.width)
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
	folded := map[int]bool{}
	for i, col := range c.columns {
		folded[i] = c.hidden[col.Name]
	}
	for width > 0 {
		next, last := c.nextToFold(folded)
		if next < 0 || c.needs(folded, last) <= width {
			break
		}
		folded[next] = true
	}
	for i := range c.columns {
		c.panes.SetVisible(i, !folded[i])
	}
	if c.drawn >= 0 && !folded[c.drawn] {
		c.CloseDrawer()
	}
}

// nextToFold is the column whose turn it is to fold, -1 for none, and whether it is
// the last that can.
func (c *Columns) nextToFold(folded map[int]bool) (next int, last bool) {
	next = -1
	for i, col := range c.columns {
		if col.Folds == 0 || folded[i] {
			continue
		}
		last = next < 0
		if next < 0 || col.Folds < c.columns[next].Folds {
			next = i
		}
	}
	return next, last
}

// needs is the width that the columns need, some of which are folded: the least
// width, or one in which they are useful.
func (c *Columns) needs(folded map[int]bool, least bool) float32 {
	width := widgets.DividerWidth * float32(len(c.columns)-1)
	for i, col := range c.columns {
		switch {
		case folded[i]:
			width += widgets.StripWidth
		case least:
			width += col.MinWidth * widgets.WithText(col.Text)
		default:
			width += col.Room * widgets.WithText(col.Text)
		}
	}
	return width
}

// least is the width below which the columns are cut.
func (c *Columns) least() float32 {
	folded := map[int]bool{}
	for i, col := range c.columns {
		folded[i] = col.Folds > 0
	}
	return c.needs(folded, true)
}

// Toggle shows or hides a column. One that does not fit beside the others opens in
// the drawer.
func (c *Columns) Toggle(name string) {
	i := c.index(name)
	switch {
	case c.drawn == i:
		c.CloseDrawer()
	case c.panes.Shown(i):
		c.hidden[name] = true
		c.Fold(c.width)
	default:
		c.hidden[name] = false
		if c.Fold(c.width); !c.panes.Shown(i) {
			c.draw(i)
		}
	}
	c.OnToggled()
}

// Show shows a column, if it isn't shown.
func (c *Columns) Show(name string) {
	if !c.Shown(name) {
		c.Toggle(name)
	}
}

// draw opens a folded column in the drawer.
func (c *Columns) draw(i int) {
	c.drawn = i
	c.drawer.SetContent(c.columns[i].Content)
	c.drawer.Show()
	c.root.Refresh()
	if opened := c.columns[i].Opened; opened != nil {
		opened()
	}
}

// CloseDrawer folds the column in the drawer, or of the columns named, if any, and
// reports whether it did.
func (c *Columns) CloseDrawer(names ...string) bool {
	if c.drawn < 0 || len(names) > 0 && !slices.Contains(names, c.columns[c.drawn].Name) {
		return false
	}
	c.frames[c.drawn].Refresh()
	c.drawn = -1
	c.drawer.SetContent(nil)
	c.drawer.Hide()
	return true
}

// placeDrawer puts the drawer beside its column's strip.
func (c *Columns) placeDrawer(size fyne.Size) {
	if c.drawn < 0 {
		return
	}
	x, strip := c.panes.Slot(c.drawn)
	right := x + strip
	width := c.columns[c.drawn].Width * widgets.WithText(c.columns[c.drawn].Text)
	if right < size.Width/2 {
		width = min(width, size.Width-right)
		c.drawer.Move(fyne.NewPos(right, 0))
	} else {
		width = min(width, x)
		c.drawer.Move(fyne.NewPos(x-width, 0))
	}
	c.drawer.Resize(fyne.NewSize(width, size.Height))
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

// watched gives the panes its size, places the drawer over them, and reports widths.
type watched struct{ columns *Columns }

func (l *watched) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	c := l.columns
	c.OnWidth(size.Width)
	c.Fold(size.Width)
	objects[0].Resize(size)
	c.placeDrawer(size)
}

func (l *watched) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(l.columns.least(), objects[0].MinSize().Height)
}
