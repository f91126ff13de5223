package widgets

import (
	"slices"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ReorderList is a column of objects of any height, each with a handle to drag it elsewhere. The list shows where
// the row would go and calls OnMove when it is dropped; its owner then moves the data and calls MoveRow. Escape ends
// a drag without a move. Near the edge of the scroll around the list, a drag scrolls it.
type ReorderList struct {
	widget.BaseWidget

	// OnMove is called once when a row is dropped elsewhere, or moved by the arrow keys on its handle. The row at
	// index from is to stand at index to when it is done.
	OnMove func(from, to int)
	// Gap is the space between two rows, in Fyne's units.
	Gap float32
	// HandleAlways shows the handle of a lone row too.
	HandleAlways bool
	// SkipHandles leaves the handles out of the Tab order.
	SkipHandles bool

	rows     []fyne.CanvasObject
	handles  []*grip
	noHandle bool             // rows are dragged by themselves
	movable  func(i int) bool // nil means all are

	drag *rowDrag
	lift *canvas.Rectangle // under the row being dragged
	line *canvas.Rectangle // where it would go
}

// rowDrag is one drag from press to release.
type rowDrag struct {
	from     int
	gap      int     // the row would go before this one
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
	l := &ReorderList{Gap: 6, lift: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil)}
	l.ExtendBaseWidget(l)
	l.lift.CornerRadius = innerRadius
	l.line.CornerRadius = 1.5
	l.lift.Hide()
	l.line.Hide()
	l.SetRows(rows)
	return l
}

// Rows returns the rows in order; the slice is the caller's.
func (l *ReorderList) Rows() []fyne.CanvasObject { return slices.Clone(l.rows) }

// Children returns the rows, for [ScrollOf].
func (l *ReorderList) Children() []fyne.CanvasObject { return l.rows }

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

// Remove takes the i-th row out.
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

// step asks for the row to go one place up or down.
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

// Objects returns the rows in order, so that Tab goes through them so, and the lifted row last, above the others.
func (r *reorderRenderer) Objects() []fyne.CanvasObject {
	l := r.list
	r.objects = r.objects[:0]
	lifted := -1
	if l.drag != nil {
		lifted = l.drag.from
	}
	for i, row := range l.rows {
		if i == lifted {
			continue
		}
		r.objects = append(r.objects, row, l.handles[i])
	}
	r.objects = append(r.objects, l.line, l.lift)
	if lifted >= 0 {
		r.objects = append(r.objects, l.rows[lifted], l.handles[lifted])
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
	var y float32
	for i, row := range l.rows {
		h := fitHeight(row, size.Width-x)
		row.Resize(fyne.NewSize(size.Width-x, h))
		row.Move(fyne.NewPos(x, y))
		l.handles[i].Hidden = x == 0
		l.handles[i].Resize(fyne.NewSize(gripWidth, h))
		l.handles[i].Move(fyne.NewPos(0, y))
		y += h + l.Gap
	}
	l.placeDrag()
}

func (r *reorderRenderer) Refresh() {
	l := r.list
	l.lift.FillColor = Color(ColorCard)
	l.lift.StrokeColor, l.lift.StrokeWidth = Color(theme.ColorNamePrimary), 1
	l.lift.Shadow = canvas.Shadow{Color: Color(theme.ColorNameShadow), BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
	l.line.FillColor = Color(theme.ColorNamePrimary)
	for _, h := range l.handles {
		h.Refresh()
	}
	r.Layout(l.Size())
	canvas.Refresh(l)
}

// dragged is told of every move of the pointer while row i is dragged; y is on the canvas.
func (l *ReorderList) dragged(i int, y float32) {
	if l.drag == nil {
		if !l.canMove(i) || len(l.rows) < 2 {
			return
		}
		l.drag = &rowDrag{from: i, gap: i, grab: y - l.top() - l.rows[i].Position().Y}
		l.lift.Show()
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
	l.placeDrag()
}

func (l *ReorderList) top() float32 {
	return fyne.CurrentApp().Driver().AbsolutePositionForObject(l).Y
}

// placeDrag draws the lifted row under the pointer and the line where it would go.
func (l *ReorderList) placeDrag() {
	d := l.drag
	if d == nil || d.ended {
		return
	}
	row := l.rows[d.from]
	y := d.pointer - l.top() - d.grab
	y = fyne.Max(-8, fyne.Min(y, l.Size().Height-row.Size().Height+8))
	row.Move(fyne.NewPos(row.Position().X, y))
	l.handles[d.from].Move(fyne.NewPos(0, y))
	l.lift.Move(fyne.NewPos(-3, y-3))
	l.lift.Resize(fyne.NewSize(l.Size().Width+6, row.Size().Height+6))

	d.gap = l.gapAt(y + row.Size().Height/2)
	l.line.Hidden = d.gap == d.from || d.gap == d.from+1
	l.line.Move(fyne.NewPos(0, l.gapPosition(d.gap)-1.5))
	l.line.Resize(fyne.NewSize(l.Size().Width, 3))
	canvas.Refresh(l)
}

// gapAt returns which gap between rows the middle of the dragged row is nearest to, as the index of the row below.
func (l *ReorderList) gapAt(middle float32) int {
	gap := 0
	var y float32
	for i, row := range l.rows {
		h := row.Size().Height
		if middle > y+h/2 {
			gap = i + 1
		}
		y += h + l.Gap
	}
	for gap < len(l.rows) && !l.canMove(gap) && gap <= l.drag.from {
		gap++
	}
	for gap > 0 && !l.canMove(gap-1) && gap > l.drag.from {
		gap--
	}
	return gap
}

func (l *ReorderList) gapPosition(gap int) float32 {
	var y float32
	for _, row := range l.rows[:gap] {
		y += row.Size().Height + l.Gap
	}
	return fyne.Max(1.5, fyne.Min(y-l.Gap/2, l.Size().Height-1.5))
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
			l.placeDrag()
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
	to := d.gap
	if to > d.from {
		to--
	}
	if !escaped && to != d.from && l.OnMove != nil {
		l.OnMove(d.from, to)
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
	l.line.Hide()
	l.Refresh()
}
