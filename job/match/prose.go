package match

import (
	"cmp"
	"slices"
	"strings"
)

// How much of the words of a requirement without a term one text must have: a person accepts
// a bullet that speaks of the same thing, not one that shares a word with it.
const (
	fewContent = 2   // words of content at least, where there are as many
	leastCover = 0.5 // of all words by weight, at least
	fullCover  = 0.8 // for full credit
	mostWords  = 4.0 // weight beyond which a long sentence asks for no more
)

// proseOf is how a requirement without a term is met: by one text that has its words.
func (e *evaluation) proseOf(a *ask, in *index) result {
	type cover struct {
		weight  float64
		content int
	}
	covers := map[int]*cover{}
	content := 0
	for _, w := range a.words {
		if w.content {
			content++
		}
		for _, i := range in.stems[w.stem] {
			c := covers[i]
			if c == nil {
				c = &cover{}
				covers[i] = c
			}
			c.weight += w.weight
			if w.content {
				c.content++
			}
		}
	}
	type ranked struct {
		place  int
		credit float64
	}
	var all []ranked
	total := min(a.total, mostWords)
	for i, c := range covers {
		p := &in.places[i]
		if p.use == spoken || c.content < min(fewContent, content) {
			continue
		}
		share := c.weight / total
		if share < leastCover {
			continue
		}
		credit := clamp(0.5 + 0.5*(share-leastCover)/(fullCover-leastCover))
		if p.use != proof && p.use != certificate {
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
		if p.use == proof || p.use == certificate {
			r.state = Proved
			r.proof = max(r.proof, p.weight*x.credit)
		}
		r.evidence = in.quote(r.evidence, x.place, "")
	}
	return r
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
