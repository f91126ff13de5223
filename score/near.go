package score

import (
	"math/bits"
	"slices"

	"resumax/language/spelling"
)

// nearWords finds words that are one typo away from listed ones: a
// letter missing, added, changed, or two swapped. A weak beginning or a cliché
// stays one when it is misspelled, so that no typo can raise a score.
//
// It knows, for every listed word, the word with each of its letters left out:
// two words a typo apart share one of these. It keeps them as hashes, from which no
// garbage is made: what shares a hash by chance is no typo apart.
type nearWords struct {
	words  []string
	slots  []uint32               // a hash table with open addressing: the upper bits of a hash, and one more than the place of a word that has it
	length int                    // of the longest
	others func(word string) bool // words that are right besides
}

// minNear is the length, in bytes, from which words are compared. Shorter
// ones have too many ordinary neighbors.
const minNear = 5

// newNearWords are the words of lists, each once however often it is there.
func newNearWords(words []string, others func(word string) bool) *nearWords {
	forms := 0
	for _, w := range words {
		forms += len(w) + 1
	}
	n := &nearWords{words: make([]string, 0, len(words)), slots: make([]uint32, 1<<bits.Len(uint(2*forms))), others: others}
	for _, w := range words {
		if n.lists(w) {
			continue
		}
		n.words = append(n.words, w)
		n.length = max(n.length, len(w))
		n.put(formHash(w, len(w)))
		if len(w) < minNear {
			continue
		}
		for i := range len(w) {
			if i == 0 || w[i] != w[i-1] {
				n.put(formHash(w, i))
			}
		}
	}
	return n
}

// formHash is the hash of a word without its letter i, of the whole for the i behind the
// last: FNV-1a, its upper half mixed into the lower one.
func formHash(word string, i int) uint32 {
	h := uint32(2166136261)
	for at := range len(word) {
		if at != i {
			h = (h ^ uint32(word[at])) * 16777619
		}
	}
	return h ^ h>>15
}

// eachLess calls f with the word without each of its letters.
func eachLess(word string, f func(string)) {
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			f(word[:i] + word[i+1:])
		}
	}
}

// put notes that the last word has a hash.
func (n *nearWords) put(hash uint32) {
	last := uint32(len(n.slots) - 1)
	at := hash & last
	for n.slots[at] != 0 {
		at = (at + 1) & last
	}
	n.slots[at] = hash&^last | uint32(len(n.words))
}

// each calls look with the words that have a hash, until it has enough.
func (n *nearWords) each(hash uint32, look func(word string) (more bool)) {
	last := uint32(len(n.slots) - 1)
	for at := hash & last; n.slots[at] != 0; at = (at + 1) & last {
		if slot := n.slots[at]; slot&^last == hash&^last && !look(n.words[slot&last-1]) {
			return
		}
	}
}

// lists reports whether a word is listed.
func (n *nearWords) lists(word string) bool {
	is := false
	n.each(formHash(word, len(word)), func(w string) bool {
		is = w == word
		return !is
	})
	return is
}

// find is the listed words that the given one is a typo away from, in
// alphabetical order; none for a word that is right or short.
func (n *nearWords) find(word string) []string {
	if !n.mayHave(word) || n.lists(word) || n.others != nil && n.others(word) {
		return nil
	}
	return n.near(word)
}

// near is find for a word that may be listed itself.
func (n *nearWords) near(word string) []string {
	if !n.mayHave(word) {
		return nil
	}
	var found []string
	look := func(w string) bool {
		if len(w) >= minNear && spelling.OneEditApart(word, w) && !slices.Contains(found, w) {
			found = append(found, w)
		}
		return true
	}
	n.each(formHash(word, len(word)), look)
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			n.each(formHash(word, i), look)
		}
	}
	slices.Sort(found)
	return found
}

// mayHave reports whether words may be listed that are a typo away from one, by its length.
func (n *nearWords) mayHave(word string) bool {
	return minNear-1 <= len(word) && len(word) <= n.length+1
}
