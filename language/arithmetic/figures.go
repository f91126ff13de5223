package arithmetic

import (
	"math"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/metric"
)

// Times, in seconds and by number.
const (
	minute       = 60.0
	hour         = 60 * minute
	day          = 24 * hour
	year         = 365.25 * day
	workingDays  = 250.0  // in a year
	workingHours = 2080.0 // in a year of full-time work: 52 weeks of 40
	shiftHours   = 8.0
)

// Figures are what follows from the numbers of a text, in the order of the text.
func (r Reading) Figures() []Figure {
	w := worker{Reading: r, low: r.lower(), changed: map[int]bool{}}
	for i := range r.Changes {
		w.change(&r.Changes[i])
	}
	for i := range r.Metrics {
		w.single(i)
	}
	for i := 0; i+1 < len(r.Metrics); i++ {
		w.pair(i)
	}
	sortFigures(w.figures)
	return w.figures
}

func sortFigures(all []Figure) {
	for i := 1; i < len(all); i++ { // a handful: insertion keeps equal ones in their order
		for j := i; j > 0 && all[j].Start < all[j-1].Start; j-- {
			all[j], all[j-1] = all[j-1], all[j]
		}
	}
}

type worker struct {
	Reading
	low     string
	changed map[int]bool // metrics by their start that belong to a change with both its ends
	figures []Figure
}

func (w *worker) add(start, end int, kind Kind, value float64, unit, text string) {
	if math.IsNaN(value) || math.IsInf(value, 0) || value == 0 {
		return
	}
	w.figures = append(w.figures, Figure{start, end, kind, text, significant(value, 6), unit})
}

// change derives from a value before and one after.
func (w *worker) change(c *metric.Change) {
	if c.From == nil || c.To == nil {
		return
	}
	from, to := w.ends(c)
	w.changed[from.Start], w.changed[to.Start] = true, true
	if from.Kind == metric.Multiple && to.Kind == metric.Multiple {
		a, b := *from, *to // "from 3.2x to 0.8x"
		a.Kind, a.Unit, b.Kind, b.Unit = metric.Count, "", metric.Count, ""
		from, to = &a, &b
	}
	if isRange(from) || isRange(to) {
		w.ranges(c, from, to)
		return
	}
	if a, b, ok := shares(from, to); ok {
		from, to = a, b // "from 1 in 200 to 1 in 900"
	}
	if to.Kind == metric.Part && from.Unit == to.Unit {
		one := *from
		one.Kind = metric.Part // "from 4.2 to 4.7 of 5"
		from = &one
	}
	if from.Kind != to.Kind || from.Kind == metric.Rank || from.Kind == metric.Multiple || !sameUnit(from, to) {
		return
	}
	about := ""
	if from.Rough || to.Rough {
		about = "about "
	}
	said := from.Text + " to " + to.Text
	if from.Window == "" && to.Window != "" && from.Window != to.Window && periodOf(to.Window) == 0 {
		to = &metric.Metric{Start: to.Start, End: to.End, Text: to.Text, Kind: to.Kind, Value: to.Value, High: to.High, Unit: to.Unit} // "in 12 months": how long it took
	}
	if availability := from.Kind == metric.Percent && w.isAvailability(c.From, c.What); availability {
		w.downtime(from, to, said)
		return
	}
	if from.Value > 0 && to.Value != from.Value {
		share := 100 * (to.Value/from.Value - 1)
		less := "more"
		if share < 0 {
			less = "less"
		}
		relative := ""
		if from.Kind == metric.Percent {
			relative = ", relative to where it began"
		}
		w.add(c.Start, c.End, Percentage, math.Abs(share), "%", said+" is "+about+Digits(math.Abs(share))+"% "+less+relative)
	}
	if from.Value > 0 && to.Value > 0 && to.Value != from.Value {
		f := max(from.Value/to.Value, to.Value/from.Value)
		if f >= 1.1 {
			what := "up by a factor of " + about + Digits(f)
			switch {
			case to.Value < from.Value && from.Kind == metric.Time && periodOf(to.Window) == 0:
				what = about + Digits(f) + " times faster"
			case to.Value < from.Value:
				what = "down by a factor of " + about + Digits(f)
			}
			w.add(c.Start, c.End, Factor, f, "x", said+" is "+what)
		}
	}
	diff := math.Abs(to.Value - from.Value)
	switch {
	case from.Kind == metric.Percent:
		w.add(c.Start, c.End, Difference, diff, "points", said+" is "+Digits(diff)+" percentage "+plural("point", diff))
		if c.From.Kind == metric.Part {
			return
		}
		if w.isFailure(c.From, c.What) {
			w.oneIn(from, from.Value)
			w.oneIn(to, to.Value)
		} else if from.Value > 90 && to.Value > 90 && to.Value < 100 && w.isYield(c.From, c.What) {
			w.oneIn(from, 100-from.Value)
			w.oneIn(to, 100-to.Value)
		}
	case from.Kind == metric.Part:
		if whole, ok := number(strings.TrimPrefix(to.Unit, "of ")); ok && whole > 0 {
			w.add(c.Start, c.End, Difference, 100*diff/whole, "points", said+" is "+Digits(100*diff/whole)+" points of a hundred")
		}
	default:
		unit, amount := w.amount(from, to, diff)
		w.add(c.Start, c.End, Difference, amount.value, unit, said+" is a difference of "+amount.text)
		if per := periodOf(to.Window); per > 0 && per < 1 {
			w.saved(c.Start, c.End, from, diff, to.Window)
		}
	}
}

func isRange(m *metric.Metric) bool { return m.High != m.Value }

// ends are the two values of a change, with the unit that the text gives where it names what
// changed: "cut infections from 9 to 2", "by 11 days, from 58 to 47".
func (w *worker) ends(c *metric.Change) (from, to *metric.Metric) {
	from, to = c.From, c.To
	if from.Kind != metric.Count || to.Kind != metric.Count || from.Unit != "" || to.Unit != "" {
		return from, to
	}
	unit := ""
	for i := range w.Metrics {
		m := &w.Metrics[i]
		if m.End > c.Start {
			break
		}
		gap := strings.Trim(w.low[min(m.End, len(w.low)):min(c.Start, len(w.low))], " ,(–—:")
		if m.Kind == metric.Time && (gap == "from" || gap == "") {
			unit = m.Unit
		}
	}
	if fields := strings.Fields(strings.ToLower(c.What)); unit == "" && len(fields) > 0 && isNoun(fields[len(fields)-1]) {
		unit = fields[len(fields)-1]
	}
	if unit == "" {
		return from, to
	}
	named := func(m *metric.Metric) *metric.Metric {
		one := *m
		one.Unit = unit
		if seconds := secondsIn(unit); seconds > 0 {
			one.Kind, one.Value, one.High = metric.Time, m.Value*seconds, m.High*seconds
		}
		return &one
	}
	return named(from), named(to)
}

// secondsIn is how long a unit of time is that is no abbreviation, 0 for others.
func secondsIn(unit string) float64 {
	switch strings.TrimSuffix(unit, "s") {
	case "second":
		return 1
	case "minute":
		return minute
	case "hour":
		return hour
	case "day":
		return day
	case "week":
		return 7 * day
	case "month":
		return year / 12
	}
	return 0
}

// isNoun reports whether the last word of what changed is the plural of what is counted.
func isNoun(word string) bool {
	return len(word) > 3 && strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && !strings.HasSuffix(word, "us") && !strings.HasSuffix(word, "is") && !noNoun[word] &&
		!strings.ContainsFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && r != '-' })
}

// Words with the ending of a plural that nothing is counted in.
var noNoun = words("sales costs revenues savings earnings losses process access scores ratings rates levels times hours-worked mathematics physics logistics operations analytics statistics")

// shares are the two values of a change between parts of other wholes, as percentages.
func shares(from, to *metric.Metric) (a, b *metric.Metric, ok bool) {
	if from.Kind != metric.Part || to.Kind != metric.Part || from.Unit == to.Unit {
		return nil, nil, false
	}
	share := func(m *metric.Metric) *metric.Metric {
		whole, _ := number(strings.TrimPrefix(m.Unit, "of "))
		one := *m
		one.Kind, one.Unit, one.Value = metric.Percent, "%", 100*m.Value/whole
		one.High = one.Value
		return &one
	}
	whole := func(m *metric.Metric) bool {
		v, ok := number(strings.TrimPrefix(m.Unit, "of "))
		return ok && v > 0
	}
	if !whole(from) || !whole(to) || isRange(from) || isRange(to) {
		return nil, nil, false
	}
	return share(from), share(to), true
}

// ranges derives from a change of which an end is a range: what it is at least and at most.
func (w *worker) ranges(c *metric.Change, from, to *metric.Metric) {
	if from.Kind != to.Kind || from.Kind == metric.Rank || from.Kind == metric.Multiple || from.Kind == metric.Part || !sameUnit(from, to) || from.Value <= 0 || to.Value <= 0 {
		return
	}
	said := from.Text + " to " + to.Text
	least, most, way := to.High/from.Value, to.Value/from.High, "less"
	if to.Value > from.High {
		least, most, way = to.Value/from.High, to.High/from.Value, "more"
	} else if to.High >= from.Value {
		return // they overlap
	}
	a, b := 100*math.Abs(least-1), 100*math.Abs(most-1)
	w.add(c.Start, c.End, Percentage, a, "%", said+" is at least "+Digits(a)+"% "+way)
	w.add(c.Start, c.End, Percentage, b, "%", said+" is at most "+Digits(b)+"% "+way)
}

// sameUnit reports whether two metrics are of one unit, or of two that can be compared.
func sameUnit(a, b *metric.Metric) bool {
	switch a.Kind {
	case metric.Count, metric.Physical, metric.Part:
		return a.Unit == b.Unit || a.Unit == "" || b.Unit == ""
	}
	return true
}

// said is an amount in words.
type said struct {
	value float64
	text  string
}

// amount is a value of a metric's kind in the unit that the metric is written in.
func (w *worker) amount(m, other *metric.Metric, value float64) (unit string, s said) {
	if m.Unit == "" {
		m = other
	}
	switch m.Kind {
	case metric.Money:
		sign := currency(m.Text, other.Text)
		return sign, said{value, sign + Digits(value)}
	case metric.Time:
		if m.Unit != other.Unit && other.Unit != "" {
			v, u := inTime(value)
			return u, said{v, Digits(v) + " " + u}
		}
	}
	v := value
	if m.Value != 0 {
		v = value / (m.Value / m.Amount())
	} else if other.Value != 0 {
		v = value / (other.Value / other.Amount())
	}
	unit = m.Unit
	if head, _, slash := strings.Cut(unit, "/"); slash && (m.Kind == metric.Time || m.Kind == metric.Data) {
		unit = head
	}
	if m.Kind == metric.Data {
		unit = strings.ToUpper(unit)
	}
	return unit, said{v, strings.TrimSpace(Digits(v) + " " + unit)}
}

// inTime is a time in the largest unit of which it has one or more.
func inTime(seconds float64) (float64, string) {
	for _, u := range []struct {
		s    float64
		name string
	}{{year, "years"}, {day, "days"}, {hour, "hours"}, {minute, "minutes"}, {1, "seconds"}, {1e-3, "ms"}} {
		if seconds >= u.s*0.9995 && (u.name != "years" || seconds >= 2*year) && (u.name != "days" || seconds >= 2*day) {
			return seconds / u.s, u.name
		}
	}
	return seconds * 1e3, "ms"
}

// currency is the sign of a currency that one of the texts has, "$" for none.
func currency(texts ...string) string {
	for _, t := range texts {
		if i := strings.IndexFunc(t, func(c rune) bool { return unicode.Is(unicode.Sc, c) }); i >= 0 {
			_, size := utf8.DecodeRuneInString(t[i:])
			return t[len(withoutCapitals(t[:i])) : i+size]
		}
	}
	for _, t := range texts {
		for _, word := range strings.Fields(strings.ToLower(t)) {
			if sign := currencyWords[word]; sign != "" {
				return sign
			}
		}
		if i := len(t) - 3; i > 1 && t[i-1] == ' ' && strings.ToUpper(t[i:]) == t[i:] && unicode.IsLetter(rune(t[i])) {
			return t[i:] + " "
		}
	}
	for _, t := range texts {
		if len(t) > 3 && strings.ToUpper(t[:3]) == t[:3] && unicode.IsLetter(rune(t[0])) {
			return strings.TrimSpace(t[:3]) + " "
		}
	}
	return "$"
}

// withoutCapitals is what stands before the capitals that a text ends with, which say whose a
// currency is: "R" of "R$", "US" of "US$". All of it where these are no word of their own.
func withoutCapitals(text string) string {
	const most = 3
	rest := strings.TrimRightFunc(text, func(c rune) bool { return c >= 'A' && c <= 'Z' })
	if last, _ := utf8.DecodeLastRuneInString(rest); len(text)-len(rest) > most || rest != "" && (unicode.IsLetter(last) || unicode.IsDigit(last)) {
		return text
	}
	return rest
}

var currencyWords = map[string]string{"euro": "€", "euros": "€", "rupee": "₹", "rupees": "₹", "yen": "¥", "zł": "zł ", "kč": "Kč ", "francs": "francs ", "kronor": "kr ", "kroner": "kr ", "pesos": "pesos ",
	"riyals": "riyals ", "dirhams": "dirhams ", "shekels": "₪"}

func plural(noun string, n float64) string {
	if n == 1 {
		return noun
	}
	return noun + "s"
}

// singular is the singular of a count noun.
func singular(noun string) string {
	switch noun {
	case "people", "staff", "men", "women", "children", "teeth", "feet", "species", "series":
		if s, ok := map[string]string{"people": "person", "men": "man", "women": "woman", "children": "child", "feet": "foot", "teeth": "tooth"}[noun]; ok {
			return s
		}
		return noun
	}
	switch {
	case strings.HasSuffix(noun, "ies"):
		return noun[:len(noun)-3] + "y"
	case strings.HasSuffix(noun, "sses"), strings.HasSuffix(noun, "xes"), strings.HasSuffix(noun, "ches"), strings.HasSuffix(noun, "shes"):
		return noun[:len(noun)-2]
	case strings.HasSuffix(noun, "ss"):
		return noun
	}
	return strings.TrimSuffix(noun, "s")
}

// periodOf is how much of a year a window is, 0 for one that is no single period.
func periodOf(window string) float64 {
	switch window {
	case "hour":
		return 1 / (365 * 24.0)
	case "day", "night":
		return 1 / 365.0
	case "week":
		return 1 / 52.0
	case "month":
		return 1 / 12.0
	case "quarter":
		return 1 / 4.0
	case "year":
		return 1
	}
	return 0
}

// saved is what a difference in each period comes to in a year.
func (w *worker) saved(start, end int, m *metric.Metric, diff float64, window string) {
	n := 1 / periodOf(window)
	switch m.Kind {
	case metric.Money:
		sign := currency(w.Text[start:end])
		w.add(start, end, Total, diff*n, sign+"/year", sign+Digits(diff)+" a "+window+" of difference is "+sign+Digits(diff*n)+" a year")
	case metric.Time:
		if window == "hour" || window == "day" || window == "night" {
			n = workingDays
		}
		if window == "hour" {
			return
		}
		hours := diff * n / hour
		w.add(start, end, Total, hours, "hours/year", "the difference over a year is "+Digits(hours)+" hours"+atWork(window))
		w.fullTime(start, end, hours)
	case metric.Count:
		if window == "hour" {
			return
		}
		w.add(start, end, Total, diff*n, per(m.Unit, "year"), Digits(diff)+" a "+window+" of difference is "+Digits(diff*n)+" a year"+everyDay(window))
	}
}

func atWork(window string) string {
	if window == "day" || window == "night" {
		return ", at 250 working days"
	}
	return ""
}

func everyDay(window string) string {
	if window == "day" || window == "night" {
		return " if it is every " + window
	}
	return ""
}

func fullTimeText(posts float64) string {
	posts = significant(posts, 2)
	switch {
	case posts == 1:
		return "a full-time post"
	case posts > 1:
		return Digits(posts) + " full-time posts"
	}
	return Digits(posts) + " of a full-time post"
}

func (w *worker) fullTime(start, end int, hours float64) {
	if hours >= 20 {
		w.add(start, end, FullTime, hours/workingHours, "FTE", Digits(hours)+" hours a year is "+fullTimeText(hours/workingHours)+" (2,080 hours)")
	}
}

// Words beside a percentage that is an availability.
var availability = words("availability available uptime up-time sla downtime")

// Words beside a percentage that is a rate of failures.
var failing = words(`error errors failure failures failed fail defect defects defective reject rejects rejection rejections returns return churn bounce bounced damage damaged clabsi cauti fault faults
	complaint complaints incident incidents infection infections shrink shrinkage scrap rework crash crashes crash-rate fraud chargeback chargebacks readmission readmissions
	mortality exception exceptions cancellation cancellations recall recalls abandonment abandoned default defaults delinquency contamination escalation escalations dispute disputes
	late overdue missed misses outage outages leakage leaks wrong waste wastage spoiled unplanned callback callbacks rejected no-show no-shows dropout drop-out loss losses spoilage breakage mispick mispicks variance discrepancy discrepancies timeout timeouts denial denials attrition turnover vacancy absence absenteeism`)

// Words beside a percentage of which the rest are failures.
var yielding = words(`accuracy accurate on-time first-pass yield success compliance compliant delivery quality fill pick picking retention reliability crash-free error-free correct
	punctuality attendance completeness`)

func words(list string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(list) {
		m[w] = true
	}
	return m
}

const near = 5 // words beside a number that tell what it is of

// beside reports whether one of the words stands beside a metric, in its phrase.
func (w *worker) beside(m *metric.Metric, set map[string]bool) bool {
	before, after := phraseBefore(w.low[:m.Start], near), phraseAfter(w.low[min(m.End, len(w.low)):], near)
	for i := len(before) - 1; i >= 0; i-- {
		if parting[before[i]] {
			before = before[i+1:]
			break
		}
	}
	for i, word := range after {
		if parting[word] {
			after = after[:i]
			break
		}
	}
	for _, list := range [][]string{before, after} {
		for _, word := range list {
			if set[word] {
				return true
			}
		}
	}
	return false
}

// context is how many bytes around a number are looked at: what is farther away tells nothing
// of it.
const context = 200

// phraseBefore are the last words of a text, back to where a phrase ends.
func phraseBefore(text string, n int) []string {
	text = text[max(0, len(text)-context):]
	if i := strings.LastIndexAny(text, ".;!?,("); i >= 0 && (text[i] != '.' || i+1 < len(text) && text[i+1] == ' ') {
		text = text[i+1:]
	}
	all := strings.Fields(text)
	all = all[max(0, len(all)-n):]
	out := make([]string, len(all))
	for i, f := range all {
		out[i] = strings.Trim(f, `"'“”‘’()[]:`)
	}
	return out
}

// phraseAfter are the first words of a text, up to where a phrase ends.
func phraseAfter(text string, n int) []string {
	var out []string
	text = strings.TrimPrefix(text, ")") // "four nines (99.99%) availability"
	for f := range strings.FieldsSeq(text[:min(len(text), context)]) {
		if len(out) == n {
			break
		}
		word := strings.Trim(f, `"'“”‘’()[]:,.;!?`)
		if strings.HasPrefix(f, ",") || strings.HasPrefix(f, ";") || strings.HasPrefix(f, ".") {
			break
		}
		out = append(out, word)
		if strings.ContainsAny(f[len(f)-1:], ",.;!?)") {
			break
		}
	}
	return out
}

// parting words stand between two statements.
var parting = words("and while but as then plus yet")

func hasWord(phrase string, set map[string]bool) bool {
	for _, f := range strings.Fields(strings.ToLower(phrase)) {
		if set[strings.Trim(f, ",.;:()")] {
			return true
		}
	}
	return false
}

func (w *worker) isAvailability(m *metric.Metric, what string) bool {
	if m.Value < 90 || m.Value >= 100 {
		return false
	}
	if w.beside(m, attained) || hasWord(what, attained) {
		return false // "SLA attainment"
	}
	if w.beside(m, availability) || hasWord(what, availability) || strings.HasSuffix(strings.ToLower(m.Text), "nines") {
		return true
	}
	// "availability (99.99%)"
	if before := strings.TrimRight(w.low[:m.Start], " "); strings.HasSuffix(before, "(") && hasWord(strings.Join(phraseBefore(strings.TrimSuffix(before, "("), 3), " "), availability) {
		return true
	}
	// "ran 40 services at 99.95%"
	before := phraseBefore(w.low[:m.Start], 8)
	return m.Value >= 99.9 && len(before) > 0 && before[len(before)-1] == "at" && hasWord(strings.Join(before, " "), systems) && !w.beside(m, yielding) && !w.beside(m, failing)
}

// Words beside a percentage that say that it is a share of what was agreed.
var attained = words("attainment compliance adherence achievement attained breaches breach met tickets calls cases")

// What is available rather than accurate.
var systems = words("service services system systems platform platforms api apis cluster clusters infrastructure site website websites backend backends network networks server servers application applications app apps database databases")

func (w *worker) isFailure(m *metric.Metric, what string) bool {
	return m.Value > 0 && m.Value <= 20 && (w.beside(m, failing) || hasWord(what, failing))
}

func (w *worker) isYield(m *metric.Metric, what string) bool {
	return m.Value >= 90 && m.Value < 100 && (w.beside(m, yielding) || hasWord(what, yielding))
}

// downtime is what an availability leaves; of two, what each does.
func (w *worker) downtime(m, to *metric.Metric, text string) {
	leaves := func(m *metric.Metric) float64 { return (1 - m.Value/100) * year }
	if to != nil {
		if to.Value >= 100 || m.Value >= 100 {
			return
		}
		f := max(leaves(m)/leaves(to), leaves(to)/leaves(m))
		what := "times less downtime"
		if to.Value < m.Value {
			what = "times more downtime"
		}
		w.add(m.Start, to.End, Factor, f, "x", text+" is "+Digits(f)+" "+what)
	}
	for _, one := range []*metric.Metric{m, to} {
		if one == nil {
			continue
		}
		v, unit := inTime(leaves(one))
		w.add(one.Start, one.End, Downtime, v, unit+"/year", one.Text+" availability leaves "+Digits(v)+" "+unit+" of downtime a year")
		v, unit = inTime(leaves(one) / 12)
		w.add(one.Start, one.End, Downtime, v, unit+"/month", one.Text+" availability leaves "+Digits(v)+" "+unit+" of downtime a month")
	}
}

// oneIn is how many cases a failure of percent comes in.
func (w *worker) oneIn(m *metric.Metric, percent float64) {
	if percent > 0 && percent <= 20 {
		n := 100 / percent
		if percent+m.Value > 99.99 && percent+m.Value < 100.01 && m.Value > 50 {
			w.add(m.Start, m.End, OneIn, n, "cases", m.Text+" leaves 1 case in "+Digits(math.Round(n)))
			return
		}
		w.add(m.Start, m.End, OneIn, n, "cases", m.Text+" is 1 case in "+Digits(math.Round(n)))
	}
}

// isExact reports whether a metric has a number of its own, in digits or in words, and no range.
func isExact(m *metric.Metric) bool {
	if m.High != m.Value || m.Value <= 0 {
		return false
	}
	return strings.ContainsFunc(m.Text, unicode.IsDigit) || m.Kind == metric.Count && !m.Rough && m.Unit != "" && m.Value >= 2
}

// single derives from one metric.
func (w *worker) single(i int) {
	m := &w.Metrics[i]
	inChange := w.changed[m.Start]
	switch m.Kind {
	case metric.Percent:
		if m.High != m.Value || inChange {
			return
		}
		w.percent(i, m)
	case metric.Multiple:
		if !inChange {
			w.multiple(i, m)
		}
	case metric.Rate:
		if isExact(m) && !inChange {
			w.rate(m)
		}
	case metric.Money, metric.Count, metric.Time, metric.Data, metric.Physical:
		if m.Kind == metric.Count && (m.Unit == "points" || m.Unit == "point") {
			w.pointsBefore(i, m)
			return
		}
		if isExact(m) && !inChange {
			w.windowed(m)
		} else if isRange(m) && !inChange && periodOf(m.Window) > 0 && m.Value > 0 {
			for _, v := range []float64{m.Value, m.High} {
				w.windowed(w.endOf(m, v))
			}
		}
		if m.Kind == metric.Physical && isExact(m) {
			w.convert(m)
		}
	case metric.Part:
		w.part(m)
	case metric.Rank:
		if of, ok := number(strings.TrimPrefix(m.Unit, "of ")); ok && strings.HasPrefix(m.Unit, "of ") && !strings.Contains(m.Text, "%") && m.High == m.Value && m.Value <= of {
			w.add(m.Start, m.End, Share, 100*m.Value/of, "%", m.Text+" is the top "+Digits(100*m.Value/of)+"%")
		}
	}
}

// endOf is one end of a range, as it would be written alone.
func (w *worker) endOf(m *metric.Metric, v float64) *metric.Metric {
	one := *m
	one.Value, one.High = v, v
	_, said := w.amount(&one, &one, v)
	one.Text = said.text
	return &one
}

// Verbs that tell which way a percentage goes.
var (
	falling = words(`cut cutting cuts reduced reducing reduces reduce lowered lowering lowers lower decreased decreasing decrease shrank shrinking shrunk trimmed trimming trim slashed
		slashing slash dropped dropping drop shortened shortening shorten curbed curbing minimized minimizing lessened lessening brought-down`)
	rising = words(`increased increasing increases increase grew growing grow raised raising raise boosted boosting boost lifted lifting lift expanded expanding expand accelerated
		accelerating scaled scaling`)
	fewer   = words("less fewer lower reduction decrease drop decline cheaper shorter cut")
	more    = words("more higher growth increase rise gain uplift lift greater")
	quicker = words("faster quicker speedup speed-up")
	linking = words("to at of with from under over above below and for in than on a an the its their only just")
)

// direction is which way what is around a percentage says that it goes: -1, 1, or 0 where it
// does not say.
func (w *worker) direction(m *metric.Metric) int {
	after := phraseAfter(w.low[min(m.End, len(w.low)):], 3)
	if len(after) > 0 {
		for n, word := range after {
			if n > 0 && linking[after[0]] {
				break
			}
			switch {
			case fewer[word]:
				return -1
			case more[word]:
				return 1
			}
		}
		if after[0] == "of" {
			return 0
		}
	}
	before := phraseBefore(w.low[:m.Start], 10)
	if len(before) == 0 {
		return 0
	}
	last := before[len(before)-1]
	switch last {
	case "up":
		return 1
	case "down":
		return -1
	}
	if last != "by" && linking[last] {
		if !((last == "over" || last == "than") && len(before) > 1 && (before[len(before)-2] == "by" || before[len(before)-2] == "more")) {
			return 0
		}
	}
	joined := false
	for i := len(before) - 1; i >= 0; i-- {
		switch {
		case falling[before[i]]:
			return -1
		case rising[before[i]], last == "by" && beating[before[i]]:
			return 1
		}
		joined = joined || before[i] == "and"
		if strings.ContainsFunc(before[i], unicode.IsDigit) && !(joined && last == "by") {
			return 0 // another number's verb, but for "cut A from 14 to 5 and B by a third"
		}
	}
	return 0
}

func (w *worker) percent(i int, m *metric.Metric) {
	if w.isAvailability(m, "") {
		w.downtime(m, nil, m.Text)
		return
	}
	if target, ok := w.ofTarget(i, m); ok {
		sign := currency(target.Text)
		v := m.Value / 100 * target.Value
		w.add(m.Start, target.End, Product, v, sign, m.Text+" of "+target.Text+" is "+sign+Digits(v))
		return
	}
	if w.overGoal(i, m) {
		return
	}
	if strings.HasPrefix(m.Text, "half") {
		return
	}
	switch m.Unit {
	case "bps", "pp", "percentage":
		if m.Unit == "bps" {
			w.add(m.Start, m.End, Conversion, m.Value, "points", m.Text+" is "+Digits(m.Value)+" percentage points")
		}
		w.pointsBefore(i, m)
		return // points are no share
	}
	switch dir := w.direction(m); {
	case dir < 0 && m.Value < 100:
		left := 100 - m.Value
		w.add(m.Start, m.End, Remainder, left, "%", m.Text+" less leaves "+Digits(left)+"% of what it was")
		if m.Value >= 40 {
			w.add(m.Start, m.End, Factor, 100/left, "x", m.Text+" less is down by a factor of "+Digits(100/left))
		}
		w.before(i, m, 1-m.Value/100)
	case dir > 0:
		f := 1 + m.Value/100
		w.add(m.Start, m.End, Factor, f, "x", m.Text+" more is "+Digits(f)+" times as much")
		w.before(i, m, f)
	case dir == 0 && w.isFailure(m, ""):
		w.oneIn(m, m.Value)
	case dir == 0 && w.isYield(m, ""):
		w.oneIn(m, 100-m.Value)
	}
}

// before is where something began that a percentage brought to the metric behind it: "grew
// revenue 38% to $4.1M".
func (w *worker) before(i int, m *metric.Metric, factor float64) {
	if i+1 >= len(w.Metrics) {
		return
	}
	next := &w.Metrics[i+1]
	if !w.leadsTo(m, next) || !isExact(next) || factor <= 0 || w.changed[next.Start] {
		return
	}
	switch next.Kind {
	case metric.Money, metric.Count, metric.Time, metric.Rate:
		unit, amount := w.amount(next, next, next.Value/factor)
		w.add(m.Start, next.End, Baseline, amount.value, unit, m.Text+" to "+next.Text+" means that it began at "+amount.text)
	}
}

// leadsTo reports whether only a "to" stands between two metrics: "by 40%, to 27 days".
func (w *worker) leadsTo(m, next *metric.Metric) bool {
	between := strings.Fields(strings.Trim(w.low[min(m.End, len(w.low)):min(next.Start, len(w.low))], " ,("))
	for len(between) > 1 && (between[0] == "yoy" || between[0] == "year-over-year" || between[0] == "year-on-year") {
		between = between[1:]
	}
	for len(between) > 1 && (roundingWord[between[len(between)-1]] || linkArticle[between[len(between)-1]]) {
		between = between[:len(between)-1]
	}
	return len(between) == 1 && between[0] == "to"
}

// pointsBefore is where a percentage began that points brought to the one behind: "by 2.3 points
// to 8.1%".
func (w *worker) pointsBefore(i int, m *metric.Metric) {
	dir := w.direction(m)
	if i+1 >= len(w.Metrics) || dir == 0 {
		return
	}
	next := &w.Metrics[i+1]
	v := next.Value - float64(dir)*m.Value
	if next.Kind == metric.Percent && isExact(next) && w.leadsTo(m, next) && !w.changed[next.Start] && v > 0 && v <= 100 {
		w.add(m.Start, next.End, Baseline, v, "%", m.Text+" to "+next.Text+" means that it began at "+Digits(v)+"%")
	}
}

// overGoal is what came of a goal that was beaten by a percentage: "beat a $2.4M quota by 18%".
func (w *worker) overGoal(i int, m *metric.Metric) bool {
	if i == 0 || m.Value > 200 {
		return false
	}
	goal := &w.Metrics[i-1]
	if goal.Kind != metric.Money && (goal.Kind != metric.Count || goal.Unit == "") || !isExact(goal) || m.Start-goal.End > context {
		return false
	}
	gap := phraseAfter(w.low[min(goal.End, len(w.low)):m.Start], 7)
	if len(gap) < 2 || gap[len(gap)-1] != "by" || !hasWord(strings.Join(gap, " "), goals) {
		return false
	}
	before := phraseBefore(w.low[:goal.Start], 6)
	factor := 0.0
	for _, word := range before {
		switch {
		case beating[word]:
			factor = 1 + m.Value/100
		case word == "missed" || word == "missing":
			factor = 1 - m.Value/100
		}
	}
	if factor <= 0 {
		return false
	}
	unit, amount := w.amount(goal, goal, goal.Value*factor)
	w.add(goal.Start, m.End, Product, amount.value, unit, goal.Text+" and "+m.Text+" on top is "+amount.text)
	return true
}

var (
	goals   = words("quota target goal plan budget forecast objective")
	beating = words("beat beating beats exceeded exceeding exceeds surpassed surpassing topped topping outperformed outperforming overachieved overachieving passed")
)

// ofTarget is the amount that a percentage is of: "120% of a $1.5M quota", "120% of quota on a
// $1.5M target".
func (w *worker) ofTarget(i int, m *metric.Metric) (*metric.Metric, bool) {
	after := phraseAfter(w.low[min(m.End, len(w.low)):], 3)
	if len(after) < 2 || after[0] != "of" {
		return nil, false
	}
	goal := words("quota target goal plan budget book")
	if !goal[after[1]] && !(len(after) > 2 && goal[after[2]]) {
		return nil, false
	}
	for j := i + 1; j < len(w.Metrics) && j <= i+1; j++ {
		t := &w.Metrics[j]
		if t.Kind != metric.Money || !isExact(t) {
			continue
		}
		for n, word := range phraseAfter(w.low[min(t.End, len(w.low)):], 2) {
			if goal[word] || n == 0 && (word == "annual" || word == "yearly" || word == "quarterly" || word == "sales") {
				return t, true
			}
		}
	}
	return nil, false
}

func (w *worker) multiple(i int, m *metric.Metric) {
	if m.High != m.Value || m.Value <= 0 || m.Value == 1 {
		return
	}
	f, down := m.Value, false
	after := phraseAfter(w.low[min(m.End, len(w.low)):], 3)
	for _, word := range after {
		if fewer[word] || quicker[word] {
			down = true
			break
		}
		if more[word] {
			break
		}
	}
	if f < 1 {
		f, down = 1/f, true
	} else if w.direction(m) < 0 {
		down = true
	}
	if down {
		w.add(m.Start, m.End, Percentage, 100*(1-1/f), "%", m.Text+": a factor of "+Digits(f)+" down is "+Digits(100*(1-1/f))+"% less")
		return
	}
	w.add(m.Start, m.End, Percentage, 100*(f-1), "%", m.Text+": "+Digits(f)+" times as much is "+Digits(100*(f-1))+"% more")
	w.before(i, m, f)
}

// Names of what is counted in units of rates.
var counted = map[string]string{"rps": "requests", "qps": "queries", "tps": "transactions", "ops": "operations", "req": "requests", "reqs": "requests", "request": "requests",
	"msg": "messages", "msgs": "messages", "message": "messages", "event": "events", "op": "operations", "tx": "transactions"}

// rate is what a rate comes to in a day and a year.
func (w *worker) rate(m *metric.Metric) {
	head, per, slash := strings.Cut(m.Unit, "/")
	if !slash {
		per = "s"
		if counted[head] == "" {
			return // frames, hertz
		}
	}
	noun := head
	if n := counted[head]; n != "" {
		noun = n
	}
	n := m.Value // in a second
	switch strings.TrimSuffix(per, "s") {
	case "", "sec", "second", "min", "minute":
		w.sustained(m, n, noun)
	case "h", "hr", "hour":
		w.perHour(m, n*hour, noun)
	case "d", "day", "night":
		w.perDay(m, n*day, noun, "day")
	case "wk", "week":
		w.perYear(m, n*7*day*52, noun, "")
	case "mo", "month":
		w.perYear(m, n*year/12*12, noun, "")
	}
}

func of(noun string) string {
	if noun == "" {
		return ""
	}
	return " " + noun
}

// per is a unit of what is counted and a period: "calls/day", "/day" for a bare number.
func per(noun, period string) string { return noun + "/" + period }

// sustained is a rate a second as totals.
func (w *worker) sustained(m *metric.Metric, n float64, noun string) {
	w.add(m.Start, m.End, Total, n*day, per(noun, "day"), m.Text+" is "+Digits(n*day)+of(noun)+" a day if it is sustained")
	w.add(m.Start, m.End, Total, n*day*365, per(noun, "year"), m.Text+" is "+Digits(n*day*365)+of(noun)+" a year if it is sustained")
}

func (w *worker) perHour(m *metric.Metric, n float64, noun string) {
	const byHand = 10_000 // an hour, at most
	if machineCounts[noun] && n > byHand {
		w.sustained(m, n/hour, noun)
		return
	}
	w.add(m.Start, m.End, Total, n*shiftHours, per(noun, "shift"), m.Text+" is "+Digits(n*shiftHours)+of(noun)+" in an eight-hour shift")
	if machineCounts[noun] {
		w.add(m.Start, m.End, Total, n*24, per(noun, "day"), m.Text+" is "+Digits(n*24)+of(noun)+" a day around the clock")
	}
	w.add(m.Start, m.End, Total, n*shiftHours*workingDays, per(noun, "year"), m.Text+" is "+Digits(n*shiftHours*workingDays)+of(noun)+" a year at 250 eight-hour days")
}

// What machines count, around the clock.
var machineCounts = words("requests queries transactions operations messages events records rows writes reads packets logs bytes")

// every is a metric with its window, in words.
func every(m *metric.Metric, window string) string {
	if window == "" {
		return m.Text
	}
	return each(m.Text, window)
}

// each is what is said of a number in each period: "6 hours a week", and "6 hrs/week" as it is.
func each(said, window string) string {
	if strings.Contains(said, "/") {
		return said
	}
	return said + " " + article(window) + " " + window
}

// inNumbers are the numbers up to seven in words.
var inNumbers = map[string]float64{"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7}

// daysAWeek is on how many days a week the text says that it was, 0 where it does not say.
func (w *worker) daysAWeek() float64 {
	for _, word := range []string{"days", "nights", "day", "night", "evenings"} {
		for at := 0; ; {
			i := strings.Index(w.low[at:], word)
			if i < 0 {
				break
			}
			i += at
			at = i + len(word)
			rest := strings.TrimLeft(strings.Replace(w.low[at:min(len(w.low), at+16)], "-", " ", 2), " /")
			rest = strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(rest, "a "), "per "), "each ")
			if !strings.HasPrefix(rest, "week") || strings.HasPrefix(rest, "weekend") {
				continue
			}
			before := strings.FieldsFunc(w.low[max(0, i-8):i], func(r rune) bool { return r == ' ' || r == '-' || r == ',' || r == '(' })
			if len(before) == 0 {
				continue
			}
			last := before[len(before)-1]
			if n, ok := number(last); ok && n >= 1 && n <= 7 {
				return n
			}
			if n := inNumbers[last]; n > 0 {
				return n
			}
		}
	}
	return 0
}

// isWorkdays reports whether the text says that it was from Monday to Friday.
func (w *worker) isWorkdays() bool {
	for _, working := range []string{"monday to friday", "monday through friday", "mondays to fridays", "weekday", "mon-fri", "mon–fri"} {
		if strings.Contains(w.low, working) {
			return true
		}
	}
	return false
}

// forDays is over how many days a daily amount was, 0 where the text does not say: "1,500 pages a
// day for 8 days".
func (w *worker) forDays(m *metric.Metric) float64 {
	after := phraseAfter(w.low[min(m.End, len(w.low)):], 9)
	for i := 0; i+2 < len(after); i++ {
		if after[i] == "for" && (after[i+2] == "days" || after[i+2] == "nights") {
			if n, ok := number(after[i+1]); ok {
				return n
			}
		}
	}
	return 0
}

func (w *worker) perDay(m *metric.Metric, n float64, noun, window string) {
	text := every(m, window)
	if days := w.daysAWeek(); days > 0 && days < 7 {
		w.add(m.Start, m.End, Total, n*days, per(noun, "week"), text+", "+Digits(days)+" "+plural(window, days)+" a week, is "+Digits(n*days)+of(noun)+" a week")
		w.add(m.Start, m.End, Total, n*days*52, per(noun, "year"), text+", "+Digits(days)+" "+plural(window, days)+" a week, is "+Digits(n*days*52)+of(noun)+" a year")
		return
	}
	if days := w.forDays(m); days > 0 {
		w.add(m.Start, m.End, Total, n*days, noun, text+" for "+Digits(days)+" "+plural(window, days)+" is "+Digits(n*days)+of(noun))
		return
	}
	if !w.isWorkdays() {
		w.add(m.Start, m.End, Total, n*365, per(noun, "year"), text+" is "+Digits(n*365)+of(noun)+" a year if it is every "+window)
	}
	if !machineCounts[noun] || n < 100_000 {
		w.add(m.Start, m.End, Total, n*workingDays, per(noun, "year"), text+" is "+Digits(n*workingDays)+of(noun)+" a year at 250 working days")
	}
	if w.isBatch(m) {
		return
	}
	if machineCounts[noun] && n >= 100_000 || n >= 1_000_000 {
		w.add(m.Start, m.End, Throughput, n/day, per(noun, "second"), text+" is "+Digits(n/day)+of(noun)+" a second on average")
	}
}

// isBatch reports whether the text says in which time the amount of a day is done: "nightly in 45
// minutes".
func (w *worker) isBatch(m *metric.Metric) bool {
	after := phraseAfter(w.low[min(m.End, len(w.low)):], 8)
	for i := range after {
		if (after[i] == "in" || after[i] == "within") && i+2 < len(after) && (strings.HasPrefix(after[i+2], "minute") || strings.HasPrefix(after[i+2], "hour") || after[i+2] == "min") {
			return true
		}
	}
	return false
}

// daily is what an amount is on each day of a year, where it is some.
func (w *worker) daily(m *metric.Metric, n float64, noun string) {
	if n >= 1 {
		w.add(m.Start, m.End, Total, n, per(noun, "day"), every(m, m.Window)+" is "+Digits(n)+of(noun)+" a day, all days counted")
	}
}

func (w *worker) perYear(m *metric.Metric, n float64, noun, window string) {
	w.add(m.Start, m.End, Total, n, per(noun, "year"), every(m, window)+" is "+Digits(n)+of(noun)+" a year")
}

// staffHours are what counts people and is followed by "hours": "12 staff hours".
var staffHours = words("staff person people man worker labor labour engineer engineering nurse nursing crew overtime manual work team")

// windowed is what an amount in each period comes to.
func (w *worker) windowed(m *metric.Metric) {
	p := periodOf(m.Window)
	kind, value, noun := m.Kind, m.Value, m.Unit
	said := m.Text
	if next := phraseAfter(w.low[min(m.End, len(w.low)):], 1); kind == metric.Count && len(next) > 0 && (next[0] == "hours" || next[0] == "hrs") && staffHours[noun] {
		kind, value, said = metric.Time, value*hour, said+" hours"
	} else if kind == metric.Count && (noun == "hours" || strings.HasSuffix(noun, "-hours")) {
		kind, value = metric.Time, value*hour
	}
	switch kind {
	case metric.Time:
		if p == 0 || m.Window == "hour" {
			return
		}
		n := 1 / p
		if m.Window == "day" || m.Window == "night" {
			n = workingDays
		}
		hours := value * n / hour
		if hours < 1 {
			return
		}
		if m.Window != "year" {
			w.add(m.Start, m.End, Total, hours, "hours/year", each(said, m.Window)+" is "+Digits(hours)+" hours a year"+atWork(m.Window))
		} else {
			w.add(m.Start, m.End, Total, hours/52, "hours/week", each(said, "year")+" is "+Digits(hours/52)+" hours a week")
		}
		w.fullTime(m.Start, m.End, hours)
	case metric.Money:
		w.money(m, p)
	case metric.Data:
		switch {
		case m.Window == "hour" || m.Window == "day" || m.Window == "night" || m.Window == "week" || m.Window == "month" || m.Window == "minute":
			seconds := map[string]float64{"minute": minute, "hour": hour, "day": day, "night": day, "week": 7 * day, "month": year / 12}[m.Window]
			w.bytesPerSecond(m.Start, m.End, every(m, m.Window), m.Value/seconds)
			if m.Window == "day" {
				w.dataTotal(m, m.Value*365)
			}
		}
	case metric.Count, metric.Physical:
		if noun == "" || kind == metric.Physical && strings.HasPrefix(noun, "°") || noun == "downtime" {
			return
		}
		if next := phraseAfter(w.low[min(m.End, len(w.low)):], 2); len(next) > 0 && (repeated[next[0]] || len(next) > 1 && repeated[next[1]]) {
			return // "300 cows twice a day"
		}
		if i := len(m.Text) - len(noun); i > 0 && strings.EqualFold(m.Text[i:], noun) {
			noun = m.Text[i:] // SKUs
		}
		n := m.Amount()
		switch m.Window {
		case "second":
			w.sustained(&metric.Metric{Start: m.Start, End: m.End, Text: every(m, "second")}, n, noun)
		case "minute":
			if machineCounts[noun] {
				w.sustained(&metric.Metric{Start: m.Start, End: m.End, Text: every(m, "minute")}, n/minute, noun)
				return
			}
			w.add(m.Start, m.End, Total, n*60, per(noun, "hour"), every(m, "minute")+" is "+Digits(n*60)+of(noun)+" an hour")
		case "hour":
			w.perHour(&metric.Metric{Start: m.Start, End: m.End, Text: every(m, "hour")}, n, noun)
		case "day", "night":
			w.perDay(m, n, noun, m.Window)
		case "week", "month", "quarter":
			w.perYear(m, n/p, noun, m.Window)
			w.daily(m, n/p/365, noun)
		case "year":
			for _, p := range []string{"month", "week"} {
				if v := n * periodOf(p); v >= 1 {
					w.add(m.Start, m.End, Total, v, per(noun, p), every(m, "year")+" is "+Digits(v)+of(noun)+" a "+p)
				}
			}
			w.daily(m, n/365, noun)
		default:
			if before := phraseBefore(w.low[:m.Start], 1); len(before) > 0 && (joints[before[0]] || before[0] == "at" || before[0] == "in") {
				return // where: the time is of what comes before
			}
			w.overTime(m, n, noun)
		}
	}
}

// repeated are words that say how often a thing is done to what is counted.
var repeated = words("once twice thrice times")

// overTime is an amount in a number of periods: "40 customers in 8 weeks".
func (w *worker) overTime(m *metric.Metric, n float64, noun string) {
	count, unit, ok := strings.Cut(m.Window, " ")
	periods, isNumber := number(count)
	if !isNumber {
		if v := metric.Read(count + " " + unit); len(v) == 1 && v[0].Kind == metric.Time {
			periods = v[0].Amount()
		}
	}
	if !ok || periods <= 1 || m.Kind != metric.Count && m.Kind != metric.Physical {
		return
	}
	if isAttribute(m) {
		return
	}
	if next := phraseAfter(w.low[min(m.End, len(w.low)):], 1); m.Kind == metric.Physical && (len(next) == 0 || !inTimes[next[0]]) {
		return // "2,200 sq ft homes in 9 days"
	}
	unit = strings.TrimSuffix(unit, "s")
	if periodOf(unit) == 0 && unit != "minute" && unit != "sprint" && unit != "shift" && unit != "season" && unit != "semester" && unit != "term" && unit != "release" {
		return
	}
	w.inLarger(m.Start, m.End, n/periods, noun, unit, m.Text+" in "+m.Window)
	if seconds := secondsIn(unit); machineCounts[noun] && seconds >= minute && n/periods/seconds >= 1 {
		v := n / periods / seconds
		w.add(m.Start, m.End, Throughput, v, per(noun, "second"), m.Text+" in "+m.Window+" is "+Digits(v)+of(noun)+" a second")
	}
}

var inTimes = words("in over within during")

// inLarger is a throughput in a period of which it has one or more.
func (w *worker) inLarger(start, end int, v float64, noun, unit, text string) {
	larger := map[string]struct {
		to string
		n  float64
	}{"second": {"minute", 60}, "minute": {"hour", 60}, "day": {"week", 7}, "week": {"month", 52.0 / 12}, "month": {"year", 12}}
	for v < 1 {
		l, ok := larger[unit]
		if !ok {
			break
		}
		v, unit = v*l.n, l.to
	}
	w.add(start, end, Throughput, v, per(noun, unit), text+" is "+Digits(v)+of(noun)+" "+article(unit)+" "+unit)
}

func article(unit string) string {
	if unit == "hour" {
		return "an"
	}
	return "a"
}

func (w *worker) dataTotal(m *metric.Metric, bytes float64) {
	v, unit := inBytes(bytes)
	w.add(m.Start, m.End, Total, v, unit+"/year", every(m, m.Window)+" is "+Digits(v)+" "+unit+" a year")
}

// inBytes is an amount of data in the largest unit of which it has one or more.
func inBytes(b float64) (float64, string) {
	for _, u := range []struct {
		of   float64
		name string
	}{{1e15, "PB"}, {1e12, "TB"}, {1e9, "GB"}, {1e6, "MB"}, {1e3, "kB"}} {
		if b >= u.of {
			return b / u.of, u.name
		}
	}
	return b, "bytes"
}

func (w *worker) bytesPerSecond(start, end int, text string, perSecond float64) {
	v, unit := inBytes(perSecond)
	w.add(start, end, Throughput, v, unit+"/s", text+" is "+Digits(v)+" "+unit+" a second on average")
}

// money is a sum in each period.
func (w *worker) money(m *metric.Metric, p float64) {
	sign := currency(m.Text)
	text := m.Text
	if !strings.Contains(text, "/") && !strings.Contains(strings.ToLower(text), "per") {
		text += " a " + m.Window
	}
	say := func(v float64, period string) {
		w.add(m.Start, m.End, Total, v, sign+"/"+period, text+" is "+sign+Digits(v)+" a "+period)
	}
	switch m.Window {
	case "year":
		say(m.Value/12, "month")
	case "quarter", "month", "week":
		say(m.Value/p, "year")
	case "day", "night":
		if days := w.daysAWeek(); days > 0 && days < 7 {
			said := text + ", " + Digits(days) + " " + plural(m.Window, days) + " a week, is " + sign
			w.add(m.Start, m.End, Total, m.Value*days, sign+"/week", said+Digits(m.Value*days)+" a week")
			w.add(m.Start, m.End, Total, m.Value*days*52, sign+"/year", said+Digits(m.Value*days*52)+" a year")
			return
		}
		w.add(m.Start, m.End, Total, m.Value*365, sign+"/year", text+" is "+sign+Digits(m.Value*365)+" a year if it is every "+m.Window)
		w.add(m.Start, m.End, Total, m.Value*workingDays, sign+"/year", text+" is "+sign+Digits(m.Value*workingDays)+" a year at 250 working days")
	case "hour":
		w.add(m.Start, m.End, Total, m.Value*workingHours, sign+"/year", strings.Replace(text, " a hour", " an hour", 1)+" is "+sign+Digits(m.Value*workingHours)+" a year of full-time work")
	default:
		count, unit, ok := strings.Cut(m.Window, " ")
		unit = strings.TrimSuffix(unit, "s")
		if n, isNumber := number(count); ok && isNumber && n > 1 && periodOf(unit) > 0 {
			w.add(m.Start, m.End, Throughput, m.Value/n, sign+"/"+unit, m.Text+" in "+m.Window+" is "+sign+Digits(m.Value/n)+" a "+unit)
		}
	}
}

// part is a part of a whole, a mark, or a ratio.
func (w *worker) part(m *metric.Metric) {
	if m.Unit == "ratio" {
		if m.Value > 0 && m.Value < 1 {
			w.add(m.Start, m.End, Share, 1/m.Value, "to one", m.Text+" is "+Digits(1/m.Value)+" to one")
		}
		return
	}
	whole, ok := number(strings.TrimPrefix(m.Unit, "of "))
	if !ok || whole <= 0 || m.High != m.Value {
		return
	}
	w.add(m.Start, m.End, Share, 100*m.Value/whole, "%", m.Text+" is "+Digits(100*m.Value/whole)+"%")
}

func number(text string) (float64, bool) {
	text = strings.ReplaceAll(text, ",", "")
	if text == "" || text[0] < '0' || text[0] > '9' {
		return 0, false
	}
	return parseFloat(text)
}

// Direction says which way a percentage or a multiple of the text goes by what stands beside
// it: -1 for down, 1 for up, 0 where it is not said.
func (r Reading) Direction(m *metric.Metric) int {
	w := worker{Reading: r, low: r.lower()}
	return w.direction(m)
}
