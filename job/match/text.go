package match

import (
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
	asked  bool // whether named was asked for
	title  *title
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
	if !t.asked {
		t.asked, t.named = true, posting.NamedIn(t.plain, language)
	}
	return t.named
}
