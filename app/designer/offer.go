package designer

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// offer says that a change of the design has made more pages, and fits the resume
// to those that it had.
type offer struct {
	pane *Designer
	row  *fyne.Container
	text *widget.Label
	fit  *widgets.Button
	now  int // pages as last shown
	had  int // before the first change since the pane was shown, 0 for no change
}

func newOffer(p *Designer) *offer {
	o := &offer{pane: p, text: widget.NewLabel(""), fit: widgets.NewButton("", nil)}
	o.fit.OnTapped = o.accept
	o.row = container.NewHBox(o.text, layout.NewSpacer(), o.fit)
	o.row.Hide()
	return o
}

// ShowPages tells the pane how many pages the resume has now.
func (p *Designer) ShowPages(n int) {
	p.offer.now = n
	p.offer.show()
}

// changing notes how many pages there are before a change of the design.
func (o *offer) changing() {
	if o.had == 0 {
		o.had = o.now
	}
}

// reset forgets the changes of the design so far.
func (o *offer) reset() {
	o.had = 0
	o.show()
}

func (o *offer) show() {
	more := o.had > 0 && o.now > o.had && o.pane.session.Now().Resume.Meta.Fit == 0
	if more {
		o.text.SetText(NowPages(o.now))
		o.fit.SetText(FitTo(o.had))
	}
	if more == o.row.Visible() {
		return
	}
	o.row.Hidden, o.pane.about.Hidden = !more, more
	o.pane.scroll.Refresh()
}

func (o *offer) accept() {
	Fit(o.pane.session, o.had)
	o.show()
}

// NowPages says how many pages another design has made.
func NowPages(n int) string {
	return tr.N("designer.now-pages", "Now {{.Count}} page.", "Now {{.Count}} pages.", n)
}

// FitTo is the offer to fit a resume to a number of pages, and what the step is called.
func FitTo(n int) string {
	return tr.N("designer.fit-to", "Fit to {{.Count}} page", "Fit to {{.Count}} pages", n)
}

// Fit fits a resume to a number of pages.
func Fit(s *session.Session, n int) {
	s.Edit(FitTo(n), "", func(d resume.Document) (resume.Document, error) { return d.SetFit(n) })
}

// changedWords say that so many settings are changed.
func changedWords(n int) string {
	if n == 0 {
		return ""
	}
	return tr.N("designer.changed", "{{.Count}} changed", "{{.Count}} changed", n)
}
