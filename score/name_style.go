package score

import (
	"slices"
	"strings"
	"unicode"

	"resumax/language/terms"
)

// rightName is how a name is to be written: as it is, where it is right or differs only
// in style. Capitals of titles, hyphens, an ampersand with spaces and the plural of a
// name are style; so is every casing of a name that is an ordinary word too, which may
// be that word ("blueprints"), or the name of something else (SWIFT, ADA, YARN).
func rightName(m terms.Match) string {
	surface, name := m.Surface, m.Spelling()
	switch {
	case name == surface:
		return surface
	case !m.Term.Category.Technology(), hasWords(name):
		return withAcronyms(surface, name)
	case strings.EqualFold(surface, name):
		if isStyledCase(m.Term, surface, name) {
			return surface
		}
	case onlyLetters(surface) == onlyLetters(name) && !isOneWord(name):
		return surface // MS-SQL, UV/VIS
	}
	return name
}

// isStyledCase reports whether a name in another casing is no mistake.
func isStyledCase(t *terms.Term, surface, name string) bool {
	first, rest := name[:1], name[1:]
	switch {
	case t.Word, surface == "plc", surface == "ag": // ordinary words, and forms of companies
		return true
	case allCapital(surface) && len(surface) < minCapitals:
		return true
	case surface[1:] == rest && first == strings.ToLower(first):
		return true // Pandas, at the beginning of a line
	case allCapital(strings.TrimSuffix(surface, "s")) && strings.HasSuffix(strings.ToLower(name), "s"):
		return true // DCs, NFTs
	case surface == strings.ToLower(surface) && strings.HasSuffix(name, "s") && strings.Contains(name, " "):
		return true // windows servers
	}
	return false
}

// minCapitals is how long a name in capitals is, in bytes, that is to be written
// otherwise: a shorter one looks like an acronym, and some are written so by many.
const minCapitals = 4

// withAcronyms is what a term that is words says, with its acronyms in capitals:
// "cpr certified" becomes "CPR certified".
func withAcronyms(surface, name string) string {
	if !strings.EqualFold(surface, name) {
		return surface
	}
	words, right := strings.Split(surface, " "), strings.Split(name, " ")
	for i, w := range words {
		if stem := strings.TrimSuffix(right[i], "s"); len(stem) > 1 && allCapital(stem) && !allCapital(strings.TrimSuffix(w, "s")) {
			words[i] = right[i]
		}
	}
	return strings.Join(words, " ")
}

// hasWords reports whether a name is a phrase with words in small letters, such as
// "PCI compliance": these may have capitals.
func hasWords(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && slices.ContainsFunc(words, func(w string) bool { return w == strings.ToLower(w) && w != strings.ToUpper(w) })
}

// isOneWord reports whether a name is one word with capitals, which is never written in
// parts: JavaScript, MySQL, Node.js.
func isOneWord(name string) bool {
	return !strings.ContainsAny(name, " -/&") && strings.ToLower(name) != name && strings.ToUpper(name) != name
}

func onlyLetters(name string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '#' {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
}

// allCapital reports whether a text has letters, and capitals only.
func allCapital(text string) bool {
	return text == strings.ToUpper(text) && text != strings.ToLower(text)
}

// isPart reports whether a span is part of something longer, such as a path or the name
// of a file: "js/css/img".
func isPart(text string, start, end int) bool {
	const joints = "/\\_@-"
	return start > 0 && strings.IndexByte(joints, text[start-1]) >= 0 || end < len(text) && strings.IndexByte(joints, text[end]) >= 0
}

// besideCapitals reports whether the word before or after a span is in capitals too:
// then that is how the text is written, a heading for instance.
func besideCapitals(text string, start, end int) bool {
	const least = 4 // of letters, for fewer are acronyms
	before, after := strings.Fields(text[:start]), strings.Fields(text[end:])
	is := func(w string) bool { return len(onlyLetters(w)) >= least && allCapital(w) }
	return len(before) > 0 && is(before[len(before)-1]) || len(after) > 0 && is(after[0])
}
