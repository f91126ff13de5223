package spelling

import (
	"slices"
	"strings"
)

// prefixes come before English words at will.
var prefixes = []string{"aero", "agri", "agro", "anti", "auto", "bi", "bio", "cardio", "chemo", "co", "counter", "cross", "cyber", "de", "eco", "electro",
	"ergo", "extra", "geo", "gastro", "hydro", "hyper", "immuno", "infra", "inter", "intra", "kilo", "macro", "mega", "meta", "micro", "mid", "mini", "mis", "mono",
	"multi", "nano", "neuro", "non", "omni", "out", "over", "para", "peri", "photo", "physio", "poly", "post", "pre", "pro", "pseudo", "psycho", "quasi", "radio",
	"re", "self", "semi", "socio", "sub", "super", "techno", "tele", "thermo", "trans", "tri", "ultra", "un", "under", "uni", "up"}

// Endings that make further words, and what they take the place of: those that
// begin with a vowel, of a silent e as well.
var endings = []struct{ added, instead string }{
	{"s", ""}, {"es", ""}, {"ies", "y"}, {"ly", ""}, {"ily", "y"}, {"ally", ""}, {"er", ""}, {"er", "e"}, {"ers", ""}, {"ers", "e"}, {"ing", ""}, {"ing", "e"},
	{"ings", ""}, {"ings", "e"}, {"ability", ""}, {"ability", "e"}, {"ability", "able"}, {"able", ""}, {"able", "e"}, {"ably", "able"}, {"ness", ""}, {"iness", "y"},
	{"less", ""}, {"like", ""}, {"wise", ""}, {"ship", ""}, {"ization", "ize"}, {"isation", "ise"}, {"izations", "ize"}, {"isations", "ise"}, {"ization", ""},
	{"ize", ""}, {"ized", ""}, {"izing", ""}, {"ise", ""}, {"ised", ""}, {"ising", ""}, {"ed", ""}, {"ed", "e"}, {"ism", ""}, {"ist", ""}, {"ists", ""}, {"fold", ""}, {"ize", "y"}, {"ized", "y"}, {"izing", "y"}, {"ise", "y"}, {"ised", "y"}, {"ising", "y"},
}

// Lengths of words from which they are parts of others. Shorter ones make words of
// typos: "over" and "un".
const (
	minBehind  = 5 // behind a prefix, or before an ending
	minPart    = 4 // of a compound
	minDerived = 8 // of the whole, but for a prefix or an ending
)

// derived reports whether a word in small letters is made of others: behind a
// prefix, with an ending, or of two words. It is not if a common word is a likely typo
// away: "occuring" is not made of "occur", nor "intergrated" of "grated".
func (s *Speller) derived(word string) bool {
	if len(word) <= minBehind || len(word) > longestWord || s.IsTypo(word) {
		return false
	}
	return s.ended(word, minBehind) && !s.resembles(word, likelyEdit) || (s.prefixed(word) || s.compound(word)) && !s.resembles(word, anyEdit)
}

// prefixed reports whether a word is another behind a prefix.
func (s *Speller) prefixed(word string) bool {
	return slices.ContainsFunc(prefixes, func(p string) bool {
		rest, ok := strings.CutPrefix(word, p)
		return ok && len(rest) >= minBehind && (s.isPart(rest) || s.ended(rest, minPart))
	})
}

// ended reports whether a word is another of a length with an ending.
func (s *Speller) ended(word string, least int) bool {
	for _, e := range endings {
		stem, ok := strings.CutSuffix(word, e.added)
		if !ok || len(stem)+len(e.instead) < least {
			continue
		}
		if silentE(stem) && (e.added[0] == 'e' || e.added[0] == 'i') {
			continue // "completeing"
		}
		if s.isPart(stem+e.instead) || e.added == "s" && s.size(stem) > 0 {
			return true
		}
	}
	return false
}

// silentE reports whether a word ends in an e that is dropped before vowels.
func silentE(word string) bool {
	n := len(word)
	return n > 2 && word[n-1] == 'e' && strings.IndexByte("eoy", word[n-2]) < 0
}

// compound reports whether a word is two in one, the second one in the plural or
// not.
func (s *Speller) compound(word string) bool {
	if len(word) < minDerived {
		return false
	}
	for i := minPart; i <= len(word)-minPart; i++ {
		if s.isPart(word[:i]) && s.isPart(word[i:]) {
			return true
		}
	}
	return false
}

// isPart reports whether a word is so common that others are made of it.
func (s *Speller) isPart(word string) bool {
	size := s.size(word)
	return 0 < size && size <= partSize
}

// glue are the words that are found without a space before or behind another one
// where a text was taken from a page.
var glue = []string{"a", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "the", "to", "was", "with"}

// glued reports whether a word is two common ones without a space between them, one of
// which is short.
func (s *Speller) glued(low string) bool {
	common := func(w string) bool {
		size := s.size(w)
		return len(w) >= minPart && 0 < size && size <= workSize || len(w) > minPart && 0 < size && size <= commonSize
	}
	for _, g := range glue {
		if rest, ok := strings.CutPrefix(low, g); ok && len(g) > 1 && (common(rest) || slices.Contains(glue[1:], rest)) {
			return true
		}
		if rest, ok := strings.CutSuffix(low, g); ok && len(g) > 1 && common(rest) {
			return true
		}
	}
	return false
}

// torn reports whether a word lacks its beginning, which the place where a text was
// taken from has in another line or a larger letter: "rocessing", "ordinator".
func (s *Speller) torn(low string) bool {
	if len(low) < minBehind {
		return false
	}
	for c := 'a'; c <= 'z'; c++ {
		if c != rune(low[0]) && s.isPart(string(c)+low) {
			return true
		}
	}
	return slices.ContainsFunc(prefixes, func(p string) bool { return s.isPart(p + low) })
}
