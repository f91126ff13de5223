package preview

import (
	"image"

	"resumax/app/session"
	"resumax/render"
	"resumax/render/layout"
	"resumax/widgets"
)

// job is a request to the worker.
type job struct {
	edit           int // grows with every change of the document
	snapshot       session.Snapshot
	options        func(session.Snapshot) render.Options
	pixelsPerPoint float64 // 0 before the view knows its resolution: typeset only
	first, end     int     // the pages near the view: no others are painted
}

// picture is the worker's answer.
type picture struct {
	revision int
	document *layout.Document
	pages    []widgets.Page
	changed  bool // the document is another, or is seen at another size
}

// painter is the worker's side. It typesets only after an edit, and paints only the
// pages near the view, and of these only the rows that changed.
type painter struct {
	typesetter *render.Typesetter
	edit       int
	document   *layout.Document
	scale      float64
	painted    map[int]*paintedPage // by their number
	work       work
}

// work counts what a painter has done.
type work struct {
	layouts   int // of the document
	paintings int // of whole pages
	rows      int // of pixels repainted
}

// paintedPage is the picture of a page that is shown, and an older one of the
// same page that may be painted on: the view takes what is shown from memory
// whenever it likes.
type paintedPage struct{ shown, older sheet }

// sheet is a picture and the page that is on it.
type sheet struct {
	page  layout.Page
	image *image.RGBA
}

func newPainter() *painter { return &painter{typesetter: render.NewTypesetter(), edit: -1} }

func (p *painter) paint(j job) picture {
	out := picture{revision: j.snapshot.Revision}
	if j.edit != p.edit {
		p.work.layouts++
		p.edit, p.document = j.edit, p.typesetter.Typeset(j.snapshot.Resume, j.options(j.snapshot))
		out.changed = true
	}
	if j.pixelsPerPoint != p.scale {
		p.scale, p.painted = j.pixelsPerPoint, nil
		out.changed = true
	}
	out.document = p.document
	out.pages = make([]widgets.Page, len(p.document.Pages))
	painted := make(map[int]*paintedPage)
	for i := range out.pages {
		page := &p.document.Pages[i]
		out.pages[i] = widgets.Page{WidthPt: page.Width, HeightPt: page.Height}
		if p.scale > 0 && j.first <= i && i < j.end {
			painted[i] = p.page(i)
			out.pages[i].Image = painted[i].shown.image
		}
	}
	p.painted = painted // pictures of pages that are far now can go
	return out
}

// page is the picture of a page.
func (p *painter) page(i int) *paintedPage {
	page := p.document.Pages[i]
	known := p.painted[i]
	if known == nil {
		known = &paintedPage{}
	}
	if known.shown.image != nil && sameItems(known.shown.page, page) {
		known.older = sheet{} // nobody is typing here
		return known
	}
	next := known.older
	if rows, ok := p.typesetter.Repaint(next.image, &next.page, &page, p.scale); ok {
		p.work.rows += rows
	} else {
		p.work.paintings++
		next.image = p.typesetter.Picture(p.document, i, p.scale, nil)
	}
	next.page = page
	return &paintedPage{next, known.shown}
}

// sameItems reports whether two pages show the same. The typesetter mostly gives
// the very page again.
func sameItems(a, b layout.Page) bool {
	if len(a.Items) != len(b.Items) || a.Width != b.Width || a.Height != b.Height {
		return false
	}
	if len(a.Items) == 0 || &a.Items[0] == &b.Items[0] {
		return true
	}
	for i := range a.Items {
		if a.Items[i] != b.Items[i] {
			return false
		}
	}
	return true
}
