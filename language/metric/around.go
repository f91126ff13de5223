package metric

import (
	"strings"
)

var percentile = form(`^p\d{2,4}$`)

// Words before a number that make it a rough one.
var rounding = set("over about around nearly almost approximately approx roughly some under below above least than circa")

// Words that say how often a thing is counted.
var adverbs = map[string]string{"yearly": "year", "annually": "year", "annual": "year", "quarterly": "quarter", "monthly": "month",
	"weekly": "week", "daily": "day", "nightly": "night", "hourly": "hour"}

// Times that a thing is counted over.
var periods = set("second minute hour day night week month quarter year sprint release shift season term semester")

const farPercentile = 7 // words before a number among which its percentile may stand

// surround reads what is around a metric.
func (r *reader) surround(m *Metric) {
	i, last := m.first, m.last
	for j := i - 1; j >= 0 && j >= i-farPercentile && m.Percentile == "" && !r.tokens[j].Comma; j-- {
		m.Percentile = asPercentile(r.tokens[j].Lower)
	}
	for j := last + 1; j <= last+2 && j < len(r.tokens) && m.Percentile == "" && !r.tokens[j-1].Comma; j++ {
		m.Percentile = asPercentile(r.tokens[j].Lower)
	}
	if m.Kind != Time && m.Kind != Physical && m.Kind != Rate && m.Kind != Percent {
		m.Percentile = ""
	}
	if i > 0 && rounding[r.tokens[i-1].Lower] {
		m.Rough = true
	}
	if m.Window == "" {
		m.Window = r.window(last)
	}
}

func asPercentile(word string) string {
	if percentile(word) || word == "median" {
		return word
	}
	return ""
}

// window is the time that the metric before the word behind last is counted
// over: "a day", "per quarter", "monthly", "in 6 weeks".
func (r *reader) window(last int) string {
	at := func(n int) string {
		if last+n >= len(r.tokens) || r.tokens[last+n-1].Comma {
			return ""
		}
		return r.tokens[last+n].Lower
	}
	for n := 1; n <= 2; n++ {
		if w := adverbs[at(n)]; w != "" && (n == 1 || !stops[at(1)] && !ends[at(1)]) { // not "22 accounts to annual contracts"
			return w
		}
		switch at(n) {
		case "a", "an", "per", "each", "every":
			if w := at(n + 1); periods[w] && (n == 1 || !stops[at(1)] && !ends[at(1)]) {
				return w
			}
		case "in", "within", "over", "during":
			count, unit := at(n+1), strings.TrimSuffix(at(n+2), "s")
			if count == "one" || count == "a" || count == "the" {
				if periods[unit] {
					return unit
				}
				if over := strings.TrimSuffix(at(n+3), "s"); periods[over] && (values[unit] > 0 || digitAt(unit)) {
					return unit + " " + at(n+3) // "over a four year period"
				}
				continue
			}
			if _, number := parse(count); (number || values[count] > 0) && periods[unit] {
				return count + " " + at(n+2)
			}
		}
	}
	return ""
}
