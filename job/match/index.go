package match

import (
	"slices"
	"strings"

	"resumax/language/terms"
	"resumax/language/verbs"
)

// hit is a term in a place.
type hit struct {
	place   int
	surface string
	via     *terms.Term // what implies it, nil where it is named itself
}

// index is where a resume names what.
type index struct {
	places []place
	terms  map[*terms.Term][]hit
	stems  map[string][]int // places by the stems that the posting asks for
}

// indexOf indexes places by terms and by the words that are asked for.
func (m *Matcher) indexOf(places []place, c *compiled) *index {
	x := &index{places: places, terms: map[*terms.Term][]hit{}, stems: map[string][]int{}}
	for i := range places {
		p := &places[i]
		if p.copied {
			continue
		}
		for _, f := range p.found {
			if p.isCopied(f.Start, f.End) {
				continue
			}
			x.terms[f.Term] = append(x.terms[f.Term], hit{i, f.Surface, nil})
			for _, t := range m.implied(f.Term) {
				x.terms[t] = append(x.terms[t], hit{i, f.Surface, f.Term})
			}
		}
		for _, w := range p.words {
			if c.stems[w.stem] && !p.isCopied(w.start, w.end) {
				if at := x.stems[w.stem]; len(at) == 0 || at[len(at)-1] != i {
					x.stems[w.stem] = append(at, i)
				}
			}
		}
	}
	return x
}

// implied are the terms that one implies, found once.
func (m *Matcher) implied(t *terms.Term) []*terms.Term {
	all, ok := m.implies[t]
	if !ok {
		all = terms.Default().Implied(t.Name)
		m.implies[t] = all
	}
	return all
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
			found := p.words[k : k+len(stems)]
			if !slices.EqualFunc(stems, found, func(s string, w word) bool { return s == w.stem }) {
				continue
			}
			from, to := found[0].start, found[len(found)-1].end
			if p.isCopied(from, to) || p.use != titled && (p.modifies(from, to) || len(stems) == 1 && !found[0].isPlain()) {
				continue
			}
			hits = append(hits, hit{i, p.plain[from:to], nil})
			break
		}
	}
	return hits
}

// isPlain reports whether a word is one form of its stem that says the same: itself, a plural or
// an irregular past. Other forms are known to the list of terms, or mean something else: a
// bookkeeper is no bookkeeping.
func (w word) isPlain() bool {
	return strings.HasPrefix(folded(w.lower), w.stem) && len(folded(w.lower)) <= len(w.stem)+1 || verbs.Of(w.lower).PastOf != "" && !strings.HasSuffix(w.lower, "ed")
}

// modifies reports whether a part of a text belongs to a longer term and is not its end: the
// "logistic" of logistic regression, not the "conduit" of rigid conduit.
func (p *place) modifies(from, to int) bool {
	return slices.ContainsFunc(p.found, func(f terms.Match) bool { return f.Start <= from && to < f.End })
}

// done is where bullets say of the object of a term what it says is done with it: "managed the
// inventory" of inventory management.
func (x *index) done(stems []string) (hits []hit) {
	n := len(stems)
	if n < 2 {
		return nil
	}
	for _, i := range x.stems[stems[0]] {
		p := &x.places[i]
		if p.use != proof {
			continue
		}
		verb, at, next := -1, 0, 0 // of the verb the word, how far it is, and which word of the object comes next
		for k, w := range p.words {
			if words().stop[w.lower] {
				continue
			}
			at++
			switch {
			case namesDeed(stems[n-1], w) && !p.modifies(w.start, w.end):
				verb, at, next = k, 0, 0
			case verb < 0 || at > pairReach+next:
				verb = -1
			case w.stem == stems[next] && !p.modifies(w.start, w.end):
				if next++; next < n-1 {
					continue
				}
				if from := p.words[verb].start; !p.isCopied(from, w.end) {
					hits = append(hits, hit{i, p.plain[from:w.end], nil})
				}
				verb = -1
			}
		}
	}
	return hits
}

// namesDeed reports whether the stem of a noun is of what a verb in the past says was done: the
// "administr" of administration for "administered", the "analysis" for "analyzed". They share all of
// the verb's stem, or all but its last letter, and the noun goes on as such nouns do.
func namesDeed(noun string, verb word) bool {
	if noun == verb.stem {
		return verbs.Of(verb.lower).PastOf != ""
	}
	const least = 4 // letters
	same := 0
	for same < min(len(noun), len(verb.stem)) && noun[same] == verb.stem[same] {
		same++
	}
	if same < least || same < len(verb.stem)-1 || len(noun)-same > len("ement") {
		return false
	}
	switch noun[same:] {
	case "r", "s", "sit", "sis", "ut", "t", "ment", "ement", "sment", "ery", "ic", "at":
		return verbs.Of(verb.lower).PastOf != ""
	}
	return false
}

// quote adds a place to evidence.
func (x *index) quote(all []Evidence, i int, around string) []Evidence {
	p := &x.places[i]
	if len(all) >= evidenceLimit || slices.ContainsFunc(all, func(e Evidence) bool { return e.Address == p.address && e.Project == p.project }) {
		return all
	}
	return append(all, Evidence{Address: p.address, Quote: excerpt(p.source, around), Project: p.project, Hidden: p.hidden})
}
