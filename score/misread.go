package score

import (
	"maps"
	"slices"
	"sync"

	"resumax/language/metric"
	"resumax/language/spelling"
)

// joiningWords are the words that sentences are held together by: first those that
// others are mistaken for, then those that nothing is told by, then prepositions, which
// tell a means or what a number is compared with.
var joiningWords = sync.OnceValue(func() []string {
	var words []string
	add := func(more []string) {
		for _, w := range more {
			if len(w) > 1 && !slices.Contains(words, w) {
				words = append(words, w)
			}
		}
	}
	add([]string{"and", "of", "was", "were", "years", "etc"})
	rest := slices.Concat(metric.Joining(), slices.Sorted(maps.Keys(leads)))
	add(slices.DeleteFunc(slices.Clone(rest), func(w string) bool { return moreTelling[w] || determiners[w] }))
	add(slices.DeleteFunc(slices.Clone(rest), func(w string) bool { return moreTelling[w] }))
	add(rest)
	return words
})

// Joining words by which a sentence tells more: how, or compared with what. A typo must
// not make one of another word, as of "during" or "thorough".
var moreTelling = set("by with via using through from to than per into within under over versus every each")

// nearestOf is the first of the words that a word is a typo away from, "" for none.
func nearestOf(words []string, lower string) string {
	for _, w := range words {
		if len(w)-len(lower) <= 1 && len(lower)-len(w) <= 1 && spelling.OneEditApart(lower, w) {
			return w
		}
	}
	return ""
}

var numerals = sync.OnceValue(metric.Numerals)

// A misspelled word that holds a sentence together is read as the one that it is a typo
// away from: a typo in "and" makes no sentence of a list, one in "for" lets no number count
// what comes after it, one in "years" makes no result of a length of service.

// read is the token as it is read.
func (t token) read() token {
	t.typed = t.Lower
	switch {
	case t.joining == "" || moreTelling[t.joining]:
	case t.Text == t.Lower:
		t.Text, t.Lower = t.joining, t.joining
	case len(t.Lower) >= minNear && t.Text == titled(t.Lower) && !metric.IsNearNaming(t.Lower): // a shorter one is a name, as likely
		t.Text, t.Lower = titled(t.joining), t.joining
	}
	return t
}

// counting is the token as numbers are read: where it is a misspelled word that tells
// more than that it joins phrases, only that is read.
func (t token) counting() metric.Token {
	t.Typo = t.isNoWord()
	if moreTelling[t.joining] && t.Text == t.Lower {
		t.Text, t.Lower = "that", "that"
	}
	return t.Token
}
