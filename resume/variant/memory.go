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

// foundAgain is the document with the ids that the variant knows and another program
// dropped, and where all things are then.
func (o *overlay) foundAgain(d resume.Document, p places) (resume.Document, places) {
	if !slices.ContainsFunc(o.lists, func(m memory) bool {
		return slices.ContainsFunc(m.lines, func(l memoryLine) bool { return p.missing(l.id) })
	}) {
		return d, p
	}
	for _, items := range []bool{true, false} { // texts are found in their items
		found := map[resume.Address]resume.ID{}
		for _, m := range o.lists {
			if (m.of == "") == items {
				m.find(d, p, found)
			}
		}
		if len(found) > 0 {
			d = d.Assign(found)
			p = placesIn(d)
		}
	}
	return d, p
}

func (p places) missing(id resume.ID) bool {
	_, there := p.at[id]
	return id != "" && !there && !p.lost[id]
}

// find notes which things have the ids that are missing.
func (m *memory) find(d resume.Document, p places, found map[resume.Address]resume.ID) {
	list := m.at
	if m.of != "" {
		item, ok := p.at[m.of]
		if !ok || d.HasTextIDs(item+m.at) { // where ids are kept, what is missing was deleted
			return
		}
		list = item + m.at
	}
	ids := map[resume.Address]bool{}
	for _, at := range p.at {
		ids[at] = true
	}
	var old, now []resume.Value
	var lines []memoryLine
	var at []resume.Address
	for _, l := range m.lines {
		if where, there := p.at[l.id]; !there || where.Parent() != list {
			old, lines = append(old, resume.Text(l.text)), append(lines, l)
		}
	}
	texts, _ := d.Get(list)
	for i, v := range texts.Items() {
		a := list.Item(i)
		if ids[a] {
			continue
		}
		text := v.Raw()
		if v.Kind() == resume.Object {
			text = head(d, a)
		}
		now, at = append(now, resume.Text(text)), append(at, a)
	}
	for i, j := range resume.FindAgain(old, now) {
		if j >= 0 && p.missing(lines[i].id) && lines[i].text != "" {
			found[at[j]] = lines[i].id
		}
	}
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
