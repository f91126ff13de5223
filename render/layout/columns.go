package layout

import (
	"slices"
	"strings"

	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// frame is where pages are filled, in points.
type frame struct{ top, bottom float64 }

func (f frame) height() float64 { return f.bottom - f.top }

func frameOf(job Job) frame {
	return frame{job.Design.Page.Top * design.Millimeter, job.Page.Height - job.Design.Page.Bottom*design.Millimeter}
}

// oneColumn sets all blocks below each other.
func (t *Typesetter) oneColumn(job Job, m *missing) []Page {
	c := newComposer(t, job, m).set(0, len(job.Blocks))
	f := frameOf(job)
	pages := t.continued(job, nil, c.rows, paginate(c.rows, f.height(), f.height()))
	t.tintHead(job, pages, c.rows)
	return pages
}

// continued appends pages with the rows, parted at the ends.
func (t *Typesetter) continued(job Job, pages []Page, rows []row, ends []int) []Page {
	start := 0
	for _, end := range ends {
		pages = append(pages, t.sheet(job, rows[start:end]))
		start = end
	}
	return pages
}

func blank(job Job) Page { return Page{Width: job.Page.Width, Height: job.Page.Height} }

// twoColumns sets the head of the resume over two columns: a narrow one with the
// sections that the design names, and one with the others. They share the first
// page alone, so that the narrow one, which comes first in the order of reading,
// is whole before the other begins. Sections that it has no room for stand at
// the end instead. It reports false where that cannot be done well.
func (t *Typesetter) twoColumns(job Job, m *missing) ([]Page, []outline.Block, bool) {
	if len(job.Design.Columns.Sections) == 0 {
		return nil, nil, false
	}
	var head, side, main []outline.Block
	head, side, main = divide(job.Blocks, t.narrow(job))
	f, columns := frameOf(job), job.Design.Columns
	for ; len(side) > 0; side, main = withoutLast(side, main) {
		job.Blocks = slices.Concat(head, side, main)
		*m = missing{}
		top := newComposer(t, job, m).set(0, len(head))
		y := f.top
		if len(top.rows) > 0 {
			y += heightOf(top.rows) + 1.5*job.Design.Space.Heading
		}
		narrow := newComposer(t, job, m)
		whole, left := narrow.measure, narrow.left
		narrow.measure = columns.Width * design.Millimeter
		narrow.listed = true
		narrow.set(len(head), len(head)+len(side))
		if y+heightOf(narrow.rows) > f.bottom+1e-6 || y > f.bottom-f.height()/3 {
			continue
		}
		wide := newComposer(t, job, m)
		wide.left = left + (columns.Width+columns.Gap)*design.Millimeter
		wide.measure = left + whole - wide.left
		if wide.measure < narrow.measure {
			return nil, nil, false
		}
		wide.set(len(head)+len(side), len(job.Blocks))
		page := blank(job)
		if columns.Tinted {
			page.tint(Rect{0, y - job.Design.Space.Heading, wide.left - columns.Gap*design.Millimeter/2, 0}, job.Design)
		}
		page.Gutter = Rect{wide.left - columns.Gap*design.Millimeter, y, columns.Gap * design.Millimeter, f.bottom - y}
		page.fill(top.rows, f.top, job.Design)
		page.fill(narrow.rows, y, job.Design)
		end, ok := wide.turn(paginate(wide.rows, f.bottom-y, f.height())[0])
		if !ok {
			return nil, nil, false
		}
		page.fill(wide.rows[:end], y, job.Design)
		pages := []Page{page}
		if end < len(wide.rows) {
			rest := newComposer(t, job, m).set(wide.rows[end].block, len(job.Blocks))
			pages = t.continued(job, pages, rest.rows, paginate(rest.rows, f.height(), f.height()))
		}
		return pages, job.Blocks, true
	}
	return nil, nil, false
}

// turn is where the page turns that could hold the rows before end: where a
// block begins that may begin a page, or behind all rows. It reports false if no
// block does.
func (c *composer) turn(end int) (int, bool) {
	for ; end < len(c.rows) && end > 0; end-- {
		if c.rows[end].block != c.rows[end-1].block && c.rows[end].keep == free {
			break
		}
	}
	return end, end > 0
}

// tint colors a part of the page down to its foot.
func (p *Page) tint(r Rect, d *design.Design) {
	r.H = p.Height - r.Y
	p.Items = append(p.Items, Item{Kind: Rule, Rect: r, Index: -1, Block: outline.Running, Color: d.Colors.Tint})
}

// narrow are the sections of the narrow column that it is not too narrow for: a
// word that does not fit a line would have to be broken.
func (t *Typesetter) narrow(job Job) []string {
	measure := job.Design.Columns.Width * design.Millimeter
	broken := make(map[string]bool)
	section := ""
	for _, b := range job.Blocks {
		style, within := &job.Design.Style.Body, 0.0
		switch b.Kind {
		case outline.Heading:
			section = keyOf(b.Address)
			style = &job.Design.Style.Heading
		case outline.Contact:
			section = "contact"
			style = &job.Design.Style.Contact
		case outline.Bullet:
			within = job.Design.Bullet.Indent
		}
		if !slices.Contains(job.Design.Columns.Sections, section) || broken[section] {
			continue
		}
		for _, p := range b.Parts {
			for _, span := range p.Spans {
				span.Bold = span.Bold || b.Kind == outline.Record // its title is
				broken[section] = broken[section] || t.widest(t.spanText(style, span)) > measure-within
			}
		}
	}
	return slices.DeleteFunc(slices.Clone(job.Design.Columns.Sections), func(s string) bool { return broken[s] })
}

// widest is how wide the widest word of a text is.
func (t *Typesetter) widest(s styled) float64 {
	w := 0.0
	for word := range strings.FieldsSeq(s.text) {
		w = max(w, t.single([]styled{{text: word, font: s.font}}).width)
	}
	return w
}

// divide parts blocks into the resume's head, the sections that are named, in
// the order of their names, and the others. Contact details go with the first
// if "contact" is named.
func divide(blocks []outline.Block, named []string) (head, side, main []outline.Block) {
	section := ""
	sections := make(map[string][]outline.Block)
	for _, b := range blocks {
		switch {
		case b.Kind == outline.Heading:
			section = keyOf(b.Address)
		case b.Kind == outline.Contact && slices.Contains(named, "contact"):
			sections["contact"] = append(sections["contact"], b)
			continue
		}
		switch {
		case section == "":
			head = append(head, b)
		case slices.Contains(named, section):
			sections[section] = append(sections[section], b)
		default:
			main = append(main, b)
		}
	}
	for _, name := range named {
		side = append(side, sections[name]...)
		delete(sections, name)
	}
	return head, side, main
}

// keyOf is the key of the section with the address.
func keyOf(a resume.Address) string {
	if a == resume.Summary {
		return resume.SummaryKey
	}
	return a.Tokens()[0]
}

// withoutLast moves the last section of the narrow column to the other one's end.
func withoutLast(side, main []outline.Block) ([]outline.Block, []outline.Block) {
	i := len(side) - 1
	for i > 0 && side[i].Kind != outline.Heading {
		i--
	}
	return side[:i], slices.Concat(main, side[i:])
}
