package resume

import (
	"fmt"
	"slices"
	"strings"
)

// NotShown says what the document keeps that no page shows: members that have no
// field. They stay in the file as they are. Those that are by their names meant
// for programs ("id", "x-…") are passed over, as are yes and no.
func (d Document) NotShown() []Problem {
	w := notShown{at: map[string]int{}}
	root := d.Root()
	custom := customKeys(root)
	for _, m := range root.members {
		a := Root.Child(m.Name)
		switch {
		case notSections[m.Name]:
		case schemaOf(m.Name) != nil || slices.Contains(custom, m.Name):
			w.section(m, a)
		default:
			w.say(m, a)
		}
	}
	basics, _ := root.Get("basics")
	w.members(basics, Basics, basicsFields, "location", "profiles")
	place, _ := basics.Get("location")
	w.members(place, Location, locationFields)
	profiles, _ := basics.Get("profiles")
	for i, p := range profiles.items {
		w.members(p, Profiles.Item(i), profileFields)
	}
	return w.problems
}

// notShown gathers what is not shown; a member that many entries of a section
// have is said once.
type notShown struct {
	problems []Problem
	at       map[string]int // which problem is of a section's member
	times    []int
}

func (w *notShown) section(m Member, a Address) {
	fields := fieldsAt(a.Item(0))
	for i, v := range m.Value.items {
		w.members(v, a.Item(i), fields)
	}
}

// members looks at the members of one object.
func (w *notShown) members(v Value, at Address, fields []Field, more ...string) {
	name := object{v, at, fields}.str("name")
	for _, m := range v.members {
		f := fieldNamed(fields, m.Name)
		if slices.Contains(more, m.Name) {
			continue
		}
		if at == Basics && m.Value.kind == String && strings.Contains(name, strings.TrimSpace(m.Value.text)) {
			continue // a part of it
		}
		if f != nil && at == Location {
			continue // a country beside its code says the same
		}
		if f != nil {
			if have, name, _ := memberOf(v, fields, f.Name); name == m.Name || sameText(have, m.Value) {
				continue
			}
		}
		w.say(m, at.Child(m.Name))
	}
}

// sameText reports whether a member says again what is shown already.
func sameText(shown, v Value) bool {
	return v.kind == String && strings.EqualFold(strings.TrimSpace(shown.Raw()), strings.TrimSpace(v.text))
}

func (w *notShown) say(m Member, a Address) {
	if isPrivate(m.Name) || m.Value.kind == Bool || len(leaves(nil, m.Value)) == 0 {
		return
	}
	group := strings.Join(slices.DeleteFunc(a.Tokens(), func(t string) bool { return arrayIndex(t) >= 0 }), "/")
	i, again := w.at[group]
	if !again {
		i = len(w.problems)
		w.at[group] = i
		w.problems = append(w.problems, Problem{Address: a, NotShown: true})
		w.times = append(w.times, 0)
	}
	w.times[i]++
	w.problems[i].Text = fmt.Sprintf("“%s” is not shown: there is no field for it. The file keeps it", m.Name)
	if w.times[i] > 1 {
		w.problems[i].Text = fmt.Sprintf("“%s”, here and in %s, is not shown: there is no field for it. The file keeps it", m.Name, morePlaces(w.times[i]-1))
	}
}

func morePlaces(n int) string {
	if n == 1 {
		return "1 more place"
	}
	return fmt.Sprintf("%d more places", n)
}
