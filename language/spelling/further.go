package spelling

import (
	"maps"
	"slices"
	"strings"

	"resumax/assets/packed"
)

// Further are words that a Speller knows beside those of the dictionary, such as names.
// They are a view: searched where they are, without being unpacked.
type Further struct {
	words    packed.Table // the words as they were given and in small letters; for their numbers see below
	capitals packed.Texts // those given that are suggested, and not in small letters
	hashes   string       // a bit for the hash of each word in small letters, so that most are known to be none at once
}

// The number of a word: what it is, and from furtherShift on the place in
// Further.capitals of what is suggested for it, and one more; 0 for the word itself.
const (
	asGiven = 1 << iota // a word was given so
	inSmall             // a word is so in small letters

	furtherShift = iota
)

// hashesSize is how many bytes Further.hashes has.
const hashesSize = 1 << 14

// FurtherOf are words, each in the form in which it is written inside a sentence. Of
// those that differ in capitals alone the one in small letters is suggested, else the last.
func FurtherOf(words []string) Further {
	numbers, suggested, hashes := map[string]uint32{}, map[string]string{}, make([]byte, hashesSize)
	for _, w := range words {
		w = straight(w)
		low := strings.ToLower(w)
		numbers[w] |= asGiven
		numbers[low] |= inSmall
		if suggested[low] != low {
			suggested[low] = w
		}
		at, bit := hashPlace(hash(low))
		hashes[at] |= bit
	}
	var capitals []string
	for _, word := range slices.Sorted(maps.Keys(numbers)) {
		if s := suggested[word]; numbers[word]&inSmall != 0 && s != word {
			capitals = append(capitals, s)
			numbers[word] |= uint32(len(capitals)) << furtherShift
		}
	}
	return Further{packed.TableOf(numbers), packed.TextsOf(capitals), string(hashes)}
}

// Code codes the words.
func (f *Further) Code(c *packed.Coder) {
	f.words.Code(c)
	f.capitals.Code(c)
	packed.Text(c, &f.hashes)
}

// given reports whether a word was given as it is.
func (f *Further) given(word string) bool {
	n, _ := f.words.Find(word)
	return n&asGiven != 0
}

// suggested is how a word that is so in small letters is written, "" for none.
func (f *Further) suggested(low string) string {
	n, _ := f.words.Find(low)
	switch {
	case n&inSmall == 0:
		return ""
	case n>>furtherShift == 0:
		return low
	}
	return f.capitals.At(int(n>>furtherShift) - 1)
}

// mayHave reports whether a word may be one of them in small letters, by its hash.
func (f *Further) mayHave(hash uint32) bool {
	at, bit := hashPlace(hash)
	return at < len(f.hashes) && f.hashes[at]&bit != 0
}

func hashPlace(hash uint32) (at int, bit byte) {
	return int(hash / 8 % hashesSize), 1 << (hash % 8)
}
