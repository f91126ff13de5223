package score

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// comparators: numbers that say what they compare with: from–to, versus, per
// unit, a percentile, a window of time. They are weighed against the results
// that density asks for and not against all numbers that are there, because a
// number taken out must never raise the score.
var comparators = check{
	id: "comparator", name: "Numbers that compare", dimension: "impact", max: 5, find: findComparators,
	how:    "Of the results that “share” asks for, those that say what they compare with: from one value to another, a rate, a percentile, a span of time. Half of them earns all points.",
	source: ours + " A number without a comparison cannot be judged by a reader.",
	passes: "Cut the nightly import from 6 hours to 20 minutes.",
	fails:  "Handled 300 tickets.",
}

// fullCompare is the share of the results asked for that say what they compare
// with.
const fullCompare = 0.5

const comparePoints = 5

func findComparators(r *reading) []Finding {
	const points = comparePoints
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There is no bullet, so no number that a reader could compare.")
	}
	var bare []bullet
	with := 0.0
	for _, b := range r.bullets {
		switch {
		case b.compare:
			with += b.weight
		case b.metric:
			bare = append(bare, b)
		}
	}
	lost := points * (1 - clamp(with/(fullCompare*r.fullShare()*weightOf(r.bullets))))
	if lost == 0 {
		return nil
	}
	if len(bare) == 0 {
		b := r.unquantified()[0]
		return []Finding{{Lost: lost, Address: b.address, Quote: b.text, Kind: Ask, patch: b.append(slotResult),
			Why: "Few bullets have a number that says what was before.", Fix: "Give the number with its before and after"}}
	}
	var findings []Finding
	all := weightOf(bare)
	for _, b := range bare {
		findings = append(findings, Finding{Lost: lost * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("The number in %s stands alone: a reader can't tell whether it is much.", quoted(b.text)),
			Fix: "Say what it was before, or per what", patch: b.append(slotCompare), rewriting: b.appended(slotCompare)})
	}
	return findings
}

// perUnit reports whether a metric is a rate: "80k req/s", "$30k/year".
func perUnit(text string) bool {
	_, unit, ok := strings.Cut(text, "/")
	r, _ := utf8.DecodeRuneInString(unit)
	return ok && unicode.IsLetter(r)
}
