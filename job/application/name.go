package application

import (
	"slices"
	"strings"
	"unicode"
)

// PersonName is a name in the parts that forms ask for.
type PersonName struct {
	First, Last string
	Suffix      string // "Jr.", and degrees that are not asked for as part of the name
}

// titles stand before a name and are no part of it.
var titles = strings.Fields("mr mrs ms mx miss dr prof professor sir dame rev herr frau dipl ing mag phd")

// suffixes stand behind a name.
var suffixes = strings.Fields("jr sr ii iii iv v")

// particles begin a last name.
var particles = strings.Fields("van von der den de del della di da dos das do la le du ter ten af av zu zum zur bin ibn al el ben st saint mac mc y e")

// twoLastNames are the countries in which people have two last names.
var twoLastNames = strings.Fields("ES MX AR CO CL PE VE EC GT CU BO DO HN PY SV NI CR PA UY PR")

// lastFirst are scripts in which a name begins with the last name.
var lastFirst = []*unicode.RangeTable{unicode.Han, unicode.Hangul, unicode.Hiragana, unicode.Katakana}

// SplitName parts a name. That is a guess: a comma tells the last name ("Okafor, Ines"), else
// it begins with a particle ("van den Berg"), is the last two names in countries where people
// have two, and the last one anywhere else. A name in Chinese, Japanese or Korean letters begins
// with the last name. A name of one word is the first name. Country is a code of ISO 3166.
func SplitName(name, country string) PersonName {
	var p PersonName
	if i := strings.IndexAny(name, "(["); i > 0 {
		name = name[:i] // pronouns, a nickname
	}
	head, behind, comma := strings.Cut(name, ",")
	if comma && isSuffix(behind) && strings.ToUpper(head) != head {
		p.Suffix, comma = strings.TrimSpace(behind), false
	}
	parts := strings.Fields(head)
	for len(parts) > 1 && slices.Contains(titles, bare(parts[0])) {
		parts = parts[1:]
	}
	if comma {
		given, suffix, _ := strings.Cut(behind, ",")
		return PersonName{strings.Join(strings.Fields(given), " "), strings.Join(parts, " "), strings.TrimSpace(suffix)}
	}
	for n := len(parts); n > 1 && (slices.Contains(suffixes, bare(parts[n-1])) && (n > 2 || bare(parts[n-1]) != "v") || isDegree(parts[n-1])); n-- {
		p.Suffix = strings.TrimSpace(parts[n-1] + " " + p.Suffix)
		parts = parts[:n-1]
	}
	n := len(parts)
	if n < 2 {
		p.First = strings.Join(parts, " ")
		if r := []rune(p.First); n == 1 && len(r) > 1 && len(r) < 5 && unicode.IsOneOf(lastFirst, r[0]) && unicode.Is(unicode.Han, r[0]) && len(r) < 4 {
			p.Last, p.First = string(r[:1]), string(r[1:]) // one character, as nearly all in Chinese
		}
		return p
	}
	if unicode.IsOneOf(lastFirst, []rune(parts[0])[0]) {
		p.Last, p.First = parts[0], strings.Join(parts[1:], " ")
		return p
	}
	from := n - 1
	if n > 2 && slices.Contains(twoLastNames, strings.ToUpper(country)) && !strings.Contains(parts[n-1], "-") {
		from = n - 2
	}
	for i := 1; i < from; i++ {
		if w := parts[i]; slices.Contains(particles, bare(w)) && (unicode.IsLower([]rune(w)[0]) || len(bare(w)) > 1 && i == from-1) {
			from = i
		}
	}
	p.First, p.Last = strings.Join(parts[:from], " "), strings.Join(parts[from:], " ")
	return p
}

// bare is a word without dots and in small letters.
func bare(s string) string {
	return strings.ToLower(strings.Trim(strings.ReplaceAll(s, ".", ""), ",-"))
}

// isDegree reports whether a word behind a name is letters of a degree: capitals, more than one.
func isDegree(s string) bool {
	s = strings.ReplaceAll(strings.Trim(s, ","), ".", "")
	upper := 0
	for _, r := range s {
		if !unicode.IsLetter(r) && r != '-' {
			return false
		}
		if unicode.IsUpper(r) {
			upper++
		}
	}
	return slices.Contains([]string{"PhD", "MSc", "BSc", "MBA", "RN", "BSN", "MSN", "LPN", "MD", "DO", "DDS", "CPA", "PE", "PMP", "JD", "LLM", "MEd", "BEd", "MA", "BA", "MS", "BS", "CNA", "EMT", "CFA", "Esq", "FNP", "APRN", "PharmD", "DVM", "DPT"}, s) && upper > 0
}

// isSuffix reports whether what stands behind a comma is a suffix or degrees, not a first name.
func isSuffix(s string) bool {
	parts := strings.FieldsFunc(s, func(r rune) bool { return r == ',' || unicode.IsSpace(r) })
	for _, w := range parts {
		if !slices.Contains(suffixes, bare(w)) && !isDegree(w) && strings.ToUpper(w) != w {
			return false
		}
	}
	return len(parts) > 0
}
