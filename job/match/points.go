package match

import (
	"slices"

	"resumax/job/posting"
)

// sums are what the requirements weigh in all.
type sums struct {
	required, preferred, knockouts float64 // raw weights
	shown                          float64 // of all that bullets can prove
	of                             Parts
}

// fullProof is the share of what is asked for that recent bullets prove and that earns the
// points of proof in full. Studies of matching found little gain beyond half.
const fullProof = 0.6

func (e *evaluation) sums() sums {
	var required, preferred, knockouts, shown []float64
	for _, a := range e.c.asks {
		if !a.judged {
			continue
		}
		if a.facts {
			knockouts = append(knockouts, a.raw)
		}
		if a.Part == Preferred {
			preferred = append(preferred, a.raw)
		} else if a.isRequired() {
			required = append(required, a.raw)
		}
		if a.isProvable() {
			shown = append(shown, a.raw)
		}
	}
	s := sums{required: sum(required), preferred: sum(preferred), knockouts: sum(knockouts), shown: sum(shown)}
	s.of = s.spread(len(e.c.title.words) > 0)
	return s
}

// sum adds from the smallest on, so that the order in which a posting says things changes
// nothing, not even the last bit.
func sum(all []float64) (total float64) {
	slices.Sort(all)
	for _, v := range all {
		total += v
	}
	return total
}

// isRequired reports whether a requirement earns points of what is required: all but degrees,
// years and languages, which are knockouts alone. A license is both: of a nurse or a driver it is
// what is asked for first.
func (a *ask) isRequired() bool {
	return a.judged && a.Part != Preferred && (!a.facts || a.Kind == posting.License)
}

// isProvable reports whether bullets can prove a requirement.
func (a *ask) isProvable() bool { return a.judged && !a.facts && a.years == 0 }

// spread are the points of the parts: those of parts that a posting has nothing for go to the
// others, in proportion. So do those of a short list of what is preferred: no such wish weighs
// more, for its part, than what is required.
func (s *sums) spread(title bool) Parts {
	if s.required == 0 && s.preferred == 0 && s.knockouts == 0 {
		return Parts{} // a title alone says too little
	}
	var p Parts
	if s.required > 0 {
		p.Required = MaxRequired
	}
	if p.Preferred = MaxPreferred; s.required > 0 {
		p.Preferred = min(MaxPreferred, MaxRequired*s.preferred/s.required)
	} else if s.preferred == 0 {
		p.Preferred = 0
	}
	if title {
		p.Title = MaxTitle
	}
	if s.knockouts > 0 {
		p.Knockouts = MaxKnockouts
	}
	if s.shown > 0 {
		p.Proof = MaxProof
	}
	all := p.Sum()
	for _, to := range []*float64{&p.Required, &p.Preferred, &p.Title, &p.Knockouts, &p.Proof} {
		*to *= 100 / all
	}
	return p
}

// weight is the points that a requirement earns with full credit.
func (s *sums) weight(a *ask) float64 {
	required, preferred, knockouts := s.weights(a)
	return required + preferred + knockouts
}

// weights are those points by part.
func (s *sums) weights(a *ask) (required, preferred, knockouts float64) {
	if !a.judged {
		return 0, 0, 0
	}
	if a.facts {
		knockouts = s.of.Knockouts * a.raw / s.knockouts
	}
	if a.Part == Preferred {
		preferred = s.of.Preferred * a.raw / s.preferred
	} else if a.isRequired() {
		required = s.of.Required * a.raw / s.required
	}
	return required, preferred, knockouts
}

// parts are the points earned.
func (s *sums) parts(e *evaluation) Parts {
	var required, preferred, knockouts []float64
	for i, a := range e.c.asks {
		r, p, k := s.weights(a)
		credit := e.results[i].credit
		required, preferred, knockouts = append(required, r*credit), append(preferred, p*credit), append(knockouts, k*credit)
	}
	return Parts{Required: sum(required), Preferred: sum(preferred), Knockouts: sum(knockouts), Title: s.of.Title * e.title.credit, Proof: s.proof(s.proved(e))}
}

// proved is what recent bullets prove of what they can.
func (s *sums) proved(e *evaluation) float64 {
	var all []float64
	for i, a := range e.c.asks {
		if a.isProvable() {
			all = append(all, a.raw*e.results[i].proof)
		}
	}
	return sum(all)
}

func (s *sums) proof(proved float64) float64 {
	if s.shown == 0 {
		return 0
	}
	return s.of.Proof * clamp(proved/s.shown/fullProof)
}

// gain is what full credit, by a recent bullet, adds for a requirement.
func (s *sums) gain(e *evaluation, i int, now float64) float64 {
	a, r := e.c.asks[i], e.results[i]
	gain := s.weight(a) * (1 - r.credit)
	if a.isProvable() {
		gain += s.proof(now+a.raw*(1-r.proof)) - s.proof(now)
	}
	return max(0, gain)
}
