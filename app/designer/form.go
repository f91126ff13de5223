package designer

import (
	"fmt"
	"image/color"
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// form is the whole pane: the designs, the settings that most people want, and all
// others by subject, folded.
func (p *Designer) form() fyne.CanvasObject {
	save := widgets.NewButton("Save as design…", p.saveAs)
	form := widgets.NewColumn(12,
		widgets.NewHeading("Design"),
		p.own.root,
		p.gallery.tiles,
		p.faults,
		p.aboutRow(),
		p.front(),
		container.NewHBox(p.reset, save),
		widget.NewSeparator(),
		p.advanced.root)
	p.advanced.add("Text", p.text()...)
	p.advanced.add("Page", p.page()...)
	p.advanced.add("Spacing", p.spacing()...)
	p.advanced.add("Colors", p.colors()...)
	p.advanced.add("Headings", p.headings()...)
	p.advanced.add("Name and contact", p.contact()...)
	p.advanced.add("Entries", p.entries()...)
	p.advanced.add("Columns", p.columns()...)
	p.single = newStyleKnobs(p)
	p.advanced.addStyles(p.single)
	p.advanced.add("Limits when fitting pages", p.fit()...)
	form.Add(widgets.NewMuted("To reorder sections, drag them in the list in Write. Paper size and page count are below the page."))
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
		p.slider("Line spacing", slide{0.8, 1.6, 0.01, func(d *design.Design, _ float64) string {
			return unit("×", 2)(d, d.Style.Body.Leading/d.Style.Body.Size)
		}}, "scale.leading"),
		p.words("Alignment", []string{"style.body.align"}, "Left", "left", "Justified", "justify"),
		p.flag("Hyphenation", "Break long words", true, "paragraph.hyphenate"),
		p.flag("Hanging punctuation", "Let it hang", true, "paragraph.hang"),
		p.slider("Ragged edge limit", slide{0.5, 12, 0.1, unit("em", 1)}, "paragraph.rag"),
		p.slider("Looseness", slide{-2, 2, 1, unit("lines", 0)}, "paragraph.looseness"),
	}
}

func (p *Designer) page() []*knob {
	margin := slide{5, 40, 0.5, unit("mm", 1)}
	return []*knob{
		p.slider("Side margins", margin, "page.left", "page.right"),
		p.slider("Left margin", margin, "page.left"),
		p.slider("Right margin", margin, "page.right"),
		p.slider("Top margin", margin, "page.top"),
		p.slider("Bottom margin", margin, "page.bottom"),
	}
}

func (p *Designer) spacing() []*knob {
	points := func(high float64) slide { return slide{0, high, 0.1, unit("pt", 1)} }
	return []*knob{
		p.slider("Space above headings", points(40), "space.heading"),
		p.slider("Space below headings", points(20), "space.section"),
		p.slider("Heading line gap", points(12), "space.rule"),
		p.slider("Between entries", points(30), "space.entry"),
		p.slider("Between positions", points(30), "space.position"),
		p.slider("Between short entries", points(20), "space.record"),
		p.slider("Between paragraphs", points(20), "space.paragraph"),
		p.slider("Between bullets", points(12), "space.bullet"),
		p.slider("Between skill groups", points(12), "space.group"),
		p.slider("Space above contact", points(20), "space.contact"),
		p.slider("Gap before dates", slide{4, 60, 1, unit("pt", 0)}, "space.column"),
	}
}

func (p *Designer) colors() []*knob {
	return []*knob{
		p.color("Text", "colours.text"),
		p.color("Secondary text", "colours.muted"),
		p.color("Accent", "colours.accent"),
		p.color("Lines", "colours.rule"),
		p.color("Sidebar background", "colours.tint"),
	}
}

func (p *Designer) headings() []*knob {
	return append(p.style("heading"),
		p.choice("Line", func(d *design.Design) int {
			if d.Rule.Thickness == 0 {
				return 0
			}
			return 1 + max(0, slices.Index([]string{"under", "over", "beside"}, d.Rule.Place))
		}, p.line("None", "", 0), p.line("Below", "under", 0.6), p.line("Above", "over", 0.6), p.line("Beside", "beside", 0.6)),
		p.slider("Line thickness", slide{0, 6, 0.1, unit("pt", 1)}, "rule.thickness"))
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
		p.family("Name font", "style.name.family"),
		p.slider("Name size", slide{10, 48, 0.5, unit("pt", 1)}, "style.name.size"),
		p.words("Alignment", []string{"style.name.align", "style.label.align", "style.contact.align"}, "Left", "left", "Centered", "center"),
		p.character("Separator", "contact.separator", "·", "•", "|", "–", "/", "◆"),
		p.flag("Photo", "Show if there is one", false, "photo.hidden"),
		p.slider("Photo height", slide{10, 60, 1, unit("mm", 0)}, "photo.height"),
		p.slider("Photo gap", slide{0, 30, 0.5, unit("mm", 1)}, "photo.gap"),
	}
}

func (p *Designer) entries() []*knob {
	return []*knob{
		p.words("Date position", []string{"dates.place"}, "Right", "right", "Above the title", "above", "At the end", "below"),
		p.character("Bullet character", "bullet.sign", "•", "–", "▪", "▸", "◦", "›"),
		p.slider("Bullet indent", slide{0, 40, 0.5, unit("pt", 1)}, "bullet.indent"),
		p.slider("Bullet offset", slide{0, 40, 0.5, unit("pt", 1)}, "bullet.offset"),
		p.choice("Timeline", func(d *design.Design) int { return min(1, int(10*d.Timeline.Indent)) },
			option{"None", []pair{{"timeline.indent", resume.Int(0)}}},
			option{"Line with dots", []pair{{"timeline.indent", resume.Int(16)}, {"timeline.thickness", resume.Literal("0.8")}, {"timeline.mark", resume.Int(5)}}}),
		p.slider("Timeline indent", slide{0, 40, 0.5, unit("pt", 1)}, "timeline.indent"),
		p.slider("Timeline thickness", slide{0, 4, 0.1, unit("pt", 1)}, "timeline.thickness"),
		p.slider("Timeline dot size", slide{0, 12, 0.5, unit("pt", 1)}, "timeline.mark"),
	}
}

// inSidebar are the sections that a new sidebar holds.
var inSidebar = []string{"contact", "skills", "languages", "certificates", "education", "interests"}

func (p *Designer) columns() []*knob {
	two := []pair{{"columns.width", resume.Int(58)}, {"columns.gap", resume.Int(9)}, {"columns.sections", resume.Texts(inSidebar...)}, {"columns.tinted", resume.Flag(true)}}
	return []*knob{
		p.choice("Columns", func(d *design.Design) int {
			if d.Columns.Width == 0 || len(d.Columns.Sections) == 0 {
				return 0
			}
			return 1
		}, option{"One", []pair{{"columns.width", resume.Int(0)}}}, option{"Two, with a sidebar", two}),
		p.slider("Sidebar width", slide{0, 80, 1, unit("mm", 0)}, "columns.width"),
		p.slider("Column gap", slide{0, 30, 0.5, unit("mm", 1)}, "columns.gap"),
		p.flag("Background", "Fill the sidebar", true, "columns.tinted"),
		p.sections(),
	}
}

// fit are the limits of what fitting to a page count may change.
func (p *Designer) fit() []*knob {
	return []*knob{
		p.slider("Minimum spacing", slide{0.2, 1, 0.01, percent}, "fit.space"),
		p.slider("Minimum text size", slide{7, 14, 0.1, unit("pt", 1)}, "fit.size"),
		p.slider("Minimum line spacing", slide{1.1, 2, 0.01, unit("×", 2)}, "fit.leading"),
		p.slider("Minimum margins", slide{5, 30, 0.5, unit("mm", 1)}, "fit.margin"),
	}
}

// style are the knobs of one text style.
func (p *Designer) style(name string) []*knob {
	at := "style." + name + "."
	return []*knob{
		p.family("Font", at+"family"),
		p.slider("Size", slide{5, 48, 0.1, unit("pt", 1)}, at+"size"),
		p.slider("Line spacing", slide{5, 72, 0.1, unit("pt", 1)}, at+"leading"),
		p.slider("Letter spacing", slide{-0.05, 0.3, 0.005, func(_ *design.Design, n float64) string { return fmt.Sprintf("%.1f%%", 100*n) }}, at+"tracking"),
		p.flag("Weight", "Bold", true, at+"bold"),
		p.flag("Slant", "Italic", true, at+"italic"),
		p.flag("Case", "All caps", true, at+"capitals"),
		p.words("Alignment", []string{at + "align"}, "Left", "left", "Centered", "center", "Justified", "justify"),
		p.words("Color", []string{at + "colour"}, "Text", "text", "Secondary text", "muted", "Accent", "accent"),
	}
}

// styleKnobs are the knobs of the text style chosen above them.
type styleKnobs struct {
	root   *fyne.Container
	choose *widgets.Select
	knobs  []*knob
}

// The styles without a group of their own, with their names in design files.
var singleStyles = []struct{ title, name string }{
	{"Body text", "body"}, {"Name", "name"}, {"Headline", "label"}, {"Contact", "contact"}, {"Entry title", "title"},
	{"Organization", "organisation"}, {"Location", "place"}, {"Dates", "dates"}, {"Skill group", "group"},
}

func newStyleKnobs(p *Designer) *styleKnobs {
	s := &styleKnobs{}
	titles := make([]string, len(singleStyles))
	for i, one := range singleStyles {
		titles[i] = one.title
	}
	rows := widgets.NewColumn(6)
	s.choose = widgets.NewSelect(titles, func(title string) {
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
	s.choose.SetSelected(titles[0])
	s.root = widgets.NewColumn(6, s.choose, rows)
	return s
}
