package layout

import (
	"resumax/render/design"
	"resumax/render/outline"
)

// picture places the photo at the right margin. What follows down to its lower
// edge is set narrower.
func (c *composer) picture(b outline.Block) {
	if c.photo == nil {
		return
	}
	size := c.photo.Bounds().Size()
	h := c.design.Photo.Height * design.Millimeter
	w := h * float64(size.X) / float64(size.Y)
	c.add(row{items: []Item{{Kind: Image, Rect: Rect{c.measure - w, 0, w, h},
		Address: b.Address, Block: b.Kind, Image: c.photo}}, keep: bound})
	c.narrow, c.until = w+c.design.Photo.Gap*design.Millimeter, h
}

// clearPhoto leaves the place beside the photo.
func (c *composer) clearPhoto() {
	if c.narrow == 0 {
		return
	}
	c.narrow = 0
	if rest := c.until - c.height(); rest > 0 {
		c.add(row{height: rest, keep: bound})
	}
}

// contact sets the ways to reach someone, as many to a line as fit, parted by
// a spaced separator: what reads the page by machine takes parts without spaces
// between them for one.
func (c *composer) contact(b outline.Block) {
	style := &c.design.Style.Contact
	var separator mixed
	separator.sign(c, style, c.separator())
	sign := c.t.single(separator.texts)

	var parts []mixed
	var lines []line
	var units []unit
	for _, p := range b.Parts {
		var m mixed
		m.add(c, style, p.Role, p.Spans)
		// A part wider than the page is broken like a paragraph.
		for _, l := range c.t.paragraph(m.texts, breaking{measure: c.width(), rag: c.width()}) {
			parts, lines = append(parts, m), append(lines, l)
			units = append(units, unit{width: l.width, glue: sign.width})
		}
	}
	first := 0
	before := c.design.Space.Contact
	ends := (breaker{measure: c.width(), stretch: c.width() / 4, even: true}).lines(units)
	if c.listed {
		ends = ends[:0]
		for i := range units {
			ends = append(ends, i+1)
		}
	}
	for _, end := range ends {
		r := row{before: before, height: style.Leading, keep: bound}
		used := sign.width * float64(end-first-1)
		for _, l := range lines[first:end] {
			used += l.width
		}
		x := indent(style, c.width()-used)
		for i := first; i < end; i++ {
			if i > first {
				r.items = c.place(r.items, b.Kind, sign, separator.sources, x, style)
				x += sign.width
			}
			r.items = c.place(r.items, b.Kind, lines[i], parts[i].sources, x, style)
			x += lines[i].width
		}
		c.add(r)
		first, before = end, 0
	}
}
