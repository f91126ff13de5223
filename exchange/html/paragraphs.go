package html

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"resumax/exchange/structure"
)

// paragraphsOf is the text of a page with its looks.
func paragraphsOf(root *html.Node) []structure.Paragraph {
	w := &walker{sheet: sheetOf(root), kinds: kinds{}}
	w.children(root, look{size: usualSize})
	w.end()
	return regrouped(w.all)
}

// paragraph is a paragraph with the element that it is the text of.
type paragraph struct {
	structure.Paragraph
	node  *html.Node
	nodes []*html.Node // the innermost elements of the runs
}

// look is how text looks at some place of the page.
type look struct {
	size         float64
	bold, italic bool
	link         string
	pre          bool
	node         *html.Node // the innermost element
}

// walker goes through a page and puts its text into paragraphs.
type walker struct {
	sheet *sheet
	kinds kinds
	all   []paragraph
	now   paragraph
	at    *html.Node // the element that begins lines around
	space float64    // above the next paragraph
	size  int
	fresh bool

	heading int
	item    bool
	tab     bool // stands before the next text
}

// maxText bounds the text of a page.
const maxText = 4 << 20

// text adds text to the paragraph.
func (w *walker) text(text string, l look) {
	if !l.pre {
		text = spaces(text)
		if len(w.now.Runs) == 0 || endsWithSpace(w.now.Runs[len(w.now.Runs)-1].Text) {
			text = strings.TrimLeft(text, " ")
		}
	}
	if text == "" || w.size > maxText {
		return
	}
	w.size += len(text)
	if w.tab && strings.TrimSpace(text) != "" {
		if len(w.now.Runs) > 0 {
			text = "\t" + strings.TrimLeft(text, " ")
		}
		w.tab = false
	}
	w.now.Runs = append(w.now.Runs, structure.Run{Text: text, Bold: l.bold, Italic: l.italic, Size: l.size, Link: l.link})
	w.now.nodes = append(w.now.nodes, l.node)
}

func endsWithSpace(text string) bool {
	return strings.HasSuffix(text, " ") || strings.HasSuffix(text, "\n") || strings.HasSuffix(text, "\t")
}

// end ends the paragraph.
func (w *walker) end() {
	p := w.now
	w.now, w.tab = paragraph{}, false
	p.node = w.at
	var text strings.Builder
	for _, r := range p.Runs {
		text.WriteString(r.Text)
	}
	if !strings.ContainsFunc(text.String(), func(c rune) bool { return !strings.ContainsRune(white+"\u00a0\u200b", c) }) {
		return
	}
	p.Heading, p.Item, p.Space, p.Fresh = w.heading, w.item, w.space, w.fresh
	w.item, w.space, w.fresh = false, 0, false
	w.all = append(w.all, p)
}

func (w *walker) children(n *html.Node, l look) {
	var last *html.Node
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode {
			// Tags and other boxes in a row: alike, with no text between them.
			if last != nil && alike(last, c) && len(w.now.Runs) > 0 {
				w.tab = true
			}
			last = c
		} else if c.Type == html.TextNode && strings.TrimSpace(c.Data) != "" {
			last = nil
		}
		w.node(c, l)
	}
}

// alike reports whether two elements are of one kind.
func alike(a, b *html.Node) bool {
	return a.Data == b.Data && attribute(a, "class") == attribute(b, "class") && (attribute(a, "class") != "" || a.DataAtom == atom.Li)
}

func (w *walker) node(n *html.Node, l look) {
	if n.Type == html.TextNode {
		w.text(n.Data, l)
		return
	}
	if skipped(n) {
		return
	}
	style := w.sheet.styleOf(n)
	if style["display"] == "none" || style["visibility"] == "hidden" {
		return
	}
	l = lookOf(n, l, style)
	l.node = n
	if n.DataAtom == atom.Br {
		if len(w.now.Runs) > 0 {
			w.now.Runs = append(w.now.Runs, structure.Run{Text: "\n", Size: l.size})
			w.now.nodes = append(w.now.nodes, n)
		}
		return
	}
	switch {
	case n.DataAtom == atom.Tr:
		w.row(n, l)
	case n.DataAtom == atom.Input || n.DataAtom == atom.Img:
	case style["float"] == "right" || hasClass(n, "pull-right") || hasClass(n, "float-right"):
		if hasBlocks(n) {
			w.block(n, l, style)
			return
		}
		w.tab = true
		w.children(n, l)
		w.tab = true
	case isRow(style) && !hasBlocks(n):
		w.flexRow(n, l)
	case isBlock(n, style), isBlock(n, nil) && w.kinds.of(textOf(n)) != "": // a heading beside its section
		w.block(n, l, style)
	default:
		w.children(n, l)
	}
}

// lookOf is how the text of an element looks.
func lookOf(n *html.Node, l look, style map[string]string) look {
	switch n.DataAtom {
	case atom.B, atom.Strong, atom.Th:
		l.bold = true
	case atom.I, atom.Em, atom.Cite, atom.Dfn, atom.Address:
		l.italic = true
	case atom.H1:
		l.size, l.bold = 24, true
	case atom.H2:
		l.size, l.bold = 18, true
	case atom.H3:
		l.size, l.bold = 14, true
	case atom.H4, atom.H5, atom.H6:
		l.bold = true
	case atom.Big:
		l.size *= 1.2
	case atom.Small:
		l.size /= 1.2
	case atom.Pre:
		l.pre = true
	case atom.A:
		if link := strings.TrimSpace(attribute(n, "href")); link != "" && !strings.HasPrefix(link, "#") {
			l.link = link
		}
	}
	if v, ok := style["font-weight"]; ok {
		l.bold = v == "bold" || v == "bolder" || v >= "600" && v <= "900"
	}
	if v, ok := style["font-style"]; ok {
		l.italic = v == "italic" || v == "oblique"
	}
	if v, ok := style["font-size"]; ok {
		l.size = fontSize(v, l.size)
	}
	if v, ok := style["font"]; ok {
		l.bold = l.bold || strings.Contains(v, "bold")
	}
	if v, ok := style["white-space"]; ok {
		l.pre = v == "pre" || v == "pre-wrap" || v == "pre-line"
	}
	return l
}

// block reads an element that begins a line.
func (w *walker) block(n *html.Node, l look, style map[string]string) {
	w.end()
	heading, item, around := w.heading, w.item, w.at
	w.at = n
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = int(n.Data[1] - '0')
		w.space = max(w.space, 1)
	case atom.Li:
		w.item = true
	case atom.Article, atom.Section, atom.Dt, atom.Hr:
		w.space = max(w.space, 0.6)
	case atom.Div, atom.Table:
		if hasBlocks(n) {
			w.space = max(w.space, 0.6)
		}
	}
	w.children(n, l)
	w.end()
	w.heading, w.at = heading, around
	if n.DataAtom == atom.Li {
		w.item = item
	}
}

// flexRow reads an element whose children are beside each other.
func (w *walker) flexRow(n *html.Node, l look) {
	w.end()
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, l)
		if c.Type == html.ElementNode {
			w.tab = true
		}
	}
	w.end()
}

// row reads a row of a table: its cells beside each other, or one after the other where
// they hold more than a line.
func (w *walker) row(n *html.Node, l look) {
	w.end()
	simple := true
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		simple = simple && !hasBlocks(c)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c, l)
		if c.Type == html.ElementNode {
			if !simple {
				w.end()
			}
			w.tab = true
		}
	}
	w.end()
}

// isRow reports whether an element's children are beside each other.
func isRow(style map[string]string) bool {
	d := style["display"]
	return (d == "flex" || d == "inline-flex") && !strings.HasPrefix(style["flex-direction"], "column")
}

// hasBlocks reports whether an element holds others that begin lines.
func hasBlocks(n *html.Node) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type == html.ElementNode && (isBlock(c, nil) || hasBlocks(c)) {
			return true
		}
	}
	return false
}

func isBlock(n *html.Node, style map[string]string) bool {
	switch d := style["display"]; {
	case d == "":
	case strings.HasPrefix(d, "inline"), d == "table-cell", d == "contents":
		return false
	default:
		return true
	}
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Center, atom.Dd, atom.Details, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr, atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu,
		atom.Ol, atom.P, atom.Pre, atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Tfoot, atom.Thead, atom.Tr, atom.Ul, atom.Caption:
		return true
	}
	return false
}
