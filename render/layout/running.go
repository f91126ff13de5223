package layout

import (
	"fmt"

	"resumax/render/design"
	"resumax/render/outline"
)

// number puts the name and the page's number into the top margin of every page
// but the first, which has the name already. It comes last on its page, so that
// nobody who takes the text from the page finds it within a sentence.
func (t *Typesetter) number(doc *Document, job Job) {
	c := newComposer(t, job, &missing{})
	c.current = -1
	t.flow = job.flow
	style := &c.design.Style.Contact
	for i := 1; i < len(doc.Pages); i++ {
		text := fmt.Sprintf("%d / %d", i+1, len(doc.Pages))
		if doc.Author != "" {
			text = doc.Author + c.separator() + text
		}
		var m mixed
		m.sign(c, style, text)
		l := t.single(m.texts)
		top := c.design.Page.Top * design.Millimetre
		for _, item := range c.place(nil, outline.Running, l, m.sources, c.left+c.measure-l.width, style) {
			y := max(0, top-style.Leading-c.design.Space.Contact)
			item.Rect.Y += y
			item.Baseline += y
			doc.Pages[i].Items = append(doc.Pages[i].Items, item)
		}
	}
}
