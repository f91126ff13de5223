package variant

import (
	"slices"

	"resumax/resume"
)

// slot is a place in a list of the view: what stands there is of the base, or added.
type slot struct{ base, added int } // indexes; -1 for not

// arranged is a list of the base in the variant's order, if it has one, with what is
// added. What the order does not know, the base has since it was made: it stands
// behind what it follows in the base.
func arranged(base, order []resume.ID, added []*entry) []slot {
	place := make(map[resume.ID]int, len(base))
	for i, id := range base {
		if id != "" {
			place[id] = i
		}
	}
	var slots []slot
	put := func(i int) { slots = append(slots, slot{i, -1}) }
	if order == nil {
		for i := range base {
			put(i)
		}
	} else {
		known := make([]bool, len(base))
		var first []int
		for _, id := range order {
			if i, ok := place[id]; ok && !known[i] {
				known[i] = true
				first = append(first, i)
			}
		}
		behind := func(i int) { // what the base has since, behind i
			for i++; i < len(base) && !known[i]; i++ {
				put(i)
			}
		}
		behind(-1)
		for _, i := range first {
			put(i)
			behind(i)
		}
	}
	idAt := func(s slot) resume.ID {
		if s.added >= 0 {
			return added[s.added].id
		}
		return base[s.base]
	}
	find := func(id resume.ID) int {
		return slices.IndexFunc(slots, func(s slot) bool { return id != "" && idAt(s) == id })
	}
	for n, e := range added {
		at := len(slots)
		if e.after == "" {
			at = 0
		} else if i := find(e.after); i >= 0 {
			at = i + 1
		} else if i := find(e.before); i >= 0 {
			at = i
		}
		slots = slices.Insert(slots, at, slot{-1, n})
	}
	return slots
}
