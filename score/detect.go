package score

import (
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// Detect says which of the packs a resume may be for, the likeliest first.
func (s *Scorer) Detect(d resume.Document, packs role.List, o Options) []role.Guess {
	r := s.read(d, s.ready(o))
	return packs.Detect(r.evidence())
}

// evidence is what shows the resume's role. What bullets name weighs more than
// what is listed, and counts once.
func (r *reading) evidence() role.Evidence {
	e := role.Evidence{Level: r.level, Headline: r.resume.Basics.Label, Terms: map[*terms.Term]float64{}}
	for _, p := range r.roles {
		if p.section == "work" && p.title != "" {
			e.Titles = append(e.Titles, p.title)
		}
	}
	for _, sk := range r.skills {
		for _, t := range sk.terms {
			e.Terms[t] = listedCredit
		}
	}
	if s := r.summary(); s != nil {
		for _, m := range s.found {
			e.Terms[m.Term] = listedCredit
		}
	}
	for t := range r.used {
		e.Terms[t] = 1
	}
	return e
}
