package arithmetic

import (
	"strconv"
	"strings"

	"resumax/language/metric"
)

func parseFloat(text string) (float64, bool) {
	v, err := strconv.ParseFloat(text, 64)
	return v, err == nil
}

// Places and groups that something is spread over, and people that money comes from.
var (
	spread = words(`stores sites schools countries states clinics hospitals wards units offices branches locations plants warehouses departments teams rooms lines buildings
		campuses classrooms districts regions cities projects classes sections shifts counties entities facilities restaurants hotels properties routes territories markets farms labs
		studios houses floors stations depots yards campaigns events accounts clients customers programs courses`)
	givers = words("donors debtors customers clients sponsors accounts members subscribers patrons guests buyers users households contributors backers")
	served = words(`caring serving supporting covering handling looking-after supervising teaching coaching seeing treating feeding`)
	groups = words("classes teams groups sections cohorts crews squads shifts sessions batches tables lanes")
	joints = words("across among between throughout spanning")
)

// between are the words between two metrics, in small letters, and whether a phrase ends there.
func (w *worker) between(a, b *metric.Metric) (all []string, ends bool) {
	gap := w.low[min(a.End, len(w.low)):min(b.Start, len(w.low))]
	if len(gap) > context {
		return nil, true
	}
	ends = strings.ContainsAny(gap, ",;:()!?") || strings.Contains(gap, ". ")
	for _, f := range strings.Fields(gap) {
		if f = strings.Trim(f, ",;:()!?."); f != "" {
			all = append(all, f)
		}
	}
	return all, ends
}

const farthest = 6 // words between two numbers of one statement

// pair derives from two metrics that follow each other.
func (w *worker) pair(i int) {
	a, b := &w.Metrics[i], &w.Metrics[i+1]
	if w.changed[a.Start] || w.changed[b.Start] || !isExact(a) || !isExact(b) {
		return
	}
	words, ends := w.between(a, b)
	if w.ofGoal(a, b) {
		return
	}
	if i > 0 && a.Kind == metric.Time && b.Kind == metric.Money && len(words) > 0 && !w.changed[w.Metrics[i-1].Start] {
		if w.eachOf(&w.Metrics[i-1], b, words) { // "14 kitchens in 7 months at $22,000 each"
			return
		}
	}
	if len(words) == 0 || len(words) > farthest || w.times(a, b, words) || w.eachOf(a, b, words) || ends || w.budget(a, b, words) {
		return
	}
	last := words[len(words)-1]
	for n := len(words) - 1; n > 0 && (linkArticle[last] || roundingWord[last] && last != "over"); n-- {
		last = words[n-1]
	}
	switch {
	case a.Kind == metric.Percent && words[0] == "of" && len(words) <= 3 && (b.Kind == metric.Money || b.Kind == metric.Count && b.Unit != "") && a.Value <= 200:
		w.percentOf(a, b)
	case b.Kind == metric.Time && b.Window == "" && last == "of" && a.Kind == metric.Count && a.Unit != "" && (words[0] == "in" || words[0] == "over" || words[0] == "during" || words[0] == "within"):
		w.took(a, b) // "310 returns in one season of 14 weeks"
	case b.Kind == metric.Time && b.Window == "" && (last == "in" || last == "within") && a.Kind == metric.Count && a.Unit != "" && periodOf(a.Window)*year > b.Value:
		w.took(a, b) // "12 million customers nightly in 45 minutes"
	case b.Kind == metric.Time && b.Window == "" && (last == "in" || last == "over") && (a.Window == "" || i > 0) && (a.Kind == metric.Data || (a.Kind == metric.Count || a.Kind == metric.Physical) && a.Unit != "" || a.Kind == metric.Money):
		if isAttribute(a) {
			if i == 0 || strings.TrimSpace(w.low[min(w.Metrics[i-1].End, len(w.low)):a.Start]) != "of" || !isExact(&w.Metrics[i-1]) {
				return
			}
			a = &w.Metrics[i-1] // "9 miles of 8-inch pipeline in 6 months"
		}
		if i > 0 && a.Kind == metric.Count && w.isPlace(i) {
			a = &w.Metrics[i-1] // "240 participants at 8 clinics in 14 months"
		}
		if a.Window == "" || a.Window == b.Text {
			w.took(a, b)
		}
	case (a.Kind == metric.Count || a.Kind == metric.Physical) && yields[a.Unit] && b.Kind == metric.Physical && areas[b.Unit] && (last == "from" || last == "on" || last == "across" || last == "over"):
		one := singular(b.Unit)
		w.add(a.Start, b.End, Share, a.Amount()/b.Amount(), per(a.Unit, one), a.Text+" from "+b.Text+" is "+Digits(a.Amount()/b.Amount())+" "+a.Unit+" an "+one+" on average")
	case a.Kind == metric.Count && a.Unit != "" && b.Kind == metric.Money && a.Value >= 2 && (last == "worth" || last == "totaling" || last == "totalling" || last == "valued" || last == "at" && len(words) > 1 && words[len(words)-2] == "valued"):
		w.each(b, a)
	case b.Kind == metric.Count && b.Value >= 2 && periodOf(b.Window) == 0 && (a.Kind == metric.Money || (a.Kind == metric.Count || a.Kind == metric.Physical && last == "through") && a.Unit != "" && a.Unit != b.Unit):
		unit := b.Unit
		switch {
		case unit == "":
		case joints[last], (last == "at" || last == "in") && spread[unit] && a.Value > b.Value, last == "from" && a.Kind == metric.Money && givers[unit],
			last == "through" && conduits[unit] && a.Value > b.Value, last == "on" && spread[unit] && a.Kind == metric.Count && a.Value > b.Value, last == "for" && a.Kind == metric.Money && a.Window == "" && (spread[unit] || givers[unit]) && w.isPaid(a, paid),
			last == "to" && a.Kind == metric.Money && (spread[unit] || givers[unit] || conduits[unit]) && w.isPaid(a, given):
			w.each(a, b)
		case last == "of" && len(words) == 1 && a.Kind == metric.Count && groups[a.Unit] && a.Value >= 2:
			w.add(a.Start, b.End, Product, a.Value*b.Value, unit, a.Text+" of "+b.Text+" are "+Digits(a.Value*b.Value)+" "+unit)
		case a.Kind == metric.Count && served[words[0]] && len(words) <= 3 && b.Value > a.Value:
			w.add(a.Start, b.End, Share, b.Value/a.Value, per(unit, singular(a.Unit)), b.Text+" for "+a.Text+" are "+Digits(b.Value/a.Value)+" each")
		}
	}
}

// What is paid to one's own side for several, and what is given to several.
var (
	paid     = words("secured securing won winning raised raising spent spending obtained earned grants grant funding budget allocated saved saving")
	given    = words("sold selling supplied supplying awarded awarding granted granting lent lending disbursed disbursing distributed distributing paid paying donated delivered delivering")
	conduits = words("terminals warehouses docks gates doors stores dealers channels distributors partners depots hubs centers centres ports pharmacies clinics resellers")
	yields   = words("bushels tons tonnes pounds lb lbs kg kilograms liters litres gallons crates boxes bales plants trees vines")
	areas    = words("acre acres hectare hectares ha")
)

// isPaid reports whether one of the words tells what was done with a sum.
func (w *worker) isPaid(m *metric.Metric, verbs map[string]bool) bool {
	before := phraseBefore(w.low[:m.Start], 6)
	return (len(before) == 0 || before[len(before)-1] != "by" && before[len(before)-1] != "from" && before[len(before)-1] != "to") && hasWord(strings.Join(before, " "), verbs)
}

// eachOf derives a total from an amount for each of several: "6 hours a week for each of 4 staff",
// "28 families, with 3 visits a week to each", "90 shares at $650 each", "$420 per employee".
func (w *worker) eachOf(a, b *metric.Metric, between []string) bool {
	one, many := a, b
	switch after := phraseAfter(w.low[min(b.End, len(w.low)):], 5); {
	case b.Kind == metric.Count && b.Unit != "" && len(between) > 1 && (strings.HasSuffix(strings.Join(between, " "), "each of") || strings.HasSuffix(strings.Join(between, " "), "each of the") || strings.HasSuffix(strings.Join(between, " "), "each of our")):
	case a.Kind == metric.Count && a.Unit != "" && isEach(after, singular(a.Unit)):
		one, many = b, a
	default:
		return false
	}
	if gap := w.low[min(a.End, len(w.low)):min(b.Start, len(w.low))]; strings.ContainsAny(gap, ";:()!?") || strings.Contains(gap, ". ") || strings.Count(gap, ",") > 1 {
		return false
	}
	if one.Kind != metric.Money && one.Kind != metric.Time && one.Kind != metric.Physical && (one.Kind != metric.Count || one.Unit == "") || many.Value < 2 || periodOf(many.Window) > 0 && periodOf(one.Window) > 0 || one.Kind == metric.Count && one.Unit == many.Unit {
		return false
	}
	total := one.Value * many.Value
	window, said := "", one.Text+" for each of "+many.Text
	if periodOf(one.Window) > 0 {
		window = "/" + one.Window
		said = every(one, one.Window) + " for each of " + many.Text
	} else if periodOf(many.Window) > 0 {
		window = "/" + many.Window // "26 containers a week, 40 tons each"
		said = one.Text + " for each of " + every(many, many.Window)
	}
	unit, amount := w.amount(one, one, total)
	behind := ""
	if window != "" {
		behind = " " + article(window[1:]) + " " + window[1:]
	}
	w.add(min(a.Start, b.Start), max(a.End, b.End), Product, amount.value, unit+window, said+" is "+amount.text+behind+" in all")
	if window == "/week" || window == "/month" || window == "/quarter" {
		n := 1 / periodOf(window[1:])
		unit, amount := w.amount(one, one, total*n)
		w.add(min(a.Start, b.Start), max(a.End, b.End), Total, amount.value, unit+"/year", said+" is "+amount.text+" a year in all")
	}
	return true
}

// times derives a total from an amount per thing and how many things there are: "190 bushels an acre
// on 640 acres", "44,000 lb a trip, 3 trips a day".
func (w *worker) times(a, b *metric.Metric, between []string) bool {
	if b.Kind != metric.Count && b.Kind != metric.Physical || b.Unit == "" || a.Unit == "" || a.Unit == b.Unit || a.Kind != metric.Count && a.Kind != metric.Physical && a.Kind != metric.Money || b.Value < 2 {
		return false
	}
	one := singular(b.Unit)
	for n := 1; n < len(between); n++ {
		if between[n] != one || between[n-1] != "per" && between[n-1] != "a" && between[n-1] != "an" && between[n-1] != "each" && between[n-1] != "every" {
			continue
		}
		for _, rest := range between[n+1:] {
			if !linking[rest] && rest != "across" && rest != "and" && !roundingWord[rest] {
				return false
			}
		}
		window, behind := "", ""
		if periodOf(b.Window) > 0 {
			window, behind = "/"+b.Window, " "+article(b.Window)+" "+b.Window
		} else if b.Window != "" {
			return false
		}
		unit, amount := w.amount(a, a, a.Value*b.Amount())
		w.add(a.Start, b.End, Product, amount.value, unit+window, a.Text+" "+between[n-1]+" "+one+" at "+b.Text+behind+" is "+amount.text+behind)
		return true
	}
	return false
}

// isEach reports whether words behind an amount say that it is for one of several: "each", "a week
// to each", "per employee".
func isEach(after []string, one string) bool {
	for i, word := range after {
		switch word {
		case "each", "apiece":
			return i+1 == len(after) || after[i+1] == one || linking[after[i+1]]
		case "per":
			if i+1 < len(after) && after[i+1] == one {
				return true
			}
		case "a", "an", "week", "month", "year", "day", "to", "for", "with", "visits", "every":
		default:
			return false
		}
	}
	return false
}

// budget is what share of a budget a sum is: "saved $0.9M a year on a $7.5M freight budget".
func (w *worker) budget(a, b *metric.Metric, between []string) bool {
	if a.Kind != metric.Money || b.Kind != metric.Money || a.Value >= b.Value || a.Window != b.Window && b.Window != "" && a.Window != "" {
		return false
	}
	n := len(between)
	for n > 0 && linkArticle[between[n-1]] {
		n--
	}
	if n == 0 || n == len(between) || between[n-1] != "on" && between[n-1] != "of" && between[n-1] != "from" && between[n-1] != "off" {
		return false
	}
	if !hasWord(strings.Join(phraseAfter(w.low[min(b.End, len(w.low)):], 3), " "), budgets) {
		return false
	}
	w.add(a.Start, b.End, Share, 100*a.Value/b.Value, "%", a.Text+" of "+b.Text+" is "+Digits(100*a.Value/b.Value)+"%")
	return true
}

var budgets = words("budget spend bill program programme portfolio payroll contract base")

// isAttribute reports whether a metric says of what kind a thing is: "8-inch pipe".
func isAttribute(m *metric.Metric) bool {
	return strings.Contains(m.Text, "-") && !strings.Contains(m.Text, " ") && !isRange(m)
}

// isPlace reports whether a count tells where the one before it is.
func (w *worker) isPlace(i int) bool {
	words, ends := w.between(&w.Metrics[i-1], &w.Metrics[i])
	if ends || len(words) == 0 || len(words) > 2 || w.Metrics[i-1].Kind != metric.Count || w.Metrics[i-1].Unit == "" {
		return false
	}
	last := words[len(words)-1]
	return joints[last] || (last == "at" || last == "in") && spread[w.Metrics[i].Unit]
}

var (
	linkArticle  = words("a an the our its all his her their")
	roundingWord = words("over about around nearly almost approximately approx roughly some under below above least than circa")
)

// ofGoal derives a target from a result and by how much it was met: "$2.3 million, 15% above
// target".
func (w *worker) ofGoal(a, b *metric.Metric) bool {
	if a.Kind != metric.Money && (a.Kind != metric.Count || a.Unit == "") || b.Kind != metric.Percent || b.Start-a.End > context {
		return false
	}
	if gap := strings.TrimSpace(w.low[a.End:b.Start]); !strings.HasSuffix(gap, ",") && !strings.HasSuffix(gap, "(") && gap != "" || strings.Contains(gap, ". ") {
		return false
	}
	after := phraseAfter(w.low[min(b.End, len(w.low)):], 4)
	factor, i := 0.0, 0
	switch {
	case len(after) < 2:
		return false
	case after[0] == "above" || after[0] == "over":
		factor, i = 1+b.Value/100, 1
	case after[0] == "ahead" && after[1] == "of":
		factor, i = 1+b.Value/100, 2
	case (after[0] == "below" || after[0] == "under") && b.Value < 100:
		factor, i = 1-b.Value/100, 1
	default:
		return false
	}
	for ; i < len(after); i++ {
		switch after[i] {
		case "target", "goal", "quota", "plan":
			unit, amount := w.amount(a, a, a.Value/factor)
			w.add(a.Start, b.End, Baseline, amount.value, unit, b.Text+" "+strings.Join(after[:i+1], " ")+" means a "+after[i]+" of "+amount.text)
			return true
		}
		if !linkArticle[after[i]] {
			return false
		}
	}
	return false
}

// oneOf is one of what a metric counts. Where its text ends before the noun, that is the word
// behind: "3 apartment complexes".
func (w *worker) oneOf(m *metric.Metric) string {
	one := singular(m.Unit)
	if one != m.Unit || m.Value < 2 {
		return one
	}
	if next := phraseAfter(w.low[min(m.End, len(w.low)):], 1); len(next) > 0 && strings.HasSuffix(next[0], "s") && len(next[0]) > 3 && next[0] != "across" {
		return one + " " + singular(next[0])
	}
	return one
}

// each is the share of one of several.
func (w *worker) each(a, b *metric.Metric) {
	one := w.oneOf(b)
	text := a.Text
	window := ""
	if periodOf(a.Window) > 0 {
		text += " a " + a.Window
		window = "/" + a.Window
		if strings.Contains(a.Text, "/") {
			text = a.Text
		}
	}
	if a.Kind == metric.Money {
		sign := currency(a.Text)
		w.add(min(a.Start, b.Start), max(a.End, b.End), Share, a.Value/b.Value, sign+"/"+one+window, text+" over "+b.Text+" is "+sign+Digits(a.Value/b.Value)+" for each "+one+" on average")
		return
	}
	w.add(a.Start, b.End, Share, a.Amount()/b.Value, per(a.Unit, one)+window, text+" over "+b.Text+" is "+Digits(a.Amount()/b.Value)+" "+a.Unit+" for each "+one+" on average")
}

// percentOf is a percentage of an amount.
func (w *worker) percentOf(a, b *metric.Metric) {
	v := a.Value / 100 * b.Value
	if b.Kind == metric.Money {
		sign := currency(b.Text)
		w.add(a.Start, b.End, Product, v, sign, a.Text+" of "+b.Text+" is "+sign+Digits(v))
		return
	}
	w.add(a.Start, b.End, Product, v, b.Unit, a.Text+" of "+b.Text+" is "+Digits(v)+" "+b.Unit)
}

// took is an amount over the time that it took.
func (w *worker) took(a, b *metric.Metric) {
	text := a.Text + " in " + b.Text
	if a.Kind == metric.Data {
		w.bytesPerSecond(a.Start, b.End, text, a.Value/b.Value)
		return
	}
	n := b.Amount()
	sign := ""
	if a.Kind == metric.Money {
		sign = currency(a.Text)
	}
	unit := strings.TrimSuffix(b.Unit, "s")
	switch unit {
	case "hr", "h":
		unit = "hour"
	case "min":
		unit = "minute"
	case "sec", "":
		unit = "second"
	}
	if n > 1 {
		if sign != "" {
			if unit == "week" || unit == "month" || unit == "quarter" || unit == "year" {
				w.add(a.Start, b.End, Throughput, a.Value/n, sign+"/"+unit, text+" is "+sign+Digits(a.Value/n)+" a "+unit)
			}
			return
		}
		w.inLarger(a.Start, b.End, a.Amount()/n, a.Unit, unit, text)
	}
	if machineCounts[a.Unit] && b.Value > 1 && unit != "second" && a.Value/b.Value >= 1 {
		w.add(a.Start, b.End, Throughput, a.Value/b.Value, per(a.Unit, "second"), text+" is "+Digits(a.Value/b.Value)+" "+a.Unit+" a second")
	}
}

// Units and what they are in others: a factor and a name.
var conversions = func() map[string]struct {
	factor float64
	name   string
} {
	all := map[string]struct {
		factor float64
		name   string
	}{}
	for _, c := range []struct {
		from   string
		factor float64
		name   string
	}{
		{"mile miles mi", 1.609344, "km"}, {"km kilometer kilometers kilometre kilometres", 1 / 1.609344, "miles"},
		{"lb lbs pound pounds", 0.45359237, "kg"}, {"kg kilogram kilograms kilo", 1 / 0.45359237, "lb"},
		{"sqft|square feet|square foot|sq ft|sq. ft|ft²|ft2|sf", 0.09290304, "m²"}, {"sqm|m²|m2|square meters|square metres", 1 / 0.09290304, "sq ft"},
		{"acre acres", 0.40468564, "hectares"}, {"hectare hectares ha", 1 / 0.40468564, "acres"},
		{"gallon gallons gal", 3.785411784, "liters"}, {"liter liters litre litres", 1 / 3.785411784, "gallons"},
		{"foot feet ft", 0.3048, "m"}, {"meter meters metre metres", 1 / 0.3048, "feet"}, {"inch inches", 2.54, "cm"},
		{"yard yards yd", 0.9144, "m"}, {"ton tons|short tons", 0.90718474, "tonnes"}, {"tonne tonnes|metric tons", 1 / 0.90718474, "short tons"},
		{"mph", 1.609344, "km/h"}, {"kph", 1 / 1.609344, "mph"}, {"hp horsepower", 0.745699872, "kW"}, {"kw kilowatt kilowatts", 1 / 0.745699872, "hp"},
		{"ounce ounces oz", 28.349523125, "g"}, {"psi", 6.894757, "kPa"}, {"gbps", 0.125, "GB/s"}, {"mbps", 0.125, "MB/s"}, {"cubic yards|cubic yard", 0.764554858, "m³"},
		{"cubic feet|cubic foot", 0.0283168466, "m³"},
	} {
		sep := " "
		names := strings.Split(c.from, "|")
		if len(names) == 1 {
			names = strings.Split(c.from, sep)
		} else if strings.Contains(names[0], " ") && !strings.Contains(names[0], "square") && !strings.Contains(names[0], "cubic") {
			names = append(strings.Fields(names[0]), names[1:]...)
		}
		for _, n := range names {
			all[n] = struct {
				factor float64
				name   string
			}{c.factor, c.name}
		}
	}
	return all
}()

// convert is a physical amount in the unit of other countries.
func (w *worker) convert(m *metric.Metric) {
	c, ok := conversions[m.Unit]
	if ok {
		v := m.Amount() * c.factor
		w.add(m.Start, m.End, Conversion, v, c.name, m.Text+" is "+Digits(v)+" "+c.name)
	}
}
