package ats

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
)

// line is words beside each other.
type line struct {
	page  int
	words []pdftext.Word
	box   pdftext.Box
	gap   float64 // from the baseline of the line above it on the page, 0 for the first and where the text goes up
}

// linesOf puts the words of pages together to lines, in the order of the words.
func linesOf(pages []pdftext.Page) []line {
	var all []line
	for n, p := range pages {
		first := len(all)
		for _, w := range p.Words {
			if i := len(all) - 1; i >= first && all[i].takes(w) {
				all[i].words = append(all[i].words, w)
				all[i].box = pdftext.Box{Left: min(all[i].box.Left, w.Left), Top: min(all[i].box.Top, w.Top),
					Right: max(all[i].box.Right, w.Right), Bottom: max(all[i].box.Bottom, w.Bottom)}
				continue
			}
			all = append(all, line{page: n, words: []pdftext.Word{w}, box: w.Box})
		}
		for i := first; i < len(all); i++ {
			all[i].order()
		}
		for i := first + 1; i < len(all); i++ {
			all[i].gap = max(0, all[i].baseline()-all[i-1].baseline())
		}
	}
	return all
}

// order puts the words of a line that is mostly written from right to left, which
// are found from left to right, into the order in which they are read: from the
// right, but those of other scripts among them from the left.
func (l *line) order() {
	against := 0
	for _, w := range l.words {
		if pdftext.RightToLeft(w.Text) {
			against++
		} else if !sign(w.Text) {
			against--
		}
	}
	if against <= 0 {
		return
	}
	slices.Reverse(l.words)
	for i := 0; i < len(l.words); {
		end := i + 1
		if !pdftext.RightToLeft(l.words[i].Text) {
			for end < len(l.words) && !pdftext.RightToLeft(l.words[end].Text) {
				end++
			}
			slices.Reverse(l.words[i:end])
		}
		i = end
	}
	l.join()
}

// longestWord is how many bytes a word may have and be joined to another.
const longestWord = 1000

// join puts together what is one word of two directions, such as a word with a
// full stop: PDFium parts these.
func (l *line) join() {
	joined := l.words[:1]
	for _, w := range l.words[1:] {
		last := &joined[len(joined)-1]
		if gap := max(w.Left-last.Right, last.Left-w.Right); gap > 0.15*last.Size || gap < -last.Size || len(last.Text) > longestWord {
			joined = append(joined, w)
			continue
		}
		last.Text += w.Text
		last.Left, last.Right = min(last.Left, w.Left), max(last.Right, w.Right)
	}
	l.words = joined
}

// ideographs reports whether the line has characters that do not stand on the
// baseline as letters do.
func (l *line) ideographs() bool {
	return strings.ContainsFunc(l.text(), func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) })
}

// takes reports whether a word stands on the line, behind its last one.
func (l *line) takes(w pdftext.Word) bool {
	last := l.words[len(l.words)-1]
	middle := (w.Top + w.Bottom) / 2
	return middle > l.box.Top-last.Size*0.2 && middle < l.box.Bottom+last.Size*0.2 && w.Left > last.Left-0.5
}

// baseline is what most of its words stand on.
func (l *line) baseline() float64 {
	feet := make([]float64, len(l.words))
	for i, w := range l.words {
		feet[i] = w.Baseline
	}
	return median(feet)
}

// text is the line's words, with a space between them.
func (l *line) text() string { return textOf(l.words) }

func textOf(words []pdftext.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
}

// size is the type size of most of the line.
func (l *line) size() float64 { return l.words[len(l.words)/2].Size }

// bold reports whether all words are but for signs.
func (l *line) bold() bool {
	return !slices.ContainsFunc(l.words, func(w pdftext.Word) bool { return !w.Bold && !sign(w.Text) })
}

// capitals reports whether the line has letters and no small ones.
func (l *line) capitals() bool {
	text := l.text()
	return text == strings.ToUpper(text) && strings.ContainsFunc(text, unicode.IsUpper)
}

// bullet reports whether the line begins a point of a list.
func (l *line) bullet() bool {
	return len(l.words) > 1 && strings.ContainsAny(l.words[0].Text, "•◦▪‣●–-*·") && len([]rune(l.words[0].Text)) == 1
}

// sign reports whether a word has no letter and no digit.
func sign(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

// median is the middle one of numbers, 0 for none.
func median(numbers []float64) float64 {
	if len(numbers) == 0 {
		return 0
	}
	slices.Sort(numbers)
	return numbers[len(numbers)/2]
}

// bodySize is the type size of most words.
func bodySize(lines []line) float64 {
	var sizes []float64
	for _, l := range lines {
		for _, w := range l.words {
			sizes = append(sizes, w.Size)
		}
	}
	return median(sizes)
}

// pitch is how far most lines are from the line above, to half a point; 0 for
// less than two lines.
func pitch(lines []line) float64 {
	counts := make(map[float64]int)
	best := 0.0
	for _, l := range lines {
		if gap := math.Round(2*l.gap) / 2; gap > 0 {
			counts[gap]++
			if n := counts[gap]; n > counts[best] || n == counts[best] && gap < best {
				best = gap
			}
		}
	}
	return best
}
