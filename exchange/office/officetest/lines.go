// Package officetest has what tests of word processors' formats share.
package officetest

import (
	"strings"

	"resumax/exchange/structure"
)

// Lines are paragraphs as text, a line each: their level or mark, and what is bold, italic or
// a link. A bar begins what is fresh.
func Lines(all []structure.Paragraph) string {
	var b strings.Builder
	for _, p := range all {
		if p.Fresh {
			b.WriteString("| ")
		}
		if p.Heading > 0 {
			b.WriteString(strings.Repeat("#", p.Heading) + " ")
		}
		if p.Item {
			b.WriteString("* ")
		}
		for _, r := range p.Runs {
			text := strings.NewReplacer("\t", "→", "\n", "↵").Replace(r.Text)
			if r.Bold {
				text = "<b>" + text
			}
			if r.Italic {
				text = "<i>" + text
			}
			if r.Link != "" {
				text += "(" + r.Link + ")"
			}
			b.WriteString(text)
		}
		b.WriteString("\n")
	}
	return b.String()
}
