package tomlfile

import (
	"bytes"
	"unicode/utf8"
)

// How far the values of a file may be nested, and how many dots its keys may
// have. What people write has four levels and three dots.
const deepest, maxDots = 32, 8

// Check says what keeps a text from being read as TOML at all: bytes that are no
// text, or nesting without end.
func Check(file string, text []byte) error {
	if !utf8.Valid(text) {
		return &Error{File: file, Text: "it is not UTF-8 text"}
	}
	if line, yes := tooDeep(text); yes {
		return &Error{file, line, "it is nested more than 32 levels deep here"}
	}
	return nil
}

// tooDeep reports whether lists, tables or dotted keys of a TOML text are nested
// further than a file may have them, and in which line, counted from 1. A reader
// that follows them takes memory for each level: a file of a megabyte could ask
// for gigabytes. It knows just enough of TOML to pass over strings and comments.
func tooDeep(text []byte) (line int, yes bool) {
	line = 1
	depth, dots := 0, 0
	for i := 0; i < len(text); i++ {
		switch c := text[i]; c {
		case '\n':
			line++
			dots = 0
		case '#':
			if end := bytes.IndexByte(text[i:], '\n'); end >= 0 {
				i += end - 1
			} else {
				return 0, false
			}
		case '"', '\'':
			end := stringEnd(text, i)
			line += bytes.Count(text[i:end], []byte{'\n'})
			i = end - 1
		case '[', '{':
			depth++
			dots = 0
		case ']', '}':
			depth = max(0, depth-1)
			dots = 0
		case '.':
			dots++
		case '=', ',':
			dots = 0
		}
		if depth > deepest || dots > maxDots {
			return line, true
		}
	}
	return 0, false
}

// stringEnd is where the string that begins at i ends, behind its closing quotes.
func stringEnd(text []byte, i int) int {
	quote := text[i : i+1]
	if triple := bytes.Repeat(quote, 3); bytes.HasPrefix(text[i:], triple) {
		quote = triple
	}
	for j := i + len(quote); j < len(text); j++ {
		switch {
		case text[j] == '\\' && quote[0] == '"':
			j++
		case text[j] == '\n' && len(quote) == 1:
			return j // it does not end; the reader will say so
		case bytes.HasPrefix(text[j:], quote):
			end := j + len(quote)
			for extra := 0; len(quote) == 3 && extra < 2 && end < len(text) && text[end] == quote[0]; extra++ {
				end++ // up to two quotes may come before the closing ones
			}
			return end
		}
	}
	return len(text)
}
