package html

import (
	"fmt"
	"html"
	"slices"
	"strings"

	"resumax/exchange/fields"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// Format is HTML.
var Format = &format.Format{
	ID:         "html",
	Name:       "Web page",
	About:      "one HTML file that needs nothing else, for the web and for screen readers",
	Extensions: []string{"html", "htm", "xhtml"},
	Letters:    true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

// atAttribute names the field that an element's text is, for reading the page back.
const atAttribute = "data-at"

func write(s format.Source) (format.Output, error) {
	told := fields.Of(s)
	p := page{told: told, language: s.Options.Language, size: s.Options.Page}
	if p.language == "" {
		p.language = "en"
	}
	if s.Options.Letter != nil {
		p.letterTitle = s.Options.Letter.Title
	}
	if p.size == (design.PageSize{}) {
		p.size = design.A4
	}
	return format.Single([]byte(p.html()), nil), nil
}

// page is a web page in the making.
type page struct {
	strings.Builder
	told     fields.Told
	language string
	size     design.PageSize

	letterTitle string // "" for a resume

	open  string // the element that blocks of one kind stand in together
	entry bool   // an article is open
}

// line writes a line of markup. Its arguments are markup already.
func (p *page) line(format string, args ...any) {
	fmt.Fprintf(p, format, args...)
	p.WriteByte('\n')
}

func (p *page) html() string {
	direction := "ltr"
	if rightToLeft(p.told.Blocks) {
		direction = "rtl"
	}
	p.line("<!DOCTYPE html>")
	p.line(`<html lang="%s" dir="%s">`, escape(p.language), direction)
	p.line("<head>")
	p.line(`<meta charset="utf-8">`)
	p.line("<title>%s</title>", escape(p.title()))
	p.line(`<meta name="viewport" content="width=device-width, initial-scale=1">`)
	p.line(`<meta name="generator" content="ResuMax">`)
	p.line("<style>\n%s</style>", styleOf(p.told.Design, p.size)+p.letterStyle())
	p.line("</head>")
	p.line("<body>")
	first := slices.IndexFunc(p.told.Blocks, func(b outline.Block) bool { return b.Kind == outline.Heading || b.Kind.OfLetter() })
	if first < 0 {
		first = len(p.told.Blocks)
	}
	p.header(p.told.Blocks[:first])
	if rest := p.told.Blocks[first:]; p.letterTitle != "" {
		p.letter(rest)
	} else {
		p.main(rest)
	}
	p.line("</body>")
	p.line("</html>")
	return p.String()
}

// title is what the page is called: whom it is about and what they are.
func (p *page) title() string {
	if p.letterTitle != "" {
		return p.letterTitle
	}
	var parts []string
	for _, b := range p.told.Blocks {
		if b.Kind == outline.Name || b.Kind == outline.Label {
			parts = append(parts, b.Text(""))
		}
	}
	if len(parts) == 0 {
		return "Resume"
	}
	const longest = 70 // characters, as search results show them
	title := []rune(strings.Join(parts, " – "))
	if len(escape(string(title))) > longest {
		title = []rune(parts[0])
	}
	for len([]rune(escape(string(title)))) > longest {
		title = title[:len(title)-1]
	}
	return strings.TrimSpace(string(title))
}

func (p *page) header(blocks []outline.Block) {
	if len(blocks) == 0 {
		return
	}
	p.line("<header>")
	named := slices.ContainsFunc(blocks, func(b outline.Block) bool { return b.Kind == outline.Name })
	for _, b := range blocks {
		switch b.Kind {
		case outline.Photo:
			p.line(`<img class="photo" %s="%s" src="%s" alt="%s">`, atAttribute, resume.Basics.Child("image"), escape(b.Image), escape(p.told.Document.TextAt(resume.Basics.Child("name"))))
		case outline.Name:
			p.line("<h1>%s</h1>", p.parts(b.Parts, ""))
		case outline.Label:
			tag := "p"
			if !named { // a page has a first heading
				tag = "h1"
			}
			p.line(`<%s class="label">%s</%s>`, tag, p.parts(b.Parts, ""), tag)
		case outline.Contact:
			p.line(`<ul class="contact">`)
			for _, part := range b.Parts {
				p.line("<li>%s</li>", p.spans(part.Spans))
			}
			p.line("</ul>")
		}
	}
	p.line("</header>")
}

// main writes the sections, those of a narrow column before the others.
func (p *page) main(blocks []outline.Block) {
	p.line("<main>")
	var sections [][]outline.Block
	for _, b := range blocks {
		if b.Kind == outline.Heading {
			sections = append(sections, nil)
		}
		sections[len(sections)-1] = append(sections[len(sections)-1], b)
	}
	columns := p.told.Design.Columns
	isSide := func(s []outline.Block) bool {
		return columns.Width > 0 && slices.Contains(columns.Sections, fields.Key(s[0]))
	}
	if !slices.ContainsFunc(sections, isSide) {
		for i, s := range sections {
			p.section(i, s)
		}
		p.line("</main>")
		return
	}
	for _, side := range []bool{true, false} {
		class := "wide"
		if side {
			class = "side"
		}
		p.line(`<div class="%s">`, class)
		for i, s := range sections {
			if isSide(s) == side {
				p.section(i, s)
			}
		}
		p.line("</div>")
	}
	p.line("</main>")
}

// section writes a section; its number is its place in the order of the resume.
func (p *page) section(number int, blocks []outline.Block) {
	id := fmt.Sprintf("section-%d", number+1)
	p.line(`<section aria-labelledby="%s">`, id)
	p.line(`<h2 id="%s" %s="%s">%s</h2>`, id, atAttribute, escape(string(blocks[0].Address)), escape(blocks[0].Text("")))
	for _, b := range blocks[1:] {
		p.block(b)
	}
	p.within("")
	p.endEntry()
	p.line("</section>")
}

// within ends the list that was written and begins another, "" for none.
func (p *page) within(list string) {
	if p.open == list {
		return
	}
	if p.open != "" {
		tag, _, _ := strings.Cut(p.open, " ")
		p.line("</%s>", tag)
	}
	p.open = list
	if list != "" {
		p.line("<%s>", list)
	}
}

func (p *page) endEntry() {
	if p.entry {
		p.line("</article>")
		p.entry = false
	}
}

func (p *page) block(b outline.Block) {
	switch b.Kind {
	case outline.Entry, outline.Position, outline.Record:
		p.within("")
		p.endEntry()
		p.line(`<article class="%s">`, b.Kind)
		p.entry = true
		p.head(b)
	case outline.Paragraph:
		p.within("")
		p.line(`<p%s>%s</p>`, at(b.Address), p.inline(b.Parts))
	case outline.Bullet:
		p.within("ul")
		p.line(`<li%s>%s</li>`, at(b.Address), p.inline(b.Parts))
	case outline.Terms:
		p.terms(b)
	case outline.Keywords:
		p.within("")
		p.line(`<p class="keywords">%s</p>`, p.parts(b.Parts, ", "))
	}
}

// head writes what, whose, where and when.
func (p *page) head(b outline.Block) {
	var where []string
	dates := ""
	p.line(`<div class="head">`)
	for _, part := range b.Parts {
		switch part.Role {
		case outline.Title:
			p.line("<h3>%s</h3>", p.spans(part.Spans))
		case outline.Dates:
			dates = p.spans(part.Spans)
		default:
			where = append(where, fmt.Sprintf(`<span class="%s">%s</span>`, classes[part.Role], p.spans(part.Spans)))
		}
	}
	if where != nil {
		p.line(`<p class="where">%s</p>`, strings.Join(where, " · "))
	}
	if dates != "" {
		p.line(`<p class="dates">%s</p>`, dates)
	}
	p.line("</div>")
}

var classes = map[outline.Role]string{outline.Organization: "organization", outline.Place: "place", outline.Detail: "detail"}

// terms writes a group of terms, with its name if it has one.
func (p *page) terms(b outline.Block) {
	names, terms := b.Of(outline.Group), b.Of(outline.Term)
	if len(names) == 0 {
		p.within("")
		p.line(`<p class="terms">%s</p>`, p.parts(terms, ", "))
		return
	}
	p.within(`dl class="terms"`)
	p.line("<div><dt>%s</dt> <dd>%s</dd></div>", p.parts(names, ""), p.parts(terms, ", "))
}

func (p *page) parts(parts []outline.Part, sep string) string {
	all := make([]string, len(parts))
	for i, part := range parts {
		all[i] = p.spans(part.Spans)
	}
	return strings.Join(all, sep)
}

// spans writes fields and what is between them.
func (p *page) spans(spans []outline.Span) string {
	var b strings.Builder
	for _, s := range spans {
		if s.Address == "" {
			b.WriteString(escape(s.Text))
			continue
		}
		tag, more := "span", ""
		if s.Link != "" && safe(s.Link) {
			tag, more = "a", fmt.Sprintf(` href="%s"`, escape(s.Link))
		} else if day := p.day(s); day != "" {
			tag, more = "time", fmt.Sprintf(` datetime="%s"`, day)
		}
		text := escape(s.Text)
		if strings.HasPrefix(s.Link, "tel:") {
			text = unbroken.Replace(text)
		}
		fmt.Fprintf(&b, "<%s%s%s>%s</%s>", tag, at(s.Address), more, text, tag)
	}
	return b.String()
}

// unbroken keeps a telephone number on one line. Reading takes it back.
var unbroken = strings.NewReplacer(" ", "&nbsp;", "-", "&#8209;")

// day is a date for machines, "" for what is none.
func (p *page) day(s outline.Span) string {
	switch s.Address.Last() {
	case "startDate", "endDate", "date", "releaseDate":
		if d, ok := resume.ParseDate(p.told.Document.TextAt(s.Address)); ok && d.Understood() && d.Text == "" {
			return d.ISO()
		}
	}
	return ""
}

// inline writes running text.
func (p *page) inline(parts []outline.Part) string {
	var b strings.Builder
	for _, part := range parts {
		for _, s := range part.Spans {
			text := escape(s.Text)
			if s.Italic {
				text = "<em>" + text + "</em>"
			}
			if s.Bold {
				text = "<strong>" + text + "</strong>"
			}
			if s.Link != "" && safe(s.Link) {
				text = fmt.Sprintf(`<a href="%s">%s</a>`, escape(s.Link), text)
			}
			b.WriteString(text)
		}
	}
	return b.String()
}

func at(a resume.Address) string { return fmt.Sprintf(` %s="%s"`, atAttribute, escape(string(a))) }

func escape(text string) string { return html.EscapeString(text) }

// safe reports whether a browser may follow a link.
func safe(link string) bool {
	scheme, _, ok := strings.Cut(link, ":")
	return ok && slices.Contains([]string{"http", "https", "mailto", "tel"}, strings.ToLower(scheme))
}

// rightToLeft reports whether most words are written from right to left.
func rightToLeft(blocks []outline.Block) bool {
	against := 0
	for _, b := range blocks {
		for _, w := range strings.Fields(b.Text(" ")) {
			if pdftext.RightToLeft(w) {
				against++
			} else {
				against--
			}
		}
	}
	return against > 0
}
