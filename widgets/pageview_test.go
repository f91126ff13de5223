package widgets

import (
	"image"
	"math"
	"slices"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/test"
)

// letters returns blank pages of 200 by 300 points.
func letters(n int) []Page {
	var pages []Page
	for range n {
		pages = append(pages, Page{WidthPt: 200, HeightPt: 300})
	}
	return pages
}

func pageView(t *testing.T, pages int) *PageView {
	t.Helper()
	newApp(t)
	v := NewPageView()
	v.SetPages(letters(pages))
	show(t, v, 408, 308) // the view is 400 by 300
	return v
}

func TestFitAndNeed(t *testing.T) {
	v := pageView(t, 2)
	var needs []float64
	v.OnNeed = func(k float64) { needs = append(needs, k) }
	if got, want := v.Need(), 367.0/200; math.Abs(got-want) > 1e-6 {
		t.Errorf("fit to width needs %v, want %v", got, want)
	}
	v.SetFit(FitPage)
	v.SetZoom(2)
	v.SetZoom(2)
	v.SetZoom(99)
	want := []float64{267.0 / 300, 2 * 96.0 / 72, MaxZoom * 96.0 / 72}
	if len(needs) != len(want) {
		t.Fatalf("got %v, want %v", needs, want)
	}
	for i := range want {
		if math.Abs(needs[i]-want[i]) > 1e-6 {
			t.Errorf("got %v, want %v", needs, want)
		}
	}
	if v.Fit() != FitNone || v.Zoom() != MaxZoom {
		t.Errorf("fit %v zoom %v", v.Fit(), v.Zoom())
	}
}

func TestTurningPages(t *testing.T) {
	v := pageView(t, 4)
	var seen []int
	v.OnPageChanged = func(p int) { seen = append(seen, p) }
	for _, key := range []fyne.KeyName{fyne.KeyPageDown, fyne.KeyPageDown, fyne.KeyEnd, fyne.KeyPageUp, fyne.KeyHome, fyne.KeyPageUp} {
		v.TypedKey(&fyne.KeyEvent{Name: key})
	}
	if got, want := len(seen), 5; got != want || v.Page() != 0 || seen[2] != 3 {
		t.Errorf("saw pages %v, now %d", seen, v.Page())
	}
}

func TestNewPicturesKeepThePlace(t *testing.T) {
	v := pageView(t, 3)
	v.ShowPage(1)
	at := v.scroll.Offset
	pages := letters(3)
	for i := range pages {
		pages[i].Image = image.NewRGBA(image.Rect(0, 0, 367, 551))
	}
	v.SetPages(pages)
	if v.scroll.Offset != at {
		t.Errorf("moved from %v to %v", at, v.scroll.Offset)
	}
	if got := v.sheet.near[1].image.Size(); got != fyne.NewSize(367, 551) {
		t.Errorf("a picture of 367 by 551 pixels is shown at %v", got)
	}
	v.SetPages(pages[:1])
	if v.Page() != 0 || v.Pages() != 1 {
		t.Errorf("with one page left the view is at page %d of %d", v.Page(), v.Pages())
	}
}

func TestZoomKeepsTheMiddle(t *testing.T) {
	v := pageView(t, 3)
	v.SetZoom(2)
	v.ShowPage(1)
	middle := func() float64 {
		a := v.anchor(0.5)
		return float64(a.page)*1000 + a.y
	}
	before := middle()
	v.ZoomIn()
	v.ZoomIn()
	if after := middle(); math.Abs(after-before) > 1 {
		t.Errorf("the middle went from %v to %v points", before, after)
	}
}

func TestTapAndCursor(t *testing.T) {
	v := pageView(t, 2)
	var page int
	var x, y float64
	v.OnTap = func(p int, xPt, yPt float64, _ bool) { page, x, y = p, xPt, yPt }
	v.Hot = func(_ int, _, yPt float64) bool { return yPt < 50 }
	r := v.sheet.rects[1]
	k := float32(v.units())
	at := fyne.NewPos(r.x+10*k, r.y+20*k)
	test.TapAt(v.sheet, at)
	if page != 1 || math.Abs(x-10) > 0.1 || math.Abs(y-20) > 0.1 {
		t.Errorf("tapped page %d at %v %v", page, x, y)
	}
	v.sheet.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at}})
	if v.sheet.Cursor() != desktop.TextCursor {
		t.Error("no text cursor over what is hot")
	}
	v.sheet.MouseMoved(&desktop.MouseEvent{PointEvent: fyne.PointEvent{Position: at.AddXY(0, 60*k)}})
	if v.sheet.Cursor() != desktop.DefaultCursor {
		t.Error("a text cursor over what is not hot")
	}
}

func TestTwoTapsInAMoment(t *testing.T) {
	v := pageView(t, 1)
	var twice []bool
	var xs []float64
	v.OnTap = func(_ int, x, _ float64, second bool) { twice, xs = append(twice, second), append(xs, x) }
	r, k := v.sheet.rects[0], float32(v.units())
	for _, x := range []float32{10, 12, 10, 80} { // the third is a first one, and the fourth is elsewhere
		test.TapAt(v.sheet, fyne.NewPos(r.x+x*k, r.y+20*k))
	}
	if !slices.Equal(twice, []bool{false, true, false, false}) || xs[1] != xs[0] {
		t.Errorf("second taps %v at %v", twice, xs)
	}
}

func TestRevealShowsTheMark(t *testing.T) {
	v := pageView(t, 3)
	mark := Rect{20, 200, 100, 30}
	v.SetMarks([]Mark{{Page: 2, Rect: mark}, {Page: 7, Rect: mark}})
	v.Reveal(2, mark)
	if len(v.sheet.marks) != 1 {
		t.Fatalf("%d marks are drawn", len(v.sheet.marks))
	}
	m := v.sheet.marks[0]
	top := m.Position().Y - v.scroll.Offset.Y
	if top < 0 || top+m.Size().Height > v.scroll.Size().Height {
		t.Errorf("the mark is at %v of %v", top, v.scroll.Size().Height)
	}
	at := v.scroll.Offset
	v.Reveal(2, mark)
	if v.scroll.Offset != at {
		t.Error("revealing what is seen scrolls")
	}
}

// However long a document is, no more is drawn of it than what is near the view.
func TestFarPagesCostNothing(t *testing.T) {
	v := pageView(t, 400)
	var told [][2]int
	v.OnNear = func() {
		first, end := v.Near()
		told = append(told, [2]int{first, end})
	}
	for _, page := range []int{0, 200, 201, 399} {
		v.ShowPage(page)
		first, end := v.Near()
		if first > page || end <= page || end-first > 4 {
			t.Errorf("near page %d are those from %d until %d", page, first, end)
		}
		papers := 0
		for i, o := range test.WidgetRenderer(v.sheet).Objects() {
			if _, ok := o.(*canvas.Rectangle); ok && i > 0 {
				papers++
			}
		}
		if papers != end-first {
			t.Errorf("at page %d there are %d papers", page, papers)
		}
		for i, p := range v.sheet.near {
			if r := v.sheet.rects[first+i]; p.page != first+i || p.sheet.Position() != fyne.NewPos(r.x, r.y) {
				t.Errorf("page %d's paper is at %v", first+i, p.sheet.Position())
			}
		}
	}
	if len(told) < 3 || len(v.sheet.near)+len(v.sheet.spare) > 8 {
		t.Errorf("got %v, %d papers in store", told, len(v.sheet.spare))
	}
}

// A recycled paper shows nothing of the page it was for.
func TestScrollingShowsTheRightPictures(t *testing.T) {
	v := pageView(t, 40)
	pages := letters(40)
	for i := range pages {
		pages[i].Image = image.NewRGBA(image.Rect(0, 0, 10+i, 10))
	}
	v.SetPages(pages)
	for _, page := range []int{7, 8, 30, 0, 39} {
		v.ShowPage(page)
		for _, p := range v.sheet.near {
			if p.image.Image != pages[p.page].Image || p.image.Hidden {
				t.Errorf("page %d shows another's picture", p.page)
			}
		}
	}
	pages[39].Image = nil
	v.SetPages(pages)
	if last := v.sheet.near[len(v.sheet.near)-1]; last.page != 39 || !last.image.Hidden {
		t.Error("a page without picture is no blank paper")
	}
}
