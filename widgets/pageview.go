package widgets

import (
	"image"
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"
)

// Page is one page's picture and its size in points (1/72 inch). The picture is nil while it is being painted or the page
// is far from the view; the paper is blank then.
type Page struct {
	Image             image.Image
	WidthPt, HeightPt float64
}

// Rect is a rectangle on a page in points, from the page's top left corner.
type Rect struct{ X, Y, Width, Height float64 }

// Mark is a translucent highlight over a rectangle of a page; pages count from 0.
type Mark struct {
	Page int
	Rect Rect
	Kind MarkKind
}

// MarkKind is what a mark highlights.
type MarkKind int

// The kinds of marks.
const (
	MarkFocus   MarkKind = iota // what is being edited
	MarkFound                   // a match of a search
	MarkCurrent                 // the current match
	MarkBar                     // a bar beside what is being edited
	MarkTaken                   // what was taken of a page
	MarkPartly                  // what is met in part
	MarkUnsure                  // what was taken and should be looked at
	MarkLeft                    // what was left
	MarkChosen                  // what is being looked at
)

// Fit is how the zoom follows the size of the view.
type Fit int

// The ways to fit a page into the view.
const (
	FitNone  Fit = iota // the zoom stays as it was set
	FitWidth            // the widest page is as wide as the view
	FitPage             // the largest page fits
)

// The range of zoom, and its steps by wheel and keys. Zoom 1 shows a page at its natural size on a screen of 96
// units an inch, Fyne's own.
const (
	MinZoom  = 0.25
	MaxZoom  = 5.0
	zoomStep = 1.1
)

const (
	unitsPerPoint = 96.0 / 72.0
	pageMargin    = 16 // units around and between pages
)

// PageView shows typeset pages in a column. It requests pictures of its owner: at which resolution (OnNeed) and of which
// pages (OnNear). The owner passes them to SetPages; until then the old ones are shown, scaled.
//
// With the focus PageUp and PageDown turn pages, Home and End go to the first and last, and the arrows
// scroll. Ctrl with the wheel zooms about the pointer.
type PageView struct {
	widget.BaseWidget

	// OnNeed is called when the resolution in device pixels per point has changed: by zoom, by fit, or by moving the
	// window to another screen.
	OnNeed func(pixelsPerPoint float64)
	// OnNear is called when the range of pages in or next to the view (Near) has changed. Only these need pictures.
	OnNear func()
	// OnPageChanged is called when the current page has changed.
	OnPageChanged func(page int)
	// OnZoomChanged is called when the zoom has changed, by the user or by fit.
	OnZoomChanged func(zoom float32)
	// OnTap is called for a tap on a page, at a point of it; twice is the second of two taps in a moment, at the first
	// one's point.
	OnTap func(page int, xPt, yPt float64, twice bool)
	// Hot reports whether a tap there would do something; the pointer is that of text then, or that of links.
	Hot     func(page int, xPt, yPt float64) bool
	Pointer bool // it is that of links

	pages   []Page
	marks   []Mark
	zoom    float64
	fit     Fit
	need    float64
	near    [2]int // the range of pages that OnNear was called for
	current int
	scroll  *container.Scroll
	sheet   *sheet
}

var (
	_ fyne.Focusable = (*PageView)(nil)
	_ fyne.Widget    = (*PageView)(nil)
)

// NewPageView returns a view that fits pages to its width.
func NewPageView() *PageView {
	v := &PageView{zoom: 1, fit: FitWidth}
	v.sheet = newSheet(v)
	v.scroll = container.NewScroll(v.sheet)
	v.scroll.OnScrolled = func(fyne.Position) { v.scrolled() }
	v.ExtendBaseWidget(v)
	return v
}

// SetPages changes the pages. The scroll position is kept.
func (v *PageView) SetPages(pages []Page) {
	same := len(pages) == len(v.pages)
	for i := 0; same && i < len(pages); i++ {
		same = pages[i].WidthPt == v.pages[i].WidthPt && pages[i].HeightPt == v.pages[i].HeightPt
	}
	v.pages = append([]Page(nil), pages...)
	v.sheet.showPages()
	if !same {
		v.relayout(v.anchor(0.5))
	}
	v.sheet.Refresh()
}

// Pages returns the number of pages.
func (v *PageView) Pages() int { return len(v.pages) }

// Need returns the resolution in device pixels per point, or 0 before the view is on a screen.
func (v *PageView) Need() float64 { return v.need }

// Near returns the range of pages in the view or no more than a view away, the second exclusive.
func (v *PageView) Near() (first, end int) { return v.sheet.reach() }

// notifyNear calls OnNear if the range has changed.
func (v *PageView) notifyNear() {
	first, end := v.Near()
	if now := [2]int{first, end}; now != v.near {
		v.near = now
		if v.OnNear != nil {
			v.OnNear()
		}
	}
}

// Zoom returns the zoom; 1 is the page's natural size.
func (v *PageView) Zoom() float32 { return float32(v.zoom) }

// SetZoom sets the zoom, cut to MinZoom and MaxZoom, and ends fitting. The middle of the view stays.
func (v *PageView) SetZoom(z float32) {
	v.fit = FitNone
	v.zoomAt(float64(z), v.anchor(0.5))
}

// ZoomIn and ZoomOut zoom by one step of the wheel.
func (v *PageView) ZoomIn() { v.SetZoom(float32(v.zoom * zoomStep)) }

// ZoomOut zooms out by one step.
func (v *PageView) ZoomOut() { v.SetZoom(float32(v.zoom / zoomStep)) }

// SetFit makes the zoom follow the size of the view.
func (v *PageView) SetFit(f Fit) {
	v.fit = f
	v.relayout(v.anchor(0))
}

// Fit returns how the zoom follows the view.
func (v *PageView) Fit() Fit { return v.fit }

// Page returns the current page: the one that takes up most of the view.
func (v *PageView) Page() int { return v.current }

// ShowPage scrolls to the top of a page; pages count from 0 and are cut to those there are.
func (v *PageView) ShowPage(i int) {
	if len(v.pages) == 0 {
		return
	}
	i = max(0, min(i, len(v.pages)-1))
	v.scrollTo(fyne.NewPos(v.scroll.Offset.X, v.sheet.rects[i].y-pageMargin/2))
}

// SetMarks replaces the highlights.
func (v *PageView) SetMarks(marks []Mark) {
	v.marks = append([]Mark(nil), marks...)
	v.sheet.showMarks()
	v.sheet.Refresh()
}

// Reveal scrolls as little as possible to show a rectangle of a page.
func (v *PageView) Reveal(page int, r Rect) { v.reveal(page, r, nearestOffset) }

// RevealAmid is Reveal, but for what is far from the view, which gets something above and below it.
func (v *PageView) RevealAmid(page int, r Rect) { v.reveal(page, r, amidOffset) }

func (v *PageView) reveal(page int, r Rect, offset func(offset, view, top, height float32) float32) {
	if page < 0 || page >= len(v.sheet.rects) {
		return
	}
	at, k := v.sheet.rects[page], float32(v.units())
	view := v.scroll.Size()
	v.scrollTo(fyne.NewPos(
		nearestOffset(v.scroll.Offset.X, view.Width, at.x+float32(r.X)*k, float32(r.Width)*k),
		offset(v.scroll.Offset.Y, view.Height, at.y+float32(r.Y)*k, float32(r.Height)*k),
	))
}

// units returns Fyne's units a point.
func (v *PageView) units() float64 { return v.zoom * unitsPerPoint }

// scale returns device pixels a unit.
func (v *PageView) scale() float64 {
	if c := fyne.CurrentApp().Driver().CanvasForObject(v); c != nil && c.Scale() > 0 {
		return float64(c.Scale())
	}
	return 1
}

// anchor is a point of the pages that stays at the same position in the view when sizes change.
type anchor struct {
	page int
	y    float64 // in points on the page, or in units below it when over
	x    float64
	over float32
	view fyne.Position
}

// anchorAt returns the anchor at a position in the view.
func (v *PageView) anchorAt(at fyne.Position) anchor {
	a := anchor{view: at, over: at.Y - pageMargin}
	p := at.Add(v.scroll.Offset)
	for i, r := range v.sheet.rects {
		if p.Y >= r.y-pageMargin {
			a.page = i
			inside := fyne.Max(0, fyne.Min(p.Y-r.y, r.height))
			a.y, a.over = float64(inside)/v.units(), p.Y-r.y-inside
			a.x = float64(p.X-r.x) / v.units()
		}
	}
	return a
}

// anchor returns the anchor at a part of the view's height, in the middle of its width.
func (v *PageView) anchor(part float32) anchor {
	s := v.scroll.Size()
	return v.anchorAt(fyne.NewPos(s.Width/2, s.Height*part))
}

func (v *PageView) zoomAt(z float64, a anchor) {
	v.zoom = math.Max(MinZoom, math.Min(MaxZoom, z))
	v.relayout(a)
}

// relayout fits, lays out the sheet, restores the anchor and notifies the owner of what has changed.
func (v *PageView) relayout(a anchor) {
	size := v.scroll.Size()
	if size.Width <= 0 {
		return
	}
	before := v.sheet.zoom
	v.applyFit(size)
	v.sheet.arrange(size)
	v.scroll.Refresh()
	if a.page < len(v.sheet.rects) {
		r := v.sheet.rects[a.page]
		v.scrollTo(fyne.NewPos(r.x+float32(a.x*v.units()), r.y+float32(a.y*v.units())+a.over).Subtract(a.view))
	}
	v.sheet.Refresh()
	v.notifyNeed()
	v.notifyNear()
	if before != v.zoom && v.OnZoomChanged != nil {
		v.OnZoomChanged(float32(v.zoom))
	}
}

func (v *PageView) applyFit(size fyne.Size) {
	var width, height float64
	for _, p := range v.pages {
		width, height = math.Max(width, p.WidthPt), math.Max(height, p.HeightPt)
	}
	if v.fit == FitNone || width == 0 || height == 0 {
		return
	}
	const spare = 2*pageMargin + 1 // one for rounding to whole pixels, else there would be a scroll bar
	z := float64(size.Width-spare) / (width * unitsPerPoint)
	if v.fit == FitPage {
		z = math.Min(z, float64(size.Height-spare)/(height*unitsPerPoint))
	}
	v.zoom = math.Max(MinZoom, math.Min(MaxZoom, z))
}

// notifyNeed calls OnNeed if the resolution has changed. A view too narrow for a page is still being laid out, or
// folded.
func (v *PageView) notifyNeed() {
	need := v.units() * v.scale()
	tooNarrow := v.fit != FitNone && v.zoom <= MinZoom
	if need == v.need || len(v.pages) == 0 || tooNarrow {
		return
	}
	v.need = need
	if v.OnNeed != nil {
		v.OnNeed(need)
	}
}

func (v *PageView) scrollTo(to fyne.Position) {
	c, s := v.sheet.MinSize(), v.scroll.Size()
	to.X = fyne.Max(0, fyne.Min(to.X, c.Width-s.Width))
	to.Y = fyne.Max(0, fyne.Min(to.Y, c.Height-s.Height))
	v.scroll.ScrollToOffset(to)
	v.scrolled()
}

// scrolled shows the pages that came into view and updates the current page.
func (v *PageView) scrolled() {
	if v.sheet.showNear() {
		v.sheet.placePapers()
		v.sheet.Refresh()
	}
	v.notifyNear()
	top, height := v.scroll.Offset.Y, v.scroll.Size().Height
	best, bestSeen := 0, float32(-1)
	for i, r := range v.sheet.rects {
		seen := fyne.Min(r.y+r.height, top+height) - fyne.Max(r.y, top)
		if seen > bestSeen+0.5 {
			best, bestSeen = i, seen
		}
	}
	if best != v.current {
		v.current = best
		if v.OnPageChanged != nil {
			v.OnPageChanged(best)
		}
	}
}

// wheel scrolls, or zooms about the pointer with Ctrl.
func (v *PageView) wheel(ev *fyne.ScrollEvent, at fyne.Position) {
	if Modifiers()&fyne.KeyModifierShortcutDefault == 0 {
		v.scroll.Scrolled(ev)
		return
	}
	steps := float64(ev.Scrolled.DY) / 25
	v.fit = FitNone
	v.zoomAt(v.zoom*math.Pow(zoomStep, math.Max(-3, math.Min(3, steps))), v.anchorAt(at))
}

// FocusGained is called by Fyne.
func (v *PageView) FocusGained() {
	v.sheet.focused = true
	v.Refresh()
}

// FocusLost is called by Fyne.
func (v *PageView) FocusLost() {
	v.sheet.focused = false
	v.Refresh()
}

// TypedRune is called by Fyne.
func (v *PageView) TypedRune(rune) {}

// TypedKey is called by Fyne.
func (v *PageView) TypedKey(ev *fyne.KeyEvent) {
	o := v.scroll.Offset
	switch ev.Name {
	case fyne.KeyPageUp:
		v.ShowPage(v.current - 1)
	case fyne.KeyPageDown:
		v.ShowPage(v.current + 1)
	case fyne.KeyHome:
		v.ShowPage(0)
	case fyne.KeyEnd:
		v.scrollTo(fyne.NewPos(o.X, v.sheet.MinSize().Height))
	case fyne.KeyUp:
		v.scrollTo(o.SubtractXY(0, 40))
	case fyne.KeyDown:
		v.scrollTo(o.AddXY(0, 40))
	case fyne.KeyLeft:
		v.scrollTo(o.SubtractXY(40, 0))
	case fyne.KeyRight:
		v.scrollTo(o.AddXY(40, 0))
	default:
		passKey(v, ev)
	}
}

// CreateRenderer is called by Fyne.
func (v *PageView) CreateRenderer() fyne.WidgetRenderer {
	return newRing(&drawing{
		objects: []fyne.CanvasObject{v.scroll},
		min:     func() fyne.Size { return fyne.NewSize(120, 120) },
		layout: func(size fyne.Size) {
			a := v.anchor(0)
			v.scroll.Resize(size)
			v.relayout(a)
		},
		refresh: func() {
			v.sheet.Refresh()
			v.scroll.Refresh()
			v.notifyNeed()
		},
	}, func() bool { return v.sheet.focused })
}
