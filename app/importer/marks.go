package importer

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"resumax/exchange/taking"
	"resumax/resume"
)

// Span is a part of a line of the source, in bytes.
type Span struct{ Line, From, To int }

// word is a word of the source: what of it tells it from others, and where it is.
type word struct {
	key string
	Span
}

// wordsOf are the words of lines: letters or digits between anything else, so that a date such
// as 03/2020 is two.
func wordsOf(lines []taking.Line) []word {
	var all []word
	for n, l := range lines {
		from := -1
		end := func(to int) {
			if from < 0 {
				return
			}
			if key := keyOf(l.Text[from:to]); key != "" {
				all = append(all, word{key, Span{n, from, to}})
			}
			from = -1
		}
		digit := false // the last character was one
		for i, c := range l.Text {
			if !isOfWord(c) || unicode.IsDigit(c) != digit && !unicode.IsMark(c) {
				end(i)
			}
			if digit = unicode.IsDigit(c); isOfWord(c) && from < 0 {
				from = i
			}
		}
		end(len(l.Text))
	}
	return all
}

func isOfWord(c rune) bool { return unicode.IsLetter(c) || unicode.IsDigit(c) || unicode.IsMark(c) }

// keyOf is a word without what differs between a file and what was taken of it.
func keyOf(text string) string {
	return strings.Map(func(c rune) rune {
		if unicode.IsLetter(c) || unicode.IsDigit(c) {
			return unicode.ToLower(c)
		}
		return -1
	}, text)
}

// Spans are where in the source what was taken and what was left stand, by their ids. What
// is not found has none: a date that is written in another way than a year, for instance.
func Spans(lines []taking.Line, taken []Taken, pieces []Piece) map[int][]Span {
	f := finder{lines: lines, words: wordsOf(lines), at: map[string][]int{}}
	f.used = make([]bool, len(f.words))
	for i, w := range f.words {
		f.at[w.key] = append(f.at[w.key], i)
	}
	spans := map[int][]Span{}
	// Who it is about is found first: a name is in an e-mail address, too.
	order := slices.Clone(taken)
	slices.SortStableFunc(order, func(a, b Taken) int { return cmp.Compare(rank(a), rank(b)) })
	for _, t := range order {
		if date, ok := resume.ParseDate(t.Text); ok && isDate(t.Address) && isData(t.Text) {
			spans[t.ID] = f.date(date, t.Text)
			continue
		}
		spans[t.ID] = f.find(t.Text)
	}
	f.cursor = 0
	for _, p := range pieces {
		spans[p.ID] = f.find(p.Text)
	}
	return spans
}

// rank is 0 for what the head of a resume says, which comes first in files, 1 for all else.
func rank(t Taken) int {
	if t.Address.Within(resume.Basics) {
		return 0
	}
	return 1
}

// isData reports whether a date is as data has it, not in words that the source can have.
func isData(date string) bool {
	return !strings.ContainsFunc(date, func(c rune) bool { return c != '-' && !unicode.IsDigit(c) })
}

func isDate(at resume.Address) bool { return strings.HasSuffix(strings.ToLower(at.Last()), "date") }

// finder finds texts in the source, each word for one of them.
type finder struct {
	lines  []taking.Line
	words  []word
	at     map[string][]int // places of words
	used   []bool
	cursor int // where the last one was found
}

// find is where a text stands: the place nearest behind the last one, else nearest before it.
func (f *finder) find(text string) []Span {
	var keys []string
	if _, address, ok := strings.Cut(text, "://"); ok && !strings.ContainsAny(text, " \n") { // files mostly have it without
		if spans := f.find(strings.TrimSuffix(address, "/")); spans != nil {
			return spans
		}
	}
	for _, w := range wordsOf([]taking.Line{{Text: text}}) {
		keys = append(keys, w.key)
	}
	if len(keys) == 0 {
		return nil
	}
	best, end := -1, 0
	for _, i := range f.at[keys[0]] {
		n := f.matches(i, keys)
		if n == 0 || best >= 0 && f.distance(i) >= f.distance(best) {
			continue
		}
		best, end = i, i+n
	}
	if best < 0 {
		return f.parts(keys)
	}
	f.use(best, end)
	return f.withSigns(f.spans(best, end), text)
}

// use notes that words are a text's.
func (f *finder) use(from, to int) {
	for i := from; i < to; i++ {
		f.used[i] = true
	}
	f.cursor = to
}

const (
	fewWords = 3  // a part of a text has so many words at least
	fewTries = 64 // so many places are looked at for each part
)

// parts are where the parts of a text stand that was put together of several.
func (f *finder) parts(keys []string) []Span {
	var all []Span
	for at := 0; at+fewWords <= len(keys); {
		best, most := -1, fewWords-1
		for _, i := range f.at[keys[at]][:min(len(f.at[keys[at]]), fewTries)] {
			n := 0
			for at+n < len(keys) && i+n < len(f.words) && !f.used[i+n] && f.words[i+n].key == keys[at+n] {
				n++
			}
			if n > most {
				best, most = i, n
			}
		}
		if best < 0 {
			at++
			continue
		}
		f.use(best, best+most)
		all = append(all, f.spans(best, best+most)...)
		at += most
	}
	return all
}

// withSigns are spans with the signs that a text begins and ends with.
func (f *finder) withSigns(spans []Span, text string) []Span {
	first, last := &spans[0], &spans[len(spans)-1]
	before := text[:strings.IndexFunc(text, isOfWord)]
	if strings.HasSuffix(f.lines[first.Line].Text[:first.From], before) {
		first.From -= len(before)
	}
	after := strings.TrimLeftFunc(text[strings.LastIndexFunc(text, isOfWord):], isOfWord)
	if strings.HasPrefix(f.lines[last.Line].Text[last.To:], after) {
		last.To += len(after)
	}
	return spans
}

// backward makes places before the last one as far as others behind it.
const backward = 3

func (f *finder) distance(i int) int {
	if i < f.cursor {
		return backward * (f.cursor - i)
	}
	return i - f.cursor
}

// matches is how many words from an index on are a text's, 0 for none. A word that a line
// breaks is two of the source.
func (f *finder) matches(from int, keys []string) int {
	i, rest := from, strings.Join(keys, "")
	for rest != "" {
		if i >= len(f.words) || f.used[i] || !strings.HasPrefix(rest, f.words[i].key) {
			return 0
		}
		rest = rest[len(f.words[i].key):]
		i++
	}
	return i - from
}

// spans are the words from one index to another, a span a line.
func (f *finder) spans(from, to int) []Span {
	var all []Span
	for _, w := range f.words[from:to] {
		if n := len(all) - 1; n >= 0 && all[n].Line == w.Line {
			all[n].To = w.To
			continue
		}
		all = append(all, w.Span)
	}
	return all
}

// reach is how many words a date stands from what it belongs to at most.
const reach = 60

// date is where a date is written: its year, with the month beside it, or as data has it.
func (f *finder) date(d resume.Date, text string) []Span {
	year := strconv.Itoa(d.Year)
	best, reached := -1, reach+1
	for _, i := range f.at[year] {
		distance := abs(i - f.cursor)
		if d.Month > 0 && f.month(i, d.Month) < 0 {
			distance += alone // a year alone, or another month's
		}
		if !f.used[i] && distance < reached {
			best, reached = i, distance
		}
	}
	if best < 0 {
		if best = f.near(keyOf(text)); best < 0 {
			return nil
		}
	}
	from, to := best, best
	if i := f.month(best, d.Month); d.Month > 0 && i >= 0 {
		from, to = min(i, best), max(i, best)
	}
	for i := from; i <= to; i++ {
		f.used[i] = true
	}
	return f.spans(from, to+1)
}

// alone is how many words a year that is not a date's month and year is farther away.
const alone = 20

// apart is how many bytes of its line part a word from the next one.
func (f *finder) apart(i int) int { return f.words[i+1].From - f.words[i].To }

// month is the place of a month beside a year, -1 for none.
func (f *finder) month(year, month int) int {
	beside := []int{year - 1, year + 1}
	if year > 1 && isOf(f.words[year-1].key) {
		beside[0] = year - 2 // "março de 2018"
	}
	for _, i := range beside {
		if i < 0 || i >= len(f.words) || f.words[i].Line != f.words[year].Line || f.used[i] {
			continue
		}
		key := f.words[i].key
		if n, err := strconv.Atoi(key); err == nil {
			if n == month && f.apart(min(i, year)) == 1 {
				return i
			}
			continue
		}
		if d, ok := resume.ParseDate(key + " 2020"); ok && d.Month == month {
			return i
		}
	}
	return -1
}

// isOf reports whether a word stands between a month and its year, as in Spanish and Portuguese.
func isOf(key string) bool { return key == "de" || key == "del" || key == "of" }

// near is the nearest place of a word that nothing has, -1 for none within reach.
func (f *finder) near(key string) int {
	best := -1
	for _, i := range f.at[key] {
		if distance := abs(i - f.cursor); distance <= reach && !f.used[i] && (best < 0 || distance < abs(best-f.cursor)) {
			best = i
		}
	}
	return best
}

func abs(n int) int { return max(n, -n) }

// At is the id of what stands at a point of a page, counted from 1, in points: the smallest of
// those that do; false for nothing.
func At(taken []Taken, pieces []Piece, page int, x, y float64) (id int, ok bool) {
	smallest := 0.0
	look := func(candidate, on int, b *taking.Box) {
		const slack = 2
		if on != page || b == nil || x < b.Left-slack || x > b.Right+slack || y < b.Top-slack || y > b.Bottom+slack {
			return
		}
		if area := (b.Right - b.Left) * (b.Bottom - b.Top); !ok || area < smallest {
			id, ok, smallest = candidate, true, area
		}
	}
	for _, t := range taken {
		look(t.ID, t.Page, t.Box)
	}
	for _, p := range pieces {
		look(p.ID, p.Page, p.Box)
	}
	return id, ok
}
