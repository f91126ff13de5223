// Package heads finds places in the heads of entries of text without much of a look, by how
// the lines of a head are made: "Mill, Bath" under "Baker  2019 – 2021" has its place behind
// the comma, whatever its name is.
package heads

import (
	"slices"
	"strings"
	"unicode"

	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/resume"
)

// Places marks the places in the heads of entries.
func Places(lines []structure.Line) {
	m := marker{titles: map[string]bool{}}
	for i := range lines {
		if i < 12 {
			m.contact(&lines[i])
		}
		if !m.isHead(lines[i]) {
			continue
		}
		parts := partsOf(lines[i])
		date := -1
		for k, p := range parts {
			if isDate(lines[i].Words[p.from:p.to]) {
				date = k
			}
		}
		if date < 0 {
			continue
		}
		others := len(parts) - 1
		switch {
		case others == 1 && i > 0 && m.isHead(lines[i-1]) && !hasDate(lines[i-1]):
			m.above(lines, i, parts[1-date])
		case others == 1 && i+1 < len(lines) && m.isHead(lines[i+1]) && !hasDate(lines[i+1]):
			m.comma(&lines[i+1])
		case others == 0 && i > 0 && m.isHead(lines[i-1]) && !hasDate(lines[i-1]):
			m.school(&lines[i-1])
		}
	}
}

type part struct{ from, to int }

type marker struct{ titles map[string]bool }

// above looks at the line over one that has a time and another part.
func (m marker) above(lines []structure.Line, i int, other part) {
	over := &lines[i-1]
	parts := partsOf(*over)
	here := text(lines[i].Words[other.from:other.to])
	switch {
	case len(parts) == 2 && m.canBePlace(text(over.Words[parts[1].from:parts[1].to])):
		mark(over, parts[1].from)
	case len(parts) == 1 && strings.Contains(over.Text(), ", ") && m.canBePlace(here):
		mark(&lines[i], other.from)
		m.school(over)
	case len(parts) == 1 && i+1 < len(lines) && m.isHead(lines[i+1]) && !hasDate(lines[i+1]) && lines[i+1].Gap < lines[i].Gap*1.3 && !strings.Contains(over.Text(), ", "):
		m.comma(&lines[i+1])
	}
}

// comma marks what is behind the last comma of a line as its place, and parts it from the rest.
func (m marker) comma(l *structure.Line) {
	if len(partsOf(*l)) != 1 {
		return
	}
	at, before := -1, -1
	for i := 1; i < len(l.Words); i++ {
		if strings.HasSuffix(l.Words[i-1].Text, ",") {
			at, before = i, at
		}
	}
	if before > 0 && m.canBePlace(text(l.Words[at:])) && m.canBePlace(text(l.Words[before:at])) {
		at = before // "Chicago, IL"
	}
	if at < 1 || !m.canBePlace(text(l.Words[at:])) {
		return
	}
	partAt(l, at)
	mark(l, at)
}

// partAt parts a line before a word.
func partAt(l *structure.Line, at int) {
	const gap = 3 // type sizes
	for i := at; i < len(l.Words); i++ {
		l.Words[i].Left += gap * l.Words[i].Size
		l.Words[i].Right += gap * l.Words[i].Size
	}
	l.Box.Right += gap * l.Words[at].Size
}

// school parts "BSc, Biology, Example University" behind what was studied.
func (m marker) school(l *structure.Line) {
	if len(partsOf(*l)) != 1 {
		return
	}
	var commas []int
	for i := 1; i < len(l.Words); i++ {
		if strings.HasSuffix(l.Words[i-1].Text, ",") {
			commas = append(commas, i)
		}
	}
	if len(commas) != 2 || !isDegree(text(l.Words[:commas[0]])) {
		return
	}
	partAt(l, commas[1])
	if l.Roles == nil {
		l.Roles = map[int]structure.Role{}
	}
	l.Roles[0], l.Roles[commas[1]] = structure.IsTitle, structure.IsOrganization
}

// contact labels the place on a line of ways to reach someone: what has the form of one.
func (m marker) contact(l *structure.Line) {
	if !strings.Contains(l.Text(), "@") || l.Roles != nil {
		return
	}
	parts := partsOf(*l)
	for _, p := range parts {
		if len(parts) < 3 || p.to-p.from > 3 || l.Words[p.from].Link != "" || !m.canBePlace(text(l.Words[p.from:p.to])) || strings.HasSuffix(l.Words[p.from].Text, ":") {
			continue
		}
		label := l.Words[p.from]
		label.Text, label.Right = "Location:", label.Left
		l.Words = slices.Insert(slices.Clone(l.Words), p.from, label)
		return
	}
}

// isDegree reports whether a text is a degree.
func isDegree(t string) bool {
	e := structure.Of(structure.Flow(probe("Education", t))).Document.Resume().Education
	return len(e) == 1 && e[0].StudyType != ""
}

// probe is a resume of one line in a section.
func probe(section, line string) []structure.Paragraph {
	return []structure.Paragraph{
		{Heading: 1, Runs: []structure.Run{{Text: "Ada Example", Size: 24, Bold: true}}},
		{Heading: 2, Space: 1, Runs: []structure.Run{{Text: section, Size: 16, Bold: true}}}, {Runs: []structure.Run{{Text: line + "\t2019 – 2020"}}}}
}

func mark(l *structure.Line, word int) {
	if l.Roles == nil {
		l.Roles = map[int]structure.Role{}
	}
	l.Roles[word] = structure.IsPlace
}

// isHead reports whether a line can be one of a head.
func (m marker) isHead(l structure.Line) bool {
	const longest = 16
	t := l.Text()
	return !l.Item && !l.Bullet() && len(l.Words) <= longest && !strings.HasSuffix(t, ".") && !strings.Contains(t, "@") && !strings.Contains(t, ": ")
}

// partsOf are the parts of a line: between wide gaps and the characters that part fields.
func partsOf(l structure.Line) (all []part) {
	from := 0
	end := func(to int) {
		if to > from {
			all = append(all, part{from, to})
		}
	}
	for i, w := range l.Words {
		switch {
		case isSeparator(w.Text) && !dateAround(l.Words, i):
			end(i)
			from = i + 1
		case i > from && (w.Left-l.Words[i-1].Right > 1.6*w.Size || strings.HasSuffix(l.Words[i-1].Text, ",") && isDate(l.Words[i:])):
			end(i)
			from = i
		}
	}
	end(len(l.Words))
	return all
}

// dateAround reports whether a dash stands between the ends of a period.
func dateAround(words []pdftext.Word, i int) bool {
	if i == 0 || i+1 >= len(words) {
		return false
	}
	if !strings.Contains("—–-/", words[i].Text) {
		return false
	}
	digits := func(s string) bool { return strings.ContainsFunc(s, unicode.IsDigit) }
	return digits(words[i-1].Text)
}

func isSeparator(w string) bool {
	switch w {
	case "|", "·", "•", "—", "–", "-", "/", "‖", "∙":
		return true
	}
	return false
}

func text(words []pdftext.Word) string {
	all := make([]string, len(words))
	for i, w := range words {
		all[i] = w.Text
	}
	return strings.Trim(strings.Join(all, " "), " ,;()")
}

func isDate(words []pdftext.Word) bool {
	t := text(words)
	if len(words) > 9 || !strings.ContainsFunc(t, unicode.IsDigit) {
		return false
	}
	if a, b, ok := resume.ParsePeriod(t); ok && (a.Understood() || b.Understood()) {
		return true
	}
	d, ok := resume.ParseDate(t)
	return ok && d.Understood()
}

func hasDate(l structure.Line) bool {
	for _, p := range partsOf(l) {
		if isDate(l.Words[p.from:p.to]) {
			return true
		}
	}
	return false
}

// legal are words that end the names of firms.
var legal = map[string]bool{"inc": true, "llc": true, "ltd": true, "gmbh": true, "ag": true, "co": true, "corp": true, "sa": true, "s.a": true, "bv": true, "b.v": true, "kg": true, "plc": true, "se": true, "sas": true, "sarl": true, "srl": true, "spa": true, "llp": true, "pc": true, "ab": true, "oy": true, "as": true, "aps": true}

// canBePlace reports whether a text has the form of a place's name, and does not sound like
// anything else.
func (m marker) canBePlace(t string) bool {
	words := strings.Fields(t)
	if len(words) == 0 || len(words) > 4 || strings.ContainsFunc(t, unicode.IsDigit) || strings.ContainsAny(t, "@:/&") {
		return false
	}
	first := []rune(words[0])[0]
	if !unicode.IsUpper(first) && unicode.IsLetter(first) && !unicode.Is(unicode.Lo, first) {
		return false
	}
	if legal[strings.ToLower(strings.Trim(words[len(words)-1], "."))] {
		return false
	}
	sounds, ok := m.titles[t]
	if !ok {
		sounds = soundsLike(t)
		m.titles[t] = sounds
	}
	return !sounds
}

// soundsLike reports whether a text sounds like a title, a degree or an organization.
func soundsLike(t string) bool {
	const unsure = 0.61 // what says nothing is taken for a title with 0.6
	for _, taken := range structure.Of(structure.Flow(probe("Experience", t))).Taken {
		switch taken.Address {
		case "/work/0/name":
			return true
		case "/work/0/position":
			if taken.Confidence > unsure {
				return true
			}
		}
	}
	return isDegree(t)
}
