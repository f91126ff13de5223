package fields

import (
	"slices"
	"strings"

	"resumax/render/outline"
	"resumax/resume"
)

// Source is a text with inline marks as a resume holds it.
func Source(spans []outline.Span) string {
	spans = merged(spans)
	var b, plain strings.Builder
	for _, s := range spans {
		text := escaped(s.Text)
		plain.WriteString(text)
		inner := strings.TrimSpace(text)
		if inner == "" || !s.Bold && !s.Italic && s.Link == "" {
			b.WriteString(text)
			continue
		}
		before, behind, _ := strings.Cut(text, inner)
		stars := ""
		switch {
		case s.Bold && s.Italic:
			stars = "***"
		case s.Bold:
			stars = "**"
		case s.Italic:
			stars = "*"
		}
		if s.Link != "" {
			inner = "[" + inner + "](" + linkTarget(s.Link) + ")"
		}
		b.WriteString(before + stars + inner + stars + behind)
	}
	bare := func(text string) string { return strings.ReplaceAll(text, `\[`, "[") } // most brackets are no links
	for _, source := range []string{bare(b.String()), b.String(), bare(nested(spans)), nested(spans)} {
		if same(resume.Spans(source), spans) {
			return strings.TrimSpace(source)
		}
	}
	return strings.TrimSpace(plain.String()) // marks side by side that can't be told apart
}

// nested is a text whose marks are opened and closed only where they change.
func nested(spans []outline.Span) string {
	var b strings.Builder
	var open []string
	link := ""
	set := func(s outline.Span) {
		wants := map[string]bool{"**": s.Bold, "*": s.Italic}
		for len(open) > 0 && (!wants[open[len(open)-1]] || len(open) > 1 && !wants[open[0]] || s.Link != link) {
			b.WriteString(open[len(open)-1])
			open = open[:len(open)-1]
		}
		if link != "" && s.Link != link {
			b.WriteString("](" + linkTarget(link) + ")")
			link = ""
		}
		if s.Link != "" && link == "" {
			b.WriteByte('[')
			link = s.Link
		}
		for _, mark := range []string{"**", "*"} {
			if wants[mark] && !slices.Contains(open, mark) {
				b.WriteString(mark)
				open = append(open, mark)
			}
		}
	}
	for _, s := range spans {
		set(s)
		b.WriteString(escaped(s.Text))
	}
	set(outline.Span{})
	return b.String()
}

// merged puts spans of one style together, and spaces to what is before them.
func merged(spans []outline.Span) (all []outline.Span) {
	for _, s := range spans {
		if s.Text == "" {
			continue
		}
		if n := len(all) - 1; n >= 0 && all[n].Bold == s.Bold && all[n].Italic == s.Italic && all[n].Link == s.Link {
			all[n].Text += s.Text
			continue
		}
		all = append(all, s)
	}
	return all
}

// linkTarget is a link's address without what would end it.
func linkTarget(link string) string {
	if strings.Count(link, "(") == strings.Count(link, ")") && !strings.HasPrefix(link, ")") {
		return link
	}
	return strings.NewReplacer("(", "%28", ")", "%29").Replace(link)
}

// escaped is a text in which no character is a mark.
func escaped(text string) string {
	if !strings.ContainsAny(text, `\*[<&`) {
		return text
	}
	var b strings.Builder
	for i := range len(text) {
		next := byte(' ')
		if i+1 < len(text) {
			next = text[i+1]
		}
		letter := next >= 'a' && next <= 'z' || next >= 'A' && next <= 'Z'
		switch c := text[i]; {
		case c == '*' || c == '[', c == '<' && (letter || next == '/' || next == '!' || next == '?'), c == '&' && (letter || next == '#') && strings.Contains(text[i:], ";"),
			c == '\\' && strings.IndexByte(`*[]()\<&`, next) >= 0:
			b.WriteByte('\\')
		}
		b.WriteByte(text[i])
	}
	return b.String()
}

// same reports whether a text is read as it was meant, spaces at the borders of styles apart.
func same(read []resume.Span, meant []outline.Span) bool {
	type letter struct {
		c            rune
		bold, italic bool
		link         string
	}
	var a, b []letter
	for _, s := range read {
		for _, c := range s.Text {
			if c != ' ' {
				a = append(a, letter{c, s.Bold, s.Italic, s.Link})
			}
		}
	}
	for _, s := range meant {
		for _, c := range s.Text {
			if c != ' ' {
				link := ""
				if s.Link != "" {
					link = linkTarget(s.Link)
				}
				b = append(b, letter{c, s.Bold, s.Italic, link})
			}
		}
	}
	return slices.Equal(a, b)
}
