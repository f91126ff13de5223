package terms

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a run of letters and digits, with what belongs to it before and
// after: the dot of .NET, the characters of C++ and C#.
type token struct {
	start, end int   // byte offsets in the text
	before     gap   // what is between the token before and this one
	ids        [4]id // ways to read it; see vocabulary.read
	address    bool  // part of a URL or an e-mail address
}

// gap is what is between two tokens.
type gap struct {
	join     joint
	list     bool // holds a separator of lists: comma, slash, bar, bullet, new line, "+", "&"
	sentence bool // ends a sentence or a paragraph
	start    bool // what follows begins a sentence, a line or the part after a colon
	bridge   bool // a number was taken out of it, see withoutNumbers
}

// joint says whether a phrase may run across a gap, and how it is written.
type joint uint8

const (
	hard joint = iota // no phrase crosses it
	soft              // spaces, a hyphen or a slash, read alike: spring-boot, CI/CD
	dot               // one dot: Node.js
	amp               // an ampersand: R&D
)

// fold is text in lower case with every rune where it was: a rune whose lower
// case takes another number of bytes stays as it is.
func fold(text string) string {
	at := 0
	for at < len(text) && text[at] < utf8.RuneSelf {
		at++
	}
	if at == len(text) {
		return strings.ToLower(text)
	}
	var b strings.Builder
	b.Grow(len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if low := unicode.ToLower(r); r != utf8.RuneError && utf8.RuneLen(low) == n {
			b.WriteRune(low)
		} else {
			b.WriteString(text[i : i+n])
		}
		i += n
	}
	return b.String()
}

// wordAt gives the size in bytes of the word character at i, and 0 if there is
// none. Scripts that are written without spaces are no word characters: in
// "使用Python开发" the name stands alone.
func wordAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	c := s[i]
	if c < utf8.RuneSelf {
		if plain[c] {
			return 1
		}
		if c == '_' && i > 0 && isWordByte(s[i-1]) && i+1 < len(s) && isWordByte(s[i+1]) {
			return 1
		}
		return 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if r == utf8.RuneError || unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul) {
		return 0
	}
	if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
		return n
	}
	return 0
}

// plain are the letters and digits of ASCII, which are word characters wherever they are.
var plain = func() (is [256]bool) {
	for c := range utf8.RuneSelf {
		is[c] = 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
	}
	return is
}()

// isWordByte reports whether c belongs to a word, taking every byte beyond
// ASCII for one.
func isWordByte(c byte) bool {
	return c >= utf8.RuneSelf || c == '_' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// next finds the next token of the folded text s at or after i, and ok is false
// at the end. known decides whether a word with its characters, such as "c++", is a
// token; without it the characters do not belong to the word.
func next(s string, i int, known func(string) bool) (start, end int, ok bool) {
	for i < len(s) && (s[i] == ' ' || wordAt(s, i) == 0) {
		i++
	}
	if i >= len(s) {
		return 0, 0, false
	}
	start, end = i, i
	for n := 0; ; end += n {
		for end < len(s) && plain[s[end]] {
			end++
		}
		if n = wordAt(s, end); n == 0 {
			break
		}
	}
	suffix := end
	for suffix < len(s) && (s[suffix] == '+' || s[suffix] == '#') {
		suffix++
	}
	if suffix > end && known(s[start:suffix]) {
		end = suffix
	}
	if start > 0 && s[start-1] == '.' && (start == 1 || !isWordByte(s[start-2])) && known(s[start-1:end]) {
		start--
	}
	return start, end, true
}

// between classifies what is between two tokens. An empty gap occurs where
// characters end a token: "C++17".
func between(s string) gap {
	switch s {
	case " ", "-", "'", "' ", "\u2019 ", "\u00a0", "\u2010", "\u2011", "\u2019":
		return gap{join: soft}
	case "/":
		return gap{join: soft, list: true}
	case ".":
		return gap{join: dot}
	case "":
		return gap{}
	}
	return readGap(s)
}

// readGap classifies a longer gap, sign by character.
func readGap(s string) gap {
	var g gap
	lines, slashes, amps, others, blanks := 0, 0, 0, 0, 0
	for i, r := range s {
		switch r {
		case ' ', '\t', '\r', '\u00a0', '\u202f', '\u2009':
			blanks++
			continue
		case '\n', '\u2028', '\u2029', '\v', '\f':
			lines++
		case '/':
			slashes++
		case '&':
			amps++
		case '.', '!', '?', '\u3002', '\u2026':
			others++
			g.sentence = g.sentence || endsSentence(s, i)
		case ',', ';', '|', '\u2022', '\u00b7', '+', '*', '(', ')', '[', ']', '\u3001':
			others++
			g.list = true
		case ':':
			others++
			g.list, g.start = true, true
		default:
			others++
		}
	}
	switch {
	case others > 0 || lines > 1 || slashes+amps > 1:
	case amps == 1:
		g.join = amp
	default:
		g.join = soft
	}
	g.sentence = g.sentence || lines > 1
	g.list = g.list || lines > 0 || slashes > 0 || amps > 0
	g.start = g.start || g.sentence || lines > 0
	return g
}

// endsSentence reports whether the mark at i of a gap is followed by a blank.
func endsSentence(s string, i int) bool {
	rest := strings.TrimLeft(s[i:], ".!?\"')\u2019\u201d\u3002\u2026")
	return rest == "" || strings.ContainsAny(rest[:1], " \t\r\n") || rest[0] >= utf8.RuneSelf
}
