package resume

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// dateLimit bounds, in bytes, what can be a date or two.
const dateLimit = 96

// IsPresent reports whether text says that something still goes on, in any of
// the languages of datewords.txt.
func IsPresent(text string) bool {
	text = strings.TrimSpace(text)
	switch text {
	case "", "…", "...", "?":
		return false
	case "-", "–", "—":
		return true
	}
	if len(text) > dateLimit {
		return false
	}
	return isPresent(tokensOf(withoutLength(text)))
}

// asideLength is how long something took, in parentheses behind its dates.
var asideLength = expression(`\s*[(（]\s*[~]?\d[^()（）]*[)）]\s*$`)

func withoutLength(text string) string {
	if !strings.ContainsAny(text, "(（") {
		return text
	}
	return asideLength().ReplaceAllString(text, "")
}

func isPresent(tokens []dateToken) bool {
	var words []string
	for _, t := range tokens {
		switch t.kind {
		case wordToken:
			words = append(words, t.text)
		case numberToken:
			return false
		}
	}
	return dateWords()[strings.Join(words, " ")].kinds&presentWord != 0
}

// ParseDate reads a date as people write it: "2021", "2021-03", "2021-03-15",
// "03/2021", "3/21", "15.03.2021", "Mar 2021", "15 March 2021", "März 2021",
// "2021年3月", and what is not one month, such as "Summer 2021" and "Q3 2021". The
// result's Text is the wording wherever the date itself would not say the same.
// Of numbers whose order differs from place to place, such as 01/02/2021, the
// year alone is read.
func ParseDate(text string) (Date, bool) {
	return parseDate(text, false)
}

// parseDate reads a date; of a wording that is no single month it takes the last
// one for an end, else the first.
func parseDate(text string, end bool) (Date, bool) {
	if d, ok := parseISO(text); ok {
		return d, true // as files have them
	}
	if len(text) > dateLimit {
		return Date{Text: text}, false
	}
	m, ok := readMoment(tokensOf(text))
	if short := withoutLength(text); !ok && short != text {
		m, ok = readMoment(tokensOf(short))
		m.exact = false
	}
	if !ok || m.from.Year == 0 {
		return Date{Text: text}, false
	}
	return m.date(end, text), true
}

// ParsePeriod reads a text that says when something began and ended, such as
// "2010 – 2011", "Mar – Jun 2019", "03/2019 to present" and "seit 2019". A start
// or an end that it leaves open is the zero Date. A single date is no period.
func ParsePeriod(text string) (start, end Date, ok bool) {
	if len(text) > dateLimit {
		return Date{}, Date{}, false
	}
	text = withoutLength(text)
	tokens := tokensOf(text)
	if len(tokens) < 2 {
		return Date{}, Date{}, false
	}
	if m, single := readMoment(tokens); single && m.from.Year > 0 {
		return Date{}, Date{}, false
	}
	p := periodReader{text, tokens}
	for _, loose := range []bool{true, false} { // " – " before "-": 03-2019 – 04-2020
		for i := range tokens {
			if !p.parts(i, loose) {
				continue
			}
			if start, end, ok = p.split(i); ok {
				return start, end, true
			}
		}
	}
	return p.halfOpen()
}

// moment is a date as read: the first and the last that its wording covers.
type moment struct {
	from, to Date
	exact    bool // the date alone says all that the wording does
}

func (m moment) date(end bool, wording string) Date {
	d := m.from
	if end {
		d = m.to
	}
	if !m.exact {
		d.Text = strings.Trim(strings.TrimSpace(wording), "()")
	}
	return d
}

type tokenKind uint8

const (
	numberToken tokenKind = iota
	wordToken
	separatorToken
)

// dateToken is a number, a word or a separator of a date.
type dateToken struct {
	kind      tokenKind
	text      string // a word, folded; a separator
	value     int    // of a number
	digits    int    // how many it is written with
	at, end   int    // in the wording, in bytes
	afterGap  bool   // white space comes before it
	beforeGap bool   // white space stands behind it
}

func (t dateToken) word() dateWord {
	if t.kind != wordToken {
		return dateWord{}
	}
	return dateWords()[t.text]
}

func (t dateToken) is(kind wordKind) bool { return t.word().kinds&kind != 0 }

func (t dateToken) isSeparator(separators string) bool {
	return t.kind == separatorToken && strings.Contains(separators, t.text)
}

var (
	timeOfDay = expression(`[Tt\s]\s*\d{1,2}:\d{2}.*$`)
	zeros     = []rune{'0', '٠', '۰', '०', '০', '๐', '０'}
)

func digitOf(r rune) (int, bool) {
	for _, zero := range zeros {
		if zero <= r && r <= zero+9 {
			return int(r - zero), true
		}
	}
	return 0, false
}

// longDashes part two dates more surely than a hyphen, which also stands inside
// one.
const longDashes = "–—―−‒〜～~→>"

func tokensOf(text string) []dateToken {
	if strings.IndexByte(text, ':') > 0 {
		text = timeOfDay().ReplaceAllString(text, "")
	}
	tokens := make([]dateToken, 0, 6)
	gap := false
	for i := 0; i < len(text); {
		r, size := utf8.DecodeRuneInString(text[i:])
		t := dateToken{at: i, end: i + size, afterGap: gap}
		switch _, isDigit := digitOf(r); {
		case unicode.IsSpace(r):
			gap = true
			if n := len(tokens); n > 0 {
				tokens[n-1].beforeGap = true
			}
			i += size
			continue
		case isDigit:
			t = numberAt(text, t)
		case unicode.IsLetter(r):
			for _, w := range wordsAt(text, t) {
				tokens = append(tokens, w)
				t = w
			}
			gap, i = false, t.end
			continue
		default:
			t.kind, t.text = separatorToken, separatorOf(r)
		}
		tokens = append(tokens, t)
		gap, i = false, t.end
	}
	return phrasesOf(tokens)
}

// phrasesOf makes one token of the words that together part or open a period: "tot en
// met", "t/m", "des de".
func phrasesOf(tokens []dateToken) []dateToken {
	const longest = 3
	for i := 0; i < len(tokens); i++ {
		if tokens[i].kind != wordToken {
			continue
		}
		text := tokens[i].text
		for n := i + 1; n < min(len(tokens), i+longest); n++ {
			switch {
			case tokens[n].kind == numberToken:
				text = ""
			case tokens[n].kind == separatorToken || tokens[n-1].kind == separatorToken:
				text += tokens[n].text
			default:
				text += " " + tokens[n].text
			}
			if text == "" {
				break
			}
			if dateWords()[text].kinds&(toWord|sinceWord) != 0 {
				tokens[i].text, tokens[i].end, tokens[i].beforeGap = text, tokens[n].end, tokens[n].beforeGap
				tokens = slices.Delete(tokens, i+1, n+1)
				break
			}
		}
	}
	return tokens
}

// separatorOf brings the separators of wide scripts and the kinds of hyphen together.
func separatorOf(r rune) string {
	switch r {
	case '‐', '‑', '－':
		return "-"
	case '．', '。':
		return "."
	case '／', '⁄':
		return "/"
	case '’', '‘', '`', '´':
		return "'"
	}
	return string(r)
}

func numberAt(text string, t dateToken) dateToken {
	t.end = t.at
	for t.end < len(text) {
		r, size := utf8.DecodeRuneInString(text[t.end:])
		n, ok := digitOf(r)
		if !ok {
			break
		}
		if t.digits < 9 {
			t.value = t.value*10 + n
		}
		t.digits++
		t.end += size
	}
	return t
}

// wordsAt reads the word that begins at a token's place, or several where a
// script without spaces writes them as one. A full stop between two letters is of
// an abbreviation.
func wordsAt(text string, t dateToken) []dateToken {
	t.kind, t.end = wordToken, t.at
	var b strings.Builder
	for t.end < len(text) {
		r, size := utf8.DecodeRuneInString(text[t.end:])
		_, isDigit := digitOf(r)
		next, _ := utf8.DecodeRuneInString(text[min(len(text), t.end+size):])
		inside := (r == '.' || r == '\'' || r == '’') && unicode.IsLetter(next) && b.Len() > 0
		if isDigit || !unicode.IsLetter(r) && !unicode.IsMark(r) && !inside {
			break
		}
		switch {
		case r == '’':
			b.WriteByte('\'')
		case r != '.':
			b.WriteRune(r)
		}
		t.end += size
	}
	t.text = folded(b.String())
	if dateWords()[t.text].kinds != 0 {
		return []dateToken{t}
	}
	return parted(t, text)
}

// parted splits a run of letters into known words, where it can all be split.
func parted(t dateToken, text string) []dateToken {
	var words []dateToken
	source := text[t.at:t.end]
	for at := 0; at < len(source); {
		found := 0
		for end := len(source); end > at; end-- {
			if utf8.RuneStart(byteAt(source, end)) && dateWords()[folded(source[at:end])].kinds != 0 {
				found = end
				break
			}
		}
		if first, _ := utf8.DecodeRuneInString(source); found == 0 || first < 0x0E00 { // scripts with spaces need none added
			return []dateToken{t}
		}
		words = append(words, dateToken{kind: wordToken, text: folded(source[at:found]), at: t.at + at, end: t.at + found,
			afterGap: t.afterGap && at == 0})
		at = found
	}
	return words
}

func byteAt(s string, i int) byte {
	if i < len(s) {
		return s[i]
	}
	return 0
}

// momentParts are what a date's wording names.
type momentParts struct {
	numbers                 []dateToken
	separators              []string // between the numbers: ".", "/", "-", " "
	month, season           int
	hasMonth, quarter, half bool
	about, apostrophe       bool
}

// readMoment reads tokens that say one date.
func readMoment(tokens []dateToken) (moment, bool) {
	p, ok := partsOf(tokens)
	if !ok {
		return moment{}, false
	}
	var m moment
	switch {
	case p.season > 0:
		m, ok = p.ofSeason()
	case p.quarter:
		m, ok = p.ofYear(3, 4)
	case p.half:
		m, ok = p.ofYear(6, 2)
	case p.hasMonth:
		m, ok = p.named()
	default:
		m, ok = p.numeric()
	}
	if !ok || m.from.Year != 0 && (!m.from.valid() || !m.to.valid()) {
		return moment{}, false
	}
	if p.about {
		m.exact = false
	}
	return m, true
}

func partsOf(tokens []dateToken) (p momentParts, ok bool) {
	if n := len(tokens); n == 0 || tokens[0].isSeparator("-/") || tokens[n-1].isSeparator("-/") {
		return p, false // one end of a period
	}
	separator, era, pendingYear := "", 0, false
	for i, t := range tokens {
		switch t.kind {
		case numberToken:
			if era > 0 {
				t.value, t.digits, era = t.value+era, 4, 0
			}
			if pendingYear && t.digits == 2 {
				t.value, t.digits = century(t.value), 4
			}
			pendingYear = false
			if p.apostrophe && t.digits == 2 && i > 0 && tokens[i-1].isSeparator("'") {
				t.value, t.digits = century(t.value), 4
			}
			if len(p.numbers) > 0 {
				if separator == "" {
					separator = " "
				}
				p.separators = append(p.separators, separator)
			}
			p.numbers, separator = append(p.numbers, t), ""
		case separatorToken:
			switch t.text {
			case ".", "/", "-":
				if separator != "" && separator != " " && separator != t.text && separator != "." {
					return p, false
				}
				separator = t.text
			case "'":
				p.apostrophe = true
			case ",", "(", ")", "（", "）", "，", "、", "º", "ª", "°", "[", "]":
			case "~", "≈", "?":
				if t.text == "~" && len(p.numbers) > 0 {
					return p, false
				}
				p.about = true
			default:
				return p, false
			}
		default:
			w := t.word()
			switch {
			case w.kinds&monthWord != 0:
				if p.hasMonth {
					return p, false
				}
				p.hasMonth, p.month = true, w.month
			case w.kinds&seasonWord != 0:
				p.season = w.season
			case w.kinds&eraWord != 0:
				era = w.era
			case w.kinds&yearMarker != 0:
				if n := len(p.numbers); n > 0 && tokens[i-1].kind == numberToken && !t.afterGap {
					if p.numbers[n-1].digits == 2 {
						p.numbers[n-1].value, p.numbers[n-1].digits = century(p.numbers[n-1].value), 4
					}
				} else {
					pendingYear = true
				}
				separator = "."
			case w.kinds&(monthMarker|dayMarker) != 0:
				separator = "."
			case w.kinds&quarterWord != 0:
				p.quarter = true
			case w.kinds&halfWord != 0:
				p.half = true
			case w.kinds&ordinalWord != 0 && i > 0 && tokens[i-1].kind == numberToken && !t.afterGap:
			case w.kinds&aboutWord != 0:
				p.about = true
			case w.kinds&(fillerWord|weekdayWord) != 0, w.kinds&sinceWord != 0 && len(p.numbers)+p.month+p.season > 0 && len(t.text) <= 3 && i+1 < len(tokens):
			default:
				return p, false
			}
		}
	}
	return p, len(p.numbers) > 0 || p.hasMonth
}

// century is the year that two digits mean: a working life lies between 1950 and
// 2049.
func century(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// year is the year that a number means, 0 for none.
func year(t dateToken) int {
	switch t.digits {
	case 4:
		return t.value
	case 2:
		return century(t.value)
	}
	return 0
}

// exactly is a moment that a date says in full. A year that is still centuries
// away is of the Buddhist calendar, which Thai resumes use.
func exactly(year, month, day int) (moment, bool) {
	const buddhist, from, to = 543, 2450, 2650
	d := Date{Year: year, Month: month, Day: day}
	ours := year < from || year > to
	if !ours {
		d.Year -= buddhist
	}
	return moment{d, d, ours}, year > 0
}

// ofSeason reads "Summer 2017" and "Winter 2018/19". Seasons have no sure months:
// those of the north serve for order. A winter lies in two years.
func (p momentParts) ofSeason() (moment, bool) {
	n := len(p.numbers)
	if n < 1 || n > 2 || p.hasMonth {
		return moment{}, false
	}
	first, last := year(p.numbers[0]), year(p.numbers[n-1])
	if first == 0 || last < first || last > first+1 {
		return moment{}, false
	}
	if p.season == 4 || n == 2 {
		return moment{Date{Year: first}, Date{Year: last}, false}, true
	}
	month := 3 * p.season
	return moment{Date{Year: first, Month: month}, Date{Year: first, Month: month + 2}, false}, true
}

// ofYear reads a part of a year that is some months long: "Q3 2018", "3Q18",
// "2018-Q3", "1. Halbjahr 2019".
func (p momentParts) ofYear(months, most int) (moment, bool) {
	if len(p.numbers) != 2 || p.hasMonth {
		return moment{}, false
	}
	part, whole := p.numbers[0], p.numbers[1]
	if part.digits != 1 {
		part, whole = whole, part
	}
	if y := year(whole); part.digits == 1 && 1 <= part.value && part.value <= most && y > 0 {
		first := (part.value-1)*months + 1
		return moment{Date{Year: y, Month: first}, Date{Year: y, Month: first + months - 1}, false}, true
	}
	return moment{}, false
}

// named reads a date whose month is a word. Where languages do not agree which
// month that is, the year alone is read.
func (p momentParts) named() (moment, bool) {
	var m moment
	ok := true
	switch len(p.numbers) {
	case 0:
		return moment{Date{Month: p.month}, Date{Month: p.month}, true}, p.month > 0
	case 1:
		m, ok = exactly(year(p.numbers[0]), p.month, 0)
	case 2:
		day, y := p.numbers[0], p.numbers[1]
		if day.digits == 4 {
			day, y = y, day
		}
		if day.digits > 2 || day.value == 0 {
			return moment{}, false
		}
		m, ok = exactly(year(y), p.month, day.value)
	default:
		return moment{}, false
	}
	if p.month == 0 {
		m.from = Date{Year: m.from.Year}
		m.to, m.exact = m.from, false
	}
	return m, ok
}

// numeric reads a date of numbers alone.
func (p momentParts) numeric() (moment, bool) {
	n := p.numbers
	switch len(n) {
	case 1:
		return oneNumber(n[0])
	case 2:
		a, b := n[0], n[1]
		switch {
		case a.digits == 4 && b.digits <= 2 && 1 <= b.value && b.value <= 12:
			return exactly(a.value, b.value, 0)
		case a.digits <= 2 && b.digits == 4 && 1 <= a.value && a.value <= 12:
			return exactly(b.value, a.value, 0)
		case b.digits == 2 && a.digits <= 2 && 1 <= a.value && a.value <= 12 && p.separators[0] != " " && (p.separators[0] == "/" || b.value > 12 && (p.separators[0] == "-" || a.digits == 2)):
			return exactly(century(b.value), a.value, 0)
		}
	case 3:
		return p.threeNumbers()
	}
	return moment{}, false
}

// oneNumber reads 2021, 202103 and 20210315. Of the longer ones only those of a
// working life are dates.
func oneNumber(t dateToken) (moment, bool) {
	v := t.value
	switch {
	case t.digits == 4:
		return exactly(v, 0, 0)
	case t.digits == 6 && 1950 <= v/100 && v/100 < 2050 && 1 <= v%100 && v%100 <= 12:
		return exactly(v/100, v%100, 0)
	case t.digits == 8 && 1950 <= v/10000 && v/10000 < 2050 && v%100 > 0 && v/100%100 > 0:
		return exactly(v/10000, v/100%100, v%100)
	}
	return moment{}, false
}

func (p momentParts) threeNumbers() (moment, bool) {
	a, b, c := p.numbers[0], p.numbers[1], p.numbers[2]
	if a.digits > 2 || b.digits > 2 {
		if a.digits == 4 && b.digits <= 2 && c.digits <= 2 && b.value > 0 && c.value > 0 {
			return exactly(a.value, b.value, c.value)
		}
		return moment{}, false
	}
	y := year(c)
	dayFirst, monthFirst := a.value <= 31 && b.value <= 12, a.value <= 12 && b.value <= 31
	switch {
	case a.value == 0 || b.value == 0 || y == 0:
	case dayFirst && (!monthFirst || a.value == b.value || p.separators[0] == "."): // with full stops the day is first
		return exactly(y, b.value, a.value)
	case monthFirst && !dayFirst:
		return exactly(y, a.value, b.value)
	case c.digits == 4: // 01/02/2021: which is the month differs from place to place
		return moment{Date{Year: y}, Date{Year: y}, false}, true
	}
	return moment{}, false
}

// periodReader reads the two dates of a text.
type periodReader struct {
	text   string
	tokens []dateToken
}

// parts reports whether the token i may stand between two dates.
func (p periodReader) parts(i int, loose bool) bool {
	t := p.tokens[i]
	if i == 0 {
		return false
	}
	sure := t.isSeparator(longDashes) || t.is(toWord) || t.isSeparator("-") && t.afterGap && t.beforeGap
	if loose {
		return sure
	}
	return !sure && t.isSeparator("-/")
}

// namesMonth reports whether the first word is a month before its year, whatever else it may
// say: "des. 2021" of December, not "dès".
func namesMonth(t []dateToken) bool {
	return t[0].is(monthWord) && len(t) > 1 && (t[1].kind == numberToken || t[1].isSeparator("."))
}

// split reads the dates before and behind the token i.
func (p periodReader) split(i int) (start, end Date, ok bool) {
	left, right := p.tokens[:i], p.tokens[i+1:]
	for len(left) > 1 && left[0].is(sinceWord) && !namesMonth(left) {
		left = left[1:]
	}
	if n := len(left) - 1; n > 0 && left[n].is(sinceWord) && !left[n].is(fillerWord) {
		left = left[:n]
	}
	for len(right) > 0 && (right[0].isSeparator(longDashes+"-") || right[0].is(toWord)) && !isPresent(right) {
		right = right[1:] // "->", "– bis"
	}
	if n := len(right) - 1; n > 0 && right[n].is(toWord) && !isPresent(right) {
		right = right[:n] // "から … まで"
	}
	from, ok := readMoment(left)
	if !ok {
		return start, end, false
	}
	if len(right) == 0 || isPresent(right) {
		return from.date(false, p.wording(left)), Date{}, from.from.Year > 0
	}
	to, ok := readMoment(right)
	if !ok {
		to, ok = shortYear(from, right)
	}
	if !ok {
		return start, end, false
	}
	from, to, ok = sharedYear(from, to)
	if !ok || to.to.Before(from.from) {
		return start, end, false
	}
	return from.date(false, p.wording(left)), to.date(true, p.wording(right)), true
}

// shortYear reads the second year of "2019–21".
func shortYear(from moment, right []dateToken) (moment, bool) {
	if len(right) != 1 || right[0].kind != numberToken || right[0].digits != 2 || from.from.Year == 0 || from.from.Month > 0 {
		return moment{}, false
	}
	return exactly(from.from.Year/100*100+right[0].value, 0, 0)
}

// sharedYear gives a side that names only a month the other's year: "Mar – Jun
// 2019", "Nov 2018 – Jan".
func sharedYear(from, to moment) (moment, moment, bool) {
	switch {
	case from.from.Year == 0 && to.from.Year == 0:
		return from, to, false
	case from.from.Year == 0:
		y := to.from.Year
		if from.from.Month > to.from.Month {
			y--
		}
		from.from.Year, from.to.Year = y, y
	case to.from.Year == 0:
		y := from.from.Year
		if to.from.Month < from.from.Month {
			y++
		}
		to.from.Year, to.to.Year = y, y
	}
	return from, to, true
}

// halfOpen reads a period with one date: "since 2019", "2019 onwards", "2019+",
// "2019 present", "until 2019".
func (p periodReader) halfOpen() (start, end Date, ok bool) {
	t := p.tokens
	for i := 1; i < len(t); i++ {
		if isPresent(t[i:]) {
			start, ok = p.alone(t[:i], false)
			return start, end, ok
		}
	}
	last := t[len(t)-1]
	switch {
	case t[0].is(sinceWord) && !namesMonth(t):
		start, ok = p.alone(t[1:], false)
	case last.is(onwardWord), last.is(sinceWord), last.isSeparator("+"), last.isSeparator("-" + longDashes):
		start, ok = p.alone(t[:len(t)-1], false)
	case t[0].is(toWord), t[0].isSeparator("-" + longDashes):
		end, ok = p.alone(t[1:], true)
	case last.is(toWord):
		end, ok = p.alone(t[:len(t)-1], true)
	}
	return start, end, ok
}

func (p periodReader) alone(tokens []dateToken, end bool) (Date, bool) {
	m, ok := readMoment(tokens)
	if !ok || m.from.Year == 0 {
		return Date{}, false
	}
	return m.date(end, p.wording(tokens)), true
}

// wording is the text of some tokens.
func (p periodReader) wording(tokens []dateToken) string {
	return p.text[tokens[0].at:tokens[len(tokens)-1].end]
}
