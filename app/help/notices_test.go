package help

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/assets/notices"
	"resumax/widgets"
)

// newShell is a window of a size.
func newShell(t *testing.T) *shell.Shell {
	t.Helper()
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := shell.New(a, "Test", session.Inline, nil)
	s.Window.Resize(fyne.NewSize(1024, 700))
	t.Cleanup(s.Window.Close)
	return s
}

func TestNotices(t *testing.T) {
	s := newShell(t)
	ShowNotices(s)
	search, ok := s.Window.Canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatal("the search does not have the focus")
	}
	if top := s.Window.Canvas().Overlays().Top().MinSize(); top.Height > 700 || top.Width > 1024 {
		t.Errorf("the dialog is larger than the window: %v", top)
	}
	test.Type(search, "wazero")
	search.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if n := len(s.Window.Canvas().Overlays().List()); n != 0 {
		t.Errorf("Escape leaves %d dialogs", n)
	}
}

func TestNoticesSearch(t *testing.T) {
	s := newShell(t)
	all, err := notices.All()
	if err != nil {
		t.Fatal(err)
	}
	p := newNoticesPanel(all)
	s.Window.SetContent(p.panes())
	for _, c := range []struct{ search, first string }{
		{"", all[0].Title()},
		{"WAZERO notice", "github.com/tetratelabs/wazero"},
		{"open font garamond", "EB Garamond (font)"},
		{"garamond qqq", "No matches"},
		{"ofl-1.1 octavio", "EB Garamond (font)"},
	} {
		p.search.SetText(c.search)
		if got := p.title.Text(); !strings.HasPrefix(got, c.first) {
			t.Errorf("%q finds %q, want %q", c.search, got, c.first)
		}
	}
}

func TestNoticesKeys(t *testing.T) {
	s := newShell(t)
	all, err := notices.All()
	if err != nil {
		t.Fatal(err)
	}
	p := newNoticesPanel(all)
	p.search.OnKey = func(*fyne.KeyEvent) bool { return false }
	p.keepKeys()
	s.Window.SetContent(p.panes())
	key := func(k fyne.KeyName) { p.search.TypedKey(&fyne.KeyEvent{Name: k}) }
	key(fyne.KeyUp)
	if p.chosen != 0 {
		t.Error("Up leads above the first")
	}
	key(fyne.KeyDown)
	if p.chosen != 1 || !strings.HasPrefix(p.title.Text(), all[1].Title()) {
		t.Errorf("Down leads to %d, %q", p.chosen, p.title.Text())
	}
	p.search.SetText("pdfium apache")
	key(fyne.KeyPageDown)
	first := p.scroll.Offset.Y
	key(fyne.KeyPageDown)
	if first <= 0 || p.scroll.Offset.Y <= first {
		t.Errorf("Page Down scrolls to %g, then %g", first, p.scroll.Offset.Y)
	}
	for range 500 {
		key(fyne.KeyPageDown)
	}
	if bottom := p.scroll.Offset.Y + p.scroll.Size().Height; bottom > p.text.MinSize().Height+1 {
		t.Errorf("the text of %g is scrolled to %g", p.text.MinSize().Height, bottom)
	}
	key(fyne.KeyPageUp)
	key(fyne.KeyDown)
	if p.scroll.Offset.Y < 0 {
		t.Error("scrolled above the text")
	}
}
