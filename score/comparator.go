package score

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/metric"
)

// comparators: numbers that say what they compare with: from–to, versus, per
// unit, a percentile, a window of time. They are weighed against the results
// that density asks for and not against all numbers that are there, because a
// number taken out must never raise the score.
var comparators = check{
	id: "comparator", name: "Numbers with a baseline", dimension: "impact", max: 4, find: findComparators,
	how:    "The weighted share of bullets with a baseline: from one value to another, a rate, a percentile, a time span. A quarter of them (17.5% for juniors) earns full points.",
	source: ours + " Readers can't judge a number without a baseline.",
	passes: "Cut the nightly import from 6 hours to 20 minutes.",
	fails:  "Handled 300 tickets.",
}

// fullCompare is the share of the results asked for that say what they compare
// with.
const fullCompare = 0.5

const comparePoints = 4

func findComparators(r *reading) []Finding {
	const points = comparePoints
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet, so no number has a baseline.")
	}
	with := 0.0
	for i := range r.bullets {
		if b := &r.bullets[i]; b.compare {
			with += b.weight
		}
	}
	lost := points * (1 - clamp(with/(fullCompare*r.fullShare()*weightOf(r.bullets))))
	switch {
	case lost == 0:
		return nil
	case r.quiet:
		return alone(lost)
	}
	var bare []*bullet
	for i := range r.bullets {
		b := &r.bullets[i]
		if b.metric && !b.compare && !b.isMeasured() && (b.begins != plain || b.outcome) { // else it tells of an employer more often than of work
			bare = append(bare, b)
		}
	}
	if len(bare) == 0 {
		lacking := r.unquantified()
		if len(lacking) == 0 { // all that they count is lengths and the like
			lacking = append(lacking, &r.bullets[0])
		}
		b := lacking[0]
		return []Finding{{Lost: lost, Address: b.address, Quote: b.text, Kind: Ask, rewriting: b.appended(slotResult),
			Why: "Few bullets have a number with a baseline.", Fix: "Add a number with its value before and after"}}
	}
	var findings []Finding
	all := 0.0
	for _, b := range bare {
		all += b.weight
	}
	for _, b := range bare {
		findings = append(findings, Finding{Lost: lost * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("The number in %s has no baseline: no value before, no rate, no share.", quoted(b.text)),
			Fix: "Say what it was before, or make it a rate", rewriting: b.appended(slotCompare)})
	}
	return findings
}

// isMeasured reports whether all that a sentence counts is lengths, voltages and the
// like, which readers of the trade can judge without a baseline: "480 V panels".
func (s *sentence) isMeasured() bool {
	return len(s.metrics) > 0 && !slices.ContainsFunc(s.metrics, func(m metric.Metric) bool { return m.Kind != metric.Physical })
}

// perUnit reports whether a metric is a rate: "80k req/s", "$30k/year".
func perUnit(text string) bool {
	_, unit, ok := strings.Cut(text, "/")
	r, _ := utf8.DecodeRuneInString(unit)
	return ok && unicode.IsLetter(r)
}
