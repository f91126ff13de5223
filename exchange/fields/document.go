package fields

import (
	"slices"
	"strings"

	"resumax/exchange/draft"
	"resumax/exchange/structure"
	"resumax/exchange/taking"
	"resumax/render/outline"
	"resumax/resume"
)

// longest is how many fields a file may have: more than any resume, and few enough that
// none takes long.
const longest = 20_000

// Document makes a resume of blocks. Dates are given as pages show them, or in ISO 8601;
// addresses are numbered anew, in their order. What has no field is left. Language is the
// resume's, a tag of BCP 47, "" for none.
func Document(blocks []outline.Block, language string) (resume.Document, taking.Record) {
	m := &maker{lists: map[resume.Address]map[string]int{}, texts: map[resume.Address]string{}}
	var headings []outline.Block
	for _, b := range blocks {
		if b.Kind == outline.Heading && len(headings) < 1000 {
			headings = append(headings, b)
		}
		m.block(b)
	}
	m.finish()
	m.document = m.document.InLanguage(language)
	m.headings(headings)
	d, _ := m.document.Conform()
	return d, m.record
}

type maker struct {
	document resume.Document
	lists    map[resume.Address]map[string]int // the index that an item of a list has here
	order    []resume.Address
	texts    map[resume.Address]string
	record   taking.Record
	before   resume.Address // the position before
}

func (m *maker) block(b outline.Block) {
	switch b.Kind {
	case outline.Photo:
		m.put(resume.Basics.Child("image"), b.Image, "photo")
	case outline.Heading, outline.Running:
	case outline.Paragraph, outline.Bullet:
		if !isField(b.Address) {
			m.leave(b.Text(""))
			return
		}
		var spans []outline.Span
		for _, p := range b.Parts {
			spans = append(spans, p.Spans...)
		}
		source := Source(spans)
		if b.Address.Index() < 0 && b.Kind == outline.Bullet {
			source = resume.BulletMark + source
		}
		m.put(b.Address, source, b.Text(""))
	default:
		for _, p := range b.Parts {
			for i, s := range p.Spans {
				m.span(s)
				if p.Role == outline.Dates && len(p.Spans) == 1 && i == 0 && s.Address.Last() == "startDate" {
					s.Address = s.Address.Parent().Child("endDate") // both are the same, and said once
					m.span(s)
				}
			}
		}
		if b.Address.Section() == resume.Root.Child("work") && (b.Kind == outline.Entry || b.Kind == outline.Position) {
			m.position(b)
		}
	}
}

// position tells a position of the one before it at the same employer.
func (m *maker) position(b outline.Block) {
	before := m.before
	at, ok := m.here(b.Address)
	if !ok {
		return
	}
	m.before = at
	if before == "" {
		return
	}
	name := func(a resume.Address) string { return strings.TrimSpace(m.texts[a.Child("name")]) }
	switch {
	case b.Kind == outline.Position:
		for _, member := range []string{"location", "description"} {
			if text := m.texts[before.Child(member)]; text != "" && m.texts[at.Child(member)] == "" {
				m.put(b.Address.Child(member), text, "")
			}
		}
	case name(at) != "" && strings.EqualFold(name(at), name(before)):
		m.order = append(m.order, at.Child(resume.SeparateName))
		m.texts[at.Child(resume.SeparateName)] = "true"
	}
}

// span takes one field.
func (m *maker) span(s outline.Span) {
	if s.Address == "" {
		return
	}
	if !isField(s.Address) {
		m.leave(s.Text)
		return
	}
	text, last := s.Text, s.Address.Last()
	switch last {
	case "startDate", "endDate", "date", "releaseDate":
		if d, ok := resume.ParseDate(text); ok && d.Understood() && d.Text == "" {
			text = d.ISO()
		}
	case "url":
		if s.Link != "" {
			text = s.Link
		}
	}
	m.put(s.Address, text, s.Text)
	tokens := s.Address.Tokens()
	if s.Link == "" || tokens[0] == "basics" && last != "username" || last == "url" {
		if last == "url" && tokens[0] == "basics" && len(tokens) > 2 {
			m.profile(s.Address.Parent(), text)
		}
		return
	}
	if url := s.Address.Parent().Child("url"); m.textAt(url) == "" {
		m.put(url, s.Link, "")
	}
}

// profile adds what the address of a profile says of its network.
func (m *maker) profile(at resume.Address, url string) {
	found := structure.Of(structure.Flow([]structure.Paragraph{{Heading: 1, Runs: []structure.Run{{Text: "Ada Example"}}}, {Runs: []structure.Run{{Text: url, Link: url}}}}))
	for _, p := range found.Document.Resume().Basics.Profiles {
		if p.Network != "" && m.textAt(at.Child("network")) == "" {
			m.put(at.Child("network"), p.Network, "")
			m.put(at.Child("username"), p.Username, "")
		}
	}
}

// isField reports whether an address is one that the fields of a resume have.
func isField(a resume.Address) bool {
	t := a.Tokens()
	switch {
	case len(t) < 2 || t[0] == "meta" || t[0] == "" || strings.HasPrefix(t[0], "$"):
		return false
	case t[0] == "basics":
		switch {
		case len(t) == 2:
			return slices.Contains([]string{"name", "label", "image", "email", "phone", "url", "summary", "location"}, t[1])
		case t[1] == "profiles":
			return len(t) == 4 && isIndex(t[2]) && slices.Contains([]string{"network", "username", "url"}, t[3])
		}
		return false
	}
	return isIndex(t[1]) && (len(t) == 3 || len(t) == 4 && isIndex(t[3])) && !slices.Contains([]string{"id", "hidden", resume.SeparateName}, t[2])
}

func isIndex(t string) bool { return t != "" && len(t) < 9 && strings.Trim(t, "0123456789") == "" }

// here is an address with its items numbered in their order here.
func (m *maker) here(a resume.Address) (resume.Address, bool) {
	at := resume.Root
	for _, t := range a.Tokens() {
		if !isIndex(t) {
			at = at.Child(t)
			continue
		}
		if m.lists[at] == nil {
			m.lists[at] = map[string]int{}
		}
		n, ok := m.lists[at][t]
		if !ok {
			n = len(m.lists[at])
			m.lists[at][t] = n
		}
		at = at.Item(n)
	}
	return at, true
}

func (m *maker) textAt(a resume.Address) string {
	at, _ := m.here(a)
	return m.texts[at]
}

// put adds text to a field, behind what it has already.
func (m *maker) put(a resume.Address, text, shown string) {
	if text == "" {
		return
	}
	if len(m.order) >= longest {
		m.leave(text)
		return
	}
	at, _ := m.here(a)
	had, ok := m.texts[at]
	if !ok {
		m.order = append(m.order, at)
	} else if had == text && at.Last() == "url" { // the link of its name said it already
		return
	} else {
		sep := " "
		if at.Last() == "summary" || at.Last() == "description" || at.Last() == "reference" {
			sep = "\n"
		}
		text = had + sep + text
	}
	m.texts[at] = text
	if shown != "" {
		m.record.Taken = append(m.record.Taken, taking.Taken{Address: at, Text: shown, Confidence: 1})
	}
}

func (m *maker) leave(text string) {
	if text = strings.TrimSpace(text); text != "" {
		m.record.Left = append(m.record.Left, taking.Left{Text: text})
	}
}

// finish makes the document of the texts.
func (m *maker) finish() {
	for _, at := range m.order {
		switch {
		case at == resume.Location:
			m.put2(at, draft.PrintedPlace(m.texts[at], m.texts[resume.Basics.Child("phone")]))
		case at.Last() == resume.SeparateName:
			m.put2(at, resume.Flag(true))
		default:
			m.set(at, m.texts[at])
		}
	}
}

func (m *maker) set(at resume.Address, text string) { m.put2(at, resume.Text(text)) }

func (m *maker) put2(at resume.Address, v resume.Value) {
	next, err := m.document.Set(at, v)
	if err != nil {
		m.leave(v.Str())
		return
	}
	m.document = next
}

// headings names sections as their headings do, and puts them in their order.
func (m *maker) headings(list []outline.Block) {
	var wanted []string
	for _, h := range list {
		key := Key(h)
		if _, ok := m.document.Resume().Section(key); !ok || slices.Contains(wanted, key) {
			continue
		}
		wanted = append(wanted, key)
		if title := h.Text(""); title != m.document.Resume().Wording().Title(key) {
			if next, err := m.document.RenameSection(key, title); err == nil {
				m.document = next
			}
		}
	}
	index := func(key string) int {
		return slices.IndexFunc(m.document.Resume().Sections, func(s resume.Section) bool { return s.Key == key })
	}
	for i := 1; i < len(wanted); i++ {
		from, to := index(wanted[i]), index(wanted[i-1])
		if from > to {
			continue
		}
		if next, err := m.document.MoveSection(from, to); err == nil {
			m.document = next
		}
	}
}
