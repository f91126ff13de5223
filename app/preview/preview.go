// Package preview is the pane that shows the page as it will print. Typesetting
// and painting are done off the UI goroutine on the newest snapshot; what is
// shown is the painter's picture at the screen's own pixels.
package preview

import (
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

// Services are what the preview needs of the application around it.
type Services struct {
	Options func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Designs func() design.List                    // what it may be typeset in
	Shown   func(revision int, d *layout.Document)
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
	wanted   job              // what was asked of it last
	printed  *layout.Document // what is shown; nil before the first page
	bare     bool             // the field with the focus is not shown
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

	p.root = container.NewBorder(nil, widgets.NewBand(container.NewPadded(p.controls.root), theme.ColorNameBackground), nil, nil, p.view)

	s.OnChange(func(session.Snapshot) { p.request() })
	s.OnFocus(func(a resume.Address) { p.mark(a, true) })
	return p
}

// Object is what to put into the window.
func (p *Preview) Object() fyne.CanvasObject { return p.root }

// Printed is the document on the page, nil before the first one is set.
func (p *Preview) Printed() *layout.Document { return p.printed }

// SetMarked says whether the field with the focus is shown on the page.
func (p *Preview) SetMarked(on bool) {
	p.bare = !on
	p.mark(p.session.Focus(), false)
}

// ZoomIn, ZoomOut, ActualSize and FitWidth change how large the page is shown.
func (p *Preview) ZoomIn()     { p.view.ZoomIn() }
func (p *Preview) ZoomOut()    { p.view.ZoomOut() }
func (p *Preview) ActualSize() { p.view.SetZoom(1) }
func (p *Preview) FitWidth()   { p.view.FitWidth() }

// State is how the page is shown, to be remembered: a zoom, or 0 for one that
// follows the pane's width.
func (p *Preview) State() float64 {
	if p.view.Fit() == widgets.FitWidth {
		return 0
	}
	return float64(p.view.Zoom())
}

// Restore takes up a state.
func (p *Preview) Restore(zoom float64) {
	if zoom > 0 {
		p.view.SetZoom(float32(zoom))
	}
}

// request asks for the resume as it is now.
func (p *Preview) request() {
	s := p.session.Now()
	p.wanted.edit++
	p.wanted.snapshot, p.wanted.options = s, p.services.Options
	p.ask()
}

// ask asks for the pages near the view, at its resolution.
func (p *Preview) ask() {
	if p.wanted.edit == 0 {
		return // nothing to set yet
	}
	p.wanted.pixelsPerPoint = p.view.Need()
	p.wanted.first, p.wanted.end = p.view.Near()
	p.worker.Submit(p.wanted)
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
}

func (p *Preview) at(page int, x, y float64) (resume.Address, bool) {
	if p.printed == nil {
		return "", false
	}
	return p.printed.At(page, x, y)
}

func (p *Preview) tapped(page int, x, y float64) {
	if a, ok := p.at(page, x, y); ok {
		p.session.Reveal(a)
	}
}

// mark shows where the field with the focus is on the page.
func (p *Preview) mark(a resume.Address, reveal bool) {
	if p.printed == nil || a == "" || p.bare {
		p.view.SetMarks(nil)
		return
	}
	boxes := p.printed.Boxes(a)
	marks := make([]widgets.Mark, len(boxes))
	for i, b := range boxes {
		marks[i] = widgets.Mark{Page: b.Page, Rect: widgets.Rect{X: b.X - 2, Y: b.Y - 1, Width: b.W + 4, Height: b.H + 2}}
	}
	p.view.SetMarks(marks)
	if reveal && len(marks) > 0 {
		p.view.Reveal(marks[0].Page, marks[0].Rect)
	}
}
