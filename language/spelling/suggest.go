package spelling

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// maxSuggested is how many words are offered for one.
const maxSuggested = 5

// longestWord is the length in bytes up to which suggestions are sought. No
// English word in a resume is longer, and the time grows with its square.
const longestWord = 32

// What a typo costs, in quarters of a letter changed for any other. The commonest
// typos cost the least: a letter doubled or not, two swapped, a vowel for a vowel,
// an h forgotten.
const (
	doubledLetter = 2
	likelyEdit    = 3
	anyEdit       = 4
	firstLetter   = 3 // more, as nobody mistakes the first letter
	rare          = 1 // more, for each character that a word is not of the common ones
)

// Suggest is the words that a word which is not known was probably meant to be,
// the likeliest first, at most five. A word that begins with a capital is
// answered with such words.
func (s *Speller) Suggest(word string) []string {
	typed := strings.ToLower(straight(word))
	if len(typed) < 2 || len(typed) > longestWord {
		return nil
	}
	most := 2 * anyEdit
	if len(typed) <= 4 {
		most = anyEdit
	}
	type candidate struct {
		word string
		cost int
	}
	var found []candidate
	typedLetters := lettersOf(typed)
	begins, apart := true, maxApart // whether words that begin like the one typed are looked at, or the others
	look := func(w string) {
		if beginsLike(w, typed) != begins || len(w) > len(typed)+2 || len(w) < len(typed)-2 {
			return
		}
		c := editCost(typed, strings.ToLower(w), most)
		if c > most {
			return
		}
		if low := uncapitalized(w); low != w && s.listed(low) {
			return // a name such as "Red", which is a word as well
		}
		found = append(found, candidate{w, c + s.rarity(w)})
	}
	lookAt := func(letter byte) {
		s.dictionary.eachOn(letter, typedLetters, apart, look)
		shelf := &s.moreList[letter]
		for i, letters := range shelf.letters {
			if bits.OnesCount32(typedLetters^letters) <= apart {
				look(shelf.words[i])
			}
		}
	}
	lookAt(typed[0] & 31)
	if typed[1]&31 != typed[0]&31 {
		lookAt(typed[1] & 31)
	}
	if !slices.ContainsFunc(found, func(c candidate) bool { return c.cost <= anyEdit+rare }) {
		begins, apart = false, maxApart/2 // a typo in the first letter costs so much that it is the only one
		for letter := range byte(len(shelves{})) {
			lookAt(letter)
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(len(a.word), len(b.word)), cmp.Compare(a.word, b.word))
	})
	var best []string
	for _, c := range found {
		w := c.word
		if word != uncapitalized(word) {
			w = capitalized(w)
		}
		if !slices.Contains(best, w) {
			best = append(best, w)
		}
		if len(best) == maxSuggested {
			break
		}
	}
	return best
}

// rarity is what makes a word less likely to be meant than others: it is a name,
// or derived by rule, or not of the words that the speller was given besides.
func (s *Speller) rarity(w string) (cost int) {
	if s.more[w] {
		return 0
	}
	if w != uncapitalized(w) {
		cost += rare
	}
	if kindOf(s.dictionary, w)&root == 0 {
		cost += rare
	}
	return cost + rare
}

// shelves are words to suggest, by their first letters.
type shelves [32]struct {
	words   []string
	letters []uint32 // those of each word, see lettersOf
}

func (s *shelves) add(word string) {
	if word != "" {
		shelf := &s[word[0]&31]
		shelf.words, shelf.letters = append(shelf.words, word), append(shelf.letters, lettersOf(word))
	}
}

// lettersOf is the set of a word's letters, small and capital ones the same.
func lettersOf(word string) (set uint32) {
	for i := range len(word) {
		set |= 1 << (word[i] & 31)
	}
	return set
}

// beginsLike reports whether a word begins with the letter that the typed one,
// in small letters, begins with, or with its first two swapped.
func beginsLike(word, typed string) bool {
	return word[0]|0x20 == typed[0] || len(word) > 1 && word[0] == typed[1] && word[1] == typed[0]
}

// maxApart is how many letters the sets of two words that are two typos apart
// can differ by: each typo changes two.
const maxApart = 4

// editCost is what it costs to come from one word to another, letter by letter
// (optimal string alignment), or more than most.
func editCost(from, to string, most int) int {
	var rows [3][longestWord + 4]int
	before, last, now := rows[0][:], rows[1][:], rows[2][:]
	for j := range len(to) {
		last[j+1] = last[j] + missing(to, j)
	}
	for i := range len(from) {
		now[0] = last[0] + surplus(from, i)
		least := now[0]
		for j := range len(to) {
			cost := last[j]
			if from[i] != to[j] {
				cost += changed(from[i], to[j]) + atFirst(i)
			}
			cost = min(cost, now[j]+missing(to, j), last[j+1]+surplus(from, i))
			if i > 0 && j > 0 && from[i] == to[j-1] && from[i-1] == to[j] && from[i] != from[i-1] {
				cost = min(cost, before[j-1]+likelyEdit)
			}
			now[j+1] = cost
			least = min(least, cost)
		}
		if least > most+anyEdit { // a swap may still save one row
			return least
		}
		before, last, now = last, now, before
	}
	return last[len(to)]
}

func atFirst(i int) int {
	if i == 0 {
		return firstLetter
	}
	return 0
}

func changed(a, b byte) int {
	if isVowel(a) && isVowel(b) || pair(a, b, 'c', 's') || pair(a, b, 's', 'z') || pair(a, b, 'c', 'k') || pair(a, b, 'n', 'm') {
		return likelyEdit
	}
	return anyEdit
}

func pair(a, b, x, y byte) bool { return a == x && b == y || a == y && b == x }

// vowels are the letters a, e, i, o, u and y as a set, see lettersOf.
const vowels = 1<<('a'&31) | 1<<('e'&31) | 1<<('i'&31) | 1<<('o'&31) | 1<<('u'&31) | 1<<('y'&31)

func isVowel(c byte) bool { return c >= 'a' && vowels>>(c&31)&1 != 0 }

// missing is the cost of a letter of the word meant that was not typed.
func missing(word string, i int) int {
	switch {
	case i > 0 && word[i] == word[i-1] || i+1 < len(word) && word[i] == word[i+1]:
		return doubledLetter
	case i > 0 && (word[i] == 'h' || isVowel(word[i])) || i+1 == len(word):
		return likelyEdit
	}
	return anyEdit + atFirst(i)
}

// surplus is the cost of a letter that was typed and not meant.
func surplus(word string, i int) int {
	if i > 0 && word[i] == word[i-1] || i+1 < len(word) && word[i] == word[i+1] {
		return doubledLetter
	}
	return anyEdit + atFirst(i)
}

// Near reports whether a word is one typo away from one that is
// known: a letter missing, added, changed, or two swapped, but not the first.
// What Suggest finds is more; this is fast.
func (s *Speller) Near(word string) bool {
	word = straight(word)
	if len(word) < 2 || len(word) > longestWord {
		return false
	}
	typed := []byte(word)
	buffer := make([]byte, 0, longestWord+1)
	known := func(parts ...[]byte) bool {
		buffer = buffer[:0]
		for _, p := range parts {
			buffer = append(buffer, p...)
		}
		return kindOf(s.dictionary, buffer) != 0 || s.more[string(buffer)]
	}
	for i := 1; i <= len(typed); i++ {
		for c := byte('a'); c <= 'z'; c++ {
			letter := []byte{c}
			if known(typed[:i], letter, typed[i:]) || i < len(typed) && known(typed[:i], letter, typed[i+1:]) {
				return true
			}
		}
		if i < len(typed) && known(typed[:i], typed[i+1:]) ||
			i+1 < len(typed) && known(typed[:i], typed[i+1:i+2], typed[i:i+1], typed[i+2:]) {
			return true
		}
	}
	return false
}
