package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
)

// bullets shows a list of three text areas of unlike heights.
func bullets(t *testing.T) (*ReorderList, fyne.Window) {
	t.Helper()
	var rows []fyne.CanvasObject
	for _, text := range []string{"Cut paging noise by 60 %", bullet, "Moved the batch job to Kafka"} {
		f := NewTextArea("")
		f.SetText(text)
		rows = append(rows, f)
	}
	l := NewReorderList(rows...)
	return l, show(t, l, 340, 190)
}

func dragTo(y float32) *fyne.DragEvent {
	return &fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: fyne.NewPos(10, y)}}
}

// rowMiddle returns the middle of a row on the canvas.
func rowMiddle(l *ReorderList, i int) float32 {
	return l.top() + l.rows[i].Position().Y + l.rows[i].Size().Height/2
}

func TestDragCallsOnMoveOnceAtDrop(t *testing.T) {
	for _, c := range []struct{ from, over, wantTo int }{
		{0, 2, 2}, {0, 1, 1}, {2, 0, 0}, {1, 0, 0}, {1, 2, 2},
	} {
		newApp(t)
		l, _ := bullets(t)
		var calls [][2]int
		l.OnMove = func(from, to int) { calls = append(calls, [2]int{from, to}) }
		start, past := rowMiddle(l, c.from), float32(3)
		if c.over < c.from {
			past = -past
		}
		end := rowMiddle(l, c.over) + past
		g := l.handles[c.from]
		g.Dragged(dragTo(start))
		g.Dragged(dragTo((start + end) / 2))
		g.Dragged(dragTo(end))
		if len(calls) > 0 {
			t.Fatal("OnMove came before the drop")
		}
		g.DragEnd()
		if want := [][2]int{{c.from, c.wantTo}}; !slices.Equal(calls, want) {
			t.Errorf("drag of %d over %d moved %v, want %v", c.from, c.over, calls, want)
		}
	}
}

func TestDragBackWhereItWasMovesNothing(t *testing.T) {
	newApp(t)
	l, _ := bullets(t)
	l.OnMove = func(from, to int) { t.Errorf("moved %d to %d", from, to) }
	at, rest := rowMiddle(l, 1), l.rows[1].Position()
	l.handles[1].Dragged(dragTo(at))
	l.handles[1].Dragged(dragTo(at + 200))
	l.handles[1].Dragged(dragTo(at))
	l.handles[1].DragEnd()
	if got := l.rows[1].Position(); got != rest {
		t.Errorf("the row rests at %v, was at %v", got, rest)
	}
}

// TestFirstMoveCounts has the pointer jump before the driver reports a drag.
func TestFirstMoveCounts(t *testing.T) {
	newApp(t)
	l, _ := bullets(t)
	to := -1
	l.OnMove = func(_, at int) { to = at }
	end := rowMiddle(l, 2) + 3
	ev := dragTo(end)
	ev.Dragged.DY = end - rowMiddle(l, 0)
	l.handles[0].Dragged(ev)
	l.handles[0].DragEnd()
	if to != 2 {
		t.Errorf("moved to %d, want 2", to)
	}
}

func TestEscapeCancelsDrag(t *testing.T) {
	newApp(t)
	l, w := bullets(t)
	l.SkipHandles = true
	l.OnMove = func(from, to int) { t.Errorf("moved %d to %d", from, to) }
	rest := l.rows[0].Position()
	at := rowMiddle(l, 0)
	l.handles[0].Dragged(dragTo(at))
	l.handles[0].Dragged(dragTo(at + 150))
	if w.Canvas().Focused() != fyne.Focusable(l.handles[0]) {
		t.Fatal("the dragged handle does not hear keys")
	}
	l.handles[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	l.handles[0].Dragged(dragTo(at + 160))
	if got := l.rows[0].Position(); got != rest {
		t.Errorf("after Escape the row is at %v, was at %v", got, rest)
	}
	l.handles[0].DragEnd()
	if l.drag != nil {
		t.Error("the drag is not over")
	}
}

func TestArrowsOnHandleMove(t *testing.T) {
	newApp(t)
	l, _ := bullets(t)
	var calls [][2]int
	l.OnMove = func(from, to int) { calls = append(calls, [2]int{from, to}) }
	l.handles[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
	l.handles[0].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	l.handles[2].TypedShortcut(&desktop.CustomShortcut{KeyName: fyne.KeyUp, Modifier: fyne.KeyModifierAlt})
	l.handles[2].TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if want := [][2]int{{0, 1}, {2, 1}}; !slices.Equal(calls, want) {
		t.Errorf("moved %v, want %v", calls, want)
	}
}

func TestMoveRowKeepsFocusAndCursor(t *testing.T) {
	newApp(t)
	l, w := bullets(t)
	f := l.Rows()[0].(*TextField)
	w.Canvas().Focus(f)
	f.SetCursorOffset(7)
	l.MoveRow(0, 2)
	if l.Rows()[2] != fyne.CanvasObject(f) || w.Canvas().Focused() != fyne.Focusable(f) || f.CursorTextOffset() != 7 {
		t.Error("the moved field lost its place, focus or cursor")
	}
	if f.Position().Y <= l.rows[1].Position().Y {
		t.Error("the moved field is not drawn last")
	}
}

func TestRowsChange(t *testing.T) {
	newApp(t)
	l, _ := bullets(t)
	rows := l.Rows()
	added := NewTextField("")
	l.Insert(3, added)
	l.Remove(0)
	if want := []fyne.CanvasObject{rows[1], rows[2], added}; !slices.Equal(l.Rows(), want) {
		t.Error("rows are not as inserted and removed")
	}
	l.SetRows(rows[:1])
	if l.handlesShown() {
		t.Error("a lone row shows a handle")
	}
	l.HandleAlways = true
	if !l.handlesShown() {
		t.Error("HandleAlways shows no handle")
	}
}

func TestRowsChangedDuringDragEndIt(t *testing.T) {
	newApp(t)
	l, _ := bullets(t)
	l.OnMove = func(from, to int) { t.Errorf("moved %d to %d", from, to) }
	g := l.handles[2]
	g.Dragged(dragTo(rowMiddle(l, 2)))
	g.Dragged(dragTo(rowMiddle(l, 0) - 5))
	l.SetRows(l.Rows()[:2])
	g.Dragged(dragTo(5))
	g.DragEnd()
}

func TestDragNearEdgeScrolls(t *testing.T) {
	newApp(t)
	var rows []fyne.CanvasObject
	for range 30 {
		rows = append(rows, NewTextField(""))
	}
	l := NewReorderList(rows...)
	s := container.NewVScroll(l)
	show(t, s, 300, 200)
	l.handles[2].Dragged(dragTo(rowMiddle(l, 2)))
	l.handles[2].Dragged(dragTo(190))
	if s.Offset.Y <= 0 {
		t.Error("the drag at the lower edge does not scroll")
	}
	l.handles[2].Dragged(dragTo(100))
	if l.drag.auto != nil {
		t.Error("scrolling goes on in the middle")
	}
	l.handles[2].DragEnd()
}
