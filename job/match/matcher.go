package match

import (
	"reflect"
	"slices"

	"resumax/job/posting"
	"resumax/language/terms"
	"resumax/resume"
)

// Matcher compares resumes with postings. It keeps what it has read of texts, so that after a
// keystroke only the text that changed is read again. One goroutine may use it at a time.
type Matcher struct {
	Read     int // how many texts were read anew, for tests and measurements
	texts    map[key]*text
	implies  map[*terms.Term][]*terms.Term
	posting  *compiled
	variants map[variantKey][]place // what variants say of their own

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
	e.notes = slices.Concat(e.c.markCopied(g.places), markRepeated(g.places))
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
