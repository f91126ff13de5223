package variant

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
)

// Variant is one version of the resume.
type Variant struct {
	ID      string
	Name    string
	Posting string // the id of the posting that it is for, "" for none
	Changes int    // in how many places it differs
}

// overlay is a variant as the file has it.
type overlay struct {
	Variant
	place   int // among the variants
	raw     resume.Value
	entries []entry
}

var variantsAt = resume.MetaAddress(resume.MetaVariants)

// List are the variants of a project, in their order.
func List(d resume.Document) []Variant {
	list, _ := d.Get(variantsAt)
	var all []Variant
	for _, v := range list.Items() {
		if head, ok := readHead(v); ok {
			all = append(all, head)
		}
	}
	return all
}

func readHead(v resume.Value) (Variant, bool) {
	text := func(name string) string { m, _ := v.Get(name); return m.Str() }
	changes, _ := v.Get("changes")
	return Variant{text("id"), text("name"), text("posting"), len(changes.Items())}, text("id") != ""
}

// Find is the variant with a name or an id. Capitals don't matter where no other name
// differs only in them.
func Find(d resume.Document, name string) (Variant, error) {
	all := List(d)
	for _, same := range []func(Variant) bool{
		func(v Variant) bool { return v.Name == name },
		func(v Variant) bool { return v.ID == name },
		func(v Variant) bool { return strings.EqualFold(strings.TrimSpace(v.Name), strings.TrimSpace(name)) },
	} {
		var found []Variant
		for _, v := range all {
			if same(v) {
				found = append(found, v)
			}
		}
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return Variant{}, fmt.Errorf("%d variants are called “%s”: use an ID: %s", len(found), name, listed(found))
		}
	}
	if len(all) == 0 {
		return Variant{}, fmt.Errorf("there is no variant “%s”: the resume has no variants", name)
	}
	return Variant{}, fmt.Errorf("there is no variant “%s”; its variants: %s", name, listed(all))
}

func listed(all []Variant) string {
	names := make([]string, len(all))
	for i, v := range all {
		names[i] = v.Name
		if v.Name == "" || slices.ContainsFunc(all, func(w Variant) bool { return w.ID != v.ID && w.Name == v.Name }) {
			names[i] = strings.TrimSpace(v.Name + " (" + v.ID + ")")
		}
	}
	return strings.Join(names, ", ")
}

// New makes a variant that differs in nothing yet, last. A name that is taken gets a
// number. It returns the variant's id.
func New(d resume.Document, name string) (resume.Document, string, error) {
	id := string(resume.NewIDs(d).For(variantsAt, resume.Text(name)))
	v := resume.Struct(
		resume.Member{Name: "id", Value: resume.Text(id)},
		resume.Member{Name: "name", Value: resume.Text(freeName(d, name, ""))},
		resume.Member{Name: "changes", Value: resume.List()})
	n := d.ListLen(variantsAt)
	next, err := d.Insert(variantsAt.Item(n), v)
	return next, id, err
}

// freeName is a name that no other variant has.
func freeName(d resume.Document, name, own string) string {
	name = strings.Join(strings.Fields(name), " ")
	if name == "" {
		name = "Variant"
	}
	all := List(d)
	free := name
	for n := 2; slices.ContainsFunc(all, func(v Variant) bool { return v.ID != own && strings.EqualFold(v.Name, free) }); n++ {
		free = name + " " + strconv.Itoa(n)
	}
	return free
}

// Rename gives a variant another name.
func Rename(d resume.Document, id, name string) (resume.Document, error) {
	return change(d, id, func(v resume.Value) resume.Value { return v.With("name", resume.Text(freeName(d, name, id))) })
}

// SetPosting says which posting a variant is for, "" for none.
func SetPosting(d resume.Document, id, posting string) (resume.Document, error) {
	return change(d, id, func(v resume.Value) resume.Value {
		if posting == "" {
			return v.Without("posting")
		}
		return v.With("posting", resume.Text(posting))
	})
}

func change(d resume.Document, id string, edit func(resume.Value) resume.Value) (resume.Document, error) {
	place, v, err := locate(d, id)
	if err != nil {
		return d, err
	}
	return d.Set(variantsAt.Item(place), edit(v))
}

func locate(d resume.Document, id string) (int, resume.Value, error) {
	list, _ := d.Get(variantsAt)
	for i, v := range list.Items() {
		if own, _ := v.Get("id"); own.Str() == id && id != "" {
			return i, v, nil
		}
	}
	return -1, resume.Value{}, &resume.AddressError{Address: variantsAt, Reason: "there is no such variant"}
}

// Duplicate makes a copy of a variant, behind it, and returns its id. What the variant
// added is the copy's own from then on.
func Duplicate(d resume.Document, id, name string) (resume.Document, string, error) {
	o, err := load(d, id)
	if err != nil {
		return d, "", err
	}
	ids := resume.NewIDs(d)
	renamed := map[resume.ID]resume.ID{}
	for _, e := range o.entries {
		if e.kind == Added {
			renamed[e.id] = ids.For(variantsAt, e.value)
		}
	}
	rename := func(id *resume.ID) {
		if own, ok := renamed[*id]; ok {
			*id = own
		}
	}
	for i := range o.entries {
		e := &o.entries[i]
		e.order = slices.Clone(e.order)
		for _, id := range []*resume.ID{&e.id, &e.after, &e.before} {
			rename(id)
		}
		for j := range e.order {
			rename(&e.order[j])
		}
	}
	o.ID = string(ids.For(variantsAt, resume.Text(name)))
	o.Name = freeName(d, name, "")
	next, err := d.Insert(variantsAt.Item(o.place+1), o.write())
	return next, o.ID, err
}

// Delete deletes a variant. The ids of texts that only it named go too.
func Delete(d resume.Document, id string) (resume.Document, error) {
	place, _, err := locate(d, id)
	if err != nil {
		return d, err
	}
	next, err := d.Remove(variantsAt.Item(place))
	if err != nil {
		return d, err
	}
	if next.ListLen(variantsAt) == 0 {
		next = next.Without(variantsAt)
	}
	return tidied(next), nil
}

func load(d resume.Document, id string) (overlay, error) {
	place, v, err := locate(d, id)
	if err != nil {
		return overlay{}, err
	}
	return readOverlay(place, v), nil
}

func readOverlay(place int, v resume.Value) overlay {
	o := overlay{place: place, raw: v}
	o.Variant, _ = readHead(v)
	changes, _ := v.Get("changes")
	seen := map[key]int{} // a merge of two files may have brought two of one thing: the last counts
	for _, c := range changes.Items() {
		e := readEntry(c)
		if i, twice := seen[e.key()]; twice && e.kind != unknown && !e.lost {
			o.entries[i] = e
			continue
		}
		if e.kind != unknown && !e.lost {
			seen[e.key()] = len(o.entries)
		}
		o.entries = append(o.entries, e)
	}
	return o
}

// write is the variant as the file has it.
func (o *overlay) write() resume.Value {
	v := o.raw.With("id", resume.Text(o.ID)).With("name", resume.Text(o.Name))
	changes := make([]resume.Value, len(o.entries))
	for i := range o.entries {
		changes[i] = o.entries[i].write()
	}
	return v.With("changes", resume.List(changes...))
}

// in is the document with the variant as it is now.
func (o *overlay) in(d resume.Document) (resume.Document, error) {
	place, _, err := locate(d, o.ID)
	if err != nil {
		return d, err
	}
	return d.Set(variantsAt.Item(place), o.write())
}

// tidied is the document without the ids of texts that nothing of the project names.
func tidied(d resume.Document) resume.Document {
	named := map[string]bool{}
	meta, _ := d.Without(memoriesAt).Get("/meta")
	eachText(meta, func(s string) { named[s] = true })
	for _, i := range d.Identities() {
		if v, _ := d.Get(i.Address); v.Kind() == resume.Object || named[string(i.ID)] {
			continue // an item may have had its id before
		}
		if next, err := d.Forget(i.ID); err == nil {
			d = next
		}
	}
	if len(List(d)) == 0 {
		return d.Without(memoriesAt)
	}
	return remembered(d, placesIn(d), nil)
}

func eachText(v resume.Value, f func(string)) {
	if v.Kind() == resume.String {
		f(v.Str())
	}
	for _, item := range v.Items() {
		eachText(item, f)
	}
	for _, m := range v.Members() {
		eachText(m.Value, f)
	}
}
