package widgets

import (
	"fmt"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

func table(rows *[]string) *Table {
	return NewTable([]TableColumn{{Title: "Name", Min: 60, Share: 1}, {Title: "State", Min: 80, Drops: 2}, {Title: "Note", Min: 80, Drops: 1}},
		func() int { return len(*rows) }, func(i int) []TableCell {
			return []TableCell{{Text: (*rows)[i]}, {Text: "on", Pill: true, Color: ColorGood}, {Text: "note"}}
		})
}

func TestTableKeys(t *testing.T) {
	newApp(t)
	var rows []string
	for i := range 40 {
		rows = append(rows, fmt.Sprint("row ", i))
	}
	l := table(&rows)
	w := show(t, l, 400, 240)
	var selected, opened, deleted, tapped, sorted []int
	l.OnSelected = func(i int) { selected = append(selected, i) }
	l.OnOpened = func(i int) { opened = append(opened, i) }
	l.OnDelete = func(i int) { deleted = append(deleted, i) }
	l.OnTapped = func(i int) { tapped = append(tapped, i) }
	l.OnSort = func(i int) { sorted = append(sorted, i) }
	w.Canvas().Focus(l.Rows())
	key := func(k fyne.KeyName) { l.list.TypedKey(&fyne.KeyEvent{Name: k}) }
	for _, k := range []fyne.KeyName{fyne.KeyDown, fyne.KeyDown, fyne.KeyUp, fyne.KeyUp, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyDown, fyne.KeyPageUp, fyne.KeyHome} {
		key(k)
	}
	if !slices.Equal(selected, []int{0, 1, 0, 10, 39, 29, 0}) {
		t.Errorf("selected %v", selected)
	}
	key(fyne.KeyReturn)
	typeRune(w.Canvas(), ' ')
	key(fyne.KeyDelete)
	if !slices.Equal(opened, []int{0, 0}) || !slices.Equal(deleted, []int{0}) {
		t.Errorf("opened %v, deleted %v", opened, deleted)
	}
	selected = nil
	l.Select(7)
	if len(selected) != 0 || l.Selected() != 7 {
		t.Errorf("the program's selection is reported: %v, %d", selected, l.Selected())
	}
	l.Select(-1)
	key(fyne.KeyDelete)
	if len(deleted) != 1 || l.Selected() != -1 {
		t.Errorf("deleted %v without a selection", deleted)
	}
	r := newTableRow(l)
	r.show(3)
	for range 2 { // the row that is selected too
		r.Tapped(nil)
	}
	if !slices.Equal(tapped, []int{3, 3}) || l.Selected() != 3 {
		t.Errorf("tapped %v", tapped)
	}
	test.Tap(l.heads[1])
	if !slices.Equal(sorted, []int{1}) {
		t.Errorf("sorted by %v", sorted)
	}
	l.SetSorted(1, true)
	if got := l.heads[1].AccessibilityLabel(); got != "State, in falling order" {
		t.Error(got)
	}
	rows = nil
	l.Refresh()
	key(fyne.KeyDown)
	key(fyne.KeyReturn)
}

// Columns are left out in their turn, and the others share the width.
func TestTableColumnsFit(t *testing.T) {
	newApp(t)
	rows := []string{"a"}
	l := table(&rows)
	for width, want := range map[float32][]bool{600: {true, true, true}, 240: {true, true, false}, 140: {true, false, false}, 40: {true, false, false}} {
		x, widths := l.slots(width)
		end := float32(0)
		for i := range widths {
			if shown := widths[i] > 0; shown != want[i] && width > 100 {
				t.Errorf("%v wide: column %d shown %v", width, i, shown)
			}
			if widths[i] > 0 {
				if x[i] < end {
					t.Errorf("%v wide: columns overlap", width)
				}
				end = x[i] + widths[i]
			}
		}
		if width > 100 && abs(end-(width-tableInset)) > 0.5 {
			t.Errorf("%v wide: the columns end at %v", width, end)
		}
	}
}
