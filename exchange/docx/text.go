package docx

import (
	"strconv"
	"strings"
	"unicode"

	"resumax/exchange/office"
	"resumax/exchange/structure"
)

// reader reads the text of a part.
type reader struct {
	d        *document
	links    map[string]link
	margin   bool // it is a header or footer
	blocks   []office.Block
	aside    []office.Block // text boxes that stand beside the text
	pictures []string
	paged    []string // texts with the number of a page

	fields []field // those that are open, the outermost first
}

// field is text that Word computes, such as a link or a page number.
type field struct {
	code   string
	result bool // its code is complete
}

// paragraph is a paragraph in the making.
type paragraph struct {
	office.Para
	r     *reader
	look  runLook // of its style
	link  string
	tip   string
	caps  bool // all of it is set in capitals
	shown bool // it has text
	paged bool // it has a page number
	boxes [][]office.Block
}

// container reads paragraphs and tables.
func (r *reader) container(n *office.Node) {
	n.Each(func(k *office.Node) {
		switch k.Name {
		case "p":
			r.paragraph(k)
		case "tbl":
			r.blocks = append(r.blocks, office.Block{Table: r.table(k)})
		case "sdt":
			r.container(k.Kid("sdtContent"))
		case "AlternateContent":
			r.container(choice(k))
		case "del", "moveFrom":
		case "ins", "moveTo", "customXml", "smartTag", "txbxContent":
			r.container(k)
		}
	})
}

// choice is the one of several ways to say the same that is read.
func choice(n *office.Node) *office.Node {
	if c := n.Kid("Choice"); c != nil {
		return c
	}
	return n.Kid("Fallback")
}

func (r *reader) table(n *office.Node) *office.Table {
	t := &office.Table{}
	var rows func(*office.Node)
	rows = func(n *office.Node) {
		n.Each(func(k *office.Node) {
			switch k.Name {
			case "tr":
				if k.Kid("trPr").Kid("del") == nil {
					t.Rows = append(t.Rows, r.cells(k))
				}
			case "sdt":
				rows(k.Kid("sdtContent"))
			case "ins", "customXml":
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
		case "tc":
			if merge := k.Kid("tcPr").Kid("vMerge"); merge != nil && merge.Attr("val") != "restart" {
				row = append(row, nil)
				return
			}
			inner := &reader{d: r.d, links: r.links, margin: r.margin}
			inner.container(k)
			r.pictures = append(r.pictures, inner.pictures...)
			row = append(row, append(inner.blocks, inner.aside...))
		case "sdt":
			row = append(row, r.cells(k.Kid("sdtContent"))...)
		case "ins", "customXml":
			row = append(row, r.cells(k)...)
		}
	})
	return row
}

func (r *reader) paragraph(n *office.Node) {
	props := n.Kid("pPr")
	id := props.Kid("pStyle").Attr("val")
	if r.d.styles.byID[id] == nil {
		id = r.d.styles.usual
	}
	run, para := r.d.styles.look(id)
	if props != nil {
		para = paraLookOf(props).over(para)
	}
	look := para.over(r.d.styles.para)
	p := &paragraph{r: r, look: run, caps: true, Para: office.Para{Style: r.d.styles.nameOf(id), Level: r.d.styles.levelOf(id, para),
		Before: max(0, look.before), After: max(0, look.after), Contextual: look.contextual == yes,
		Bold: run.bold.over(r.d.styles.run.bold == yes), Italic: run.italic.over(r.d.styles.run.italic == yes)}}
	// Word numbers headings too; a style for points may leave the marks to a template.
	marked := r.d.numbering.marks(para.list, para.depth)
	p.Item = p.Level == 0 && (marked || para.list == "" && r.d.styles.listed(id))
	p.inline(n)
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

// inline reads what stands in a paragraph.
func (p *paragraph) inline(n *office.Node) {
	n.Each(func(k *office.Node) {
		switch k.Name {
		case "r":
			p.run(k)
		case "hyperlink":
			link, tip := p.link, p.tip
			if l := p.r.links[k.Attr("id")]; l.external {
				p.link, p.tip = l.target, k.Attr("tooltip")
				if p.tip == "" { // where LibreOffice puts it
					p.tip = k.Attr("tgtFrame")
				}
			}
			p.inline(k)
			p.link, p.tip = link, tip
		case "fldSimple":
			p.r.fields = append(p.r.fields, field{k.Attr("instr"), true})
			p.inline(k)
			p.r.fields = p.r.fields[:len(p.r.fields)-1]
		case "bookmarkStart":
			if p.Mark == "" {
				p.Mark = k.Attr("name")
			}
		case "sdt":
			p.inline(k.Kid("sdtContent"))
		case "AlternateContent":
			p.inline(choice(k))
		case "del", "moveFrom", "pPr":
		case "ins", "moveTo", "smartTag", "customXml", "dir", "bdo", "oMath", "oMathPara":
			p.inline(k)
		}
	})
}

// run reads text in one look.
func (p *paragraph) run(n *office.Node) {
	var direct runLook
	props := n.Kid("rPr")
	if props != nil {
		direct = runLookOf(props)
	}
	var named runLook
	name := ""
	if id := props.Kid("rStyle").Attr("val"); id != "" {
		named, _ = p.r.d.styles.look(id)
		name = p.r.d.styles.nameOf(id)
	}
	all := p.r.d.styles.run
	// What both styles turn on is off (17.7.3).
	toggled := func(a, b, below toggle) bool { return (a == yes) != (b == yes) || below == yes }
	look := office.Run{Style: name}
	look.Run = structure.Run{
		Bold:   direct.bold.over(toggled(p.look.bold, named.bold, all.bold)),
		Italic: direct.italic.over(toggled(p.look.italic, named.italic, all.italic)),
		Size:   direct.over(named).over(p.look).over(all).size,
	}
	hidden := direct.hidden.over(toggled(p.look.hidden, named.hidden, all.hidden))
	caps := direct.caps.over(toggled(p.look.caps, named.caps, all.caps))
	p.pieces(n, look, hidden, caps)
}

// pieces reads the pieces of a run.
func (p *paragraph) pieces(n *office.Node, look office.Run, hidden, caps bool) {
	n.Each(func(k *office.Node) {
		text := ""
		switch k.Name {
		case "fldChar":
			p.fieldChar(k.Attr("fldCharType"))
			return
		case "instrText":
			if f := p.r.fields; len(f) > 0 {
				f[len(f)-1].code += k.Content()
			}
			return
		case "AlternateContent":
			p.pieces(choice(k), look, hidden, caps)
			return
		case "drawing", "pict", "object":
			p.drawing(k)
			return
		case "t":
			text = k.Content()
		case "tab", "ptab":
			text = "\t"
		case "br":
			switch k.Attr("type") {
			case "page":
			case "column":
				p.Fresh = p.Fresh || !p.shown
			default:
				text = "\n"
			}
		case "cr":
			text = "\n"
		case "noBreakHyphen":
			text = "-"
		case "sym":
			text = symbol(k.Attr("font"), k.Attr("char"))
		case "pgNum":
			p.paged = true
		}
		if text == "" || hidden || p.skips() {
			return
		}
		if strings.TrimSpace(text) != "" {
			p.shown = true
			p.caps = p.caps && caps
		}
		look.Text, look.Link, look.Tip = text, p.target(), p.tip
		if l := len(p.Runs) - 1; l >= 0 && p.Runs[l].Same(look) {
			p.Runs[l].Text += text
			return
		}
		p.Runs = append(p.Runs, look)
	})
}

// fieldChar begins a field, parts its code from its result, or ends it.
func (p *paragraph) fieldChar(kind string) {
	r := p.r
	const deepest = 50
	switch {
	case kind == "begin" && len(r.fields) < deepest:
		r.fields = append(r.fields, field{})
	case len(r.fields) == 0:
	case kind == "separate":
		r.fields[len(r.fields)-1].result = true
	case kind == "end":
		r.fields = r.fields[:len(r.fields)-1]
	}
}

// skips reports whether text is not shown, because it is the code of a field, or is the number of a page.
func (p *paragraph) skips() bool {
	for _, f := range p.r.fields {
		if !f.result {
			return true
		}
		switch name, _, _ := strings.Cut(strings.TrimSpace(f.code), " "); strings.ToUpper(name) {
		case "PAGE", "NUMPAGES", "SECTIONPAGES":
			p.paged = true
			return true
		}
	}
	return false
}

// target is where text leads.
func (p *paragraph) target() string {
	for i := len(p.r.fields) - 1; i >= 0; i-- {
		if to := office.HyperlinkField(p.r.fields[i].code); to != "" {
			return to
		}
	}
	return p.link
}

// symbol is a character of a font of symbols, "" for what says nothing.
func symbol(font, char string) string {
	c, err := strconv.ParseUint(char, 16, 32)
	if err != nil {
		return ""
	}
	if c < 0xf000 && c > 0xff {
		return string(rune(c))
	}
	return string(rune(0xf000 | c&0xff)) // the bullets among these are known by their codes
}

// drawing reads the text in a drawing, and notes its picture.
func (p *paragraph) drawing(n *office.Node) {
	n.Each(func(k *office.Node) {
		switch k.Name {
		case "txbxContent":
			inner := &reader{d: p.r.d, links: p.r.links, margin: p.r.margin}
			inner.container(k)
			p.r.pictures = append(p.r.pictures, inner.pictures...)
			p.boxes = append(p.boxes, append(inner.blocks, inner.aside...))
		case "blip", "imagedata":
			id := k.Attr("embed")
			if id == "" {
				id = k.Attr("id")
			}
			if l := p.r.links[id]; l.target != "" && !l.external {
				p.r.pictures = append(p.r.pictures, l.target)
			}
		case "AlternateContent":
			p.drawing(choice(k))
		default:
			p.drawing(k)
		}
	})
}
