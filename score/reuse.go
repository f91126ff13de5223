package score

import (
	"maps"
	"slices"

	"resumax/language/langid"
	"resumax/resume"
)

// Most readings are of a document that has nearly all in common with one that was read
// before: the one before a keystroke, or the one that a fix is tried on. What both have
// in common is shared in memory, so it is recognized at once and taken from that reading.
// The result is the same as if all was read anew.

// parts are what a reading has in common with its base.
type parts uint16

const (
	ofRoles     parts = 1 << iota // positions, projects, volunteering and the bullets in them
	ofSkills                      // the list of skills
	ofBasics                      // contact and summary
	ofProfile                     // of these, the summary and the headline
	ofTexts                       // all running text
	ofSettings                    // the resume's own words
	ofHistory                     // education and sections of one's own, and what is hidden
	ofPositions                   // positions, projects and volunteering but for the bullets in them
	ofSaid                        // the bullets and what they weigh, wherever they are
)

// looksAt is what the checks look at that need not be run again where that is the same as
// in the base. Those that are not here look at more.
var looksAt = map[string]parts{
	density.id: ofSaid, volume.id: ofSaid, shape.id: ofSaid, comparators.id: ofSaid, openers.id: ofSaid, tense.id: ofRoles, bulletLength.id: ofSaid,
	repetition.id: ofRoles, "per-role": ofRoles, signals.id: ofSaid, wholeRoles.id: ofPositions, namedMeans.id: ofSaid,
	numberNearTop.id: ofRoles | ofSkills | ofProfile, clarity.id: ofSaid | ofProfile, names.id: ofSaid | ofSkills, contact.id: ofPositions | ofSkills | ofBasics,
	chronology.id: ofPositions | ofHistory, keywords.id: ofSaid | ofSkills | ofProfile, backedSkills.id: ofSaid | ofSkills | ofProfile, organization.id: ofPositions | ofSkills | ofProfile,
	mechanics.id: ofTexts | ofSettings, leftovers.id: ofTexts | ofRoles,
}

// baseFor is the reading that one with these options may take from, nil for none.
func (s *Scorer) baseFor(o Options) *reading {
	b := s.last
	if b == nil || b.options.Terms != o.Terms || b.options.Today != o.Today || !b.options.Target.isLike(o.Target) || b.options.Level != o.Level || !maps.Equal(b.options.Words, o.Words) {
		return nil
	}
	return b
}

// sameList reports whether two lists are one in memory.
func sameList[T any](a, b []T) bool {
	return len(a) == len(b) && (len(a) == 0 || &a[0] == &b[0])
}

// sharesRoles reports whether positions, projects and volunteering are those of the base.
func (r *reading) sharesRoles() bool {
	b := r.base
	if b == nil || r.tongue != b.tongue || !sameList(r.resume.Work, b.resume.Work) || !sameList(r.resume.Projects, b.resume.Projects) || !sameList(r.resume.Volunteer, b.resume.Volunteer) {
		return false
	}
	for _, key := range []string{"work", "projects", "volunteer"} {
		if r.shown[key] != b.shown[key] {
			return false
		}
	}
	return true
}

// isLike reports whether two positions are the same but for their bullets.
func (p *position) isLike(o *position) bool {
	return p.address == o.address && p.section == o.section && p.title == o.title && p.where == o.where && p.start == o.start && p.end == o.end && p.weight == o.weight
}

// sharesPositions reports whether positions are those of the base but for their bullets.
func (r *reading) sharesPositions() bool {
	if r.same&ofRoles != 0 {
		return true
	}
	if r.base == nil || len(r.roles) != len(r.base.roles) {
		return false
	}
	for i := range r.roles {
		if !r.roles[i].isLike(&r.base.roles[i]) {
			return false
		}
	}
	return true
}

// sharesBullets reports whether the bullets are those of the base and weigh what they do
// there, in whatever order.
func (r *reading) sharesBullets() bool {
	if r.same&ofRoles != 0 {
		return true
	}
	if r.base == nil || len(r.bullets) != len(r.base.bullets) {
		return false
	}
	type weighed struct {
		*sentence
		weight float64
	}
	gone, come := changed(r.base.bullets, r.bullets, func(a, b *bullet) bool { return a.sentence == b.sentence && a.weight == b.weight })
	left := make(map[weighed]int, len(gone))
	for _, i := range gone {
		b := &r.base.bullets[i]
		left[weighed{b.sentence, b.weight}]++
	}
	for _, i := range come {
		b := weighed{r.bullets[i].sentence, r.bullets[i].weight}
		if left[b] == 0 {
			return false
		}
		left[b]--
	}
	return true
}

// sharesProfile reports whether summary and headline are those of the base.
func (r *reading) sharesProfile() bool {
	b := r.base
	return b != nil && r.shown[resume.SummaryKey] == b.shown[resume.SummaryKey] && r.resume.Basics.Label == b.resume.Basics.Label && r.resume.Basics.Summary == b.resume.Basics.Summary
}

// sharesBasics reports whether the contact, too, is that of the base.
func (r *reading) sharesBasics() bool {
	b := r.base
	now, before := r.resume.Basics, b.resume.Basics
	if !slices.Equal(now.Profiles, before.Profiles) {
		return false
	}
	now.Profiles, before.Profiles = nil, nil
	return now.Name == before.Name && now.Label == before.Label && now.Image == before.Image && now.Email == before.Email && now.Phone == before.Phone &&
		now.URL == before.URL && now.Summary == before.Summary && now.Location == before.Location
}

// sharesHistory reports whether education and custom sections are those of the base.
func (r *reading) sharesHistory() bool {
	b := r.base
	return b != nil && sameList(r.resume.Education, b.resume.Education) && maps.Equal(r.shown, b.shown) && maps.Equal(r.hiddenItems, b.hiddenItems) &&
		slices.EqualFunc(r.resume.Custom, b.resume.Custom, sameSection)
}

func sameSection(x, y resume.CustomSection) bool { return x.Key == y.Key && sameList(x.Items, y.Items) }

// sharesTexts reports whether all that has running text is what it is in the base, so that
// the texts need not be compared.
func (r *reading) sharesTexts() bool {
	if r.base == nil {
		return false
	}
	a, b := r.resume, r.base.resume
	return a.Basics.Summary == b.Basics.Summary && sameList(a.Work, b.Work) && sameList(a.Projects, b.Projects) && sameList(a.Education, b.Education) &&
		sameList(a.Publications, b.Publications) && sameList(a.Awards, b.Awards) && sameList(a.Volunteer, b.Volunteer) && sameList(a.References, b.References) &&
		slices.EqualFunc(a.Custom, b.Custom, sameSection) &&
		slices.EqualFunc(a.Sections, b.Sections, func(x, y resume.Section) bool { return x.Key == y.Key && x.Hidden == y.Hidden })
}

// readTexts reads which texts are on the page, and how many at both ends are those of the
// base.
func (r *reading) readTexts() {
	if r.sharesTexts() {
		r.texts, r.head = r.base.texts, len(r.base.texts)
		r.same |= ofTexts
		return
	}
	r.texts = r.resume.Sentences()
	if r.base == nil {
		return
	}
	before := r.base.texts
	n := min(len(r.texts), len(before))
	for r.head < n && r.texts[r.head] == before[r.head] {
		r.head++
	}
	for r.tail < n-r.head && r.texts[len(r.texts)-1-r.tail].Text == before[len(before)-1-r.tail].Text {
		r.tail++
	}
	if r.head == len(r.texts) && r.head == len(before) {
		r.same |= ofTexts
	}
}

// countLetters is what tells the language of all texts.
func (r *reading) countLetters() langid.Counts {
	var all langid.Counts
	from, to := 0, len(r.texts)
	if b := r.base; b != nil && b.counted {
		all, from, to = b.letters, r.head, len(r.texts)-r.tail
		for _, l := range b.lines[r.head : len(b.texts)-r.tail] {
			all.Add(l.letters, -1)
		}
	}
	for _, l := range r.texts[from:to] {
		all.Add(r.scorer.countsOf(l.Text), 1)
	}
	r.letters, r.counted = all, true
	return all
}

// telling is texts, and which of them say what none before them says.
type telling struct {
	all   []*sentence
	isNew []bool
	texts texts // those that are new; none if it was derived from another telling
}

// follows reports whether a telling is another one, or taken from it.
func (t *telling) follows(o *telling) bool {
	return t.isDerived() || sameList(t.all, o.all) && sameList(t.isNew, o.isNew)
}

// echoesOf are the texts that say what a new one of them said before, by index.
func (t *telling) echoesOf(s *sentence) []int {
	if len(s.slots) > 0 {
		return nil
	}
	return t.texts.echoes[s]
}

// tell compares texts with each other.
func tell(all []*sentence) telling {
	t := telling{all: all, isNew: make([]bool, len(all))}
	for i, s := range all {
		t.isNew[i] = t.texts.add(s)
	}
	return t
}

// isDerived reports whether a telling was taken from another one, so that no further one
// can be taken from it.
func (t *telling) isDerived() bool { return t.texts.added != len(t.all) }

// changed are the indexes of what is other in two lists: where both are as long, of what
// differs, else of all between what they begin and end with alike.
func changed[T any](was, is []T, same func(a, b *T) bool) (gone, come []int) {
	if len(was) == len(is) {
		for i := range is {
			if !same(&was[i], &is[i]) {
				gone, come = append(gone, i), append(come, i)
			}
		}
		return gone, come
	}
	n := min(len(was), len(is))
	head, tail := 0, 0
	for head < n && same(&was[head], &is[head]) {
		head++
	}
	for tail < n-head && same(&was[len(was)-1-tail], &is[len(is)-1-tail]) {
		tail++
	}
	for i := head; i < len(was)-tail; i++ {
		gone = append(gone, i)
	}
	for i := head; i < len(is)-tail; i++ {
		come = append(come, i)
	}
	return gone, come
}

// retell is tell for texts most of which were told before; false where the others make
// a difference for more than themselves. The texts are not told apart further.
func (t *telling) retell(all []*sentence) (telling, bool) {
	gone, come := changed(t.all, all, func(a, b **sentence) bool { return *a == *b })
	if len(gone) == 0 && len(come) == 0 {
		return *t, true
	}
	if t.isDerived() {
		return telling{}, false
	}
	comes := make(map[*sentence]bool, len(come))
	for _, i := range come {
		comes[all[i]] = true
	}
	but, moved := map[*sentence]bool{}, map[*sentence]bool{}
	for _, i := range gone {
		s := t.all[i]
		switch {
		case len(s.slots) > 0 || !t.isNew[i]:
		case len(t.texts.echoes[s]) > 0:
			return telling{}, false
		case comes[s]:
			moved[s] = true // none says the same, wherever it stands
		default:
			but[s] = true
		}
	}
	var among texts
	for _, i := range come {
		s := all[i]
		if moved[s] {
			delete(moved, s)
		} else if t.texts.find(s, but) != nil || len(come) > 1 && !among.add(s) {
			return telling{}, false
		}
	}
	again := telling{all: all, isNew: slices.Clone(t.isNew)}
	if len(all) != len(t.all) {
		head := append(come, gone...)[0]
		again.isNew = slices.Concat(t.isNew[:head], make([]bool, len(come)), t.isNew[head+len(gone):])
	}
	for _, i := range come {
		again.isNew[i] = true
	}
	return again, true
}

// compared is what a telling of texts is, taken from that of the base where it can be. A
// report needs the texts told apart, so it takes those of the base over.
func (r *reading) compared(before func(*reading) *telling, all []*sentence) telling {
	if r.base != nil {
		from := before(r.base)
		if t, ok := from.retell(all); ok && (r.trial || !t.isDerived() || t.takeOver(from)) {
			return t
		}
	}
	return tell(all)
}

// takeOver takes the texts told apart from a telling that this one was derived from and
// that is not needed any more: as after a keystroke, where one text is another. False where
// that is as much work as to tell all anew.
func (t *telling) takeOver(from *telling) bool {
	const few = 8
	if len(t.all) != len(from.all) {
		return false // what says the same is known by its index
	}
	gone, come := changed(from.all, t.all, func(a, b **sentence) bool { return *a == *b })
	if len(gone) > few || slices.ContainsFunc(gone, func(i int) bool { return !from.isNew[i] || !from.texts.mayGo(from.all[i]) }) {
		return false
	}
	t.texts, from.texts = from.texts, texts{}
	for _, i := range gone {
		t.texts.remove(from.all[i])
	}
	for _, i := range come {
		t.texts.put(t.all[i])
	}
	return true
}

// lostBefore is what a check costs in the base, false where it looks at what is not the
// same there.
func (r *reading) lostBefore(c *check) (float64, bool) {
	what := looksAt[c.id]
	if what == 0 || r.base == nil || r.same&what != what || r.level != r.base.level || r.tongue != r.base.tongue {
		return 0, false
	}
	lost, ok := r.base.lost[c.id]
	return lost, ok
}
