package paste

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Terms are the short texts that a text lists, each once: parted by lines, tabs,
// commas, semicolons, bars and bullets. A comma in parentheses or in a number parts
// nothing: "AWS (EC2, S3)", "1,000 users".
func Terms(text string) []string {
	rows := strings.Split(characters(text), "\n")
	for i, row := range rows {
		rows[i] = strings.ReplaceAll(withoutMarks(strings.TrimSpace(row)), "\t", "\n")
	}
	lines, _ := Lines(strings.Join(rows, "\n"))
	var terms []string
	for _, line := range lines {
		parts, rest := split(line)
		terms = append(terms, append(parts, rest)...)
	}
	return Unique(terms)
}

// Typed are the terms that a text being typed has completed, and the text of the one
// that is still being typed: up to a comma or a semicolon is complete, but for a comma
// behind a digit, which may go on with a number.
func Typed(text string) (done []string, rest string) {
	if strings.ContainsAny(text, "\n\t") {
		terms := Terms(text)
		return terms, ""
	}
	done, rest = split(text)
	if n := len(done); n > 0 && strings.TrimSpace(rest) == "" && numberBefore(text) {
		return Unique(done[:n-1]), done[n-1] + ","
	}
	return Unique(done), rest
}

// numberBefore reports whether a text ends with a digit and a comma.
func numberBefore(text string) bool {
	head, ok := strings.CutSuffix(text, ",")
	last, _ := utf8.DecodeLastRuneInString(head)
	return ok && unicode.IsDigit(last)
}

// Unique are texts without white space around them, each once whatever its case; the
// first spelling stays, and empty ones go.
func Unique(texts []string) []string {
	seen := map[string]bool{}
	var all []string
	for _, t := range texts {
		t = spaced(t)
		if key := strings.ToLower(t); t != "" && !seen[key] {
			seen[key] = true
			all = append(all, t)
		}
	}
	return all
}

// split parts a line at its separators; rest is what follows the last one.
func split(line string) (parts []string, rest string) {
	runes := []rune(line)
	depth, begin := 0, 0
	for i, r := range runes {
		switch {
		case strings.ContainsRune("([{", r):
			depth++
		case strings.ContainsRune(")]}", r):
			depth = max(0, depth-1)
		case depth == 0 && separates(runes, i):
			parts = append(parts, string(runes[begin:i]))
			begin = i + 1
		}
	}
	return parts, string(runes[begin:])
}

// separates reports whether the i-th character parts two terms.
func separates(line []rune, i int) bool {
	switch r := line[i]; r {
	case ';', '、', '；', '，', '|', '•':
		return true
	case ',':
		return i == 0 || i+1 == len(line) || !unicode.IsDigit(line[i-1]) || !unicode.IsDigit(line[i+1])
	case '·', '▪', '●', '■', '◦', '∙':
		return i > 0 && line[i-1] == ' ' && i+1 < len(line) && line[i+1] == ' '
	}
	return false
}
