package resume

import (
	"strings"
	"unicode"
)

// IDFor makes an id, such as a file is named by, of the name that people give a
// thing: its letters and digits, small, with hyphens between words. It is "" for
// a name without any.
func IDFor(name string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(name), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}), "-")
}
