package application

import (
	"slices"
	"strings"

	"resumax/resume"
)

// member is a member of an application's object in the file.
type member struct {
	name   string
	kind   resume.Kind // resume.String, resume.Object, or resume.Array of objects
	within []member    // of an object, or of a list's items
	key    []string    // by what a list's items are told from each other
}

func texts(names string) (all []member) {
	for name := range strings.FieldsSeq(names) {
		all = append(all, member{name: name, kind: resume.String})
	}
	return all
}

// members are the members of an application in the order in which they are written.
var members = append(texts("id posting variant title employer location salary link status outcome saved applied notes"),
	member{"next", resume.Object, texts("text day"), nil},
	member{"contact", resume.Object, texts("name email phone"), nil},
	member{"interviews", resume.Array, texts("day note"), []string{"day", "note"}},
	member{"files", resume.Array, texts("label path"), []string{"path", "label"}},
	member{"history", resume.Array, texts("status outcome day"), []string{"day", "status"}},
	member{"sent", resume.Array, texts("day file sha256 variant resume"), []string{"sha256", "file", "day"}})

// fields writes an object of texts, without those that are empty.
func fields(names string, values ...string) resume.Value {
	var all []resume.Member
	for i, name := range strings.Fields(names) {
		if values[i] != "" {
			all = append(all, resume.Member{Name: name, Value: resume.Text(values[i])})
		}
	}
	return resume.Struct(all...)
}

// Value is the application as an object in the file.
func (a *Application) Value() resume.Value {
	v := fields("id posting variant title employer location salary link status outcome saved applied notes", a.ID, a.Posting, a.Variant, a.Title, a.Employer,
		a.Location, a.Salary, a.Link, string(a.Status), string(a.Outcome), a.Dates.Saved.ISO(), a.Dates.Applied.ISO(), a.Notes)
	put := func(name string, m resume.Value) {
		if m.Len() > 0 {
			v = v.With(name, m)
		}
	}
	put("next", fields("text day", a.Next.Text, a.Next.Day.ISO()))
	put("contact", fields("name email phone", a.Contact.Name, a.Contact.Email, a.Contact.Phone))
	put("interviews", listed(a.Interviews, func(m Meeting) resume.Value { return fields("day note", m.Day.ISO(), m.Note) }))
	put("files", listed(a.Files, func(f File) resume.Value { return fields("label path", f.Label, f.Path) }))
	put("history", listed(a.Dates.History, Change.value))
	put("sent", listed(a.Sent, Sent.value))
	return v
}

func (c Change) value() resume.Value {
	return fields("status outcome day", string(c.Status), string(c.Outcome), c.Day.ISO())
}

func (s Sent) value() resume.Value {
	return fields("day file sha256 variant resume", s.Day.ISO(), s.File, s.SHA256, s.Variant, s.Resume)
}

func listed[T any](all []T, value func(T) resume.Value) resume.Value {
	var items []resume.Value
	for _, t := range all {
		items = append(items, value(t))
	}
	return resume.List(items...)
}

// FromValue is the application that an object in the file is. What is missing or of another
// type is left empty.
func FromValue(v resume.Value) Application {
	a := Application{ID: text(v, "id"), Posting: text(v, "posting"), Variant: text(v, "variant"), Title: text(v, "title"), Employer: text(v, "employer"),
		Location: text(v, "location"), Salary: text(v, "salary"), Link: text(v, "link"), Status: Status(text(v, "status")), Outcome: Outcome(text(v, "outcome")), Notes: text(v, "notes")}
	a.Dates = Dates{Saved: day(v, "saved"), Applied: day(v, "applied")}
	next, contact := at(v, "next"), at(v, "contact")
	a.Next = Step{text(next, "text"), day(next, "day")}
	a.Contact = Contact{text(contact, "name"), text(contact, "email"), text(contact, "phone")}
	a.Interviews = readList(v, "interviews", func(v resume.Value) Meeting { return Meeting{day(v, "day"), text(v, "note")} })
	a.Files = readList(v, "files", func(v resume.Value) File { return File{text(v, "label"), text(v, "path")} })
	a.Dates.History = readList(v, "history", func(v resume.Value) Change {
		return Change{Status(text(v, "status")), Outcome(text(v, "outcome")), day(v, "day")}
	})
	a.Sent = readList(v, "sent", func(v resume.Value) Sent {
		return Sent{day(v, "day"), text(v, "file"), text(v, "sha256"), text(v, "variant"), text(v, "resume")}
	})
	return a
}

func readList[T any](v resume.Value, name string, read func(resume.Value) T) (all []T) {
	for _, item := range at(v, name).Items() {
		if item.Kind() == resume.Object {
			all = append(all, read(item))
		}
	}
	return all
}

// at is a member, null where there is none.
func at(v resume.Value, name string) resume.Value {
	m, _ := v.Get(name)
	return m
}

// text is a member's text. Numbers are texts too.
func text(v resume.Value, name string) string {
	if m := at(v, name); m.Kind() == resume.String || m.Kind() == resume.Number {
		return m.Raw()
	}
	return ""
}

func day(v resume.Value, name string) resume.Date { return Day(text(v, name)) }

// updated is the object old with what next says of the given members. Members that are not
// known stay in place, in items of lists too, and so does what has another type than ours
// and was therefore not read.
func updated(old, next resume.Value, members []member) resume.Value {
	if old.Kind() != resume.Object {
		return next
	}
	for _, m := range members {
		was, is := at(old, m.name), at(next, m.name)
		switch {
		case is.IsNull() && m.kind == was.Kind() && m.kind == resume.Object:
			is = updated(was, resume.Struct(), m.within)
		case is.IsNull() && m.kind == was.Kind() && m.kind == resume.Array:
			is = updatedList(was, is, m)
		case is.IsNull():
			if was.Kind() == m.kind || was.Kind() == resume.Number {
				old = old.Without(m.name)
			}
			continue
		case m.kind == resume.Object && was.Kind() == resume.Object:
			is = updated(was, is, m.within)
		case m.kind == resume.Array && was.Kind() == resume.Array:
			is = updatedList(was, is, m)
		case was.Kind() == resume.Number && was.Raw() == is.Raw():
			continue
		}
		if m.kind != resume.String && is.Len() == 0 {
			old = old.Without(m.name)
		} else {
			old = old.With(m.name, is)
		}
	}
	return old
}

// updatedList is a list with the items of next, each with what is not known of the item of
// old that it was: the one with the same key, else the one of the same place if no other has
// its key.
func updatedList(old, next resume.Value, m member) resume.Value {
	key := func(v resume.Value) string {
		var b strings.Builder
		for _, k := range m.key {
			b.WriteString(text(v, k) + "\x00")
		}
		return b.String()
	}
	byKey := map[string][]int{}
	var objects []int
	for i, v := range old.Items() {
		if v.Kind() == resume.Object {
			byKey[key(v)] = append(byKey[key(v)], i)
			objects = append(objects, i)
		}
	}
	used := map[int]bool{}
	from := make([]int, next.Len())
	for i, v := range next.Items() {
		from[i] = -1
		if same := byKey[key(v)]; len(same) > 0 {
			from[i], byKey[key(v)] = same[0], same[1:]
			used[same[0]] = true
		}
	}
	var items []resume.Value
	for i, v := range next.Items() {
		if from[i] < 0 && next.Len() == len(objects) && !used[objects[i]] {
			from[i] = objects[i] // the list is as long as before: the item was changed
		}
		if from[i] >= 0 {
			v = updated(old.Items()[from[i]], v, m.within)
		}
		items = append(items, v)
	}
	for i, v := range old.Items() {
		if v.Kind() != resume.Object {
			items = slices.Insert(items, min(i, len(items)), v)
		}
	}
	return resume.List(items...)
}
