package match

import (
	"slices"

	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/resume"
)

// text is what is read of one text, whatever the posting.
type text struct {
	source string // with inline marks
	plain  string
	found  []terms.Match // in the plain text
	words  []word        // of the plain text
	named  []posting.Named
	open   bool   // it has a slot: nothing is said yet
	asked  string // the language for which named was asked for, with a mark before it; "" for none
	title  *title

	framed    bool
	frameText string // see frame

	comparedWith *compiled // the posting that it was compared with, see copied.go
	copiedParts  []span
	soughtBy     *compiled // the posting that it was looked at for, see tells
	says         bool
}

// key is what a text is read by: as running text or as an item of a list.
type key struct {
	source string
	item   bool
}

// text reads a text, or knows it.
func (m *Matcher) text(source string, item bool) *text {
	k := key{source, item}
	if t := m.texts[k]; t != nil {
		return t
	}
	m.Read++
	t := &text{source: source, plain: resume.Plain(source)}
	if t.open = len(resume.SlotsIn(t.plain)) > 0; t.open {
		m.texts[k] = t
		return t
	}
	if item {
		t.found = terms.Default().FindInList(t.plain)
	} else {
		t.found = terms.Default().Find(t.plain)
	}
	t.words = wordsOf(t.plain)
	m.texts[k] = t
	return t
}

// namedIn are the degrees, licenses and languages in a text.
func (t *text) namedIn(language string) []posting.Named {
	if mark := "/" + language; t.asked != mark {
		t.asked, t.named = mark, posting.NamedIn(t.plain, language)
	}
	return t.named
}

// tells reports whether a text may have something that a posting asks for.
func (m *Matcher) tells(t *text, c *compiled) bool {
	if t.soughtBy == c {
		return t.says
	}
	t.soughtBy = c
	t.says = slices.ContainsFunc(t.found, func(f terms.Match) bool {
		return c.terms[f.Term] || slices.ContainsFunc(m.implied(f.Term), func(i *terms.Term) bool { return c.terms[i] })
	}) || slices.ContainsFunc(t.words, func(w word) bool { return c.stems[w.stem] }) ||
		c.licenses && len(t.namedIn(c.posting.Language)) > 0
	return t.says
}
