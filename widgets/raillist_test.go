package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

func TestRailKeys(t *testing.T) {
	newApp(t)
	l := rail()
	w := show(t, l, 200, 240)
	var chosen, menus []string
	var moves [][2]int
	l.OnSelected = func(id string) { chosen = append(chosen, id) }
	l.OnMenu = func(id string, _ fyne.Position) { menus = append(menus, id) }
	l.OnMove = func(from, to int) { moves = append(moves, [2]int{from, to}) }
	l.Select("summary")
	w.Canvas().Focus(l)
	alt := func(k fyne.KeyName) {
		l.TypedShortcut(&desktop.CustomShortcut{KeyName: k, Modifier: fyne.KeyModifierAlt})
	}
	key := func(k fyne.KeyName) { l.TypedKey(&fyne.KeyEvent{Name: k}) }
	alt(fyne.KeyUp) // contact is fixed
	alt(fyne.KeyDown)
	key(fyne.KeyDown)
	key(desktop.KeyMenu)
	key(fyne.KeyReturn)
	key(fyne.KeyHome)
	alt(fyne.KeyDown)
	if !slices.Equal(chosen, []string{"work"}) || l.Selected() != "work" {
		t.Errorf("chose %v", chosen)
	}
	if !slices.Equal(menus, []string{"work"}) {
		t.Errorf("menus of %v", menus)
	}
	if !slices.Equal(moves, [][2]int{{1, 2}}) {
		t.Errorf("moves %v", moves)
	}
}

func TestRailRename(t *testing.T) {
	newApp(t)
	l := rail()
	w := show(t, l, 200, 240)
	var renamed []string
	l.OnRename = func(id, title string) { renamed = append(renamed, id+"="+title) }
	open := func(how func()) {
		t.Helper()
		how()
		if !l.name.Visible() || w.Canvas().Focused() != fyne.Focusable(l.name.TextField) || l.name.SelectedText() == "" {
			t.Fatal("no field to rename in")
		}
		row := l.rows[2].Position().Y + l.rows[2].Size().Height/2
		if at := l.name.Position().Y + l.name.Size().Height/2; abs(at-row) > 1 {
			t.Errorf("the field is at %v, its row at %v", at, row)
		}
	}
	f2 := func() {
		l.Select(l.items[2].ID)
		w.Canvas().Focus(l)
		l.TypedKey(&fyne.KeyEvent{Name: fyne.KeyF2})
	}
	key := func(name fyne.KeyName) { l.name.TypedKey(&fyne.KeyEvent{Name: name}) }
	open(f2)
	test.Type(l.name.TextField, "Jobs")
	key(fyne.KeyReturn)
	if w.Canvas().Focused() != fyne.Focusable(l) {
		t.Error("the list does not get the focus back")
	}
	open(f2)
	test.Type(l.name.TextField, "No")
	key(fyne.KeyEscape)
	open(func() { l.rows[2].Tapped(nil); l.rows[2].Tapped(nil) })
	test.Type(l.name.TextField, "Posts")
	w.Canvas().Focus(l) // leaving keeps the name
	l.Rename(l.items[0].ID)
	if id := l.items[2].ID; !slices.Equal(renamed, []string{id + "=Jobs", id + "=Posts"}) || l.name.Visible() {
		t.Errorf("renamed %q", renamed)
	}
}

func TestRailDragStopsAtFixedRows(t *testing.T) {
	newApp(t)
	l := rail()
	show(t, l, 200, 240)
	var moves [][2]int
	l.OnMove = func(from, to int) { moves = append(moves, [2]int{from, to}) }
	drag := func(i int, by float32) {
		at := rowMiddle(l.list, i)
		l.rows[i].Dragged(dragTo(at))
		l.rows[i].Dragged(dragTo(at + by))
		l.rows[i].DragEnd()
	}
	drag(3, -400)
	drag(0, 400)
	drag(1, railRowHeight)
	if !slices.Equal(moves, [][2]int{{3, 1}, {1, 2}}) {
		t.Errorf("moves %v", moves)
	}
}

func TestRailTaps(t *testing.T) {
	newApp(t)
	l := rail()
	show(t, l, 200, 240)
	var chosen, menus []string
	l.OnSelected = func(id string) { chosen = append(chosen, id) }
	l.OnMenu = func(id string, _ fyne.Position) { menus = append(menus, id) }
	test.Tap(l.rows[4])
	test.TapSecondary(l.rows[2])
	test.Tap(l.rows[4].more)
	if !slices.Equal(chosen, []string{"skills"}) || !slices.Equal(menus, []string{"work", "skills"}) {
		t.Errorf("chose %v, menus of %v", chosen, menus)
	}
}

func TestRailKeepsRowsById(t *testing.T) {
	newApp(t)
	l := rail()
	row := l.rows[2]
	items := l.Items()
	items[1], items[2] = items[2], items[1]
	items[1].Badge = 3
	l.SetItems(items)
	if l.rows[1] != row || row.item.Badge != 3 {
		t.Error("the row was rebuilt")
	}
}

// A title that one line has no room for takes two, whether the row is selected or not, and is cut only if these are too short.
func TestRailWrapsTitles(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	l := NewRailList(RailItem{ID: "a", Title: "Expérience professionnelle", Badge: 12}, RailItem{ID: "b", Title: "Profil"}, RailItem{ID: "c", Title: "One word that is quite long and another one and another"})
	l.OnMenu = func(string, fyne.Position) {}
	w := test.NewTempWindow(t, l)
	w.Resize(fyne.NewSize(190, 300))
	height := l.rows[0].MinSize().Height
	if l.rows[0].Cut() != "" || l.rows[0].rest.Text != "professionnelle" || height <= l.rows[1].MinSize().Height {
		t.Errorf("it says %q and %q in %v", l.rows[0].title.Text, l.rows[0].rest.Text, height)
	}
	if l.rows[2].Cut() == "" {
		t.Error("what is longer than two lines is not cut")
	}
	first := l.rows[0].title.Text
	l.Select("a")
	if l.rows[0].title.Text != first {
		t.Errorf("selected, its first line is %q", l.rows[0].title.Text)
	}
	if got := l.rows[0].MinSize().Height; got != height || l.rows[0].Cut() != "" {
		t.Errorf("selected it is %v high, not %v", got, height)
	}
}
