package resume

import "strings"

// Span is a run of text in one style.
type Span struct {
	Text   string
	Bold   bool
	Italic bool
	Link   string // the address it leads to, "" for none
	At     int    // byte offset in the source of Text's first byte
}

// Spans reads the inline marks that a text of a resume may carry: **bold**,
// *italic*, ***both***, [text](url), and a backslash before a mark, or before
// what could be HTML, that is meant as itself. A mark without its partner stands for itself. The marks are
// a subset of CommonMark's, so that other tools that read JSON Resume agree.
func Spans(source string) []Span {
	p := inlineParser{src: source}
	p.run(0, len(source), Span{})
	return p.spans
}

// Plain is the text without its inline marks, as an extractor reads the page.
func Plain(source string) string {
	if !strings.ContainsAny(source, `*[\`) {
		return source
	}
	var b strings.Builder
	for _, s := range Spans(source) {
		b.WriteString(s.Text)
	}
	return b.String()
}

type inlineParser struct {
	src   string
	spans []Span
}

// run reads src[from:to] in the given style.
func (p *inlineParser) run(from, to int, style Span) {
	for i := from; i < to; {
		switch p.src[i] {
		case '\\':
			if i+1 < to && strings.IndexByte(`*[]()\<&`, p.src[i+1]) >= 0 {
				p.add(i+1, i+2, style)
				i += 2
				continue
			}
		case '*':
			if n := p.emphasis(i, to, style); n > i {
				i = n
				continue
			}
		case '[':
			if n := p.link(i, to, style); n > i {
				i = n
				continue
			}
		}
		n := i + 1
		for n < to && strings.IndexByte(`\*[`, p.src[n]) < 0 {
			n++
		}
		p.add(i, n, style)
		i = n
	}
}

// emphasis reads a starred run at i and returns where it ends, or i if the
// stars stand for themselves.
func (p *inlineParser) emphasis(i, to int, style Span) int {
	n := 1
	for n < 3 && i+n < to && p.src[i+n] == '*' {
		n++
	}
	for ; n > 0; n-- {
		open := i + n
		if open >= to || isSpace(p.src[open]) || p.src[open] == '*' {
			continue
		}
		end := p.closing(open, to, n)
		if end < 0 {
			continue
		}
		inner := style
		inner.Bold = inner.Bold || n >= 2
		inner.Italic = inner.Italic || n != 2
		p.run(open, end, inner)
		return end + n
	}
	return i
}

// closing finds the n stars that end an emphasis opened before from.
func (p *inlineParser) closing(from, to, n int) int {
	for i := from; i < to; {
		switch {
		case p.src[i] == '\\':
			i += 2
		case p.src[i] == '*':
			run := 1
			for i+run < to && p.src[i+run] == '*' {
				run++
			}
			if run >= n && (n != 1 || run != 2) && !isSpace(p.src[i-1]) && i > from {
				return i + run - n
			}
			i += run
		default:
			i++
		}
	}
	return -1
}

// link reads [text](url) at i and returns where it ends, or i if the bracket
// stands for itself.
func (p *inlineParser) link(i, to int, style Span) int {
	if style.Link != "" {
		return i
	}
	mid := strings.Index(p.src[i:to], "](")
	if mid <= 1 {
		return i
	}
	mid += i
	depth, end := 1, mid+2
	for ; end < to; end++ {
		switch p.src[end] {
		case '(':
			depth++
		case ')':
			depth--
		case ' ', '\t', '\n':
			return i
		}
		if depth == 0 {
			break
		}
	}
	if end >= to || end == mid+2 || strings.IndexByte(p.src[i+1:mid], '[') >= 0 {
		return i
	}
	inner := style
	inner.Link = p.src[mid+2 : end]
	p.run(i+1, mid, inner)
	return end + 1
}

func (p *inlineParser) add(from, to int, style Span) {
	if last := len(p.spans) - 1; last >= 0 {
		s := &p.spans[last]
		if s.At+len(s.Text) == from && s.Bold == style.Bold && s.Italic == style.Italic && s.Link == style.Link {
			s.Text += p.src[from:to]
			return
		}
	}
	style.Text, style.At = p.src[from:to], from
	p.spans = append(p.spans, style)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
