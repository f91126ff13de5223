package score

import (
	"fmt"
	"slices"
	"strings"

	"resumax/resume"
)

// caps are the bounds of a resume that lacks what no reader can do without.
type capFinding struct {
	limit   float64
	finding Finding
}

// dated reports whether it is known, or asked, when a position was held.
func (p position) dated() bool {
	return p.start.Understood() || p.end.Understood() || isSlot(p.start.Text)
}

// capCheck is the check of the findings that cap the score.
const capCheck = "cap"

const (
	capNoContact = 60
	capNoWork    = 50
	capFewBullet = 55
	minBullets   = 4
)

func (r *reading) caps() []capFinding {
	var caps []capFinding
	add := func(limit float64, f Finding) {
		f.Check, f.Dimension = capCheck, "structure"
		f.Why = strings.TrimSuffix(f.Why, ".") + fmt.Sprintf(", so the score is capped at %.0f.", limit)
		caps = append(caps, capFinding{limit, f})
	}
	b := r.resume.Basics
	if !resume.IsEmail(b.Email) && !isSlot(b.Email) && digits(b.Phone) < 6 && !isSlot(b.Phone) {
		add(capNoContact, Finding{Address: resume.Basics.Child("email"), Kind: Add, patch: replace(resume.Basics.Child("email"), "[Your email address?]"),
			Why: "There is no email address and no phone number.", Fix: "Add an email address or a phone number"})
	}
	if !slices.ContainsFunc(r.roles, position.dated) {
		f := Finding{Address: "/work", Kind: Ask, patch: addPosition, Why: "No position or project has a date", Fix: "Add dates to your work and projects"}
		if len(r.roles) > 0 {
			f.Address = r.roles[0].address.Child("startDate")
			f.patch = replace(f.Address, "[Since when?]")
		}
		add(capNoWork, f)
	}
	if n := len(r.bullets); n < minBullets {
		var patches []patch
		at := r.target()
		for range minBullets - n {
			patches = append(patches, r.addBullet(slotBullet))
		}
		add(capFewBullet, Finding{Address: at.Parent().Parent(), Kind: Ask, patch: both(patches...),
			Why: r.say("The resume has %s, too few to judge", count(n, "bullet")), Fix: "Write at least four bullets"})
	}
	return caps
}
