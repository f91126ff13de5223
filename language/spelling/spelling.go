// Package spelling knows which words are English and what a word that is not was
// meant to be.
//
// American and British spellings are both right here; that they are mixed is for
// others to find. Words come from the Hunspell dictionaries of both, in a table
// that is searched where it is (see [Compile]), so that nothing is read before
// it is needed. Which texts and which of their words
// are worth a look is the caller's to say: names, for instance, are in no
// dictionary.
package spelling

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/assets"
	"resumax/assets/packed"
)

// Speller knows words. It never changes, so that goroutines may share one.
type Speller struct {
	dictionary *dictionary
	more       map[string]bool // further words, as they were given
	moreList   shelves         // those of them that are not in the dictionary
}

// English is the Speller of American and British English and of words of
// working life that the dictionaries lack.
var English = sync.OnceValue(func() *Speller {
	further, err := assets.Spelling.ReadFile("spelling/work.txt")
	if err != nil {
		panic(err) // the list is embedded
	}
	return (&Speller{dictionary: open(packed.Dictionary.Open())}).With(strings.Fields(string(further)))
})

// With is a Speller that knows further words too. One in small letters is right
// at the beginning of a sentence as well.
func (s *Speller) With(words []string) *Speller {
	more := make(map[string]bool, len(s.more)+len(words))
	for w := range s.more {
		more[w] = true
	}
	for _, w := range words {
		more[straight(w)] = true
	}
	with := &Speller{dictionary: s.dictionary, more: more}
	for w := range more {
		if kindOf(s.dictionary, w) == 0 {
			with.moreList.add(w)
		}
	}
	return with
}

// straight is a word with typewriter's apostrophes.
func straight(word string) string { return strings.ReplaceAll(word, "’", "'") }

// Known reports whether a word is spelled right: as it is, with a small first
// letter, in the possessive, or behind a prefix such as "multi".
func (s *Speller) Known(word string) bool {
	word = straight(word)
	for _, end := range []string{"", "'s", "'"} {
		if w, ok := strings.CutSuffix(word, end); ok && s.knows(w) {
			return true
		}
	}
	return false
}

// prefixes come before English words at will.
var prefixes = []string{"auto", "bio", "cross", "cyber", "geo", "hyper", "micro", "multi", "nano", "non", "over", "post", "pre", "tele", "under"}

// minBehind is the length of a word from which it is one behind a prefix.
// Shorter ones make words of typos: "over" and "un".
const minBehind = 5

func (s *Speller) knows(word string) bool {
	if s.listed(word) {
		return true
	}
	low := uncapitalized(word)
	if low != word && s.listed(low) {
		return true
	}
	for _, p := range prefixes {
		if rest, ok := strings.CutPrefix(low, p); ok && len(rest) >= minBehind && s.listed(rest) {
			return true
		}
	}
	return false
}

func (s *Speller) listed(word string) bool { return kindOf(s.dictionary, word) != 0 || s.more[word] }

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
