package resume

import "slices"

// Conflict is a place where two sides changed the same thing in different ways.
type Conflict struct {
	Address Address // in the merged document
	// What was there, and what either side made of it; null where it was not
	// there, or was taken away. The merged document has Mine, or what is left of
	// the two where one side took away what the other one changed.
	Base, Mine, Theirs Value
}

// Merge brings together what two sides made of one document, such as the user
// here and another program in the file. What only one side changed is as that side
// has it. Where both changed the same thing in different ways, the merged document
// has mine, and a conflict says what theirs was; what one side took away and the
// other one changed is kept, with a conflict. So each change of either side is in
// the document or in a conflict.
//
// Ids are no content: those of both sides are kept, wherever their things are, also
// where the other side dropped them.
func Merge(base, mine, theirs Document) (Document, []Conflict) {
	switch {
	case mine.Equal(theirs), theirs.Equal(base):
		return mine, nil
	}
	was, here, there := idSet(base), idSet(mine), idSet(theirs)
	dropped := len(was) > 0 && !slices.ContainsFunc(base.Identities(), func(i Identity) bool { return there[i.ID] })
	// What a side deleted gets its id back by nothing that is like it.
	ours := func(id ID) bool { return dropped || !was[id] || there[id] }
	if mine.Equal(base) {
		merged, _ := theirs.reidentify(mine, ours)
		return merged, nil
	}
	b, m, t := base.withoutCompanions(), mine.withoutCompanions(), theirs.withoutCompanions()
	g := merge{dropped}
	v, conflicts := g.value(have(b.Root()), have(m.Root()), have(t.Root()))
	merged := NewDocument(v.value)
	merged, _ = merged.reidentify(mine, ours)
	merged, _ = merged.reidentify(theirs, func(id ID) bool { return !was[id] || here[id] })
	return merged.withHidingMerged(base, mine, theirs), conflicts
}

// withHidingMerged is a merged document in which a text is hidden as the side has it
// that changed that.
func (d Document) withHidingMerged(base, mine, theirs Document) Document {
	was, here, there := base.hidings(), mine.hidings(), theirs.hidings()
	if len(was)+len(here)+len(there) == 0 {
		return d
	}
	for id, now := range d.hidings() {
		hidden, known := here[id]
		if other, ok := there[id]; ok && (!known || hidden == was[id]) {
			hidden = other
		}
		if at, ok := d.Locate(id); ok && hidden != now {
			if next, err := d.HideText(at, hidden); err == nil {
				d = next
			}
		}
	}
	return d
}

func idSet(d Document) map[ID]bool {
	ids := map[ID]bool{}
	for _, i := range d.Identities() {
		ids[i.ID] = true
	}
	return ids
}

// merge is one merge of documents.
type merge struct {
	dropped bool // their program dropped ids: one that is missing says nothing
}

// maybe is a value, or none.
type maybe struct {
	value Value
	there bool
}

func have(v Value) maybe { return maybe{v, true} }

func (v maybe) equal(w maybe) bool {
	return v.there == w.there && (!v.there || same(v.value, w.value))
}

func (v maybe) is(kind Kind) bool { return v.there && v.value.Kind() == kind }

// value merges what is in one place. The addresses of conflicts are below
// that place.
func (m merge) value(base, mine, theirs maybe) (maybe, []Conflict) {
	switch {
	case mine.equal(theirs), theirs.equal(base):
		return mine, nil
	case mine.equal(base):
		return theirs, nil
	case mine.is(Object) && theirs.is(Object) && distinct(base, mine, theirs):
		return m.objects(base, mine, theirs)
	case mine.is(Array) && theirs.is(Array):
		return m.lists(base, mine, theirs)
	}
	conflict := []Conflict{{Root, base.value, mine.value, theirs.value}}
	if !mine.there {
		return theirs, conflict
	}
	return mine, conflict
}

// distinct reports whether no name stands twice in an object.
func distinct(objects ...maybe) bool {
	for _, o := range objects {
		if _, ok := matchNames(o.value.Members(), o.value.Members()); !ok {
			return false
		}
	}
	return true
}

// merging is one item or member as the three sides have it.
type merging struct {
	name               string // a member's
	base, mine, theirs maybe
	merged             maybe
	conflicts          []Conflict
}

// merger merges the items of lists, or the members of objects. Everything has a
// number that is the same on all sides.
type merger struct {
	merge
	parts              []merging
	base, mine, theirs []int // the order of each side
}

func (m merge) objects(base, mine, theirs maybe) (maybe, []Conflict) {
	g := &merger{merge: m}
	number := map[string]int{}
	read := func(o maybe, put func(*merging, maybe)) (order []int) {
		if !o.is(Object) {
			return nil
		}
		for _, m := range o.value.Members() {
			n, known := number[m.Name]
			if !known {
				n = len(g.parts)
				number[m.Name] = n
				g.parts = append(g.parts, merging{name: m.Name})
			}
			put(&g.parts[n], have(m.Value))
			order = append(order, n)
		}
		return order
	}
	g.base = read(base, func(p *merging, v maybe) { p.base = v })
	g.mine = read(mine, func(p *merging, v maybe) { p.mine = v })
	g.theirs = read(theirs, func(p *merging, v maybe) { p.theirs = v })
	var members []Member
	var conflicts []Conflict
	order, _ := g.mergeParts() // the order of members says nothing
	for _, n := range order {
		p := &g.parts[n]
		members = append(members, Member{p.name, p.merged.value})
		conflicts = appendBelow(conflicts, Root.Child(p.name), p.conflicts)
	}
	return have(Struct(members...)), conflicts
}

func (m merge) lists(base, mine, theirs maybe) (maybe, []Conflict) {
	var olds []Value
	if base.is(Array) {
		olds = base.value.Items()
	}
	g := &merger{merge: m, parts: make([]merging, len(olds))}
	for i, v := range olds {
		g.parts[i].base = have(v)
		g.base = append(g.base, i)
	}
	g.mine = g.number(olds, mine.value.Items(), nil, false)
	for j, n := range g.mine {
		g.parts[n].mine = have(mine.value.Items()[j])
	}
	g.theirs = g.number(olds, theirs.value.Items(), mine.value.Items(), m.dropped)
	for j, n := range g.theirs {
		g.parts[n].theirs = have(theirs.value.Items()[j])
	}
	order, disputed := g.mergeParts()
	var items []Value
	var conflicts []Conflict
	if disputed {
		conflicts = append(conflicts, Conflict{Root, base.value, mine.value, theirs.value})
	}
	for i, n := range order {
		p := &g.parts[n]
		items = append(items, p.merged.value)
		conflicts = appendBelow(conflicts, Root.Item(i), p.conflicts)
	}
	return have(List(items...)), conflicts
}

// number gives a side's items the numbers of those of the base that they are, and
// new ones to the others. What the other side added too is the same item.
func (g *merger) number(olds, nows, others []Value, dropped bool) []int {
	numbers := make([]int, len(nows))
	for j := range numbers {
		numbers[j] = -1
	}
	for i, j := range alignGuessed(olds, nows, dropped) {
		if j >= 0 {
			numbers[j] = i
		}
	}
	var added, free []Value // what this side added, and the other side
	var places, theirs []int
	for j, n := range numbers {
		if n < 0 {
			added, places = append(added, nows[j]), append(places, j)
		}
	}
	for j, v := range others {
		if n := g.mine[j]; n >= len(olds) {
			free, theirs = append(free, v), append(theirs, n)
		}
	}
	for i, j := range align(added, free) {
		if j >= 0 && (added[i].Equal(free[j]) || sameID(added[i], free[j])) {
			numbers[places[i]] = theirs[j]
		}
	}
	for j, n := range numbers {
		if n < 0 {
			numbers[j] = len(g.parts)
			g.parts = append(g.parts, merging{})
		}
	}
	return numbers
}

func sameID(v, w Value) bool {
	a, _ := v.Get("id")
	b, _ := w.Get("id")
	return a.Str() != "" && a.Str() == b.Str()
}

// appendBelow appends conflicts within what is at an address.
func appendBelow(all []Conflict, at Address, conflicts []Conflict) []Conflict {
	for _, c := range conflicts {
		c.Address = at + c.Address
		all = append(all, c)
	}
	return all
}

// mergeParts merges every part, and returns those that are left in the order that the
// sides agree on, and whether they do not.
func (g *merger) mergeParts() (order []int, disputed bool) {
	for i := range g.parts {
		p := &g.parts[i]
		p.merged, p.conflicts = g.value(p.base, p.mine, p.theirs)
	}
	mineMoved, theirsMoved := !sameOrder(g.base, g.mine, len(g.parts)), !sameOrder(g.base, g.theirs, len(g.parts))
	first, second := g.mine, g.theirs
	if theirsMoved && !mineMoved {
		first, second = second, first
	}
	disputed = mineMoved && theirsMoved && !sameOrder(g.mine, g.theirs, len(g.parts))
	return g.woven(first, second), disputed
}

// sameOrder reports whether what two orders share, of n numbers, has the same
// order in both.
func sameOrder(a, b []int, n int) bool {
	place := make([]int, n) // in a, counted from 1
	for i, x := range a {
		place[x] = i + 1
	}
	last := 0
	for _, x := range b {
		if place[x] == 0 {
			continue
		}
		if place[x] < last {
			return false
		}
		last = place[x]
	}
	return true
}

// woven is the order first with what only second has, each behind what it follows
// there.
func (g *merger) woven(first, second []int) []int {
	const head = -1
	in := make([]bool, len(g.parts))
	for _, n := range first {
		in[n] = g.parts[n].merged.there
	}
	behind := map[int][]int{}
	last := head
	for _, n := range second {
		switch {
		case in[n]:
			last = n
		case g.parts[n].merged.there:
			behind[last] = append(behind[last], n)
		}
	}
	order := slices.Clone(behind[head])
	for _, n := range first {
		if in[n] {
			order = append(append(order, n), behind[n]...)
		}
	}
	return order
}
