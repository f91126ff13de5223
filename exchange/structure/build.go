package structure

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"resumax/exchange/taking"
	"resumax/resume"
)

// builder makes a document of what was recognized.
type builder struct {
	r       *reader
	who     *person
	lists   map[string][]resume.Value // items by section
	order   []string                  // sections in the order in which they stand
	read    []string                  // these, with the summary and those of other headings
	custom  []ownSection
	summary []Field
	taken   []taking.Taken
}

// ownSection is a section of a heading that is not known.
type ownSection struct {
	title Field
	items []resume.Value
	at    resume.Address
}

// item is an item in the making.
type item struct {
	b       *builder
	at      resume.Address
	members []resume.Member
}

func (b *builder) item(at resume.Address) *item { return &item{b: b, at: at} }

// took says that a field stands at an address.
func (b *builder) took(at resume.Address, f Field) {
	if f.at == nil {
		return
	}
	t := taking.Taken{Address: at, Text: f.Text, Confidence: f.Sure}
	if !b.r.flows {
		page, box := b.r.place(f)
		t.Page, t.Box = page+1, b.r.box(box)
	}
	b.taken = append(b.taken, t)
}

func (i *item) text(name string, f Field) {
	if f.IsZero() {
		return
	}
	i.b.took(i.at.Child(name), f)
	i.members = append(i.members, resume.Member{Name: name, Value: resume.Text(f.Text)})
}

// url takes a web address. One without "https://" gets it, as the format wants it.
func (i *item) url(f Field) {
	i.text("url", f)
	if !f.IsZero() && IsLink(f.Text) && !strings.HasPrefix(f.Text, "http") {
		i.members[len(i.members)-1].Value = resume.Text("https://" + f.Text)
	}
}

func (i *item) list(name string, fields []Field) {
	if len(fields) == 0 {
		return
	}
	var texts []string
	for n, f := range fields {
		i.b.took(i.at.Child(name).Item(n), f)
		texts = append(texts, f.Text)
	}
	i.members = append(i.members, resume.Member{Name: name, Value: resume.Texts(texts...)})
}

// joined puts texts together to one, in paragraphs.
func joined(fields []Field) Field {
	var f Field
	var texts []string
	for n, t := range fields {
		if n == 0 {
			f.Sure = t.Sure
		}
		texts = append(texts, t.Text)
		f.at = append(f.at, t.at...)
		f.Sure = min(f.Sure, t.Sure)
	}
	f.Text = strings.Join(texts, "\n\n")
	return f
}

// add adds the item to its section.
func (i *item) add(section string) {
	if len(i.members) == 0 {
		return
	}
	i.b.addTo(section, resume.Struct(i.members...))
}

func (b *builder) addTo(section string, v resume.Value) {
	if b.lists == nil {
		b.lists = map[string][]resume.Value{}
	}
	if !slices.Contains(b.order, section) {
		b.order = append(b.order, section)
	}
	b.lists[section] = append(b.lists[section], v)
}

// next is where the next item of a section goes.
func (b *builder) next(section string) resume.Address {
	return resume.Root.Child(section).Item(len(b.lists[section]))
}

// section reads a section into the document, and notes where in its order it is.
func (b *builder) section(s Section) []entry {
	lists, own := len(b.order), len(b.custom)
	all := b.sectionOf(s)
	switch {
	case len(b.custom) > own:
		b.read = append(b.read, string(b.custom[own].at))
	case s.Kind == resume.SummaryKey && !slices.Contains(b.read, resume.SummaryKey):
		b.read = append(b.read, resume.SummaryKey)
	}
	b.read = append(b.read, b.order[lists:]...)
	return all
}

func (b *builder) sectionOf(s Section) []entry {
	switch s.Kind {
	case "summary":
		if b.r.saysContact(s) {
			b.contactSection(s)
		}
		for _, u := range b.r.units(s.from, s.to) {
			b.summary = append(b.summary, b.r.takeText(u, 0.9))
		}
	case "contact":
		b.contactSection(s)
	case "skills":
		b.skills(s)
	case "languages":
		b.languages(s)
	case "interests":
		b.interests(s)
	case "references":
		b.references(s)
	case "certificates", "awards", "publications":
		b.records(s)
	case custom:
		if !b.r.saysPositions(s) {
			b.ownSection(s)
			break
		}
		s.Kind = "work"
		return b.entriesOf(s)
	default:
		return b.entriesOf(s)
	}
	return nil
}

func (b *builder) entriesOf(s Section) []entry {
	all := b.r.entries(s)
	for _, e := range all {
		if !e.banner {
			b.entry(s.Kind, e)
		}
	}
	return all
}

// saysPositions reports whether what is under an unknown heading is positions: a period
// stands beside or under a title.
func (r *reader) saysPositions(s Section) bool {
	for i := s.from; i < s.to; i++ {
		l := r.lines[i]
		w, ok := r.whenIn(r.whole(i))
		if !ok || w.single || len(l.Words) > headWords || l.Bullet() || l.Item {
			continue
		}
		for _, near := range []int{i - 1, i, i + 1} {
			if near >= s.from && near < s.to && !r.lines[near].Bullet() && !prose(r.lines[near]) && titleScore(r.lines[near].Text()) >= 0.9 {
				return true
			}
		}
	}
	return false
}

// saysContact reports whether a section that is called a summary, such as "About", has ways
// to reach someone, line by line.
func (r *reader) saysContact(s Section) bool {
	n := 0
	for i := s.from; i < s.to; i++ {
		if l := r.lines[i]; len(l.Words) <= 9 && (isContact(l.Text()) || isPhone(l.Text()) || r.isUsed(i)) {
			n++
		}
	}
	return n >= 2
}

// contactSection reads a section of contact details, as columns at the side have.
func (b *builder) contactSection(s Section) {
	for i := s.from; i < s.to; i++ {
		for _, rest := range b.r.contactIn(b.who, b.r.whole(i), true) {
			if text := b.r.text(rest); b.who.location.IsZero() && (placeScore(text) > 0 || b.r.isTownText(text) && labelOf(text, "") == "") {
				b.who.location = b.r.take(0.6, rest)
			}
		}
	}
}

func (b *builder) entry(kind string, e entry) {
	i := b.item(b.next(kind))
	switch kind {
	case "work", "volunteer":
		employer := "name"
		if kind == "volunteer" {
			employer = "organization"
		}
		i.text(employer, e.org)
		i.text("position", e.title)
		i.text("location", e.place)
		i.url(e.url)
		b.dates(i, e)
		i.text("summary", joined(append(e.details, e.texts...)))
		i.list("highlights", e.points)
	case "education":
		i.text("institution", e.school())
		if e.title.IsZero() {
			e.title = e.takeDegree()
		}
		if n := len(e.details); n > 0 && degreeScore(e.details[0].Text) > degreeScore(e.title.Text) {
			e.title, e.details[0] = e.details[0], e.title
		}
		if !e.title.IsZero() && len(e.details) > 0 && !b.hasArea(e.title.Text) && len(strings.Fields(e.details[0].Text)) <= 8 {
			i.text("studyType", e.title)
			i.text("area", e.details[0])
			e.title, e.details = Field{}, e.details[1:]
		}
		b.degree(i, e.title)
		i.url(e.url)
		b.dates(i, e)
		i.text("score", e.grade)
		i.list("courses", append(append(e.courses, e.details...), append(e.texts, e.points...)...))
	case "projects":
		i.text("name", first2(e.title, e.org))
		if !e.title.IsZero() && !e.org.IsZero() {
			i.text("entity", e.org)
		}
		i.url(e.url)
		b.dates(i, e)
		i.text("description", joined(append(e.details, e.texts...)))
		i.list("highlights", e.points)
		i.list("keywords", e.keywords)
	}
	i.add(kind)
}

// school is the school with its town behind it, which has no field of its own: what is not
// printed would be as good as lost.
func (e *entry) school() Field {
	school := first2(e.org, e.place)
	if e.org.IsZero() || e.place.IsZero() {
		return school
	}
	if !strings.Contains(e.org.Text, e.place.Text) {
		school.Text = e.org.Text + ", " + e.place.Text
	}
	school.at = append(slices.Clone(e.org.at), e.place.at...)
	school.Sure = min(e.org.Sure, e.place.Sure)
	return school
}

func first2(a, b Field) Field {
	if a.IsZero() {
		return b
	}
	return a
}

func (b *builder) dates(i *item, e entry) {
	if e.period.single && (e.sectionKind == "work" || e.sectionKind == "volunteer" || e.sectionKind == "projects") {
		e.start = e.end // all of it was then
	}
	i.text("startDate", e.start)
	i.text("endDate", e.end)
}

// degree parts a degree from what was studied: "BSc in Computer Science", "BSc, Computer
// Science".
func (b *builder) degree(i *item, f Field) {
	if f.IsZero() {
		return
	}
	text := f.Text
	if at := gradeAtEnd().FindStringIndex(text); at != nil && at[0] > 0 {
		if grade := trimmed(text[at[0]:]); !slices.ContainsFunc(i.members, func(m resume.Member) bool { return m.Name == "score" }) {
			i.text("score", Field{grade, f.Sure, f.at})
		}
		text = trimmed(text[:at[0]])
		f.Text = text
	}
	if at := laude().FindStringIndex(text); at != nil && at[0] > 0 && at[1] < len(text) {
		i.text("score", Field{strings.TrimSpace(text[at[0]:at[1]]), f.Sure, f.at}) // "B.A. summa cum laude, Economics"
		text = strings.TrimSpace(text[:at[0]]) + text[at[1]:]
		f.Text = text
	}
	if head, rest, ok := cutLast(text, " ("); ok && strings.HasSuffix(rest, ")") && isHonors(strings.TrimSuffix(rest, ")")) && degreeScore(head) > 0 && !strings.HasPrefix(rest, "Hon") {
		text = head + ", " + strings.TrimSuffix(rest, ")") // "BA History (2:1)"
	}
	if head, honors, ok := cutLast(text, ", "); ok && isHonors(honors) {
		text, f.Text = head, head
		if e := (Field{honors, f.Sure, f.at}); !slices.ContainsFunc(i.members, func(m resume.Member) bool { return m.Name == "score" }) && e.Text != "" {
			i.text("score", e)
		}
	}
	for _, sep := range []string{" in ", ", ", " – ", " - ", ": ", " en ", " em ", " zum ", " zur ", " als ", " für ", " in der ", " of "} {
		kind, area, ok := cutFold(text, sep)
		if sep == " of " && ok { // "Bachelor of Science in Nursing" was cut at its "in"
			break
		}
		if ok && degreeScore(kind) > 0 && strings.TrimSpace(area) != "" {
			i.text("studyType", Field{strings.TrimSpace(kind), f.Sure, f.at})
			i.text("area", Field{strings.TrimSpace(area), f.Sure, f.at})
			return
		}
	}
	if area, kind, ok := cutLast(text, ", "); ok && degreeScore(kind) > 0 && degreeScore(area) == 0 { // "Nursing, Bachelor of Science"
		i.text("studyType", Field{kind, f.Sure, f.at})
		i.text("area", Field{area, f.Sure, f.at})
		return
	}
	if degreeScore(text) > 0 {
		i.text("studyType", f)
		return
	}
	i.text("area", f)
}

// takeDegree takes the degree from what stands under a school.
func (e *entry) takeDegree() (degree Field) {
	const longest = 9 // words
	for _, list := range []*[]Field{&e.details, &e.texts, &e.points} {
		if i := slices.IndexFunc(*list, func(f Field) bool { return degreeScore(f.Text) == 1 && len(strings.Fields(f.Text)) <= longest }); i >= 0 {
			degree = (*list)[i]
			*list = slices.Delete(slices.Clone(*list), i, i+1)
			return degree
		}
	}
	return degree
}

// laude is the Latin of how well a degree was passed.
var laude = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i) (summa |magna )?cum laude\b`)
})

// cutFold cuts a text at the first of a text in small letters, however it is written.
func cutFold(text, sep string) (before, after string, ok bool) {
	i := strings.Index(strings.ToLower(text), sep)
	if i < 0 || len(strings.ToLower(text)) != len(text) {
		return strings.Cut(text, sep)
	}
	return text[:i], text[i+len(sep):], true
}

// gradeAtEnd is a grade at the end of a degree: "; GPA: 3.9/4.0", "(3.6 GPA)".
var gradeAtEnd = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)[;,(|–-]?\s*\(?((c?gpa|grade|note|abschlussnote|gesamtnote|endnote|durchschnitt|notendurchschnitt|moyenne|nota( media| final)?|média( final| de)?|promedio|average|cum\.? gpa)( de)?\b[:\s]*[\d.,]+(\s*/\s*[\d.,]+)?( ?\([\d./ ]+\))?|[\d.,]+(\s*/\s*[\d.,]+)? c?gpa)\)?\s*$`)
})

// isHonors reports whether a text says how well a degree was passed, and nothing else.
func isHonors(text string) bool {
	list := lowerWords(text)
	if len(list) == 0 || len(list) > 5 {
		return false
	}
	return slices.ContainsFunc(list, func(w string) bool { return words().honors[w] })
}

// hasArea reports whether a degree says what was studied.
func (b *builder) hasArea(text string) bool {
	return strings.Contains(text, " in ") || strings.Contains(text, ", ") || degreeScore(text) == 0
}

func cutLast(text, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(text, sep)
	if i < 0 {
		return text, "", false
	}
	return text[:i], text[i+len(sep):], true
}

// skills reads groups of skills: by a label, a bold beginning, or none.
func (b *builder) skills(s Section) {
	r := b.r
	group := b.item(b.next("skills"))
	var loose []Field
	flush := func() {
		if len(loose) > 0 {
			group.list("keywords", loose)
		}
		if len(group.members) > 0 {
			group.add("skills")
		}
		group, loose = b.item(b.next("skills")), nil
	}
	units := r.skillUnits(s)
	for n, u := range units {
		spans := u.spans(r)
		name, rest := r.groupName(spans[0])
		if kind := kindOfHeading(r.text(name)); name.from < name.to && rest.from < rest.to && (kind == "languages" && fluencyScore(r.unitText(u)) > 0 || kind == "interests") { // "Languages: Go, SQL" are those of computers
			flush()
			r.use(name)
			spans[0] = rest
			if kind == "languages" {
				b.languagesIn(spans)
			} else {
				b.interestsIn(spans)
			}
			continue
		}
		if n+1 < len(units) && r.isOver(u, units[n+1]) {
			name, rest = spans[0], span{spans[0].line, spans[0].to, spans[0].to}
		}
		if n+1 < len(units) && r.isLevel(units[n+1]) && !r.isLevel(u) && u.words <= 6 && len(u.lines) == 1 && !strings.Contains(r.unitText(u), ",") {
			flush()
			group.text("name", r.take(0.9, spans...))
			continue
		}
		if r.isLevel(u) && len(loose) == 0 && len(group.members) == 1 {
			group.text("level", r.takeText(u, 0.9))
			continue
		}
		if name.from < name.to {
			flush()
			group.text("name", r.take(0.9, name))
			spans[0] = rest
			loose = append(loose, r.termsOf(spans)...)
			if len(loose) > 0 {
				flush()
			}
			continue
		}
		if len(loose) > 0 && u.gap > r.pitch*1.5 && len(group.members) > 0 {
			flush()
		}
		loose = append(loose, r.termsOf(spans)...)
	}
	flush()
}

// isLevel reports whether a unit only says how well something is known.
func (r *reader) isLevel(u unit) bool {
	if u.words > 2 || len(u.lines) > 1 || u.bullet {
		return false
	}
	switch strings.ToLower(strings.Trim(r.unitText(u), " .()")) {
	case "expert", "advanced", "intermediate", "beginner", "proficient", "basic", "master", "novice", "skilled", "competent", "experte", "fortgeschritten", "grundkenntnisse", "avancé", "intermédiaire", "débutant", "avanzado", "intermedio", "básico", "avanzato", "base", "avançado", "intermediário":
		return true
	}
	return false
}

// isOver reports whether a unit is the name of the group of skills that begins under it:
// those are points, smaller, or further right.
func (r *reader) isOver(u, next unit) bool {
	l, below := r.lines[u.lines[0]], r.lines[next.lines[0]]
	if u.bullet || len(u.lines) > 1 || u.words > 6 || len(r.parts(u.spans(r)[0])) > 1 || l.Page != below.Page || strings.Contains(l.Text(), ",") && !(l.Bold() && !below.Bold()) {
		return false
	}
	const inset = 60.0 // points: what is further right is another column
	if below.Bold() && !l.Bold() {
		return false
	}
	return next.bullet || below.Box.Left > l.Box.Left+4 && below.Box.Left < l.Box.Left+inset && !r.flows || below.Size() < l.Size()-0.5
}

// skillUnits are the lines of a section of skills; a line that ends in a comma, or was
// full, goes on.
func (r *reader) skillUnits(s Section) []unit {
	var units, all []unit
	for _, u := range r.units(s.from, s.to) {
		if len(u.lines) == 1 || u.bullet || strings.ContainsAny(r.unitText(u), ",;·|") {
			units = append(units, u)
			continue
		}
		for k, i := range u.lines { // a term a line
			one := u
			one.lines = []int{i}
			one.words = len(r.lines[i].Words)
			if k > 0 {
				one.mark, one.gap = 0, r.lines[i].Gap
			}
			units = append(units, one)
		}
	}
	for _, u := range units {
		n := len(all) - 1
		if n >= 0 && !u.bullet {
			last := r.lines[all[n].lines[len(all[n].lines)-1]]
			text := last.Text()
			name, _ := r.groupName(u.spans(r)[0])
			if (strings.HasSuffix(text, ",") || strings.HasSuffix(text, "·") || strings.HasSuffix(text, "|")) && name.from == name.to {
				all[n].lines = append(all[n].lines, u.lines...)
				continue
			}
		}
		all = append(all, u)
	}
	return all
}

// unitText is what the lines of a unit say.
func (r *reader) unitText(u unit) string {
	var texts []string
	for _, s := range u.spans(r) {
		texts = append(texts, r.text(s))
	}
	return strings.Join(texts, " ")
}

// groupName is the name that a line of skills begins with, empty where it has none: what
// ends in a colon, or is bold before what is not.
func (r *reader) groupName(s span) (name, rest span) {
	list := r.wordsOf(s)
	for i, w := range list {
		if i > 5 {
			break
		}
		if strings.HasSuffix(w.Text, ":") && len(w.Text) > 1 || w.Text == ":" {
			return span{s.line, s.from, s.from + i + 1}, span{s.line, s.from + i + 1, s.to}
		}
	}
	if n := r.labelInTable(s); n > 0 {
		return span{s.line, s.from, s.from + n}, span{s.line, s.from + n, s.to}
	}
	bold := 0
	for bold < len(list) && list[bold].Bold {
		bold++
	}
	if bold > 0 && bold < len(list) && bold <= 5 && !strings.HasSuffix(list[bold-1].Text, ",") {
		return span{s.line, s.from, s.from + bold}, span{s.line, s.from + bold, s.to}
	}
	if bold == len(list) && bold > 0 && bold <= 5 && !strings.Contains(r.text(s), ",") && len(r.parts(s)) == 1 && r.hasPlain {
		return s, span{s.line, s.to, s.to}
	}
	return span{s.line, s.from, s.from}, s
}

// labelInTable is how many words of a line name what stands far right of them, as in a table
// of two columns: other lines have words there too. It is 0 for none.
func (r *reader) labelInTable(s span) int {
	const far, labelWords, near = 2.5, 4, 12
	list := r.wordsOf(s)
	for n := 1; n < len(list) && n <= labelWords; n++ {
		gap := list[n].Left - list[n-1].Right
		if gap < far*list[n].Size {
			continue
		}
		if kindOfHeading(textOf(list[:n])) != "" {
			return n
		}
		if rest := (span{s.line, s.from + n, s.to}); len(r.strongParts(rest)) > 1 || !strings.Contains(r.text(rest), ",") {
			return 0
		}
		for i := max(0, s.line-near); i < min(len(r.lines), s.line+near); i++ {
			o := r.lines[i]
			if i == s.line || o.Page != r.lines[s.line].Page || r.flows {
				continue
			}
			for k := 1; k < len(o.Words) && k <= labelWords; k++ {
				if abs(o.Words[k].Left-list[n].Left) < 2 && o.Words[k].Left-o.Words[k-1].Right >= far*o.Words[k].Size && abs(o.Words[0].Left-list[0].Left) < 2 {
					return n
				}
			}
		}
		return 0
	}
	return 0
}

// termsOf takes terms from parts of lines: between characters, commas and wide gaps.
func (r *reader) termsOf(spans []span) (all []Field) {
	var texts []string
	var at [][]span
	ended := false // a character between terms ended the line before
	for n, s := range spans {
		for k, p := range r.termParts(s) {
			r.use(p)
			text := r.text(p)
			if n > 0 && k == 0 && len(texts) > 0 && !ended { // the line before goes on, maybe in the middle of a term
				last := texts[len(texts)-1]
				if !strings.HasSuffix(last, ",") && !strings.HasSuffix(last, ";") {
					texts[len(texts)-1] = last + " " + text
					at[len(at)-1] = append(at[len(at)-1], p)
					continue
				}
			}
			texts, at = append(texts, text), append(at, []span{p})
		}
		r.use(s)
		ended = s.to > s.from && isSeparator(r.lines[s.line].Words[s.to-1].Text)
	}
	for i, text := range texts {
		next := at[i]
		for _, t := range splitTerms(text) {
			var own []span
			own, next = r.spansOf(t, next)
			if digits := strings.Trim(t, "0123456789%/."); digits == "" || strings.Trim(t, "●○■□★☆•◦▪▫⬤◉▮▯") == "" {
				continue // a level
			}
			all = append(all, Field{Text: t, Sure: 0.85, at: own})
		}
	}
	return all
}

// spansOf are the words of a term among those of spans, and the spans behind them: all of them
// where the term is a part of a word, so that nobody can tell.
func (r *reader) spansOf(term string, in []span) (own, rest []span) {
	const reach = 4 // words
	want := strings.Fields(term)
	if len(in) == 0 || len(want) == 0 {
		return in, in
	}
	s := in[0]
	for from := s.from; from < min(s.to, s.from+reach); from++ {
		if !strings.Contains(r.lines[s.line].Words[from].Text, want[0]) {
			continue
		}
		to := from + len(want)
		if to > s.to { // it goes on in the next line
			own = []span{{s.line, from, s.to}}
			if rest = in[1:]; len(rest) > 0 {
				n := min(to-s.to, rest[0].to-rest[0].from)
				own = append(own, span{rest[0].line, rest[0].from, rest[0].from + n})
				rest = append([]span{{rest[0].line, rest[0].from + n, rest[0].to}}, rest[1:]...)
			}
			return own, rest
		}
		if strings.Contains(strings.TrimRight(r.lines[s.line].Words[to-1].Text, ",;"), ",") {
			to-- // the word holds the next term, too
		}
		return []span{{s.line, from, max(to, from+1)}}, append([]span{{s.line, max(to, from), s.to}}, in[1:]...)
	}
	if s.to-s.from <= reach && len(in) > 1 {
		return r.spansOf(term, in[1:])
	}
	return []span{{s.line, s.from, min(s.to, s.from+reach)}}, in
}

// termParts are the parts of a line of terms: between characters, and where the space is
// much wider than between most words.
func (r *reader) termParts(s span) (all []span) {
	for _, p := range r.strongParts(s) {
		list := r.wordsOf(p)
		var gaps []float64
		for i := 1; i < len(list); i++ {
			gaps = append(gaps, list[i].Left-list[i-1].Right)
		}
		usual := 0.0
		if len(gaps) > 0 {
			usual = min(slices.Min(gaps), 0.35*list[0].Size)
		}
		from := 0
		for i := 1; i <= len(list); i++ {
			if i < len(list) && (list[i].Left-list[i-1].Right < 0.6*list[i].Size || list[i].Left-list[i-1].Right < 2*usual || strings.HasSuffix(list[i-1].Text, ",") || list[i-1].Right <= list[i-1].Left) {
				continue
			}
			all = append(all, span{p.line, p.from + from, p.from + i})
			from = i
		}
	}
	return all
}

// languages reads languages with how well they are spoken.
func (b *builder) languages(s Section) {
	r := b.r
	units := r.skillUnits(s)
	for n := 0; n < len(units); n++ {
		u := units[n]
		if n+1 < len(units) && b.languageColumns(u, units[n+1]) {
			n++
			continue
		}
		b.languagesIn(u.spans(r))
	}
}

// languagesIn reads languages from parts of lines.
func (b *builder) languagesIn(spans []span) {
	r := b.r
	for _, sp := range spans {
		parts := r.strongParts(sp)
		texts := make([]string, len(parts))
		for i, p := range parts {
			texts[i] = r.text(p)
		}
		r.use(sp)
		for i := 0; i < len(parts); i++ {
			for _, t := range splitTerms(sentencesToTerms(texts[i])) {
				name, level := languageOf(t)
				if level == "" && i+1 < len(parts) && fluencyScore(texts[i+1]) > 0 {
					level = trimmed(texts[i+1])
					i++
				}
				if name == "" || fluencyScore(name) == 1 && level == "" {
					if n := len(b.lists["languages"]); n > 0 { // a level under its language
						b.levelOf(n-1, Field{t, 0.7, []span{sp}})
					}
					continue
				}
				it := b.item(b.next("languages"))
				it.text("language", Field{name, 0.9, []span{sp}})
				it.text("fluency", Field{level, 0.9, []span{sp}})
				it.add("languages")
			}
		}
	}
}

// sentencesToTerms is a text whose sentences each name a language, as terms: "English: C1.
// French: B2."
func sentencesToTerms(text string) string {
	if strings.Count(text, ": ") < 2 {
		return text
	}
	return strings.ReplaceAll(text, ". ", "; ")
}

// languageColumns reads languages beside each other with their levels below them.
func (b *builder) languageColumns(names, levels unit) bool {
	r := b.r
	a, c := r.termParts(names.spans(r)[0]), r.termParts(levels.spans(r)[0])
	if len(a) < 2 || len(a) != len(c) || len(names.lines) > 1 || len(levels.lines) > 1 {
		return false
	}
	for i := range a {
		if fluencyScore(r.text(c[i])) == 0 || fluencyScore(r.text(a[i])) > 0 {
			return false
		}
	}
	for i := range a {
		it := b.item(b.next("languages"))
		it.text("language", r.take(0.9, a[i]))
		it.text("fluency", r.take(0.9, c[i]))
		it.add("languages")
	}
	return true
}

func has(v resume.Value, name string) bool {
	_, ok := v.Get(name)
	return ok
}

func (b *builder) levelOf(n int, f Field) {
	v := b.lists["languages"][n]
	if strings.TrimSpace(f.Text) == "" || has(v, "fluency") {
		return
	}
	b.took(resume.Root.Child("languages").Item(n).Child("fluency"), f)
	b.lists["languages"][n] = resume.Struct(append(slices.Clone(v.Members()), resume.Member{Name: "fluency", Value: resume.Text(f.Text)})...)
}

// languageOf parts a language from its level: "English (native)", "English: C1", "English – fluent".
func languageOf(text string) (name, level string) {
	bracket := strings.IndexAny(text, "(（")
	for _, sep := range []string{":", " – ", " — ", " - "} {
		if a, b, ok := strings.Cut(text, sep); ok && strings.TrimSpace(a) != "" && (bracket < 0 || len(a) < bracket) {
			if a, b = trimmed(a), trimmed(b); fluencyScore(a) == 1 && fluencyScore(b) == 0 {
				return b, a // "Muttersprache: Deutsch"
			}
			return trimmed(a), trimmed(b)
		}
	}
	if bracket > 0 {
		return trimmed(text[:bracket]), trimmed(strings.Trim(text[bracket:], "()（） "))
	}
	fields := strings.Fields(text)
	for i := 1; i < len(fields); i++ {
		if fluencyScore(strings.Join(fields[i:], " ")) == 1 {
			return strings.Join(fields[:i], " "), strings.Join(fields[i:], " ")
		}
	}
	return trimmed(text), ""
}

// fluencyScore is 1 for a text that says how well a language is spoken.
func fluencyScore(text string) float64 {
	list := lowerWords(text)
	for _, w := range list {
		if words().fluency[w] {
			return 1
		}
	}
	return 0
}

func (b *builder) interests(s Section) {
	for _, u := range b.r.skillUnits(s) {
		spans := u.spans(b.r)
		name, rest := b.r.groupName(spans[0])
		if name.from < name.to {
			it := b.item(b.next("interests"))
			it.text("name", b.r.take(0.9, name))
			spans[0] = rest
			it.list("keywords", b.r.termsOf(spans))
			it.add("interests")
			continue
		}
		if u.prose && u.words > 12 {
			it := b.item(b.next("interests"))
			it.text("name", b.r.takeText(u, 0.7))
			it.add("interests")
			continue
		}
		b.interestsIn(spans)
	}
}

// interestsIn reads interests from parts of lines.
func (b *builder) interestsIn(spans []span) {
	for _, t := range b.r.termsOf(spans) {
		it := b.item(b.next("interests"))
		it.text("name", t)
		it.add("interests")
	}
}

func (b *builder) references(s Section) {
	for _, u := range b.r.units(s.from, s.to) {
		it := b.item(b.next("references"))
		it.text("reference", b.r.takeText(u, 0.7))
		it.add("references")
	}
}

// recordNames are the members of entries that need one line.
var recordNames = map[string]struct{ title, org, date, text string }{
	"certificates": {"name", "issuer", "date", ""},
	"awards":       {"title", "awarder", "date", "summary"},
	"publications": {"name", "publisher", "releaseDate", "summary"},
}

// records reads certificates, awards and publications: what, whose, when.
func (b *builder) records(s Section) {
	r := b.r
	units := r.units(s.from, s.to)
	strong := 0
	for _, u := range units {
		if r.lines[u.lines[0]].Words[min(u.mark, len(r.lines[u.lines[0]].Words)-1)].Bold {
			strong++
		}
	}
	bold := strong > 0 && strong < len(units) || slices.ContainsFunc(units, func(u unit) bool { return len(r.boldStart(u.spans(r)[0])) == 2 })
	for from := 0; from < len(units); {
		to := from + 1
		for to < len(units) && !r.startsRecord(units, from, to, bold) {
			to++
		}
		b.record(s.Kind, units[from:to])
		from = to
	}
}

// startsRecord reports whether a unit begins a record, after those from the unit on.
func (r *reader) startsRecord(units []unit, from, i int, bold bool) bool {
	u, l := units[i], r.lines[units[i].lines[0]]
	switch {
	case u.bullet:
		return true
	case bold:
		last := units[i-1]
		lastLine := r.lines[last.lines[len(last.lines)-1]]
		if l.Bold() && lastLine.Bold() && u.gap <= r.pitch*apart && i == from+1 && r.unitWhen(last).isZero() && len(r.boldStart(r.whole(last.lines[0]))) < 2 {
			return !isFull(lastLine, l, r.columnRight(u.lines[0])) // a wrapped name
		}
		return l.Words[0].Bold
	case units[from].bullet:
		return u.gap > r.pitch*apart
	case u.gap > r.pitch*apart:
		return true
	}
	if w := r.unitWhen(u); !w.isZero() && w.at.to-w.at.from == u.words {
		return false // a time of its own belongs to what is above it
	}
	dated := false
	for _, v := range units[from:i] {
		dated = dated || !r.unitWhen(v).isZero()
	}
	return dated || i-from >= 3 || r.unitWhen(u).isZero() && organizationScore(l.Text()) < 0.6 && len(r.strongParts(r.whole(u.lines[0]))) > 1
}

// unitWhen is the time in a unit.
func (r *reader) unitWhen(u unit) when {
	for _, s := range u.spans(r) {
		if w, ok := r.whenIn(s); ok {
			return w
		}
	}
	return when{}
}

// boldStart are the bold beginning of a part of a line and what is behind it, or the part
// alone where all or nothing of it is bold.
func (r *reader) boldStart(s span) []span {
	list := r.wordsOf(s)
	n := 0
	for n < len(list) && list[n].Bold {
		n++
	}
	if n == 0 || n == len(list) {
		return []span{s}
	}
	return []span{{s.line, s.from, s.from + n}, {s.line, s.from + n, s.to}}
}

// columnRight is where the lines of a line's column end, as far as those about it tell.
func (r *reader) columnRight(i int) float64 {
	const about = 60
	l := r.lines[i]
	right := l.Box.Right
	for _, o := range r.lines[max(0, i-about):min(len(r.lines), i+about)] {
		if o.Page == l.Page && abs(o.Box.Left-l.Box.Left) < 3 {
			right = max(right, o.Box.Right)
		}
	}
	return right
}

// record reads one record of some units.
func (b *builder) record(kind string, units []unit) {
	r, names := b.r, recordNames[kind]
	e := entry{sectionKind: kind}
	var title []span
	var parts []span
	var more Field // how long a course took
	for n, u := range units {
		for k, s := range u.spans(r) {
			if w, ok := r.whenIn(s); ok && e.period.isZero() && (s.to-s.from < 24 || w.at.to == s.to) {
				r.takeWhen(&e, w)
			}
			for _, free := range unused(r, s) {
				if saysExpiry(r.text(free)) {
					continue // left over
				}
				if more.IsZero() && hours().MatchString(r.text(free)) {
					more = r.take(0.8, free)
					continue
				}
				halves := r.boldStart(free)
				all := r.lines[s.line].Bold()
				if n+k == 0 || all && len(parts) == 0 && len(title) > 0 {
					first := r.strongParts(halves[0])
					if len(first) > 0 {
						title = append(title, first[0])
						parts = append(parts, first[1:]...)
					}
					if len(halves) > 1 {
						parts = append(parts, r.strongParts(halves[1])...)
					}
					continue
				}
				if k > 0 && len(parts) == 0 && !all { // a wrapped line
					title = append(title, free)
					continue
				}
				parts = append(parts, r.strongParts(free)...)
			}
		}
	}
	it := b.item(b.next(kind))
	org := []span(nil)
	if len(title) == 1 && len(parts) == 0 {
		if head, tail := r.dashEnd(title[0], e.period); tail.from < tail.to {
			title, parts = []span{head}, []span{tail}
		}
	}
	if len(title) == 1 && len(parts) == 0 {
		head, tail := r.lastComma(title[0])
		title = []span{head}
		if tail.from < tail.to {
			org = []span{tail}
		}
	}
	if len(parts) > 0 {
		org, parts = parts[:1], parts[1:]
	}
	name := r.take(0.9, title...)
	if !more.IsZero() && !name.IsZero() {
		name.Text += " (" + more.Text + ")"
		name.at = append(name.at, more.at...)
	}
	it.text(names.title, name)
	if len(org) > 0 && names.org != "" {
		it.text(names.org, r.take(0.8, org...))
	}
	date := e.end
	if date.IsZero() {
		date = e.start // "seit 2015": what is held still was got then
	}
	it.text(names.date, date)
	var rest []Field
	for _, p := range parts {
		text := strings.Trim(r.text(p), "<>()[] ")
		if IsLink(text) && kind != "awards" {
			f := r.take(0.9, p)
			f.Text = text
			it.url(f)
			continue
		}
		if names.text != "" {
			rest = append(rest, r.take(0.5, p))
		}
	}
	if names.text != "" && len(rest) > 0 {
		it.text(names.text, joined(rest))
	}
	it.add(kind)
}

// hours is how long a course took, in brackets or alone: "(40 horas)", "120 h".
var hours = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)^[(\[]?\d+ ?(h|hrs?|hours?|heures?|stunden|std\.?|horas?|hs\.?|ects|créditos|credits|ue|tage|jours|días|dias|wochen|semaines|semanas)\.?[)\]]?,?$`)
})

// dashEnd parts a record from whoever gave it at its last dash, where a dash stands before
// the time as well or the end sounds like an organization: "Excel avançado – SENAC – 2013".
func (r *reader) dashEnd(s span, w when) (title, org span) {
	parts := r.partsAt(s, isSeparator)
	if len(parts) < 2 {
		return s, span{}
	}
	last := parts[len(parts)-1]
	behind := w.at.line == s.line && w.at.from > s.from && isDash(r.lines[s.line].Words[w.at.from-1].Text)
	if !behind && organizationScore(r.text(last)) == 0 && !isAcronym(r.text(last)) {
		return s, span{}
	}
	return span{s.line, s.from, last.from - 1}, last
}

// saysExpiry reports whether a text only says until when something holds.
func saysExpiry(text string) bool {
	text = strings.ToLower(strings.Trim(text, "()[] ,;"))
	for _, w := range []string{"exp", "expires", "expiry", "valid", "gültig", "válido", "valable", "renewed", "renews"} {
		if rest, ok := strings.CutPrefix(text, w); ok && (rest == "" || !unicode.IsLetter(rune(rest[0]))) {
			return true
		}
	}
	return false
}

// lastComma parts a title from the organization behind its last comma.
func (r *reader) lastComma(s span) (title, org span) {
	list := r.wordsOf(s)
	for i := len(list) - 1; i > 0; i-- {
		if strings.HasSuffix(list[i-1].Text, ",") {
			tail := span{s.line, s.from + i, s.to}
			text := trimmed(r.text(tail))
			if placeScore(text) >= 0.7 || words().region[strings.ToLower(text)] || strings.ContainsFunc(text, unicode.IsDigit) && !isAcronym(text) || strings.Contains(r.text(s), ":") {
				return s, span{} // "Class A license, Texas"; a list
			}
			if organizationScore(text) > 0 || len(list)-i <= 4 {
				return span{s.line, s.from, s.from + i}, tail
			}
		}
	}
	return s, span{}
}

// ownSection reads a section of a heading that is not known.
func (b *builder) ownSection(s Section) {
	if b.isSkillGroup(s) {
		group := b.item(b.next("skills"))
		group.text("name", Field{Text: s.Heading, Sure: 0.6, at: []span{s.head}})
		var terms []Field
		for i := s.from; i < s.to; i++ {
			if !b.r.isUsed(i) {
				mark := markOf(b.r.lines[i])
				terms = append(terms, b.r.termsOf([]span{{i, mark, len(b.r.lines[i].Words)}})...) // a line each
			}
		}
		group.list("keywords", terms)
		group.add("skills")
		return
	}
	title := Field{Text: quiet(s.Heading), Sure: 0.8, at: []span{s.head}}
	at := resume.Root.Child("custom-" + strconv.Itoa(len(b.custom)))
	own := ownSection{title: title, at: at}
	for n, u := range b.r.units(s.from, s.to) {
		f := b.r.takeText(u, 0.6)
		it := b.item(at.Item(n))
		it.text("summary", f)
		own.items = append(own.items, resume.Struct(it.members...))
	}
	b.custom = append(b.custom, own)
}

// isSkillGroup reports whether a section of an unknown heading is terms, line by line: some
// designs set each group of skills under a heading of its own.
func (b *builder) isSkillGroup(s Section) bool {
	n := 0
	for i := s.from; i < s.to; i++ {
		l := b.r.lines[i]
		if b.r.isUsed(i) {
			continue
		}
		_, dated := b.r.whenIn(b.r.whole(i))
		if len(l.Words) > 5 || dated || strings.HasSuffix(l.Text(), ".") || isContact(l.Text()) {
			return false
		}
		n++
	}
	return n >= 2
}

// document is the whole resume.
func (b *builder) document() resume.Document {
	who := b.item(resume.Basics)
	p := b.who
	who.text("name", p.name)
	who.text("label", p.label)
	who.text("email", p.email)
	who.text("phone", p.phone)
	links := slices.Clone(p.links)
	for i, l := range links {
		if l.network == "" {
			l.Field.Text = l.url
			who.url(l.Field)
			links = slices.Delete(links, i, i+1)
			break
		}
	}
	who.text("summary", joined(append(slices.Clone(p.summary), b.summary...)))
	if !p.location.IsZero() {
		who.members = append(who.members, resume.Member{Name: "location", Value: b.location(p.location)})
	}
	var profiles []resume.Value
	for n, l := range links {
		it := b.item(resume.Basics.Child("profiles").Item(n))
		f := l.Field
		if l.network != "" {
			it.members = append(it.members, resume.Member{Name: "network", Value: resume.Text(l.network)})
		}
		if l.username != "" {
			it.text("username", Field{l.username, f.Sure, f.at})
		}
		it.url(Field{l.url, f.Sure, f.at})
		profiles = append(profiles, resume.Struct(it.members...))
	}
	if len(profiles) > 0 {
		who.members = append(who.members, resume.Member{Name: "profiles", Value: resume.List(profiles...)})
	}
	var members []resume.Member
	if len(who.members) > 0 {
		members = append(members, resume.Member{Name: "basics", Value: resume.Struct(who.members...)})
	}
	for _, key := range b.order {
		members = append(members, resume.Member{Name: key, Value: resume.List(b.lists[key]...)})
	}
	d := resume.NewDocument(resume.Struct(members...))
	keys := slices.Clone(b.read)
	for _, own := range b.custom {
		var key string
		d, key = b.addOwn(d, own)
		if i := slices.Index(keys, string(own.at)); i >= 0 {
			keys[i] = key
		}
	}
	return b.inOrder(d, keys)
}

// inOrder is a document with its sections in the order of the file. Of columns beside each
// other that is the order of nothing: there the usual one stays.
func (b *builder) inOrder(d resume.Document, keys []string) resume.Document {
	if slices.ContainsFunc(b.r.lines, func(l Line) bool { return l.Fresh }) {
		return d
	}
	to := 0
	for _, key := range keys {
		all := d.Resume().Sections
		for to < len(all) && !slices.Contains(keys, all[to].Key) {
			to++ // those that the file has not keep their places
		}
		from := slices.IndexFunc(all, func(s resume.Section) bool { return s.Key == key })
		if from < 0 {
			continue
		}
		if from != to {
			next, err := d.MoveSection(from, to)
			if err != nil {
				return d
			}
			d = next
		}
		to++
	}
	return d
}

// addOwn adds a section of a heading that is not known, and gives its key.
func (b *builder) addOwn(d resume.Document, own ownSection) (with resume.Document, key string) {
	with, key, err := d.AddSection(own.title.Text)
	if err != nil {
		return d, ""
	}
	at := resume.Root.Child(key)
	if with, err = with.Set(at, resume.List(own.items...)); err != nil {
		return d, ""
	}
	for i := range b.taken {
		if rest, ok := strings.CutPrefix(string(b.taken[i].Address), string(own.at)+"/"); ok {
			b.taken[i].Address = at + resume.Address("/"+rest)
		}
	}
	return with, key
}

// location parts a place: "City", "City, Region", "City, Country", "City, Region, Country".
func (b *builder) location(f Field) resume.Value {
	it := b.item(resume.Location)
	part := func(name, text string) {
		it.text(name, Field{text, f.Sure, f.at})
	}
	text := f.Text
	if all := postalCode().FindAllString(text, -1); len(all) > 0 {
		code := all[len(all)-1] // a house may have a number that looks like one
		part("postalCode", strings.TrimSpace(code))
		// "12, rue du Port, 56100 Lorient": what is before the code is the street
		if before, town, ok := strings.Cut(text, code+" "); ok && strings.HasSuffix(strings.TrimSpace(before), ",") && isCapital(town) && !strings.ContainsAny(town, ",/–-(") {
			part("address", trimmed(before))
			part("city", strings.TrimSpace(town))
			return resume.Struct(it.members...)
		}
		i := strings.LastIndex(text, code)
		text = strings.Trim(text[:i]+" "+text[i+len(code):], " ,")
	}
	text = strings.NewReplacer(" (", ", ", ")", "").Replace(text)
	parts := strings.Split(text, ",")
	for i := range parts {
		parts[i] = strings.Join(strings.Fields(parts[i]), " ")
	}
	parts = slices.DeleteFunc(parts, func(p string) bool { return p == "" || strings.EqualFold(strings.Trim(p, ".: "), "cep") })
	if len(parts) == 0 {
		return resume.Struct(it.members...)
	}
	street := 0 // parts up to the last one with a number
	for i, p := range parts[:len(parts)-1] {
		if strings.ContainsFunc(p, unicode.IsDigit) {
			street = i + 1
		}
	}
	if m := townInBrazil().FindStringSubmatch(parts[len(parts)-1]); m != nil && len(parts[len(parts)-1]) > 2 {
		if n := len(parts) - 1; n > 0 {
			part("address", strings.Join(parts[:n], ", "))
		}
		part("city", m[1])
		part("region", m[2])
		return resume.Struct(it.members...)
	}
	if street > 0 {
		part("address", strings.Join(parts[:street], ", "))
		parts = parts[street:]
	}
	n := len(parts) - 1
	last := parts[n]
	isCountry := words().country[strings.ToLower(last)] || len(last) == 2 && last == strings.ToUpper(last) && n > 0 && !americanStates[last]
	switch {
	case n == 0:
		part("city", last)
	case isCountry && n > 1:
		part("city", strings.Join(parts[:n-1], ", "))
		part("region", parts[n-1])
		part("countryCode", last)
	case isCountry:
		part("city", parts[0])
		part("countryCode", last)
	default:
		part("city", strings.Join(parts[:n], ", "))
		part("region", last)
	}
	return resume.Struct(it.members...)
}

// postalCode finds the code of a place.
var postalCode = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`\b(\d{5}-\d{3,4}|\d{2}\.\d{3}-\d{3}|\d{4}-\d{3}|\d{5}|\d{4}|[A-Z]{1,2}\d[A-Z\d]? ?\d[A-Z]{2}|[A-Z]\d[A-Z] ?\d[A-Z]\d)\b`)
})

// americanStates are those whose letters are a country's code too, or look like one.
var americanStates = func() map[string]bool {
	m := map[string]bool{}
	for _, s := range strings.Fields("AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK") {
		m[s] = true
	}
	return m
}()
