package gallery

import (
	"image"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/thumbnails"
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
	level    string // of the advice and figures shown
	chosen   string // the level that the user chose, "" for none

	picture *canvas.Image
	sheet   *fyne.Container
	back    *widgets.Button
	content *fyne.Container
	scroll  *container.Scroll
	root    *fyne.Container
}

// NewPage makes an empty page.
func NewPage(s PageServices) *Page {
	p := &Page{services: s, picture: canvas.NewImageFromImage(nil), content: widgets.NewColumn(18)}
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	p.back = widgets.NewButton("All roles", func() { s.Back() })
	p.back.Icon, p.back.Importance = theme.NavigateBackIcon(), widget.LowImportance
	p.scroll = container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 40, 20, 32), p.content))
	paper := canvas.NewRectangle(widgets.Color(widgets.ColorPaper))
	paper.StrokeWidth, paper.StrokeColor = 1, widgets.Color(widgets.ColorTrack)
	p.sheet = container.New(&paperLayout{ratio: a4}, paper, p.picture)
	p.root = widgets.NewBorder(container.New(layout.NewCustomPaddedLayout(10, 6, 12, 12), container.NewHBox(p.back)), nil, nil, nil,
		container.New(&pageLayout{}, p.sheet, p.scroll))
	return p
}

// Object is the page's content.
func (p *Page) Object() fyne.CanvasObject { return p.root }

// previewWidth is the width of the sample's picture, in Fyne's units.
const previewWidth = 460

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
	p.services.Pictures.Picture(pictureOf(pack), int(previewWidth*scale+0.5), func() *resume.Resume { return sample(pack) },
		func(img image.Image) {
			if p.pack == pack {
				p.picture.Image = img
				size := img.Bounds().Size()
				p.sheet.Layout.(*paperLayout).ratio = float32(size.Y) / float32(size.X)
				p.root.Refresh()
			}
		})
	p.picture.Refresh()
	p.build()
	p.scroll.ScrollToTop()
}

func (p *Page) build() {
	pack := p.pack
	p.content.RemoveAll()
	head := widgets.NewColumn(4, widgets.NewTitle(pack.Name), widgets.NewLabel(pack.About))
	if len(pack.Titles) > 0 {
		head.Add(widgets.NewMuted("Also called " + strings.Join(pack.Titles, ", ")))
	}
	p.content.Add(head)
	p.content.Add(p.actions())
	p.content.Add(p.experience())
	p.signals()
	p.lines("What works", pack.WhatWorks...)
	p.lines("Common mistakes", pack.Mistakes...)
	p.keywords()
	p.lines("Example summary", pack.Summary)
	var bullets []string
	for _, b := range pack.Bullets {
		bullets = append(bullets, b.Text)
	}
	p.lines("Example bullets", bullets...)
	p.lines("Certificates", pack.Certifications...)
	var asked, questions []answered
	for _, q := range pack.FAQ {
		asked = append(asked, answered{q.Question, q.Answer})
	}
	for _, q := range pack.Questions {
		questions = append(questions, answered{q.Text, q.Hint()})
	}
	p.answers("Frequently asked questions", asked)
	p.answers("Likely interview questions", questions)
	p.content.Refresh()
}

// actions are the buttons to start.
func (p *Page) actions() fyne.CanvasObject {
	pack := p.pack
	sample := widgets.NewButton("Use this sample", func() { p.services.Start(pack, true, "") })
	sample.Importance = widget.HighImportance
	empty := widgets.NewButton("Start without sample text", func() { p.services.Start(pack, false, p.chosen) })
	apply := widgets.NewButton("Apply to "+p.services.ApplyTo(), func() { p.services.Apply(pack) })
	return widgets.NewColumn(6, widgets.NewFlow(8, sample, empty, apply),
		widgets.NewMuted("The sample is a made-up person: replace every sentence with your own. Applying the role to a resume changes its advice and score, not its text."))
}

// experience is the advice for a level, with a select for the level.
func (p *Page) experience() fyne.CanvasObject {
	var names []string
	for _, l := range Levels {
		if p.pack.IsAt(l.ID) {
			names = append(names, l.Name)
		}
	}
	choice := widgets.NewSelect(names, nil)
	for _, l := range Levels {
		if l.ID == p.level {
			choice.Selected = l.Name
		}
	}
	choice.OnChanged = func(name string) {
		for _, l := range Levels {
			if l.Name == name && l.ID != p.level {
				p.level, p.chosen = l.ID, l.ID
				p.build()
			}
		}
	}
	column := widgets.NewColumn(7, widgets.NewBorder(nil, nil, nil, choice, widgets.NewStrong("Experience")))
	for _, a := range p.pack.Levels[p.level].Advice {
		column.Add(widgets.NewLabel("• " + a))
	}
	var order []string
	sections := p.pack.Empty(p.level).Resume().Sections
	for _, key := range p.pack.Order(p.level) {
		if i := slices.IndexFunc(sections, func(s resume.Section) bool { return s.Key == key }); i >= 0 {
			order = append(order, sections[i].Title)
		}
	}
	if len(order) > 0 {
		column.Add(widgets.NewMuted("Section order: " + strings.Join(order, ", ")))
	}
	return widgets.NewCard(container.New(layout.NewCustomPaddedLayout(12, 12, 14, 14), column))
}

func (p *Page) signals() {
	if len(p.pack.Signals) == 0 {
		return
	}
	column := widgets.NewColumn(8, widgets.NewStrong("What recruiters look for, with numbers"))
	for _, s := range p.pack.Signals {
		part := widgets.NewColumn(1, widgets.NewLabel(s.Name))
		if m := s.Magnitudes[p.level]; m != "" {
			part.Add(widgets.NewMuted("Typical at this level: " + m))
		}
		if s.Source != "" {
			part.Add(widgets.NewMuted("Source: " + s.Source))
		}
		column.Add(part)
	}
	p.content.Add(column)
}

func (p *Page) keywords() {
	column := widgets.NewColumn(8, widgets.NewStrong("Keywords in job postings"))
	for _, g := range p.pack.Keywords {
		var chips []widgets.Chip
		for _, t := range g.Terms {
			chips = append(chips, widgets.Chip{Text: t, Look: widgets.ChipHave})
		}
		column.Add(widgets.NewColumn(4, widgets.NewMuted(g.Name), widgets.NewChips(chips...)))
	}
	p.content.Add(column)
}

func (p *Page) lines(title string, lines ...string) {
	if len(lines) == 0 {
		return
	}
	column := widgets.NewColumn(7, widgets.NewStrong(title))
	for _, l := range lines {
		column.Add(widgets.NewLabel("• " + l))
	}
	p.content.Add(column)
}

// answered is a question with its answer.
type answered struct{ question, answer string }

// answers adds a list of questions, each with its answer below.
func (p *Page) answers(title string, list []answered) {
	if len(list) == 0 {
		return
	}
	column := widgets.NewColumn(10, widgets.NewStrong(title))
	for _, a := range list {
		column.Add(widgets.NewColumn(1, widgets.NewLabel(a.question), widgets.NewMuted(a.answer)))
	}
	p.content.Add(column)
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
	const maxText = 760
	text.Resize(fyne.NewSize(min(maxText, size.Width-left), size.Height))
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
	for _, o := range objects {
		o.Resize(size)
	}
}

func (*paperLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(100, 140) }
