package html

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"resumax/exchange/fields"
	"resumax/exchange/taking"
	"resumax/render/outline"
	"resumax/resume"
)

// own reads a page of ours, which names its fields. It may have been edited since.
func own(root *html.Node) (resume.Document, taking.Record, bool) {
	o := ownReader{}
	o.walk(root)
	if !o.found {
		return resume.Document{}, taking.Record{}, false
	}
	slices.SortStableFunc(o.sections, func(a, b ownSection) int { return cmp.Compare(a.number, b.number) })
	blocks := o.head
	for _, s := range o.sections {
		blocks = append(blocks, s.blocks...)
	}
	language := o.language
	if language == "en" {
		language = "" // what is written where nothing is known
	}
	d, record := fields.Document(blocks, language)
	for _, text := range o.left {
		record.Left = append(record.Left, taking.Left{Text: text})
	}
	return d, record, true
}

type ownReader struct {
	found    bool
	language string
	head     []outline.Block
	sections []ownSection
	left     []string
}

// ownSection is a section with its number in the order of the resume.
type ownSection struct {
	number int
	blocks []outline.Block
}

func (o *ownReader) add(b outline.Block) {
	o.found = true
	if n := len(o.sections); n > 0 {
		o.sections[n-1].blocks = append(o.sections[n-1].blocks, b)
		return
	}
	o.head = append(o.head, b)
}

func (o *ownReader) walk(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.TextNode {
			if text := collapsed(c.Data); strings.ContainsFunc(text, isLetterOrDigit) {
				o.left = append(o.left, text)
			}
			continue
		}
		if c.Type != html.ElementNode || skipped(c) {
			continue
		}
		at := resume.Address(attribute(c, atAttribute))
		switch {
		case c.DataAtom == atom.Html:
			o.language = attribute(c, "lang")
			o.walk(c)
		case c.DataAtom == atom.Section:
			o.sections = append(o.sections, ownSection{number: len(o.sections)})
			o.walk(c)
		case c.DataAtom == atom.Img && at != "":
			o.add(outline.Block{Kind: outline.Photo, Address: at, Image: attribute(c, "src")})
		case c.DataAtom == atom.H2 && at != "":
			if n := len(o.sections); n > 0 {
				_, number, _ := strings.Cut(attribute(c, "id"), "-")
				if v, err := strconv.Atoi(number); err == nil {
					o.sections[n-1].number = v
				}
			}
			o.add(outline.Block{Kind: outline.Heading, Address: at, Parts: []outline.Part{{Spans: []outline.Span{{Text: textOf(c)}}}}})
		case (c.DataAtom == atom.P || c.DataAtom == atom.Li) && at != "":
			kind := outline.Paragraph
			if c.DataAtom == atom.Li {
				kind = outline.Bullet
			}
			o.add(outline.Block{Kind: kind, Address: at, Parts: []outline.Part{{Spans: inlineSpans(c, at)}}})
		case c.DataAtom == atom.Div && hasClass(c, "head"):
			o.headOf(c)
		case at != "":
			o.add(outline.Block{Kind: outline.Terms, Address: at, Parts: []outline.Part{{Spans: []outline.Span{fieldOf(c, at)}}}})
		default:
			o.walk(c)
		}
	}
}

// headOf reads the head of an entry.
func (o *ownReader) headOf(n *html.Node) {
	kind := outline.Entry
	switch {
	case hasClass(n.Parent, "position"):
		kind = outline.Position
	case hasClass(n.Parent, "record"):
		kind = outline.Record
	}
	b := outline.Block{Kind: kind}
	var part func(n *html.Node, role outline.Role)
	part = func(n *html.Node, role outline.Role) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			at := resume.Address(attribute(c, atAttribute))
			switch {
			case c.Type == html.TextNode && role == outline.Dates && strings.TrimSpace(c.Data) != "":
				last := &b.Parts[len(b.Parts)-1]
				last.Spans = append(last.Spans, outline.Span{Text: c.Data})
			case c.Type == html.TextNode:
				if text := collapsed(c.Data); strings.ContainsFunc(text, isLetterOrDigit) && text != resume.WordingIn(o.language).Grade {
					o.left = append(o.left, text)
				}
			case at != "" && len(b.Parts) > 0:
				if b.Address == "" && len(at.Tokens()) > 2 {
					t := at.Tokens()
					if i, err := strconv.Atoi(t[1]); err == nil {
						b.Address = resume.Root.Child(t[0]).Item(i)
					}
				}
				last := &b.Parts[len(b.Parts)-1]
				last.Spans = append(last.Spans, fieldOf(c, at))
			default:
				if hasClass(c, "dates") {
					b.Parts = append(b.Parts, outline.Part{Role: outline.Dates})
					part(c, outline.Dates)
					b.Parts = append(b.Parts, outline.Part{})
					continue
				}
				part(c, role)
			}
		}
	}
	b.Parts = append(b.Parts, outline.Part{})
	part(n, outline.Text)
	o.add(b)
}

// fieldOf is the field that an element is.
func fieldOf(n *html.Node, at resume.Address) outline.Span {
	s := outline.Span{Text: textOf(n), Address: at}
	if n.DataAtom == atom.A {
		s.Link = attribute(n, "href")
		if !safe(s.Link) {
			s.Link = ""
		}
		if strings.HasPrefix(s.Link, "tel:") {
			s.Text, s.Link = strings.NewReplacer("\u00a0", " ", "\u2011", "-").Replace(s.Text), ""
		}
		if strings.HasPrefix(s.Link, "mailto:") && strings.HasPrefix(string(at), "/basics/email") {
			s.Link = ""
		}
	}
	if day := attribute(n, "datetime"); n.DataAtom == atom.Time && day != "" && agree(day, s.Text) {
		s.Text = day
	}
	return s
}

// agree reports whether a date for machines is still the one that is shown, which may say less.
func agree(day, shown string) bool {
	a, ok := resume.ParseDate(day)
	b, understood := resume.ParseDate(shown)
	return ok && understood && a.Year == b.Year && (b.Month == 0 || a.Month == b.Month)
}

// inlineSpans is the running text of an element.
func inlineSpans(n *html.Node, at resume.Address) (all []outline.Span) {
	var walk func(n *html.Node, s outline.Span)
	walk = func(n *html.Node, s outline.Span) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.TextNode {
				s.Text = spaces(c.Data)
				all = append(all, s)
				continue
			}
			if skipped(c) {
				continue
			}
			in := s
			switch c.DataAtom {
			case atom.Strong, atom.B:
				in.Bold = true
			case atom.Em, atom.I:
				in.Italic = true
			case atom.Br:
				in.Text = " "
				all = append(all, in)
			case atom.A:
				if link := attribute(c, "href"); safe(link) {
					in.Link = link
				}
			}
			walk(c, in)
		}
	}
	walk(n, outline.Span{Address: at})
	return all
}
