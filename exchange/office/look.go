package office

import (
	"slices"
	"strings"

	"resumax/render/design"
)

// Style is a named style of paragraphs, or of letters.
type Style struct {
	Name    string
	Based   *Style // nil for none
	Letters bool   // of letters, and not of paragraphs
	Field   bool   // it tells a field, and looks as what it is based on

	Look       *design.Style // nil for what it is based on
	Plain      bool          // bold, italic and capitals are those of its runs
	Link       bool
	Color      design.Color
	Leading    float64 // points
	Level      int     // of a heading in outlines, from 1; 0 for none
	KeepNext   bool
	Tab        bool // dates are at the right edge
	Item       bool // a point of a list
	Align      string
	RuleOver   bool
	Rule       float64 // thickness of a line, 0 for none
	RuleColor  design.Color
	RuleSpace  float64
	Before     float64
	Left       float64 // how far it is in from the left, in points
	PhotoPlace bool
}

// Bold, Italic and Capitals are what the style alone says of letters.
func (s *Style) Bold() bool     { return s != nil && !s.Plain && s.Look != nil && s.Look.Bold }
func (s *Style) Italic() bool   { return s != nil && !s.Plain && s.Look != nil && s.Look.Italic }
func (s *Style) Capitals() bool { return s != nil && !s.Plain && s.Look != nil && s.Look.Capitals }

// The names of styles of paragraphs. Those that word processors know are theirs.
const (
	textStyle     = "Normal"
	nameStyle     = "Title"
	labelStyle    = "Subtitle"
	contactStyle  = "Contact"
	sectionStyle  = "Heading 1"
	entryStyle    = "Heading 2"
	positionStyle = "Further Position"
	recordStyle   = "Record"
	whereStyle    = "Entry Details"
	datesStyle    = "Entry Dates"
	bulletStyle   = "List Bullet"
	termsStyle    = "Skills"
	keywordsStyle = "Keywords"
	photoStyle    = "Photo"
	aboutStyle    = "Entry Description" // what an entry of a custom section is, over its text
)

// The names of styles of letters.
const (
	linkStyle        = "Hyperlink"
	contactRole      = "Contact Detail"
	titleRole        = "Entry Title"
	organizationRole = "Organization"
	placeRole        = "Place"
	detailRole       = "Detail"
	datesRole        = "Dates"
	groupRole        = "Skill Group"
	termRole         = "Skill"
	keywordRole      = "Keyword"
)

// styles makes the styles of the design.
func (c *composer) styles() {
	d := c.d
	style, space := &d.Style, &d.Space
	c.known = map[string]*Style{}
	text := c.make(Style{Name: textStyle, Look: &style.Body, Before: space.Paragraph})
	c.make(Style{Name: nameStyle, Based: text, Look: &style.Name, KeepNext: true})
	c.make(Style{Name: labelStyle, Based: text, Look: &style.Label, KeepNext: true})
	c.make(Style{Name: contactStyle, Based: text, Look: &style.Contact, Before: space.Contact})
	c.make(Style{Name: sectionStyle, Based: text, Look: &style.Heading, Level: 1, KeepNext: true, Before: space.Heading, Rule: d.Rule.Thickness,
		RuleOver: d.Rule.Place == "over", RuleColor: d.Colors.Rule, RuleSpace: space.Rule})
	entry := c.make(Style{Name: entryStyle, Based: text, Look: &style.Title, Level: 2, KeepNext: true, Tab: true, Before: space.Entry})
	c.make(Style{Name: positionStyle, Based: entry, Look: &style.Title, Level: 2, KeepNext: true, Tab: true, Before: space.Position})
	c.make(Style{Name: recordStyle, Based: text, Look: &style.Title, Plain: true, Tab: true, Before: space.Record})
	c.make(Style{Name: whereStyle, Based: text, Look: &style.Organization, Plain: true, KeepNext: true})
	c.make(Style{Name: datesStyle, Based: text, Look: &style.Dates, Plain: true, KeepNext: true, Before: space.Entry})
	c.make(Style{Name: bulletStyle, Based: text, Look: &style.Body, Item: true, Before: space.Bullet})
	c.make(Style{Name: termsStyle, Based: text, Look: &style.Body, Before: space.Group})
	c.make(Style{Name: keywordsStyle, Based: text, Look: &style.Place, Plain: true, Before: space.Bullet})
	c.make(Style{Name: aboutStyle, Based: text, Look: &style.Body, Before: space.Paragraph})
	c.make(Style{Name: photoStyle, Based: text, PhotoPlace: true})
	c.make(Style{Name: linkStyle, Letters: true, Link: true})
	for name, look := range map[string]*design.Style{contactRole: nil, titleRole: nil, organizationRole: &style.Organization, placeRole: &style.Place,
		detailRole: &style.Place, datesRole: &style.Dates, groupRole: &style.Group, termRole: nil, keywordRole: nil} {
		c.make(Style{Name: name, Letters: true, Look: look})
	}
}

func (c *composer) make(s Style) *Style {
	switch {
	case s.Link:
		s.Color = c.d.Colors.Accent
	case s.Look != nil:
		s.Color = c.d.Colors.Named(s.Look.Color)
		s.Leading = s.Look.Leading
		if s.Align = s.Look.Align; s.Align == "justify" && !slices.Contains([]string{textStyle, bulletStyle, termsStyle, keywordsStyle, aboutStyle}, s.Name) {
			s.Align = "" // what is no running text
		}
	}
	c.known[s.Name] = &s
	return &s
}

// style is a style that is used.
func (c *composer) style(name string) *Style { return c.use(c.known[name]) }

func (c *composer) use(s *Style) *Style {
	for _, u := range c.used {
		if u == s {
			return s
		}
	}
	if s.Based != nil {
		c.use(s.Based)
	} else if !s.Letters && s.Name != textStyle {
		c.style(textStyle)
	}
	c.used = append(c.used, s)
	return s
}

// field is the style of letters of a field.
func (c *composer) field(role, name string) *Style {
	full := role + " (" + name + ")"
	if s := c.known[full]; s != nil {
		return c.use(s)
	}
	base := c.known[role]
	s := *base
	s.Name, s.Based, s.Field = full, base, true
	c.known[full] = &s
	return c.use(&s)
}

// readField is the role and the field that a style of letters is for.
func readField(style string) (role, field string) {
	role, rest, ok := strings.Cut(strings.ToLower(style), " (")
	if !ok || !strings.HasSuffix(rest, ")") {
		return "", ""
	}
	return role, strings.TrimSuffix(rest, ")")
}

// Serif reports whether a family has serifs, by its name.
func Serif(family string) bool {
	name := strings.ToLower(family)
	return strings.Contains(name, "serif") && !strings.Contains(name, "sans") || strings.Contains(name, "garamond") || strings.Contains(name, "times") || strings.Contains(name, "georgia") || strings.Contains(name, "lora")
}
