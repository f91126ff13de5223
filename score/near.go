package score

import (
	"slices"

	"resumax/language/spelling"
)

// nearWords finds words that are one typo away from listed ones: a
// letter missing, added, changed, or two swapped. A weak beginning or a cliché
// stays one when it is misspelled, so that no typo can raise a score.
//
// It keeps, for every listed word, the word with each of its letters left out:
// two words a typo apart share one of these.
type nearWords struct {
	listed map[string]bool
	less   map[string][]string
	length int // of the longest
}

// minNear is the length, in bytes, from which words are compared. Shorter
// ones have too many ordinary neighbors.
const minNear = 5

func newNearWords() *nearWords {
	return &nearWords{listed: map[string]bool{}, less: map[string][]string{}}
}

func (n *nearWords) add(word string) {
	if n.listed[word] {
		return
	}
	n.listed[word] = true
	n.length = max(n.length, len(word))
	if len(word) < minNear {
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

// find is the listed words that the given one is a typo away from, in
// alphabetical order; none for a listed or a short word.
func (n *nearWords) find(word string) []string {
	if len(word) < minNear-1 || len(word) > n.length+1 || n.listed[word] {
		return nil
	}
	var found []string
	look := func(near []string) {
		for _, w := range near {
			if spelling.OneEditApart(word, w) && !slices.Contains(found, w) {
				found = append(found, w)
			}
		}
	}
	look(n.less[word])
	var buffer [48]byte
	for i := range len(word) {
		if i == 0 || word[i] != word[i-1] {
			less := append(append(buffer[:0], word[:i]...), word[i+1:]...)
			look(n.less[string(less)]) // which makes no string
		}
	}
	slices.Sort(found)
	return found
}
