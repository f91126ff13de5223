package variant

import (
	"errors"
	"maps"
	"slices"
	"strings"

	"resumax/resume"
)

// Edit does an edit in the view of a variant and keeps what it changes in the variant.
// See [View.Edit].
func Edit(d resume.Document, id string, edit resume.Edit) (resume.Document, error) {
	v, err := Open(d, id)
	if err != nil {
		return d, err
	}
	return v.Edit(edit)
}

// errInexpressible is an edit of which a variant cannot say what it did.
var errInexpressible = errors.New("a variant can't hold this change: make it in the base")

// Edit does an edit in the view and returns the project in which the variant says what
// it changed. The base stays as it is, but for ids, and for what belongs to the project
// and not to the resume, as the table of meta.resumax says: an edit of that changes it.
// An edit that the variant cannot hold is an error and changes nothing.
func (v *View) Edit(edit resume.Edit) (resume.Document, error) {
	before := v.Document.Tracked()
	after, err := edit(before)
	if err != nil {
		return v.base, err
	}
	if after.Equal(before) {
		return v.base, nil
	}
	f := follower{View: v, base: v.base, before: before, after: after, plain: after.Untracked(), known: map[resume.ID]resume.Address{}, temporary: map[resume.Address]resume.ID{}}
	f.entries = slices.Clone(v.overlay.entries)
	for at, id := range v.ids {
		f.known[id] = at
	}
	f.object("", "", resume.Root, resume.Root, before.Root(), after.Root())
	next, err := f.done()
	if err != nil {
		return v.base, err
	}
	if now, err := Open(next, v.Variant.ID); err != nil || !sameContent(now.Document, f.plain) {
		if err == nil {
			err = errInexpressible
		}
		return v.base, err
	}
	return next, nil
}

// follower makes entries of what an edit changed in a view.
type follower struct {
	*View
	base          resume.Document
	before, after resume.Document // the view, tracked
	plain         resume.Document // the view after the edit, as it is
	entries       []entry
	makes         *resume.IDs

	known     map[resume.ID]resume.Address // in the base, also by temporary ids
	temporary map[resume.Address]resume.ID // those that were made for things of the base
	dropped   bool                         // an entry went
}

func (f *follower) drop(gone func(*entry) bool) {
	n := len(f.entries)
	f.entries = slices.DeleteFunc(f.entries, func(e entry) bool { return !e.lost && e.kind != unknown && gone(&e) })
	f.dropped = f.dropped || len(f.entries) != n
}

// put puts an entry in the place of one with the same key.
func (f *follower) put(e entry) {
	for i := range f.entries {
		if f.entries[i].key() == e.key() && !f.entries[i].lost {
			e.raw = f.entries[i].raw
			f.entries[i] = e
			return
		}
	}
	f.entries = append(f.entries, e)
}

func (f *follower) find(k key) *entry {
	for i := range f.entries {
		if f.entries[i].key() == k && !f.entries[i].lost {
			return &f.entries[i]
		}
	}
	return nil
}

// newID is an id for what the variant adds.
func (f *follower) newID(list resume.Address, v resume.Value) resume.ID {
	if f.makes == nil {
		f.makes = resume.NewIDs(f.base)
	}
	return f.makes.For(list, v)
}

// member is a member of an object by its field's name.
type member struct {
	value resume.Value
	there bool
}

func members(at resume.Address, v resume.Value) (map[string]member, []string) {
	all := map[string]member{}
	var names []string
	for _, m := range v.Members() {
		name := resume.FieldName(at, m.Name)
		if resume.IsCompanion(m) {
			continue
		}
		if name != m.Name {
			if _, both := v.Get(name); both {
				name = m.Name
			}
		}
		if _, twice := all[name]; !twice {
			names = append(names, name)
		}
		all[name] = member{m.Value, true}
	}
	return all, names
}

// object follows what became of an object of the view: base is where it is in the
// base, now where it is after the edit.
func (f *follower) object(of resume.ID, at, base, now resume.Address, was, is resume.Value) {
	olds, names := members(now, was)
	news, more := members(now, is)
	item := of != "" && at == ""
	for _, name := range append(names, more...) {
		o, n := olds[name], news[name]
		delete(olds, name)
		delete(news, name)
		if !o.there && !n.there || item && (name == "id" || name == "hidden") {
			continue
		}
		if o.there == n.there && sameWith(o.value, n.value, was, is, name) {
			continue
		}
		f.member(of, at.Child(name), base.Child(name), now.Child(name), o, n)
	}
}

// sameWith reports whether nothing changed in a member of an object, the ids and the
// hiding of its texts included.
func sameWith(o, n, was, is resume.Value, name string) bool {
	if !o.Equal(n) {
		return false
	}
	if o.Kind() != resume.Array {
		return true
	}
	for _, m := range was.Members() {
		if resume.IsCompanion(m) && strings.HasPrefix(m.Name, strings.TrimSuffix(name, "s")) {
			if other, _ := is.Get(m.Name); !other.Equal(m.Value) {
				return false
			}
		}
	}
	return true
}

func (f *follower) member(of resume.ID, at, base, now resume.Address, was, is member) {
	have, there := f.base.Get(base)
	if of == "" && now.Parent() == resume.Settings && isProject(now.Last()) {
		f.project(now, is)
		return
	}
	opaque := f.find(key{Other, of, at, ""})
	if opaque != nil && opaque.value.Kind() == resume.Array && opaque.value.Len() == 0 && (resume.IsItemList(now) || resume.IsTextList(now)) {
		opaque = nil // it only says that there is a list
	}
	array := is.value.Kind() == resume.Array && (!there || have.Kind() == resume.Array) && opaque == nil
	switch {
	case now == resume.SectionRows && (!is.there || array):
		f.rows()
	case array && resume.IsItemList(now) && allObjects(is.value) && allObjects(have):
		f.clear(of, at)
		f.items(now, base, was.value, is.value)
	case array && resume.IsTextList(now) && f.texts(of, at, now, base, is.value):
	case opaque == nil && have.Kind() == resume.Object && was.value.Kind() == resume.Object && is.value.Kind() == resume.Object:
		f.object(of, at, base, now, was.value, is.value)
	default:
		f.value(of, at, base, now, is.there)
	}
}

func isProject(name string) bool {
	return slices.ContainsFunc(resume.MetaMembers(), func(m resume.MetaMember) bool { return m.Name == name && m.Project })
}

func allObjects(list resume.Value) bool {
	return !slices.ContainsFunc(list.Items(), func(v resume.Value) bool { return v.Kind() != resume.Object })
}

// project passes on what is of the project and not of the resume.
func (f *follower) project(at resume.Address, is member) {
	v, _ := f.plain.Get(at)
	next := f.base.Without(at)
	if is.there {
		var err error
		if next, err = f.base.Set(at, v); err != nil {
			return
		}
	}
	f.base = next
}

// value notes a value that is kept as a whole.
func (f *follower) value(of resume.ID, at, base, now resume.Address, there bool) {
	have, had := f.base.Get(base)
	var raw resume.Value
	if e := f.find(key{Other, of, at, ""}); e != nil {
		raw = e.raw
	}
	// What is known of its parts goes: it is in the whole.
	f.drop(func(e *entry) bool {
		target, ok := f.target(e)
		return e.of == of && e.at.Within(at) || ok && e.of != "" && target.Within(base) && target != base
	})
	v, _ := f.plain.Get(now)
	switch {
	case !there && had:
		f.put(entry{kind: Removed, of: of, at: at, from: memo(have)})
	case there && !(had && sameValue(have, v)):
		f.put(entry{raw: raw, kind: Other, of: of, at: at, value: v, from: memo(have)})
	}
}

// clear takes back that a list is not there, or that there is one.
func (f *follower) clear(of resume.ID, at resume.Address) {
	f.drop(func(e *entry) bool {
		return e.of == of && e.at == at && (e.kind == Removed || e.kind == Other)
	})
}

// baseOf is where a thing of the view is in the base.
func (f *follower) baseOf(id resume.ID) (resume.Address, bool) {
	if at, ok := f.known[id]; ok {
		return at, true
	}
	if at, ok := id.Temporary(); ok {
		if base, ok := f.BaseAddress(at); ok {
			f.known[id], f.temporary[base] = base, id
			return base, true
		}
	}
	return "", false
}

// idOf is the id that a thing of the base goes by while an edit is followed.
func (f *follower) idOf(base resume.Address) resume.ID {
	if id, ok := f.View.ids[base]; ok {
		return id
	}
	if id, ok := f.temporary[base]; ok {
		return id
	}
	id := resume.ID("=base " + string(base))
	f.known[id], f.temporary[base] = base, id
	return id
}

// part is one item or text after the edit.
type part struct {
	id    resume.ID // "" for a new one
	index int
}

// list follows the items or texts of a list: what is new, gone, and how they stand.
// ids are those of the list before the edit, in the order in which they stood.
func (f *follower) list(of resume.ID, at, now, base resume.Address, before []resume.ID, parts []part, added func(part) entry) {
	have, _ := f.base.Get(base)
	known := map[resume.Address]resume.ID{}
	for _, id := range before {
		if a, ok := f.baseOf(id); ok && a.Parent() == base {
			known[a] = id
		}
	}
	all := make([]resume.ID, have.Len())
	for i := range all {
		id, ok := known[base.Item(i)]
		if !ok {
			id = f.idOf(base.Item(i))
		}
		all[i] = id
	}
	isBase := map[resume.ID]bool{}
	for _, id := range all {
		isBase[id] = true
	}
	there := map[resume.ID]bool{}
	for i := range parts {
		p := &parts[i]
		_, own := f.added(of, at, p.id)
		if there[p.id] || !own && !isBase[p.id] {
			p.id = "" // a copy, or from elsewhere
		}
		switch {
		case p.id == "":
			e := added(*p)
			e.kind, e.of, e.at, e.id = Added, of, at, f.newID(now.Item(p.index), e.value)
			p.id = e.id
			f.put(e)
		case own:
			e := added(*p)
			e.kind, e.of, e.at, e.id = Added, of, at, p.id
			f.put(e)
		}
		there[p.id] = true
	}
	f.drop(func(e *entry) bool { return e.kind == Added && e.of == of && e.at == at && !there[e.id] })
	for i, id := range all {
		if !there[id] {
			f.whole(Removed, id, base.Item(i), entry{})
		} else {
			f.drop(func(e *entry) bool { return e.kind == Removed && e.of == id && e.at == "" })
		}
	}
	f.order(of, at, all, before, parts, isBase)
}

// added is the entry of something that the variant added to a list.
func (f *follower) added(of resume.ID, at resume.Address, id resume.ID) (*entry, bool) {
	if id == "" {
		return nil, false
	}
	e := f.find(key{Added, of, at, id})
	return e, e != nil
}

// whole notes something about an item or a text as such.
func (f *follower) whole(kind Kind, id resume.ID, base resume.Address, e entry) {
	if kind == Removed && f.find(key{Removed, id, "", ""}) != nil {
		return
	}
	v, _ := f.base.Get(base)
	e.kind, e.of, e.from = kind, id, v
	if v.Kind() == resume.Object {
		e.from = resume.Text(head(f.base, base))
	}
	f.put(e)
}

// order notes where the items of a list stand.
func (f *follower) order(of resume.ID, at resume.Address, all, before []resume.ID, parts []part, isBase map[resume.ID]bool) {
	var now []resume.ID // of the base
	place := map[resume.ID]bool{}
	for _, p := range parts {
		if isBase[p.id] {
			now = append(now, p.id)
			place[p.id] = true
		}
	}
	only := func(ids []resume.ID) (kept []resume.ID) {
		for _, id := range ids {
			if place[id] {
				kept = append(kept, id)
			}
		}
		return kept
	}
	k := key{Order, of, at, ""}
	if !slices.Equal(only(before), now) || !slices.Equal(only(all), now) && f.find(k) == nil {
		if slices.Equal(only(all), now) {
			f.drop(func(e *entry) bool { return e.key() == k })
		} else {
			f.put(entry{kind: Order, of: of, at: at, order: woven(all, now), from: idList(all)})
		}
	}
	// What was added stands behind what is before it now.
	var sorted []entry
	for i, p := range parts {
		e, own := f.added(of, at, p.id)
		if !own {
			continue
		}
		e.after, e.before = "", ""
		if i > 0 {
			e.after = parts[i-1].id
		}
		for _, next := range parts[i+1:] {
			if isBase[next.id] {
				e.before = next.id
				break
			}
		}
		sorted = append(sorted, *e)
	}
	for i := range f.entries {
		if e := &f.entries[i]; e.kind == Added && e.of == of && e.at == at && !e.lost && len(sorted) > 0 {
			*e, sorted = sorted[0], sorted[1:]
		}
	}
}

// woven is an order of some things with the others, each behind what it follows in all.
func woven(all, some []resume.ID) []resume.ID {
	in := map[resume.ID]bool{}
	for _, id := range some {
		in[id] = true
	}
	behind := map[resume.ID][]resume.ID{}
	last := resume.ID("")
	for _, id := range all {
		if in[id] {
			last = id
		} else {
			behind[last] = append(behind[last], id)
		}
	}
	order := slices.Clone(behind[""])
	for _, id := range some {
		order = append(append(order, id), behind[id]...)
	}
	return order
}

// items follows the items of a section, or the profiles.
func (f *follower) items(now, base resume.Address, was, is resume.Value) {
	if is.Len() == 0 {
		if _, there := f.base.Get(base); !there {
			f.put(entry{kind: Other, at: now, value: resume.List()})
		}
	}
	olds := map[resume.ID]resume.Value{}
	var before []resume.ID
	for _, item := range was.Items() {
		id := itemID(item)
		olds[id] = item
		before = append(before, id)
	}
	parts := make([]part, is.Len())
	for i, item := range is.Items() {
		parts[i] = part{itemID(item), i}
	}
	f.list("", now, now, base, before, parts, func(p part) entry {
		v, _ := f.plain.Get(now.Item(p.index))
		return entry{value: plainItem(v)}
	})
	for i, item := range is.Items() {
		id := parts[i].id
		at, ok := f.baseOf(id)
		if !ok || at.Parent() != base {
			continue
		}
		old := olds[id]
		wasHidden, isHidden := hides(old), hides(item)
		if wasHidden != isHidden {
			if v, _ := f.base.Get(at); hides(v) == isHidden {
				f.drop(func(e *entry) bool { return e.key() == key{Hidden, id, "", ""} })
			} else {
				f.whole(Hidden, id, at, entry{hidden: isHidden})
			}
		}
		f.object(id, "", at, now.Item(i), old, item)
	}
}

func itemID(item resume.Value) resume.ID {
	id, _ := item.Get("id")
	return resume.ID(id.Str())
}

func hides(item resume.Value) bool {
	hidden, _ := item.Get("hidden")
	return hidden.True()
}

// plainItem is an item that the variant adds, without ids. Which of its texts are
// hidden stays.
func plainItem(item resume.Value) resume.Value {
	d := resume.NewDocument(resume.Struct(resume.Member{Name: "work", Value: resume.List(item)})).WithoutIDs()
	v, _ := d.Get("/work/0")
	return v
}

// texts follows the texts of a list, and reports false where they cannot be told apart.
func (f *follower) texts(of resume.ID, at, now, base resume.Address, is resume.Value) bool {
	lines, ok := f.after.ListLines(now)
	if !ok {
		return false
	}
	_, there := f.base.Get(base)
	baseLines, baseOK := f.base.ListLines(base)
	if there && !baseOK || is.Kind() != resume.Array {
		return false
	}
	f.clear(of, at)
	if !there && len(lines) == 0 {
		f.put(entry{kind: Other, of: of, at: at, value: resume.List()})
	}
	var before []resume.ID
	olds := map[resume.ID]resume.ListLine{}
	if at, ok := f.Address(base); ok {
		was, _ := f.before.ListLines(at)
		for _, l := range was {
			before = append(before, l.ID)
			olds[l.ID] = l
		}
	}
	parts := make([]part, len(lines))
	for i, l := range lines {
		parts[i] = part{l.ID, i}
	}
	f.list(of, at, now, base, before, parts, func(p part) entry {
		return entry{value: lines[p.index].Value, hidden: lines[p.index].Hidden}
	})
	for i, l := range lines {
		id := parts[i].id
		a, ok := f.baseOf(id)
		if !ok || a.Parent() != base {
			continue
		}
		old, own := olds[id], baseLines[a.Index()]
		if !old.Value.Equal(l.Value) {
			if own.Value.Equal(l.Value) {
				f.drop(func(e *entry) bool { return e.key() == key{Other, id, "", ""} })
			} else {
				f.whole(Other, id, a, entry{value: l.Value})
			}
		}
		if old.Hidden != l.Hidden {
			if own.Hidden == l.Hidden {
				f.drop(func(e *entry) bool { return e.key() == key{Hidden, id, "", ""} })
			} else {
				f.whole(Hidden, id, a, entry{hidden: l.Hidden})
			}
		}
	}
	return true
}

// rows follows the order, the headings and the hiding of sections.
func (f *follower) rows() {
	rowsOf := func(d resume.Document) ([]string, map[string]resume.Value) {
		d, err := d.WithSectionRows()
		if err != nil {
			return nil, nil
		}
		list, _ := d.Get(resume.SectionRows)
		var order []string
		rows := map[string]resume.Value{}
		for _, r := range list.Items() {
			if _, twice := rows[rowID(r)]; !twice {
				order = append(order, rowID(r))
				rows[rowID(r)] = r
			}
		}
		return order, rows
	}
	wasOrder, was := rowsOf(f.Document)
	isOrder, is := rowsOf(f.plain)
	baseOrder, base := rowsOf(f.base)
	for _, id := range isOrder {
		row := resume.SectionRows.Child(id)
		own, there := base[id]
		if old, ok := was[id]; ok && sameValue(old, is[id]) {
			continue
		}
		if !there {
			f.put(entry{kind: Other, at: row, value: is[id]})
			continue
		}
		f.drop(func(e *entry) bool { return e.of == "" && e.at.Within(row) })
		names := map[string]bool{}
		for _, m := range append(slices.Clone(own.Members()), is[id].Members()...) {
			names[m.Name] = true
		}
		for _, name := range slices.Sorted(maps.Keys(names)) {
			before, had := own.Get(name)
			now, has := is[id].Get(name)
			switch {
			case had == has && sameValue(before, now):
			case has:
				f.put(entry{kind: Other, at: row.Child(name), value: now, from: memo(before)})
			default:
				f.put(entry{kind: Removed, at: row.Child(name), from: memo(before)})
			}
		}
	}
	for _, id := range baseOrder {
		row := resume.SectionRows.Child(id)
		if _, ok := is[id]; !ok && f.find(key{Removed, "", row, ""}) == nil {
			f.drop(func(e *entry) bool { return e.of == "" && e.at.Within(row) })
			f.put(entry{kind: Removed, at: row, from: memo(base[id])})
		}
	}
	f.drop(func(e *entry) bool {
		if e.of != "" || e.kind != Other || !e.at.Within(resume.SectionRows) || e.at == resume.SectionRows {
			return false
		}
		id := e.at.Tokens()[3]
		_, inBase := base[id]
		_, now := is[id]
		return !inBase && !now
	})
	k := key{Order, "", resume.SectionRows, ""}
	usual := slices.DeleteFunc(slices.Clone(baseOrder), func(id string) bool { _, ok := is[id]; return !ok })
	own := len(usual) < len(isOrder) // a section of the variant's own has its place by an order only
	if slices.Equal(wasOrder, isOrder) && (!own || f.find(k) != nil) {
		return
	}
	if slices.Equal(usual, isOrder) {
		f.drop(func(e *entry) bool { return e.key() == k })
		return
	}
	f.put(entry{kind: Order, at: resume.SectionRows, order: asIDs(isOrder), from: idList(asIDs(baseOrder))})
}

func asIDs(texts []string) []resume.ID {
	ids := make([]resume.ID, len(texts))
	for i, t := range texts {
		ids[i] = resume.ID(t)
	}
	return ids
}

// done gives ids to what the entries name, and returns the project with the variant.
func (f *follower) done() (resume.Document, error) {
	need := map[resume.Address]bool{}
	note := func(id resume.ID) {
		if _, ok := f.View.where.at[id]; ok {
			return
		}
		if at, ok := f.known[id]; ok {
			need[at] = true
			if list := at.Parent(); resume.IsTextList(list) {
				need[list.Parent()] = true // its item, to find the text in
			}
		}
	}
	for i := range f.entries {
		e := &f.entries[i]
		f.eachID(e, func(id *resume.ID) { note(*id) })
		if at, ok := f.known[e.of]; ok && resume.IsTextList(at.Parent()) {
			need[at.Parent().Parent()] = true
		}
	}
	at := slices.Sorted(maps.Keys(need))
	base, ids, err := f.base.IdentifyAll(at, f.makes)
	if err != nil {
		return f.base, err
	}
	given := map[resume.Address]resume.ID{}
	for i, a := range at {
		given[a] = ids[i]
	}
	o := f.overlay
	o.entries = f.entries
	rename := func(id *resume.ID) {
		if a, ok := f.known[*id]; ok && given[a] != "" {
			*id = given[a]
		}
	}
	for i := range o.entries {
		e := &o.entries[i]
		e.order = slices.Clone(e.order)
		f.eachID(e, rename)
		if e.kind == Order && !isRow(e.at) {
			var from []resume.ID
			for _, v := range e.from.Items() {
				id := resume.ID(v.Str())
				rename(&id)
				from = append(from, id)
			}
			e.from = idList(from)
		}
	}
	if o.raw, err = rawOf(base, o.ID); err != nil {
		return f.base, err
	}
	next, err := o.in(remembered(base, placesIn(base), o.entries))
	if err != nil {
		return f.base, err
	}
	if f.dropped {
		next = tidied(next)
	}
	return next, nil
}

func rawOf(d resume.Document, id string) (resume.Value, error) {
	_, raw, err := locate(d, id)
	return raw, err
}

// eachID calls do with every id in an entry.
func (f *follower) eachID(e *entry, do func(*resume.ID)) {
	if e.lost || e.kind == Order && isRow(e.at) {
		return
	}
	do(&e.of)
	do(&e.after)
	do(&e.before)
	for i := range e.order {
		do(&e.order[i])
	}
}
