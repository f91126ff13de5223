package widgets

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// RailItem is one row of a [RailList].
type RailItem struct {
	ID, Title string
	// Badge is a count shown at the right; 0 shows none.
	Badge int
	// Note explains the badge, in the row's tooltip and its accessibility label.
	Note string
	// Mark is a sign before the badge, and Marks the number behind it, which is shown where there is room for it.
	Mark  MarkerKind
	Marks int
	// Muted draws the row as hidden content.
	Muted bool
	// Fixed keeps the row, and its index, from being moved.
	Fixed bool
	// Level is how deep the row is below another one: rows below one are smaller and farther in.
	Level int
}

// RailList is a sidebar of rows of which one is selected. Rows are reordered by dragging. The list is one
// stop of the Tab order: Up and Down go through the rows, Enter or Space selects, Alt+Up and Alt+Down move the row,
// and the Menu key or Shift+F10 opens its menu.
type RailList struct {
	widget.BaseWidget

	// OnSelected is called when the user selects a row, the selected one included.
	OnSelected func(id string)
	// OnMove is called when the user moves a row; the owner then calls SetItems.
	OnMove func(from, to int)
	// OnMenu is called for a row's menu, with a position on the canvas.
	OnMenu func(id string, at fyne.Position)
	// OnRename is called when the user has renamed a row, by F2 or a double tap; nil where rows cannot be renamed. Fixed
	// rows cannot.
	OnRename func(id, title string)
	// OnSubmitted is called for Enter, where the selection follows the arrow keys.
	OnSubmitted func(id string)
	// Follows says that the arrow keys select the row that they come to.
	Follows bool

	items    []RailItem
	rows     []*railRow
	list     *ReorderList
	name     *railName
	selected string
	cursor   string // the row the arrow keys are on
	focused  bool
	keyed    bool // the focus is there for keys, not for a drag: show where they go
}

var (
	_ fyne.Focusable    = (*RailList)(nil)
	_ fyne.Shortcutable = (*RailList)(nil)
)

// NewRailList returns a list of the items.
func NewRailList(items ...RailItem) *RailList {
	l := &RailList{list: NewReorderList()}
	l.list.Gap, l.list.noHandle = 1, true
	l.list.movable = func(i int) bool { return !l.items[i].Fixed }
	l.list.OnMove = func(from, to int) {
		if l.OnMove != nil {
			l.OnMove(from, to)
		}
	}
	l.name = newRailName(l)
	l.ExtendBaseWidget(l)
	l.SetItems(items)
	return l
}

// Items returns the items in order.
func (l *RailList) Items() []RailItem { return slices.Clone(l.items) }

// SetItems replaces the items. Rows whose id stays are kept.
func (l *RailList) SetItems(items []RailItem) {
	if slices.Equal(items, l.items) {
		return
	}
	known := map[string]*railRow{}
	for _, r := range l.rows {
		known[r.item.ID] = r
	}
	l.items = slices.Clone(items)
	l.rows = l.rows[:0:0]
	var objects []fyne.CanvasObject
	for _, item := range items {
		r := known[item.ID]
		if r == nil {
			r = newRailRow(l)
		}
		r.item = item
		l.rows = append(l.rows, r)
		objects = append(objects, r)
	}
	l.list.SetRows(objects)
	l.Refresh()
}

// Select marks the row as selected without calling OnSelected; an unknown id selects none.
func (l *RailList) Select(id string) {
	if l.selected == id {
		return
	}
	l.selected = id
	l.cursor = id
	l.Refresh()
}

// Selected returns the id of the selected row, or nothing.
func (l *RailList) Selected() string { return l.selected }

// Children returns the rows, for [ScrollOf].
func (l *RailList) Children() []fyne.CanvasObject {
	return []fyne.CanvasObject{l.list, l.name.TextField}
}

func (l *RailList) choose(id string) {
	l.Select(id)
	if l.OnSelected != nil {
		l.OnSelected(id)
	}
}

func (l *RailList) menu(id string, at fyne.Position) {
	if l.OnMenu != nil {
		l.OnMenu(id, at)
	}
}

func (l *RailList) cursorIndex() int { return l.index(l.cursor) }

func (l *RailList) index(id string) int {
	return slices.IndexFunc(l.items, func(i RailItem) bool { return i.ID == id })
}

// FocusGained is called by Fyne.
func (l *RailList) FocusGained() {
	l.focused, l.keyed = true, true
	if l.cursorIndex() < 0 && len(l.items) > 0 {
		l.cursor = l.items[0].ID
	}
	l.Refresh()
}

// FocusLost is called by Fyne.
func (l *RailList) FocusLost() {
	l.focused = false
	l.cursor = l.selected
	l.list.escapeDrag()
	l.Refresh()
}

// TypedRune is called by Fyne.
func (l *RailList) TypedRune(r rune) {
	if r == ' ' && l.cursorIndex() >= 0 {
		keepFocus(l, func() { l.choose(l.cursor) })
	}
}

// TypedKey is called by Fyne.
func (l *RailList) TypedKey(ev *fyne.KeyEvent) {
	l.keyed = true
	at := l.cursorIndex()
	switch ev.Name {
	case fyne.KeyUp:
		l.moveCursor(at - 1)
	case fyne.KeyDown:
		l.moveCursor(at + 1)
	case fyne.KeyHome:
		l.moveCursor(0)
	case fyne.KeyEnd:
		l.moveCursor(len(l.items) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		if at >= 0 && l.Follows && l.OnSubmitted != nil {
			l.OnSubmitted(l.cursor)
		} else if at >= 0 {
			l.choose(l.cursor)
		}
	case fyne.KeyEscape:
		if l.list.drag == nil {
			passKey(l, ev)
		}
		l.list.escapeDrag()
	case desktop.KeyMenu:
		l.menuAtCursor()
	case fyne.KeyF2:
		l.Rename(l.cursor)
	case fyne.KeySpace:
	default:
		passKey(l, ev)
	}
}

// TypedShortcut is called by Fyne.
func (l *RailList) TypedShortcut(s fyne.Shortcut) {
	c, ok := s.(*desktop.CustomShortcut)
	if !ok || c.Modifier != fyne.KeyModifierAlt {
		return
	}
	switch c.KeyName {
	case fyne.KeyUp:
		l.list.step(l.cursorIndex(), -1)
	case fyne.KeyDown:
		l.list.step(l.cursorIndex(), 1)
	}
}

func (l *RailList) moveCursor(i int) {
	if i < 0 || i >= len(l.items) {
		return
	}
	l.cursor = l.items[i].ID
	Reveal(l.rows[i])
	if l.Follows && l.cursor != l.selected {
		l.choose(l.cursor)
	}
	l.Refresh()
}

func (l *RailList) menuAtCursor() {
	if i := l.cursorIndex(); i >= 0 {
		r := l.rows[i]
		l.menu(l.cursor, fyne.CurrentApp().Driver().AbsolutePositionForObject(r).AddXY(r.Size().Width-8, r.Size().Height))
	}
}

// CreateRenderer is called by Fyne.
func (l *RailList) CreateRenderer() fyne.WidgetRenderer {
	return &drawing{
		objects: []fyne.CanvasObject{l.list, l.name.TextField},
		min:     l.list.MinSize,
		layout: func(size fyne.Size) {
			l.list.Resize(size)
			l.name.place()
		},
		refresh: func() {
			for _, r := range l.rows {
				r.Refresh()
			}
			l.list.Refresh()
		},
	}
}

// railRow is one row: an accent bar when selected, the title, in two lines where one is too short, the count, and dots that
// open the menu.
type railRow struct {
	widget.BaseWidget
	rail        *RailList
	item        RailItem
	ground, bar *canvas.Rectangle
	title, rest *canvas.Text // the two lines
	badge       *canvas.Text
	pill        *canvas.Rectangle
	mark        *canvas.Image
	marks       *canvas.Text
	more        *railMore
	hovered     bool
	tip         tooltip
}

var (
	_ fyne.Tappable          = (*railRow)(nil)
	_ fyne.SecondaryTappable = (*railRow)(nil)
	_ fyne.Draggable         = (*railRow)(nil)
	_ desktop.Hoverable      = (*railRow)(nil)
)

const (
	railRowHeight = 32
	railInset     = 12
	railIndent    = 14 // of a row below another one
	railMoreWidth = 24
)

// RailRowSides is the width of a row of a [RailList] besides its title, where it has a count of two digits or a menu.
const RailRowSides = railInset + 4 + 26 + 2

func newRailRow(l *RailList) *railRow {
	r := &railRow{
		rail: l, ground: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), title: canvas.NewText("", nil), rest: canvas.NewText("", nil),
		badge: canvas.NewText("", nil), pill: canvas.NewRectangle(nil), mark: canvas.NewImageFromResource(nil), marks: canvas.NewText("", nil),
	}
	r.mark.FillMode = canvas.ImageFillContain
	r.ground.CornerRadius, r.bar.CornerRadius, r.pill.CornerRadius = innerRadius, 1.5, 8
	r.more = newRailMore(r)
	r.tip.owner = r
	r.ExtendBaseWidget(r)
	return r
}

func (r *railRow) index() int { return slices.Index(r.rail.rows, r) }

func (r *railRow) Tapped(*fyne.PointEvent) {
	r.tip.stop()
	if r.rail.name.twice(r.item.ID) && r.rail.OnRename != nil {
		r.rail.Rename(r.item.ID)
		return
	}
	r.rail.choose(r.item.ID)
	r.rail.name.tap(r.item.ID)
}

func (r *railRow) TappedSecondary(ev *fyne.PointEvent) { r.rail.menu(r.item.ID, ev.AbsolutePosition) }

func (r *railRow) Dragged(ev *fyne.DragEvent) {
	if r.rail.list.drag == nil {
		if c := fyne.CurrentApp().Driver().CanvasForObject(r.rail); c != nil {
			c.Focus(r.rail) // so that Escape comes here
			r.rail.keyed = false
			r.rail.Refresh()
		}
	}
	r.rail.list.dragged(r.index(), ev)
}

func (r *railRow) DragEnd() { r.rail.list.dragEnd() }

func (r *railRow) MouseIn(*desktop.MouseEvent) {
	r.hover(true)
	r.tip.start(r.note())
}

func (r *railRow) MouseMoved(*desktop.MouseEvent) {}

func (r *railRow) MouseOut() {
	r.hover(false)
	r.tip.stop()
}

// note is the tooltip: the title where it is cut, and what the badge means.
func (r *railRow) note() string {
	if r.Cut() != "" && r.item.Note != "" {
		return r.item.Title + ": " + r.item.Note
	} else if cut := r.Cut(); cut != "" {
		return cut
	}
	return r.item.Note
}

// AccessibilityLabel returns the title with what the badge means.
func (r *railRow) AccessibilityLabel() string {
	return strings.TrimSuffix(r.item.Title+", "+r.item.Note, ", ")
}

func (r *railRow) hover(v bool) {
	r.hovered = v
	r.Refresh()
}

// CreateRenderer is called by Fyne.
func (r *railRow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		objects: []fyne.CanvasObject{r.ground, r.bar, r.title, r.rest, r.mark, r.marks, r.pill, r.badge, r.more},
		min: func() fyne.Size {
			height := scaled(railRowHeight)
			if r.lines(r.Size().Width) > 1 {
				height += r.title.MinSize().Height - 2
			}
			return fyne.NewSize(2*railInset+railMoreWidth+60, height)
		},
		layout: r.layout,
	}
	d.refresh = func() {
		r.paint()
		r.layout(r.Size())
	}
	r.paint()
	return d
}

func (r *railRow) paint() {
	selected := r.rail.selected == r.item.ID
	r.ground.FillColor = transparent
	switch {
	case selected:
		r.ground.FillColor = Color(ColorAccentSoft)
	case r.hovered:
		r.ground.FillColor = Color(theme.ColorNameHover)
	}
	r.ground.StrokeWidth, r.ground.StrokeColor = 0, transparent
	if r.rail.focused && r.rail.keyed && r.rail.cursor == r.item.ID {
		r.ground.StrokeWidth, r.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	r.bar.FillColor, r.bar.Hidden = Color(theme.ColorNamePrimary), !selected

	r.title.TextSize, r.title.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: selected, Italic: r.item.Muted}
	r.title.Color = Color(theme.ColorNameForeground)
	if r.item.Level > 0 {
		r.title.TextSize = theme.CaptionTextSize()
	}
	if r.item.Muted || r.item.Level > 0 && !selected {
		r.title.Color = Color(ColorMuted)
	}
	r.rest.TextSize, r.rest.TextStyle, r.rest.Color = r.title.TextSize, r.title.TextStyle, r.title.Color
	r.badge.Text, r.badge.TextSize = strconv.Itoa(r.item.Badge), theme.CaptionTextSize()
	r.badge.Color, r.pill.FillColor = Color(ColorMuted), Color(ColorTrack)
	r.mark.Resource = r.item.Mark.icon()
	r.marks.Text, r.marks.TextSize, r.marks.Color = strconv.Itoa(r.item.Marks), theme.CaptionTextSize(), Color(r.item.Mark.color())
	r.mark.Hidden = r.item.Mark == MarkerNone
	r.more.Hidden = r.rail.OnMenu == nil || !r.hovered && !r.more.hovered && !(selected && r.item.Badge == 0)
	r.badge.Hidden = r.item.Badge == 0 || !r.more.Hidden
	r.pill.Hidden = r.badge.Hidden
	for _, o := range []fyne.CanvasObject{r.ground, r.bar, r.title, r.rest, r.mark, r.marks, r.badge, r.pill, r.more} {
		o.Refresh()
	}
}

func (r *railRow) layout(size fyne.Size) {
	r.ground.Resize(size)
	r.bar.Resize(fyne.NewSize(3, size.Height-14))
	r.bar.Move(fyne.NewPos(3, 7))
	right := size.Width - 4
	r.more.Resize(fyne.NewSize(railMoreWidth, size.Height-8))
	r.more.Move(fyne.NewPos(right-railMoreWidth, 4))
	b := r.badge.MinSize()
	w := r.pillWidth()
	r.pill.Resize(fyne.NewSize(w, 16))
	r.pill.Move(fyne.NewPos(right-w-2, (size.Height-16)/2))
	r.badge.Resize(b)
	r.badge.Move(fyne.NewPos(right-w-2+(w-b.Width)/2, (size.Height-b.Height)/2))
	right -= r.side()
	r.marks.Hidden = true
	if !r.mark.Hidden {
		right = r.layoutMark(right, size.Height)
	}
	inset := r.inset()
	bold := r.title.TextStyle
	bold.Bold = true
	first, second := twoLines(r.item.Title, right-inset, r.title.TextSize, bold) // where it is parted when selected, too
	if r.lines(size.Width) == 1 {
		first, second = ellipsis(r.item.Title, right-inset, r.title.TextSize, r.title.TextStyle), ""
	}
	r.title.Text, r.rest.Text = first, second
	t := r.title.MinSize()
	top := (size.Height - t.Height) / 2
	if second != "" {
		top -= (t.Height - 2) / 2
	}
	r.title.Resize(t)
	r.title.Move(fyne.NewPos(inset, top))
	r.rest.Resize(r.rest.MinSize())
	r.rest.Move(fyne.NewPos(inset, top+t.Height-2))
}

func (r *railRow) inset() float32 { return float32(railInset + railIndent*r.item.Level) }

func (r *railRow) pillWidth() float32 { return fyne.Max(20, r.badge.MinSize().Width+10) }

// side is the width that the count and the dots share at a row's end: the dots take the count's place.
func (r *railRow) side() (width float32) {
	if r.rail.OnMenu != nil {
		width = railMoreWidth
	}
	if r.item.Badge > 0 {
		width = max(width, r.pillWidth()+6)
	}
	return width
}

// lines is in how many lines a row of a width has its title: as many as when it is selected, when it is bold, so that it
// does not grow then.
func (r *railRow) lines(width float32) int {
	style := r.title.TextStyle
	style.Bold = true
	width -= r.inset() + 4
	width -= r.side()
	if r.item.Mark != MarkerNone {
		width -= scaled(markerIcon-2) + 2
	}
	if r.Size().Width == 0 || textWidth(r.item.Title, r.title.TextSize, style) <= width || !strings.Contains(r.item.Title, " ") {
		return 1
	}
	return 2
}

// Cut returns the title where the row has no room for it, else nothing.
func (r *railRow) Cut() string {
	if said := strings.TrimSpace(r.title.Text + " " + r.rest.Text); said != "" && said != strings.Join(strings.Fields(r.item.Title), " ") && r.title.Text != r.item.Title {
		return r.item.Title
	}
	return ""
}

// twoLines parts a text at a space so that it fits into two lines of a width, of which the second may be cut.
func twoLines(text string, width, size float32, style fyne.TextStyle) (first, second string) {
	words := strings.Fields(text)
	if len(words) == 0 {
		return "", ""
	}
	n := 1
	for n < len(words) && textWidth(strings.Join(words[:n+1], " "), size, style) <= width {
		n++
	}
	return ellipsis(strings.Join(words[:n], " "), width, size, style), ellipsis(strings.Join(words[n:], " "), width, size, style)
}

// ellipsis cuts the text to the width.
func ellipsis(text string, width, size float32, style fyne.TextStyle) string {
	if textWidth(text, size, style) <= width {
		return text
	}
	runes := []rune(text)
	for n := len(runes) - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…"; textWidth(cut, size, style) <= width {
			return cut
		}
	}
	return "…"
}

// middleEllipsis cuts a file's name to the width in its middle, so that its beginning and its extension stay.
func middleEllipsis(name string, width, size float32, style fyne.TextStyle) string {
	if textWidth(name, size, style) <= width {
		return name
	}
	runes := []rune(name)
	dot := strings.LastIndexByte(name, '.')
	tail := 0
	if dot > 0 {
		tail = len([]rune(name[dot:]))
	}
	tail = min(tail+3, len(runes)/2) // the extension, and what stands before it
	for n := len(runes) - tail - 1; n > 0; n-- {
		if cut := string(runes[:n]) + "…" + string(runes[len(runes)-tail:]); textWidth(cut, size, style) <= width {
			return cut
		}
	}
	return ellipsis(name, width, size, style)
}

// layoutMark puts the mark to the left of a place, with its number where that leaves room for the title, and returns how
// far the title may go.
func (r *railRow) layoutMark(right, height float32) float32 {
	icon, number := scaled(markerIcon-2), r.marks.MinSize()
	title := railInset + textWidth(r.item.Title, r.title.TextSize, r.title.TextStyle)
	if r.item.Marks > 0 && title+icon+number.Width+4 <= right {
		r.marks.Hidden = false
		right -= number.Width
		r.marks.Resize(number)
		r.marks.Move(fyne.NewPos(right, (height-number.Height)/2))
		right--
	}
	right -= icon
	r.mark.Resize(fyne.NewSquareSize(icon))
	r.mark.Move(fyne.NewPos(right, (height-icon)/2))
	return right - 2
}

// railMore is the three dots at a row's end.
type railMore struct {
	widget.BaseWidget
	row     *railRow
	ground  *canvas.Rectangle
	dots    [3]*canvas.Circle
	hovered bool
}

func newRailMore(r *railRow) *railMore {
	m := &railMore{row: r, ground: canvas.NewRectangle(nil)}
	m.ground.CornerRadius = 4
	for i := range m.dots {
		m.dots[i] = canvas.NewCircle(nil)
	}
	m.ExtendBaseWidget(m)
	return m
}

func (m *railMore) Tapped(*fyne.PointEvent) {
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(m).AddXY(0, m.Size().Height)
	m.row.rail.menu(m.row.item.ID, at)
}

func (m *railMore) Cursor() desktop.Cursor { return desktop.PointerCursor }

func (m *railMore) MouseIn(*desktop.MouseEvent)    { m.hover(true) }
func (m *railMore) MouseMoved(*desktop.MouseEvent) {}
func (m *railMore) MouseOut()                      { m.hover(false) }

func (m *railMore) hover(v bool) {
	m.hovered = v
	m.row.Refresh()
}

// CreateRenderer is called by Fyne.
func (m *railMore) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{m.ground}
	for _, d := range m.dots {
		objects = append(objects, d)
	}
	m.paint()
	return &drawing{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(railMoreWidth, 20) },
		layout: func(size fyne.Size) {
			m.ground.Resize(size)
			for i, d := range m.dots {
				d.Resize(fyne.NewSquareSize(3))
				d.Move(fyne.NewPos(size.Width/2-1.5+float32(i-1)*5, size.Height/2-1.5))
			}
		},
		refresh: m.paint,
	}
}

func (m *railMore) paint() {
	m.ground.FillColor = transparent
	if m.hovered {
		m.ground.FillColor = Color(theme.ColorNameHover)
	}
	m.ground.Refresh()
	for _, d := range m.dots {
		d.FillColor = Color(ColorMuted)
		d.Refresh()
	}
}
