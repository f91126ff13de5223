package layout

import (
	"resumax/render/design"
)

// row is a line of the page: what is never parted by a page's end.
type row struct {
	before float64 // empty space over it, dropped at a page's top
	height float64
	keep   keep   // how much it must stay with the row before it
	items  []Item // from the row's top left corner
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

// paginate fills pages with the rows.
func (c *composer) paginate() []Page {
	var pages []Page
	top := c.design.Page.Top * design.Millimetre
	bottom := c.page.Height - c.design.Page.Bottom*design.Millimetre
	for first := 0; first < len(c.rows) || len(pages) == 0; {
		end := c.pageEnd(first, bottom-top)
		page := Page{Width: c.page.Width, Height: c.page.Height, Items: make([]Item, 0, countItems(c.rows[first:end]))}
		y := top
		for i, r := range c.rows[first:end] {
			if i > 0 {
				y += r.before
			}
			for _, item := range r.items {
				item.Rect.X += c.left
				item.Rect.Y += y
				item.Baseline += y
				page.Items = append(page.Items, item)
			}
			y += r.height
		}
		pages = append(pages, page)
		first = end
	}
	return pages
}

func countItems(rows []row) int {
	n := 0
	for _, r := range rows {
		n += len(r.items)
	}
	return n
}

// pageEnd is the row after the last of the page that starts with the row first.
func (c *composer) pageEnd(first int, height float64) int {
	end, y := first, 0.0
	for end < len(c.rows) {
		r := c.rows[end]
		if end > first {
			y += r.before
		}
		if y += r.height; y > height+1e-6 {
			break
		}
		end++
	}
	if end == len(c.rows) {
		return end
	}
	for limit := free; limit < bound; limit++ {
		for i := end; i > first; i-- {
			if c.rows[i].keep <= limit {
				return i
			}
		}
	}
	return max(end, first+1) // everything is bound, or one row fills the page
}
