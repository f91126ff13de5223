package designer

import (
	"fmt"
	"slices"

	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/widgets"
)

// front are the knobs that most people want, in the order in which they want them.
func (p *Designer) front() fyne.CanvasObject {
	accent, dots := p.accent()
	first := []*knob{
		p.family(tr.T("designer.typeface", "Typeface"), familyKey),
		p.pairs(),
		p.slider(tr.T("designer.size", "Size"), slide{0.7, 1.5, 0.01, func(d *design.Design, _ float64) string {
			return unit("pt", 1)(d, d.Style.Body.Size)
		}}, "scale.text"),
		p.slider(tr.T("designer.overall-spacing", "Overall spacing"), slide{0, 3, 0.01, percent}, "scale.space"),
		p.margins(),
		accent,
	}
	p.knobs = append(p.knobs, first...)
	column := widgets.NewColumn(6)
	for _, k := range first {
		k.group = tr.T("designer.basics", "Basics")
		column.Add(k.row)
	}
	column.Add(dots)
	dates := p.dateFormat()
	p.knobs = append(p.knobs, dates)
	column.Add(dates.row)
	return column
}

// margins is the knob for all four margins. Those at the top and the bottom keep
// their difference to those at the sides.
func (p *Designer) margins() *knob {
	keys := []string{"page.left", "page.right", "page.top", "page.bottom"}
	s := slide{8, 35, 0.5, unit("mm", 1)}
	control := widgets.NewSlider(s.low, s.high, s.step)
	control.OnChanged = func(v float64) {
		base := p.base()
		by := v - base.Page.Left
		all := make([]pair, len(keys))
		for i, key := range keys {
			all[i] = pair{key, number(min(max(numberOf(base, key)+by, 5), 60), s.step)}
		}
		p.set(tr.T("designer.margins", "Margins"), all...)
	}
	return p.row(tr.T("designer.margins", "Margins"), &knob{keys: keys, show: func(d *design.Design) string {
		control.SetValue(d.Page.Left)
		return s.words(d, d.Page.Left)
	}}, control)
}

// accents are colors for headings and rules with a contrast of at least 4.5:1 on
// white (WCAG 2.2, 1.4.3).
var accents = paletteOf("1d1f21 1f4263 1d4ed8 0e6285 0b6e6e 166534 8a1c2b a63d1f 6d28d9 9d174d")

// accent is the knob for the design's color, and a row of colors for it.
func (p *Designer) accent() (*knob, fyne.CanvasObject) {
	swatch := widgets.NewSwatch(palette, p.chooseAccent)
	dots := widgets.NewColorDots(accents, p.SetAccent)
	k := &knob{keys: []string{"colours.accent", "colours.rule", "colours.tint"}, show: func(d *design.Design) string {
		c := accentOf(d)
		swatch.SetColor(c)
		dots.SetColor(c)
		return ""
	}}
	return p.row(tr.T("designer.color", "Color"), k, swatch), dots.Row
}

// dateFormat is the knob for how dates are written, with today's month for an example.
func (p *Designer) dateFormat() *knob {
	today := p.services.Today()
	month := resume.Date{Year: today.Year(), Month: int(today.Month())}
	return p.words(tr.T("designer.date-format", "Date format"), []string{"dates.format"}, tr.Date(month), "short", tr.LongDate(month), "long",
		fmt.Sprintf("%02d/%d", month.Month, month.Year), "numeric", today.Format("2006-01"), "iso", today.Format("2006"), "year")
}

// typePair is a family for the name and the headings, and one for all else.
type typePair struct{ heading, body string }

// typePairs are families of those that ship which go well together.
var typePairs = []typePair{
	{"Source Sans 3", "Source Serif 4"},
	{"Source Serif 4", "Source Sans 3"},
	{"IBM Plex Sans", "Literata"},
	{"Literata", "Inter"},
	{"EB Garamond", "Source Sans 3"},
	{"Inter", "Source Serif 4"},
	{"Inter", "Inter"},
	{"EB Garamond", "EB Garamond"},
}

func (t typePair) String() string {
	if t.heading == t.body {
		return t.body
	}
	return t.heading + " + " + t.body
}

// sample shows the pair's families in their own faces.
func (t typePair) sample() sample {
	if t.heading == t.body {
		return sample{{t.heading, t.heading + "  ", true}, {t.body, "throughout", false}}
	}
	return sample{{t.heading, t.heading + "  ", true}, {t.body, t.body, false}}
}

// headingStyles are the styles that take the first family of a pair.
var headingStyles = []string{"name", "heading"}

// otherStyles are those that take the second.
var otherStyles = []string{"body", "label", "contact", "title", "organisation", "place", "dates", "group"}

// pairs is the knob for the families of headings and text together.
func (p *Designer) pairs() *knob {
	k := &knob{}
	for _, name := range slices.Concat(otherStyles, headingStyles) {
		k.keys = append(k.keys, "style."+name+".family")
	}
	control := widgets.NewDropdown("", nil)
	control.OnTapped = func() {
		var rows []face
		for _, t := range typePairs {
			rows = append(rows, face{t.String(), t.sample()})
		}
		p.chooseFace(tr.T("designer.type-pairs", "Type pairs"), tr.T("designer.search-type-pairs", "Search type pairs"), control.Text(), rows, nil, func(i int) {
			p.set(tr.T("designer.type-pair", "Type pair"), familiesOf(p.base(), typePairs[i])...)
			p.seal()
		})
	}
	k.show = func(d *design.Design) string {
		text := tr.T("designer.custom", "Custom")
		if familiesAlike(d, p.base()) {
			text = tr.T("designer.as-in-the-design", "As in the design")
		}
		if i := slices.IndexFunc(typePairs, func(t typePair) bool { return t.of(d) }); i >= 0 {
			text = typePairs[i].String()
		}
		control.SetText(text)
		return ""
	}
	return p.row(tr.T("designer.type-pair", "Type pair"), k, control)
}

// familiesAlike reports whether two designs have the same families.
func familiesAlike(a, b *design.Design) bool {
	return !slices.ContainsFunc(slices.Concat(otherStyles, headingStyles), func(name string) bool {
		key := "style." + name + ".family"
		return textOf(a, key) != textOf(b, key)
	})
}

// of reports whether a design has the pair.
func (t typePair) of(d *design.Design) bool {
	family := func(name string) string { return textOf(d, "style."+name+".family") }
	return !slices.ContainsFunc(headingStyles, func(name string) bool { return family(name) != t.heading }) &&
		!slices.ContainsFunc(otherStyles, func(name string) bool { return family(name) != t.body })
}

// familiesOf are the settings that make a pair of a design. Styles that follow the
// body's family in it keep doing so where they can.
func familiesOf(d *design.Design, t typePair) []pair {
	all := []pair{{"style.body.family", resume.Text(t.body)}}
	style := func(name, family string) {
		s := pair{"style." + name + ".family", resume.Text(family)}
		if family == t.body && textOf(d, s.key) == d.Style.Body.Family {
			s.value = resume.Value{}
		}
		all = append(all, s)
	}
	for _, name := range otherStyles[1:] {
		style(name, t.body)
	}
	for _, name := range headingStyles {
		style(name, t.heading)
	}
	return all
}
