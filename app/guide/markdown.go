package guide

import (
	"strings"
	"unicode"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	tables "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"

	"resumax/widgets"
)

var markdown = goldmark.New(goldmark.WithExtensions(extension.Table))

// Names are how the window calls what the English text names.
type Names struct {
	Keys func(string) string // the keys of a shortcut such as "Ctrl+S", as this system writes them
	Text func(string) string // a menu, a command or another text of the window, in the interface's language
}

// Read makes Markdown blocks of a text to read. Pictures are left out.
func Read(source string, names Names) []widgets.ProseBlock {
	r := reader{source: []byte(source), names: names}
	r.blocksOf(markdown.Parser().Parse(text.NewReader(r.source)), -1)
	return r.blocks
}

type reader struct {
	source []byte
	names  Names
	blocks []widgets.ProseBlock
	key    bool // within <kbd>
}

func (r *reader) add(b widgets.ProseBlock) {
	if strings.TrimSpace(b.Text()) != "" {
		r.blocks = append(r.blocks, b)
	}
}

// blocksOf adds the blocks within a node. Deep is how deep the list around is, from 0, and -1 for none.
func (r *reader) blocksOf(parent ast.Node, deep int) {
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Heading:
			b := widgets.ProseBlock{Kind: widgets.ProseHeading, Level: n.Level, Spans: r.spansOf(n, widgets.ProseSpan{})}
			b.ID = Anchor(b.Text())
			r.add(b)
		case *ast.Paragraph, *ast.TextBlock:
			r.add(widgets.ProseBlock{Kind: widgets.ProseText, Spans: r.spansOf(n, widgets.ProseSpan{})})
		case *ast.List:
			r.list(n, deep+1)
		case *ast.FencedCodeBlock, *ast.CodeBlock:
			var b strings.Builder
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				b.Write(line.Value(r.source))
			}
			r.add(widgets.ProseBlock{Kind: widgets.ProseCode, Spans: []widgets.ProseSpan{{Text: strings.TrimRight(b.String(), "\n")}}})
		case *tables.Table:
			for row := n.FirstChild(); row != nil; row = row.NextSibling() {
				b := widgets.ProseBlock{Kind: widgets.ProseRow}
				_, b.Head = row.(*tables.TableHeader)
				for cell := row.FirstChild(); cell != nil; cell = cell.NextSibling() {
					b.Cells = append(b.Cells, r.spansOf(cell, widgets.ProseSpan{}))
				}
				r.add(b)
			}
		case *ast.HTMLBlock, *ast.ThematicBreak:
		default:
			r.blocksOf(n, deep)
		}
	}
}

// list adds the points of a list: of each the first paragraph has its sign, what follows stands below.
func (r *reader) list(l *ast.List, deep int) {
	number := 0
	if l.IsOrdered() {
		number = l.Start
	}
	for item := l.FirstChild(); item != nil; item = item.NextSibling() {
		first := len(r.blocks)
		r.blocksOf(item, deep)
		if first < len(r.blocks) && r.blocks[first].Kind == widgets.ProseText {
			r.blocks[first].Kind, r.blocks[first].Level, r.blocks[first].Number = widgets.ProseItem, deep, number
		}
		if number > 0 {
			number++
		}
	}
}

// spansOf are the texts within a node, in a style that those around them have.
func (r *reader) spansOf(parent ast.Node, style widgets.ProseSpan) (all []widgets.ProseSpan) {
	add := func(text string, style widgets.ProseSpan) {
		if text == "" {
			return
		}
		style.Text = text
		if r.key {
			style.Key, style.Text = true, r.names.Keys(text)
		}
		all = append(all, style)
	}
	for n := parent.FirstChild(); n != nil; n = n.NextSibling() {
		switch n := n.(type) {
		case *ast.Text:
			add(string(n.Value(r.source)), style)
			if n.SoftLineBreak() || n.HardLineBreak() {
				add(" ", style)
			}
		case *ast.String:
			add(string(n.Value), style)
		case *ast.CodeSpan:
			code := style
			code.Code = true
			all = append(all, r.spansOf(n, code)...)
		case *ast.Emphasis:
			inner := style
			inner.Bold = true // also for the names of commands, which slanted letters would hide on a screen
			text := ""
			for _, s := range r.spansOf(n, inner) {
				text += s.Text
			}
			parts := strings.Split(strings.Join(strings.Fields(text), " "), " ▸ ")
			for i, p := range parts {
				if n.PreviousSibling() != nil || n.NextSibling() != nil { // else it is a heading of the text's own
					parts[i] = r.names.Text(p)
				}
			}
			add(strings.Join(parts, " ▸ "), inner)
		case *ast.Link:
			link := style
			link.Link = string(n.Destination)
			for _, s := range r.spansOf(n, link) {
				add(s.Text, s)
			}
		case *ast.Image:
		case *ast.RawHTML:
			for i := range n.Segments.Len() {
				segment := n.Segments.At(i)
				switch string(segment.Value(r.source)) {
				case "<kbd>":
					r.key = true
				case "</kbd>":
					r.key = false
				}
			}
		default:
			all = append(all, r.spansOf(n, style)...)
		}
	}
	return all
}

// Anchor is the end of a heading's address as GitHub makes it: "Save a copy" is at #save-a-copy.
func Anchor(heading string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(heading) {
		switch {
		case r == ' ' || r == '-':
			b.WriteByte('-')
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			b.WriteRune(r)
		}
	}
	return b.String()
}
