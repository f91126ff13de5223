package score

import (
	"slices"

	"resumax/language/terms"
)

// termsInBullets: how many technologies, methods, tools and terms of a trade the
// bullets name.
var termsInBullets = check{
	id: "terms", name: "Methods, tools and terms named", dimension: "specificity", max: 5, find: findTermsInBullets,
	how:    "How many different methods, tools, technologies and terms of the trade the bullets name. Twelve earn full points.",
	source: ours,
	passes: "Moved the orders from MySQL to PostgreSQL with logical replication.",
	fails:  "Moved the orders to another database.",
}

const termPoints, fullTerms = 5, 12

func findTermsInBullets(r *reading) []Finding {
	const points, full = termPoints, fullTerms
	have := 0
	for t := range r.used {
		if t.Category != terms.Soft {
			have++
		}
	}
	var silent []bullet
	for _, b := range r.bullets {
		if b.askTerm {
			have++
		} else if !b.namesTerm() {
			silent = append(silent, b)
		}
	}
	lost := points * (1 - clamp(float64(have)/full))
	if lost == 0 {
		return nil
	}
	slot, what := r.slotTerm(), "method, tool or trade term"
	if r.isTechnical() {
		what = "technology or method"
	}
	why := r.say("The bullets name %d of the %d methods, tools and trade terms that earn full points.", have, full)
	if r.isTechnical() {
		why = r.say("The bullets name %d of the %d technologies and methods that earn full points.", have, full)
	}
	if len(silent) == 0 {
		return []Finding{{Lost: lost, Address: r.target().Parent().Parent(), Kind: Ask, Why: why,
			Fix: "Add a bullet that says what you used", patch: r.addBullet("[What else? How much, and " + slot[2:])}}
	}
	var findings []Finding
	for _, b := range silent {
		findings = append(findings, Finding{Lost: lost / float64(len(silent)), Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s names no %s. %s", quoted(b.text), what, why),
			Fix: "Say what you used", patch: b.append(slot), rewriting: b.appended(slot)})
	}
	return findings
}

// namesTerm reports whether a bullet names a term that is no soft skill.
func (s *sentence) namesTerm() bool {
	return slices.ContainsFunc(s.found, func(m terms.Match) bool { return m.Term.Category != terms.Soft })
}

// maxTerms is how many terms one bullet can show: more are a list, not work.
const maxTerms = 6

// termsUsed are the terms that bullets name.
func (r *reading) termsUsed() map[*terms.Term]bool {
	used := map[*terms.Term]bool{}
	for _, b := range r.bullets {
		for _, m := range b.found[:min(maxTerms, len(b.found))] {
			used[m.Term] = true
		}
		for _, t := range b.asked {
			used[t] = true
		}
	}
	return used
}
