package score

import (
	"fmt"

	"resumax/resume"
)

// Slots that ask for what makes a result a result.
const (
	slotResult = ", [by how much? from what, to what]"
	slotBullet = "[What did you change? By how much, how many, and by which means?]"
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

// density: the weighted share of bullets with a number and an outcome.
//
// Passes: "Cut p95 latency from 900 ms to 120 ms by sharding."
// Fails: "Improved the performance of the database."
func density(r *reading) []Finding {
	const points = 12
	if len(r.bullets) == 0 {
		return []Finding{{Lost: points, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet(slotBullet),
			Why: "There are no bullets yet, and results in bullets are what readers look for first.",
			Fix: "Write a bullet: what changed, by how much, by which means"}}
	}
	all, have := r.totalWeight(), 0.0
	var lacking []bullet
	missing := 0.0
	for _, b := range r.bullets {
		if b.quantified() {
			have += b.weight
		} else {
			lacking = append(lacking, b)
			missing += b.weight
		}
	}
	lost := points * (1 - clamp(have/all/r.fullShare()))
	var findings []Finding
	for _, b := range lacking {
		findings = append(findings, Finding{Lost: lost * b.weight / missing, Address: b.address, Quote: b.text, Kind: Ask,
			Why: lackOf(b), Fix: fixOf(b), patch: replace(b.address, extended(b.text, slotResult))})
	}
	return findings
}

// lackOf says what a bullet without a number and an outcome lacks.
func lackOf(b bullet) string {
	switch {
	case b.metric:
		return fmt.Sprintf("%s has a number, but does not say what changed.", quoted(b.text))
	case b.outcome:
		return fmt.Sprintf("%s says that something got better, but not by how much. A reader can't weigh it.", quoted(b.text))
	}
	return fmt.Sprintf("%s says what you did, not what came of it.", quoted(b.text))
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
	have := 0
	var lacking []bullet
	for _, b := range r.bullets {
		if b.quantified() {
			have++
		} else {
			lacking = append(lacking, b)
		}
	}
	need := r.fullCount() - have
	if need <= 0 {
		return nil
	}
	var patches []patch
	for _, b := range lacking[:min(need, len(lacking))] {
		patches = append(patches, replace(b.address, extended(b.text, slotResult)))
	}
	at := r.target()
	for n := range need - len(patches) {
		next := at.Parent().Item(at.Index() + n)
		patches = append(patches, func(d resume.Document) (resume.Document, error) {
			return d.Set(next, resume.Text(fmt.Sprintf("[Another result? How much, how many, by which means? (%d)]", n+1)))
		})
	}
	address := at.Parent().Parent()
	if len(lacking) > 0 {
		address = lacking[0].address
	}
	return []Finding{{Lost: points * float64(need) / float64(r.fullCount()), Address: address, Kind: Ask, patch: both(patches...),
		Why: fmt.Sprintf("%d of your bullets give a result with its number; %d make a page that convinces at your level.", have, r.fullCount()),
		Fix: fmt.Sprintf("Give %d more results with numbers", need)}}
}

// shape: what a bullet is made of: a verb that acts, an object that is
// specific, an outcome or a number, and a method. A quarter of the points each.
func shape(r *reading) []Finding {
	const points = 7
	all := r.totalWeight()
	var findings []Finding
	for _, b := range r.bullets {
		var lacks []string
		text := b.text
		if !b.outcome && !b.metric {
			lacks = append(lacks, "a result")
			text = extended(text, slotResult)
		}
		if !b.method {
			lacks = append(lacks, "the means")
			text = extended(text, " [by which means?]")
		}
		if !b.object {
			lacks = append(lacks, "what exactly it was about")
			text = extended(text, " [what exactly?]")
		}
		if b.begins != action {
			lacks = append(lacks, "a verb that acts at its beginning")
			text = "[Which verb? Built, led, cut …] " + text
		}
		if len(lacks) == 0 {
			continue
		}
		findings = append(findings, Finding{Lost: points * float64(len(lacks)) / 4 * b.weight / all, Address: b.address, Quote: b.text, Kind: Ask,
			Why: fmt.Sprintf("%s lacks %s.", quoted(b.text), joined(lacks)),
			Fix: "Add " + joined(lacks), patch: replace(b.address, text)})
	}
	if len(r.bullets) == 0 {
		return []Finding{{Lost: points, Address: r.target().Parent().Parent(), Kind: Ask, patch: r.addBullet(slotBullet),
			Why: "Without bullets there is nothing to judge the shape of.", Fix: "Write a first bullet"}}
	}
	return findings
}

// comparators: the share of bullets with a number that say what it compares
// with: from–to, versus, per unit, a percentile, a window of time.
func comparators(r *reading) []Finding {
	const points, full = 5, 0.5
	var bare []bullet
	with, weight, missing := 0.0, 0.0, 0.0
	for _, b := range r.bullets {
		if !b.metric {
			continue
		}
		weight += b.weight
		if b.compare {
			with += b.weight
		} else {
			bare = append(bare, b)
			missing += b.weight
		}
	}
	if weight == 0 {
		address, p := r.target().Parent().Parent(), r.addBullet(slotBullet)
		if len(r.bullets) > 0 {
			b := r.bullets[0]
			address, p = b.address, replace(b.address, extended(b.text, slotResult))
		}
		return []Finding{{Lost: points, Address: address, Kind: Ask, patch: p,
			Why: "No bullet has a number, so none says what it was before.", Fix: "Give one number with its before and after"}}
	}
	lost := points * (1 - clamp(with/weight/full))
	var findings []Finding
	for _, b := range bare {
		findings = append(findings, Finding{Lost: lost * b.weight / missing, Address: b.address, Quote: b.text, Kind: Ask,
			Why: fmt.Sprintf("The number in %s stands alone: a reader can't tell whether it is much.", quoted(b.text)),
			Fix: "Say what it was before, or per what", patch: replace(b.address, extended(b.text, " [compared with what?]"))})
	}
	return findings
}

// fold: a number in the summary or in the newest position's first two bullets,
// because many readers get no further.
func fold(r *reading) []Finding {
	const points = 3
	if r.shown[resume.SummaryKey] && r.resume.Basics.Summary != "" && r.scorer.sentence(r.resume.Basics.Summary).metric {
		return nil
	}
	f := Finding{Lost: points, Kind: Ask, Address: resume.Summary,
		Why: "The summary and the first two bullets hold no number, and many readers get no further.",
		Fix: "Put the largest number you can stand by into the summary"}
	f.patch = replace(resume.Summary, extended(r.resume.Basics.Summary, " [how much or how many? the largest load, size or result]"))
	for _, p := range r.roles {
		if p.section != "work" || len(p.bullets) == 0 {
			continue
		}
		for i, b := range p.bullets {
			if b.metric && i < 2 {
				return nil
			}
			if b.metric && b.address.Index() >= 0 {
				list, from := b.address.Parent(), b.address.Index()
				f.Kind, f.Address, f.Quote = Reorder, b.address, b.text
				f.Fix = fmt.Sprintf("Move %s to the top", quoted(b.text))
				f.patch = func(d resume.Document) (resume.Document, error) { return d.Move(list, from, 0) }
				return []Finding{f}
			}
		}
		break
	}
	return []Finding{f}
}
