// Package plaintext writes resumes for forms that take no formatted text.
package plaintext

import (
	"strings"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/outline"
)

// Format is plain text.
var Format = &format.Format{
	ID:         "txt",
	Name:       "Plain text",
	About:      "the text of the pages, for forms without formatting",
	Extensions: []string{"txt", "text"},
	Letters:    true,
	Sniff:      sniff,
	Read:       read,
	Write:      write,
}

func write(s format.Source) (format.Output, error) {
	text := Text(render.Blocks(s.Document.Resume(), s.Options))
	return format.Single([]byte(text), nil), nil
}

// Section is what the section with the key says, for a field of a form: without its heading,
// which the form has. A hidden section says what it would if it were shown; an empty one
// nothing. [resume.ContactKey] stands for name, title and contact.
func Section(s format.Source, key string) string {
	d, r := s.Document, s.Document.Resume()
	if d.IsHidden(key) {
		if shown, err := d.HideSection(key, false); err == nil {
			r = shown.Resume()
		}
	}
	var blocks []outline.Block
	for _, b := range render.Blocks(r, s.Options) {
		if b.Kind != outline.Heading && r.SectionOf(b.Address) == key {
			blocks = append(blocks, b)
		}
	}
	return strings.TrimSpace(Text(blocks))
}

// Text is what blocks say, in their order. Lines are not broken.
func Text(blocks []outline.Block) string {
	var b strings.Builder
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
	case outline.Entry, outline.Position:
		return before != outline.Heading
	case outline.Day, outline.Subject, outline.Salutation, outline.Passage, outline.Closing:
		return true
	case outline.Addressee, outline.Enclosures:
		return before != block
	case outline.Bullet:
		return before == outline.Salutation
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
	case outline.Entry, outline.Position, outline.Record:
		b.WriteString(block.Text(" | ")) // the dates last
	default:
		b.WriteString(block.Text(""))
	}
	b.WriteByte('\n')
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
