package score

import (
	"strings"

	"resumax/resume"
)

// openers: the share of bullets that begin with a verb that acts, less those
// that begin with words that say one was near.
var openers = check{
	id: "openers", name: "Strong beginnings", dimension: "writing", max: 5, find: findOpeners,
	how:    "The share of bullets that begin with a verb that acts, less one and a half times those that begin with words such as “responsible for” or “helped”.",
	source: convention + " Readers notice verbs less than numbers, which is why the points are few.",
	passes: "Built, Cut, Quickly rebuilt",
	fails:  "Responsible for, Helped with, The team",
}

// A weak beginning weighs more than a missing verb: it takes the work away from
// the one who did it.
const weakFactor = 1.5

const openerPoints = 5

func findOpeners(r *reading) []Finding {
	const points = openerPoints
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets whose beginnings could be strong.")
	}
	all, fault := weightOf(r.bullets), 0.0
	for _, b := range r.bullets {
		fault += b.weight * b.begins.cost()
	}
	lost := points * clamp(fault/all)
	if lost == 0 {
		return nil
	}
	var findings []Finding
	for _, b := range r.bullets {
		if b.begins == action {
			continue
		}
		f := Finding{Lost: lost * b.weight * b.begins.cost() / fault, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s does not begin with what you did.", quoted(b.text)), Fix: "Begin with the verb: built, cut, led, wrote …",
			patch:     func(d resume.Document) (resume.Document, error) { return d.SetText(b.address, b.withVerb()) },
			rewriting: rewritten(b, b.withVerb)}
		if b.begins == weak {
			f.Span, f.Quote = b.span(0, b.weakEnd)
			f.Why = r.say("“%s” says that you were near the work, not what you did.", titled(b.opener))
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
	return slotVerb + strings.TrimSpace(s.with(0, s.weakEnd, ""))
}
