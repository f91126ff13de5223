package role

import (
	"maps"
	"slices"
)

// JobTitle is what a job title says, as titles are compared.
type JobTitle struct {
	Words  []string // in small letters, without those that grade it
	Grades []string // those: "senior", "ii", "assistant"
	Packs  []*Pack  // the roles that ship and go by it
}

// ReadTitle reads a job title.
func ReadTitle(text string) JobTitle {
	t := titleOf(text)
	j := JobTitle{Words: ungraded(t.words)}
	for _, w := range t.words {
		if titles().grades[w] {
			j.Grades = append(j.Grades, w)
		}
	}
	for _, p := range All() {
		if p.goesBy(t) {
			j.Packs = append(j.Packs, p)
		}
	}
	return j
}

// SharedTitleWords are the words of titles that many trades have, such as "manager": that two
// titles have one makes them no kin.
func SharedTitleWords() []string { return slices.Sorted(maps.Keys(titles().common)) }
