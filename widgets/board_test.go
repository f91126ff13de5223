package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func boardColumns(cards ...string) []BoardColumn {
	columns := make([]BoardColumn, len(cards))
	for i, c := range cards {
		columns[i].Title = fmt.Sprint("Column ", i)
		for _, id := range c {
			columns[i].Cards = append(columns[i].Cards, BoardCard{ID: string(id), Title: "Card " + string(id), Detail: "detail", Note: "note", NoteColor: ColorBad})
		}
	}
	return columns
}

func TestBoardKeys(t *testing.T) {
	newApp(t)
	b := NewBoard()
	b.SetColumns(boardColumns("abc", "", "de"))
	w := show(t, b, 600, 300)
	var selected, opened, deleted, moves []string
	b.OnSelected = func(id string) { selected = append(selected, id) }
	b.OnOpened = func(id string) { opened = append(opened, id) }
	b.OnDelete = func(id string) { deleted = append(deleted, id) }
	b.OnMove = func(id string, to int) {
		moves = append(moves, fmt.Sprint(id, to))
		b.SetColumns(boardColumns("ac", "b", "de"))
	}
	w.Canvas().Focus(b)
	key := func(k fyne.KeyName) { b.TypedKey(&fyne.KeyEvent{Name: k}) }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyEnd, fyne.KeyRight, fyne.KeyUp, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft, fyne.KeyDown} {
		key(k)
	}
	if !slices.Equal(selected, []string{"b", "c", "e", "d", "a", "b"}) {
		t.Errorf("selected %v", selected)
	}
	key(fyne.KeyReturn)
	typeRune(w.Canvas(), ' ')
	key(fyne.KeyDelete)
	if !slices.Equal(opened, []string{"b", "b"}) || !slices.Equal(deleted, []string{"b"}) {
		t.Errorf("opened %v, deleted %v", opened, deleted)
	}
	ctrl := func(k fyne.KeyName) {
		b.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierShortcutDefault})
	}
	b.move(-1) // there is nothing further left
	ctrl(fyne.KeyRight)
	if !slices.Equal(moves, []string{"b1"}) || b.Selected() != "b" {
		t.Errorf("moves %v, at %s", moves, b.Selected())
	}
	// Where the card goes, a neighbor is next.
	b.SetColumns(boardColumns("ac", "", "de"))
	if b.Selected() != "a" {
		t.Errorf("at %q", b.Selected())
	}
	b.SetColumns(boardColumns("", "", ""))
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
	if b.Selected() != "" {
		t.Errorf("at %q", b.Selected())
	}
}

func TestBoardDrag(t *testing.T) {
	newApp(t)
	b := NewBoard()
	b.SetColumns(boardColumns("abc", "", "de"))
	w := show(t, b, 600, 300)
	var moves []string
	b.OnMove = func(id string, to int) { moves = append(moves, fmt.Sprint(id, to)) }
	origin := fyne.CurrentApp().Driver().AbsolutePositionForObject(b)
	drag := func(id string, x float32) {
		b.cards[id].Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{AbsolutePosition: origin.AddXY(x, 80)}, Dragged: fyne.NewDelta(x, 0)})
	}
	drag("a", 300)
	if !b.ghost.Visible() || b.drag.over != 1 {
		t.Errorf("over %+v", b.drag)
	}
	drag("a", 590)
	b.cards["a"].DragEnd()
	drag("d", 10)
	key := &fyne.KeyEvent{Name: fyne.KeyEscape}
	w.Canvas().Focused().TypedKey(key)
	b.cards["d"].DragEnd()
	drag("e", 580) // where it is
	b.cards["e"].DragEnd()
	if !slices.Equal(moves, []string{"a2"}) || b.ghost.Visible() || b.drag != nil {
		t.Errorf("moves %v", moves)
	}
	// A card that goes while it is dragged takes the drag along.
	drag("e", 10)
	b.SetColumns(boardColumns("abc", "", "d"))
	if b.drag != nil {
		t.Error("the drag goes on")
	}
	test.Tap(b.cards["c"])
	if b.Selected() != "c" || w.Canvas().Focused() != fyne.Focusable(b) {
		t.Errorf("at %q", b.Selected())
	}
}
