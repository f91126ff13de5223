package resume

import (
	"hash/fnv"
	"slices"
	"strconv"
)

// ID is what something is, wherever it moves: an item of a section, or a text of
// one of its lists. See [Document.Identify].
type ID string

// Identity is something that has an id, and where it is.
type Identity struct {
	ID      ID
	Address Address // now; of a lost text the list that it was in
	Text    string  // of a text: as it was when it was last known for sure
	Lost    bool    // another program took it away, or changed it beyond recognition
}

// Identify gives the item or the text of a list at a an id, by which it is known
// wherever it moves, and returns it. What has one keeps it. Only what something
// refers to should get one: a plain resume stays plain.
//
// An item's id is its member "id". A text has none, so the ids of a list's texts
// stand in a list beside it, as those of "highlights" in "highlightIds": for each
// text an object with the text and, where it has one, its id. Every edit keeps the
// two in step. Where another program changed the texts, and knew nothing of the
// list beside them, each is found again by what it says, as [Document.Locate] tells.
//
// An id is never given again, as long as anything in the document names it.
func (d Document) Identify(a Address) (Document, ID, error) {
	v, ok := d.Get(a)
	switch {
	case ok && v.Kind() == Object && a.Index() >= 0:
		return d.identifyItem(a, v)
	case ok && isText(v) && a.Index() >= 0 && isTextList(a.Parent()):
		return d.identifyText(a, v)
	}
	return d, "", &AddressError{a, "nothing there that can have an id"}
}

func isText(v Value) bool { return v.Kind() == String || v.Kind() == Number }

// isTextList reports whether the address is that of a field that is a list of texts.
func isTextList(list Address) bool {
	f := fieldNamed(fieldsAt(list.Parent()), list.Last())
	return f != nil && f.Shape.IsList()
}

func (d Document) identifyItem(a Address, v Value) (Document, ID, error) {
	if id, _ := v.Get("id"); id.Str() != "" {
		if at, ok := d.Locate(ID(id.Str())); ok && at == a {
			return d, ID(id.Str()), nil
		} // else it is a copy's, made by another program
	}
	id := NewIDs(d).For(a, v)
	next, err := d.Set(a.Child("id"), Text(string(id)))
	return next, id, err
}

func (d Document) identifyText(a Address, v Value) (Document, ID, error) {
	list := a.Parent()
	holder, _ := d.Get(list.Parent())
	texts, _ := d.Get(list)
	ids, ours := companionOf(holder, list.Last())
	if !ours {
		return d, "", &AddressError{list, "the member " + companionName(list.Last()) + " beside it is another program's"}
	}
	ids = ids.settled(texts)
	line := &ids.lines[a.Index()]
	if line.id != "" {
		if at, ok := d.Locate(line.id); ok && at == a {
			return d, line.id, nil
		}
	}
	line.id = NewIDs(d).For(a, v)
	next, err := d.Set(list.Parent(), ids.in(holder, list.Last()))
	return next, line.id, err
}

// Forget takes an id away, when nothing refers to it any more.
func (d Document) Forget(id ID) (Document, error) {
	for _, i := range d.Identities() {
		if i.ID != id {
			continue
		}
		if i.Text == "" && !i.Lost {
			if v, _ := d.Get(i.Address); v.Kind() == Object {
				return d.Remove(i.Address.Child("id"))
			}
		}
		list := i.Address
		if !i.Lost {
			list = list.Parent()
		}
		holder, _ := d.Get(list.Parent())
		texts, _ := d.Get(list)
		ids, _ := companionOf(holder, list.Last())
		return d.Set(list.Parent(), ids.settled(texts).without(id).in(holder, list.Last()))
	}
	return d, nil
}

// Locate is where the thing with an id is now, and false where it is gone: it was
// deleted, or another program changed the file so that it cannot be told for sure
// which one it is. A text is where the same text is; else where the one is that
// is so like it, and that no other comes near. An id that a program copied along
// belongs to neither of two things that differ.
func (d Document) Locate(id ID) (Address, bool) {
	for _, i := range d.Identities() {
		if i.ID == id && !i.Lost {
			return i.Address, true
		}
	}
	return "", false
}

// Identities are all things that have an id, each once, in the document's order.
func (d Document) Identities() []Identity {
	var all []found
	d.eachItem(func(a Address, item Value) {
		if id, _ := item.Get("id"); id.Str() != "" {
			all = append(all, found{Identity: Identity{ID: ID(id.Str()), Address: a}, value: item})
		}
		eachCompanion(a, item, func(list Address, texts Value, ids companion) {
			ids = ids.settledAs(texts, func(i int, l line, exact bool) {
				if l.id != "" {
					all = append(all, found{Identity{ID: l.id, Address: list.Item(i), Text: l.text}, texts.Items()[i], exact})
				}
			})
			for _, l := range ids.lost {
				all = append(all, found{Identity: Identity{ID: l.id, Address: list, Text: l.text, Lost: true}})
			}
		})
	})
	return resolved(all)
}

// found is an identity as the document has it, where it may stand twice.
type found struct {
	Identity
	value Value
	exact bool // the text is still the same
}

// resolved is each identity once.
func resolved(all []found) []Identity {
	first := make(map[ID]int, len(all))
	out := make([]Identity, 0, len(all))
	value := make([]found, 0, len(all))
	for _, f := range all {
		i, twice := first[f.ID]
		switch {
		case !twice:
			first[f.ID] = len(out)
			out, value = append(out, f.Identity), append(value, f)
		case f.Lost:
		case out[i].Lost && value[i].Lost, f.exact && !value[i].exact:
			out[i], value[i] = f.Identity, f
		case value[i].exact && !f.exact, f.value.Equal(value[i].value):
		default:
			out[i].Lost = true // it may be either
		}
	}
	return out
}

// Lost are the things with an id that are gone though nothing here deleted them.
func (d Document) Lost() []Identity {
	return slices.DeleteFunc(d.Identities(), func(i Identity) bool { return !i.Lost })
}

// eachItem calls f with every item of every section, and every profile.
func (d Document) eachItem(f func(Address, Value)) {
	list := func(at Address, v Value) {
		for i, item := range v.Items() {
			if item.Kind() == Object {
				f(at.Item(i), item)
			}
		}
	}
	for _, m := range d.Root().Members() {
		switch {
		case m.Name == "basics":
			profiles, _ := m.Value.Get("profiles")
			list(Profiles, profiles)
		case !notSections[m.Name]:
			list(Root.Child(m.Name), m.Value)
		}
	}
}

// IDs makes ids that nothing in a document names.
type IDs struct{ named map[string]bool }

// NewIDs makes ids for a document.
func NewIDs(d Document) *IDs {
	named := map[string]bool{}
	eachText(d.Root(), func(s string) {
		if len(s) == idLength {
			named[s] = true
		}
	})
	return &IDs{named}
}

// For makes an id for the thing v at an address. It is made of these, so that the same
// edits give the same document.
func (n *IDs) For(at Address, v Value) ID {
	said := string(at) + "\x00" + v.String() + "\x00"
	for i := 0; ; i++ {
		h := fnv.New64a()
		h.Write([]byte(said + strconv.Itoa(i)))
		sum := h.Sum64()
		var id [idLength]byte
		for i := range id {
			id[i] = idLetters[sum&31]
			sum = sum>>5 ^ sum>>44
		}
		if !n.named[string(id[:])] {
			n.named[string(id[:])] = true
			return ID(id[:])
		}
	}
}

const (
	idLength  = 8
	idLetters = "abcdefghijkmnpqrstuvwxyz23456789" // none that is taken for another
)

// eachText calls f with every string within a value.
func eachText(v Value, f func(string)) {
	if v.Kind() == String {
		f(v.Str())
	}
	for _, item := range v.Items() {
		eachText(item, f)
	}
	for _, m := range v.Members() {
		eachText(m.Value, f)
	}
}
