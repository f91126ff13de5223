package shell

import (
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"

	"resumax/app/session"
	"resumax/resume"
	"resumax/widgets"
)

func newShell(t *testing.T) *Shell {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := New(a, "Test", session.Inline, nil)
	t.Cleanup(s.Window.Close)
	return s
}

// page is a screen that notes what happens to it.
func page(name string, log *[]string) *View {
	note := func(what string) func() { return func() { *log = append(*log, what+" "+name) } }
	return &View{Content: canvas.NewRectangle(nil), Name: func() string { return name }, OnEnter: note("enter"), OnLeave: note("leave")}
}

func TestScreensStack(t *testing.T) {
	s := newShell(t)
	var log []string
	a, b, c := page("a", &log), page("b", &log), page("c", &log)
	s.Screens.Reset(a)
	s.Screens.Push(b)
	s.Screens.Push(c)
	if s.Window.Title() != "c" {
		t.Errorf("%q is shown", s.Window.Title())
	}
	if !s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) || s.Screens.Top() != Screen(b) {
		t.Error("Escape does not lead one screen back")
	}
	if !s.Screens.Pop() || s.Screens.Top() != Screen(a) {
		t.Error("the screen below is not shown")
	}
	if s.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) {
		t.Error("Escape leads back from the last screen")
	}
	want := []string{"enter a", "leave a", "enter b", "leave b", "enter c", "leave c", "enter b", "leave b", "enter a"}
	if !slices.Equal(log, want) {
		t.Errorf("%q, want %q", log, want)
	}
}

// Whatever the order in which routes are added, the longest prefix wins.
func TestRouter(t *testing.T) {
	prefixes := []resume.Address{resume.Root, "/work", "/work/1", resume.Settings}
	for _, order := range [][]int{{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}} {
		var r Router
		went := resume.Address("nowhere")
		for _, i := range order {
			r.Handle(prefixes[i], func(resume.Address) { went = prefixes[i] })
		}
		for to, want := range map[resume.Address]resume.Address{
			"/work/1/highlights/2": "/work/1", "/work/10/name": "/work", "/works": resume.Root, "/meta/resumax/page": resume.Settings, "": resume.Root,
		} {
			if !r.Go(to) || went != want {
				t.Errorf("%q is shown by %q, want %q", to, went, want)
			}
		}
	}
	var none Router
	if none.Go("/work") {
		t.Error("an address without a route is shown")
	}
}

func TestKeysAsSystemsWriteThem(t *testing.T) {
	for _, c := range []struct {
		keys       Keys
		linux, mac string
	}{
		{Keys{fyne.KeyS, Mod | Shift}, "Ctrl+Shift+S", "⇧⌘S"},
		{Keys{fyne.KeyUp, Alt}, "Alt+Up", "⌥↑"},
		{Keys{fyne.KeyF8, 0}, "F8", "F8"},
		{Keys{fyne.KeyEqual, Mod}, "Ctrl++", "⌘+"},
		{Keys{}, "", ""},
	} {
		if got := c.keys.on("linux"); got != c.linux {
			t.Errorf("%q, want %q", got, c.linux)
		}
		if got := c.keys.on("darwin"); got != c.mac {
			t.Errorf("%q, want %q", got, c.mac)
		}
	}
}

func TestKeysStandInAColumn(t *testing.T) {
	newShell(t)
	labels := withKeys([]Command{{Label: "Save", Keys: Keys{fyne.KeyS, Mod}}, {Label: "Save under another name", Keys: Keys{fyne.KeyS, Mod | Shift}}, {Label: "Recent"}})
	var columns []float32
	for i, want := range []string{"Save Ctrl+S", "Save under another name Ctrl+Shift+S", "Recent"} {
		if got := strings.Join(strings.Fields(labels[i]), " "); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
		if at := strings.LastIndex(labels[i], "\t"); at >= 0 {
			columns = append(columns, fyne.MeasureText(labels[i][:at+1], theme.TextSize(), fyne.TextStyle{}).Width)
		}
	}
	if len(columns) != 2 || math.Abs(float64(columns[0]-columns[1])) > 1 {
		t.Errorf("the keys start at %v", columns)
	}
	if _, ok := (unshown{Keys{fyne.KeyS, Mod}.shortcut()}).Shortcut.(fyne.KeyboardShortcut); !ok {
		t.Error("the shortcut is none")
	}
	if _, ok := fyne.Shortcut(unshown{Keys{fyne.KeyS, Mod}.shortcut()}).(fyne.KeyboardShortcut); ok {
		t.Error("Fyne would show the keys a second time")
	}
}

// TestScreensFollowTheTheme changes the theme while a screen is not shown. Fyne repaints only what is in the window, so
// the stack has to ask for it when the screen comes back, once.
func TestScreensFollowTheTheme(t *testing.T) {
	s := newShell(t)
	var log []string
	write, design := page("write", &log), page("design", &log)
	s.Screens.Reset(write)
	s.Screens.Reset(design)
	settings := fyne.CurrentApp().Settings()
	settings.SetTheme(widgets.NewTheme(widgets.Dark))
	repaints := 0
	settings.AddListener(func(fyne.Settings) { repaints++ })
	s.Screens.Reset(write)
	if repaints != 1 {
		t.Errorf("the screen was repainted %d times in the new theme", repaints)
	}
	s.Screens.Reset(design)
	s.Screens.Reset(write)
	if repaints != 1 {
		t.Errorf("%d repaints without a change", repaints-1)
	}
}

func TestCommandsAskWhetherTheyMayAct(t *testing.T) {
	s := newShell(t)
	ran := ""
	open, disabled := false, false
	s.Commands.ProjectOpen = func() bool { return open }
	s.Commands.Set([]Group{
		{Menu: "File", Commands: []Command{
			{ID: "save", Label: "Save", Keys: Keys{fyne.KeyF2, 0}, Needs: NeedsProject, Run: func() { ran += "save " },
				State: func() State { return State{Label: "Save all", Disabled: disabled} }},
			{ID: "about", Label: "About", Run: func() { ran += "about " }},
		}},
		{Menu: "File", Commands: []Command{{ID: "more", Label: "More", Choices: func() []Command {
			return []Command{{ID: "more 1", Label: "One", Run: func() { ran += "one " }}}
		}}}},
	})
	item := s.Commands.items["save"]
	if !item.Disabled || strings.Join(strings.Fields(item.Label), " ") != "Save all F2" || s.Commands.Run("save") {
		t.Error("a command of the project can be used without one")
	}
	open = true
	s.Commands.Refresh()
	item.Action()
	s.Key(&fyne.KeyEvent{Name: fyne.KeyF2})
	modal := s.Modal(canvas.NewRectangle(nil), nil)
	item.Action()
	s.Key(&fyne.KeyEvent{Name: fyne.KeyF2})
	s.Commands.Run("about")
	modal.Close()
	disabled = true
	s.Commands.Refresh()
	item.Action()
	s.Commands.Run("more 1")
	if ran != "save save about one " || !item.Disabled {
		t.Errorf("%q ran", ran)
	}
	if n := len(s.Commands.main.Items[0].Items); n != 4 { // two commands, a separator, a submenu
		t.Errorf("the menu has %d items", n)
	}
}

func TestPaletteMatches(t *testing.T) {
	for query, want := range map[string]int{"save": matchStart, "save AS": matchStart, "as sa": matchWords, "FILE ROLE": matchMenu, "sar": matchInitials,
		"svrl": matchLetters, "ave": matchLetters, "av": -1, "save pdf": -1, "elor": -1} {
		rank, ok := match("File", "Save as role", query)
		if !ok {
			rank = -1
		}
		if rank != want {
			t.Errorf("%q: %d, want %d", query, rank, want)
		}
	}
	if _, ok := match("File", "Save", " "); !ok {
		t.Error("without a query not all match")
	}
}

// The palette shows the best match first, the arrows move its selection, Enter runs
// it, and what was run is first the next time.
func TestPalette(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := New(a, "Test", session.Inline, nil)
	t.Cleanup(s.Window.Close)
	s.Window.Resize(fyne.NewSize(900, 700))
	ran := ""
	command := func(id, label string) Command {
		return Command{ID: id, Label: label, Run: func() { ran += id + " " }}
	}
	off := command("off", "Saved nowhere")
	off.State = func() State { return State{Disabled: true} }
	s.Commands.Set([]Group{{"File", []Command{command("open", "Open…"), command("resave", "Quick save"), command("save", "Save"), off}}})
	s.Places = func() []Group { return []Group{{"Go to", []Command{command("work", "Savings ▸ Bank")}}} }
	rows := func() (titles string) {
		for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
			if row, ok := o.(*widgets.ChoiceRow); ok {
				titles += row.Title()
				if row.Selected() {
					titles += "*"
				}
				titles += ", "
			}
		}
		return titles
	}
	key := func(names ...fyne.KeyName) {
		for _, n := range names {
			s.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: n})
		}
	}
	s.ShowPalette()
	if got := rows(); got != "Open*, Quick save, Save, Savings ▸ Bank, " {
		t.Errorf("all: %s", got)
	}
	test.Type(s.Window.Canvas().Focused(), "sav")
	if got := rows(); got != "Save*, Savings ▸ Bank, Quick save, " {
		t.Errorf("found: %s", got)
	}
	key(fyne.KeyDown, fyne.KeyDown, fyne.KeyDown, fyne.KeyUp)
	if got := rows(); got != "Save, Savings ▸ Bank*, Quick save, " {
		t.Errorf("moved: %s", got)
	}
	key(fyne.KeyReturn)
	if ran != "work " || !s.Free() {
		t.Errorf("%q ran", ran)
	}
	s.ShowPalette()
	if got := rows(); got != "Savings ▸ Bank*, Open, Quick save, Save, " {
		t.Errorf("recent: %s", got)
	}
	key(fyne.KeyEscape)
	if !s.Free() {
		t.Error("Escape does not close it")
	}
}

func TestColumnsFold(t *testing.T) {
	test.NewTempApp(t)
	pane := func(name string, folds int) Column {
		return Column{Name: name, Content: canvas.NewRectangle(nil), MinWidth: 200, Width: 250, Grows: folds == 0, Room: 300,
			Folds: folds, Strip: widgets.NewStrip()}
	}
	c := NewColumns(pane("a", 1), pane("b", 0), pane("c", 3), pane("d", 2))
	toggled, opened := 0, ""
	c.OnToggled = func() { toggled++ }
	for i := range c.columns {
		c.columns[i].Opened = func() { opened += c.columns[i].Name }
	}
	wants := func(what, want string) {
		t.Helper()
		got := ""
		for _, col := range c.columns {
			if c.Shown(col.Name) {
				got += col.Name
			}
		}
		if got != want {
			t.Errorf("%s: %q are shown, want %q", what, got, want)
		}
	}
	at := func(width float32, want string) {
		t.Helper()
		c.root.Resize(fyne.NewSize(width, 300))
		wants(fmt.Sprint(width), want)
	}
	at(1300, "abcd")
	at(1200, "bcd")
	at(900, "bc")
	at(550, "bc") // the last folds where it would be cut
	at(450, "b")
	at(900, "bc")
	c.Toggle("d")
	wants("in the drawer", "bcd")
	if x, _ := c.panes.Slot(3); !c.drawer.Visible() || c.drawer.Position().X+c.drawer.Size().Width != x || opened != "d" {
		t.Errorf("the drawer at %v is not beside the strip at %v", c.drawer.Position().X, x)
	}
	c.Show("a")
	wants("one drawer at a time", "abc")
	if _, width := c.panes.Slot(0); c.drawer.Position().X != width {
		t.Errorf("the drawer is at %v, its strip is %v wide", c.drawer.Position().X, width)
	}
	if c.CloseDrawer("d") || !c.CloseDrawer("a") || c.CloseDrawer() || c.drawer.Visible() {
		t.Error("the drawer closes for another column")
	}
	c.Toggle("d")
	at(1300, "abcd")
	if c.drawer.Visible() {
		t.Error("the drawer stays open beside the column")
	}
	c.Toggle("c")
	wants("hidden by the user", "abd")
	if c.Toggle("c"); toggled != 5 || len(c.Hidden()) > 0 {
		t.Errorf("toggled %d times, %q are hidden", toggled, c.Hidden())
	}
	c.SetHidden([]string{"d", "b"})
	wants("what never folds is not hidden", "abc")
	if got := c.root.MinSize().Width; got != 3*widgets.StripWidth+200+3*widgets.DividerWidth {
		t.Errorf("the window can be no narrower than %v", got)
	}
}

func TestSentences(t *testing.T) {
	for text, want := range map[string]string{
		"the disk is full":            "The disk is full.",
		"resume.json is gone.":        "resume.json is gone.",
		"“a.json” is gone":            "“a.json” is gone.",
		"C:/x cannot be read":         "C:/x cannot be read.",
		"écrit":                       "Écrit.",
		"":                            ".",
		"my-cv is locked":             "My-cv is locked.",
		"resume_2 has another format": "resume_2 has another format.",
	} {
		if got := Sentence(text); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

// What is typed while a button has the focus ends, also on a screen that wants no text or
// gives the button the focus.
func TestTypedIntoButton(t *testing.T) {
	s := newShell(t)
	button := widgets.NewIconButton(theme.CancelIcon(), "Press", func() { t.Error("pressed") })
	v := &View{Content: button, Name: func() string { return "Test" }}
	s.Screens.Reset(v)
	s.Focus(button)
	for _, on := range []func(){nil, func() { s.Focus(button) }, func() { s.Focus(nil) }} {
		v.OnType = on
		button.TypedRune('x')
	}
}

// A file that was made can be opened, and so can its folder.
func TestMadeFileIsOpened(t *testing.T) {
	s := newShell(t)
	var opened []string
	open := func(path string) error { opened = append(opened, path); return nil }
	path := filepath.Join("out", "cv.pdf")
	for i, want := range []string{"sent", path, "out"} {
		s.SayMade("Exported cv.pdf", path, open, widgets.ToastAction{Label: "Mark as sent", Do: func() { opened = append(opened, "sent") }})
		if got := s.Toaster.Actions(); !slices.Equal(got, []string{"Mark as sent", "Open", "Show in folder"}) {
			t.Fatalf("the toast offers %q", got)
		}
		s.Toaster.Act(i)
		if opened[len(opened)-1] != want || s.Toaster.Text() != "" {
			t.Errorf("action %d opens %q and leaves %q", i, opened, s.Toaster.Text())
		}
	}
}
