package designer

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// form is all of the pane: the designs, then the knobs by subject.
func (p *Designer) form() fyne.CanvasObject {
	save := widget.NewButton("Save as design…", p.saveAs)
	form := widgets.NewColumn(14,
		widgets.NewHeading("Design"),
		p.gallery.tiles,
		p.faults,
		p.about,
		container.NewHBox(p.reset, save),
		p.group("Text", p.text()...),
		p.group("Page", p.page()...),
		p.group("Space", p.space()...),
		p.group("Colors", p.colors()...),
		p.group("Headings", p.headings()...),
		p.group("Name and contact", p.contact()...),
		p.group("Entries", p.entries()...),
		p.group("Columns", p.columns()...),
		p.group("To fit its pages it may shrink", p.fit()...),
	)
	p.single = newStyleKnobs(p)
	form.Add(card(widgets.NewColumn(8, p.single.root)))
	form.Add(widgets.NewMuted("Sections stand in the order of the list at the left: drag them there. Paper and number of pages are below the page."))
	return form
}

// group is knobs of one subject on a card.
func (p *Designer) group(title string, knobs ...*knob) fyne.CanvasObject {
	p.knobs = append(p.knobs, knobs...)
	column := widgets.NewColumn(6, widgets.NewStrong(title))
	for _, k := range knobs {
		column.Add(k.row)
	}
	return card(column)
}

func card(content fyne.CanvasObject) fyne.CanvasObject {
	return widgets.NewCard(container.New(layout.NewCustomPaddedLayout(12, 12, 16, 10), content))
}

func (p *Designer) text() []*knob {
	return []*knob{
		p.family("Typeface", "style.body.family"),
		p.slider("Size", slide{0.7, 1.5, 0.01, func(d *design.Design, _ float64) string {
			return unit("pt", 1)(d, d.Style.Body.Size)
		}}, "scale.text"),
		p.slider("Leading", slide{0.8, 1.6, 0.01, func(d *design.Design, _ float64) string {
			return unit("×", 2)(d, d.Style.Body.Leading/d.Style.Body.Size)
		}}, "scale.leading"),
		p.words("Alignment", []string{"style.body.align"}, "Ragged right", "left", "Justified", "justify"),
		p.flag("Hyphens", "Break long words", true, "paragraph.hyphenate"),
		p.flag("Punctuation", "Hang in the margins", true, "paragraph.hang"),
		p.slider("Raggedness", slide{0.5, 12, 0.1, unit("em", 1)}, "paragraph.rag"),
		p.slider("Looseness", slide{-2, 2, 1, unit("lines", 0)}, "paragraph.looseness"),
	}
}

func (p *Designer) page() []*knob {
	margin := slide{5, 40, 0.5, unit("mm", 1)}
	return []*knob{
		p.slider("Sides", margin, "page.left", "page.right"),
		p.slider("Left only", margin, "page.left"),
		p.slider("Right only", margin, "page.right"),
		p.slider("Top", margin, "page.top"),
		p.slider("Bottom", margin, "page.bottom"),
	}
}

func (p *Designer) space() []*knob {
	points := func(high float64) slide { return slide{0, high, 0.1, unit("pt", 1)} }
	return []*knob{
		p.slider("All of it", slide{0, 3, 0.01, percent}, "scale.space"),
		p.slider("Over headings", points(40), "space.heading"),
		p.slider("Under headings", points(20), "space.section"),
		p.slider("Heading to line", points(12), "space.rule"),
		p.slider("Entries", points(30), "space.entry"),
		p.slider("Positions", points(30), "space.position"),
		p.slider("Short entries", points(20), "space.record"),
		p.slider("Paragraphs", points(20), "space.paragraph"),
		p.slider("Bullets", points(12), "space.bullet"),
		p.slider("Skill groups", points(12), "space.group"),
		p.slider("Over contact", points(20), "space.contact"),
		p.slider("Before dates", slide{4, 60, 1, unit("pt", 0)}, "space.column"),
	}
}

func (p *Designer) colors() []*knob {
	return []*knob{
		p.color("Text", "colours.text"),
		p.color("Quieter text", "colours.muted"),
		p.color("Accent", "colours.accent"),
		p.color("Lines", "colours.rule"),
		p.color("Column's tint", "colours.tint"),
	}
}

func (p *Designer) headings() []*knob {
	return append(p.style("heading"),
		p.choice("Line", func(d *design.Design) int {
			if d.Rule.Thickness == 0 {
				return 0
			}
			return 1 + max(0, slices.Index([]string{"under", "over", "beside"}, d.Rule.Place))
		}, p.line("None", "", 0), p.line("Under it", "under", 0.6), p.line("Over it", "over", 0.6), p.line("Beside it", "beside", 0.6)),
		p.slider("Line's weight", slide{0, 6, 0.1, unit("pt", 1)}, "rule.thickness"))
}

// line is a choice of where headings have their line.
func (p *Designer) line(name, place string, thickness float64) option {
	o := option{name, []pair{{"rule.thickness", number(thickness, 0.1)}}}
	if place != "" {
		o.pairs = append(o.pairs, pair{"rule.place", resume.Text(place)})
	}
	return o
}

func (p *Designer) contact() []*knob {
	return []*knob{
		p.family("Name's typeface", "style.name.family"),
		p.slider("Name's size", slide{10, 48, 0.5, unit("pt", 1)}, "style.name.size"),
		p.words("Alignment", []string{"style.name.align", "style.label.align", "style.contact.align"}, "Left", "left", "Centered", "center"),
		p.sign("Between details", "contact.separator", "·", "•", "|", "–", "/", "◆"),
		p.flag("Photo", "Shown, if there is one", false, "photo.hidden"),
		p.slider("Photo's height", slide{10, 60, 1, unit("mm", 0)}, "photo.height"),
		p.slider("Photo's distance", slide{0, 30, 0.5, unit("mm", 1)}, "photo.gap"),
	}
}

func (p *Designer) entries() []*knob {
	return []*knob{
		p.words("Dates stand", []string{"dates.place"}, "At the right", "right", "Over the title", "above", "At the end", "below"),
		p.words("Dates read", []string{"dates.format"}, "Mar 2021", "short", "March 2021", "long", "03/2021", "numeric", "2021-03", "iso", "2021", "year"),
		p.sign("Bullets", "bullet.sign", "•", "–", "▪", "▸", "◦", "›"),
		p.slider("Bullets' indent", slide{0, 40, 0.5, unit("pt", 1)}, "bullet.indent"),
		p.slider("Sign's indent", slide{0, 40, 0.5, unit("pt", 1)}, "bullet.offset"),
		p.choice("Timeline", func(d *design.Design) int { return min(1, int(10*d.Timeline.Indent)) },
			option{"None", []pair{{"timeline.indent", resume.Int(0)}}},
			option{"A line with marks", []pair{{"timeline.indent", resume.Int(16)}, {"timeline.thickness", resume.Literal("0.8")}, {"timeline.mark", resume.Int(5)}}}),
		p.slider("Timeline's indent", slide{0, 40, 0.5, unit("pt", 1)}, "timeline.indent"),
		p.slider("Timeline's line", slide{0, 4, 0.1, unit("pt", 1)}, "timeline.thickness"),
		p.slider("Timeline's marks", slide{0, 12, 0.5, unit("pt", 1)}, "timeline.mark"),
	}
}

// inColumn are the sections that a narrow column has to begin with.
var inColumn = []string{"contact", "skills", "languages", "certificates", "education", "interests"}

func (p *Designer) columns() []*knob {
	two := []pair{{"columns.width", resume.Int(58)}, {"columns.gap", resume.Int(9)}, {"columns.sections", resume.Texts(inColumn...)}, {"columns.tinted", resume.Flag(true)}}
	return []*knob{
		p.choice("Columns", func(d *design.Design) int {
			if d.Columns.Width == 0 || len(d.Columns.Sections) == 0 {
				return 0
			}
			return 1
		}, option{"One", []pair{{"columns.width", resume.Int(0)}}}, option{"A narrow one at the left", two}),
		p.slider("Width", slide{0, 80, 1, unit("mm", 0)}, "columns.width"),
		p.slider("Gap", slide{0, 30, 0.5, unit("mm", 1)}, "columns.gap"),
		p.flag("Ground", "Tinted", true, "columns.tinted"),
		p.sections(),
	}
}

// fit are the limits of what fitting to a number of pages may change.
func (p *Designer) fit() []*knob {
	return []*knob{
		p.slider("Space to", slide{0.2, 1, 0.01, percent}, "fit.space"),
		p.slider("Text to", slide{7, 14, 0.1, unit("pt", 1)}, "fit.size"),
		p.slider("Leading to", slide{1.1, 2, 0.01, unit("×", 2)}, "fit.leading"),
		p.slider("Margins to", slide{5, 30, 0.5, unit("mm", 1)}, "fit.margin"),
	}
}

// style are the knobs of one style, without its typeface's.
func (p *Designer) style(name string) []*knob {
	at := "style." + name + "."
	return []*knob{
		p.family("Typeface", at+"family"),
		p.slider("Size", slide{5, 48, 0.1, unit("pt", 1)}, at+"size"),
		p.slider("Leading", slide{5, 72, 0.1, unit("pt", 1)}, at+"leading"),
		p.slider("Letter-spacing", slide{-0.05, 0.3, 0.005, func(_ *design.Design, n float64) string { return unit("%", 1)(nil, 100*n) }}, at+"tracking"),
		p.flag("Weight", "Bold", true, at+"bold"),
		p.flag("Slope", "Italic", true, at+"italic"),
		p.flag("Letters", "Capitals only", true, at+"capitals"),
		p.words("Alignment", []string{at + "align"}, "Left", "left", "Centered", "center", "Justified", "justify"),
		p.words("Color", []string{at + "colour"}, "Text", "text", "Quieter text", "muted", "Accent", "accent"),
	}
}

// styleKnobs are the knobs of one style, which is chosen above them.
type styleKnobs struct {
	root  *fyne.Container
	knobs []*knob
}

// The styles that have no knobs of their own above, with their names in files.
var singleStyles = []struct{ title, name string }{
	{"Running text", "body"}, {"Name", "name"}, {"Headline", "label"}, {"Contact", "contact"}, {"Title of an entry", "title"},
	{"Organisation", "organisation"}, {"Place", "place"}, {"Dates", "dates"}, {"Name of a skill group", "group"},
}

func newStyleKnobs(p *Designer) *styleKnobs {
	s := &styleKnobs{root: widgets.NewColumn(6)}
	titles := make([]string, len(singleStyles))
	for i, one := range singleStyles {
		titles[i] = one.title
	}
	rows := widgets.NewColumn(6)
	choose := widgets.NewSelect(titles, func(title string) {
		one := singleStyles[slices.Index(titles, title)]
		s.knobs = p.style(one.name)
		rows.RemoveAll()
		for _, k := range s.knobs {
			rows.Add(k.row)
		}
		if p.single != nil {
			p.sync()
			p.scroll.Refresh()
		}
	})
	choose.SetSelected(titles[0])
	s.root.Objects = []fyne.CanvasObject{widgets.NewStrong("Style of"), choose, rows}
	return s
}
