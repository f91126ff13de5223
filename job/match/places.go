package match

import (
	"slices"

	"resumax/job/posting"
	"resumax/resume"
)

// use is what a text of a resume is as evidence.
type use uint8

const (
	proof       use = iota // running text about work: bullets, descriptions
	claim                  // skills, summary, keywords: says so, shows nothing
	titled                 // titles of positions, and the headline
	certificate            // names of certificates
	degree                 // kinds and fields of study
	spoken                 // languages
)

// place is a text of a resume.
type place struct {
	address resume.Address
	*text
	use      use
	weight   float64 // of proof, by how long ago it was: 1 for the last five years, 0.6 up to ten, 0.3 beyond
	position int     // index into positions, -1 for none
	skill    bool    // it is an entry of the list of skills
	licensed *text   // it with the name of its group, where that names a license: "Führerschein: Klasse B"; nil else
	copied   bool    // it is the posting's, word for word
	parts    []span  // else, those parts of it that are
	project  bool    // it is in the project and not in the document
	hidden   bool
	fluency  string
}

// span is a part of a text, in bytes of the plain text.
type span struct{ from, to int }

// position is something with a title and dates.
type position struct {
	address  resume.Address // of the title
	title    *text
	from, to int // months, to exclusive; none where from is not before to
	weight   float64
	paid     bool
}

// Weights by age, as package score has them: readers of resumes weigh what is recent.
const (
	recentYears, recentWeight = 5, 1.0
	olderYears, olderWeight   = 10, 0.6
	oldWeight                 = 0.3
)

// gathering goes through a resume.
type gathering struct {
	m         *Matcher
	document  resume.Document
	r         *resume.Resume
	today     resume.Date
	all       bool // what is hidden too
	project   bool
	sought    *compiled // texts that have nothing of what it asks for are left out; nil for none
	places    []place
	positions []position
}

func (g *gathering) add(p place) {
	if p.text != nil && p.plain != "" && !p.open && (g.sought == nil || p.use != proof && p.use != claim || p.licensed != nil || g.m.tells(p.text, g.sought)) {
		p.project = g.project
		if g.places == nil {
			const usual = 128
			g.places = make([]place, 0, usual)
		}
		g.places = append(g.places, p)
	}
}

// read reads a text that may be hidden.
func (g *gathering) read(a resume.Address, source string, hidden bool, p place) {
	if source == "" || hidden && !g.all {
		return
	}
	p.address, p.hidden = a, hidden
	p.text = g.m.text(source, p.use == claim && p.skill)
	if p.licensed != nil {
		p.licensed = g.m.text(p.licensed.plain+" "+source, true)
	}
	if p.use == proof && p.isList() {
		p.use = claim
	}
	g.add(p)
}

// isList reports whether a text only names things, as an entry of a list of skills does: it says
// of nothing what was done with it.
func (p *place) isList() bool {
	const fewWords = 5
	if len(p.words) < fewWords {
		return true
	}
	named := 0
	for _, f := range p.found {
		named += f.End - f.Start
	}
	return len(p.found) > 1 && named*3 > len(p.plain)*2
}

// lines reads the texts of a list: those that are shown, and where all is asked for the
// hidden ones too.
func (g *gathering) lines(lines []resume.TextLine, list resume.Address, hidden bool, p place) {
	if !g.all {
		for _, l := range lines {
			g.read(l.Address, l.Text, hidden, p)
		}
		return
	}
	if len(lines) > 0 {
		list = lines[0].Address.Parent()
	}
	if !g.document.HasTextIDs(list) { // none is hidden alone
		for _, l := range lines {
			g.read(l.Address, l.Text, hidden, p)
		}
		return
	}
	v, _ := g.document.Get(list)
	for i, e := range v.Items() {
		at := list.Item(i)
		g.read(at, e.Str(), hidden || g.document.TextHidden(at), p)
	}
}

// gather reads the whole resume.
func (g *gathering) gather() {
	r := g.r
	none := place{position: -1, weight: 0}
	claims := none
	claims.use = claim
	heading := none
	heading.use = titled
	g.read(resume.Basics.Child("label"), r.Basics.Label, false, heading)
	shown := map[string]bool{}
	for _, s := range r.Sections {
		shown[s.Key] = !s.Hidden
	}
	g.read(resume.Summary, r.Basics.Summary, !shown[resume.SummaryKey], claims)
	for _, w := range r.Work {
		g.position(w.Item, !shown["work"], w.Position, "position", w.Start, w.End, true, func(p place, hidden bool) {
			g.read(w.Address.Child("summary"), w.Summary, hidden, p)
			g.read(w.Address.Child("description"), w.Description, hidden, p)
			g.lines(w.Highlights, w.Address.Child("highlights"), hidden, p)
			p.use = claim
			g.lines(w.Keywords, w.Address.Child("keywords"), hidden, p)
		})
	}
	for _, w := range r.Projects {
		g.position(w.Item, !shown["projects"], "", "", w.Start, w.End, false, func(p place, hidden bool) {
			g.read(w.Address.Child("description"), w.Description, hidden, p)
			g.lines(w.Highlights, w.Address.Child("highlights"), hidden, p)
			p.use = claim
			g.lines(w.Keywords, w.Address.Child("keywords"), hidden, p)
		})
	}
	for _, w := range r.Volunteer {
		g.position(w.Item, !shown["volunteer"], w.Position, "position", w.Start, w.End, false, func(p place, hidden bool) {
			g.read(w.Address.Child("summary"), w.Summary, hidden, p)
			g.lines(w.Highlights, w.Address.Child("highlights"), hidden, p)
		})
	}
	skill := claims
	skill.skill = true
	for _, s := range r.Skills {
		hidden := s.Hidden || !shown["skills"]
		skill.licensed = g.licenseGroup(s.Name)
		g.lines(s.Keywords, s.Address.Child("keywords"), hidden, skill)
		if len(s.Keywords) == 0 {
			skill.licensed = nil
			g.read(s.Address.Child("name"), s.Name, hidden, skill)
		}
	}
	study := none
	study.use = degree
	for _, e := range r.Education {
		hidden := e.Hidden || !shown["education"]
		g.read(e.Address.Child("studyType"), e.StudyType, hidden, study)
		g.read(e.Address.Child("area"), e.Area, hidden, study)
		g.lines(e.Courses, e.Address.Child("courses"), hidden, claims)
	}
	cert := none
	cert.use = certificate
	for _, c := range r.Certificates {
		g.read(c.Address.Child("name"), c.Name, c.Hidden || !shown["certificates"], cert)
	}
	for _, l := range r.Languages {
		s := none
		s.use, s.fluency = spoken, l.Fluency
		g.read(l.Address.Child("language"), l.Language, l.Hidden || !shown["languages"], s)
	}
	for _, p := range r.Publications {
		shownProof := none
		shownProof.weight = g.weight(p.Date, p.Date)
		hidden := p.Hidden || !shown["publications"]
		g.read(p.Address.Child("summary"), p.Summary, hidden, shownProof)
		g.read(p.Address.Child("name"), p.Name, hidden, claims)
	}
	for _, a := range r.Awards {
		shownProof := none
		shownProof.weight = g.weight(a.Date, a.Date)
		hidden := a.Hidden || !shown["awards"]
		g.read(a.Address.Child("summary"), a.Summary, hidden, shownProof)
	}
	for _, c := range r.Custom {
		for _, i := range c.Items {
			g.position(i.Item, !shown[c.Key], i.Position, "position", i.Start, i.End, false, func(p place, hidden bool) {
				g.read(i.Address.Child("summary"), i.Summary, hidden, p)
				g.read(i.Address.Child("description"), i.Description, hidden, p)
				g.lines(i.Highlights, i.Address.Child("highlights"), hidden, p)
				p.use = claim
				g.lines(i.Keywords, i.Address.Child("keywords"), hidden, p)
				g.read(i.Address.Child("name"), i.Name, hidden, p)
			})
		}
	}
}

// licenseGroup is the name of a group of skills that is a license whose classes are in it; nil for
// another group, or where no license is asked for.
func (g *gathering) licenseGroup(name string) *text {
	c := g.m.posting
	if name == "" || c == nil || !c.licenses {
		return nil
	}
	t := g.m.text(name, true)
	if !slices.ContainsFunc(t.namedIn(c.posting.Language), func(n posting.Named) bool { return n.Kind == posting.License }) {
		return nil
	}
	return t
}

// position reads something with a title, dates and texts.
func (g *gathering) position(item resume.Item, sectionHidden bool, title, member string, start, end resume.Date, paid bool, texts func(place, bool)) {
	hidden := item.Hidden || sectionHidden
	if hidden && !g.all {
		return
	}
	p := place{position: len(g.positions), weight: g.weight(start, end)}
	pos := position{weight: p.weight, paid: paid}
	if start.Understood() {
		pos.from, pos.to = start.Months(), g.today.Months()+1
		if end.Understood() {
			pos.to = min(pos.to, end.Months()+1)
		} else if !end.IsZero() && !resume.IsPresent(end.Text) {
			pos.to = pos.from
		}
	}
	if title != "" {
		pos.address, pos.title = item.Address.Child(member), g.m.text(title, false)
		t := p
		t.use = titled
		g.read(pos.address, title, hidden, t)
	}
	g.positions = append(g.positions, pos)
	texts(p, hidden)
}

// weight is what proof of a time weighs. What has no dates weighs as what is older.
func (g *gathering) weight(start, end resume.Date) float64 {
	now := g.today.Months()
	last := 0
	switch {
	case end.Understood():
		last = end.Months()
	case start.Understood() && end.IsZero() || resume.IsPresent(end.Text):
		return recentWeight
	case start.Understood():
		last = start.Months()
	default:
		return olderWeight
	}
	switch years := float64(now-last) / 12; {
	case years <= recentYears:
		return recentWeight
	case years <= olderYears:
		return olderWeight
	}
	return oldWeight
}
