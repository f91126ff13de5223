package designer

import (
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// form is the whole pane: the designs, the settings that most people want, and all
// others by subject, folded.
func (p *Designer) form() fyne.CanvasObject {
	save := widgets.NewButton(tr.T("designer.save-as-design-2", "Save as design…"), p.saveAs)
	form := widgets.NewColumn(12,
		widgets.NewHeading(tr.T("designer.design", "Design")),
		p.own.root,
		p.gallery.tiles,
		p.faults,
		p.aboutRow(),
		p.front(),
		container.NewHBox(p.reset, save),
		widget.NewSeparator(),
		p.advanced.root)
	p.advanced.add(tr.T("designer.text", "Text"), p.text()...)
	p.advanced.add(tr.T("designer.page", "Page"), p.page()...)
	p.advanced.add(tr.T("designer.spacing", "Spacing"), p.spacing()...)
	p.advanced.add(tr.T("designer.colors", "Colors"), p.colors()...)
	p.advanced.add(tr.T("designer.headings", "Headings"), p.headings()...)
	p.advanced.add(tr.T("designer.name-and-contact", "Name and contact"), p.contact()...)
	p.advanced.add(tr.T("designer.entries", "Entries"), p.entries()...)
	p.advanced.add(tr.T("designer.columns", "Columns"), p.columns()...)
	p.single = newStyleKnobs(p)
	p.advanced.addStyles(p.single)
	p.advanced.add(tr.T("designer.limits-when-fitting-pages", "Limits when fitting pages"), p.fit()...)
	form.Add(widgets.NewMuted(tr.T("designer.to-reorder-sections-drag", "To reorder sections, drag them in the list in Write. Paper size and page count are below the page.")))
	return form
}

// aboutRow is what the design is, or in its place the offer, so that nothing below
// moves while a slider is dragged.
func (p *Designer) aboutRow() fyne.CanvasObject {
	height := canvas.NewRectangle(color.Transparent)
	height.SetMinSize(fyne.NewSize(1, p.offer.fit.MinSize().Height))
	return container.NewStack(height, p.about, p.offer.row)
}

func (p *Designer) text() []*knob {
	return []*knob{
		p.slider(tr.T("designer.line-spacing", "Line spacing"), slide{0.8, 1.6, 0.01, func(d *design.Design, _ float64) string {
			return unit("×", 2)(d, d.Style.Body.Leading/d.Style.Body.Size)
		}}, "scale.leading"),
		p.words(tr.T("designer.alignment", "Alignment"), []string{"style.body.align"}, tr.T("designer.left", "Left"), "left", tr.T("designer.justified", "Justified"), "justify"),
		p.flag(tr.T("designer.hyphenation", "Hyphenation"), tr.T("designer.break-long-words", "Break long words"), true, "paragraph.hyphenate"),
		p.flag(tr.T("designer.hanging-punctuation", "Hanging punctuation"), tr.T("designer.let-it-hang", "Let it hang"), true, "paragraph.hang"),
		p.slider(tr.T("designer.ragged-edge-limit", "Ragged edge limit"), slide{0.5, 12, 0.1, unit("em", 1)}, "paragraph.rag"),
		p.slider(tr.T("designer.looseness", "Looseness"), slide{-2, 2, 1, unit(tr.T("designer.lines-of-text", "lines"), 0)}, "paragraph.looseness"),
	}
}

func (p *Designer) page() []*knob {
	margin := slide{5, 40, 0.5, unit("mm", 1)}
	return []*knob{
		p.slider(tr.T("designer.side-margins", "Side margins"), margin, "page.left", "page.right"),
		p.slider(tr.T("designer.left-margin", "Left margin"), margin, "page.left"),
		p.slider(tr.T("designer.right-margin", "Right margin"), margin, "page.right"),
		p.slider(tr.T("designer.top-margin", "Top margin"), margin, "page.top"),
		p.slider(tr.T("designer.bottom-margin", "Bottom margin"), margin, "page.bottom"),
	}
}

func (p *Designer) spacing() []*knob {
	points := func(high float64) slide { return slide{0, high, 0.1, unit("pt", 1)} }
	return []*knob{
		p.slider(tr.T("designer.space-above-headings", "Space above headings"), points(40), "space.heading"),
		p.slider(tr.T("designer.space-below-headings", "Space below headings"), points(20), "space.section"),
		p.slider(tr.T("designer.heading-line-gap", "Heading line gap"), points(12), "space.rule"),
		p.slider(tr.T("designer.between-entries", "Between entries"), points(30), "space.entry"),
		p.slider(tr.T("designer.between-positions", "Between positions"), points(30), "space.position"),
		p.slider(tr.T("designer.between-short-entries", "Between short entries"), points(20), "space.record"),
		p.slider(tr.T("designer.between-paragraphs", "Between paragraphs"), points(20), "space.paragraph"),
		p.slider(tr.T("designer.between-bullets", "Between bullets"), points(12), "space.bullet"),
		p.slider(tr.T("designer.between-skill-groups", "Between skill groups"), points(12), "space.group"),
		p.slider(tr.T("designer.space-above-contact", "Space above contact"), points(20), "space.contact"),
		p.slider(tr.T("designer.gap-before-dates", "Gap before dates"), slide{4, 60, 1, unit("pt", 0)}, "space.column"),
	}
}

func (p *Designer) colors() []*knob {
	return []*knob{
		p.color(tr.T("designer.text", "Text"), "colours.text"),
		p.color(tr.T("designer.secondary-text", "Secondary text"), "colours.muted"),
		p.color(tr.T("designer.accent", "Accent"), "colours.accent"),
		p.color(tr.T("designer.lines", "Lines"), "colours.rule"),
		p.color(tr.T("designer.sidebar-background", "Sidebar background"), "colours.tint"),
	}
}

func (p *Designer) headings() []*knob {
	return append(p.style("heading"),
		p.choice(tr.T("designer.line", "Line"), func(d *design.Design) int {
			if d.Rule.Thickness == 0 {
				return 0
			}
			return 1 + max(0, slices.Index([]string{"under", "over", "beside"}, d.Rule.Place))
		}, p.line(tr.T("designer.none", "None"), "", 0), p.line(tr.T("designer.below", "Below"), "under", 0.6), p.line(tr.T("designer.above", "Above"), "over", 0.6), p.line(tr.T("designer.beside", "Beside"), "beside", 0.6)),
		p.slider(tr.T("designer.line-thickness", "Line thickness"), slide{0, 6, 0.1, unit("pt", 1)}, "rule.thickness"))
}

// line is a choice of where the line of headings goes.
func (p *Designer) line(name, place string, thickness float64) option {
	o := option{name, []pair{{"rule.thickness", number(thickness, 0.1)}}}
	if place != "" {
		o.pairs = append(o.pairs, pair{"rule.place", resume.Text(place)})
	}
	return o
}

func (p *Designer) contact() []*knob {
	return []*knob{
		p.family(tr.T("designer.name-font", "Name font"), "style.name.family"),
		p.slider(tr.T("designer.name-size", "Name size"), slide{10, 48, 0.5, unit("pt", 1)}, "style.name.size"),
		p.words(tr.T("designer.alignment", "Alignment"), []string{"style.name.align", "style.label.align", "style.contact.align"}, tr.T("designer.left", "Left"), "left", tr.T("designer.centered", "Centered"), "center"),
		p.character(tr.T("designer.separator", "Separator"), "contact.separator", "·", "•", "|", "–", "/", "◆"),
		p.flag(tr.T("designer.photo", "Photo"), tr.T("designer.show-if-there-is", "Show if there is one"), false, "photo.hidden"),
		p.slider(tr.T("designer.photo-height", "Photo height"), slide{10, 60, 1, unit("mm", 0)}, "photo.height"),
		p.slider(tr.T("designer.photo-gap", "Photo gap"), slide{0, 30, 0.5, unit("mm", 1)}, "photo.gap"),
	}
}

func (p *Designer) entries() []*knob {
	return []*knob{
		p.words(tr.T("designer.date-position", "Date position"), []string{"dates.place"}, tr.T("designer.right", "Right"), "right", tr.T("designer.above-the-title", "Above the title"), "above", tr.T("designer.at-the-end", "At the end"), "below"),
		p.character(tr.T("designer.bullet-character", "Bullet character"), "bullet.sign", "•", "–", "▪", "▸", "◦", "›"),
		p.slider(tr.T("designer.bullet-indent", "Bullet indent"), slide{0, 40, 0.5, unit("pt", 1)}, "bullet.indent"),
		p.slider(tr.T("designer.bullet-offset", "Bullet offset"), slide{0, 40, 0.5, unit("pt", 1)}, "bullet.offset"),
		p.choice(tr.T("designer.timeline", "Timeline"), func(d *design.Design) int { return min(1, int(10*d.Timeline.Indent)) },
			option{tr.T("designer.none", "None"), []pair{{"timeline.indent", resume.Int(0)}}},
			option{tr.T("designer.line-with-dots", "Line with dots"), []pair{{"timeline.indent", resume.Int(16)}, {"timeline.thickness", resume.Literal("0.8")}, {"timeline.mark", resume.Int(5)}}}),
		p.slider(tr.T("designer.timeline-indent", "Timeline indent"), slide{0, 40, 0.5, unit("pt", 1)}, "timeline.indent"),
		p.slider(tr.T("designer.timeline-thickness", "Timeline thickness"), slide{0, 4, 0.1, unit("pt", 1)}, "timeline.thickness"),
		p.slider(tr.T("designer.timeline-dot-size", "Timeline dot size"), slide{0, 12, 0.5, unit("pt", 1)}, "timeline.mark"),
	}
}

// inSidebar are the sections that a new sidebar holds.
var inSidebar = []string{"contact", "skills", "languages", "certificates", "education", "interests"}

func (p *Designer) columns() []*knob {
	two := []pair{{"columns.width", resume.Int(58)}, {"columns.gap", resume.Int(9)}, {"columns.sections", resume.Texts(inSidebar...)}, {"columns.tinted", resume.Flag(true)}}
	return []*knob{
		p.choice(tr.T("designer.columns", "Columns"), func(d *design.Design) int {
			if d.Columns.Width == 0 || len(d.Columns.Sections) == 0 {
				return 0
			}
			return 1
		}, option{tr.T("designer.one", "One"), []pair{{"columns.width", resume.Int(0)}}}, option{tr.T("designer.two-with-a-sidebar", "Two, with a sidebar"), two}),
		p.slider(tr.T("designer.sidebar-width", "Sidebar width"), slide{0, 80, 1, unit("mm", 0)}, "columns.width"),
		p.slider(tr.T("designer.column-gap", "Column gap"), slide{0, 30, 0.5, unit("mm", 1)}, "columns.gap"),
		p.flag(tr.T("designer.background", "Background"), tr.T("designer.fill-the-sidebar", "Fill the sidebar"), true, "columns.tinted"),
		p.sections(),
	}
}

// fit are the limits of what fitting to a page count may change.
func (p *Designer) fit() []*knob {
	return []*knob{
		p.slider(tr.T("designer.minimum-spacing", "Minimum spacing"), slide{0.2, 1, 0.01, percent}, "fit.space"),
		p.slider(tr.T("designer.minimum-text-size", "Minimum text size"), slide{7, 14, 0.1, unit("pt", 1)}, "fit.size"),
		p.slider(tr.T("designer.minimum-line-spacing", "Minimum line spacing"), slide{1.1, 2, 0.01, unit("×", 2)}, "fit.leading"),
		p.slider(tr.T("designer.minimum-margins", "Minimum margins"), slide{5, 30, 0.5, unit("mm", 1)}, "fit.margin"),
	}
}

// style are the knobs of one text style.
func (p *Designer) style(name string) []*knob {
	at := "style." + name + "."
	return []*knob{
		p.family(tr.T("designer.font", "Font"), at+"family"),
		p.slider(tr.T("designer.size", "Size"), slide{5, 48, 0.1, unit("pt", 1)}, at+"size"),
		p.slider(tr.T("designer.line-spacing", "Line spacing"), slide{5, 72, 0.1, unit("pt", 1)}, at+"leading"),
		p.slider(tr.T("designer.letter-spacing", "Letter spacing"), slide{-0.05, 0.3, 0.005, func(_ *design.Design, n float64) string { return tr.Percent(100*n, 1) }}, at+"tracking"),
		p.flag(tr.T("designer.weight", "Weight"), tr.T("designer.bold", "Bold"), true, at+"bold"),
		p.flag(tr.T("designer.slant", "Slant"), tr.T("designer.italic", "Italic"), true, at+"italic"),
		p.flag(tr.T("designer.case", "Case"), tr.T("designer.all-caps", "All caps"), true, at+"capitals"),
		p.words(tr.T("designer.alignment", "Alignment"), []string{at + "align"}, tr.T("designer.left", "Left"), "left", tr.T("designer.centered", "Centered"), "center", tr.T("designer.justified", "Justified"), "justify"),
		p.words(tr.T("designer.color", "Color"), []string{at + "colour"}, tr.T("designer.text", "Text"), "text", tr.T("designer.secondary-text", "Secondary text"), "muted", tr.T("designer.accent", "Accent"), "accent"),
	}
}

// styleKnobs are the knobs of the text style chosen above them.
type styleKnobs struct {
	root   *fyne.Container
	choose *widgets.Select
	knobs  []*knob
}

// The styles without a group of their own, with their names in design files.
func singleStyles() []struct{ title, name string } {
	return []struct{ title, name string }{
		{tr.T("designer.body-text", "Body text"), "body"}, {tr.T("designer.name", "Name"), "name"}, {tr.T("designer.headline", "Headline"), "label"}, {tr.T("designer.contact", "Contact"), "contact"}, {tr.T("designer.entry-title", "Entry title"), "title"},
		{tr.T("designer.organization", "Organization"), "organisation"}, {tr.T("designer.location", "Location"), "place"}, {tr.T("designer.dates", "Dates"), "dates"}, {tr.T("designer.skill-group", "Skill group"), "group"},
	}
}

func newStyleKnobs(p *Designer) *styleKnobs {
	s := &styleKnobs{}
	titles := make([]string, len(singleStyles()))
	for i, one := range singleStyles() {
		titles[i] = one.title
	}
	rows := widgets.NewColumn(6)
	s.choose = widgets.NewSelect(titles, func(title string) {
		one := singleStyles()[slices.Index(titles, title)]
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
	s.choose.SetSelected(titles[0])
	s.root = widgets.NewColumn(6, s.choose, rows)
	return s
}
