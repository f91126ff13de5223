package structure

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/resume"
)

// when is a time that stands on a line.
type when struct {
	at         span
	start, end resume.Date // both zero for none; the end is zero for what goes on
	goesOn     bool        // the end says so
	single     bool        // a date, not a period; it is the start
}

func (w when) isZero() bool { return w.start.IsZero() && w.end.IsZero() }

// longestWhen is how many words a time may have: “from January 2020 up to and including May 2021”.
const longestWhen = 9

// year finds a year written in full.
var year = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`(^|\D)(19[3-9]\d|20[0-6]\d)(\D|$)`) })

// duration is how long something took, as some programs add it: “· 3 yrs 2 mos”.
var duration = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[(\[]?\d+\+? ?(лет|года?|месяц(а|ев)?|мес|lat|mies\.?|roky?|let|jaar|jaren|maanden|år|månader|måneder|yrs?|years?|mos?|months?|ans?|mois|jahre?|monate?|años?|mes(es)?|anni|mesi|anos?)\.?,?( \d+ ?(mos?|months?|mois|monate?|mes(es)?|mesi|месяц(а|ев)?|мес|mies|maanden|månader|måneder)\.?)?[)\]]?$`)
})

// whenIn finds the time in a part of a line: the longest one, at the end before others.
func (r *reader) whenIn(s span) (when, bool) {
	list := r.wordsOf(s)
	if len(list) > 40 {
		return when{}, false
	}
	may := make([]bool, len(list)) // words that a time may begin or end with
	dated := false
	for i, w := range list {
		digits := strings.ContainsFunc(w.Text, unicode.IsDigit)
		dated = dated || digits
		may[i] = digits || len(w.Text) < 24 && !isMark(w.Text) && !words().state[w.Text]
	}
	if !dated {
		return when{}, false
	}
	for n := min(longestWhen, len(list)); n > 0; n-- {
		for from := len(list) - n; from >= 0; from-- {
			if !may[from] || !may[from+n-1] {
				continue
			}
			text := textOf(list[from : from+n])
			if open := strings.LastIndexByte(text, '('); open > 0 && open > strings.LastIndexByte(text, ')') {
				continue // "October 2023 (1 year 1 month)": the number is of how long it took
			}
			if w, ok := readWhen(r.dayFirst(text)); ok {
				if end := from + n; end < len(list) && isLengthUnit(list[end].Text) && n > 1 && len(strings.Trim(list[end-1].Text, "(),~")) <= 2 {
					continue // "2018 3 years": the number is of how long it took
				}
				w.at = span{s.line, s.from + from, s.from + from + n}
				return w, true
			}
		}
	}
	return when{}, false
}

// joinedTimes puts times that go on in the next line on one: "jul. 2008 – dez.", "2011". The
// lines stay as they are where what is below can be read by itself, and not together.
func joinedTimes(lines []Line) []Line {
	var all []Line
	for _, l := range lines {
		n := len(all)
		if n == 0 || len(l.Words) > 3 || all[n-1].Page != l.Page || l.Bullet() || l.Fresh || !goesOnTime(all[n-1].Text(), l.Text()) {
			all = append(all, l)
			continue
		}
		above := &all[n-1]
		above.Words = append(slices.Clone(above.Words), l.Words...)
	}
	return all
}

// goesOnTime reports whether a line ends with the beginning of a period, and the next one is the
// rest of it: behind a dash, or behind a month that has no year yet.
func goesOnTime(line, next string) bool {
	list := strings.Fields(line)
	if len(list) < 2 || strings.ContainsAny(line, "!?") {
		return false
	}
	last := list[len(list)-1]
	if !isDash(last) {
		if m, ok := resume.ParseDate(last + " 2000"); !ok || m.Month == 0 || strings.ContainsFunc(last, unicode.IsDigit) {
			return false
		}
		if !year().MatchString(next) {
			return false
		}
	}
	for n := min(longestWhen-1, len(list)); n > 1; n-- {
		w, ok := readWhen(strings.Join(list[len(list)-n:], " ") + " " + next)
		if ok && !w.single && (w.goesOn && resume.IsPresent(next) || !w.end.IsZero()) && year().MatchString(strings.Join(list[len(list)-n:], " ")+" ") {
			return true
		}
	}
	return false
}

// numericDay is a day in numbers of which it is not known whether the day or the month is first.
var numericDay = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(\d{1,2})([/.-])(\d{1,2})[/.-]((?:19|20)\d\d)\b`)
})

// saysDayFirst reports whether the lines have days whose first number can be no month, and
// none whose second can be none.
func saysDayFirst(lines []Line) bool {
	const months = 12
	first, second := false, false
	for _, l := range lines {
		for _, m := range numericDay().FindAllStringSubmatch(l.Text(), -1) {
			a, _ := strconv.Atoi(m[1])
			b, _ := strconv.Atoi(m[3])
			first, second = first || a > months, second || b > months
		}
	}
	return first && !second
}

// dayFirst is a text whose days in numbers say the year first, where the lines tell that
// they begin with the day.
func (r *reader) dayFirst(text string) string {
	if !r.daysFirst {
		return text
	}
	return numericDay().ReplaceAllString(text, "$4-$3-$1")
}

// isLengthUnit reports whether a word counts how long something took.
func isLengthUnit(word string) bool {
	return duration().MatchString("1 " + strings.Trim(word, "(),."))
}

// decimal is a number with a fraction at the start of a text, "1,8" or "14.5", which no date
// begins with.
var decimal = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`^\d{1,2}(,\d{1,2}|\.\d)(\s|$)`) })

// readWhen reads a text that is a time and nothing else.
func readWhen(text string) (when, bool) {
	bare := strings.Trim(text, "()[]|,;:·• ")
	if len(bare) < 4 || strings.ContainsAny(bare, "@%$€£+|") || !strings.ContainsFunc(bare, unicode.IsDigit) {
		return when{}, false
	}
	if first, _ := firstRune(bare); !unicode.IsLetter(first) && !unicode.IsDigit(first) && first != '\'' && first != '’' {
		return when{}, false
	}
	if decimal().MatchString(bare) {
		return when{}, false // "1,8 2007" is a grade and a year
	}
	if start, end, ok := resume.ParsePeriod(bare); ok && (start.Understood() || end.Understood()) && hasYear(bare) {
		return when{start: start, end: end, goesOn: end.IsZero()}, true
	}
	if d, ok := resume.ParseDate(bare); ok && d.Understood() && year().MatchString(bare) {
		return when{start: d, single: true}, true
	}
	return when{}, false
}

// hasYear reports whether a period names a year, if only in two digits behind a month.
func hasYear(text string) bool {
	if year().MatchString(text) {
		return true
	}
	return strings.ContainsFunc(text, unicode.IsLetter) || strings.Count(text, "/") > 1
}

// firstRune is the first character of a text, and how many bytes it has.
func firstRune(s string) (rune, int) {
	if s == "" {
		return 0, 0
	}
	return utf8.DecodeRuneInString(s)
}

// dateText is a date as a resume holds it.
func dateText(d resume.Date) string {
	if d.Text != "" {
		return d.Text
	}
	return d.ISO()
}
