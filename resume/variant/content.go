package variant

import (
	"slices"

	"resumax/resume"
)

// sameContent reports whether two documents say the same: ids, the order of members
// the variants themselves and what is remembered for them are no content.
func sameContent(a, b resume.Document) bool { return sameValue(content(a), content(b)) }

func content(d resume.Document) resume.Value {
	d = d.WithoutIDs().Without(variantsAt).Without(memoriesAt)
	if rows, err := d.WithSectionRows(); err == nil {
		d = rows
	}
	return named(resume.Root, d.Root())
}

// named is a value whose members have their fields' own names, not older ones.
func named(at resume.Address, v resume.Value) resume.Value {
	switch v.Kind() {
	case resume.Array:
		items := make([]resume.Value, v.Len())
		for i, item := range v.Items() {
			items[i] = named(at.Item(i), item)
		}
		return resume.List(items...)
	case resume.Object:
		members := make([]resume.Member, v.Len())
		for i, m := range v.Members() {
			name := resume.FieldName(at, m.Name)
			if _, both := v.Get(name); both {
				name = m.Name
			}
			members[i] = resume.Member{Name: name, Value: named(at.Child(m.Name), m.Value)}
		}
		return resume.Struct(members...)
	}
	return v
}

// sameValue reports whether two values are the same but for the order of members.
func sameValue(a, b resume.Value) bool {
	if a.Kind() != b.Kind() || a.Raw() != b.Raw() || a.Len() != b.Len() {
		return false
	}
	if a.Equal(b) {
		return true
	}
	if a.Kind() == resume.Array {
		return slices.EqualFunc(a.Items(), b.Items(), sameValue)
	}
	for _, m := range a.Members() {
		other, ok := b.Get(m.Name)
		if !ok || !sameValue(m.Value, other) {
			return false
		}
	}
	return a.Kind() == resume.Object
}
