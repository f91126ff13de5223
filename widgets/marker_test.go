package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

// A marker that shows nothing keeps its place, takes no focus and does nothing.
func TestMarker(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	pressed := 0
	m := NewMarker(func() { pressed++ })
	w := test.NewTempWindow(t, NewColumn(4, m, NewTextField("")))
	w.Resize(fyne.NewSize(200, 100))
	size := m.MinSize()
	m.Tapped(nil)
	if n := len(Focusables(w.Canvas())); pressed != 0 || n != 1 {
		t.Errorf("it is pressed %d times, %d take the focus", pressed, n)
	}
	m.Set(MarkerLoud, "The base has changed")
	m.Tapped(nil)
	if n := len(Focusables(w.Canvas())); pressed != 1 || n != 2 || m.MinSize() != size || m.AccessibilityLabel() != "The base has changed" {
		t.Errorf("it is pressed %d times, %d take the focus", pressed, n)
	}
	m.SkipTab = true
	if n := len(Focusables(w.Canvas())); n != 1 {
		t.Error("it is in the Tab order though a key does the same")
	}
}

// The mark of a field stands behind its label, before its message, and takes no room from
// the content.
func TestFieldWithMark(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	with, without := NewField("Headline", NewTextField("")), NewField("Headline", NewTextField(""))
	with.Mark = NewMarker(nil)
	for _, f := range []*Field{with, without} {
		f.Steady = true
		w := test.NewTempWindow(t, f)
		w.Resize(fyne.NewSize(240, 100))
	}
	if with.MinSize() != without.MinSize() {
		t.Errorf("with a mark a field has %v, else %v", with.MinSize(), without.MinSize())
	}
	with.Mark.Set(MarkerQuiet, "Differs")
	with.SetProblem("Not an email address, and more words than there is room for")
	if end := with.Mark.Position().X + with.Mark.Size().Width; with.message.Position().X+7 < end {
		t.Errorf("the message begins at %v, the mark ends at %v", with.message.Position().X, end)
	}
}

// A rail shows how many places of a section are marked, where there is room beside its
// whole title.
func TestRailMarks(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	l := NewRailList(RailItem{ID: "a", Title: "Skills", Mark: MarkerQuiet, Marks: 3}, RailItem{ID: "b", Title: "Volunteering and more", Badge: 4, Mark: MarkerLoud, Marks: 12}, RailItem{ID: "c", Title: "Awards"})
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(150, 200))
	for i, want := range []struct{ mark, number bool }{{true, true}, {true, false}, {false, false}} {
		r := l.rows[i]
		if r.mark.Visible() != want.mark || r.marks.Visible() != want.number {
			t.Errorf("row %d: mark %v, number %v", i, r.mark.Visible(), r.marks.Visible())
		}
		if end := r.title.Position().X + r.title.MinSize().Width; r.mark.Visible() && end > r.mark.Position().X {
			t.Errorf("row %d: the title ends at %v, over the mark at %v", i, end, r.mark.Position().X)
		}
	}
}
