package arithmetic

import (
	"math"
	"strings"

	"resumax/language/metric"
)

// Contradictions are the numbers of a text that exclude each other.
func (r Reading) Contradictions() []Contradiction {
	c := checker{worker: worker{Reading: r, low: r.lower(), changed: map[int]bool{}}}
	for i := range r.Changes {
		if ch := &r.Changes[i]; ch.From != nil && ch.To != nil {
			c.changed[ch.From.Start], c.changed[ch.To.Start] = true, true
		}
	}
	for i := range r.Changes {
		c.change(i)
	}
	for i := range r.Metrics {
		c.at(i)
	}
	return c.all
}

type checker struct {
	worker
	all []Contradiction
}

func (c *checker) add(start, end int, right, wrong, text string) {
	for _, have := range c.all {
		if have.Start < end && start < have.End {
			return // said already
		}
	}
	c.all = append(c.all, Contradiction{start, end, text, right, wrong})
}

// bound is how a number is meant: exactly, or as a bound.
type bound int8

const (
	exact  bound = iota
	about        // "about 40", "~40"
	atMost       // "under 90 seconds"
	least        // "over 40", "40+"
)

// boundOf is how a metric is meant.
func (c *checker) boundOf(m *metric.Metric) bound {
	before := phraseBefore(c.low[:m.Start], 2)
	last, second := "", ""
	if n := len(before); n > 0 {
		last = before[n-1]
		if n > 1 {
			second = before[n-2]
		}
	}
	switch last {
	case "over", "above", "exceeding":
		return least
	case "under", "below":
		return atMost
	case "than":
		switch second {
		case "more", "greater", "higher", "better", "longer":
			return least
		case "less", "fewer", "lower":
			return atMost
		}
	case "least":
		return least
	case "most", "to":
		if second == "at" || second == "up" {
			return atMost
		}
	case "nearly", "almost", "about", "around", "approximately", "approx", "roughly", "some", "circa", "~":
		return about
	}
	if strings.Contains(m.Text, "+") {
		return least
	}
	if m.Rough || strings.Contains(m.Text, "~") {
		return about
	}
	return exact
}

// tolerance is by how much a percentage may be off the right one, in points: people round to
// tens and fives.
func tolerance(said, right float64, rough bool) float64 {
	t := max(1, 0.02*right)
	if math.Mod(said, 5) == 0 {
		t = max(t, 2.5)
	}
	if rough {
		t = max(t, 0.1*right)
	}
	return t
}

// change compares a change with what else is said of it, and with its verb.
func (c *checker) change(i int) {
	ch := &c.Changes[i]
	if ch.From == nil || ch.To == nil {
		return
	}
	from, to := ch.From, ch.To
	if from.High != from.Value || to.High != to.Value || from.Value < 0 || from.Kind == metric.Multiple || !sameUnit(from, to) {
		return
	}
	if from.Kind != to.Kind && !(to.Kind == metric.Part && from.Unit == to.Unit) {
		return
	}
	for k := range c.Metrics {
		m := &c.Metrics[k]
		if m.End < from.Start-context {
			continue
		}
		if m.Start > to.End+context {
			break
		}
		if m.High != m.Value || m.Start >= from.Start && m.Start < to.End || m.Start >= to.End && c.isOfElse(m) {
			continue
		}
		if m.End <= from.Start && c.leadsTo(m, from) || m.Start >= to.End && c.sumsUp(to, m) || ch.By != nil && m.Start == ch.By.Start {
			c.difference(ch, m)
		}
	}
	c.verb(ch)
}

// Words between a change and its difference that is told before or behind.
var (
	ofChange = words(`reduction decrease drop decline increase improvement gain cut rise growth less fewer more faster quicker lower higher shorter saving savings better cheaper
		speedup speed-up uplift lift jump surge boost overall total`)
	leading = words("a an the or about roughly nearly over by that is which an overall equal equals equivalent representing saving adding gaining up down")
)

// leadsTo reports whether a metric tells the difference of the change that begins behind it:
// "by 50%, from 12 to 6", "55% (from 10 to 4)", "4x faster, from 12 min to 3".
func (c *checker) leadsTo(m, from *metric.Metric) bool {
	if c.changed[m.Start] {
		return false
	}
	gap := c.low[min(m.End, len(c.low)):from.Start]
	if strings.Contains(gap, ". ") || strings.ContainsAny(gap, ";!?") {
		return false
	}
	for _, f := range strings.Fields(gap) {
		f = strings.Trim(f, ",():–—-")
		if f == "" || f == "from" || f == "going" || ofChange[f] || f == "in" && m.Kind == metric.Percent {
			continue
		}
		// The name of what changed: "tripled revenue from", "a 55% drop in wait times from".
		if m.Kind == metric.Multiple && endsAsVerb(m.Text) || strings.Contains(gap, " in ") {
			if len(strings.Fields(gap)) <= 5 && !strings.ContainsAny(gap, ",()") {
				continue
			}
		}
		return false
	}
	return strings.Contains(gap, "from") || strings.Contains(gap, "(")
}

func endsAsVerb(text string) bool {
	return (strings.HasSuffix(text, "ed") || strings.HasSuffix(text, "ing")) && !strings.Contains(text, " ")
}

// sumsUp reports whether a metric tells the difference of the change that ends before it:
// "from 8 to 3 a quarter, a 62% drop", "from 10 to 4 (60%)".
func (c *checker) sumsUp(to, m *metric.Metric) bool {
	if c.changed[m.Start] {
		return false
	}
	gap := c.low[min(to.End, len(c.low)):m.Start]
	if strings.Contains(gap, ". ") || strings.ContainsAny(gap, ";!?") || !strings.ContainsAny(gap, ",(–—-") && !strings.HasPrefix(strings.TrimSpace(gap), "by") && !strings.HasPrefix(strings.TrimSpace(gap), "or") {
		return false
	}
	fields := strings.Fields(gap)
	window := map[string]bool{}
	if to.Window != "" {
		for _, f := range strings.Fields("a an per each every in over " + to.Window + " " + to.Window + "s") {
			window[f] = true
		}
	}
	comma := false
	for _, f := range fields {
		opens := strings.HasPrefix(f, "(") || strings.HasPrefix(f, "–") || strings.HasPrefix(f, "—") || f == "-"
		word := strings.Trim(f, ",():–—-~+")
		known := word == "" || leading[word] || window[word] || IsPeriod(word) || ofChange[word] || word == "of" || strings.EqualFold(m.Text, "half") && halving[word]
		if !known && (comma || opens || !strings.HasSuffix(f, ",")) && !(!comma && !opens && len(fields) <= 6 && c.namesUnit(word)) {
			return false
		}
		comma = comma || strings.HasSuffix(f, ",") || opens
	}
	if m.Kind != metric.Percent && m.Kind != metric.Multiple {
		last := ""
		if len(fields) > 0 {
			last = strings.Trim(fields[len(fields)-1], ",():–—-~+")
		}
		return last == "saving" || last == "adding" || last == "gaining" || last == "by" || last == "up" || last == "down"
	}
	after := phraseAfter(c.low[min(m.End, len(c.low)):], 2)
	// It says of something else: "from 10 to 4, 98% of them on time".
	if len(after) == 0 || ofChange[after[0]] || after[0] == "in" || strings.HasPrefix(strings.TrimLeft(c.low[min(m.End, len(c.low)):], " "), ")") {
		return true
	}
	return len(fields) > 0 && strings.Trim(fields[len(fields)-1], ",(") == "by"
}

// isOfElse reports whether what is behind a percentage says that it is of something else: "55%
// below target".
func (c *checker) isOfElse(m *metric.Metric) bool {
	after := phraseAfter(c.low[min(m.End, len(c.low)):], 1)
	return len(after) > 0 && (after[0] == "below" || after[0] == "above" || after[0] == "under" || after[0] == "over" || after[0] == "ahead" || after[0] == "behind" || after[0] == "of" || after[0] == "on" || after[0] == "at")
}

// halving are words of "cutting it in half".
var halving = words("cutting cut slicing it them that time in by more than almost nearly")

// namesUnit reports whether a word behind a value may belong to it: "to 3 incidents a quarter".
func (c *checker) namesUnit(word string) bool {
	return !linking[word] && !strings.ContainsAny(word, "0123456789%") && word != "while" && word != "by" && word != "through" && word != "with" && word != "which"
}

// IsPeriod reports whether a word is a period of time.
func IsPeriod(word string) bool { return periodOf(strings.TrimSuffix(word, "s")) > 0 }

// difference compares a change with the difference that the text tells.
func (c *checker) difference(ch *metric.Change, m *metric.Metric) {
	from, to := c.ends(ch)
	rough := from.Rough || to.Rough || m.Rough || strings.Contains(strings.Join(phraseBefore(c.low[:m.Start], 2), " "), "nearly")
	b := c.boundOf(m)
	start, end := min(from.Start, m.Start), max(to.End, m.End)
	said := from.Text + " to " + to.Text
	points := math.Abs(to.Value - from.Value)
	switch {
	case m.Kind == metric.Percent && from.Value > 0:
		right := 100 * math.Abs(to.Value/from.Value-1)
		near := math.Abs(right-m.Value) <= tolerance(m.Value, right, rough)
		if from.Kind == metric.Percent {
			near = near || math.Abs(points-m.Value) <= tolerance(m.Value, points, rough)*0.6
			if from.Value > 50 && from.Value < 100 && to.Value < 100 { // of the rest: "from 88% to 93%, cutting churn by 40%"
				rest := 100 * math.Abs((100-to.Value)/(100-from.Value)-1)
				near = near || math.Abs(rest-m.Value) <= tolerance(m.Value, rest, rough) || b == least && m.Value < rest || b == atMost && m.Value > rest
			}
			if m.Unit == "pp" || m.Unit == "percentage" || m.Unit == "bps" {
				near = math.Abs(points-m.Value) <= 0.5+0.02*points
				right = points
			}
		}
		if to.Value > 0 && from.Kind == metric.Time {
			near = near || math.Abs(100*(from.Value/to.Value-1)-m.Value) <= tolerance(m.Value, 100*(from.Value/to.Value-1), rough) // "300% faster"
		}
		near = near || b == least && m.Value < right || b == atMost && m.Value > right
		if !near {
			c.add(start, end, Digits(right)+"%", m.Text, "From "+said+" is "+Digits(right)+"%, not "+m.Text)
		}
	case m.Kind == metric.Multiple && from.Value > 0 && to.Value > 0 && m.Value > 0:
		f := max(to.Value/from.Value, from.Value/to.Value)
		claimed := max(m.Value, 1/m.Value)
		near := math.Abs(f-claimed) <= max(0.25, 0.12*f) || math.Abs(f-1-claimed) <= max(0.25, 0.05*f) && !endsAsVerb(m.Text) && strings.Contains(strings.Join(phraseAfter(c.low[min(m.End, len(c.low)):], 2), " "), "more")
		if rough || b == about {
			near = near || math.Abs(f-claimed) <= 0.2*f
		}
		near = near || b == least && f > claimed || b == atMost && f < claimed || precededBy(c.low[:m.Start], "more", "than") && f > claimed || precededBy(c.low[:m.Start], "nearly") && f < claimed && f > 0.75*claimed
		if !near {
			c.add(start, end, Digits(f)+"×", m.Text, "From "+said+" is a factor of "+Digits(f)+", not “"+m.Text+"”")
		}
	case m.Kind == from.Kind && (m.Kind == metric.Time || m.Kind == metric.Money || m.Kind == metric.Count && m.Unit == from.Unit) && (from.Window == m.Window || m.Window == "") && points > 0:
		if b != exact || rough || periodOf(to.Window) > 0 && m.Window == "" {
			return
		}
		if math.Abs(points-m.Value) > 0.06*points {
			_, right := c.amount(from, to, points)
			c.add(start, end, right.text, m.Text, "From "+said+" is a difference of "+right.text+", not "+m.Text)
		}
	case m.Kind == metric.Count && (m.Unit == "points" || m.Unit == "point") && (from.Kind == metric.Percent || from.Kind == metric.Count && from.Unit == ""):
		if b == exact && !rough && math.Abs(points-m.Value) > 0.5+0.02*points {
			c.add(start, end, Digits(points)+" points", m.Text, "From "+said+" is "+Digits(points)+" points, not "+m.Text)
		}
	}
}

func precededBy(text string, words ...string) bool {
	before := phraseBefore(text, len(words))
	return strings.Join(before, " ") == strings.Join(words, " ")
}

// verb compares a change with the verb that tells it: nothing is reduced from 10 to 14.
func (c *checker) verb(ch *metric.Change) {
	from, to := ch.From, ch.To
	if from.Kind == metric.Rank || from.Kind == metric.Part || from.Value == to.Value || from.Rough || to.Rough {
		return
	}
	before := phraseBefore(c.low[:from.Start], 8)
	for i := len(before) - 1; i >= 0; i-- {
		word := before[i]
		if strings.ContainsAny(word, "0123456789%") {
			return
		}
		down, up := falling[word], rising[word]
		if !down && !up {
			continue
		}
		if i > 0 && (linking[before[i-1]] || before[i-1] == "the") && !strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "ing") {
			continue // "the cut"
		}
		if down && to.Value > from.Value || up && to.Value < from.Value {
			way := "up"
			if to.Value < from.Value {
				way = "down"
			}
			c.add(max(0, strings.LastIndex(c.low[:from.Start], word)), to.End, way, word, "From "+from.Text+" to "+to.Text+" goes "+way+", and the text says “"+word+"”")
		}
		return
	}
}

// at compares a metric with the one behind it.
func (c *checker) at(i int) {
	if i+1 >= len(c.Metrics) {
		return
	}
	a, b := &c.Metrics[i], &c.Metrics[i+1]
	if a.High != a.Value || b.High != b.Value {
		return
	}
	c.partAndPercent(a, b)
	c.partAndPercent(b, a)
	c.windows(a, b)
	c.uptime(a, b)
	c.uptime(b, a)
	c.percentOfAmount(i)
	c.eachOf(i)
	c.sum(i)
}

// restates reports whether the second of two metrics says the first again: in parentheses, or
// behind "or", "that is", "=".
func (c *checker) restates(a, b *metric.Metric) bool {
	if b.Start < a.End {
		a, b = b, a
	}
	if b.Start > a.End+context {
		return false
	}
	gap := c.low[min(a.End, len(c.low)):min(b.Start, len(c.low))]
	if strings.Contains(gap, ". ") || strings.ContainsAny(gap, ";!?)") {
		return false
	}
	trimmed := strings.TrimSpace(gap)
	opened := strings.LastIndexByte(gap, '(')
	inside := trimmed
	if opened >= 0 {
		inside = strings.TrimSpace(gap[opened+1:])
		if most := 8; len(strings.Fields(gap[:opened])) > most || strings.Contains(gap[:opened], ",") {
			return false
		}
	}
	restating := opened >= 0
	if b.Unit == a.Unit && a.Kind == b.Kind && a.Window != b.Window && c.isAlone(a, b, trimmed) {
		return true // "15 hours a month, 180 hours a year"
	}
	for _, f := range strings.Fields(inside) {
		switch word := strings.Trim(f, ",:"); word {
		case "or", "i.e", "i.e.", "=", "equals", "that", "is", "which", "totaling", "totalling", "total", "equivalent", "equaling":
			restating = true
		case "about", "nearly", "roughly":
			restating = restating || b.Unit == "" && a.Kind == metric.Count && strings.Contains(gap, ",")
		case "to", "over", "some", "more", "than", "under", "a", "an", "per", "each", "every", "~", "of", "the", "":
		default:
			if !IsPeriod(word) && word != a.Unit {
				return false
			}
		}
	}
	return restating
}

// isRate reports whether a percentage behind a part of a whole is its share: "18 of 24 bids, a 75%
// win rate".
func (c *checker) isRate(part, percent *metric.Metric) bool {
	if percent.Start < part.End {
		return false
	}
	switch strings.TrimSpace(c.low[part.End:percent.Start]) {
	case ", a", ", an", "– a", "— a", ", or a", ", for a", "for a":
	default:
		return false
	}
	after := phraseAfter(c.low[min(percent.End, len(c.low)):], 3)
	return len(after) > 0 && (after[len(after)-1] == "rate" || after[len(after)-1] == "share" || after[0] == "rate" || len(after) > 1 && after[1] == "rate")
}

// isAlone reports whether two amounts of one thing follow each other with nothing but a comma and
// their periods, and nothing says that the second is of something else.
func (c *checker) isAlone(a, b *metric.Metric, gap string) bool {
	if a.Unit == "" && a.Kind == metric.Count || !strings.HasSuffix(gap, ",") || strings.Count(gap, ",") > 1 {
		return false
	}
	for _, f := range strings.Fields(gap) {
		switch word := strings.Trim(f, ","); word {
		case "a", "an", "per", "each", "every", "":
		default:
			if !IsPeriod(word) && word != a.Unit {
				return false
			}
		}
	}
	for _, word := range phraseAfter(c.low[min(b.End, len(c.low)):], 4) {
		switch word {
		case "a", "an", "per", "each", "every", "of":
		default:
			if !IsPeriod(word) && adverbial[word] == "" {
				return false
			}
		}
	}
	return true
}

// partAndPercent compares a part of a whole with the percentage that says it again.
func (c *checker) partAndPercent(part, percent *metric.Metric) {
	if part.Kind != metric.Part || percent.Kind != metric.Percent || c.changed[part.Start] || c.changed[percent.Start] {
		return
	}
	whole, ok := number(strings.TrimPrefix(part.Unit, "of "))
	if !ok || whole <= 0 || !c.restates(part, percent) && !c.isRate(part, percent) {
		return
	}
	right := 100 * part.Value / whole
	if math.Abs(right-percent.Value) > 1.01 && c.boundOf(percent) == exact && c.boundOf(part) == exact && math.Abs(100-right-percent.Value) > 1.01 {
		c.add(min(part.Start, percent.Start), max(part.End, percent.End), Digits(right)+"%", percent.Text, part.Text+" is "+Digits(right)+"%, not "+percent.Text)
	}
}

// windows compares an amount in one period with the same in another: "$5k a month ($50k a year)".
func (c *checker) windows(a, b *metric.Metric) {
	if a.Kind != b.Kind || a.Kind == metric.Percent || a.Kind == metric.Multiple || a.Kind == metric.Part || c.changed[a.Start] || c.changed[b.Start] {
		return
	}
	pa, pb := periodOf(a.Window), periodOf(b.Window)
	if pa == 0 || pb == 0 || pa == pb || a.Value <= 0 || b.Value <= 0 || a.Kind == metric.Count && a.Unit != b.Unit && a.Unit != "" && b.Unit != "" || !c.restates(a, b) {
		return
	}
	short, long := a, b
	if pa > pb {
		short, long = b, a
	}
	low, high := periodsIn(short.Window, long.Window)
	if low == 0 {
		return
	}
	least, most := short.Value*low*0.93, short.Value*high*1.07
	if bs := c.boundOf(short); bs == about || c.boundOf(long) == about {
		least, most = least*0.9, most*1.1
	}
	wrong := long.Value < least && c.boundOf(short) != atMost || long.Value > most && c.boundOf(short) != atMost && c.boundOf(short) != about
	switch c.boundOf(long) {
	case atMost:
		wrong = long.Value < least
	}
	if c.boundOf(short) == atMost {
		wrong = long.Value > most
	}
	if wrong {
		right := c.inUnit(long, short.Value*low)
		if high > low {
			right += " to " + c.inUnit(long, short.Value*high)
		}
		c.add(a.Start, b.End, right, long.Text, every(short, short.Window)+" is "+right+" a "+long.Window+", not "+long.Text)
	}
}

// inUnit is a value in words, in the unit of a metric.
func (c *checker) inUnit(m *metric.Metric, value float64) string {
	if m.Kind != metric.Time {
		_, s := c.amount(m, m, value)
		return s.text
	}
	return Digits(value*m.Amount()/m.Value) + " " + m.Unit
}

// periodsIn is how many of a period another has, at least and at most: days may be working
// days, and a year may have holidays.
func periodsIn(short, long string) (low, high float64) {
	switch short + " " + long {
	case "hour day", "hour night":
		return 6, 24
	case "hour week":
		return 30, 168
	case "day week", "night week":
		return 4, 7
	case "day month", "night month":
		return 18, 31
	case "day year", "night year":
		return 180, 366
	case "week month":
		return 4, 4.4
	case "week quarter":
		return 12, 13
	case "week year":
		return 44, 53
	case "month quarter":
		return 3, 3
	case "month year":
		return 12, 12
	case "quarter year":
		return 4, 4
	}
	return 0, 0
}

// uptime compares an availability with a downtime that is told beside it.
func (c *checker) uptime(up, down *metric.Metric) {
	if up.Kind != metric.Percent || down.Kind != metric.Time || !c.isAvailability(up, "") || c.changed[up.Start] || periodOf(down.Window) == 0 || !c.beside(down, words("downtime outage outages unavailable")) {
		return
	}
	if math.Abs(float64(up.Start-down.Start)) > 80 {
		return
	}
	decimals := 0
	if _, rest, ok := strings.Cut(strings.TrimRight(up.Text, "% "), "."); ok {
		decimals = len(rest)
	}
	half := 0.5 * math.Pow10(-decimals)
	most := (100 - up.Value + half) / 100 * year * periodOf(down.Window)
	if down.Value <= most*1.1 || c.boundOf(down) == about {
		return
	}
	v, unit := inTime((100 - up.Value) / 100 * year * periodOf(down.Window))
	right := Digits(v) + " " + unit + " a " + down.Window
	c.add(min(up.Start, down.Start), max(up.End, down.End), right, down.Text, up.Text+" leaves "+right+", not "+down.Text)
}

// percentOfAmount compares a percentage of an amount with what the text says that it is:
// "40% of 1,200 tickets (600)", "saving $80k, 20% of a $500k budget".
func (c *checker) percentOfAmount(i int) {
	a, b := &c.Metrics[i], &c.Metrics[i+1]
	if a.Kind != metric.Percent || c.changed[a.Start] || c.changed[b.Start] || b.Kind != metric.Money && b.Kind != metric.Count {
		return
	}
	gap, ends := c.between(a, b)
	if ends || len(gap) == 0 || gap[0] != "of" || len(gap) > 3 {
		return
	}
	check := func(m *metric.Metric) {
		if m.Kind != b.Kind || m.High != m.Value || m.Kind == metric.Count && m.Unit != "" && m.Unit != b.Unit || c.boundOf(m) != exact || c.boundOf(a) != exact || c.boundOf(b) != exact || m.Window != b.Window && m.Window != "" && b.Window != "" {
			return
		}
		right := a.Value / 100 * b.Value
		if math.Abs(m.Value-right) > 0.08*right {
			_, s := c.amount(b, m, right)
			c.add(min(m.Start, a.Start), max(m.End, b.End), s.text, m.Text, a.Text+" of "+b.Text+" is "+s.text+", not "+m.Text)
		}
	}
	if i+2 < len(c.Metrics) && c.restates(b, &c.Metrics[i+2]) {
		check(&c.Metrics[i+2])
	}
	if i > 0 {
		m := &c.Metrics[i-1]
		if between := strings.TrimSpace(c.low[min(m.End, len(c.low)):a.Start]); between == "," || strings.HasSuffix(between, ",") && len(strings.Fields(between)) == 1 || between == "(" || between == ", or" || between == "or" || between == "–" || between == "—" {
			check(m)
		}
	}
}

// eachOf compares a sum over several with what the text says for each: "$1.2M across 12 stores
// ($200k each)"; and groups with their sizes: "5 classes of 28 students (150 students)".
func (c *checker) eachOf(i int) {
	if i+2 >= len(c.Metrics) {
		return
	}
	a, b, m := &c.Metrics[i], &c.Metrics[i+1], &c.Metrics[i+2]
	gap, ends := c.between(a, b)
	if ends || len(gap) == 0 || len(gap) > farthest || b.Kind != metric.Count || b.Value < 2 || m.Kind != a.Kind || !c.restates(b, m) && strings.TrimSpace(c.low[min(b.End, len(c.low)):min(m.Start, len(c.low))]) != "," || m.Unit != a.Unit && m.Unit != "" || c.boundOf(m) != exact || c.boundOf(a) != exact || c.boundOf(b) != exact || c.changed[a.Start] {
		return
	}
	last := gap[len(gap)-1]
	after := phraseAfter(c.low[min(m.End, len(c.low)):], 3)
	switch {
	case (joints[last] || (last == "in" || last == "at") && spread[b.Unit]) && len(after) > 0 && (after[0] == "each" || after[0] == "apiece" || (after[0] == "per" || after[0] == "a") && len(after) > 1 && after[1] == singular(b.Unit)):
		right := a.Value / b.Value
		if math.Abs(m.Value-right) > 0.08*right {
			_, s := c.amount(a, m, right)
			c.add(a.Start, m.End, s.text, m.Text, a.Text+" over "+b.Text+" is "+s.text+" each, not "+m.Text)
		}
	}
}

// bodies are what has a number of people: "a team of 10".
var bodies = words("team crew staff group total squad department unit class fleet portfolio")

// sum compares a number of people or things with the parts that are listed behind it: "12 staff
// (5 nurses and 9 aides)".
func (c *checker) sum(i int) {
	a := &c.Metrics[i]
	if a.Kind != metric.Count || c.boundOf(a) != exact || a.Window != "" {
		return
	}
	if before := phraseBefore(c.low[:a.Start], 2); a.Unit == "" && (len(before) < 2 || before[1] != "of" || !bodies[before[0]]) {
		return
	}
	rest := c.low[min(a.End, len(c.low)):]
	open := strings.IndexAny(rest[:min(len(rest), context)], "(:")
	if open < 0 || len(strings.Fields(rest[:open])) > 3 || strings.ContainsAny(rest[:open], ",.;0123456789") {
		return
	}
	from := a.End + open + 1
	end := len(c.low)
	if rest[open] == '(' {
		j := strings.IndexByte(c.low[from:], ')')
		if j < 0 {
			return
		}
		end = from + j
	} else if j := strings.IndexAny(c.low[from:], ".;"); j >= 0 {
		end = from + j
	}
	if end > from+2*context {
		return
	}
	total, n, last := 0.0, 0, from
	some := false
	for k := i + 1; k < len(c.Metrics) && c.Metrics[k].Start < end; k++ {
		m := &c.Metrics[k]
		if m.Kind != metric.Count || m.High != m.Value || c.boundOf(m) != exact || m.Unit == "" || m.Window != "" || m.Unit == a.Unit && n == 0 && k+1 >= len(c.Metrics) {
			return
		}
		if m.Start < last {
			return // a number between, in words
		}
		gap := strings.TrimSpace(c.low[last:m.Start])
		for _, f := range strings.Fields(gap) {
			switch strings.Trim(f, ",&+") {
			case "", "and", "plus":
			case "including", "incl", "incl.", "among", "them", "of", "whom":
				some = true
			default:
				return
			}
		}
		total, n, last = total+m.Value, n+1, m.End
	}
	tail := strings.TrimSpace(c.low[min(last, end):end])
	listed := strings.Contains(c.low[from:end], " and ") || strings.Contains(c.low[from:end], "&")
	if n < 2 || tail != "" && len(strings.Fields(tail)) > 2 {
		return
	}
	if total > a.Value || total < a.Value && !some && listed {
		c.add(a.Start, last, Digits(total), a.Text, "The parts add up to "+Digits(total)+", not “"+a.Text+"”")
	}
}
