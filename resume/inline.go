package resume

import (
	"slices"
	"strings"
)

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

// inlineParser reads a text in time that is linear in its length: what a mark's
// partner is looks at the whole rest of the text, so it is found out for all
// marks at once, when the first asks.
type inlineParser struct {
	src   string
	spans []Span

	stars  []starRun   // in order, without those behind a backslash
	closer [4][]int32  // for 1 to 3 stars and each run: the first run from it on that may end them
	paren  map[int]int // where each round bracket after a link's text closes
}

// starRun is stars in a row.
type starRun struct{ at, n int }

// ends reports whether a run of stars may end an emphasis of n.
func (r starRun) ends(src string, n int) bool {
	return r.n >= n && (n != 1 || r.n != 2) && r.at > 0 && !isSpace(src[r.at-1])
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

// closing finds the n stars that end an emphasis whose text begins at from.
func (p *inlineParser) closing(from, to, n int) int {
	if p.stars == nil {
		p.findStars()
	}
	index := func(at int) int {
		i, _ := slices.BinarySearchFunc(p.stars, at, func(r starRun, at int) int { return r.at - at })
		return i
	}
	first, last := index(from), index(to)-1
	if first > last {
		return -1
	}
	if i := int(p.closer[n][first]); i < last {
		return p.stars[i].at + p.stars[i].n - n
	}
	r := p.stars[last]
	r.n = min(r.n, to-r.at) // the text's end may cut it
	if !r.ends(p.src, n) {
		return -1
	}
	return r.at + r.n - n
}

// findStars notes the runs of stars, and which of them may end what.
func (p *inlineParser) findStars() {
	p.stars = []starRun{}
	for i := 0; i < len(p.src); i++ {
		switch p.src[i] {
		case '\\':
			i++
		case '*':
			r := starRun{i, 1}
			for i+1 < len(p.src) && p.src[i+1] == '*' {
				i++
				r.n++
			}
			p.stars = append(p.stars, r)
		}
	}
	for n := 1; n < len(p.closer); n++ {
		next := make([]int32, len(p.stars))
		last := int32(len(p.stars))
		for i := len(p.stars) - 1; i >= 0; i-- {
			if p.stars[i].ends(p.src, n) {
				last = int32(i)
			}
			next[i] = last
		}
		p.closer[n] = next
	}
}

// link reads [text](url) at i and returns where it ends, or i if the bracket
// stands for itself.
func (p *inlineParser) link(i, to int, style Span) int {
	if style.Link != "" {
		return i
	}
	mid := i + 1
	for mid+1 < to && (p.src[mid] != ']' || p.src[mid+1] != '(') {
		if p.src[mid] == '[' {
			return i // it may be the link's beginning
		}
		mid++
	}
	if mid+1 >= to || mid == i+1 {
		return i
	}
	end, closed := p.closingParen(mid + 1)
	if !closed || end >= to || end == mid+2 {
		return i
	}
	inner := style
	inner.Link = p.src[mid+2 : end]
	p.run(i+1, mid, inner)
	return end + 1
}

// closingParen finds the partner of the round bracket at i; no space stands
// between them.
func (p *inlineParser) closingParen(i int) (end int, ok bool) {
	if p.paren == nil {
		p.paren = map[int]int{}
		var open []int
		for at := range len(p.src) {
			switch c := p.src[at]; {
			case c == '(':
				open = append(open, at)
			case c == ')' && len(open) > 0:
				if last := open[len(open)-1]; last > 0 && p.src[last-1] == ']' {
					p.paren[last] = at
				}
				open = open[:len(open)-1]
			case isSpace(c):
				open = open[:0]
			}
		}
	}
	end, ok = p.paren[i]
	return end, ok
}

func (p *inlineParser) add(from, to int, style Span) {
	if last := len(p.spans) - 1; last >= 0 {
		s := &p.spans[last]
		if s.At+len(s.Text) == from && s.Bold == style.Bold && s.Italic == style.Italic && s.Link == style.Link {
			s.Text = p.src[s.At:to]
			return
		}
	}
	style.Text, style.At = p.src[from:to], from
	p.spans = append(p.spans, style)
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' }
