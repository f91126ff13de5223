package score

import (
	"slices"

	"resumax/resume"
)

// bulletsPerRole: the space goes to what is recent.
var bulletsPerRole = check{
	id: "per-role", name: "Bullets per position", dimension: "length", max: 0.5, find: findBulletsPerRole,
	how:    "Three to eight bullets for the newest position, at most eight for others of the last ten years and six for older ones.",
	source: convention,
	passes: "five bullets for the newest position",
	fails:  "one bullet for the newest, nine for one of 2012",
}

// How many bullets a position has: a recent one enough to judge by, an old one
// no more than a few.
const perRolePoints = 0.5

const minRecent, maxRecent, maxOld = 3, 8, 6

func (p position) maxBullets() int {
	if p.end.Understood() && p.weight == oldWeight {
		return maxOld
	}
	return maxRecent
}

func findBulletsPerRole(r *reading) []Finding {
	n := 0
	var findings []Finding
	for _, p := range r.roles {
		if p.section != "work" {
			continue
		}
		n++
		have, limit := len(p.bullets), p.maxBullets()
		switch {
		case n == 1 && p.weight == recentWeight && have < minRecent:
			var patches []patch
			for range minRecent - have {
				patches = append(patches, r.addTo(p.address.Child("highlights"), slotBullet))
			}
			findings = append(findings, Finding{Address: p.address, Kind: Ask, patch: both(patches...), Fix: "Add a result from this position",
				Why: r.say("%s, your newest position, has %s; readers expect three to eight.", p, orNo(count(have, "bullet")))})
		case have > limit:
			weakest := weakestOf(p.bullets, have-limit)
			last := p.bullets[len(p.bullets)-1]
			findings = append(findings, Finding{Address: last.address, Quote: last.text, Kind: Edit, patch: dropBullets(weakest), rewriting: rewriting{several: &swapping{out: weakest, in: func() []string { return nil }}},
				Why: r.say("%s has %d bullets; few readers get that far.", p, have), Fix: r.say("Keep the best %d", limit)})
		}
	}
	for i := range findings {
		findings[i].Lost = perRolePoints / float64(n)
	}
	return findings
}

// weakestOf are n bullets of one position: those that lack most, and of those the
// last. They are ordered from the last to the first.
func weakestOf(bullets []bullet, n int) []bullet {
	worth := func(b bullet) int {
		v := 4 - len(b.lacks())
		if b.quantified() {
			v += 4
		}
		return v
	}
	drop := slices.Clone(bullets)
	slices.Reverse(drop)
	slices.SortStableFunc(drop, func(a, b bullet) int { return worth(a) - worth(b) })
	drop = drop[:n]
	slices.SortFunc(drop, func(a, b bullet) int { return b.address.Index() - a.address.Index() })
	return drop
}

// dropBullets makes a patch that removes bullets, the last ones first.
func dropBullets(drop []bullet) patch {
	return func(d resume.Document) (resume.Document, error) {
		var err error
		for _, b := range drop {
			if d, err = d.Remove(b.address); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}
