package letter

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a text with its place in bytes: letters and digits, with what may be
// within a word.
type token struct {
	text       string
	low        string // in small letters, with typewriter's apostrophes
	start, end int
}

// tokens are the words of a text.
func tokens(text string) []token {
	var all []token
	start := -1
	flush := func(end int) {
		if start < 0 {
			return
		}
		word := strings.TrimRight(text[start:end], "-'’.")
		if word != "" {
			all = append(all, token{word, strings.ToLower(strings.ReplaceAll(word, "’", "'")), start, start + len(word)})
		}
		start = -1
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), unicode.IsMark(r):
			if start < 0 {
				start = i
			}
		case start >= 0 && strings.ContainsRune("-'’.&+#", r): // within a word
			if next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):]); r != '+' && r != '#' && !unicode.IsLetter(next) && !unicode.IsDigit(next) {
				flush(i)
			}
		default:
			flush(i)
		}
	}
	flush(len(text))
	return all
}

// span is a part of a text, in bytes.
type span struct{ start, end int }

// sentences are the sentences of a text.
func sentences(text string) []span {
	var all []span
	start := 0
	add := func(end int) {
		for start < end && isSpace(text[start]) {
			start++
		}
		if strings.TrimSpace(text[start:end]) != "" {
			all = append(all, span{start, end})
		}
		start = end
	}
	for i := 0; i < len(text); i++ {
		c := text[i]
		if c == '\n' {
			add(i + 1)
			continue
		}
		if c != '.' && c != '!' && c != '?' || i+1 < len(text) && !isSpace(text[i+1]) && !isAfterEnd(text[i+1:]) {
			continue
		}
		if c == '.' && isAbbreviated(text[:i]) {
			continue
		}
		rest := strings.TrimLeft(text[i+1:], " \"”’»)]")
		if next, _ := utf8.DecodeRuneInString(rest); rest != "" && unicode.IsLower(next) {
			continue
		}
		add(i + 1)
	}
	add(len(text))
	return all
}

// isAfterEnd reports whether a text goes on with what may stand behind the end of a sentence.
func isAfterEnd(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("\")]”’»“ \u202f", r)
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' }

// abbreviations end with a full stop that ends no sentence.
const abbreviations = " mr mrs ms mx dr prof st no nr e.g i.e z.b d.h p.ex p.e sra sr srta dra mme m inc ltd co approx ca vs bzw usw "

// isAbbreviated reports whether a text ends with what a full stop would not end a sentence
// after: an abbreviation, or a single letter.
func isAbbreviated(before string) bool {
	word := before[strings.LastIndexAny(before, " \n(")+1:]
	low := strings.ToLower(word)
	return strings.Contains(abbreviations, " "+low+" ") || utf8.RuneCountInString(word) == 1 && unicode.IsUpper([]rune(word)[0]) && word != "I"
}

// find is where a phrase is in a text, word for word whatever the capitals, or -1.
func find(text, phrase string, from int) (start, end int) {
	for i := from; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if end := matchAt(text, i, phrase); end > 0 && !letterBefore(text, i) && !letterAt(text, end) {
			return i, end
		}
		_ = r
		i += n
	}
	return -1, -1
}

// matchAt is the end of a phrase that a text has at a place, 0 where it has not.
func matchAt(text string, at int, phrase string) int {
	for _, p := range phrase {
		if at >= len(text) {
			return 0
		}
		r, n := utf8.DecodeRuneInString(text[at:])
		if p == ' ' && unicode.IsSpace(r) {
			at += n
			continue
		}
		if fold(r) != fold(p) {
			return 0
		}
		at += n
	}
	return at
}

func fold(r rune) rune {
	if r == '’' {
		return '\''
	}
	return unicode.ToLower(r)
}

func letterBefore(text string, i int) bool {
	r, n := utf8.DecodeLastRuneInString(text[:i])
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

func letterAt(text string, i int) bool {
	r, n := utf8.DecodeRuneInString(text[i:])
	return n > 0 && (unicode.IsLetter(r) || unicode.IsDigit(r))
}

// CountWords is how many words a text has.
func CountWords(text string) int { return len(strings.Fields(text)) }

// Words is how many words the letter's paragraphs have, without the questions that are left
// in them.
func (l Letter) Words() int {
	n := 0
	for _, p := range l.Paragraphs {
		n += CountWords(withoutSlots(p))
	}
	return n
}
