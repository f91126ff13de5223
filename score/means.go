package score

import (
	"slices"

	"resumax/language/terms"
)

// namedMeans: how many bullets name a technology, method, tool or term of a trade.
var namedMeans = check{
	id: "means", name: "Methods, tools and terms named", dimension: "specificity", max: 13, find: findNamedMeans,
	how:    "How many bullets name a method, tool, technology or term of the trade. Twelve earn full points, six for juniors.",
	source: "On real resumes that readers ranked, this count agreed with them better than any other, and better than the share of such bullets. " + ours,
	passes: "Moved the orders from MySQL to PostgreSQL with logical replication.",
	fails:  "Moved the orders to another database.",
}

const meansPoints = 13

// fullMeans is how many bullets that name their means earn all points.
func (r *reading) fullMeans() int {
	if r.level == Junior {
		return 6
	}
	return 12
}

// meansLost is what lacks to the full count, where so many bullets name their means.
func (r *reading) meansLost(named int) float64 {
	return meansPoints * (1 - clamp(float64(named)/float64(r.fullMeans())))
}

func findNamedMeans(r *reading) []Finding {
	named := 0
	for i := range r.bullets {
		named += number(r.bullets[i].namesMeans())
	}
	lost := r.meansLost(named)
	switch {
	case lost == 0:
		return nil
	case r.quiet:
		return alone(lost)
	}
	var silent []*bullet
	for i := range r.bullets {
		if b := &r.bullets[i]; !b.namesMeans() {
			silent = append(silent, b)
		}
	}
	slot, what, all := r.slotTerm(), "method, tool or trade term", "methods, tools or trade terms"
	if r.isTechnical() {
		what, all = "technology or method", "technologies or methods"
	}
	why := r.say("%d bullets name %s; %d earn full points.", named, all, r.fullMeans())
	if named == 1 {
		why = r.say("1 bullet names %s; %d earn full points.", all, r.fullMeans())
	}
	if len(silent) == 0 {
		return []Finding{{Lost: lost, Address: r.target().Parent().Parent(), Kind: Ask, Why: why,
			Fix: "Add a bullet that says what you used", patch: r.addBullet("[What else? How much, and " + slot[2:])}}
	}
	var findings []Finding
	for _, b := range silent {
		findings = append(findings, Finding{Lost: lost / float64(len(silent)), Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s names no %s. %s", quoted(b.text), what, why),
			Fix: "Say what you used", rewriting: b.appended(slot)})
	}
	return findings
}

// namesMeans reports whether a bullet names a term, or has a slot for one.
func (s *sentence) namesMeans() bool { return s.askTerm || s.namesTerm() }

// namesTerm reports whether a bullet names a term that is no soft skill, or in another language than
// English something by its letters.
func (s *sentence) namesTerm() bool {
	return s.abbreviates || slices.ContainsFunc(s.found, func(m terms.Match) bool { return m.Term.Category != terms.Soft })
}

// maxTerms is how many terms one bullet can show: more are a list, not work.
const maxTerms = 6

// termsUsed are the terms that bullets name.
func (r *reading) termsUsed() map[*terms.Term]bool {
	switch {
	case r.used != nil:
	case r.base != nil && r.same&ofSaid != 0:
		r.used = r.base.termsUsed()
	default:
		r.used = map[*terms.Term]bool{}
		for i := range r.bullets {
			b := r.bullets[i].sentence
			for _, m := range b.found[:min(maxTerms, len(b.found))] {
				r.used[m.Term] = true
			}
			for _, t := range b.asked {
				r.used[t] = true
			}
		}
	}
	return r.used
}

// termsImplied are the terms that bullets name, and what they imply.
func (r *reading) termsImplied() map[*terms.Term]bool {
	switch {
	case r.implied != nil:
	case r.base != nil && r.same&ofSaid != 0:
		r.implied = r.base.termsImplied()
	default:
		used := r.termsUsed()
		r.implied = make(map[*terms.Term]bool, 2*len(used))
		for t := range used {
			for _, i := range r.scorer.withImplied(t) {
				r.implied[i] = true
			}
		}
	}
	return r.implied
}

// withImplied is a term, and what it implies.
func (s *Scorer) withImplied(t *terms.Term) []*terms.Term {
	got, ok := s.implied[t]
	if !ok {
		got = append([]*terms.Term{t}, s.list.Implied(t.Name)...)
		s.implied[t] = got
	}
	return got
}
