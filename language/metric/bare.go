package metric

import (
	"math"
	"strings"
	"unicode"
)

// bare reads a number without letters. It is a metric with something to count,
// with thousands set apart, beside a "from", and where the words before it tell
// that it counts: "team of 3", "over 500".
func (r *reader) bare(i int, n number) (m Metric, last int, ok bool) {
	t := r.tokens[i]
	before := r.beforeRounding(i)
	unit, last, _ := r.counted(n.last)
	isYear := n.last == i && year(t.Lower)
	if isYear && (r.opens(i) || dating[before] || unit == "" || !lists().nouns[unit] || last > i+1 || r.tokens[last].Text != unit || len(t.Text) != 4 || before == "" || r.follows(i)) {
		return m, i, false
	}
	switch {
	case unit == "gpa":
		return m, i, false
	case unit != "":
		return r.withUnit(i, n, unit, last)
	case grouped(n.digits) || n.magnitude > 1:
		return n.in(""), n.last, true
	case r.from && (before == "to" || before == "from" || before == "under") && r.isChange(n.last):
		return n.in(""), n.last, !r.isHours(i)
	case len(n.digits) > 4 || isYear || n.lower < 2 || strings.HasPrefix(n.digits, "0"):
		return m, i, false
	case r.isGroup(i):
		return n.in(""), n.last, true
	case (r.isRounded(i) || n.rough && strings.HasSuffix(t.Lower, "+") && n.lower >= 20) && !r.isAge(i, n.last):
		n.rough = true
		return n.in(""), n.last, true
	case r.isOften(n.last):
		return n.in(""), n.last, true
	}
	return m, i, false
}

// isOften reports whether the words behind the word i tell how often: "12 per
// shift".
func (r *reader) isOften(i int) bool {
	switch r.after(i, 1) {
	case "per":
		return periods[r.after(i, 2)] || lists().singulars[r.after(i, 2)] // "15 per store"
	case "a", "an", "each", "every":
		return periods[r.after(i, 2)]
	}
	return false
}

var grouped = form(`^\d{1,3}([,']\d{2,3})*[,']\d{3}$`)

// follows reports whether a number stands before the number i: "2014 and 2015".
func (r *reader) follows(i int) bool { return i > 0 && r.tokens[i-1].Digits }

// isChange reports whether nothing behind a bare number between "from" and "to"
// makes a time of it: "from 2 and a half years".
func (r *reader) isChange(last int) bool {
	for n := 1; n <= 4; n++ {
		switch r.after(last, n) {
		case "years", "year", "yrs":
			switch r.after(last, n-1) {
			case "a", "per", "each", "every":
				return n > 1 // "from 9 to 2 a year"
			}
			if next := r.after(last, n+1); (next == "over" || next == "on" || next == "to") && r.after(last, n+2) == "year" {
				return true // "from 17 to 4 year over year"
			}
			return false
		}
	}
	return true
}

// isHours reports whether the number i, behind "from" or "to", is one of the hours in which somebody
// works or a thing is open: "worked from 9 to 5".
func (r *reader) isHours(i int) bool {
	const farthest = 4
	from := i - 1
	for from > i-farthest && from > 0 && r.tokens[from].Lower != "from" {
		from--
	}
	if from < 0 || r.tokens[from].Lower != "from" {
		return false
	}
	for j := from - 1; j >= 0 && !r.tokens[j].Stop; j-- {
		switch word := r.tokens[j].Lower; {
		case atWork[word]:
			return true
		case word != "shifts" && word != "hours" && word != "days" && word != "shift" && word != "to" && word != "am" && word != "pm" && word != "a.m" && word != "p.m" && !r.tokens[j].Digits:
			return false
		}
	}
	return false
}

var atWork = set("worked working open opened staffed manned available weekdays weekends daily monday saturday sunday friday")

// beforeRounding is the word before the number i, without those that only make
// it a rough one.
func (r *reader) beforeRounding(i int) string {
	before := ""
	for j := i - 1; j >= 0 && (before == "" || rounding[before] && before != "under"); j-- {
		if before = r.tokens[j].Lower; before == "a" || before == "an" {
			before = ""
		}
	}
	return before
}

// isGroup reports whether "of" and a group stand before the number i: "a team of
// 3", "a staff of over 60".
func (r *reader) isGroup(i int) bool {
	n := 1
	for n < 4 && (rounding[r.before(i, n)] || r.before(i, n) == "to" || r.before(i, n) == "up" || r.before(i, n) == "more") {
		n++
	}
	return r.before(i, n) == "of" && lists().groups[r.before(i, n+1)]
}

// isRounded reports whether the words before the number i make a rough one of it.
func (r *reader) isRounded(i int) bool {
	switch before := r.before(i, 1); before {
	case "over", "approximately", "approx", "roughly", "nearly", "almost", "circa":
		return true
	case "about", "around":
		return r.before(i, 2) != "" && r.before(i, 2) != "and"
	case "than":
		return r.before(i, 2) == "more" || r.before(i, 2) == "fewer" || r.before(i, 2) == "less"
	case "least":
		return r.before(i, 2) == "at"
	}
	return false
}

// isAge reports whether the rough number i is how old people are, or a span of
// years in words: "adults over 65", "over 2 and a half years".
func (r *reader) isAge(i, last int) bool {
	if r.isTypo(i - 2) {
		return true
	}
	switch r.before(i, 2) {
	case "adults", "people", "those", "seniors", "patients", "clients", "residents", "men", "women", "customers", "children", "anyone", "members":
		return true
	}
	return !r.isChange(last)
}

// measureWord reads a number written in words, or one that they stand before.
func (r *reader) measureWord(i int) (m Metric, last int, ok bool) {
	lower := r.tokens[i].Lower
	if !mayMeasure(lower) {
		return m, i, false
	}
	switch lower {
	case "zero":
		return r.zero(i)
	case "top":
		return r.top(i)
	case "half":
		return r.half(i)
	case "twice":
		if next := r.after(i, 1); next == "as" || next == "the" {
			return Metric{Kind: Multiple, Value: 2, High: 2, Unit: "x"}, i, true
		}
		return m, i, false
	case "first", "second", "third":
		return r.rankOrdinal(i)
	case "a", "an", "one", "two", "three", "four":
		if lower == "one" && r.after(i, 1) == "in" {
			if m, last, ok := r.oneIn(number{lower: 1, high: 1, magnitude: 1, last: i}, i+1); ok {
				return m, last, true
			}
		}
		if m, last, ok := r.fraction(i); ok {
			return m, last, true
		}
	}
	if f := factors[lower]; f != 0 {
		return Metric{Kind: Multiple, Value: f, High: f, Unit: "x"}, i, true
	}
	if c := lower[len(lower)-1]; c == 'd' && strings.HasSuffix(lower, "fold") {
		if f, ok := fold(lower); ok {
			return Metric{Kind: Multiple, Value: f, High: f, Unit: "x"}, i, true
		}
	}
	head, _, hyphen := strings.Cut(lower, "-")
	if _, known := values[head]; !known && head != "a" && head != "an" && head != "one" {
		return m, i, false
	}
	if hyphen {
		return r.hyphenated(i)
	}
	n, ok := r.inWords(i)
	if !ok || r.isWordName(i, n) {
		return m, i, false
	}
	if m, last, ok := r.part(i, n); ok {
		return m, last, true
	}
	if unit, last, ok := r.unitAfter(n.last); ok {
		return r.withUnit(i, n, unit, last)
	}
	unit, last, _ := r.counted(n.last)
	if next := r.after(n.last, 1); next == "nines" && n.lower >= 2 && n.lower <= 7 {
		return r.nines(n)
	}
	switch {
	case unit == "gpa":
		return m, i, false
	case unit == "times" && n.lower < 10:
		return r.times(i, n, last)
	case unit != "" && !n.rough:
		return r.withUnit(i, n, unit, last)
	case lower == "billions" && unit == "":
		return m, i, false
	case n.rough && unit != "":
		return n.in(unit), last, true
	case n.rough, n.lower >= 1000, r.isGroup(i), lower == "a" && n.lower == 12:
		return n.in(""), n.last, true
	case r.isRounded(i) && !r.isAge(i, n.last) && n.lower >= 10:
		n.rough = true
		return n.in(""), n.last, true
	case r.from && (r.before(i, 1) == "to" || r.before(i, 1) == "from") && r.isChange(n.last):
		return n.in(""), n.last, true
	}
	return m, i, false
}

// mayMeasure reports whether a word may begin a number in words. Few do, and each word of a text is asked.
func mayMeasure(word string) bool {
	if len(word) < 5 || word[len(word)-1] == 'd' || word[len(word)-1] == 'g' || strings.IndexByte(word, '-') > 0 {
		return true
	}
	return word == "first" || word == "twice" || values[word] != 0 || fractions[word] != 0
}

// isWordName reports whether a number in words belongs to a name: "level three",
// "Big Four", "Four Seasons".
func (r *reader) isWordName(i int, n number) bool {
	before := r.before(i, 1)
	if before != "" && lists().naming[before] && !r.opens(i-1) && !distributes[r.before(i, 2)] {
		return true
	}
	if !unicode.IsUpper(first(r.tokens[i].Text)) || r.opens(i) {
		return false
	}
	capital := func(k int) bool { return k >= 0 && k < len(r.tokens) && unicode.IsUpper(first(r.tokens[k].Text)) }
	return before != "" && capital(i-1) && !isOrdinary(before) && !r.opens(i-1) ||
		r.after(n.last, 1) != "" && capital(n.last+1) && !(capital(i-1) && isOrdinary(before))
}

// hyphenated reads "twelve-bed", "zero-incident", "twenty-five guests".
func (r *reader) hyphenated(i int) (m Metric, last int, ok bool) {
	head, tail, _ := strings.Cut(r.tokens[i].Lower, "-")
	if n, ok := r.inWords(i); ok {
		unit, last, _ := r.counted(n.last)
		if u, l, ok := r.unitAfter(n.last); ok {
			unit, last = u, l
		}
		switch {
		case r.isWordName(i, n) || unit == "gpa":
			return m, i, false
		case unit != "":
			return r.withUnit(i, n, unit, last)
		case r.isGroup(i) || r.isRounded(i) && !r.isAge(i, n.last):
			return n.in(""), n.last, true
		}
		return m, i, false
	}
	v, known := values[head]
	w := lists()
	word, _, _ := strings.Cut(tail, "-")
	if !known || w.kinds[word] || word == "year" {
		return m, i, false
	}
	n := number{lower: v, high: v, magnitude: 1, last: i}
	switch {
	case head == "zero" && (none[word] || w.singulars[word]):
		m = Metric{Unit: word}
		return m, i, true
	case head == "zero":
		return m, i, false
	case w.nouns[word] || w.singulars[word]:
		return n.in(word), i, true
	case IsTime(word) && len(word) > 2:
		return r.withUnit(i, n, word, i)
	}
	return m, i, false
}

// none are things of which it is good to have none, which are not counted else.
var none = set("downtime defect error waste loss harm incident accident injury touch")

// principles are words behind "zero" that make a principle of it and no count.
var principles = set("tolerance trust based turn gravity knowledge hour hours base point")

func (r *reader) zero(i int) (m Metric, last int, ok bool) {
	next := r.after(i, 1)
	switch {
	case principles[next] || r.isTypo(i+1) || r.before(i, 1) == "net" || r.before(i, 1) == "ground":
		return m, i, false
	case next == "" || stops[next] || ends[next]:
		return m, i, true
	case next == "to" || next == "hero":
		return m, i, false
	}
	m.Unit = next
	last = i + 1
	if unit, l, ok := r.counted(i); ok && unit != "gpa" {
		m.Unit, last = unit, l
	}
	m.normalize()
	return m, last, true
}

// percentOf is a part of a whole as a percentage.
func percentOf(part float64) Metric {
	return Metric{Kind: Percent, Value: 100 * part, High: 100 * part, Unit: "%"}
}

// half reads "by half" and "in half". "Half of the team" is too loose alone.
func (r *reader) half(i int) (m Metric, last int, ok bool) {
	if n, ok := r.inWords(i); ok { // "half a million"
		unit, last, _ := r.counted(n.last)
		if u, l, ok := r.unitAfter(n.last); ok {
			unit, last = u, l
		}
		if unit == "" {
			last = n.last
		}
		return n.in(unit), last, unit != "gpa"
	}
	next := r.after(i, 1)
	switch r.beforeRounding(i) {
	case "by":
		return percentOf(0.5), i, next == "" || !unicode.IsDigit(first(next))
	case "in":
		return percentOf(0.5), i, next == "" || stops[next] || ends[next]
	case "to", "at", "than":
		if next == "the" || next == "of" || next == "its" {
			return percentOf(0.5), i, true
		}
	}
	return m, i, false
}

// fraction reads "a third", "two thirds of", "three quarters", "two-thirds".
func (r *reader) fraction(i int) (m Metric, last int, ok bool) {
	word, last := r.after(i, 1), i+1
	f := fractions[word]
	if f == 0 || word == "half" {
		return m, i, false
	}
	before, next := r.beforeRounding(i), r.after(last, 1)
	many := 1.0
	if lower := r.tokens[i].Lower; lower != "a" && lower != "an" && lower != "one" {
		many = values[lower]
	}
	plural := strings.HasSuffix(word, "s")
	if plural != (many > 1) || many*f > 1 {
		return m, i, false
	}
	changes := before == "by" || before == "to" || before == "than"
	if changes && !r.tokens[last].Comma && (next == "" || stops[next] || ends[next] || next == "of") || changes && r.tokens[last].Comma || changes && next == "" || next == "of" && (plural || strings.HasPrefix(word, "third")) && before != "every" {
		if before == "by" || plural || next == "of" || before == "to" {
			return percentOf(many * f), last, true
		}
	}
	return m, i, false
}

// nines reads "four nines" as 99.99%, unless that is said behind it.
func (r *reader) nines(n number) (m Metric, last int, ok bool) {
	last = n.last + 1
	for _, word := range []string{r.after(last, 1), r.after(last, 2)} {
		if strings.HasSuffix(word, "%") {
			return m, last, false
		}
	}
	if last+1 < len(r.tokens) && strings.HasSuffix(r.tokens[last+1].Lower, "%") {
		return m, last, false
	}
	v := 100 - 100*math.Pow10(-int(n.lower))
	return Metric{Kind: Percent, Value: v, High: v, Unit: "%"}, last, true
}

// times reads "three times": a factor where something is compared, else a count.
func (r *reader) times(i int, n number, last int) (m Metric, end int, ok bool) {
	next := r.after(last, 1)
	if next == "as" || next == "the" || next == "more" || next == "over" || strings.HasSuffix(next, "er") {
		return Metric{Kind: Multiple, Value: n.lower, High: n.high, Unit: "x"}, last, true
	}
	return n.in("times"), last, true
}
