package variant

import (
	"slices"

	"resumax/resume"
)

// A memory is what a list of the base was when the variant last named something in
// it: its texts, of items their heads, and the ids of those that had one. With it they
// are found again where another program dropped the ids.
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

// foundAgain is the document with the ids that variants know and another program
// dropped, where what had them is found again, and where all things are then.
func foundAgain(d resume.Document, p places, lists []memory) (resume.Document, places) {
	if !p.lacks(lists) {
		return d, p
	}
	for _, items := range []bool{true, false} { // texts are found in their items
		f := finder{d: d, places: p, named: map[resume.Address]bool{}, found: map[resume.Address]resume.ID{}, at: map[resume.ID]resume.Address{}, doubtful: map[resume.ID]bool{}}
		for _, at := range p.at {
			f.named[at] = true
		}
		for _, m := range lists {
			if (m.of == "") == items {
				f.find(m)
			}
		}
		for at, id := range f.found {
			if f.doubtful[id] {
				delete(f.found, at)
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

// A finder finds what has lost its id. What two lists remember in different ways is
// not found.
type finder struct {
	places
	d        resume.Document
	named    map[resume.Address]bool // what has an id
	found    map[resume.Address]resume.ID
	at       map[resume.ID]resume.Address
	doubtful map[resume.ID]bool
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
			f.note(lines[i].id, at[j])
		}
	}
}

func (f *finder) note(id resume.ID, at resume.Address) {
	if other, known := f.found[at]; known && other != id {
		f.doubtful[id], f.doubtful[other] = true, true
	}
	if other, known := f.at[id]; known && other != at {
		f.doubtful[id] = true
	}
	f.found[at], f.at[id] = id, at
}

// remember notes what the lists are in which the variant names something. What is
// known of a list that is not there is kept.
func (o *overlay) remember(d resume.Document, p places) {
	type ref struct {
		of resume.ID
		at resume.Address
	}
	named := map[ref]bool{}
	var order []ref
	note := func(r ref) {
		if !named[r] {
			named[r] = true
			order = append(order, r)
		}
	}
	ids := map[resume.Address]resume.ID{}
	for id, at := range p.at {
		ids[at] = id
	}
	thing := func(id resume.ID) {
		at, ok := p.at[id]
		if !ok {
			return
		}
		if list := at.Parent(); resume.IsTextList(list) {
			item := list.Parent()
			note(ref{"", item.Parent()})
			note(ref{ids[item], list[len(item):]})
		} else {
			note(ref{"", list})
		}
	}
	for _, e := range o.entries {
		thing(e.of)
		for _, id := range e.order {
			thing(id)
		}
		if e.kind == Added {
			thing(e.after)
			thing(e.before)
		}
	}
	var now []memory
	for _, m := range o.lists {
		if _, there := p.at[m.of]; m.of != "" && !there && slices.ContainsFunc(o.entries, func(e entry) bool { return m.has(e.of) }) {
			now = append(now, m)
		}
	}
	for _, r := range order {
		list := r.at
		if r.of != "" {
			list = p.at[r.of] + r.at
		} else if resume.IsTextList(list) {
			continue // its item has no id
		}
		texts, _ := d.Get(list)
		m := memory{of: r.of, at: r.at}
		for i, v := range texts.Items() {
			text := v.Raw()
			if v.Kind() == resume.Object {
				text = head(d, list.Item(i))
			}
			m.lines = append(m.lines, memoryLine{ids[list.Item(i)], text})
		}
		now = append(now, m)
	}
	o.lists = now
}

func (m *memory) has(id resume.ID) bool {
	return id != "" && slices.ContainsFunc(m.lines, func(l memoryLine) bool { return l.id == id })
}
