package layout

import (
	"slices"

	"resumax/render/design"
)

// sheet is a page that holds nothing but rows, and the rows.
type sheet struct {
	design *design.Design
	top    float64
	rows   []row
	page   Page
}

// sheet fills a page with rows. It is the very page of the last layout, with the
// same list of items, if the rows are.
func (t *Typesetter) sheet(job Job, rows []row) Page {
	page, top, first := blank(job), frameOf(job).top, firstItem(rows)
	known, ok := t.sheets.get(first)
	if ok && first != nil && known.shows(rows, job.Design, top) && known.page.Width == page.Width && known.page.Height == page.Height {
		t.sheets.put(first, sheet{job.Design, top, rows, known.page}) // the older rows can go
		return known.page
	}
	t.work.Pages++
	page.Items = make([]Item, 0, countItems(rows))
	page.fill(rows, top, job.Design)
	t.sheets.put(first, sheet{job.Design, top, rows, page})
	return page
}

// shows reports whether the sheet was filled with these rows.
func (s *sheet) shows(rows []row, d *design.Design, top float64) bool {
	if s.design != d || s.top != top || len(s.rows) != len(rows) {
		return false
	}
	for i := range rows {
		if !rows[i].same(&s.rows[i]) {
			return false
		}
	}
	return true
}

// same reports whether two rows are one, perhaps taken over from another layout.
func (r *row) same(o *row) bool {
	return r.before == o.before && r.height == o.height && r.left == o.left && r.from == o.from && r.until == o.until && r.block == o.block &&
		r.timeline == o.timeline && r.mark == o.mark && len(r.items) == len(o.items) &&
		(len(r.items) == 0 || &r.items[0] == &o.items[0])
}

// firstItem is the first item of the first row that has one.
func firstItem(rows []row) *Item {
	for i := range rows {
		if len(rows[i].items) > 0 {
			return &rows[i].items[0]
		}
	}
	return nil
}

func countItems(rows []row) int {
	n := 0
	for i := range rows {
		n += len(rows[i].items)
	}
	return n
}

// turnedSheet is a page that was turned round, and its items before that.
type turnedSheet struct {
	before []Item
	page   Page
}

// turnedPage is a page turned round, the very one of the last layout if that was
// turned from the same.
func (t *Typesetter) turnedPage(p Page) Page {
	if len(p.Items) == 0 {
		p.turn()
		return p
	}
	first := &p.Items[0]
	known, ok := t.turned.get(first)
	if ok && len(known.before) == len(p.Items) {
		return known.page
	}
	known.before = p.Items
	p.Items = slices.Clone(p.Items)
	p.turn()
	known.page = p
	t.turned.put(first, known)
	return p
}
