package score

import (
	"slices"

	"resumax/language/spelling"
)

// nearWords finds words that are one slip of the pen away from listed ones: a
// letter missing, added, changed, or two swapped. A weak beginning or a cliché
// stays one when it is misspelt, so that no typo can raise a score.
//
// It keeps, for every listed word, the word with each of its letters left out:
// two words a slip apart share one of these.
type nearWords struct {
	listed map[string]bool
	less   map[string][]string
	length int // of the longest
}

// leastNear is the length, in bytes, from which words are compared. Shorter
// ones have too many ordinary neighbours.
const leastNear = 5

func newNearWords() *nearWords {
	return &nearWords{listed: map[string]bool{}, less: map[string][]string{}}
}

func (n *nearWords) add(word string) {
	if n.listed[word] {
		return
	}
	n.listed[word] = true
	n.length = max(n.length, len(word))
	if len(word) < leastNear {
		return
	}
	n.less[word] = append(n.less[word], word)
	eachLess(word, func(less string) { n.less[less] = append(n.less[less], word) })
}

// eachLess calls f with the word without each of its letters.
func eachLess(word string, f func(string)) {
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			f(word[:i] + word[i+1:])
		}
	}
}

// find is the listed words that the given one is a slip away from, in
// alphabetical order; none for a listed or a short word.
func (n *nearWords) find(word string) []string {
	if len(word) < leastNear-1 || len(word) > n.length+1 || n.listed[word] {
		return nil
	}
	var found []string
	look := func(near []string) {
		for _, w := range near {
			if spelling.OneSlip(word, w) && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	look(n.less[word])
	var room [48]byte
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			less := append(append(room[:0], word[:i]...), word[i+1:]...)
			look(n.less[string(less)]) // which makes no string
		}
	}
	slices.Sort(found)
	return found
}
