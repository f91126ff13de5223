package posting

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/exchange/structure"

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
	for i := range tokens {
		if n, _ := r.words.notTerms.at(tokens, i); n > 0 {
			from, to := tokens[i].start, tokens[i+n-1].end
			found = slices.DeleteFunc(found, func(m terms.Match) bool { return m.Start < to && from < m.End })
		}
	}
	for _, m := range found {
		if m.Term.Category == terms.Soft || r.partOfName(s, m) || r.words.homonyms[m.Surface] {
			continue
		}
		if e := r.words.endorsements[strings.ToLower(m.Term.Name)]; e != "" && (p.in == Required || p.in == Preferred) && r.drives() {
			all = append(all, mention{start: m.Start, end: m.End, name: e, kind: License, term: true})
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
	all = slices.DeleteFunc(all, func(m mention) bool { return m.kind == instead && !instance(s, m, all) })
	for _, m := range r.unlistedLicenses(s, tokens) {
		if !slices.ContainsFunc(all, func(o mention) bool { return o.kind == License && o.start < m.end && m.start < o.end }) {
			all = append(all, m)
		}
	}
	if p.item && (p.in == Required || p.in == Preferred) || p.in != About && r.words.preferred.in(tokens) {
		for _, m := range r.unlistedNames(s, tokens) {
			within := func(o mention) bool { // "Workday Recruiting" is more than recruiting
				return o.kind == Term && o.start > m.start && o.end <= m.end && strings.ToLower(o.name) == o.name
			}
			if !slices.ContainsFunc(all, func(o mention) bool { return o.start < m.end && m.start < o.end && !within(o) }) {
				all = append(all, m)
			}
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

// instance reports whether a degree or a license stands before what is taken instead of it, or a
// word that needs none: "work experience" says enough, "or equivalent" does not.
func instance(s string, m mention, all []mention) bool {
	if open := strings.LastIndexByte(s[:m.start], '('); open >= 0 && !strings.Contains(s[open:m.start], ")") {
		near := slices.ContainsFunc(all, func(o mention) bool { return o.kind == Degree && o.end <= m.start && o.end > open })
		return near || slices.ContainsFunc(all, func(o mention) bool {
			return (o.kind == Degree || o.kind == License) && o.end <= open && open-o.end <= 2
		})
	}
	return slices.ContainsFunc(all, func(o mention) bool {
		return (o.kind == Degree || o.kind == License) && o.start != m.start
	})
}

// oneDegree makes one mention of two of a degree that stand together: "BS degree".
func oneDegree(s string, all []mention) (kept []mention) {
	for _, m := range all {
		if n := len(kept) - 1; n >= 0 && m.kind == Degree && kept[n].kind == Degree && (kept[n].name == m.name || strings.HasPrefix(strings.ToLower(s[m.start:m.end]), "degree")) && strings.TrimSpace(s[kept[n].end:m.start]) == "" {
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
			head := s[:tokens[i].start]
			return slices.DeleteFunc(terms.Default().FindInList(head), func(m terms.Match) bool {
				next := strings.Fields(head[m.End:]) // "Natural foods knowledge" is of foods
				return len(next) > 0 && isWordRune(rune(next[0][0])) && strings.ToLower(next[0]) == next[0] && !r.goesOn(tokensOf(next[0]), 0)
			})
		}
	}
	return nil
}

// unlistedLicenses are licenses and certificates that no list has, by the last word of their
// names: "boiler operator license"; where several share it ("PCCN or CMSRN certification", "hazmat
// and tanker endorsements"), all of them. Those of letters alone ("CMSRN") are named by them.
func (r *reading) unlistedLicenses(s string, tokens []token) (all []mention) {
	for i, t := range tokens {
		if !r.words.licenseWords[t.lower] && !(i > 0 && t.lower == "registration" && isLetters(tokens[i-1].text)) {
			continue
		}
		if i+1 < len(tokens) && r.words.notLicense[tokens[i+1].lower] {
			continue
		}
		head := strings.TrimSuffix(t.text, "s")
		for end := i; end > 0; {
			from := end
			for from > 0 && end-from < 3 && isNamePart(tokens[from-1].lower) && !r.words.filler[tokens[from-1].lower] && tokens[from].start-tokens[from-1].end <= 1 {
				from--
			}
			if from == end {
				break
			}
			if end < i && !isLetters(tokens[end-1].text) && end-from > 2 {
				break
			}
			name := s[tokens[from].start:tokens[end-1].end]
			m := mention{start: tokens[from].start, end: tokens[end-1].end, kind: License}
			if end == i {
				m.end = t.end
			}
			if end < i && !isLetters(name) && !r.sharesHead(name, head) {
				break
			}
			switch n, value := r.words.licenses.at(append(tokensOf(name+" "+strings.ToLower(head)), token{}), 0); {
			case n > 1 && n == len(tokensOf(name+" "+head)):
				m.name = value
			case isLetters(name):
				m.name = name
			case end == i:
				m.name = s[m.start:m.end]
			default:
				m.name = name + " " + head
			}
			all = append(all, m)
			// Goes on with what stands before "or", "and" or a comma.
			end = from
			for end > 0 && (tokens[end-1].lower == "," || tokens[end-1].lower == "/" || r.goesOn(tokens, end-1)) {
				end--
			}
			if end == from {
				break
			}
		}
	}
	all = append(all, r.headedLicenses(s, tokens)...)
	for i, t := range tokens {
		name := r.words.nearLicenses[t.lower]
		if name.name == "" {
			continue
		}
		const reach = 5 // tokens
		for k := max(0, i-reach); k < min(len(tokens), i+reach+1); k++ {
			if k != i && slices.Contains(name.near, tokens[k].lower) {
				from, to := min(i, k), max(i, k)
				if slices.ContainsFunc(tokens[from:to], func(t token) bool { return t.lower == "," || t.lower == ";" || t.lower == "and" }) {
					continue
				}
				all = append(all, mention{start: tokens[from].start, end: tokens[to].end, name: name.name, kind: License})
				break
			}
		}
	}
	return all
}

// headedLicenses are licenses that no list has where their kind stands first, as in French and Spanish
// ("carte ASP Construction", "certificado de soldador"), or ends a German noun ("Schaltberechtigung").
func (r *reading) headedLicenses(s string, tokens []token) (all []mention) {
	for i, t := range tokens {
		if isName(t.text) && r.words.licenseEnds(t.lower) {
			all = append(all, mention{start: t.start, end: t.end, name: t.text, kind: License})
			continue
		}
		if !r.words.licenseHeads[t.lower] || i+1 >= len(tokens) {
			continue
		}
		end := i + 1
		switch tokens[end].lower {
		case "de", "d'", "en", "del":
			if end++; end >= len(tokens) || !isNamePart(tokens[end].lower) {
				continue
			}
			end++
		default:
			for end < len(tokens) && end-i <= 3 && isName(tokens[end].text) && tokens[end].start-tokens[end-1].end <= 1 {
				end++
			}
		}
		if end > i+1 {
			all = append(all, mention{start: t.start, end: tokens[end-1].end, name: s[t.start:tokens[end-1].end], kind: License})
		}
	}
	return all
}

// licenseEnds reports whether a noun of one word is a license by its end.
func (w *words) licenseEnds(noun string) bool {
	for end := range w.licenseTails {
		if len(noun) > len(end)+3 && strings.HasSuffix(noun, end) && !w.notLicense[noun] {
			return true
		}
	}
	return false
}

// unlistedNames are names that no list has, of products and the like, which a capital within a
// sentence tells: "A2X or Shopify", "experience with Edelweiss". German writes every noun with
// one, so only those of capitals or with a digit count there.
func (r *reading) unlistedNames(s string, tokens []token) (all []mention) {
	if r.shouting == 2 {
		return nil
	}
	for i := 0; i < len(tokens); {
		if n, _ := r.words.notTerms.at(tokens, i); n > 0 {
			i += n
			continue
		}
		end := i
		for end < len(tokens) && end-i < 4 && (end > i && (isNumber(tokens[end].text) || isName(tokens[end].text) && !r.words.notNames[tokens[end].lower]) || r.isProper(tokens, end)) && (end == i || tokens[end].start-tokens[end-1].end == 1 && s[tokens[end-1].end] == ' ') {
			end++
		}
		if end == i {
			i++
			continue
		}
		name := s[tokens[i].start:tokens[end-1].end]
		if structure.PlaceScore(name) < 0.8 && !isRegion(name) && key(name) != key(r.out.Company) && structure.TitleScore(name) < 0.5 && organizationScore(name) < 0.7 && !strings.Contains(r.out.Location, name) && !strings.Contains(r.out.Company, name) {
			all = append(all, mention{start: tokens[i].start, end: tokens[end-1].end, name: name, kind: Term})
		}
		i = end
	}
	return all
}

func isNumber(w string) bool { return strings.Trim(w, "0123456789.") == "" }

// isProper reports whether a word is of a name by its capitals.
func (r *reading) isProper(tokens []token, i int) bool {
	t := tokens[i]
	if !isName(t.text) || t.text[0] >= '0' && t.text[0] <= '9' || len(t.text) < 2 || strings.HasSuffix(t.lower, "'s") || r.words.notNames[t.lower] || r.words.notNames[strings.TrimSuffix(t.lower, "s")] || r.words.isTime(t.text) || notEmployer(t.text) || generic(t.text) {
		return false
	}
	marked := innerCapital(t.text) || isLetters(t.text) && len(t.text) > 2 || strings.ContainsAny(t.text, "0123456789")
	if marked {
		return !strings.Contains(t.text, "-") || innerCapital(t.text)
	}
	if r.out.Language == "de" || i == 0 {
		return false
	}
	switch before := tokens[i-1]; before.lower {
	case ".", ":", ";", "?", "!", "•", "–", "—":
		return false
	default:
		return !strings.HasSuffix(before.text, ".") && utf8.RuneCountInString(t.text) > 2
	}
}

// drives reports whether a posting asks for a license that endorsements are added to.
func (r *reading) drives() bool {
	return slices.ContainsFunc(r.parts, func(p part) bool {
		return slices.ContainsFunc(p.tokens, func(t token) bool { return t.lower == "cdl" || t.lower == "cdl-a" || t.lower == "cdl-b" })
	})
}

// sharesHead reports whether a name in a list takes its last word from the end of the list:
// the words' list of licenses has both together, or the name begins with a capital.
func (r *reading) sharesHead(name, head string) bool {
	n, _ := r.words.licenses.at(append(tokensOf(strings.ToLower(name+" "+head)), token{}), 0)
	return n > 1
}

// isLetters reports whether a word is an abbreviation of two to six capitals: "CMSRN".
func isLetters(w string) bool {
	capitals := 0
	for _, c := range w {
		switch {
		case unicode.IsUpper(c):
			capitals++
		case c == '-' || c == '.':
		default:
			return false
		}
	}
	return capitals >= 2 && capitals <= 6
}

// isNamePart reports whether a word may be of the name of a license.
func isNamePart(w string) bool {
	if !isWordRune([]rune(w)[0]) {
		return false
	}
	switch w {
	case "or", "and", "valid", "current", "active", "state", "appropriate", "relevant", "required", "professional", "your", "any", "this", "must", "have", "hold", "has", "holds", "obtain", "maintain", "industry", "is", "are", "possess", "possession", "to", "for", "additional", "related", "other", "one", "more", "applicable", "equivalent", "full", "clean", "unrestricted", "preferred", "as", "on", "from", "by", "no", "without", "training", "degree", "get", "earn", "including", "such", "new", "our", "their", "least", "be", "under", "similar", "comparable", "some", "proper", "necessary":
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
