package gallery

import (
	"image"
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role"
	"resumax/widgets"
)

// PageServices are what a role's page needs from the window.
type PageServices struct {
	Pictures *thumbnails.Maker
	Back     func()
	Start    func(p *role.Pack, sample bool, level string) // starts a resume for a level, "" to compute it from the dates
	Apply    func(p *role.Pack)                            // makes the role the target of a resume of the user's
	// ApplyTo names the resume for Apply, such as "my resume".
	ApplyTo func() string
}

// Page is the page of one role: its sample as it prints, what recruiters look for,
// and the buttons to start.
type Page struct {
	services PageServices
	pack     *role.Pack
	level    string          // of the advice and figures shown
	chosen   string          // the level that the user chose, "" for none
	open     map[string]bool // the parts that are open, by title

	picture *canvas.Image
	sheet   *fyne.Container
	back    *widgets.Button
	head    *fyne.Container
	actions *fyne.Container
	content *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
}

// The titles of the parts that are open at first.
func partSignals() string {
	return tr.T("gallery.what-recruiters-look-for", "What recruiters look for")
}

func partAdvice() string {
	return tr.T("gallery.advice-at-this-level", "Advice at this level")
}

// NewPage makes an empty page.
func NewPage(s PageServices) *Page {
	p := &Page{services: s, picture: canvas.NewImageFromImage(nil), head: widgets.NewColumn(12), actions: container.NewStack(), content: widgets.NewColumn(0),
		open: map[string]bool{partAdvice(): true, partSignals(): true}}
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	p.back = widgets.NewButton(tr.T("gallery.all-roles", "All roles"), func() { s.Back() })
	p.back.Icon, p.back.Importance = theme.NavigateBackIcon(), widget.LowImportance
	p.scroll = container.NewVScroll(inColumn(0, 24, widgets.NewColumn(18, p.head, p.content)))
	paper := canvas.NewRectangle(widgets.Color(widgets.ColorPaper))
	paper.StrokeWidth, paper.StrokeColor = 1, widgets.Color(widgets.ColorTrack)
	p.sheet = container.New(&paperLayout{ratio: a4}, paper, p.picture)
	foot := widgets.NewBorder(widget.NewSeparator(), nil, nil, nil, inColumn(10, 12, p.actions))
	p.root = widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 6, 12, 12), container.NewHBox(p.back)), nil, nil, nil,
		container.New(&pageLayout{}, p.sheet, widgets.NewBorder(nil, foot, nil, nil, p.scroll)))
	return p
}

// inColumn limits an object to the width of the text.
func inColumn(top, bottom float32, o fyne.CanvasObject) fyne.CanvasObject {
	return container.New(&textColumn{top, bottom}, o)
}

// Object is the page's content.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// previewWidth is the largest width of the sample's picture, in Fyne's units.
const previewWidth = 620

// Show shows a role at a level; "" for mid level, or the role's first one.
func (p *Page) Show(pack *role.Pack, level string, scale float32) {
	p.pack, p.level, p.chosen = pack, level, level
	if level == "" || !pack.IsAt(level) {
		p.chosen = ""
		p.level = role.LevelNames[1]
		if !pack.IsAt(p.level) {
			p.level = pack.At[0]
		}
	}
	p.picture.Image = nil
	p.services.Pictures.Picture("", int(previewWidth*scale+0.5), func() *resume.Resume { return sample(pack) },
		func(img image.Image) {
			if p.pack == pack {
				p.picture.Image = img
				size := img.Bounds().Size()
				p.sheet.Layout.(*paperLayout).ratio = float32(size.Y) / float32(size.X)
				p.root.Refresh()
			}
		})
	p.picture.Refresh()
	p.showHead()
	p.build()
	p.scroll.ScrollToTop()
}

// showHead shows the role's name, the choice of a level, and the buttons to start.
func (p *Page) showHead() {
	pack := p.pack
	about := widgets.NewColumn(4, widgets.NewTitle(pack.Name), widgets.NewLabel(pack.About))
	if len(pack.Titles) > 0 {
		about.Add(widgets.NewMuted(tr.T("gallery.also-called", "Also called {{.Titles}}", tr.With{"Titles": strings.Join(pack.Titles, ", ")})))
	}
	p.head.Objects = []fyne.CanvasObject{about, container.NewHBox(p.levels())}
	start := widgets.NewButton(tr.T("gallery.start-from-this-role", "Start from this role"), func() { p.services.Start(pack, true, "") })
	start.Importance = widget.HighImportance
	empty := widgets.NewButton(tr.T("gallery.start-without-sample-text", "Start without sample text"), func() { p.services.Start(pack, false, p.chosen) })
	apply := widgets.NewButton(tr.T("gallery.apply-to", "Apply to {{.Resume}}", tr.With{"Resume": p.services.ApplyTo()}), func() { p.services.Apply(pack) })
	p.actions.Objects = []fyne.CanvasObject{widgets.NewColumn(6, widgets.NewFlow(8, start, empty, apply),
		widgets.NewMuted(tr.T("gallery.the-sample-is-a", "The sample is a made-up person for you to replace. Applying a role changes a resume's advice and score, not its text.")))}
	p.head.Refresh()
	p.actions.Refresh()
}

// levels is the choice of an experience level.
func (p *Page) levels() fyne.CanvasObject {
	var names, ids []string
	for _, l := range Levels() {
		if p.pack.IsAt(l.ID) {
			names, ids = append(names, l.Name), append(ids, l.ID)
		}
	}
	choice := widgets.NewSegments(names...)
	choice.Select(slices.Index(ids, p.level))
	choice.OnSelected = func(i int) {
		p.level, p.chosen = ids[i], ids[i]
		p.build()
	}
	return choice
}

// build shows the parts of the role's guide, folded except for those that are open.
func (p *Page) build() {
	pack := p.pack
	p.content.RemoveAll()
	p.advice()
	p.signals()
	p.keywords()
	p.lines(tr.T("gallery.what-works", "What works"), pack.WhatWorks...)
	p.lines(tr.T("gallery.common-mistakes", "Common mistakes"), pack.Mistakes...)
	p.lines(tr.T("gallery.example-summary", "Example summary"), pack.Summary)
	var bullets []string
	for _, b := range pack.Bullets {
		bullets = append(bullets, b.Text)
	}
	p.lines(tr.T("gallery.example-bullets", "Example bullets"), bullets...)
	p.lines(tr.T("gallery.certificates", "Certificates"), pack.Certifications...)
	var asked, questions []answered
	for _, q := range pack.FAQ {
		asked = append(asked, answered{q.Question, q.Answer})
	}
	for _, q := range pack.Questions {
		questions = append(questions, answered{q.Text, q.Hint()})
	}
	p.answers(tr.T("gallery.frequently-asked-questions", "Frequently asked questions"), asked)
	p.answers(tr.T("gallery.likely-interview-questions", "Likely interview questions"), questions)
	p.content.Refresh()
}

// part adds a part with a header that opens and closes it. Count is how many things are
// in it.
func (p *Page) part(title string, count int, parts *fyne.Container) {
	if count == 0 {
		return
	}
	body := container.New(layout.NewCustomPaddedLayout(0, 14, 33, 8), parts)
	body.Hidden = !p.open[title]
	var d *widgets.Disclosure
	d = widgets.NewDisclosure(p.open[title], func() {
		p.open[title] = !p.open[title]
		d.SetOpen(p.open[title])
		body.Hidden = !p.open[title]
		p.content.Refresh()
		p.scroll.Refresh()
	})
	d.SetText(widgets.DisclosureText{Title: title, Aside: strconv.Itoa(count)})
	p.content.Add(widget.NewSeparator())
	p.content.Add(d)
	p.content.Add(body)
}

// advice is what to show at a level, and in which order.
func (p *Page) advice() {
	column := bulleted(p.pack.Levels[p.level].Advice)
	var order []string
	sections := p.pack.Empty(p.level).Resume().Sections
	wording := resume.WordingIn(tr.Current())
	for _, key := range p.pack.Order(p.level) {
		if slices.ContainsFunc(sections, func(s resume.Section) bool { return s.Key == key }) {
			order = append(order, wording.Title(key))
		}
	}
	count := len(column.Objects)
	if len(order) > 0 {
		column.Add(widgets.NewMuted(tr.T("gallery.section-order", "Section order: {{.Sections}}", tr.With{"Sections": strings.Join(order, ", ")})))
	}
	p.part(partAdvice(), max(count, min(1, len(order))), column)
}

func (p *Page) signals() {
	column := widgets.NewColumn(8)
	for _, s := range p.pack.Signals {
		part := widgets.NewColumn(1, widgets.NewLabel(s.Name))
		if m := s.Magnitudes[p.level]; m != "" {
			part.Add(widgets.NewMuted(tr.T("gallery.typical-at-this-level", "Typical at this level: {{.Sizes}}", tr.With{"Sizes": m})))
		}
		if s.Source != "" {
			part.Add(widgets.NewMuted(tr.T("gallery.source", "Source: {{.Source}}", tr.With{"Source": s.Source})))
		}
		column.Add(part)
	}
	p.part(partSignals(), len(p.pack.Signals), column)
}

func (p *Page) keywords() {
	column, count := widgets.NewColumn(8), 0
	for _, g := range p.pack.Keywords {
		var chips []widgets.Chip
		for _, t := range g.Terms {
			chips = append(chips, widgets.Chip{Text: t, Look: widgets.ChipHave})
		}
		count += len(chips)
		column.Add(widgets.NewColumn(4, widgets.NewMuted(g.Name), widgets.NewChips(chips...)))
	}
	p.part(tr.T("gallery.keywords-in-job-postings", "Keywords in job postings"), count, column)
}

func (p *Page) lines(title string, lines ...string) {
	lines = slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return l == "" })
	p.part(title, len(lines), bulleted(lines))
}

// bulleted is a column of lines.
func bulleted(lines []string) *fyne.Container {
	column := widgets.NewColumn(7)
	for _, l := range lines {
		column.Add(widgets.NewLabel("• " + l))
	}
	return column
}

// answered is a question with its answer.
type answered struct{ question, answer string }

// answers adds a list of questions, each with its answer below.
func (p *Page) answers(title string, list []answered) {
	column := widgets.NewColumn(10)
	for _, a := range list {
		column.Add(widgets.NewColumn(1, widgets.NewLabel(a.question), widgets.NewMuted(a.answer)))
	}
	p.part(title, len(list), column)
}

// textColumn keeps an object at a width that is comfortable to read, at the left of a
// scroll whose bar is at the window's edge.
type textColumn struct{ top, bottom float32 }

const (
	maxText    = 760
	textMargin = 20
)

func (l *textColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(fyne.NewSize(min(maxText, size.Width-2*textMargin), size.Height-l.top-l.bottom))
		o.Move(fyne.NewPos(textMargin, l.top))
	}
}

func (l *textColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	var m fyne.Size
	for _, o := range objects {
		m = m.Max(o.MinSize())
	}
	return m.AddWidthHeight(2*textMargin, l.top+l.bottom)
}

// pageLayout lays out the sample at the left of the text, and hides it in a narrow
// window.
type pageLayout struct{}

const minBoth = 820 // width from which both fit

func (*pageLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	sheet, text := objects[0], objects[1]
	if size.Width < minBoth {
		sheet.Hide()
		text.Resize(size)
		text.Move(fyne.NewPos(0, 0))
		return
	}
	sheet.Show()
	const margin = 20
	ratio := sheet.(*fyne.Container).Layout.(*paperLayout).ratio
	width := min(previewWidth, size.Width*0.42, (size.Height-margin)/ratio)
	sheet.Resize(fyne.NewSize(width, width*ratio))
	sheet.Move(fyne.NewPos(margin+12, 4))
	left := width + 2*margin
	text.Resize(fyne.NewSize(size.Width-left, size.Height))
	text.Move(fyne.NewPos(left, 0))
}

func (*pageLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(objects[1].MinSize().Width, 200)
}

// paperLayout puts a picture on paper of the same size, in a ratio of height to
// width.
type paperLayout struct{ ratio float32 }

const a4 = 297.0 / 210

func (*paperLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	objects[0].Resize(size.AddWidthHeight(2, 2)) // its edge is seen around the picture
	objects[0].Move(fyne.NewPos(-1, -1))
	objects[1].Resize(size)
}

func (*paperLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 140) }
