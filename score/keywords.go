package score

import (
	"slices"
	"strings"

	"resumax/language/terms"
	"resumax/role"
)

// keywords: the role's groups of keywords, each full at half its terms.
var keywords = check{
	id: "keywords", name: "Role keywords", dimension: "role-fit", max: 7, find: findKeywords,
	how:    "For each group of the role's keywords, the share that the resume has; half of a group earns full points. A keyword in a bullet counts 1, in the skills list alone 0.6, and each only once.",
	source: "Studies of matching found little gain beyond half of what is asked for. Repeating a keyword gains nothing.",
	passes: "half of each group of the role's keywords, in bullets",
	fails:  "a resume without the role's vocabulary",
}

// A term in a bullet counts in full, one in the skills list less: anyone can
// list it.
const listedCredit = 0.6

const keywordPoints = 7

func findKeywords(r *reading) []Finding {
	const points = keywordPoints
	var findings []Finding
	groups := r.keywordGroups()
	n := float64(len(groups))
	for _, g := range groups {
		credit, missing := r.credit(g)
		need := float64(len(g.Terms)) / 2
		if credit >= need {
			continue
		}
		ask := missing[:min(len(missing), int((need-credit)/listedCredit)+1)]
		findings = append(findings, Finding{Lost: points / n * (1 - credit/need), Address: r.skillsAddress(), Kind: Add, lacks: strings.ToLower(g.Name),
			Why:   r.lackingKeywords(g, len(missing), ask[:min(3, len(ask))]),
			Fix:   "Add those you have used, best in a bullet",
			patch: r.addSkills(g.Name, ask)})
	}
	return findings
}

// keywordGroups are the role's groups of keywords. In other languages than English they are those
// that are names, the same in all: nobody writes "month-end close" in a German resume.
func (r *reading) keywordGroups() []role.KeywordGroup {
	if r.tongue.isEnglish() {
		return r.role.Keywords
	}
	if r.named == nil {
		r.named = []role.KeywordGroup{}
		for _, g := range r.role.Keywords {
			names := slices.DeleteFunc(slices.Clone(g.Terms), func(t string) bool { return t == strings.ToLower(t) })
			if len(names) > 0 {
				r.named = append(r.named, role.KeywordGroup{Name: g.Name, Terms: names})
			}
		}
	}
	return r.named
}

// lackingKeywords says what is missing of a group: of all of it, or of the rest, for one
// database or language may well be all that someone works with.
func (r *reading) lackingKeywords(g role.KeywordGroup, missing int, some []string) string {
	have, name := len(g.Terms)-missing, strings.ToLower(g.Name)
	if have == 0 {
		return r.say("The resume has no role keyword for %s, such as %s.", name, list(some))
	}
	return r.say("The resume has %d of %d role keywords for %s; others: %s.", have, len(g.Terms), name, list(some))
}

// credit is what a group of keywords earns, once a term, and what is missing.
func (r *reading) credit(g role.KeywordGroup) (credit float64, missing []string) {
	for _, name := range g.Terms {
		switch c := r.creditFor(name); {
		case c > 0:
			credit += c
		default:
			missing = append(missing, name)
		}
	}
	return credit, missing
}

func (r *reading) creditFor(name string) float64 {
	t, ok := r.list.Lookup(name)
	if !ok {
		return 0
	}
	if r.termsUsed()[t] {
		return 1
	}
	if r.isListed(t) {
		return listedCredit
	}
	return 0
}

// isListed reports whether the list of skills or the summary names a term.
func (r *reading) isListed(t *terms.Term) bool {
	if r.listed == nil {
		r.listed = map[*terms.Term]bool{}
		for _, s := range r.skills {
			for _, have := range s.terms {
				r.listed[have] = true
			}
		}
		if s := r.summary(); s != nil {
			for _, m := range s.found {
				r.listed[m.Term] = true
			}
		}
	}
	return r.listed[t]
}

// keywords lists the role's keywords that the resume has, and lacks.
func (r *reading) keywords() Keywords {
	k := Keywords{Have: []string{}, Missing: []string{}}
	if r.role == nil {
		return k
	}
	for _, g := range r.keywordGroups() {
		for _, name := range g.Terms {
			if r.creditFor(name) > 0 {
				k.Have = append(k.Have, name)
			} else {
				k.Missing = append(k.Missing, name)
			}
		}
	}
	return k
}
