package variant

import (
	"slices"

	"resumax/resume"
)

// A memory is what a list of the base in which variants name something was after the
// last edit: its texts, of items their heads, and the ids of those that had one. With
// it they are found again where another program dropped the ids.
type memory struct {
	of    resume.ID
	at    resume.Address
	lines []memoryLine
}

type memoryLine struct {
	id   resume.ID
	text string
}

func readMemory(v resume.Value) memory {
	text := func(v resume.Value, name string) string { m, _ := v.Get(name); return m.Str() }
	m := memory{of: resume.ID(text(v, "of")), at: resume.Address(text(v, "at"))}
	lines, _ := v.Get("lines")
	for _, l := range lines.Items() {
		m.lines = append(m.lines, memoryLine{resume.ID(text(l, "id")), text(l, "text")})
	}
	return m
}

func (m *memory) write() resume.Value {
	v := resume.Struct()
	if m.of != "" {
		v = v.With("of", resume.Text(string(m.of)))
	}
	v = v.With("at", resume.Text(string(m.at)))
	lines := make([]resume.Value, len(m.lines))
	for i, l := range m.lines {
		lines[i] = resume.Struct(resume.Member{Name: "text", Value: resume.Text(l.text)})
		if l.id != "" {
			lines[i] = resume.Struct(resume.Member{Name: "id", Value: resume.Text(string(l.id))}).With("text", resume.Text(l.text))
		}
	}
	return v.With("lines", resume.List(lines...))
}

// places are where things with an id are, and what is known to be lost.
type places struct {
	at   map[resume.ID]resume.Address
	lost map[resume.ID]bool
}

func placesIn(d resume.Document) places {
	p := places{map[resume.ID]resume.Address{}, map[resume.ID]bool{}}
	for _, i := range d.Identities() {
		if i.Lost {
			p.lost[i.ID] = true
		} else {
			p.at[i.ID] = i.Address
		}
	}
	return p
}

var memoriesAt = resume.MetaAddress(resume.MetaLists)

func memoriesOf(d resume.Document) (all []memory) {
	lists, _ := d.Get(memoriesAt)
	for _, l := range lists.Items() {
		all = append(all, readMemory(l))
	}
	return all
}

// Settled is a document with the ids that variants know and another program dropped,
// where what had them is found again. It serves for one that was read from a file.
func Settled(d resume.Document) resume.Document {
	d, _ = settled(d)
	return d
}

// settled is Settled, and says where all things are then.
func settled(d resume.Document) (resume.Document, places) {
	p := placesIn(d)
	lists := memoriesOf(d)
	if !p.lacks(lists) {
		return d, p
	}
	for _, items := range []bool{true, false} { // texts are found in their items
		f := finder{d: d, places: p, named: map[resume.Address]bool{}, found: map[resume.Address]resume.ID{}}
		for _, at := range p.at {
			f.named[at] = true
		}
		for _, m := range lists {
			if (m.of == "") == items {
				f.find(m)
			}
		}
		if len(f.found) > 0 {
			d = d.Assign(f.found)
			p = placesIn(d)
		}
	}
	return d, p
}

// lacks reports whether an id that the lists had is missing.
func (p places) lacks(lists []memory) bool {
	return slices.ContainsFunc(lists, func(m memory) bool {
		return slices.ContainsFunc(m.lines, func(l memoryLine) bool { return p.missing(l.id) })
	})
}

func (p places) missing(id resume.ID) bool {
	_, there := p.at[id]
	return id != "" && !there && !p.lost[id]
}

// A finder finds what has lost its id.
type finder struct {
	places
	d     resume.Document
	named map[resume.Address]bool // what has an id
	found map[resume.Address]resume.ID
}

// find finds what of a list has lost its id.
func (f *finder) find(m memory) {
	list := m.at
	if m.of != "" {
		item, ok := f.places.at[m.of]
		if !ok || f.d.HasTextIDs(item+m.at) { // where ids are kept, what is missing was deleted
			return
		}
		list = item + m.at
	}
	var old, now []resume.Value
	var lines []memoryLine
	var at []resume.Address
	for _, l := range m.lines {
		if where, there := f.places.at[l.id]; !there || where.Parent() != list {
			old, lines = append(old, resume.Text(l.text)), append(lines, l)
		}
	}
	texts, _ := f.d.Get(list)
	for i, v := range texts.Items() {
		a := list.Item(i)
		if f.named[a] {
			continue
		}
		text := v.Raw()
		if v.Kind() == resume.Object {
			text = head(f.d, a)
		}
		now, at = append(now, resume.Text(text)), append(at, a)
	}
	for i, j := range resume.FindAgain(old, now) {
		if j >= 0 && f.missing(lines[i].id) && lines[i].text != "" {
			f.found[at[j]] = lines[i].id
		}
	}
}

// listRef names a list of the base: of what has an id, or of the document.
type listRef struct {
	of resume.ID
	at resume.Address
}

// remembered is the document with a memory of the lists that it had one of, and of
// those in which the entries name something. A list in which nothing has an id needs
// none.
func remembered(d resume.Document, p places, entries []entry) resume.Document {
	ids := make(map[resume.Address]resume.ID, len(p.at))
	for id, at := range p.at {
		ids[at] = id
	}
	known := map[listRef]bool{}
	var refs []listRef
	note := func(r listRef) {
		if !known[r] {
			known[r] = true
			refs = append(refs, r)
		}
	}
	for _, m := range memoriesOf(d) {
		note(listRef{m.of, m.at})
	}
	thing := func(id resume.ID) {
		at, ok := p.at[id]
		if !ok {
			return
		}
		list := at.Parent()
		if item := list.Parent(); resume.IsTextList(list) {
			note(listRef{"", item.Parent()})
			note(listRef{ids[item], list[len(item):]})
		} else {
			note(listRef{"", list})
		}
	}
	for _, e := range entries {
		thing(e.of)
		thing(e.after)
		thing(e.before)
		for _, id := range e.order {
			thing(id)
		}
	}
	var lists []resume.Value
	for _, r := range refs {
		if m := memorize(d, p, ids, r); m != nil {
			lists = append(lists, m.write())
		}
	}
	have, there := d.Get(memoriesAt)
	now := resume.List(lists...)
	switch {
	case len(lists) == 0 && there:
		d = d.Without(memoriesAt)
	case len(lists) > 0 && !have.Equal(now):
		if next, err := d.Set(memoriesAt, now); err == nil {
			d = next
		}
	}
	return d
}

// memorize is the memory of a list, nil where nothing in it has an id.
func memorize(d resume.Document, p places, ids map[resume.Address]resume.ID, r listRef) *memory {
	list := r.at
	if r.of != "" {
		item, ok := p.at[r.of]
		if !ok {
			return nil
		}
		list = item + r.at
	}
	values, _ := d.Get(list)
	m := &memory{of: r.of, at: r.at}
	for i, v := range values.Items() {
		text := v.Raw()
		if v.Kind() == resume.Object {
			text = head(d, list.Item(i))
		}
		m.lines = append(m.lines, memoryLine{ids[list.Item(i)], text})
	}
	if !slices.ContainsFunc(m.lines, func(l memoryLine) bool { return l.id != "" }) {
		return nil
	}
	return m
}
