package structure

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
	"resumax/language/spelling"
)

// unit is lines that belong together: a point of a list, a paragraph, or a line of a head.
type unit struct {
	lines  []int
	bullet bool
	prose  bool
	wraps  bool    // a name that takes two lines of a narrow column
	mark   int     // words at its start that only mark a point
	gap    float64 // above it
	when   when    // of a line of a head
	words  int
	page   int
}

// apart is how many usual pitches of space part two things.
const apart = 1.35

// units puts the lines of a section together: a wrapped line joins what it goes on with.
func (r *reader) units(from, to int) []unit {
	var all []unit
	right := r.rightEdge(from, to)
	for i := from; i < to; i++ {
		l := r.lines[i]
		if r.isUsed(i) {
			continue // a way to reach someone
		}
		if r.inEntries && (duration().MatchString(l.Text()) || namesColumns(l)) {
			r.use(r.whole(i)) // how long somebody was there
			continue
		}
		mark := markOf(l)
		if n, kind := r.fieldLabel(i); n > 0 {
			r.use(span{i, 0, n})
			u := unit{lines: []int{i}, mark: n, gap: l.Gap, words: len(l.Words) - n, page: l.Page, bullet: kind == fieldDuties}
			u.when, _ = r.whenIn(span{i, n, len(l.Words)})
			switch {
			case n < len(l.Words):
				all = append(all, u)
			case kind != fieldTime && kind != fieldDuties && i+1 < to: // what it names stands in the next line
				r.says(i+1, 0, kind)
			}
			continue
		}
		if mark > 0 && (r.beginsWithTime(i, mark) || r.isMarkedHead(i, mark)) {
			r.use(span{i, 0, mark}) // a dot on a line of time
			mark = 0
		}
		if n := len(all) - 1; n >= 0 && mark == 0 && r.goesOn(&all[n], i, right) {
			all[n].lines = append(all[n].lines, i)
			all[n].words += len(l.Words)
			all[n].wraps = r.inEntries && r.isName(all[n])
			all[n].prose = all[n].prose || !all[n].bullet && !all[n].wraps
			continue
		}
		u := unit{lines: []int{i}, bullet: mark > 0 || l.Item, mark: mark, gap: l.Gap, words: len(l.Words), page: l.Page}
		if mark > 0 {
			r.use(span{i, 0, mark})
		}
		if !u.bullet {
			u.when, _ = r.whenIn(r.whole(i))
			u.prose = prose(l) && (u.when.isZero() || len(l.Words) > 16) && !(r.inEntries && r.hasPlain && l.Bold() && len(l.Words) <= headWords)
			if u.prose {
				u.when = when{}
			}
		}
		all = append(all, u)
	}
	return all
}

// isName reports whether a unit of two lines is a name that a narrow column broke: "Universidade
// Federal", "Fluminense". Most of its longer words have capitals.
func (r *reader) isName(u unit) bool {
	const longest = 7 // words
	if u.bullet || u.prose || len(u.lines) != 2 || u.words > longest || !u.when.isZero() {
		return false
	}
	small, capitals := 0, 0
	for _, i := range u.lines {
		for _, w := range r.lines[i].Words {
			switch {
			case isCapital(w.Text):
				capitals++
			case len(w.Text) > 3:
				small++
			}
		}
	}
	last := r.lines[u.lines[1]].Text()
	return capitals > small && isCapital(last) && !strings.HasSuffix(last, ".")
}

// The kinds of labels of the fields of an entry.
const (
	fieldTitle  = "title"
	fieldOrg    = "organization"
	fieldPlace  = "place"
	fieldTime   = "time"
	fieldDuties = "duties"
)

// fieldLabel is how many words of a line of an entry say what the others are, and what that
// is: "Company: Acme", "Occupation or position held   Baker". The others get their role.
func (r *reader) fieldLabel(i int) (n int, kind string) {
	l := r.lines[i]
	if !r.inEntries || l.Bullet() || l.Item {
		return 0, ""
	}
	const longest = 7 // words
	for n = min(longest, len(l.Words)); n > 0; n-- {
		last := l.Words[n-1]
		if n == len(l.Words) && !strings.HasSuffix(last.Text, ":") && n < 3 {
			continue // "Position" may be one
		}
		if n < len(l.Words) && !strings.HasSuffix(last.Text, ":") && last.Text != ":" && !wide(last, l.Words[n]) && l.Words[n].Left-last.Right < last.Size {
			continue
		}
		kind = words().fields[strings.ToLower(strings.Trim(textOf(l.Words[:n]), " :"))]
		if kind == "" {
			continue
		}
		if n < len(l.Words) {
			r.says(i, n, kind)
		}
		if kind == fieldDuties && n+1 < len(l.Words) && isMark(l.Words[n].Text) {
			n++
		}
		return n, kind
	}
	return 0, ""
}

// says notes what a label says that the words of a line from one on are.
func (r *reader) says(line, from int, kind string) {
	role := map[string]Role{fieldTitle: IsTitle, fieldOrg: IsOrganization, fieldPlace: IsPlace}[kind]
	if role == Unsaid {
		return
	}
	roles := maps.Clone(r.lines[line].Roles)
	if roles == nil {
		roles = map[int]Role{}
	}
	roles[from] = role
	r.lines[line].Roles = roles
}

// namesColumns reports whether a line is the names of a table's columns.
func namesColumns(l Line) bool {
	return len(l.Words) > 1 && !slices.ContainsFunc(l.Words, func(w pdftext.Word) bool { return !words().columns[strings.ToLower(w.Text)] })
}

// beginsWithTime reports whether the words of a line from one on begin with a period.
func (r *reader) beginsWithTime(line, from int) bool {
	w, ok := r.whenIn(r.whole(line))
	return ok && !w.single && w.at.from == from
}

// isMarkedHead reports whether a line with a mark is the head of an entry rather than a
// point: it is larger than the text, and a time stands on it or under it.
func (r *reader) isMarkedHead(line, mark int) bool {
	l := r.lines[line]
	const headSize = 1.1
	if len(l.Words)-mark > 14 {
		return false
	}
	if l.Words[len(l.Words)-1].Size < r.size*headSize || len(l.Words)-mark > 10 {
		return r.inEntries && r.isListedHead(line)
	}
	for i := line; i < min(line+3, len(r.lines)); i++ {
		if w, ok := r.whenIn(r.whole(i)); ok && len(r.lines[i].Words)-(w.at.to-w.at.from) <= 6 {
			return true
		}
	}
	return false
}

// isListedHead reports whether a line with a mark is the head of an entry in a list of them:
// a time stands apart at the right of it, or of the line under it, which has no mark and does
// not go on with it.
func (r *reader) isListedHead(line int) bool {
	l := r.lines[line]
	if w, ok := r.whenIn(r.whole(line)); ok {
		return w.at.to == len(l.Words) && w.at.from > 1 && wide(l.Words[w.at.from-1], l.Words[w.at.from])
	}
	if line+1 >= len(r.lines) || r.flows {
		return false
	}
	next := r.lines[line+1]
	w, ok := r.whenIn(r.whole(line + 1))
	if !ok || w.single && len(next.Words) > 4 || markOf(next) > 0 || next.Page != l.Page || w.at.to != len(next.Words) || next.Box.Left < l.Words[1].Left-2.5 || next.Gap > r.pitch*apart {
		return false
	}
	return w.at.from == 0 || wide(next.Words[w.at.from-1], next.Words[w.at.from])
}

// narrowColumn is how wide a column is, in points, in which short lines are full ones.
const narrowColumn = 200

// isUsed reports whether all words of a line were taken.
func (r *reader) isUsed(line int) bool {
	return len(r.lines[line].Words) > 0 && len(unused(r, r.whole(line))) == 0
}

// rightEdge is about where the lines of a part end on the right.
func (r *reader) rightEdge(from, to int) float64 {
	var edges []float64
	for _, l := range r.lines[from:to] {
		edges = append(edges, l.Box.Right)
	}
	if len(edges) == 0 {
		return 0
	}
	slices.Sort(edges)
	return edges[len(edges)*9/10]
}

// goesOn reports whether line i goes on with a unit: the line before was full, or the text
// is in the middle of a sentence.
func (r *reader) goesOn(u *unit, i int, right float64) bool {
	l, last := r.lines[i], r.lines[u.lines[len(u.lines)-1]]
	if l.Item || last.Whole || l.Heading > 0 || last.Heading > 0 {
		return false
	}
	if !u.bullet && endsPoint(last, l) {
		right = max(right, r.columnRight(i))
	}
	if l.Gap > r.pitch*apart && l.Page == last.Page && r.pitch > 0 {
		return false
	}
	if l.Words[0].Bold && !last.Words[len(last.Words)-1].Bold || abs(l.Size()-last.Size()) > 0.6 {
		return false
	}
	text := l.Text()
	if !u.bullet && !u.prose && len(l.Words) <= 5 && placeScore(text) >= 0.9 {
		return false // a place of its own
	}
	if w, ok := r.whenIn(r.whole(i)); ok && w.at.to-w.at.from == len(l.Words) && len(l.Words) > 1 {
		return false // a time of its own
	}
	if w, ok := r.whenIn(r.whole(i)); ok && !w.single && !u.bullet && !u.prose && len(l.Words) <= headWords && (w.at.to == len(l.Words) || w.at.from == 0) {
		return false // the line of a head
	}
	if name, _ := r.groupName(r.whole(i)); !u.bullet && name.from < name.to && name.to < len(l.Words) {
		return false // "Tools: …"
	}
	first, _ := firstRune(text)
	lower := unicode.IsLower(first) || strings.ContainsRune("(&–", first)
	if u.bullet {
		textLeft := r.lines[u.lines[0]].Words[min(u.mark, len(r.lines[u.lines[0]].Words)-1)].Left
		if w, ok := r.whenIn(r.whole(i)); ok && !w.isZero() && len(l.Words) < 12 && !lower && !isFull(last, l, right) {
			return false
		}
		hangs := l.Box.Left > textLeft-2.5
		if mark := r.lines[u.lines[0]].Box.Left; !hangs && u.mark > 0 && abs(l.Box.Left-mark) < 2.5 && isFull(last, l, right) && (len(u.lines) == 1 || abs(last.Box.Left-mark) < 2.5) {
			return len(l.Words) <= 5 && titleScore(text) < 0.9 || lower // marks stand within the text
		}
		return hangs && (lower || isFull(last, l, right) || l.Box.Left > r.lines[u.lines[0]].Box.Left+2) || lower && isFull(last, l, right)
	}
	if !u.when.isZero() && !u.prose || hasWideGap(l) || hasWideGap(last) {
		return false
	}
	narrow := right-l.Box.Left < narrowColumn && isFull(last, l, right)
	return (len(last.Words) > 5 || u.prose || narrow) && isFull(last, l, right) && abs(l.Box.Left-last.Box.Left) < 12 && l.Bold() == last.Bold()
}

// hasWideGap reports whether a line is fields with space between them.
func hasWideGap(l Line) bool {
	for i := 1; i < len(l.Words); i++ {
		if wide(l.Words[i-1], l.Words[i]) && l.Words[i].Left-l.Words[i-1].Right > 2*l.Words[i].Size {
			return true
		}
	}
	return false
}

// isFull reports whether a line had no space for the first word of the next one.
func isFull(last, next Line, right float64) bool {
	if last.Box.Right <= last.Box.Left {
		return false
	}
	w := next.Words[0]
	slack := 1.2
	if endsPoint(last, next) {
		slack = 0
	}
	return last.Box.Right+w.Right-w.Left+0.25*w.Size > right-slack*w.Size
}

// endsPoint reports whether a sentence ends with a line: few do, but points.
func endsPoint(last, next Line) bool {
	return strings.HasSuffix(last.Words[len(last.Words)-1].Text, ".") && isCapital(next.Words[0].Text)
}

func abs(v float64) float64 {
	if v < 0 {
		return -v
	}
	return v
}

// markOf is how many words at a line's start mark it as a point of a list.
func markOf(l Line) int {
	if l.Bullet() {
		return 1
	}
	return 0
}

// spans are the words of a unit, without its mark.
func (u unit) spans(r *reader) (all []span) {
	for n, i := range u.lines {
		s := r.whole(i)
		if n == 0 {
			s.from += u.mark
		}
		all = append(all, s)
	}
	return all
}

// takeText takes a unit as running text. Words that a line's end broke at a hyphen stay as
// they are written.
func (r *reader) takeText(u unit, sure float64) Field {
	f := r.take(sure, u.spans(r)...)
	var b strings.Builder
	for n, s := range u.spans(r) {
		text := r.text(s)
		if n > 0 {
			joinLine(&b, text)
			continue
		}
		b.WriteString(text)
	}
	f.Text = strings.TrimSpace(b.String())
	return f
}

// joinLine puts the next line of a text to those before.
func joinLine(b *strings.Builder, next string) {
	text := b.String()
	switch {
	case strings.HasSuffix(text, "-") && !strings.HasSuffix(text, " -"):
		if whole, ok := unhyphenated(text, next); ok {
			b.Reset()
			b.WriteString(whole)
			return
		}
	case !wideScript(text, next):
		b.WriteByte(' ')
	}
	b.WriteString(next)
}

// unhyphenated joins two lines at a hyphen that only the end of the line made: the two parts
// are a word of English or another language, or the first is none and both have small letters.
func unhyphenated(text, next string) (string, bool) {
	head := text[strings.LastIndexAny(text, " (/“\"")+1 : len(text)-1]
	tail, _, _ := strings.Cut(next, " ")
	tail = strings.TrimRight(tail, ".,;:!?)”\"")
	first, _ := firstRune(tail)
	if !unicode.IsLower(first) || strings.ContainsFunc(head+tail, func(c rune) bool { return !unicode.IsLetter(c) }) || head == "" {
		return "", false
	}
	if whole := strings.ToLower(head + tail); isWord(whole) || !isWord(strings.ToLower(head)) && !isWord(tail) {
		return text[:len(text)-1] + next, true
	}
	return "", false
}

// isWord reports whether a text in small letters is a word of a language that the program knows.
func isWord(low string) bool {
	if spelling.English().Common(low) {
		return true
	}
	for _, tag := range spelling.Tags() {
		if spelling.In(tag).Common(low) {
			return true
		}
	}
	return false
}

// wideScript reports whether two lines go on without a space, as Chinese and Japanese do.
func wideScript(a, b string) bool {
	last, first := ' ', ' '
	for _, c := range a {
		last = c
	}
	first, _ = firstRune(b)
	is := func(c rune) bool {
		return unicode.In(c, unicode.Han, unicode.Hiragana, unicode.Katakana) || strings.ContainsRune("、。，・", c)
	}
	return is(last) && is(first)
}
