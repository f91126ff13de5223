package score

import (
	"slices"

	"resumax/resume"
)

// Slots that ask for what makes a bullet convince. Each reads as a part of the
// sentence that it is put into.
const (
	slotResult  = ", [by how much? from what, to what?]"
	slotMeans   = " [by which means?]"
	slotObject  = " [what exactly?]"
	slotCompare = " [compared with what?]"
	slotVerb    = "[Which verb? Built, led, cut …] "
	slotBullet  = "[What did you change? By how much, how many, and by which means?]"
)

// fullShare is the weighted share of bullets with a number and an outcome that
// earns all points, and fullCount how many such bullets do. In studies of
// screeners the count predicts better than the share, so both count.
func (r *reading) fullShare() float64 {
	if r.level == Junior {
		return 0.35
	}
	return 0.5
}

func (r *reading) fullCount() int {
	if r.level == Junior {
		return 3
	}
	return 6
}

// noBullets is the finding of a check that has no bullet to look at.
func (r *reading) noBullets(points float64, why string) []Finding {
	return []Finding{{Lost: points, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet(slotBullet),
		Why: why, Fix: "Write a bullet: what changed, by how much, by which means"}}
}

// unquantified are the bullets without a number or without an outcome.
func (r *reading) unquantified() []bullet {
	var lacking []bullet
	for _, b := range r.bullets {
		if !b.quantified() {
			lacking = append(lacking, b)
		}
	}
	return lacking
}

func weightOf(bullets []bullet) (sum float64) {
	for _, b := range bullets {
		sum += b.weight
	}
	return sum
}

// density: the weighted share of bullets with a number and an outcome.
//
// Passes: "Cut p95 latency from 900 ms to 120 ms by sharding."
// Fails: "Improved the performance of the database."
func density(r *reading) []Finding {
	const points = 12
	if len(r.bullets) == 0 {
		return r.noBullets(points, "There are no bullets yet, and results in bullets are what readers look for first.")
	}
	lacking := r.unquantified()
	all, missing := weightOf(r.bullets), weightOf(lacking)
	lost := points * (1 - clamp((all-missing)/all/r.fullShare()))
	if lost == 0 {
		return nil
	}
	var findings []Finding
	for _, b := range lacking {
		findings = append(findings, Finding{Lost: lost * b.weight / missing, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.lackOf(b), Fix: fixOf(b), patch: b.append(slotResult)})
	}
	return findings
}

// lackOf says what a bullet without a number and an outcome lacks.
func (r *reading) lackOf(b bullet) string {
	switch {
	case b.metric:
		return r.say("%s has a number, but does not say what changed.", quoted(b.text))
	case b.outcome:
		return r.say("%s says that something got better, but not by how much. A reader can't weigh it.", quoted(b.text))
	}
	return r.say("%s says what you did, not what came of it.", quoted(b.text))
}

func fixOf(b bullet) string {
	switch {
	case b.metric:
		return "Say what the number changed, from what to what"
	case b.outcome:
		return "Put the number to it: from what, to what?"
	}
	return "Add the result, with its number"
}

// volume: how many bullets have a number and an outcome.
func volume(r *reading) []Finding {
	const points = 7
	lacking := r.unquantified()
	have := len(r.bullets) - len(lacking)
	need := r.fullCount() - have
	if need <= 0 {
		return nil
	}
	var patches []patch
	for _, b := range lacking[:min(need, len(lacking))] {
		patches = append(patches, b.append(slotResult))
	}
	for range need - len(patches) {
		patches = append(patches, r.addBullet(slotBullet))
	}
	address := r.target().Parent().Parent()
	if len(lacking) > 0 {
		address = lacking[0].address
	}
	return []Finding{{Lost: points * float64(need) / float64(r.fullCount()), Address: address, Kind: Ask, patch: both(patches...),
		Why: r.say("Your bullets give %s with a number; %d make a page that convinces at your level.", count(have, "result"), r.fullCount()),
		Fix: r.say("Give %s, with numbers", count(need, "more result"))}}
}

// shape: what a bullet is made of: a verb that acts, an object that is specific,
// an outcome or a number, and a method. A quarter of the points each.
//
// Passes: "Cut build time by 40% with a shared cache."
// Fails: "Responsible for builds."
func shape(r *reading) []Finding {
	const points, parts = 7, 4
	if len(r.bullets) == 0 {
		return r.noBullets(points, "Without bullets there is nothing that shows how you work.")
	}
	all := weightOf(r.bullets)
	var findings []Finding
	for _, b := range r.bullets {
		lacks := b.lacks()
		if len(lacks) == 0 {
			continue
		}
		findings = append(findings, Finding{Lost: points * float64(len(lacks)) / parts * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("%s lacks %s.", quoted(b.text), list(lacks)), Fix: r.say("Add %s", list(lacks)),
			patch: func(d resume.Document) (resume.Document, error) { return d.SetText(b.address, b.shaped()) }})
	}
	return findings
}

// The parts of a bullet's shape.
const (
	partResult = "a result"
	partMeans  = "the means"
	partObject = "what exactly it was about"
	partVerb   = "a verb that acts at its beginning"
)

// lacks are the parts that a bullet's shape lacks.
func (s *sentence) lacks() []string {
	var lacks []string
	if !s.outcome && !s.metric {
		lacks = append(lacks, partResult)
	}
	if !s.method {
		lacks = append(lacks, partMeans)
	}
	if !s.object {
		lacks = append(lacks, partObject)
	}
	if s.begins != action {
		lacks = append(lacks, partVerb)
	}
	return lacks
}

// shaped is the text with a slot for each part that it lacks.
func (s *sentence) shaped() string {
	text, lacks := s.text, s.lacks()
	if slices.Contains(lacks, partVerb) {
		text = s.withVerb()
	}
	for _, p := range []struct{ part, slot string }{{partObject, slotObject}, {partResult, slotResult}, {partMeans, slotMeans}} {
		if slices.Contains(lacks, p.part) {
			text = extended(text, p.slot)
		}
	}
	return text
}

// fullCompare is the share of the results asked for that say what they compare
// with.
const fullCompare = 0.5

// comparators: numbers that say what they compare with: from–to, versus, per
// unit, a percentile, a window of time. They are weighed against the results
// that density asks for and not against all numbers that are there, because a
// number taken out must never raise the score.
//
// Passes: "from 900 ms to 120 ms", "80k req/s", "within 3 months".
// Fails: "Handled 300 tickets."
func comparators(r *reading) []Finding {
	const points = 5
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
	for _, b := range bare {
		findings = append(findings, Finding{Lost: lost * b.weight / weightOf(bare), Address: b.address, Quote: b.text, Kind: Ask,
			Why: r.say("The number in %s stands alone: a reader can't tell whether it is much.", quoted(b.text)),
			Fix: "Say what it was before, or per what", patch: b.append(slotCompare)})
	}
	return findings
}

// fold: a number in the summary or in the newest position's first two bullets,
// because many readers get no further.
func fold(r *reading) []Finding {
	const points, top = 3, 2
	if s := r.summary(); s != nil && s.metric {
		return nil
	}
	f := Finding{Lost: points, Kind: Ask, Address: resume.Summary,
		Why: "The summary and the first two bullets hold no number, and many readers get no further.",
		Fix: "Put the largest number you can stand by into the summary", patch: r.addToSummary(" [How much or how many? The largest load, size or result?]")}
	for _, p := range r.roles {
		if p.section != "work" || len(p.bullets) == 0 {
			continue
		}
		for i, b := range p.bullets {
			if !b.metric {
				continue
			}
			if i < top {
				return nil
			}
			list, from := b.address.Parent(), b.address.Index()
			f.Kind, f.Address, f.Quote, f.Fix = Reorder, b.address, b.text, r.say("Move %s to the top", quoted(b.text))
			f.patch = func(d resume.Document) (resume.Document, error) { return d.Move(list, from, 0) }
			return []Finding{f}
		}
		break
	}
	return []Finding{f}
}
