package widgets

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
)

func threePanes(t *testing.T, width float32) (*Panes, fyne.Window) {
	t.Helper()
	newApp(t)
	pane := func(min, width float32, grows bool) Pane {
		return Pane{Content: canvas.NewRectangle(nil), MinWidth: min, Width: width, Grows: grows}
	}
	p := NewPanes(pane(100, 150, false), pane(200, 300, true), pane(200, 300, true), pane(120, 200, false))
	return p, show(t, p, width+8, 100)
}

func shownWidths(p *Panes) []float32 {
	var widths []float32
	for _, o := range p.Children() {
		w := o.Size().Width
		if !o.Visible() {
			w = 0
		}
		widths = append(widths, w)
	}
	return widths
}

func TestPanesShareWidth(t *testing.T) {
	for _, c := range []struct {
		width float32
		want  []float32
	}{
		{971, []float32{150, 300, 300, 200}},
		{1171, []float32{150, 400, 400, 200}},
		{721, []float32{150, 200, 200, 150}},
		{641, []float32{100, 200, 200, 120}},
	} {
		p, _ := threePanes(t, c.width)
		if got := shownWidths(p); !slices.Equal(got, c.want) {
			t.Errorf("in %v panes are %v wide, want %v", c.width, got, c.want)
		}
	}
}

func TestPanesFold(t *testing.T) {
	p, _ := threePanes(t, 971)
	p.SetVisible(2, false)
	if got, want := shownWidths(p), []float32{150, 607, 0, 200}; !slices.Equal(got, want) || p.Shown(2) {
		t.Errorf("with one folded panes are %v wide, want %v", got, want)
	}
	if d := p.dividers[2]; d.Hidden || d.left != 1 || !p.dividers[1].Hidden {
		t.Error("the divider does not join the panes beside the folded one")
	}
	p.SetVisible(2, true)
	if got, want := shownWidths(p), []float32{150, 300, 300, 200}; !slices.Equal(got, want) {
		t.Errorf("unfolded panes are %v wide, want %v", got, want)
	}
}

func TestPanesDrag(t *testing.T) {
	p, _ := threePanes(t, 971)
	ended := 0
	p.OnResized = func() { ended++ }
	drag := func(i int, dx float32) {
		p.dividers[i].Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(dx, 0)})
		p.dividers[i].DragEnd()
	}
	drag(1, 60)
	drag(0, -200)
	want := []float32{100, 410, 240, 200}
	if got := shownWidths(p); !slices.Equal(got, want) || !slices.Equal(p.Widths(), want) || ended != 2 {
		t.Errorf("dragged panes are %v wide and want %v, want %v; %d ends", got, p.Widths(), want, ended)
	}
	p.SetWidths([]float32{150, 300, 300, 10})
	if got, want := shownWidths(p), []float32{150, 340, 340, 120}; !slices.Equal(got, want) {
		t.Errorf("set panes are %v wide, want %v", got, want)
	}
}

func TestFoldedPanesLeaveTheirStrips(t *testing.T) {
	newApp(t)
	strip := NewStrip()
	p := NewPanes(Pane{Content: canvas.NewRectangle(nil), MinWidth: 100, Width: 150, Strip: strip},
		Pane{Content: canvas.NewRectangle(nil), MinWidth: 200, Width: 300, Grows: true})
	show(t, p, 600+8, 100)
	p.SetVisible(0, false)
	x, width := p.Slot(1)
	if strip.Size().Width != StripWidth || x != StripWidth+DividerWidth || width != 600-x {
		t.Errorf("a strip of %v, the other pane at %v, %v wide", strip.Size().Width, x, width)
	}
	p.dividers[0].Dragged(&fyne.DragEvent{Dragged: fyne.NewDelta(50, 0)})
	if after, _ := p.Slot(1); after != x {
		t.Error("the line beside a strip is dragged")
	}
	p.SetVisible(0, true)
	if x, width = p.Slot(0); strip.Visible() || x != 0 || width != 150 {
		t.Errorf("unfolded it is at %v, %v wide", x, width)
	}
}

// The widths of a pane of text follow the size of the interface's text, also when they
// are dragged; the widths that are kept do not.
func TestPanesFollowTextSize(t *testing.T) {
	newApp(t)
	a := fyne.CurrentApp()
	p := NewPanes(
		Pane{Content: canvas.NewRectangle(nil), MinWidth: 100, Width: 200, Text: 1},
		Pane{Content: canvas.NewRectangle(nil), MinWidth: 100, Width: 300, Grows: true})
	show(t, p, 1000, 100)
	for _, c := range []struct {
		percent int
		want    float32
	}{{100, 200}, {150, 300}, {100, 200}} {
		a.Settings().SetTheme(NewTheme(Light).WithText(c.percent))
		p.Refresh()
		if got := shownWidths(p)[0]; got != c.want {
			t.Errorf("at %d %% the pane is %v wide, want %v", c.percent, got, c.want)
		}
		if got := p.Widths()[0]; got != 200 {
			t.Errorf("at %d %% the kept width is %v", c.percent, got)
		}
	}
	a.Settings().SetTheme(NewTheme(Light).WithText(150))
	p.Refresh()
	p.drag(0, 1, 30)
	if got := p.Widths()[0]; shownWidths(p)[0] != 330 || got != 220 {
		t.Errorf("dragged to %v, kept as %v", shownWidths(p)[0], got)
	}
}
