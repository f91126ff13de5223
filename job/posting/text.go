package posting

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode/utf8"
)

// Line is a line of a posting's text, for people to read.
type Line struct {
	Text    string
	Heading int  // its level, 1 for the title; 0 for text
	Point   bool // of a list
	Bold    bool // all of it
	Gap     bool // there is space above it
	Section Section
	Marks   []Mark // in the order of the text, none within another
}

// Mark is where a line says what the posting asks for.
type Mark struct {
	From, To    int    // bytes of Line.Text
	Requirement string // its id
	Term        string // one of the requirement's terms; "" where it has none, or where the words say several
}

// mark is where a part says what is asked for, while it is read.
type mark struct {
	row  int
	of   Requirement
	span // of the row
}

// span is a part of a text with a term.
type span struct {
	from, to int
	term     string
}

func spansOf(mentions []mention, from int) (all []span) {
	for _, m := range mentions {
		all = append(all, span{from + m.start, from + m.end, m.name})
	}
	return all
}

// mark notes where a part says a requirement.
func (r *reading) mark(p part, q Requirement, spans ...span) {
	for _, s := range spans {
		s.from, s.to = s.from+p.offset, s.to+p.offset
		r.marks = append(r.marks, mark{p.row, q, s})
	}
}

// Text is the posting's text without what a site put around it, with its requirements marked: those
// that were read, wherever the text names them, and those added by hand, where it says them.
func (p Posting) Text() []Line {
	s := sourceOf(p.Source, p.form)
	s.facts = facts{title: p.asRead(TitleField), company: p.asRead(CompanyField), location: p.asRead(LocationField)}
	r, rows, err := begin(context.Background(), s)
	if err != nil || len(rows) == 1 && len(rows[0].text) > MaxText {
		return nil
	}
	r.requirements()
	lines := make([]Line, len(rows))
	for i, l := range rows {
		lines[i] = Line{Text: l.text, Heading: l.heading, Point: l.item, Bold: l.bold, Gap: l.gap}
	}
	titled := false
	for _, q := range r.parts {
		l := &lines[q.row]
		l.Section = q.in
		switch {
		case l.Heading > 0:
		case q.isHead:
			l.Heading, l.Point = 2, false
		case !titled && q.row < topLines && r.out.Title != "" && strings.HasPrefix(l.Text, r.out.Title) && len(l.Text) < len(r.out.Title)+40:
			l.Heading, l.Point = 1, false
		}
		titled = titled || l.Heading == 1
	}
	for _, m := range r.marks {
		if id := p.marked(m); id != "" {
			lines[m.row].mark(Mark{m.from, m.to, id, m.term})
		}
	}
	for _, q := range p.all() {
		if q.ByHand {
			markByHand(lines, q)
		}
	}
	for i := range lines {
		slices.SortFunc(lines[i].Marks, func(a, b Mark) int { return cmp.Compare(a.From, b.From) })
	}
	return lines
}

// asRead is a field as the reader said it.
func (p Posting) asRead(f Field) string {
	if was, ok := p.AsRead[f]; ok {
		return was
	}
	return p.Fact(f)
}

// marked is the id of the requirement that a mark is of: the one with the same terms, else one
// with the mark's term, "" for none.
func (p Posting) marked(m mark) string {
	all := p.all()
	i := slices.IndexFunc(all, m.of.sameAs)
	if i < 0 && m.term != "" {
		i = slices.IndexFunc(all, func(q Requirement) bool { return slices.Contains(q.terms(), m.term) })
	}
	if i < 0 {
		return ""
	}
	return all[i].ID
}

// mark adds a mark, unless another one is there.
func (l *Line) mark(m Mark) {
	if m.From < 0 || m.To > len(l.Text) || m.From >= m.To || slices.ContainsFunc(l.Marks, func(o Mark) bool { return m.From < o.To && o.From < m.To }) {
		return
	}
	l.Marks = append(l.Marks, m)
}

// markByHand marks where the text says what was added by hand: its words in its sentence, else
// the first time that they stand alone.
func markByHand(lines []Line, q Requirement) {
	find := func(in func(Line) bool) bool {
		for i := range lines {
			from := wordsAt(lines[i].Text, q.Text)
			if from < 0 || !in(lines[i]) {
				continue
			}
			n, term := len(lines[i].Marks), ""
			if len(q.Any) == 1 {
				term = q.Any[0]
			}
			lines[i].mark(Mark{from, from + len(q.Text), q.ID, term})
			if len(lines[i].Marks) > n {
				return true
			}
		}
		return false
	}
	if q.Sentence != q.Text && find(func(l Line) bool { return strings.Contains(l.Text, q.Sentence) }) {
		return
	}
	find(func(Line) bool { return true })
}

// wordsAt is where a text has words that stand alone, -1 for nowhere.
func wordsAt(text, words string) int {
	if words == "" {
		return -1
	}
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 {
			return -1
		}
		i += from
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if (i == 0 || !isWordRune(before)) && (i+len(words) == len(text) || !isWordRune(after)) {
			return i
		}
		from = i + len(words)
	}
}
