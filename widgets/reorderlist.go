package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ReorderList is a column of objects of any height, each with a drag handle. While a row is dragged, the others make way
// for it; when it is dropped, the list calls OnMove, and its owner moves the data and calls MoveRow. Escape cancels a
// drag. Near the edge of the scroll around the list, a drag scrolls it.
type ReorderList struct {
	widget.BaseWidget

	// OnMove is called when a row is dropped at another index, or moved by the arrow keys on its handle.
	OnMove func(from, to int)
	// Gap is the space between two rows, in Fyne's units.
	Gap float32
	// HandleAlways shows the handle of a single row too.
	HandleAlways bool
	// SkipHandles leaves the handles out of the Tab order.
	SkipHandles bool

	rows     []fyne.CanvasObject
	handles  []*grip
	noHandle bool             // rows are dragged by themselves
	movable  func(i int) bool // nil means all are

	drag *rowDrag
	lift *canvas.Rectangle // under the row being dragged
	slot *canvas.Rectangle // the gap where it would go
}

// rowDrag is one drag from press to release.
type rowDrag struct {
	from     int
	to       int     // the index the row would get
	grab     float32 // from the row's top to the pointer
	pointer  float32 // on the canvas
	ended    bool    // by Escape; the button is still down
	autoStep float32 // units to scroll a frame
	auto     *fyne.Animation
}

const (
	gripWidth   = 20
	autoZone    = 36 // units from the scroll's edge where a drag scrolls
	autoPerStep = 7
)

// NewReorderList returns a list of the rows.
func NewReorderList(rows ...fyne.CanvasObject) *ReorderList {
	l := &ReorderList{Gap: 6, lift: canvas.NewRectangle(nil), slot: canvas.NewRectangle(nil)}
	l.ExtendBaseWidget(l)
	l.lift.CornerRadius = innerRadius
	l.slot.CornerRadius = innerRadius
	l.lift.Hide()
	l.slot.Hide()
	l.SetRows(rows)
	return l
}

// Rows returns the rows in order; the slice is the caller's.
func (l *ReorderList) Rows() []fyne.CanvasObject { return slices.Clone(l.rows) }

// Handle returns the handle of the i-th row.
func (l *ReorderList) Handle(i int) fyne.Focusable { return l.handles[i] }

// Children returns the rows and their handles, for [ScrollOf].
func (l *ReorderList) Children() []fyne.CanvasObject {
	all := make([]fyne.CanvasObject, 0, 2*len(l.rows))
	for i, row := range l.rows {
		all = append(all, l.handles[i], row)
	}
	return all
}

// SetRows replaces all rows.
func (l *ReorderList) SetRows(rows []fyne.CanvasObject) {
	l.forgetDrag()
	l.rows = slices.Clone(rows)
	l.handles = l.handles[:0:0]
	for range rows {
		l.handles = append(l.handles, newGrip(l))
	}
	l.Refresh()
}

// Insert puts a row before the i-th; i may be the number of rows.
func (l *ReorderList) Insert(i int, row fyne.CanvasObject) {
	l.forgetDrag()
	l.rows = slices.Insert(l.rows, i, row)
	l.handles = slices.Insert(l.handles, i, newGrip(l))
	l.Refresh()
}

// Remove removes the i-th row.
func (l *ReorderList) Remove(i int) {
	l.forgetDrag()
	l.rows = slices.Delete(l.rows, i, i+1)
	l.handles = slices.Delete(l.handles, i, i+1)
	l.Refresh()
}

// MoveRow takes the row at index from and puts it at index to. The objects stay the same, so a field in one keeps
// its focus and cursor.
func (l *ReorderList) MoveRow(from, to int) {
	l.forgetDrag()
	l.rows = moved(l.rows, from, to)
	l.handles = moved(l.handles, from, to)
	l.Refresh()
}

func moved[T any](s []T, from, to int) []T {
	item := s[from]
	return slices.Insert(slices.Delete(slices.Clone(s), from, from+1), to, item)
}

func (l *ReorderList) canMove(i int) bool {
	return i >= 0 && i < len(l.rows) && (l.movable == nil || l.movable(i))
}

// step moves the row by one index, up or down.
func (l *ReorderList) step(from, by int) {
	to := from + by
	if l.OnMove != nil && l.canMove(from) && l.canMove(to) {
		l.OnMove(from, to)
	}
}

func (l *ReorderList) handlesShown() bool {
	return !l.noHandle && (l.HandleAlways || len(l.rows) > 1)
}

// CreateRenderer is called by Fyne.
func (l *ReorderList) CreateRenderer() fyne.WidgetRenderer { return &reorderRenderer{list: l} }

type reorderRenderer struct {
	list    *ReorderList
	objects []fyne.CanvasObject
}

func (r *reorderRenderer) Destroy() {}

// Objects returns the rows in order, each behind its handle, so that Tab goes through them so, and the lifted row last,
// above the others.
func (r *reorderRenderer) Objects() []fyne.CanvasObject {
	l := r.list
	r.objects = append(r.objects[:0], l.slot)
	lifted := l.lifted()
	for i, row := range l.rows {
		if i == lifted {
			continue
		}
		r.objects = append(r.objects, l.handles[i], row)
	}
	r.objects = append(r.objects, l.lift)
	if lifted >= 0 {
		r.objects = append(r.objects, l.handles[lifted], l.rows[lifted])
	}
	return r.objects
}

func (r *reorderRenderer) MinSize() fyne.Size {
	l := r.list
	var min fyne.Size
	for i, row := range l.rows {
		m := row.MinSize()
		min.Width = fyne.Max(min.Width, m.Width)
		min.Height += m.Height
		if i > 0 {
			min.Height += l.Gap
		}
	}
	if l.handlesShown() {
		min.Width += gripWidth
	}
	return min
}

func (r *reorderRenderer) Layout(size fyne.Size) {
	l := r.list
	x := float32(0)
	if l.handlesShown() {
		x = gripWidth
	}
	for i, row := range l.rows {
		h := fitHeight(row, size.Width-x)
		row.Resize(fyne.NewSize(size.Width-x, h))
		l.handles[i].Hidden = x == 0
		l.handles[i].Resize(fyne.NewSize(gripWidth, h))
	}
	l.arrange()
}

// arrange stacks the rows, during a drag in the order they would have after it.
func (l *ReorderList) arrange() {
	x := float32(0)
	if l.handlesShown() {
		x = gripWidth
	}
	var y float32
	for _, i := range l.order() {
		l.rows[i].Move(fyne.NewPos(x, y))
		l.handles[i].Move(fyne.NewPos(0, y))
		if l.lifted() == i {
			l.slot.Resize(fyne.NewSize(l.Size().Width, l.rows[i].Size().Height))
			l.slot.Move(fyne.NewPos(0, y))
		}
		y += l.rows[i].Size().Height + l.Gap
	}
	if i := l.lifted(); i >= 0 {
		y := l.liftedTop()
		l.rows[i].Move(fyne.NewPos(x, y))
		l.handles[i].Move(fyne.NewPos(0, y))
		l.lift.Move(fyne.NewPos(-3, y-3))
		l.lift.Resize(fyne.NewSize(l.Size().Width+6, l.rows[i].Size().Height+6))
	}
}

// order returns the indexes of the rows from top to bottom as drawn.
func (l *ReorderList) order() []int {
	order := make([]int, len(l.rows))
	for i := range order {
		order[i] = i
	}
	if i := l.lifted(); i >= 0 {
		return moved(order, i, l.drag.to)
	}
	return order
}

// lifted returns the index of the row that follows the pointer, or -1.
func (l *ReorderList) lifted() int {
	if l.drag == nil || l.drag.ended {
		return -1
	}
	return l.drag.from
}

// liftedTop returns the top of the row under the pointer, which stays close to the list.
func (l *ReorderList) liftedTop() float32 {
	const slack = 8
	y := l.drag.pointer - l.top() - l.drag.grab
	return fyne.Max(-slack, fyne.Min(y, l.Size().Height-l.rows[l.drag.from].Size().Height+slack))
}

func (r *reorderRenderer) Refresh() {
	l := r.list
	l.lift.FillColor = Color(ColorCard)
	l.lift.StrokeColor, l.lift.StrokeWidth = Color(theme.ColorNamePrimary), 1
	l.lift.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	l.slot.FillColor = Color(ColorAccentSoft)
	for _, h := range l.handles {
		h.Refresh()
	}
	r.Layout(l.Size())
	canvas.Refresh(l)
}

// dragged is called for every move of the pointer while row i is dragged. The first call comes at a distance from where
// the button was pressed, which is where the row was grabbed.
func (l *ReorderList) dragged(i int, ev *fyne.DragEvent) {
	y := ev.AbsolutePosition.Y
	if l.drag == nil {
		if !l.canMove(i) || len(l.rows) < 2 {
			return
		}
		l.drag = &rowDrag{from: i, to: i, pointer: y, grab: y - ev.Dragged.DY - l.top() - l.rows[i].Position().Y}
		l.lift.Show()
		l.slot.Show()
		if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && !l.noHandle {
			c.Focus(l.handles[i]) // so that Escape comes here
		}
		l.Refresh()
	}
	if l.drag.ended {
		return
	}
	l.drag.pointer = y
	l.autoScroll()
	l.follow()
}

func (l *ReorderList) top() float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
}

// follow moves the lifted row under the pointer and opens a gap where it would go.
func (l *ReorderList) follow() {
	if l.lifted() < 0 {
		return
	}
	l.drag.to = l.target(l.liftedTop())
	l.arrange()
	canvas.Refresh(l)
}

// target returns the index the dragged row would get when its top is at y. A row gives way when the dragged one's
// leading edge is past its middle, measured where it rests. Rows that may not move are not passed.
func (l *ReorderList) target(y float32) int {
	from := l.drag.from
	middles := make([]float32, len(l.rows))
	var top float32
	for i, row := range l.rows {
		middles[i] = top + row.Size().Height/2
		top += row.Size().Height + l.Gap
	}
	to := from
	for to > 0 && l.canMove(to-1) && y < middles[to-1] {
		to--
	}
	if to < from {
		return to
	}
	bottom := y + l.rows[from].Size().Height
	for to+1 < len(l.rows) && l.canMove(to+1) && bottom > middles[to+1] {
		to++
	}
	return to
}

// autoScroll starts or stops scrolling as the pointer comes near an edge of the scroll around the list.
func (l *ReorderList) autoScroll() {
	s := ScrollOf(l)
	if s == nil {
		return
	}
	d := l.drag
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(s).Y
	d.autoStep = 0
	if d.pointer < top+autoZone {
		d.autoStep = -autoPerStep
	} else if d.pointer > top+s.Size().Height-autoZone {
		d.autoStep = autoPerStep
	}
	if d.autoStep == 0 {
		d.stopScrolling()
		return
	}
	if d.auto != nil {
		return
	}
	d.auto = fyne.NewAnimation(time.Second, func(float32) {
		if l.drag != d || d.ended {
			return
		}
		limit := fyne.Max(0, s.Content.Size().Height-s.Size().Height)
		to := fyne.Max(0, fyne.Min(s.Offset.Y+d.autoStep, limit))
		if to != s.Offset.Y {
			s.ScrollToOffset(fyne.NewPos(s.Offset.X, to))
			l.follow()
		}
	})
	d.auto.RepeatCount = fyne.AnimationRepeatForever
	d.auto.Start()
}

func (d *rowDrag) stopScrolling() {
	if d.auto != nil {
		d.auto.Stop()
		d.auto = nil
	}
}

// dragEnd drops the row.
func (l *ReorderList) dragEnd() {
	d := l.drag
	if d == nil {
		return
	}
	escaped := d.ended
	l.forgetDrag()
	l.Refresh()
	if c := fyne.CurrentApp().Driver().CanvasForObject(l); c != nil && !l.noHandle && c.Focused() == fyne.Focusable(l.handles[d.from]) {
		c.Unfocus() // it was there for Escape
	}
	if !escaped && d.to != d.from && l.OnMove != nil {
		l.OnMove(d.from, d.to)
	}
}

// forgetDrag ends a drag, if there is one, and puts the lifted row back.
func (l *ReorderList) forgetDrag() {
	if l.drag == nil {
		return
	}
	l.escapeDrag()
	l.drag = nil
}

// escapeDrag puts the lifted row back; the drag goes on without effect until the button is released.
func (l *ReorderList) escapeDrag() {
	if l.drag == nil || l.drag.ended {
		return
	}
	l.drag.stopScrolling()
	l.drag.ended = true
	l.lift.Hide()
	l.slot.Hide()
	l.Refresh()
}
