package markdown

import (
	"context"
	"fmt"
	"strings"

	"resumax/exchange/charset"
	"resumax/exchange/format"
	"resumax/exchange/heads"
	"resumax/exchange/structure"
)

// largest is how many bytes a file may have.
const largest = 2 << 20

// sniff knows text that has headings of Markdown, or links and emphasis in several lines.
func sniff(data []byte) bool {
	const enough = 64 << 10
	if !charset.IsText(data) {
		return false
	}
	text := charset.Decode(data[:min(len(data), enough)])
	if charset.IsData(text) {
		return false
	}
	headings, marks := 0, 0
	last := ""
	for line := range strings.Lines(text) {
		bare := strings.TrimSpace(line)
		switch {
		case isHeading(bare) > 0 && strings.HasPrefix(line, "#") && len(bare) > 2:
			headings++
		case len(last) > 2 && isUnderline(bare) && bare[0] == '=' || strings.Contains(bare, "](") && strings.Contains(bare, "["):
			marks++
		case strings.Count(bare, "**") >= 2:
			marks++
		}
		last = bare
	}
	return headings > 0 || marks > 1
}

func read(ctx context.Context, in format.Input) (format.Reading, error) {
	if len(in.Data) > largest {
		return format.Reading{}, fmt.Errorf("%s is larger than %d MB: save the resume alone as a file", in.Name, largest>>20)
	}
	blocks, references := parse(charset.Decode(in.Data))
	if err := ctx.Err(); err != nil {
		return format.Reading{}, err
	}
	if d, record, ok := own(blocks); ok {
		return format.Reading{Document: d, Record: record}, nil
	}
	all := paragraphs(blocks, references)
	if len(all) == 0 {
		return format.Reading{}, fmt.Errorf("%s has no text: write the resume in it, or open another file", in.Name)
	}
	lines := structure.Flow(all)
	heads.Places(lines)
	found := structure.Of(lines)
	return format.Reading{Document: found.Document, Record: found.Record, Source: format.SourceOf(lines)}, nil
}
