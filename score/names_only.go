package score

import (
	"slices"
	"strings"
	"unicode"

	"resumax/language/metric"
	"resumax/language/verbs"
)

// isList reports whether a text is names after names and no sentence: a pasted
// skills list, say. Such a text is no bullet; it would earn points that the work
// behind it does not.
func isList(s *sentence) bool {
	if len(s.slots) > 0 || len(s.tokens) == 0 {
		return false
	}
	if runes, isList := unspaced(s.plain); runes > 0 {
		return isList
	}
	const longest, minParts = 2.5, 4 // words of a name, on average; parts from which a verb at the beginning may be chance
	const minDifferent = 3           // different words of a sentence
	var different []string           // the first few words
	joined := false
	parts, words, apart := 1, 0, false
	first := 0 // words of the first part
	for i, t := range s.tokens {
		if i > 0 && strings.ContainsAny(s.plain[s.tokens[i-1].End:t.Start], ",;/|•·\n+&") || t.Lower == "and" {
			apart = true
		}
		if t.Digits && !isASCIILetter(t.Lower[0]) || t.Lower == "and" || metric.IsNumber(t.Lower) || t.surplus {
			continue // numbers neither make a list nor unmake one; "HTTP/2" is a word
		}
		if apart && words > 0 {
			parts++
		}
		if parts == 1 {
			first++
		}
		words, apart = words+1, false
		if len(different) < minDifferent && !slices.Contains(different, t.Lower) {
			different = append(different, t.Lower)
		}
		joined = joined || metric.IsStop(t.Lower)
	}
	if len(different) < 2 || len(different) < minDifferent && (s.begins == plain || s.repeats(len(different))) {
		return true
	}
	if parts < 2 || float64(words) > longest*float64(parts) {
		return false
	}
	if s.begins == plain {
		return parts >= minParts || !joined && s.first.Text == ""
	}
	return parts >= minParts && (!joined && !s.tells(first) || s.isStuffed())
}

// tells reports whether a text that begins with a verb and lists things is a
// sentence: the verb is in the past, has an object, or others are joined to it. How
// many words come before the first comma is given.
func (s *sentence) tells(first int) bool {
	v := s.verb
	switch {
	case s.first.Text == "": // a weak phrase, or an honor
		return true
	case s.inName(s.first), v.Gerund:
		return false
	case v.PastOf != "" && v.PresentOf == "" && !lists().adjective[v.form]:
		return true
	case first > 1:
		return true
	}
	// "Monitor and document vital signs": another verb, and its object.
	n, i := 0, s.firstIndex()
	for j := i + 1; j < len(s.tokens) && j <= i+6; j++ {
		t := s.tokens[j]
		if t.Lower == "and" {
			continue
		}
		if w := verbs.Of(t.Lower); w.PresentOf == "" || w.Gerund || w.Third != v.Third || s.inName(t) || t.Text != t.Lower {
			break
		} else if w.Noun == verbs.Never {
			return true
		}
		n++
		if !t.Comma && j+1 < len(s.tokens) && s.tokens[j+1].Lower != "and" && !strings.ContainsAny(s.plain[t.End:s.tokens[j+1].Start], "/&|+") {
			return true
		}
	}
	return false
}

// isStuffed reports whether a text says the same words three times or more.
func (s *sentence) isStuffed() bool {
	const minTokens, times = 12, 3
	if len(s.tokens) < minTokens {
		return false
	}
	words := map[string]bool{}
	for _, t := range s.tokens {
		words[t.Lower] = true
	}
	return len(words)*times <= len(s.tokens)
}

// repeats reports whether a text is its first n words three times or more.
func (s *sentence) repeats(n int) bool {
	for i, t := range s.tokens {
		if t.Lower != s.tokens[i%n].Lower {
			return false
		}
	}
	return len(s.tokens) >= 3*n
}

// scriptsWithoutSpaces are the scripts whose words have no spaces between them.
var scriptsWithoutSpaces = []*unicode.RangeTable{unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Lao, unicode.Khmer, unicode.Myanmar, unicode.Tibetan}

// unspaced is how many characters of scripts without spaces a text has, if it is
// mostly of them, and whether it is a list of names: short parts with
// punctuation between them, or a single name.
func unspaced(text string) (runes int, isList bool) {
	const minLetters = 8 // of a sentence
	const longestName = 7.0
	if isASCII(text) {
		return 0, false
	}
	others, parts, inPart := 0, 0, false
	for _, r := range text {
		switch {
		case unicode.In(r, scriptsWithoutSpaces...) || r == 'ー':
			runes++
		case unicode.IsLetter(r):
			others++
		}
		if strings.ContainsRune("、，,;；/／・|\n。 ", r) {
			inPart = false
		} else if !inPart {
			parts, inPart = parts+1, true
		}
	}
	if runes*2 < others || runes == 0 {
		return 0, false
	}
	if runes+others < minLetters {
		return runes, true
	}
	return runes, parts > 1 && float64(runes+others) <= longestName*float64(parts)
}

func isASCII(text string) bool {
	for i := range len(text) {
		if text[i] >= 0x80 {
			return false
		}
	}
	return true
}
