package markdown

import (
	"html"
	"strings"

	"resumax/render/outline"
)

// spansOf reads the inline marks of a text: emphasis, links, code, escapes, what little HTML
// people write. A hard break is a line break.
func spansOf(text string, references map[string]string) []outline.Span {
	if len(text) > 4*longestText {
		return []outline.Span{{Text: text}}
	}
	p := inlineParser{src: text, references: references}
	p.run()
	return p.out
}

type inlineParser struct {
	src        string
	references map[string]string
	out        []outline.Span
	open       []string // marks that are open, the last one innermost
	link       string
	tail       map[string]int // where each mark is last found
}

func (p *inlineParser) add(text string) {
	if text == "" {
		return
	}
	s := outline.Span{Text: text, Link: p.link}
	for _, m := range p.open {
		s.Bold = s.Bold || len(m) == 2
		s.Italic = s.Italic || len(m) == 1
	}
	if n := len(p.out) - 1; n >= 0 && p.out[n].Bold == s.Bold && p.out[n].Italic == s.Italic && p.out[n].Link == s.Link {
		p.out[n].Text += text
		return
	}
	p.out = append(p.out, s)
}

const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"

func (p *inlineParser) run() {
	src := p.src
	for i := 0; i < len(src); {
		switch c := src[i]; {
		case c == '\\' && i+1 < len(src) && src[i+1] == '\n':
			p.add("\n")
			i += 2
		case c == '\\' && i+1 < len(src) && strings.IndexByte(punctuation, src[i+1]) >= 0:
			p.add(src[i+1 : i+2])
			i += 2
		case c == '`':
			i = p.code(i)
		case c == '*' || c == '_':
			i = p.emphasis(i)
		case c == '~' && strings.HasPrefix(src[i:], "~~"):
			i += 2
		case c == '!' && strings.HasPrefix(src[i:], "!["):
			if _, _, end, ok := p.linkAt(i + 1); ok {
				i = end // a picture
				continue
			}
			p.add("!")
			i++
		case c == '[':
			i = p.linked(i)
		case c == '<':
			i = p.tag(i)
		case c == '&':
			end := strings.IndexByte(src[i:min(len(src), i+12)], ';')
			if end > 0 {
				if text := html.UnescapeString(src[i : i+end+1]); text != src[i:i+end+1] {
					p.add(text)
					i += end + 1
					continue
				}
			}
			p.add("&")
			i++
		default:
			n := i + 1
			for n < len(src) && strings.IndexByte("\\`*_~![<&", src[n]) < 0 {
				n++
			}
			p.add(src[i:n])
			i = n
		}
	}
}

func (p *inlineParser) code(i int) int {
	n := 1
	for i+n < len(p.src) && p.src[i+n] == '`' {
		n++
	}
	end := strings.Index(p.src[i+n:], p.src[i:i+n])
	if end < 0 {
		p.add(p.src[i : i+n])
		return i + n
	}
	text := p.src[i+n : i+n+end]
	if trimmed := strings.TrimSpace(text); trimmed != "" {
		text = trimmed
	}
	p.add(text)
	return i + n + end + n
}

// emphasis reads a run of stars or underscores.
func (p *inlineParser) emphasis(i int) int {
	c := p.src[i : i+1]
	n := 1
	for i+n < len(p.src) && p.src[i+n] == c[0] {
		n++
	}
	end := i + n
	before, behind := byte(' '), byte(' ')
	if i > 0 {
		before = p.src[i-1]
	}
	if end < len(p.src) {
		behind = p.src[end]
	}
	word := func(b byte) bool {
		return b >= 'a' && b <= 'z' || b >= 'A' && b <= 'Z' || b >= '0' && b <= '9' || b >= 0x80
	}
	space := func(b byte) bool { return b == ' ' || b == '\n' || b == '\t' }
	opens, closes := !space(behind), !space(before)
	if c == "_" && word(before) && word(behind) {
		opens, closes = false, false // snake_case
	}
	for n > 0 {
		if last := len(p.open) - 1; closes && last >= 0 && p.open[last][0] == c[0] && len(p.open[last]) <= n {
			n -= len(p.open[last])
			p.open = p.open[:last]
			continue
		}
		size := min(n, 2)
		if opens && p.later(strings.Repeat(c, size), end) {
			p.open = append(p.open, strings.Repeat(c, size))
			n -= size
			continue
		}
		if opens && size == 2 && p.later(c, end) {
			p.open = append(p.open, c)
			n--
			continue
		}
		p.add(strings.Repeat(c, n))
		break
	}
	return end
}

// later reports whether a mark stands behind a place.
func (p *inlineParser) later(mark string, from int) bool {
	if p.tail == nil {
		p.tail = map[string]int{}
	}
	at, ok := p.tail[mark]
	if !ok {
		at = strings.LastIndex(p.src, mark)
		for at > 0 && p.src[at-1] == '\\' {
			at = strings.LastIndex(p.src[:at], mark)
		}
		p.tail[mark] = at
	}
	return at >= from
}

// linkAt reads [text](url) or [text][reference] at a bracket.
func (p *inlineParser) linkAt(i int) (text, url string, end int, ok bool) {
	const longest = 4000
	depth, mid := 0, -1
	for j := i; j < len(p.src) && j < i+longest; j++ {
		switch p.src[j] {
		case '\\':
			j++
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				mid = j
			}
		}
		if mid >= 0 {
			break
		}
	}
	if mid < 0 {
		return "", "", i, false
	}
	text = p.src[i+1 : mid]
	rest := p.src[mid+1 : min(len(p.src), mid+1+longest)]
	switch {
	case strings.HasPrefix(rest, "(<"):
		to := strings.Index(rest, ">")
		if to < 0 || to+1 >= len(rest) {
			return "", "", i, false
		}
		close := strings.IndexByte(rest[to:], ')')
		if close < 0 {
			return "", "", i, false
		}
		return text, rest[2:to], mid + 1 + to + close + 1, true
	case strings.HasPrefix(rest, "("):
		depth := 0
		for j := 0; j < len(rest); j++ {
			if rest[j] == '\\' {
				j++
				continue
			}
			if rest[j] == '(' {
				depth++
			}
			if rest[j] == ')' {
				if depth--; depth == 0 {
					url, _, _ = strings.Cut(strings.TrimSpace(rest[1:j]), " ")
					return text, unescaped(url), mid + 1 + j + 1, true
				}
			}
		}
	case strings.HasPrefix(rest, "["):
		if to := strings.IndexByte(rest, ']'); to > 0 {
			name := rest[1:to]
			if name == "" {
				name = text
			}
			if url, ok := p.references[strings.ToLower(name)]; ok {
				return text, url, mid + 1 + to + 1, true
			}
		}
	default:
		if url, ok := p.references[strings.ToLower(text)]; ok {
			return text, url, mid + 1, true
		}
	}
	return "", "", i, false
}

func unescaped(text string) string {
	if !strings.Contains(text, "\\") && !strings.Contains(text, "&") {
		return text
	}
	var b strings.Builder
	for i := 0; i < len(text); i++ {
		if text[i] == '\\' && i+1 < len(text) && strings.IndexByte(punctuation, text[i+1]) >= 0 {
			i++
		} else if end := strings.IndexByte(text[i:min(len(text), i+12)], ';'); text[i] == '&' && end > 0 {
			b.WriteString(html.UnescapeString(text[i : i+end+1]))
			i += end
			continue
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

func (p *inlineParser) linked(i int) int {
	text, url, end, ok := p.linkAt(i)
	if !ok || p.link != "" {
		p.add("[")
		return i + 1
	}
	in := inlineParser{src: text, references: p.references, open: p.open, link: url}
	if url == "" {
		in.link = ""
	}
	in.run()
	p.out = append(p.out, in.out...)
	return end
}

// tag reads an address in angle brackets, a comment or a tag of HTML.
func (p *inlineParser) tag(i int) int {
	rest := p.src[i:]
	if strings.HasPrefix(rest, "<!--") {
		if end := strings.Index(rest, "-->"); end >= 0 {
			p.out = append(p.out, outline.Span{}) // parts what is before it from what is behind
			return i + end + 3
		}
	}
	end := strings.IndexByte(rest, '>')
	if end < 2 || strings.ContainsAny(rest[1:2], " 0123456789=<-") {
		p.add("<")
		return i + 1
	}
	body := rest[1:end]
	switch name, _, _ := strings.Cut(strings.ToLower(strings.Trim(body, "/ ")), " "); {
	case !strings.ContainsAny(body, " ") && (strings.Contains(body, "://") || strings.Contains(body, "@")):
		link := body
		if !strings.Contains(body, ":") {
			link = "mailto:" + body
		}
		was := p.link
		p.link = link
		p.add(body)
		p.link = was
	case name == "br":
		p.add("\n")
	case name == "b" || name == "strong":
		p.html(body, "**")
	case name == "i" || name == "em":
		p.html(body, "*")
	case strings.Trim(name, "abcdefghijklmnopqrstuvwxyz0123456789!") != "":
		p.add("<")
		return i + 1
	}
	return i + end + 1
}

func (p *inlineParser) html(body, mark string) {
	if !strings.HasPrefix(body, "/") {
		p.open = append(p.open, mark)
		return
	}
	if last := len(p.open) - 1; last >= 0 && p.open[last] == mark {
		p.open = p.open[:last]
	}
}
