package resume

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

// Duplicate puts a copy of the item or text at a just behind it. The copy and its
// texts have no ids of their own until something refers to them.
func (d Document) Duplicate(a Address) (Document, error) {
	v, ok := d.Get(a)
	if !ok || a.Index() < 0 {
		return d, &AddressError{a, "no item there"}
	}
	return d.Insert(a.Parent().Item(a.Index()+1), withoutIDs(v))
}

// ListLen is the number of items in the list at a, 0 where there is none.
func (d Document) ListLen(a Address) int {
	v, _ := d.Get(a)
	return len(v.items)
}

// WithoutHidden is the document without its hidden sections and items.
func (d Document) WithoutHidden() Document {
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
