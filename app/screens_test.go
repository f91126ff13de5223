package app

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/designer"
	"resumax/app/preferences"
	"resumax/app/preview"
	"resumax/resume"
	"resumax/widgets"
)

// pageView is the view of the page.
func pageView(t *testing.T, w *window) *widgets.PageView {
	t.Helper()
	for _, o := range test.LaidOutObjects(w.panes.preview.Object()) {
		if v, ok := o.(*widgets.PageView); ok {
			return v
		}
	}
	t.Fatal("no page")
	return nil
}

func setPaper(w *window, size string) {
	w.session.Edit("Paper", "", resume.TextEdit(resume.PageSetting, size))
}

func TestColumnsAndPageAtEverySize(t *testing.T) {
	for _, c := range []struct {
		width, height float32
		shown         string // of the columns that fold
		zoom          float32
	}{
		{900, 600, "page ", 0.48},
		{1024, 680, "page ", 0.60},
		{1280, 800, "page score ", 0.58},
		{1440, 860, "rail page score ", 0.62},
		{2560, 1400, "rail page score ", 1},
	} {
		for _, paper := range []string{"a4", "letter"} {
			w, _ := newTestWindow(t, c.width, c.height)
			w.project.Open(sampleFile(t))
			setPaper(w, paper)
			got, view := "", pageView(t, w)
			for _, name := range []string{columnRail, columnPage, columnScore} {
				if w.screens.writing.Shown(name) {
					got += name + " "
				}
			}
			if got != c.shown || view.Zoom() < c.zoom {
				t.Errorf("%vx%v, %s: %q are shown, the page at %.0f%%", c.width, c.height, paper, got, view.Zoom()*100)
			}
			if c.width > 2000 && view.Fit() != widgets.FitPage {
				t.Error("a wide window does not show a whole page")
			}
			within(t, w, fmt.Sprint(c.width, " ", paper))
		}
	}
}

// within checks that the controls around the page, and the columns, lie within the
// window and not over one another.
func within(t *testing.T, w *window, what string) {
	t.Helper()
	d := fyne.CurrentApp().Driver()
	root := w.panes.preview.Object()
	at, size := d.AbsolutePositionForObject(root), root.Size()
	var seen []fyne.CanvasObject
	for _, b := range test.LaidOutObjects(root) {
		switch b.(type) {
		case *widgets.IconButton, *widgets.Select, *widgets.Dropdown:
		default:
			continue
		}
		p := d.AbsolutePositionForObject(b)
		if p.IsZero() {
			continue // what holds it is hidden
		}
		if p.X < at.X || p.Y < at.Y || p.X+b.Size().Width > at.X+size.Width+0.5 || p.Y+b.Size().Height > at.Y+size.Height+0.5 {
			t.Errorf("%s: %T at %v, %v is cut", what, b, p, b.Size())
		}
		for _, other := range seen {
			q := d.AbsolutePositionForObject(other)
			if p.X < q.X+other.Size().Width && q.X < p.X+b.Size().Width && p.Y < q.Y+other.Size().Height && q.Y < p.Y+b.Size().Height {
				t.Errorf("%s: %T at %v lies over %T at %v", what, b, p, other, q)
			}
		}
		seen = append(seen, b)
	}
	if len(seen) < 5 {
		t.Errorf("%s: %d controls around the page", what, len(seen))
	}
	edge := w.shell.Window.Canvas().Size().Width
	if right := at.X + size.Width; right > edge {
		t.Errorf("%s: the page ends at %v in a window of %v", what, right, edge)
	}
}

func TestWindowSizesHaveTheirOwnColumnsAndZoom(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 860)
	w.project.Open(sampleFile(t))
	view := pageView(t, w)
	w.shell.Commands.Run("actual-size")
	w.shell.Commands.Run("score")
	w.screens.writing.SetWidths([]float32{140, 500, 600, 300})
	w.screens.writing.OnResized()

	w.shell.Window.Resize(fyne.NewSize(2000, 1200))
	if view.Fit() != widgets.FitPage || !w.screens.writing.Shown(columnScore) || w.screens.writing.Widths()[1] != 560 {
		t.Error("a wide window looks as the smaller one was set")
	}
	w.shell.Commands.Run("fit-width")
	w.shell.Window.Resize(fyne.NewSize(1440, 860))
	if view.Fit() != widgets.FitNone || view.Zoom() != 1 || w.screens.writing.Shown(columnScore) || w.screens.writing.Widths()[1] != 500 {
		t.Error("the window's own state is lost")
	}
	if got := w.prefs.Zoom(preferences.Wide); got != preview.StateFitWidth {
		t.Errorf("zoom %q is kept", got)
	}
}

func TestFoldedColumnsOpenOverTheOthers(t *testing.T) {
	w, _ := newTestWindow(t, 1024, 700)
	w.project.Open(sampleFile(t))
	shown := w.screens.writing.Shown
	w.shell.Commands.Run("sections")
	if !shown(columnRail) || w.canvas().Focused() == nil {
		t.Fatal("the sections do not open, or are not focused")
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if shown(columnRail) {
		t.Error("Escape does not close the sections")
	}
	w.shell.Commands.Run("sections")
	w.session.Reveal("/work/0/name")
	if shown(columnRail) {
		t.Error("the sections lie over the field that has the focus")
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyF10})
	w.session.Reveal("/work/0/position")
	if !shown(columnScore) {
		t.Error("the score closes while the user goes through its advice")
	}
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyF10})
	if shown(columnScore) {
		t.Error("F10 does not close the score")
	}
	w.shell.Commands.Run("show-score")
	if !shown(columnScore) {
		t.Error("the score of the header opens nothing")
	}
}

func TestSectionIsRenamedInPlace(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 860)
	w.project.Open(sampleFile(t))
	w.session.Reveal("/work/0/name")
	w.shell.Key(&fyne.KeyEvent{Name: fyne.KeyF2})
	if !w.shell.Free() {
		t.Fatal("a dialog opens for one name")
	}
	field, ok := w.canvas().Focused().(*widgets.TextField)
	if !ok {
		t.Fatalf("%T has the focus", w.canvas().Focused())
	}
	test.Type(field, "Posts held")
	field.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	title := func() string { s, _ := w.session.Now().Resume.Section("work"); return s.Title }
	if title() != "Posts held" {
		t.Errorf("it is called %q", title())
	}
	if w.session.Undo(); title() != "Experience" {
		t.Errorf("undo leaves %q", title())
	}
}

func TestTypefaceAndColorWhileWriting(t *testing.T) {
	w, _ := newTestWindow(t, 1440, 860)
	w.project.Open(sampleFile(t))
	before := w.panes.designer.Look()
	w.panes.designer.SetFamily("Inter")
	w.panes.designer.SetAccent(designer.Accents()[6])
	if got := w.panes.designer.Look(); got.Family != "Inter" || got.Accent != designer.Accents()[6] {
		t.Errorf("the resume is set in %+v", got)
	}
	selected := func() (family string) {
		for _, o := range test.LaidOutObjects(w.panes.preview.Object()) {
			if s, ok := o.(*widgets.Select); ok && (s.Selected == "Inter" || s.Selected == before.Family) {
				family = s.Selected
			}
		}
		return family
	}
	if selected() != "Inter" {
		t.Error("the bar above the page does not follow")
	}
	steps := 0
	for w.session.Undo() {
		steps++
	}
	if steps != 2 || w.panes.designer.Look() != before || selected() != before.Family {
		t.Errorf("%d steps of undo lead to %+v, %q in the bar", steps, w.panes.designer.Look(), selected())
	}
}
