package score

import (
	"resumax/language/terms"
	"resumax/role"
)

// What makes a resume one of computing without a role: so many skills that only
// computing has, and so large a share of all.
const (
	technicalSkills = 3
	technicalShare  = 1.0 / 3
)

// isTechnical reports whether the readers are of computing, who ask for technologies:
// that is what the role says, or without one the newest title, the headline or the
// skills. Bullets say nothing here, so that no word put into one or taken out changes
// what is asked for.
func (r *reading) isTechnical() bool {
	if r.technical == 0 {
		r.technical = -1
		if r.readsTechnical() {
			r.technical = 1
		}
	}
	return r.technical > 0
}

// needsSkills reports whether a list of skills is expected, in groups: in computing,
// and as long as no position says what the trade is.
func (r *reading) needsSkills() bool { return len(r.roles) == 0 || r.isTechnical() }

// isOnline reports whether the trade is one whose people are looked up online and list
// their skills: computing, any with a target role, and those of assets/titles.toml; in other
// languages than English computing alone. Where
// no position says what the trade is, it may be.
func (r *reading) isOnline() bool {
	if !r.tongue.isEnglish() && !r.isTechnical() && len(r.roles) > 0 {
		return false // in Europe and Latin America a page is no habit of other trades
	}
	if r.role != nil || r.needsSkills() || role.IsOnline(r.resume.Basics.Label) {
		return true
	}
	titled := false
	for _, p := range r.roles {
		if p.section == "work" && p.title != "" {
			titled = true
			if role.IsOnline(p.title) {
				return true
			}
			break
		}
	}
	return !titled && r.resume.Basics.Label == ""
}

func (r *reading) readsTechnical() bool {
	if r.role != nil {
		return r.role.isTechnical(r.list)
	}
	if role.IsComputing(r.resume.Basics.Label) {
		return true
	}
	for _, p := range r.roles {
		if p.section == "work" && p.title != "" {
			if role.IsComputing(p.title) {
				return true
			}
			break
		}
	}
	n := 0
	for _, s := range r.skills {
		for _, t := range s.terms {
			if t.Category.Computing() {
				n++
				break
			}
		}
	}
	return n >= technicalSkills && float64(n) >= technicalShare*float64(len(r.skills))
}

// isTechnical reports whether a role asks for technologies.
func (t *Target) isTechnical(list *terms.List) bool {
	if role.IsComputing(t.Name) {
		return true
	}
	n, all := 0, 0
	for _, g := range t.Keywords {
		for _, name := range g.Terms {
			all++
			if term, ok := list.Lookup(name); ok && term.Category.Computing() {
				n++
			}
		}
	}
	return n >= technicalSkills && float64(n) >= technicalShare*float64(all)
}
