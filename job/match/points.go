package match

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
	var s sums
	for _, a := range e.c.asks {
		if !a.judged {
			continue
		}
		switch {
		case a.facts:
			s.knockouts += a.raw
		case a.Part == Preferred:
			s.preferred += a.raw
		default:
			s.required += a.raw
		}
		if a.isProvable() {
			s.shown += a.raw
		}
	}
	s.of = spread(s.required > 0, s.preferred > 0, len(e.c.title.words) > 0, s.knockouts > 0, s.shown > 0)
	return s
}

// isProvable reports whether bullets can prove a requirement.
func (a *ask) isProvable() bool { return a.judged && !a.facts && a.years == 0 }

// spread are the points of the parts: those of parts that a posting has nothing for go to the
// others, in proportion.
func spread(required, preferred, title, knockouts, proof bool) Parts {
	var p Parts
	for _, part := range []struct {
		has bool
		to  *float64
		max float64
	}{{required, &p.Required, MaxRequired}, {preferred, &p.Preferred, MaxPreferred}, {title, &p.Title, MaxTitle}, {knockouts, &p.Knockouts, MaxKnockouts}, {proof, &p.Proof, MaxProof}} {
		if part.has {
			*part.to = part.max
		}
	}
	sum := p.Sum()
	if sum == 0 || !required && !preferred && !knockouts {
		return Parts{} // a title alone says too little
	}
	for _, to := range []*float64{&p.Required, &p.Preferred, &p.Title, &p.Knockouts, &p.Proof} {
		*to *= 100 / sum
	}
	return p
}

// weight is the points that a requirement earns with full credit.
func (s *sums) weight(a *ask) float64 {
	switch {
	case !a.judged:
		return 0
	case a.facts:
		return s.of.Knockouts * a.raw / s.knockouts
	case a.Part == Preferred:
		return s.of.Preferred * a.raw / s.preferred
	}
	return s.of.Required * a.raw / s.required
}

// parts are the points earned.
func (s *sums) parts(e *evaluation) Parts {
	p := Parts{Title: s.of.Title * e.title.credit, Proof: s.proof(s.proved(e))}
	for i, a := range e.c.asks {
		points := s.weight(a) * e.results[i].credit
		switch {
		case a.facts:
			p.Knockouts += points
		case a.Part == Preferred:
			p.Preferred += points
		default:
			p.Required += points
		}
	}
	return p
}

// proved is what recent bullets prove of what they can.
func (s *sums) proved(e *evaluation) (sum float64) {
	for i, a := range e.c.asks {
		if a.isProvable() {
			sum += a.raw * e.results[i].proof
		}
	}
	return sum
}

func (s *sums) proof(proved float64) float64 {
	if s.shown == 0 {
		return 0
	}
	return s.of.Proof * clamp(proved/s.shown/fullProof)
}

// gain is what full credit, by a recent bullet, adds for a requirement.
func (s *sums) gain(e *evaluation, i int) float64 {
	a, r := e.c.asks[i], e.results[i]
	gain := s.weight(a) * (1 - r.credit)
	if a.isProvable() {
		now := s.proved(e)
		gain += s.proof(now+a.raw*(1-r.proof)) - s.proof(now)
	}
	return max(0, gain)
}
