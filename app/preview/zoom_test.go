package preview

import (
	"testing"

	"fyne.io/fyne/v2"

	"resumax/widgets"
)

func TestTypedZoom(t *testing.T) {
	_, p := open(t, twoPages(t))
	z := p.controls.zoom
	for text, want := range map[string]float32{"80": 0.8, " 120 %": 1.2, "900%": widgets.MaxZoom, "1": widgets.MinZoom, "no": 1, "-5": 1, "": 1} {
		p.ActualSize()
		z.enter()
		z.typed.SetText(text)
		z.typed.OnSubmitted(text)
		if got := p.view.Zoom(); got != want || z.typed.Visible() || !z.percent.Visible() {
			t.Errorf("%q: zoom %v, want %v", text, got, want)
		}
	}
	p.ActualSize()
	z.enter()
	z.typed.SetText("300")
	z.typed.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if p.view.Zoom() != 1 || z.typed.Visible() {
		t.Error("Escape does not cancel")
	}
}

func TestZoomIsKept(t *testing.T) {
	_, p := open(t, twoPages(t))
	for _, c := range []struct {
		set   func()
		state string
	}{{p.FitPage, StateFitPage}, {p.FitWidth, StateFitWidth}, {func() { p.view.SetZoom(1.25) }, "1.250"}} {
		c.set()
		got := p.State()
		p.view.SetZoom(0.5)
		p.Restore(got)
		if got != c.state || p.State() != got {
			t.Errorf("%q is kept and restored as %q, want %q", got, p.State(), c.state)
		}
	}
	p.Restore("nonsense")
	if p.State() != StateFitWidth {
		t.Error(p.State())
	}
	z := p.controls.zoom
	if z.toggleFit(); p.State() != StateFitPage || z.fit.Name() != "Fit width" {
		t.Error("the button does not fit the page")
	}
	if z.toggleFit(); p.State() != StateFitWidth || z.fit.Name() != "Fit page" {
		t.Error("the button does not fit the width")
	}
}
