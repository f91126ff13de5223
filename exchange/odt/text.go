package odt

import (
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resumax/exchange/office"
	"resumax/exchange/structure"
	"resumax/exchange/taking"
)

// document is a file that is read.
type document struct {
	archive  *office.Archive // nil where the file is one of XML
	styles   styles
	blocks   []office.Block
	left     []taking.Left
	pictures []string
}

func documentOf(a *office.Archive, content, looks *office.Node) (*document, error) {
	text := content.Kid("body").Kid("text")
	if text == nil {
		return nil, errors.New("it has no text: it is a spreadsheet, a drawing or empty")
	}
	d := &document{archive: a, styles: styles{map[string]*style{}, map[string]*style{}, map[string]map[string]bool{}}}
	d.styles.add(looks)
	if looks != content {
		d.styles.add(content)
	}
	r := &reader{d: d}
	r.container(text, list{})
	d.blocks = append(r.blocks, r.aside...)
	d.pictures = r.pictures
	d.margins(looks)
	return d, nil
}

// margins reads the headers and footers of pages: a header comes before the text unless the
// text says the same.
func (d *document) margins(looks *office.Node) {
	said := strings.Join(strings.Fields(office.TextOf(d.blocks)), " ")
	var head, foot []office.Block
	looks.Kid("master-styles").Each(func(page *office.Node) {
		if page.Name != "master-page" {
			return
		}
		first := page.Kid("header-first") != nil
		page.Each(func(n *office.Node) {
			switch n.Name {
			case "header", "header-first", "footer", "footer-first":
			default:
				return
			}
			if n.Attr("display") == "false" {
				return
			}
			r := &reader{d: d, margin: true}
			r.container(n, list{})
			d.pictures = append(d.pictures, r.pictures...)
			for _, text := range r.paged {
				if !strings.Contains(said, text) {
					d.left = append(d.left, taking.Left{Text: text})
				}
			}
			for _, b := range append(r.blocks, r.aside...) {
				text := strings.Join(strings.Fields(office.TextOf([]office.Block{b})), " ")
				switch {
				case text == "" || strings.Contains(said, text):
				case first && n.Name == "header":
					d.left = append(d.left, taking.Left{Text: text})
				case strings.HasPrefix(n.Name, "header"):
					head = append(head, b)
				default:
					foot = append(foot, b)
				}
				said += " " + text
			}
		})
	})
	if len(foot) > 0 && foot[0].Para != nil {
		foot[0].Para.Fresh = true
	}
	d.blocks = slices.Concat(head, d.blocks, foot)
}

// photo is the file of the first picture that may be a person's.
func (d *document) photo() []byte {
	const first = 3 // pictures that are looked at
	for _, name := range d.pictures[:min(first, len(d.pictures))] {
		switch strings.ToLower(path.Ext(name)) {
		case ".png", ".jpg", ".jpeg":
			if d.archive == nil {
				return nil
			}
			if file, err := d.archive.Part(strings.TrimPrefix(name, "./")); err == nil && file != nil {
				return file
			}
		}
	}
	return nil
}

// reader reads the text of a part.
type reader struct {
	d        *document
	margin   bool // it is a header or footer
	blocks   []office.Block
	aside    []office.Block
	pictures []string
	paged    []string // texts with the number of a page
}

// list is where in a list a paragraph stands.
type list struct {
	style string
	level int  // 0 for no list
	point bool // it is the first of its point
}

// container reads paragraphs, lists and tables.
func (r *reader) container(n *office.Node, l list) {
	n.Each(func(k *office.Node) {
		switch k.Name {
		case "p", "h":
			r.paragraph(k, l)
			l.point = false
		case "list":
			inner := list{style: k.Attr("style-name"), level: l.level + 1}
			if inner.style == "" {
				inner.style = l.style
			}
			r.container(k, inner)
		case "list-item":
			l.point = true
			r.container(k, l)
		case "list-header", "section", "index-body", "table-of-content", "index-title":
			l.point = false
			r.container(k, l)
		case "table":
			r.blocks = append(r.blocks, office.Block{Table: r.table(k)})
		case "frame", "custom-shape", "rect", "g", "a":
			p := &paragraph{r: r}
			p.drawing(k)
			r.blocks, r.aside = office.PlaceBoxes(r.blocks, r.aside, p.boxes)
		}
	})
}

func (r *reader) table(n *office.Node) *office.Table {
	t := &office.Table{}
	var rows func(*office.Node)
	rows = func(n *office.Node) {
		n.Each(func(k *office.Node) {
			switch k.Name {
			case "table-row":
				t.Rows = append(t.Rows, r.cells(k))
			case "table-header-rows", "table-rows", "table-row-group":
				rows(k)
			}
		})
	}
	rows(n)
	return t
}

func (r *reader) cells(n *office.Node) (row []office.Cell) {
	n.Each(func(k *office.Node) {
		switch k.Name {
		case "table-cell":
			inner := &reader{d: r.d, margin: r.margin}
			inner.container(k, list{})
			r.pictures = append(r.pictures, inner.pictures...)
			row = append(row, append(inner.blocks, inner.aside...))
		case "covered-table-cell":
			if n.Kid("table-cell") != nil {
				if v, ok := lastCell(n, k).Number("number-columns-spanned"); ok && v > 1 {
					return // part of the cell before it
				}
			}
			row = append(row, nil)
		}
	})
	return row
}

// lastCell is the cell before a covered one.
func lastCell(row, covered *office.Node) (last *office.Node) {
	for _, k := range row.Kids {
		if k == covered {
			return last
		}
		if k.Name == "table-cell" {
			last = k
		}
	}
	return nil
}

// paragraph is a paragraph in the making.
type paragraph struct {
	office.Para
	r     *reader
	link  string
	tip   string
	caps  bool
	shown bool
	paged bool
	boxes [][]office.Block
}

func (r *reader) paragraph(n *office.Node, l list) {
	name := n.Attr("style-name")
	chain := r.d.styles.chain("paragraph", name)
	p := &paragraph{r: r, caps: true}
	p.before(chain)
	for _, st := range chain {
		if !automatic(st.name) {
			p.Style = st.name
			break
		}
	}
	p.Level = levelOf(n, chain)
	p.Item = p.Level == 0 && l.point && r.d.styles.marks(l.style, l.level)
	letters := look{size: 12}.over(chain)
	p.Bold, p.Italic = letters.bold, letters.italic
	p.inline(n, letters, "")
	if p.caps && p.shown && p.Level == 0 && !p.Item && office.IsShortLine(p.Text()) {
		p.Level = office.CapitalsLevel
	}
	r.blocks, r.aside = office.PlaceBoxes(r.blocks, r.aside, p.boxes)
	if p.paged && r.margin {
		if text := strings.TrimSpace(p.Text()); strings.ContainsFunc(text, unicode.IsLetter) {
			r.paged = append(r.paged, text)
		}
		return
	}
	r.blocks = append(r.blocks, office.Block{Para: &p.Para})
}

// automatic reports whether a name of a style was made by the program: P1, T12.
func automatic(name string) bool {
	if len(name) < 2 || name[0] != 'P' && name[0] != 'T' {
		return false
	}
	_, err := strconv.Atoi(name[1:])
	return err == nil
}

// before takes the space around a paragraph from its styles.
func (p *paragraph) before(chain []*style) {
	before, after := false, false
	for i, st := range chain {
		if !before && st.before >= 0 {
			p.Before, before = st.before, true
		}
		if !after && st.after >= 0 {
			p.After, after = st.after, true
		}
		p.Contextual = p.Contextual || st.contextual
		p.Fresh = p.Fresh || i == 0 && st.column
	}
}

// levelOf is the level of a heading: 1 for a title, 2 for a heading of the first level.
func levelOf(n *office.Node, chain []*style) int {
	for _, st := range chain {
		if st.name == "Title" {
			return 1
		}
	}
	if n.Name == "h" {
		if v, err := strconv.Atoi(n.Attr("outline-level")); err == nil && v > 0 && v < 10 {
			return v + 1
		}
		return 2
	}
	for _, st := range chain {
		if st.level > 0 {
			return st.level + 1
		}
		if rest, ok := strings.CutPrefix(st.name, "Heading "); ok {
			if v, err := strconv.Atoi(rest); err == nil && v > 0 && v < 10 {
				return v + 1
			}
		}
	}
	return 0
}

// inline reads what stands in a paragraph.
func (p *paragraph) inline(n *office.Node, l look, name string) {
	for _, k := range n.Kids {
		switch k.Name {
		case "":
			p.text(spaces(k.Text), l, name)
		case "span":
			chain := p.r.d.styles.chain("text", k.Attr("style-name"))
			inner := name
			for _, st := range chain {
				if !automatic(st.name) {
					inner = st.name
					break
				}
			}
			p.inline(k, l.over(withoutUsual(chain, p.r.d.styles.usual["text"])), inner)
		case "a":
			link, tip := p.link, p.tip
			p.link, p.tip = k.Attr("href"), k.Attr("title")
			if strings.HasPrefix(p.link, "#") {
				p.link = ""
			}
			p.inline(k, l, name)
			p.link, p.tip = link, tip
		case "tab":
			p.text("\t", l, name)
		case "s":
			n := 1
			if v, ok := k.Number("c"); ok {
				n = int(min(max(v, 1), 200))
			}
			p.text(strings.Repeat(" ", n), l, name)
		case "line-break":
			p.text("\n", l, name)
		case "bookmark", "bookmark-start":
			if p.Mark == "" {
				p.Mark = k.Attr("name")
			}
		case "note":
			if text := strings.Join(strings.Fields(k.Kid("note-body").Content()), " "); text != "" {
				p.r.d.left = append(p.r.d.left, taking.Left{Text: text})
			}
		case "page-number", "page-count":
			p.paged = true
		case "annotation", "annotation-end", "tracked-changes", "soft-page-break", "change", "change-start", "change-end", "ruby-text", "title", "desc":
		case "frame", "custom-shape", "rect", "g":
			p.drawing(k)
		default: // fields show their text
			p.inline(k, l, name)
		}
	}
}

func withoutUsual(chain []*style, usual *style) []*style {
	if n := len(chain); n > 0 && chain[n-1] == usual {
		return chain[:n-1]
	}
	return chain
}

// spaces is text with single spaces, as the format has it.
func spaces(text string) string {
	if !strings.ContainsAny(text, "\t\n\r") && !strings.Contains(text, "  ") {
		return text
	}
	var b strings.Builder
	space := false
	for _, c := range text {
		if c == ' ' || c == '\t' || c == '\n' || c == '\r' {
			if !space {
				b.WriteByte(' ')
			}
			space = true
			continue
		}
		space = false
		b.WriteRune(c)
	}
	return b.String()
}

func (p *paragraph) text(text string, l look, name string) {
	if text == "" || l.hidden {
		return
	}
	if strings.TrimSpace(text) != "" {
		p.shown = true
		p.caps = p.caps && l.caps
	}
	run := office.Run{Run: structure.Run{Text: text, Bold: l.bold, Italic: l.italic, Size: l.size, Link: p.link}, Style: name, Tip: p.tip}
	if n := len(p.Runs) - 1; n >= 0 && p.Runs[n].Same(run) {
		p.Runs[n].Text += text
		return
	}
	p.Runs = append(p.Runs, run)
}

// drawing reads the text in a drawing, and notes its picture.
func (p *paragraph) drawing(n *office.Node) {
	switch n.Name {
	case "text-box", "custom-shape", "rect":
		inner := &reader{d: p.r.d, margin: p.r.margin}
		inner.container(n, list{})
		p.r.pictures = append(p.r.pictures, inner.pictures...)
		if box := append(inner.blocks, inner.aside...); len(box) > 0 {
			p.boxes = append(p.boxes, box)
		}
	case "image":
		if to := n.Attr("href"); to != "" {
			p.r.pictures = append(p.r.pictures, to)
		}
	default:
		n.Each(p.drawing)
	}
}
