package importer

import (
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/exchange/taking"
	"resumax/resume"
	"resumax/resume/paste"
)

// How is what sending a text to a place does.
type How int

// What sending a text does.
const (
	Fill    How = iota // an empty field gets it
	Append             // it follows what the field holds
	Line               // it is one more text of a list, before the one at the address
	Start              // it begins a new entry of a section
	Section            // it begins a new section
)

// Place is where a text can be sent.
type Place struct {
	How     How
	Address resume.Address // of the field, the line of a list, or the section; "" for a new section
	Key     string         // of the section
	Group   string         // the section's heading
	Title   string         // what the place is called in it, and what happens: "Fjordpay: new bullet"
}

// Places are where a text can be sent, in the order of the resume. The names of entries and
// fields are the editor's.
func (r *Review) Places() []Place {
	d := r.now.document
	var all []Place
	field := func(key, group, entry string, object resume.Address, fields []resume.Field) {
		for _, f := range fields {
			at := object.Child(f.Name)
			p := Place{How: Fill, Address: at, Key: key, Group: group, Title: tr.Word(f.Label)}
			switch {
			case f.Name == "image" || at == resume.Summary:
				continue
			case f.Shape == resume.Bullets:
				p.How, p.Address, p.Title = Line, at.Item(d.ListLen(at)), tr.T("importer.new-line-in", "New line in {{.Field}}", tr.With{"Field": tr.Word(f.Label)})
				if f.Name == "highlights" {
					p.Title = tr.T("importer.new-bullet", "New bullet")
				}
			case f.Shape == resume.Words:
				p.How, p.Address, p.Title = Line, at.Item(d.ListLen(at)), tr.T("importer.add-to", "Add to {{.Field}}", tr.With{"Field": tr.Word(f.Label)})
			case d.TextAt(at) != "" && f.Shape == resume.DateLine:
				continue
			case d.TextAt(at) != "":
				p.How, p.Title = Append, tr.T("importer.add-to", "Add to {{.Field}}", tr.With{"Field": tr.Word(f.Label)})
			}
			if entry != "" {
				p.Title = cutTo(entry, longestEntry) + " ▸ " + p.Title
			}
			all = append(all, p)
		}
	}
	field(resume.ContactKey, tr.T("importer.contact", "Contact"), "", resume.Basics, resume.BasicsFields())
	field(resume.ContactKey, tr.T("importer.contact", "Contact"), "", resume.Location, resume.LocationFields())
	for i := range d.ListLen(resume.Profiles) {
		at := resume.Profiles.Item(i)
		v, _ := d.Get(at)
		field(resume.ContactKey, tr.T("importer.contact", "Contact"), entryName(at, v), at, resume.ProfileFields())
	}
	for _, s := range d.Resume().Sections {
		if s.Key == resume.SummaryKey {
			p := Place{How: Fill, Address: resume.Summary, Key: s.Key, Group: s.Title, Title: s.Title}
			if d.TextAt(resume.Summary) != "" {
				p.How, p.Title = Append, tr.T("importer.add-to-2", "Add to {{.Title}}", tr.With{"Title": s.Title})
			}
			all = append(all, p)
			continue
		}
		for i := range d.ListLen(s.Address) {
			at := s.Address.Item(i)
			v, _ := d.Get(at)
			field(s.Key, s.Title, entryName(at, v), at, resume.Fields(s.Key))
		}
		all = append(all, Place{How: Start, Address: s.Address, Key: s.Key, Group: s.Title, Title: tr.T("importer.new", "New {{.What}}", tr.With{"What": tr.Word(resume.ItemName(s.Key))})})
	}
	return append(all, Place{How: Section, Group: tr.T("importer.new-2", "New"), Title: tr.T("importer.new-section", "New section")})
}

// longestEntry is how many characters of an entry's name are shown before what happens to it.
const longestEntry = 36

// PlaceAt is what dropping a text on a row does: a text of a list makes way for it, a field
// gets it.
func (r *Review) PlaceAt(row Row) Place {
	p := Place{How: Append, Address: row.Address}
	switch {
	case row.Shape == resume.Bullets:
		p.How, p.Address = Line, row.Address.Parent().Item(row.Address.Index()+1)
	case row.Shape == resume.Words:
		p.How, p.Address = Line, row.Address.Item(r.now.document.ListLen(row.Address))
	case row.Text == "":
		p.How = Fill
	}
	return p
}

var errGone = tr.Error("importer.this-text-has-a", "this text has a place already")

// Send puts pieces where they belong, as one step, and returns the address that the first one
// then has. The title is that of a new section. Of several, lines that go on with a text are
// joined, and a new entry gets the first one's text as its name and the others as its bullets.
func (r *Review) Send(pieces []int, to Place, title string) (resume.Address, error) {
	var sent []Piece
	next := r.now
	next.pieces = nil
	for _, p := range r.now.pieces {
		if slices.Contains(pieces, p.ID) {
			sent = append(sent, p)
		} else {
			next.pieces = append(next.pieces, p)
		}
	}
	if len(sent) == 0 || len(sent) < len(pieces) {
		return "", errGone
	}
	texts := make([]string, len(sent))
	for i, p := range sent {
		texts[i] = p.Text
	}
	next, at, err := next.with(texts, to, title)
	if err != nil {
		return "", err
	}
	next.taken = slices.Clone(next.taken)
	for i, p := range sent {
		next.taken = append(next.taken, Taken{ID: p.ID, Checked: true,
			Taken: taking.Taken{Address: at[i], Text: p.Text, Confidence: 1, Page: p.Page, Box: p.Box}})
	}
	r.do(tr.T("importer.send-to-a-field", "Send to a field"), at[0], next)
	return at[0], nil
}

// Discard drops pieces, as one step: what no resume has, such as the number of a page.
func (r *Review) Discard(pieces []int) {
	next := r.now
	next.pieces = slices.DeleteFunc(slices.Clone(next.pieces), func(p Piece) bool { return slices.Contains(pieces, p.ID) })
	r.do(tr.T("importer.discard-2", "Discard"), "", next)
}

// with is the state with texts at a place, and the address of each there.
func (s state) with(texts []string, to Place, title string) (state, []resume.Address, error) {
	d, at := s.document, to.Address
	all := func(at resume.Address) []resume.Address { return slices.Repeat([]resume.Address{at}, len(texts)) }
	var err error
	switch to.How {
	case Fill:
		text := together(texts, at)
		if shapeOf(at) == resume.DateLine {
			text = dateValue(text)
		}
		d, err = d.SetText(at, text)
		s.document = d
		return s, all(at), err
	case Append:
		d, err = d.SetText(at, joined(d.TextAt(at), together(texts, at), at))
		s.document = d
		return s, all(at), err
	case Line:
		return s.withLines(texts, at)
	case Start:
		return s.withEntry(texts, to)
	}
	d, key, err := d.AddSection(title)
	if err != nil {
		return s, nil, err
	}
	item := resume.Root.Child(key).Item(0)
	if s.document, err = d.Insert(item, resume.Struct()); err != nil {
		return s, nil, err
	}
	return s.withLines(texts, item.Child("highlights").Item(0))
}

// withLines is the state with texts in a list, before the one at an address.
func (s state) withLines(texts []string, at resume.Address) (state, []resume.Address, error) {
	list, d := at.Parent(), s.document
	lines, of := items(texts)
	if isWords(list) {
		lines, of = nil, nil
		for _, t := range texts {
			of = append(of, len(lines))
			lines = append(lines, terms(t)...)
		}
	}
	var err error
	if _, ok := d.Get(list); !ok {
		if d, err = d.Set(list, resume.List()); err != nil {
			return s, nil, err
		}
	}
	s = s.shifted(list, at.Index(), len(lines))
	for n, v := range lines {
		if d, err = d.Insert(list.Item(at.Index()+n), resume.Text(v)); err != nil {
			return s, nil, err
		}
	}
	s.document = d
	addresses := make([]resume.Address, len(texts))
	for i := range texts {
		addresses[i] = list.Item(at.Index() + of[i])
	}
	return s, addresses, nil
}

// withEntry is the state with a new entry of the first text: the others are its bullets, or
// entries of their own where the section's have none.
func (s state) withEntry(texts []string, to Place) (state, []resume.Address, error) {
	d, list := s.document, to.Address
	var err error
	if _, ok := d.Get(list); !ok {
		if d, err = d.Set(list, resume.List()); err != nil {
			return s, nil, err
		}
	}
	name := resume.Fields(to.Key)[0].Name
	bullets, _ := bulletsOf(to.Key)
	var addresses []resume.Address
	for i, t := range texts {
		if i > 0 && bullets != "" {
			break
		}
		item := list.Item(d.ListLen(list))
		if d, err = d.Insert(item, resume.Struct(resume.Member{Name: name, Value: resume.Text(paste.Line(t))})); err != nil {
			return s, nil, err
		}
		addresses = append(addresses, item.Child(name))
	}
	s.document = d
	if rest := texts[len(addresses):]; len(rest) > 0 {
		var more []resume.Address
		if s, more, err = s.withLines(rest, addresses[0].Parent().Child(bullets).Item(0)); err != nil {
			return s, nil, err
		}
		addresses = append(addresses, more...)
	}
	return s, addresses, nil
}

// items are the items of a list that texts make, without the marks they begin with, and which
// one each text is part of: a line that goes on with the one before is joined to it.
func items(texts []string) (lines []string, of []int) {
	if lines, _ = paste.Lines(strings.Join(texts, "\n")); len(lines) == 0 {
		lines = texts // marks alone
	}
	at, rest := 0, keyOf(lines[0]) // rest is what of the line no text has been found to be
	for _, t := range texts {
		key := keyOf(paste.Line(t))
		if !strings.HasPrefix(rest, key) && at < len(lines)-1 {
			at++
			rest = keyOf(lines[at])
		}
		of = append(of, at)
		rest = strings.TrimPrefix(rest, key)
		if rest == "" && at < len(lines)-1 && len(of) < len(texts) {
			at++
			rest = keyOf(lines[at])
		}
	}
	return lines, of
}

// together is the text of several, for the field at an address.
func together(texts []string, at resume.Address) string {
	if isProse(at) {
		lines, _ := items(texts)
		return strings.Join(lines, "\n\n")
	}
	if line := paste.Line(strings.Join(texts, "\n")); line != "" {
		return line
	}
	return strings.Join(texts, " ") // marks alone
}

// joined is a field's text with another behind it.
func joined(before, text string, at resume.Address) string {
	switch {
	case strings.TrimSpace(before) == "":
		return text
	case isProse(at):
		return before + "\n\n" + text
	}
	return strings.TrimRight(before, " ,") + ", " + text
}

// terms are the terms that a text lists.
func terms(text string) []string {
	var all []string
	for _, t := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;|•·\n", c) }) {
		if t = strings.TrimSpace(t); t != "" {
			all = append(all, t)
		}
	}
	if len(all) == 0 {
		return []string{text}
	}
	return all
}

// isWords reports whether a list is one of short terms.
func isWords(list resume.Address) bool { return shapeOf(list) == resume.Words }

func isProse(at resume.Address) bool { return at == resume.Summary || shapeOf(at) == resume.Prose }

// shapeOf is the shape of the field at an address of a section's item.
func shapeOf(at resume.Address) resume.Shape {
	t := at.Tokens()
	if len(t) == 3 && t[0] != resume.ContactKey {
		for _, f := range resume.Fields(t[0]) {
			if f.Name == t[2] {
				return f.Shape
			}
		}
	}
	return resume.Line
}

// shifted is the state in which texts of a list from an index on have moved by so many.
func (s state) shifted(list resume.Address, from, by int) state {
	s.taken = slices.Clone(s.taken)
	for i, t := range s.taken {
		if t.Address.Parent() == list && t.Address.Index() >= from {
			s.taken[i].Address = list.Item(t.Address.Index() + by)
		}
	}
	return s
}

// SetAside takes a text out of the resume: it has no place then.
func (r *Review) SetAside(at resume.Address) error {
	next, d := r.now, r.now.document
	text := d.TextAt(at)
	list := false
	if v, _ := d.Get(at); v.Len() > 0 {
		text, list = strings.Join(Terms(d, at), ", "), true
	}
	var err error
	if at.Index() >= 0 || list {
		d, err = d.Remove(at)
	} else {
		d, err = d.SetText(at, "")
	}
	if err != nil {
		return err
	}
	p := Piece{ID: r.nextID(), Left: taking.Left{Text: text}}
	next.taken = slices.Clone(next.taken)
	kept := next.taken[:0]
	for _, t := range next.taken {
		if !t.Address.Within(at) {
			kept = append(kept, t)
			continue
		}
		if p.Box == nil {
			p.ID, p.Page, p.Box = t.ID, t.Page, t.Box
		}
	}
	next.taken = kept
	if at.Index() >= 0 {
		next = next.shifted(at.Parent(), at.Index()+1, -1)
	}
	next.document = d
	next.pieces = append(slices.Clone(next.pieces), p)
	r.do(tr.T("importer.move-to-left-over", "Move to left over"), at, next)
	return nil
}

// nextID is an id that nothing has.
func (r *Review) nextID() int {
	id := 0
	for _, t := range r.now.taken {
		id = max(id, t.ID+1)
	}
	for _, p := range r.now.pieces {
		id = max(id, p.ID+1)
	}
	return id
}

// Move takes a text out of one place and puts it into another, as one step, and returns the
// address that it then has.
func (r *Review) Move(from resume.Address, to Place, title string) (resume.Address, error) {
	before, past, future := r.now, r.past, r.future
	back := func(err error) (resume.Address, error) {
		r.now, r.past, r.future = before, past, future
		return "", err
	}
	id := r.nextID()
	if err := r.SetAside(from); err != nil {
		return back(err)
	}
	piece := r.now.pieces[len(r.now.pieces)-1]
	r.now.pieces[len(r.now.pieces)-1].ID = id
	if list := from.Parent(); from.Index() >= 0 && to.How == Line && to.Address.Parent() == list && to.Address.Index() > from.Index() {
		to.Address = list.Item(to.Address.Index() - 1) // it was counted with what has gone
	}
	at, err := r.Send([]int{id}, to, title)
	if err != nil {
		return back(err)
	}
	for i := range r.now.taken {
		if r.now.taken[i].ID == id {
			r.now.taken[i].ID = piece.ID // it stands in the file where it stood
		}
	}
	r.past = append(slices.Clone(past), step{before, tr.T("importer.move-to-another-field", "Move to another field"), at})
	return at, nil
}
