package score

import (
	"cmp"
	"slices"
	"strings"

	"resumax/resume"
)

// mender finds what fixing all findings of a place gains.
type mender struct {
	scorer  *Scorer
	tally   *tally
	options Options
	now     float64
	alike   map[string]float64 // what places with the same findings gain
	bullets map[resume.Address]*bullet
	reads   int               // how often all was read again
	keys    map[string]string // what makes the texts that fix several findings, see [mender.asksIn]
	key     []byte
}

// maxReads is how many places with several findings are read again in full. Resumes of
// ordinary length have fewer; in others the best fix of each further place stands for all.
const maxReads = 40

// mend sets a card's fix and gain. Fixes of one place can be at odds, so that all of
// them would gain less than one: then that one is the card's.
func (m *mender) mend(c *Card, found []*Finding) {
	fixable := found
	if isNone := func(f *Finding) bool { return !f.hasFix() }; slices.ContainsFunc(found, isNone) {
		fixable = slices.DeleteFunc(slices.Clone(found), isNone)
	}
	if len(fixable) == 0 {
		return
	}
	best := slices.MaxFunc(fixable, func(a, b *Finding) int { return cmp.Compare(a.Gain, b.Gain) })
	c.Gain, c.patch, c.rewriting = best.Gain, best.patch, best.rewriting
	if len(fixable) == 1 {
		return
	}
	if b := m.bullets[c.Address]; b != nil {
		m.mendBullet(c, b, fixable)
		return
	}
	m.mendPlace(c, fixable)
}

// take makes a fix the card's if it gains more than the one it has; with the rewriting
// that it is, if it is one.
func (c *Card) take(gain float64, p patch, w rewriting) {
	if gain >= c.Gain {
		c.Gain, c.patch, c.rewriting = gain, p, w
	}
}

// mendBullet fixes all of a bullet in one text.
func (m *mender) mendBullet(c *Card, b *bullet, found []*Finding) {
	w, ok := m.mending(b, found)
	if !ok {
		return
	}
	if after, ok := m.tally.scoreAfter(w); ok {
		c.take(rounded(after-m.now), nil, w)
		return
	}
	if gain, ok := m.read(w.patch); ok {
		c.take(gain, nil, w)
	}
}

// mending is the rewriting of a bullet that fixes all of its findings, false where there
// is none.
func (m *mender) mending(b *bullet, found []*Finding) (rewriting, bool) {
	if by := m.asksIn(b, found); by != "" {
		text := b.fixBy(by, func(*sentence, string) string { text, _ := m.mended(b, found); return text }).text
		return rewriting{of: b, by: by, said: text}, true
	}
	text, ok := m.mended(b, found)
	return rewriting{of: b, said: text}, ok
}

// read is what a fix gains, found by reading all again; false for a fix that cannot
// be, or beyond maxReads.
func (m *mender) read(p patch) (float64, bool) {
	if m.reads >= maxReads {
		return 0, false
	}
	m.reads++
	return m.scorer.try(m.tally, m.options, m.now, p)
}

// mended is a bullet's text with all of its findings fixed, false if one of them takes
// the bullet away or makes two of it.
func (m *mender) mended(b *bullet, found []*Finding) (string, bool) {
	var edits []*Finding
	asked := map[string]bool{}
	for _, f := range found {
		switch {
		case f.Address != b.address || f.rewriting.takesSeveral() || f.Check == bulletLength.id && b.nonNumbers > maxWords:
			return "", false
		case asksForMore[f.Check]:
			asked[f.Check] = true
		default:
			edits = append(edits, f)
		}
	}
	text, ok := m.edited(b.address, b.text, edits)
	if !ok {
		return "", false
	}
	return m.scorer.complete(b.sentence, text, asked, m.tally.r.slotTerm()), true
}

// asksIn are the checks of a bullet's findings, "" if one of them does more than put a slot
// into it: then what they make of it together is the same each time.
func (m *mender) asksIn(b *bullet, found []*Finding) string {
	key := m.key[:0]
	for _, f := range found {
		if !asksForMore[f.Check] || f.Address != b.address || f.Check == bulletLength.id && b.nonNumbers > maxWords {
			return ""
		}
		key = append(append(key, f.Check...), ' ')
	}
	m.key = key
	by, ok := m.keys[string(key)]
	if !ok {
		by = string(key) + m.tally.r.slotTerm()
		m.keys[string(key)] = by
	}
	return by
}

// asksForMore are the checks whose fixes put slots into a bullet for what it lacks.
var asksForMore = map[string]bool{"shape": true, "density": true, "openers": true, "comparator": true, "means": true, "length": true}

// complete is a text with the slots that the checks ask for; slotTerm asks for a term.
func (s *Scorer) complete(of *sentence, text string, asked map[string]bool, slotTerm string) string {
	read := func() *sentence {
		if got := of.fixed(text); got != nil {
			return got
		}
		return s.sentence(text)
	}
	add := func(when bool, more string) {
		if when {
			text = extended(text, more)
		}
	}
	if asked["shape"] {
		b := s.sentence(text)
		text = b.shaped()
		if asked["means"] && !b.method && !b.askTerm { // one question for both
			text = strings.Replace(text, slotMethod, slotTerm, 1)
		}
	} else if b := s.sentence(text); asked["openers"] && b.begins != action {
		text = b.withVerb()
	}
	add(asked["density"] && !read().quantified(), slotResult)
	add(asked["comparator"] && !read().compare, slotCompare)
	add(asked["means"] && !read().namesMeans(), slotTerm)
	add(asked["length"] && read().words < minWords, slotMore)
	return text
}

// edited is a text with edits made that each change a part of it; false if one of them
// leaves no text. Of edits of the same part the first is made.
func (m *mender) edited(at resume.Address, text string, edits []*Finding) (string, bool) {
	type change struct {
		start, end int
		by         string
	}
	var changes []change
	for _, f := range edits {
		var now string
		if !f.rewriting.isNone() {
			now = strings.Join(f.rewriting.texts(), "") // of one text or none
		} else {
			d, err := f.fix()(m.tally.r.document)
			if err != nil {
				return "", false
			}
			now = d.TextAt(at)
		}
		if now == "" {
			return "", false
		}
		start, end := common(text, now)
		changes = append(changes, change{start, len(text) - end, now[start : len(now)-end]})
	}
	slices.SortStableFunc(changes, func(a, b change) int { return cmp.Compare(a.start, b.start) })
	var out strings.Builder
	done := 0
	for _, c := range changes {
		if c.start < done {
			continue
		}
		out.WriteString(text[done:c.start] + c.by)
		done = c.end
	}
	return out.String() + text[done:], true
}

// common is how many bytes two texts share at their start, and at their end apart from
// that.
func common(a, b string) (start, end int) {
	for start < len(a) && start < len(b) && a[start] == b[start] {
		start++
	}
	for end < len(a)-start && end < len(b)-start && a[len(a)-1-end] == b[len(b)-1-end] {
		end++
	}
	return start, end
}

// mendPlace fixes all of an entry, a section, the contact or the summary: first what
// edits, then what adds at an end, so that no index is off, and last the one that moves
// or removes items and gains most.
func (m *mender) mendPlace(c *Card, found []*Finding) {
	key := ""
	for _, f := range found {
		if f.alike == "" {
			key = ""
			break
		}
		key += f.alike + "\n"
	}
	var more, edits, moves []patch
	var texts []*Finding      // that edit the summary's text
	for _, f := range found { // by gain
		switch {
		case f.moves || f.Kind == Reorder:
			moves = append(moves, f.fix())
		case c.Address == resume.Summary && f.Check != summary.id && f.Check != numberNearTop.id:
			texts = append(texts, f)
		case f.Kind == Ask || f.Kind == Add:
			more = append(more, f.fix())
		default:
			edits = append(edits, f.fix())
		}
	}
	if len(texts) > 0 {
		if text, ok := m.edited(c.Address, m.tally.r.document.TextAt(c.Address), texts); ok {
			edits = append(edits, replace(c.Address, text))
		}
	}
	all := append(edits, more...) // more goes to the end of what is there
	if len(moves) > 0 {
		all = append(all, moves[0])
	}
	p := both(all...)
	if gain, known := m.alike[key]; known && key != "" {
		c.take(gain, p, rewriting{})
		return
	}
	if gain, ok := m.read(p); ok {
		m.alike[key] = gain
		c.take(gain, p, rewriting{})
	}
}

// textFor is what the fix of a bullet's card puts in its place; false where it does something
// else.
func (c *Card) textFor(d resume.Document) (text string, only bool, err error) {
	now := d.TextAt(c.Address)
	if c.rewrites() {
		text = c.rewriting.only()
		return text, text != now, nil
	}
	fixed, err := c.fix()(d)
	if err != nil {
		return "", false, err
	}
	list := c.Address.Parent()
	text = fixed.TextAt(c.Address)
	return text, fixed.ListLen(list) == d.ListLen(list) && text != now, nil
}

// rewrites reports whether the fix of a bullet's card puts another text in its place.
func (c *Card) rewrites() bool { return c.rewriting.of != nil && c.rewriting.of.address == c.Address }

// whole makes one card of places that lack the same, or claim the same points; with
// results where it also says how many results there are.
func (m *mender) whole(kind string, places []Card, results bool) Card {
	c := Card{Places: places, Findings: []int{}, Notices: []int{}, kind: kind, Gain: places[0].Gain, patch: places[0].fix()}
	w := wholeFix{doc: m.tally.r.document}
	inOrder := make([]*Card, len(places)) // from the last to the first
	for i := range places {
		inOrder[i] = &places[i]
	}
	slices.SortFunc(inOrder, func(a, b *Card) int { return comparePlaces(b, a) })
	for _, p := range inOrder {
		c.Findings, c.Notices = append(c.Findings, p.Findings...), append(c.Notices, p.Notices...)
		c.lost += p.lost
		c.rank = max(c.rank, p.rank)
		switch {
		case !p.hasFix():
		case m.bullets[p.Address] == nil:
			w.more = append(w.more, p.fix())
		default:
			w.bullets = append(w.bullets, p)
		}
	}
	slices.Sort(c.Notices)
	if results {
		w.more = append(w.more, m.tally.r.newResults()...)
	}
	c.Says, c.Do = m.tally.r.wordsOfAll(kind, places)
	if gain, ok := m.gainOfAll(&w); ok {
		c.take(gain, w.patch, rewriting{})
	}
	return c
}

// wholeFix fixes all places of a card.
type wholeFix struct {
	doc     resume.Document // that the places are of
	bullets []*Card         // those of bullets, from the last to the first
	more    []patch         // what fixes the others
}

func (w *wholeFix) patch(d resume.Document) (resume.Document, error) {
	var changes []resume.Difference // of the texts of bullets
	var moves []patch
	for _, p := range w.bullets {
		switch text, only, err := p.textFor(w.doc); {
		case err != nil:
		case !only:
			moves = append(moves, p.fix()) // from the last to the first, so that no index is off
		default:
			old, _ := w.doc.Get(p.Address)
			changes = append(changes, resume.Difference{Kind: resume.Changed, Address: p.Address, From: -1, To: -1, Old: old, New: resume.Text(text)})
		}
	}
	slices.Reverse(changes)
	d, err := d.Apply(changes)
	if err != nil {
		return d, err
	}
	return both(append(moves, w.more...)...)(d)
}

// gainOfAll is what fixing all places of a card gains, false for a fix that cannot be.
// Nearly all bullets are counted by what their fix makes of them; only the rest is read.
func (m *mender) gainOfAll(w *wholeFix) (float64, bool) {
	t := m.tally
	rest := wholeFix{doc: w.doc, more: w.more}
	var replaced []replacement
	for _, p := range w.bullets {
		if p.rewrites() && len(p.rewriting.of.slots) == 0 { // else others may be the same to the letter
			if by := m.scorer.fixOf(p.rewriting); t.standsAlone(p.rewriting.of, by.read) {
				replaced = append(replaced, replacement{p.rewriting.of, by})
				continue
			}
		}
		rest.bullets = append(rest.bullets, p)
	}
	score, ok := m.scoreWith(replaced, &rest)
	if !ok {
		return m.scorer.try(t, m.options, m.now, w.patch)
	}
	return rounded(score - m.now), true
}

// replacement is a text in the place of a bullet's.
type replacement struct {
	of *bullet
	by *fix
}

// scoreWith is the score with bullets replaced and the rest fixed, false where all is to
// be read again to know it.
func (m *mender) scoreWith(replaced []replacement, rest *wholeFix) (score float64, ok bool) {
	t := m.tally
	if len(rest.bullets)+len(rest.more) == 0 {
		for _, r := range replaced {
			t.replace(r.of, r.by)
		}
		score, ok = t.scoreNow()
		for _, r := range replaced {
			t.restore(r.of, r.by)
		}
		return score, ok
	}
	fixed, err := rest.patch(rest.doc)
	if err != nil {
		return 0, false
	}
	after := m.scorer.read(fixed, m.options)
	after.quiet = true
	defer func() { m.scorer.tongue = t.r.tongue }() // which the fix may have changed
	if after.tongue != t.r.tongue {
		return 0, false
	}
	after.total()
	return newTally(after).scoreReplacing(replaced)
}

// scoreReplacing is the score with what bullets of another reading are replaced by, those
// that are gone left out; false where all is to be read again to know it. The tally is of
// no use then.
func (t *tally) scoreReplacing(replaced []replacement) (float64, bool) {
	by := make(map[*sentence]*fix, len(replaced))
	for _, r := range replaced {
		by[r.of.sentence] = r.by
	}
	for i := range t.r.repeated {
		if by[t.r.repeated[i].sentence] != nil {
			return 0, false
		}
	}
	for i := range t.r.bullets {
		b := &t.r.bullets[i]
		f := by[b.sentence]
		switch {
		case f == nil:
		case t.standsAlone(b, f.read):
			t.replace(b, f)
		default:
			return 0, false
		}
	}
	return t.scoreNow()
}
