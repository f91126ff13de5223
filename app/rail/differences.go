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
	case d.count == 1 && d.mark == widgets.MarkerLoud:
		return tr.T("rail.1-difference-from-the", "1 difference from the base, which has changed there since")
	case d.count == 1:
		return tr.T("rail.1-difference-from-the-base", "1 difference from the base")
	case d.mark == widgets.MarkerLoud:
		return tr.T("rail.differences-from-the-base", "{{.Number}} differences from the base, which has changed there since", tr.With{"Number": d.count})
	}
	return tr.T("rail.differences-from-the-base-2", "{{.Number}} differences from the base", tr.With{"Number": d.count})
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
