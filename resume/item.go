package resume

import "slices"

// HideItem shows an item or hides it from print and score.
func (d Document) HideItem(a Address, hidden bool) (Document, error) {
	v, ok := d.Get(a)
	if !ok || v.kind != Object {
		return d, &AddressError{a, "no item there"}
	}
	if !hidden {
		return d.Set(a, v.Without("hidden"))
	}
	return d.Set(a, v.With("hidden", Flag(true)))
}

// SeparateName is the member of a position that is not grouped with the one before it.
const SeparateName = "separate"

// EmployerRun are the indexes of the first and the last of the positions at one employer that
// follow each other, the i-th among them. Hidden ones part nothing.
func (r *Resume) EmployerRun(i int) (first, last int) {
	first, last = i, i
	if r.Work[i].Hidden {
		return i, i
	}
	for n, at := i-1, i; n >= 0; n-- {
		if r.Work[n].Hidden {
			continue
		}
		if !r.Work[n].SameEmployer(&r.Work[at]) {
			break
		}
		first, at = n, n
	}
	for n, at := i+1, i; n < len(r.Work); n++ {
		if r.Work[n].Hidden {
			continue
		}
		if !r.Work[n].SameEmployer(&r.Work[at]) {
			break
		}
		last, at = n, n
	}
	return first, last
}

// GroupPositions groups the positions first to last, which are at one employer, or shows each
// on its own.
func (d Document) GroupPositions(first, last int, group bool) (Document, error) {
	list := Root.Child("work")
	for i := first; i <= last; i++ {
		v, ok := d.Get(list.Item(i))
		if !ok || v.kind != Object {
			return d, &AddressError{list.Item(i), "no item there"}
		}
		if v = v.Without(SeparateName); !group && i > first {
			v = v.With(SeparateName, Flag(true))
		}
		var err error
		if d, err = d.Set(list.Item(i), v); err != nil {
			return d, err
		}
	}
	return d, nil
}

// Duplicate puts a copy of the item or text at a just behind it. The copy and its
// texts have no ids of their own until something refers to them.
func (d Document) Duplicate(a Address) (Document, error) {
	v, ok := d.Get(a)
	if !ok || a.Index() < 0 {
		return d, &AddressError{a, "no item there"}
	}
	return d.Insert(a.Parent().Item(a.Index()+1), withoutIDs(v))
}

// MoveRest takes the items of a list from the one with the index first on, and puts
// them at the end of another list, with the ids that texts have. A missing target is
// made.
func (d Document) MoveRest(source Address, first int, target Address) (Document, error) {
	from, _ := d.Get(source)
	to, _ := d.Get(target)
	if source == target || first < 0 || first > len(from.Items()) {
		return d, &AddressError{source, "no items to move from there"}
	}
	rest, size := from.Items()[first:], len(to.Items())
	next, err := d.put(target, List(slices.Concat(to.Items(), rest)...), func(i int) int { return i })
	if err != nil {
		return d, err
	}
	if next, err = next.put(source, List(from.Items()[:first]...), func(i int) int {
		if i >= first {
			return -1
		}
		return i
	}); err != nil {
		return d, err
	}
	holder, _ := d.Get(source.Parent())
	ids, ours := companionOf(holder, source.Last())
	if !ours || len(ids.lines) == 0 {
		return next, nil
	}
	return next.withLineIDs(target, size, ids.settled(from).lines[first:])
}

// RemoveTexts removes texts from a list of texts that items of the list at the
// address list have as the member name: gone are their indexes by item.
func (d Document) RemoveTexts(list Address, name string, gone map[int]map[int]bool) (Document, error) {
	have, _ := d.Get(list)
	items := slices.Clone(have.Items())
	for i, texts := range gone {
		if i < 0 || i >= len(items) {
			return d, &AddressError{list.Item(i), "no such item"}
		}
		old, _, _ := member(items[i], list.Item(i), name)
		kept := make([]Value, 0, old.Len())
		to := make([]int, old.Len())
		for j, v := range old.Items() {
			if to[j] = -1; !texts[j] {
				to[j] = len(kept)
				kept = append(kept, v)
			}
		}
		item, err := set(items[i], list.Item(i), []string{name}, List(kept...), func(j int) int { return to[j] })
		if err != nil {
			return d, err
		}
		items[i] = item
	}
	return d.Set(list, List(items...))
}

// MergeItems puts the texts that items of a list have as the member name, from the
// one after first on, at the end of that of the item first, with the ids that texts
// have, and removes these items.
func (d Document) MergeItems(list Address, first int, name string) (Document, error) {
	have, _ := d.Get(list)
	if first < 0 || first >= have.Len() {
		return d, &AddressError{list.Item(first), "no such item"}
	}
	target := list.Item(first).Child(name)
	texts, _ := d.Get(target)
	all := slices.Clone(texts.Items())
	var lines []line
	for i, item := range have.Items()[first+1:] {
		old, _, _ := member(item, list.Item(first+1+i), name)
		all = append(all, old.Items()...)
		ids, _ := companionOf(item, name)
		lines = append(lines, ids.settled(old).lines...)
	}
	next, err := d.put(target, List(all...), func(i int) int { return i })
	if err != nil {
		return d, err
	}
	if slices.ContainsFunc(lines, line.says) {
		if next, err = next.withLineIDs(target, texts.Len(), lines); err != nil {
			return d, err
		}
	}
	now, _ := next.Get(list)
	return next.Set(list, List(now.Items()[:first+1]...))
}

// withLineIDs gives the texts of a list, from one on, the ids of lines.
func (d Document) withLineIDs(list Address, from int, lines []line) (Document, error) {
	holder, _ := d.Get(list.Parent())
	texts, _ := d.Get(list)
	ids, ours := companionOf(holder, list.Last())
	if !ours || !isTextList(list) {
		return d, nil
	}
	ids = ids.settled(texts)
	for i, l := range lines {
		ids.lines[from+i].id, ids.lines[from+i].hidden = l.id, l.hidden
	}
	return d.Set(list.Parent(), ids.in(holder, list.Last()))
}

// ListLen is the number of items in the list at a, 0 where there is none.
func (d Document) ListLen(a Address) int {
	v, _ := d.Get(a)
	return len(v.items)
}

// WithoutHidden is the document without its hidden sections, items and texts.
func (d Document) WithoutHidden() Document {
	d = d.eachItemAs(withoutHiddenTexts)
	for _, s := range d.Resume().Sections {
		if s.Hidden {
			d = d.Without(s.Address)
		}
	}
	var shown []Member
	for _, m := range d.Root().Members() {
		if m.Name != "meta" { // where what hides a section is kept
			m.Value = withoutHidden(m.Value)
		}
		shown = append(shown, m)
	}
	return NewDocument(Struct(shown...))
}

// withoutHidden is a value without the hidden items of its lists.
func withoutHidden(v Value) Value {
	switch v.Kind() {
	case Array:
		var items []Value
		for _, i := range v.Items() {
			if hidden, _ := i.Get("hidden"); !hidden.True() {
				items = append(items, withoutHidden(i))
			}
		}
		return List(items...)
	case Object:
		var members []Member
		for _, m := range v.Members() {
			members = append(members, Member{Name: m.Name, Value: withoutHidden(m.Value)})
		}
		return Struct(members...)
	}
	return v
}

// Without is the document without what is at an address, if there is something.
func (d Document) Without(at Address) Document {
	if less, err := d.Remove(at); err == nil {
		return less
	}
	return d
}
