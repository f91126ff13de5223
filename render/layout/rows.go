package layout

import (
	"resumax/render/design"
	"resumax/render/outline"
)

// row is a line of the page: what is never parted by a page's end.
type row struct {
	before   float64 // empty space over it, dropped at a page's top
	height   float64
	keep     keep    // how much it must stay with the row before it
	items    []Item  // from the row's top and its column's left edge
	left     float64 // where its column begins
	from     float64 // where in the column its text may begin, and
	until    float64 // must end
	block    int     // index of the block that it is part of
	timeline bool    // it stands beside the timeline, and
	mark     bool    // at a mark of it
}

// keep is how strongly a row holds to the row before it.
type keep uint8

const (
	free     keep = iota // a page may start here
	together             // better not: within a bullet, or a paragraph's first and last lines
	bound                // only if nothing else is left: a heading and what it is over
)

// A bullet of more lines than this may be parted by a page's end, and any
// paragraph, as long as two lines stay together on either side.
const wholeLines = 8

// paginate parts rows into pages. The first page has the given height for them,
// every other one another. The results are the indices behind each page's last
// row; there is at least one page.
func paginate(rows []row, first, other float64) []int {
	var ends []int
	height := first
	for start := 0; start < len(rows) || len(ends) == 0; {
		start = pageEnd(rows, start, height)
		ends = append(ends, start)
		height = other
	}
	fillLast(rows, ends, other)
	return ends
}

// A last page that is filled less than this, as a part of its height, is nearly
// empty: a heading and a line or two. It then takes more of the page before,
// which keeps most of what it has.
const (
	nearlyEmpty = 0.1
	maxFilled   = 0.35
)

// fillLast lets a nearly empty last page begin sooner: of the places where a page
// may start at the one with the widest space over it, where the greatest part of
// the resume begins.
func fillLast(rows []row, ends []int, height float64) {
	n := len(ends)
	if n < 2 || heightOf(rows[ends[n-2]:]) >= nearlyEmpty*height {
		return
	}
	first := 0
	if n > 2 {
		first = ends[n-3]
	}
	best := -1
	for i := ends[n-2] - 1; i > first; i-- {
		filled := heightOf(rows[i:])
		if filled > maxFilled*height {
			break
		}
		if filled >= nearlyEmpty*height && rows[i].keep == free && (best < 0 || rows[i].before > rows[best].before) {
			best = i
		}
	}
	if best >= 0 {
		ends[n-2] = best
	}
}

// pageEnd is the row after the last of the page that starts with the row first.
func pageEnd(rows []row, first int, height float64) int {
	end, y := first, 0.0
	for end < len(rows) {
		r := rows[end]
		if end > first {
			y += r.before
		}
		if y += r.height; y > height+1e-6 {
			break
		}
		end++
	}
	if end == len(rows) {
		return end
	}
	for limit := free; limit < bound; limit++ {
		for i := end; i > first; i-- {
			if rows[i].keep <= limit {
				return i
			}
		}
	}
	return max(end, first+1) // everything is bound, or one row fills the page
}

// heightOf is how high rows are at the top of a page.
func heightOf(rows []row) float64 {
	y := 0.0
	for i, r := range rows {
		if i > 0 {
			y += r.before
		}
		y += r.height
	}
	return y
}

// fill puts rows on a page from y down.
func (p *Page) fill(rows []row, y float64, d *design.Design) {
	line := timeline{page: p, design: d}
	for i, r := range rows {
		if i > 0 {
			y += r.before
		}
		line.row(r, y)
		for _, item := range r.items {
			item.Index = r.block
			item.Rect.X += r.left
			item.Rect.Y += y
			item.Baseline += y
			p.Items = append(p.Items, item)
		}
		y += r.height
	}
	line.end()
}

// timeline draws the line beside a section's entries, and its marks.
type timeline struct {
	page   *Page
	design *design.Design
	on     bool
	line   Rect
	marks  []Rect
}

// row takes the line on beside the row at y, or ends it.
func (t *timeline) row(r row, y float64) {
	if !r.timeline {
		t.end()
		return
	}
	d := t.design.Timeline
	top := y
	if r.mark {
		middle := y + t.design.Style.Title.Leading/2
		t.marks = append(t.marks, Rect{r.left, middle - d.Mark/2, d.Mark, d.Mark})
		top = middle
	}
	if !t.on {
		t.on = true
		t.line = Rect{X: r.left + d.Mark/2 - d.Thickness/2, Y: top, W: d.Thickness}
	}
	t.line.H = y + r.height - t.line.Y
}

// end draws the line as far as it has come.
func (t *timeline) end() {
	if t.on {
		t.draw(t.line, t.design.Colors.Rule)
		for _, m := range t.marks {
			t.draw(m, t.design.Colors.Accent)
		}
	}
	t.on, t.marks = false, t.marks[:0]
}

func (t *timeline) draw(r Rect, color design.Color) {
	if r.W > 0 && r.H > 0 {
		t.page.Items = append(t.page.Items, Item{Kind: Rule, Rect: r, Index: -1, Block: outline.Entry, Color: color})
	}
}
