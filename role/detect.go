package role

import (
	"cmp"
	"math"
	"slices"
	"strings"

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
	minFit        = 0.12 // below which there is no telling
	minTerms      = 3    // that tell of a role no title names
	tellingTerms  = 6
)

// Detect says which roles a resume may be for, the likeliest first; none where
// too little tells. The same evidence gives the same guesses.
func (l List) Detect(e Evidence) []Guess {
	rare := l.rarity()
	var guesses []Guess
	for _, p := range l {
		g := p.fit(e, rare)
		if e.Level != "" && !p.IsAt(e.Level) && len(g.Titles) == 0 {
			continue // people of this experience have that role no more, or not yet
		}
		if len(g.Titles) == 0 && len(g.Terms) < minTerms {
			continue // many trades share a term or two with one of these
		}
		if g.Fit >= minFit {
			guesses = append(guesses, g)
		}
	}
	slices.SortStableFunc(guesses, func(a, b Guess) int { return cmp.Compare(b.Fit, a.Fit) })
	return guesses
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
// name, and the titles. Sums are made in one order, so that they are the same
// everywhere.
func (p *Pack) fit(e Evidence, rare map[*terms.Term]float64) Guess {
	g := Guess{Pack: p}
	vocab := p.vocab()
	type part struct {
		name  string
		share float64
	}
	var both []part
	var mine, theirs []float64
	for t, w := range vocab {
		mine = append(mine, square(w*rare[t]))
		if seen := e.Terms[t]; seen > 0 {
			both = append(both, part{t.Name, w * rare[t] * seen * rare[t]})
		}
	}
	for t, seen := range e.Terms {
		if r := rare[t]; r > 0 { // what no role names tells nothing
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
	tells := func(title string, weight float64) {
		if title != "" && p.goesBy(title) && !slices.Contains(g.Titles, title) {
			g.Titles = append(g.Titles, title)
			g.Fit += weight
		}
	}
	tells(e.Headline, headlineTells)
	for i, t := range e.Titles {
		if i == 0 {
			tells(t, newestTells)
		} else {
			tells(t, olderTells)
		}
	}
	g.Fit = math.Round(g.Fit*1e9) / 1e9 // below which processors differ
	return g
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
func (p *Pack) goesBy(title string) bool {
	padded := " " + words(title) + " "
	return slices.ContainsFunc(append([]string{p.Name}, p.Titles...), func(t string) bool {
		return strings.Contains(padded, " "+words(t)+" ")
	})
}

// words is a text in small letters with single spaces for all that is no letter
// or digit.
func words(text string) string {
	return strings.Join(strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !(r >= 'a' && r <= 'z' || r >= '0' && r <= '9' || r == '+' || r == '#' || r >= 0x80)
	}), " ")
}
