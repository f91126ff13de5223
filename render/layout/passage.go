package layout

import (
	"strings"

	"resumax/render/outline"
	"resumax/resume"
)

// Passage is the text that the pages show of one address, in reading order.
type Passage struct {
	Text  string
	parts []passagePart
}

// passagePart is a run of a passage.
type passagePart struct {
	page, at int // at is where the run begins in the passage, in bytes
	item     *Item
}

// Passages are what the pages show of the wanted addresses, without headings, which
// have the address of their section.
func (d *Document) Passages(wanted map[resume.Address]bool) map[resume.Address]*Passage {
	all := map[resume.Address]*Passage{}
	for page := range d.Pages {
		for i := range d.Pages[page].Items {
			item := &d.Pages[page].Items[i]
			if item.Kind != Text || item.Run == nil || item.Block == outline.Heading || !wanted[item.Address] {
				continue
			}
			p := all[item.Address]
			if p == nil {
				p = &Passage{}
				all[item.Address] = p
			}
			p.add(page, item)
		}
	}
	return all
}

// add appends a run. The space at which a line was broken is in no run.
func (p *Passage) add(page int, item *Item) {
	if n := len(p.parts); n > 0 {
		last := p.parts[n-1]
		broken := last.page != page || last.item.Baseline != item.Baseline
		if broken && !last.item.Run.Hyphen && !strings.HasSuffix(p.Text, " ") && !strings.HasSuffix(p.Text, "-") {
			p.Text += " "
		}
	}
	p.parts = append(p.parts, passagePart{page, len(p.Text), item})
	p.Text += item.Run.Text
}

// Boxes are the places of the bytes from..to of the passage, one for each line.
func (p *Passage) Boxes(from, to int) []Box {
	var boxes []Box
	for _, part := range p.parts {
		left, right, ok := part.item.Run.extent(from-part.at, to-part.at)
		if !ok {
			continue
		}
		r := part.item.Rect
		r.X, r.W = r.X+left, right-left
		if n := len(boxes) - 1; n >= 0 && boxes[n].Page == part.page && boxes[n].sameLine(r) {
			boxes[n].widen(r)
			continue
		}
		boxes = append(boxes, Box{part.page, r})
	}
	return boxes
}

// extent is where the glyphs of the bytes from..to begin and end, in points from
// the run's left. It is false where no glyph shows them.
func (r *Run) extent(from, to int) (left, right float64, ok bool) {
	for i, g := range r.Glyphs {
		if g.From >= to || g.To <= from {
			continue
		}
		if !ok {
			left = g.X
		}
		right, ok = r.end(i), true
	}
	return left, right, ok
}
