// Package compare shows in what two documents differ, in the words of the screen:
// the versions of a file, unsaved work beside what was saved, the resume beside
// what another program wrote.
package compare

import (
	"slices"
	"strings"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/textdiff"
)

// Line is one thing in which a later document differs from an earlier one.
type Line struct {
	Kind  resume.DifferenceKind
	Label resume.Label
	// What was there and what is there now, in words, shortened to what surrounds a
	// change. Of what was moved, where it was and where it is.
	Old, New []Run
	// Stale is set where the base has changed under a difference of a variant since it was
	// made, Lost where the base no longer has what it is about. Made is what the base said
	// then, "" where that is not known.
	Stale, Lost bool
	Made        string
}

// Run is a part of a text: words that both texts have, or words that only this
// one has.
type Run = textdiff.Run

// Text joins runs.
func Text(runs []Run) string { return textdiff.Text(runs) }

// Differences lists in what a later document differs from an earlier one: each
// field, entry and setting that a person would say has changed, in the order in
// which a resume shows them, settings last. Ids and the order of a file's members
// are none. It may be called on any goroutine.
func Differences(earlier, later resume.Document) []Line {
	c := newComparer(earlier, later)
	for _, d := range resume.Diff(earlier, later) {
		c.difference(d)
	}
	c.hiding()
	c.order()
	slices.SortStableFunc(c.found, func(a, b placed) int { return slices.Compare(a.place, b.place) })
	lines := make([]Line, len(c.found))
	for i, f := range c.found {
		lines[i] = f.Line
	}
	return lines
}

// placed is a line with its place in the resume, from the outermost number to the
// innermost: section, entry, field, text of a list.
type placed struct {
	Line
	place []int
}

// comparer makes lines of differences.
type comparer struct {
	earlier, later resume.Document
	labels, before resume.Labels             // of the later and of the earlier document
	sections       map[string]int            // by the first part of their addresses
	orders         map[resume.Address]*order // of lists that differ in order
	lists          map[resume.Address]bool   // of words that have their line
	hidings        map[resume.Address]bool   // entries in which the texts that are hidden may differ
	found          []placed
}

func newComparer(earlier, later resume.Document) *comparer {
	c := &comparer{earlier: earlier, later: later, labels: later.Labels(), before: earlier.Labels(),
		sections: map[string]int{}, orders: map[resume.Address]*order{}, lists: map[resume.Address]bool{}, hidings: map[resume.Address]bool{}}
	for i, s := range later.Resume().Sections {
		c.sections[s.Address.Section().Last()] = i + 1
	}
	return c
}

// Where lines stand that are about none of the sections.
const (
	contactPlace  = 0
	settingsPlace = 1 << 20
	detailsPlace  = settingsPlace + 1
)

// place is where a line about an address stands.
func (c *comparer) place(at resume.Address) []int {
	t := at.Tokens()
	switch {
	case len(t) == 0:
		return nil
	case at.Within(resume.Summary):
		return []int{c.sections["summary"]}
	case at.Within(resume.Settings):
		name := strings.Join(t[2:min(3, len(t))], "")
		return []int{settingsPlace, slices.IndexFunc(resume.MetaMembers(), func(m resume.MetaMember) bool { return m.Name == name })}
	case t[0] == "meta" || t[0] == "$schema":
		return []int{detailsPlace}
	case t[0] == resume.ContactKey:
		return append([]int{contactPlace}, placesIn(resume.Basics, append(resume.BasicsFields(),
			resume.Field{Name: "location"}, resume.Field{Name: "profiles"}), t[1:])...)
	}
	place, ok := c.sections[t[0]]
	if !ok {
		place = settingsPlace - 1
	}
	return append([]int{place}, placesIn(resume.Root.Child(t[0]), resume.Fields(t[0]), t[1:])...)
}

// placesIn are the places of the rest of an address below at: of an item, of a
// field, of a text.
func placesIn(at resume.Address, fields []resume.Field, rest []string) []int {
	var places []int
	for _, t := range rest {
		at = at.Child(t)
		if i := at.Index(); i >= 0 {
			places = append(places, i)
			continue
		}
		i := slices.IndexFunc(fields, func(f resume.Field) bool { return f.Name == t })
		if i < 0 {
			i = len(fields)
		}
		places = append(places, i)
		switch at {
		case resume.Location:
			fields = resume.LocationFields()
		case resume.Profiles:
			fields = resume.ProfileFields()
		}
	}
	return places
}

func (c *comparer) add(kind resume.DifferenceKind, at resume.Address, label resume.Label, old, now string) {
	c.addWords(kind, at, label, textdiff.Words(old), textdiff.Words(now))
}

func (c *comparer) addWords(kind resume.DifferenceKind, at resume.Address, label resume.Label, old, now []textdiff.Word) {
	l := Line{Kind: kind, Label: label}
	l.Old, l.New = textdiff.CompareWords(old, now)
	c.found = append(c.found, placed{l, c.place(at)})
}

// difference makes the lines of one difference.
func (c *comparer) difference(d resume.Difference) {
	c.note(d)
	at := d.Address
	switch {
	case c.later.IsIdentity(at, d.Old) || c.later.IsIdentity(at, d.New):
		c.hidings[entryOf(at)] = true
	case at.Within(sectionSettings): // [comparer.order] says it
	case at.Within(resume.Settings):
		c.setting(d)
	case c.words(at):
	case d.Kind == resume.Moved:
		c.moved(d)
	case at.Last() == "hidden" && at.Parent().Index() >= 0:
		label := c.labels.Of(at.Parent())
		c.add(resume.Changed, at, label, shown(d.Old.True()), shown(d.New.True()))
	case d.Kind == resume.Changed && (isContainer(d.Old) || isContainer(d.New)):
		c.whole(resume.Removed, c.before, c.origin(at), d.Old)
		c.whole(resume.Added, c.labels, at, d.New)
	case d.Kind == resume.Removed:
		c.removed(d)
	case d.Kind == resume.Added:
		c.whole(resume.Added, c.labels, at, d.New)
	default:
		c.add(resume.Changed, at, c.labels.Of(at), wording(at, d.Old), wording(at, d.New))
	}
}

// entryOf is the entry that an address is in.
func entryOf(at resume.Address) resume.Address {
	n := 2
	if at.Within(resume.Basics) {
		n = 3
	}
	for len(at.Tokens()) > n {
		at = at.Parent()
	}
	return at
}

// hiding makes the lines of texts of lists that are hidden or shown now: the text on
// one side, "Hidden" on the other.
func (c *comparer) hiding() {
	for entry := range c.hidings {
		for _, f := range resume.Fields(entry.Tokens()[0]) {
			list := entry.Child(f.Name)
			now, _ := c.later.Get(list)
			hidden := c.later.HiddenTexts(list)
			for i, v := range now.Items() {
				at := list.Item(i)
				was, ok := c.was(at)
				if !ok || !f.Shape.IsList() {
					continue
				}
				text := wording(at, v)
				switch before := c.earlier.TextHidden(was); {
				case before == (hidden != nil && hidden[i]):
				case before:
					c.add(resume.Changed, at, c.labels.Of(at), shown(true), text)
				default:
					c.add(resume.Changed, at, c.labels.Of(at), text, shown(true))
				}
			}
		}
	}
}

func isContainer(v resume.Value) bool { return v.Kind() == resume.Array || v.Kind() == resume.Object }

func shown(hidden bool) string {
	if hidden {
		return tr.T("compare.hidden", "Hidden")
	}
	return tr.T("compare.shown", "Shown")
}

// whole makes the lines of what is new or gone as a whole: one for each field of
// the contact, one for each entry of a section, one for each bullet of an entry
// that had none.
func (c *comparer) whole(kind resume.DifferenceKind, labels resume.Labels, at resume.Address, v resume.Value) {
	switch {
	case at.Within(resume.Settings):
		c.setting(resume.Difference{Kind: kind, Address: at, Old: v, New: v})
	case !hasParts(at, v):
		c.once(kind, at, labels.Of(at), v)
	case v.Kind() == resume.Object:
		for _, m := range v.Members() {
			c.whole(kind, labels, at.Child(m.Name), m.Value)
		}
	default:
		for i, item := range v.Items() {
			c.whole(kind, labels, at.Item(i), item)
		}
	}
}

// hasParts reports whether what is at an address has a line for each of its parts.
func hasParts(at resume.Address, v resume.Value) bool {
	if !isContainer(v) {
		return false
	}
	if f, ok := resume.FieldAt(at); ok && f.Shape == resume.Bullets {
		return true
	}
	return len(at.Tokens()) < 2 || at == resume.Location || at == resume.Profiles
}

// once adds a line of what is new or gone, if it says anything.
func (c *comparer) once(kind resume.DifferenceKind, at resume.Address, label resume.Label, v resume.Value) {
	text := wording(at, v)
	entry := label.Field == "" && label.Entry != ""
	if text == "" && !entry {
		return
	}
	if kind == resume.Removed {
		c.add(kind, at, label, text, "")
	} else {
		c.add(kind, at, label, "", text)
	}
}

// removed makes the lines of what is gone. Its address says where it was in what
// holds it now; what held it before may have stood elsewhere.
func (c *comparer) removed(d resume.Difference) {
	parent := d.Address.Parent()
	old := c.origin(parent) + d.Address[len(parent):]
	if hasParts(old, d.Old) {
		c.whole(resume.Removed, c.before, old, d.Old)
		return
	}
	label := c.before.Of(old)
	if label.Field != "" && label.Entry != "" { // the entry is there, by a new name perhaps
		label.Entry = c.labels.Of(d.Address).Entry
	}
	c.once(resume.Removed, d.Address, label, d.Old)
}

// origin is where something was before, its own address if it is new.
func (c *comparer) origin(at resume.Address) resume.Address {
	if was, ok := c.was(at); ok {
		return was
	}
	return at
}

// moved makes the line of an entry or a text that stands elsewhere in its list.
func (c *comparer) moved(d resume.Difference) {
	if d.Address.Index() < 0 {
		return // the order of members says nothing
	}
	label := c.labels.Of(d.Address)
	c.add(resume.Moved, d.Address, label, ordinal(d.From), ordinal(d.To))
}

// words makes one line of a list of words, such as skills, where anything in it
// differs, and reports whether the address is of such a list.
func (c *comparer) words(at resume.Address) bool {
	list := at
	f, ok := resume.FieldAt(at)
	if at.Index() >= 0 {
		list = at.Parent()
	}
	if !ok || f.Shape != resume.Words {
		return false
	}
	if c.lists[list] {
		return true
	}
	now, there := c.later.Get(list)
	was, known := c.was(list)
	old, had := c.earlier.Get(was)
	if !known || now.Kind() != resume.Array && now.Kind() != resume.Null || old.Kind() != resume.Array && old.Kind() != resume.Null {
		return false
	}
	c.lists[list] = true
	kind := resume.Changed
	switch {
	case !had || old.Len() == 0:
		kind = resume.Added
	case !there || now.Len() == 0:
		kind = resume.Removed
	}
	c.addWords(kind, list, c.labels.Of(list), itemsOf(list, old), itemsOf(list, now))
	return true
}

// itemsOf are the items of a list of short texts, each as one word.
func itemsOf(at resume.Address, list resume.Value) []textdiff.Word {
	var words []textdiff.Word
	for i, item := range list.Items() {
		text := wording(at.Item(i), item)
		words = append(words, textdiff.Word{Key: text, Text: text + ", "})
	}
	if n := len(words); n > 0 {
		words[n-1].Text = words[n-1].Key
	}
	return words
}
