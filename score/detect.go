package score

import (
	"cmp"
	"slices"

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
	e := role.Evidence{Level: r.knownLevel(), Headline: r.resume.Basics.Label, Terms: map[*terms.Term]float64{}}
	work := slices.DeleteFunc(slices.Clone(r.roles), func(p position) bool { return p.section != "work" || p.title == "" })
	if !slices.ContainsFunc(work, func(p position) bool { return !p.dated() }) { // else their order has to do
		slices.SortStableFunc(work, func(a, b position) int { return cmp.Compare(latest(&b), latest(&a)) })
	}
	for _, p := range work {
		e.Titles = append(e.Titles, p.title)
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
	for t := range r.termsUsed() {
		e.Terms[t] = 1
	}
	return e
}

// knownLevel is the level, "" where it looks like that of a beginner only because
// the dates of the work are missing or were not understood.
func (r *reading) knownLevel() string {
	undated := slices.ContainsFunc(r.roles, func(p position) bool { return p.section == "work" && !p.start.Understood() })
	if r.level == Junior && undated && r.resume.Meta.Level == "" {
		return ""
	}
	return r.level
}
