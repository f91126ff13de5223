package resume

import (
	"maps"
	"slices"
	"strings"
)

// ListLine is one text of a list as the document keeps it.
type ListLine struct {
	ID     ID // "" for one without
	Value  Value
	Hidden bool
}

// ListLines are the texts of the list at an address, with their ids, and false where
// that is no list of texts whose ids can be kept.
func (d Document) ListLines(list Address) ([]ListLine, bool) {
	holder, _ := d.Get(list.Parent())
	texts, _ := d.Get(list)
	if !isTrackedList(holder, list, texts) {
		return nil, false
	}
	ids, _ := companionOf(holder, list.Last())
	ids = ids.settled(texts)
	lines := make([]ListLine, len(ids.lines))
	for i, l := range ids.lines {
		lines[i] = ListLine{l.id, texts.Items()[i], l.hidden}
	}
	return lines, true
}

// isTrackedList reports whether the texts of an object's list can have ids.
func isTrackedList(holder Value, list Address, texts Value) bool {
	if holder.Kind() != Object || texts.Kind() != Array || !isTextList(list) || slices.ContainsFunc(texts.Items(), func(v Value) bool { return !isText(v) }) {
		return false
	}
	_, ours := companionOf(holder, list.Last())
	return ours
}

// SetListLines puts texts with their ids in place of the list at an address. What the
// list has lost stays known.
func (d Document) SetListLines(list Address, lines []ListLine) (Document, error) {
	holder, _ := d.Get(list.Parent())
	old, _ := d.Get(list)
	ids, ours := companionOf(holder, list.Last())
	if !ours || !isTextList(list) {
		return d, &AddressError{list, "no list of texts with ids"}
	}
	ids = companion{make([]line, len(lines)), ids.settled(old).lost}
	texts := make([]Value, len(lines))
	for i, l := range lines {
		ids.lines[i], texts[i] = line{l.ID, l.Value.Raw(), l.Hidden}, l.Value
	}
	// The list goes in without what is beside it, which is then made anew.
	bare := holder.Without(companionName(list.Last()))
	holder, err := set(bare, list.Parent(), []string{list.Last()}, List(texts...), nil)
	if err != nil {
		return d, err
	}
	return d.Set(list.Parent(), ids.in(holder, list.Last()))
}

// temporary begins the ids of what has none in [Document.Tracked].
const temporary = "="

// Temporary is where what has this id was in the document that [Document.Tracked] was
// called on, and false for an id that stays.
func (id ID) Temporary() (Address, bool) {
	at, ok := strings.CutPrefix(string(id), temporary)
	return Address(at), ok
}

// Tracked is the document with an id for every item and every text of a list, those
// without one by their address, so that an edit can be followed. It serves while the
// edit is done, see [Document.Untracked].
func (d Document) Tracked() Document {
	have := d.idsByAddress()
	return d.withIDs(func(at Address) ID {
		if id := have[at]; id != "" {
			return id
		}
		return ID(temporary + at)
	})
}

// Untracked is a document that was made of a tracked one, without the ids that it had
// for that.
func (d Document) Untracked() Document {
	return d.eachItemAs(func(a Address, item Value) Value {
		if id, _ := item.Get("id"); strings.HasPrefix(id.Str(), temporary) {
			item = item.Without("id")
		}
		eachCompanion(a, item, func(list Address, _ Value, ids companion) {
			lines := slices.Clone(ids.lines)
			for i := range lines {
				if strings.HasPrefix(string(lines[i].id), temporary) {
					lines[i].id = ""
				}
			}
			item = companion{lines, ids.lost}.in(item, list.Last())
		})
		return item
	})
}

// idsByAddress are the ids of all that has one and is not lost.
func (d Document) idsByAddress() map[Address]ID {
	have := map[Address]ID{}
	for _, i := range d.Identities() {
		if !i.Lost {
			have[i.Address] = i.ID
		}
	}
	return have
}

// withIDs is the document with the ids that id gives to items and texts; one that has
// "" keeps what it has.
func (d Document) withIDs(id func(Address) ID) Document {
	return d.eachItemAs(func(a Address, item Value) Value {
		fields := fieldsAt(a)
		for _, f := range fields {
			texts, _, _ := memberOf(item, fields, f.Name)
			list := a.Child(f.Name)
			if !f.Shape.IsList() || texts.Len() == 0 || !isTrackedList(item, list, texts) {
				continue
			}
			changed := false
			var ids companion
			for i := range texts.Items() {
				own := id(list.Item(i))
				if own == "" {
					continue
				}
				if !changed {
					ids, _ = companionOf(item, f.Name)
					ids, changed = ids.settled(texts), true
				}
				ids.lines[i].id = own
			}
			if changed {
				item = ids.in(item, f.Name)
			}
		}
		if own := id(a); own != "" {
			item = item.With("id", Text(string(own)))
		}
		return item
	})
}

// Assign gives ids to items and texts, in place of those that they have.
func (d Document) Assign(ids map[Address]ID) Document {
	if len(ids) == 0 {
		return d
	}
	for _, id := range ids {
		if d.isLost(id) {
			d = d.withoutLost(ids)
			break
		}
	}
	return d.withIDs(func(at Address) ID { return ids[at] })
}

func (d Document) isLost(id ID) bool {
	return slices.ContainsFunc(d.Lost(), func(i Identity) bool { return i.ID == id })
}

// withoutLost is the document in which lists no longer say that ids are lost.
func (d Document) withoutLost(ids map[Address]ID) Document {
	found := map[ID]bool{}
	for id := range maps.Values(ids) {
		found[id] = true
	}
	return d.eachItemAs(func(a Address, item Value) Value {
		eachCompanion(a, item, func(list Address, _ Value, ids companion) {
			ids.lost = slices.DeleteFunc(ids.lost, func(l line) bool { return found[l.id] })
			item = ids.in(item, list.Last())
		})
		return item
	})
}

// IdentifyAll is [Document.Identify] of many things at once, with ids that are made by
// maker; nil for one of the document.
func (d Document) IdentifyAll(at []Address, maker *IDs) (Document, []ID, error) {
	have := d.idsByAddress()
	given := map[Address]ID{}
	ids := []ID{}
	for _, a := range at {
		id := have[a]
		if id == "" {
			v, ok := d.Get(a)
			switch {
			case ok && v.Kind() == Object && d.isItem(a):
			case ok && isText(v) && d.isTracked(a.Parent()):
			default:
				return d, nil, &AddressError{a, "nothing there that can have an id"}
			}
			if maker == nil {
				maker = NewIDs(d)
			}
			id = maker.For(a, v)
			have[a], given[a] = id, id
		}
		ids = append(ids, id)
	}
	return d.Assign(given), ids, nil
}

// IsItemList reports whether the address is that of a list whose items have ids: a
// section, or the profiles.
func IsItemList(list Address) bool {
	return list == Profiles || len(list.Tokens()) == 1 && !notSections[list.Last()]
}

// IsTextList reports whether the address is that of a field that is a list of texts.
func IsTextList(list Address) bool { return isTextList(list) }

func (d Document) isItem(a Address) bool { return a.Index() >= 0 && IsItemList(a.Parent()) }

func (d Document) isTracked(list Address) bool {
	holder, _ := d.Get(list.Parent())
	texts, _ := d.Get(list)
	return isTrackedList(holder, list, texts)
}

// HasTextIDs reports whether ids or hiding are kept beside the list of texts at an
// address.
func (d Document) HasTextIDs(list Address) bool {
	holder, _ := d.Get(list.Parent())
	_, there := holder.Get(companionName(list.Last()))
	return there
}

// IsCompanion reports whether a member of an item is the list of ids beside one of
// its lists of texts.
func IsCompanion(m Member) bool { return strings.HasSuffix(m.Name, companionSuffix) && isCompanion(m) }

// FieldName is the field's name that a member of the object at an address means, which
// may have an older one.
func FieldName(object Address, member string) string {
	if f := fieldNamed(fieldsAt(object), member); f != nil {
		return f.Name
	}
	return member
}

// FindAgain says for each value of a list where it is in a later state of the list
// that another program made, -1 where that cannot be told for sure: it may be changed
// a little and stand elsewhere.
func FindAgain(old, now []Value) []int { return align(old, now) }

// WithSectionRows is the document with a row of settings for each section, in the
// order in which they are shown.
func (d Document) WithSectionRows() (Document, error) { return d.withAllSettings() }

// SectionRows is where the settings of sections are, see [Document.WithSectionRows].
const SectionRows = sectionsSetting
