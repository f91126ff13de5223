package resume

import (
	"hash/maphash"
	"slices"
	"unicode"
)

// An aligner says which of the values of one list is which of another one's.
type aligner struct {
	old, now []Value
	to       []int  // for each old value its index now, -1 for none
	taken    []bool // of each value now, whether it is one of the old ones

	oldIDs, nowIDs []string        // of each value, "" for none
	known          map[string]bool // the old ids
	dropped        bool            // ids may have been dropped: one that is missing says nothing
}

// align finds for each value of a list which one it is in a later state of the
// list, -1 for none: by id, then by content, wherever that moved, then by likeness
// where no other value comes near. Of equal values the first is the first. It
// would rather find nothing than the wrong value.
func align(old, now []Value) []int {
	a := newAligner(old, now)
	a.ends()
	a.find()
	return a.to
}

// alignAll is align, and takes values for each other that are less like, and then
// those that stand between the same two neighbors: what a user sees as changed. It
// serves where a wrong guess does no harm, as both values are shown or kept.
func alignAll(old, now []Value) []int { return alignGuessed(old, now, false) }

// alignGuessed is alignAll; dropped says that ids may have been dropped.
func alignGuessed(old, now []Value, dropped bool) []int {
	a := newAligner(old, now)
	a.dropped = dropped
	if i, one := a.ends(); one && oneMayBe(old[i], now[i]) {
		a.match(i, i) // as after a keystroke
		return a.to
	}
	a.find()
	a.guess()
	return a.to
}

func newAligner(old, now []Value) *aligner {
	a := &aligner{old: old, now: now, to: make([]int, len(old)), taken: make([]bool, len(now))}
	for i := range a.to {
		a.to[i] = -1
	}
	return a
}

// find matches what is left, wherever it went.
func (a *aligner) find() {
	if !a.open() {
		return
	}
	a.byID()
	a.byContent()
	a.byLikeness(sureLikeness)
}

// oneMayBe is mayBe of the only value that is left.
func oneMayBe(old, now Value) bool {
	was, _ := old.Get("id")
	is, _ := now.Get("id")
	return old.Kind() == now.Kind() && (was.Str() == is.Str() || was.Str() == "")
}

// open reports whether there is something left to match.
func (a *aligner) open() bool { return slices.Contains(a.to, -1) && slices.Contains(a.taken, false) }

// guess matches what is left and may have been the same.
func (a *aligner) guess() {
	if !a.open() {
		return
	}
	a.byLikeness(likelyLikeness)
	a.byPlace()
}

func (a *aligner) match(i, j int) { a.to[i], a.taken[j] = j, true }

// ends matches what is the same from the beginning and from the end. It reports
// where the rest begins, and whether that is one value on either side.
func (a *aligner) ends() (from int, one bool) {
	n := min(len(a.old), len(a.now))
	for from < n && same(a.old[from], a.now[from]) {
		a.match(from, from)
		from++
	}
	i, j := len(a.old), len(a.now)
	for i > from && j > from && same(a.old[i-1], a.now[j-1]) {
		i, j = i-1, j-1
		a.match(i, j)
	}
	return from, i == from+1 && j == from+1
}

// same reports whether two values are the same JSON.
func same(v, w Value) bool { return shared(v, w) || v.Equal(w) }

// shared reports whether two lists or objects are one in memory, as what an edit
// did not touch is.
func shared(v, w Value) bool {
	switch {
	case v.Kind() != w.Kind() || v.Len() != w.Len() || v.Len() == 0:
		return false
	case v.Kind() == Array:
		return &v.Items()[0] == &w.Items()[0]
	case v.Kind() == Object:
		return &v.Members()[0] == &w.Members()[0]
	}
	return false
}

// byID matches objects with the same id, unless it stands twice.
func (a *aligner) byID() {
	a.oldIDs, a.nowIDs, a.known = idsOf(a.old), idsOf(a.now), map[string]bool{}
	twice, place := map[string]bool{}, map[string]int{}
	for _, id := range a.oldIDs {
		twice[id] = a.known[id]
		a.known[id] = id != ""
	}
	for j, id := range a.nowIDs {
		if _, there := place[id]; there {
			twice[id] = true
		}
		place[id] = j
	}
	for i, id := range a.oldIDs {
		if j, ok := place[id]; ok && id != "" && !twice[id] && a.to[i] < 0 && !a.taken[j] {
			a.match(i, j)
		}
	}
}

func idsOf(values []Value) []string {
	ids := make([]string, len(values))
	for i, v := range values {
		id, _ := v.Get("id")
		ids[i] = id.Str()
	}
	return ids
}

// mayBe reports whether nothing speaks against an old value being one now: not
// its kind and not its id. It may have got an id since.
func (a *aligner) mayBe(i, j int) bool {
	was, is := a.oldIDs[i], a.nowIDs[j]
	return a.old[i].Kind() == a.now[j].Kind() && (was == is || was == "" && !a.known[is] || is == "" && a.dropped)
}

var hashSeed = maphash.MakeSeed()

// byContent matches equal values in their order.
func (a *aligner) byContent() {
	places := map[uint64][]int{}
	var h maphash.Hash
	h.SetSeed(hashSeed)
	sum := func(v Value) uint64 {
		h.Reset()
		hash(&h, v)
		return h.Sum64()
	}
	for j, v := range a.now {
		if !a.taken[j] {
			k := sum(v)
			places[k] = append(places[k], j)
		}
	}
	if len(places) == 0 {
		return
	}
	for i, v := range a.old {
		if a.to[i] >= 0 {
			continue
		}
		k := sum(v)
		if js := places[k]; len(js) > 0 && v.Equal(a.now[js[0]]) {
			a.match(i, js[0])
			places[k] = js[1:]
		}
	}
}

func hash(h *maphash.Hash, v Value) {
	h.WriteByte(byte(v.Kind()))
	h.WriteString(v.Raw())
	h.WriteByte(0)
	for _, item := range v.Items() {
		hash(h, item)
	}
	for _, m := range v.Members() {
		h.WriteString(m.Name)
		h.WriteByte(0)
		hash(h, m.Value)
	}
	h.WriteByte(0xFF)
}

// likeness says how two values are compared.
type likeness struct {
	of func(common, a, b int) float64 // weights of what two values share and say
	// enough is how much two values must share to be one that was rewritten.
	enough float64
	// margin is by how much the next best must be less like it.
	margin float64
}

var (
	// A sentence with more words behind it is the same for sure; two sentences of
	// one pattern ("Led a team of 5 engineers", "Led a team of 9 nurses") are not.
	// This is Dice's coefficient.
	sureLikeness = likeness{func(common, a, b int) float64 { return 2 * float64(common) / float64(a+b) }, 0.6, 0.1}
	// An entry to which much was added, or of which much was taken, is likely the
	// same: what is left of the one is in the other. This is the overlap.
	likelyLikeness = likeness{func(common, a, b int) float64 { return float64(common) / float64(min(a, b)) }, 0.5, 0}
)

// likePairs bounds how many pairs are compared, so that lists in which everything
// is new cost no more than their length.
const likePairs = 20_000

// byLikeness matches values that are like each other and like no other one that
// is left.
func (a *aligner) byLikeness(measure likeness) {
	var left, free []int
	for i, j := range a.to {
		if j < 0 {
			left = append(left, i)
		}
	}
	for j, taken := range a.taken {
		if !taken {
			free = append(free, j)
		}
	}
	if len(left) == 0 || len(free) == 0 || len(left) > likePairs/len(free) {
		return
	}
	olds, nows := profiles(a.old, left), profiles(a.now, free)
	type best struct {
		at          int
		value, next float64
	}
	note := func(b *best, at int, v float64) {
		if v > b.value {
			b.at, b.next, b.value = at, b.value, v
		} else {
			b.next = max(b.next, v)
		}
	}
	rows, columns := make([]best, len(left)), make([]best, len(free))
	for i := range left {
		for j := range free {
			if !a.mayBe(left[i], free[j]) {
				continue
			}
			v := olds[i].like(&nows[j], measure)
			note(&rows[i], j, v)
			note(&columns[j], i, v)
		}
	}
	for i, r := range rows {
		c := columns[r.at]
		if r.value >= measure.enough && c.at == i && max(r.next, c.next) <= r.value-measure.margin {
			a.match(left[i], free[r.at])
		}
	}
}

// byPlace matches what is left between the same two neighbors, in order.
func (a *aligner) byPlace() {
	a.dropped = false // its place alone says too little of what had an id
	next := 0         // behind the last match now
	for i := 0; i < len(a.old); {
		if a.to[i] >= 0 {
			next = a.to[i] + 1
			i++
			continue
		}
		if next < len(a.now) && !a.taken[next] && a.mayBe(i, next) {
			a.match(i, next)
			next++
		}
		i++
	}
}

// profile is what a value says: its words, or the pairs of characters of a short
// text, each with its weight.
type profile struct {
	value Value
	words counts[string]
	pairs *counts[[2]rune] // made when asked for
}

type counts[K comparable] struct {
	of    map[K]int
	total int
}

// profileLength bounds how much of a value is looked at, in bytes.
const profileLength = 4096

// shortTextWords is up to how many words a text is compared by its characters.
const shortTextWords = 3

func profiles(values []Value, at []int) []profile {
	all := make([]profile, len(at))
	for n, i := range at {
		all[n] = profile{value: values[i], words: counts[string]{of: map[string]int{}}}
		left := profileLength
		eachSaid(values[i], &left, all[n].addWords)
	}
	return all
}

// eachSaid calls f with the texts of a value, but for ids, while there is room.
func eachSaid(v Value, left *int, f func(string)) {
	if *left <= 0 {
		return
	}
	switch v.Kind() {
	case Array:
		for _, item := range v.Items() {
			eachSaid(item, left, f)
		}
	case Object:
		for _, m := range v.Members() {
			if m.Name != "id" && !isCompanion(m) {
				eachSaid(m.Value, left, f)
			}
		}
	default:
		text := v.Raw()
		text = text[:min(len(text), *left)]
		*left -= len(text) + 1
		f(text)
	}
}

func (p *profile) addWords(text string) {
	word := make([]rune, 0, 32)
	flush := func() {
		if len(word) > 0 {
			p.words.add(string(word), len(word))
		}
		word = word[:0]
	}
	for _, r := range text {
		switch {
		case r >= 0x2E80: // scripts that put no spaces between words
			flush()
			p.words.add(string(r), 1)
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			word = append(word, unicode.ToLower(r))
		default:
			flush()
		}
	}
	flush()
}

func (p *profile) characters() *counts[[2]rune] {
	if p.pairs == nil {
		p.pairs = &counts[[2]rune]{of: map[[2]rune]int{}}
		left := profileLength
		eachSaid(p.value, &left, func(text string) {
			last := rune(0) // before and behind a text
			for _, r := range text {
				r = unicode.ToLower(r)
				p.pairs.add([2]rune{last, r}, 1)
				last = r
			}
			p.pairs.add([2]rune{last, 0}, 1)
		})
	}
	return p.pairs
}

func (c *counts[K]) add(what K, weight int) {
	c.of[what] += weight
	c.total += weight
}

// like is how much two values share, from 0 to 1.
func (p *profile) like(q *profile, measure likeness) float64 {
	if len(p.words.of) <= shortTextWords || len(q.words.of) <= shortTextWords {
		return p.characters().like(q.characters(), measure)
	}
	return p.words.like(&q.words, measure)
}

func (c *counts[K]) like(o *counts[K], measure likeness) float64 {
	if c.total == 0 || o.total == 0 {
		return 0
	}
	if len(o.of) < len(c.of) {
		c, o = o, c
	}
	common := 0
	for what, n := range c.of {
		common += min(n, o.of[what])
	}
	return measure.of(common, c.total, o.total)
}
