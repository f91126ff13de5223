package score

import (
	"slices"
	"strings"

	"resumax/language/langid"
	"resumax/language/terms"
	"resumax/resume"
	"resumax/role"
)

// unquantified are the bullets without a number or without an outcome.
func (r *reading) unquantified() []*bullet {
	var lacking []*bullet
	for i := range r.bullets {
		if b := &r.bullets[i]; !b.quantified() {
			lacking = append(lacking, b)
		}
	}
	return lacking
}

func weightOf(bullets []bullet) (sum float64) {
	for i := range bullets {
		sum += bullets[i].weight
	}
	return sum
}

// reading is all that the checks look at: the resume as a reader takes it in,
// without what is hidden.
type reading struct {
	resume   *resume.Resume
	document resume.Document
	role     *Target
	today    resume.Date
	level    string
	list     *terms.List
	words    Words // of the user
	scorer   *Scorer
	tongue   *tongue // the language that it is read in
	spread   float64 // what the points of checks are multiplied by that know the language

	technical int8 // whether the readers are of computing: 1 yes, -1 no, 0 not asked yet

	quiet    bool    // only points are asked for, no words
	uncapped float64 // the score before caps, once it was judged

	roles       []position
	bullets     []bullet // of positions, projects and volunteering; each text once
	repeated    []bullet // bullets that say what another one says already: they count for nothing
	lists       []bullet // bullets that are lists of names: they count for nothing either
	sentences   []line   // all running text on the page, each text once, lists left out
	skills      []skill
	shown       map[string]bool      // sections that are not hidden
	hiddenItems map[string]int       // of custom sections
	used        map[*terms.Term]bool // terms that bullets name, see [reading.termsUsed]
	implied     map[*terms.Term]bool // those, and what they imply
	itemCounts  map[resume.Address]int
	sums        *textSums
	dated       []Stint // nil until it was asked for

	lines                      []line   // all running text on the page, each as often as it is there
	told                       []bullet // the bullets that were compared with each other
	running                    []line   // and the texts that were
	bulletTexts, sentenceTexts telling  // what they say

	options    Options
	base       *reading           // of which there may be something in common, nil for none
	same       parts              // what is
	trial      bool               // it is read to see what a fix gains
	lost       map[string]float64 // what each check costs, where that was found
	texts      []resume.TextLine  // that are on the page
	head, tail int                // how many of them are those of the base, at both ends
	letters    langid.Counts      // of them all
	counted    bool               // whether they were counted

	listing     *listing // what the skills list makes of texts
	sameListing bool     // whether it makes the same of those of the base

	named     []role.KeywordGroup  // see [reading.keywordGroups]
	listed    map[*terms.Term]bool // terms of skills and summary, where that was asked
	unknown   *unknownSkills       // skills that are no terms
	worded    map[string][]worded  // skills of several words, by the stem of the first
	inBullets map[int]bool         // those that bullets name
}

// line is a sentence and where it is.
type line struct {
	address resume.Address
	*sentence
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
	ended        bool // a position without dates is neither
	lines        []resume.TextLine
	told, listed stretch // of what was read, the bullets of this one, and the lists among them
}

// stretch is a part of a list.
type stretch struct{ from, to int }

// bullet is one sentence of a position.
type bullet struct {
	address resume.Address
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

	provable bool // that a bullet could show it, see isProvable
}

// Weights by age: readers of resumes weigh what is recent.
const (
	recentYears, recentWeight = 5, 1.0
	olderYears, olderWeight   = 10, 0.6
	oldWeight                 = 0.3
	unpaidWeight              = 0.6 // at most, of volunteering: it shows less of a role than work in it
)

// read reads a document, and takes from the last one that was reported on what both have
// in common.
func (s *Scorer) read(d resume.Document, o Options) *reading { return s.readAfter(s.baseFor(o), d, o) }

func (s *Scorer) readAfter(base *reading, d resume.Document, o Options) *reading {
	typed := (*resume.Resume)(nil)
	if base != nil {
		typed = d.ResumeAfter(base.document, base.resume)
	} else {
		typed = d.Resume()
	}
	r := &reading{resume: typed, document: d, options: o, base: base, trial: s.weighing, role: o.Target, today: o.Today, list: o.Terms, words: o.Words, scorer: s, shown: map[string]bool{}, hiddenItems: map[string]int{}}
	for _, sec := range r.resume.Sections {
		r.shown[sec.Key] = !sec.Hidden
	}
	for _, c := range r.resume.Custom {
		for _, i := range c.Items {
			if i.Hidden {
				r.hiddenItems[c.Key]++
			}
		}
	}
	r.readTexts()
	r.tongue = r.findTongue()
	s.tongue, r.spread = r.tongue, r.spreadOf()
	r.readSkills()
	if base != nil && r.tongue == base.tongue {
		r.sameListing = r.sharesListing()
	}
	r.readRoles()
	r.readSentences()
	if r.sharesPositions() {
		r.same |= ofPositions
	}
	if r.sharesBullets() {
		r.same |= ofSaid
	}
	if r.sharesProfile() {
		r.same |= ofProfile
		if r.sharesBasics() {
			r.same |= ofBasics
		}
	}
	if r.sharesHistory() {
		r.same |= ofHistory
	}
	if base != nil && slices.Equal(r.resume.Meta.Words, base.resume.Meta.Words) {
		r.same |= ofSettings
	}
	r.level = o.Level
	if r.role != nil && base != nil || r.same&(ofPositions|ofProfile|ofSkills) == ofPositions|ofProfile|ofSkills {
		r.technical = base.technical
	}
	switch {
	case r.level == Junior || r.level == Mid || r.level == Senior:
	case r.same&(ofPositions|ofProfile) == ofPositions|ofProfile:
		r.level = base.level
	default:
		r.level = r.levelByDates()
	}
	return r
}

// readRoles reads the positions and their bullets. A bullet that says what one before it
// says, and one that is a list of names, counts for nothing.
func (r *reading) readRoles() {
	if b := r.base; r.sameListing && r.sharesRoles() {
		r.same |= ofRoles
		r.roles, r.bullets, r.repeated, r.lists, r.told, r.bulletTexts = b.roles, b.bullets, b.repeated, b.lists, b.told, b.bulletTexts
		return
	}
	if b := r.base; b != nil {
		r.roles, r.told = make([]position, 0, len(b.roles)+1), make([]bullet, 0, len(b.told)+8)
	}
	r.readPositions()
	said := make([]*sentence, len(r.told))
	for i, b := range r.told {
		said[i] = b.sentence
	}
	r.bulletTexts = r.compared(func(b *reading) *telling { return &b.bulletTexts }, said)
	if !slices.Contains(r.bulletTexts.isNew, false) {
		r.bullets = r.told
		for i := range r.roles {
			p := &r.roles[i]
			p.bullets = r.told[p.told.from:p.told.to:p.told.to]
		}
		return
	}
	r.bullets = make([]bullet, 0, len(r.told))
	for i, b := range r.told {
		if !r.bulletTexts.isNew[i] {
			r.repeated = append(r.repeated, b)
			continue
		}
		r.bullets = append(r.bullets, b)
		of := &r.roles[b.role].bullets
		*of = r.bullets[len(r.bullets)-len(*of)-1 : len(r.bullets) : len(r.bullets)]
	}
}

func (r *reading) readPositions() {
	if r.shown["work"] {
		for _, w := range r.resume.Work {
			r.position(w.Item, position{section: "work", title: w.Position, where: w.Name, start: w.Start, end: w.End}, w.Highlights)
		}
	}
	if r.shown["projects"] {
		for _, p := range r.resume.Projects {
			r.position(p.Item, position{section: "projects", title: p.Name, where: p.Entity, start: p.Start, end: p.End}, p.Highlights)
		}
	}
	if r.shown["volunteer"] {
		for _, v := range r.resume.Volunteer {
			r.position(v.Item, position{section: "volunteer", title: v.Position, where: v.Organization, start: v.Start, end: v.End}, v.Highlights)
		}
	}
}

// position adds a role with its bullets.
func (r *reading) position(item resume.Item, p position, lines []resume.TextLine) {
	if item.Hidden {
		return
	}
	p.address = item.Address
	p.start = asked(p.start)
	p.current, p.ended = p.start.Understood() && p.end.IsZero(), !p.end.IsZero()
	p.weight = r.weight(p)
	if p.section == "volunteer" {
		p.weight = min(p.weight, unpaidWeight)
	}
	p.lines, p.told.from, p.listed.from = lines, len(r.told), len(r.lists)
	if o := r.before(&p); o != nil {
		r.told = append(r.told, r.base.told[o.told.from:o.told.to]...)
		r.lists = append(r.lists, r.base.lists[o.listed.from:o.listed.to]...)
		lines = nil
	}
	for _, l := range lines {
		if l.Text == "" {
			continue
		}
		b := bullet{address: l.Address, weight: p.weight, current: p.current,
			project: p.section != "work", role: len(r.roles), sentence: r.scorer.sentence(l.Text)}
		if r.isNames(b.sentence) {
			r.lists = append(r.lists, b)
		} else {
			r.told = append(r.told, b)
		}
	}
	p.told.to, p.listed.to = len(r.told), len(r.lists)
	r.roles = append(r.roles, p)
}

// before is the next position to add as it is in the base, if its bullets are the same
// there.
func (r *reading) before(p *position) *position {
	i := len(r.roles)
	if !r.sameListing || r.base.tongue != r.tongue || i >= len(r.base.roles) {
		return nil
	}
	o := &r.base.roles[i]
	if !sameList(p.lines, o.lines) || p.address != o.address || p.section != o.section || p.weight != o.weight || p.current != o.current {
		return nil
	}
	return o
}

// asked is a date, or the one that a slot such as "[Which month of 2021?]" asks
// to be completed: its month counts as given.
func asked(d resume.Date) resume.Date {
	if d.Understood() || !isSlot(d.Text) {
		return d
	}
	for _, word := range strings.FieldsFunc(d.Text, func(r rune) bool { return r < '0' || r > '9' }) {
		if year, ok := resume.ParseDate(word); ok {
			return resume.Date{Year: year.Year, Month: 7}
		}
	}
	return d
}

// readSentences gathers the running text of the page.
func (r *reading) readSentences() {
	before := r.base
	if before != nil && before.tongue != r.tongue {
		before = nil
	}
	if b := before; b != nil && r.same&ofTexts != 0 && r.sameListing {
		r.lines, r.running, r.sentences, r.sentenceTexts = b.lines, b.running, b.sentences, b.sentenceTexts
		return
	}
	r.same &^= ofTexts
	r.lines = make([]line, len(r.texts))
	said := make([]*sentence, 0, len(r.texts))
	names := 0
	noNames := before != nil && r.sameListing && sameList(before.running, before.lines) // among those that both have
	for i, l := range r.texts {
		var s *sentence
		is := false
		switch {
		case before != nil && i < r.head:
			s = before.lines[i].sentence
			is = !noNames && r.isNames(s)
		case before != nil && i >= len(r.texts)-r.tail:
			s = before.lines[len(before.lines)-len(r.texts)+i].sentence
			is = !noNames && r.isNames(s)
		default:
			s = r.scorer.sentence(l.Text)
			is = r.isNames(s)
		}
		r.lines[i] = line{l.Address, s}
		if is {
			if names++; names == 1 {
				r.running = slices.Clone(r.lines[:i])
			}
			continue
		}
		said = append(said, s)
		if names > 0 {
			r.running = append(r.running, r.lines[i])
		}
	}
	if names == 0 {
		r.running = r.lines
	}
	r.sentenceTexts = r.compared(func(b *reading) *telling { return &b.sentenceTexts }, said)
	if r.sentences = r.running; !slices.Contains(r.sentenceTexts.isNew, false) {
		return
	}
	r.sentences = make([]line, 0, len(r.running))
	for i, l := range r.running {
		if r.sentenceTexts.isNew[i] {
			r.sentences = append(r.sentences, l)
		}
	}
}

// summary is the summary's text as read, nil if there is none on the page.
func (r *reading) summary() *sentence {
	if text := r.resume.Basics.Summary; text != "" && r.shown[resume.SummaryKey] {
		return r.scorer.sentence(text)
	}
	return nil
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
	c := calendar{}
	for _, p := range r.roles {
		if p.section == "work" && p.start.Understood() {
			end := r.today.Months()
			if p.end.Understood() {
				end = p.end.Months()
			} else if p.end.Unread() {
				end = p.start.Months() // how long it went on is not known
			}
			c.mark(p.start.Months(), end-1)
		}
	}
	return c.busy
}

// levelByDates is the level that the dates tell; whoever still learns is a junior,
// however long the jobs beside it. Of whoever has jobs and no dates it is not known, so
// that they are held to what is asked in the middle: on real resumes that readers had
// ranked this agreed with them better than to take them for beginners (84 pairs in 100
// against 81).
func (r *reading) levelByDates() string {
	newest := slices.IndexFunc(r.roles, func(p position) bool { return p.section == "work" && p.title != "" })
	if role.IsStudent(r.resume.Basics.Label) || newest >= 0 && role.IsStudent(r.roles[newest].title) {
		return Junior
	}
	if r.isUndated() {
		return Mid
	}
	return levelOf(r.experience())
}

// isUndated reports whether there are jobs and none of them has a date.
func (r *reading) isUndated() bool {
	jobs := false
	for _, p := range r.roles {
		if p.section == "work" {
			jobs = true
			if p.start.Understood() {
				return false
			}
		}
	}
	return jobs
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
	if b := r.base; b != nil && sameList(r.resume.Skills, b.resume.Skills) && r.shown["skills"] == b.shown["skills"] {
		r.same |= ofSkills
		r.skills, r.unknown, r.worded, r.listing = b.skills, b.unknown, b.worded, b.listing
		return
	}
	defer r.readListing()
	if !r.shown["skills"] {
		return
	}
	seen, twins := map[string]int{}, r.twinsIn()
	for g, group := range r.resume.Skills {
		if group.Hidden {
			continue
		}
		for _, k := range group.Keywords {
			key := strings.ToLower(k.Text)
			if k.Text == "" {
				continue
			}
			i, twice := seen[key]
			switch {
			case !twice && twins.isTwin(k.Text):
				continue
			case !twice:
				seen[key] = len(r.skills)
				r.skills = append(r.skills, skill{})
				i = len(r.skills) - 1
			case r.skills[i].text <= k.Text: // which of them counts does not depend on their order
				continue
			}
			r.skills[i] = skill{k.Address, k.Text, g, r.scorer.skillTerms(k.Text), r.isProvable(k.Text)}
		}
	}
}

var slotMarks = strings.NewReplacer("[", " ", "]", " ", "?", " ")

// skillTerms are the terms that one entry of a skills list names.
func (s *Scorer) skillTerms(text string) []*terms.Term {
	if got, ok := s.skills[text]; ok {
		return got
	}
	var found []*terms.Term
	for _, m := range s.list.FindInList(slotMarks.Replace(s.meantSkill(text))) {
		found = append(found, m.Term)
	}
	s.skills[text] = found
	return found
}

// inList are the terms that one entry of a skills list names, as it is there.
func (s *Scorer) inList(text string) []terms.Match {
	got, ok := s.listed[text]
	if !ok {
		got = s.list.FindInList(text)
		s.listed[text] = got
	}
	return got
}
