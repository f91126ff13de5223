package resume

import (
	"slices"
	"strings"
)

// DifferenceKind says how something differs between two documents.
type DifferenceKind uint8

// The kinds of difference.
const (
	Changed DifferenceKind = iota // another value in the same place
	Added                         // an item or member that is new
	Removed                       // one that is gone
	Moved                         // an item that stands elsewhere in its list; members of objects too
)

var differenceNames = [...]string{"changed", "added", "removed", "moved"}

func (k DifferenceKind) String() string { return differenceNames[k] }

// Difference is one thing in which a later document differs from an earlier one.
type Difference struct {
	Kind DifferenceKind
	// Address is where it is in the later document. What was removed has none
	// there: it is named by where its list or object is there, and by its own
	// index or name before.
	Address  Address
	From, To int   // its place among the items or members before and after, -1 for none
	Old, New Value // null for none
}

// Diff lists what differs between two documents, a the earlier and b the later
// one. What they share in memory is not looked at, so that the difference a
// keystroke makes costs a walk along one path, not the document. Of a list's items
// the same are found by id, then by content, then by likeness, then by place. An
// outer difference comes before those within it.
func Diff(a, b Document) []Difference {
	var d differ
	d.value(Root, a.Root(), b.Root())
	return d.found
}

type differ struct{ found []Difference }

func (d *differ) add(kind DifferenceKind, at Address, from, to int, old, now Value) {
	d.found = append(d.found, Difference{kind, at, from, to, old, now})
}

func (d *differ) value(at Address, a, b Value) {
	switch {
	case shared(a, b):
	case a.Kind() == Object && b.Kind() == Object:
		d.objects(at, a, b)
	case a.Kind() == Array && b.Kind() == Array:
		d.lists(at, a, b)
	case !a.Equal(b):
		d.add(Changed, at, -1, -1, a, b)
	}
}

func (d *differ) lists(at Address, a, b Value) {
	olds, nows := a.Items(), b.Items()
	to := alignAll(olds, nows)
	d.order(to, len(nows),
		func(i int) (Address, Value) { return at.Item(i), olds[i] },
		func(j int) (Address, Value) { return at.Item(j), nows[j] })
	for i, j := range to {
		if j >= 0 && differs(olds[i], nows[j]) {
			d.value(at.Item(j), olds[i], nows[j])
		}
	}
}

func (d *differ) objects(at Address, a, b Value) {
	olds, nows := a.Members(), b.Members()
	to, ok := matchNames(olds, nows)
	if !ok { // a name that stands twice: no member can be named
		if !a.Equal(b) {
			d.add(Changed, at, -1, -1, a, b)
		}
		return
	}
	d.order(to, len(nows),
		func(i int) (Address, Value) { return at.Child(olds[i].Name), olds[i].Value },
		func(j int) (Address, Value) { return at.Child(nows[j].Name), nows[j].Value })
	for i, j := range to {
		if j >= 0 && differs(olds[i].Value, nows[j].Value) {
			d.value(at.Child(nows[j].Name), olds[i].Value, nows[j].Value)
		}
	}
}

// differs is a quick look at whether two values may differ.
func differs(v, w Value) bool {
	if v.Kind() != w.Kind() || v.Raw() != w.Raw() || v.Len() != w.Len() {
		return true
	}
	return v.Len() > 0 && !shared(v, w)
}

// matchNames finds the members of an object in another one by their names, and
// reports false where a name stands twice.
func matchNames(olds, nows []Member) (to []int, ok bool) {
	to = make([]int, len(olds))
	const few = 16 // up to so many names are compared without an index
	if len(olds) == len(nows) && len(olds) <= few && !twice(olds) &&
		slices.EqualFunc(olds, nows, func(m, n Member) bool { return m.Name == n.Name }) {
		for i := range to {
			to[i] = i
		}
		return to, true
	}
	place := make(map[string]int, len(nows))
	for j, m := range nows {
		place[m.Name] = j
	}
	seen := make(map[string]bool, len(olds))
	for i, m := range olds {
		seen[m.Name] = true
		j, there := place[m.Name]
		if !there {
			j = -1
		}
		to[i] = j
	}
	return to, len(place) == len(nows) && len(seen) == len(olds)
}

// twice reports whether one of a few members has the name of another.
func twice(members []Member) bool {
	for i := range members {
		for j := range i {
			if members[i].Name == members[j].Name {
				return true
			}
		}
	}
	return false
}

// order adds what was removed, moved and added: to[i] is the place now of what was
// at i. As few as can be are said to have moved.
func (d *differ) order(to []int, now int, before, after func(int) (Address, Value)) {
	if inPlace(to, now) {
		return
	}
	stay := increasing(to)
	there := make([]bool, now)
	for i, j := range to {
		if j < 0 {
			at, v := before(i)
			d.add(Removed, at, i, -1, v, Value{})
		}
	}
	for i, j := range to {
		if j < 0 {
			continue
		}
		there[j] = true
		if !stay[i] {
			_, old := before(i)
			at, v := after(j)
			d.add(Moved, at, i, j, old, v)
		}
	}
	for j, ok := range there {
		if !ok {
			at, v := after(j)
			d.add(Added, at, -1, j, Value{}, v)
		}
	}
}

// inPlace reports whether nothing was removed, moved or added.
func inPlace(to []int, now int) bool {
	for i, j := range to {
		if i != j {
			return false
		}
	}
	return len(to) == now
}

// increasing marks a longest run of places that grow: those that need not move.
// Negative ones are none.
func increasing(to []int) []bool {
	marked := make([]bool, len(to))
	var ends []int // of the runs of each length, the one that ends lowest, by index
	before := make([]int, len(to))
	for i, j := range to {
		if j < 0 {
			continue
		}
		n, _ := slices.BinarySearchFunc(ends, j, func(e, j int) int { return to[e] - j })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		} else {
			ends[n] = i
		}
	}
	if len(ends) > 0 {
		for i := ends[len(ends)-1]; i >= 0; i = before[i] {
			marked[i] = true
		}
	}
	return marked
}

// Apply makes the later document of the earlier one and what [Diff] lists. It
// fails, and changes nothing, on a document that is not as the earlier one was
// where they differ.
func (d Document) Apply(differences []Difference) (Document, error) {
	p := patcher{rest: differences}
	root := d.Root()
	for len(p.rest) > 0 {
		n := len(p.rest)
		var err error
		if root, err = p.value(root, Root); err != nil {
			return d, err
		}
		if len(p.rest) == n {
			return d, p.unfit()
		}
	}
	return NewDocument(root), nil
}

// patcher applies differences in their order, each value on the way once.
type patcher struct{ rest []Difference }

func (p *patcher) unfit() error {
	return &AddressError{p.rest[0].Address, "is not what the difference was made from"}
}

// value applies what comes next within the value at an address.
func (p *patcher) value(v Value, at Address) (Value, error) {
	for len(p.rest) > 0 && p.rest[0].Kind == Changed && p.rest[0].Address == at {
		if !v.Equal(p.rest[0].Old) {
			return v, p.unfit()
		}
		v = p.rest[0].New
		p.rest = p.rest[1:]
	}
	n := 0
	for n < len(p.rest) && p.rest[n].Kind != Changed && p.rest[n].Address != Root && p.rest[n].Address.Parent() == at {
		n++
	}
	if n > 0 {
		var err error
		if v, err = p.reorder(v, p.rest[:n]); err != nil {
			return v, err
		}
		p.rest = p.rest[n:]
	}
	return p.within(v, at)
}

// within applies what comes next within the items or members of a value.
func (p *patcher) within(v Value, at Address) (Value, error) {
	children := childrenOf(v)
	cloned, i := false, 0
	for len(p.rest) > 0 && p.rest[0].Address != at && p.rest[0].Address.Within(at) {
		token, _, _ := strings.Cut(string(p.rest[0].Address[len(at)+1:]), "/")
		child := at + "/" + Address(token)
		name := child.Last()
		if v.Kind() == Array {
			if i = arrayIndex(name); i >= len(children) {
				i = -1
			}
		} else {
			i = memberFrom(children, name, i)
		}
		if i < 0 {
			return v, p.unfit()
		}
		n := len(p.rest)
		now, err := p.value(children[i].Value, child)
		if err != nil {
			return v, err
		}
		if len(p.rest) == n {
			return v, p.unfit()
		}
		if !cloned {
			children, cloned = slices.Clone(children), true
		}
		children[i].Value = now
	}
	if !cloned {
		return v, nil
	}
	return withChildren(v.Kind(), children), nil
}

// memberFrom finds a member by its name, looking first where the last one was.
func memberFrom(members []Member, name string, from int) int {
	for n := range members {
		if i := (max(from, 0) + n) % len(members); members[i].Name == name {
			return i
		}
	}
	return -1
}

// reorder removes, moves and adds items or members.
func (p *patcher) reorder(v Value, differences []Difference) (Value, error) {
	if v.Kind() != Array && v.Kind() != Object {
		return v, p.unfit()
	}
	old := childrenOf(v)
	size := len(old)
	for _, d := range differences {
		switch d.Kind {
		case Added:
			size++
		case Removed:
			size--
		}
	}
	now, filled, gone := make([]Member, max(size, 0)), make([]bool, max(size, 0)), make([]bool, len(old))
	for _, d := range differences {
		m := Member{Value: d.New}
		if v.Kind() == Object {
			m.Name = d.Address.Last()
		}
		if d.Kind != Added {
			if d.From < 0 || d.From >= len(old) || gone[d.From] || old[d.From].Name != m.Name && d.Kind == Moved || !old[d.From].Value.Equal(d.Old) {
				return v, p.unfit()
			}
			gone[d.From] = true
			m = old[d.From]
		}
		if d.Kind != Removed {
			if d.To < 0 || d.To >= size || filled[d.To] {
				return v, p.unfit()
			}
			now[d.To], filled[d.To] = m, true
		}
	}
	j := 0
	for i, m := range old {
		if gone[i] {
			continue
		}
		for j < size && filled[j] {
			j++
		}
		if j >= size {
			return v, p.unfit()
		}
		now[j], filled[j] = m, true
	}
	if slices.Contains(filled, false) {
		return v, p.unfit()
	}
	return withChildren(v.Kind(), now), nil
}

// childrenOf are an object's members, or a list's items as members without names.
func childrenOf(v Value) []Member {
	if v.Kind() != Array {
		return v.Members()
	}
	children := make([]Member, v.Len())
	for i, item := range v.Items() {
		children[i].Value = item
	}
	return children
}

// withChildren is the reverse of childrenOf.
func withChildren(kind Kind, children []Member) Value {
	if kind == Object {
		return Struct(children...)
	}
	items := make([]Value, len(children))
	for i, c := range children {
		items[i] = c.Value
	}
	return List(items...)
}
