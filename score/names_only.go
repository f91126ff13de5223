package score

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/language/metric"
	"resumax/language/spelling"
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
	if s.isFacts() {
		return true
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
		if t.Digits && !isASCIILetter(t.Lower[0]) || t.Lower == "and" || metric.IsNumber(t.Lower) || t.numeral || t.surplus {
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
	nameless := s.begins == plain && !s.verb.typo // a typo makes no list of a sentence
	if len(different) < 2 || len(different) < minDifferent && (nameless || s.repeats(len(different))) {
		return true
	}
	if parts < 2 || float64(words) > longest*float64(parts) {
		return false
	}
	if nameless && s.opener != "attend" {
		return parts >= minParts || !joined && s.first.Text == ""
	}
	return parts >= minParts && (!joined && !s.tells(first) || s.isStuffed())
}

// The words of a line of facts, and of its label.
const maxFacts, maxLabels = 12, 3

// isFacts reports whether a text without a verb is a line of facts rather than a bullet: a
// label and what it labels ("Client: Acme", "Team size - 6"), a heading, or dates ("June
// 2014 till date"). No number tells, so that taking one out makes no bullet of it.
func (s *sentence) isFacts() bool {
	if s.begins != plain || len(s.tokens) > maxFacts {
		return false
	}
	return s.isLabeled() || s.isTitleLine() || s.isDateLine()
}

// isLabeled reports whether a text begins with a label.
func (s *sentence) isLabeled() bool {
	labels := 0
	for i, t := range s.tokens {
		word := strings.TrimRight(t.Lower, "-")
		switch {
		case lists().label.all[word] || t.in(lists().label) || t.isTypoOfAny(factLabels()):
			labels++
		case labels == 0 && (t.Digits || metric.IsNumbered(t.Lower) || len(t.Text) == 1), besideLabels[t.Lower], t.isTypoOfAny(besideLabelWords):
		default:
			return false
		}
		after := s.plain[t.End:]
		if i+1 < len(s.tokens) {
			after = s.plain[t.End:s.tokens[i+1].Start]
		}
		if isLabelEnd(after) || strings.Contains(after, "  ") || strings.Contains(after, "\t") || word != t.Lower {
			return labels > 0
		}
		if labels > maxLabels {
			return false
		}
	}
	return labels > 0
}

// Words that stand in a label beside what it names.
var (
	besideLabels     = set("and of used key job major total work")
	besideLabelWords = slices.Sorted(maps.Keys(besideLabels))
)

var factLabels = sync.OnceValue(func() []string { return slices.Sorted(maps.Keys(lists().label.all)) })

// isTypoOfAny reports whether a token is in no dictionary and a typo away from one of the
// words, whatever its capitals.
func (t token) isTypoOfAny(words []string) bool {
	return !t.known && !t.Digits && nearestOf(words, t.typed) != ""
}

// isTitleLine reports whether a text is a heading: a few words, each with a capital, that
// end in no full stop, or that end in a colon.
func (s *sentence) isTitleLine() bool {
	const longest = 6
	n := len(s.tokens)
	end := strings.TrimSpace(s.plain)
	switch {
	case n > longest || n == 0 || s.first.Text != "" && !s.verb.typo:
		return false
	case strings.HasSuffix(end, ":"):
		return true
	case strings.HasSuffix(end, ".") || s.first.Text != "":
		return false
	}
	capitals := 0
	for i, t := range s.tokens {
		switch {
		case isCapital(t.Text[0]), t.lostCapital(), i == 0 && !t.known && !t.Digits: // "ey Deliverables Across The Season"
			capitals++
		case !metric.IsStop(t.Lower) && !t.Digits:
			return false
		}
	}
	return capitals > 1
}

// lostCapital reports whether a token is a word that lacks its first letter, or has a capital
// inside: a typo may have taken its capital.
func (t token) lostCapital() bool {
	if t.known || t.Digits || t.surplus {
		return false
	}
	if t.Text != t.Lower {
		return true
	}
	for c := 'a'; c <= 'z'; c++ {
		if speller().Known(string(c) + t.typed) {
			return len(t.typed) >= minSpelled
		}
	}
	return false
}

// isDateLine reports whether a text is mostly dates.
func (s *sentence) isDateLine() bool {
	months, present := 0, 0
	for i, t := range s.tokens {
		switch {
		case lists().months[t.Lower] && isCapital(t.Text[0]), i+1 < len(s.tokens) && isYear(s.tokens[i+1].Text) && (isCapital(t.Text[0]) || !t.known) && t.isNearMonth():
			months++
		case lists().present[t.Lower]:
			present++
		}
	}
	return months > 1 || months > 0 && present > 0
}

// isNearMonth reports whether a token, before a year, is a typo away from a month.
func (t token) isNearMonth() bool {
	for month := range lists().months {
		if spelling.OneEditApart(t.typed, month) {
			return true
		}
	}
	return false
}

// isYear reports whether a text is a year of this century or the last one.
func isYear(text string) bool {
	return len(text) == 4 && (strings.HasPrefix(text, "19") || strings.HasPrefix(text, "20")) && strings.Trim(text, "0123456789") == ""
}

// tells reports whether a text that begins with a verb and lists things is a
// sentence: the verb is in the past, has an object, or others are joined to it. How
// many words come before the first comma is given.
func (s *sentence) tells(first int) bool {
	v := s.verb
	switch {
	case s.first.Text == "": // a weak phrase, or an honor
		return true
	case s.inName(s.first):
		return false
	case v.Gerund:
		return s.gerundTells(s.firstIndex())
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
		if t.Lower == "setup" {
			continue
		}
		if w := verbs.Of(t.Lower); w.PresentOf == "" || w.Gerund || w.Third != v.Third || s.inName(t) || t.Text != t.Lower && w.Noun == verbs.Mostly {
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

// gerundTells reports whether the gerund i, at the beginning of what may be a list, is done
// to something: "Completing all records, fully and on time", "Recruiting, training and
// supervising staff".
func (s *sentence) gerundTells(i int) bool {
	if s.hasObject(i) {
		return true
	}
	others := 0
	for j := i + 1; j < len(s.tokens); j++ {
		t := s.tokens[j]
		if t.Lower == "and" || t.Lower == "or" || s.isAdverb(j) {
			continue
		}
		if !verbs.Of(t.Lower).Gerund || s.inName(t) {
			return others > 0 && !s.tokens[j-1].Comma && s.adjoin(j-1)
		}
		others++
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
		case isWide(r):
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
