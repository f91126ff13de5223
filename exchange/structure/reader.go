package structure

import (
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
	"resumax/exchange/taking"
)

// reader recognizes a resume in lines. It keeps which words were taken, so that nothing is
// lost silently.
type reader struct {
	lines []Line
	first []int   // the index of each line's first word among all
	used  []bool  // words that were taken, or say nothing by themselves
	size  float64 // of most words
	flows bool    // there are no pages: places are made up
	pitch float64

	daysFirst bool            // days in numbers begin with the day
	margins   map[int]float64 // where the lines of each page begin on the left
	hasPlain  bool            // most of the text is not bold
	wrapped   map[int]int     // lines of heads that go on in the next one
	inEntries bool            // units are those of a section of entries
}

func newReader(lines []Line) *reader {
	r := &reader{lines: lines, first: make([]int, len(lines)), size: BodySize(lines), pitch: Pitch(lines)}
	n := 0
	for i, l := range lines {
		r.first[i] = n
		n += len(l.Words)
	}
	r.used = make([]bool, n)
	r.flows = len(lines) > 0 && lines[0].Whole
	r.daysFirst = saysDayFirst(lines)
	r.margins, r.wrapped = map[int]float64{}, map[int]int{}
	bold := 0
	for _, l := range lines {
		if left, ok := r.margins[l.Page]; !ok || l.Box.Left < left {
			r.margins[l.Page] = l.Box.Left
		}
		if l.Bold() {
			bold++
		}
	}
	r.hasPlain = bold*2 < len(lines)
	return r
}

// span is some of a line's words.
type span struct{ line, from, to int }

// Field is words that were taken for one thing, and how sure that is, 0 to 1.
type Field struct {
	Text string
	Sure float64
	at   []span
}

// IsZero reports whether nothing was taken.
func (f Field) IsZero() bool { return f.Text == "" }

func (r *reader) wordsOf(s span) []pdftext.Word { return r.lines[s.line].Words[s.from:s.to] }

func (r *reader) text(s span) string { return textOf(r.wordsOf(s)) }

func (r *reader) whole(line int) span { return span{line, 0, len(r.lines[line].Words)} }

// take takes words for a field. Characters around them that part them from others are no
// part of it.
func (r *reader) take(sure float64, spans ...span) Field {
	var texts []string
	for _, s := range spans {
		if s.from < s.to {
			texts = append(texts, r.text(s))
		}
		r.use(s)
	}
	return Field{Text: trimmed(strings.Join(texts, " ")), Sure: sure, at: spans}
}

// use marks words as taken.
func (r *reader) use(s span) {
	for i := s.from; i < s.to; i++ {
		r.used[r.first[s.line]+i] = true
	}
}

// trimmed is a text without what parts it from others, and without brackets around all of it.
func trimmed(text string) string {
	text = strings.Trim(text, " \t,;|·•:")
	text = strings.TrimRight(text, "–—- ")
	text = strings.TrimLeft(text, "–—- ")
	if len(text) > 2 && (text[0] == '(' && text[len(text)-1] == ')' || text[0] == '[' && text[len(text)-1] == ']') && !strings.ContainsAny(text[1:len(text)-1], "()[]") {
		text = text[1 : len(text)-1]
	}
	if strings.HasPrefix(text, "(") && !strings.Contains(text, ")") {
		text = text[1:]
	}
	if strings.HasSuffix(text, ")") && !strings.Contains(text, "(") {
		text = text[:len(text)-1]
	}
	return strings.TrimSpace(text)
}

// left are the words that were not taken, line by line.
func (r *reader) left() (all []taking.Left) {
	for i, l := range r.lines {
		for from := 0; from < len(l.Words); {
			if r.used[r.first[i]+from] {
				from++
				continue
			}
			to := from
			for to < len(l.Words) && !r.used[r.first[i]+to] {
				to++
			}
			if text := textOf(l.Words[from:to]); strings.ContainsFunc(text, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
				all = append(all, taking.Left{Text: text, Page: r.page(l), Box: r.box(boxOf(l.Words[from:to]))})
			}
			from = to
		}
	}
	return all
}

// page is the number of a line's page, 0 where there are no pages.
func (r *reader) page(l Line) int {
	if r.flows {
		return 0
	}
	return l.Page + 1
}

// box is a box of the record, nil where there are no pages.
func (r *reader) box(b Box) *taking.Box {
	if r.flows {
		return nil
	}
	return &taking.Box{Left: b.Left, Top: b.Top, Right: b.Right, Bottom: b.Bottom}
}

func boxOf(words []pdftext.Word) (b pdftext.Box) {
	for i, w := range words {
		if i == 0 {
			b = w.Box
			continue
		}
		b = pdftext.Box{Left: min(b.Left, w.Left), Top: min(b.Top, w.Top), Right: max(b.Right, w.Right), Bottom: max(b.Bottom, w.Bottom)}
	}
	return b
}

// place is where a field stands: its page, counted from 0, and the box around it there.
func (r *reader) place(f Field) (page int, b pdftext.Box) {
	var words []pdftext.Word
	for _, s := range f.at {
		if s.from >= s.to {
			continue
		}
		if p := r.lines[s.line].Page; len(words) == 0 {
			page = p
		} else if p != page {
			break
		}
		words = append(words, r.wordsOf(s)...)
	}
	return page, boxOf(words)
}

// parts are the pieces of a part of a line: what stands between wide gaps and characters
// such as “|” and “·”; where there are none of these, between dashes with space around them.
func (r *reader) parts(s span) []span {
	all := r.partsAt(s, func(w string) bool { return isSeparator(w) && !isDash(w) })
	if len(all) == 1 {
		return r.partsAt(s, isSeparator)
	}
	return all
}

// strongParts are parts without regard to dashes.
func (r *reader) strongParts(s span) []span {
	return r.partsAt(s, func(w string) bool { return isSeparator(w) && !isDash(w) })
}

func (r *reader) partsAt(s span, separates func(string) bool) (all []span) {
	words := r.wordsOf(s)
	from := 0
	end := func(to int) {
		if from < to {
			all = append(all, span{s.line, s.from + from, s.from + to})
		}
	}
	for i, w := range words {
		if separates(w.Text) && !(isDash(w.Text) && i > 0 && i+1 < len(words) && isStateBehind(words, from, i)) {
			end(i)
			from = i + 1
			continue
		}
		if i > from && wide(words[i-1], w) {
			end(i)
			from = i
		}
	}
	end(len(words))
	return all
}

// isStateBehind reports whether a dash parts a town in Brazil from its state: "Niterói - RJ".
func isStateBehind(words []pdftext.Word, from, dash int) bool {
	state := strings.Trim(words[dash+1].Text, ",;()")
	return len(state) == 2 && isUpper(state) && townInBrazil().MatchString(textOf(words[from:dash])+" - "+state)
}

func isDash(w string) bool { return w == "-" || w == "–" || w == "—" || w == "--" }

// wideGap is how many type sizes of space part two fields on a line.
const wideGap = 1.6

func wide(a, b pdftext.Word) bool {
	gap := b.Left - a.Right
	return gap > wideGap*max(a.Size, b.Size) && a.Right > a.Left
}

// isSeparator reports whether a word parts fields: one or two characters that are no letter, digit, & or +.
func isSeparator(w string) bool {
	if w == "" || strings.ContainsFunc(w, func(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) }) {
		return false
	}
	return !slices.Contains([]string{"&", "+", "(", ")", "/", "#", "$", "…", "..."}, w) && len([]rune(w)) <= 2
}
