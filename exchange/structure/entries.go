package structure

import (
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"
)

// entry is one thing of a section: a position, a degree, a project.
type entry struct {
	title, org, place Field
	start, end        Field // as a resume holds them
	period            when
	details           []Field // other parts of the head
	url               Field
	texts, points     []Field
	indented          []bool // the texts
	keywords, courses []Field
	grade             Field
	head              []int // its lines
	banner            bool  // a line of an employer with no position of its own
	sectionKind       string
}

// headWords is how many words a line of a head may have besides its time.
const headWords = 14

// isHead reports whether a unit can be a line of a head.
func (r *reader) isHead(u unit) bool {
	if u.bullet || u.prose || len(u.lines) > 1 && !u.wraps || u.when.isZero() && isSentence(r.lines[u.lines[0]]) {
		return false
	}
	n := u.words
	if !u.when.isZero() {
		n -= u.when.at.to - u.when.at.from
	}
	if u.mark > 0 {
		return n <= headWords // behind the label of a field
	}
	return n <= headWords && labeled(r.lines[u.lines[0]]) == "" && (!u.when.isZero() || !isLabeled(r.lines[u.lines[0]]))
}

// isLabeled reports whether a line is a label and what it says, "Salary: …", and not the title
// or the employer.
func isLabeled(l Line) bool {
	label, rest, ok := strings.Cut(l.Text(), ": ")
	if !ok || strings.TrimSpace(rest) == "" || len(strings.Fields(label)) > 4 || titleScore(label) >= 0.9 || organizationScore(label) >= 0.7 {
		return false
	}
	first, _ := firstRune(label)
	return unicode.IsUpper(first)
}

// isSentence reports whether a line is a few words with a full stop that ends no
// abbreviation: "Basque tapas bar."
func isSentence(l Line) bool {
	last := l.Words[len(l.Words)-1].Text
	return len(l.Words) >= 3 && strings.HasSuffix(last, ".") && len([]rune(last)) > 2 && !strings.Contains(strings.TrimSuffix(last, "."), ".") &&
		!isLegalForm(last) && degreeScore(last) == 0 && last == strings.ToLower(last)
}

// labeled is the kind of a line that begins with a label of its own, such as "Technologies:".
func labeled(l Line) string {
	text := l.Text()
	label, rest, ok := strings.Cut(text, ":")
	if !ok || strings.TrimSpace(rest) == "" || len(strings.Fields(label)) > 3 {
		return ""
	}
	for _, kind := range []string{labelGrade, labelCourses, labelKeywords} {
		if labelOf(label, kind) == kind {
			return kind
		}
	}
	return ""
}

// entries reads the entries of a section.
func (r *reader) entries(s Section) []entry {
	r.inEntries = true
	units := r.units(s.from, s.to)
	r.inEntries = false
	var dated []int
	for i, u := range units {
		if !u.when.isZero() && r.isHead(u) {
			dated = append(dated, i)
		}
	}
	var all []entry
	if len(dated) == 0 {
		all = r.undated(s, units)
	} else {
		all = r.dated(s, units, dated)
	}
	r.assign(all)
	r.honorsBehind(all)
	r.placesBehind(all)
	r.banners(all)
	return all
}

// dated reads entries of which each has a time in its head.
func (r *reader) dated(s Section, units []unit, dated []int) []entry {
	above := 0 // lines of the first head above its time
	for above < dated[0] && above < 3 && r.isHead(units[dated[0]-above-1]) {
		above++
	}
	for _, d := range dated[1:min(len(dated), 4)] { // the first head may have none where others have
		n := 0
		for n < 3 && d-n > 0 && r.isHead(units[d-n-1]) && units[d-n-1].when.isZero() {
			n++
		}
		if d-n > 0 && units[d-n-1].bullet && above == 0 && n == 1 && r.lines[units[d-1].lines[0]].Bold() {
			above = n
		}
	}
	var all []entry
	done := 0
	for k, d := range dated {
		start := d
		for start > done && start > d-max(above, 1) && r.isHead(units[start-1]) && units[start-1].when.isZero() && r.belongsTo(units, start, above, k == 0) {
			start--
		}
		banner := start > done && start < d && r.isBannerLine(units, start-1)
		before := start
		if banner {
			before--
		}
		next := len(units)
		if k+1 < len(dated) {
			next = dated[k+1]
		}
		// What is between the last entry and this head belongs to the last one.
		if len(all) > 0 {
			r.body(&all[len(all)-1], units[done:before])
		} else {
			for _, u := range units[done:before] {
				r.stray(&all, u, s.Kind)
			}
		}
		end := d + 1
		for end < next && !(r.isComplete(s.Kind, units[d]) && placeScore(r.text(r.whole(units[end].lines[0]))) < 0.7) && (end <= d+2 || end == d+3 && units[end].words <= 3) && r.isHead(units[end]) && r.isUnder(units, end) && !r.startsNext(units, end, next, above) && !r.isFirstLine(s.Kind, units, d, end) {
			end++
		}
		e := entry{sectionKind: s.Kind}
		if banner {
			e.head = append(e.head, units[start-1].lines[0])
		}
		for _, u := range units[start:end] {
			e.head = append(e.head, u.lines[0])
			if u.wraps {
				r.wrapped[u.lines[0]] = u.lines[1]
			}
		}
		if t := r.titleBelow(units[start:end], units[end:next]); t >= 0 {
			e.head = append(e.head, units[end+t].lines[0])
		}
		w := units[d].when
		r.takeWhen(&e, w)
		all = append(all, e)
		done = end
	}
	if len(all) > 0 {
		r.body(&all[len(all)-1], units[done:])
	}
	return all
}

// isFirstLine reports whether a unit under a head that says title and employer on one line is
// the first of what was done there: more small words than capital ones.
func (r *reader) isFirstLine(kind string, units []unit, from, i int) bool {
	if kind != "work" && kind != "volunteer" || units[i].words < 4 || !units[i].when.isZero() {
		return false
	}
	small := 0
	line := r.lines[units[i].lines[0]]
	for _, w := range line.Words {
		if first, _ := firstRune(w.Text); unicode.IsLower(first) {
			small++
		}
	}
	if small*2 < len(line.Words) || organizationScore(line.Text()) > 0 || titleScore(line.Text()) > 0.5 || line.Bold() {
		return false
	}
	for _, u := range units[from:i] {
		parts := strings.FieldsFunc(strings.NewReplacer(" - ", "|", " – ", "|", " — ", "|", ", ", "|").Replace(r.text(r.whole(u.lines[0]))), func(c rune) bool { return c == '|' })
		if len(parts) > 1 && titleScore(parts[0]) >= 0.9 && titleScore(parts[1]) < 0.5 && isCapital(strings.TrimSpace(parts[1])) {
			return true
		}
	}
	return false
}

// isComplete reports whether the line of a time says a degree and a school besides, so that
// what is under it is another one.
func (r *reader) isComplete(kind string, u unit) bool {
	if kind != "education" {
		return false
	}
	degree, school := false, false
	for _, part := range strings.FieldsFunc(r.text(r.whole(u.lines[0])), func(c rune) bool { return strings.ContainsRune(",|–—", c) }) {
		if isSchool(part) && degreeScore(part) < 1 {
			school = true
		} else {
			degree = degree || degreeScore(part) >= 0.8
		}
	}
	return degree && school
}

// titleBelow is the unit of a title among those under a head that has none, -1 for none:
// between them are only labels and what they say, as in applications to the American
// government.
func (r *reader) titleBelow(head, below []unit) int {
	const most = 8 // labels
	if slices.ContainsFunc(head, func(u unit) bool { return titleScore(r.text(r.whole(u.lines[0]))) >= 0.9 }) {
		return -1
	}
	for i, u := range below[:min(len(below), most)] {
		l := r.lines[u.lines[0]]
		if !u.bullet && isLabeled(l) {
			continue
		}
		if i > 0 && r.isHead(u) && u.when.isZero() && u.words <= 6 && titleScore(l.Text()) >= 0.9 {
			return i
		}
		break
	}
	return -1
}

// belongsTo reports whether the unit before start belongs to the head that begins there,
// rather than to the entry before.
func (r *reader) belongsTo(units []unit, start, above int, first bool) bool {
	if first {
		return true
	}
	before, here := units[start-1], units[start]
	if above == 0 { // heads begin with their time, but for a banner of several positions
		if start > 1 && units[start-2].bullet && before.words <= bannerWords && r.flows && titleScore(r.text(r.whole(here.lines[0]))) > 0 && placeScore(r.text(r.whole(before.lines[0]))) < 0.9 {
			return true // after the points of the entry before
		}
		return before.gap > r.pitch*apart && here.gap < before.gap && r.lines[before.lines[0]].Bold()
	}
	if here.gap > r.pitch*1.6 && here.gap > before.gap {
		return false
	}
	return true
}

// bannerWords is how many words the line of an employer over its positions may have.
const bannerWords = 8

// isBannerLine reports whether a unit is the line of an employer over the first of its
// positions: it stands apart, and is bold as the title under it is, or larger.
func (r *reader) isBannerLine(units []unit, i int) bool {
	u, next := units[i], units[i+1]
	l, below := r.lines[u.lines[0]], r.lines[next.lines[0]]
	if !r.isHead(u) || !u.when.isZero() || u.words > bannerWords || l.Page != below.Page || titleScore(l.Text()) >= 0.9 {
		return false
	}
	if !l.Words[0].Bold || !below.Words[0].Bold {
		_, placed := r.placeAtEnd(r.whole(u.lines[0]))
		return i > 0 && units[i-1].bullet && u.gap > r.pitch*apart && (placed || organizationScore(l.Text()) >= 0.6) && titleScore(below.Text()) >= 0.9
	}
	larger := l.Size() > below.Size()+0.5
	return u.gap > r.pitch*apart && (next.gap < u.gap || larger) || larger && i > 0 && units[i-1].bullet
}

// isUnder reports whether a unit still belongs to the head above it: it is close, or it
// stands out as a title does.
func (r *reader) isUnder(units []unit, i int) bool {
	u := units[i]
	l := r.lines[u.lines[0]]
	if isSubheading(l) {
		return false
	}
	if u.gap <= r.pitch*1.5 {
		return true
	}
	strong := (l.Words[0].Bold || l.Size() > r.size*1.05 || titleScore(l.Text()) >= 0.9 && titleScore(r.lines[units[i-1].lines[0]].Text()) < 0.5) && i+1 < len(units)
	if strong && u.gap <= r.pitch*3.2 { // a title that stands apart from its employer
		next := units[i+1]
		strong = u.gap <= r.pitch*2.4 || next.gap < u.gap && (!r.isHead(next) || isSubheading(r.lines[next.lines[0]]))
		return strong
	}
	return false
}

// isSubheading reports whether a line only says that points follow: "Highlights".
func isSubheading(l Line) bool {
	text := l.Text()
	if first, _, ok := strings.Cut(text, ", "); ok && strings.HasSuffix(text, ":") && len(l.Words) <= 7 && words().subheading[normalHeading(first)] {
		return true // "Duties, Accomplishments and Related Skills:"
	}
	return len(l.Words) <= 3 && words().subheading[normalHeading(text)]
}

// startsNext reports whether a unit begins the head of the next entry, whose time is at next.
func (r *reader) startsNext(units []unit, i, next, above int) bool {
	if next >= len(units) || above == 0 {
		return false
	}
	for j := i; j < next; j++ {
		if !r.isHead(units[j]) {
			return false
		}
	}
	return next-i <= above
}

func (r *reader) takeWhen(e *entry, w when) {
	r.use(w.at)
	f := Field{Sure: 0.95, at: []span{w.at}}
	e.start, e.end = f, f
	e.start.Text, e.end.Text = dateText(w.start), dateText(w.end)
	e.period = w
	if w.single {
		e.start.Text, e.end.Text = "", dateText(w.start)
	}
	const longestLead = 3                              // words
	for n := min(longestLead, w.at.from); n > 0; n-- { // "obtenu en 2011"
		lead := span{w.at.line, w.at.from - n, w.at.from}
		if words().timeLead[strings.ToLower(strings.Trim(r.text(lead), "([ :"))] {
			r.use(lead)
			break
		}
	}
	for _, rest := range unused(r, r.whole(w.at.line)) { // "· 3 yrs 2 mos"
		if duration().MatchString(strings.Trim(r.text(rest), "·•|,;- ")) {
			r.use(rest)
		}
	}
}

// undated reads entries that have no time: a head is bold, or stands apart, or is followed
// by the points of a list.
func (r *reader) undated(s Section, units []unit) []entry {
	var all []entry
	if s.Kind == "projects" && len(units) > 0 && !slices.ContainsFunc(units, func(u unit) bool { return !u.bullet }) {
		for _, u := range units {
			all = append(all, r.namedPoint(s.Kind, u))
		}
		return all
	}
	strong := slices.ContainsFunc(units, func(u unit) bool { return r.isHead(u) && r.lines[u.lines[0]].Bold() })
	points := slices.ContainsFunc(units, func(u unit) bool { return u.bullet })
	done := 0
	for i := 0; i < len(units); {
		u := units[i]
		isHead := r.isHead(u)
		switch {
		case !isHead:
		case strong:
			isHead = r.lines[u.lines[0]].Bold()
		case points:
			isHead = i == 0 || units[i-1].bullet || units[i-1].prose
		default:
			isHead = i == 0 || u.gap > r.pitch*apart || r.pitch == 0
		}
		if !isHead {
			i++
			continue
		}
		if len(all) > 0 {
			r.body(&all[len(all)-1], units[done:i])
		} else {
			for _, u := range units[done:i] {
				r.stray(&all, u, s.Kind)
			}
		}
		e := entry{sectionKind: s.Kind}
		for j := i; j < len(units) && j <= i+2 && r.isHead(units[j]) && (j == i || units[j].gap <= r.pitch*apart && !(strong && r.lines[units[j].lines[0]].Bold())); j++ {
			e.head = append(e.head, units[j].lines[0])
			i = j + 1
		}
		all = append(all, e)
		done = i
	}
	if len(all) > 0 {
		r.body(&all[len(all)-1], units[done:])
		return all
	}
	for _, u := range units {
		r.stray(&all, u, s.Kind)
	}
	return all
}

// namedPoint makes an entry of a point: what stands before its colon, or in bold, is the name.
func (r *reader) namedPoint(kind string, u unit) entry {
	e := entry{sectionKind: kind}
	spans := u.spans(r)
	name, rest := r.groupName(spans[0])
	if name.from < name.to && rest.from < rest.to {
		e.title = r.take(0.85, name)
		spans[0] = rest
		u.mark = rest.from
		e.texts = append(e.texts, r.takeText(u, 0.8))
		return e
	}
	e.title = r.takeText(u, 0.5)
	return e
}

// stray makes an entry of what has no head: a point that names one in a single line, or
// a text.
func (r *reader) stray(all *[]entry, u unit, kind string) {
	e := entry{sectionKind: kind}
	if w, ok := r.whenIn(u.spans(r)[0]); ok && len(u.lines) == 1 && u.words < 20 {
		r.takeWhen(&e, w)
		e.head = []int{u.lines[0]}
		*all = append(*all, e)
		return
	}
	if n := len(*all); n > 0 && (*all)[n-1].head == nil {
		r.body(&(*all)[n-1], []unit{u})
		return
	}
	r.body(&e, []unit{u})
	*all = append(*all, e)
}

// body takes what stands under a head.
func (r *reader) body(e *entry, units []unit) {
	listed := false // what follows are points though they have no marks
	for i, u := range units {
		l := r.lines[u.lines[0]]
		if slices.Contains(e.head, u.lines[0]) {
			continue
		}
		if l.Roles[u.mark] != Unsaid {
			e.head = append(e.head, u.lines[0]) // a field behind its label
			continue
		}
		if isSubheading(l) {
			r.use(r.whole(u.lines[0]))
			listed = true
			continue
		}
		if label, rest, ok := strings.Cut(l.Text(), ": "); ok && e.sectionKind == "education" && e.title.IsZero() && !u.bullet && degreeScore(label) > 0 && len(strings.Fields(label)) <= 3 && rest != "" {
			n := len(strings.Fields(label))
			e.title = r.take(0.8, span{u.lines[0], 0, n})
			rest := u
			rest.mark = n
			e.courses = append(e.courses, r.terms(rest)...) // "A-levels: Maths A*, Physics A"
			continue
		}
		switch kind := labeled(Line{Words: l.Words[u.mark:]}); {
		case kind == labelGrade && e.sectionKind == "education":
			e.grade = r.afterLabel(u)
			continue
		case kind == labelCourses && e.sectionKind == "education":
			e.courses = append(e.courses, r.terms(u)...)
			continue
		case kind == labelKeywords && e.sectionKind == "projects" && !u.bullet:
			e.keywords = append(e.keywords, r.terms(u)...)
			continue
		}
		if u.bullet || listed && !isLabeled(l) {
			e.points = append(e.points, r.takeText(u, 0.95))
			continue
		}
		if !u.prose && u.words <= 8 && i == 0 && e.place.IsZero() && placeScore(r.text(u.spans(r)[0])) >= 0.9 {
			e.place = r.take(0.8, u.spans(r)...)
			continue
		}
		if !u.prose && len(u.lines) == 1 && IsLink(strings.Trim(l.Text(), "<>()[] ")) && e.url.IsZero() {
			e.url = r.take(0.9, u.spans(r)...)
			continue
		}
		e.texts = append(e.texts, r.takeText(u, 0.7))
		e.indented = append(e.indented, len(e.head) > 0 && l.Box.Left > r.lines[e.head[0]].Box.Left+4)
	}
	e.pointsWithoutMarks()
}

// pointsWithoutMarks takes the texts of an entry that has no marked point for points: several
// paragraphs of a line or two, or what is indented.
func (e *entry) pointsWithoutMarks() {
	if len(e.points) > 0 || len(e.texts) == 0 || e.sectionKind == "education" {
		return
	}
	const longest = 45 // words of a point
	from := 0
	for from < len(e.texts) && !e.indented[from] {
		from++
	}
	if from == len(e.texts) {
		from = 0
		if len(e.texts) < 2 {
			return
		}
		for _, t := range e.texts {
			if len(strings.Fields(t.Text)) > longest {
				return
			}
		}
	}
	for i := from; i < len(e.texts); i++ {
		e.texts[i].Sure = 0.8
		e.points = append(e.points, e.texts[i])
	}
	e.texts = e.texts[:from]
}

// afterLabel takes what stands behind a label.
func (r *reader) afterLabel(u unit) Field {
	f := r.takeText(u, 0.9)
	if _, value, ok := strings.Cut(f.Text, ":"); ok {
		f.Text = trimmed(value)
	}
	return f
}

// terms takes a list of terms, behind a label if there is one.
func (r *reader) terms(u unit) (all []Field) {
	f := r.takeText(u, 0.85)
	text := f.Text
	if label, value, ok := strings.Cut(text, ":"); ok && len(strings.Fields(label)) <= 4 {
		text = value
	}
	for _, t := range splitTerms(text) {
		all = append(all, Field{Text: t, Sure: f.Sure, at: f.at})
	}
	return all
}

// splitTerms parts a list at commas, semicolons and the characters between terms, but not
// within brackets.
func splitTerms(text string) (all []string) {
	depth, from := 0, 0
	end := func(to int) {
		if t := strings.Trim(trimmed(text[from:to]), "."); t != "" {
			all = append(all, t)
		}
	}
	for i, c := range text {
		switch {
		case strings.ContainsRune("([{（", c):
			depth++
		case strings.ContainsRune(")]}）", c):
			depth = max(0, depth-1)
		case c == ',' && i > 0 && i+1 < len(text) && isDigitByte(text[i-1]) && isDigitByte(text[i+1]): // "12,000"
		case depth == 0 && strings.ContainsRune(",;|·•、，；", c):
			end(i)
			from = i + len(string(c))
		}
	}
	end(len(text))
	return all
}

func isDigitByte(c byte) bool { return '0' <= c && c <= '9' }

// slot is a part of a head, with what it sounds like.
type slot struct {
	span
	title, org, place float64
	bold              bool
	aside             bool // it stands where places do: at the right of another part, or beside the time
}

// slots are the parts of an entry's head besides its time.
func (r *reader) slots(e *entry) (all []slot) {
	for _, i := range e.head {
		for _, free := range unused(r, r.whole(i)) {
			if w := r.lines[i].Words; free.from > 0 && free.from == e.period.at.to && e.period.at.line == i && e.period.at.from > 0 && (strings.HasSuffix(w[free.from-1].Text, ":") || w[free.from].Text == ":") {
				e.texts = append(e.texts, r.take(0.7, free)) // "Acme (2019 – 2021): what was done"
				continue
			}
			parts := r.strongParts(free)
			if len(parts) == 1 && e.sectionKind != "certificates" && r.lines[i].Roles[free.from] == Unsaid {
				parts = r.dashParts(e, parts[0])
			}
			for _, p := range r.shortDegrees(e, parts) {
				text := trimmed(r.text(p))
				if text == "" || !strings.ContainsFunc(text, unicode.IsLetter) && !strings.ContainsFunc(text, unicode.IsDigit) {
					r.use(p)
					continue
				}
				if e.sectionKind == "education" && e.grade.IsZero() && r.isGrade(text) {
					e.grade = r.take(0.9, p)
					continue
				}
				s := r.slotOf(e, p)
				s.aside = len(all) > 0 && r.isAside(e, p, len(all))
				if s.aside && s.place < 0.7 && s.title == 0 && s.org < 0.3 && p.to-p.from <= 4 && isCapital(text) {
					s.place = 0.75
				}
				all = append(all, s)
			}
		}
	}
	return all
}

// isGrade reports whether a text only says how well a degree was passed.
func (r *reader) isGrade(text string) bool {
	const longest = 32 // bytes
	return len(text) < longest && gradeAtEnd().FindString(text) == text || isHonors(text) && !isSchool(text) && degreeScore(text) == 0
}

// shortDegrees parts the letters of a degree from what stands a little apart behind them:
// "PhD   Princeton University".
func (r *reader) shortDegrees(e *entry, parts []span) (all []span) {
	const apart = 0.9 // type sizes
	if e.sectionKind != "education" {
		return parts
	}
	for _, p := range parts {
		list := r.wordsOf(p)
		if len(list) > 1 && len(list[0].Text) <= 6 && degreeScore(list[0].Text) == 1 && list[1].Left-list[0].Right > apart*list[0].Size {
			all = append(all, span{p.line, p.from, p.from + 1})
			p.from++
		}
		all = append(all, p)
	}
	return all
}

// isAside reports whether a part of a head stands where places do, after so many others.
func (r *reader) isAside(e *entry, p span, before int) bool {
	words := r.lines[p.line].Words
	if p.from > 0 && words[p.from].Left-words[p.from-1].Right > 3*words[p.from].Size {
		return true
	}
	return before > 1 && e.sectionKind != "education" && e.period.at.line == p.line && !e.period.isZero() && len(e.head) > 0 && p.line != e.head[0]
}

func isCapital(text string) bool {
	first, _ := firstRune(text)
	return unicode.IsUpper(first) || unicode.Is(unicode.Lo, first)
}

// dashParts parts a head at its dashes where both sides say something of their own.
func (r *reader) dashParts(e *entry, p span) []span {
	parts := r.partsAt(p, isSeparator)
	if len(parts) < 2 {
		return []span{p}
	}
	// "Engineer – Platform" is one title; "Engineer – Acme Inc" is two things.
	head := span{p.line, p.from, parts[len(parts)-1].from - 1}
	last := parts[len(parts)-1]
	if e.sectionKind == "education" {
		a, b := degreeScore(r.text(head)), degreeScore(r.text(last))
		if a > 0 && b == 0 && (head.to-head.from > 1 || isSchool(r.text(last)) || isAcronym(r.text(last))) || b > 0 && a == 0 {
			return append(r.dashParts(e, head), last) // "Bacharel em Direito – UFMG"
		}
	}
	if text := r.text(last); placeScore(text) >= 0.5 || organizationScore(text) > 0 || titleScore(text) > 0 && titleScore(r.text(head)) == 0 || organizationScore(r.text(head)) > 0 || titleScore(r.text(head)) > 0 && titleScore(text) == 0 {
		return append(r.dashParts(e, head), last)
	}
	if r.lines[p.line].Words[head.from].Bold != r.lines[p.line].Words[last.from].Bold {
		return []span{head, last}
	}
	return []span{p}
}

// endsInPeople reports whether a text ends in the plural of a title, as firms are called and
// nobody is.
func endsInPeople(text string) bool {
	list := lowerWords(text)
	last := list[max(0, len(list)-1):]
	return len(last) > 0 && strings.HasSuffix(last[0], "s") && !words().title[last[0]] && titleScore(last[0]) > 0.5
}

// isAcronym reports whether a text begins with the letters that an institution is known by:
// "UFMG", "SENAI Joinville".
func isAcronym(text string) bool {
	first, _, _ := strings.Cut(trimmed(text), " ")
	first, _, _ = strings.Cut(first, "-")
	n := len([]rune(first))
	return n >= 2 && n <= 7 && !strings.ContainsFunc(first, func(c rune) bool { return !unicode.IsUpper(c) })
}

func (r *reader) slotOf(e *entry, p span) slot {
	text := trimmed(r.text(p))
	s := slot{span: p, title: titleScore(text), org: organizationScore(text), place: placeScore(text), bold: r.lines[p.line].Words[p.from].Bold}
	if e.sectionKind == "education" {
		s.title = degreeScore(text)
	}
	switch {
	case e.sectionKind == "education":
		if !isSchool(text) {
			s.org *= 0.6 // "Software Engineering" is no employer here
		}
	case s.place == 1 && strings.Contains(text, ","):
		s.title = 0 // "Fresno, CA" is no chartered accountant
	case s.org > 0.2 && endsInPeople(text):
		s.title *= 0.4 // "Escritório Lacerda Contadores"
	case s.org > 0.6 && s.title < 0.95:
		s.title *= 0.6
	case s.title >= 0.95:
		s.org *= 0.4 // "Bank Manager"
	}
	switch r.lines[p.line].Roles[p.from] {
	case IsTitle:
		s.title, s.org, s.place = 2, 0, 0
	case IsOrganization:
		s.title, s.org, s.place = 0, 2, 0
	case IsPlace:
		s.title, s.org, s.place = 0, 0, 1
	}
	return s
}

// assign gives the parts of heads their meaning. Entries of a section are set alike, so
// that all of them tell together whether the title or the organization comes first.
func (r *reader) assign(all []entry) {
	heads := make([][]slot, len(all))
	titleFirst := 0.0
	for i := range all {
		list := r.slots(&all[i])
		r.townBelow(&all[i], list)
		heads[i] = r.split(&all[i], list)
		two := withoutPlaces(heads[i])
		if len(two) >= 2 {
			titleFirst += two[0].title + two[1].org - two[1].title - two[0].org
		}
	}
	r.townsBelow(all, heads)
	for i := range all {
		r.fill(&all[i], heads[i], titleFirst >= 0)
	}
}

// townsBelow takes what stands under the times of all entries for places, where some entry
// has a title and an employer besides.
func (r *reader) townsBelow(all []entry, heads [][]slot) {
	below := func(e *entry, list []slot) (last *slot) {
		if n := len(list) - 1; n > 0 && !e.period.isZero() && list[n].line > e.period.at.line && list[n].place < 0.7 && r.isTown(e, list[n]) {
			return &list[n]
		}
		return nil
	}
	some := false
	for i, list := range heads {
		some = some || len(list) > 2 && (below(&all[i], list) != nil || !all[i].period.isZero() && list[len(list)-1].line > all[i].period.at.line && list[len(list)-1].place >= 0.7)
	}
	if !some {
		return
	}
	for i := range all {
		if last := below(&all[i], heads[i]); last != nil {
			last.place = 0.75
		}
	}
}

// townBelow takes a few words under a part that says both title and employer for the place.
func (r *reader) townBelow(e *entry, list []slot) {
	if len(list) != 2 || list[0].line == list[1].line || list[1].title > 0 || list[1].org > 0.3 || list[1].to-list[1].from > 3 || list[1].place >= 0.7 {
		return
	}
	text := r.text(list[0].span)
	_, rest, both := r.cutAt(list[0].span, "at", "@", "bei", "chez")
	both = both && list[0].title > 0 && rest.from < rest.to
	if !both && strings.Contains(text, ", ") {
		for i := list[0].from + 1; i < list[0].to; i++ {
			if strings.HasSuffix(r.lines[list[0].line].Words[i-1].Text, ",") {
				a, b := r.slotOf(e, span{list[0].line, list[0].from, i}), r.slotOf(e, span{list[0].line, i, list[0].to})
				both = both || a.title >= 0.9 && b.title < 0.5 || b.title >= 0.9 && a.title < 0.5 || a.title > 0.5 && b.org > 0.5
			}
		}
	}
	if both && r.isTownText(r.text(list[1].span)) {
		list[1].place = 0.75
	}
}

func withoutPlaces(list []slot) (some []slot) {
	for i, s := range list {
		if s.place >= 0.7 && i > 0 && s.org < 0.5 && s.title < 0.5 {
			continue
		}
		some = append(some, s)
	}
	return some
}

// speaking are the parts of a head that are no place and no address.
func (r *reader) speaking(list []slot) []slot {
	return slices.DeleteFunc(slices.Clone(withoutPlaces(list)), func(s slot) bool { return isLinkSlot(r, s) })
}

// split parts slots that say two things: "Engineer at Acme", "Engineer, Acme, Austin, TX".
func (r *reader) split(e *entry, list []slot) (all []slot) {
	for _, s := range list {
		if r.lines[s.line].Roles[s.from] != Unsaid {
			all = append(all, s)
			continue
		}
		rest := s.span
		if len(r.speaking(list)) == 1 || s.span == list[0].span && r.saysBoth(e, list) {
			if a, b, ok := r.cutAt(rest, "at", "@", "bei", "chez", "presso", "bij", "hos", "en"); ok && (e.sectionKind == "work" || e.sectionKind == "volunteer") && titleScore(r.text(a)) > 0 && beginsCapital(r.text(b)) || ok && e.sectionKind == "education" && beginsWithSchool(r.text(b)) {
				all = append(all, r.slotOf(e, a))
				r.use(span{rest.line, a.to, b.from}) // the word between
				rest = r.withoutForm(b)
			} else if a, b, ok := r.cutAt(rest, "am", "im", "in", "beim", "an", "au", "aux", "à", "na", "no", "nas", "nos", "pela", "pelo", "por", "par"); ok && beginsWithSchool(withoutArticle(r.text(b))) && (e.sectionKind == "education" && degreeScore(r.text(a)) > 0 || (e.sectionKind == "work" || e.sectionKind == "volunteer") && titleScore(r.text(a)) >= 0.9) {
				all = append(all, r.slotOf(e, a)) // "Abitur am Goethe-Gymnasium"
				r.use(span{rest.line, a.to, b.from})
				rest = r.withoutArticle(b)
			}
			if a, b, ok := r.townIn(rest); ok && rest != s.span {
				town := r.slotOf(e, b)
				town.title, town.org, town.place = 0, 0, max(town.place, 0.75)
				all = append(append(all, r.commas(e, a, list)...), town)
				r.use(span{rest.line, a.to, b.from})
				continue
			}
		}
		if place, ok := r.placeAtEnd(rest); ok {
			head := span{rest.line, rest.from, place.from}
			all = append(all, r.commas(e, head, list)...)
			all = append(all, r.slotOf(e, place))
			continue
		}
		if rest == s.span && s.place >= 0.7 {
			all = append(all, s)
			continue
		}
		all = append(all, r.commas(e, rest, list)...)
	}
	return all
}

// withoutForm is a part without the words before a name that only say that it is a firm: "bei
// der Firma Ruhr-Logistik".
func (r *reader) withoutForm(s span) span {
	const longest = 2 // words
	for n := longest; n > 0; n-- {
		if s.to-s.from <= n {
			continue
		}
		switch strings.ToLower(r.text(span{s.line, s.from, s.from + n})) {
		case "der firma", "firma", "fa.", "der fa.", "la société", "l'entreprise", "la empresa", "empresa", "a empresa", "société", "entreprise":
			r.use(span{s.line, s.from, s.from + n})
			return span{s.line, s.from + n, s.to}
		}
	}
	return s
}

// townIn cuts a town from behind an employer: "Getränke Nowak KG in Herne".
func (r *reader) townIn(s span) (org, town span, ok bool) {
	list := r.wordsOf(s)
	for i := len(list) - 2; i > 0; i-- {
		switch list[i].Text {
		case "in", "à", "en", "em":
			town = span{s.line, s.from + i + 1, s.to}
			org = span{s.line, s.from, s.from + i}
			return org, town, r.isTownText(r.text(town)) && isCapital(r.text(org)) && !strings.Contains(r.text(org), ",")
		}
	}
	return s, s, false
}

// withoutArticle is a part without an article before its first capital.
func (r *reader) withoutArticle(s span) span {
	if text := r.text(s); withoutArticle(text) != text {
		r.use(span{s.line, s.from, s.from + 1})
		s.from++
	}
	return s
}

// withoutArticle is a text without an article before its first capital.
func withoutArticle(text string) string {
	first, rest, ok := strings.Cut(text, " ")
	if ok && len([]rune(first)) <= 3 && !isCapital(first) {
		return rest
	}
	return text
}

// beginsWithSchool reports whether a school stands before the first comma of a text, and no
// subject: what is behind an "en" may be either.
func beginsWithSchool(text string) bool {
	const reach = 4 // words: "Matemáticas por la Universidad" begins with a subject
	first, _, _ := strings.Cut(text, ",")
	list := strings.Fields(first)
	start := strings.Join(list[:min(len(list), reach)], " ")
	for _, w := range []string{" por ", " par ", " pela ", " pelo ", " von ", " an ", " à "} {
		start, _, _ = strings.Cut(start, w)
	}
	return (organizationScore(start) > 0 || isSchool(start)) && isCapital(start)
}

// beginsCapital reports whether a name may begin a text, maybe behind an article: "Infirmière
// en réanimation" says no employer.
func beginsCapital(text string) bool {
	list := strings.Fields(text)
	return len(list) > 0 && (isCapital(list[0]) || len(list) > 1 && len([]rune(list[0])) <= 3 && isCapital(list[1]))
}

// saysBoth reports whether the first part of a head says a title and an employer with an
// "at" between them, and no other part is a title.
func (r *reader) saysBoth(e *entry, list []slot) bool {
	a, b, ok := r.cutAt(list[0].span, "at", "@")
	if !ok || e.sectionKind == "education" || titleScore(r.text(a)) < 0.9 || !isCapital(r.text(b)) {
		return false
	}
	return !slices.ContainsFunc(list[1:], func(s slot) bool { return s.title >= 0.9 || s.org >= 0.7 })
}

// cutAt cuts a part at a word that stands between a title and an employer.
func (r *reader) cutAt(s span, at ...string) (a, b span, ok bool) {
	for i := s.from + 1; i < s.to-1; i++ {
		if slices.Contains(at, strings.ToLower(r.lines[s.line].Words[i].Text)) {
			return span{s.line, s.from, i}, span{s.line, i + 1, s.to}, true
		}
	}
	return s, s, false
}

// placeAtEnd is the place that a part ends with, behind a comma: "Acme, Austin, TX".
func (r *reader) placeAtEnd(s span) (span, bool) {
	list := r.wordsOf(s)
	for i := 1; i < len(list); i++ {
		if !strings.HasSuffix(list[i-1].Text, ",") {
			continue
		}
		tail := textOf(list[i:])
		if placeScore(tail) >= 0.9 && organizationScore(tail) == 0 && (strings.Contains(tail, ",") || len(words().remote) > 0 && placeScore(tail) == 1 || words().country[strings.ToLower(tail)] && i > 2) {
			region, _, ok := strings.Cut(tail, ",")
			before := i - 1 // where the piece before it begins
			for before > 0 && !strings.HasSuffix(list[before-1].Text, ",") {
				before--
			}
			town := strings.ToLower(trimmed(textOf(list[before:i])))
			if ok && (words().region[strings.ToLower(region)] || words().state[region]) || before == 0 && words().city[town] {
				for i--; i > 0 && !strings.HasSuffix(list[i-1].Text, ","); i-- { // the town before its region
				}
			}
			return span{s.line, s.from + i, s.to}, i > 0
		}
	}
	return span{}, false
}

// commas cuts a part that is all of its head at the comma between a title and an
// organization.
func (r *reader) commas(e *entry, s span, list []slot) []slot {
	if s.from >= s.to {
		return nil
	}
	if len(r.speaking(list)) > 1 || e.sectionKind == "projects" {
		return []slot{r.slotOf(e, s)}
	}
	s, town := r.ends(e, s)
	if town.from < town.to {
		place := r.slotOf(e, town)
		place.title, place.org, place.place = 0, 0, max(place.place, 0.75)
		return append(r.pair(e, s), place)
	}
	return r.pair(e, s)
}

// pieces are the parts of a part between commas, and between sentences.
func (r *reader) pieces(e *entry, s span) (all []span) {
	list := r.wordsOf(s)
	from, depth := 0, 0
	for i := 1; i <= len(list); i++ {
		depth += strings.Count(list[i-1].Text, "(") - strings.Count(list[i-1].Text, ")")
		if i < len(list) && (depth > 0 || !r.begins(e, s, i)) {
			continue
		}
		all = append(all, span{s.line, s.from + from, s.from + i})
		from = i
	}
	return all
}

// begins reports whether something new begins with a word of a part: behind a comma, or as
// another sentence behind a degree or a title.
func (r *reader) begins(e *entry, s span, i int) bool {
	list := r.wordsOf(s)
	if strings.HasSuffix(list[i-1].Text, ",") {
		return true
	}
	return endsSentence(list[i-1].Text) && isCapital(list[i].Text) && (e.sectionKind == "education" || titleScore(textOf(list[:i])) >= 0.9)
}

// ends takes a grade from the end of a part, and a town where a title or a degree and an
// employer or a school stand before it: "Licence de droit, Université de Rennes, Rennes,
// mention bien". What is left comes back, with the town, which is empty for none.
func (r *reader) ends(e *entry, s span) (rest, town span) {
	list := r.pieces(e, s)
	for n := len(list) - 1; n > 0; n-- {
		last := list[n]
		if b, grade, ok := r.bracket(last); ok && e.sectionKind == "education" && e.grade.IsZero() && r.isGrade(trimmed(r.text(grade))) {
			e.grade = r.take(0.85, grade)
			s.to, last = b.to, b
		}
		text := trimmed(r.text(last))
		if e.sectionKind == "education" && e.grade.IsZero() && r.isGrade(text) {
			e.grade = r.take(0.85, last)
			s.to = last.from
			continue
		}
		if n < 2 || !e.place.IsZero() || town.from < town.to || !r.isTownText(strings.TrimRight(text, ".")) && placeScore(text) < 0.7 || isAcronym(text) {
			break
		}
		if first := r.slotOf(e, list[0]); first.title < 0.8 || r.slotOf(e, list[1]).title >= 0.8 {
			break
		}
		if e.sectionKind == "education" && list[0].to-list[0].from < 2 && !isSchool(r.text(list[1])) {
			break // "BSc, Physics, Leeds"
		}
		town = last
		s.to = last.from
		break
	}
	return s, town
}

// bracket parts what a part ends with in brackets: "Molsheim (mention assez bien)".
func (r *reader) bracket(s span) (head, in span, ok bool) {
	list := r.wordsOf(s)
	if !strings.HasSuffix(strings.TrimRight(list[len(list)-1].Text, ","), ")") {
		return s, s, false
	}
	for i := len(list) - 1; i > 0; i-- {
		if strings.HasPrefix(list[i].Text, "(") {
			return span{s.line, s.from, s.from + i}, span{s.line, s.from + i, s.to}, true
		}
	}
	return s, s, false
}

// pair cuts a part at the comma between a title and an organization.
func (r *reader) pair(e *entry, s span) []slot {
	wordsOf := r.wordsOf(s)
	best, at := 0.6, -1
	for i := 1; i < len(wordsOf); i++ {
		if !r.begins(e, s, i) {
			continue
		}
		if wordsOf[i-1].Bold && !wordsOf[i].Bold && wordsOf[0].Bold && e.sectionKind != "education" {
			at = i // "**Jungkoch**, Gasthof Linde"
			break
		}
		if part, _, _ := strings.Cut(textOf(wordsOf[i:]), ","); words().contract[strings.ToLower(part)] {
			continue // "Engineer, part-time, Acme"
		}
		if rest := trimmed(textOf(wordsOf[i:])); e.sectionKind == "education" && isHonors(rest) && !isSchool(rest) {
			continue
		}
		a, b := r.slotOf(e, span{s.line, s.from, s.from + i}), r.slotOf(e, span{s.line, s.from + i, s.to})
		score := max(a.title+b.org-b.title, b.title+a.org-a.title)
		if e.sectionKind != "education" && score < 0.9 && a.title >= 0.9 && b.title == 0 && b.place < 0.5 {
			score = 0.8 // "Engineer, Acme"
		}
		if e.sectionKind != "education" && score < 0.9 && b.title >= 0.9 && a.title == 0 {
			score = 0.8 // "Acme, Engineer"
		}
		if at >= 0 && (e.sectionKind != "education" || best > 1.2) && r.isTownText(r.text(span{s.line, s.from + i, s.to})) {
			break // "Engineer, Acme, Hull": the town is no employer
		}
		if score > best+0.01 || score > best-0.15 && at >= 0 && !isLegalForm(r.text(span{s.line, s.from + i, s.to})) && a.title > 0 {
			if at > 0 && r.isNameOfFirm(s, at, i) {
				continue
			}
			best, at = max(best, score), i // the last comma that will do
		}
	}
	if at < 0 {
		return []slot{r.slotOf(e, s)}
	}
	head, tail := r.slotOf(e, span{s.line, s.from, s.from + at}), r.slotOf(e, span{s.line, s.from + at, s.to})
	if e.sectionKind != "education" && head.org >= 0.7 && head.title < 0.5 && tail.title == 0 && tail.org == 0 && r.isTownText(r.text(tail.span)) {
		tail.place = 0.75 // "Acme Ltd, Hull"
	}
	return []slot{head, tail}
}

// isNameOfFirm reports whether the words between two commas begin the name of a firm of several
// partners: "Associate, Whitcomb, Ferrante & Lowe LLP".
func (r *reader) isNameOfFirm(s span, from, to int) bool {
	list := r.wordsOf(s)
	rest, _, _ := strings.Cut(textOf(list[to:]), ",")
	return to-from == 1 && isCapital(list[from].Text) && titleScore(list[from].Text) == 0 && (strings.Contains(rest, " & ") || strings.Contains(rest, " and "))
}

// endsSentence reports whether a word with a full stop is no abbreviation.
func endsSentence(word string) bool {
	bare, ok := strings.CutSuffix(word, ".")
	return ok && len([]rune(bare)) > 5 && !strings.Contains(bare, ".")
}

// isLegalForm reports whether a text is only the form of a company: "Inc."
func isLegalForm(text string) bool {
	list := lowerWords(text)
	return len(list) == 1 && words().legal[strings.ReplaceAll(list[0], ".", "")]
}

// fill gives an entry its fields.
func (r *reader) fill(e *entry, list []slot, titleFirst bool) {
	var others []slot
	places := withoutPlaces(list)
	for _, s := range list {
		isPlace := !slices.ContainsFunc(places, func(p slot) bool { return p.span == s.span })
		if (isPlace || len(places) > 2 && s.place >= 0.5 && s.org < 0.5 && s.title < 0.5 && s.span != places[0].span) && e.place.IsZero() {
			e.place = r.take(max(s.place, 0.6), s.span)
			if endsSentence(e.place.Text) {
				e.place.Text = strings.TrimSuffix(e.place.Text, ".")
			}
			continue
		}
		if isLinkSlot(r, s) && e.url.IsZero() {
			e.url = r.take(0.95, s.span)
			continue
		}
		others = append(others, s)
	}
	set := func(f *Field, s slot, sure float64) {
		if next, ok := r.wrapped[s.line]; ok && s.to == len(r.lines[s.line].Words) && slices.Contains(e.head, s.line) {
			*f = r.take(sure, s.span, r.whole(next))
			return
		}
		*f = r.take(sure, s.span)
	}
	switch len(others) {
	case 0:
	case 1:
		s := others[0]
		if s.org > s.title && e.sectionKind != "projects" || e.sectionKind == "volunteer" && s.title < 0.5 || e.sectionKind == "education" && s.title == 0 {
			set(&e.org, s, 0.5+s.org/2)
		} else {
			set(&e.title, s, 0.6+s.title/3)
		}
	default:
		others = titleBefore(others)
		a, b := others[0], others[1]
		own := a.title + b.org - b.title - a.org
		first := titleFirst
		if own > 0.8 || own < -0.8 {
			first = own > 0
		}
		if !first {
			a, b = b, a
		}
		set(&e.title, a, 0.6+0.35*min(1, a.title+b.org))
		set(&e.org, b, 0.6+0.35*min(1, a.title+b.org))
		for _, s := range others[2:] {
			if e.place.IsZero() && (s.place >= 0.5 || r.isTown(e, s) || e.sectionKind != "education" && s.org < 0.3 && r.isTownText(r.text(s.span))) {
				set(&e.place, s, max(s.place, 0.6))
				continue
			}
			e.details = append(e.details, r.take(0.5, s.span))
		}
	}
	for _, i := range e.head {
		for _, w := range r.lines[i].Words {
			if strings.HasPrefix(w.Link, "http") && e.url.IsZero() {
				e.url = Field{Text: w.Link, Sure: 0.9, at: []span{}}
			}
		}
	}
}

// titleBefore puts the one part that sounds like a title among the first two, where these do
// not: "Acme", "Hull", "Engineer".
func titleBefore(list []slot) []slot {
	const sure = 0.9
	if len(list) < 3 || list[0].title >= 0.5 || list[1].title >= 0.5 {
		return list
	}
	i := slices.IndexFunc(list, func(s slot) bool { return s.title >= sure })
	if i < 0 {
		return list
	}
	at := 1
	if list[1].org > list[0].org {
		at = 0
	}
	t := list[i]
	return slices.Insert(slices.Delete(slices.Clone(list), i, i+1), at, t)
}

// isTownText reports whether a text can be a town that no list knows: one to three words in
// capitals that say nothing else.
func (r *reader) isTownText(text string) bool {
	text = department().ReplaceAllString(trimmed(text), "")
	list := strings.Fields(text)
	if len(list) == 1 && len([]rune(text)) <= 3 && text == strings.ToUpper(text) {
		return false // "UTI" is no town
	}
	if len(list) == 0 || len(list) > 3 || titleScore(text) > 0 || organizationScore(text) > 0 || degreeScore(text) > 0 || isHonors(text) || strings.ContainsFunc(text, func(c rune) bool { return unicode.IsDigit(c) || strings.ContainsRune("&@/:|,", c) }) {
		return false
	}
	for _, w := range list {
		if !isCapital(w) && !words().connector[w] {
			return false
		}
	}
	return true
}

// department is the number of a French department behind a town: "Strasbourg (67)".
var department = sync.OnceValue(func() *regexp.Regexp { return regexp.MustCompile(` \((\d{2,3}|2[AB])\)$`) })

// honorsBehind takes how well a degree was passed from behind the name of a school: "School
// of Law, cum laude", "Hull College. First class".
func (r *reader) honorsBehind(all []entry) {
	for i := range all {
		e := &all[i]
		if e.sectionKind != "education" || len(e.org.at) != 1 {
			continue
		}
		s := e.org.at[0]
		list := r.wordsOf(s)
		for k := len(list) - 1; k > 0; k-- {
			if !strings.HasSuffix(list[k-1].Text, ",") && !endsSentence(list[k-1].Text) {
				continue
			}
			name, tail := span{s.line, s.from, s.from + k}, span{s.line, s.from + k, s.to}
			if text := trimmed(r.text(tail)); (isHonors(text) || gradeAtEnd().FindString(text) == text) && !isSchool(text) {
				sure := e.org.Sure
				e.org = Field{Text: strings.TrimRight(trimmed(r.text(name)), "."), Sure: sure, at: []span{name}}
				if e.grade.IsZero() {
					e.grade = Field{Text: text, Sure: 0.8, at: []span{tail}}
				}
			}
			break
		}
	}
}

// placesBehind takes the towns behind the names of employers and schools, "Acme, Hull" or
// "Acme (Hull)", where most of them are written so, or the name is one without it.
func (r *reader) placesBehind(all []entry) {
	type cut struct {
		name, place span
	}
	cuts := map[int]cut{}
	n, orgs := 0, 0
	for i := range all {
		e := &all[i]
		if e.org.IsZero() || e.banner && len(e.org.at) == 0 {
			continue
		}
		orgs++
		if len(e.org.at) != 1 {
			continue
		}
		if !e.place.IsZero() {
			if len(e.place.at) == 1 && e.place.at[0].line == e.org.at[0].line && e.place.at[0].from == e.org.at[0].to {
				n++
			}
			r.areaBehind(e)
			continue
		}
		if e.sectionKind == "education" {
			before := e.org.Text
			if r.areaBehind(e); e.org.Text != before {
				continue
			}
		}
		s := e.org.at[0]
		list := r.wordsOf(s)
		for k := len(list) - 1; k > 0; k-- {
			bracket := strings.HasPrefix(list[k].Text, "(") && strings.HasSuffix(list[len(list)-1].Text, ")")
			if !bracket && !strings.HasSuffix(list[k-1].Text, ",") {
				continue
			}
			tail := span{s.line, s.from + k, s.to}
			if text := strings.Trim(r.text(tail), "()"); r.isTownText(text) && !isLegalForm(text) || placeScore(text) >= 0.7 {
				cuts[i] = cut{span{s.line, s.from, s.from + k}, tail}
				n++
			}
			break
		}
	}
	for i, c := range cuts {
		if n >= 2 && n*2 > orgs || organizationScore(r.text(c.name)) >= 0.7 {
			e := &all[i]
			sure := e.org.Sure
			e.org = Field{Text: trimmed(r.text(c.name)), Sure: sure, at: []span{c.name}}
			place := 0.65
			if placeScore(strings.Trim(r.text(c.place), "()")) >= 0.7 || n > 1 && n == orgs {
				place = 0.8 // a town that is known, or all have one
			}
			e.place = Field{Text: trimmed(strings.Trim(r.text(c.place), "()")), Sure: place, at: []span{c.place}}
		}
	}
}

// areaBehind takes what stands behind a school for what was studied there, where a degree
// does not say it: "PhD | Princeton University, Computer Science | Princeton".
func (r *reader) areaBehind(e *entry) {
	if e.sectionKind != "education" || len(e.details) > 0 || e.title.IsZero() || len(strings.Fields(e.title.Text)) > 3 || degreeScore(e.title.Text) == 0 {
		return
	}
	s := e.org.at[0]
	list := r.wordsOf(s)
	for k := len(list) - 1; k > 0; k-- {
		if !strings.HasSuffix(list[k-1].Text, ",") {
			continue
		}
		name, area := span{s.line, s.from, s.from + k}, span{s.line, s.from + k, s.to}
		if organizationScore(r.text(name)) > 0 && organizationScore(r.text(area)) == 0 {
			sure := e.org.Sure
			if isSchooling(e.title.Text) {
				if e.place.IsZero() && r.isTownText(r.text(area)) {
					e.org = Field{Text: trimmed(r.text(name)), Sure: sure, at: []span{name}}
					e.place = Field{Text: trimmed(r.text(area)), Sure: 0.65, at: []span{area}}
				}
				return
			}
			e.org = Field{Text: trimmed(r.text(name)), Sure: sure, at: []span{name}}
			e.details = append(e.details, Field{Text: trimmed(r.text(area)), Sure: 0.7, at: []span{area}})
		}
		return
	}
}

// isSchooling reports whether a degree is that of leaving school.
func isSchooling(text string) bool {
	return slices.ContainsFunc(lowerWords(text), func(w string) bool { return words().schooling[w] })
}

// isTown reports whether a part of a head that has a title and an employer is a town that no
// list knows: a few words in capitals that stand on a line of their own, or behind a gap.
func (r *reader) isTown(e *entry, s slot) bool {
	text := trimmed(r.text(s.span))
	if e.sectionKind != "work" && e.sectionKind != "volunteer" || s.to-s.from > 3 || s.title > 0 || s.org > 0.3 || strings.ContainsFunc(text, unicode.IsDigit) {
		return false
	}
	for _, w := range strings.Fields(text) {
		if !isCapital(w) && !words().connector[w] {
			return false
		}
	}
	return s.aside || s.from == 0 && s.to == len(r.lines[s.line].Words)
}

func isLinkSlot(r *reader, s slot) bool {
	text := strings.Trim(r.text(s.span), "<>()[] ")
	return IsLink(text) && (strings.Contains(text, "/") || isDomain(text))
}

// banners hands the employer of a line of its own to the positions under it.
func (r *reader) banners(all []entry) {
	for i := range all {
		e := &all[i]
		if e.sectionKind != "work" && e.sectionKind != "volunteer" {
			return
		}
		if i+1 < len(all) && e.isBanner(&all[i+1]) {
			e.banner = true
			if e.org.IsZero() {
				e.org, e.title = e.title, Field{}
			}
			continue
		}
		if i > 0 && e.org.IsZero() && !all[i-1].org.IsZero() && !isBreak(e.title.Text) {
			e.org = all[i-1].org
			e.org.Sure *= 0.9
		}
	}
}

// isBanner reports whether an entry is the employer of the next one, which has a title and
// falls into its time.
func (e *entry) isBanner(next *entry) bool {
	one := e.org.IsZero() != e.title.IsZero()
	if !one || len(e.points)+len(e.texts) > 0 || next.title.IsZero() || !next.org.IsZero() || titleScore(e.title.Text) >= 0.9 {
		return false
	}
	a, b := e.period, next.period
	return !b.isZero() && !b.start.Before(a.start) && (a.end.IsZero() || !b.end.IsZero() && !a.end.Before(b.end))
}
