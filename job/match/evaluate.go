package match

import (
	"fmt"
	"strings"
	"unicode"

	"resumax/language/terms"
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

func yearsText(n int) string {
	if n == 1 {
		return "1 year of experience"
	}
	return fmt.Sprintf("%d years of experience", n)
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
