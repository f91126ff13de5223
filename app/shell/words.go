package shell

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is an error's text as a sentence. A file's name at its start keeps its
// case.
func Sentence(text string) string {
	first, _, _ := strings.Cut(text, " ")
	if !strings.ContainsAny(strings.TrimRight(first, ".:,"), `./\:_`) {
		text = UpperFirst(text)
	}
	return strings.TrimSuffix(text, ".") + "."
}

// UpperFirst is a text with a capital first letter.
func UpperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

// LowerFirst is a text with a lowercase first letter, for use within a sentence.
func LowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

func mapFirst(s string, f func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(f(r)) + s[n:]
}
