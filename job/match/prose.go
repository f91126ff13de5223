package match

import (
	"cmp"
	"slices"
	"strings"
)

// What one text must share with a requirement without a term: a person accepts a bullet that
// speaks of the same thing, not one that has a word in common with it. Of 250 public postings
// with our samples, words alone found 11 of which 3 were right.
const (
	enoughShared = 3   // words that say what it is about; with fewer also two words beside each other
	leastContent = 0.5 // of those words, at least
	mostContent  = 4   // of a long sentence so many count as all
	pairReach    = 2   // words of a pair may stand so far apart in the text, small words left out
)

// proseOf is how a requirement without a term is met: by one text that has its words.
func (e *evaluation) proseOf(a *ask, in *index) result {
	content := map[int]int{} // words that places have
	for _, s := range a.content {
		for _, i := range in.stems[s] {
			content[i]++
		}
	}
	type ranked struct {
		place  int
		credit float64
	}
	var all []ranked
	for i, n := range content {
		p := &in.places[i]
		share := clamp(float64(n) / float64(min(len(a.content), mostContent)))
		if p.use != proof && p.use != claim || share < leastContent || n < enoughShared && !p.hasPair(a) {
			continue
		}
		credit := 0.5 + 0.5*share
		if p.use != proof {
			credit *= listedCredit
		}
		all = append(all, ranked{i, credit})
	}
	if len(all) == 0 {
		return result{}
	}
	slices.SortFunc(all, func(x, y ranked) int {
		return cmp.Or(cmp.Compare(y.credit, x.credit), cmp.Compare(in.places[y.place].weight, in.places[x.place].weight), cmp.Compare(x.place, y.place))
	})
	r := result{credit: all[0].credit, state: Listed}
	for _, x := range all {
		p := &in.places[x.place]
		if p.use == proof {
			r.state = Proved
			r.proof = max(r.proof, p.weight*x.credit)
			r.provedBy(p)
		}
		r.evidence = in.quote(r.evidence, x.place, "")
	}
	return r
}

// hasPair reports whether two words that a requirement has beside each other stand near each
// other in a text.
func (p *place) hasPair(ask *ask) bool {
	for _, q := range ask.pairs {
		a, b, at := -1, -1, 0 // where they were met last
		for _, w := range p.words {
			if words().stop[w.lower] {
				continue
			}
			at++
			switch w.stem {
			case q.a:
				a = at
			case q.b:
				b = at
			default:
				continue
			}
			if a >= 0 && b >= 0 && max(a-b, b-a) <= pairReach {
				return true
			}
		}
	}
	return false
}

// excerpt is a short text, or of a long one the sentence around something.
func excerpt(source, around string) string {
	const long = 280
	if len(source) <= long {
		return source
	}
	at := max(0, strings.Index(source, around))
	from, to := 0, len(source)
	for _, end := range []string{". ", "\n", "! ", "? "} {
		if i := strings.LastIndex(source[:at], end); i >= 0 {
			from = max(from, i+len(end))
		}
		if i := strings.Index(source[at:], end); i >= 0 {
			to = min(to, at+i+1)
		}
	}
	return strings.TrimSpace(source[from:to])
}
