package variant

import (
	"slices"

	"resumax/resume"
)

// sameContent reports whether two documents say the same: ids, the order of members
// and the variants themselves are no content.
func sameContent(a, b resume.Document) bool { return sameValue(content(a), content(b)) }

func content(d resume.Document) resume.Value {
	d = d.WithoutIDs().Without(variantsAt)
	if rows, err := d.WithSectionRows(); err == nil {
		d = rows
	}
	return d.Root()
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
