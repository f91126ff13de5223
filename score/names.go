package score

import (
	"slices"
	"strings"

	"resumax/language/terms"
	"resumax/resume"
)

// names: tools, technologies and terms written as is usual, and listed once.
var names = check{
	id: "names", name: "Names of tools and terms", dimension: "specificity", max: 2, find: findNames,
	how:    "0.5 points for each name of a tool, technology or term spelled or capitalized differently from its usual form, or listed under two names.",
	source: "The list of names is ours. Unknown names cost nothing.",
	passes: "PostgreSQL, JavaScript, Kubernetes",
	fails:  "postgreSQL, Javascript, Kubernetes and k8s",
}

const nameEach, maxNames = 0.5, 4

func findNames(r *reading) []Finding {
	const each, limit = nameEach, maxNames
	var findings []Finding
	add := func(f Finding) {
		if len(findings) < limit {
			f.Lost, f.Kind = each, Edit
			findings = append(findings, f)
		}
	}
	for _, b := range r.bullets {
		if b.plain != b.text {
			continue // spans are those of the plain text
		}
		for _, m := range b.found {
			if m.Canonical() {
				continue
			}
			add(Finding{Address: b.address, Span: Span{m.Start, m.End}, Quote: m.Surface,
				Why: r.say("“%s” is usually written “%s”.", m.Surface, m.Spelling()), Fix: r.say("Write “%s”", m.Spelling()),
				patch: replace(b.address, b.text[:m.Start]+m.Spelling()+b.text[m.End:])})
			break
		}
	}
	r.eachListedWrong(add)
	return findings
}

// miswritten reports whether a bullet has a technology's name that is written
// otherwise than its makers do. Spans are those of the plain text, so bullets
// with markup are left out.
func (s *sentence) miswritten() bool {
	return s.plain == s.text && slices.ContainsFunc(s.found, func(m terms.Match) bool { return !m.Canonical() })
}

// miswrittenSkills is how many skills are written wrong or listed twice.
func (r *reading) miswrittenSkills() (n int) {
	r.eachListedWrong(func(Finding) { n++ })
	return n
}

// eachListedWrong finds the skills that are written wrong or listed twice.
func (r *reading) eachListedWrong(add func(Finding)) {
	listed := map[*terms.Term]string{}
	for _, s := range r.miswrittenOf() {
		name := s.spelling
		add(Finding{Address: s.address, Span: Span{0, len(s.text)}, Quote: s.text,
			Why: r.say("“%s” is usually written “%s”.", s.text, name), Fix: r.say("Write “%s”", name), patch: replace(s.address, name)})
	}
	for _, s := range r.skills {
		for _, m := range r.scorer.inList(s.text) {
			if m.Surface != s.text {
				continue // "sales training" is not "sales forecasting"
			}
			if first, twice := listed[m.Term]; twice && len(s.terms) == 1 && sameSkill(m.Term, first, s.text) {
				add(Finding{Address: s.address, Quote: s.text,
					Why: r.say("“%s” and “%s” are the same skill.", first, s.text), Fix: r.say("Remove “%s” from the list", s.text),
					moves: true, patch: removeTexts([]skill{s})})
			}
			listed[m.Term] = s.text
		}
	}
}

// sameSkill reports whether two names of a term are of one skill. A longer name of a
// common noun is often of a part of it: "payroll", "payroll processing".
func sameSkill(t *terms.Term, a, b string) bool {
	if t.Category.Technology() {
		return true
	}
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	return !containsWord(b, a) || strings.TrimSuffix(b, "s") == a
}

// miswrittenSkill is a skill that is spelled or capitalized otherwise than is usual.
type miswrittenSkill struct {
	skill
	spelling string
}

// miswrittenOf are the skills that are a term in another casing or spelling than its own,
// each such spelling once. A group in capitals throughout is a matter of style.
func (r *reading) miswrittenOf() []miswrittenSkill {
	var all []miswrittenSkill
	if !r.shown["skills"] {
		return nil
	}
	seen := map[string]bool{}
	for g, group := range r.resume.Skills {
		if group.Hidden || inCapitals(group.Keywords) {
			continue
		}
		for _, k := range group.Keywords {
			if seen[k.Text] {
				continue
			}
			seen[k.Text] = true
			for _, m := range r.scorer.inList(k.Text) {
				if m.Surface == k.Text && !m.Canonical() {
					all = append(all, miswrittenSkill{skill{k.Address, k.Text, g, []*terms.Term{m.Term}}, m.Spelling()})
				}
			}
		}
	}
	return all
}

// inCapitals reports whether a group of skills is in capitals as a whole.
func inCapitals(group []resume.TextLine) bool {
	const least = 3 // fewer are acronyms, as likely
	return len(group) >= least && !slices.ContainsFunc(group, func(k resume.TextLine) bool { return k.Text != strings.ToUpper(k.Text) })
}
