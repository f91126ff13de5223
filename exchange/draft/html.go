package draft

import (
	"html"
	"strings"

	"resumax/resume"
)

// HTML is a text with paragraphs and inline marks as HTML, and then its bullets.
func HTML(text string, bullets ...string) string {
	var b strings.Builder
	list := false
	end := func(item bool) {
		if list && !item {
			b.WriteString("</ul>")
		}
		if item && !list {
			b.WriteString("<ul>")
		}
		list = item
	}
	item := func(text string) {
		end(true)
		b.WriteString("<li><p>" + Inline(text) + "</p></li>")
	}
	for line := range strings.SplitSeq(text, "\n") {
		if bullet, ok := strings.CutPrefix(line, resume.BulletMark); ok {
			item(bullet)
		} else if strings.TrimSpace(line) != "" {
			end(false)
			b.WriteString("<p>" + Inline(line) + "</p>")
		}
	}
	for _, text := range bullets {
		item(text)
	}
	end(false)
	return b.String()
}

// Inline is a text with inline marks as HTML.
func Inline(text string) string {
	var b strings.Builder
	for _, s := range resume.Spans(text) {
		open, end := "", ""
		if s.Link != "" {
			target := s.Link
			if to, ok := resume.Link(target); ok {
				target = to
			}
			open, end = `<a href="`+html.EscapeString(target)+`">`, "</a>"
		}
		if s.Bold {
			open, end = open+"<strong>", "</strong>"+end
		}
		if s.Italic {
			open, end = open+"<em>", "</em>"+end
		}
		b.WriteString(open + strings.ReplaceAll(quote(s.Text), "\n", "<br>") + end)
	}
	return b.String()
}

// quote is a text in HTML. What quotes code elsewhere is meant as itself.
func quote(text string) string { return strings.ReplaceAll(html.EscapeString(text), "`", "&#96;") }

// LabeledHTML is a paragraph that [Labeled] reads as a field; nothing where there is no text.
func LabeledHTML(label, text string) string {
	if text == "" {
		return ""
	}
	return "<p><strong>" + quote(label) + ":</strong> " + quote(text) + "</p>"
}
