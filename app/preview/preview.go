// Package preview is the pane that shows the page as it will print. Typesetting
// and painting are done off the UI goroutine on the newest snapshot; what is
// shown is the painter's picture at the screen's own pixels.
package preview

import (
	"fmt"
	"math"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the preview needs of the application around it.
type Services struct {
	Options func(*resume.Resume) render.Options // how the resume is typeset
	Designs func() design.List                  // what it may be typeset in
	Shown   func(revision int, d *layout.Document)
	Export  func()
}

// Preview is the pane.
type Preview struct {
	session  *session.Session
	services Services

	view    *widgets.PageView
	zoom    *widget.Label
	page    *widget.Label
	prev    *widgets.IconButton
	next    *widgets.IconButton
	paper   *widget.Select
	fitted  *widgets.IconButton
	design  *widget.Select
	fit     *widget.Select
	changes *widgets.Label // what the design gave to fit
	root    *fyne.Container
	worker  *session.Worker[job, picture]
	painter *painter         // belongs to the worker
	wanted  job              // what was asked of it last
	printed *layout.Document // what is shown; nil before the first page
	bare    bool             // the field with the focus is not shown
	syncing bool             // the paper choice is being set by the program
}

// New makes the pane.
func New(s *session.Session, services Services, threads session.Threads) *Preview {
	p := &Preview{session: s, services: services, view: widgets.NewPageView()}
	p.painter = newPainter()
	p.worker = &session.Worker[job, picture]{Work: p.painter.paint, Done: p.show, Threads: threads}

	p.zoom = widget.NewLabel("100 %")
	p.page = widget.NewLabel("1 / 1")
	p.prev = widgets.NewIconButton(theme.NavigateBackIcon(), "Page before", func() { p.view.ShowPage(p.view.Page() - 1) })
	p.next = widgets.NewIconButton(theme.NavigateNextIcon(), "Next page", func() { p.view.ShowPage(p.view.Page() + 1) })
	p.fitted = widgets.NewIconButton(theme.ViewFullScreenIcon(), "Fit the page's width", func() { p.FitWidth() })
	p.paper = widget.NewSelect([]string{paperA4, paperLetter}, p.choosePaper)
	p.design = widget.NewSelect(nil, p.chooseDesign)
	p.fit = widget.NewSelect(fits[:], p.chooseFit)
	p.changes = widgets.NewMuted("")
	export := widget.NewButtonWithIcon("Export PDF", theme.DocumentSaveIcon(), func() { services.Export() })
	export.Importance = widget.HighImportance

	p.view.OnNeed = func(float64) { p.ask() }
	p.view.OnNear = p.ask
	p.view.OnPageChanged = func(int) { p.showState() }
	p.view.OnZoomChanged = func(float32) { p.showState() }
	p.view.OnTap = p.tapped
	p.view.Hot = func(page int, x, y float64) bool { _, ok := p.at(page, x, y); return ok }

	centred := func(objects ...fyne.CanvasObject) fyne.CanvasObject {
		row := container.NewHBox()
		for _, o := range objects {
			row.Add(container.NewCenter(o))
		}
		return row
	}
	controls := container.New(&bar{gap: 8, changed: func() { fyne.Do(func() { p.root.Refresh() }) }},
		centred(widgets.NewIconButton(theme.ZoomOutIcon(), "Smaller", p.ZoomOut), p.zoom,
			widgets.NewIconButton(theme.ZoomInIcon(), "Larger", p.ZoomIn), p.fitted),
		centred(p.prev, p.page, p.next, p.design, p.paper, p.fit),
		export, p.changes)
	p.changes.Hide()
	p.root = container.NewBorder(nil, widgets.NewBand(container.NewPadded(controls), theme.ColorNameBackground), nil, nil, p.view)

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
	p.wanted.snapshot, p.wanted.options = s, p.services.Options(s.Resume)
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
	p.showState()
	p.mark(p.session.Focus(), false)
	if p.services.Shown != nil {
		p.services.Shown(pic.revision, pic.document)
	}
}

const (
	paperA4     = "A4"
	paperLetter = "Letter"
)

func (p *Preview) showState() {
	p.zoom.SetText(fmt.Sprintf("%d %%", int(math.Round(float64(p.view.Zoom())*100))))
	n, i := max(1, p.view.Pages()), p.view.Page()
	p.page.SetText(fmt.Sprintf("%d / %d", i+1, n))
	setEnabled(p.prev, i > 0)
	setEnabled(p.next, i < n-1)
	setEnabled(p.fitted, p.view.Fit() != widgets.FitWidth)
	p.syncing = true
	paper := paperA4
	if p.printed != nil && len(p.printed.Pages) > 0 && p.printed.Pages[0].Width > 600 {
		paper = paperLetter
	}
	if p.paper.Selected != paper {
		p.paper.SetSelected(paper)
	}
	p.showDesign()
	p.showFit()
	p.syncing = false
}

func setEnabled(b *widgets.IconButton, on bool) {
	if on {
		b.Enable()
	} else {
		b.Disable()
	}
}

const pageSetting = resume.Settings + "/page"

func (p *Preview) choosePaper(name string) {
	if p.syncing {
		return
	}
	size := "a4"
	if name == paperLetter {
		size = "letter"
	}
	p.session.Edit("Paper "+name, "", func(d resume.Document) (resume.Document, error) {
		return d.Set(pageSetting, resume.Text(size))
	})
}

const designSetting = resume.Settings + "/design"

// chooseDesign sets how the resume looks.
func (p *Preview) chooseDesign(name string) {
	if p.syncing {
		return
	}
	for _, d := range p.services.Designs() {
		if d.Name == name {
			p.session.Edit("Design "+name, "", func(doc resume.Document) (resume.Document, error) { return doc.SetText(designSetting, d.ID) })
		}
	}
}

// showDesign shows how the resume looks, which is the usual way unless it names
// a design that there is.
func (p *Preview) showDesign() {
	designs := p.services.Designs()
	names := make([]string, len(designs))
	for i, d := range designs {
		names[i] = d.Name
	}
	if !slices.Equal(names, p.design.Options) {
		p.design.SetOptions(names)
	}
	d, ok := designs.Find(p.session.Now().Resume.Meta.Design)
	if !ok {
		d = design.Default()
	}
	if p.design.Selected != d.Name {
		p.design.SetSelected(d.Name)
	}
}

// fits are the choices of how many pages the resume should have, by number.
var fits = [...]string{"Any length", "Fit 1 page", "Fit 2 pages", "Fit 3 pages"}

const fitSetting = resume.Settings + "/fit"

// chooseFit sets how many pages the resume should have.
func (p *Preview) chooseFit(name string) {
	if p.syncing {
		return
	}
	pages := slices.Index(fits[:], name)
	p.session.Edit(name, "", func(d resume.Document) (resume.Document, error) {
		if pages > 0 {
			return d.Set(fitSetting, resume.Int(pages))
		}
		if _, ok := d.Get(fitSetting); !ok {
			return d, nil
		}
		return d.Remove(fitSetting)
	})
}

// showFit shows how many pages the resume should have, and what the design gave
// for that.
func (p *Preview) showFit() {
	pages := min(p.session.Now().Resume.Meta.Fit, len(fits)-1)
	if p.fit.Selected != fits[pages] {
		p.fit.SetSelected(fits[pages])
	}
	changes := ""
	if p.printed != nil && p.printed.Fitting.Changes != "" {
		changes = "To fit: " + p.printed.Fitting.Changes
	}
	p.changes.SetText(changes)
	if shown := changes != ""; shown != p.changes.Visible() {
		p.changes.Hidden = !shown
		p.root.Refresh()
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
