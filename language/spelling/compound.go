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
	low = t.key(low)
	good := make([]making, len(low)+1) // how the word up to there is made of parts
	good[0] = firmly
	for i := range low {
		if good[i] == unmade {
			continue
		}
		h, n, before := hash64(""), 0, unmade // of the part, and how it is one without its last letter
		for j := i; j < len(low); {
			_, size := utf8.DecodeRuneInString(low[j:])
			h = folded64(h, low[j:j+size])
			j, n = j+size, n+1
			is := t.part(low[i:j], h, n)
			best := is
			if j < len(low) {
				if n > shortPart {
					best = max(best, min(t.part("", folded64(h, "e"), max(n, anyPart)), sized(n))) // "Schul-"
				}
				if low[j-1] == 's' && n > anyPart {
					best = max(best, before) // "Leitungs-"
				}
			}
			if before = is; i > 0 || j < len(low) {
				good[j] = max(good[j], min(good[i], best))
			}
		}
	}
	return good[len(low)]
}

// sized is how firmly a part of so many letters holds.
func sized(letters int) making {
	if letters >= anyPart {
		return firmly
	}
	return loosely
}

// part tells how a word, with its hash and of so many letters, may be a part of a
// compound.
func (t *Tongue) part(word string, hash uint64, letters int) making {
	if letters < shortPart || !t.all.has(hash) {
		return unmade
	}
	if letters >= anyPart {
		return firmly
	}
	if rare, _, ok := t.rarityOf(word); !ok || rare > rareShort {
		return unmade
	}
	return loosely
}

func (t *Tongue) isPart(word string) bool {
	return t.part(word, hash64(t.key(word)), utf8.RuneCountInString(word)) > unmade
}
