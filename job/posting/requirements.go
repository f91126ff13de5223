package posting

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// group is mentions of which one is enough.
type group struct {
	mentions []mention
	run      int // groups with the same number stand in one list
}

// requirements goes through the sentences and fills the lists.
func (r *reading) requirements() {
	c := &collector{r: r, at: map[string]*collected{}}
	var alternatives []part
	flush := func() {
		if len(alternatives) > 0 {
			c.alternatives(alternatives)
			alternatives = nil
		}
	}
	for _, p := range append(slices.Clone(r.labels), r.parts...) {
		if p.oneOf > 0 {
			if len(alternatives) > 0 && alternatives[0].oneOf != p.oneOf {
				flush()
			}
			alternatives = append(alternatives, p)
			continue
		}
		flush()
		if p.lead {
			if p.label || len(p.tokens) <= headingWords && !strings.HasSuffix(p.text, ":") || p.line.heading > 0 {
				continue
			}
		}
		c.line(p)
	}
	flush()
	c.fill()
}

// collector gathers requirements, each once.
type collector struct {
	r     *reading
	all   []*collected
	at    map[string]*collected
	years struct{ required, preferred int }
}

type collected struct {
	Requirement
	in       Section
	sentence int // where it was said first
}

// line reads the sentences of a line.
func (c *collector) line(p part) {
	switch p.in {
	case Benefits, EqualOpportunity, HowToApply, Chrome:
		return
	}
	out := &c.r.out
	sentences := sentencesOf(p.text)
	at := 0 // where the sentence is
	soft := false
	for _, s := range sentences {
		at += strings.Index(p.text[at:], s)
		from := at
		at += len(s)
		tokens := tokensOf(s)
		if len(tokens) == 0 || c.r.words.equal.in(tokens) || (!isSection(p.in) || !p.item && !c.r.words.firm.in(tokens)) && c.r.words.benefits.in(tokens) {
			continue
		}
		if p.in == Responsibilities && !p.lead && len(tokens) > 2 && len(out.Responsibilities) < 200 {
			out.Responsibilities = append(out.Responsibilities, s)
		}
		of := p
		if soft && len(tokens) > 2 && tokens[0].lower == "so" && (tokens[1].lower == "is" || tokens[1].lower == "are") {
			of.in = Preferred // "NATE certification is a plus. So is experience with ServiceTitan."
		}
		soft = c.r.words.preferred.in(tokens)
		c.sentence(s, tokens, of, from)
	}
}

// sentence reads one sentence, which begins at a byte of its part.
func (c *collector) sentence(s string, tokens []token, p part, from int) {
	w := c.r.words
	if section, rest, ok := c.r.sectionSaid(s, tokens, p); ok { // "Preferred: SQL, Excel."
		p.in, p.item = section, true
		from += len(s) - len(rest)
		s, tokens = rest, tokensOf(rest)
	}
	replaced := false // something else does in place of a degree
	if cue, _, _ := w.none.find(tokens); cue >= 0 && !w.preferred.in(tokens) {
		// Of "a degree, or four years in lieu of one" the degree is asked for.
		end := c.r.beforeInstead(tokens, cue)
		if end <= 0 {
			return
		}
		s = strings.TrimRight(s[:tokens[end-1].end], " ,;(")
		tokens = tokensOf(s)
		replaced = true
	}
	in := p.in
	states, _ := w.credentials.at(tokens, 0)
	cued := w.required.in(tokens) || states > 0 && p.in != About || (p.in == NoSection || p.in == RoleText) && c.r.yearsIn(tokens) > 0
	strict := w.isStrict(tokens)
	switch in {
	case NoSection, RoleText:
		in = Unlabeled
		if cued {
			in = Required
		}
	case Responsibilities:
		in = Unlabeled
		if strict || states > 0 && (w.degrees.in(tokens) || w.licenses.in(tokens) || c.r.yearsIn(tokens) > 0) {
			in = Required
		}
	case Preferred:
		if strict && !w.preferred.in(tokens) {
			in = Required
		}
	case Unlabeled:
		if strict {
			in = Required
		}
	}
	asked := p.in == Required || p.in == Responsibilities && in == Required && states > 0 || p.in == Preferred || in == Required || p.spoken || p.in == Unlabeled
	mentions := c.r.mentionsIn(s, tokens, p)
	mentions = slices.DeleteFunc(mentions, func(m mention) bool {
		return !asked && m.kind != Term && !m.term && !(w.preferred.in(tokens) && p.in != About)
	})
	if !asked {
		for i := range mentions {
			if mentions[i].kind == License && !w.preferred.in(tokens) {
				mentions[i].kind = Term
			}
		}
	}
	groups := slices.DeleteFunc(c.r.groups(s, tokens, mentions), func(g group) bool { return len(requirementOf(s, g).Any) == 0 })
	if replaced {
		for i, g := range groups {
			if last := g.mentions[len(g.mentions)-1]; last.kind == Degree {
				groups[i].mentions = append(g.mentions, mention{last.start, last.end, last.from, last.to, equivalent, instead, false})
			}
		}
	}
	soft := c.r.preferredGroups(tokens, groups)
	years := c.r.yearsIn(tokens)
	if years == 0 && (p.in == Required || p.in == Preferred || cued) {
		years = c.r.yearsFirst(tokens)
	}
	wholePreferred := len(groups) == 0 && w.preferred.in(tokens) && !(years > 0 && w.preferredLater(tokens))
	if years > 0 && p.in != About && (asked || w.experience.in(tokens)) && (p.in != Responsibilities || in == Required) {
		switch {
		case in == Preferred || wholePreferred || len(groups) > 0 && len(soft) == len(groups):
			c.years.preferred = max(c.years.preferred, years)
		case c.years.required > 0 && strings.HasPrefix(tokens[0].lower, "equivalen"): // "Equivalency: four years of …"
		default:
			c.years.required = max(c.years.required, years)
		}
	}
	const few = 7 // tokens
	whole := len(groups) == 1 && len(tokens) <= few && p.item && !slices.ContainsFunc(groups[0].mentions, func(m mention) bool { return m.kind != Term || m.term }) && !c.r.joinsIn(tokens)
	for i, g := range groups {
		if whole { // "IVP fingerprint clearance card" says more than its abbreviation
			g.mentions = slices.Clone(g.mentions)
			g.mentions[0].start, g.mentions[0].end = 0, len(strings.TrimRight(s, " .;,"))
		}
		at := in
		if p.in == About {
			at = About
		} else if soft[i] {
			at = Preferred
		}
		c.add(s, g, at, p, from)
	}
	if len(groups) > 0 && len(soft) == 0 && p.in != About {
		c.preferredClause(s, tokens, groups, p, from)
	}
	prose := p.in == NoSection || p.in == RoleText
	if len(groups) > 0 || p.in != Required && p.in != Preferred && p.in != Unlabeled && !((wholePreferred && !w.softens(tokens) || years > 0 && cued || w.firm.in(tokens) && !w.applying.in(tokens) && len(tokens) <= 40) && prose) || len(tokens) < 2 && !p.item || p.lead {
		return
	}
	if !p.item && years == 0 && !cued && !wholePreferred && !(prose && w.firm.in(tokens)) {
		return // prose that leads to a list
	}
	at := in
	switch {
	case wholePreferred:
		at = Preferred
	case prose && at == Unlabeled:
		at = Required
	}
	kind := Other
	if years > 0 {
		kind = Years
	}
	if p.in == Unlabeled && kind == Other {
		return
	}
	if pay, _ := salaryIn(s, true); pay != "" && len(pay)*2 >= len(strings.TrimRight(s, " .")) {
		return // "$21.00/hr + bonus"
	}
	if cue, _, _ := w.preferred.find(tokens); wholePreferred && in != Preferred && cue > 2 && isForward(tokens[cue].lower) && tokens[cue-1].lower == "," { // "Erste Erfahrung im Lager, gerne im Lebensmittelbereich"
		first, second := Requirement{Text: s[:tokens[cue-1].start], Sentence: s, Kind: kind}, Requirement{Text: strings.TrimRight(s[tokens[cue].start:], " .;,"), Sentence: s, Kind: Other}
		if c.keep(first, in) && c.keep(second, Preferred) {
			c.r.mark(p, first, span{from, from + len(first.Text), ""})
			c.r.mark(p, second, span{from + tokens[cue].start, from + tokens[cue].start + len(second.Text), ""})
		}
		return
	}
	q := Requirement{Text: strings.TrimRight(s, " .;,"), Sentence: s, Kind: kind}
	if c.keep(q, at) {
		c.r.mark(p, q, span{from, from + len(q.Text), ""})
	}
}

// preferredClause keeps what a sentence says is preferred in words that no list has, beside what it
// asks for: "College degree required, previous library experience preferred".
func (c *collector) preferredClause(s string, tokens []token, groups []group, p part, from int) {
	cue, n, _ := c.r.words.preferred.find(tokens)
	if cue < 0 || isForward(tokens[cue].lower) || !endsClause(tokens, cue+n) {
		return
	}
	start := max(lastComma(tokens, 0, cue), slices.IndexFunc(tokens[:cue], func(t token) bool { return t.lower == ";" })) + 1
	end := cue
	for end > start && isVerbOfCue(tokens[end-1].lower) {
		end--
	}
	const least, most = 2, 14 // tokens
	if start == 0 || end-start < least || end-start > most || c.r.goesOn(tokens, start) || slices.ContainsFunc(groups, func(g group) bool { return g.mentions[0].from >= start }) {
		return
	}
	q := Requirement{Text: s[tokens[start].start:tokens[end-1].end], Sentence: s, Kind: Other}
	if c.keep(q, Preferred) {
		c.r.mark(p, q, span{from + tokens[start].start, from + tokens[end-1].end, ""})
	}
}

// isVerbOfCue reports whether a word stands between what is preferred and the word that says so.
func isVerbOfCue(w string) bool {
	return slices.Contains([]string{"is", "are", "would", "be", "strongly", "highly", "greatly", "also", "considered", "a", "but"}, w)
}

// isStrict reports whether a sentence says that something is a must: not "though not required".
func (w *words) isStrict(tokens []token) bool {
	for i := range tokens {
		if n, _ := w.strict.at(tokens, i); n > 0 && (i == 0 || !slices.Contains([]string{"not", "isn't", "aren't", "never", "nicht", "keine", "pas", "no"}, tokens[i-1].lower)) {
			return true
		}
	}
	return false
}

// softens reports whether what a sentence says is preferred is told by a word that speaks of what
// follows it, "gerne", which prose about an employer has too.
func (w *words) softens(tokens []token) bool {
	i, n, _ := w.preferred.find(tokens)
	return n == 1 && isForward(tokens[i].lower)
}

// sectionSaid is the section that a sentence itself begins with, and what follows: "Nice, not
// needed: Temporal, PCI DSS".
func (r *reading) sectionSaid(s string, tokens []token, p part) (in Section, rest string, ok bool) {
	label, rest, cut := strings.Cut(s, ": ")
	if !cut || p.lead || len(strings.Fields(label)) > 6 || strings.TrimSpace(rest) == "" || p.in == Benefits || p.in == EqualOpportunity {
		return NoSection, "", false
	}
	switch kind := r.words.headings[normal(label)]; kind {
	case Preferred, Required:
		return kind, strings.TrimSpace(rest), true
	}
	return NoSection, "", false
}

// beforeInstead is where what is asked for ends before an alternative to a degree: the token of the
// "or", the bracket or the point that parts them, where a degree stands before; 0 for none.
func (r *reading) beforeInstead(tokens []token, cue int) int {
	first, n, _ := r.words.degrees.find(tokens[:cue])
	if first < 0 {
		return 0
	}
	for i := cue; i > first+n-1; i-- {
		switch t := tokens[min(i, len(tokens)-1)].lower; t {
		case "or", "oder", "ou", ";", "(", ".", "–", "—":
			return i
		}
	}
	for i := first + n; i < cue; i++ {
		if tokens[i].lower == "," {
			return i
		}
	}
	return 0
}

// alternatives makes one requirement of points of which one is enough.
func (c *collector) alternatives(points []part) {
	var g group
	var texts []string
	var spans [][]span
	in := points[0].in
	for _, p := range points {
		tokens := p.tokens
		mentions := c.r.mentionsIn(p.text, tokens, p)
		g.mentions = append(g.mentions, mentions...)
		spans = append(spans, spansOf(mentions, 0))
		texts = append(texts, p.text)
		if n := c.r.yearsIn(tokens); n > 0 {
			if c.years.required == 0 || n < c.years.required {
				c.years.required = n
			}
		}
	}
	if in != Preferred && in != Unlabeled {
		in = Required
	}
	text := strings.Join(texts, "; ")
	q := requirementOf(text, g)
	if len(q.Any) == 0 {
		q = Requirement{Kind: Other}
	}
	q.Text, q.Sentence = text, text
	if !c.keep(q, in) {
		return
	}
	for i, p := range points {
		if len(q.Any) == 0 {
			spans[i] = []span{{0, len(p.text), ""}}
		}
		c.r.mark(p, q, spans[i]...)
	}
}

// add keeps a group of a sentence.
func (c *collector) add(s string, g group, in Section, p part, from int) {
	q := requirementOf(s, g)
	if len(q.Any) == 0 {
		return
	}
	if c.keep(q, in) {
		c.r.mark(p, q, spansOf(g.mentions, from)...)
	}
}

// requirementOf is a group as a requirement.
func requirementOf(s string, g group) Requirement {
	q := Requirement{Sentence: s}
	first, last := len(s), 0
	for _, m := range g.mentions {
		if !slices.Contains(q.Any, m.name) {
			q.Any = append(q.Any, m.name)
		}
		first, last = min(first, m.start), max(last, m.end)
		if q.Kind == Term && m.kind != instead || m.kind == Degree {
			q.Kind = m.kind
		}
	}
	if len(g.mentions) > 0 && !slices.ContainsFunc(g.mentions, func(m mention) bool { return m.kind != instead }) {
		return Requirement{}
	}
	if first < last && last <= len(s) {
		if strings.Count(s[first:last], "(") > strings.Count(s[first:last], ")") && strings.HasPrefix(s[last:], ")") {
			last++ // "Next Generation Science Standards (NGSS)"
		}
		q.Text = s[first:last]
	}
	return q
}

// strength orders sections: what is asked for wins over what is only named.
func strength(in Section) int {
	switch in {
	case Required:
		return 4
	case Preferred:
		return 3
	case Unlabeled:
		return 2
	}
	return 1
}

const maxRequirements = 400

// keep keeps a requirement, once: where it is asked for most strongly. It reports whether there
// was room.
func (c *collector) keep(q Requirement, in Section) bool {
	key := strings.Join(slices.Sorted(slices.Values(q.Any)), "\x00")
	if key == "" {
		key = "\x01" + q.Text
	}
	q.Count = 1
	if k := c.at[key]; k != nil {
		k.Count++
		if strength(in) > strength(k.in) {
			n := k.Count
			k.Requirement, k.in = q, in
			k.Count = n
		}
		return true
	}
	if len(c.all) >= maxRequirements {
		return false
	}
	k := &collected{Requirement: q, in: in, sentence: len(c.all)}
	c.all = append(c.all, k)
	c.at[key] = k
	return true
}

// fill fills the posting's lists, and what it asks for in all.
func (c *collector) fill() {
	p := &c.r.out
	grouped := map[string]*collected{} // names in groups of several
	for _, k := range c.all {
		if len(k.Any) > 1 && strength(k.in) > 2 {
			for _, name := range k.Any {
				if grouped[name] == nil {
					grouped[name] = k
				}
			}
		}
	}
	for _, k := range c.all {
		if len(k.Any) == 1 && strength(k.in) <= 2 {
			if g := grouped[k.Any[0]]; g != nil {
				g.Count += k.Count
				k.Count = 0
			}
		}
	}
	degree, degreeIn := map[Section]string{}, map[Section]string{} // and the sentence that said it first
	for _, k := range c.all {
		if k.Count == 0 {
			continue
		}
		switch k.in {
		case Required:
			p.Required = append(p.Required, k.Requirement)
		case Preferred:
			p.Preferred = append(p.Preferred, k.Requirement)
		case Unlabeled:
			p.Unlabeled = append(p.Unlabeled, k.Requirement)
		default:
			p.Mentioned = append(p.Mentioned, k.Requirement)
			continue
		}
		for _, name := range k.Any {
			switch {
			case slices.Contains(Degrees(), name):
				at := k.in
				if at == Unlabeled {
					at = Required
				}
				if sentence, n := k.Sentence, len(k.Any); n == 1 && degreeIn[at] == sentence && degree[at] != "" && !strings.Contains(sentence, "; or") {
					if slices.Index(Degrees(), name) > slices.Index(Degrees(), degree[at]) {
						degree[at] = name // "a J.D., and a B.S. in physics"
					}
					continue
				}
				degreeIn[at] = k.Sentence
				if d := degree[at]; d == "" || slices.Index(Degrees(), name) < slices.Index(Degrees(), d) {
					degree[at] = name
				}
			case k.Kind == License && !slices.Contains(p.Licenses, name) && name != equivalent:
				p.Licenses = append(p.Licenses, name)
			case k.Kind == Language && !slices.Contains(p.Languages, name):
				p.Languages = append(p.Languages, name)
			}
		}
	}
	p.Degree = cmp.Or(degree[Required], c.r.facts.degreeOf(), degree[Preferred])
	p.Years = cmp.Or(c.years.required, c.r.facts.years, c.years.preferred)
}

// degreeOf is the degree that data says.
func (f *facts) degreeOf() string {
	if slices.Contains(Degrees(), f.degree) {
		return f.degree
	}
	return ""
}

// yearsIn is how many years of experience a sentence asks for: the first number of a range,
// of several the highest but of those parted by "or".
func (r *reading) yearsIn(tokens []token) int {
	w, best := r.words, 0
	for i := range tokens {
		n, ok := 0, false
		for _, look := range []*phrases{&w.units, &w.months} {
			if k, _ := look.at(tokens, i); k > 0 {
				n, ok = k, true
				break
			}
		}
		number, hyphened := 0, false
		if !ok {
			// "5-year", "3-jährige"
			head, tail, cut := strings.Cut(tokens[i].lower, "-")
			if !cut {
				continue
			}
			if v, err := strconv.Atoi(head); err == nil && v > 0 && v < 40 {
				after := append(tokensOf(tail), tokens[i+1:min(len(tokens), i+3)]...) // of "4-year degree" too
				degree := false                                                       // "4-year Bachelor of Nursing Science"
				if i+1 < len(tokens) {
					k, _ := w.degrees.at(tokens, i+1)
					degree = k > 0
				}
				if k, _ := w.units.at(after, 0); k > 0 && !w.notYears.in(after) && !degree {
					number, hyphened = v, true
				}
			}
			if !hyphened {
				continue
			}
			n = 1
		}
		months := false
		if !hyphened {
			if k, _ := w.months.at(tokens, i); k > 0 {
				months = true
			}
			number = r.numberBefore(tokens, i)
		}
		if number == 0 && !months && i > 1 && (tokens[i-1].lower == "a" || tokens[i-1].lower == "one") && (tokens[i-2].lower == "least" || tokens[i-2].lower == "minimum" || tokens[i-2].lower == "of" && i > 2 && tokens[i-3].lower == "minimum") {
			best = max(best, 1) // "at least a year on a busy line"
			continue
		}
		if number == 0 {
			continue
		}
		if months {
			if number < 12 {
				continue // half a year is none
			}
			number = (number + 6) / 12
			if number == 0 {
				continue
			}
		}
		if r.isPeriod(tokens[:i]) {
			continue // "in the last 3 years"
		}
		from, to := max(0, i-7), min(len(tokens), i+n+9)
		if w.notYears.in(tokens[max(0, i-4):min(len(tokens), i+n+3)]) || !w.experience.in(tokens[i+n:to]) && !r.isExperience(tokens[from:i]) {
			continue
		}
		if number > 30 {
			continue
		}
		if best > 0 && w.preferredNext(tokens[i+n:]) {
			continue // "3 years, 5 preferred"
		}
		if best > 0 && (w.or.in(tokens[:i]) || slices.ContainsFunc(tokens[:i], func(t token) bool { return t.lower == "master's" || t.lower == "phd" })) {
			continue // an alternative
		}
		best = max(best, number)
	}
	return best
}

// yearsFirst is how many years a clause begins with in a list of what is asked for, where no word
// says that they are of experience: "3+ years closing deals", "…, 1 year flatbed".
func (r *reading) yearsFirst(tokens []token) int {
	for i := range tokens {
		n, _ := r.words.units.at(tokens, i)
		if n == 0 || r.words.notYears.in(tokens[max(0, i-4):min(len(tokens), i+n+3)]) || r.isPeriod(tokens[:i]) || i+n >= len(tokens) && len(tokens) > 4 && !slices.ContainsFunc(tokens[max(0, i-5):i], func(t token) bool {
			return t.lower == "minimum" || t.lower == "least" || t.lower == "for"
		}) {
			continue
		}
		number := r.numberBefore(tokens, i)
		if number == 0 || number > 20 {
			continue
		}
		start := i
		for start > 0 && tokens[start-1].lower != "," && tokens[start-1].lower != ";" && tokens[start-1].lower != "(" {
			start--
		}
		if i-start <= 4 && start > 0 && tokens[start-1].lower == "(" && i+n < len(tokens) && tokens[i+n].lower == ")" {
			return number // "… web applications (2+ years)"
		}
		if len(tokens[i+n:]) == 0 && slices.ContainsFunc(tokens[max(0, i-4):i], func(t token) bool { return t.lower == "for" }) {
			return number // "have been designing professionally for about 3 years"
		}
		if more := tokens[i+n:]; len(more) > 1 && more[0].lower == "or" && more[1].lower == "more" || slices.ContainsFunc(tokens[max(0, i-5):i], func(t token) bool {
			return slices.Contains([]string{"minimum", "least", "mindestens", "menos", "moins"}, t.lower)
		}) {
			return number // "have cooked on a line for two years or more"
		}
		if i-start <= 4 && (i+n >= len(tokens) || !strings.ContainsAny(tokens[i+n].lower, ",;.)")) {
			return number
		}
	}
	return 0
}

// isPeriod reports whether the number before a unit of time is of a time that is past or a limit:
// "in the last 3 years", "within the past two years", "under 5 years".
func (r *reading) isPeriod(tokens []token) bool {
	for _, t := range tokens[max(0, len(tokens)-5):] {
		switch t.lower {
		case "last", "past", "previous", "preceding", "recent", "within", "letzten", "vergangenen", "dernières", "derniers", "últimos", "past.", "every":
			return true
		}
	}
	return false
}

// preferredNext reports whether a clause goes on with a word by which it is only preferred.
func (w *words) preferredNext(tokens []token) bool {
	end := slices.IndexFunc(tokens, func(t token) bool { return t.lower == "," || t.lower == ";" || t.lower == "(" })
	if end < 0 {
		end = len(tokens)
	}
	return w.preferred.in(tokens[:end])
}

// preferredLater reports whether years stand before a comma behind which something else is
// only preferred: "4 years of experience, public accounting preferred".
func (w *words) preferredLater(tokens []token) bool {
	cue, _, _ := w.preferred.find(tokens)
	for i := range tokens {
		if n, _ := w.units.at(tokens, i); n > 0 && i < cue {
			return slices.ContainsFunc(tokens[i:cue], func(t token) bool { return t.lower == "," || t.lower == ";" || t.lower == "(" })
		}
	}
	return false
}

func (r *reading) isExperience(tokens []token) bool {
	return slices.ContainsFunc(tokens, func(t token) bool {
		return strings.Contains(t.lower, "experi") || strings.Contains(t.lower, "erfahrung") || strings.Contains(t.lower, "expéri") || strings.Contains(t.lower, "praxis")
	})
}

// numberBefore is the number before a unit of time: of "3–5", "3 to 5" and "3+" it is 3.
func (r *reading) numberBefore(tokens []token, i int) int {
	value := func(t token) int {
		if n, err := strconv.Atoi(strings.TrimRight(t.lower, "+")); err == nil && n > 0 && n < 100 {
			return n
		}
		if head, tail, ok := strings.Cut(t.lower, "-"); ok {
			n, err := strconv.Atoi(strings.TrimRight(head, "+"))
			if _, err2 := strconv.Atoi(strings.TrimRight(tail, "+")); err == nil && err2 == nil && n > 0 && n < 40 {
				return n
			}
			if k := r.words.numbers[head]; k > 0 && r.words.numbers[tail] > 0 {
				return k
			}
		}
		return r.words.numbers[t.lower]
	}
	k := i - 1
	for k >= 0 && (tokens[k].lower == "+" || tokens[k].lower == ")" || tokens[k].lower == "full" || tokens[k].lower == "or" || tokens[k].lower == "more" || tokens[k].lower == "plus" || tokens[k].lower == "(" || tokens[k].lower == "s") && i-k < 7 {
		k--
	}
	if k < 0 {
		return 0
	}
	last := value(tokens[k])
	if last == 0 {
		return 0
	}
	if k >= 2 {
		switch tokens[k-1].lower {
		case "–", "—", "-", "to", "bis", "à", "a", "/":
			if first := value(tokens[k-2]); first > 0 && first < last {
				return first
			}
		}
	}
	if k >= 3 && tokens[k-1].lower == "–" && tokens[k-2].lower == "+" {
		return cmp.Or(value(tokens[k-3]), last)
	}
	return last
}
