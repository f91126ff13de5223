package posting

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/structure"
	"resumax/language/langid"
)

// reading is a posting while it is read.
type reading struct {
	words  *words
	facts  facts
	parts  []part
	labels []part // values of labels that are requirements
	marks  []mark
	out    Posting
}

// interpret makes a posting of what a reader made of a file.
func interpret(ctx context.Context, s source) (Posting, error) {
	r, lines, err := begin(ctx, s)
	if err != nil {
		return Posting{}, err
	}
	r.smallFacts()
	r.requirements()
	r.tellLong(lines)
	return r.out.complete(), nil
}

// begin finds the sections of a source, and title, employer and place.
func begin(ctx context.Context, s source) (r *reading, lines []line, err error) {
	counts := langid.Count("")
	for _, l := range s.lines {
		counts.Add(langid.Count(l.text), 1)
	}
	language := counts.Language()
	r = &reading{words: wordsOf(language.Tag), facts: s.facts}
	r.out.Language, r.out.Source, r.out.form = language.Tag, s.text, s.form
	if !slices.Contains(readable, language.Tag) {
		r.note(fmt.Sprintf("This posting is in %s. ResuMax reads postings in English, German, French and Spanish, so only terms and some facts are found in it.", language.Name))
	}
	lines = withoutSite(s.lines)
	if len(lines) == 0 {
		lines = s.lines
	}
	r.url(lines)
	lines = slices.Concat(s.facts.lines, lines)
	r.parts = r.partsOf(lines)
	if err := ctx.Err(); err != nil {
		return nil, nil, err
	}
	r.head()
	return r, lines, nil
}

func (r *reading) note(text string) { r.out.Notes = append(r.out.Notes, text) }

// tellLong says where a text has no part of a posting, however long it is.
func (r *reading) tellLong(lines []line) {
	words := 0
	for _, l := range lines {
		words += strings.Count(l.text, " ") + 1
	}
	p := &r.out
	if words > 30 && len(p.Required)+len(p.Preferred)+len(p.Unlabeled) == 0 && len(p.Responsibilities) == 0 {
		r.note("No requirements or tasks were found: this may not be a job posting.")
	}
}

// complete is a posting whose lists are empty rather than missing.
func (p Posting) complete() Posting {
	for _, l := range []*[]string{&p.Languages, &p.Licenses, &p.Responsibilities} {
		if *l == nil {
			*l = []string{}
		}
	}
	for _, l := range []*[]Requirement{&p.Required, &p.Preferred, &p.Unlabeled, &p.Mentioned} {
		if *l == nil {
			*l = []Requirement{}
		}
		for i := range *l {
			if (*l)[i].Any == nil {
				(*l)[i].Any = []string{}
			}
			(*l)[i].ID = (*l)[i].identity()
		}
	}
	return p
}

// url takes an address that stands alone at the beginning or the end of a text.
func (r *reading) url(lines []line) {
	for i, l := range lines {
		if i > 5 && i < len(lines)-5 {
			continue
		}
		if t := strings.Trim(l.text, "<> "); (strings.HasPrefix(t, "https://") || strings.HasPrefix(t, "http://")) && !strings.ContainsAny(t, " \t") && r.facts.url == "" {
			r.facts.url = t
		}
	}
	r.out.URL = r.facts.url
}

// topLines is how many lines at the beginning may say title, employer and place.
const topLines = 14

// head finds title, employer and place.
func (r *reading) head() {
	f := &r.facts
	p := &r.out
	top := r.top()
	p.Company, p.Location = f.company, f.location
	if f.title != "" {
		r.titleFrom(f.title)
	}
	r.fromPageTitles(top)
	r.fromTop(top)
	if p.Title == "" {
		p.Title = r.titleInProse()
	}
	if p.Title == "" {
		p.Title = r.firstLine(top)
	}
	if p.Company == "" {
		p.Company = r.employer()
	}
	p.Title = r.cleanTitle(p.Title)
	p.Company = cleanCompany(p.Company)
	p.Location = cleanPlace(p.Location)
	for _, job := range []string{" job in ", " job at ", " jobs in "} {
		p.Title, _, _ = strings.Cut(p.Title, job)
	}
	for _, in := range []string{" in ", " à ", " en "} {
		if p.Location != "" {
			town, _, _ := strings.Cut(p.Location, ",")
			p.Title = strings.TrimSuffix(strings.TrimSuffix(p.Title, in+p.Location), in+town)
		}
	}
	for i, t := range r.parts[:min(len(r.parts), topLines)] { // they ask for nothing
		if (t.in == NoSection || t.in == RoleText) && isShort(t) && !t.item && (p.Title != "" && strings.Contains(t.text, p.Title) || p.Location != "" && strings.Contains(t.text, p.Location) || t.text == p.Company) {
			r.parts[i].label = true
			r.parts[i].lead = true
		}
	}
}

// firstLine is the first line where nothing else tells the title: short, and no fact.
func (r *reading) firstLine(top []part) string {
	for _, t := range top {
		text, _, named := strings.Cut(pieces(t.text)[0], " job in ")
		t.text = text
		n := len(strings.Fields(t.text))
		if t.text == "" || t.label || t.item || n > 9 || strings.ContainsAny(t.text[len(t.text)-1:], ".!?:,") || !isName(t.text) || t.text == r.out.Company || r.isFact(t.text) || structure.PlaceScore(t.text) >= 0.8 || aboutHeading(t.text) != "" {
			continue
		}
		if r.words.headings[normal(t.text)] == NoSection && (named || structure.OrganizationScore(t.text) < 0.7) {
			return t.text
		}
	}
	return ""
}

// top are the lines before the first section.
func (r *reading) top() (top []part) {
	for _, p := range r.parts {
		if len(top) >= topLines || len(top) > 0 && p.lead && p.in != NoSection && p.in != RoleText && p.in != About {
			break
		}
		if p.lead && p.line.heading == 0 && r.words.headings[normal(p.text)] != NoSection {
			if len(top) > 1 {
				break
			}
			continue
		}
		top = append(top, p)
	}
	return top
}

// fromPageTitles takes title and employer from what a web page calls itself: "Job Application
// for Cook at The Lantern", "Halvorsen hiring Nurse in Oslo | LinkedIn", "Cook - The Lantern".
func (r *reading) fromPageTitles(top []part) {
	p := &r.out
	for _, t := range r.facts.pageTitles {
		if t == "" {
			continue
		}
		for _, l := range top {
			if l.line.heading == 1 && p.Title == "" && structure.TitleScore(beforeBracket(l.text)) >= 0.5 && strings.Contains(strings.ToLower(t), strings.ToLower(l.text)) {
				p.Title = l.text
			}
		}
		t = withoutSiteTitles(t)
		low := strings.ToLower(t)
		if rest, ok := cutPrefixFold(t, "job application for "); ok {
			t, low = rest, strings.ToLower(rest)
		}
		if i := strings.Index(low, " hiring "); i > 0 {
			rest := t[i+len(" hiring "):]
			title, place, _ := strings.Cut(rest, " in ")
			r.fill(title, t[:i], place)
			continue
		}
		if i := strings.LastIndex(low, " at "); i > 0 && structure.TitleScore(t[:i]) > 0.4 {
			r.fill(t[:i], t[i+4:], "")
			continue
		}
		if i := strings.Index(t, " @ "); i > 0 {
			r.fill(t[:i], t[i+3:], "")
			continue
		}
		var names []string
		for _, sep := range []string{" | ", " – ", " — ", " · ", " - "} {
			if strings.Contains(t, sep) {
				for part := range strings.SplitSeq(t, sep) {
					names = append(names, strings.TrimSpace(part))
				}
				break
			}
		}
		if len(names) < 2 {
			if structure.TitleScore(t) > 0.8 {
				r.fill(t, "", "")
			}
			continue
		}
		best := 0
		for i, n := range names {
			if structure.TitleScore(n) > structure.TitleScore(names[best]) {
				best = i
			}
		}
		if p.Title != "" {
			if i := slices.IndexFunc(names, func(n string) bool { return strings.EqualFold(n, p.Title) }); i >= 0 {
				best = i
			}
		}
		if structure.TitleScore(names[best]) < 0.5 && !strings.EqualFold(names[best], p.Title) {
			continue
		}
		r.fill(names[best], "", "")
		for i, n := range names {
			if i != best && structure.PlaceScore(n) < 0.8 && !r.isFact(n) {
				r.fill("", n, "")
				break
			}
		}
		for i, n := range names {
			if i != best && structure.PlaceScore(n) >= 0.8 {
				r.fill("", "", n)
			}
		}
	}
	if s := r.facts.siteName; s != "" && p.Company == "" && !slices.Contains(knownSites().Titles, strings.ToLower(s)) {
		p.Company = withoutSiteTitles(s)
	}
}

func (r *reading) fill(title, company, location string) {
	p := &r.out
	p.Title, p.Company, p.Location = cmp.Or(p.Title, strings.TrimSpace(title)), cmp.Or(p.Company, strings.TrimSpace(company)), cmp.Or(p.Location, strings.TrimSpace(location))
}

func cutPrefixFold(text, prefix string) (string, bool) {
	if len(text) >= len(prefix) && strings.EqualFold(text[:len(prefix)], prefix) {
		return text[len(prefix):], true
	}
	return text, false
}

// withoutSiteTitles is a page's title without the name of the site.
func withoutSiteTitles(t string) string {
	for range 3 {
		cut := false
		for _, sep := range []string{"|", " - ", " – ", " — ", " · ", ":"} {
			i := strings.LastIndex(t, sep)
			if i > 0 && slices.Contains(knownSites().Titles, strings.ToLower(strings.TrimSpace(t[i+len(sep):]))) {
				t, cut = strings.TrimSpace(t[:i]), true
			}
			if i := strings.Index(t, sep); i > 0 && slices.Contains(knownSites().Titles, strings.ToLower(strings.TrimSpace(t[:i]))) {
				t, cut = strings.TrimSpace(t[i+len(sep):]), true
			}
		}
		if !cut {
			break
		}
	}
	for _, end := range []string{" Careers", " Jobs", " Karriere", " careers", " jobs", " Recruitment"} {
		t = strings.TrimSuffix(t, end)
	}
	return t
}

// isFact reports whether a short text is a kind of work, a mode, a salary or a day rather
// than a name.
func (r *reading) isFact(text string) bool {
	tokens := tokensOf(text)
	if r.words.types.in(tokens) || r.words.remote.in(tokens) || len(tokens) == 0 {
		return true
	}
	if s, sure := salaryIn(text, false); sure > 0 && len(s)*2 > len(text) {
		return true
	}
	low := strings.ToLower(text)
	return strings.Contains(low, " ago") || strings.HasPrefix(low, "posted") || strings.HasPrefix(low, "vor ") || strings.HasPrefix(low, "il y a") || strings.HasPrefix(low, "hace ") || day(text) != "" || strings.HasPrefix(low, "http") || strings.Contains(text, "@") ||
		strings.HasPrefix(low, "ref") || strings.HasPrefix(low, "job id") || strings.HasPrefix(low, "req")
}

// fromTop takes title, employer and place from the first lines.
func (r *reading) fromTop(top []part) {
	p := &r.out
	at := r.titleLine(top)
	if at >= 0 {
		r.titleFrom(top[at].text)
	}
	for i, t := range top {
		if i == at || len(t.tokens) > 16 && !strings.Contains(t.text, "·") && !strings.Contains(t.text, "|") || strings.HasSuffix(t.text, ".") && len(t.tokens) > 6 || t.label {
			continue
		}
		if t.lead && t.in != NoSection && t.in != RoleText && t.in != About {
			continue
		}
		near := at >= 0 && i >= at-2 && i <= at+4 || at < 0 && i < 5
		for n, piece := range pieces(t.text) {
			if r.words.remote.in(tokensOf(piece)) {
				if place := r.placeBeside(piece); place != "" && p.Location == "" {
					p.Location = place
				}
				continue
			}
			switch {
			case piece == "" || strings.EqualFold(piece, p.Title) || r.isFact(piece) && structure.PlaceScore(strings.TrimSpace(beforeBracket(piece))) < 0.8:
			case strings.EqualFold(piece, p.Company):
			case p.Location == "" && structure.PlaceScore(beforeBracket(piece)) >= 0.8 && structure.OrganizationScore(piece) < 0.7:
				p.Location = piece
			case p.Company == "" && near && !t.item && (t.line.heading < 2 || i < at) && len(piece) > 2 && t.in != About && isName(piece) && (structure.TitleScore(piece) < 0.9 || structure.OrganizationScore(piece) >= 0.7) && len(strings.Fields(piece)) <= 7 && aboutHeading(piece) == "" && r.words.headings[normal(piece)] == NoSection && !strings.HasSuffix(piece, ":") && !strings.HasSuffix(piece, "!") && !strings.HasSuffix(piece, "?"):
				p.Company = strings.TrimPrefix(strings.TrimPrefix(piece, "at "), "bei ")
			case p.Location == "" && p.Company != "" && near && n > 0 && isName(piece) && len(strings.Fields(piece)) <= 4 && structure.TitleScore(piece) < 0.5 && structure.OrganizationScore(piece) < 0.7:
				p.Location = piece
			case p.Location == "" && p.Company != "" && at >= 0 && i > at && i <= at+3 && n == 0 && len(pieces(t.text)) <= 2 && isTown(piece):
				p.Location = piece
			}
		}
	}
}

func beforeBracket(text string) string {
	before, _, _ := strings.Cut(text, "(")
	return strings.TrimSpace(before)
}

// placeBeside is the place that stands beside a mode: "Austin, TX or remote", "Remote (Germany)",
// "Oslo (Hybrid)", "Remote within the US"; "" for none.
func (r *reading) placeBeside(text string) string {
	tokens := tokensOf(text)
	i, n, _ := r.words.remote.find(tokens)
	if i < 0 {
		return ""
	}
	before := strings.TrimRight(text[:tokens[i].start], " (-–—/|·,")
	for _, end := range []string{" or", " and", " oder", " ou", " o", " in", " fully", " partly"} {
		before = strings.TrimSuffix(before, end)
	}
	before = strings.TrimRight(before, " (-–—/|·,")
	if structure.PlaceScore(before) >= 0.8 || isTown(before) && before != "" {
		return before
	}
	after := strings.Trim(text[tokens[i+n-1].end:], " ()-–—/|·,:")
	for _, start := range []string{"within the ", "within ", "in the ", "in ", "from ", "anywhere in the ", "anywhere in ", "- "} {
		after = strings.TrimPrefix(after, start)
	}
	if structure.PlaceScore(after) >= 0.8 && !r.words.remote.in(tokensOf(after)) {
		return after
	}
	return ""
}

// isName reports whether a text may be a name: it begins with a capital or a digit.
func isName(text string) bool {
	for _, c := range text {
		return unicode.IsUpper(c) || unicode.IsDigit(c)
	}
	return false
}

// isTown reports whether a text may be the name of a town: one to three words with capitals.
func isTown(text string) bool {
	words := strings.Fields(text)
	if len(words) == 0 || len(words) > 3 {
		return false
	}
	for _, w := range words {
		if !isName(w) && len(w) > 3 {
			return false
		}
	}
	return isName(text) && structure.TitleScore(text) < 0.5
}

// pieces are the parts of a line between tabs and characters that part fields.
func pieces(text string) (all []string) {
	for _, sep := range []string{"\t", " · ", " | ", " • ", " – ", " — ", " ∙ ", "  ", " / ", " - "} {
		if strings.Contains(text, sep) {
			for p := range strings.SplitSeq(text, sep) {
				all = append(all, pieces(strings.TrimSpace(p))...)
			}
			return all
		}
	}
	return []string{strings.Trim(text, " ,;|·")}
}

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
		if n := len(strings.Fields(t.text)); n == 0 || n > 14 || strings.HasSuffix(t.text, ".") && n > 6 || t.label || t.item && i > 0 || aboutHeading(t.text) != "" || r.words.headings[normal(t.text)] != NoSection {
			continue
		}
		score := 0.0
		for _, piece := range pieces(t.text) {
			score = max(score, structure.TitleScore(beforeBracket(piece)))
		}
		if hasGender(t.text) {
			score += 0.8
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
		if structure.OrganizationScore(t.text) >= 0.9 && structure.TitleScore(t.text) < 0.9 {
			score -= 0.4
		}
		if score > sure && score >= 0.5 {
			best, sure = i, score
		}
	}
	return best
}

// hasGender reports whether a title names the genders, as German and French ones do.
func hasGender(text string) bool {
	low := strings.ToLower(strings.ReplaceAll(text, " ", ""))
	for _, mark := range []string{"(m/w/d)", "(w/m/d)", "(d/m/w)", "(m/f/d)", "(f/m/d)", "(m/f/x)", "(h/f)", "(f/h)", "(m/w/x)", "(gn)", "(all genders)", "(f/h/x)", "(m/f)", "(allgenders)", "(w/m/x)", "(h/m)", "(m/h)", "h/f", "m/w/d", "w/m/d", "f/h", "m/f/d"} {
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
	tokens := tokensOf(text)
	if i, n, _ := r.words.employer.find(tokens); n > 1 && i > 0 && i+n < len(tokens) { // "Acme is hiring a Cook"
		rest := strings.TrimSpace(text[tokens[i+n-1].end:])
		if structure.TitleScore(rest) > 0.5 {
			r.fill(withoutArticle(rest), strings.TrimSpace(text[:tokens[i].start]), "")
			return
		}
	}
	for _, sep := range []string{" at ", " bei ", " chez ", " @ "} {
		if i := strings.LastIndex(text, sep); i > 0 && structure.TitleScore(text[:i]) > 0.4 && isName(strings.TrimSpace(text[i+len(sep):])) {
			title, rest := text[:i], text[i+len(sep):]
			for n, piece := range pieces(rest) {
				switch {
				case n == 0:
					r.fill(title, piece, "")
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
			switch strings.ToLower(org) {
			case "job", "position", "title", "job title", "role", "vacancy", "stelle", "poste", "puesto", "job description":
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
	title := all[best]
	var rest []string
	for i, piece := range all {
		switch {
		case i == best:
		case p.Location == "" && structure.PlaceScore(beforeBracket(piece)) >= 0.8:
			p.Location = piece
		case r.isFact(piece):
		case structure.OrganizationScore(piece) >= 0.7 && p.Company == "":
			p.Company = piece
		default:
			rest = append(rest, piece)
		}
	}
	if len(rest) > 0 && p.Company == "" && strings.Contains(text, "|") {
		p.Company = rest[0]
		rest = rest[1:]
	}
	if len(rest) > 0 && !strings.ContainsAny(text, "|\t·") && len(rest) == len(all)-1 {
		title = text
	}
	p.Title = title
}

func withoutArticle(text string) string {
	for _, a := range []string{"a ", "an ", "the ", "our next ", "einen ", "eine ", "ein ", "un ", "une ", "un(e) ", "una ", "uno ", "our first ", "experienced "} {
		if rest, ok := cutPrefixFold(text, a); ok {
			return strings.TrimSpace(rest)
		}
	}
	return text
}

// titleInProse is what a posting without a headline looks for: "We are looking for a pastry
// chef to …".
func (r *reading) titleInProse() string {
	for _, p := range r.parts[:min(len(r.parts), 40)] {
		if p.item {
			continue
		}
		low := strings.ToLower(p.text)
		for _, lead := range []string{"looking for ", "hiring ", "seeking ", "seeks ", "recruiting ", "in search of ", "opening for ", "as a ", "as an ", "suchen wir ", "wir suchen ", "sucht ", "recherche ", "recherchons ", "recrute ", "recrutons ", "buscamos ", "busca ", "selecciona ", "precisa ", "in need of ", "the role of ", "the position of ", "need a ", "need an ", "following position: "} {
			i := strings.Index(low, lead)
			if i < 0 || i > 250 || len(low) != len(p.text) {
				continue
			}
			rest := withoutArticle(withoutAdverb(p.text[i+len(lead):]))
			if strings.HasPrefix(lead, "as a") {
				rest = p.text[i+len(lead):]
			}
			end := len(rest)
			for _, stop := range []string{",", ".", ";", " to ", " who ", " with ", " for ", " in ", " at ", " that ", " zur ", " für ", " mit ", " in ", " pour ", " qui ", " à ", " para ", " con ", " en ", " (", ":", " you", " based", " on ", "!", " und ", " zum "} {
				if k := strings.Index(rest, stop); k > 0 && k < end {
					end = k
				}
			}
			if t := strings.TrimSpace(rest[:end]); structure.TitleScore(t) >= 0.5 && len(strings.Fields(t)) <= 7 {
				return upperFirst(t)
			}
		}
	}
	return ""
}

func withoutAdverb(text string) string {
	for _, a := range []string{"ab sofort ", "zum nächstmöglichen zeitpunkt ", "zum nächstmöglichen Zeitpunkt ", "currently ", "now ", "actuellement ", "dringend ", "zur verstärkung "} {
		if rest, ok := cutPrefixFold(text, a); ok {
			return rest
		}
	}
	return text
}

func upperFirst(text string) string {
	for i, c := range text {
		return text[:i] + string(unicode.ToUpper(c)) + text[i+len(string(c)):]
	}
	return text
}

// aboutHeading is the name in "About Halvorsen", "" for none.
func aboutHeading(text string) string {
	text = strings.Trim(text, " :?!")
	for _, start := range []string{"About ", "ABOUT ", "Über ", "À propos de ", "À propos d'", "Sobre ", "Acerca de ", "Why ", "Life at ", "Working at ", "Warum ", "Pourquoi ", "Why join ", "Why work at ", "Join ", "Who is "} {
		rest, ok := strings.CutPrefix(text, start)
		if !ok || rest == "" {
			continue
		}
		switch first, _, _ := strings.Cut(strings.ToLower(rest), " "); first {
		case "us", "you", "the", "this", "our", "your", "uns", "nous", "nosotros", "die", "das", "der", "l'entreprise", "la", "el", "work", "join", "dich", "sie", "ti", "we", "wir", "ce", "le", "notre", "votre", "company", "benefits":
			continue
		}
		if len(strings.Fields(rest)) <= 6 && isName(rest) {
			return rest
		}
	}
	return ""
}

// employer is the employer that headings or prose name: "About Halvorsen", "Halvorsen is
// looking for", "At Halvorsen, we", "Join Halvorsen". The name said most often wins.
func (r *reading) employer() string {
	for _, p := range r.parts {
		if name := aboutHeading(p.text); name != "" && (p.lead || len(p.tokens) <= 6) && structure.TitleScore(name) < 0.9 {
			return name
		}
	}
	counts := map[string]int{}
	var order []string
	add := func(name string, n int) {
		name = strings.Trim(name, " ,.;:")
		const most = 50 // names
		if name == "" || len(strings.Fields(name)) > 6 || notEmployer(name) || counts[name] == 0 && len(order) == most {
			return
		}
		if counts[name] == 0 {
			order = append(order, name)
		}
		counts[name] += n
	}
	for _, p := range r.parts[:min(len(r.parts), 200)] {
		if p.item && p.in != About {
			continue
		}
		for _, s := range sentencesOf(p.text) {
			tokens := tokensOf(s)
			for i := range tokens {
				if n, _ := r.words.employer.at(tokens, i); n > 0 && i > 0 && i <= 7 {
					start := 0
					for start < i && r.isArticle(tokens[start].lower) {
						start++
					}
					if start < i && properName(tokens[start:i]) {
						weight := 1
						if n > 1 || tokens[i].lower == "seeks" || tokens[i].lower == "sucht" || tokens[i].lower == "recrute" || tokens[i].lower == "busca" || tokens[i].lower == "recherche" {
							weight = 2
						}
						add(s[tokens[start].start:tokens[i-1].end], weight)
					}
				}
				if i > 0 && i <= 4 && isSubject(tokens, i) {
					if name := s[tokens[0].start:tokens[i-1].end]; innerCapital(name) || r.namedAgain(name) {
						add(name, 1)
					}
				}
				if n, _ := r.words.join.at(tokens, i); n > 0 && i <= 1 && i+n < len(tokens) {
					start := i + n
					for start < len(tokens) && r.isArticle(tokens[start].lower) {
						start++
					}
					end := start
					for end < len(tokens) && end-start < 5 && properWord(tokens[end]) {
						end++
					}
					if end > start {
						add(s[tokens[start].start:tokens[end-1].end], 2)
					}
				}
			}
		}
	}
	best := ""
	for _, name := range order {
		n := counts[name]
		for _, p := range r.parts[:min(len(r.parts), 200)] {
			n += min(2, strings.Count(p.text, name))
		}
		counts[name] = n
		if best == "" || n > counts[best] {
			best = name
		}
	}
	return best
}

// isSubject reports whether a sentence begins with a name and goes on with a verb at a token:
// "Kelpworks empowers".
func isSubject(tokens []token, i int) bool {
	verb := tokens[i].text
	if verb != tokens[i].lower || len(verb) < 2 || verb[len(verb)-1] != 's' || strings.HasSuffix(verb, "'s") {
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
	for _, p := range r.parts[:min(len(r.parts), 200)] {
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

func (r *reading) isArticle(w string) bool {
	switch w {
	case "the", "die", "der", "das", "la", "le", "les", "el", "los", "here", "l'", "bei", "wir", "für", "unser", "unsere", "our", "client", "für die", "société", "entreprise", "empresa", "firma", "company":
		return true
	}
	return false
}

func properName(tokens []token) bool {
	for _, t := range tokens {
		if !properWord(t) {
			return false
		}
	}
	return true
}

func properWord(t token) bool {
	if t.lower == "&" || t.lower == "of" || t.lower == "and" || t.lower == "de" || t.lower == "und" || t.lower == "+" {
		return true
	}
	return isName(t.text)
}

// notEmployer reports whether a text that begins with a capital is no name of an employer.
func notEmployer(name string) bool {
	low := strings.ToLower(name)
	first, _, _ := strings.Cut(low, " ")
	switch first {
	case "we", "you", "this", "it", "our", "your", "the", "they", "there", "what", "that", "he", "she", "who", "if", "as", "in", "wir", "sie", "du", "ihr", "das", "es", "nous", "vous", "il", "elle", "ce", "cette", "notre", "votre", "nosotros", "tu", "su", "este", "esta", "each", "these", "i", "one", "all", "every", "experience", "knowledge", "ability", "applicants", "candidates", "candidate", "each day", "working", "success", "today", "location", "salary", "our client", "unser", "unsere", "dein", "deine", "ihre", "python", "java", "english", "german", "work", "being", "remote", "bachelor's", "must", "and", "of":
		return true
	}
	return structure.TitleScore(name) >= 0.9 && structure.OrganizationScore(name) < 0.7
}

// cleanTitle is a title without genders, places and what only a site says.
func (r *reading) cleanTitle(text string) string {
	text = strings.Trim(plainText(text), " -–—|·:,*#")
	for _, prefix := range []string{"Job Title:", "Position:", "Title:", "Job title:", "Role:", "Job Description:", "Job description:", "Vacancy:", "Job:", "Poste :", "Stellenausschreibung:", "Job Description -", "Job Description –", "JOB DESCRIPTION:", "Job Opening:", "Career Opportunity:", "Now Hiring:", "NOW HIRING:", "Hiring:", "Stellenangebot:", "Offre d'emploi :", "Offre d'emploi:", "Oferta de empleo:", "We're hiring:", "We are hiring:", "Wir suchen:", "Se busca:", "Buscamos:"} {
		if rest, ok := cutPrefixFold(text, prefix); ok {
			text = strings.TrimSpace(rest)
		}
	}
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
	for {
		i := max(strings.LastIndex(text, " - "), strings.LastIndex(text, " – "), strings.LastIndex(text, " | "), strings.LastIndex(text, ", "))
		if i <= 0 {
			break
		}
		tail := strings.Trim(text[i:], " -–|,")
		if r.isFact(tail) && structure.TitleScore(tail) < 0.9 || strings.ContainsAny(text[i:], "-–|") && structure.PlaceScore(tail) >= 0.8 || strings.EqualFold(tail, r.out.Company) || strings.EqualFold(tail, r.out.Location) {
			text = strings.TrimRight(text[:i], " -–|,")
			continue
		}
		break
	}
	return strings.Trim(text, " -–—|·:,")
}

func cleanCompany(text string) string {
	text = strings.Trim(plainText(text), " -–—|·:,*#")
	if rest, ok := cutPrefixFold(text, "at "); ok {
		text = rest
	}
	for _, end := range []string{" logo", " Logo", " | Careers", " Careers", " Jobs", "'s logo", " Company Logo", " home page", " Home Page", " Homepage", " | LinkedIn"} {
		text = strings.TrimSuffix(text, end)
	}
	return strings.TrimSpace(text)
}

func cleanPlace(text string) string {
	text = strings.Trim(plainText(text), " -–—|·:,*#/")
	for _, prefix := range []string{"Location:", "Locations:", "Location", "Locations"} {
		if rest, ok := strings.CutPrefix(text, prefix+" "); ok {
			text = strings.TrimSpace(rest)
		}
	}
	return text
}
