package posting

import (
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/structure"
	"resumax/language/terms"
)

// namedIn is the name in a heading such as "About Halvorsen" or "Why Halvorsen?", "" for none.
func (r *reading) namedIn(text string) string {
	text = strings.Trim(text, " :?!¿¡")
	tokens := tokensOf(text)
	if len(tokens) < 2 || len(tokens) > 9 {
		return ""
	}
	n, _ := r.words.named.at(tokens, 0)
	if n == 0 || n >= len(tokens) {
		return ""
	}
	rest := strings.TrimSpace(text[tokens[n-1].end:])
	if !isName(rest) || len(strings.Fields(rest)) > 6 || notEmployer(rest) || generic(rest) || r.words.headings[normal(rest)] != NoSection {
		return ""
	}
	return rest
}

// candidates are names that may be the employer's, with how much speaks for each.
type candidates struct {
	order []string
	score map[string]float64
}

func (c *candidates) add(name string, score float64) {
	name = cleanName(name)
	const most = 60 // names
	if _, tail, hyphened := strings.Cut(name, "-"); hyphened && !strings.Contains(name, " ") && !isName(tail) {
		return // "Spanish-speaking"
	}
	if name == "" || len(strings.Fields(name)) > 7 || notEmployer(name) || generic(name) || c.score[name] == 0 && len(c.order) >= most {
		return
	}
	if c.score[name] == 0 {
		c.order = append(c.order, name)
	}
	c.score[name] += score
}

// What is looked at for the employer, and how sure it must be: a name that one sentence says
// in so many words, or that several name in passing.
const (
	employerParts = 250
	employerSure  = 2.5
)

// employer is the employer that headings, prose or addresses name: "About Halvorsen", "Halvorsen
// is looking for", "At Halvorsen, we", "Halvorsen is an equal opportunity employer",
// https://jobs.halvorsen.example. "" where no name is sure.
func (r *reading) employer() string {
	c := &candidates{score: map[string]float64{}}
	parts := r.parts[:min(len(r.parts), employerParts)]
	for _, p := range parts {
		if name := r.namedIn(p.text); name != "" && (p.lead || len(p.tokens) <= 6) && structure.TitleScore(name) < 0.9 {
			c.add(name, 3)
		}
	}
	for _, p := range parts {
		if p.item && p.in != About && p.in != EqualOpportunity || p.in == HowToApply && p.item {
			continue
		}
		for _, s := range sentencesOf(p.text) {
			r.namesIn(c, s)
		}
	}
	for _, p := range parts { // "Riverbend Community Schools - St. Cloud, MN" below all else
		if all := pieces(p.text); len(p.tokens) <= 14 && len(all) == 2 && isPlace(all[1]) && organizationScore(all[0]) >= 0.7 && !isPlace(all[0]) {
			c.add(all[0], 2)
		}
	}
	r.frequent(c)
	hosts := r.hosts()
	best := ""
	for _, name := range c.order {
		score := c.score[name]
		if _, term := terms.Default().Lookup(name); term && score < 3 {
			score -= 2
		}
		seen := 0.0
		for _, p := range parts {
			if seen < 2 && wordsAt(p.text, name) >= 0 {
				seen += 0.5
			}
		}
		score += seen
		if slices.ContainsFunc(hosts, func(h string) bool { return isOfHost(name, h) }) {
			score += 2.5
		}
		if organizationScore(name) >= 0.7 {
			score += 0.5
		}
		if (structure.PlaceScore(name) >= 0.8 || isRegion(name)) && organizationScore(name) < 0.7 || structure.TitleScore(name) >= 0.9 && organizationScore(name) < 0.7 {
			score -= 3
		}
		c.score[name] = score
		if score > c.score[best] || best == "" {
			best = name
		}
	}
	if c.score[best] >= employerSure {
		return best
	}
	return r.fromHosts(hosts)
}

// namesIn adds the names of a sentence that stand where an employer's name does.
func (r *reading) namesIn(c *candidates, s string) {
	tokens := tokensOf(s)
	if len(tokens) > 2 && tokens[0].lower == tokens[0].text && strings.ContainsFunc(tokens[0].text, isWordRune) { // "ilionx seeks"
		if n, _ := r.words.employer.at(tokens, 1); n > 1 || n == 1 && tokens[1].lower == "seeks" {
			c.add(tokens[0].text, 2)
		}
	}
	r.subjectsIn(c, s, tokens)
	for i, t := range tokens {
		if t.lower == "client" && i > 0 && i+2 < len(tokens) && tokens[i+1].lower == "," && (tokens[i-1].lower == "my" || tokens[i-1].lower == "our") { // "on behalf of my client, Ellesmere Foods Ltd."
			if end := runFrom(tokens, i+2); end > i+2 {
				c.add(s[tokens[i+2].start:tokens[end-1].end], 4)
			}
		}
		if n, _ := r.words.employer.at(tokens, i); n > 1 && i > 2 && i < 12 && !properWord(tokens[i-1]) { // "The Oyster House – Causeway location is looking for"
			start := 0
			for start < i && r.isArticle(tokens[start].lower) {
				start++
			}
			if end := runFrom(tokens, start); end > start+1 {
				c.add(s[tokens[start].start:tokens[end-1].end], 2)
			}
		}
		if n, _ := r.words.employer.at(tokens, i); n > 0 && i > 0 {
			start := runBefore(tokens, i)
			for start < i && r.isArticle(tokens[start].lower) {
				start++
			}
			if r.out.Language == "de" && i == start+1 && organizationScore(tokens[start].text) < 0.7 && !innerCapital(tokens[start].text) && !slices.ContainsFunc(r.hosts(), func(h string) bool { return isOfHost(tokens[start].text, h) }) {
				continue // any noun: "Aktuell ist die …"
			}
			if start < i && i-start <= 7 && (start == 0 || r.isArticle(tokens[start-1].lower) || tokens[start-1].lower == ",") {
				score := 1.0
				if n > 1 || slices.Contains([]string{"seeks", "sucht", "recrute", "busca", "recherche", "procura", "recruta", "contrata", "seleciona", "selecciona"}, t.lower) {
					score = 2
				}
				if start == 0 && n == 1 && slices.Contains([]string{"offers", "provides", "operates", "builds", "makes", "runs", "designs", "sells", "serves"}, t.lower) {
					score = 2 // "Flint offers …"
				}
				if r.words.equal.in(tokens[i:]) {
					score = 3
				}
				c.add(s[tokens[start].start:tokens[i-1].end], score)
			}
		}
		if i > 0 && i <= 4 && isSubject(tokens, i) {
			if name := s[tokens[0].start:tokens[i-1].end]; innerCapital(name) || r.namedAgain(name) {
				c.add(name, 1)
			}
		}
		if n, _ := r.words.join.at(tokens, i); n > 0 && i+n < len(tokens) {
			start := i + n
			for start < len(tokens) && r.isArticle(tokens[start].lower) {
				start++
			}
			if end := runFrom(tokens, start); end > start {
				name, score := s[tokens[start].start:tokens[end-1].end], 1.0
				if i <= 1 || organizationScore(name) >= 0.7 && t.lower == "at" {
					score = 2
				}
				if _, term := terms.Default().Lookup(name); term {
					score = 0.5
				}
				if r.out.Language == "de" && end == start+1 && organizationScore(name) < 0.7 && !innerCapital(name) {
					score = 0.3 // any noun
				}
				c.add(name, score)
			}
		}
		if strings.HasSuffix(t.lower, "'s") && i > 0 && isName(t.text) {
			start := runBefore(tokens, i+1)
			c.add(s[tokens[start].start:t.end], 0.5)
		}
		if legalForm(t.text) && i > 0 && !(len(t.text) < 3 && t.text == t.lower) {
			at := i
			if tokens[i-1].lower == "," { // "King & Associates, P.C."
				at--
			}
			if start := runBefore(tokens, at); start < at {
				end := i + 1
				for end < len(tokens) && (tokens[end].lower == "&" || r.words.legal[strings.Trim(tokens[end].lower, ".")]) {
					end++
				}
				c.add(s[tokens[start].start:tokens[end-1].end], 2)
			}
		}
	}
}

// subjectsIn adds what a sentence begins with where that sounds like an employer: before an apposition
// ("La Résidence Les Embruns, EHPAD associatif, recherche"), before a verb ("Dunmire & Sons Trucking has
// hauled"), and a small word with a name behind it ("La pharmacie du Marché à Annecy cherche").
func (r *reading) subjectsIn(c *candidates, s string, tokens []token) {
	start := 0
	for start < len(tokens) && r.isArticle(tokens[start].lower) {
		start++
	}
	if start >= len(tokens) || start > 1 {
		return
	}
	end := runFrom(tokens, start)
	for end > start && end < len(tokens) && properWord(tokens[end]) && end-start < 8 { // "Park's Edge Preschool"
		end++
	}
	if end > start && end < len(tokens) {
		name := s[tokens[start].start:tokens[end-1].end]
		if tokens[end].lower == "in" && end-start > 1 && slices.ContainsFunc(tokens[end:min(len(tokens), end+10)], func(t token) bool {
			return t.lower == "is" || t.lower == "has" || t.lower == "seeks" || t.lower == "needs"
		}) {
			c.add(name, 2) // "Bubbles & Barks in Asheville, North Carolina is growing"
		}
		if organizationScore(name) >= 0.7 && end-start > 1 && (slices.Contains([]string{"have", "had", "hat", "ist", "est", "a", "tiene"}, tokens[end].lower) || tokens[end].text == tokens[end].lower && strings.HasSuffix(tokens[end].lower, "s")) {
			c.add(name, 1.5)
		}
		const reach = 16 // tokens
		if tokens[end].lower == "," {
			for i := end + 2; i+1 < min(len(tokens), end+reach); i++ {
				if tokens[i].lower != "," {
					continue
				}
				if n, _ := r.words.employer.at(tokens, i+1); n > 0 {
					c.add(name, 2)
				}
				break
			}
		}
		return
	}
	if start == 0 || isName(tokens[start].text) {
		return
	}
	for i := start + 1; i < min(len(tokens), start+10); i++ {
		if n, _ := r.words.employer.at(tokens, i); n == 0 {
			continue
		}
		name, _, _ := withPlace(s[tokens[start].start:tokens[i-1].end])
		if organizationScore(upperFirst(name)) >= 0.7 && strings.ContainsFunc(name, unicode.IsUpper) {
			c.add(upperFirst(name), 2)
		}
		return
	}
}

// frequent adds the names of one word that a posting says again and again within sentences, and
// never in small letters. German writes every noun with a capital, so it tells nothing there.
func (r *reading) frequent(c *candidates) {
	if r.out.Language == "de" {
		return
	}
	const often = 3
	counts, small := map[string]int{}, map[string]bool{}
	var order []string
	for _, p := range r.parts[:min(len(r.parts), employerParts)] {
		if p.lead {
			continue
		}
		for i, t := range p.tokens {
			if !isName(t.text) {
				small[t.lower] = true
				continue
			}
			alone := i > 0 && !isName(p.tokens[i-1].text) && (i+1 == len(p.tokens) || !isName(p.tokens[i+1].text)) && !strings.Contains(".!?:;•–—|/(", p.tokens[i-1].text) && !strings.HasSuffix(p.text[:t.start], ". ")
			if name := cleanName(t.text); alone && len(name) > 2 && !strings.ContainsAny(name, "0123456789") {
				if counts[name] == 0 {
					order = append(order, name)
				}
				counts[name]++
			}
		}
	}
	for _, name := range order {
		if counts[name] >= often && !small[strings.ToLower(name)] && !small[strings.TrimSuffix(strings.ToLower(name), "s")] && structure.TitleScore(name) < 0.5 && structure.PlaceScore(name) < 0.8 {
			if _, term := terms.Default().Lookup(name); !term {
				c.add(name, 1)
			}
		}
	}
}

// runBefore is where the name begins that ends before a token; i where none does.
func runBefore(tokens []token, i int) int {
	start := i
	for start > 0 && i-start < 7 && properWord(tokens[start-1]) && (start == i || tokens[start].start-tokens[start-1].end <= 1) {
		start--
	}
	for start < i && !isName(tokens[start].text) {
		start++
	}
	return start
}

// runFrom is where the name ends that begins with a token; start where none does.
func runFrom(tokens []token, start int) int {
	end := start
	for end < len(tokens) && end-start < 6 && (properWord(tokens[end]) || ofInstitution(tokens, start, end)) && (end == start || tokens[end].start-tokens[end-1].end <= 1) {
		end++
		if strings.HasSuffix(tokens[end-1].lower, "'s") {
			break
		}
	}
	for end > start && !isName(tokens[end-1].text) {
		end--
	}
	if end > start && !isName(tokens[start].text) {
		return start
	}
	return end
}

// ofInstitution reports whether a small word goes on with the name of an institution: "Universität
// der Bundeswehr".
func ofInstitution(tokens []token, start, i int) bool {
	if i == start || i+1 >= len(tokens) || !isName(tokens[i+1].text) {
		return false
	}
	if tokens[i].lower == "la" && tokens[i-1].lower == "de" { // "Les Territoires de la Mémoire"
		return true
	}
	switch tokens[i].lower {
	case "der", "des", "für", "du", "del", "di":
		return organizationScore(tokens[i-1].text) >= 0.7 || i-start > 1
	}
	return false
}

// hosts are the names that addresses in a posting give: of "https://halvorsen.example/jobs",
// "jobs@halvorsen.example" and "https://boards.greenhouse.io/halvorsen/1" it is halvorsen.
func (r *reading) hosts() []string {
	if r.addresses == nil {
		r.addresses = append(r.hostsIn(), "")
	}
	return r.addresses[:len(r.addresses)-1]
}

func (r *reading) hostsIn() (all []string) {
	const most = 12
	add := func(address string) {
		if h := hostName(address); h != "" && !slices.Contains(all, h) && len(all) < most {
			all = append(all, h)
		}
	}
	add(r.facts.url)
	for i, p := range r.parts {
		if i > 25 && i < len(r.parts)-25 || !strings.ContainsAny(p.text, "@/.") {
			continue
		}
		for _, w := range strings.Fields(p.text) {
			w = strings.Trim(w, "<>()[],;.*'\"")
			if strings.Contains(w, "://") || strings.HasPrefix(w, "www.") || strings.Contains(w, "@") && strings.Contains(w, ".") {
				add(w)
			}
		}
	}
	return all
}

// hostName is the part of an address that names whose it is, in small letters; "" for an
// address of a board of jobs, a mail service and the like.
func hostName(address string) string {
	k := knownSites()
	address = strings.ToLower(strings.TrimSpace(address))
	if i := strings.LastIndexByte(address, '@'); i >= 0 && !strings.Contains(address, "://") {
		address = address[i+1:]
	}
	if i := strings.Index(address, "://"); i >= 0 {
		address = address[i+3:]
	}
	host, path, _ := strings.Cut(address, "/")
	host, _, _ = strings.Cut(host, ":")
	labels := strings.Split(strings.TrimPrefix(host, "www."), ".")
	if len(labels) < 2 {
		return ""
	}
	end := len(labels) - 2
	if n := len(labels[end]); end > 0 && (n <= 3 && len(labels[end+1]) == 2 || labels[end] == "gov" || labels[end] == "edu") {
		end-- // example.co.uk
	}
	own := labels[end]
	switch {
	case slices.Contains(k.Boards, own):
		return ""
	case slices.Contains(k.Hosts, own):
		first, _, _ := strings.Cut(strings.TrimPrefix(path, "embed/"), "/")
		if end > 0 && !slices.Contains(k.Hosts, labels[0]) && !slices.Contains(k.Subdomains, labels[0]) {
			first = labels[0]
		}
		if strings.ContainsAny(first, "?=") {
			return ""
		}
		return first
	}
	return own
}

// isOfHost reports whether a name may be the one that an address gives: Halvorsen Grid of
// halvorsen, BYU of byu, American Museum of Natural History of amnh.
func isOfHost(name, host string) bool {
	k, h := key(name), key(host)
	if len(k) < 2 || len(h) < 2 {
		return false
	}
	first, _, _ := strings.Cut(name, " ")
	if k == h || len(h) > 3 && strings.HasPrefix(k, h) || len(k) > 2 && strings.HasPrefix(h, k) || len(key(first)) > 4 && key(first) == h {
		return true
	}
	var initials strings.Builder
	for _, w := range strings.Fields(name) {
		if isName(w) {
			initials.WriteString(strings.ToLower(w[:1]))
		}
	}
	return initials.Len() > 2 && initials.String() == h
}

// fromHosts is a word of the posting that an address gives as a name, "" for none.
func (r *reading) fromHosts(hosts []string) string {
	for _, h := range hosts {
		h = key(h)
		for _, p := range r.parts[:min(len(r.parts), employerParts)] {
			for _, t := range p.tokens {
				if k := key(t.text); len(k) > 2 && (isName(t.text) || k == h) && !strings.ContainsAny(t.text, "@/.") && (k == h || len(k) > 3 && strings.HasPrefix(h, k) && len(h)-len(k) <= 8) && !notEmployer(t.text) && !generic(t.text) {
					return strings.TrimSuffix(t.text, "'s")
				}
			}
		}
	}
	return r.mailHost()
}

// mailHost is the name of the host to which applications are sent, where nothing else tells the
// employer: "jobs@lolev.example".
func (r *reading) mailHost() string {
	for _, p := range r.parts {
		for _, w := range strings.Fields(p.text) {
			at := strings.IndexByte(w, '@')
			if at <= 0 || !strings.Contains(w[at:], ".") {
				continue
			}
			if h := hostName(strings.Trim(w, "<>()[],;.*'\"")); len(h) > 3 && !strings.ContainsAny(h, "0123456789[]") {
				return upperFirst(strings.ReplaceAll(h, "-", " "))
			}
		}
	}
	return ""
}

// headed is the employer that a page's own heading names: "Halvorsen College Employment
// Opportunities", "Halvorsen Careers"; "" for none.
func headed(text string) string {
	for _, piece := range pieces(text) {
		low := strings.ToLower(piece)
		for _, end := range knownSites().Headers {
			if rest, ok := strings.CutSuffix(low, " "+end); ok {
				name := strings.TrimSpace(piece[:len(rest)])
				if isName(name) && !generic(name) && len(strings.Fields(name)) <= 7 && structure.TitleScore(name) < 0.9 {
					return name
				}
			}
		}
	}
	return ""
}

// generic reports whether a text has only words that sites say on pages of any employer.
func generic(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && r != '\'' })
	for _, w := range words {
		if !slices.Contains(knownSites().Generic, w) {
			return false
		}
	}
	return true
}

// isSubject reports whether a sentence begins with a name and goes on with a verb at a token:
// "Kelpworks empowers".
func isSubject(tokens []token, i int) bool {
	verb := tokens[i].text
	if verb != tokens[i].lower || len(verb) < 3 || verb[len(verb)-1] != 's' || strings.HasSuffix(verb, "'s") {
		return false
	}
	return properName(tokens[:i]) && isName(tokens[0].text)
}

// innerCapital reports whether a name has a capital within a word: KelpWorks.
func innerCapital(name string) bool {
	last := ' '
	for _, c := range name {
		if unicode.IsUpper(c) && unicode.IsLower(last) {
			return true
		}
		last = c
	}
	return false
}

// namedAgain reports whether a name stands within a sentence too, where its capital tells
// that it is one.
func (r *reading) namedAgain(name string) bool {
	for _, p := range r.parts[:min(len(r.parts), employerParts)] {
		for at := strings.Index(p.text, " "+name); at > 0; {
			if c := p.text[at-1]; c != '.' && c != '!' && c != '?' && c != ':' {
				return true
			}
			next := strings.Index(p.text[at+1:], " "+name)
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	return false
}

func (r *reading) isArticle(w string) bool { return r.words.articles[w] }

func properName(tokens []token) bool {
	for _, t := range tokens {
		if !properWord(t) {
			return false
		}
	}
	return true
}

func properWord(t token) bool {
	switch t.lower {
	case "&", "of", "and", "de", "do", "da", "dos", "das", "und", "+", "for", "the", "et", "y":
		return true
	}
	return isName(t.text)
}

// notEmployer reports whether a text that begins with a capital is no name of an employer.
func notEmployer(name string) bool {
	low := strings.ToLower(name)
	first, _, _ := strings.Cut(low, " ")
	switch first {
	case "la", "le", "les", "el", "los", "las", "der", "die", "das", "the":
		if words := strings.Fields(name); len(words) > 1 && isName(words[1]) && !notEmployer(strings.Join(words[1:], " ")) && !generic(name) { // "Les Moulins Ravel", but not "The Company"
			first = ""
		}
	}
	return slices.Contains(knownSites().Openers, first) || slices.Contains(knownSites().NotEmployers, low)
}

// cleanName is a name without what stands around it.
func cleanName(name string) string {
	name = strings.Trim(name, " ,.;:")
	for _, end := range []string{"'s", "’s"} {
		name = strings.TrimSuffix(name, end)
	}
	return name
}

func cleanCompany(text string) string {
	text = strings.Trim(plainText(text), " -–—|·:,*#")
	if rest, ok := cutPrefixFold(text, "at "); ok {
		text = rest
	}
	for _, end := range []string{" logo", " Logo", " | Careers", " Careers", " Jobs", "'s logo", " Company Logo", " home page", " Home Page", " Homepage", " | LinkedIn"} {
		text = strings.TrimSuffix(text, end)
	}
	for _, member := range []string{", a member of ", ", part of ", ", member of ", ", an affiliate of ", ", a division of ", ", a subsidiary of ", ", a unit of "} {
		if i := strings.Index(text, member); i > 0 {
			text = text[:i] // "Summit Ridge Rehabilitation, a member of Valley Health Partners"
		}
	}
	if open := strings.LastIndexByte(text, '('); open > 0 && strings.HasSuffix(text, ")") && strings.ContainsAny(text[open:], "0123456789") {
		text = text[:open] // "Commune de Saint-Aubin (3 400 habitants)"
	}
	return strings.TrimSpace(text)
}

// firstName is an employer's name without what is told of it behind a comma: "Résidence Les Genêts, EHPAD
// associatif de 78 lits".
func firstName(text string) string {
	if name, rest, ok := strings.Cut(text, ", "); ok && organizationScore(name) >= 0.7 && len(strings.Fields(rest)) > 2 && !legalForm(rest) && !isPlace(rest) {
		return name
	}
	return text
}

// organizationScore is how much a text sounds like an employer, from 0 to 1: as resumes tell it, or by
// a word of a trade that names end or begin with: "Wattle Creek Veterinary", "Autohaus Keller".
func organizationScore(text string) float64 {
	score := structure.OrganizationScore(text)
	words := strings.Fields(strings.ToLower(text))
	if score >= tradeScore || len(words) < 2 || len(words) > 8 || !isName(text) {
		return score
	}
	first, last := words[0], strings.Trim(words[len(words)-1], ".,()!")
	if first == "the" || first == "la" || first == "die" {
		first = words[1]
	}
	k := knownSites()
	ends := slices.ContainsFunc(k.NamesEnd, func(w string) bool {
		end, any := strings.CutPrefix(w, "*")
		return last == w || any && len(last) > len(end)+2 && strings.HasSuffix(last, end)
	})
	if !ends && !slices.Contains(k.NamesBegin, first) {
		return score
	}
	if _, term := terms.Default().Lookup(text); term {
		return score
	}
	return tradeScore
}

// tradeScore is what a word of a trade makes of a name.
const tradeScore = 0.75
