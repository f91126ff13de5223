package hyphen

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Patterns are a language's rules for breaking words. They may be used by several
// goroutines at a time.
type Patterns struct {
	// Nouns says that common nouns are written with a capital, so that one within
	// a sentence tells nothing of a name.
	Nouns bool

	left, right int               // how many letters stay together at a word's ends
	digits      map[string]string // by a pattern's letters: the digit before each, and after the last
	longest     int               // bytes of the longest pattern's letters
	words       map[string]string // exceptions by their letters, in the same way, but for the ends
	lower       func(rune) rune
}

// Points are where the word may be broken, as offsets of bytes. There are none in
// what has other characters than the patterns know, such as digits.
func (p *Patterns) Points(word string) []int {
	if !utf8.ValidString(word) {
		return nil
	}
	letters, starts := p.letters(word)
	n := len(starts)
	if n < p.left+p.right {
		return nil
	}
	digits, ok := p.words[letters[1:len(letters)-1]]
	if !ok {
		digits = p.weigh(letters, n)
	}
	var points []int
	for i := max(1, p.left); i <= n-max(1, p.right); i++ {
		if digits[i]&1 == 1 {
			points = append(points, starts[i])
		}
	}
	return points
}

// letters is the word in small letters between two dots, and where its letters
// begin in the word as it was.
func (p *Patterns) letters(word string) (letters string, starts []int) {
	b := make([]byte, 1, len(word)+8)
	b[0] = '.'
	for i, r := range word {
		starts = append(starts, i)
		b = utf8.AppendRune(b, p.lower(r))
	}
	return string(append(b, '.')), starts
}

// weigh is the digit before each of the n letters that stand between two dots.
func (p *Patterns) weigh(letters string, n int) string {
	digits := make([]byte, n+3) // before each character, and behind the last
	at := 0
	for from := range letters {
		for size := 1; size <= min(p.longest, len(letters)-from); size++ {
			for i, d := range []byte(p.digits[letters[from:from+size]]) {
				digits[at+i] = max(digits[at+i], d)
			}
		}
		at++
	}
	return string(digits[1:])
}

// read adds what a file of TeX says: what is in the braces of \patterns and of
// \hyphenation.
func (p *Patterns) read(file string) error {
	if !utf8.ValidString(file) {
		return errors.New("it is not UTF-8 text")
	}
	list := "" // the command that is being read, "" for none
	for n, line := range strings.Split(file, "\n") {
		line, _, _ = strings.Cut(line, "%")
		for _, command := range []string{`\patterns{`, `\hyphenation{`} {
			if _, rest, ok := strings.Cut(line, command); ok {
				list, line = command, rest
			}
		}
		if list == "" {
			continue
		}
		line, _, end := strings.Cut(line, "}")
		for _, word := range strings.Fields(line) {
			if err := p.add(word, list == `\patterns{`); err != nil {
				return fmt.Errorf("line %d: %w", n+1, err)
			}
		}
		if end {
			list = ""
		}
	}
	return nil
}

// add adds a pattern, or an exception: a word with hyphens where it may be broken.
func (p *Patterns) add(text string, pattern bool) error {
	letters, digits := make([]byte, 0, len(text)), make([]byte, 1, len(text)+1)
	for _, r := range text {
		last := &digits[len(digits)-1]
		switch {
		case pattern && '0' <= r && r <= '9':
			*last = byte(r - '0')
		case !pattern && r == '-':
			*last = 1
		case unicode.IsLetter(r) || r >= utf8.RuneSelf || r == '\'' || pattern && (r == '.' || r == '-'):
			letters, digits = utf8.AppendRune(letters, p.lower(r)), append(digits, 0)
		default:
			return fmt.Errorf("%q is neither a pattern nor a word", text)
		}
	}
	if !pattern {
		p.words[string(letters)] = string(digits)
		return nil
	}
	p.longest = max(p.longest, len(letters))
	p.digits[string(letters)] = string(digits)
	return nil
}
