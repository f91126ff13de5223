package spelling

import "unicode/utf8"

// Lengths in letters of the parts of a German compound. Parts of fewer letters than
// anyPart must be common: there are too many words of so few.
const (
	minCompound = 7
	shortPart   = 3
	anyPart     = 5
	rareShort   = 54 // how rare a short part may be, in tenths of a power of ten
)

// compound tells how a word is a German compound: of known parts, with an s between them
// or not, the first ones without their e or with it. It is one firmly where no part is
// short.
func (t *Tongue) compound(low string) making {
	if utf8.RuneCountInString(low) < minCompound {
		return unmade
	}
	good := make([]making, len(low)+1) // how the word up to there is made of parts
	good[0] = firmly
	for i := range low {
		if good[i] == unmade {
			continue
		}
		for j := i + shortPart; j <= len(low); j++ {
			if i == 0 && j == len(low) || j < len(low) && !utf8.RuneStart(low[j]) || good[j] >= good[i] {
				continue
			}
			part, is := low[i:j], t.part(low[i:j])
			if j < len(low) {
				is = max(is, min(t.part(part+"e"), t.sized(part))) // "Schul-"
				if stem := part[:len(part)-1]; part[len(part)-1] == 's' && utf8.RuneCountInString(stem) >= anyPart {
					is = max(is, t.part(stem)) // "Leitungs-"
				}
			}
			good[j] = max(good[j], min(good[i], is))
		}
	}
	return good[len(low)]
}

// sized is how firmly a part of a length holds.
func (t *Tongue) sized(part string) making {
	switch n := utf8.RuneCountInString(part); {
	case n >= anyPart:
		return firmly
	case n > shortPart:
		return loosely
	}
	return unmade
}

// part tells how a word may be a part of a compound.
func (t *Tongue) part(word string) making {
	n := utf8.RuneCountInString(word)
	if n < shortPart || !t.listed(word) {
		return unmade
	}
	if n >= anyPart {
		return firmly
	}
	if rare, _, ok := t.rarityOf(word); !ok || rare > rareShort {
		return unmade
	}
	return loosely
}

func (t *Tongue) isPart(word string) bool { return t.part(word) > unmade }
