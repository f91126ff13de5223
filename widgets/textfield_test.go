package widgets

import (
	"runtime"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// A long placeholder makes room that the first letter does not take away.
func TestFieldIsAsTallAsWhenItWasBegun(t *testing.T) {
	newApp(t)
	f := NewTextArea("Led a ward of nine nurses; falls per 1,000 patient days dropped from 4.1 to 2.6.")
	next := NewTextField("")
	w := show(t, NewColumn(4, f, next), 200, 300)
	w.Canvas().Focus(f)
	empty := f.MinSize().Height
	f.TypedRune('L')
	if got := f.MinSize().Height; got != empty {
		t.Errorf("%v high with a letter, %v when empty", got, empty)
	}
	w.Canvas().Focus(next)
	if got := f.MinSize().Height; got != empty {
		t.Errorf("%v high when left, %v when empty", got, empty)
	}
	other := NewTextArea(f.PlaceHolder)
	other.SetTextQuiet("L")
	w.SetContent(NewColumn(4, other))
	if got := other.MinSize().Height; got >= empty {
		t.Errorf("%v high with a text from the file, %v when empty", got, empty)
	}
}

func TestAreaGrowsWithItsText(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	show(t, f, 300, 300)
	one := f.MinSize().Height
	f.SetText("one\ntwo")
	two := f.MinSize().Height
	f.SetText(bullet + bullet)
	if long := f.MinSize().Height; two <= one || long <= 2*one {
		t.Errorf("heights %v for one row, %v for two, %v for a long text", one, two, long)
	}
	f.SetText("")
	if got := f.MinSize().Height; got != one {
		t.Errorf("emptied it is %v high, was %v", got, one)
	}
	f.MinRows = 3
	f.Refresh()
	if got := f.MinSize().Height; got <= two {
		t.Errorf("with three rows at least it is %v high", got)
	}
}

func TestSetTextQuiet(t *testing.T) {
	for _, c := range []struct {
		before string
		cursor int
		after  string
		want   int
	}{
		{"Cut latency", 4, "Cut latency", 4},
		{"Cut latency", 4, "Cut p95 latency", 8},
		{"Cut latency", 11, "Cut p95 latency", 15},
		{"Cut latency", 2, "Cut p95 latency", 2},
		{"Cut latency", 6, "Cut", 3},
		{"", 0, "Cut", 3},
	} {
		newApp(t)
		f := NewTextArea("")
		show(t, f, 300, 100)
		f.SetText(c.before)
		f.SetCursorOffset(c.cursor)
		f.OnChanged = func(string) { t.Error("OnChanged was called") }
		f.SetTextQuiet(c.after)
		if got := f.CursorTextOffset(); f.Text != c.after || got != c.want {
			t.Errorf("%q to %q with the cursor at %d puts it at %d, want %d", c.before, c.after, c.cursor, got, c.want)
		}
	}
}

func TestCursorOffsetInWrappedText(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	show(t, f, 200, 300)
	f.SetText(bullet + "\n\nend")
	for n := range len([]rune(f.Text)) + 1 {
		f.SetCursorOffset(n)
		if got := f.CursorTextOffset(); got != n {
			t.Fatalf("the cursor is at %d, want %d", got, n)
		}
	}
}

func TestSelectRange(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	show(t, f, 200, 300)
	f.SetText(bullet)
	f.SelectRange(8, 20)
	if got, want := f.SelectedText(), string([]rune(bullet)[8:20]); got != want {
		t.Errorf("selected %q, want %q", got, want)
	}
	f.TypedRune('x')
	if want := bullet[:8] + "x" + bullet[20:]; f.Text != want {
		t.Errorf("typing over it gives %q", f.Text)
	}
}

// A click into what belongs together selects all of it, a second one puts the cursor there, and a drag selects what it covers.
func TestClickSelectsWhole(t *testing.T) {
	test.NewTempApp(t)
	f := NewTextField("")
	f.Whole = func(text string, at int) (int, int) {
		if at > 4 && at < 10 {
			return 4, 10
		}
		return 0, 0
	}
	w := test.NewTempWindow(t, f)
	w.Resize(fyne.NewSize(400, 60))
	f.SetText("Led [how?] ü")
	width := fyne.MeasureText("Led [ho", theme.TextSize(), fyne.TextStyle{}).Width + theme.InnerPadding()
	press := func(x float32, button desktop.MouseButton) {
		at := &desktop.MouseEvent{Button: button}
		at.Position = fyne.NewPos(x, 15)
		f.MouseDown(at)
		f.MouseUp(at)
	}
	for _, c := range []struct {
		x      float32
		button desktop.MouseButton
		want   string
	}{
		{width, desktop.MouseButtonPrimary, "[how?]"},
		{width, desktop.MouseButtonPrimary, ""},
		{width, desktop.MouseButtonPrimary, "[how?]"},
		{theme.InnerPadding() + 3, desktop.MouseButtonPrimary, ""},
		{width, desktop.MouseButtonSecondary, ""},
	} {
		if press(c.x, c.button); f.SelectedText() != c.want {
			t.Errorf("a press at %v selects %q, not %q", c.x, f.SelectedText(), c.want)
		}
	}
	press(width, desktop.MouseButtonPrimary)
	test.Type(f, "nine")
	if f.Text != "Led nine ü" {
		t.Errorf("typing makes %q", f.Text)
	}
}

func TestDeletingWholeCharacters(t *testing.T) {
	const family, accent = "👨‍👩‍👧", "e\u0301"
	for _, c := range []struct {
		text   string
		cursor int
		key    fyne.KeyName
		want   string
	}{
		{"a" + family, 6, fyne.KeyBackspace, "a"},
		{"caf" + accent, 5, fyne.KeyBackspace, "caf"},
		{accent + "x", 0, fyne.KeyDelete, "x"},
		{"ab", 2, fyne.KeyBackspace, "a"},
		{"ab", 0, fyne.KeyBackspace, "ab"},
		{"ab", 2, fyne.KeyDelete, "ab"},
	} {
		newApp(t)
		f := NewTextField("")
		show(t, f, 200, 50)
		f.SetText(c.text)
		f.SetCursorOffset(c.cursor)
		changes := 0
		f.OnChanged = func(string) { changes++ }
		f.TypedKey(&fyne.KeyEvent{Name: c.key})
		if f.Text != c.want {
			t.Errorf("%q with %s at %d gives %q", c.text, c.key, c.cursor, f.Text)
		}
		if want := map[bool]int{true: 0, false: 1}[c.text == c.want]; changes != want {
			t.Errorf("%q: %d changes reported, want %d", c.text, changes, want)
		}
	}
}

func TestKeysAndShortcutsAreSeenFirst(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	show(t, f, 200, 60)
	f.SetText("ab")
	f.OnKey = func(ev *fyne.KeyEvent) bool { return ev.Name == fyne.KeyReturn }
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if f.Text != "ab" {
		t.Errorf("Enter reached the field: %q", f.Text)
	}
	var seen []string
	f.OnShortcut = func(s fyne.Shortcut) bool {
		seen = append(seen, s.ShortcutName())
		return false
	}
	f.TypedRune('c')
	f.TypedShortcut(&fyne.ShortcutUndo{})
	f.TypedShortcut(&fyne.ShortcutSelectAll{})
	if len(seen) != 2 || f.SelectedText() == "" || f.Text != "cab" {
		t.Errorf("saw %v; text %q, selected %q", seen, f.Text, f.SelectedText())
	}
}

func TestFocusScrollsIntoView(t *testing.T) {
	newApp(t)
	var fields []fyne.CanvasObject
	for range 30 {
		fields = append(fields, NewField("Label", NewTextField("")))
	}
	s := container.NewVScroll(NewColumn(8, NewGroup(NewReorderList(fields...))))
	w := show(t, s, 300, 200)
	last := fields[29].(*Field).Content().(*TextField)
	gained, lost := 0, 0
	last.OnFocusGained = func() { gained++ }
	last.OnFocusLost = func() { lost++ }
	w.Canvas().Focus(last)
	top := fyne.CurrentApp().Driver().AbsolutePositionForObject(last).Y
	if s.Offset.Y == 0 || top < 0 || top > 200-last.Size().Height {
		t.Errorf("focused it is at %v, the scroll at %v", top, s.Offset.Y)
	}
	at := s.Offset
	w.Canvas().Unfocus()
	w.Canvas().Focus(last)
	if s.Offset != at || gained != 2 || lost != 1 {
		t.Errorf("scrolled from %v to %v; %d gained, %d lost", at, s.Offset, gained, lost)
	}
}

func TestWheelOverFieldScrollsTheForm(t *testing.T) {
	newApp(t)
	var fields []fyne.CanvasObject
	for range 30 {
		fields = append(fields, NewTextArea(""))
	}
	s := container.NewVScroll(NewColumn(8, fields...))
	w := show(t, s, 300, 200)
	test.Scroll(w.Canvas(), fyne.NewPos(60, 20), 0, -50)
	if s.Offset.Y != 50 {
		t.Errorf("the form is scrolled by %v, want 50", s.Offset.Y)
	}
}

func TestCursorStaysInViewWhileTyping(t *testing.T) {
	newApp(t)
	f := NewTextArea("")
	s := container.NewVScroll(NewColumn(8, NewField("Summary", f)))
	w := show(t, s, 300, 150)
	w.Canvas().Focus(f)
	inView := func() bool {
		y := fyne.CurrentApp().Driver().AbsolutePositionForObject(f).Y + f.CursorPosition().Y
		return y >= 0 && y <= 130
	}
	for i := range 40 {
		f.TypedRune('x')
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
		if !inView() {
			t.Fatalf("the cursor is out of view after %d rows", i+1)
		}
	}
	for range 40 {
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyUp})
		if !inView() {
			t.Fatal("the cursor is out of view on the way up")
		}
	}
}

// BenchmarkFrame measures what Fyne asks of a long form before each frame: every field's least size.
func BenchmarkFrame(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(NewTheme(Light))
	var fields []fyne.CanvasObject
	for range 300 {
		f := NewTextArea("")
		f.SetText(bullet)
		fields = append(fields, f)
	}
	c := NewColumn(8, fields...)
	c.Resize(fyne.NewSize(400, 10000))
	for b.Loop() {
		for _, f := range fields {
			f.MinSize()
		}
	}
}

// BenchmarkKeystroke measures one rune typed into a bullet of a long form.
func BenchmarkKeystroke(b *testing.B) {
	app := test.NewTempApp(b)
	app.Settings().SetTheme(NewTheme(Light))
	var fields []fyne.CanvasObject
	for range 300 {
		f := NewTextArea("")
		f.SetText(bullet)
		fields = append(fields, f)
	}
	w := test.NewTempWindow(b, container.NewVScroll(NewColumn(8, fields...)))
	w.Resize(fyne.NewSize(400, 700))
	f := fields[150].(*TextField)
	w.Canvas().Focus(f)
	for b.Loop() {
		f.TypedRune('x')
		f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
	}
}

func TestFieldShowsItsBeginning(t *testing.T) {
	newApp(t)
	f := NewTextField("")
	f.SetText("a text that is much too long for the field that holds it, by far")
	w := show(t, NewField("Address", f), 120, 60)
	check := func(when string, beginning bool) {
		t.Helper()
		if (f.scroll.Offset.X == 0) != beginning {
			t.Errorf("%s: scrolled to %v", when, f.scroll.Offset.X)
		}
	}
	check("shown", true)
	w.Canvas().Focus(f)
	f.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	check("at its end", false)
	f.Refresh()
	check("drawn again while it is written to", false)
	w.Canvas().Unfocus()
	check("left", true)
	f.SetTextQuiet("another text that is much too long for the field that holds it, by far")
	check("changed", true)
}

// Fyne reads all its fonts again, some ten megabytes, for every theme that is
// put over a part of the window.
func TestFurtherFieldReadsNoFonts(t *testing.T) {
	newApp(t)
	fields := func(n int) uint64 {
		column := container.NewVBox()
		for range n {
			column.Add(NewField("Name", NewTextField("")))
		}
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		show(t, column, 200, 400).Canvas().Capture()
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	fields(1)
	one, six := fields(1), fields(6)
	if most := uint64(4 << 20); six > one+most {
		t.Errorf("one field takes %d kB, six take %d", one>>10, six>>10)
	}
}
