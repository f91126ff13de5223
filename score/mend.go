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
	reads   int // how often all was read again
}

// maxReads is how many places with several findings are read again in full. Resumes of
// ordinary length have fewer; in others the best fix of each further place stands for all.
const maxReads = 40

// mend sets a card's fix and gain. Fixes of one place can be at odds, so that all of
// them would gain less than one: then that one is the card's.
func (m *mender) mend(c *Card, found []Finding) {
	fixable := found
	if isNone := func(f Finding) bool { return f.patch == nil }; slices.ContainsFunc(found, isNone) {
		fixable = slices.DeleteFunc(slices.Clone(found), isNone)
	}
	if len(fixable) == 0 {
		return
	}
	best := slices.MaxFunc(fixable, func(a, b Finding) int { return cmp.Compare(a.Gain, b.Gain) })
	c.Gain, c.patch, c.rewriting = best.Gain, best.patch, best.rewriting
	if len(fixable) == 1 {
		return
	}
	if b := m.bullets[c.Address]; b != nil {
		m.mendBullet(c, *b, fixable)
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
func (m *mender) mendBullet(c *Card, b bullet, found []Finding) {
	text, ok := "", false
	by := asksIn(b, found)
	if by != "" {
		by += m.tally.r.slotTerm()
		text = b.fixBy(by, func() string { text, _ := m.mended(b, found); return text }).text
	} else if text, ok = m.mended(b, found); !ok {
		return
	}
	p, w := replace(b.address, text), rewritten(b, by, func() string { return text })
	if after, ok := m.tally.scoreAfter(w); ok {
		c.take(rounded(after-m.now), p, w)
		return
	}
	if gain, ok := m.read(p); ok {
		c.take(gain, p, w)
	}
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
func (m *mender) mended(b bullet, found []Finding) (string, bool) {
	var edits []Finding
	asked := map[string]bool{}
	for _, f := range found {
		switch {
		case f.Address != b.address || len(f.rewriting.out) > 1 || f.Check == bulletLength.id && b.nonNumbers > maxWords:
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
func asksIn(b bullet, found []Finding) (checks string) {
	for _, f := range found {
		if !asksForMore[f.Check] || f.Address != b.address || f.Check == bulletLength.id && b.nonNumbers > maxWords {
			return ""
		}
		checks += f.Check + " "
	}
	return checks
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
func (m *mender) edited(at resume.Address, text string, edits []Finding) (string, bool) {
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
			d, err := f.patch(m.tally.r.document)
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
func (m *mender) mendPlace(c *Card, found []Finding) {
	key := ""
	for _, f := range found {
		if f.alike == "" {
			key = ""
			break
		}
		key += f.alike + "\n"
	}
	var more, edits, moves []patch
	var texts []Finding       // that edit the summary's text
	for _, f := range found { // by gain
		switch {
		case f.moves || f.Kind == Reorder:
			moves = append(moves, f.patch)
		case c.Address == resume.Summary && f.Check != summary.id && f.Check != numberNearTop.id:
			texts = append(texts, f)
		case f.Kind == Ask || f.Kind == Add:
			more = append(more, f.patch)
		default:
			edits = append(edits, f.patch)
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
	if w := c.rewriting; len(w.out) == 1 && w.out[0].address == c.Address {
		if in := w.texts(); len(in) == 1 {
			return in[0], in[0] != now, nil
		}
	}
	fixed, err := c.patch(d)
	if err != nil {
		return "", false, err
	}
	list := c.Address.Parent()
	text = fixed.TextAt(c.Address)
	return text, fixed.ListLen(list) == d.ListLen(list) && text != now, nil
}

// whole makes one card of places that lack the same, or claim the same points; with
// results where it also says how many results there are.
func (m *mender) whole(kind string, places []Card, results bool) Card {
	c := Card{Places: places, Findings: []int{}, Notices: []int{}, kind: kind, Gain: places[0].Gain, patch: places[0].patch}
	doc := m.tally.r.document
	var changes []resume.Difference // of the texts of bullets
	var more, moves []patch
	inOrder := make([]*Card, len(places)) // from the last to the first
	for i := range places {
		inOrder[i] = &places[i]
	}
	slices.SortFunc(inOrder, func(a, b *Card) int { return compareAddresses(b.Address, a.Address) })
	for _, p := range inOrder {
		c.Findings, c.Notices = append(c.Findings, p.Findings...), append(c.Notices, p.Notices...)
		c.lost += p.lost
		c.rank = max(c.rank, p.rank)
		if p.patch == nil {
			continue
		}
		if m.bullets[p.Address] == nil {
			more = append(more, p.patch)
			continue
		}
		switch text, only, err := p.textFor(doc); {
		case err != nil:
		case !only:
			moves = append(moves, p.patch) // from the last to the first, so that no index is off
		default:
			old, _ := doc.Get(p.Address)
			changes = append(changes, resume.Difference{Kind: resume.Changed, Address: p.Address, From: -1, To: -1, Old: old, New: resume.Text(text)})
		}
	}
	slices.Sort(c.Notices)
	if results {
		more = append(more, m.tally.r.newResults()...)
	}
	c.Says, c.Do = m.tally.r.wordsOfAll(kind, places)
	slices.Reverse(changes)
	fix := func(d resume.Document) (resume.Document, error) {
		d, err := d.Apply(changes)
		if err != nil {
			return d, err
		}
		return both(append(moves, more...)...)(d)
	}
	m.reads-- // there are few kinds: each has its read
	if gain, ok := m.read(fix); ok {
		c.take(gain, fix, rewriting{})
	}
	return c
}
