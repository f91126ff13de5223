// Package preview is the pane that shows the page as it will print. Typesetting and
// painting run off the UI goroutine on the newest snapshot, at the screen's
// resolution.
package preview

import (
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the preview needs from the window.
type Services struct {
	Options func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Designs func() design.List                    // those there are to choose from
	Shown   func(revision int, d *layout.Document)
	Looks   Looks
	Edit    func(at layout.Caret, word bool) // leads to a place in a text, or selects the word there
	Grown   func(pages, had int)             // another design has made more pages
	// Plain leaves out what changes the page, for what is not the resume: its controls are
	// zoom and pages alone.
	Plain bool
}

// Preview is the pane.
type Preview struct {
	session  *session.Session
	services Services

	view     *widgets.PageView
	controls *controls
	root     *fyne.Container
	worker   *session.Worker[job, picture]
	painter  *painter         // belongs to the worker
	request  job              // the last one submitted
	printed  *layout.Document // what is shown; nil before the first page
	bare     bool             // the focused field is not highlighted
	still    bool             // a tap on the page moves the focus: don't scroll to it
	found    *found           // what is marked in its place, nil for nothing
	grown    grown
	resting  bool // it is not shown, and does nothing
}

// New makes the pane.
func New(s *session.Session, services Services, threads session.Threads) *Preview {
	p := &Preview{session: s, services: services, view: widgets.NewPageView()}
	p.painter = newPainter()
	p.worker = &session.Worker[job, picture]{Work: p.painter.paint, Done: p.show, Threads: threads}

	p.controls = newControls(p)
	p.view.OnNeed = func(float64) { p.ask() }
	p.view.OnNear = p.ask
	p.view.OnPageChanged = func(int) { p.controls.show() }
	p.view.OnZoomChanged = func(float32) { p.controls.show() }
	p.view.OnTap = p.tapped
	p.view.Hot = func(page int, x, y float64) bool { _, ok := p.at(page, x, y); return ok }

	p.root = widgets.NewBorder(p.controls.looks.band, widgets.NewBand(container.NewPadded(p.controls.root), theme.ColorNameBackground), nil, nil, p.view)

	if services.Plain {
		p.controls.plain()
	}
	s.OnChange(func(session.Snapshot) { p.update() })
	s.OnFocus(func(a resume.Address) { p.mark(a, p.found == nil && !p.still) })
	return p
}

// Object is the pane's content.
func (p *Preview) Object() fyne.CanvasObject { return p.root }

// SetShown lets the pane do nothing while it is not shown.
func (p *Preview) SetShown(on bool) {
	if p.resting = !on; on {
		p.update()
	}
}

// Settle waits until the current page is shown, no longer than limit.
func (p *Preview) Settle(limit time.Duration) { p.worker.Settle(limit) }

// Printed is the document shown, nil before the first one.
func (p *Preview) Printed() *layout.Document { return p.printed }

// SetWriting shows or hides what the designer has too, or has no use for: the bar above
// the page and the highlight of the focused field.
func (p *Preview) SetWriting(on bool) {
	p.bare = !on
	p.controls.looks.band.Hidden = !on
	p.root.Refresh()
	p.mark(p.session.Focus(), false)
}

// SetHighlight shows or hides the highlight of the focused field.
func (p *Preview) SetHighlight(on bool) {
	p.bare = !on
	p.mark(p.session.Focus(), false)
}

// ZoomIn, ZoomOut, ActualSize, FitWidth and FitPage change the zoom.
func (p *Preview) ZoomIn()     { p.view.ZoomIn() }
func (p *Preview) ZoomOut()    { p.view.ZoomOut() }
func (p *Preview) ActualSize() { p.view.SetZoom(1) }
func (p *Preview) FitWidth()   { p.view.SetFit(widgets.FitWidth) }
func (p *Preview) FitPage()    { p.view.SetFit(widgets.FitPage) }

// The states of a zoom that follows the pane's size. Any other is a number.
const (
	StateFitWidth = "width"
	StateFitPage  = "page"
)

// State is the zoom to be saved.
func (p *Preview) State() string {
	switch p.view.Fit() {
	case widgets.FitWidth:
		return StateFitWidth
	case widgets.FitPage:
		return StateFitPage
	}
	return strconv.FormatFloat(float64(p.view.Zoom()), 'f', 3, 32)
}

// Restore sets a saved zoom; one that it does not know fits the pane's width.
func (p *Preview) Restore(state string) {
	switch zoom, err := strconv.ParseFloat(state, 32); {
	case state == StateFitPage:
		p.FitPage()
	case err == nil && zoom > 0:
		p.view.SetZoom(float32(zoom))
	default:
		p.FitWidth()
	}
}

// update requests the page of the current snapshot.
func (p *Preview) update() {
	if p.resting {
		return
	}
	s := p.session.Now()
	p.request.edit++
	p.request.snapshot, p.request.options = s, p.services.Options
	p.ask()
}

// ask requests the pages near the view, at its resolution.
func (p *Preview) ask() {
	if p.request.edit == 0 {
		return // no document yet
	}
	p.request.pixelsPerPoint = p.view.Need()
	p.request.first, p.request.end = p.view.Near()
	p.worker.Submit(p.request)
}

func (p *Preview) show(pic picture) {
	p.printed = pic.document
	p.view.SetPages(pic.pages)
	if !pic.changed {
		return
	}
	p.controls.show()
	p.mark(p.session.Focus(), false)
	if p.services.Shown != nil {
		p.services.Shown(pic.revision, pic.document)
	}
	pages := len(pic.document.Pages)
	if had, more := p.grown.after(p.session.Now(), pic.revision, pages); more && p.services.Grown != nil {
		p.services.Grown(pages, had)
	}
}

func (p *Preview) at(page int, x, y float64) (resume.Address, bool) {
	if p.printed == nil {
		return "", false
	}
	return p.printed.At(page, x, y)
}

// tapped leads to the character at a point of a page, or to the word for the second of
// two taps. The page stays where it is.
func (p *Preview) tapped(page int, x, y float64, twice bool) {
	if p.printed == nil {
		return
	}
	if c, ok := p.printed.CaretAt(page, x, y); ok {
		p.still = true
		p.services.Edit(c, twice)
		p.still = false
	}
}

// focusMarks are a light tint over some boxes, and a bar in the margin of their column on
// every page.
func focusMarks(d *layout.Document, boxes []layout.Box) []widgets.Mark {
	const away, wide = 8, 2 // points
	var marks, bars []widgets.Mark
	for _, b := range boxes {
		marks = append(marks, mark(b, widgets.MarkFocus))
		x := d.Pages[b.Page].ColumnEdge(b.X) - away
		n := len(bars) - 1
		if n < 0 || bars[n].Page != b.Page || bars[n].Rect.X != x {
			bars = append(bars, widgets.Mark{Page: b.Page, Kind: widgets.MarkBar, Rect: widgets.Rect{X: x, Y: b.Y, Width: wide, Height: b.H}})
			continue
		}
		r := &bars[n].Rect
		top, bottom := min(r.Y, b.Y), max(r.Y+r.Height, b.Y+b.H)
		r.Y, r.Height = top, bottom-top
	}
	return append(marks, bars...)
}

// mark highlights the focused field on the page.
func (p *Preview) mark(a resume.Address, reveal bool) {
	if p.found != nil && p.printed != nil {
		marks, current := p.found.marks(p.printed)
		p.view.SetMarks(marks)
		if reveal && current >= 0 {
			p.view.Reveal(marks[current].Page, marks[current].Rect)
		}
		return
	}
	if p.printed == nil || a == "" || p.bare {
		p.view.SetMarks(nil)
		return
	}
	marks := focusMarks(p.printed, p.printed.Boxes(a))
	p.view.SetMarks(marks)
	if reveal && len(marks) > 0 {
		p.view.Reveal(marks[0].Page, marks[0].Rect)
	}
}
