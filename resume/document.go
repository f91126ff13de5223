package resume

import (
	"fmt"
	"slices"
)

// Document is an immutable resume file: a JSON object. Edits return a new
// document that shares what did not change. The zero Document is empty.
type Document struct {
	root Value
}

// NewDocument makes a document of a JSON object. Any other shape gives an
// empty document.
func NewDocument(root Value) Document {
	if root.kind != Object {
		return Document{}
	}
	return Document{root}
}

// Root is the whole document as a JSON object.
func (d Document) Root() Value {
	if d.root.kind != Object {
		return Struct()
	}
	return d.root
}

// Equal reports whether d and e are the same JSON.
func (d Document) Equal(e Document) bool { return d.Root().Equal(e.Root()) }

// AddressError says that an edit's address does not fit the document.
type AddressError struct {
	Address Address
	Reason  string
}

func (e *AddressError) Error() string { return fmt.Sprintf("%s: %s", e.Address, e.Reason) }

// Get returns the value at a. A field that stands there under an older name
// ("company" for "name") is found too.
func (d Document) Get(a Address) (Value, bool) {
	v := d.Root()
	at := Root
	for _, t := range a.Tokens() {
		var ok bool
		switch v.kind {
		case Object:
			v, _, ok = member(v, at, t)
		case Array:
			i := arrayIndex(t)
			if ok = i >= 0 && i < len(v.items); ok {
				v = v.items[i]
			}
		}
		if !ok {
			return Value{}, false
		}
		at = at.Child(t)
	}
	return v, true
}

// TextAt is the string at a, "" if there is none.
func (d Document) TextAt(a Address) string {
	v, _ := d.Get(a)
	switch v.kind {
	case String, Number:
		return v.text
	}
	return ""
}

// Set puts v at a. Objects and lists on the way that are missing are made; the
// index just behind a list's end appends to it.
func (d Document) Set(a Address, v Value) (Document, error) { return d.put(a, v, nil) }

// put is Set of a list whose item i goes to moved(i); nil where that is to be read
// from the list.
func (d Document) put(a Address, v Value, moved func(int) int) (Document, error) {
	root, err := set(d.Root(), Root, a.Tokens(), v, moved)
	if err != nil {
		return d, err
	}
	return NewDocument(root), nil
}

// SetText puts a text at a, without control characters. An empty text takes an
// object's member away, so that a field cleared leaves no trace in the file; a
// list's item stays as "".
func (d Document) SetText(a Address, s string) (Document, error) {
	s = clean(s)
	if s == "" && a.Index() < 0 {
		if _, ok := d.Get(a); !ok {
			return d, nil
		}
		return d.Remove(a)
	}
	return d.Set(a, Text(s))
}

// Insert puts v before the item a, whose last part is an index from 0 to the
// list's length. A missing list is made.
func (d Document) Insert(a Address, v Value) (Document, error) {
	list, i := a.Parent(), a.Index()
	have, _ := d.Get(list)
	if i < 0 || i > len(have.items) || have.kind != Array && have.kind != Null {
		return d, &AddressError{a, "no place in a list"}
	}
	return d.put(list, Value{kind: Array, items: slices.Insert(slices.Clone(have.items), i, v)}, func(was int) int {
		if was >= i {
			return was + 1
		}
		return was
	})
}

// Remove takes away the item or member at a.
func (d Document) Remove(a Address) (Document, error) {
	holder, ok := d.Get(a.Parent())
	if !ok || a == Root {
		return d, &AddressError{a, "nothing there"}
	}
	switch holder.kind {
	case Object:
		_, name, ok := member(holder, a.Parent(), a.Last())
		if !ok {
			return d, &AddressError{a, "nothing there"}
		}
		holder = holder.Without(name)
		if hasCompanion(holder, name) && isTextList(a) {
			if _, ours := companionOf(holder, name); ours {
				holder = holder.Without(companionName(name))
			}
		}
		return d.Set(a.Parent(), holder)
	case Array:
		i := a.Index()
		if i < 0 || i >= len(holder.items) {
			return d, &AddressError{a, "nothing there"}
		}
		return d.put(a.Parent(), Value{kind: Array, items: slices.Delete(slices.Clone(holder.items), i, i+1)}, func(was int) int {
			switch {
			case was == i:
				return -1
			case was > i:
				return was - 1
			}
			return was
		})
	}
	return d, &AddressError{a, "nothing there"}
}

// Move takes the item from of the list and puts it where it becomes the item
// to.
func (d Document) Move(list Address, from, to int) (Document, error) {
	have, _ := d.Get(list)
	n := len(have.items)
	if from < 0 || from >= n || to < 0 || to >= n {
		return d, &AddressError{list, fmt.Sprintf("no move from %d to %d in %d items", from, to, n)}
	}
	if from == to {
		return d, nil
	}
	items := slices.Clone(have.items)
	v := items[from]
	items = slices.Insert(slices.Delete(items, from, from+1), to, v)
	return d.put(list, Value{kind: Array, items: items}, func(was int) int { return movedIndex(was, from, to) })
}

func set(v Value, at Address, path []string, leaf Value, moved func(int) int) (Value, error) {
	if len(path) == 0 {
		return leaf, nil
	}
	t := path[0]
	if v.kind == Null { // make what is missing on the way
		v = Struct()
		if at != Root && arrayIndex(t) == 0 {
			v = List()
		}
	}
	switch v.kind {
	case Object:
		old, name, _ := member(v, at, t)
		m, err := set(old, at.Child(t), path[1:], leaf, moved)
		if err != nil {
			return v, err
		}
		if name != t {
			v = renamed(v, name, t)
		}
		v = v.withMember(t, m, memberOrder(at))
		if len(path) <= 2 && hasCompanion(v, t) && isTextList(at.Child(t)) {
			if len(path) == 2 { // one text of the list, in place or behind the last
				moved = func(i int) int { return i }
			}
			v = keepStep(v, t, old, m, moved)
		}
		return v, nil
	case Array:
		i := arrayIndex(t)
		if i < 0 || i > len(v.items) {
			return v, &AddressError{at.Child(t), "no such item"}
		}
		var old Value
		if i < len(v.items) {
			old = v.items[i]
		}
		m, err := set(old, at.Child(t), path[1:], leaf, moved)
		if err != nil {
			return v, err
		}
		items := slices.Clone(v.items)
		if i == len(items) {
			items = append(items, m)
		} else {
			items[i] = m
		}
		return Value{kind: Array, items: items}, nil
	}
	return v, &AddressError{at, "holds " + v.kind.String() + ", nothing can be put inside"}
}

// member finds the member name of the object v at the given address, under its
// own name or, where that is missing, an older one. It returns the name under
// which it stands, or name itself if there is none.
func member(v Value, at Address, name string) (Value, string, bool) {
	if m, ok := v.Get(name); ok && !isBlank(m) {
		return m, name, true
	}
	return memberOf(v, fieldsAt(at), name)
}

// memberOf is member of an object with the given fields. A name that holds nothing
// gives way to one that does.
func memberOf(v Value, fields []Field, name string) (Value, string, bool) {
	own, ok := v.Get(name)
	if ok && !isBlank(own) {
		return own, name, true
	}
	f := fieldNamed(fields, name)
	if f == nil || f.Name != name {
		return own, name, ok
	}
	for _, old := range f.Legacy {
		if m, there := v.Get(old); there && !isBlank(m) {
			return m, old, true
		}
	}
	return own, name, ok
}

// renamed is the object v with its member old called name, in place. Another of
// that name, which holds nothing, goes.
func renamed(v Value, old, name string) Value {
	v = v.Without(name)
	i := v.index(old)
	if i < 0 {
		return v
	}
	members := slices.Clone(v.members)
	members[i].Name = name
	return Value{kind: Object, members: members}
}
