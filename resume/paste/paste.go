package paste

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Lines are the items of a list that a text makes: one for each item or paragraph,
// without its mark, the lines of one joined. Empty ones are left out. listed reports
// whether the first one begins an item rather than going on with a text.
func Lines(text string) (lines []string, listed bool) {
	blocks := blocksOf(characters(text))
	for _, b := range blocks {
		lines = append(lines, b.text)
	}
	return lines, len(blocks) > 0 && blocks[0].marked
}

// Line is a text for a field of one line: all lines joined by spaces, the first without
// a mark.
func Line(text string) string {
	for {
		lines, _ := Lines(text)
		joined := strings.Join(lines, " ")
		if joined == text {
			return text
		}
		text = joined // what was a line of its own may be a mark now
	}
}

// Into is what to insert between two parts of a line for a text. At the line's begin that
// is a [Line]; further on, of the marks of items only those go that no sentence has
// inside, and a space at either end of the text stays where it parts two words.
func Into(head, text, tail string) string {
	if strings.TrimSpace(head) == "" {
		line := Line(text)
		return line + edge(characters(text), line, tail)
	}
	text = characters(text)
	line := strings.TrimSpace(text)
	if first, _ := utf8.DecodeRuneInString(line); line == "" || strings.ContainsRune(dashes, first) || isLoneSign(line) {
		line = spaced(line)
	} else {
		line = Line(line)
	}
	if line != "" && strings.HasPrefix(text, " ") && !strings.HasSuffix(head, " ") {
		return " " + line + edge(text, line, tail)
	}
	return line + edge(text, line, tail)
}

// edge is a space where a text ends with one and more words follow.
func edge(text, line, tail string) string {
	if line == "" || tail == "" || tail[0] == ' ' || !strings.HasSuffix(text, " ") {
		return ""
	}
	return " "
}

// Prose is what to insert between two parts of a field of paragraphs, one a line. Items
// of a list begin with mark, where there are several.
func Prose(head, text, tail, mark string) string {
	blocks := blocksOf(characters(text))
	if len(blocks) < 2 {
		return Into(head[strings.LastIndexByte(head, '\n')+1:], text, tail)
	}
	items := 0
	for _, b := range blocks {
		if b.marked {
			items++
		}
	}
	lines := make([]string, len(blocks))
	for i, b := range blocks {
		lines[i] = b.text
		if b.marked && items > 1 {
			lines[i] = mark + b.text
		}
	}
	all := strings.Join(lines, "\n")
	if blocks[0].marked && head != "" && !strings.HasSuffix(head, "\n") {
		all = "\n" + all
	}
	if blocks[len(blocks)-1].marked && tail != "" && tail[0] != '\n' {
		all += "\n"
	}
	return all
}

// block is an item or a paragraph.
type block struct {
	text   string
	marked bool // it began with a mark
}

// line is one of a clip, as it came.
type line struct {
	text   string // without mark and outer spaces
	indent int    // spaces before it; a tab is four
	length int    // characters, with its mark
	marked bool
	soft   bool // begins after a soft break
	apart  bool // begins after an empty line
}

// blocksOf parts a text into items and paragraphs.
func blocksOf(text string) []block {
	lines := linesOf(text)
	width := 0
	listed := false
	for _, l := range lines {
		width = max(width, l.length)
		listed = listed || l.marked
	}
	var blocks []block
	for i, l := range lines {
		if i > 0 && l.continues(lines[i-1], width, listed) {
			b := &blocks[len(blocks)-1]
			if joined := joinedLines(b.text, l.text); withoutMarks(joined) == joined {
				b.text = joined
				continue
			}
		}
		blocks = append(blocks, block{l.text, l.marked})
	}
	return blocks
}

// linesOf are the lines with a text. A mark on a line of its own is the next one's.
func linesOf(text string) []line {
	var lines []line
	apart, pending, soft := false, false, false
	lone := loneMarks(text)
	for _, raw := range strings.SplitAfter(text, "\n") {
		for _, part := range strings.SplitAfter(raw, string(softBreak)) {
			body := strings.TrimRight(part, "\n"+string(softBreak))
			l := line{text: strings.TrimSpace(body), indent: indentOf(body), marked: pending, soft: soft, apart: apart}
			soft = strings.HasSuffix(part, string(softBreak))
			switch {
			case l.text == "":
				apart = apart || !strings.HasSuffix(part, string(softBreak)) && len(lines) > 0 && part != ""
				continue
			case lone(l.text):
				pending = true
				continue
			}
			l.length = utf8.RuneCountInString(l.text)
			lines, apart, pending = append(lines, l), false, false
		}
	}
	unmark(lines)
	return slices.DeleteFunc(lines, func(l line) bool { return isLoneSign(l.text) })
}

func indentOf(s string) (n int) {
	for _, r := range s {
		switch {
		case r == '\t':
			n += 4
		case unicode.IsSpace(r):
			n++
		default:
			return n
		}
	}
	return n
}

// unmark takes the marks off lines until none has one.
func unmark(lines []line) {
	texts := make([]string, len(lines))
	for i, l := range lines {
		texts[i] = l.text
	}
	for again := true; again; {
		again = false
		for i := range texts {
			if rest := withoutMarks(texts[i]); rest != texts[i] {
				texts[i], lines[i].marked, again = rest, true, true
			}
		}
		for i, changed := range unmarkedTogether(texts, lines) {
			if changed {
				lines[i].marked, again = true, true
			}
		}
	}
	for i := range lines {
		lines[i].text = spaced(texts[i])
	}
}

// A hard-wrapped text has lines between these lengths.
const (
	narrowest = 50
	widest    = 150
)

// continues reports whether a line goes on with the one before it.
func (l line) continues(before line, width int, listed bool) bool {
	first, _ := utf8.DecodeRuneInString(l.text)
	last, _ := utf8.DecodeLastRuneInString(before.text)
	switch {
	case l.marked || l.apart:
		return false
	case l.soft:
		return true
	case strings.ContainsRune(".!?", last) && !unicode.IsLower(first):
		return false
	case before.marked && l.indent > before.indent:
		return true
	}
	word, _, _ := strings.Cut(l.text, " ")
	full := width <= widest && before.length+1+utf8.RuneCountInString(word) > width*9/10
	open := unicode.IsLower(first) || strings.ContainsRune(",-–(&/", last) || connects(before.text)
	if listed {
		return open && (full || unicode.IsLower(first)) || full && width >= narrowest
	}
	return open && full && width >= narrowest && !strings.ContainsRune(":;", last)
}

// connecting are words that no sentence ends with.
var connecting = map[string]bool{"a": true, "an": true, "and": true, "as": true, "at": true, "by": true, "for": true, "from": true, "in": true,
	"into": true, "of": true, "on": true, "or": true, "over": true, "per": true, "than": true, "that": true, "the": true, "to": true, "under": true,
	"using": true, "via": true, "while": true, "with": true, "within": true, "&": true, "+": true,
	"und": true, "von": true, "der": true, "die": true, "das": true, "mit": true, "für": true, "im": true,
	"et": true, "de": true, "du": true, "des": true, "la": true, "le": true, "les": true, "y": true, "con": true, "para": true}

func connects(text string) bool {
	return connecting[strings.ToLower(text[strings.LastIndexByte(text, ' ')+1:])]
}

// joinedLines joins two lines of one text. A hyphen at the end keeps the word together.
func joinedLines(head, tail string) string {
	before, _ := utf8.DecodeRuneInString(tail)
	if word, ok := strings.CutSuffix(head, "-"); ok && unicode.IsLower(before) {
		if last, _ := utf8.DecodeLastRuneInString(word); unicode.IsLetter(last) {
			return head + tail
		}
	}
	return head + " " + tail
}
