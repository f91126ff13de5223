package role

import "strings"

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
		if p.goesBy(t) && !p.isShared(t) {
			j.Packs = append(j.Packs, p)
		}
	}
	return j
}

// IsSharedTitleWord reports whether a word of titles is common to many trades, such as
// "manager": that two titles have it makes them no kin.
func IsSharedTitleWord(word string) bool { return titles().common[strings.ToLower(word)] }
