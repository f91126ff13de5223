// Package score judges how well a resume is written for its role.
//
// A [Report] begins at 100 points. Every point lost belongs to a [Finding], and
// a finding says where, why, what to do, and what that gains: exactly the score
// of the fixed resume less the score now. The same input gives the same report
// on every system; there is no clock, no locale and no chance in it.
//
// Checks ask for facts, they never invent one. Where only the user knows the
// fact, the fix puts a slot such as "[how many?]" in its place. A slot scores
// as the fact that it asks for, so that its gain is exact, and no export is
// made while one is left (see [resume.Document.Slots]).
//
// The score says how a resume is written. It does not predict interviews.
package score

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"resumax/language/langid"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// Kind says what acting on a finding takes.
type Kind string

// The kinds of findings.
const (
	Edit    Kind = "edit"    // change words that are there
	Ask     Kind = "ask"     // a fact that only the user knows
	Add     Kind = "add"     // something that is missing
	Reorder Kind = "reorder" // the same things in another order
)

// Span is a part of a text, in bytes.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Finding is one thing to change.
type Finding struct {
	Check     string         `json:"check"`
	Dimension string         `json:"dimension"`
	Lost      float64        `json:"lost"` // points that the score lacks for it
	Max       float64        `json:"max"`  // points of its check
	Address   resume.Address `json:"address"`
	Span      Span           `json:"span"`  // the part of the text at the address; empty for all of it
	Quote     string         `json:"quote"` // that part
	Why       string         `json:"why"`
	Fix       string         `json:"fix"`
	Kind      Kind           `json:"kind"`
	Gain      float64        `json:"gain"`           // the score with the fix less the score now
	Word      string         `json:"word,omitempty"` // the word that is in no dictionary, if that was found

	patch     patch     // see [Finding.fix]
	rewriting rewriting // what the patch does, where it only puts other texts in the place of bullets
	alike     string    // fixes that have the same one gain the same, "" for none

	place resume.Address // that the card is of, where that is not the address's
	lacks string         // what is missing, in a few words, for a card that lists several
	moves bool           // the patch moves or removes items of a list
}

// patch fixes what a finding found.
type patch = resume.Edit

// hasFix reports whether there is something to do about a finding.
func (f *Finding) hasFix() bool { return f.patch != nil || f.rewriting.of != nil }

// fix is what to do about a finding, nil for nothing. That of a rewriting of one bullet is
// made when it is asked for.
func (f *Finding) fix() patch {
	if f.patch == nil && f.rewriting.of != nil {
		return f.rewriting.patch
	}
	return f.patch
}

// withdrawFix takes the fix back.
func (f *Finding) withdrawFix() { f.patch, f.rewriting.of = nil, nil }

// Mechanical reports whether the fix can be done as it is: it needs no fact
// that only the user knows.
func (f Finding) Mechanical() bool { return f.hasFix() && (f.Kind == Edit || f.Kind == Reorder) }

// Apply fixes what a finding of this very document found: with a slot where a
// fact is asked for.
func Apply(d resume.Document, f Finding) (resume.Document, error) {
	if !f.hasFix() {
		return d, nil
	}
	return f.fix()(d)
}

// Check is one line of the rubric.
type Check struct {
	ID   string  `json:"id"`
	Name string  `json:"name"`
	Max  float64 `json:"max"`
	Lost float64 `json:"lost"`
}

// Dimension is a group of checks.
type Dimension struct {
	ID     string  `json:"id"`
	Name   string  `json:"name"`
	Points float64 `json:"points"`
	Max    float64 `json:"max"`
	Checks []Check `json:"checks"`
}

// Cap bounds the score of a resume that lacks something no reader can do
// without.
type Cap struct {
	Limit  float64 `json:"most"`
	Reason string  `json:"reason"`
}

// Keywords are what a role asks for that the resume has, and lacks.
type Keywords struct {
	Have    []string `json:"have"`
	Missing []string `json:"missing"`
}

// Report is the whole judgement.
type Report struct {
	Score      float64     `json:"score"`    // 0 to 100, after caps
	Uncapped   float64     `json:"uncapped"` // 100 less all that was lost
	Level      string      `json:"level"`    // junior, mid or senior
	Role       string      `json:"role"`     // the role pack's id, "" for none
	Caps       []Cap       `json:"caps"`
	Dimensions []Dimension `json:"dimensions"`
	Started    bool        `json:"started"`  // there is a position or project with a bullet: enough to judge
	Cards      []Card      `json:"cards"`    // the advice, a card a place, what to do first first
	Findings   []Finding   `json:"findings"` // by gain, the largest first
	Notices    []Finding   `json:"notices"`  // to know of; they cost no points
	Keywords   Keywords    `json:"keywords"`
	Signals    Keywords    `json:"signals"` // the role's kinds of evidence that a number backs, and the others, by name
	Career     Career      `json:"-"`
}

// The levels of experience.
const (
	Junior = "junior" // under 3 years in dated roles
	Mid    = "mid"    // 3 to 8
	Senior = "senior" // over 8
)

// Options say for whom and when a resume is read.
type Options struct {
	Target *Target     // nil for none
	Today  resume.Date // the day of reading
	Level  string      // Junior, Mid or Senior; "" to derive it from the dates
	Terms  *terms.List // nil for terms.Default
	Words  Words       // that are spelled right though no dictionary has them; the resume has its own besides
}

// Words are words, in lower case.
type Words map[string]bool

// WordsOf makes words of a list, however they are capitalized there.
func WordsOf(list []string) Words {
	words := Words{}
	for _, w := range list {
		words[strings.ToLower(w)] = true
	}
	return words
}

// termsList is the list of terms to find.
func (o Options) termsList() *terms.List {
	if o.Terms == nil {
		return terms.Default()
	}
	return o.Terms
}

// Scorer scores resumes. It keeps what it has read of each sentence, so that
// after a keystroke only the sentence that changed is read again. One goroutine
// may use it at a time.
type Scorer struct {
	sentences map[string]*sentence
	fixed     map[string]*sentence // texts that fixes would make, as far as they are counted
	listed    map[string][]terms.Match
	skills    map[string][]*terms.Term
	meant     map[string]string             // what entries of skills lists were meant to be
	implied   map[*terms.Term][]*terms.Term // by a term, it among them
	facts     facts                         // of words
	foreign   map[string]*foreignFacts      // of words of other languages than English, by its tag
	counts    map[string]*langid.Counts     // what tells the language of texts
	tongue    *tongue                       // in which texts are read now
	list      *terms.List
	texts     int      // how many the last resume had
	last      *reading // the last one reported on, from which others are taken as far as they are the same
	weighing  bool     // fixes are tried
	trials    int      // how many more may be by reading all again
	sought    []role.Signal
	signals   []signal // those, as they are looked for
}

// New makes a scorer that has read nothing.
func New() *Scorer {
	s := &Scorer{tongue: english}
	s.forget(nil)
	return s
}

// cacheSize bounds how many sentences are kept: some fifty resumes' worth.
const cacheSize = 4096

// keptPerText is how many sentences are kept for each of a long resume: it, what its
// fixes would make of it, and the same again while it is edited.
const keptPerText = 8

// vocabulary is about how many different words a page has.
const vocabulary = 200

// factsSize bounds how many words are kept: a large vocabulary.
const factsSize = 1 << 15

func (s *Scorer) forget(list *terms.List) {
	s.fixed, s.listed, s.counts = map[string]*sentence{}, map[string][]terms.Match{}, map[string]*langid.Counts{}
	s.sentences, s.skills, s.facts, s.list = map[string]*sentence{}, map[string][]*terms.Term{}, make(facts, vocabulary), list
	s.meant = map[string]string{}
	s.foreign = map[string]*foreignFacts{}
	s.implied, s.last = map[*terms.Term][]*terms.Term{}, nil
}

// ready names the terms that the options leave out, and forgets what was read
// for other terms or is too much to keep.
func (s *Scorer) ready(o Options) Options {
	o.Terms = o.termsList()
	limit := max(cacheSize, keptPerText*s.texts)
	if o.Terms != s.list || len(s.sentences)+len(s.fixed) > limit || len(s.listed) > limit || len(s.counts) > 2*limit || len(s.skills) > limit || len(s.meant) > limit || len(s.facts) > factsSize || s.foreign[s.tongue.Tag].isFull() {
		s.forget(o.Terms)
	}
	return o
}

// Document scores a document.
func (s *Scorer) Document(d resume.Document, o Options) Report {
	o = s.ready(o)
	rd := s.read(d, o)
	s.texts = len(rd.lines) + len(rd.skills)
	r := rd.judge()
	t := newTally(rd)
	rd.base = nil // which is not to be kept
	s.last, s.weighing = rd, true
	defer func() { s.weighing = false }()
	s.weigh(t, o, r.Score, r.Findings)
	r.Findings = byGain(r.Findings)
	r.Notices = rd.notices()
	r.Career = rd.career()
	r.Started = rd.started()
	r.Cards = s.cards(t, o, &r)
	return r
}

// Score is the score of a document alone, without a report.
func (s *Scorer) Score(d resume.Document, o Options) float64 {
	o, was := s.ready(o), s.weighing
	s.weighing = true
	r := s.read(d, o)
	s.weighing, r.quiet = was, true
	total := r.total()
	if !r.bulletTexts.isDerived() && !r.sentenceTexts.isDerived() {
		r.base, s.last = nil, r
	}
	return total
}

// Document scores a document with a scorer of its own.
func Document(d resume.Document, o Options) Report { return New().Document(d, o) }

// byGain are findings in order, what gains most first.
func byGain(findings []Finding) []Finding {
	return sortedBy(findings, func(a, b *Finding) int {
		return cmp.Or(cmp.Compare(b.Gain, a.Gain), cmp.Compare(b.Lost, a.Lost))
	})
}

// sortedBy is a list in order, what is equal as it was. Large items are moved once.
func sortedBy[T any](list []T, inOrder func(a, b *T) int) []T {
	if len(list) < 2 {
		return list
	}
	order := make([]*T, len(list))
	for i := range list {
		order[i] = &list[i]
	}
	slices.SortStableFunc(order, inOrder)
	out := make([]T, len(list))
	for i, p := range order {
		out[i] = *p
	}
	return out
}

// weigh finds what the findings' fixes gain. A fix that would cost as much elsewhere
// as it gains is taken back: the finding stays, for the user to fix in another
// way. Under a cap most fixes gain nothing yet, and stay. The gain is rounded to a millionth of a point, far below what is
// shown, to rid it of the noise of adding floats.
func (s *Scorer) weigh(t *tally, o Options, now float64, findings []Finding) {
	capped := len(t.r.caps()) > 0
	s.trials = max(minTrials, textsTried/(len(t.r.lines)+1))
	alike := map[string]float64{}
	for i := range findings {
		f := &findings[i]
		if !f.hasFix() {
			continue
		}
		gain, known := 0.0, false
		if f.alike != "" {
			gain, known = alike[f.alike]
		}
		if !known {
			gain = s.gain(t, o, now, f)
			if f.alike != "" {
				alike[f.alike] = gain
			}
		}
		f.Gain = gain
		if f.Gain < 0 || f.Gain == 0 && !capped {
			f.Gain = 0
			f.withdrawFix()
		}
	}
}

// How many fixes may have effects for which all is to be read again: so many, or, in
// resumes that are not very long, as many as make so many texts in all. Real resumes have
// some forty. Further ones are not offered as a fix.
const minTrials, textsTried = 40, 80_000

// gain is what a finding's fix gains, below zero for a fix that cannot be.
func (s *Scorer) gain(t *tally, o Options, now float64, f *Finding) float64 {
	if after, ok := t.scoreAfter(f.rewriting); ok {
		return rounded(after - now)
	}
	if s.trials--; s.trials < 0 {
		return -1
	}
	gain, ok := s.try(t, o, now, f.fix())
	if !ok {
		return -1
	}
	return gain
}

// try is what a fix of what was read gains, found by reading all again; false for a fix
// that cannot be. Nothing is forgotten in the middle of a report.
func (s *Scorer) try(t *tally, o Options, now float64, p patch) (gain float64, ok bool) {
	fixed, err := p(t.r.document)
	if err != nil {
		return 0, false
	}
	after := s.read(fixed, o)
	after.quiet = true
	score, counted := t.scoreOf(after)
	if !counted {
		score = after.total()
	}
	s.tongue = t.r.tongue // which the fix may have changed
	return rounded(score - now), true
}

// tidy rids points of the last bits, in which processors differ.
func tidy(v float64) float64 { return math.Round(v*1e9) / 1e9 }

// rounded is a score rounded to a millionth of a point. What lies half way between two goes
// up, whatever its last bits are: a score may be found in several ways, see [tally].
func rounded(v float64) float64 {
	const bits = 1e-10
	return math.Round((v+bits)*1e6) / 1e6
}

// judge makes the report, its gains still zero.
func (r *reading) judge() Report {
	r.lost = make(map[string]float64, len(checks))
	rep := Report{Level: r.level, Uncapped: 100, Keywords: r.keywords(), Signals: r.signals(), Caps: []Cap{}, Findings: []Finding{}}
	if r.role != nil {
		rep.Role = r.role.ID
	}
	var all [][]Finding
	for _, dim := range dimensions {
		d := Dimension{ID: dim.id, Name: dim.name}
		for _, c := range checks {
			if c.dimension != dim.id {
				continue
			}
			findings, lost := r.found(c)
			r.lost[c.id] = lost
			all = append(all, findings)
			rep.Uncapped -= lost
			points := c.max * r.share(&c)
			d.Checks = append(d.Checks, Check{c.id, c.name, tidy(points), tidy(lost)})
			d.Max += points
			d.Points += points - lost
		}
		d.Points, d.Max = tidy(d.Points), tidy(d.Max)
		rep.Dimensions = append(rep.Dimensions, d)
	}
	if found := slices.Concat(all...); found != nil {
		rep.Findings = found
	}
	rep.Score, r.uncapped = rep.Uncapped, rep.Uncapped
	for _, c := range r.caps() {
		rep.Caps = append(rep.Caps, Cap{c.limit, c.finding.Why})
		rep.Findings = append(rep.Findings, c.finding)
		rep.Score = min(rep.Score, c.limit)
	}
	rep.Score = rounded(max(0, rep.Score))
	rep.Uncapped = rounded(max(0, rep.Uncapped))
	return rep
}

// total is the score alone.
func (r *reading) total() float64 {
	score := 100.0
	r.lost = make(map[string]float64, len(checks))
	for i := range checks {
		lost, known := r.lostBefore(&checks[i])
		if !known {
			_, lost = r.found(checks[i])
		}
		r.lost[checks[i].id] = lost
		score -= lost
	}
	r.uncapped = score
	for _, c := range r.caps() {
		score = min(score, c.limit)
	}
	return rounded(max(0, score))
}
