package match

import (
	"cmp"
	"reflect"
	"slices"
	"strings"

	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/resume"
)

// Matcher compares resumes with postings. It keeps what it has read of texts, so that after a
// keystroke only the text that changed is read again. One goroutine may use it at a time.
type Matcher struct {
	Read    int // how many texts were read anew, for tests and measurements
	texts   map[key]*text
	implies map[*terms.Term][]*terms.Term
	posting *compiled

	document resume.Document // the last one, and what was read of it
	typed    *resume.Resume
	project  resume.Document
	based    *resume.Resume
}

// New makes a matcher that has read nothing.
func New() *Matcher {
	return &Matcher{texts: map[key]*text{}, implies: map[*terms.Term][]*terms.Term{}}
}

// cacheSize bounds how many texts are kept: some fifty resumes' worth.
const cacheSize = 8192

// Match compares a resume with a posting.
func (m *Matcher) Match(in Input) Report { return m.begin(in).report() }

// begin evaluates an input.
func (m *Matcher) begin(in Input) *evaluation {
	if len(m.texts) > cacheSize {
		m.texts = map[key]*text{}
		m.posting = nil
	}
	if m.posting == nil || !reflect.DeepEqual(m.posting.posting, in.Posting) {
		m.posting = m.compile(in.Posting)
	}
	return m.evaluate(in)
}

// evaluation is one comparison.
type evaluation struct {
	m         *Matcher
	in        Input
	c         *compiled
	r         *resume.Resume
	here      *index
	positions []position
	elsewhere *index // nil until it was asked for
	results   []result
	title     titleResult
	notes     []Note
	months    int        // of positions of this line of work, at no time twice
	career    []Evidence // the titles of those
}

// result is how a requirement is met.
type result struct {
	credit   float64
	proof    float64 // how much recent bullets prove it, 0 to 1
	state    State
	met      string
	spelled  string
	evidence []Evidence
	by       []int // the positions whose bullets prove it
}

// provedBy notes a position whose bullet proves something.
func (r *result) provedBy(p *place) {
	if p.position >= 0 && !slices.Contains(r.by, p.position) {
		r.by = append(r.by, p.position)
	}
}

func (m *Matcher) evaluate(in Input) *evaluation {
	e := &evaluation{m: m, in: in, c: m.posting}
	if m.typed != nil {
		e.r = in.Document.ResumeAfter(m.document, m.typed)
	} else {
		e.r = in.Document.Resume()
	}
	m.document, m.typed = in.Document, e.r
	g := &gathering{m: m, document: in.Document, r: e.r, today: in.Today}
	g.gather()
	e.notes = e.c.markCopied(g.places)
	e.limitSkills(g.places)
	e.here, e.positions = m.indexOf(g.places, e.c), g.positions
	e.title = e.nearestTitle()
	e.results = make([]result, len(e.c.asks))
	for i, a := range e.c.asks {
		if !a.needsCareer() {
			e.results[i] = e.answer(a)
		}
	}
	e.countMonths()
	for i, a := range e.c.asks {
		if a.needsCareer() {
			e.results[i] = e.answer(a)
		}
	}
	return e
}

// needsCareer reports whether a requirement is answered by dated work.
func (a *ask) needsCareer() bool {
	return a.Kind == posting.Years || slices.ContainsFunc(a.options, func(o option) bool { return o.instead })
}

// answer finds how a requirement is met.
func (e *evaluation) answer(a *ask) result {
	r := e.look(a, e.here)
	if r.credit == 0 {
		if !a.judged {
			return result{state: Absent}
		}
		if a.Kind != posting.Years {
			if there := e.look(a, e.everywhere()); there.credit > 0 {
				return result{state: Elsewhere, met: there.met, evidence: there.evidence}
			}
		}
		r.state = Absent
	}
	return r
}

// look looks for a requirement in places.
func (e *evaluation) look(a *ask, in *index) result {
	switch {
	case !a.judged:
		return result{}
	case a.Kind == posting.Years:
		return e.yearsOf(a)
	case len(a.options) == 0:
		return e.proseOf(a, in)
	}
	var best result
	for i := range a.options {
		var r result
		switch o := &a.options[i]; {
		case o.instead:
			r = e.experience(a, in)
		case o.degree >= 0 && a.Kind == posting.Degree:
			r = e.degreeOf(o, in)
		case o.language != "":
			r = e.languageOf(o, in)
		default:
			r = e.termOf(o, in)
			if o.license != "" {
				if l := e.licenseOf(o, in); l.credit > r.credit {
					r = l
				}
			}
		}
		if r.credit > best.credit || r.credit == best.credit && r.proof > best.proof {
			r.met = a.options[i].name
			best = r
		}
	}
	return best
}

// termOf is how a term is met.
func (e *evaluation) termOf(o *option, in *index) result {
	var r result
	hits := in.terms[o.term]
	if o.term == nil {
		hits = in.phrase(o.names[0], false)
	} else if len(hits) == 0 && !o.term.Word {
		// A product manager does product management; "rigid conduit" is conduit, though a term of its own.
		names := o.term.Category.Technology()
		for _, name := range o.names {
			hits = append(hits, in.phrase(name, names)...)
		}
		for _, name := range o.names {
			if len(hits) == 0 && !names {
				hits = in.together(name)
			}
		}
	}
	exact, proved, listed, backed := false, false, false, 0.0
	other := ""
	type ranked struct {
		hit
		rank float64
	}
	var all []ranked
	for _, h := range hits {
		p := &in.places[h.place]
		rank := 0.0
		switch {
		case h.via != nil:
			rank = 0.1
			if p.use == proof {
				rank += 0.1 * p.weight
				backed = max(backed, p.weight)
			}
		case p.use == proof:
			proved = true
			rank = 1 + p.weight
			r.proof = max(r.proof, p.weight)
			r.provedBy(p)
		default:
			listed = true
			rank = 0.5
		}
		if h.via == nil {
			if o.isSpelled(h.surface) {
				exact = true
				rank += 0.05
			} else if other == "" {
				other = h.surface
			}
		}
		all = append(all, ranked{h, rank})
	}
	if listed && !proved && backed > 0 { // Kafka is listed, and a bullet shows Kafka Streams
		proved, r.proof = true, backed
		for i := range all {
			if p := &in.places[all[i].place]; all[i].via != nil && p.use == proof {
				all[i].rank += 1
				r.provedBy(p)
			}
		}
	}
	switch {
	case proved:
		r.state, r.credit = Proved, provedCredit
	case listed:
		r.state, r.credit = Listed, listedCredit
	case len(all) > 0:
		r.state, r.credit = Implied, impliedCredit
	default:
		return r
	}
	if (proved || listed) && !exact {
		r.credit *= otherwise
		if !o.inflects(other) {
			r.spelled = other
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.rank, a.rank) })
	for _, h := range all {
		r.evidence = in.quote(r.evidence, h.place, h.surface)
	}
	return r
}

// inflects reports whether a surface has the words that the posting writes, in other forms or
// another order.
func (o *option) inflects(surface string) bool {
	have, written := stemsIn(surface), stemsIn(o.written)
	slices.Sort(have)
	slices.Sort(written)
	return slices.Equal(have, written)
}

// isSpelled reports whether a surface is how the posting writes the term, or how it is
// usually written where the posting's way is not known.
func (o *option) isSpelled(surface string) bool {
	f := folded(surface)
	if len(o.spelled) > 0 {
		if o.spelled[f] {
			return true
		}
		is, ok := o.said[f]
		if !ok {
			is = o.posting.says(surface)
			o.said[f] = is
		}
		return is
	}
	if o.term == nil || f == folded(o.term.Name) {
		return true
	}
	return slices.ContainsFunc(o.term.Aliases, func(alias string) bool { return folded(alias) == f })
}

// says reports whether the posting has words in a row, whatever they mean there.
func (c *compiled) says(text string) bool {
	return strings.Contains(c.source, " "+lineKey(wordsOf(text)))
}

// phrase is where words follow each other, in titles alone or anywhere. The first of them must
// be one that was indexed.
func (x *index) phrase(stems []string, titles bool) (hits []hit) {
	if len(stems) == 0 {
		return nil
	}
	for _, i := range x.stems[stems[0]] {
		p := &x.places[i]
		if titles && p.use != titled {
			continue
		}
		for k := 0; k+len(stems) <= len(p.words); k++ {
			if slices.EqualFunc(stems, p.words[k:k+len(stems)], func(s string, w word) bool { return s == w.stem }) {
				if from, to := p.words[k].start, p.words[k+len(stems)-1].end; !p.isCopied(from, to) {
					hits = append(hits, hit{i, p.plain[from:to], nil})
					break
				}
			}
		}
	}
	return hits
}

// together is where the words of a term of several stand near each other in running text about
// work, in any order: "managed the inventory" of inventory management.
func (x *index) together(stems []string) (hits []hit) {
	const few = 2
	if len(stems) < few {
		return nil
	}
	for _, i := range x.stems[stems[0]] {
		p := &x.places[i]
		if p.use != proof {
			continue
		}
		at, last := 0, make(map[string]word, len(stems))
		where := make(map[string]int, len(stems))
		for _, w := range p.words {
			if words().stop[w.lower] {
				continue
			}
			at++
			if !slices.Contains(stems, w.stem) || p.isCopied(w.start, w.end) {
				continue
			}
			last[w.stem], where[w.stem] = w, at
			if len(last) < len(stems) {
				continue
			}
			from, to, first := w.start, w.end, at
			for s, o := range last {
				from, first = min(from, o.start), min(first, where[s])
			}
			if at-first < len(stems)+pairReach-1 {
				hits = append(hits, hit{i, p.plain[from:to], nil})
				break
			}
		}
	}
	return hits
}

// quote adds a place to evidence.
func (x *index) quote(all []Evidence, i int, around string) []Evidence {
	p := &x.places[i]
	if len(all) >= evidenceLimit || slices.ContainsFunc(all, func(e Evidence) bool { return e.Address == p.address && e.Project == p.project }) {
		return all
	}
	return append(all, Evidence{Address: p.address, Quote: excerpt(p.source, around), Project: p.project, Hidden: p.hidden})
}

// report makes the report of what was found.
func (e *evaluation) report() Report {
	rep := Report{Requirements: make([]Requirement, len(e.c.asks)), Title: e.title.evidence}
	s := e.sums()
	rep.Of = s.of
	rep.Parts = s.parts(e)
	rep.Match = tidy(min(100, max(0, rep.Parts.Sum())))
	rep.Parts = Parts{tidy(rep.Parts.Required), tidy(rep.Parts.Preferred), tidy(rep.Parts.Title), tidy(rep.Parts.Knockouts), tidy(rep.Parts.Proof)}
	if s.of.Sum() > 0 {
		rep.Band = BandOf(rep.Match)
	}
	proved := s.proved(e)
	for i, a := range e.c.asks {
		q, r := a.Requirement, e.results[i]
		if q.Any == nil {
			q.Any = []string{}
		}
		q.Credit, q.State, q.Met, q.Spelled, q.Evidence = r.credit, r.state, r.met, r.spelled, r.evidence
		if q.Evidence == nil {
			q.Evidence = []Evidence{}
		}
		q.Weight = tidy(s.weight(a))
		if a.judged {
			q.Gain = tidy(s.gain(e, i, proved))
			switch q.State {
			case Elsewhere:
				rep.Elsewhere = append(rep.Elsewhere, i)
			case Absent:
				rep.Absent = append(rep.Absent, i)
			}
		}
		rep.Requirements[i] = q
	}
	rep.Months = e.months
	rep.Notes = slices.Concat(e.notes, e.bareList())
	return rep
}
