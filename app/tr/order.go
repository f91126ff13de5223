package tr

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Compare orders names as lists do: letters with marks beside those without, whatever their case.
func Compare(a, b string) int {
	if c := strings.Compare(plain(a), plain(b)); c != 0 {
		return c
	}
	return strings.Compare(a, b)
}

// plain is a text in lowercase letters without marks.
func plain(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}
