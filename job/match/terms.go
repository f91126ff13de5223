package match

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
)

// What a requirement earns by how the resume meets it.
const (
	provedCredit   = 1.0
	listedCredit   = 0.8 // in the list of skills, the summary or a title alone: anyone can list it
	otherwise      = 0.8 // of these, where it is written in another way than in the posting
	impliedCredit  = 0.5
	evidenceLimit  = 4 // pieces of evidence that a requirement shows
	insteadCredit  = 0.8
	spokenByResume = 0.8 // of a language that the resume is written in, and does not name
)

// termOf is how a term is met.
func (e *evaluation) termOf(o *option, in *index) result {
	var r result
	hits := in.terms[o.term]
	if o.term == nil {
		hits = in.phrase(o.names[0], false)
	} else if len(hits) == 0 && !o.term.Word {
		// A product manager does product management; "rigid conduit" is conduit, though a term of its own.
		names := o.term.Category.Technology()
		for _, name := range o.names {
			hits = append(hits, in.phrase(name, names)...)
		}
		for _, name := range o.names {
			if len(hits) == 0 && !names {
				hits = in.done(name)
			}
		}
	}
	exact, proved, listed, backed := false, false, false, 0.0
	other := ""
	type ranked struct {
		hit
		rank float64
	}
	var all []ranked
	for _, h := range hits {
		p := &in.places[h.place]
		rank := 0.0
		switch {
		case h.via != nil:
			rank = 0.1
			if p.use == proof {
				rank += 0.1 * p.weight
				backed = max(backed, p.weight)
			}
		case p.use == proof:
			proved = true
			rank = 1 + p.weight
			r.proof = max(r.proof, p.weight)
			r.provedBy(p)
		default:
			listed = true
			rank = 0.5
		}
		if h.via == nil {
			if o.isSpelled(h.surface) {
				exact = true
				rank += 0.05
			} else if other == "" {
				other = h.surface
			}
		}
		all = append(all, ranked{h, rank})
	}
	if listed && !proved && backed > 0 { // Kafka is listed, and a bullet shows Kafka Streams
		proved, r.proof = true, backed
		for i := range all {
			if p := &in.places[all[i].place]; all[i].via != nil && p.use == proof {
				all[i].rank += 1
				r.provedBy(p)
			}
		}
	}
	switch {
	case proved:
		r.state, r.credit = Proved, provedCredit
	case listed:
		r.state, r.credit = Listed, listedCredit
	case len(all) > 0:
		r.state, r.credit = Implied, impliedCredit
	default:
		return r
	}
	if (proved || listed) && !exact {
		r.credit *= otherwise
		if !o.inflects(other) {
			r.spelled = other
		}
	}
	slices.SortStableFunc(all, func(a, b ranked) int { return cmp.Compare(b.rank, a.rank) })
	for _, h := range all {
		r.evidence = in.quote(r.evidence, h.place, h.surface)
	}
	return r
}

// inflects reports whether a surface has the words that the posting writes, in other forms or
// another order.
func (o *option) inflects(surface string) bool {
	have, written := stemsIn(surface), stemsIn(o.written)
	slices.Sort(have)
	slices.Sort(written)
	return slices.Equal(have, written)
}

// isSpelled reports whether a surface is how the posting writes the term, or how it is
// usually written where the posting's way is not known.
func (o *option) isSpelled(surface string) bool {
	f := folded(surface)
	if len(o.spelled) > 0 {
		if o.spelled[f] {
			return true
		}
		is, ok := o.said[f]
		if !ok {
			is = o.posting.says(surface)
			o.said[f] = is
		}
		return is
	}
	if o.term == nil || f == folded(o.term.Name) {
		return true
	}
	return slices.ContainsFunc(o.term.Aliases, func(alias string) bool { return folded(alias) == f })
}

// says reports whether the posting has words in a row, whatever they mean there.
func (c *compiled) says(text string) bool {
	return strings.Contains(c.source, " "+lineKey(wordsOf(text)))
}

// folded is the letters, digits and + and # of a name, in small letters, without a plural s.
func folded(name string) string {
	s := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) || r == '+' || r == '#' {
			return unicode.ToLower(r)
		}
		return -1
	}, name)
	if len(s) > 3 && strings.HasSuffix(s, "s") && !strings.HasSuffix(s, "ss") {
		s = s[:len(s)-1]
	}
	return s
}
