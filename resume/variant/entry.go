package variant

import (
	"hash/fnv"
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// Kind says in what a variant differs from the base in one place.
type Kind uint8

// The kinds of change.
const (
	Other   Kind = iota // another text or value
	Hidden              // hidden, or shown where the base hides it
	Removed             // not in the variant
	Order               // a list in another order
	Added               // an item or a text of the variant's own
	unknown             // a newer version's
)

// entry is one change as the file has it.
type entry struct {
	raw  resume.Value // with members that this version does not know
	kind Kind

	of resume.ID      // the item or text that it is about, "" for the document
	at resume.Address // below that: names only, as in "/position"

	value  resume.Value // what it is, or what is added
	hidden bool         // of what is hidden or shown, and of an added text
	order  []resume.ID  // of the list at the address, all items of the base

	id            resume.ID // of what is added
	after, before resume.ID // what it stood behind, and before of the base; "" at the ends

	from resume.Value // what the base said, see [memo]; null for nothing
	lost bool         // what it is about was deleted in the base
}

// key names an entry in its variant.
type key struct {
	kind Kind
	of   resume.ID
	at   resume.Address
	id   resume.ID
}

func (e *entry) key() key { return key{e.kind, e.of, e.at, e.id} }

func readEntry(v resume.Value) entry {
	e := entry{raw: v, kind: unknown}
	text := func(name string) string { m, _ := v.Get(name); return m.Str() }
	e.of, e.at = resume.ID(text("of")), resume.Address(text("at"))
	e.from, _ = v.Get("from")
	lost, _ := v.Get("lost")
	hidden, isHidden := v.Get("hidden")
	e.lost, e.hidden = lost.True(), hidden.True()
	if e.at != "" && !strings.HasPrefix(string(e.at), "/") {
		return e
	}
	set, isSet := v.Get("set")
	added, isAdded := v.Get("add")
	order, isOrder := v.Get("order")
	removed, _ := v.Get("removed")
	switch {
	case isAdded && text("id") != "":
		e.kind, e.value, e.id = Added, added, resume.ID(text("id"))
		e.after, e.before = resume.ID(text("after")), resume.ID(text("before"))
	case isSet && (e.of != "" || e.at != ""):
		e.kind, e.value = Other, set
	case isOrder:
		e.kind = Order
		for _, id := range order.Items() {
			e.order = append(e.order, resume.ID(id.Str()))
		}
	case removed.True() && (e.of != "" || e.at != ""):
		e.kind = Removed
	case isHidden && e.of != "":
		e.kind = Hidden
	}
	return e
}

// write is the entry as the file has it.
func (e *entry) write() resume.Value {
	if e.kind == unknown {
		return e.raw
	}
	v := e.raw
	if v.Kind() != resume.Object {
		v = resume.Struct()
	}
	put := func(name string, m resume.Value, there bool) {
		if there {
			v = v.With(name, m)
		} else {
			v = v.Without(name)
		}
	}
	text := func(name, s string) { put(name, resume.Text(s), s != "") }
	text("of", string(e.of))
	text("at", string(e.at))
	put("set", e.value, e.kind == Other)
	put("add", e.value, e.kind == Added)
	put("removed", resume.Flag(true), e.kind == Removed)
	put("order", idList(e.order), e.kind == Order)
	put("hidden", resume.Flag(e.hidden), e.kind == Hidden || e.kind == Added && e.hidden)
	text("id", string(e.id))
	text("after", string(e.after))
	text("before", string(e.before))
	put("from", e.from, !e.from.IsNull())
	put("lost", resume.Flag(true), e.lost)
	return v
}

func idList(ids []resume.ID) resume.Value {
	items := make([]resume.Value, len(ids))
	for i, id := range ids {
		items[i] = resume.Text(string(id))
	}
	return resume.List(items...)
}

// memo is what is kept of a value of the base: a text itself, of a list or an object
// a short hash.
func memo(v resume.Value) resume.Value {
	if v.Kind() != resume.Array && v.Kind() != resume.Object {
		return v
	}
	h := fnv.New64a()
	h.Write([]byte(plainValue(v).String()))
	return resume.Struct(resume.Member{Name: "hash", Value: resume.Text(strconv.FormatUint(h.Sum64(), 36))})
}

// plainValue is a value without ids, its members in the order of their names.
func plainValue(v resume.Value) resume.Value {
	switch v.Kind() {
	case resume.Array:
		items := make([]resume.Value, v.Len())
		for i, item := range v.Items() {
			items[i] = plainValue(item)
		}
		return resume.List(items...)
	case resume.Object:
		var members []resume.Member
		for _, m := range v.Members() {
			if m.Name != "id" && !resume.IsCompanion(m) {
				members = append(members, resume.Member{Name: m.Name, Value: plainValue(m.Value)})
			}
		}
		slices.SortStableFunc(members, func(a, b resume.Member) int { return strings.Compare(a.Name, b.Name) })
		return resume.Struct(members...)
	}
	return v
}

// headLength bounds what is kept of an item, in bytes.
const headLength = 200

// head is what tells an item of the base from others: its fields of one line.
func head(d resume.Document, at resume.Address) string {
	fields := resume.ProfileFields()
	if at.Parent() != resume.Profiles {
		fields = resume.Fields(at.Tokens()[0])
	}
	var parts []string
	for _, f := range fields {
		if text := d.TextAt(at.Child(f.Name)); text != "" && f.Shape != resume.Prose && !f.Shape.IsList() {
			parts = append(parts, text)
		}
	}
	if len(parts) == 0 {
		for _, f := range fields {
			v, _ := d.Get(at.Child(f.Name))
			for _, text := range append([]resume.Value{v}, v.Items()...) {
				if text.Raw() != "" {
					parts = append(parts, text.Raw())
				}
			}
		}
	}
	text := strings.Join(parts, " · ")
	if len(text) > headLength {
		text = strings.ToValidUTF8(text[:headLength], "")
	}
	return text
}
