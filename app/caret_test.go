package app

import (
	"strings"
	"testing"

	"resumax/render/layout"
	"resumax/resume"
	"resumax/widgets"
)

// click taps the page where it shows a text, once or twice, before the text's n-th
// byte.
func click(t *testing.T, w *window, text string, n, times int) {
	t.Helper()
	view := pageView(t, w)
	for _, item := range w.panes.preview.Printed().Pages[0].Items {
		if item.Kind != layout.Text || !strings.Contains(item.Run.Text, text) {
			continue
		}
		at := strings.Index(item.Run.Text, text) + n
		for _, g := range item.Run.Glyphs {
			if g.From == at {
				for i := range times {
					view.OnTap(0, item.Rect.X+g.X, item.Rect.Y+item.Rect.H/2, i > 0)
				}
				return
			}
		}
	}
	t.Fatalf("the page does not show %q", text)
}

func TestClickOnThePagePutsTheCaretThere(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 860)
	w.project.Open(sampleFile(t))
	bullet := resume.Address("/work/0/highlights/1")
	w.session.Type(bullet, "Sharded a **12 TB database** by tenant, [cutting](https://example.org) latency, and then a good deal more so that the text has a second line on the page")
	field := func() *widgets.TextField {
		f, ok := w.canvas().Focused().(*widgets.TextField)
		if !ok {
			t.Fatalf("%T has the focus", w.canvas().Focused())
		}
		return f
	}
	w.panes.editor.Show(resume.ContactKey)
	for _, c := range []struct {
		text   string
		n      int
		before string
	}{
		{"by tenant,", 3, "Sharded a **12 TB database** by "}, {"latency, and", 0, "(https://example.org) "},
		{"TB database", 0, "Sharded a **12 "}, {"cond line", 0, " has a se"},
	} {
		click(t, w, c.text, c.n, 1)
		f := field()
		if got := string([]rune(f.Text)[:f.CursorTextOffset()]); w.session.Focus() != bullet || !strings.HasSuffix(got, c.before) {
			t.Errorf("a click on %q goes behind %q of %s", c.text, got, w.session.Focus())
		}
	}
	click(t, w, "TB database", 5, 2)
	if got := field().SelectedText(); got != "database" {
		t.Errorf("two clicks select %q", got)
	}
	click(t, w, "Feb 2023", 0, 1) // a field of its own words
	if w.session.Focus() != "/work/0/startDate" && w.session.Focus() != "/work/0" {
		t.Errorf("a date leads to %s", w.session.Focus())
	}
	click(t, w, "EXPERIENCE", 2, 1)
	if w.panes.editor.Section() != "work" {
		t.Errorf("a heading leads to %s", w.panes.editor.Section())
	}
}

// The page highlights nothing of a section that is no longer shown.
func TestHighlightEndsWithItsSection(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 860)
	w.newBlank("")
	w.session.Reveal("/basics/name")
	w.panes.rail.Step(4) // to an empty section
	if a := w.session.Focus(); a != "" && w.session.Now().Resume.SectionOf(a) == resume.ContactKey {
		t.Errorf("%s is still highlighted in %s", a, w.panes.editor.Section())
	}
}
