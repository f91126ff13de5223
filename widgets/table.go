package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TableColumn is a column of a [Table].
type TableColumn struct {
	Title string
	// Min is the width that the column needs, Share how much of the width that is left it takes.
	Min, Share float32
	// Drops is the column's turn to be left out where there is no room for all: 1 is the first, 0 never.
	Drops int
}

// TableCell is what a cell says.
type TableCell struct {
	Text  string
	Color fyne.ThemeColorName // empty for that of text
	Pill  bool                // it is on a soft ground of its color
	Bold  bool
}

// Table shows rows of cells below a header that sorts them. Only the rows in view are made. The rows are one stop of the Tab
// order: Up, Down, Home, End, Page Up and Page Down select another row, Enter and Space open it, Delete deletes it.
type Table struct {
	widget.BaseWidget

	// OnSelected is called when the user selects a row, OnTapped for a tap on it, OnOpened for Enter or Space, OnDelete for
	// Delete.
	OnSelected, OnTapped, OnOpened, OnDelete func(row int)
	// OnSort is called for a press on the header of a column.
	OnSort func(column int)

	columns []TableColumn
	rows    func() int
	cells   func(row int) []TableCell
	heads   []*tableHead
	list    *tableList
	quiet   bool // the program selects
	sorted  int  // the column by which the rows are in order, -1 for none
	falling bool
}

const (
	tableInset  = 12 // at both ends of a row
	tableGap    = 14 // between two cells
	tableHeight = 34 // of a row
	cellPill    = 7
)

// NewTable returns a table; rows is how many there are, cells what one says.
func NewTable(columns []TableColumn, rows func() int, cells func(row int) []TableCell) *Table {
	t := &Table{columns: columns, rows: rows, cells: cells, sorted: -1}
	for i, c := range columns {
		t.heads = append(t.heads, newTableHead(c.Title, func() {
			if t.OnSort != nil {
				t.OnSort(i)
			}
		}))
	}
	t.list = newTableList(t)
	t.ExtendBaseWidget(t)
	return t
}

// SetSorted shows by which column the rows are in order, and which way.
func (t *Table) SetSorted(column int, falling bool) {
	t.sorted, t.falling = column, falling
	for i, h := range t.heads {
		h.order = 0
		if i == column {
			if h.order = 1; falling {
				h.order = -1
			}
		}
		h.Refresh()
	}
}

// Select selects a row and shows it, without calling OnSelected; -1 selects none.
func (t *Table) Select(row int) {
	t.quiet = true
	defer func() { t.quiet = false }()
	if row < 0 || row >= t.rows() {
		t.list.selected = -1
		t.list.UnselectAll()
		return
	}
	t.list.selected = row
	t.list.Select(row)
}

// Selected is the selected row, -1 for none.
func (t *Table) Selected() int { return t.list.selected }

// Rows is what takes the focus.
func (t *Table) Rows() fyne.Focusable { return t.list }

// Children returns the headers and the list, for [ScrollOf].
func (t *Table) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, h := range t.heads {
		all = append(all, h)
	}
	return append(all, t.list)
}

// Refresh shows the rows as they are now.
func (t *Table) Refresh() {
	t.list.Refresh()
	t.BaseWidget.Refresh()
}

// slots are where the columns begin and how wide they are; those that are left out have no width.
func (t *Table) slots(width float32) (x, widths []float32) {
	x, widths = make([]float32, len(t.columns)), make([]float32, len(t.columns))
	shown := make([]bool, len(t.columns))
	need := float32(2*tableInset - tableGap)
	for i, c := range t.columns {
		shown[i] = true
		need += scaled(c.Min) + tableGap
	}
	for need > width {
		first := -1
		for i, c := range t.columns {
			if shown[i] && c.Drops > 0 && (first < 0 || c.Drops < t.columns[first].Drops) {
				first = i
			}
		}
		if first < 0 {
			break
		}
		shown[first] = false
		need -= scaled(t.columns[first].Min) + tableGap
	}
	var shares float32
	for i, c := range t.columns {
		if shown[i] {
			shares += c.Share
		}
	}
	at := float32(tableInset)
	for i, c := range t.columns {
		x[i] = at
		if !shown[i] {
			continue
		}
		widths[i] = scaled(c.Min)
		if shares > 0 {
			widths[i] = max(0, widths[i]+(width-need)*c.Share/shares)
		}
		at += widths[i] + tableGap
	}
	return x, widths
}

// CreateRenderer is called by Fyne.
func (t *Table) CreateRenderer() fyne.WidgetRenderer {
	line := canvas.NewRectangle(nil)
	objects := []fyne.CanvasObject{}
	for _, h := range t.heads {
		objects = append(objects, h)
	}
	objects = append(objects, line, t.list)
	paint := func() {
		line.FillColor = Color(theme.ColorNameSeparator)
		line.Refresh()
	}
	paint()
	place := func(size fyne.Size) {
		x, widths := t.slots(size.Width)
		height := t.heads[0].MinSize().Height
		for i, h := range t.heads {
			h.Hidden = widths[i] == 0
			h.Move(fyne.NewPos(x[i]-headInset, 2))
			h.Resize(fyne.NewSize(widths[i]+2*headInset, height))
		}
		line.Move(fyne.NewPos(0, height+4))
		line.Resize(fyne.NewSize(size.Width, 1))
		t.list.Move(fyne.NewPos(0, height+5))
		t.list.Resize(fyne.NewSize(size.Width, max(0, size.Height-height-5)))
	}
	return &drawing{
		objects: objects,
		min: func() fyne.Size {
			width := float32(2*tableInset - tableGap)
			for _, c := range t.columns {
				if c.Drops == 0 {
					width += scaled(c.Min) + tableGap
				}
			}
			return fyne.NewSize(width, 3*scaled(tableHeight))
		},
		layout: place,
		refresh: func() {
			paint()
			place(t.Size())
		},
	}
}

// tableList is the rows.
type tableList struct {
	List
	table    *Table
	selected int
}

func newTableList(t *Table) *tableList {
	l := &tableList{table: t, selected: -1}
	l.Length = t.rows
	l.CreateItem = func() fyne.CanvasObject { return newTableRow(t) }
	l.UpdateItem = func(i widget.ListItemID, o fyne.CanvasObject) { o.(*tableRow).show(i) }
	l.HideSeparators = true
	l.OnSelected = func(i widget.ListItemID) {
		l.selected = i
		if !t.quiet && t.OnSelected != nil {
			t.OnSelected(i)
		}
	}
	l.ExtendBaseWidget(l)
	return l
}

// FocusGained is called by Fyne. Its own list would highlight a row of its own, besides the selected one.
func (l *tableList) FocusGained() {
	l.focused = true
	Reveal(l)
	l.Refresh()
}

// TypedRune is called by Fyne.
func (l *tableList) TypedRune(r rune) {
	if r == ' ' {
		l.call(l.table.OnOpened)
	}
}

func (l *tableList) call(f func(int)) {
	if l.selected >= 0 && l.selected < l.table.rows() && f != nil {
		keepFocus(l, func() { f(l.selected) })
	}
}

// TypedKey is called by Fyne.
func (l *tableList) TypedKey(ev *fyne.KeyEvent) {
	const page = 10
	last := l.table.rows() - 1
	to := l.selected
	switch ev.Name {
	case fyne.KeyDown:
		to++
	case fyne.KeyUp:
		to--
	case fyne.KeyPageDown:
		to += page
	case fyne.KeyPageUp:
		to -= page
	case fyne.KeyHome:
		to = 0
	case fyne.KeyEnd:
		to = last
	case fyne.KeyReturn, fyne.KeyEnter:
		l.call(l.table.OnOpened)
		return
	case fyne.KeyDelete, fyne.KeyBackspace:
		l.call(l.table.OnDelete)
		return
	case fyne.KeySpace:
		return
	default:
		passKey(l, ev)
		return
	}
	if last >= 0 {
		keepFocus(l, func() { l.Select(min(max(to, 0), last)) })
	}
}

// tableRow is a row in view.
type tableRow struct {
	widget.BaseWidget
	table *Table
	index int
	cells []TableCell
	texts []*canvas.Text
	pills []*canvas.Rectangle
}

func newTableRow(t *Table) *tableRow {
	r := &tableRow{table: t}
	for range t.columns {
		p := canvas.NewRectangle(nil)
		p.CornerRadius = innerRadius
		r.texts, r.pills = append(r.texts, canvas.NewText("", nil)), append(r.pills, p)
	}
	r.ExtendBaseWidget(r)
	return r
}

func (r *tableRow) show(i int) {
	r.index, r.cells = i, nil
	if i < r.table.rows() {
		r.cells = r.table.cells(i)
	}
	r.Refresh()
}

// Tapped is called by Fyne. Its list passes over a tap on the row that is selected.
func (r *tableRow) Tapped(*fyne.PointEvent) {
	if r.index >= r.table.rows() {
		return
	}
	if c := CanvasOf(r.table); c != nil {
		c.Focus(r.table.list)
	}
	r.table.Select(r.index)
	if r.table.OnTapped != nil {
		keepFocus(r.table, func() { r.table.OnTapped(r.index) })
	}
}

// CreateRenderer is called by Fyne.
func (r *tableRow) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i := range r.texts {
		objects = append(objects, r.pills[i], r.texts[i])
	}
	r.place(r.Size())
	return &drawing{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(10, scaled(tableHeight)) },
		layout:  r.place,
		refresh: func() { r.place(r.Size()) },
	}
}

func (r *tableRow) place(size fyne.Size) {
	x, widths := r.table.slots(size.Width)
	for i, t := range r.texts {
		var c TableCell
		if i < len(r.cells) {
			c = r.cells[i]
		}
		p := r.pills[i]
		t.Hidden = widths[i] == 0 || c.Text == ""
		p.Hidden = t.Hidden || !c.Pill
		if t.Hidden {
			continue
		}
		name := c.Color
		if name == "" {
			name = theme.ColorNameForeground
		}
		t.TextSize, t.TextStyle, t.Color = theme.TextSize(), fyne.TextStyle{Bold: c.Bold}, Color(name)
		width, left := widths[i], x[i]
		if c.Pill {
			t.TextSize, t.TextStyle.Bold = theme.CaptionTextSize(), true
			width, left = width-2*cellPill, left+cellPill
		}
		t.Text = ellipsis(c.Text, width, t.TextSize, t.TextStyle)
		min := t.MinSize()
		t.Resize(min)
		t.Move(fyne.NewPos(left, (size.Height-min.Height)/2))
		if c.Pill {
			p.FillColor = Color(softOf(name))
			if name == ColorMuted {
				p.FillColor = Color(ColorTrack)
			}
			p.Resize(fyne.NewSize(min.Width+2*cellPill, min.Height+4))
			p.Move(fyne.NewPos(x[i], (size.Height-min.Height)/2-2))
			p.Refresh()
		}
		t.Refresh()
	}
}

// tableHead is the header of a column.
type tableHead struct {
	widget.BaseWidget
	pressable
	title *canvas.Text
	arrow *canvas.Image
	text  string
	order int // 1 and -1: the rows are in this column's order, rising or falling
}

const (
	headInset  = 6
	headHeight = 26
	headArrow  = 14
)

func newTableHead(title string, tapped func()) *tableHead {
	h := &tableHead{text: title, title: canvas.NewText("", nil), arrow: canvas.NewImageFromResource(nil)}
	h.arrow.FillMode = canvas.ImageFillContain
	h.pressable.init(h, tapped)
	h.cut = func() string {
		if h.title.Text == h.text {
			return ""
		}
		return h.text
	}
	h.ExtendBaseWidget(h)
	return h
}

// AccessibilityLabel returns the title with the order.
func (h *tableHead) AccessibilityLabel() string {
	switch h.order {
	case 1:
		return lang.X("widgets.in-rising-order", "{{.Title}}, in rising order", map[string]any{"Title": h.text})
	case -1:
		return lang.X("widgets.in-falling-order", "{{.Title}}, in falling order", map[string]any{"Title": h.text})
	}
	return h.text
}

// TypedKey is called by Fyne. Left and Right go through the headers, as Tab does.
func (h *tableHead) TypedKey(ev *fyne.KeyEvent) {
	c := CanvasOf(h)
	step := sideways(ev)
	if step == 0 || c == nil {
		h.pressable.TypedKey(ev)
		return
	}
	all := Focusables(c)
	i := slices.Index(all, fyne.Focusable(h)) + step
	if i >= 0 && i < len(all) {
		if to, ok := all[i].(*tableHead); ok {
			c.Focus(to)
		}
	}
}

// CreateRenderer is called by Fyne.
func (h *tableHead) CreateRenderer() fyne.WidgetRenderer {
	h.paint()
	return &drawing{
		objects: []fyne.CanvasObject{h.ground, h.title, h.arrow},
		min:     func() fyne.Size { return fyne.NewSize(30, scaled(headHeight)) },
		layout:  h.place,
		refresh: func() {
			h.paint()
			h.place(h.Size())
		},
	}
}

func (h *tableHead) paint() {
	h.paintGround()
	h.title.TextSize, h.title.TextStyle = theme.CaptionTextSize(), fyne.TextStyle{Bold: h.order != 0}
	color := ColorMuted
	if h.order != 0 || h.hovered {
		color = theme.ColorNameForeground
	}
	h.title.Color = Color(color)
	icon := theme.MenuDropDownIcon()
	if h.order > 0 {
		icon = theme.MenuDropUpIcon()
	}
	h.arrow.Resource = theme.NewColoredResource(icon, color)
	h.arrow.Hidden = h.order == 0
	h.arrow.Refresh()
}

func (h *tableHead) place(size fyne.Size) {
	h.ground.Resize(size)
	width := size.Width - 2*headInset
	if h.order != 0 {
		width -= headArrow
	}
	h.title.Text = ellipsis(h.text, width, h.title.TextSize, h.title.TextStyle)
	min := h.title.MinSize()
	h.title.Resize(min)
	h.title.Move(fyne.NewPos(headInset, (size.Height-min.Height)/2))
	h.arrow.Resize(fyne.NewSquareSize(headArrow))
	h.arrow.Move(fyne.NewPos(headInset+min.Width+1, (size.Height-headArrow)/2))
	h.title.Refresh()
}

var (
	_ fyne.Focusable    = (*tableList)(nil)
	_ desktop.Hoverable = (*tableHead)(nil)
)
