package posting

import (
	"cmp"
	"context"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

	"resumax/exchange/structure"
	"resumax/language/langid"
	"resumax/language/terms"
)

// reading is a posting while it is read.
type reading struct {
	words     *words
	facts     facts
	parts     []part
	labels    []part // values of labels that are requirements
	marks     []mark
	addresses []string // what hosts gives, once it was asked for, with an empty one behind it
	likely    string   // the employer, where the headline's form alone speaks for a name
	faint     string   // the employer, where only its place near the title speaks for a name
	out       Posting

	shouting int // whether it is in capitals throughout: 0 for not looked yet, 1 for no, 2 for yes
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
		r.note(fmt.Sprintf("This posting is in %s. ResuMax reads postings in English, German, French, Spanish and Portuguese, so only terms and some facts are found in it.", language.Name))
	}
	lines = withoutSite(s.lines)
	if len(lines) == 0 {
		lines = s.lines
	}
	for _, l := range lines[:min(len(lines), 3)] { // "Halvorsen hiring Cook in Oslo | LinkedIn", pasted
		if strings.Contains(l.text, "|") || strings.Contains(l.text, " - ") {
			if t := withoutSiteTitles(l.text); t != l.text {
				r.facts.pageTitles = append(r.facts.pageTitles, l.text)
			}
		}
	}
	r.url(lines)
	r.facts.title = cmp.Or(r.facts.title, subject(s.lines))
	r.facts.company = cmp.Or(r.facts.company, logoOf(s.lines))
	lines = slices.Concat(s.facts.lines, r.withColumns(r.unfolded(withoutRepeats(lines))))
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
		_, t, labeled := strings.Cut(l.text, ": ")
		if !labeled || len(strings.Fields(l.text)) > 3 {
			t = l.text
		}
		if t = strings.Trim(t, "<> "); (strings.HasPrefix(t, "https://") || strings.HasPrefix(t, "http://")) && !strings.ContainsAny(t, " \t") && r.facts.url == "" {
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
	switch { // "School: Tamarack Middle School" is the employer, or where it employs
	case f.workplace == "":
	case p.Company == "":
		p.Company = f.workplace
	}
	if len(strings.Fields(p.Location)) > 4 { // "Work location: our center is located in Hales Corners, WI"
		if place := r.placeBehind(&r.words.places, []part{{tokens: tokensOf(p.Location), line: line{text: p.Location}}}); place != "" {
			p.Location = place
		}
	}
	if f.location != "" && !strings.ContainsAny(p.Location, ",(") && isTown(p.Location) && isRegion(f.region) && !strings.EqualFold(p.Location, f.region) { // "City: Gary", "State: Indiana"
		p.Location += ", " + f.region
	}
	if p.Location == "" && strings.Contains(f.region, ", ") {
		p.Location = f.region
	}
	if generic(f.title) { // "Jobs"
		f.title = ""
	}
	if f.title != "" {
		r.titleFrom(f.title)
	}
	r.fromPageTitles(top)
	r.fromTop(top)
	p.Company = cmp.Or(p.Company, r.likely)
	if p.Company == "" && organizationScore(p.Location) >= 0.7 && !isPlace(p.Location) { // "Location: Lark Elementary, Lark School District"
		p.Company, p.Location = employerIn(p.Location)
	}
	if p.Title == "" {
		p.Title = r.titleInProse()
	}
	if p.Title == "" {
		p.Title = r.titleAsSubject()
	}
	if p.Title == "" {
		p.Title = r.firstLine(top)
	}
	if p.Company == "" { // what stands near the title gives way to a name that sounds like an employer
		if p.Company = r.employer(); r.faint != "" && organizationScore(p.Company) < 0.7 && !endsLegal(cmp.Or(p.Company, "-")) {
			p.Company = r.faint
		} else if r.faint != "" && p.Location == "" && isTown(r.faint) {
			p.Location = r.faint
		}
	}
	if fields := strings.Fields(p.Location); len(fields) > 0 && (r.words.isTime(fields[0]) || slices.Contains(knownSites().Openers, strings.ToLower(fields[0]))) {
		p.Location = "" // "August 2027", "Fachbereich Jugend"
	}
	if p.Location == "" {
		p.Location = r.placeInProse()
	}
	if fields := strings.Fields(p.Location); len(fields) > 0 && r.words.isTime(fields[0]) {
		p.Location = ""
	}
	if p.Location == "" {
		p.Location = townOf(p.Company)
	}
	if p.Location == "" && f.workplace != p.Company {
		p.Location = f.workplace
	}
	if open := strings.LastIndex(p.Title, " ("); open > 0 && p.Location == "" && strings.HasSuffix(p.Title, ")") { // "Milk Hauler (Omro)"
		if town := p.Title[open+2 : len(p.Title)-1]; isTown(town) && !r.isFact(town) && slices.ContainsFunc(r.parts, func(q part) bool { return wordsAt(q.text, town) >= 0 }) && !r.isTermOnly(town) {
			p.Location, p.Title = town, p.Title[:open]
		}
	}
	p.Title = r.cleanTitle(p.Title)
	if slices.Contains(knownSites().Openers, strings.ToLower(p.Title)) { // "Wir suchen Sie:"
		p.Title = r.cleanTitle(r.titleInProse())
	}
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
		if t.text == "" || generic(t.text) || t.label || t.item || n > 9 || strings.ContainsAny(t.text[len(t.text)-1:], ".!?:,") || !isName(t.text) || t.text == r.out.Company || r.isFact(t.text) || structure.PlaceScore(t.text) >= 0.8 || r.namedIn(t.text) != "" {
			continue
		}
		if r.words.headings[normal(t.text)] == NoSection && (named || organizationScore(t.text) < 0.7) {
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
		if i := slices.IndexFunc(top, func(l part) bool { return strings.EqualFold(l.text, t) }); i >= 0 && organizationScore(t) < 0.7 {
			continue // the page says no more than its first line
		}
		low := strings.ToLower(t)
		if rest, ok := cutPrefixFold(t, "job application for "); ok {
			t, low = rest, strings.ToLower(rest)
		}
		if i := strings.Index(low, " hiring "); i > 0 && !strings.HasSuffix(low[:i], " now") {
			rest := t[i+len(" hiring "):]
			title, place, _ := strings.Cut(rest, " in ")
			r.fill(title, t[:i], place)
			continue
		}
		if i := strings.Index(low, " job in "); i > 0 {
			for n, piece := range pieces(t[:i]) {
				if n == 0 {
					r.fill(piece, "", t[i+len(" job in "):])
				}
			}
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
		headed := false // a name of the page holds its heading
		for _, l := range top {
			if text := beforeBracket(l.text); l.line.heading == 1 && text != "" {
				if i := slices.IndexFunc(names, func(n string) bool { return strings.Contains(strings.ToLower(n), strings.ToLower(text)) }); i >= 0 {
					best, headed = i, true
				}
			}
		}
		if structure.TitleScore(names[best]) < 0.5 && !strings.EqualFold(names[best], p.Title) && !headed {
			continue
		}
		if !headed {
			r.fill(names[best], "", "")
		}
		company := "" // what sounds like an employer, else the last: sites put their own name there
		for i, n := range names {
			if i == best || generic(n) || notEmployer(n) || r.words.headings[normal(n)] != NoSection || structure.PlaceScore(n) >= 0.8 || r.isFact(n) || strings.Contains(strings.ToLower(n), "shift") {
				continue
			}
			if organizationScore(company) < 0.7 {
				company = n
			}
		}
		r.fill("", company, "")
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
	return strings.Contains(low, " ago") || strings.HasPrefix(low, "posted") || strings.HasPrefix(low, "vor ") || strings.HasPrefix(low, "il y a") || strings.HasPrefix(low, "hace ") || strings.HasPrefix(low, "actualis") || strings.HasPrefix(low, "actualiz") || strings.HasPrefix(low, "publi") && len(tokens) < 8 || strings.HasPrefix(low, "updated") || strings.HasPrefix(low, "aktualisiert") || day(text) != "" || strings.HasPrefix(low, "http") || strings.Contains(text, "@") ||
		strings.HasPrefix(low, "ref") || strings.HasPrefix(low, "job id") || strings.HasPrefix(low, "req")
}

// fromTop takes title, employer and place from the first lines.
func (r *reading) fromTop(top []part) {
	p := &r.out
	at := r.titleLine(top)
	if at >= 0 {
		r.titleFrom(top[at].text)
	}
	r.fromChips(top, at)
	best, sure := "", 0.0
	for i, t := range top {
		if p.Company == "" && i < 6 && !t.label {
			if name := headed(t.text); name != "" && sure < 1.6 {
				best, sure = name, 1.6
			}
		}
		if i == at || strings.HasSuffix(t.text, ",") && len(t.tokens) < 6 || len(t.tokens) > 16 && !strings.Contains(t.text, "·") && !strings.Contains(t.text, "|") || strings.HasSuffix(t.text, ".") && len(t.tokens) > 6 && !endsLegal(t.text) || t.label || isLabeled(t.text) {
			continue
		}
		if t.lead && t.in != NoSection && t.in != RoleText && t.in != About || r.isNavigation(t.text) {
			continue
		}
		if m := departmentChip().FindStringSubmatch(t.text); m != nil { // France Travail's "44 - ST NAZAIRE - Localiser avec Mappy"
			p.Location = cmp.Or(p.Location, m[1])
			continue
		}
		near := at >= 0 && i >= at-2 && i <= at+4 || at < 0 && i < 5 || isAuthority(t.text)
		mode := false // a mode stands before, as in "Hybrid — Wommelgem"
		for n, piece := range r.piecesWithPlaces(t, near) {
			if at := postalTown().FindStringIndex(piece); at != nil && at[0] > 3 && strings.HasSuffix(strings.TrimSpace(piece[:at[0]]), ",") { // "Kita Moosgarten, 24937 Flensburg"
				p.Location = cmp.Or(p.Location, strings.TrimSpace(strings.TrimLeft(strings.TrimPrefix(piece[at[0]:at[1]], "D-"), "0123456789")))
				piece = strings.Trim(piece[:at[0]], ", ")
			}
			if mode && p.Location == "" && near && isTown(piece) && !generic(piece) {
				p.Location = piece
				continue
			}
			if name, place, ok := r.modeBehind(piece); ok && near && p.Company == "" && best == "" && !isPlace(name) && !strings.EqualFold(name, p.Title) && structure.TitleScore(name) < 0.9 && r.mayBeEmployer(name, t) && i != at {
				if employer, town, _ := withPlace(name); employer != "" && town != "" { // "Harrow & Pine, Leeds (hybrid)"
					name, place = employer, town
				}
				best, sure = name, r.topScore(name, i, at)
				p.Location = cmp.Or(p.Location, place)
				continue
			}
			if r.words.remote.in(tokensOf(piece)) {
				mode = len(tokensOf(piece)) <= 2
				if place := r.placeBeside(piece); place != "" && p.Location == "" {
					p.Location = place
				}
				continue
			}
			switch {
			case piece == "" || strings.EqualFold(piece, p.Title) || r.isFact(piece) && !isPlace(piece):
			case strings.EqualFold(piece, p.Company) || strings.EqualFold(piece, best):
			case p.Location == "" && near && i != at && isRegion(piece) && structure.TitleScore(piece) < 0.5: // "California - Remote"
				p.Location = piece
			case p.Location == "" && isPlace(piece) && !generic(piece) && (organizationScore(piece) < 0.7 || isStated(piece)):
				p.Location = piece
			case p.Company == "" && near && !t.item && (t.line.heading < 2 || i < at) && r.mayBeEmployer(piece, t):
				name := strings.TrimPrefix(strings.TrimPrefix(piece, "at "), "bei ")
				score := r.topScore(name, i, at)
				if score > sure {
					if best != "" && p.Location == "" && i > at && isTown(best) && organizationScore(best) < 0.7 && sure < 1 {
						p.Location = best
					}
					best, sure = name, score
				} else if p.Location == "" && at >= 0 && i > at && i <= at+3 && (n > 0 || len(pieces(t.text)) <= 2) && isTown(beforeBracket(piece)) {
					p.Location = piece
				}
			case p.Location == "" && (p.Company != "" || best != "") && near && n > 0 && isName(piece) && len(strings.Fields(piece)) <= 4 && structure.TitleScore(piece) < 0.5 && organizationScore(piece) < 0.7 && !generic(piece):
				p.Location = piece
			case p.Location == "" && (p.Company != "" || best != "") && at >= 0 && i > at && i <= at+3 && n == 0 && len(pieces(t.text)) <= 2 && isTown(beforeBracket(piece)) && !generic(piece):
				p.Location = piece
			}
		}
	}
	const clear = 0.9
	switch {
	case p.Company != "" || sure < 0.5:
	case sure >= clear || r.likely != "":
		p.Company = best
	default:
		r.faint = best
	}
}

// isAuthority reports whether a line is the name of a public employer: "County of Aldermere".
func isAuthority(text string) bool {
	first, rest, ok := strings.Cut(strings.ToLower(text), " of ")
	return ok && slices.Contains([]string{"city", "county", "state", "town", "village", "commonwealth", "borough", "district", "city and county", "township", "parish"}, strings.TrimPrefix(first, "the ")) && len(strings.Fields(rest)) <= 4
}

// piecesWithPlaces are the pieces of a line, near the title with employer and place apart:
// "Hartwell Freight Lines, Joplin MO".
func (r *reading) piecesWithPlaces(t part, near bool) []string {
	all := pieces(t.text)
	if len(all) == 1 && postalTown().MatchString(t.text) {
		return all
	}
	if !near || r.out.Location != "" || strings.HasSuffix(t.text, ".") && len(t.tokens) > 8 {
		return all
	}
	for i, piece := range all {
		employer, place, sure := withPlace(piece)
		if employer == "" || place == "" || r.words.remote.in(tokensOf(place)) || !sure && (r.out.Company != "" || len(strings.Fields(employer)) > 6 || structure.TitleScore(place) >= 0.5 || r.words.headings[normal(place)] != NoSection || r.isFact(place)) || r.isFact(employer) || structure.TitleScore(employer) >= 0.9 && organizationScore(employer) < 0.7 || strings.EqualFold(employer, r.out.Title) {
			continue
		}
		return slices.Concat(all[:i], []string{employer, place}, all[i+1:])
	}
	return all
}

// isNavigation reports whether a line is a menu of a site: "Careers | Benefits | Locations".
func (r *reading) isNavigation(text string) bool {
	all, known := pieces(text), 0
	for _, p := range all {
		switch {
		case r.isFact(p):
			return false // "Amsterdam or remote · €75,000–€95,000 · permanent"
		case generic(p) || r.words.headings[normal(p)] != NoSection || r.words.labels[normal(p)] != "" || isSiteLine(p):
			known++
		}
	}
	return len(all) > 2 && known*2 > len(all)
}

// modeBehind parts a name from the mode in brackets behind it, which may have a place:
// "Tallgrass (remote, Europe only)".
func (r *reading) modeBehind(text string) (name, place string, ok bool) {
	name, inner, cut := strings.Cut(text, " (")
	inner, end, closed := strings.Cut(inner, ")")
	if !cut || !closed || strings.TrimSpace(end) != "" || !r.words.remote.in(tokensOf(inner)) {
		return "", "", false
	}
	for p := range strings.FieldsFuncSeq(strings.NewReplacer(" - ", ",", " – ", ",", ": ", ",", " in ", ",").Replace(inner), func(c rune) bool { return c == ',' }) {
		p = strings.TrimSuffix(strings.TrimSpace(p), " only")
		if !r.words.remote.in(tokensOf(p)) && isTown(p) {
			place = p
		}
	}
	return name, place, true
}

// endsLegal reports whether a name ends with a legal form: "Inc.".
func endsLegal(name string) bool {
	words := strings.Fields(name)
	return legalForm(words[len(words)-1])
}

// mayBeEmployer reports whether a piece of a line near the title may be the employer.
func (r *reading) mayBeEmployer(piece string, t part) bool {
	if strings.HasSuffix(piece, ".") && len(strings.Fields(piece)) > 2 && !endsLegal(piece) || slices.ContainsFunc(tokensOf(piece), func(w token) bool { return w.lower == "shift" || w.lower == "shifts" }) || r.words.payWords.in(tokensOf(piece)) {
		return false
	}
	if piece != "" && piece[0] >= '0' && piece[0] <= '9' && streetAt(piece) { // "880 Orchard Lane"
		return false
	}
	if clock().MatchString(piece) || isStated(piece) && isPlace(piece) {
		return false
	}
	for _, w := range strings.FieldsFunc(piece, func(c rune) bool { return c == ' ' || c == '-' || c == '–' || c == '/' }) {
		if w == "is" || w == "are" || (r.words.isTime(strings.Trim(w, ",.")) || slices.Contains(weekdays, strings.ToLower(strings.Trim(w, ",.")))) && organizationScore(piece) < 0.7 { // a sentence; "Tuesday to Saturday"
			return false
		}
	}
	return len(piece) > 2 && t.in != About && isName(piece) && (structure.TitleScore(piece) < 0.9 || organizationScore(piece) >= 0.7) && len(strings.Fields(piece)) <= 7 && r.namedIn(piece) == "" &&
		r.words.headings[normal(piece)] == NoSection && r.words.labels[normal(piece)] == "" && !strings.HasSuffix(piece, ":") && !strings.HasSuffix(piece, "!") && !strings.HasSuffix(piece, "?") && !generic(piece) && !notEmployer(piece) && !isCode(piece) && !r.beginsLabel(piece) && !strings.Contains(piece, "#") &&
		!(isCapitals(piece) && len(strings.Fields(piece)) > 3 && organizationScore(piece) < 0.7)
}

// clock is a time of the day: "2:30-6:15".
var clock = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(`\b\d{1,2}:\d{2}\b`) })

// weekdays are days of which schedules speak.
var weekdays = []string{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo"}

// beginsLabel reports whether a text begins with a label, as of a table whose columns were put
// together: "Department Herbarium".
func (r *reading) beginsLabel(text string) bool {
	words := strings.Fields(text)
	if n := len(words); n > 2 && r.words.labels[normal(strings.Join(words[n-2:], " "))] != "" && organizationScore(text) < 0.7 {
		return true // "University Job Title"
	}
	for n := 1; n <= min(2, len(words)-1); n++ {
		if label := r.words.labels[normal(strings.Join(words[:n], " "))]; label == "ignored" || label != "" && n == 2 {
			return true
		}
	}
	return false
}

// topScore is how sure it is that a line is the employer, by where it is beside the title,
// how it sounds, and whether the posting names it again.
func (r *reading) topScore(name string, i, at int) float64 {
	score := 0.0
	switch {
	case at < 0 && i == 0, i == at+1, i == 0 && at == 1:
		score = 0.7
	case i == at-1, i == at+2:
		score = 0.5
	default:
		score = 0.2
	}
	if organizationScore(name) >= 0.7 {
		score += 0.6
	}
	if slices.ContainsFunc(r.hosts(), func(h string) bool { return isOfHost(name, h) }) {
		score += 0.8
	}
	if _, term := terms.Default().Lookup(name); term {
		score -= 0.7
	}
	if strings.Contains(name, " & ") {
		score += 0.2
	}
	if endsLegal(name) {
		score += 0.6
	}
	if strings.ContainsAny(name, ",•") && organizationScore(name) < 0.7 {
		score -= 0.5
	}
	again := 0
	first, _, _ := strings.Cut(name, " ")
	for _, p := range r.parts[:min(len(r.parts), employerParts)] {
		if p.row != i && (wordsAt(p.text, name) >= 0 || len(first) > 3 && len(p.tokens) > 8 && wordsAt(p.text, first) >= 0) {
			again++
		}
	}
	return score + 0.25*float64(min(again, 4))
}

// isCode reports whether a text is a number or a code, such as "JR4044".
func isCode(text string) bool {
	if strings.Contains(text, "n°") || strings.Contains(text, "Nr.") {
		return true
	}
	digits := 0
	for _, c := range text {
		if c >= '0' && c <= '9' {
			digits++
		}
	}
	return digits > 0 && digits*3 >= len(text) && !strings.Contains(text, " ") || digits*2 > len(text)
}

// isLabeled reports whether a line is a label with its value: "Job number: 12".
func isLabeled(text string) bool {
	name, value, ok := strings.Cut(text, ":")
	return ok && len(strings.Fields(name)) <= 4 && (value == "" || value[0] == ' ' || value[0] == '\t') && strings.TrimSpace(value) != ""
}

// fromChips takes the place from the short facts that sites show below a title: "Provo, UT",
// "Full time", "Posted 3 days ago".
func (r *reading) fromChips(top []part, at int) {
	if r.out.Location != "" {
		return
	}
	for i := at + 1; i >= 0 && i < min(len(top), at+4); i++ { // "Paris (FR), Octopus, Finance, Full-time, Hybrid"
		all := strings.Split(top[i].text, ", ")
		if len(all) < 3 || len(pieces(top[i].text)) > 1 || strings.Contains(top[i].text, "(") && !strings.Contains(all[0], "(") || organizationScore(all[0]) >= 0.7 || legalForm(strings.Fields(all[1] + " .")[0]) || strings.HasSuffix(top[i].text, ".") || !slices.ContainsFunc(all[1:], func(s string) bool { return r.isFact(s) && len(strings.Fields(s)) <= 3 }) || !isTown(beforeBracket(all[0])) || r.isFact(all[0]) || generic(all[0]) {
			continue
		}
		r.out.Location = all[0]
		top[i].label = true
		return
	}
	for i := 1; i+1 < len(top); i++ {
		low := strings.ToLower(top[i+1].text)
		if n, _ := r.words.types.at(top[i].tokens, 0); top[i].tokens == nil || n != len(top[i].tokens) || !strings.HasPrefix(low, "posted ") {
			continue
		}
		if place := top[i-1]; isShort(place) && isName(place.text) && structure.TitleScore(place.text) < 0.9 && !r.isFact(place.text) && !generic(place.text) {
			r.out.Location = place.text
			r.parts[i-1].label = true
			top[i-1].label = true
		}
		return
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
	if _, inner, ok := strings.Cut(text[tokens[i+n-1].end:], "("); ok && len(tokens) <= 12 { // "2 days in the office (London)"
		if inner, _, ok = strings.Cut(inner, ")"); ok && isTown(inner) {
			return inner
		}
	}
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
	return isName(text) && !strings.ContainsAny(beforeBracket(text), "0123456789") && structure.TitleScore(text) < 0.5
}

// pieces are the parts of a line between tabs and characters that part fields.
func pieces(text string) (all []string) {
	for _, sep := range []string{"\t", " · ", " | ", " • ", " – ", " — ", " ∙ ", "  ", " / ", " - "} {
		if !strings.Contains(text, sep) {
			continue
		}
		var parts []string
		open := ""
		for p := range strings.SplitSeq(text, sep) {
			if open != "" {
				p = open + sep + p
			}
			if open = ""; strings.Count(p, "(") > strings.Count(p, ")") && strings.Contains(text[strings.Index(text, p):], ")") {
				open = p // "Cinderpath (Remote - Canada)"
				continue
			}
			parts = append(parts, p)
		}
		if open != "" {
			parts = append(parts, open)
		}
		if len(parts) < 2 {
			continue
		}
		for _, p := range parts {
			all = append(all, pieces(strings.TrimSpace(p))...)
		}
		return all
	}
	return []string{strings.Trim(text, " ,;|·•")}
}

// townOf is the town that an employer is, "" for none: "Stadt Ahrensfurt", "City of Tulsa".
func townOf(employer string) string {
	for _, kind := range []string{"Commune de ", "Municipalité de ", "Ville d'", "Stadt ", "Gemeinde ", "Landeshauptstadt ", "Hansestadt ", "City of ", "Town of ", "Village of ", "Ville de ", "Mairie de ", "Ayuntamiento de "} {
		if town, ok := cutPrefixFold(employer, kind); ok && isTown(town) {
			return town
		}
	}
	return ""
}

// postalCode is one of Britain, or one of the United States behind its state.
var postalCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`,? \b[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}\b|(\b[A-Z]{2}) \d{5}(?:-\d{4})?\b`)
})

// withoutAddress is the town of an address: "14 Quay Street, Plymouth PL1 2JQ".
func withoutAddress(text string) string {
	text = postalCode().ReplaceAllString(text, "$1")
	all := strings.Split(text, ", ")
	for len(all) > 1 && strings.ContainsAny(all[0], "0123456789") {
		all = all[1:]
	}
	if first, rest, ok := strings.Cut(all[0], " "); ok && len(first) >= 4 && len(first) <= 5 && strings.Trim(first, "0123456789") == "" && isName(rest) {
		all[0] = rest // "54568 Gerolstein"
	}
	return strings.Join(all, ", ")
}

func cleanPlace(text string) string {
	text = withoutAddress(strings.Trim(plainText(text), " -–—|·•:,*#/.$!"))
	for _, prefix := range []string{"Location:", "Locations:", "Location", "Locations"} {
		if rest, ok := strings.CutPrefix(text, prefix+" "); ok {
			text = strings.TrimSpace(rest)
		}
	}
	if strings.Count(text, "(") > strings.Count(text, ")") {
		text += ")" // "Annecy (74"
	}
	return text
}
