package interview

import (
	"slices"
	"strings"

	"resumax/interview/prep"
	"resumax/language/arithmetic"
	"resumax/language/metric"
	"resumax/resume"
)

// Guard knows the numbers that the user cannot defend: what says one is never suggested. One that
// knows none lets everything through.
type Guard struct {
	kept  []guarded
	texts map[string]bool // what was asked
}

// guarded is a number that cannot be defended: as its line said it, and alone.
type guarded struct {
	hash  string // see hashOfNumber
	claim []arithmetic.Claim
}

// GuardOf is the guard of what is kept.
func GuardOf(p prep.Prep) *Guard {
	g := &Guard{texts: map[string]bool{}}
	for _, c := range p.Claims {
		if c.CannotDefend && c.Hash != "" {
			g.kept = append(g.kept, guarded{c.Hash, readText(c.Quote, "").claims})
		}
	}
	return g
}

// IsOpen reports whether there is no number that cannot be defended.
func (g *Guard) IsOpen() bool { return g == nil || len(g.kept) == 0 }

// Holds reports whether a text says a number that cannot be defended.
func (g *Guard) Holds(text string) bool {
	if g.IsOpen() || strings.TrimSpace(text) == "" {
		return false
	}
	held, known := g.texts[text]
	if !known {
		held = g.says(readText(text, ""))
		g.texts[text] = held
	}
	return held
}

// says is Holds of a text that was read.
func (g *Guard) says(t *text) bool {
	if g.IsOpen() {
		return false
	}
	for _, x := range t.measured() {
		if slices.ContainsFunc(g.kept, func(k guarded) bool { return k.hash == hashOfNumber(x) || k.alike(t, x) }) {
			return true
		}
	}
	return false
}

// alike reports whether a number of a text is that which is kept, perhaps told with fewer words.
func (k guarded) alike(t *text, x *metric.Metric) bool {
	c := claimAt(t.claims, x.Start)
	return c != nil && slices.ContainsFunc(k.claim, func(o arithmetic.Claim) bool { return arithmetic.Alike(o, *c) })
}

// measured are the numbers of a text, those of a change with the unit of its other end.
func (t *text) measured() []*metric.Metric {
	shared := map[int]*metric.Metric{}
	for i := range t.reading.Changes {
		c := &t.reading.Changes[i]
		for _, x := range []*metric.Metric{c.From, c.To} {
			if x != nil {
				shared[x.Start] = x
			}
		}
	}
	all := make([]*metric.Metric, 0, len(t.reading.Metrics)+len(t.plainNumbers))
	for i := range t.reading.Metrics {
		x := &t.reading.Metrics[i]
		if c := shared[x.Start]; c != nil {
			x = c
		}
		all = append(all, x)
	}
	return append(all, t.plainNumbers...)
}

// BlockedIn are the numbers of a letter that the user cannot defend: those of the resume that it
// says again, and those of lines that the resume no longer shows. Of the latter, percentages and
// factors are left out: nothing tells what they are of.
func BlockedIn(d resume.Document, p prep.Prep, letters []Letter) []Claim {
	g := GuardOf(p)
	if g.IsOpen() || len(letters) == 0 {
		return nil
	}
	m := &maker{gathering: New().gather(&Input{Document: d, Prep: p, Letters: letters})}
	ledger := m.ledger()
	all := slices.DeleteFunc(slices.Clone(ledger), func(c Claim) bool {
		return !c.CannotDefend || !slices.ContainsFunc(c.Cites, func(a resume.Address) bool {
			return slices.ContainsFunc(letters, func(l Letter) bool { return l.Address == a })
		})
	})
	for _, l := range letters {
		t := m.d.text(l.Text)
		for _, x := range t.measured() {
			if slices.ContainsFunc(g.kept, func(k guarded) bool {
				return k.alike(t, x) && !slices.ContainsFunc(ledger, func(c Claim) bool { return c.Hash == k.hash })
			}) {
				all = append(all, Claim{Address: l.Address, Quote: t.quote(x.Start, x.End), Value: tidy(x.Amount()), Unit: unitText(x), Hash: hashOfNumber(x), CannotDefend: true})
			}
		}
	}
	return all
}
