package paint

import (
	"fmt"
	"math"
	"strings"

	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/render/pdf"
)

// annotation is a place on a page that leads elsewhere.
type annotation struct {
	ref  pdf.Ref
	tag  *element
	rect layout.Rect
	link string
}

// link makes a text lead somewhere. Texts beside each other that lead to the
// same place are one link.
func (p *pdfPage) link(tag *element, item *layout.Item, link string, f *pdf.File) {
	r := item.Rect
	if n := len(p.links) - 1; n >= 0 {
		last := p.links[n]
		onward, back := math.Abs(last.rect.X+last.rect.W-r.X) < 1, math.Abs(r.X+r.W-last.rect.X) < 1
		if last.tag == tag && last.link == link && last.rect.Y == r.Y && (onward || back) {
			right := max(last.rect.X+last.rect.W, r.X+r.W)
			last.rect.X = min(last.rect.X, r.X)
			last.rect.W = right - last.rect.X
			return
		}
	}
	a := &annotation{f.Reserve(), tag, r, link}
	p.links = append(p.links, a)
	tag.kids = append(tag.kids, kid{annotation: a.ref, page: p.number})
}

// annotations writes a page's links, and is the page's entry for them. They are
// printed where a viewer marks them.
func (p *pdfPainter) annotations(page *pdfPage) string {
	if len(page.links) == 0 {
		return ""
	}
	var refs strings.Builder
	for _, a := range page.links {
		words, action := p.leadTo(a.link)
		p.file.Set(a.ref, fmt.Sprintf("<</Type /Annot /Subtype /Link /Rect %s /Border [0 0 0] /F 4 /StructParent %d /Contents %s /A %s>>",
			pdf.Rectangle(a.rect.X, page.height-a.rect.Y-a.rect.H, a.rect.X+a.rect.W, page.height-a.rect.Y),
			len(p.doc.Pages)+p.annotated, words, action))
		p.annotated++
		fmt.Fprintf(&refs, " %s", a.ref)
	}
	return " /Annots [" + refs.String()[1:] + "]"
}

// longLink is the length in bytes from which an address is written once for all
// lines that it stands on: the longer it is, the more there are.
const longLink = 256

// destination is where a long link leads, as objects of their own.
type destination struct{ words, action pdf.Ref }

// leadTo is an annotation's text and its action.
func (p *pdfPainter) leadTo(link string) (words, action string) {
	if len(link) < longLink {
		return pdf.Text(link), uriAction(link)
	}
	t, known := p.destinations[link]
	if !known {
		t = destination{p.file.Reserve(), p.file.Reserve()}
		p.file.Set(t.words, pdf.Text(link))
		p.file.Set(t.action, uriAction(link))
		if p.destinations == nil {
			p.destinations = map[string]destination{}
		}
		p.destinations[link] = t
	}
	return t.words.String(), t.action.String()
}

func uriAction(link string) string { return "<</S /URI /URI " + pdf.Text(ascii(link)) + ">>" }

// ascii is an address with what is not ASCII, or no text at all, as its bytes in
// hexadecimal digits (RFC 3986, 2.1).
func ascii(link string) string {
	var b strings.Builder
	for i := range len(link) {
		if c := link[i]; c > ' ' && c <= '~' {
			b.WriteByte(c)
		} else {
			fmt.Fprintf(&b, "%%%02X", c)
		}
	}
	return b.String()
}

// bookmark leads to a block.
type bookmark struct {
	title string
	block int
	kids  []*bookmark
	ref   pdf.Ref
}

// bookmarks writes the document's sections and their entries as bookmarks, and
// is the catalog's entry for them.
func (p *pdfPainter) bookmarks() string {
	var root bookmark
	for i, b := range p.doc.Blocks {
		if _, shown := p.places[i]; !shown {
			continue
		}
		switch b.Kind {
		case outline.Heading:
			root.kids = append(root.kids, &bookmark{title: b.Text(""), block: i})
		case outline.Entry, outline.Position, outline.Record:
			if n := len(root.kids) - 1; n >= 0 {
				root.kids[n].kids = append(root.kids[n].kids, &bookmark{title: entryTitle(b), block: i})
			}
		}
	}
	if len(root.kids) == 0 {
		return ""
	}
	root.ref = p.file.Reserve()
	children := p.bookmarksOf(&root)
	p.file.Set(root.ref, "<</Type /Outlines"+children+">>")
	return fmt.Sprintf(" /Outlines %s", root.ref)
}

// bookmarksOf writes the bookmarks below one and is its entries for them. Those
// below the first level are closed.
func (p *pdfPainter) bookmarksOf(of *bookmark) string {
	n := len(of.kids)
	if n == 0 {
		return ""
	}
	for _, k := range of.kids {
		k.ref = p.file.Reserve()
	}
	for i, k := range of.kids {
		siblings := ""
		if i > 0 {
			siblings += fmt.Sprintf(" /Prev %s", of.kids[i-1].ref)
		}
		if i < n-1 {
			siblings += fmt.Sprintf(" /Next %s", of.kids[i+1].ref)
		}
		at := p.places[k.block]
		p.file.Set(k.ref, fmt.Sprintf("<</Title %s /Parent %s%s /Dest [%s /XYZ null %s null]%s>>",
			pdf.Text(k.title), of.ref, siblings, p.pages[at.page].ref, pdf.Number(at.y), p.bookmarksOf(k)))
	}
	count := n
	if of.title != "" {
		count = -n
	}
	return fmt.Sprintf(" /First %s /Last %s /Count %d", of.kids[0].ref, of.kids[n-1].ref, count)
}

// entryTitle is what an entry is, or where it was.
func entryTitle(b outline.Block) string {
	for _, role := range []outline.Role{outline.Title, outline.Organization, outline.Place, outline.Detail, outline.Dates} {
		for _, part := range b.Of(role) {
			return part.Text()
		}
	}
	return b.Text(" ")
}
