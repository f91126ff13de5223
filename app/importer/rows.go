package importer

import (
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/resume"
)

// Row is a field of the resume, or one text of a list.
type Row struct {
	Address resume.Address
	Label   string // as the editor calls it
	Text    string // "" where nothing was found for a field that resumes mostly have
	Shape   resume.Shape
	Unsure  bool
}

// Shown is the text as it is shown: a date as the editor has it.
func (r Row) Shown() string {
	if r.Shape != resume.DateLine {
		return r.Text
	}
	if d, ok := resume.ParseDate(r.Text); ok && d.Day == 0 {
		return tr.Date(d)
	}
	return r.Text
}

// Empty is what is shown where there is no text.
func (r Row) Empty() string {
	if r.Address.Last() == "endDate" {
		return tr.UpperFirst(tr.Present())
	}
	return tr.T("importer.not-found", "Not found")
}

// Entry is the rows of one thing: of a job, of the contact.
type Entry struct {
	Address resume.Address
	Name    string // "" where the section has no entries
	Rows    []Row
}

// Group is a section.
type Group struct {
	Key     string
	Address resume.Address
	Title   string
	Entries []Entry
}

// Unsure is how many rows of it should be looked at.
func (g Group) Unsure() (n int) {
	for _, e := range g.Entries {
		for _, row := range e.Rows {
			if row.Unsure {
				n++
			}
		}
	}
	return n
}

// essential are the fields that are shown even if nothing was found for them.
var essential = map[string][]string{
	resume.ContactKey: {"name", "email", "phone"},
	"work":            {"name", "position", "startDate", "endDate"},
	"education":       {"institution", "studyType"},
}

// otherTitle is the heading of what no field of the editor shows.
func otherTitle() string {
	return tr.T("importer.other-data", "Other data")
}

// Groups are the resume as it is now, section by section in its order.
func (r *Review) Groups() []Group {
	b := builder{r: r, d: r.now.document, unsure: map[resume.Address]bool{}, seen: map[resume.Address]bool{}}
	for _, t := range r.now.taken {
		if t.Unsure() {
			b.unsure[t.Address] = true
		}
	}
	groups := []Group{b.contact()}
	for _, s := range b.d.Resume().Sections {
		if s.Key == resume.SummaryKey {
			if b.d.TextAt(resume.Summary) != "" {
				groups = append(groups, Group{s.Key, resume.Summary, s.Title, []Entry{{Rows: []Row{b.row(resume.Summary, resume.Field{Label: s.Title, Shape: resume.Prose})}}}})
			}
			continue
		}
		g := Group{Key: s.Key, Address: s.Address, Title: s.Title}
		for i := range b.d.ListLen(s.Address) {
			g.Entries = append(g.Entries, b.item(s.Key, s.Address.Item(i)))
		}
		if len(g.Entries) > 0 {
			groups = append(groups, g)
		}
	}
	if other := b.other(); len(other) > 0 {
		groups = append(groups, Group{Title: otherTitle(), Entries: []Entry{{Rows: other}}})
	}
	return groups
}

type builder struct {
	r      *Review
	d      resume.Document
	unsure map[resume.Address]bool
	seen   map[resume.Address]bool // addresses that rows show
}

func (b *builder) row(at resume.Address, f resume.Field) Row {
	b.seen[at] = true
	row := Row{Address: at, Label: f.Label, Shape: f.Shape, Unsure: b.unsure[at]}
	if f.Shape == resume.Words {
		row.Text = strings.Join(Terms(b.d, at), ", ")
		for n := range b.d.ListLen(at) {
			row.Unsure = row.Unsure || b.unsure[at.Item(n)]
		}
		return row
	}
	row.Text = b.d.TextAt(at)
	return row
}

// Terms are the texts of a list.
func Terms(d resume.Document, at resume.Address) []string {
	v, _ := d.Get(at)
	var all []string
	for _, item := range v.Items() {
		if text := strings.TrimSpace(item.Str()); text != "" {
			all = append(all, text)
		}
	}
	return all
}

// fields are the rows of an object's fields that hold something, or mostly do.
func (b *builder) fields(object resume.Address, fields []resume.Field, wanted []string) []Row {
	var rows []Row
	for _, f := range fields {
		at := object.Child(f.Name)
		if at == resume.Summary || at == resume.Basics.Child("image") {
			b.seen[at] = true
			continue
		}
		if f.Shape == resume.Bullets {
			for n := range b.d.ListLen(at) {
				label := ""
				if n == 0 {
					label = f.Label
				}
				rows = append(rows, b.row(at.Item(n), resume.Field{Label: label, Shape: resume.Bullets}))
			}
			continue
		}
		row := b.row(at, f)
		if row.Text != "" || row.Unsure || slices.Contains(wanted, f.Name) {
			rows = append(rows, row)
		}
	}
	return rows
}

func (b *builder) contact() Group {
	wanted := essential[resume.ContactKey]
	who := Entry{Address: resume.Basics, Rows: b.fields(resume.Basics, resume.BasicsFields(), wanted)}
	who.Rows = append(who.Rows, b.fields(resume.Location, resume.LocationFields(), nil)...)
	g := Group{Key: resume.ContactKey, Address: resume.Basics, Title: tr.T("importer.contact", "Contact"), Entries: []Entry{who}}
	for i := range b.d.ListLen(resume.Profiles) {
		at := resume.Profiles.Item(i)
		v, _ := b.d.Get(at)
		if rows := b.fields(at, resume.ProfileFields(), nil); len(rows) > 0 {
			g.Entries = append(g.Entries, Entry{at, entryName(at, v), rows})
		}
	}
	return g
}

func (b *builder) item(key string, at resume.Address) Entry {
	v, _ := b.d.Get(at)
	return Entry{Address: at, Name: entryName(at, v), Rows: b.fields(at, resume.Fields(key), essential[key])}
}

// entryName is what an entry is called; one without a text to be called by has a number, "Group 1".
func entryName(at resume.Address, v resume.Value) string {
	name := resume.EntryName(at, v)
	if name == resume.EntryName(at, resume.Struct()) {
		return tr.Word(name)
	}
	return name
}

// other are the rows of what was taken and has no field: it stays in the file and is not printed.
func (b *builder) other() []Row {
	labels := b.d.Labels()
	var rows []Row
	for _, t := range b.r.now.taken {
		if b.seen[t.Address] || b.seen[t.Address.Parent()] {
			continue
		}
		if text := b.d.TextAt(t.Address); text != "" {
			b.seen[t.Address] = true
			rows = append(rows, Row{Address: t.Address, Label: tr.Place(labels.Of(t.Address)), Text: text, Unsure: b.unsure[t.Address]})
		}
	}
	return rows
}

// RowOf is the address of the row that shows an address: a term of a list is in the list's.
func RowOf(groups []Group, at resume.Address) (resume.Address, bool) {
	for _, g := range groups {
		for _, e := range g.Entries {
			for _, row := range e.Rows {
				if at == row.Address || row.Shape == resume.Words && at.Within(row.Address) {
					return row.Address, true
				}
			}
		}
	}
	return "", false
}

// NextUnsure is the row to look at after another one, or before it where by is -1; "" for none.
func NextUnsure(groups []Group, after resume.Address, by int) resume.Address {
	var unsure []resume.Address
	place := 0 // in unsure, of what comes behind the row
	for _, g := range groups {
		for _, e := range g.Entries {
			for _, row := range e.Rows {
				if row.Unsure && row.Address != after {
					unsure = append(unsure, row.Address)
				}
				if row.Address == after {
					place = len(unsure)
				}
			}
		}
	}
	if len(unsure) == 0 {
		return ""
	}
	if by < 0 {
		place--
	}
	return unsure[(place+len(unsure))%len(unsure)]
}
