package score

import (
	"strings"

	"resumax/resume"
	"resumax/role"
	"resumax/terms"
)

// reading is all that the checks look at: the resume as a reader takes it in,
// without what is hidden.
type reading struct {
	resume   *resume.Resume
	document resume.Document
	role     *role.Pack
	today    resume.Date
	level    string
	list     *terms.List
	scorer   *Scorer

	roles    []position
	bullets  []bullet // of positions, projects and volunteering; each text once
	repeated []bullet // bullets that say what another one says already
	skills   []skill
	shown    map[string]bool      // sections that are not hidden
	used     map[*terms.Term]bool // terms that bullets name
}

// position is a dated role, paid or not.
type position struct {
	address      resume.Address
	section      string // "work", "projects" or "volunteer"
	title, where string
	start, end   resume.Date
	bullets      []bullet
	weight       float64
	current      bool
}

// bullet is one sentence of a position.
type bullet struct {
	address resume.Address
	text    string
	weight  float64 // 1 for the last five years, 0.6 up to ten, 0.3 beyond
	current bool    // of a role that goes on
	project bool    // of a project, where the tense is free
	role    int     // index into roles
	*sentence
}

// skill is one term of the skills section, named once.
type skill struct {
	address resume.Address
	text    string
	group   int
	terms   []*terms.Term
}

// Weights by age: readers of resumes weigh what is recent.
const (
	recentYears, recentWeight = 5, 1.0
	olderYears, olderWeight   = 10, 0.6
	oldWeight                 = 0.3
)

func (s *Scorer) read(d resume.Document, o Options) *reading {
	r := &reading{resume: d.Resume(), document: d, role: o.Role, today: o.Today, list: o.Terms, scorer: s, shown: map[string]bool{}}
	for _, sec := range r.resume.Sections {
		r.shown[sec.Key] = !sec.Hidden
	}
	seen := map[string]bool{}
	if r.shown["work"] {
		for _, w := range r.resume.Work {
			r.position(w.Item, position{section: "work", title: w.Position, where: w.Name, start: w.Start, end: w.End}, w.Highlights, seen)
		}
	}
	if r.shown["projects"] {
		for _, p := range r.resume.Projects {
			r.position(p.Item, position{section: "projects", title: p.Name, where: p.Entity, start: p.Start, end: p.End}, p.Highlights, seen)
		}
	}
	if r.shown["volunteer"] {
		for _, v := range r.resume.Volunteer {
			r.position(v.Item, position{section: "volunteer", title: v.Position, where: v.Organization, start: v.Start, end: v.End}, v.Highlights, seen)
		}
	}
	r.readSkills()
	r.used = r.termsUsed()
	r.level = o.Level
	if r.level != Junior && r.level != Mid && r.level != Senior {
		r.level = levelOf(r.experience())
	}
	return r
}

// position adds a role with its bullets. A bullet that says what one before it
// says counts for nothing.
func (r *reading) position(item resume.Item, p position, lines []resume.TextLine, seen map[string]bool) {
	if item.Hidden {
		return
	}
	p.address = item.Address
	p.current = p.start.Understood() && p.end.IsZero()
	p.weight = r.weight(p)
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		b := bullet{address: l.Address, text: l.Text, weight: p.weight, current: p.current,
			project: p.section != "work", role: len(r.roles), sentence: r.scorer.sentence(l.Text)}
		key := strings.ToLower(strings.Join(strings.Fields(b.plain), " "))
		if seen[key] {
			r.repeated = append(r.repeated, b)
			continue
		}
		seen[key] = true
		p.bullets = append(p.bullets, b)
		r.bullets = append(r.bullets, b)
	}
	r.roles = append(r.roles, p)
}

// weight is how much a role's bullets count, by the years since it ended. A
// role without dates counts as recent: that its dates are missing is a finding
// of its own.
func (r *reading) weight(p position) float64 {
	end := p.end.Months()
	if end == 0 || !r.today.Understood() {
		return recentWeight
	}
	switch years := float64(r.today.Months()-end) / 12; {
	case years <= recentYears:
		return recentWeight
	case years <= olderYears:
		return olderWeight
	}
	return oldWeight
}

// experience is how many months of dated work there are, overlaps once.
func (r *reading) experience() int {
	worked := map[int]bool{}
	for _, p := range r.roles {
		if p.section != "work" || !p.start.Understood() {
			continue
		}
		end := r.today.Months()
		if p.end.Understood() {
			end = p.end.Months()
		}
		for m := p.start.Months(); m < min(end, p.start.Months()+60*12); m++ {
			worked[m] = true
		}
	}
	return len(worked)
}

func levelOf(months int) string {
	switch {
	case months < 3*12:
		return Junior
	case months <= 8*12:
		return Mid
	}
	return Senior
}

func (r *reading) readSkills() {
	if !r.shown["skills"] {
		return
	}
	seen := map[string]bool{}
	for g, group := range r.resume.Skills {
		if group.Hidden {
			continue
		}
		for _, k := range group.Keywords {
			key := strings.ToLower(k.Text)
			if k.Text == "" || seen[key] {
				continue
			}
			seen[key] = true
			r.skills = append(r.skills, skill{k.Address, k.Text, g, r.scorer.skillTerms(k.Text)})
		}
	}
}

// skillTerms are the terms that one entry of a skills list names.
func (s *Scorer) skillTerms(text string) []*terms.Term {
	if got, ok := s.skills[text]; ok {
		return got
	}
	var found []*terms.Term
	for _, m := range s.list.FindInList(strings.NewReplacer("[", " ", "]", " ", "?", " ").Replace(text)) {
		found = append(found, m.Term)
	}
	s.skills[text] = found
	return found
}

// termsUsed are the terms that bullets name.
func (r *reading) termsUsed() map[*terms.Term]bool {
	used := map[*terms.Term]bool{}
	for _, b := range r.bullets {
		for _, m := range b.found {
			used[m.Term] = true
		}
		for _, slot := range b.slots {
			for _, t := range r.scorer.skillTerms(slot) {
				used[t] = true
			}
		}
	}
	return used
}

// totalWeight is the weight of all bullets.
func (r *reading) totalWeight() (sum float64) {
	for _, b := range r.bullets {
		sum += b.weight
	}
	return sum
}

// target is where a new bullet belongs: the end of the newest position, and of
// a new one where there is none.
func (r *reading) target() resume.Address {
	for _, section := range []string{"work", "projects"} {
		for _, p := range r.roles {
			if p.section == section {
				at := p.address.Child("highlights")
				return at.Item(r.document.ListLen(at))
			}
		}
	}
	return "/work/0/highlights/0"
}

// addBullet makes a patch that adds a bullet to the newest position.
func (r *reading) addBullet(text string) patch {
	at := r.target()
	return func(d resume.Document) (resume.Document, error) { return d.Set(at, resume.Text(text)) }
}

// replace makes a patch that puts a text in place of another.
func replace(at resume.Address, text string) patch {
	return func(d resume.Document) (resume.Document, error) { return d.SetText(at, text) }
}

// both makes a patch of several.
func both(patches ...patch) patch {
	return func(d resume.Document) (resume.Document, error) {
		for _, p := range patches {
			var err error
			if d, err = p(d); err != nil {
				return d, err
			}
		}
		return d, nil
	}
}

// extended is a sentence with something put before its final full stop.
func extended(text, more string) string {
	trimmed := strings.TrimRight(text, " ")
	if body, ok := strings.CutSuffix(trimmed, "."); ok {
		return body + more + "."
	}
	return trimmed + more
}

// quoted shortens a text for a message, and puts it in quotation marks.
func quoted(text string) string {
	const most = 60
	r := []rune(resume.Plain(text))
	if len(r) > most {
		cut := string(r[:most])
		if i := strings.LastIndexByte(cut, ' '); i > most/2 {
			cut = cut[:i]
		}
		return "“" + cut + " …”"
	}
	return "“" + string(r) + "”"
}

// joined lists words as a sentence does: "a, b and c".
func joined(words []string) string {
	switch n := len(words); n {
	case 0:
		return ""
	case 1:
		return words[0]
	default:
		return strings.Join(words[:n-1], ", ") + " and " + words[n-1]
	}
}

func clamp(v float64) float64 { return min(1, max(0, v)) }
