package outline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"resumax/resume"
)

// SourceOffset is the byte of a text, as it is written in the resume, for a byte of
// what a page shows of it: without inline marks, spaces single, characters composed or
// in capitals, other characters around and between. The two are aligned by their
// letters. Where the page shows something else, it is a place near.
func SourceOffset(source, printed string, at int) int {
	shown := letters(nil, printed, 0)
	var written []letter
	for _, s := range resume.Spans(source) {
		written = letters(written, s.Text, s.At)
	}
	i, j := 0, within(written, shown)
	for i < len(shown) && shown[i].at < at {
		more, less := gap(shown[i:], written[j:])
		if more == 0 && less == 0 {
			more, less = 1, min(1, len(written)-j)
		}
		i, j = i+more, j+less
	}
	switch {
	case len(written) == 0:
		return 0
	case i < len(shown) && shown[i].at == at && j < len(written):
		_, less := gap(shown[i:], written[j:])
		return written[j+less].at
	case j > 0: // behind a letter, as at the end of a word
		return written[j-1].end
	}
	return written[j].at
}

// letter is a character without regard to case and composition, and the bytes it is at.
type letter struct {
	char    rune
	at, end int
}

// letters appends those of a text that begins at a byte.
func letters(all []letter, text string, from int) []letter {
	for i, r := range text {
		if unicode.IsSpace(r) || unprintable(r) {
			continue
		}
		end := from + i + utf8.RuneLen(r)
		if r == utf8.RuneError {
			end = from + i + 1
		}
		for _, part := range strings.ToUpper(norm.NFKD.String(string(r))) {
			all = append(all, letter{part, from + i, end})
		}
	}
	return all
}

// within is where one text stands within another as whole words, 0 if it doesn't.
func within(text, part []letter) int {
	for i := 0; i+len(part) <= len(text) && len(part) > 0; i++ {
		end := i + len(part)
		if same(text[i:end], part) && (i == 0 || parted(text[i-1], text[i])) && (end == len(text) || parted(text[end-1], text[end])) {
			return i
		}
	}
	return 0
}

// parted reports whether no word runs from one letter to the next.
func parted(a, b letter) bool {
	word := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	return a.end < b.at || !word(a.char) || !word(b.char)
}

// same reports whether texts have the same letters.
func same(a, b []letter) bool {
	for i := range min(len(a), len(b)) {
		if a[i].char != b[i].char {
			return false
		}
	}
	return len(a) > 0 && len(b) > 0
}

// gap is how many letters only the text that is shown has here, or how many only the
// one that is written, before they agree again.
func gap(shown, written []letter) (more, less int) {
	const reach = 64
	if len(shown) == 0 || len(written) == 0 || shown[0].char == written[0].char {
		return 0, 0
	}
	for _, agree := range [...]int{12, 3} { // rather a long agreement than a near one
		cut := func(l []letter, from int) []letter { return l[min(from, len(l)):min(from+agree, len(l))] }
		for k := range reach {
			switch {
			case same(cut(shown, 0), cut(written, k)):
				return 0, k
			case same(cut(shown, k), cut(written, 0)):
				return k, 0
			}
		}
	}
	return 0, 0
}
