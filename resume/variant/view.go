package variant

import (
	"slices"
	"strings"

	"resumax/resume"
)

// View is a variant as it is edited, scored and printed: the base and its changes. It
// is immutable.
type View struct {
	Variant  Variant
	Document resume.Document

	base    resume.Document // with ids that were found again
	overlay overlay
	where   places // in the base
	ids     map[resume.Address]resume.ID
	lists   map[resume.Address]*placing // by the list's address in the base
	fails   []bool                      // of each entry, whether it applies to nothing
}

// placing says which item of a list of the view is which of the base's; -1 for none.
type placing struct{ toBase, toView []int }

// Open is the view of the variant with an id.
func Open(d resume.Document, id string) (View, error) {
	o, err := load(d, id)
	if err != nil {
		return View{}, err
	}
	base, where := settled(d)
	return viewOf(base, where, o), nil
}

func viewOf(base resume.Document, where places, o overlay) View {
	v := View{Variant: o.Variant, Document: base, base: base, overlay: o, where: where,
		ids: map[resume.Address]resume.ID{}, lists: map[resume.Address]*placing{}, fails: make([]bool, len(o.entries))}
	for id, at := range where.at {
		v.ids[at] = id
	}
	v.build()
	return v
}

// Base is the project's resume, which the variant differs from.
func (v *View) Base() resume.Document { return v.base }

// BaseAddress is where something of the view is in the base, and false for what only
// the variant has.
func (v *View) BaseAddress(a resume.Address) (resume.Address, bool) {
	base := resume.Root
	for _, t := range a.Tokens() {
		if p := v.lists[base]; p != nil {
			i := base.Child(t).Index()
			if i < 0 || i >= len(p.toBase) || p.toBase[i] < 0 {
				return "", false
			}
			base = base.Item(p.toBase[i])
			continue
		}
		base = base.Child(t)
	}
	return base, true
}

// Address is where something of the base is in the view, and false for what the
// variant leaves out.
func (v *View) Address(base resume.Address) (resume.Address, bool) {
	at, from := resume.Root, resume.Root
	for _, t := range base.Tokens() {
		p := v.lists[from]
		from = from.Child(t)
		if p == nil {
			at = at.Child(t)
			continue
		}
		i := from.Index()
		if i < 0 || i >= len(p.toView) || p.toView[i] < 0 {
			return "", false
		}
		at = at.Item(p.toView[i])
	}
	return at, true
}

// isRow reports whether an address is about the settings of a section, which are named
// by the section's key.
func isRow(at resume.Address) bool { return at.Within(resume.SectionRows) }

// target is what an entry is about in the base, and false where that is gone.
func (v *View) target(e *entry) (resume.Address, bool) {
	if e.of == "" {
		return e.at, true
	}
	at, ok := v.where.at[e.of]
	return at + e.at, ok
}

// builder puts the changes of a variant into the base, in an order in which all
// addresses are still those of the base.
type builder struct {
	*View
	d       resume.Document
	fields  []int // entries about fields
	texts   map[resume.Address][]int
	items   map[resume.Address][]int
	rows    []int
	covered []resume.Address // lists that are replaced or removed as a whole
}

func (v *View) build() {
	b := builder{View: v, d: v.base, texts: map[resume.Address][]int{}, items: map[resume.Address][]int{}}
	if b.sort() {
		b.setFields()
		for _, list := range sortedKeys(b.texts) {
			b.textList(list, b.texts[list])
		}
		for _, list := range sortedKeys(b.items) {
			b.itemList(list, b.items[list])
		}
		b.setRows()
	}
	v.Document = b.d
}

func sortedKeys(m map[resume.Address][]int) []resume.Address {
	keys := make([]resume.Address, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// sort parts the entries by what they are about, and reports whether there is one.
func (b *builder) sort() bool {
	some := false
	for i := range b.overlay.entries {
		e := &b.overlay.entries[i]
		at, ok := b.target(e)
		if e.lost || e.kind == unknown || !ok {
			b.fails[i] = e.kind != unknown
			continue
		}
		some = true
		whole := e.of != "" && e.at == "" // an item or a text as such
		switch {
		case e.of == "" && isRow(at):
			b.rows = append(b.rows, i)
		case (e.kind == Added || e.kind == Order) && resume.IsItemList(at):
			b.items[at] = append(b.items[at], i)
		case e.kind == Added || e.kind == Order:
			b.texts[at] = append(b.texts[at], i)
		case whole && resume.IsItemList(at.Parent()):
			b.items[at.Parent()] = append(b.items[at.Parent()], i)
		case whole:
			b.texts[at.Parent()] = append(b.texts[at.Parent()], i)
		default:
			b.fields = append(b.fields, i)
		}
	}
	return some
}

func (b *builder) isCovered(at resume.Address) bool {
	return slices.ContainsFunc(b.covered, func(c resume.Address) bool { return at.Within(c) })
}

// setFields applies what is about fields, outer ones first.
func (b *builder) setFields() {
	depth := func(i int) int {
		at, _ := b.target(&b.overlay.entries[i])
		return strings.Count(string(at), "/")
	}
	slices.SortStableFunc(b.fields, func(i, j int) int { return depth(i) - depth(j) })
	for _, i := range b.fields {
		e := &b.overlay.entries[i]
		at, _ := b.target(e)
		if b.isCovered(at) {
			b.fails[i] = true
			continue
		}
		have, there := b.d.Get(at)
		list := resume.IsItemList(at) || resume.IsTextList(at)
		if e.kind == Removed {
			if there {
				b.d = b.d.Without(at)
			}
			b.covered = append(b.covered, at)
			continue
		}
		if list && e.value.Kind() == resume.Array && e.value.Len() == 0 && have.Kind() == resume.Array {
			continue // a list that the base has too by now
		}
		next, err := b.d.Set(at, e.value)
		if err != nil {
			b.fails[i] = true
			continue
		}
		b.d = next
		if e.value.Kind() != resume.Object && !(list && e.value.Len() == 0) {
			b.covered = append(b.covered, at)
		}
	}
}

func (b *builder) fail(entries []int) {
	for _, i := range entries {
		b.fails[i] = true
	}
}

// textList applies what is about a list of texts.
func (b *builder) textList(list resume.Address, entries []int) {
	lines, ok := b.d.ListLines(list)
	if _, there := b.d.Get(list); !there && !ok {
		holder, _ := b.d.Get(list.Parent())
		ok = holder.Kind() == resume.Object && resume.IsTextList(list)
	}
	if !ok || b.isCovered(list) {
		b.fail(entries)
		return
	}
	place := map[resume.ID]int{}
	base := make([]resume.ID, len(lines))
	for i, l := range lines {
		base[i] = l.ID
		if l.ID != "" {
			place[l.ID] = i
		}
	}
	removed := make([]bool, len(lines))
	var order []resume.ID
	var added []*entry
	for _, n := range entries {
		e := &b.overlay.entries[n]
		i, there := place[e.of]
		switch {
		case e.kind == Order:
			order = e.order
		case e.kind == Added:
			if _, twice := place[e.id]; !twice {
				added = append(added, e)
			}
		case !there:
			b.fails[n] = true
		case e.kind == Removed:
			removed[i] = true
		case e.kind == Hidden:
			lines[i].Hidden = e.hidden
		case e.kind == Other:
			lines[i].Value = e.value
		}
	}
	p := &placing{toView: make([]int, len(lines))}
	var now []resume.ListLine
	for _, s := range arranged(base, order, added) {
		switch {
		case s.added >= 0:
			e := added[s.added]
			now = append(now, resume.ListLine{ID: e.id, Value: e.value, Hidden: e.hidden})
			p.toBase = append(p.toBase, -1)
		case removed[s.base]:
			p.toView[s.base] = -1
		default:
			p.toView[s.base] = len(now)
			now = append(now, lines[s.base])
			p.toBase = append(p.toBase, s.base)
		}
	}
	if next, err := b.d.SetListLines(list, now); err == nil {
		b.d = next
		b.lists[list] = p
	} else {
		b.fail(entries)
	}
}

// itemList applies what is about the items of a list.
func (b *builder) itemList(list resume.Address, entries []int) {
	have, there := b.d.Get(list)
	if there && have.Kind() != resume.Array || b.isCovered(list) {
		b.fail(entries)
		return
	}
	items := slices.Clone(have.Items())
	base := make([]resume.ID, len(items))
	for i := range items {
		base[i] = b.ids[list.Item(i)]
	}
	removed := make([]bool, len(items))
	var order []resume.ID
	var added []*entry
	for _, n := range entries {
		e := &b.overlay.entries[n]
		i := -1
		if e.of != "" {
			i = b.where.at[e.of].Index()
		}
		switch {
		case e.kind == Order:
			order = e.order
		case e.kind == Added:
			if _, twice := b.where.at[e.id]; !twice {
				added = append(added, e)
			}
		case i < 0 || i >= len(items):
			b.fails[n] = true
		case e.kind == Removed:
			removed[i] = true
		case e.kind == Hidden && e.hidden:
			items[i] = items[i].With("hidden", resume.Flag(true))
		case e.kind == Hidden:
			items[i] = items[i].Without("hidden")
		case e.kind == Other:
			items[i] = e.value
		}
	}
	p := &placing{toView: make([]int, len(items))}
	var now []resume.Value
	for _, s := range arranged(base, order, added) {
		switch {
		case s.added >= 0:
			e := added[s.added]
			v := e.value
			if v.Kind() == resume.Object {
				v = v.With("id", resume.Text(string(e.id)))
			}
			now = append(now, v)
			p.toBase = append(p.toBase, -1)
		case removed[s.base]:
			p.toView[s.base] = -1
		default:
			p.toView[s.base] = len(now)
			now = append(now, items[s.base])
			p.toBase = append(p.toBase, s.base)
		}
	}
	if next, err := b.d.Set(list, resume.List(now...)); err == nil {
		b.d = next
		b.lists[list] = p
	} else {
		b.fail(entries)
	}
}

// setRows applies what is about the order, the headings and the hiding of sections.
func (b *builder) setRows() {
	if len(b.rows) == 0 {
		return
	}
	d, err := b.d.WithSectionRows()
	if err != nil {
		b.fail(b.rows)
		return
	}
	list, _ := d.Get(resume.SectionRows)
	rows := slices.Clone(list.Items())
	find := func(id string) int {
		return slices.IndexFunc(rows, func(r resume.Value) bool { return rowID(r) == id })
	}
	for _, n := range b.rows {
		e := &b.overlay.entries[n]
		t := e.at.Tokens()[3:] // below /meta/resumax/sections
		switch {
		case e.kind == Order && len(t) == 0:
		case len(t) == 1 && e.kind == Other:
			if i := find(t[0]); i >= 0 {
				rows[i] = e.value
			} else {
				rows = append(rows, e.value)
			}
		case len(t) == 1 && e.kind == Removed:
			if i := find(t[0]); i >= 0 {
				rows = slices.Delete(rows, i, i+1)
			}
		case len(t) == 2 && find(t[0]) >= 0:
			i := find(t[0])
			if e.kind == Removed {
				rows[i] = rows[i].Without(t[1])
			} else {
				rows[i] = rows[i].With(t[1], e.value)
			}
		default:
			b.fails[n] = true
		}
	}
	for _, n := range b.rows {
		e := &b.overlay.entries[n]
		if e.kind != Order {
			continue
		}
		ids := make([]resume.ID, len(rows))
		for i, r := range rows {
			ids[i] = resume.ID(rowID(r))
		}
		sorted := make([]resume.Value, 0, len(rows))
		for _, s := range arranged(ids, e.order, nil) {
			sorted = append(sorted, rows[s.base])
		}
		rows = sorted
	}
	if next, err := d.Set(resume.SectionRows, resume.List(rows...)); err == nil {
		b.d = next
	} else {
		b.fail(b.rows)
	}
}

func rowID(row resume.Value) string {
	id, _ := row.Get("id")
	return id.Str()
}
