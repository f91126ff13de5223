package role

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"

	"resumax/language/terms"
)

// None is what a resume names for its role that is to be read for no role. It is
// no pack's id.
const None = "none"

// Evidence is what tells of a resume's role.
type Evidence struct {
	Level    string // of experience, "" for not known
	Headline string
	Titles   []string                // of its positions, the newest first
	Terms    map[*terms.Term]float64 // what it names, and how much that counts: 1 in a bullet, less in a list
}

// Guess is a role that a resume may be for.
type Guess struct {
	Pack *Pack
	// Fit is how well it fits, from 0 to 1 for the terms alone; a title adds to it.
	Fit float64
	// Titles are those of the resume that are the role's.
	Titles []string
	// Terms are the names that tell the most, the most telling first.
	Terms []string
}

// Why says in words what the guess is made from:
// "the title “Backend Engineer”", "the terms gRPC, Kafka".
func (g Guess) Why() []string {
	var why []string
	if n := len(g.Titles); n > 0 {
		why = append(why, "the title"+plural(n)+" “"+strings.Join(g.Titles, "”, “")+"”")
	}
	if n := len(g.Terms); n > 0 {
		why = append(why, "the term"+plural(n)+" "+strings.Join(g.Terms, ", "))
	}
	return why
}

func plural(n int) string {
	if n == 1 {
		return ""
	}
	return "s"
}

// How much tells of a role. A title says it outright; an old one says what
// someone was. Terms tell the more the fewer roles have them. The weights are
// ours: with them all samples are found by their terms alone.
const (
	keywordTells  = 2.0
	skillTells    = 1.0
	signalTells   = 1.0
	headlineTells = 0.5
	newestTells   = 0.35
	olderTells    = 0.1
	tellingTerms  = 6
	maxTitles     = 12 // that are looked at
)

// What terms must tell of a role that no title of now names, by what titles there
// are. Of 300 resumes of trades without a guide, 106 got a role when terms alone
// told it, whatever the title.
var (
	untitled  = proof{minFit: 0.12, terms: 3}                  // none: the terms are all there is
	akin      = proof{minFit: 0.12, terms: 3}                  // one that shares a word with the role's
	computing = proof{minFit: 0.12, terms: 3, technologies: 2} // one of computing
	unrelated = proof{minFit: 0.3, terms: 6, technologies: 6}  // one of any trade
)

// sharedTerms is how many terms must tell of a role that a title names which other
// trades have too.
const sharedTerms = 2

type proof struct {
	minFit              float64
	terms, technologies int
}

func (n proof) given(g Guess, technologies int) bool {
	return g.Fit >= n.minFit && len(g.Terms) >= n.terms && technologies >= n.technologies
}

// Detect says which roles a resume may be for, the likeliest first; none where
// too little tells, and for other trades. The same evidence gives the same guesses.
func (l List) Detect(e Evidence) []Guess {
	rare := l.rarity()
	now := e.current()
	held := e.held()
	var named, told []Guess
	for _, p := range l {
		g, technologies := p.fit(e, held, rare)
		switch {
		case slices.ContainsFunc(now, p.goesBy):
			if p.suits(e.Level, true) && (p.isNamedBy(now) || len(g.Terms) >= sharedTerms || len(e.Terms) == 0) {
				named = append(named, g)
			}
		case p.suits(e.Level, false) && p.proofNeeded(now, len(g.Titles) > 0).given(g, technologies):
			told = append(told, g)
		}
	}
	if len(named) > 0 {
		told = named // the newest title says it
	} else if slices.ContainsFunc(now, title.isOfOtherTrade) {
		return nil
	}
	called := func(g Guess) int { // a title that is the role's very name, before one that other roles have too
		if slices.ContainsFunc(now, func(t title) bool { return t.names(g.Pack.Name) }) {
			return 1
		}
		return 0
	}
	slices.SortStableFunc(told, func(a, b Guess) int { return cmp.Or(cmp.Compare(b.Fit, a.Fit), called(b)-called(a)) })
	return told
}

// isNamedBy reports whether one of the titles is the role's and no other trade's.
func (p *Pack) isNamedBy(now []title) bool {
	return slices.ContainsFunc(now, func(t title) bool { return p.goesBy(t) && !p.isShared(t) })
}

// current are the titles that someone has now: the headline and the newest
// position's.
func (e Evidence) current() []title {
	var now []title
	for _, text := range append([]string{e.Headline}, e.Titles[:min(1, len(e.Titles))]...) {
		if t := titleOf(text); len(t.words) > 0 {
			now = append(now, t)
		}
	}
	return now
}

// held are the headline and the titles, the newest first, that tell of a role.
func (e Evidence) held() []title {
	held := []title{titleOf(e.Headline)}
	for _, text := range e.Titles[:min(maxTitles, len(e.Titles))] {
		held = append(held, titleOf(text))
	}
	return held
}

// suits reports whether someone of a level can have the role. A role for beginners
// is for nobody else, whatever a title says; where the level is not known, a title
// has to say it.
func (p *Pack) suits(level string, titled bool) bool {
	switch {
	case len(p.At) == 0:
		return true
	case slices.Contains(p.At, LevelNames[0]):
		return p.IsAt(level) || level == "" && titled // for beginners
	}
	return titled || level == "" || p.IsAt(level)
}

// proofNeeded is what terms must tell of a role, by the titles of now, and whether
// an older one is the role's.
func (p *Pack) proofNeeded(now []title, was bool) proof {
	switch {
	case len(now) == 0:
		return untitled
	case titles().named[p.ID]:
		return unrelated
	case slices.ContainsFunc(now, title.isEngineering) && !slices.ContainsFunc(now, p.isKin):
		return unrelated
	case slices.ContainsFunc(now, p.isKin), was && slices.ContainsFunc(now, title.isComputing):
		return akin
	case slices.ContainsFunc(now, title.isComputing):
		return computing
	}
	return unrelated
}

// vocabulary is the terms that a pack names, outside its sample, and how much
// they say about it.
func (p *Pack) vocabulary() map[*terms.Term]float64 {
	all := map[*terms.Term]float64{}
	add := func(name string, weight float64) {
		if t, ok := terms.Default().Lookup(name); ok {
			all[t] = max(all[t], weight)
		}
	}
	for _, g := range p.Keywords {
		for _, t := range g.Terms {
			add(t, keywordTells)
		}
	}
	for _, g := range p.Skills {
		for _, t := range g.Keywords {
			add(t, skillTells)
		}
	}
	for _, s := range p.Signals {
		for _, t := range s.Terms {
			add(t, signalTells)
		}
	}
	return all
}

// rarity is how much each term sets one role apart from others: the logarithm of
// how many packs there are to one that names it.
func (l List) rarity() map[*terms.Term]float64 {
	in := map[*terms.Term]float64{}
	for _, p := range l {
		for t := range p.vocab() {
			in[t]++
		}
	}
	for t, n := range in {
		in[t] = math.Log(1 + float64(len(l))/n)
	}
	return in
}

// fit compares a resume with a pack: the cosine of the angle between what both
// name, and the titles; and how many technologies both name. Sums are made in one
// order, so that they are the same everywhere. held are the titles of the evidence.
func (p *Pack) fit(e Evidence, held []title, rare map[*terms.Term]float64) (g Guess, technologies int) {
	g = Guess{Pack: p}
	vocab := p.vocab()
	type part struct {
		name  string
		share float64
	}
	var both []part
	var mine, theirs []float64
	for t, w := range vocab {
		if titles().office[t] {
			continue
		}
		mine = append(mine, square(w*rare[t]))
		if seen := e.Terms[t]; seen > 0 {
			both = append(both, part{t.Name, w * rare[t] * seen * rare[t]})
			if isTechnology(t) {
				technologies++
			}
		}
	}
	for t, seen := range e.Terms {
		if r := rare[t]; r > 0 && !titles().office[t] { // what no role names tells nothing
			theirs = append(theirs, square(seen*r))
		}
	}
	slices.SortFunc(both, func(a, b part) int { return cmp.Or(cmp.Compare(b.share, a.share), cmp.Compare(a.name, b.name)) })
	shared := 0.0
	for i, b := range both {
		shared += b.share
		if i < tellingTerms {
			g.Terms = append(g.Terms, b.name)
		}
	}
	if length := math.Sqrt(sum(mine) * sum(theirs)); length > 0 {
		g.Fit = shared / length
	}
	for i, t := range held {
		if t.text == "" || !p.goesBy(t) || slices.Contains(g.Titles, t.text) {
			continue
		}
		g.Titles = append(g.Titles, t.text)
		switch i {
		case 0:
			g.Fit += headlineTells
		case 1:
			g.Fit += newestTells
		default:
			g.Fit += olderTells
		}
	}
	g.Fit = math.Round(g.Fit*1e9) / 1e9 // below which processors differ
	return g, technologies
}

func square(v float64) float64 { return v * v }

// sum adds from the smallest on.
func sum(all []float64) (total float64) {
	slices.Sort(all)
	for _, v := range all {
		total += v
	}
	return total
}

// goesBy reports whether a title is one of the role's, whatever grade stands
// before or behind it: "Senior Backend Engineer II".
func (p *Pack) goesBy(t title) bool { return slices.ContainsFunc(p.titles(), t.names) }

// words is a text in small letters with single spaces for all that is no letter
// or digit.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '+' || r == '#' || r >= 0x80 && !unicode.IsPunct(r))
	}), " ")
}
