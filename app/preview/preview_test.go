package preview

import (
	"fmt"
	"image/color"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/widgets"
)

// open shows a document in a preview, all work done at once.
func open(tb testing.TB, d resume.Document) (*session.Session, *Preview) {
	tb.Helper()
	a := test.NewApp()
	tb.Cleanup(a.Quit)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := session.New(time.Now)
	p := New(s, Services{Designs: design.All, Looks: Looks{Now: func() (string, color.NRGBA) { return "Inter", color.NRGBA{} }}, Edit: func(at layout.Caret, _ bool) { s.Reveal(at.Address) }, Options: func(s session.Snapshot) render.Options { return render.Setup{Designs: design.All()}.Options(s.Resume) }}, session.Inline)
	w := test.NewWindow(p.Object())
	tb.Cleanup(w.Close)
	w.Resize(fyne.NewSize(700, 900))
	s.Load(d, "", false)
	return s, p
}

// since is what the painter has done since.
func (w work) since(before work) work {
	return work{w.layouts - before.layouts, w.paintings - before.paintings, w.rows - before.rows}
}

func TestLookingAroundNeverSetsThePageAgain(t *testing.T) {
	_, p := open(t, hundredPages(t))
	if n := len(p.printed.Pages); n < 100 {
		t.Fatalf("%d pages", n)
	}
	start := p.painter.work
	if start.layouts != 1 {
		t.Errorf("set %d times to be shown", start.layouts)
	}
	keep := p.painter.painted[0].shown.image
	for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageUp, fyne.KeyDown, fyne.KeyUp} {
		p.view.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if p.painter.painted[0].shown.image != keep {
		t.Error("a page that stays near is painted again")
	}
	for page := range 30 {
		p.view.ShowPage(page * 3)
		if n := len(p.painter.painted); n > 4 {
			t.Fatalf("%d pictures are kept", n)
		}
		if shown := p.painter.painted[p.view.Page()]; shown == nil || shown.shown.image == nil {
			t.Fatalf("page %d is seen and not painted", p.view.Page())
		}
	}
	p.view.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEnd})
	p.ZoomIn()
	p.ActualSize()
	p.FitWidth()
	if got := p.painter.work.since(start); got.layouts != 0 || got.paintings > 200 {
		t.Errorf("looking around: %+v", got)
	}
	if want := p.view.Need(); p.painter.scale != want {
		t.Errorf("painted at %v pixels to a point, wanted at %v", p.painter.scale, want)
	}
}

func TestKeystrokePaintsWhatChanged(t *testing.T) {
	s, p := open(t, hundredPages(t))
	s.Type(bullet, "Introduced idempotency keys across 23 services") // has other lines than before
	s.Type(bullet, "Introduced idempotency keys across 23 services and")
	start := p.painter.work
	second := p.painter.painted[1].shown.image
	for i := range 5 {
		s.Type(bullet, "Introduced idempotency keys across 23 services and"+"more!"[:i+1])
	}
	line := int(20 * p.view.Need())
	if got := p.painter.work.since(start); got.layouts != 5 || got.paintings != 0 || got.rows == 0 || got.rows > 5*4*line {
		t.Errorf("five keystrokes: %+v, a line has %d rows", got, line)
	}
	if p.painter.painted[1].shown.image != second {
		t.Error("a page that stays as it is gets another picture")
	}
	if p.painter.painted[0].older.image == p.painter.painted[0].shown.image {
		t.Error("what is shown is painted on")
	}
	if p.painter.painted[1].older.image != nil {
		t.Error("a second picture is kept of a page that nobody changes")
	}
}

// A click on the page leads to what is there, on far pages too.
func TestClickFarBehind(t *testing.T) {
	s, p := open(t, hundredPages(t))
	var revealed resume.Address
	s.OnReveal(func(a resume.Address) { revealed = a })
	last := p.printed.Pages[90]
	for _, item := range last.Items {
		if item.Kind == layout.Text && item.Address != "" {
			p.tapped(90, item.Rect.X+1, item.Rect.Y+1, false)
			if revealed != item.Address {
				t.Errorf("a click on %s leads to %s", item.Address, revealed)
			}
			s.Focused(item.Address)
			if p.painter.painted[90] == nil {
				t.Errorf("the view stays at page %d", p.view.Page())
			}
			return
		}
	}
	t.Fatal("nothing on the page")
}

// benchmarkKeystroke is what a keystroke costs from the field to the picture: the
// edit, the snapshot, the outline, the layout, the pages and the painting.
func benchmarkKeystroke(b *testing.B, d resume.Document, scale float64) {
	s := session.New(time.Now)
	s.Load(d, "", false)
	p := newPainter()
	j := job{pixelsPerPoint: scale * 96 / 72, end: 2}
	text := resume.Address(bullet)
	n := 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		s.Type(text, fmt.Sprintf("Introduced idempotency keys across %d services", n))
		j.edit, j.snapshot, j.options = n, s.Now(), func(s session.Snapshot) render.Options { return render.Setup{Designs: design.All()}.Options(s.Resume) }
		p.paint(j)
	}
	b.ReportMetric(float64(p.work.rows)/float64(n), "rows/op")
}

// BenchmarkKeystroke1x is a keystroke in two pages at the screen's usual
// resolution, BenchmarkKeystroke2x at the double, BenchmarkKeystroke100Pages in a
// very long resume.
func BenchmarkKeystroke1x(b *testing.B)       { benchmarkKeystroke(b, twoPages(b), 1) }
func BenchmarkKeystroke2x(b *testing.B)       { benchmarkKeystroke(b, twoPages(b), 2) }
func BenchmarkKeystroke100Pages(b *testing.B) { benchmarkKeystroke(b, hundredPages(b), 2) }

// BenchmarkNewLine2x is an edit that moves all that is under it, down and up.
func BenchmarkNewLine2x(b *testing.B) {
	s := session.New(time.Now)
	s.Load(twoPages(b), "", false)
	p := newPainter()
	j := job{pixelsPerPoint: 2 * 96.0 / 72, end: 2}
	texts := []string{"One line.", "Three lines, one of which is so long that it is two, and so on for as long as it takes to fill a second line of the page and, since this is not enough, a third one too; even with as little as there is to say.", "Two lines, since this is a text that is longer than a line of the page is wide, so that what is under it moves down."}
	n := 0
	for b.Loop() {
		n++
		s.Type(bullet, texts[n%3])
		j.edit, j.snapshot, j.options = n, s.Now(), func(s session.Snapshot) render.Options { return render.Setup{Designs: design.All()}.Options(s.Resume) }
		p.paint(j)
	}
}

// TestAnotherDesignThatGrowsIsReported chooses a larger design in the bar above the page, and then makes other edits.
func TestAnotherDesignThatGrowsIsReported(t *testing.T) {
	s, p := open(t, hundredPages(t))
	var told [][2]int
	p.services.Grown = func(pages, had int) { told = append(told, [2]int{pages, had}) }
	before := len(p.printed.Pages)
	p.controls.design.SetSelected("Compact")
	if len(told) > 0 {
		t.Fatalf("fewer pages are reported as %v", told)
	}
	compact := len(p.printed.Pages)
	p.controls.design.SetSelected("Classic")
	if len(told) != 1 || told[0] != [2]int{before, compact} {
		t.Fatalf("from %d to %d pages: told %v", compact, before, told)
	}
	s.Edit("Change", "/basics/name", resume.TextEdit("/basics/name", "Another"))
	if len(told) != 1 {
		t.Error("told again after an edit of the text")
	}
}

// TestTheBarStandsInTheMargin focuses texts that begin at the column's edge and texts that begin further right.
func TestTheBarStandsInTheMargin(t *testing.T) {
	s, p := open(t, hundredPages(t))
	for _, a := range []resume.Address{"/work/0/position", "/work/0/highlights/0", "/work/0/startDate"} {
		s.Focused(a)
		edge, bars := p.printed.Pages[0].Items[0].Rect.X, 0
		for _, m := range focusMarks(p.printed, p.printed.Boxes(a)) {
			if m.Kind != widgets.MarkBar {
				continue
			}
			bars++
			if m.Rect.X >= edge {
				t.Errorf("%s: the bar is at %.1f, the text begins at %.1f", a, m.Rect.X, edge)
			}
		}
		if bars == 0 {
			t.Errorf("%s has no bar", a)
		}
	}
}
