package score

import (
	"resumax/resume"
)

// numberNearTop: a number in the summary or in the newest position's first two bullets,
// because many readers get no further.
var numberNearTop = check{
	id: "near-top", name: "Number near the top", dimension: "impact", max: 2, find: findNumberNearTop,
	how:    "Whether the summary or the first two bullets of the newest position have a measured number.",
	source: "Eye-tracking of recruiters shows that the top of the first page gets most of the first few seconds; the exact line is a convention.",
	passes: "a summary that says “services for 4 million users”",
	fails:  "a first number in the third bullet",
}

// nearTopBullets is how many bullets of the newest position are looked at.
const nearTopBullets = 2

func findNumberNearTop(r *reading) []Finding {
	const points, top = 2, nearTopBullets
	if s := r.summary(); s != nil {
		if _, _, metric := r.ownSummary(s); metric {
			return nil
		}
	}
	f := Finding{Lost: points, Kind: Ask, Address: resume.Summary,
		Why: "Neither summary nor first two bullets have a number.",
		Fix: "Add your largest number to the summary", patch: addToSummary(" [How much or how many? The largest load, size or result?]")}
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
