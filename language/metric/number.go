package metric

import (
	"math"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"resumax/language/spelling"
)

// reader reads the metrics of one text.
type reader struct {
	text   string
	tokens []Token
	named  func(Token) bool
	from   bool // a "from" comes before, which makes a metric of a bare number
}

// What numbers are known by, made when the first one is read.
var (
	ordinal = form(`^\d+(st|nd|rd|th)$`)
	year    = form(`^(19|20)\d\d('?s)?$|^(19|20)\d\d[-–/](19|20)?\d\d$`)
	grade   = form(`^\d(\.\d+)?/\d(\.\d+)?$`)
	phone   = form(`^\+?\(?\d{2,4}\)?[-.]\d{3,4}([-.]\d{3,4})?$|^\+\d{1,3}$`)
	always  = form(`^(24/7|7/24|365)$`)
	grouped = form(`^\d{1,3}(,\d{3})+$`)
)

// form matches texts of an expression.
func form(expression string) func(text string) bool {
	compiled := sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(expression) })
	return func(text string) bool { return compiled().MatchString(text) }
}

const currencies = "$€£¥"

// magnitudes are the letters behind a number that multiply it.
var magnitudes = map[string]float64{"k": 1e3, "thousand": 1e3, "m": 1e6, "mn": 1e6, "mm": 1e6, "million": 1e6, "b": 1e9, "bn": 1e9, "billion": 1e9}

// number is a word that begins with digits, in its parts: "~$1.2M/year".
type number struct {
	money       bool
	lower, high float64
	digits      string  // "1.2", of the lower end
	magnitude   float64 // 1 if none is written
	unit        string  // what follows, in small letters
	rough       bool
}

// parse takes a word apart; ok is false for one that does not begin with digits.
func parse(lower string) (n number, ok bool) {
	n.magnitude = 1
	rest := strings.TrimLeftFunc(lower, func(r rune) bool {
		n.rough = n.rough || strings.ContainsRune("~≈<>≤≥", r)
		n.money = n.money || strings.ContainsRune(currencies, r)
		return strings.ContainsRune("~≈<>≤≥+-", r) || strings.ContainsRune(currencies, r)
	})
	n.lower, n.digits, rest, ok = leading(rest)
	if !ok {
		return n, false
	}
	n.high = n.lower
	if r, size := utf8.DecodeRuneInString(rest); r == '-' || r == '–' {
		if high, _, after, ok := leading(strings.TrimLeft(rest[size:], currencies)); ok {
			n.high, rest = high, after
		}
	}
	if after, ok := strings.CutPrefix(rest, "+"); ok {
		n.rough, rest = true, after
	}
	n.unit = strings.TrimLeft(rest, "-")
	return n, true
}

// leading is the number at the beginning of a text.
func leading(text string) (value float64, digits, rest string, ok bool) {
	end := 0
	for end < len(text) && (text[end] >= '0' && text[end] <= '9' || end > 0 && (text[end] == '.' || text[end] == ',')) {
		end++
	}
	digits = strings.TrimRight(text[:end], ".,")
	value, err := strconv.ParseFloat(strings.ReplaceAll(digits, ",", ""), 64)
	return value, digits, text[len(digits):], err == nil
}

// measure reads the token i as a number with its unit. It returns the last token
// that belongs to it. The first word of a sentence has a capital anyway, so a
// number behind it is a version only where that word is a name.
func (r *reader) measure(i int) (m Metric, last int, ok bool) {
	t := r.tokens[i]
	if !t.Digits {
		return r.numberWord(i)
	}
	lower := t.Lower
	switch {
	case !strings.ContainsAny(lower, "%"+currencies) && (ordinal(lower) || grade(lower) || phone(lower) || always(lower)):
		return m, i, false
	case unicode.IsLetter(first(lower)) && !strings.ContainsAny(lower[:min(4, len(lower))], currencies):
		return m, i, false // p95, EC2, v2, HTTP/2
	}
	lower = strings.TrimLeftFunc(lower, unicode.IsLetter) // US$
	n, ok := parse(lower)
	if !ok {
		return m, i, false
	}
	if n.money {
		return n.amount(), i, true
	}
	switch n.unit {
	case "%", "x", "×":
		if n.unit == "×" {
			n.unit = "x"
		}
		return n.in(n.unit), i, true
	}
	if r.isVersion(i) {
		return m, i, false
	}
	if n.unit != "" {
		if n.takesUnit() {
			return n.in(n.unit), i, true
		}
		if !n.takesMagnitude() {
			return m, i, false
		}
		unit, last := r.counted(i)
		return n.in(unit), last, unit != "gpa"
	}
	return r.bare(i, n)
}

// bare reads a number without letters. It is a metric with something to count,
// with thousands set apart, and beside a "from".
func (r *reader) bare(i int, n number) (m Metric, last int, ok bool) {
	lower, before := r.tokens[i].Lower, ""
	for j := i - 1; j >= 0 && (before == "" || rounding[before] && before != "under"); j-- {
		before = r.tokens[j].Lower
	}
	if r.isMoney(i) {
		return n.amount(), i, true
	}
	if i+1 < len(r.tokens) && !r.tokens[i].Comma {
		if f, ok := magnitudes[r.tokens[i+1].Lower]; ok && len(r.tokens[i+1].Lower) > 2 {
			n.magnitude = f // "3 million users"
			unit, last := r.counted(i + 1)
			return n.in(unit), last, unit != "gpa"
		}
	}
	unit, last := r.counted(i)
	if year(lower) && (dating[before] || unit == "" || lists().units[unit] && !lists().nouns[unit]) {
		return m, i, false
	}
	switch {
	case unit == "gpa":
		return m, i, false
	case unit != "":
		return n.in(unit), last, true
	case grouped(n.digits):
		return n.in(""), i, true
	case r.from && (before == "to" || before == "from" || before == "under"):
		return n.in(""), i, true
	}
	return m, i, false
}

// isMoney reports whether a currency stands apart before the number i.
func (r *reader) isMoney(i int) bool {
	before := strings.TrimRight(r.text[:r.tokens[i].Start], " ")
	c, _ := utf8.DecodeLastRuneInString(before)
	return before != "" && strings.ContainsRune(currencies, c) || i > 0 && currencyCodes[r.tokens[i-1].Text]
}

// currencyCodes are those of ISO 4217 that are most written.
var currencyCodes = set("USD EUR GBP JPY CHF CAD AUD SEK NOK DKK PLN INR BRL CNY SGD NZD")

// amount is a sum of money: "$30k/year".
func (n number) amount() Metric {
	word, window, _ := strings.Cut(n.unit, "/")
	if f, ok := magnitudes[strings.Trim(word, "+-")]; ok {
		n.magnitude = f
	}
	return Metric{Kind: Money, Value: n.lower * n.magnitude, High: n.high * n.magnitude, Unit: "$", Rough: n.rough, Window: period(window)}
}

// takesUnit reports whether the letters behind a number are its unit, maybe
// behind a magnitude, which it takes off: "12tb", "80kreq/s", "5-minute".
func (n *number) takesUnit() bool {
	w := lists()
	known := func(unit string) bool {
		head, _, slash := strings.Cut(unit, "/")
		return w.units[unit] || w.nouns[unit] || slash && (w.units[head] || w.nouns[head] || head == "req" || head == "msg")
	}
	unit := n.unit
	if known(unit) && magnitudes[unit] == 0 {
		return true
	}
	for _, letters := range []string{"bn", "k", "m", "b"} {
		if rest, ok := strings.CutPrefix(unit, letters); ok {
			if rest = strings.TrimLeft(rest, "+-"); rest != "" && (known(rest) || strings.HasPrefix(rest, "/")) {
				n.magnitude, n.unit = magnitudes[letters], rest
				return true
			}
		}
	}
	return strings.Contains(unit, "/") && unicode.IsLetter(first(unit))
}

// takesMagnitude reports whether the letters behind a number multiply it, and
// takes them off: "2M+".
func (n *number) takesMagnitude() bool {
	word, plus := strings.CutSuffix(n.unit, "+")
	f, ok := magnitudes[word]
	if !ok {
		return false
	}
	n.magnitude, n.unit, n.rough = f, "", n.rough || plus
	return true
}

// in is the number as a metric with a unit or a noun.
func (n number) in(unit string) Metric {
	m := Metric{Value: n.lower * n.magnitude, High: n.high * n.magnitude, Unit: unit, Rough: n.rough}
	m.normalize()
	return m
}

// normalize finds a metric's kind by its unit, and puts its value into the kind's
// own unit.
func (m *Metric) normalize() {
	factor := 1.0
	s, known := scales[m.Unit]
	head, per, slash := strings.Cut(m.Unit, "/")
	switch {
	case known:
		m.Kind, factor = s.kind, s.factor
	case slash:
		if often, ok := perSecond(per); ok {
			m.Kind, factor = Rate, often
		} else if s, known := scales[head]; known {
			m.Kind, factor, m.Window = s.kind, s.factor, period(per)
		}
	case lists().units[m.Unit] && !lists().nouns[m.Unit]:
		m.Kind = Physical
	}
	m.Value *= factor
	m.High *= factor
}

// period is a window's time as it is named: "yr" for "$30k/yr" is a year.
func period(window string) string {
	switch window = strings.TrimSuffix(window, "."); window {
	case "yr", "y", "a", "annum":
		return "year"
	case "mo":
		return "month"
	case "d":
		return "day"
	case "wk":
		return "week"
	case "h", "hr":
		return "hour"
	case "min":
		return "minute"
	case "s", "sec":
		return "second"
	}
	return window
}

func first(s string) rune {
	for _, r := range s {
		return r
	}
	return 0
}

// isVersion reports whether the number i belongs to the name before it.
func (r *reader) isVersion(i int) bool {
	if i == 0 {
		return false
	}
	before := r.tokens[i-1]
	if isNaming(before.Lower) {
		return true
	}
	number := r.tokens[i].Text
	if before.Comma || before.Digits || !unicode.IsUpper(first(before.Text)) || len(number) > 5 || strings.Contains(number, ",") {
		return false
	}
	opens := i == 1 || r.tokens[i-2].Stop
	return !opens || r.named(before)
}

// minNear is the length from which a word may be a typo of a naming one.
const minNear = 5

// isNaming reports whether a word makes a name of the number behind it, or is
// meant to.
func isNaming(word string) bool {
	if naming[word] {
		return true
	}
	if len(word) >= minNear {
		for other := range naming {
			if spelling.OneEditApart(word, other) {
				return true
			}
		}
	}
	return false
}

// counted is the unit or count noun behind the number i, with at most two words
// between ("14 downstream calls"). The unit "gpa" stands for what measures
// nothing.
func (r *reader) counted(i int) (unit string, last int) {
	w := lists()
	for n := 1; n <= 3 && i+n < len(r.tokens); n++ {
		if r.tokens[i+n-1].Comma {
			return "", i
		}
		lower := strings.TrimSuffix(r.tokens[i+n].Lower, "+")
		if n == 1 && (lower == "gpa" || lower == "percentile") {
			return "gpa", i
		}
		if n == 1 && w.units[lower] {
			return lower, i + n
		}
		head, _, slash := strings.Cut(lower, "/")
		if w.nouns[lower] || slash && (w.nouns[head] || w.units[head] || head == "req" || head == "msg") {
			return lower, i + n
		}
		if _, tail, hyphen := strings.Cut(lower, "-"); hyphen && n == 1 && w.nouns[tail] {
			return tail, i + n
		}
		if stops[lower] || r.tokens[i+n].Digits {
			return "", i
		}
	}
	return "", i
}

// Values of words that are numbers. What is no exact one tells its order.
var values = map[string]float64{"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "dozen": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
	"nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
	"hundred": 100, "thousand": 1e3, "million": 1e6, "billion": 1e9, "dozens": 24, "hundreds": 200, "thousands": 2000, "millions": 2e6, "billions": 2e9}

// numberWord reads a number written as a word: some tell a change by
// themselves, others count the noun behind them.
func (r *reader) numberWord(i int) (m Metric, last int, ok bool) {
	lower := r.tokens[i].Lower
	if !lists().numbers[lower] {
		return m, i, false
	}
	factor := func(f float64) (Metric, int, bool) {
		return Metric{Kind: Multiple, Value: f, High: f, Unit: "x"}, i, true
	}
	switch lower {
	case "zero":
		if i+1 < len(r.tokens) && !r.tokens[i].Comma {
			m.Unit = r.tokens[i+1].Lower
			m.normalize()
			return m, i + 1, true
		}
		return m, i, true
	case "half", "double", "triple":
		return m, i, false // "half of the team", "double opt-in": too loose alone
	case "halved", "halving":
		return factor(0.5)
	case "doubled", "doubling":
		return factor(2)
	case "tripled", "tripling":
		return factor(3)
	case "quadrupled":
		return factor(4)
	}
	unit, last := r.counted(i)
	rough := strings.HasSuffix(lower, "s") && lower != "dozen"
	if unit == "gpa" || unit == "" && !rough || lower == "billions" && unit == "" {
		return m, i, false
	}
	v, known := values[lower]
	if !known {
		v = math.NaN()
	}
	m = Metric{Value: v, High: v, Unit: unit, Rough: rough}
	m.normalize()
	return m, last, true
}
