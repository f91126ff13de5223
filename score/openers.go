package score

import "strings"

// openers: the share of bullets that begin with a verb that acts, less those
// that begin with words that say one was near.
var openers = check{
	id: "openers", name: "Action verbs", dimension: "writing", max: 3, find: findOpeners,
	how:    "The share of bullets that start with an action verb, minus 1.5 times the share that start with phrases such as “responsible for” or “helped”.",
	source: convention + " Readers notice verbs less than numbers, so the points are few.",
	passes: "Built, Cut, Quickly rebuilt",
	fails:  "Responsible for, Helped with, The team",
}

// A weak beginning weighs more than a missing verb: it takes the work away from
// the one who did it.
const weakFactor = 1.5

const openerPoints = 3

func findOpeners(r *reading) []Finding {
	const points = openerPoints
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet, so none starts with an action verb.")
	}
	all, fault := weightOf(r.bullets), 0.0
	for i := range r.bullets {
		fault += r.bullets[i].weight * r.bullets[i].begins.cost()
	}
	lost := points * clamp(fault/all)
	switch {
	case lost == 0:
		return nil
	case r.quiet:
		return alone(lost)
	}
	var findings []Finding
	for i := range r.bullets {
		b := &r.bullets[i]
		if b.begins == action {
			continue
		}
		f := Finding{Lost: lost * b.weight * b.begins.cost() / fault, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s does not start with an action verb.", quoted(b.text)), Fix: "Start with a verb: " + r.tongue.verbExamples(),
			rewriting: rewritten(b, slotVerb, func(s *sentence, _ string) string { return s.withVerb() })}
		if b.begins == weak {
			f.Span, f.Quote = b.span(b.weakStart, b.weakEnd)
			f.Why = r.say("“%s” does not say what you did.", titled(b.opener))
		}
		findings = append(findings, f)
	}
	return findings
}

// cost is what a bullet that begins so takes from the share of strong ones.
func (b beginning) cost() float64 {
	switch b {
	case action:
		return 0
	case weak:
		return 1 + weakFactor
	}
	return 1
}

// withVerb is the text with a slot for a verb at its beginning, in place of a
// weak one.
func (s *sentence) withVerb() string {
	if s.weakEnd == 0 {
		return slotVerb + strings.TrimSpace(s.text)
	}
	return strings.TrimSpace(s.with(s.weakStart, s.weakEnd, strings.TrimSpace(slotVerb)))
}
