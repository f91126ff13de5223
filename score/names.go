package score

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/language/terms"
)

// names: tools, technologies and terms written as is usual, and listed once.
var names = check{
	id: "names", name: "Names of tools and terms", dimension: "specificity", max: 2, find: findNames,
	how:    "0.5 points for each name of a tool or technology, and each abbreviation, spelled or capitalized differently from its usual form, or listed under two names.",
	source: "The list of names is ours. Unknown names and matters of style cost nothing.",
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
		if len(findings) < limit && b.miswritten() {
			m, name := b.found[b.wrongName], b.rightName
			add(Finding{Address: b.address, Span: Span{m.Start, m.End}, Quote: m.Surface,
				Why: r.say("“%s” is usually written “%s”.", m.Surface, name), Fix: r.say("Write “%s”", name),
				patch: replace(b.address, b.text[:m.Start]+name+b.text[m.End:])})
		}
	}
	r.eachListedWrong(add)
	return findings
}

// miswritten reports whether a bullet has a name that is written otherwise than its makers
// do. Spans are those of the plain text, so bullets with markup are left out.
func (s *sentence) miswritten() bool { return s.wrongName >= 0 }

// findWrongName is the index of the first such name, -1 for none, and how its makers
// write it.
func (s *sentence) findWrongName() (int, string) {
	if s.plain != s.text {
		return -1, ""
	}
	for i, m := range s.found {
		if m.End-m.Start != len(m.Surface) {
			continue // there is a number in it: "Node 12 JS"
		}
		if name := rightName(m); name != m.Surface && !isPart(s.plain, m.Start, m.End) && !(allCapital(m.Surface) && besideCapitals(s.plain, m.Start, m.End)) {
			return i, name
		}
	}
	return -1, ""
}

// miswrittenSkills is how many skills are written wrong or listed twice.
func (r *reading) miswrittenSkills() (n int) {
	r.eachListedWrong(func(Finding) { n++ })
	return n
}

// eachListedWrong finds the skills that are written wrong or listed twice.
func (r *reading) eachListedWrong(add func(Finding)) {
	for _, s := range r.miswrittenOf() {
		name := s.spelling
		add(Finding{Address: s.address, Span: Span{0, len(s.text)}, Quote: s.text,
			Why: r.say("“%s” is usually written “%s”.", s.text, name), Fix: r.say("Write “%s”", name), patch: replace(s.address, name)})
	}
	of := map[*terms.Term][]skill{}
	for _, s := range r.skills {
		meant := r.scorer.meantSkill(s.text)
		for _, m := range r.scorer.inList(meant) {
			if m.Surface == meant { // "sales training" is not "sales forecasting"
				of[m.Term] = append(of[m.Term], s)
			}
		}
	}
	for _, s := range r.skills {
		if len(s.terms) != 1 || !slices.ContainsFunc(of[s.terms[0]], func(o skill) bool { return o.address == s.address }) {
			continue
		}
		for _, first := range of[s.terms[0]] {
			if first.isBefore(s, s.terms[0]) && sameSkill(s.terms[0], r.scorer.meantSkill(first.text), r.scorer.meantSkill(s.text)) {
				add(Finding{Address: s.address, Quote: s.text,
					Why: r.say("“%s” and “%s” are the same skill.", first.text, s.text), Fix: r.say("Remove “%s” from the list", s.text),
					moves: true, patch: removeTexts([]skill{s})})
				break
			}
		}
	}
}

// isBefore reports whether of two names of a term this is the one to keep, wherever they
// are in the list: the term's own, or the longer one.
func (s skill) isBefore(other skill, t *terms.Term) bool {
	return cmp.Or(number(other.text == t.Name)-number(s.text == t.Name), len(other.text)-len(s.text), strings.Compare(s.text, other.text)) < 0
}

// sameSkill reports whether two names of a term are of one skill. A longer name is
// often of a part of it, or of a version: "payroll" and "payroll processing", "ASP.NET"
// and "ASP.NET MVC", "HTML" and "HTML5"; and other words are of something like it: "VPN"
// and "IPsec", "bank reconciliation" and "account reconciliation".
func sameSkill(t *terms.Term, a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	if len(a) > len(b) {
		a, b = b, a
	}
	if !t.Category.Technology() {
		return slices.Equal(stems(a), stems(b)) || !strings.Contains(a, " ") && !containsWord(b, a) && abbreviates(a, b)
	}
	if more, ok := strings.CutPrefix(b, a); ok && (strings.Trim(more, " 0123456789.") == "" || more[0] == ' ' || more == "js") {
		return false // a version, a part of it, or AngularJS, which is not Angular
	}
	return abbreviates(a, b)
}

// stems are those of a text's words, in order of the alphabet.
func stems(text string) []string {
	words := skillWords(text)
	for i, w := range words {
		words[i] = terms.Stem(w)
	}
	slices.Sort(words)
	return words
}

// abbreviates reports whether a name is made of letters of another one, in their order:
// "k8s" of "kubernetes", "crm" of "customer relationship management".
func abbreviates(short, long string) bool {
	for _, c := range short {
		if !unicode.IsLetter(c) {
			continue
		}
		i := strings.IndexRune(long, c)
		if i < 0 {
			return false
		}
		long = long[i+utf8.RuneLen(c):]
	}
	return true
}

// miswrittenSkill is a skill that is spelled or capitalized otherwise than is usual.
type miswrittenSkill struct {
	skill
	spelling string
}

// miswrittenOf are the skills that are a term in another casing or spelling than its own,
// each such spelling once. Where several are in capitals, that is a matter of style.
func (r *reading) miswrittenOf() []miswrittenSkill {
	const style = 3 // fewer in capitals are acronyms, as likely
	var all []miswrittenSkill
	if !r.shown["skills"] {
		return nil
	}
	seen, capitals := map[string]bool{}, 0
	for g, group := range r.resume.Skills {
		if group.Hidden {
			continue
		}
		for _, k := range group.Keywords {
			if seen[k.Text] {
				continue
			}
			seen[k.Text] = true
			meant := r.scorer.meantSkill(k.Text)
			if meant != k.Text && len(meant) < minCapitalMisnamed && !strings.EqualFold(meant[:1], k.Text[:1]) {
				meant = k.Text // another name, as likely
			}
			for _, m := range r.scorer.inList(meant) {
				if m.Surface != meant {
					continue
				}
				if name := rightName(m); name != meant {
					all = append(all, miswrittenSkill{skill{address: k.Address, text: k.Text, group: g, terms: []*terms.Term{m.Term}}, name})
					capitals += number(allCapital(k.Text))
				}
			}
		}
	}
	if capitals >= style {
		all = slices.DeleteFunc(all, func(s miswrittenSkill) bool { return allCapital(s.text) })
	}
	return all
}
