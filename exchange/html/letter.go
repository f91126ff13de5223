package html

import (
	"fmt"
	"strings"

	"resumax/render/layout"
	"resumax/render/outline"
)

// letter writes the parts of a letter. It is not read back: none of them has a field of a
// resume.
func (p *page) letter(blocks []outline.Block) {
	p.line(`<main class="letter">`)
	before := outline.Contact
	for _, b := range blocks {
		if b.Kind == outline.Bullet {
			p.within("ul")
			p.line("<li>%s</li>", p.inline(b.Parts))
			before = b.Kind
			continue
		}
		p.within("")
		tag, class := "p", b.Kind.String()
		if b.Kind == outline.Subject {
			tag = "h2"
		}
		if b.Aside {
			class += " aside"
		}
		p.line(`<%s class="%s" style="margin-top: %sem">%s</%s>`, tag, class, number(layout.OverPart(b.Kind, before)*p.paragraphSpace()), p.inline(b.Parts), tag)
		before = b.Kind
	}
	p.within("")
	p.line("</main>")
}

// paragraphSpace is the space over a paragraph, in sizes of its text.
func (p *page) paragraphSpace() float64 {
	d := p.told.Design
	return d.Space.Paragraph / d.Style.Body.Size
}

// letterStyle is what a style sheet says of a letter, "" for a resume.
func (p *page) letterStyle() string {
	if p.letterTitle == "" {
		return ""
	}
	d := p.told.Design
	var b strings.Builder
	fmt.Fprintf(&b, ".letter h2 { %s; border: 0; padding: 0; }\n", strings.Join(append(text(d, d.Style.Body), "font-weight: bold"), "; "))
	fmt.Fprintf(&b, ".letter .aside { margin-inline-start: %s%%; }\n.letter .day.aside { text-align: end; }\n", number(layout.AsideFrom*100))
	fmt.Fprintf(&b, ".letter ul { list-style: disc; padding-inline-start: %s; }\n", points(d.Bullet.Indent))
	return b.String()
}
