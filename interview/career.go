package interview

import (
	"cmp"
	"slices"
	"strings"

	"resumax/language/terms"
	"resumax/resume"
)

// Times that are asked about, in months.
const (
	gapMonths   = 6   // without anything between two positions: what the score asks about too
	gapYears    = 10  // that are looked at
	shortMonths = 12  // at an employer, below which a stay is short
	shortYears  = 5   // that are looked at
	studyMonths = 48  // that a school takes of which only the end is given
	longest     = 120 // months of a stint without an end that could be believed
)

// gaps are the cards of gaps and short stays. Where a date of a position is missing or not
// understood there are none: it may lie in any of them.
func (m *maker) gaps() {
	var work []*item
	for _, it := range m.items {
		if it.section != "work" {
			continue
		}
		if !it.start.Understood() || it.end.Unread() {
			return
		}
		work = append(work, it)
	}
	slices.SortStableFunc(work, func(a, b *item) int { return cmp.Compare(a.start.Months(), b.start.Months()) })
	m.gapsIn(work)
	m.shortStays(work)
}

// busy marks the months in which the resume says something.
func (m *maker) busy() map[int]bool {
	all := map[int]bool{}
	mark := func(start, end resume.Date) {
		from, to := start.Months(), m.in.Today.Months()
		if end.Understood() {
			to = end.Months()
			if end.Month == 0 {
				to = end.Year*12 + 11
			}
		}
		if start.Month == 0 {
			from = start.Year * 12
		}
		for i := from; start.Understood() && i <= to && i < from+50*12; i++ {
			all[i] = true
		}
	}
	for _, it := range m.items {
		mark(it.start, it.end)
	}
	for _, e := range m.r.Education {
		if e.Hidden || !m.shown["education"] {
			continue
		}
		start := e.Start
		if !start.Understood() && e.End.Understood() {
			start = resume.Date{Year: e.End.Year - studyMonths/12, Month: max(1, e.End.Month)}
		}
		mark(start, e.End)
	}
	return all
}

func (m *maker) gapsIn(work []*item) {
	busy := m.busy()
	latest := 0 // of those before, the one that ended last
	for i := 1; i < len(work); i++ {
		if end(work[i-1]) >= end(work[latest]) {
			latest = i - 1
		}
		before, after := work[latest], work[i]
		if before.end.IsZero() || !before.end.Understood() || before.end.Month == 0 || after.start.Month == 0 {
			continue
		}
		free := 0
		for at := before.end.Months() + 1; at < after.start.Months(); at++ {
			if !busy[at] {
				free++
			}
		}
		if free <= gapMonths || m.in.Today.Months()-after.start.Months() > gapYears*12 {
			continue
		}
		base := 0.88
		if m.in.Today.Months()-after.start.Months() > shortYears*12 {
			base = 0.6
		}
		m.about(Gap, "gap", after, "startDate", base, "{from}", before.end.Long(), "{to}", after.start.Long(), "{months}", itoa(free), "{title}", after.title)
	}
}

func end(it *item) int {
	if it.end.IsZero() {
		return 1 << 30
	}
	return it.end.Months()
}

// brief are words of titles of which nobody expects a long stay.
var brief = set("intern internship trainee student apprentice temporary temp seasonal contract contractor freelance freelancer consultant volunteer fellow co-op coop interim werkstudent praktikant")

func (m *maker) shortStays(work []*item) {
	for _, it := range work {
		from, to := it.start.Months(), end(it)
		dated := it.start.Month > 0
		for _, o := range work {
			if o != it && strings.EqualFold(o.where, it.where) && it.where != "" {
				from, to = min(from, o.start.Months()), max(to, end(o))
				dated = dated && o.start.Month > 0
			}
		}
		if !dated || it.where == "" || it.end.Month == 0 || to == 1<<30 || to != it.end.Months() || slices.ContainsFunc(words(it.title), func(w string) bool { return brief[w] }) {
			continue
		}
		months := to - from + 1
		if months >= shortMonths || months < 1 || m.in.Today.Months()-to > shortYears*12 {
			continue
		}
		m.about(ShortStay, "short-stay", it, "endDate", 0.62, "{place}", it.where, "{months}", itoa(months))
	}
}

// about adds a card about an item, at one of its members.
func (m *maker) about(kind Kind, group string, it *item, member string, base float64, pairs ...string) {
	at := it.address.Child(member)
	raw := strings.TrimSpace(m.in.Document.TextAt(at))
	if raw == "" || slices.Contains(pairs, "") {
		return
	}
	l := line{address: at, text: m.d.text(raw), item: it, rank: -1, place: it.place, hard: it.hard}
	m.want(kind, &l, group, strings.Join(pairs, "|"), base, func() draft {
		g := load().groups[group]
		return draft{card: m.general(g, raw), questions: fill(g.Questions, pairs...)}
	})
}

// unbacked are the cards of skills that no line shows.
func (m *maker) unbacked() {
	const most = 10
	used := map[string]bool{}
	var low strings.Builder
	bullets := 0
	for i := range m.lines {
		l := &m.lines[i]
		if !l.bullet && l.item == nil {
			continue
		}
		bullets++
		low.WriteString(strings.ToLower(l.text.plain) + "\n")
		for _, f := range l.text.found {
			used[f.Term.Name] = true
			for _, t := range terms.Default().Implied(f.Term.Name) {
				used[t.Name] = true
			}
		}
	}
	if bullets == 0 || m.foreign {
		return
	}
	n := 0
	for _, s := range m.skills {
		if n == most {
			break
		}
		plain := resume.Plain(s.text)
		if len(s.terms) != 1 || len(strings.Fields(plain)) > 4 {
			continue // what is no known skill, or several in one
		}
		t := s.terms[0]
		if t.Category == terms.Soft || t.Category == terms.Certificate || used[t.Name] || strings.Contains(low.String(), strings.ToLower(plain)) {
			continue
		}
		n++
		l := line{address: s.address, text: m.d.text(s.text), rank: -1, place: "skills", hard: true}
		m.want(Skill, &l, t.Name, "", 0.5-0.02*float64(n), func() draft {
			g := load().groups["skill"]
			c := m.general(g, s.text)
			c.Term = t.Name
			if o := load().tradeOffs[t.Name]; o != nil {
				c.Points = append(c.Points, "The classic trap: "+o.Trap)
			}
			return draft{card: c, questions: fill(g.Questions, "{term}", plain)}
		})
	}
}

// anchor is the place of the resume that stands for the person: the newest title, else the
// headline.
func (m *maker) anchor() (line, bool) {
	if it := m.newest(); it != nil {
		at := it.address.Child("position")
		if raw := strings.TrimSpace(m.in.Document.TextAt(at)); raw != "" {
			return line{address: at, text: m.d.text(raw), item: it, rank: -1}, true
		}
	}
	for _, at := range []resume.Address{resume.Basics.Child("label"), resume.Summary, resume.Basics.Child("name")} {
		if raw := strings.TrimSpace(m.in.Document.TextAt(at)); raw != "" && (at != resume.Summary || m.shown[resume.SummaryKey]) {
			return line{address: at, text: m.d.text(raw), rank: -1}, true
		}
	}
	return line{}, false
}

// Most questions of the role.
const (
	mostOfPack  = 8
	mostOfField = 8
)

// role are the questions of everyone with the title.
func (m *maker) role() {
	l, ok := m.anchor()
	if !ok || l.item == nil && l.address != resume.Basics.Child("label") {
		return
	}
	l.place, l.hard = "role", true
	n := 0
	if p := m.in.Pack; p != nil {
		for _, q := range p.Questions {
			if n == mostOfPack || !m.isOpen(q.Text) {
				continue
			}
			n++
			m.want(Role, &l, q.Text, "", 0.5-0.01*float64(n), func() draft {
				return draft{card: Card{Audience: HiringManager, Quote: l.text.source, Why: "It is asked of everyone in the role: " + p.Name + ".", Points: sentences(q.Shows),
					FollowUps: slices.Clone(load().then[aboutOf(q.Text)]), Arithmetic: []Figure{}}, questions: []string{q.Text}}
			})
		}
	}
	if m.field == nil {
		return
	}
	for i, q := range m.field.Questions {
		if i == mostOfField {
			break
		}
		m.want(Role, &l, q.Text, "", 0.52-0.01*float64(i), func() draft {
			return draft{card: Card{Audience: q.Audience, Quote: l.text.source, Why: load().why[q.About][0], Points: slices.Clone(q.Points),
				FollowUps: slices.Clone(load().then[q.About]), Arithmetic: []Figure{}}, questions: []string{q.Text}}
		})
	}
}

// openers begin questions that presuppose nothing of the one who is asked.
var openers = []string{"How would ", "How do you ", "What would ", "What do you ", "Tell me about ", "Explain ", "Walk me ", "Take me ", "Describe ", "When do you ", "When would ",
	"When did you last ", "Would you ", "Why ", "Draw ", "Design ", "Sketch ", "A ", "An ", "Two ", "Suppose ", "Given ", "Show me ", "Which "}

// isOpen reports whether a question of a role pack fits anybody of the role: packs' questions
// are partly about their sample.
func (m *maker) isOpen(q string) bool {
	if strings.ContainsAny(q, "0123456789%$") || !slices.ContainsFunc(openers, func(o string) bool { return strings.HasPrefix(q, o) }) {
		return false
	}
	low := " " + strings.ToLower(q)
	for _, w := range []string{" your ", " you took", " you cut", " you built", " you say", " you moved", " you chose", " you wrote", " you made", " did you "} {
		if strings.Contains(low, w) && !(w == " did you " && strings.Contains(low, "did you last")) && !(w == " your " && strings.HasPrefix(low, " tell me about a ")) {
			return false
		}
	}
	for _, f := range m.d.text(q).found {
		if f.Term.Category.Technology() && !m.names(f.Term) {
			return false
		}
	}
	return true
}

// names reports whether the resume names a term.
func (m *maker) names(t *terms.Term) bool {
	for i := range m.lines {
		for _, f := range m.lines[i].text.found {
			if f.Term == t {
				return true
			}
		}
	}
	return slices.ContainsFunc(m.skills, func(s skill) bool { return slices.Contains(s.terms, t) })
}

// aboutOf is what a question of a pack is about.
func aboutOf(q string) string {
	switch {
	case strings.HasPrefix(q, "Tell me"), strings.HasPrefix(q, "When did"), strings.HasPrefix(q, "Describe"):
		return "experience"
	case strings.HasPrefix(q, "A "), strings.HasPrefix(q, "An "), strings.HasPrefix(q, "Two "), strings.HasPrefix(q, "Suppose"), strings.HasPrefix(q, "What would"), strings.HasPrefix(q, "Given"):
		return "situation"
	case strings.HasPrefix(q, "Would you"), strings.HasPrefix(q, "Why"), strings.HasPrefix(q, "When would"):
		return "judge"
	}
	return "know"
}

// sentences are those of a text, each as a point.
func sentences(text string) []string {
	var all []string
	for _, s := range strings.Split(strings.TrimSuffix(strings.TrimSpace(text), "."), ". ") {
		for _, p := range strings.Split(s, "; ") {
			if p = strings.TrimSpace(p); p != "" {
				all = append(all, upper(p))
			}
		}
	}
	return all
}
