package score

import (
	"resumax/resume"
)

// tense: what is over is in the past, and what goes on is not mixed.
// Projects are free.
var tense = check{
	id: "tense", name: "Tense", dimension: "writing", max: 3, find: findTense,
	how:    "Past positions in the past tense; the current one in one tense throughout.",
	source: convention,
	passes: "Led the migration, in a position that ended in 2022",
	fails:  "Leads the migration, in a position that ended in 2022",
}

const tensePoints = 3

func findTense(r *reading) []Finding {
	const points = tensePoints
	n := 0
	var findings []Finding
	for _, p := range r.roles {
		past, present := 0, 0
		for _, b := range p.bullets {
			if b.past && !b.present {
				past++
			}
			if b.present && !b.past {
				present++
			}
		}
		for _, b := range p.bullets {
			if b.project || !b.past && !b.present {
				continue
			}
			n++
			toPast := b.present && !b.past && (!p.current || past > present)
			toPresent := p.current && b.past && !b.present && b.slots == nil && present >= past && present > 0
			if toPast || toPresent {
				findings = append(findings, r.retold(b, toPast))
			}
		}
	}
	for i := range findings {
		findings[i].Lost = points / float64(n)
	}
	return findings
}

// retold is the finding that a bullet's verb should be in another tense.
func (r *reading) retold(b bullet, past bool) Finding {
	f := Finding{Address: b.address, Kind: Edit}
	f.Span, f.Quote = b.span(b.first.Start, b.first.End)
	form := b.opener
	if past {
		form = lists().pastOf[b.opener]
	}
	f.Why = r.say("“%s” is in the present tense, but this position has ended.", b.first.Text)
	if b.current {
		f.Why = r.say("“%s” is in a different tense from the other bullets of this position.", b.first.Text)
	}
	if b.first.Start == 0 {
		form = titled(form)
	}
	f.Fix = r.say("Write “%s”", form)
	told := func() string { return b.with(b.first.Start, b.first.End, form) }
	f.patch = func(d resume.Document) (resume.Document, error) { return d.SetText(b.address, told()) }
	f.rewriting = rewritten(b, told)
	return f
}
