package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

// held is the selection of a field that does not have the focus. Fyne hides it.
type held struct {
	on       bool
	from, to int // in runes
	rows     []*canvas.Rectangle
}

// Hold selects the runes from start up to but not including end, and shows the selection until the field gets the
// focus, its text changes, or Release is called. Focusing the field keeps the selection.
func (f *TextField) Hold(start, end int) {
	f.SelectRange(start, end)
	f.held.on, f.held.from, f.held.to = true, start, end
	f.held.place(f)
	f.Refresh()
}

// Holds reports whether a selection is shown although the field does not have the focus.
func (f *TextField) Holds() bool { return f.held.on }

// Release no longer shows the selection.
func (f *TextField) Release() {
	if f.held.on {
		f.held.end()
		f.SetCursorOffset(f.CursorTextOffset())
	}
}

func (h *held) end() { h.on, h.rows = false, nil }

// place puts a rectangle over each row of the selection.
func (h *held) place(f *TextField) {
	h.rows = nil
	if !h.on {
		return
	}
	row, column := f.CursorRow, f.CursorColumn
	defer func() { f.CursorRow, f.CursorColumn = row, column }()
	firstRow, firstColumn := f.rowAndColumn(h.from)
	lastRow, lastColumn := f.rowAndColumn(h.to)
	height := fyne.MeasureText("M", f.Theme().Size(theme.SizeNameText), f.TextStyle).Height
	for r := firstRow; r <= lastRow; r++ {
		left, right := 0, len([]rune(f.Text))
		if r == firstRow {
			left = firstColumn
		}
		if r == lastRow {
			right = lastColumn
		}
		a, b := f.positionOf(r, left), f.positionOf(r, right)
		box := canvas.NewRectangle(Color(theme.ColorNameSelection))
		x := fyne.Max(0, a.X)
		box.Move(fyne.NewPos(x, a.Y))
		box.Resize(fyne.NewSize(fyne.Max(0, fyne.Min(b.X, f.Size().Width)-x), height))
		h.rows = append(h.rows, box)
	}
}

// positionOf is where the character of a row and column begins in the field.
func (f *TextField) positionOf(row, column int) fyne.Position {
	f.CursorRow, f.CursorColumn = row, column
	at := f.CursorPosition()
	if f.scroll != nil {
		at = at.Subtract(f.scroll.Offset)
	}
	return at
}
