package posting

import (
	"cmp"
	"slices"
	"strings"

	"resumax/language/terms"
)

// mention is something that a sentence names: a term, a degree, a license, a language.
type mention struct {
	start, end int // bytes of the sentence
	from, to   int // tokens
	name       string
	kind       Kind
	term       bool // it is in the list of terms, whatever its kind
}

// mentionsIn are those in a sentence, in order, none within another.
func (r *reading) mentionsIn(s string, tokens []token, p part) []mention {
	const listed = 4 // words: a point as short as that is an item of a list of skills
	var all []mention
	find := terms.Default().Find
	if p.item && len(tokens) <= listed && isSection(p.in) && p.in != Responsibilities {
		find = terms.Default().FindInList
	}
	found := find(s)
	if p.item && isSection(p.in) && p.in != Responsibilities {
		found = append(found, r.opening(s, tokens)...)
	}
	for _, m := range found {
		if m.Term.Category == terms.Soft || r.partOfName(s, m) || r.words.homonyms[m.Surface] {
			continue
		}
		kind := Term
		if isCertificate(m.Term) || r.words.licensed[m.Term.Name] {
			kind = License
		}
		all = append(all, mention{start: m.Start, end: m.End, name: m.Term.Name, kind: kind, term: true})
	}
	for i := 0; i < len(tokens); i++ {
		for _, look := range []struct {
			in   *phrases
			kind Kind
		}{{&r.words.degrees, Degree}, {&r.words.licenses, License}, {&r.words.languages, Language}} {
			n, value := look.in.at(tokens, i)
			if n == 0 {
				continue
			}
			kind := look.kind
			switch {
			case kind == Degree && !isDegree(tokens, i, n), kind == Language && !r.isSpoken(tokens, i, n, p.spoken):
				continue
			case value == equivalent:
				kind = instead
			}
			m := mention{start: tokens[i].start, end: tokens[i+n-1].end, name: value, kind: kind}
			if kind == License {
				_, m.term = terms.Default().Lookup(value)
			}
			all = append(all, m)
		}
	}
	for _, m := range r.unlistedLicenses(s, tokens) {
		if !slices.ContainsFunc(all, func(o mention) bool { return o.kind == License && o.start < m.end && m.start < o.end }) {
			all = append(all, m)
		}
	}
	// The longest wins; of the same length, what is more than a term. A degree wins over a term
	// that begins with it ("Bachelor of Science in Nursing").
	for _, m := range all {
		if m.kind == Degree {
			all = slices.DeleteFunc(all, func(o mention) bool { return o.kind == Term && o.start == m.start })
		}
	}
	slices.SortStableFunc(all, func(a, b mention) int {
		return cmp.Or((b.end-b.start)-(a.end-a.start), cmp.Compare(b.kind, a.kind), cmp.Compare(a.start, b.start))
	})
	var kept []mention
	taken := make([]bool, len(s))
	for _, m := range all {
		if slices.Contains(taken[m.start:m.end], true) {
			continue
		}
		for i := m.start; i < m.end; i++ {
			taken[i] = true
		}
		kept = append(kept, m)
	}
	slices.SortFunc(kept, func(a, b mention) int { return cmp.Compare(a.start, b.start) })
	kept = oneDegree(s, kept)
	for i := range kept {
		kept[i].from, kept[i].to = tokenAt(tokens, kept[i].start, kept[i].end)
	}
	return r.studied(s, tokens, kept)
}

// oneDegree makes one mention of two of a degree that stand together: "BS degree".
func oneDegree(s string, all []mention) (kept []mention) {
	for _, m := range all {
		if n := len(kept) - 1; n >= 0 && m.kind == Degree && kept[n].kind == Degree && kept[n].name == m.name && strings.TrimSpace(s[kept[n].end:m.start]) == "" {
			kept[n].end = m.end
			continue
		}
		kept = append(kept, m)
	}
	return kept
}

// opening are the terms that begin a point and are ordinary words too: "Snowflake experience",
// "Go or Rust development".
func (r *reading) opening(s string, tokens []token) []terms.Match {
	const reach = 5 // tokens
	for i := 1; i < min(reach, len(tokens)); i++ {
		if r.words.skill.in(tokens[i : i+1]) {
			return terms.Default().FindInList(s[:tokens[i].start])
		}
	}
	return nil
}

// unlistedLicenses are licenses and certificates that no list has, by the last word of their
// names: "boiler operator license".
func (r *reading) unlistedLicenses(s string, tokens []token) (all []mention) {
	for i, t := range tokens {
		switch t.lower {
		case "license", "licence", "certificate", "certification", "credential", "licensure", "permit", "endorsement":
		default:
			continue
		}
		if i+1 < len(tokens) {
			switch tokens[i+1].lower {
			case "agreement", "agreements", "plate", "plates", "management", "program", "programs", "exam", "fees", "renewal":
				continue
			}
		}
		from := i
		for from > 0 && i-from < 3 && isNamePart(tokens[from-1].lower) && !r.words.filler[tokens[from-1].lower] {
			from--
		}
		if from == i {
			continue
		}
		all = append(all, mention{start: tokens[from].start, end: t.end, name: s[tokens[from].start:t.end], kind: License})
	}
	return all
}

// isNamePart reports whether a word may be of the name of a license.
func isNamePart(w string) bool {
	if !isWordRune([]rune(w)[0]) {
		return false
	}
	switch w {
	case "or", "and", "valid", "current", "active", "state", "appropriate", "relevant", "required", "professional", "your", "any", "this", "must", "have", "hold", "has", "holds", "obtain", "maintain", "industry", "is", "are", "possess", "possession", "to", "for", "additional", "related", "other", "one", "more", "applicable", "equivalent", "full", "clean", "unrestricted", "preferred", "as", "on", "from", "by", "no", "without", "training", "degree", "get", "earn", "including", "such", "new", "our", "their", "least", "be", "under":
		return false
	}
	return true
}

// partOfName reports whether a term is a part of the employer's name.
func (r *reading) partOfName(s string, m terms.Match) bool {
	name := r.out.Company
	if name == "" || !strings.Contains(name, m.Surface) {
		return false
	}
	for i := strings.Index(s, name); i >= 0; {
		if m.Start >= i && m.End <= i+len(name) {
			return true
		}
		next := strings.Index(s[i+1:], name)
		if next < 0 {
			return false
		}
		i += 1 + next
	}
	return false
}

// tokenAt are the tokens that a span of bytes covers.
func tokenAt(tokens []token, start, end int) (from, to int) {
	from, _ = slices.BinarySearchFunc(tokens, start, func(t token, at int) int { return cmp.Compare(t.end, at+1) })
	to = from
	for to < len(tokens) && tokens[to].start < end {
		to++
	}
	return from, to
}

// isCertificate reports whether a term is a license or a certificate.
func isCertificate(t *terms.Term) bool {
	if t.Category == terms.Certificate {
		return true
	}
	if !t.Category.Trade() {
		return false
	}
	words := strings.Fields(strings.ToLower(t.Name))
	switch words[len(words)-1] {
	case "license", "licence", "certification", "certificate", "certified", "endorsement", "card", "licensed":
		return len(words) > 1 && words[0] != "scope"
	}
	return words[0] == "certified" && len(words) > 2
}

// isDegree reports whether a word of degrees is one: not "a high degree of", "360-degree" or
// "degree of freedom".
func isDegree(tokens []token, i, n int) bool {
	if n == 1 && tokens[i].lower == "degree" {
		if i+1 < len(tokens) && tokens[i+1].lower == "of" {
			return false
		}
		if i > 0 {
			switch tokens[i-1].lower {
			case "high", "great", "certain", "some", "large", "360", "any", "this", "what":
				return false
			}
		}
	}
	if n == 1 && (tokens[i].lower == "equivalent" || tokens[i].lower == "vergleichbar" || tokens[i].lower == "equivalente" || tokens[i].lower == "équivalent") {
		return i > 0 && (tokens[i-1].lower == "or" || tokens[i-1].lower == "oder" || tokens[i-1].lower == "o" || tokens[i-1].lower == "ou")
	}
	if i+n < len(tokens) && i > 0 && (tokens[i-1].lower == "scrum" || tokens[i-1].lower == "toast") {
		return false
	}
	if n == 1 && i+1 < len(tokens) && (tokens[i].text == "MS" || tokens[i].text == "MA" || tokens[i].text == "BA" || tokens[i].text == "AS") {
		switch tokens[i+1].lower {
		case "office", "word", "excel", "teams", "sql", "project", "outlook", "access", "dynamics", "azure", "exchange", "powerpoint", "suite":
			return false
		}
		if i > 0 && tokens[i-1].lower == "," && i+2 <= len(tokens) && len(tokens) < 6 {
			return false // a state
		}
	}
	return true
}

// isSpoken reports whether a language's name is one that must be spoken.
func (r *reading) isSpoken(tokens []token, i, n int, spoken bool) bool {
	const reach = 7
	if i+n < len(tokens) {
		if k, _ := r.words.spokenNot.at(tokens, i+n); k > 0 {
			return false
		}
	}
	if spoken || len(tokens) <= 5 {
		return true
	}
	around := tokens[max(0, i-reach):min(len(tokens), i+n+reach)]
	return r.words.spokenWith.in(around)
}

// studied takes out the terms that only say what a degree is in: "a degree in computer
// science or a related field", "a computer science degree".
func (r *reading) studied(s string, tokens []token, all []mention) []mention {
	var kept []mention
	for i := 0; i < len(all); i++ {
		m := all[i]
		if m.kind == Term && i+1 < len(all) && all[i+1].kind == Degree && strings.TrimSpace(s[m.end:all[i+1].start]) == "" {
			continue
		}
		kept = append(kept, m)
		if m.kind != Degree {
			continue
		}
		next := m.to
		if next >= len(tokens) {
			continue
		}
		led := false // its words end with what leads to what is studied: "degree in"
		switch tokens[m.to-1].lower {
		case "in", "of", "en", "im", "der", "de":
			led = true
		}
		switch tokens[next].lower {
		case "in", "of", "en", "de", "der", "im", "d'", ",", "(", "with", "or", "ou", "oder", "o", "und", "degree", "mit", "as", "als", "major", "des", "del", "-", "diploma", "/":
		default:
			if !led && (i+1 >= len(all) || !fieldOfStudy(all[i+1].name)) {
				continue
			}
		}
		in := led
		for i+1 < len(all) && all[i+1].kind == Term {
			between := tokens[next:all[i+1].from]
			if fieldOfStudy(all[i+1].name) && r.names(between) {
				in = true
				next = all[i+1].to
				i++
				continue
			}
			if len(between) > 9 || slices.ContainsFunc(between, func(t token) bool {
				return t.lower == ";" || t.lower == "with" || t.lower == "and" && in && !fieldOfStudy(all[i+1].name) || t.lower == "plus" || t.lower == "experience" || t.lower == "mit" && in || t.lower == "avec" || t.lower == "con" || t.lower == "knowledge" || t.lower == "years"
			}) {
				break
			}
			if !in && !slices.ContainsFunc(between, func(t token) bool {
				switch t.lower {
				case "in", "en", "de", "of", "im", "der", "d'", "as", "als", "des", "del":
					return true
				}
				return false
			}) {
				break
			}
			in = true
			next = all[i+1].to
			i++
		}
	}
	return kept
}

// names reports whether words only go on with what a degree is in: no experience and no
// knowledge is asked for.
func (r *reading) names(between []token) bool {
	const longest = 16
	return len(between) <= longest && !r.words.skill.in(between) && !slices.ContainsFunc(between, func(t token) bool {
		return t.lower == ";" || t.lower == "." || t.lower == "years" || t.lower == "using" || t.lower == "understanding"
	})
}

// fieldOfStudy reports whether a term is the name of something that is studied.
func fieldOfStudy(name string) bool {
	for _, end := range []string{"science", "engineering", "mathematics", "statistics", "economics", "physics", "finance", "accounting", "design", "administration", "management", "systems", "marketing", "nursing", "education", "technology", "communications", "analytics"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}
