package shell

import (
	"strings"
	"unicode"
)

// How well a query matches, from best to worst. Between them there is room for what
// was used recently.
const (
	matchStart    = 40 // the label begins with the query
	matchWords    = 30 // each word of the query begins a word of the label
	matchMenu     = 20 // or of the menu
	matchInitials = 10 // the query is made of the first letters of words: "sa" for "Save as"
	matchLetters  = 0  // its letters are in the label, in this order
)

// match reports whether a command matches a query, and how well.
func match(menu, label, query string) (rank int, ok bool) {
	words := wordsOf(query)
	joined := strings.Join(words, "")
	labels := wordsOf(label)
	switch {
	case len(words) == 0:
		return 0, true
	case strings.HasPrefix(strings.Join(labels, " "), strings.Join(words, " ")):
		return matchStart, true
	case beginAll(labels, words):
		return matchWords, true
	case beginAll(append(wordsOf(menu), labels...), words):
		return matchMenu, true
	case strings.HasPrefix(initials(labels), joined):
		return matchInitials, true
	}
	return matchLetters, len([]rune(joined)) >= 3 && inOrder(strings.Join(labels, ""), joined)
}

func wordsOf(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
}

// beginAll reports whether each part begins a word.
func beginAll(words, parts []string) bool {
	for _, p := range parts {
		found := false
		for _, w := range words {
			found = found || strings.HasPrefix(w, p)
		}
		if !found {
			return false
		}
	}
	return true
}

func initials(words []string) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteRune([]rune(w)[0])
	}
	return b.String()
}

// inOrder reports whether the letters are in the text, in their order.
func inOrder(text, letters string) bool {
	rest := []rune(letters)
	for _, r := range text {
		if len(rest) > 0 && r == rest[0] {
			rest = rest[1:]
		}
	}
	return len(rest) == 0
}
