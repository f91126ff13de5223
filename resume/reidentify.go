package resume

import (
	"maps"
	"slices"
)

// Reidentify gives the things of d the ids that they have in another state of the
// document, where another program that made d of it dropped them. It returns what
// has an id there and was not found here; of a text whose item is here, the item
// keeps it as lost.
func (d Document) Reidentify(from Document) (Document, []Identity) {
	return d.reidentify(from, func(ID) bool { return true })
}

// reidentify is Reidentify of the ids that are wanted.
func (d Document) reidentify(from Document, wanted func(ID) bool) (Document, []Identity) {
	known := from.Identities()
	r := reidentifier{d: d, wanted: map[ID]bool{}}
	for _, i := range known {
		if !i.Lost && wanted(i.ID) {
			r.wanted[i.ID] = true
		}
	}
	if len(r.wanted) == 0 {
		return d, nil
	}
	for _, i := range d.Identities() {
		delete(r.wanted, i.ID) // also what is known to be lost
	}
	if len(r.wanted) == 0 {
		return d, nil
	}
	for _, m := range from.Root().Members() {
		if m.Name == "basics" {
			old, _ := from.Get(Profiles)
			now, _ := d.Get(Profiles)
			r.list(Profiles, Profiles, old, now)
		} else if !notSections[m.Name] {
			now, name := sectionMember(d.Root(), standardKey(m.Name))
			r.list(Root.Child(m.Name), Root.Child(name), m.Value, now)
		}
	}
	return r.d, slices.DeleteFunc(known, func(i Identity) bool { return !r.wanted[i.ID] })
}

type reidentifier struct {
	d      Document
	wanted map[ID]bool // what has not been found yet
}

// list gives ids to the items of a list, at the address to, from those of the list
// as it was, at the address at.
func (r *reidentifier) list(at, to Address, old, now Value) {
	if old.Kind() != Array || now.Kind() != Array || !hasIDs(old) {
		return
	}
	items, changed := slices.Clone(now.Items()), false
	sure, likely := alignItems(old.Items(), now.Items())
	for i, j := range likely {
		if j < 0 {
			continue
		}
		was, is := old.Items()[i], now.Items()[j]
		item := r.texts(at.Item(i), to.Item(j), was, is)
		if sure[i] == j {
			item = r.item(was, item)
		}
		if !same(item, is) {
			items[j], changed = item, true
		}
	}
	if changed {
		r.d = r.d.withLists(map[Address][]Value{to: items})
	}
}

// hasIDs reports whether any item of a list, or text of one, has an id.
func hasIDs(list Value) bool {
	return slices.ContainsFunc(list.Items(), func(item Value) bool {
		id, _ := item.Get("id")
		return id.Str() != "" || slices.ContainsFunc(item.Members(), isCompanion)
	})
}

// alignItems is align, of items that may have lost their ids: which are sure to be
// the same, and which are likely to be, so that their texts are worth a look.
func alignItems(old, now []Value) (sure, likely []int) {
	a := newAligner(old, now)
	a.dropped = true
	a.byID()
	plain := func(items []Value) []Value {
		out := make([]Value, len(items))
		for i, v := range items {
			out[i] = withoutIDs(v)
		}
		return out
	}
	a.old, a.now = plain(old), plain(now)
	a.byContent()
	a.byLikeness(sureLikeness)
	sure = slices.Clone(a.to)
	a.guess()
	return sure, a.to
}

// item is an item with the id that it had, where it has none.
func (r *reidentifier) item(was, is Value) Value {
	id, _ := was.Get("id")
	own, _ := is.Get("id")
	if id.Str() == "" || own.Str() != "" || !r.wanted[ID(id.Str())] {
		return is
	}
	delete(r.wanted, ID(id.Str()))
	return is.With("id", id)
}

// texts is an item whose texts have the ids that they had, where they have none.
func (r *reidentifier) texts(at, to Address, was, is Value) Value {
	fields := fieldsAt(to)
	eachCompanion(at, was, func(list Address, texts Value, ids companion) {
		name := list.Last()
		have, ours := companionOf(is, name)
		if !ours {
			return
		}
		now, _, _ := memberOf(is, fields, name)
		have = have.settled(now)
		ids = ids.settled(texts)
		for i, j := range align(textsOf(ids.lines), textsOf(linesOf(now))) {
			l := ids.lines[i]
			switch {
			case l.id == "" || !r.wanted[l.id]:
			case j < 0:
				have.lost = append(have.lost, l)
			case have.lines[j].id == "":
				have.lines[j].id, have.lines[j].hidden = l.id, l.hidden
				delete(r.wanted, l.id)
			}
		}
		is = have.in(is, name)
	})
	return is
}

// WithoutIDs is the document without ids, for one that another document is made of.
func (d Document) WithoutIDs() Document {
	return d.eachItemAs(func(_ Address, item Value) Value { return withoutIDs(item) })
}

// withoutCompanions is the document without the lists of ids beside lists.
func (d Document) withoutCompanions() Document {
	return d.eachItemAs(func(a Address, item Value) Value {
		eachCompanion(a, item, func(list Address, _ Value, _ companion) { item = item.Without(companionName(list.Last())) })
		return item
	})
}

// eachItemAs is the document with every item as f has it.
func (d Document) eachItemAs(f func(Address, Value) Value) Document {
	changed := map[Address][]Value{} // lists, each set once
	d.eachItem(func(a Address, item Value) {
		now := f(a, item)
		if same(now, item) {
			return
		}
		at := a.Parent()
		if changed[at] == nil {
			list, _ := d.Get(at)
			changed[at] = slices.Clone(list.Items())
		}
		changed[at][a.Index()] = now
	})
	return d.withLists(changed)
}

// withLists is the document with other items in some of its lists.
func (d Document) withLists(lists map[Address][]Value) Document {
	for _, at := range slices.Sorted(maps.Keys(lists)) {
		if next, err := d.Set(at, List(lists[at]...)); err == nil {
			d = next
		}
	}
	return d
}
