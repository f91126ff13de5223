package importer

import (
	"context"
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/widgets"
)

// sourceView shows the file: its pages as they look, or its text, with what was taken marked.
type sourceView struct {
	review *Review
	onTap  func(id int)

	page  *widgets.PageView   // of a file with pages, else nil
	text  *widgets.MarkedText // of one without
	spans map[int][]Span      // where in the text things stand
	paint session.Worker[paintJob, painted]
	stop  context.CancelFunc
	root  fyne.CanvasObject
}

// paintJob is which pages are to be painted, with how many pixels a point. The one that is
// looked at is painted first.
type paintJob struct {
	scale             float64
	first, end, watch int
}

func newSourceView(review *Review, picture func(ctx context.Context, page int, scale float64) (image.Image, error), threads session.Threads, onTap func(id int)) *sourceView {
	v := &sourceView{review: review, onTap: onTap}
	if len(review.Source.Pages) == 0 {
		v.buildText()
		return v
	}
	v.buildPages(picture, threads)
	return v
}

func (v *sourceView) buildText() {
	v.spans = Spans(v.review.Source.Lines, v.review.Taken(), v.review.Pieces())
	lines := make([]widgets.MarkedLine, len(v.review.Source.Lines))
	for i, l := range v.review.Source.Lines {
		lines[i] = widgets.MarkedLine{Text: l.Text, Heading: l.Heading, Item: l.Item, Bold: l.Bold}
	}
	v.text = widgets.NewMarkedText(lines)
	v.text.OnTap = v.onTap
	const desk = 14
	v.root = widgets.NewBorder(nil, v.legend(), nil, nil,
		widgets.NewBand(widgets.NewReader(container.New(layout.NewCustomPaddedLayout(desk, desk, desk, desk), v.text)), widgets.ColorBackdrop))
}

func (v *sourceView) buildPages(picture func(ctx context.Context, page int, scale float64) (image.Image, error), threads session.Threads) {
	ctx, stop := context.WithCancel(context.Background())
	v.stop = stop
	blank := make([]widgets.Page, len(v.review.Source.Pages))
	for i, p := range v.review.Source.Pages {
		blank[i] = widgets.Page{WidthPt: p.Width, HeightPt: p.Height}
	}
	v.page = widgets.NewPageView()
	v.page.Pointer = true
	p := &pagePainter{ctx: ctx, picture: picture, blank: blank}
	var request func()
	v.paint = session.Worker[paintJob, painted]{Threads: threads, Work: p.work, Done: func(done painted) {
		if ctx.Err() != nil {
			return
		}
		v.page.SetPages(done.pages)
		if done.more {
			request()
		}
	}}
	request = func() {
		if scale := v.page.Need(); scale > 0 {
			first, end := v.page.Near()
			v.paint.Submit(paintJob{scale, first, end, v.page.Page()})
		}
	}
	v.page.OnNeed = func(float64) { request() }
	v.page.OnNear = request
	v.page.Hot = func(page int, x, y float64) bool {
		_, ok := At(v.review.Taken(), v.review.Pieces(), page+1, x, y)
		return ok
	}
	v.page.OnTap = func(page int, x, y float64, _ bool) {
		if id, ok := At(v.review.Taken(), v.review.Pieces(), page+1, x, y); ok {
			v.onTap(id)
		}
	}
	v.page.SetPages(blank)
	out := widgets.NewIconButton(theme.ZoomOutIcon(), tr.T("importer.zoom-out", "Zoom out"), v.page.ZoomOut)
	in := widgets.NewIconButton(theme.ZoomInIcon(), tr.T("importer.zoom-in", "Zoom in"), v.page.ZoomIn)
	fit := widgets.NewIconButton(theme.ZoomFitIcon(), tr.T("importer.fit-width", "Fit width"), func() { v.page.SetFit(widgets.FitWidth) })
	v.root = widgets.NewBorder(nil, v.legend(out, in, fit), nil, nil, v.page)
}

// legend says what the marks mean, beside controls.
func (v *sourceView) legend(controls ...fyne.CanvasObject) fyne.CanvasObject {
	kinds := []struct {
		name string
		kind widgets.MarkKind
	}{{tr.T("importer.taken-2", "Taken"), widgets.MarkTaken}, {tr.T("importer.to-check-3", "To check"), widgets.MarkUnsure}, {tr.T("importer.left-over", "Left over"), widgets.MarkLeft}}
	row := container.NewHBox()
	for _, k := range kinds {
		row.Add(container.NewCenter(widgets.NewMarkSample(k.kind)))
		row.Add(container.NewCenter(widgets.NewCaption(k.name)))
	}
	row.Add(layout.NewSpacer())
	for _, c := range controls {
		row.Add(container.NewCenter(c))
	}
	return widgets.NewBand(container.New(layout.NewCustomPaddedLayout(4, 4, 14, 10), row), theme.ColorNameHeaderBackground)
}

// show marks what stands where, with what is chosen above all.
func (v *sourceView) show(chosen map[int]bool) {
	if v.page != nil {
		v.page.SetMarks(pageMarks(v.review, chosen))
		return
	}
	var marks []widgets.TextMark
	for _, m := range kindsOf(v.review, chosen) {
		for _, s := range v.spans[m.id] {
			marks = append(marks, widgets.TextMark{ID: m.id, Line: s.Line, From: s.From, To: s.To, Kind: m.kind})
		}
	}
	v.text.SetMarks(marks)
}

// reveal scrolls to what is chosen.
func (v *sourceView) reveal(id int) {
	if v.page == nil {
		v.text.Reveal(id)
		return
	}
	if page, b, ok := boxOf(v.review, id); ok {
		v.page.RevealAmid(page-1, rectOf(b))
	}
}

// close stops the painting.
func (v *sourceView) close() {
	if v.stop != nil {
		v.stop()
	}
}

// marked is something on the source, and its look.
type marked struct {
	id   int
	kind widgets.MarkKind
}

// kindsOf are the marks, in the order in which they lie over each other.
func kindsOf(r *Review, chosen map[int]bool) []marked {
	var all, above []marked
	add := func(id int, kind widgets.MarkKind) {
		if chosen[id] {
			above = append(above, marked{id, widgets.MarkChosen})
			return
		}
		all = append(all, marked{id, kind})
	}
	for _, t := range r.Taken() {
		if t.Unsure() {
			add(t.ID, widgets.MarkUnsure)
			continue
		}
		add(t.ID, widgets.MarkTaken)
	}
	for _, p := range r.Pieces() {
		add(p.ID, widgets.MarkLeft)
	}
	return append(all, above...)
}

// pageMarks are the marks on pages. Of several in one place, such as a start and an end that
// one text says, the last is shown.
func pageMarks(r *Review, chosen map[int]bool) []widgets.Mark {
	type place struct {
		page int
		box  taking.Box
	}
	at := map[place]int{}
	var marks []widgets.Mark
	for _, m := range kindsOf(r, chosen) {
		page, b, ok := boxOf(r, m.id)
		if !ok {
			continue
		}
		mark := widgets.Mark{Page: page - 1, Rect: rectOf(b), Kind: m.kind}
		p := place{page, b}
		if i, ok := at[p]; ok && m.kind != widgets.MarkChosen {
			if mark.Kind == widgets.MarkUnsure {
				marks[i] = mark
			}
			continue
		}
		at[p] = len(marks)
		marks = append(marks, mark)
	}
	return marks
}

// boxOf is where on the pages something stands.
func boxOf(r *Review, id int) (page int, b taking.Box, ok bool) {
	for _, t := range r.Taken() {
		if t.ID == id && t.Box != nil {
			return t.Page, *t.Box, true
		}
	}
	for _, p := range r.Pieces() {
		if p.ID == id && p.Box != nil {
			return p.Page, *p.Box, true
		}
	}
	return 0, taking.Box{}, false
}

func rectOf(b taking.Box) widgets.Rect {
	return widgets.Rect{X: b.Left, Y: b.Top, Width: b.Right - b.Left, Height: b.Bottom - b.Top}
}

// idsAt are the ids of what stands at an address or below it.
func idsAt(r *Review, at resume.Address) []int {
	var ids []int
	for _, t := range r.Taken() {
		if t.Address.Within(at) {
			ids = append(ids, t.ID)
		}
	}
	return ids
}

// painted are the pages as far as they are painted; more says that some are not yet.
type painted struct {
	pages []widgets.Page
	more  bool
}

// pagePainter is the worker's side: it keeps the pictures of the pages near the view.
type pagePainter struct {
	ctx     context.Context
	picture func(ctx context.Context, page int, scale float64) (image.Image, error)
	blank   []widgets.Page
	scale   float64
	kept    map[int]image.Image // nil for a page that cannot be painted: its paper stays blank, with its marks
}

// work paints one page, so that what is looked at is shown soon, be the file long.
func (p *pagePainter) work(j paintJob) painted {
	if j.scale != p.scale {
		p.scale, p.kept = j.scale, nil
	}
	kept, next := map[int]image.Image{}, -1
	first, end := max(0, j.first), min(j.end, len(p.blank))
	missing := 0
	for i := first; i < end; i++ {
		if img, ok := p.kept[i]; ok {
			kept[i] = img
			continue
		}
		missing++
		if next < 0 || abs(i-j.watch) < abs(next-j.watch) {
			next = i
		}
	}
	if next >= 0 && p.ctx.Err() == nil {
		kept[next] = nil
		if img, err := p.picture(p.ctx, next, j.scale); err == nil {
			kept[next] = img
		}
	}
	p.kept = kept
	out := painted{pages: append([]widgets.Page(nil), p.blank...), more: missing > 1}
	for i, img := range kept {
		out.pages[i].Image = img
	}
	return out
}
