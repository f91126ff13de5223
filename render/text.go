package render

import (
	"strings"

	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// Text is a resume as plain text: what a page says, in its order, for forms
// that take no formatted text. Lines are not broken.
func Text(r *resume.Resume) string {
	var b strings.Builder
	blocks := outline.Build(r, design.Default())
	for i, block := range blocks {
		if i > 0 && apart(blocks[i-1].Kind, block.Kind) {
			b.WriteByte('\n')
		}
		writeText(&b, block)
	}
	return b.String()
}

// apart reports whether an empty line stands between two blocks.
func apart(before, block outline.Kind) bool {
	switch block {
	case outline.Heading:
		return true
	case outline.Entry, outline.Employer:
		return before != outline.Heading
	case outline.Position:
		return before != outline.Employer
	}
	return false
}

func writeText(b *strings.Builder, block outline.Block) {
	switch block.Kind {
	case outline.Photo:
		return
	case outline.Heading:
		b.WriteString(strings.ToUpper(block.Text("")))
	case outline.Contact:
		b.WriteString(block.Text(" | "))
	case outline.Bullet:
		b.WriteString("- " + block.Text(""))
	case outline.Terms, outline.Keywords:
		writeTerms(b, block)
	case outline.Entry, outline.Employer, outline.Position, outline.Record:
		writeHead(b, block)
	default:
		b.WriteString(block.Text(""))
	}
	b.WriteByte('\n')
}

// writeHead writes an entry's head in one line, its dates last.
func writeHead(b *strings.Builder, block outline.Block) {
	var what, when []string
	for _, p := range block.Parts {
		if p.Role == outline.Dates {
			when = append(when, p.Text())
		} else {
			what = append(what, p.Text())
		}
	}
	b.WriteString(strings.Join(append(what, when...), " | "))
}

func writeTerms(b *strings.Builder, block outline.Block) {
	sep := ""
	for _, p := range block.Parts {
		b.WriteString(sep + p.Text())
		sep = ", "
		if p.Role == outline.Group {
			sep = ": "
		}
	}
}
