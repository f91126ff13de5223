package metric

import (
	"strings"
	"unicode"

	"resumax/language/spelling"
)

// What numbers that measure nothing are known by.
var (
	ordinal = form(`^\d{1,3}(st|nd|rd|th)$`)
	years   = form(`^['’–-]?(19|20)\d\d('?s)?\+?$|^(19|20)\d\d[-–/](19|20)?\d\d$|^(19|20)\d\d/\d`)
	dateish = form(`^\d{1,4}-\d{1,2}-\d{1,4}$|^\d{1,2}/\d{1,2}/\d{2,4}$|^\d{1,2}\.\d{1,2}\.\d{2,4}$|^(0?\d|1[0-2])/(19|20)\d\d|^(0?\d|1[0-2])[-.](19|20)\d\d$|^\d{1,2}(am|pm)$|^\d{1,2}(am|pm)?[-–]\d{1,2}(am|pm)$`)
	phone   = form(`^\+?\(?\d{2,4}\)?[-.]\d{3,4}([-.]\d{3,4})?$|^\+\d{1,3}$`)
	mayDate = form(`^\d{1,2}[-–]\d{1,2}$|^\d{1,2}$`)
	coded   = form(`^\d+[a-z]+\d|^\d+(st|nd|rd|th)[-/–]|^\d+(-\d+){2,}`)
)

// isName reports whether the number n, which begins with the word i, is a name, a
// part of one, or a date.
func (r *reader) isName(i int, n number) bool {
	w, t := lists(), r.tokens[i]
	lower := strings.TrimRight(t.Lower, "+")
	before := r.before(i, 1)
	if w.names[lower] && !rounding[before] && !r.isTimed(i, lower) {
		return true
	}
	if !allDigits(lower) && (coded(lower) || dateish(lower) || phone(lower) && !r.counts(i)) {
		return true
	}
	if i > 0 && (strings.HasSuffix(r.tokens[i-1].Lower, "gpa") || strings.HasSuffix(r.tokens[i-1].Lower, "cgpa")) {
		return true
	}
	if (strings.HasSuffix(lower, "-") || strings.HasSuffix(lower, "–")) && !(i+1 < len(r.tokens) && r.tokens[i+1].Digits) {
		return true // of a range without its end
	}
	if c := lower[len(lower)-1]; c == 's' && (t.Text[len(t.Text)-1] == 'S') {
		return true // 5S
	}
	if words := w.namesBefore[lower]; words != nil && !rounding[before] && (words[r.after(i, 1)] || words[r.after(i, 2)] || r.isTypo(i+1)) {
		return true
	}
	if monthNames[before] && mayDate(lower) || n.unit == "" && mayDate(lower) && monthNames[r.after(i, 1)] && r.after(i, 1) != "may" && r.after(i, 1) != "march" {
		return true
	}
	return r.isVersion(i)
}

// year reports whether a word is a year, or a span of two.
func year(word string) bool {
	return len(word) >= 4 && (strings.Contains(word, "19") || strings.Contains(word, "20")) && years(word)
}

// allDigits reports whether a word is a plain number, which none of the forms of dates and phones is.
func allDigits(word string) bool {
	for i := range len(word) {
		if word[i] < '0' || word[i] > '9' {
			return false
		}
	}
	return true
}

// isTimed reports whether a number that may be a name is of a time ("401 minutes", "401 ms"), or one end of a
// change ("from 401 to 12").
func (r *reader) isTimed(i int, lower string) bool {
	if !allDigits(lower) {
		return false
	}
	if unit := r.after(i, 1); IsTime(unit) && len(unit) > 1 {
		return true
	}
	if r.after(i, 1) == "to" && i+2 < len(r.tokens) && r.tokens[i+2].Digits {
		return true
	}
	for k := i - 2; i > 1 && r.tokens[i-1].Lower == "to" && k >= max(0, i-3); k-- { // "from 900 ms to 401"
		if r.tokens[k].Digits {
			return true
		}
	}
	return false
}

// isTypo reports whether the word i is a typo.
func (r *reader) isTypo(i int) bool { return 0 <= i && i < len(r.tokens) && r.tokens[i].Typo }

// counts reports whether a noun is counted by the number i.
func (r *reader) counts(i int) bool {
	unit, _, ok := r.counted(i)
	if !ok {
		_, _, ok = r.unitAfter(i)
	}
	return ok && unit != "gpa"
}

// isVersion reports whether the number i belongs to the name before it.
func (r *reader) isVersion(i int) bool {
	if i == 0 {
		return false
	}
	before := r.tokens[i-1]
	// "grades 3, 4 and 5", "chapters 7 and 13"
	if r.numbered >= 0 && i-r.numbered <= 2 && r.numbered < i && (i-r.numbered == 1 && before.Digits || conjunctions[before.Lower]) {
		return true
	}
	if before.Stop || before.Comma && !strings.HasPrefix(r.text[before.End:], ".") {
		return false
	}
	if i > 1 && conjunctions[before.Lower] && before.Lower != "to" && isNaming(r.tokens[i-2].Lower) && !r.opens(i-2) {
		return true // "grades and 5", from which a number was taken
	}
	if strings.Contains(r.text[before.End:r.tokens[i].Start], "(") {
		return false // "units (150 beds)"
	}
	perEach := i > 1 && (distributes[r.tokens[i-2].Lower])
	if isNaming(before.Lower) && !perEach {
		if r.opens(i-1) && lists().verbs[before.Lower] {
			number, ok := parse(r.tokens[i].Lower)
			return ok && number.high <= 12 && before.Lower != "schedule" && before.Lower != "table"
		}
		return !before.Comma
	}
	number := r.tokens[i].Text
	if len(r.after(i, 1)) > 2 && magnitudes[r.after(i, 1)] != 0 {
		return false // "Revenue 13 million"
	}
	if before.Comma || before.Digits || !unicode.IsUpper(first(before.Text)) || len(number) > 5 || strings.Contains(number, ",") {
		return false
	}
	if r.named(before) && !isOrdinary(before.Lower) {
		return true
	}
	return !r.opens(i-1) && !isOrdinary(before.Lower)
}

// conjunctions are the words that join the numbers of a name.
var conjunctions = set("and or to through & thru -")

// distributes are words before "level" and the like that make no name of them:
// "per unit 40".
var distributes = set("per each every a an this")

// isOrdinary reports whether a word with a capital is no name before a number:
// a verb, or one of the small words, in a text whose words all have capitals.
func isOrdinary(lower string) bool {
	return stops[lower] || ends[lower] || rounding[lower] || articles[lower] || plainWords[lower] || endsAsVerb(lower) && len(lower) > 4
}

var plainWords = set(`led lead leads oversaw built ran runs taught teach wrote sold sell grew cut won made held kept drove drive manage manages manned
	supervise supervises train trains handle handles serve serves produce create achieve hired hire coach more only up sets set saw took take than increase reduce`)

// minNear is the length from which a word may be a typo of a naming one.
const minNear = 4

// IsNearNaming reports whether a word, in small letters, is a typo away from one that makes
// a name of the number behind it.
func IsNearNaming(word string) bool { return !lists().naming[word] && isNaming(word) }

// isNaming reports whether a word makes a name of the number behind it, or is
// meant to.
func isNaming(word string) bool {
	naming := lists().naming
	if naming[word] {
		return true
	}
	if len(word) >= minNear && !spelling.English().Known(word) {
		for other := range naming {
			if spelling.OneEditApart(word, other) {
				return true
			}
		}
	}
	return false
}

// isPlural reports whether a word is the plural of something that is counted: an
// English one in small letters, or of an abbreviation: "SKUs".
func isPlural(t Token) bool {
	word := t.Text
	if len(word) < 3 || word[len(word)-1] != 's' {
		return false
	}
	stem := word[:len(word)-1]
	if len(word) <= 6 && strings.ToUpper(stem) == stem && strings.ToLower(stem) != stem && !t.Digits {
		return true
	}
	switch word[len(word)-2] {
	case 's', 'u', 'i', '\'':
		return false
	}
	if len(word) < 4 || unicode.IsUpper(first(word)) || t.Digits || lists().uncounted[word] {
		return false
	}
	if _, tail, ok := cutLast(word, "-"); ok {
		word = tail
	}
	return spelling.English().Known(word) && !lists().uncounted[word]
}
