package variant

import (
	"slices"
	"strings"

	"resumax/resume"
	"resumax/resume/textdiff"
)

// Change is one thing in which a variant differs from the base.
type Change struct {
	Kind Kind
	// Where it is in the view, "" where it is not in it; of an order the list, and of
	// what was removed what it is missing from.
	Address resume.Address
	// Where it is in the base, "" for what only the variant has, or what is gone.
	Base resume.Address
	// What the base said when the change was made, what it says now, and what the
	// variant says; null for nothing. Of items and orders the first is a short text or
	// a list of ids.
	Made, Old, New resume.Value
	// Stale is set where the base has changed since: what the variant says still
	// applies.
	Stale bool
	// Lost is set where what the change is about is gone from the base, so that it
	// applies to nothing.
	Lost bool

	key key
}

// Sides are the texts of the base and of the variant with the words in which they
// differ.
func (c Change) Sides() (base, variant []textdiff.Run) {
	return textdiff.Compare(said(c.Old), said(c.New))
}

// said is what a value says, as one text.
func said(v resume.Value) string {
	if v.Kind() != resume.Array && v.Kind() != resume.Object {
		return v.Raw()
	}
	var parts []string
	var walk func(resume.Value)
	walk = func(v resume.Value) {
		for _, item := range v.Items() {
			walk(item)
		}
		for _, m := range v.Members() {
			if m.Name != "id" && m.Value.Kind() != resume.Bool && !resume.IsCompanion(m) {
				walk(m.Value)
			}
		}
		if v.Raw() != "" {
			parts = append(parts, v.Raw())
		}
	}
	walk(v)
	return strings.Join(parts, " · ")
}

// Changes are all things in which the variant differs, in the order of the base; what
// is lost comes last.
func (v *View) Changes() []Change {
	var all []Change
	for i := range v.overlay.entries {
		if e := &v.overlay.entries[i]; e.kind != unknown {
			all = append(all, v.change(i, e))
		}
	}
	place := func(c Change) resume.Address {
		if c.Base == "" {
			return c.Address
		}
		return c.Base
	}
	slices.SortStableFunc(all, func(a, b Change) int {
		if a.Lost != b.Lost {
			if a.Lost {
				return 1
			}
			return -1
		}
		return comparePlaces(place(a), place(b))
	})
	return all
}

// comparePlaces compares addresses, indexes as numbers.
func comparePlaces(a, b resume.Address) int {
	return slices.CompareFunc(a.Tokens(), b.Tokens(), func(x, y string) int {
		i, j := resume.Root.Child(x).Index(), resume.Root.Child(y).Index()
		if i >= 0 && j >= 0 {
			return i - j
		}
		return strings.Compare(x, y)
	})
}

func (v *View) change(i int, e *entry) Change {
	c := Change{Kind: e.kind, Made: e.from, key: e.key(), Lost: v.fails[i]}
	if e.kind == Other || e.kind == Added {
		c.New = e.value
	}
	if e.kind == Hidden {
		c.New = resume.Flag(e.hidden)
	}
	base, ok := v.target(e)
	if c.Lost || !ok {
		return c
	}
	if e.of == "" && isRow(e.at) {
		return v.rowChange(c, e)
	}
	if e.kind == Added {
		c.Address = v.ownAddress(base, e.id)
		return c
	}
	c.Base = base
	c.Address, _ = v.Address(base)
	if e.kind == Removed {
		c.Address, _ = v.Address(base.Parent())
	}
	now, _ := v.base.Get(base)
	c.Old = now
	switch e.kind {
	case Order:
		c.New, _ = v.Document.Get(c.Address)
		c.Stale = reordered(e.from, v.idsIn(base))
		return c
	case Hidden:
		c.Old = resume.Flag(v.base.TextHidden(base) || hides(now))
	}
	then := memo(now)
	if e.of != "" && e.at == "" && now.Kind() == resume.Object {
		then = resume.Text(head(v.base, base))
	}
	c.Stale = !sameValue(then, e.from) && !(e.kind == Other && sameValue(now, e.value))
	return c
}

// rowChange is a change of the settings of a section.
func (v *View) rowChange(c Change, e *entry) Change {
	d, err := v.base.WithSectionRows()
	if err != nil {
		return c
	}
	list, _ := d.Get(resume.SectionRows)
	c.Base, c.Address = e.at, e.at
	if e.kind == Order {
		var ids []resume.ID
		for _, r := range list.Items() {
			ids = append(ids, resume.ID(rowID(r)))
		}
		c.Old, c.New = idList(ids), idList(e.order)
		c.Stale = reordered(e.from, ids)
		return c
	}
	t := e.at.Tokens()[3:]
	for _, r := range list.Items() {
		if rowID(r) != t[0] {
			continue
		}
		c.Old = r
		if len(t) > 1 {
			c.Old, _ = r.Get(t[1])
		}
	}
	c.Stale = !sameValue(memo(c.Old), e.from) && !sameValue(c.Old, e.value)
	return c
}

// ownAddress is where something that the variant added to a list is in the view.
func (v *View) ownAddress(list resume.Address, id resume.ID) resume.Address {
	at, ok := v.Address(list)
	if !ok {
		return ""
	}
	if lines, ok := v.Document.ListLines(at); ok {
		for i, l := range lines {
			if l.ID == id {
				return at.Item(i)
			}
		}
		return ""
	}
	items, _ := v.Document.Get(at)
	for i, item := range items.Items() {
		if itemID(item) == id {
			return at.Item(i)
		}
	}
	return ""
}

// idsIn are the ids of a list of the base, in its order.
func (v *View) idsIn(list resume.Address) []resume.ID {
	items, _ := v.base.Get(list)
	var ids []resume.ID
	for i := range items.Items() {
		if id := v.ids[list.Item(i)]; id != "" {
			ids = append(ids, id)
		}
	}
	return ids
}

// reordered reports whether what two orders share stands in another order.
func reordered(was resume.Value, now []resume.ID) bool {
	place := map[resume.ID]int{}
	for i, id := range now {
		place[id] = i
	}
	last := -1
	for _, id := range was.Items() {
		i, ok := place[resume.ID(id.Str())]
		if !ok {
			continue
		}
		if i < last {
			return true
		}
		last = i
	}
	return false
}

// Differs are the changes at an address of the view, or within it.
func (v *View) Differs(at resume.Address) []Change {
	return slices.DeleteFunc(v.Changes(), func(c Change) bool { return c.Lost || c.Address == "" || !c.Address.Within(at) })
}

// Stale are the changes under which the base has changed since they were made.
func (v *View) Stale() []Change {
	return slices.DeleteFunc(v.Changes(), func(c Change) bool { return !c.Stale })
}

// Lost are the changes of things that are gone from the base.
func (v *View) Lost() []Change {
	return slices.DeleteFunc(v.Changes(), func(c Change) bool { return !c.Lost })
}
