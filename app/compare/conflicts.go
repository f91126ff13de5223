package compare

import (
	"strings"

	"resumax/resume"
	"resumax/resume/textdiff"
)

// Conflict is a place where two sides changed the same thing in different ways.
type Conflict struct {
	Label        resume.Label
	Mine, Theirs []Run // with the words in which they differ; empty where it was removed
}

// Conflicts says the conflicts of a merge in words. It may be called on any
// goroutine.
func Conflicts(merged resume.Document, conflicts []resume.Conflict) []Conflict {
	labels := merged.Labels()
	var all []Conflict
	for _, c := range conflicts {
		if merged.IsIdentity(c.Address, c.Mine) || merged.IsIdentity(c.Address, c.Theirs) {
			continue
		}
		label := labels.Of(c.Address)
		if c.Address.Within(resume.Settings) {
			label = settingLabel(c.Address)
		}
		mine, theirs := conflictWording(c.Address, c.Mine), conflictWording(c.Address, c.Theirs)
		if mine == theirs { // what differs is their order
			continue
		}
		said := Conflict{Label: label}
		said.Theirs, said.Mine = textdiff.Compare(theirs, mine)
		all = append(all, said)
	}
	return all
}

func conflictWording(at resume.Address, v resume.Value) string {
	t := at.Tokens()
	switch {
	case at.Within(resume.Settings) && len(t) == 3:
		return settingWording(t[2], v)
	case at.Within(resume.Settings):
		return settingText(v)
	case v.Kind() == resume.Array && len(t) == 1: // the order of entries
		var names []string
		for i, item := range v.Items() {
			names = append(names, resume.EntryName(at.Item(i), item))
		}
		return strings.Join(names, ", ")
	}
	return wording(at, v)
}
