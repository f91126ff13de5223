package outline

import (
	"strings"

	"resumax/render/design"
	"resumax/resume"
)

// Letter is what stands under a resume's head in place of its sections.
type Letter struct {
	Title string // of the document: "Cover letter – Ines Okafor"
	Texts []LetterText
	// Sender is that street and postal code stand in the head, as the sender's address.
	Sender bool
}

// LetterText is a text of a letter. Each of its lines is a block; those that begin with
// [resume.BulletMark] are points.
type LetterText struct {
	Kind    Kind // one of those of letters
	Address resume.Address
	Text    string // may have inline marks
	Aside   bool   // it stands at the right
}

// BuildLetter makes the outline of a letter in a design: the resume's head, and the
// letter's texts in their order.
func BuildLetter(r *resume.Resume, d *design.Design, l *Letter) []Block {
	return new(Outliner).BuildLetter(r, d, l)
}

func (b *builder) letter(l *Letter) {
	b.header(l.Sender)
	for _, t := range l.Texts {
		for _, line := range paragraphs(t.Text) {
			kind := t.Kind
			if rest, ok := strings.CutPrefix(line, resume.BulletMark); ok && kind == Passage {
				kind, line = Bullet, rest
			}
			spans := b.outliner.inline(line, t.Address)
			if kind == Subject {
				spans = bold(spans)
			}
			before := len(b.blocks)
			b.add(kind, t.Address, Part{Text, spans})
			if len(b.blocks) > before {
				b.blocks[before].Aside = t.Aside
			}
		}
	}
}

func bold(spans []Span) []Span {
	all := make([]Span, len(spans))
	for i, s := range spans {
		s.Bold = true
		all[i] = s
	}
	return all
}
