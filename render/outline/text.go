package outline

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resumax/resume"
)

// clean makes text fit to print: composed characters (Unicode's NFC), single
// letters for ligatures, single spaces, and no character that has neither a shape nor a meaning on paper.
func clean(s string) string {
	if plainASCII(s) {
		return s
	}
	s = strings.ToValidUTF8(s, "\uFFFD")
	var b strings.Builder
	b.Grow(len(s))
	space := true // as if one stood before the text
	for _, r := range s {
		switch {
		case r != '\u00A0' && r != '\u202F' && unicode.IsSpace(r):
			if !space {
				b.WriteByte(' ')
			}
			space = true
		case unprintable(r):
		case 0xFB00 <= r && r <= 0xFB06: // a ligature of Latin letters, copied from a page: no search finds it
			b.WriteString(norm.NFKC.String(string(r)))
			space = false
		default:
			b.WriteRune(r)
			space = false
		}
	}
	return strings.TrimRight(norm.NFC.String(b.String()), " ")
}

// plainASCII reports whether s needs no cleaning.
func plainASCII(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c > '~' || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}

// unprintable reports whether r leaves nothing on paper: control characters,
// soft hyphens, byte order marks, and code points that are no characters. What
// joins or separates letters or sets their direction stays.
func unprintable(r rune) bool {
	return unicode.IsControl(r) || r == '\u00AD' || r == '\uFEFF' ||
		r&0xFFFE == 0xFFFE || 0xFDD0 <= r && r <= 0xFDEF
}

// plain makes one span of a text in which marks mean nothing, and none of an
// empty one.
func plain(text string, at resume.Address) []Span {
	if text = clean(text); text == "" {
		return nil
	}
	return []Span{{Text: text, Address: at}}
}

// linked is plain with a link, if url is one.
func linked(text string, at resume.Address, url string) []Span {
	spans := plain(text, at)
	if len(spans) > 0 {
		spans[0].Link = target(url)
	}
	return spans
}

// target is where a link leads, and "" unless that is a page or a mailbox:
// nothing else is wanted of a printed page, and a viewer may do anything with
// other schemes.
func target(url string) string {
	link, _ := resume.Link(url)
	scheme, _, _ := strings.Cut(link, ":")
	switch strings.ToLower(scheme) {
	case "http", "https", "mailto":
		return link
	}
	return ""
}

// inline reads a text with inline marks. White space between its spans is
// single, as within them.
func inline(source string, at resume.Address) []Span {
	var spans []Span
	for _, s := range resume.Spans(source) {
		text := clean(s.Text)
		if startsWithSpace(s.Text) && len(spans) > 0 && !strings.HasSuffix(spans[len(spans)-1].Text, " ") {
			text = " " + text
		}
		if endsWithSpace(s.Text) && strings.Trim(text, " ") != "" {
			text += " "
		}
		if text == "" {
			continue
		}
		spans = append(spans, Span{Text: text, Address: at, Link: target(s.Link), Bold: s.Bold, Italic: s.Italic})
	}
	if n := len(spans); n > 0 {
		spans[n-1].Text = strings.TrimRight(spans[n-1].Text, " ")
		if spans[n-1].Text == "" {
			spans = spans[:n-1]
		}
	}
	return spans
}

func startsWithSpace(s string) bool { return strings.TrimLeft(s, " \t\r\n") != s }
func endsWithSpace(s string) bool   { return strings.TrimRight(s, " \t\r\n") != s }

// paragraphs are the texts of a text that line breaks part, without empty ones.
func paragraphs(source string) []string {
	var texts []string
	for line := range strings.Lines(source) {
		if line = strings.TrimSpace(line); line != "" {
			texts = append(texts, line)
		}
	}
	return texts
}

// join puts sep between lists of spans, leaving out empty lists.
func join(sep string, lists ...[]Span) []Span {
	var all []Span
	for _, spans := range lists {
		if len(spans) == 0 {
			continue
		}
		if len(all) > 0 {
			all = append(all, Span{Text: sep, Address: spans[0].Address})
		}
		all = append(all, spans...)
	}
	return all
}
