package match

import (
	"slices"
	"strings"

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
	return result{credit: insteadCredit, state: Implied, evidence: slices.Clone(e.career)}
}

// licenseOf is how a license or certificate is met: by one of that name, or one that holds it.
func (e *evaluation) licenseOf(o *option, in *index) result {
	var r result
	best := -1
	for i := range in.places {
		p := &in.places[i]
		if p.copied {
			continue
		}
		if p.licensed != nil {
			for _, n := range p.licensed.namedIn(e.c.posting.Language) {
				if have := words().licenseKey(n.Name); n.Kind == posting.License && (have == o.license || holds(have, o.license, 0)) && best < 2 {
					r, best = result{credit: 1, state: Proved, evidence: in.quote(nil, i, "")}, 2 // said as a fact, in its own line
				}
			}
			continue
		}
		for _, n := range p.namedIn(e.c.posting.Language) {
			have := words().licenseKey(n.Name)
			if n.Kind != posting.License || p.isCopied(n.Start, n.End) || have != o.license && !holds(have, o.license, 0) {
				continue
			}
			credit, state, rank := listedCredit, Listed, 0
			switch {
			case p.use == certificate:
				credit, state, rank = 1, Proved, 2
			case p.use == titled && have == o.license, p.use == proof:
				credit, state, rank = 1, Proved, 1
			}
			if credit > r.credit || credit == r.credit && rank > best {
				r.credit, r.state, best = credit, state, rank
				r.evidence = in.quote(nil, i, p.plain[n.Start:n.End])
			}
		}
	}
	return r
}

// licenseKey is what a license is called without the words that say that it is one, so that an
// RN license is what a registered nurse has.
func (v *vocabulary) licenseKey(name string) string {
	stems := v.titleStems(strings.Fields(strings.ToLower(name)))
	rest := slices.DeleteFunc(slices.Clone(stems), func(s string) bool { return v.paper[s] })
	if len(rest) == 0 {
		rest = stems // "state license"
	}
	return strings.Join(rest, " ")
}

// holds reports whether whoever has a license has another one too.
func holds(have, other string, depth int) bool {
	const deep = 4
	return depth < deep && slices.ContainsFunc(words().implies[have], func(n string) bool { return n == other || holds(n, other, depth+1) })
}

// languageOf is how a language is met: by one that is listed, or that the resume is in. Where the
// posting says how well it must be spoken, it must be spoken as well: one level below implies
// it, more is not enough; and that it is spoken at all does not show that it is spoken well.
func (e *evaluation) languageOf(o *option, in *index) result {
	listed := false
	var best result
	for i := range in.places {
		p := &in.places[i]
		if p.use != spoken {
			continue
		}
		named := namedAnywhere(p.plain, e.c.posting.Language)
		if !slices.ContainsFunc(named, func(n posting.Named) bool { return n.Kind == posting.Language && n.Name == o.language }) {
			continue
		}
		listed = true
		level := words().levelsOf(p.plain, named)[o.language]
		if all := words().levelsIn(p.fluency); level == 0 && len(all) > 0 {
			level = all[0].level
		}
		r := result{evidence: in.quote(nil, i, "")}
		switch {
		case o.fluency == 0, level >= o.fluency:
			r.credit, r.state = 1, Proved
		case level == 0 && o.fluency < fluent:
			r.credit, r.state = 1, Proved
		case level == 0:
			r.credit, r.state = listedCredit, Listed
		case level == o.fluency-1:
			r.credit, r.state = impliedCredit, Implied
		default:
			continue
		}
		if r.credit > best.credit {
			best = r
		}
	}
	if listed {
		return best
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

// namedAnywhere is what a text names in the words of a posting's language, or of another one that
// postings are read in: a resume that names "Englisch" may answer a French posting.
func namedAnywhere(text, language string) []posting.Named {
	for _, tag := range append([]string{language}, posting.Tongues()...) {
		if all := posting.NamedIn(text, tag); len(all) > 0 {
			return all
		}
	}
	return nil
}

// countMonths counts the months of positions of the posting's line of work: those whose title
// is near the posting's, and those whose bullets prove much of what it asks for.
func (e *evaluation) countMonths() {
	const near, much = 0.4, 0.35
	proved, all := make([][]float64, len(e.positions)), []float64{}
	for i, a := range e.c.asks {
		if a.isProvable() {
			all = append(all, a.raw)
			for _, k := range e.results[i].by {
				proved[k] = append(proved[k], a.raw)
			}
		}
	}
	type stint struct{ from, to int }
	var stints []stint
	for i, p := range e.positions {
		if !p.paid || p.to <= p.from {
			continue
		}
		if len(e.c.title.words) == 0 || p.title != nil && (e.related(p.title) >= near || e.sameTrade(p.title)) || len(proved[i]) > 0 && sum(proved[i]) >= much*sum(all) {
			stints = append(stints, stint{p.from, p.to})
			if p.title != nil && len(e.career) < evidenceLimit {
				e.career = append(e.career, Evidence{Address: p.address, Quote: p.title.source})
			}
		}
	}
	slices.SortFunc(stints, func(a, b stint) int { return a.from - b.from })
	last := 0
	for _, s := range stints {
		from := max(s.from, last)
		if s.to > from {
			e.months += s.to - from
			last = s.to
		}
	}
}

// sameTrade reports whether a title has the word that says what the posting's job is, if few
// trades share it: all teachers have taught, and not all managers have managed the same.
func (e *evaluation) sameTrade(have *text) bool {
	words := e.c.title.main
	if len(words) == 0 {
		return false
	}
	head := words[len(words)-1]
	switch e.c.posting.Language {
	case "fr", "es", "pt":
		head = words[0]
	}
	return titleWeight(head) == 1 && slices.Contains(e.m.title(have.source).words, head)
}

// yearsOf is how years of experience are met.
func (e *evaluation) yearsOf(a *ask) result {
	credit := clamp(float64(e.months) / float64(12*a.years))
	if credit == 0 {
		return result{}
	}
	r := result{credit: credit, state: Proved, evidence: slices.Clone(e.career)}
	if credit < 1 {
		r.state = Implied
	}
	return r
}
