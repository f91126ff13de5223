package posting

import (
	"cmp"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/exchange/structure"
	"resumax/language/terms"
)

// titleLine is the line that is the title, -1 for none: a heading of the first level, else
// what sounds like one.
func (r *reading) titleLine(top []part) int {
	if r.out.Title != "" {
		for i, t := range top {
			if strings.Contains(strings.ToLower(t.text), strings.ToLower(r.out.Title)) && len(t.text) < len(r.out.Title)+60 {
				return i
			}
		}
		return -1
	}
	best, sure := -1, 0.0
	for i, t := range top {
		if first := sentencesOf(t.text); i < 2 && len(first) > 1 {
			t.text = strings.TrimSuffix(first[0], ".")
		}
		t.text = shortened(t.text)
		if n := len(strings.Fields(t.text)); n == 0 || n > 14 || strings.HasSuffix(t.text, ".") && n > 6 && !endsLegal(t.text) || t.label || t.item && i > 0 || r.namedIn(t.text) != "" || r.words.headings[normal(t.text)] != NoSection {
			continue
		}
		score := 0.0
		for _, piece := range pieces(t.text) {
			score = max(score, structure.TitleScore(beforeBracket(piece)))
		}
		if hasGender(t.text) && beforeBracket(t.text) != "" {
			score += 1.2
		}
		if _, n, v := r.words.levels.find(t.tokens); n > 0 && v == "intern" {
			score += 0.5
		}
		switch t.line.heading {
		case 1:
			score += 0.7
		case 2:
			score += 0.2
		}
		if t.bold {
			score += 0.2
		}
		if i == 0 {
			score += 0.15
		}
		if strings.HasSuffix(t.text, ":") || strings.HasSuffix(t.text, "?") || strings.HasSuffix(t.text, "!") {
			score -= 0.5
		}
		score -= 0.03 * float64(i)
		if organizationScore(t.text) >= 0.9 && structure.TitleScore(t.text) < 0.9 {
			score -= 0.4
		}
		if score > sure && score >= 0.5 {
			best, sure = i, score
		}
	}
	return best
}

// shortened is a long headline up to the genders: "Pädagogische Fachkräfte (m/w/d) (Erzieher*innen, …) in
// Voll- und Teilzeit."
func shortened(text string) string {
	const long = 12 // words
	if before := beforeBracket(text); len(strings.Fields(text)) > long && hasGender(text) && before != "" && len(strings.Fields(before)) <= long {
		return before
	}
	return text
}

// hasGender reports whether a title names the genders, as German and French ones do.
func hasGender(text string) bool {
	low := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	if strings.HasPrefix(low, "un(e)") && strings.Count(low, "(") > 1 { // "UN(E) AGENT(E) D'ENTRETIEN"
		return true
	}
	for _, mark := range []string{"(m/w/d)", "(w/m/d)", "(d/m/w)", "(m/f/d)", "(f/m/d)", "(m/f/x)", "(h/f)", "(f/h)", "(m/w/x)", "(gn)", "(all genders)", "(f/h/x)", "(m/f)", "(allgenders)", "(w/m/x)", "(h/m)", "(m/h)", "(m/w)", "(w/m)", "h/f", "m/w/d", "w/m/d", "f/h", "m/f/d"} {
		if strings.Contains(low, mark) {
			return true
		}
	}
	return false
}

// titleFrom parts a line with the title from employer and place on it.
func (r *reading) titleFrom(text string) {
	p := &r.out
	if p.Title != "" {
		return
	}
	text = shortened(text)
	tokens := tokensOf(text)
	if i, n, _ := r.words.employer.find(tokens); (n > 1 || n == 1 && tokens[i].lower == "seeks") && i > 0 && i+n < len(tokens) { // "Acme is hiring a Cook"
		rest := strings.TrimSpace(text[tokens[i+n-1].end:])
		if structure.TitleScore(rest) > 0.5 {
			company := strings.TrimSpace(text[:tokens[i].start])
			if notEmployer(company) || generic(company) { // "We are hiring a Field Manager."
				company = ""
			}
			r.fill(strings.TrimRight(r.withoutLead(rest), ".! "), company, "")
			return
		}
	}
	low := strings.ToLower(text)
	for _, lead := range r.words.titleLeads { // "We want a BARBER"
		const near = 16 // bytes
		if i := indexWord(low, lead); i >= 0 && i <= near && len(low) == len(text) && strings.Count(lead, " ") > 0 {
			if t := r.titleBehind(text[i+len(lead):]); t != "" {
				r.fill(upperFirst(t), "", "")
				return
			}
		}
	}
	if first := sentencesOf(text)[0]; len(first) < len(text) && strings.HasSuffix(first, ".") {
		text = strings.TrimSuffix(first, ".") // "Cook at The Lantern. Requirements: …"
	}
	for _, sep := range []string{" at ", " bei ", " chez ", " @ "} {
		if i := strings.LastIndex(text, sep); i > 0 && structure.TitleScore(text[:i]) > 0.4 && isName(strings.TrimSpace(r.withoutArticle(text[i+len(sep):]))) {
			title, rest := text[:i], r.withoutArticle(text[i+len(sep):])
			for n, piece := range pieces(rest) {
				switch {
				case n == 0:
					company, place, _ := withPlace(piece)
					r.fill(title, cmp.Or(company, piece), place)
				case structure.PlaceScore(piece) > 0.5 || isTown(piece):
					r.fill("", "", piece)
				}
			}
			return
		}
	}
	all := pieces(text)
	if len(all) == 1 {
		// "Login.gov: Integration Engineer"
		if org, title, ok := strings.Cut(text, ": "); ok && structure.TitleScore(title) >= 0.9 && structure.TitleScore(org) < 0.9 && len(strings.Fields(org)) <= 5 {
			switch strings.ToLower(strings.TrimSpace(org)) {
			case "job", "position", "title", "job title", "role", "vacancy", "stelle", "poste", "puesto", "job description", "gesucht", "recrutement", "recherche", "annonce", "wanted", "hiring", "now hiring", "new", "job offer", "stellenangebot", "offre", "oferta", "we're hiring", "job opening", "opening", "job opportunity", "opportunity", "career opportunity", "job posting", "posting":
			default:
				p.Company = cmp.Or(p.Company, org)
			}
			p.Title = title
			return
		}
		p.Title = text
		return
	}
	best := 0
	for i, piece := range all {
		if structure.TitleScore(beforeBracket(piece)) > structure.TitleScore(beforeBracket(all[best])) {
			best = i
		}
	}
	// Of "Nurse – ICU – Night Shift" all but employer, place and facts is the title.
	first, last, cursor := -1, -1, 0
	for i, piece := range all {
		start := cursor + max(0, strings.Index(text[cursor:], piece))
		between := text[cursor:start]
		cursor = start + len(piece)
		switch {
		case i == best:
			first, last = cmp.Or(max(first, 0), start), cursor
			if i == 0 {
				first = start
			}
			continue
		case p.Location == "" && structure.PlaceScore(beforeBracket(piece)) >= 0.8:
			p.Location = piece
		case r.isFact(piece):
		case p.Company == "" && i > best && i+1 < len(all) && isPlace(all[i+1]) && structure.TitleScore(piece) < 0.9 && isName(piece) && !generic(piece) && !notEmployer(piece) && !r.words.advertising.in(tokensOf(piece)):
			p.Company = piece // "Payroll Specialist – Dunmore Paper – Scranton, PA"
		case p.Company == "" && p.Location == "" && i > best && r.namesBoth(piece):
			p.Company, p.Location, _ = withPlace(piece)
		case p.Company == "" && r.isNamed(piece, between):
			p.Company = piece
		case i > best && last >= 0 && strings.TrimSpace(text[last:start]) != "" && !strings.ContainsAny(between, "|\t·") && len(text[last:start]) <= len(" – "):
			last = cursor
		case i == best-1 && !strings.ContainsAny(text[cursor:], "|\t·"):
			if r.likely == "" && i == 0 && isName(piece) && len(strings.Fields(piece)) > 1 && structure.TitleScore(piece) < 0.5 && !generic(piece) && !notEmployer(piece) && !r.isTermOnly(piece) {
				r.likely = piece // "The Copper Kettle – Line Cook – Evenings"
				continue
			}
			first = start
		}
	}
	p.Title = text[first:last]
}

// isTermOnly reports whether a text is the name of a skill or a field: "Accounts payable".
func (r *reading) isTermOnly(text string) bool {
	_, ok := terms.Default().Lookup(text)
	return ok
}

// withoutArticle is a text without a small article before a name: "der Morgenstern Verlagsgruppe".
func (r *reading) withoutArticle(text string) string {
	text = strings.TrimSpace(text)
	first, rest, ok := strings.Cut(text, " ")
	if ok && r.isArticle(first) && isName(rest) {
		return rest
	}
	return text
}

// isNamed reports whether a piece of a headline, which something stands before, is the
// employer: it sounds like one, or an address gives it. Where only a dash or a line speaks for it, it is
// likely.
func (r *reading) isNamed(piece, between string) bool {
	if !isName(piece) || structure.TitleScore(piece) >= 0.9 && organizationScore(piece) < 0.7 || generic(piece) || notEmployer(piece) {
		return false
	}
	words := strings.Fields(strings.ToLower(piece))
	unit := slices.Contains(knownSites().Units, words[len(words)-1])
	if score := organizationScore(piece); !unit && (score >= 0.9 || score >= 0.7 && (!strings.ContainsAny(between, "-–") || r.namedElsewhere(piece))) {
		return true
	}
	if strings.ContainsAny(between, "|—") && r.likely == "" && !unit {
		r.likely = piece
	}
	if slices.ContainsFunc(r.hosts(), func(h string) bool { return isOfHost(piece, h) }) {
		return true
	}
	return false
}

// namesBoth reports whether a piece is an employer with its place behind it for sure.
func (r *reading) namesBoth(piece string) bool {
	employer, place, sure := withPlace(piece)
	return sure && employer != "" && place != "" && (structure.TitleScore(employer) < 0.9 || strings.Contains(employer, " ")) && !generic(employer) && !notEmployer(employer)
}

// namedElsewhere reports whether more than one line has a name.
func (r *reading) namedElsewhere(name string) bool {
	n := 0
	for _, p := range r.parts[:min(len(r.parts), employerParts)] {
		if wordsAt(p.text, name) >= 0 {
			n++
		}
	}
	return n > 1
}

// withoutLead is a text without the articles, adverbs and praise before a title: "an experienced
// Cook".
func (r *reading) withoutLead(text string) string {
	for again := true; again; {
		again = false
		for _, w := range r.words.titleSkips {
			if rest, ok := cutPrefixFold(text, w); ok {
				text, again = strings.TrimLeft(rest, " "), true
			}
		}
	}
	return text
}

// titleParts is how many lines are looked through for a title in prose.
const titleParts = 150

// titleInProse is the title of a posting without a headline: "We are looking for a pastry chef
// to …", "As a pastry chef, you …", or a line with the genders wherever it is.
func (r *reading) titleInProse() string {
	parts := r.parts[:min(len(r.parts), titleParts)]
	for _, p := range parts {
		if len(p.tokens) <= 14 && hasGender(p.text) && structure.TitleScore(beforeBracket(p.text)) >= 0.5 {
			return p.text
		}
	}
	for _, p := range parts {
		if p.item && p.in != About {
			continue
		}
		low := strings.ToLower(p.text)
		if len(low) != len(p.text) {
			continue
		}
		best, at := "", -1
		for _, lead := range r.words.titleLeads {
			i := indexWord(low, lead)
			const far = 400 // bytes
			if i < 0 || i > far || at >= 0 && i >= at {
				continue
			}
			if t := r.titleBehind(p.text[i+len(lead):]); t != "" {
				best, at = t, i
			}
		}
		if best != "" {
			return upperFirst(best)
		}
	}
	return ""
}

// titleAsSubject is the title that a sentence begins with: "The City Clerk is responsible for …";
// "" for none.
func (r *reading) titleAsSubject() string {
	for _, p := range r.parts[:min(len(r.parts), titleParts)] {
		if p.in == EqualOpportunity || p.in == Benefits {
			continue
		}
		for _, s := range sentencesOf(p.text) {
			tokens := tokensOf(s)
			for i := 0; i+3 < len(tokens) && i < 16; i++ {
				if i > 0 && tokens[i-1].lower != "," || !r.isArticle(tokens[i].lower) {
					continue
				}
				end := runFrom(tokens, i+1)
				if end == i+1 || end >= len(tokens) || tokens[end].text != tokens[end].lower || strings.ContainsAny(tokens[end].text, ",.;:'") {
					continue
				}
				if t := s[tokens[i+1].start:tokens[end-1].end]; structure.TitleScore(t) >= 0.9 && (organizationScore(t) < 0.7 || tokens[end].lower == "position" || tokens[end].lower == "role") && len(strings.Fields(t)) <= 7 && !strings.HasSuffix(t, "s") {
					return t
				}
			}
		}
	}
	return ""
}

// indexWord is where a text has words that begin with one, -1 for nowhere.
func indexWord(text, words string) int {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		if i == 0 || !isWordRune(rune(text[i-1])) {
			return i
		}
		from = i + 1
	}
}

// titleBehind is the title that a text begins with, "" for none.
func (r *reading) titleBehind(rest string) string {
	rest = strings.TrimLeft(r.withoutLead(strings.TrimLeft(rest, " ")), " \"“„«'")
	end := len(rest)
	for _, stop := range r.words.titleStops {
		if k := strings.Index(rest, stop); k > 0 && k < end {
			end = k
		}
	}
	for _, or := range []string{" ou un ", " ou une ", " oder einen ", " oder eine ", " oder ein ", " o una ", " o un "} { // "une préparatrice ou un préparateur en pharmacie"
		if i := strings.Index(rest[:end], or); i > 0 && structure.TitleScore(rest[i+len(or):end]) >= 0.5 {
			rest, end = rest[i+len(or):end], end-i-len(or)
		}
	}
	words := strings.Fields(strings.Trim(rest[:end], " \"”“»'"))
	last := -1 // the last word with a capital
	for i, w := range words {
		if isName(w) || strings.ContainsAny(w[:1], "&/") {
			last = i
		}
	}
	if last >= 0 && last+1 < len(words) && structure.TitleScore(strings.Join(words[:last+1], " ")) >= 0.5 {
		words = words[:last+1]
	}
	const longest = 8 // words
	t := strings.Join(words, " ")
	if structure.TitleScore(t) < 0.5 || len(words) > longest {
		return ""
	}
	return t
}

func upperFirst(text string) string {
	for i, c := range text {
		return text[:i] + string(unicode.ToUpper(c)) + text[i+len(string(c)):]
	}
	return text
}

// titleNotes are years, numbers and codes that stand beside a title: "(2026-27 school year)",
// "#4512", "(3 positions)".
var titleNotes = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)\s*[-–,]?\s*\((?:[^()]*\b20\d\d\b[^()]*|[^()]*(?:req|ref|job id|id|no)\b[^()]*\d[^()]*|\d+ (?:positions?|openings?|vacanc\w+|stellen|postes?|plazas?)|multiple [^()]*)\)|\s*[-–,|]?\s*(?:(?:req|ref|job id|job)\.?:? ?)?#\s?[\w-]*\d[\w-]*|\s*[-–,|]\s*20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?(?: school year)?$`)
})

// openings are what stands behind a title that a sentence or a headline offers: "Program Coordinator
// Position Available", "Assistant Director Position with Data Carpentry".
var openings = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i) (?:position|job|role|vacancy|opening)s? (?:with|available|open|wanted)\b.*$`)
})

// withoutAdvertising is a title without the pieces that praise the job: "- HOME WEEKLY", "- $1,450/WK
// GUARANTEED", "!!".
func (r *reading) withoutAdvertising(text string) string {
	kept := strings.TrimRight(text, "!* ")
	for {
		i := -1
		for _, sep := range []string{" - ", " – ", " — ", " | ", " * ", " ~ ", "! ", " ("} {
			i = max(i, strings.LastIndex(kept, sep))
		}
		if i <= 0 {
			return kept
		}
		tail := strings.Trim(kept[i:], " -–—|*~!()")
		_, pay := salaryIn(tail, true)
		if structure.TitleScore(tail) >= 0.9 || pay == 0 && !strings.Contains(tail, "$") && !r.words.advertising.in(tokensOf(tail)) {
			return kept
		}
		kept = strings.TrimRight(kept[:i], " -–—|*~!(")
	}
}

// cleanTitle is a title without genders, places and what only a site says.
func (r *reading) cleanTitle(text string) string {
	text = strings.Trim(plainText(text), " -–—|·:,*#")
	for _, prefix := range r.words.titlePrefixes {
		if rest, ok := cutPrefixFold(text, prefix); ok {
			text = strings.TrimSpace(rest)
		}
	}
	text = openings().ReplaceAllString(text, "")
	for _, one := range []string{"un(e) ", "une ", "un ", "einen ", "eine "} {
		if rest, ok := cutPrefixFold(text, one); ok && hasGender(text) {
			text = rest
		}
	}
	text = r.withoutEnd(text)
	text = r.withoutAdvertising(titleNotes().ReplaceAllString(text, ""))
	for open := strings.Index(text, "("); open >= 0; {
		end := strings.IndexByte(text[open:], ')')
		if end < 0 {
			break
		}
		inner := text[open+1 : open+end]
		if hasGender("("+inner+")") || r.isFact(inner) || structure.PlaceScore(inner) >= 0.8 {
			text = strings.TrimSpace(strings.Join(strings.Fields(text[:open]+" "+text[open+end+1:]), " "))
			open = strings.Index(text, "(")
			continue
		}
		next := strings.Index(text[open+end:], "(")
		if next < 0 {
			break
		}
		open += end + next
	}
	for _, mark := range []string{" m/w/d", " w/m/d", " H/F", " F/H", " h/f", " f/h", " m/f/d", " d/m/w", " M/W/D", " (H/F)"} {
		text = strings.TrimSuffix(strings.ReplaceAll(text, mark+" ", " "), mark)
	}
	for _, in := range []string{" in ", " en ", " à ", " a "} { // "Erzieher in Teilzeit"
		if i := strings.LastIndex(text, in); i > 0 {
			tail := tokensOf(text[i+len(in):])
			if n, _ := r.words.types.at(tail, 0); n > 0 && n == len(tail) {
				text = text[:i]
			}
		}
	}
	for {
		i := max(strings.LastIndex(text, " - "), strings.LastIndex(text, " – "), strings.LastIndex(text, " | "), strings.LastIndex(text, ", "))
		if i <= 0 {
			break
		}
		tail := strings.Trim(text[i:], " -–|,")
		if generic(tail) || strings.ContainsAny(text[i:], "-–|") && r.words.headings[normal(tail)] != NoSection || r.isFact(tail) && structure.TitleScore(tail) < 0.9 || strings.ContainsAny(text[i:], "-–|") && structure.PlaceScore(tail) >= 0.8 || strings.EqualFold(tail, r.out.Company) || strings.EqualFold(tail, r.out.Location) {
			text = strings.TrimRight(text[:i], " -–|,")
			continue
		}
		break
	}
	return strings.Trim(r.withoutEnd(text), " -–—|·:,")
}

// withoutEnd is a title without what says that somebody is looked for: "bookkeeper wanted".
func (r *reading) withoutEnd(text string) string {
	for _, end := range r.words.titleEnds {
		if rest := strings.TrimRight(text, "!. "); len(rest) > len(end) && strings.EqualFold(rest[len(rest)-len(end):], end) {
			return upperFirst(strings.TrimRight(rest[:len(rest)-len(end)], " -–—:|"))
		}
	}
	return text
}
