package score

import (
	"slices"
	"strings"

	"resumax/resume"
)

// rewriting is a fix that puts other texts in the place of bullets. The zero one is none.
// Of most there is one text in the place of one bullet: those take next to no space, as
// there are thousands in a long resume.
type rewriting struct {
	of      *bullet                             // nil for none, and where there are several
	by      string                              // what makes the text, by which it is kept with the sentence; "" where it is not
	said    string                              // the text
	text    func(s *sentence, by string) string // what makes it, nil where it is made
	several *swapping
}

// swapping is texts in the place of bullets, where there is not one in the place of one.
type swapping struct {
	out  []bullet
	in   func() []string
	like *bullet // what the texts are as bullets, if none is out
}

// as is a text as a bullet.
func (w rewriting) as(text *sentence) bullet {
	b := bullet{}
	switch {
	case w.of != nil:
		b = *w.of
	case len(w.several.out) > 0:
		b = w.several.out[0]
	default:
		b = *w.several.like
	}
	b.sentence = text
	return b
}

// rewritten makes the rewriting of one bullet, whose text is kept by what makes it, if
// that is told.
func rewritten(b *bullet, by string, text func(s *sentence, by string) string) rewriting {
	return rewriting{of: b, by: by, text: text}
}

func (w rewriting) isNone() bool { return w.of == nil && w.several == nil }

// takesSeveral reports whether more than one bullet goes.
func (w rewriting) takesSeveral() bool { return w.several != nil && len(w.several.out) > 1 }

// bullets are those that go.
func (w rewriting) bullets() []bullet {
	if w.several != nil {
		return w.several.out
	}
	return []bullet{*w.of}
}

// texts are those that are put in the place of the bullets.
func (w rewriting) texts() []string {
	if w.several != nil {
		return w.several.in()
	}
	return []string{w.only()}
}

// only is the text of a rewriting that has one.
func (w rewriting) only() string {
	if w.text == nil {
		return w.said
	}
	return w.text(w.of.sentence, w.by)
}

// patch is the rewriting of one bullet as a patch.
func (w rewriting) patch(d resume.Document) (resume.Document, error) {
	return d.SetText(w.of.address, w.only())
}

// sentencesOf are the texts of a rewriting as they are read.
func (s *Scorer) sentencesOf(w rewriting) []*sentence {
	var all []*sentence
	for _, text := range w.texts() {
		all = append(all, s.fixedSentence(strings.TrimSpace(text)))
	}
	return all
}

// fix is a text that a fix makes of a sentence, kept with that.
type fix struct {
	by, text string
	read     *sentence // nil until it is asked for

	compared  bool           // whether it is known what follows
	sameNames bool           // it counts by name what the sentence does, but for skills
	skills    *unknownSkills // a skills list of which it names the same, nil for none
}

// fixBy is the text that a fix makes of a sentence.
func (s *sentence) fixBy(by string, text func(s *sentence, by string) string) *fix {
	for i := range s.fixes {
		if s.fixes[i].by == by {
			return s.fixes[i]
		}
	}
	f := &fix{by: by, text: text(s, by)}
	s.fixes = append(s.fixes, f)
	return f
}

// fixed is a text as it was read when a fix made it of the sentence, nil if none did.
func (s *sentence) fixed(text string) *sentence {
	for _, f := range s.fixes {
		if f.read != nil && f.read.text == text {
			return f.read
		}
	}
	return nil
}

// fixOf is the fix that the rewriting of one bullet is, read.
func (s *Scorer) fixOf(w rewriting) *fix {
	if w.by == "" {
		text := w.only()
		return &fix{text: text, read: s.fixedSentence(strings.TrimSpace(text))}
	}
	f := w.of.fixBy(w.by, func(*sentence, string) string { return w.only() })
	if f.read == nil {
		text := strings.TrimSpace(f.text)
		if f.read = w.of.fixed(text); f.read == nil {
			f.read = s.readFixed(text)
		}
	}
	return f
}

// namesSame reports whether a fix makes a text that counts the same by name as the sentence
// that it is made of: words, terms, skills and letters.
func (f *fix) namesSame(of *sentence, r *reading) bool {
	if !f.compared {
		f.compared, f.sameNames = true, of.opener == f.read.opener && sameTerms(of, f.read) && sameLetters(of, f.read) && sameSpelling(of, f.read)
	}
	if !f.sameNames || len(r.skills) == 0 {
		return f.sameNames
	}
	if f.skills == nil || f.skills != r.unknown {
		if !slices.Equal(r.skillsIn(of), r.skillsIn(f.read)) {
			return false
		}
		f.skills = r.unknown
	}
	return true
}
