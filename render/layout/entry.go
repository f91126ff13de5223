package layout

import (
	"resumax/render/design"
	"resumax/render/outline"
)

// text sets a block that is one text.
func (c *composer) text(b outline.Block, s *design.Style, before float64, hold keep) {
	var m mixed
	for _, p := range b.Parts {
		m.add(c, s, p.Role, p.Spans)
	}
	c.paragraph(b.Kind, m, s, 0, before, hold)
}

// heading sets a section's title with the rule under, over or beside it.
func (c *composer) heading(b outline.Block) {
	space, rule, s := &c.design.Space, c.design.Rule, &c.design.Style.Heading
	before := space.Heading
	if len(c.rows) == 0 {
		before = 0
	}
	switch {
	case rule.Thickness == 0:
		c.text(b, s, before, free)
	case rule.Place == "over":
		c.rule(b, before, free)
		c.text(b, s, space.Rule, bound)
	case rule.Place == "beside":
		c.text(b, s, before, free)
		c.ruleBeside(b, s)
	default:
		c.text(b, s, before, free)
		c.rule(b, space.Rule, bound)
	}
}

// rule draws a heading's rule.
func (c *composer) rule(b outline.Block, before float64, hold keep) {
	t := c.design.Rule.Thickness
	c.add(row{before: before, height: t, keep: hold, items: []Item{c.line(b, Rect{0, 0, c.measure, t})}})
}

// ruleBeside draws a heading's rule from its last line's end to the right edge,
// at half the height of its letters.
func (c *composer) ruleBeside(b outline.Block, s *design.Style) {
	last := &c.rows[len(c.rows)-1]
	x := 0.0
	for _, item := range last.items {
		x = max(x, item.Rect.X+item.Rect.W)
	}
	x += s.Size * 0.7
	t := c.design.Rule.Thickness
	if room := c.measure - x; room > s.Size {
		y := c.baseline(s) - c.t.face(s, false, false).family.Regular.Metrics().CapHeight*s.Size/2 - t/2
		last.items = append(last.items, c.line(b, Rect{x, y, room, t}))
	}
}

// line is a filled rectangle in the color of rules.
func (c *composer) line(b outline.Block, r Rect) Item {
	return Item{Kind: Rule, Rect: r, Block: b.Kind, Color: c.design.Colors.Rule}
}

// mark sets the head of an entry beside a mark of the timeline, if the design
// has one. It has, unless the column is too narrow to spare the room.
func (c *composer) mark(b outline.Block, before float64, hold keep) {
	first := len(c.rows)
	if t := c.design.Timeline; t.Indent > 0 && c.measure > 12*t.Indent {
		c.inset = t.Indent
	}
	c.head(b, before, hold)
	if first < len(c.rows) {
		c.rows[first].mark = c.rows[first].timeline
	}
}

// head sets an entry's head: what and when in one line, where in a second, or
// all in one line if it is short by its nature and the column wide. Title, dates,
// organization and place are runs of their own, so that software that reads
// resumes can tell them apart.
func (c *composer) head(b outline.Block, before float64, hold keep) {
	style := &c.design.Style
	var title, where mixed
	title.add(c, &style.Title, outline.Title, spans(b, outline.Title))
	c.listParts(&where, b, outline.Organization, outline.Place, outline.Detail)
	if oneLine := b.Kind == outline.Record || len(b.Of(outline.Organization)) == 0; oneLine && !c.listed {
		if len(title.texts) > 0 && len(where.texts) > 0 {
			title.sign(c, &style.Place, c.separator())
		}
		title.join(where)
		where = mixed{}
	}
	when, right, last := c.dates(b), mixed{}, mixed{}
	switch place := c.design.Dates.Place; {
	case len(when.texts) == 0:
	case b.Kind == outline.Record && c.listed:
		last = when
	case b.Kind == outline.Record || place == "" || place == "right":
		right = when
	case place == "above":
		c.paragraph(b.Kind, when, &style.Dates, 0, before, hold)
		before, hold = 0, bound
	case place == "below":
		if len(where.texts) > 0 {
			where.sign(c, &style.Place, c.separator())
		}
		where.join(when)
	}
	c.opposite(b, title, right, before, hold)
	if len(where.texts) > 0 {
		c.paragraph(b.Kind, where, &style.Organization, 0, 0, bound)
	}
	if len(last.texts) > 0 {
		c.paragraph(b.Kind, last, &style.Dates, 0, 0, bound)
	}
}

// dates are the block's dates.
func (c *composer) dates(b outline.Block) mixed {
	var m mixed
	m.add(c, &c.design.Style.Dates, outline.Dates, spans(b, outline.Dates))
	return m
}

// listParts appends the block's parts of the given roles with separators
// between them.
func (c *composer) listParts(m *mixed, b outline.Block, roles ...outline.Role) {
	for _, role := range roles {
		s := &c.design.Style.Place
		if role == outline.Organization {
			s = &c.design.Style.Organization
		}
		for _, p := range b.Of(role) {
			if len(m.texts) > 0 {
				m.sign(c, &c.design.Style.Place, c.separator())
			}
			m.add(c, s, role, p.Spans)
		}
	}
}

// opposite sets a text at the left with the dates at the right edge of its last
// line, so that whoever reads line by line has the whole text first.
func (c *composer) opposite(b outline.Block, left, dates mixed, before float64, hold keep) {
	style := &c.design.Style
	if len(left.texts)+len(dates.texts) == 0 {
		return
	}
	if len(dates.texts) == 0 {
		c.paragraph(b.Kind, left, &style.Title, 0, before, hold)
		return
	}
	right := c.t.single(dates.texts)
	if len(left.texts) == 0 || right.width > c.measure/3 || c.listed {
		if len(left.texts) > 0 { // dates so long that they are text
			c.paragraph(b.Kind, left, &style.Title, 0, before, hold)
			before, hold = 0, bound
		}
		c.paragraph(b.Kind, dates, &style.Dates, 0, before, hold)
		return
	}
	first := len(c.rows)
	c.paragraphIn(b.Kind, left, &style.Title, 0, c.width()-right.width-c.design.Space.Column, before, hold)
	r := &c.rows[len(c.rows)-1]
	r.items = c.place(r.items, b.Kind, right, dates.sources, c.width()-right.width, &style.Title)
	for i := first + 1; i < len(c.rows); i++ {
		c.rows[i].keep = bound
	}
}

// bullet sets a point of a list: its character, and its text with a hanging indent.
func (c *composer) bullet(b outline.Block, before float64, hold keep) {
	s := &c.design.Style.Body
	first := len(c.rows)
	var m, sign mixed
	m.add(c, s, outline.Text, b.Parts[0].Spans)
	c.paragraph(b.Kind, m, s, c.design.Bullet.Indent, before, hold)
	if c.design.Bullet.Sign == "" {
		return
	}
	sign.sign(c, s, c.design.Bullet.Sign)
	mark := c.place(nil, b.Kind, c.t.single(sign.texts), sign.sources, c.design.Bullet.Offset, s)
	c.rows[first].items = append(mark, c.rows[first].items...)
}

// terms sets a group of terms: its name, a colon, and the terms with commas.
func (c *composer) terms(b outline.Block, s *design.Style, before float64, hold keep) {
	var m mixed
	for _, p := range b.Of(outline.Group) {
		m.add(c, &c.design.Style.Group, p.Role, p.Spans)
	}
	terms := b.Of(outline.Term)
	if len(m.texts) > 0 && len(terms) > 0 {
		m.sign(c, &c.design.Style.Group, ": ")
	}
	for i, p := range terms {
		if i > 0 {
			m.sign(c, s, ", ")
		}
		m.add(c, s, p.Role, p.Spans)
	}
	c.paragraph(b.Kind, m, s, 0, before, hold)
}

// separator parts what is in one line, with room on either side.
func (c *composer) separator() string { return "  " + c.design.Contact.Separator + "  " }

// spans are the spans of the block's first part with the role.
func spans(b outline.Block, role outline.Role) []outline.Span {
	for _, p := range b.Parts {
		if p.Role == role {
			return p.Spans
		}
	}
	return nil
}
