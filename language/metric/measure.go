package metric

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// reader reads the metrics of one text.
type reader struct {
	text     string
	tokens   []Token
	named    func(Token) bool
	from     bool // a "from" comes before, which makes a metric of a bare number
	numbered int  // the last word that is a number of a name, -1 for none
	steps    int  // how many words were looked at around others, which tests count
}

// after is the word n words behind the word i of the same phrase, in small
// letters; "" where there is none.
func (r *reader) after(i, n int) string {
	r.steps += n
	for j := i; j < i+n; j++ {
		if j+1 >= len(r.tokens) || r.tokens[j].Comma {
			return ""
		}
	}
	return r.tokens[i+n].Lower
}

// before is the word n words before the word i of the same phrase.
func (r *reader) before(i, n int) string {
	r.steps += n
	for j := i - 1; j >= i-n; j-- {
		if j < 0 || r.tokens[j].Comma {
			return ""
		}
	}
	return r.tokens[i-n].Lower
}

// opens reports whether the word i begins a sentence.
func (r *reader) opens(i int) bool { return i == 0 || r.tokens[i-1].Stop }

// measure reads the token i as a number with its unit. It returns the last token
// that belongs to it.
func (r *reader) measure(i int) (m Metric, last int, ok bool) {
	t := r.tokens[i]
	if !t.Digits {
		return r.measureWord(i)
	}
	lower := t.Lower
	if c := t.Text[0]; c == '#' {
		return r.rankNumber(i, lower[1:])
	} else if strings.HasSuffix(strings.TrimRight(r.text[:t.Start], " "), "#") {
		return r.rankNumber(i, lower)
	}
	if c := first(lower); unicode.IsLetter(c) {
		if lower = withoutCode(t); lower == "" {
			if rest, ok := strings.CutPrefix(t.Lower, "top-"); ok {
				return rank(i, rest)
			}
			return m, i, false // p95, EC2, v2, HTTP/2
		}
	}
	if c := lower[len(lower)-1]; c == 't' || c == 'd' || c == 'h' {
		if ordinal(lower) {
			return r.rankOrdinal(i)
		}
	}
	if strings.IndexByte(lower, ':') > 0 {
		return r.ratio(i)
	}
	n, ok := parse(lower)
	if !ok {
		return m, i, false
	}
	n.last = i
	r.groups(&n, lower)
	n.money = n.money || len(lower) != len(t.Lower) || r.isMoney(i) || r.currencyBehind(&n)
	if !n.money && !strings.Contains(lower, "%") && r.isName(i, n) {
		r.numbered = i
		return m, i, false
	}
	return r.quantity(i, n)
}

// withoutCode is a word without the currency in letters that it begins with:
// "US$40", "CHF500k", "Rs.200"; "" for one that begins with other letters.
func withoutCode(t Token) string {
	letters := 0
	for letters < len(t.Text) && (t.Text[letters] >= 'A' && t.Text[letters] <= 'Z' || t.Text[letters] >= 'a' && t.Text[letters] <= 'z') {
		letters++
	}
	rest := t.Lower[min(letters, len(t.Lower)):]
	switch {
	case len(t.Text) != len(t.Lower) || letters > 3:
		return ""
	case unicode.Is(unicode.Sc, first(rest)):
		return rest
	case currencyCodes[t.Text[:letters]] || t.Lower[:letters] == "rs":
		if rest = strings.TrimPrefix(rest, "."); digitAt(rest) {
			return rest
		}
	}
	return ""
}

// quantity reads what a number is of. The number n begins at the word i.
func (r *reader) quantity(i int, n number) (m Metric, last int, ok bool) {
	if m, last, ok = r.part(i, n); ok || last < 0 {
		return m, max(last, i), ok
	}
	money := n.money
	if money || n.unit == "" {
		r.multiply(&n, money)
		money = money || r.currencyBehind(&n)
	}
	if n.unit == "" && n.high == n.lower {
		r.widen(i, &n)
	}
	switch {
	case money:
		return n.amount(), n.last, true
	case n.unit != "":
		return r.attached(i, n)
	}
	if unit, last, ok := r.unitAfter(n.last); ok {
		return r.withUnit(i, n, unit, last)
	}
	return r.bare(i, n)
}

// multiply takes a magnitude that stands apart behind a number: "3 million".
func (r *reader) multiply(n *number, money bool) {
	word := r.after(n.last, 1)
	f, ok := magnitudes[word]
	if !ok || n.unit != "" || ofMoney[word] && !money || len(word) < 3 && !(money || len(word) == 2 && word != "mm") || n.digits == "" {
		return
	}
	n.magnitude *= f
	n.last++
	n.unit = ""
}

// widen takes the upper end of a range in words: "10 to 15 guests", "10 - 15".
func (r *reader) widen(i int, n *number) {
	j := n.last + 1
	if n.digits == "" || j >= len(r.tokens) || r.tokens[n.last].Comma {
		return
	}
	between := strings.TrimSpace(r.text[r.tokens[n.last].End:r.tokens[j].Start])
	before := r.before(i, 1)
	switch {
	case between == "-" || between == "–" || between == "—":
	case r.tokens[j].Lower == "to" && (before != "from" || r.isRangeBefore(j+1)) && j+1 < len(r.tokens), r.tokens[j].Lower == "and" && before == "between" && j+1 < len(r.tokens):
		j++
	default:
		return
	}
	if !digitAt(r.tokens[j].Lower) {
		return
	}
	high, ok := parse(r.tokens[j].Lower)
	if !ok || high.lower <= n.lower || high.high != high.lower || year(r.tokens[j].Lower) || strings.Contains(high.unit, "/") {
		return
	}
	n.high, n.unit, n.rough, n.last = high.high, high.unit, n.rough || high.rough, j
	if n.unit == "" {
		r.multiply(n, false)
	}
}

// isRangeBefore reports whether the number i is the end of a range behind "from", because what it
// came to follows: "from 10 to 12 days to 4".
func (r *reader) isRangeBefore(i int) bool {
	const farthest = 4
	for n := 1; n <= farthest; n++ {
		switch word := r.after(i, n); {
		case word == "":
			return false
		case word == "to" || word == "under" || word == "below":
			return digitAt(r.after(i, n+1))
		case digitAt(word):
			return false
		}
	}
	return false
}

// isMoney reports whether a currency stands apart before the number i.
func (r *reader) isMoney(i int) bool {
	before := strings.TrimRight(r.text[:r.tokens[i].Start], " ~(")
	c := lastRune(before)
	return unicode.Is(unicode.Sc, c) && before != "" || i > 0 && !r.tokens[i-1].Stop && currencyCodes[r.tokens[i-1].Text] ||
		i > 0 && (r.tokens[i-1].Lower == "rs" || r.tokens[i-1].Lower == "kr")
}

// groups takes the groups of three digits that spaces set apart from a number: "250 000 €".
func (r *reader) groups(n *number, lower string) {
	if len(lower) > 3 || n.unit != "" || n.digits != lower || n.lower == 0 || lower[0] == '0' {
		return
	}
	for j := n.last + 1; j < len(r.tokens) && len(r.tokens[j].Text) >= 3; j++ {
		space := r.text[r.tokens[j-1].End:r.tokens[j].Start]
		group, rest := r.tokens[j].Text[:3], r.tokens[j].Lower[3:]
		if strings.Trim(group, "0123456789") != "" || rest != "" && rest[0] >= '0' && rest[0] <= '9' || space == " " && group != "000" || space != " " && space != "\u00a0" && space != "\u202f" {
			return
		}
		v, _ := strconv.ParseFloat(group, 64)
		n.lower = 1000*n.lower + v
		n.high, n.last, n.unit = n.lower, j, rest
		n.digits += "," + group
		if rest != "" {
			return
		}
	}
}

// currencyBehind reports whether a currency stands behind a number: "12k€", "12 k€", "40 €", "500 EUR".
// A magnitude that it is joined to multiplies the number.
func (r *reader) currencyBehind(n *number) bool {
	if c := lastRune(n.unit); n.unit != "" && unicode.Is(unicode.Sc, c) {
		n.unit = n.unit[:len(n.unit)-utf8.RuneLen(c)]
		return true
	}
	if n.unit != "" && magnitudes[n.unit] == 0 {
		return false
	}
	end := r.tokens[n.last].End
	rest := strings.TrimLeft(r.text[end:], spaces)
	if c := first(rest); unicode.Is(unicode.Sc, c) {
		return !digitAt(strings.TrimLeft(rest[utf8.RuneLen(c):], spaces))
	}
	j := n.last + 1
	if j >= len(r.tokens) || r.tokens[n.last].Comma || r.tokens[j].Start != len(r.text)-len(rest) {
		return false
	}
	word := r.tokens[j]
	if f := magnitudes[strings.TrimRightFunc(word.Lower, func(c rune) bool { return unicode.Is(unicode.Sc, c) })]; f != 0 && unicode.Is(unicode.Sc, lastRune(word.Lower)) && n.unit == "" {
		n.magnitude *= f
		n.last = j
		return true
	}
	return currencyCodes[word.Text] && !(j+1 < len(r.tokens) && r.tokens[j+1].Digits) || word.Lower == "zł" || word.Lower == "kč"
}

// spaces are those that may stand between a number and its unit.
const spaces = " \u00a0\u202f"

// currencyAround takes a currency that stands apart into a sum: "CHF 36 million", "€ 40", "12 k€". What is
// before the byte after belongs to another number.
func (r *reader) currencyAround(m *Metric, after int) {
	if i := m.first; i > 0 && r.tokens[i-1].Start >= after && !r.tokens[i-1].Stop && !r.tokens[i-1].Comma && (currencyCodes[r.tokens[i-1].Text] || r.tokens[i-1].Lower == "rs" || r.tokens[i-1].Lower == "kr") {
		m.Start = r.tokens[i-1].Start
		return
	}
	before := strings.TrimRight(r.text[:m.Start], spaces)
	if c := lastRune(before); before != "" && unicode.Is(unicode.Sc, c) && len(before)-utf8.RuneLen(c) >= after {
		m.Start = withLetters(before, len(before)-utf8.RuneLen(c), after)
		return
	}
	rest := strings.TrimLeft(r.text[m.End:], spaces)
	if c := first(rest); unicode.Is(unicode.Sc, c) && !digitAt(strings.TrimLeft(rest[utf8.RuneLen(c):], spaces)) {
		m.End = len(r.text) - len(rest) + utf8.RuneLen(c)
		return
	}
	if j := m.last + 1; j < len(r.tokens) && !r.tokens[m.last].Comma && !strings.ContainsFunc(m.Text, unicode.IsLetter) && (currencyCodes[r.tokens[j].Text] || r.tokens[j].Lower == "zł" || r.tokens[j].Lower == "kč") || j < len(r.tokens) && !r.tokens[m.last].Comma && currencyCodes[r.tokens[j].Text] {
		m.End, m.last = r.tokens[j].End, j
	}
}

// withLetters is where the capitals before a currency's sign begin, which say whose it is: "R$ 40",
// "US$ 40"; the sign itself if there are none. They are not before the byte after.
func withLetters(text string, sign, after int) int {
	const most = 3
	start := sign
	for start > after && text[start-1] >= 'A' && text[start-1] <= 'Z' {
		start--
	}
	if sign-start > most || start > 0 && wordByte(text[start-1]) {
		return sign
	}
	return start
}

func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c >= 0x80
}

func lastRune(text string) (last rune) {
	for i := len(text) - 1; i >= 0; i-- {
		if text[i] < 0x80 || text[i] >= 0xC0 {
			return first(text[i:])
		}
	}
	return 0
}

// currencyCodes are those of ISO 4217 that are most written.
var currencyCodes = set(`USD EUR GBP JPY CHF CAD AUD SEK NOK DKK PLN INR BRL CNY RMB SGD NZD HKD AED SAR QAR KWD OMR BHD ZAR NGN KES GHS EGP MAD
	TRY ILS CZK HUF RON RUB UAH MXN ARS CLP COP PEN THB MYR IDR PHP VND KRW TWD PKR BDT LKR`)

// amount is a sum of money: "$30k/year", "CHF 2 million".
func (n number) amount() Metric {
	word, window, _ := strings.Cut(strings.TrimLeft(n.unit, "-"), "/")
	word = strings.Trim(word, "+-")
	if f, ok := magnitudes[word]; ok {
		n.magnitude *= f
	} else if word == "l" { // the lakh as it is written behind ₹
		n.magnitude *= 1e5
	}
	if oneDot(n.digits) && n.magnitude == 1 { // no money has three decimals
		n.lower, n.high = 1000*n.lower, 1000*n.high
	}
	rough := n.rough || strings.HasSuffix(n.unit, "+")
	return Metric{Kind: Money, Value: n.lower * n.magnitude, High: n.high * n.magnitude, Unit: "$", Rough: rough, Window: period(window), scale: n.magnitude}
}

// in is the number as a metric with a unit or a noun.
func (n number) in(unit string) Metric {
	m := Metric{Value: n.lower * n.magnitude, High: n.high * n.magnitude, Unit: unit, Rough: n.rough, scale: n.magnitude}
	m.normalize()
	if m.Kind == Count && oneDot(n.digits) && n.magnitude == 1 && unit != "" {
		m.Value, m.High = 1000*m.Value, 1000*m.High // "1.200 guests": nobody counts to three decimals
	}
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
		if s := scales[head]; s.kind == Time && s.factor > 0 || s.kind == Data && s.factor > 0 && per != "s" && per != "sec" && per != "second" {
			m.Kind, factor, m.Window = s.kind, s.factor, period(per)
		} else if often, ok := perSecond(per); ok {
			m.Kind, factor = Rate, often
		} else if s, known := scales[head]; known {
			m.Kind, factor, m.Window = s.kind, s.factor, period(per)
		} else {
			m.Window = period(per)
		}
	case lists().units[m.Unit] && !lists().nouns[m.Unit], strings.Contains(m.Unit, " "):
		m.Kind = Physical
	}
	m.Value *= factor
	m.High *= factor
}

// period is a window's time as it is named: "yr" for "$30k/yr" is a year.
func period(window string) string {
	switch window = strings.TrimSuffix(strings.TrimPrefix(window, "per-"), "."); window {
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

// attached reads a number with something behind it without a space: "12TB",
// "80kreq/s", "5-minute", "30-bed", "2M+", "5-fold".
func (r *reader) attached(i int, n number) (m Metric, last int, ok bool) {
	w := lists()
	text := r.tokens[n.last].Text
	unit := strings.TrimRight(n.unit, "+")
	n.rough = n.rough || unit != n.unit
	hyphen := isDash(unit)
	unit = strings.TrimLeft(unit, "-–")
	head, _, slash := strings.Cut(unit, "/")
	switch {
	case unit == "":
		n.unit = ""
		if unit, last, ok := r.unitAfter(n.last); ok {
			return r.withUnit(i, n, unit, last)
		}
		return r.bare(i, n)
	case unit == "%" && r.after(n.last, 1) == "percentile":
		return m, i, false
	case unit == "%" || unit == "percent" || unit == "pct":
		m = n.in("%")
		return m, n.last, true
	case !hyphen && (unit == "x" || unit == "×"):
		return n.in("x"), n.last, true
	case unit == "fold":
		return Metric{Kind: Multiple, Value: n.lower, High: n.high, Unit: "x"}, n.last, true
	case strings.HasPrefix(unit, "year") && hyphen || unit == "yr" && hyphen:
		return m, i, false // a plan, a contract, an age
	case hyphen && len(unit) == 1 || digitAt(unit):
		return m, i, false // 10-K, 8-1
	case hyphen:
		word, _, _ := strings.Cut(unit, "-")
		if word == "hour" && n.lower == 24 || w.kinds[word] || w.kinds[unit] {
			return m, i, false
		}
		switch {
		case w.units[word] && len(word) > 1:
			return r.withUnit(i, n, word, n.last)
		case w.nouns[word] || w.singulars[word]:
			return n.in(word), n.last, true
		}
		return m, i, false
	case slash && head == "":
		if _, known := perSecond(unit[1:]); known || periods[unit[1:]] || period(unit[1:]) != unit[1:] {
			return n.in(unit), n.last, true // "2,000/day"
		}
		return m, i, false
	case len(unit) == 1 && !r.isAttachedLetter(i, n, text):
		return m, i, false
	case magnitudes[unit] == 0 && (w.units[unit] || w.nouns[unit] || slash && (w.units[head] || w.nouns[head] || head == "req" || head == "msg")):
		return r.withUnit(i, n, unit, n.last)
	}
	if f, ok := magnitudes[unit]; ok && n.magnitude == 1 && !ofMoney[unit] {
		n.magnitude, n.unit = f, ""
		if unit, last, ok := r.unitAfter(n.last); ok {
			return r.withUnit(i, n, unit, last)
		}
		return r.magnified(i, n, text)
	}
	for _, letters := range []string{"bn", "k", "m", "b"} {
		if rest, ok := strings.CutPrefix(unit, letters); ok {
			if rest = strings.TrimLeft(rest, "+-"); rest != "" && (w.units[rest] || w.nouns[rest] || slash) {
				n.magnitude = magnitudes[letters]
				return n.in(rest), n.last, true
			}
		}
	}
	if slash && startsWithLetter(unit) {
		return n.in(unit), n.last, true
	}
	return m, i, false
}

// isAttachedLetter reports whether a single letter behind a number is its unit
// or magnitude. Capitals there are mostly names of trades and models: 35L, 68W, 5G.
func (r *reader) isAttachedLetter(i int, n number, text string) bool {
	next := r.after(n.last, 1)
	switch letter := lastRune(strings.TrimRight(text, "+")); letter {
	case 's':
		before := r.before(i, 1)
		return !articles[before] && before != "early" && before != "mid" && before != "late" && before != "his"
	case 'K', 'k', 'm', 'g', 't', 'h':
		return true
	case 'M', 'B':
		before := r.before(i, 1)
		twoDigits := len(n.digits) == 2 && !n.rough && n.high == n.lower
		_, _, counts := r.counted(n.last)
		return !twoDigits || counts || before == "to" || before == "from" || before == "of" || before == "by" || rounding[before]
	case 'W', 'A', 'V':
		return len(n.digits) > 2 && letter != 'W' || next != "" && unicode.IsLower(first(r.tokens[n.last+1].Text)) && !stops[next] && !ends[next]
	}
	return false
}

// magnified reads a number with letters that multiply it and no unit: "2M+
// attempts", "grew to 30k".
func (r *reader) magnified(i int, n number, text string) (m Metric, last int, ok bool) {
	unit, last, _ := r.counted(n.last)
	next := r.after(n.last, 1)
	switch {
	case unit == "gpa", (footage[next] || r.isTypo(i+1)) && n.lower < 10, race[next] && n.lower < 50, (unit == "" || unit == "products") && text == "3M":
		return m, i, false
	}
	return n.in(unit), last, true
}

// What stands behind "4K" and "5K" where they are no thousands.
var (
	footage = set("video videos resolution camera cameras footage uhd editing tv display displays monitor film content")
	race    = set("run race walk marathon charity fundraiser fun")
)

// unitAfter is the unit behind the word i, with the words that belong to it:
// "per cent", "sq ft", "°C", "percentage points".
func (r *reader) unitAfter(i int) (unit string, last int, ok bool) {
	w := lists()
	unit = r.after(i, 1)
	if unit == "" {
		return "", i, false
	}
	unit = strings.TrimSuffix(unit, "+")
	next := r.after(i, 2)
	text := r.tokens[i+1].Text
	switch {
	case unit == "per" && (next == "cent" || next == "annum"):
		return "percent", i + 2, next == "cent"
	case unit == "percentage" && (next == "points" || next == "point"):
		return "percentage", i + 2, true
	case unit == "year" && (next == "over" || next == "on" || next == "to") && r.after(i, 3) == "year":
		return "", i, false
	case unit == "basis" && next == "points":
		return "bps", i + 2, true
	case w.prefixes[unit] && w.units[strings.TrimSuffix(next, ".")]:
		return unit + " " + next, i + 2, true
	case (unit == "degree" || unit == "degrees") && (next == "celsius" || next == "fahrenheit" || next == "c" || next == "f"):
		return "degrees", i + 2, true
	case unit == "degree" || len(unit) < 4 && len(unit) > 1 && strings.ToUpper(text) == text && IsTime(unit) || unit == "g" && text != "g" || unit == "m" && text != "m" || unit == "t" && text != "t" || unit == "h" && text != "h" || unit == "s" && text != "s":
		return "", i, false
	case unit == "a" || len(unit) == 1 && unit >= "a" && unit <= "z" && text == unit && (unit == "w" || unit == "v"):
		return "", i, false
	case w.units[unit]:
		return unit, i + 1, true
	}
	if head, tail, hyphen := strings.Cut(unit, "-"); hyphen && w.units[head] && len(head) > 1 && (tail == "old") {
		return "age", i + 1, true
	}
	return "", i, false
}

// withUnit is a number with its unit, unless it is a length of service, an age,
// or hours that a thing is open.
func (r *reader) withUnit(i int, n number, unit string, last int) (m Metric, end int, ok bool) {
	if unit == "age" || IsTime(unit) && (r.isTenure(i, n, unit, last) || n.last == i && year(r.tokens[i].Lower)) {
		return m, i, false
	}
	if lifted[unit] && (lifting[r.before(i, 1)] || lifting[r.before(i, 2)] || lifting[r.before(i, 3)]) {
		return m, i, false // what a body can do
	}
	if unit == "x" && r.tokens[last].Text != "x" && r.tokens[last].Text != "X" {
		return m, i, false
	}
	return n.in(unit), last, true
}

// Words that tell how much someone can carry.
var (
	lifted  = set("lb lbs pound pounds kg kilos kilograms")
	lifting = set("lift lifting carry carrying")
)

// isTenure reports whether a time is how long someone has done something, or how
// long a thing is open, rather than how much something took.
func (r *reader) isTenure(i int, n number, unit string, last int) bool {
	const farthest = 4
	before := ""
	for j := 1; j <= farthest && (before == "" || rounding[before] || before == "more" || before == "less" || before == "a" || before == "the" || before == "only"); j++ {
		if before = r.before(i, j); before == "" {
			break
		}
	}
	for k := 1; k <= 4; k++ { // "of hands-on experience"
		switch r.after(last, k) {
		case "experience", "experiences", "exp", "tenure", "internship", "probation", "apprenticeship":
			return true
		}
	}
	switch unit {
	case "year", "years", "yr", "yrs":
		switch r.after(last, 1) {
		case "old":
			return true
		case "early", "earlier", "ahead", "sooner", "faster", "longer", "running", "straight":
			return false
		case "in":
			if r.after(last, 2) == "a" && r.after(last, 3) == "row" {
				return false
			}
		}
		switch before {
		case "by", "within", "from", "every", "versus", "vs":
			return false
		case "to":
			return !r.from && !changing(r.tokens, i-1)
		}
		return true
	case "hour", "hours", "hrs", "hr":
		if next := r.after(last, 1); unit == "hour" && n.lower == 24 && next != "" && !stops[next] && !ends[next] {
			return true // a 24 hour store
		}
		return n.lower == 24 && n.high == 24 && (r.after(last, 1) == "a" || r.after(last, 1) == "per" || r.after(last, 1) == "service" || r.after(last, 1) == "on")
	case "day", "days":
		next, over := r.after(last, 1), r.after(last, 2)
		return (next == "a" || next == "per" || next == "each") && (over == "week" || over == "year" || over == "month")
	}
	return false
}

// counted is the count noun behind the word i, with at most three words
// between ("14 downstream calls"). The unit "gpa" stands for what measures
// nothing.
func (r *reader) counted(i int) (unit string, last int, ok bool) {
	const farthest = 4
	w := lists()
	joined := false // an "and" between two adjectives is passed: "16 certified and licensed therapists"
	for n := 1; n <= farthest && i+n < len(r.tokens); n++ {
		if r.tokens[i+n-1].Comma {
			return "", i, false
		}
		t := r.tokens[i+n]
		lower := strings.TrimSuffix(t.Lower, "+")
		if n == 1 && (lower == "gpa" || lower == "cgpa" || lower == "percentile" || lower == "am" || lower == "pm" || lower == "a.m" || lower == "p.m" || lower == "noon") {
			return "gpa", i, false
		}
		if n == 1 && lower == "of" && partitive[r.after(i+1, 1)] {
			i += 2 // "12 of the bank's branches"
			n--
			continue
		}
		if t.Noun {
			return lower, i + n, true
		}
		head, tail, slash := strings.Cut(lower, "/")
		if w.nouns[lower] || slash && (w.nouns[head] || w.nouns[tail] || w.units[head] && len(head) > 1 || head == "req" || head == "msg") {
			return lower, i + n, true
		}
		if n == 1 && w.singulars[lower] && unicode.IsLower(first(t.Text)) {
			if more := r.after(i, 2); IsTime(more) && len(more) > 2 {
				return more, i + 2, true // "3,400 flight hours"
			}
			if unit, last, ok := r.counted(i + 1); ok && unit != "gpa" && last <= i+3 && (lists().nouns[unit] || last == i+2 && isPlural(r.tokens[last])) {
				return unit, last, true // "7 franchise locations"
			}
			return lower, i + n, true
		}
		if IsTime(lower) && n > 1 && len(lower) > 2 {
			return lower, i + n, true // "10 business days"
		}
		if _, tail, hyphen := cutLast(lower, "-"); hyphen && (w.nouns[tail] || n == 1 && w.singulars[tail]) {
			return tail, i + n, true
		}
		if n == 1 && lower == "or" && (r.after(i, 2) == "more" || r.after(i, 2) == "fewer" || r.after(i, 2) == "less") {
			i += 2 // "15 or more boards"
			n--
			continue
		}
		if w.names[lower] && n > 1 {
			continue // "two new 24/7 services"
		}
		if lower == "and" && n > 1 && !joined && !strings.HasSuffix(r.tokens[i+n-1].Lower, "s") {
			joined = true
			continue
		}
		if stops[lower] || ends[lower] || t.Digits && !unicode.IsLetter(first(t.Text)) || w.naming[lower] && n == 1 && !w.nouns[lower+"s"] {
			return "", i, false
		}
		if isPlural(t) || unicode.IsUpper(first(t.Text)) && r.mayHaveCapital(i) && isPlural(t.small()) {
			return lower, i + n, true
		}
	}
	return "", i, false
}

// mayHaveCapital reports whether what the number that ends with the word i counts may
// have a capital: "four Vice Presidents", but not "at 12 Oaks".
func (r *reader) mayHaveCapital(i int) bool {
	before := r.before(i, 1)
	return before != "" && before != "at" && before != "on" && before != "near" && unicode.IsLower(first(r.tokens[i-1].Text)) || i > 0 && endsAsVerb(before)
}

// small is the word in small letters.
func (t Token) small() Token {
	t.Text = t.Lower
	return t
}

func cutLast(s, sep string) (before, after string, found bool) {
	if i := strings.LastIndex(s, sep); i >= 0 {
		return s[:i], s[i+len(sep):], true
	}
	return s, "", false
}

// Words behind "12 of" that belong to the noun.
var partitive = set("the our their its his her these those all my")
