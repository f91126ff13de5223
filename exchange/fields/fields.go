// Package fields takes an outline for what it is made of: blocks in which each span is
// exactly one field of the resume, or says nothing by itself; and makes a resume of such
// blocks again. Formats of text that is edited elsewhere and read back are written from it.
package fields

import (
	"slices"
	"strings"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
)

// Told is what a file of text says of a resume: no more than its pages.
type Told struct {
	Document resume.Document // with nothing that is not printed
	Design   *design.Design
	Blocks   []outline.Block // with addresses in Document; what is between fields has none

	wording *resume.Wording
}

// Of is what a resume says.
func Of(s format.Source) Told {
	d := designOf(s)
	public := s.Document.Public(resume.Printed{YearsOnly: d.Dates.Format == "year", Photo: photoOf(s, d), Setting: func(string) bool { return true }})
	t := Told{Document: public, Design: d, Blocks: render.Blocks(public.Resume(), s.Options), wording: public.Resume().Wording()}
	for i := range t.Blocks {
		t.exact(&t.Blocks[i])
	}
	return t
}

// designOf is the design of a source as its settings change it.
func designOf(s format.Source) *design.Design {
	d, _ := render.DesignOf(s.Document.Resume(), s.Options)
	return d
}

// photoOf is the photo as it is printed.
func photoOf(s format.Source, d *design.Design) string {
	r := s.Document.Resume()
	if strings.TrimSpace(r.Basics.Image) == "" || d.Photo.Hidden {
		return ""
	}
	return render.Printed(render.Typeset(r, s.Options)).Photo
}

// exact parts the spans of a block into fields and what is between them.
func (t Told) exact(b *outline.Block) {
	switch b.Kind {
	case outline.Contact, outline.Entry, outline.Position, outline.Record, outline.Terms, outline.Keywords:
	default:
		return
	}
	b.Parts = slices.Clone(b.Parts)
	for i := range b.Parts {
		b.Parts[i].Spans = t.exactSpans(b.Parts[i].Spans)
	}
}

func (t Told) exactSpans(spans []outline.Span) (all []outline.Span) {
	glue := func(text string) { all = append(all, outline.Span{Text: text}) }
	for k, s := range spans {
		separator := s.Text == ", " || s.Text == " – " || s.Text == ": "
		name, level := s.Address.Last(), ""
		if (name == "level" || name == "fluency") && strings.HasPrefix(s.Text, " (") {
			level = s.Text[len(" (") : len(s.Text)-1]
		}
		switch {
		case separator && k > 0 && k+1 < len(spans) && spans[k+1].Address == s.Address:
			glue(s.Text)
		case name == "endDate" && t.Document.TextAt(s.Address) == "":
			glue(s.Text) // "Present"
		case level != "":
			glue(" (")
			s.Text = level
			all = append(all, s)
			glue(")")
		case name == "score" && s.Text != t.Document.TextAt(s.Address) && t.wording.BareGrade(s.Text) != s.Text:
			glue(t.wording.Grade + " ")
			s.Text = t.wording.BareGrade(s.Text)
			all = append(all, s)
		case name == "name" && s.Address.Section() == resume.Root.Child("skills"):
			all = append(all, t.skill(s)...)
		default:
			all = append(all, s)
		}
	}
	return all
}

// skill parts a skill from how well it is known.
func (t Told) skill(s outline.Span) []outline.Span {
	at := s.Address.Parent().Child("level")
	level := t.Document.TextAt(at)
	name, ok := strings.CutSuffix(s.Text, " ("+level+")")
	if level == "" || !ok {
		return []outline.Span{s}
	}
	return []outline.Span{{Text: name, Address: s.Address}, {Text: " ("}, {Text: level, Address: at}, {Text: ")"}}
}

// Key is the key of the section that a heading is over.
func Key(heading outline.Block) string {
	if heading.Address == resume.Summary {
		return resume.SummaryKey
	}
	return heading.Address.Last()
}
