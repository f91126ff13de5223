package format

import (
	"strings"

	"resumax/exchange/structure"
	"resumax/exchange/taking"
)

// SourceOf is what lines say, for whoever looks at them.
func SourceOf(lines []structure.Line) []taking.Line {
	all := make([]taking.Line, 0, len(lines))
	for _, l := range lines {
		texts := make([]string, len(l.Words))
		bold := len(l.Words) > 0
		for i, w := range l.Words {
			texts[i] = w.Text
			bold = bold && w.Bold
		}
		all = append(all, taking.Line{Text: strings.Join(texts, " "), Heading: l.Heading, Item: l.Item, Bold: bold})
	}
	return all
}
