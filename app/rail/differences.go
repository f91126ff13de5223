package rail

import (
	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/resume/variant"
	"resumax/widgets"
)

// differences are how many places of a section differ from the base.
type differences struct {
	count int
	mark  widgets.MarkerKind
}

// String says how many there are.
func (d differences) String() string {
	switch {
	case d.count == 0:
		return ""
	case d.mark == widgets.MarkerLoud:
		return tr.N("rail.differences-changed", "{{.Count}} difference from the base, which has changed there since", "{{.Count}} differences from the base, which has changed there since", d.count)
	}
	return tr.N("rail.differences", "{{.Count}} difference from the base", "{{.Count}} differences from the base", d.count)
}

// differencesOf are those of the variant shown, by section.
func differencesOf(s session.Snapshot) map[string]differences {
	all := map[string]differences{}
	for _, c := range s.Changes {
		key := s.SectionOf(c)
		if key == "" {
			continue
		}
		d := all[key]
		d.count++
		if c.Stale {
			d.mark = widgets.MarkerLoud
		} else if d.mark == widgets.MarkerNone {
			d.mark = widgets.MarkerQuiet
		}
		all[key] = d
	}
	return all
}

// orderOf is the change of the order of sections, if there is one.
func orderOf(s session.Snapshot) (changes []variant.Change) {
	for _, c := range s.Changes {
		if c.Kind == variant.Order && c.Address == resume.SectionRows {
			changes = append(changes, c)
		}
	}
	return changes
}
