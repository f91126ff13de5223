// Package textdiff marks the words in which two texts differ.
package textdiff

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	// wordsMost bounds how many words of the differing middle of two texts are
	// compared one by one: the table has their product.
	wordsMost = 400
	// around is how many equal words are shown beside a changed one, and textMost how
	// many characters of a text at most.
	around   = 8
	textMost = 320
)

// Run is a part of a text: words that both texts have, or words that only this
// one has.
type Run struct {
	Text    string
	Changed bool
}

// Text joins runs.
func Text(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		b.WriteString(r.Text)
	}
	return b.String()
}

// Compare is [CompareWords] of two texts.
func Compare(a, b string) (was, is []Run) { return CompareWords(Words(a), Words(b)) }

// CompareWords are two texts with the words in which they differ. What is equal on both
// sides is left out where it is far from a change.
func CompareWords(a, b []Word) (was, is []Run) {
	inA, inB := common(a, b)
	return runs(a, inA), runs(b, inB)
}

// Word is what is compared as one, and how it stands in its text.
type Word struct{ Key, Text string }

// Words parts a text into words, each with the space behind it.
func Words(text string) []Word {
	var words []Word
	add := func(s string) {
		if s != "" {
			words = append(words, Word{strings.TrimRightFunc(s, unicode.IsSpace), s})
		}
	}
	start, space := 0, false
	for i, r := range text {
		if !unicode.IsSpace(r) && space {
			add(text[start:i])
			start = i
		}
		space = unicode.IsSpace(r)
	}
	add(text[start:])
	return words
}

// common marks the words that two texts have in common, in their order.
func common(a, b []Word) (inA, inB []bool) {
	inA, inB = make([]bool, len(a)), make([]bool, len(b))
	head := 0
	for head < len(a) && head < len(b) && a[head].Key == b[head].Key {
		inA[head], inB[head] = true, true
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail].Key == b[len(b)-1-tail].Key {
		tail++
		inA[len(a)-tail], inB[len(b)-tail] = true, true
	}
	a, b = a[head:len(a)-tail], b[head:len(b)-tail]
	if len(a) == 0 || len(b) == 0 || len(a) > wordsMost || len(b) > wordsMost {
		return inA, inB
	}
	for _, pair := range longest(a, b) {
		inA[head+pair[0]], inB[head+pair[1]] = true, true
	}
	return inA, inB
}

// longest is a longest common subsequence of two lists of words, as pairs of
// places. One that has less than a quarter of the words is none: of two other
// sentences only the small words are the same.
func longest(a, b []Word) [][2]int {
	width := len(b) + 1
	table := make([]int, (len(a)+1)*width) // of what begins at i and j
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			n := max(table[(i+1)*width+j], table[i*width+j+1])
			if a[i].Key == b[j].Key {
				n = max(n, 1+table[(i+1)*width+j+1])
			}
			table[i*width+j] = n
		}
	}
	if table[0]*4 < max(len(a), len(b)) {
		return nil
	}
	var pairs [][2]int
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch n := table[i*width+j]; {
		case a[i].Key == b[j].Key && n == 1+table[(i+1)*width+j+1]:
			pairs = append(pairs, [2]int{i, j})
			i, j = i+1, j+1
		case n == table[(i+1)*width+j]:
			i++
		default:
			j++
		}
	}
	return pairs
}

// runs joins the words of a text to runs. Of more than a few equal ones in a row
// those next to a change are left, and of a long text the beginning of what is
// left.
func runs(words []Word, same []bool) []Run {
	var all []Run
	room := textMost
	for i := 0; i < len(words) && room > 0; {
		end := i
		for end < len(words) && same[end] == same[i] {
			end++
		}
		text := join(words[i:end])
		if same[i] {
			text = elided(words[i:end], i == 0, end == len(words))
		}
		if n := utf8.RuneCountInString(text); n > room {
			text = strings.TrimRightFunc(string([]rune(text)[:room]), unicode.IsSpace) + "…"
		}
		room -= utf8.RuneCountInString(text)
		all = append(all, Run{text, !same[i]})
		i = end
	}
	return all
}

// elided leaves out the middle of equal words, or their beginning or end where no
// change stands there.
func elided(words []Word, first, last bool) string {
	head, tail := around, around
	if first {
		head = 0
	}
	if last {
		tail = 0
	}
	if len(words) <= head+tail+1 || first && last {
		return join(words)
	}
	text := join(words[:head]) + "… "
	if last {
		text = strings.TrimRightFunc(join(words[:head]), unicode.IsSpace) + " …"
	}
	return text + join(words[len(words)-tail:])
}

func join(words []Word) string {
	var b strings.Builder
	for _, w := range words {
		b.WriteString(w.Text)
	}
	return b.String()
}
