package posting

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/exchange/structure"
)

// part is a line with the section that it is in.
type part struct {
	line
	tokens  []token
	in      Section
	lead    bool // it is a heading, or leads to a list
	label   bool // it is a label, or the value of one
	oneOf   int  // lines with the same number are points of which one is enough, 0 for none
	spoken  bool // it is under a heading of languages
	heading string
	isHead  bool // it is a heading, with nothing behind it

	row, offset int // where its text begins: a line of the reading, and a byte of that
}

// headingWords is how many words a heading may have.
const headingWords = 12

// partsOf finds the sections of a posting. Labels and their values become facts.
func (r *reading) partsOf(lines []line) (all []part) {
	now, level, one, group, spoken := NoSection, 0, false, 0, false
	heading := ""
	var above [8]Section // by levels of headings
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if len(l.text) > maxLine {
			l.text = strings.ToValidUTF8(l.text[:maxLine], "")
		}
		p := part{line: l, tokens: tokensOf(l.text), row: i}
		if l.ends && isSection(now) {
			now, level = NoSection, 0
		}
		if now != HowToApply && r.asksBack(p, i, lines) {
			now, level = HowToApply, 7
		}
		kind, rest, isHeading := r.headingOf(p, i, lines)
		if isHeading && kind == NoSection && r.words.labels[normal(l.text)] == "location" {
			l.heading, p.line.heading = 0, 0
			if n := r.labeled(p, i, lines, NoSection); n > 0 {
				for k, l := range lines[i : i+n] {
					all = append(all, part{line: l, tokens: tokensOf(l.text), in: now, lead: true, label: true, row: i + k})
				}
				i += n - 1
				continue
			}
			l.heading, p.line.heading = lines[i].heading, lines[i].heading
		}
		if isHeading && kind == About && rest == "" && r.words.labels[normal(l.text)] == "company" && i+1 < len(lines) && lines[i+1].heading == 0 {
			if name := firstName(lines[i+1].text); organizationScore(name) >= 0.7 && len(strings.Fields(name)) <= 8 {
				r.facts.set("company", name)
			}
		}
		if isHeading && now == HowToApply && r.isQuestion(p.tokens) {
			isHeading = false
		}
		if isHeading {
			own := l.heading
			if own == 0 {
				own = 7
			}
			if kind == Required && isWish(p.tokens) && slices.ContainsFunc(all, func(q part) bool { return q.in == Required }) {
				kind = Preferred // "What we'd like to see" behind what is asked for
			}
			if kind == Unlabeled && rest != "" && (now == Required || now == Preferred) {
				kind = now // "Languages: English" among what is asked for
			}
			switch {
			case kind != NoSection && rest != "" && r.endsHere(i, lines):
				// "Education: a diploma" says nothing of the lines behind it.
				p.in, p.lead, p.heading = kind, true, normal(l.text)
				q := part{line: line{text: rest, item: true}, tokens: tokensOf(rest), in: kind, row: i, offset: strings.LastIndex(l.text, rest)}
				all = append(all, p, q)
				continue
			case kind != NoSection:
				now, level = kind, own
			case own > 1 && own <= level && l.heading > 0 && inherits(nearest(above[:own])):
				now, level = nearest(above[:own]), own // "Technical knowledge" below "Qualifications"
			case own <= level || l.heading > 0 && level == 7 || l.heading == 0 && l.bold && level == 7 && !inherits(now):
				now, level = RoleText, own // a part that is not known
			}
			above[min(own, 7)] = now
			clear(above[min(own, 7)+1:])
			n := normal(l.text)
			spoken = r.words.labels[n] == "" && isLanguageHeading(n)
			heading = n
			p.in, p.lead, p.heading, p.isHead = now, true, heading, rest == ""
			one = false
			all = append(all, p)
			if rest != "" {
				q := part{line: line{text: rest, item: true}, tokens: tokensOf(rest), in: now, spoken: spoken, heading: heading, row: i, offset: strings.LastIndex(l.text, rest)}
				all = append(all, q)
			}
			continue
		}
		if n := r.labeled(p, i, lines, now); n > 0 {
			for k, l := range lines[i : i+n] {
				all = append(all, part{line: l, tokens: tokensOf(l.text), in: now, lead: true, label: true, row: i + k})
			}
			i += n - 1
			continue
		}
		if strings.HasSuffix(l.text, ":") && len(p.tokens) < 40 {
			// "You hold at least one of the following:" leads to its points.
			if kind := r.words.leads(p.tokens); kind != NoSection && !(now == Preferred && kind == Required) && (now == NoSection || now == RoleText || now == About || now == Benefits || kind == Preferred || now != Required) {
				now = kind
				level = max(level, 7)
			}
			p.lead, p.in = true, now
			one = r.words.one.in(p.tokens) && i+1 < len(lines) && lines[i+1].item
			if one {
				group++
			}
			all = append(all, p)
			continue
		}
		if !l.item {
			one = false
		}
		if one {
			p.oneOf = group
		}
		p.in, p.spoken, p.heading = now, spoken, heading
		if (now == NoSection || now == RoleText) && l.item && r.isDuty(p.tokens) {
			p.in = Responsibilities
		}
		all = append(all, p)
	}
	r.infer(all)
	pointed(all)
	return all
}

// isWish reports whether a heading says what would be liked.
func isWish(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		return t.lower == "would" || t.lower == "we'd" || t.lower == "hope" || t.lower == "wünschen" || t.lower == "aimerions" || t.lower == "gustaría"
	})
}

// nearest is the section of the closest heading above, by levels.
func nearest(above []Section) Section {
	for i := len(above) - 1; i > 0; i-- {
		if above[i] != NoSection {
			return above[i]
		}
	}
	return NoSection
}

// infer tells what stands under a heading that is not known by its lines: credentials make it
// requirements, verbs make it tasks.
func (r *reading) infer(all []part) {
	const least = 3 // lines
	for i := 0; i < len(all); {
		end := i
		for end < len(all) && !all[end].lead && all[end].in == all[i].in {
			end++
		}
		run := all[i:max(end, i+1)]
		from := i
		i += len(run)
		if from == 0 || !all[from-1].lead || all[from-1].label || len(run) < least || run[0].in != RoleText && run[0].in != NoSection && run[0].in != Responsibilities {
			continue
		}
		credentials, duties, first := 0, 0, len(run)
		for k, p := range run {
			switch {
			case r.isCredential(p):
				credentials++
			case r.isDuty(p.tokens):
				duties++
			default:
				continue
			}
			first = min(first, k)
		}
		to := run[0].in
		switch {
		case credentials >= 2 && credentials*5 >= len(run)*2 && duties*4 <= len(run):
			to = Required
		case duties*2 >= len(run):
			to = Responsibilities
		}
		if run[0].in == Responsibilities && credentials*2 < len(run) {
			continue
		}
		for k := first; k < len(run); k++ { // what stands before is prose
			run[k].in = to
		}
	}
	if slices.ContainsFunc(all, func(p part) bool { return p.in == Required || p.in == Preferred }) {
		return
	}
	for i, p := range all { // a short posting without headings, whose points say what is asked for
		if p.item && !p.lead && (p.in == NoSection || p.in == RoleText) && r.isCredential(p) {
			all[i].in = Required
		}
	}
}

// isCredential reports whether a line states what somebody has: years of experience, a degree, a
// license, a language.
func (r *reading) isCredential(p part) bool {
	const longest = 30 // tokens
	if len(p.tokens) > longest {
		return false
	}
	n, _ := r.words.credentials.at(p.tokens, 0)
	return n > 0 || r.yearsIn(p.tokens) > 0 || r.words.licenses.in(p.tokens) && !r.isDuty(p.tokens) || r.words.degrees.in(p.tokens) && !r.isDuty(p.tokens)
}

// pointed makes points of the lines of a section that has none: each says one thing, as where a
// page's list was copied without its marks.
func pointed(all []part) {
	const longest = 45 // tokens
	for i := 0; i < len(all); {
		end := i
		for end < len(all) && !all[end].lead && all[end].in == all[i].in {
			end++
		}
		if end == i {
			i++
			continue
		}
		run := all[i:end]
		i = end
		for k, p := range run { // "Attitude: energetic and calm"
			if (p.in == Required || p.in == Preferred) && isLabeled(p.text) && len(p.tokens) <= longest && len(sentencesOf(p.text)) == 1 {
				run[k].item = true
			}
		}
		if !isSection(run[0].in) || len(run) < 2 || slices.ContainsFunc(run, func(p part) bool { return p.item }) {
			continue
		}
		single := 0
		for _, p := range run {
			if len(p.tokens) <= longest && len(sentencesOf(p.text)) == 1 {
				single++
			}
		}
		if single*10 < len(run)*7 {
			continue
		}
		for k := range run {
			run[k].item = len(run[k].tokens) <= longest && len(sentencesOf(run[k].text)) == 1
		}
	}
}

// asksBack reports whether a line is a question of an application form: answers to choose from
// follow it, or another question does.
func (r *reading) asksBack(p part, i int, lines []line) bool {
	if i < 5 || !r.isQuestion(p.tokens) {
		return false
	}
	const reach = 8
	for _, l := range lines[i+1 : min(len(lines), i+1+reach)] {
		tokens := tokensOf(l.text)
		if n, _ := r.words.answers.at(tokens, 0); n > 0 && n == len(tokens) || r.isQuestion(tokens) {
			return true
		}
	}
	return false
}

func (r *reading) isQuestion(tokens []token) bool {
	if len(tokens) < 4 {
		return false
	}
	n, _ := r.words.questions.at(tokens, 0)
	return n > 0 && (tokens[len(tokens)-1].lower == "?" || tokens[0].lower == "please" || tokens[0].lower == "if")
}

// isDuty reports whether a point begins with a verb as tasks do: "Inspects boilers", "Inspect
// boilers".
func (r *reading) isDuty(tokens []token) bool {
	const least = 3
	if len(tokens) < least {
		return false
	}
	w := tokens[0].lower
	d := r.words.duties
	return d[w] || d[strings.TrimSuffix(w, "s")] || d[strings.TrimSuffix(w, "es")] || strings.HasSuffix(w, "ies") && d[strings.TrimSuffix(w, "ies")+"y"]
}

// unfolded are lines with those parted that hold several sections, as of a page whose lines were
// put together: "… Your tasks Bake bread Your profile A steady hand".
func (r *reading) unfolded(lines []line) (all []line) {
	const long = 160 // bytes
	for _, l := range lines {
		if len(l.text) < long || len(l.text) > maxLine {
			all = append(all, l)
			continue
		}
		cuts := r.headingsWithin(l.text)
		kinds := map[Section]bool{}
		for _, c := range cuts {
			kinds[c.kind] = true
		}
		if len(kinds) < 2 {
			all = append(all, l)
			continue
		}
		from := 0
		for _, c := range append(cuts, cut{start: len(l.text)}) {
			if t := strings.TrimSpace(l.text[from:c.start]); t != "" {
				part := line{text: t, item: l.item && from == 0, gap: l.gap && from == 0}
				all = append(all, part)
			}
			if c.end > c.start {
				all = append(all, line{text: strings.TrimRight(l.text[c.start:c.end], ": "), heading: 2})
			}
			from = c.end
		}
	}
	return all
}

// cut is a heading within a line.
type cut struct {
	start, end int
	kind       Section
}

// headingsWithin are the headings in a long line: those that a colon follows where a sentence
// begins, and those of several words with a capital.
func (r *reading) headingsWithin(text string) (cuts []cut) {
	tokens := tokensOf(text)
	const most = 6 // words of a heading
	for i := 0; i < len(tokens); i++ {
		if !isName(tokens[i].text) {
			continue
		}
		opens := i == 0 || strings.ContainsAny(text[tokens[i-1].end:tokens[i].start], ".!?") || strings.Contains(".!?:;•–|)", tokens[i-1].text)
		for n := min(most, len(tokens)-i); n > 0; n-- {
			end := tokens[i+n-1].end
			colon := i+n < len(tokens) && tokens[i+n].lower == ":"
			if n == 1 && !(colon && opens) || n > 1 && !colon && !(i+n < len(tokens) && isName(tokens[i+n].text)) {
				continue
			}
			name := normal(text[tokens[i].start:end])
			kind := r.words.headings[name]
			if kind == NoSection || r.words.labels[name] != "" && !opens || !colon && !opens && (kind == About || kind == RoleText || strings.Count(name, " ") == 0) {
				continue
			}
			if colon {
				end = tokens[i+n].end
			}
			cuts = append(cuts, cut{tokens[i].start, end, kind})
			i += n - 1
			break
		}
	}
	return cuts
}

// endsHere reports whether what stands behind a heading on its line is all of its part: a
// paragraph or another label follows.
func (r *reading) endsHere(i int, lines []line) bool {
	if i+1 >= len(lines) {
		return true
	}
	next := lines[i+1]
	if next.item && !lines[i].item {
		return false
	}
	return next.gap || next.heading > 0 || isLabeled(next.text)
}

// inherits reports whether what is under a heading that is not known goes on with a section.
func inherits(s Section) bool {
	return s == Required || s == Preferred || s == Responsibilities || s == Unlabeled || s == Benefits || s == EqualOpportunity
}

func isLanguageHeading(n string) bool {
	switch n {
	case "languages", "language", "language skills", "language requirements", "sprachkenntnisse", "sprachen", "langues", "idiomas", "langue":
		return true
	}
	return false
}

// headingOf reports whether a line is a heading, the section that it tells, and what stands
// behind it on the same line.
func (r *reading) headingOf(p part, i int, lines []line) (kind Section, rest string, ok bool) {
	text := p.text
	label, after, cut := strings.Cut(text, ":")
	if strings.Contains(text, "\t") {
		label, after, cut = strings.Cut(text, "\t")
	}
	if cut && strings.TrimSpace(after) != "" && utf8.RuneCountInString(label) < 50 && !strings.HasPrefix(after, "//") {
		n := normal(label)
		if kind, ok := r.words.headings[n]; ok && r.words.labels[n] == "" && len(strings.Fields(label)) <= 6 && len(n) > 3 && p.heading == "" {
			if p.item && kind != Preferred && kind != Required {
				return NoSection, "", false
			}
			return kind, strings.TrimSpace(after), true
		}
		const clause = 7 // words
		if words := strings.Fields(label); !p.item && p.heading == "" && r.words.labels[n] == "" && len(words) > 1 && len(words) <= clause && i > 0 && len(after) > len(label) {
			if kind := r.words.leads(tokensOf(label)); kind == Required || kind == Preferred { // "What I need: a license, …"
				return kind, strings.TrimSpace(after), true
			}
		}
		if p.line.heading == 0 {
			return NoSection, "", false
		}
	}
	if p.section != NoSection {
		return p.section, "", true
	}
	n := normal(text)
	count := len(strings.Fields(n))
	if count == 0 {
		return NoSection, "", false
	}
	if strings.HasSuffix(text, ",") && i > 5 && r.words.headings[n] == HowToApply { // "Best regards,"
		return HowToApply, "", true
	}
	colon := strings.HasSuffix(text, ":") || strings.HasSuffix(text, "...") || strings.HasSuffix(text, "…")
	looks := p.line.heading > 0 || !p.item && p.bold && count <= headingWords && !strings.HasSuffix(text, ".") || !p.item && isCapitals(text) && count <= 8 && !r.shouts(lines)
	if kind, ok := r.words.headings[n]; ok {
		alone := !p.item && i+1 < len(lines) && !strings.HasSuffix(text, ".")
		ended := strings.HasSuffix(text, ".") && count > 1 && !p.item && i+1 < len(lines) && lines[i+1].item
		if looks || colon && !p.item || colon && p.bold || ended || alone && (len(n) > 4 || p.gap) && r.standsAlone(n, i, lines) {
			return kind, "", true
		}
	}
	if before := normal(beforeBracket(text)); p.item && i+1 < len(lines) && !lines[i+1].item && i > 0 && !lines[i-1].item && len(before) > 4 { // "2. Skills & Abilities"
		if kind, ok := r.words.headings[before]; ok && r.words.labels[before] == "" {
			if r.words.preferred.in(p.tokens) {
				kind = Preferred
			}
			return kind, "", true
		}
	}
	if count > headingWords && !(!looks && r.opensPart(p, i, lines)) {
		return NoSection, "", false
	}
	if about, ok := r.aboutEmployer(text); ok && (looks || !p.item && count <= 5 && p.gap) {
		return about, "", true
	}
	if p.item && p.line.heading == 0 && !(p.bold && colon) {
		return NoSection, "", false
	}
	if !looks && !p.item && p.gap && count <= 6 && i+1 < len(lines) && !lines[i+1].gap && !strings.HasSuffix(text, ".") && r.words.opensHeading(p.tokens) {
		if kind := r.words.leads(p.tokens); kind == Preferred { // "Idealerweise verfügen Sie über"
			return kind, "", true
		}
	}
	if !looks && r.opensPart(p, i, lines) {
		if kind := r.words.leads(p.tokens); kind != NoSection && (r.words.opensHeading(p.tokens) || p.gap && count <= 6) {
			return kind, "", true
		}
	}
	if !looks && r.isClause(p, i, lines) {
		return r.words.leads(p.tokens), "", true
	}
	question := strings.HasSuffix(text, "?") && count <= 8
	if !looks && !(question && p.gap) && !(colon && count <= 6) {
		return NoSection, "", false
	}
	if kind := r.words.leads(p.tokens); kind != NoSection {
		return kind, "", true
	}
	if p.line.heading > 0 || p.bold && (p.gap || colon) && count <= 8 && i > 0 {
		return NoSection, "", true
	}
	return NoSection, "", false
}

// shouts reports whether a posting is in capitals throughout, so that they tell no heading.
func (r *reading) shouts(lines []line) bool {
	if r.shouting == 0 {
		capitals, all := 0, 0
		for _, l := range lines {
			if strings.ContainsFunc(l.text, unicode.IsLetter) {
				all++
				if l.text == strings.ToUpper(l.text) {
					capitals++
				}
			}
		}
		r.shouting = 1
		if all > 4 && capitals*10 > all*7 {
			r.shouting = 2
		}
	}
	return r.shouting == 2
}

// opensPart reports whether a line without any mark of a heading may be one by what is around
// it: a short line without a full stop, before which a list or a paragraph ends, and behind
// which two longer lines or points follow.
func (r *reading) opensPart(p part, i int, lines []line) bool {
	longest := 8 // words
	if slices.ContainsFunc(p.tokens, func(t token) bool {
		return t.lower == "following" || t.lower == "folgende" || t.lower == "suivantes" || t.lower == "siguientes"
	}) {
		longest = 24
	}
	if p.item || len(strings.Fields(p.text)) > longest || strings.ContainsAny(p.text[len(p.text)-1:], ".,;!") || i+2 >= len(lines) || !isName(strings.TrimLeft(p.text, "¿¡")) {
		return false
	}
	longer := func(l line) bool { return l.item || len(l.text) > len(p.text)*3/2 && len(l.text) > 25 }
	if !longer(lines[i+1]) || !longer(lines[i+2]) && !lines[i+1].item {
		return false
	}
	return i == 0 || p.gap || lines[i-1].item || len(lines[i-1].text) > len(p.text)
}

// isClause reports whether a line is a heading in the form of a clause, whatever follows: "How we
// work", "What we need from you", "It'd be great if you also bring".
func (r *reading) isClause(p part, i int, lines []line) bool {
	const longest = 10 // tokens
	if p.item || i == 0 || i+1 >= len(lines) || len(p.tokens) < 3 || len(p.tokens) > longest || strings.ContainsAny(p.text[len(p.text)-1:], ".,;!") {
		return false
	}
	first := 0
	for first < len(p.tokens) && !strings.ContainsFunc(p.tokens[first].text, isWordRune) {
		first++
	}
	if first < len(p.tokens) {
		if n, _ := r.words.asking.at(p.tokens, first); n > 0 {
			return true
		}
	}
	at, n, _ := r.words.within[0].find(p.tokens) // of what is preferred
	return n > 1 && at <= 1 && at+n < len(p.tokens) && !r.words.preferred.in(p.tokens[len(p.tokens)-1:])
}

// opensHeading reports whether a line begins as headings do: "What you bring", "Dein Rucksack".
func (w *words) opensHeading(tokens []token) bool {
	n, _ := w.openings.at(tokens, 0)
	return n > 0
}

// standsAlone reports whether a word that may be a heading or a value of a fact is one: a
// list, a paragraph or space is around it.
func (r *reading) standsAlone(n string, i int, lines []line) bool {
	if r.words.labels[n] != "" && i+1 < len(lines) && !lines[i+1].item && len(lines[i+1].text) < 40 && !lines[i].gap {
		return false
	}
	return true
}

// aboutEmployer reports whether a heading is "About Halvorsen", "Why Halvorsen?" or, which is
// something else, "About the role".
func (r *reading) aboutEmployer(text string) (Section, bool) {
	tokens := tokensOf(strings.Trim(text, " ¿¡"))
	if len(tokens) == 0 {
		return NoSection, false
	}
	n, _ := r.words.named.at(tokens, 0)
	if n == 0 || n >= len(tokens) {
		return NoSection, false
	}
	rest := tokens[n:]
	if r.isArticle(rest[0].lower) || rest[0].lower == "this" || rest[0].lower == "your" {
		if kind := r.words.headings[normal(text[rest[len(rest)-1].start:])]; kind == RoleText || rest[len(rest)-1].lower == "team" || rest[len(rest)-1].lower == "opportunity" {
			return RoleText, true
		}
	}
	return About, true
}

func isCapitals(text string) bool {
	letters := 0
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			letters++
		}
	}
	return letters > 3
}

// labeled takes a line such as "Location: Tulsa" or a label with its value on the next line
// as a fact, and tells how many lines that is; 0 for none.
func (r *reading) labeled(p part, i int, lines []line, now Section) (n int) {
	name, value, cut := strings.Cut(p.text, ":")
	if !cut || strings.Contains(p.text, "\t") {
		name, value, cut = strings.Cut(p.text, "\t")
	}
	if cut && len(strings.Fields(name)) <= 4 && strings.TrimSpace(value) != "" {
		value = strings.Trim(strings.ReplaceAll(value, "\t", " · "), " ·")
		label := r.words.labels[normal(name)]
		if label == "" || value == "" {
			return 0
		}
		switch label {
		case "degree", "years":
			if now != NoSection && now != RoleText {
				return 0
			}
		case "level", "title", "company", "type", "remote":
			if isSection(now) && (p.item || len(p.tokens) > 10) {
				return 0
			}
		}
		if label == "ignored" {
			if isSection(now) {
				return 0
			}
			return 1
		}
		if label == "degree" || label == "years" {
			r.labels = append(r.labels, part{line: line{text: value, item: true}, tokens: tokensOf(value), in: Required, row: i, offset: max(0, strings.Index(p.text, value))})
		}
		if label == "company" {
			value = firstName(value)
		}
		if all := strings.Split(value, " | "); len(all) > 1 && isLabeled(all[1]) { // "Ort: Oldenburg | Arbeitszeit: Vollzeit"
			value = all[0]
			for _, piece := range all[1:] {
				if name, more, ok := strings.Cut(piece, ": "); ok {
					if l := r.words.labels[normal(name)]; l != "" && l != "ignored" {
						r.facts.set(l, more)
					}
				}
			}
		}
		if label == "title" && r.isFact(value) && structure.TitleScore(value) < 0.9 {
			label = "type" // "Role: full time position"
		}
		r.facts.set(label, value)
		return 1
	}
	bare := normal(p.text)
	label := r.words.labels[bare]
	if label == "" || label == "degree" || label == "years" || p.item || i+1 >= len(lines) || isSection(now) && (!strings.Contains(bare, " ") || len(strings.Fields(lines[i+1].text)) > 5) || len(strings.Fields(bare)) > 4 {
		return 0
	}
	next := lines[i+1]
	if label == "company" || label == "title" || label == "location" {
		if generic(next.text) || r.words.labels[normal(next.text)] != "" || !isName(next.text) || now == Benefits || now == EqualOpportunity || now == HowToApply {
			return 0
		}
	}
	if label == "location" && next.heading == 0 && len(next.text) > 40 { // "Seguin, Texas - on site, second shift"
		q := part{line: next, tokens: tokensOf(next.text)}
		first := pieces(next.text)[0]
		if place := r.placeFrom(q, 0); place != "" && !isPlace(first) {
			first = place
		}
		if isPlace(first) {
			r.facts.set(label, first)
			return 1
		}
	}
	if next.heading > 0 || len(next.text) > 120 || r.words.headings[normal(next.text)] != NoSection {
		return 0
	}
	if label != "ignored" {
		value := next.text
		if label == "company" {
			value = firstName(value)
		}
		r.facts.set(label, value)
	}
	return 2
}

func isSection(s Section) bool {
	return s == Required || s == Preferred || s == Responsibilities || s == Unlabeled
}
