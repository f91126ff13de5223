package layout

import (
	"slices"
	"unicode"
)

// drawn is the text as it is drawn. The apostrophe that keyboards have, which
// stands as straight as a foot mark, gets the shape of a printed one; the text
// itself stays as it was typed, for those who take it from the page.
func drawn(text []rune) []rune {
	var shown []rune
	quoted := false // a quotation was opened
	for i, r := range text {
		if r != '\'' {
			continue
		}
		before, after := around(text, i)
		switch {
		case unicode.IsLetter(before) && unicode.IsLetter(after), unicode.IsDigit(before) && unicode.IsLetter(after):
			// in a word: don't, the 1990's
		case unicode.IsLetter(before) && !quoted:
			// at its end: the teams' work
		case unicode.IsDigit(after) && !unicode.IsDigit(before) && i+2 < len(text) && unicode.IsDigit(text[i+2]):
			// for the century: the '90s
		default: // a quotation, or feet and minutes
			quoted = unicode.IsLetter(after)
			continue
		}
		if shown == nil {
			shown = slices.Clone(text)
		}
		shown[i] = '’'
	}
	if shown == nil {
		return text
	}
	return shown
}

// around are the characters beside the one at i, spaces for none.
func around(text []rune, i int) (before, after rune) {
	before, after = ' ', ' '
	if i > 0 {
		before = text[i-1]
	}
	if i+1 < len(text) {
		after = text[i+1]
	}
	return before, after
}
