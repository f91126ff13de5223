package widgets

import (
	"math"
	"slices"
	"sort"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// sheet is the content of a PageView: the backdrop, the papers with their pictures, and the highlights.
type sheet struct {
	widget.BaseWidget
	view     *PageView
	zoom     float64 // the zoom the rects are for
	rects    []paperRect
	min      fyne.Size
	backdrop *canvas.Rectangle
	near     []*paper // the pages in the view or next to it, in their order
	spare    []*paper // those that were
	marks    []*canvas.Rectangle
	hot      bool
	taps     taps
	focused  bool // the view is
}

// paper shows one page.
type paper struct {
	page  int
	sheet *canvas.Rectangle
	image *canvas.Image
}

func newPaper() *paper {
	p := &paper{sheet: canvas.NewRectangle(nil), image: canvas.NewImageFromImage(nil)}
	p.image.FillMode = canvas.ImageFillStretch
	p.image.ScaleMode = canvas.ImageScaleFastest // the painter scales an old picture; no pixel is copied here
	p.recolor()
	return p
}

// recolor sets the paper's colors to the theme's.
func (p *paper) recolor() {
	p.sheet.FillColor = Color(ColorPaper)
	p.sheet.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 10, Offset: fyne.NewPos(0, 2)}
}

// paperRect is the position of a page on the sheet, in units.
type paperRect struct{ x, y, width, height float32 }

var (
	_ fyne.Scrollable    = (*sheet)(nil)
	_ fyne.Tappable      = (*sheet)(nil)
	_ desktop.Hoverable  = (*sheet)(nil)
	_ desktop.Cursorable = (*sheet)(nil)
)

func newSheet(v *PageView) *sheet {
	s := &sheet{view: v, backdrop: canvas.NewRectangle(nil)}
	s.ExtendBaseWidget(s)
	return s
}

// showPages sets the pictures of the pages near the view.
func (s *sheet) showPages() {
	s.showNear()
	s.placePapers()
}

// arrange computes the pages' positions at the current zoom in a view of the given size. Edges are on whole device pixels,
// and a page has the pixel size of its picture, so that the picture is not scaled.
func (s *sheet) arrange(view fyne.Size) {
	k, scale := s.view.units(), s.view.scale()
	snap := func(units float64) float32 { return float32(math.Round(units*scale) / scale) }
	s.zoom = s.view.zoom
	s.rects = s.rects[:0]
	var widest float32
	for _, p := range s.view.pages {
		widest = fyne.Max(widest, snap(p.WidthPt*k))
	}
	s.min = fyne.NewSize(widest+2*pageMargin, pageMargin)
	full := fyne.Max(s.min.Width, view.Width)
	for _, p := range s.view.pages {
		r := paperRect{width: snap(p.WidthPt * k), height: snap(p.HeightPt * k), y: snap(float64(s.min.Height))}
		r.x = snap(float64(full-r.width) / 2)
		s.rects = append(s.rects, r)
		s.min.Height = r.y + r.height + pageMargin
	}
	if len(s.rects) == 1 && s.min.Height < view.Height {
		s.rects[0].y = snap(float64(view.Height-s.rects[0].height) / 2)
	}
	s.showNear()
	s.placePapers()
	s.showMarks()
}

// placePapers moves papers and pictures to the rects. A picture whose size differs from the rect's by rounding only keeps
// its size.
func (s *sheet) placePapers() {
	scale := s.view.scale()
	for _, p := range s.near {
		if p.page >= len(s.rects) || p.page >= len(s.view.pages) {
			continue // the pages are being laid out
		}
		if picture := s.view.pages[p.page].Image; p.image.Image != picture {
			p.image.Image = picture
			p.image.Refresh()
		}
		p.image.Hidden = p.image.Image == nil
		r := s.rects[p.page]
		size := fyne.NewSize(r.width, r.height)
		if img := p.image.Image; img != nil {
			b := img.Bounds().Size()
			w, h := float32(float64(b.X)/scale), float32(float64(b.Y)/scale)
			slack := float32(1.5 / scale)
			if abs(w-size.Width) < slack && abs(h-size.Height) < slack {
				size = fyne.NewSize(w, h)
			}
		}
		at := fyne.NewPos(r.x, r.y)
		p.sheet.Resize(size)
		p.sheet.Move(at)
		p.image.Resize(size)
		p.image.Move(at)
	}
}

func abs(v float32) float32 { return fyne.Max(v, -v) }

// reach is the range of pages in or next to the view, the second exclusive.
func (s *sheet) reach() (first, end int) {
	top, height := s.view.scroll.Offset.Y, s.view.scroll.Size().Height
	pages := min(len(s.rects), len(s.view.pages))
	first = sort.Search(pages, func(i int) bool { return s.rects[i].y+s.rects[i].height >= top-height })
	end = first + sort.Search(pages-first, func(i int) bool { return s.rects[first+i].y > top+2*height })
	return first, end
}

// showNear makes papers for the pages near the view only, so that a long document costs no more than a short one. It
// reports whether the range has changed.
func (s *sheet) showNear() bool {
	first, end := s.reach()
	if n := len(s.near); n == end-first && (n == 0 || s.near[0].page == first) {
		return false
	}
	var near []*paper
	for _, p := range s.near {
		if p.page < first || p.page >= end {
			p.image.Image = nil
			s.spare = append(s.spare, p)
		}
	}
	for page := first; page < end; page++ {
		i := slices.IndexFunc(s.near, func(p *paper) bool { return p.page == page })
		switch n := len(s.spare) - 1; {
		case i >= 0:
			near = append(near, s.near[i])
			continue
		case n >= 0:
			near = append(near, s.spare[n])
			s.spare = s.spare[:n]
		default:
			near = append(near, newPaper())
		}
		near[len(near)-1].page = page
	}
	s.near = near
	return true
}

// showMarks draws the highlights at the current zoom; matches with a small margin.
func (s *sheet) showMarks() {
	k := float32(s.view.units())
	s.marks = s.marks[:0]
	for _, m := range s.view.marks {
		if m.Page < 0 || m.Page >= len(s.rects) {
			continue
		}
		page := s.rects[m.Page]
		r, bleed := canvas.NewRectangle(Color(ColorMark)), float32(2)
		r.CornerRadius = 3
		switch m.Kind {
		case MarkFocus:
			r.FillColor, bleed = Color(ColorMarkFocus), 0
		case MarkBar:
			r.FillColor, r.CornerRadius, bleed = Color(ColorMarkBar), 1, 0
		case MarkCurrent:
			r.StrokeColor, r.StrokeWidth = Color(ColorMarkEdge), 1
		default:
			if bleed = 1; m.Kind == MarkChosen {
				bleed = 3 // its outline is around the words, be they small
			}
			paintReview(r, m.Kind)
		}
		r.Resize(fyne.NewSize(float32(m.Rect.Width)*k+2*bleed, float32(m.Rect.Height)*k+2*bleed))
		r.Move(fyne.NewPos(page.x+float32(m.Rect.X)*k-bleed, page.y+float32(m.Rect.Y)*k-bleed))
		s.marks = append(s.marks, r)
	}
}

// pointAt returns the page, and the point on it, at a position of the sheet, or no page.
func (s *sheet) pointAt(p fyne.Position) (page int, x, y float64, ok bool) {
	for i, r := range s.rects {
		if p.X >= r.x && p.X < r.x+r.width && p.Y >= r.y && p.Y < r.y+r.height {
			k := s.view.units()
			return i, float64(p.X-r.x) / k, float64(p.Y-r.y) / k, true
		}
	}
	return 0, 0, 0, false
}

// Scrolled is called by Fyne.
func (s *sheet) Scrolled(ev *fyne.ScrollEvent) {
	s.view.wheel(ev, ev.Position.Subtract(s.view.scroll.Offset))
}

// Tapped is called by Fyne. A tap that its owner has no use for focuses the view, for its keys.
func (s *sheet) Tapped(ev *fyne.PointEvent) {
	v := s.view
	page, x, y, ok := s.pointAt(ev.Position)
	if !ok || v.Hot == nil || !v.Hot(page, x, y) {
		if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil {
			c.Focus(v)
		}
	}
	if ok && v.OnTap != nil {
		v.OnTap(s.taps.at(page, x, y))
		s.taps.shown()
	}
}

// taps tells the second of two taps from the first. Fyne's own double tap would hold every single one back.
type taps struct {
	when time.Time
	page int
	x, y float64
}

// at notes a tap. The second of two keeps the first one's point: the page may have moved below the pointer.
func (t *taps) at(page int, x, y float64) (int, float64, float64, bool) {
	const near = 12 // points
	now := time.Now()
	if now.Sub(t.when) < doubleTap && page == t.page && math.Hypot(x-t.x, y-t.y) < near {
		t.when = time.Time{} // a third tap is a first one
		return t.page, t.x, t.y, true
	}
	*t = taps{now, page, x, y}
	return page, x, y, false
}

// shown counts the time from now, when what the tap led to is shown.
func (t *taps) shown() {
	if !t.when.IsZero() {
		t.when = time.Now()
	}
}

// doubleTap is the longest time between two taps that are one double tap.
const doubleTap = 400 * time.Millisecond

// MouseIn is called by Fyne.
func (s *sheet) MouseIn(ev *desktop.MouseEvent) { s.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (s *sheet) MouseMoved(ev *desktop.MouseEvent) {
	page, x, y, ok := s.pointAt(ev.Position)
	s.hot = ok && s.view.Hot != nil && s.view.Hot(page, x, y)
}

// MouseOut is called by Fyne.
func (s *sheet) MouseOut() { s.hot = false }

// Cursor is called by Fyne, before MouseMoved at the same place.
func (s *sheet) Cursor() desktop.Cursor {
	if s.hot && s.view.Pointer {
		return desktop.PointerCursor
	}
	if s.hot {
		return desktop.TextCursor
	}
	return desktop.DefaultCursor
}

// CreateRenderer is called by Fyne.
func (s *sheet) CreateRenderer() fyne.WidgetRenderer { return &sheetRenderer{s} }

type sheetRenderer struct{ sheet *sheet }

func (r *sheetRenderer) Destroy() {}

func (r *sheetRenderer) MinSize() fyne.Size { return r.sheet.min }

func (r *sheetRenderer) Layout(size fyne.Size) { r.sheet.backdrop.Resize(size) }

func (r *sheetRenderer) Objects() []fyne.CanvasObject {
	s := r.sheet
	objects := []fyne.CanvasObject{s.backdrop}
	for _, p := range s.near {
		objects = append(objects, p.sheet, p.image)
	}
	for _, m := range s.marks {
		objects = append(objects, m)
	}
	return objects
}

func (r *sheetRenderer) Refresh() {
	s := r.sheet
	s.backdrop.FillColor = Color(ColorBackdrop)
	s.backdrop.Refresh()
	for _, p := range s.near {
		p.recolor()
		p.sheet.Refresh()
	}
	for _, p := range s.spare {
		p.recolor()
	}
	canvas.Refresh(s)
}
