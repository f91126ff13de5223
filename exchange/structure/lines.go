package structure

import (
	"math"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
)

// Line is words beside each other, with where they are and how they look.
type Line struct {
	Page  int // counted from 0
	Words []pdftext.Word
	Box   pdftext.Box
	Gap   float64 // from the baseline of the line above it on the page, 0 for the first and where the text goes up

	// What files other than pages say by styles of their own.
	Heading int  // 1 for a title, 2 for what is under it, and so on; 0 for text
	Item    bool // it begins a point of a list
	Whole   bool // it is a paragraph: the next line does not go on with it
	Fresh   bool // it begins a column, and does not go on with what is before it

	aside int // the index of the first word of a time at its right edge, 0 for none

	Roles map[int]Role // what files say that words are, by their index; nil for nothing
}

// LinesOf puts the words of pages together to lines, in the order of the words.
func LinesOf(pages []pdftext.Page) []Line {
	var all []Line
	for n, p := range pages {
		first := len(all)
		for _, w := range p.Words {
			w.Text = strings.ReplaceAll(w.Text, "\u00ad", "-") // as faces of TeX name the hyphen that they show
			if i := len(all) - 1; i >= first && all[i].takes(w) {
				all[i].Words = append(all[i].Words, w)
				all[i].Box = pdftext.Box{Left: min(all[i].Box.Left, w.Left), Top: min(all[i].Box.Top, w.Top),
					Right: max(all[i].Box.Right, w.Right), Bottom: max(all[i].Box.Bottom, w.Bottom)}
				continue
			}
			all = append(all, Line{Page: n, Words: []pdftext.Word{w}, Box: w.Box})
		}
		for i := first; i < len(all); i++ {
			all[i].partSeparators()
			all[i].joinIdeographs()
			all[i].joinLetters()
			all[i].order()
			all[i].partMark()
			all[i].withoutLeaders()
			all[i].partTown()
		}
		for i := first + 1; i < len(all); i++ {
			all[i].Gap = max(0, all[i].Baseline()-all[i-1].Baseline())
		}
	}
	return all
}

// order puts the words of a line that is mostly written from right to left, which
// are found from left to right, into the order in which they are read: from the
// right, but those of other scripts among them from the left.
func (l *Line) order() {
	against := 0
	for _, w := range l.Words {
		if pdftext.RightToLeft(w.Text) {
			against++
		} else if !isPunctuation(w.Text) {
			against--
		}
	}
	if against <= 0 {
		return
	}
	slices.Reverse(l.Words)
	for i := 0; i < len(l.Words); {
		end := i + 1
		if !pdftext.RightToLeft(l.Words[i].Text) {
			for end < len(l.Words) && !pdftext.RightToLeft(l.Words[end].Text) {
				end++
			}
			slices.Reverse(l.Words[i:end])
		}
		i = end
	}
	l.join()
}

// joinLetters puts letters together that a file draws one by one, so that PDFium takes each
// for a word: most of the line's words are of a letter or two, without space between them.
func (l *Line) joinLetters() {
	short := 0
	for _, w := range l.Words {
		if len([]rune(w.Text)) <= 2 && !isPunctuation(w.Text) {
			short++
		}
	}
	if short < 2 || short*10 < len(l.Words)*7 {
		return
	}
	space := 0.15 // type sizes
	if l.spaced() {
		space = l.letterGap()
	}
	joined := slices.Clone(l.Words[:1])
	for _, w := range l.Words[1:] {
		last := &joined[len(joined)-1]
		if gap := w.Left - last.Right; gap > space*w.Size || gap < -0.3*w.Size || len(last.Text) > longestWord {
			joined = append(joined, w)
			continue
		}
		last.Text += w.Text
		last.Right, last.Top, last.Bottom = max(last.Right, w.Right), min(last.Top, w.Top), max(last.Bottom, w.Bottom)
	}
	l.Words = joined
}

// partSeparators parts characters that stand between fields from the words that they are
// written close to: "555-0100| Hull".
func (l *Line) partSeparators() {
	for i := 0; i < len(l.Words); i++ {
		w := l.Words[i]
		bare := strings.TrimRight(w.Text, "|•")
		if bare == w.Text || bare == "" {
			continue
		}
		sep := w
		sep.Text = w.Text[len(bare):]
		w.Text = bare
		w.Right = max(w.Left, w.Right-0.3*w.Size)
		sep.Left = w.Right
		l.Words[i] = w
		l.Words = slices.Insert(l.Words, i+1, sep)
		i++
	}
}

// joinIdeographs puts together what PDFium parts in Chinese and Japanese text, which has no
// spaces: where characters stand close, it is one word.
func (l *Line) joinIdeographs() {
	const close = 0.3 // type sizes
	joined := l.Words[:1]
	for _, w := range l.Words[1:] {
		last := &joined[len(joined)-1]
		if gap := w.Left - last.Right; gap < close*w.Size && gap > -w.Size && wideScript(last.Text, w.Text) && len(last.Text) < longestWord {
			last.Text += w.Text
			last.Right, last.Top, last.Bottom = max(last.Right, w.Right), min(last.Top, w.Top), max(last.Bottom, w.Bottom)
			continue
		}
		joined = append(joined, w)
	}
	l.Words = joined
}

// spaced reports whether a line is letters with space between them.
func (l *Line) spaced() bool {
	for _, w := range l.Words {
		if len([]rune(w.Text)) > 1 {
			return false
		}
	}
	return len(l.Words) > 3
}

// letterGap is the space, in type sizes, up to which letters that are set apart are those of
// one word.
func (l *Line) letterGap() float64 {
	var gaps []float64
	for i := 1; i < len(l.Words); i++ {
		gaps = append(gaps, (l.Words[i].Left-l.Words[i-1].Right)/l.Words[i].Size)
	}
	return max(0.15, 1.6*median(gaps)+0.05)
}

// withoutLeaders takes out the dots that lead from a heading to the edge of its column.
func (l *Line) withoutLeaders() {
	const several = 4
	n := len(l.Words)
	for n > 0 && strings.Trim(l.Words[n-1].Text, ".…") == "" {
		n--
	}
	if n == 0 || len(l.Words)-n < several {
		return
	}
	l.Words = slices.Clone(l.Words[:n])
	l.Words[n-1].Text = strings.TrimRight(l.Words[n-1].Text, ".…")
	l.Box = boxOf(l.Words)
	if l.Words[n-1].Text == "" {
		l.Words = l.Words[:n-1]
	}
}

// partTown parts an employer from its town where the program that made a page, such as
// Indeed's, writes both without space: "Blue Levee Distribution-Memphis, TN".
func (l *Line) partTown() {
	n := len(l.Words)
	if n < 3 || !americanStates[l.Words[n-1].Text] || !strings.HasSuffix(l.Words[n-2].Text, ",") {
		return
	}
	const longest = 3 // words of a town
	for i := n - 2; i > 0 && i > n-2-longest; i-- {
		w := l.Words[i]
		head, town, ok := strings.Cut(w.Text, "-")
		if !ok || strings.HasSuffix(l.Words[i-1].Text, ",") || isSeparator(l.Words[i-1].Text) || wide(l.Words[i-1], w) || len(head) < 2 || len(town) < 3 || !isCapital(head) || !isCapital(town) || hyphenatedTown(head) {
			continue
		}
		part := (w.Right - w.Left) / float64(len([]rune(w.Text)))
		first, dash, last := w, w, w
		first.Text, dash.Text, last.Text = head, "-", town
		first.Right = w.Left + part*float64(len([]rune(head)))
		dash.Left, dash.Right = first.Right, first.Right+part
		last.Left = dash.Right
		l.Words = slices.Concat(l.Words[:i], []pdftext.Word{first, dash, last}, l.Words[i+1:])
		return
	}
}

// hyphenatedTown reports whether a word begins the name of an American town with a hyphen.
func hyphenatedTown(head string) bool {
	switch head {
	case "Winston", "Wilkes", "Raleigh", "Dallas", "Minneapolis", "Fuquay", "Manchester", "Barre", "Croton", "Hastings", "Sedro":
		return true
	}
	return false
}

// longestWord is how many bytes a word may have and be joined to another.
const longestWord = 1000

// join puts together what is one word of two directions, such as a word with a
// full stop: PDFium parts these.
func (l *Line) join() {
	joined := l.Words[:1]
	for _, w := range l.Words[1:] {
		last := &joined[len(joined)-1]
		if gap := max(w.Left-last.Right, last.Left-w.Right); gap > 0.15*last.Size || gap < -last.Size || len(last.Text) > longestWord {
			joined = append(joined, w)
			continue
		}
		last.Text += w.Text
		last.Left, last.Right = min(last.Left, w.Left), max(last.Right, w.Right)
	}
	l.Words = joined
}

// Ideographs reports whether the line has characters that do not stand on the
// baseline as letters do.
func (l *Line) Ideographs() bool {
	return strings.ContainsFunc(l.Text(), func(r rune) bool { return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) })
}

// takes reports whether a word stands on the line, behind its last one.
func (l *Line) takes(w pdftext.Word) bool {
	last := l.Words[len(l.Words)-1]
	middle := (w.Top + w.Bottom) / 2
	return middle > l.Box.Top-last.Size*0.2 && middle < l.Box.Bottom+last.Size*0.2 && w.Left > last.Left-0.5
}

// Baseline is what most of its words stand on.
func (l *Line) Baseline() float64 {
	feet := make([]float64, len(l.Words))
	for i, w := range l.Words {
		feet[i] = w.Baseline
	}
	return median(feet)
}

// Text is the line's words, with a space between them.
func (l *Line) Text() string { return textOf(l.Words) }

func textOf(words []pdftext.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Join(all, " ")
}

// Size is the type size of most of the line.
func (l *Line) Size() float64 { return l.Words[len(l.Words)/2].Size }

// Bold reports whether all words are but for characters.
func (l *Line) Bold() bool {
	return !slices.ContainsFunc(l.Words, func(w pdftext.Word) bool { return !w.Bold && !isPunctuation(w.Text) })
}

// Capitals reports whether the line has letters and no small ones.
func (l *Line) Capitals() bool {
	text := l.Text()
	return text == strings.ToUpper(text) && strings.ContainsFunc(text, unicode.IsUpper)
}

// Bullet reports whether the line begins a point of a list.
func (l *Line) Bullet() bool {
	return len(l.Words) > 1 && isMark(l.Words[0].Text)
}

// marks are the characters that mark points of a list.
const marks = "•◦▪‣›●–-*·・➢➤►▶▸✓✔■□○◆◇→»∙⁃❖♦⬧"

// isMark reports whether a word marks a point of a list.
func isMark(w string) bool {
	return w != "" && strings.Contains(marks, w) && len([]rune(w)) == 1
}

// partMark parts a mark from the word behind it, as Chinese and Japanese text has no space
// there.
func (l *Line) partMark() {
	first := l.Words[0]
	rest, ok := strings.CutPrefix(first.Text, "・")
	if !ok || rest == "" {
		return
	}
	mark, word := first, first
	mark.Text, word.Text = "・", rest
	mark.Right = min(first.Right, first.Left+first.Size)
	word.Left = mark.Right
	l.Words = append([]pdftext.Word{mark, word}, l.Words[1:]...)
}

// isPunctuation reports whether a word has no letter and no digit.
func isPunctuation(word string) bool {
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

// BodySize is the type size of most words.
func BodySize(lines []Line) float64 {
	var sizes []float64
	for _, l := range lines {
		for _, w := range l.Words {
			sizes = append(sizes, w.Size)
		}
	}
	return median(sizes)
}

// Pitch is how far most lines are from the line above, to half a point; 0 for
// less than two lines.
func Pitch(lines []Line) float64 {
	counts := make(map[float64]int)
	best := 0.0
	for _, l := range lines {
		if gap := math.Round(2*l.Gap) / 2; gap > 0 {
			counts[gap]++
			if n := counts[gap]; n > counts[best] || n == counts[best] && gap < best {
				best = gap
			}
		}
	}
	return best
}
