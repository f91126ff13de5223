package application

import (
	"slices"
	"strings"

	"resumax/resume"
)

// Address is where a project's applications are, [resume.MetaApplications].
var Address = resume.MetaAddress(resume.MetaApplications)

// List are the applications of a project, in their order.
func List(d resume.Document) []Application {
	list, _ := d.Get(Address)
	var all []Application
	for _, v := range list.Items() {
		if v.Kind() == resume.Object && text(v, "id") != "" {
			all = append(all, FromValue(v))
		}
	}
	return all
}

// Find is the application with an id, and false if there is none.
func Find(d resume.Document, id string) (Application, bool) {
	_, v, err := locate(d, id)
	if err != nil {
		return Application{}, false
	}
	return FromValue(v), true
}

// AddressOf is where the application with an id is, and false if there is none.
func AddressOf(d resume.Document, id string) (resume.Address, bool) {
	i, _, err := locate(d, id)
	return Address.Item(i), err == nil
}

func locate(d resume.Document, id string) (int, resume.Value, error) {
	list, _ := d.Get(Address)
	for i, v := range list.Items() {
		if id != "" && text(v, "id") == id {
			return i, v, nil
		}
	}
	return -1, resume.Value{}, &resume.AddressError{Address: Address, Reason: "there is no such application"}
}

// Ready is a project in which every application can be named: those without an id, or with
// one that an earlier one has, as another program may write them, get one.
func Ready(d resume.Document) resume.Document {
	list, _ := d.Get(Address)
	seen := map[string]bool{}
	var ids *resume.IDs
	for i, v := range list.Items() {
		id := text(v, "id")
		if v.Kind() == resume.Object && (id == "" || seen[id]) {
			if ids == nil {
				ids = resume.NewIDs(d)
			}
			id = string(ids.For(Address.Item(i), v))
			if next, err := d.Set(Address.Item(i), v.With("id", resume.Text(id))); err == nil {
				d = next
			}
		}
		seen[id] = true
	}
	return d
}

// New adds an application, last, and returns its id, see [Add].
func New(d resume.Document, a Application) (resume.Document, string, error) {
	d, ids, err := Add(d, []Application{a})
	if err != nil {
		return d, "", err
	}
	return d, ids[0], nil
}

// Add adds applications, last, and returns their ids. A status that is not given is [Saved].
// A history that is not given begins with the status, on the day it was saved or, if it was
// applied for, on that day. Nothing counts as sent with a frozen version: that is [Send]'s.
func Add(d resume.Document, all []Application) (resume.Document, []string, error) {
	list, _ := d.Get(Address)
	items := slices.Clone(list.Items())
	made := resume.NewIDs(d)
	var ids []string
	for _, a := range all {
		a = a.begun()
		a.ID = ""
		a.ID = string(made.For(Address, a.Value()))
		ids, items = append(ids, a.ID), append(items, a.clean().Value())
	}
	if len(ids) == 0 {
		return d, nil, nil
	}
	next, err := d.Set(Address, resume.List(items...))
	return next, ids, err
}

// begun is a new application with a status and a history.
func (a Application) begun() Application {
	if a.Status == "" {
		a.Status = Saved
	}
	if len(a.Dates.History) > 0 {
		return a
	}
	var h []Change
	if !a.Dates.Saved.IsZero() || a.Status == Saved {
		h = append(h, Change{Status: Saved, Day: a.Dates.Saved})
	}
	if a.Status != Saved && !a.Dates.Applied.IsZero() {
		h = append(h, Change{Status: Applied, Day: a.Dates.Applied})
	}
	if n := len(h); n == 0 || h[n-1].Status != a.Status {
		h = append(h, Change{Status: a.Status, Outcome: a.Outcome})
	}
	a.Dates.History = h
	return a
}

// clean is an application with texts as a file may hold them.
func (a Application) clean() *Application {
	for _, s := range []*string{&a.Title, &a.Employer, &a.Location, &a.Salary, &a.Link, &a.Next.Text, &a.Contact.Name, &a.Contact.Email, &a.Contact.Phone} {
		*s = strings.Join(strings.Fields(strings.ToValidUTF8(*s, "")), " ")
	}
	a.Notes = strings.TrimRight(strings.ReplaceAll(strings.ToValidUTF8(a.Notes, ""), "\r\n", "\n"), " \t\n")
	return &a
}

// Update puts what is said of an application in place of what the file says. Its status, its
// history and what was sent stay: see [SetStatus] and [Send].
func Update(d resume.Document, a Application) (resume.Document, error) {
	return edit(d, a.ID, func(old Application) Application {
		a.Status, a.Outcome, a.Dates.History, a.Sent = old.Status, old.Outcome, old.Dates.History, old.Sent
		return a
	})
}

// edit changes an application, and leaves the document as it is where nothing changes.
func edit(d resume.Document, id string, change func(Application) Application) (resume.Document, error) {
	i, v, err := locate(d, id)
	if err != nil {
		return d, err
	}
	a := change(FromValue(v))
	now := updated(v, a.clean().Value(), members)
	if now.Equal(v) {
		return d, nil
	}
	return d.Set(Address.Item(i), now)
}

// Delete deletes an application, and the sent versions that no other one has.
func Delete(d resume.Document, id string) (resume.Document, error) {
	i, _, err := locate(d, id)
	if err != nil {
		return d, err
	}
	d, err = d.Remove(Address.Item(i))
	if err != nil {
		return d, err
	}
	if d.ListLen(Address) == 0 {
		d = d.Without(Address)
	}
	return withoutUnsent(d), nil
}

func (a *Application) sentOn(day resume.Date) bool {
	return slices.ContainsFunc(a.Sent, func(s Sent) bool { return s.Day == day })
}

// SetStatus says how far an application has come, and notes the change with its day. The day
// on which it was applied for is noted too, if none is. Several changes on one day, such as of
// a card that is moved on column by column, count as the last of them; but that it was applied for
// stays where something was sent that day.
func SetStatus(d resume.Document, id string, to Status, outcome Outcome, day resume.Date) (resume.Document, error) {
	if to != Closed {
		outcome = ""
	}
	return edit(d, id, func(a Application) Application {
		if a.Status == to && a.Outcome == outcome {
			return a
		}
		a.Dates.History = slices.Clone(a.Dates.History)
		n := len(a.Dates.History)
		if n > 0 && a.Dates.History[n-1].Day == day && !(a.Dates.History[n-1].Status == Applied && to != Saved && a.sentOn(day)) {
			if undone := a.Dates.History[n-1]; undone.Status == Applied && a.Dates.Applied == day {
				a.Dates.Applied = resume.Date{}
			}
			n--
		}
		a.Dates.History = a.Dates.History[:n]
		if change := (Change{to, outcome, day}); n == 0 || a.Dates.History[n-1].Status != to || a.Dates.History[n-1].Outcome != outcome {
			a.Dates.History = append(a.Dates.History, change)
		}
		a.Status, a.Outcome = to, outcome
		if to == Applied && a.Dates.Applied.IsZero() {
			a.Dates.Applied = day
		}
		return a
	})
}
