package layout

import (
	"image"
	"strings"
	"unicode"

	"resumax/render/bidi"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// composer turns blocks into rows.
type composer struct {
	t       *Typesetter
	design  *design.Design
	page    design.PageSize
	blocks  []outline.Block
	photo   image.Image
	left    float64 // where the column begins, in points from the page's left edge
	measure float64 // the column's width
	rows    []row
	flow    bidi.Level // which way the resume runs
	mixed   bool       // and if any of it runs the other way
	listed  bool       // contact details stand below each other
	first   int        // index of the column's first block
	current int        // and of the one that is being set
	missing *missing
	lacks   []lack // of the block that is being set
	margins
}

func newComposer(t *Typesetter, job Job, m *missing) *composer {
	d := job.Design
	return &composer{t: t, design: d, page: job.Page, blocks: job.Blocks, photo: job.Photo, missing: m, flow: job.flow, mixed: job.mixed,
		left:    d.Page.Left * design.Millimeter,
		measure: max(job.Page.Width-(d.Page.Left+d.Page.Right)*design.Millimeter, 72)}
}

// add appends a row of the block that is being set.
func (c *composer) add(r row) {
	r.block, r.left, r.timeline = c.current, c.left, c.inset > 0
	r.from, r.until = c.inset, c.inset+c.width()
	c.rows = append(c.rows, r)
}

// block sets a block as rows behind those that are there.
func (c *composer) block(i int, b outline.Block) {
	style, space := &c.design.Style, &c.design.Space
	switch b.Kind {
	case outline.Photo:
		c.picture(b)
	case outline.Name:
		c.text(b, &style.Name, 0, bound)
	case outline.Label:
		c.text(b, &style.Label, 0, bound)
	case outline.Contact:
		c.contact(b)
	case outline.Heading:
		c.clearPhoto()
		c.inset = 0
		c.heading(b)
	case outline.Entry:
		before, hold := c.after(i, space.Entry)
		c.mark(b, before, hold)
	case outline.Position:
		before, hold := c.after(i, space.Position)
		c.mark(b, before, hold)
	case outline.Record:
		usual := space.Entry
		if i > c.first && c.blocks[i-1].Kind == outline.Record {
			usual = space.Record
		}
		before, hold := c.after(i, usual)
		c.head(b, before, hold)
	case outline.Paragraph:
		before, hold := c.after(i, space.Paragraph)
		c.text(b, &style.Body, before, hold)
	case outline.Bullet:
		before, hold := c.after(i, space.Bullet)
		c.bullet(b, before, hold)
	case outline.Terms:
		before, hold := c.after(i, space.Group)
		c.terms(b, &style.Body, before, hold)
	case outline.Keywords:
		before, hold := c.after(i, space.Bullet)
		c.terms(b, &style.Place, before, max(hold, together))
	default:
		c.letter(i, b)
	}
}

// after is the space over a block and whether it must stay with the block
// before it: what follows a heading or the head of an entry must.
func (c *composer) after(i int, usual float64) (space float64, hold keep) {
	if i == c.first {
		return 0, free
	}
	before := c.blocks[i-1].Kind
	switch {
	case before == outline.Heading:
		return c.design.Space.Section, bound
	case entryHead(before):
		switch c.blocks[i].Kind {
		case outline.Paragraph, outline.Bullet, outline.Terms, outline.Keywords:
			return usual, bound
		}
	}
	if i > c.first+1 && c.blocks[i].Kind == outline.Bullet && c.blocks[i-1].Kind == outline.Paragraph && entryHead(c.blocks[i-2].Kind) {
		return usual, together
	}
	return usual, free
}

// entryHead reports whether a block is the head of an entry.
func entryHead(k outline.Kind) bool {
	switch k {
	case outline.Entry, outline.Position, outline.Record:
		return true
	}
	return false
}

// width is the measure at the place where the next row comes.
func (c *composer) width() float64 {
	if c.narrow > 0 && c.height() < c.until {
		return c.measure - c.narrow - c.inset
	}
	return c.measure - c.inset
}

// height is how far down the rows reach, on an endless page.
func (c *composer) height() float64 {
	y := 0.0
	for _, r := range c.rows {
		y += r.before + r.height
	}
	return y
}

// spanText is the styled text of a span.
func (t *Typesetter) spanText(s *design.Style, span outline.Span) styled {
	text := span.Text
	if s.Capitals {
		text = strings.ToUpper(text)
	}
	return styled{text: text, font: t.face(s, span.Bold, span.Italic)}
}

// source is where a text of a paragraph comes from and how it looks besides
// its letters.
type source struct {
	address resume.Address
	role    outline.Role
	link    string
	color   design.Color
}

// mixed is a paragraph in the making: texts in several styles.
type mixed struct {
	texts   []styled
	sources []source
	parts   int // how many there are; what is between them belongs to none
}

// add appends the spans of a part in a style.
func (m *mixed) add(c *composer, s *design.Style, role outline.Role, spans []outline.Span) {
	m.parts++
	m.append(c, s, role, spans, m.parts)
}

func (m *mixed) append(c *composer, s *design.Style, role outline.Role, spans []outline.Span, part int) {
	for _, span := range spans {
		color := c.design.Colors.Named(s.Color)
		if span.Link != "" && s == &c.design.Style.Body {
			color = c.design.Colors.Accent
		}
		text := c.t.spanText(s, span)
		text.part = part
		m.texts = append(m.texts, text)
		m.sources = append(m.sources, source{span.Address, role, span.Link, color})
	}
}

// join appends another's texts.
func (m *mixed) join(other mixed) {
	for _, text := range other.texts {
		if text.part > 0 {
			text.part += m.parts
		}
		m.texts = append(m.texts, text)
	}
	m.parts += other.parts
	m.sources = append(m.sources, other.sources...)
}

// sign appends text that the design adds and that has no address.
func (m *mixed) sign(c *composer, s *design.Style, text string) {
	m.append(c, s, outline.Text, []outline.Span{{Text: text}}, 0)
}

// paragraph sets a paragraph from x to the right edge and appends its rows.
func (c *composer) paragraph(kind outline.Kind, m mixed, s *design.Style, x, before float64, hold keep) {
	c.paragraphIn(kind, m, s, x, c.width()-x, before, hold)
}

// paragraphIn sets a paragraph of the given width from x and appends its rows.
func (c *composer) paragraphIn(kind outline.Kind, m mixed, s *design.Style, x, measure, before float64, hold keep) {
	lines := c.t.paragraph(m.texts, c.breaking(s, measure))
	for i, l := range lines {
		r := row{height: s.Leading, keep: lineKeep(i, len(lines))}
		if i == 0 {
			r.before, r.keep = before, hold
		}
		r.items = c.place(nil, kind, l, m.sources, x+indent(s, measure-l.width), s)
		c.add(r)
	}
}

// indent is how far a line begins from the left, given the room that it leaves.
func indent(s *design.Style, room float64) float64 {
	if s.Align == "center" {
		return max(0, room/2)
	}
	return 0
}

// baseline is where a line's text is, down from the top of its row: its
// letters fill the middle of the row's height.
func (c *composer) baseline(s *design.Style) float64 {
	m := c.t.face(s, false, false).family.Regular.Metrics()
	return (s.Leading + (m.Ascent+m.Descent)*s.Size) / 2
}

// lineKeep says how a paragraph's line i of n holds to the one before it.
func lineKeep(i, n int) keep {
	if n <= wholeLines || i == 1 || i == n-1 {
		return together
	}
	return free
}

// place appends the items of a line that starts at x.
func (c *composer) place(items []Item, kind outline.Kind, l line, sources []source, x float64, s *design.Style) []Item {
	base := c.baseline(s)
	x += c.inset
	for _, p := range l.pieces {
		from := sources[p.text]
		if p.run.Missing {
			c.lack(from.address, p.run.Text)
			if !strings.ContainsFunc(p.run.Text, unicode.IsLetter) { // a sign that the design adds
				continue
			}
		}
		rect := Rect{x + p.x, 0, p.run.Width, s.Leading}
		items = append(items, Item{Kind: Text, Rect: rect, Address: from.address, Block: kind, Role: from.role,
			Baseline: base, Run: p.run, Color: from.color})
		if from.link != "" {
			items = append(items, Item{Kind: Link, Rect: rect, Address: from.address, Block: kind, Role: from.role, Link: from.link})
		}
	}
	return items
}
