package layout

import (
	"fmt"
	"slices"

	"resumax/render/design"
	"resumax/render/outline"
)

// number puts the name and the page's number into the top margin of every page
// but the first, which has the name already. It comes last on its page, so that
// nobody who takes the text from the page finds it within a sentence.
func (t *Typesetter) number(doc *Document, job Job) {
	c := newComposer(t, job, &missing{})
	t.flow = job.flow
	for i := 1; i < len(doc.Pages); i++ {
		text := fmt.Sprintf("%d / %d", i+1, len(doc.Pages))
		if doc.Author != "" {
			text = doc.Author + c.separator() + text
		}
		doc.Pages[i].Items = t.withRunning(c, doc.Pages[i].Items, text)
	}
}

// numberedSheet is a page's items with those of its margin.
type numberedSheet struct {
	text   string
	design *design.Design
	before []Item // without
	items  []Item
}

// withRunning is a page's items with a text in its top margin. It is the same
// list as in the last layout if they are.
func (t *Typesetter) withRunning(c *composer, items []Item, text string) []Item {
	var first *Item
	if len(items) > 0 {
		first = &items[0]
	}
	if known, ok := t.numbered.get(first); ok && known.text == text && known.design == c.design && len(known.before) == len(items) {
		return known.items
	}
	var m mixed
	style := &c.design.Style.Contact
	m.sign(c, style, text)
	l := t.single(m.texts)
	y := max(0, c.design.Page.Top*design.Millimeter-style.Leading-c.design.Space.Contact)
	all := slices.Clip(items)
	for _, item := range c.place(nil, outline.Running, l, m.sources, c.left+c.measure-l.width, style) {
		item.Index = -1
		item.Rect.Y += y
		item.Baseline += y
		all = append(all, item)
	}
	t.numbered.put(first, numberedSheet{text, c.design, items, all})
	return all
}
