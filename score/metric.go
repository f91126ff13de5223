package score

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/metric"
	"resumax/terms"
)

// perUnit reports whether a metric is a rate: "80k req/s", "$30k/year".
func perUnit(text string) bool {
	_, unit, ok := strings.Cut(text, "/")
	r, _ := utf8.DecodeRuneInString(unit)
	return ok && unicode.IsLetter(r)
}

// isNamePart reports whether a word belongs to the name of a technology.
func isNamePart(t metric.Token, found []terms.Match) bool {
	for _, m := range found {
		if m.Start <= t.Start && t.End <= m.End {
			return true
		}
	}
	return false
}
