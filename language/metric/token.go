package metric

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Token is a word of a text with its place.
type Token struct {
	Text       string // without punctuation around it
	Lower      string // the same in small letters
	Start, End int    // bytes of the text
	Comma      bool   // punctuation follows that ends a phrase
	Stop       bool   // punctuation follows that ends a sentence
	Digits     bool   // it holds a digit
	Noun       bool   // it is a noun of another language, which a number before it counts
	Typo       bool   // it is a typo of some word, by which a number may be a name or an age
}

// Tokens are the words of a text: what is between spaces, without the
// punctuation around it. What holds neither letter nor digit is none.
func Tokens(text string) []Token {
	tokens := make([]Token, 0, len(text)/6+1)
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		j := i
		for j < len(text) {
			r, size := utf8.DecodeRuneInString(text[j:])
			if unicode.IsSpace(r) {
				break
			}
			j += size
		}
		if t, ok := tokenOf(text, i, j); ok {
			tokens = append(tokens, t)
		}
		i = j
	}
	return tokens
}

// tokenOf is the word in text[i:j], without the punctuation around it.
func tokenOf(text string, i, j int) (Token, bool) {
	start := j - len(strings.TrimLeft(text[i:j], "([{\"'“‘,;:"))
	start += len(numbering(text[start:j], text[:i]))
	word := strings.TrimRight(text[start:j], ")]}\"'.,;:!?”’–—")
	if !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || r == '%' }) {
		return Token{}, false
	}
	end := start + len(word)
	return Token{Text: word, Lower: strings.ToLower(word), Start: start, End: end,
		Comma: strings.ContainsAny(text[end:j], ",;:.!?"), Stop: strings.ContainsAny(text[end:j], ".!?"),
		Digits: strings.ContainsFunc(word, unicode.IsDigit)}, true
}

// numbering is the number of a list's item, without a space behind it, that a word at the
// beginning of a text begins with: "2.Sorted".
func numbering(word, before string) string {
	const longest = 2
	n := 0
	for n < len(word) && n <= longest && '0' <= word[n] && word[n] <= '9' {
		n++
	}
	if n == 0 || n > longest || n+1 >= len(word) || word[n] != '.' && word[n] != ')' || strings.IndexFunc(before, unicode.IsLetter) >= 0 {
		return ""
	}
	if r, _ := utf8.DecodeRuneInString(word[n+1:]); !unicode.IsLetter(r) {
		return ""
	}
	return word[:n+1]
}
