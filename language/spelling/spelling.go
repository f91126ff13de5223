// Package spelling knows which words are English, and which of those that are not
// are probably typos, and of what; and the same of German, French, Spanish and
// Portuguese words, see [Tongue].
//
// American and British spellings are both right here; that they are mixed is for
// others to find. Words come from SCOWL's lists of both, up to the size 80, and from
// lists of our own of words of working life and of common typos, in a table that is
// searched where it is (see [Compile]), so that nothing is read before it is needed.
// Which texts and which of their words are worth a look is the caller's to say:
// names, for instance, are in no dictionary.
//
// A word that is not known is not wrong for that: every trade has its own. It is
// one where a much commoner word is a likely typo away, see [Speller.Meant].
package spelling

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/assets/packed"
)

// Speller knows words. It never changes, so that goroutines may share one.
type Speller struct {
	dictionary *dictionary
	further    Further
}

// English is the Speller of American and British English and of words of
// working life that the dictionaries lack.
var English = sync.OnceValue(func() *Speller {
	return &Speller{dictionary: open(packed.Dictionary.Open())}
})

// With is a Speller that knows further words too, and not those that s was given. One in
// small letters is right at the beginning of a sentence as well.
func (s *Speller) With(words Further) *Speller {
	return &Speller{dictionary: s.dictionary, further: words}
}

// straight is a word with typewriter's apostrophes.
func straight(word string) string { return strings.ReplaceAll(word, "’", "'") }

// Known reports whether a word is spelled right: as it is, with a small first
// letter, in the possessive, or derived from words that are, such as "multiplayer".
func (s *Speller) Known(word string) bool {
	word = straight(word)
	for _, end := range []string{"", "'s", "'"} {
		if w, ok := strings.CutSuffix(word, end); ok && s.knows(w) {
			return true
		}
	}
	return false
}

func (s *Speller) knows(word string) bool {
	if s.listed(word) {
		return true
	}
	low := uncapitalized(word)
	if low != word && s.listed(low) {
		return true
	}
	return s.derived(low)
}

func (s *Speller) listed(word string) bool {
	return find(s.dictionary, word).known() || s.further.given(word)
}

// size is how common a word is, see [entry], 0 for one that is not known or rude.
func (s *Speller) size(word string) uint8 {
	e := find(s.dictionary, word)
	switch {
	case e.unoffered || e.meant != "":
		return 0
	case e.known():
		return e.size
	case s.further.given(word):
		return workSize
	}
	return 0
}

// Common reports whether a word in small letters is an English one that is not rare, or
// one of the further ones.
func (s *Speller) Common(low string) bool {
	return s.size(low) > 0 && s.size(low) <= partSize || s.further.suggested(low) != ""
}

// IsRare reports whether a word, in small letters, is one that few texts have: a shorter
// one is a typo of a common word, more likely than not.
func (s *Speller) IsRare(low string) bool {
	e := find(s.dictionary, low)
	return !s.further.given(low) && (e.size > partSize || e.meant != "" || !e.known())
}

func uncapitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if low := unicode.ToLower(r); low != r {
		return string(low) + word[size:]
	}
	return word
}

func capitalized(word string) string {
	r, size := utf8.DecodeRuneInString(word)
	if r == utf8.RuneError {
		return word
	}
	return string(unicode.ToUpper(r)) + word[size:]
}
