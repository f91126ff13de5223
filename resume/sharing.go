package resume

// Sharing is the document with what it has in common with another one taken from that,
// so that they share it in memory, as a document and its edit do. What is made anew of
// documents that share their parts is recognized as unchanged then.
func (d Document) Sharing(with Document) Document {
	v, _ := sharing(d.Root(), with.Root())
	return NewDocument(v)
}

// sharing is a value that shares what it has in common with another one, and whether it
// is that.
func sharing(v, with Value) (Value, bool) {
	switch {
	case v.kind != with.kind:
		return v, false
	case v.kind == Array:
		return sharingItems(v, with)
	case v.kind == Object:
		return sharingMembers(v, with)
	}
	return v, v.text == with.text
}

func sharingItems(v, with Value) (Value, bool) {
	n := min(len(v.items), len(with.items))
	if len(v.items) == len(with.items) && (n == 0 || &v.items[0] == &with.items[0]) {
		return with, true
	}
	items := make([]Value, len(v.items))
	all := len(v.items) == len(with.items)
	for i := range v.items {
		items[i] = v.items[i]
		if i < n {
			var same bool
			items[i], same = sharing(v.items[i], with.items[i])
			all = all && same
		}
	}
	if all {
		return with, true
	}
	return Value{kind: Array, items: items}, false
}

func sharingMembers(v, with Value) (Value, bool) {
	if len(v.members) == len(with.members) && (len(v.members) == 0 || &v.members[0] == &with.members[0]) {
		return with, true
	}
	members := make([]Member, len(v.members))
	all := len(v.members) == len(with.members)
	for i, m := range v.members {
		members[i] = m
		other, ok := with.Get(m.Name)
		if !ok {
			all = false
			continue
		}
		var same bool
		members[i].Value, same = sharing(m.Value, other)
		all = all && same && with.members[i].Name == m.Name
	}
	if all {
		return with, true
	}
	return Value{kind: Object, members: members}, false
}
