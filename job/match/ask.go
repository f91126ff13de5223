package match

import (
	"math"
	"slices"
	"strings"

	"resumax/job/posting"
	"resumax/language/terms"
)

// Weights of what a posting asks for, by where it says so.
var partWeights = map[Part]float64{Required: 1, Unlabeled: 0.7, Preferred: 0.4, Mentioned: 0.4}

const (
	countWeight = 0.25 // × ln of how often the posting says it
	// proseWeight is what a requirement without a term weighs beside one with: whether words
	// match is less sure, and much of it is said of every job.
	proseWeight = 0.6
	// Requirements without a term weigh together at most a third of what those with one do, or
	// what is missing to so many requirements: where a posting says most in prose, it counts.
	proseShare = 1.0 / 3
	fewTerms   = 6.0
	// What is only named, as in duties, weighs together at most this much of what is required, and
	// always as much as few terms.
	unlabeledShare = 0.75
	// Terms in texts about the employer weigh together at most a tenth of what is asked for.
	mentionedShare = 0.1
)

// ask is a requirement as it is looked for.
type ask struct {
	Requirement
	raw     float64 // its weight among those of its part
	options []option
	years   int
	content []string // stems of the words of what has no term that say what it is about
	pairs   []pair   // and words beside each other, one of which does
	facts   bool     // it counts with the knockouts
	judged  bool
}

// option is one of the things of which one is enough.
type option struct {
	name     string
	term     *terms.Term
	names    [][]string      // the stems of its names, its own first
	license  string          // what it is as a license, see licenseKey; "" for none
	spelled  map[string]bool // how the posting writes it, folded
	written  string          // how it writes it, "" where that is not known
	posting  *compiled
	said     map[string]bool // other surfaces, folded, and whether the posting has them
	degree   int             // index into posting.Degrees, -1 for none
	instead  bool            // experience instead of a degree
	language string
	fluency  fluency // how well a language must be spoken, 0 where the posting does not say it
}

// compiled is a posting as it is looked for.
type compiled struct {
	posting  posting.Posting
	asks     []*ask
	title    *title
	grams    map[uint64]bool // runs of words of the source, see copied.go
	lines    map[string]int  // its lines, by their words
	source   string          // its words in small letters, with single spaces around them
	stems    map[string]bool // that prose and names that no list has ask for
	terms    map[*terms.Term]bool
	licenses bool     // it asks for any
	licensed []string // those that its title names
}

// compile makes what is looked for of a posting.
func (m *Matcher) compile(p posting.Posting) *compiled {
	c := &compiled{posting: p, stems: map[string]bool{}, terms: map[*terms.Term]bool{}}
	c.title = m.title(p.Title)
	for _, n := range posting.NamedIn(p.Title, p.Language) {
		if n.Kind == posting.License {
			c.licensed = append(c.licensed, n.Name)
		}
	}
	spelled := spellings(p)
	haveYears, haveDegree := false, false
	asked := map[string]bool{} // sentences
	for _, l := range []struct {
		part Part
		list []posting.Requirement
	}{{Required, p.Required}, {Unlabeled, p.Unlabeled}, {Preferred, p.Preferred}, {Mentioned, p.Mentioned}} {
		for _, q := range l.list {
			if q.NotForMe {
				continue
			}
			a := c.ask(q, l.part, spelled)
			if l.part != Preferred {
				haveYears = haveYears || a.years > 0
				haveDegree = haveDegree || q.Kind == posting.Degree
			}
			c.asks = append(c.asks, a)
			asked[q.Sentence] = true
		}
	}
	c.addDuties(asked)
	if p.Years > 0 && !haveYears {
		c.asks = append(c.asks, c.ask(posting.Requirement{Text: labelsIn(p.Language).years(p.Years), Sentence: c.sentenceOfYears(), Kind: posting.Years, Count: 1}, Required, spelled))
		c.asks[len(c.asks)-1].setYears(p.Years)
	}
	if p.Degree != "" && !haveDegree && !slices.ContainsFunc(c.asks, func(a *ask) bool { return a.Kind == posting.Degree }) {
		c.asks = append(c.asks, c.ask(posting.Requirement{Any: []string{p.Degree}, Text: labelsIn(p.Language).name(p.Degree, "", p.Language), Sentence: p.Degree, Kind: posting.Degree, Count: 1}, Required, spelled))
	}
	c.limit()
	c.grams, c.lines, c.source = gramsOf(p), linesOf(p), " "+lineKey(wordsOf(p.Source))
	return c
}

// mostDuties is how many duties count as requirements, where a posting names few terms.
const mostDuties = 12

// addDuties takes the duties of a posting that names few terms as what it asks for: of nurses,
// teachers and sellers that is where it is said.
func (c *compiled) addDuties(asked map[string]bool) {
	if c.weigh(func(a *ask) bool { return len(a.options) > 0 && !a.facts && a.Part != Preferred && a.Part != Mentioned }) >= fewTerms {
		return
	}
	n := 0
	for _, s := range c.posting.Responsibilities {
		if asked[s] || n >= mostDuties {
			continue
		}
		asked[s] = true
		q := posting.Requirement{Text: strings.TrimRight(s, " .;,"), Sentence: s, Kind: posting.Other, Count: 1}
		if a := c.ask(q, Unlabeled, nil); a.judged {
			c.asks = append(c.asks, a)
			n++
		}
	}
}

// ask is a requirement as it is looked for.
func (c *compiled) ask(q posting.Requirement, part Part, spelled map[*terms.Term]*spelling) *ask {
	vague := 0
	if q.Kind == posting.Other && len(q.Any) == 0 {
		if vague = c.vagueYears(q.Sentence); vague > 0 {
			q.Kind = posting.Years
		}
	}
	a := &ask{Requirement: Requirement{ID: q.ID, Any: q.Any, Text: q.Text, Sentence: q.Sentence, Language: c.posting.Language, Kind: q.Kind, Part: part}, judged: true}
	a.raw = partWeights[part] * (1 + countWeight*math.Log(float64(max(1, q.Count))))
	switch q.Kind {
	case posting.Degree, posting.License, posting.Language, posting.Years:
		a.facts = part == Required || part == Unlabeled
	}
	for _, name := range q.Any {
		o := option{name: name, posting: c, said: map[string]bool{}, degree: slices.Index(posting.Degrees(), name), instead: name == "equivalent experience"}
		if t, ok := terms.Default().Lookup(name); ok {
			o.term, o.written = t, t.Name
			c.terms[t] = true
			if w := spelled[t]; w != nil {
				o.spelled, o.written = w.folded, w.first
			}
		}
		o.names = namesOf(name, o.term)
		for _, n := range o.names {
			if len(n) > 0 {
				c.stems[n[0]] = true
			}
		}
		if q.Kind == posting.License || namesLicense(name, c.posting.Language) {
			o.license = words().licenseKey(name)
			c.licenses = true
		}
		if q.Kind == posting.Language {
			o.language = name
			o.fluency = words().levelsOf(q.Sentence, posting.NamedIn(q.Sentence, c.posting.Language))[name]
		}
		a.options = append(a.options, o)
	}
	switch {
	case vague > 0:
		a.setYears(vague)
	case q.Kind == posting.Years:
		a.setYears(posting.YearsIn(q.Sentence, c.posting.Language))
	case len(q.Any) == 0:
		c.prose(a)
	}
	return a
}

// vagueYears is for how many years of experience in the posting's own line of work a sentence asks that
// says no number: "mehrjährige Berufserfahrung in der Elektroinstallation" of an Elektroinstallateur.
// It is 0 for none, and for experience in something else, which dates of positions don't show.
func (c *compiled) vagueYears(sentence string) int {
	n := posting.VagueYearsIn(sentence, c.posting.Language)
	if n == 0 {
		return 0
	}
	of := 0 // words that say in what
	for _, w := range wordsOf(sentence) {
		if !isContent(w) || isGeneric(w) || posting.VagueYearsIn(w.lower+" erfahrung", c.posting.Language) > 0 || strings.HasSuffix(w.lower, "erfahrung") {
			continue
		}
		of++
		for _, t := range wordsOf(c.posting.Title) {
			if isContent(t) && isKin(w.lower, t.lower) {
				return n
			}
		}
	}
	if of > 0 {
		return 0
	}
	return n
}

// isKin reports whether two words in small letters begin with the same word, as a trade and who has it
// do: "elektroinstallation" and "elektroinstallateur", "pflege" and "pflegefachfrau".
func isKin(a, b string) bool {
	const least, ending = 5, 4 // letters that they share, and those that are an ending
	x, y := []rune(a), []rune(b)
	same := 0
	for same < min(len(x), len(y)) && x[same] == y[same] {
		same++
	}
	return same >= least && same >= min(len(x), len(y))-ending
}

func (a *ask) setYears(n int) {
	a.years = n
	a.judged = n > 0
}

// prose finds the words of a requirement without a term: those that say what it is about, and
// which words stand beside each other.
func (c *compiled) prose(a *ask) {
	all := wordsOf(a.Sentence)
	a.raw *= proseWeight
	last := ""        // the word before, small words left out
	lastSays := false // and whether it says what the requirement is about
	said := ""        // the last word that does
	for _, w := range all {
		if !isContent(w) {
			continue
		}
		if v := words(); v.traits[w.lower] || v.traits[w.stem] {
			last, lastSays = "", false
			continue
		}
		says := !isGeneric(w)
		if says && !slices.Contains(a.content, w.stem) {
			a.content = append(a.content, w.stem)
		}
		if last != "" && (says || lastSays) && last != w.stem {
			a.pairs = append(a.pairs, pair{last, w.stem})
		}
		if says && said != "" && said != last && said != w.stem {
			a.pairs = append(a.pairs, pair{said, w.stem})
		}
		if last, lastSays = w.stem, says; says {
			said = w.stem
		}
	}
	a.judged = len(a.content) > 0 && (len(a.pairs) > 0 || len(a.content) >= enoughShared) && !isCondition(all)
	if !a.judged {
		return
	}
	for _, s := range a.content {
		c.stems[s] = true
	}
}

// namesOf are the stems of a name and, where it is a term's, of the term's other names.
func namesOf(name string, t *terms.Term) [][]string {
	all := [][]string{stemsIn(name)}
	if t != nil {
		for _, other := range slices.Concat([]string{t.Name}, t.Aliases) {
			if s := stemsIn(other); !slices.ContainsFunc(all, func(have []string) bool { return slices.Equal(have, s) }) {
				all = append(all, s)
			}
		}
	}
	return all
}

// namesLicense reports whether a name is that of a license or certificate.
func namesLicense(name, language string) bool {
	return slices.ContainsFunc(posting.NamedIn(name, language), func(n posting.Named) bool {
		return n.Kind == posting.License && n.Start == 0 && n.End == len(name)
	})
}

// pair is two words that stand beside each other.
type pair struct{ a, b string }

// limit bounds what requirements without a term weigh together, and terms in texts about the
// employer.
func (c *compiled) limit() {
	for _, preferred := range []bool{false, true} {
		part := func(a *ask) bool {
			return a.judged && !a.facts && (a.Part == Preferred) == preferred && a.Part != Mentioned
		}
		terms := c.weigh(func(a *ask) bool { return part(a) && len(a.options) > 0 })
		c.bound(func(a *ask) bool { return part(a) && len(a.options) == 0 }, max(terms*proseShare, fewTerms-terms))
	}
	of := func(part Part) func(*ask) bool {
		return func(a *ask) bool { return a.judged && !a.facts && a.Part == part }
	}
	required := c.weigh(func(a *ask) bool { return a.isRequired() && a.Part == Required })
	c.bound(of(Unlabeled), max(required*unlabeledShare, fewTerms))
	asked := required + c.weigh(of(Unlabeled))
	c.bound(of(Mentioned), mentionedShare*asked)
}

// weigh is what requirements weigh together.
func (c *compiled) weigh(those func(*ask) bool) float64 {
	var all []float64
	for _, a := range c.asks {
		if those(a) {
			all = append(all, a.raw)
		}
	}
	return sum(all)
}

// bound lets requirements weigh at most as much together.
func (c *compiled) bound(those func(*ask) bool, most float64) {
	now := c.weigh(those)
	if now <= most {
		return
	}
	for _, a := range c.asks {
		if those(a) {
			a.raw *= most / now
		}
	}
}

// sentenceOfYears is the sentence that says how many years are asked for.
func (c *compiled) sentenceOfYears() string {
	p := c.posting
	for _, q := range slices.Concat(p.Required, p.Unlabeled, p.Preferred) {
		if posting.YearsIn(q.Sentence, p.Language) == p.Years {
			return q.Sentence
		}
	}
	return labelsIn(p.Language).years(p.Years)
}

// spelling is how a posting writes a term.
type spelling struct {
	folded map[string]bool // all ways
	first  string          // the first one; a common noun without the capital that begins a sentence
}

// spellings are how the posting writes terms.
func spellings(p posting.Posting) map[*terms.Term]*spelling {
	all := map[*terms.Term]*spelling{}
	add := func(text string) {
		for _, m := range terms.Default().Find(text) {
			s := all[m.Term]
			if s == nil {
				s = &spelling{folded: map[string]bool{}, first: m.Surface}
				if m.Term.Name == strings.ToLower(m.Term.Name) && m.Start == 0 {
					s.first = strings.ToLower(m.Surface[:1]) + m.Surface[1:]
				}
				all[m.Term] = s
			}
			s.folded[folded(m.Surface)] = true
		}
	}
	for _, q := range slices.Concat(p.Required, p.Unlabeled, p.Preferred, p.Mentioned) {
		add(q.Sentence)
	}
	const longest = 8 << 10
	for _, line := range strings.Split(p.Source, "\n") {
		if len(line) < longest {
			add(line)
		}
	}
	return all
}
