package match

import (
	"slices"

	"resumax/job/posting"
	"resumax/language/langid"
)

// degreeOf is how a degree is met: by one as high.
func (e *evaluation) degreeOf(o *option, in *index) result {
	var r result
	best := -1
	for i := range in.places {
		p := &in.places[i]
		if p.use != degree {
			continue
		}
		for _, n := range p.namedIn(e.c.posting.Language) {
			level := slices.Index(posting.Degrees(), n.Name)
			if n.Kind != posting.Degree || level < o.degree || level <= best {
				continue
			}
			best = level
			r = result{credit: 1, state: Proved, evidence: in.quote(nil, i, "")}
		}
	}
	return r
}

// experience is how experience instead of a degree is met: by as many years as a degree
// takes, or as the posting asks for where that is more.
func (e *evaluation) experience(a *ask, in *index) result {
	const degreeYears = 4
	if in != e.here || e.months < 12*max(degreeYears, e.c.posting.Years) {
		return result{}
	}
	return result{credit: insteadCredit, state: Implied, evidence: e.careerEvidence()}
}

// licenseOf is how a license or certificate is met: by one of that name, or one that holds it.
func (e *evaluation) licenseOf(o *option, in *index) result {
	var r result
	for i := range in.places {
		p := &in.places[i]
		if p.copied {
			continue
		}
		for _, n := range p.namedIn(e.c.posting.Language) {
			if n.Kind != posting.License || p.isCopied(n.Start, n.End) || n.Name != o.name && !holds(n.Name, o.name, 0) {
				continue
			}
			credit, state := listedCredit, Listed
			if p.use == certificate || p.use == titled && n.Name == o.name || p.use == proof {
				credit, state = 1, Proved
			}
			if credit > r.credit {
				r.credit, r.state = credit, state
				r.evidence = in.quote(nil, i, p.plain[n.Start:n.End])
			}
		}
	}
	return r
}

// holds reports whether whoever has a license has another one too.
func holds(name, other string, depth int) bool {
	const deep = 4
	return depth < deep && slices.ContainsFunc(words().implies[name], func(n string) bool { return n == other || holds(n, other, depth+1) })
}

// languageOf is how a language is met: by one that is listed, or that the resume is in.
func (e *evaluation) languageOf(o *option, in *index) result {
	for i := range in.places {
		p := &in.places[i]
		if p.use != spoken {
			continue
		}
		for _, n := range p.namedIn(e.c.posting.Language) {
			if n.Kind == posting.Language && n.Name == o.language {
				return result{credit: 1, state: Proved, evidence: in.quote(nil, i, "")}
			}
		}
	}
	if in != e.here {
		return result{}
	}
	counts := langid.Count("")
	first := -1
	for i := range in.places {
		if p := &in.places[i]; p.use == proof && !p.copied {
			if first < 0 {
				first = i
			}
			counts.Add(langid.Count(p.plain), 1)
		}
	}
	if first >= 0 && counts.Language().Name == o.language {
		return result{credit: spokenByResume, state: Implied, evidence: in.quote(nil, first, "")}
	}
	return result{}
}

// countMonths counts the months of positions of the posting's line of work: those whose title
// is near the posting's, and those whose bullets prove several of the requirements.
func (e *evaluation) countMonths() {
	const near, many = 0.35, 3
	proves := make([]int, len(e.positions))
	for i, a := range e.c.asks {
		if !a.isProvable() {
			continue
		}
		seen := map[int]bool{}
		for _, ev := range e.results[i].evidence {
			for k := range e.here.places {
				if p := &e.here.places[k]; p.address == ev.Address && p.use == proof && p.position >= 0 && !seen[p.position] {
					seen[p.position] = true
					proves[p.position]++
				}
			}
		}
	}
	type stint struct{ from, to int }
	var all []stint
	for i, p := range e.positions {
		if !p.paid || p.to <= p.from {
			continue
		}
		if len(e.c.title.words) == 0 || p.title != nil && e.m.kin(e.c.title, p.title) >= near || proves[i] >= many {
			all = append(all, stint{p.from, p.to})
		}
	}
	slices.SortFunc(all, func(a, b stint) int { return a.from - b.from })
	last := 0
	for _, s := range all {
		from := max(s.from, last)
		if s.to > from {
			e.months += s.to - from
			last = s.to
		}
	}
}

// yearsOf is how years of experience are met.
func (e *evaluation) yearsOf(a *ask) result {
	credit := clamp(float64(e.months) / float64(12*a.years))
	if credit == 0 {
		return result{}
	}
	r := result{credit: credit, state: Proved, evidence: e.careerEvidence()}
	if credit < 1 {
		r.state = Implied
	}
	return r
}

// careerEvidence are the titles that come nearest to the posting's.
func (e *evaluation) careerEvidence() []Evidence {
	if e.title.evidence.Address != "" {
		return []Evidence{e.title.evidence}
	}
	for _, p := range e.positions {
		if p.title != nil && p.to > p.from {
			return []Evidence{{Address: p.address, Quote: p.title.source}}
		}
	}
	return nil
}
