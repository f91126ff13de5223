package compare

import (
	"slices"
	"strconv"
	"strings"

	"resumax/resume"
	"resumax/resume/variant"
)

// listed are the lists of a project of which each item has lines of its own.
var listed = []string{resume.MetaVariants, resume.MetaPostings, resume.MetaApplications, resume.MetaLetters}

// items makes the lines of a list of the project: what is new, gone or other in it, by name. It
// reports whether it made any.
func (c *comparer) items(name string) bool {
	if !slices.Contains(listed, name) {
		return false
	}
	at := resume.MetaAddress(name)
	olds, nows := itemsByID(c.earlier, at), itemsByID(c.later, at)
	before := len(c.found)
	for _, now := range nows {
		label := resume.Label{Section: settingNames()[name], Entry: itemName(now.value)}
		i := slices.IndexFunc(olds, func(o idItem) bool { return o.id == now.id })
		switch {
		case i < 0:
			c.add(resume.Added, at, label, "", "")
		case olds[i].value.Equal(now.value):
		case name == resume.MetaVariants:
			c.variant(at, label, olds[i].value, now)
		default:
			was, is := bodyOf(olds[i].value), bodyOf(now.value)
			if was == is {
				was, is = itemName(olds[i].value), itemName(now.value)
			}
			if was == is {
				was, is = "", ""
			}
			c.add(resume.Changed, at, label, was, is)
		}
	}
	for _, o := range olds {
		if !slices.ContainsFunc(nows, func(n idItem) bool { return n.id == o.id }) {
			c.add(resume.Removed, at, resume.Label{Section: settingNames()[name], Entry: itemName(o.value)}, "", "")
		}
	}
	return len(c.found) > before
}

// variant makes the lines of what a variant changes now and did not change then: what it shows
// of the later base, with the changes that it had beside those that it has.
func (c *comparer) variant(at resume.Address, label resume.Label, was resume.Value, now idItem) {
	if old, name := itemName(was), itemName(now.value); old != name {
		c.add(resume.Changed, at, label, old, name)
	}
	had, _ := was.Get("changes")
	has, _ := now.value.Get("changes")
	if had.Equal(has) {
		return
	}
	said := false
	if then, err := c.later.Set(at.Item(now.place), now.value.With("changes", had)); err == nil {
		shownThen, first := variant.Open(then, now.id)
		shown, second := variant.Open(c.later, now.id)
		if first == nil && second == nil {
			for _, l := range Differences(withoutProject(shownThen.Document), withoutProject(shown.Document)) {
				l.Label.Section = label.Entry + " · " + l.Label.Section
				c.found = append(c.found, placed{l, c.place(at)})
				said = true
			}
		}
	}
	if !said {
		c.add(resume.Changed, at, label, "", "")
	}
}

// withoutProject is a document without what all variants share.
func withoutProject(d resume.Document) resume.Document {
	for _, m := range resume.MetaMembers() {
		if m.Project {
			d = d.Without(resume.MetaAddress(m.Name))
		}
	}
	return d
}

// idItem is an item of a list of the project.
type idItem struct {
	id    string
	place int
	value resume.Value
}

// itemsByID are the items of a list. One without an id, such as a letter, is known by what it
// belongs to.
func itemsByID(d resume.Document, at resume.Address) (all []idItem) {
	list, _ := d.Get(at)
	for i, v := range list.Items() {
		if v.Kind() != resume.Object {
			continue
		}
		id := textOf(v, "id")
		if id == "" {
			id = "of " + textOf(v, "variant")
		}
		for n := 2; slices.ContainsFunc(all, func(o idItem) bool { return o.id == id }); n++ {
			id += " " + strconv.Itoa(n)
		}
		all = append(all, idItem{id, i, v})
	}
	return all
}

func textOf(v resume.Value, name string) string {
	m, _ := v.Get(name)
	return strings.TrimSpace(m.Str())
}

// itemName is what an item of a list of the project is called: its name, or its title and
// employer.
func itemName(v resume.Value) string {
	to, _ := v.Get("to")
	parts := []string{textOf(v, "name"), textOf(v, "title"), textOf(v, "employer"), textOf(v, "company"), textOf(to, "employer")}
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), ", ")
}

// bodyOf is what a letter says, or the notes and the status of an application.
func bodyOf(v resume.Value) string {
	var parts []string
	paragraphs, _ := v.Get("paragraphs")
	for _, p := range paragraphs.Items() {
		parts = append(parts, p.Str())
	}
	parts = append(parts, humanized(textOf(v, "status")), textOf(v, "notes"))
	return strings.Join(slices.DeleteFunc(parts, func(s string) bool { return s == "" }), " · ")
}
