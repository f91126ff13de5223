package layout

import (
	"resumax/render/design"
	"resumax/render/outline"
)

// The spaces over the parts of a letter, in spaces over a paragraph.
const (
	UnderHead      = 1.2 // the rule under the head, if the design has rules
	overLetter     = 3   // the first part
	overAddressee  = 2.2
	overSubject    = 2.4
	overSalutation = 1.5
	overSignature  = 3.2 // room to sign in
	overEnclosures = 2
)

// tintBelow is how far the tint goes below the head of a letter, in spaces over a heading.
const tintBelow = 1.5

// AsideFrom is where parts that stand at the right begin, in parts of the column's width:
// an address is read through the window of an envelope there.
const AsideFrom = 0.56

// letter sets a part of a letter.
func (c *composer) letter(i int, b outline.Block) {
	s := &c.design.Style.Body
	before, hold := c.overPart(i, b)
	var m mixed
	for _, p := range b.Parts {
		m.add(c, s, p.Role, p.Spans)
	}
	if over := c.blocks[max(i, 1)-1].Kind; i > 0 && !over.OfLetter() && over != outline.Bullet {
		switch d := c.design; {
		case d.Columns.Tinted: // the tint ends below the head
			before += tintBelow * d.Space.Heading
		case d.Rule.Thickness > 0:
			c.rule(b, UnderHead*d.Space.Paragraph, bound)
		}
	}
	switch {
	case !b.Aside:
		c.paragraph(b.Kind, m, s, 0, before, hold)
	case b.Kind == outline.Day:
		c.flushRight(b.Kind, m, before, hold)
	default:
		c.paragraph(b.Kind, m, s, AsideFrom*c.width(), before, hold)
	}
}

// overPart is the space over a part of a letter, and how much it holds to the one before:
// nobody turns a page to find the name under a greeting.
func (c *composer) overPart(i int, b outline.Block) (float64, keep) {
	before := outline.Contact
	if i > 0 {
		before = c.blocks[i-1].Kind
	}
	hold := bound
	switch b.Kind {
	case outline.Passage:
		if before.OfLetter() && before != outline.Salutation || before == outline.Bullet {
			hold = free
		}
	case outline.Enclosures:
		hold = together
	}
	return OverPart(b.Kind, before) * c.design.Space.Paragraph, hold
}

// OverPart is the space over a part of a letter behind a block of another kind, in spaces
// over a paragraph.
func OverPart(part, before outline.Kind) float64 {
	switch {
	case !before.OfLetter() && before != outline.Bullet:
		return overLetter
	case part == before && (part == outline.Addressee || part == outline.Enclosures || part == outline.Signature):
		return 0
	}
	switch part {
	case outline.Day, outline.Addressee:
		return overAddressee
	case outline.Subject:
		return overSubject
	case outline.Salutation:
		return overSalutation
	case outline.Signature:
		return overSignature
	case outline.Enclosures:
		return overEnclosures
	}
	return 1
}

// tintHead puts the head of a letter on the design's tint, if it has one for what is beside
// a resume.
func (t *Typesetter) tintHead(job Job, pages []Page, rows []row) {
	if !job.Design.Columns.Tinted || len(job.Design.Columns.Sections) > 0 {
		return
	}
	head := 0
	for head < len(rows) && !job.Blocks[rows[head].block].Kind.OfLetter() {
		head++
	}
	if head == 0 || head == len(rows) || len(pages[0].Items) == 0 {
		return
	}
	first := &pages[0].Items[0]
	height := frameOf(job).top + heightOf(rows[:head]) + tintBelow*job.Design.Space.Heading
	if known, ok := t.tinted.get(first); ok && known.height == height && known.design == job.Design && len(known.before) == len(pages[0].Items) {
		t.tinted.put(first, known)
		pages[0].Items = known.items
		return
	}
	band := Item{Kind: Rule, Rect: Rect{0, 0, job.Page.Width, height}, Index: -1, Block: outline.Running, Color: job.Design.Colors.Tint}
	all := append([]Item{band}, pages[0].Items...)
	t.tinted.put(first, tintedSheet{height, job.Design, pages[0].Items, all})
	pages[0].Items = all
}

// tintedSheet is a page's items with the tint under the head of a letter.
type tintedSheet struct {
	height float64
	design *design.Design
	before []Item // without
	items  []Item
}

// flushRight sets a text at the right edge.
func (c *composer) flushRight(kind outline.Kind, m mixed, before float64, hold keep) {
	s := &c.design.Style.Body
	for i, l := range c.t.paragraph(m.texts, c.breaking(s, c.width())) {
		r := row{height: s.Leading, keep: bound}
		if i == 0 {
			r.before, r.keep = before, hold
		}
		r.items = c.place(nil, kind, l, m.sources, c.width()-l.width, s)
		c.add(r)
	}
}
