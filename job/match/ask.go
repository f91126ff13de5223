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
	// mentionedShare bounds what all terms in texts about the employer weigh together.
	mentionedShare = 0.1
)

// ask is a requirement as it is looked for.
type ask struct {
	Requirement
	raw     float64 // its weight among those of its part
	options []option
	years   int
	words   []asked // of what has no term
	total   float64 // what those weigh
	facts   bool    // it counts with the knockouts
	judged  bool
}

// option is one of the things of which one is enough.
type option struct {
	name     string
	term     *terms.Term
	implied  []*terms.Term
	words    []string        // stems, of a name that no list has
	spelled  map[string]bool // how the posting writes it, folded
	degree   int             // index into posting.Degrees, -1 for none
	instead  bool            // experience instead of a degree
	language string
}

// asked is a word of a requirement without a term.
type asked struct {
	stem    string
	weight  float64
	content bool // it says what the job is about
}

// compiled is a posting as it is looked for.
type compiled struct {
	posting posting.Posting
	asks    []*ask
	title   *title
	grams   map[uint64]bool // runs of words of the source, see copied.go
	stems   map[string]bool // that prose asks for
}

// compile makes what is looked for of a posting.
func (m *Matcher) compile(p posting.Posting) *compiled {
	c := &compiled{posting: p, stems: map[string]bool{}}
	c.title = m.title(p.Title)
	spelled := spellings(p)
	haveYears, haveDegree := false, false
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
		}
	}
	if p.Years > 0 && !haveYears {
		c.asks = append(c.asks, c.ask(posting.Requirement{Text: yearsText(p.Years), Sentence: c.sentenceOfYears(), Kind: posting.Years, Count: 1}, Required, spelled))
		c.asks[len(c.asks)-1].setYears(p.Years)
	}
	if p.Degree != "" && !haveDegree && !slices.ContainsFunc(c.asks, func(a *ask) bool { return a.Kind == posting.Degree }) {
		c.asks = append(c.asks, c.ask(posting.Requirement{Any: []string{p.Degree}, Text: p.Degree, Sentence: p.Degree, Kind: posting.Degree, Count: 1}, Required, spelled))
	}
	c.limitMentioned()
	c.grams = gramsOf(p)
	return c
}

// ask is a requirement as it is looked for.
func (c *compiled) ask(q posting.Requirement, part Part, spelled map[*terms.Term]map[string]bool) *ask {
	a := &ask{Requirement: Requirement{ID: q.ID, Any: q.Any, Text: q.Text, Sentence: q.Sentence, Kind: q.Kind, Part: part}, judged: true}
	a.raw = partWeights[part] * (1 + countWeight*math.Log(float64(max(1, q.Count))))
	switch q.Kind {
	case posting.Degree, posting.License, posting.Language, posting.Years:
		a.facts = part == Required || part == Unlabeled
	}
	for _, name := range q.Any {
		o := option{name: name, degree: slices.Index(posting.Degrees(), name), instead: name == "equivalent experience"}
		if t, ok := terms.Default().Lookup(name); ok {
			o.term, o.spelled = t, spelled[t]
		} else {
			for _, w := range wordsOf(name) {
				o.words = append(o.words, w.stem)
			}
		}
		if q.Kind == posting.Language {
			o.language = name
		}
		a.options = append(a.options, o)
	}
	switch {
	case q.Kind == posting.Years:
		a.setYears(posting.YearsIn(q.Sentence, c.posting.Language))
	case len(q.Any) == 0:
		c.prose(a)
	}
	return a
}

func (a *ask) setYears(n int) {
	a.years = n
	a.judged = n > 0
}

// prose finds the words of a requirement without a term.
func (c *compiled) prose(a *ask) {
	all := wordsOf(a.Sentence)
	a.raw *= proseWeight
	content := 0
	traits := 0
	for _, w := range all {
		if !isContent(w) || slices.ContainsFunc(a.words, func(o asked) bool { return o.stem == w.stem }) {
			continue
		}
		if v := words(); v.traits[w.lower] || v.traits[w.stem] {
			traits++
			continue
		}
		o := asked{stem: w.stem, weight: 1, content: true}
		if isGeneric(w) {
			o.weight, o.content = 0.3, false
		} else {
			content++
		}
		a.words = append(a.words, o)
		a.total += o.weight
	}
	a.judged = content > 0 && !isCondition(all)
	if a.judged {
		for _, o := range a.words {
			c.stems[o.stem] = true
		}
	}
}

// limitMentioned bounds what terms in texts about the employer weigh.
func (c *compiled) limitMentioned() {
	asked, mentioned := 0.0, 0.0
	for _, a := range c.asks {
		if !a.judged || a.facts {
			continue
		}
		switch a.Part {
		case Mentioned:
			mentioned += a.raw
		case Required, Unlabeled:
			asked += a.raw
		}
	}
	most := mentionedShare * asked / (1 - mentionedShare)
	if mentioned <= most || mentioned == 0 {
		return
	}
	for _, a := range c.asks {
		if a.Part == Mentioned && !a.facts {
			a.raw *= most / mentioned
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
	return yearsText(p.Years)
}

// spellings are how the posting writes terms, folded.
func spellings(p posting.Posting) map[*terms.Term]map[string]bool {
	all := map[*terms.Term]map[string]bool{}
	add := func(text string) {
		for _, m := range terms.Default().Find(text) {
			if all[m.Term] == nil {
				all[m.Term] = map[string]bool{}
			}
			all[m.Term][folded(m.Surface)] = true
		}
	}
	for _, line := range strings.Split(p.Source, "\n") {
		if len(line) < 8<<10 {
			add(line)
		}
	}
	for _, q := range slices.Concat(p.Required, p.Unlabeled, p.Preferred, p.Mentioned) {
		add(q.Sentence)
	}
	return all
}
