package spelling

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"
)

// maxSuggested is how many words are offered for one.
const maxSuggested = 3

// longestWord is the length in bytes up to which words are looked at. No English
// word in a resume is longer, and the time grows with it.
const longestWord = 32

// What a typo costs, in quarters of a letter changed for any other. The commonest
// typos cost the least: a letter doubled or not, two swapped, a vowel for a vowel,
// an h forgotten.
const (
	doubledLetter = 2
	likelyEdit    = 3
	anyEdit       = 4
	unlikelyEdit  = 5 // a consonant for another that is neither beside it on a keyboard nor sounds like it
	firstLetter   = 3 // more, as nobody mistakes the first letter
)

// Meant is the words that a word which is not known was probably meant to be, the
// likeliest first. There are none where nothing tells that it is a typo: then it
// is a word that the dictionary lacks.
//
// What tells is that a common word is a typo away. The shorter a word is and the
// rarer what it resembles, the likelier must the typo be; words of nine letters
// and more may have two.
func (s *Speller) Meant(word string) []string {
	low := strings.ToLower(straight(word))
	low, own := strings.CutSuffix(low, "'s")
	if len(low) < 3 || len(low) > longestWord {
		return nil
	}
	var found []candidate
	switch e := find(s.dictionary, low); {
	case e.meant != "":
		found = []candidate{{e.meant, 0}}
	case s.Known(low) || s.further.suggested(low) != "" || s.isPlural(low) || s.listed(capitalized(low)) || s.listed(strings.ToUpper(low)):
		return nil
	default:
		found = s.near(low)
		if len(found) > 0 && (found[0].cost > likelyEdit && s.glued(low) || found[0].cost > doubledLetter && s.torn(low)) {
			return nil
		}
	}
	var best []string
	for _, c := range found {
		if c.cost > found[0].cost || len(best) == maxSuggested {
			break
		}
		w := c.word
		if word != uncapitalized(word) {
			w = capitalized(w)
		}
		if own {
			w += "'s"
		}
		if !slices.Contains(best, w) {
			best = append(best, w)
		}
	}
	return best
}

// isPlural reports whether a word is the plural of a further one, a name.
func (s *Speller) isPlural(low string) bool {
	name, ok := strings.CutSuffix(low, "s")
	return ok && s.further.suggested(name) != "" && !find(s.dictionary, name).known()
}

// IsTypo reports whether a word, in small letters, is one of the common typos that
// are listed: it is no name then, wherever it is.
func (s *Speller) IsTypo(low string) bool { return find(s.dictionary, low).meant != "" }

// candidate is a word that may have been meant, and how unlikely that is.
type candidate struct {
	word string
	cost int
}

// near is the words that one in small letters is probably a typo of, the likeliest
// first.
func (s *Speller) near(low string) []candidate {
	var found []candidate
	most := mostCost(len(low))
	if most < doubledLetter {
		return nil
	}
	add := func(w string, size uint8, edit int) {
		if cost := edit + rarity(size); cost <= most {
			found = append(found, candidate{w, cost})
		}
	}
	s.eachNear(low, most, func(w string, size uint8) bool {
		if len(low) != len(w) || len(low) >= minChanged || lettersOf(low) == lettersOf(w) {
			add(w, size, editCost(low, strings.ToLower(w), unlikelyEdit+firstLetter)+foreignEnd(low, w))
		}
		return true
	})
	if stem, ok := strings.CutSuffix(low, "ing"); ok { // "maintaing"
		if e := find(s.dictionary, stem+"ining"); e.offered() {
			add(stem+"ining", e.size, doubledLetter)
		}
	}
	if len(found) == 0 && len(low) >= minTwice {
		letters := lettersOf(low)
		look := func(w string, size uint8) {
			if beginsLike(w, low) && bits.OnesCount32(letters^lettersOf(w)) <= maxApart {
				if cost := editCost(low, w, mostTwice) + rarity(size) + foreignEnd(low, w); cost <= mostTwice {
					found = append(found, candidate{w, cost})
				}
			}
		}
		s.dictionary.eachOn(low[0]&31, len(low)-2, len(low)+2, look)
		if low[1]&31 != low[0]&31 {
			s.dictionary.eachOn(low[1]&31, len(low)-2, len(low)+2, look)
		}
	}
	slices.SortFunc(found, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.cost, b.cost), cmp.Compare(len(b.word), len(a.word)), // letters are forgotten more often than added
			cmp.Compare(s.size(a.word), s.size(b.word)), cmp.Compare(a.word, b.word))
	})
	return found
}

// minChanged is the length from which one letter may be another: shorter words have too
// many neighbors, such as the names "sagar" and "uttar".
const minChanged = 6

// lettersOf is the set of a word's letters.
func lettersOf(word string) (set uint32) {
	for i := range len(word) {
		set |= 1 << (word[i] & 31)
	}
	return set
}

// From this length on, a word may have two typos, which cost at most so much.
const minTwice, mostTwice = 9, 7

// maxApart is how many letters the sets of two words that are two typos apart can
// differ by: each typo changes two.
const maxApart = 4

// mostCost is how unlikely a typo may be in a word of a length.
func mostCost(length int) int {
	switch {
	case length < 4:
		return 0
	case length == 4:
		return 2
	case length == 5:
		return 3
	case length <= 7:
		return 4
	case length == 8:
		return 5
	}
	return 6
}

// rarity is how much less likely a word is to be meant for its size.
func rarity(size uint8) int {
	switch {
	case size <= 20:
		return 0
	case size <= 40:
		return 1
	case size <= 50:
		return 2
	}
	return 3
}

// foreignEnd is what makes a typo less likely that ends a word in a, i, o or u: it
// is a word of another language most often, such as "contacto" or "programa".
func foreignEnd(low, word string) int {
	if strings.IndexByte("aiou", low[len(low)-1]) >= 0 && low[len(low)-1] != word[len(word)-1] {
		return anyEdit
	}
	return 0
}

// resembles reports whether a word in small letters is a typo away from a common
// one that costs no more than a number.
func (s *Speller) resembles(low string, most int) bool {
	is := false
	s.eachNear(low, min(most, likelyEdit+1), func(w string, size uint8) bool {
		cost := editCost(low, strings.ToLower(w), most)
		is = cost <= most && cost+rarity(size) <= likelyEdit+1
		return !is
	})
	return is
}

// eachNear calls use, until it has enough, with the words that may be suggested for one in
// small letters and are one typo away: a letter missing, added, changed, or two swapped, but
// not the first one changed. Where a typo may cost no more than a likely one, those that
// cost more are not looked up: two others that came to the same would cost more still.
func (s *Speller) eachNear(low string, most int, use func(word string, size uint8) (more bool)) {
	few, more := most <= likelyEdit, true
	var buffer [longestWord + 1]byte
	// what stands in the buffer: so much of the word, hashed, and what is behind it
	look := func(length int, before uint32, behind []byte) {
		if !more {
			return
		}
		h := mixed(folded(before, behind))
		e := findHashed(s.dictionary, buffer[:length], h)
		switch {
		case e.offered():
			more = use(string(buffer[:length]), e.size)
		case e == (entry{}) && len(low) >= minGiven && s.further.mayHave(h):
			if w := s.further.suggested(string(buffer[:length])); w != "" {
				more = use(w, workSize)
			}
		}
	}
	n, before := len(low), uint32(fnv)
	for i := 0; i <= n && more; i++ {
		copy(buffer[:i], low[:i])
		if i > 0 { // a letter is missing, but none that is doubled: it is the same one place before
			copy(buffer[i+1:], low[i:])
			for c := byte('a'); c <= 'z'; c++ {
				if buffer[i] = c; (c != low[i-1] || i == 1) && (!few || missingIn(low, i, c) <= most) {
					look(n+1, before, buffer[i:n+1])
				}
			}
		}
		if i == n {
			break
		}
		if copy(buffer[i:], low[i:]); i > 0 { // it is another
			for c := byte('a'); c <= 'z'; c++ {
				if buffer[i] = c; c != low[i] && (!few || changed(low[i], c) <= most) {
					look(n, before, buffer[i:n])
				}
			}
			buffer[i] = low[i]
		}
		if i+1 < n && low[i] != low[i+1] && (!few || likelyEdit+atFirst(i)/2 <= most) { // it is swapped with the next
			buffer[i], buffer[i+1] = low[i+1], low[i]
			look(n, before, buffer[i:n])
		}
		if (i == 0 || low[i] != low[i-1]) && (!few || surplus(low, i) <= most) { // it is too many
			copy(buffer[i:], low[i+1:])
			look(n-1, before, buffer[i:n-1])
		}
		before = folded(before, low[i:i+1])
	}
}

// minGiven is the length of words from which they may be typos of the further
// words that a speller was given: names, most of them, and short ones resemble
// words by chance.
const minGiven = 8

// beginsLike reports whether a word begins with the letter that the typed one
// begins with, or with its first two swapped.
func beginsLike(word, typed string) bool {
	return word[0] == typed[0] || len(word) > 1 && word[0] == typed[1] && word[1] == typed[0]
}

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
				cost = min(cost, before[j-1]+likelyEdit+atFirst(i-1)/2)
			}
			now[j+1] = cost
			least = min(least, cost)
		}
		if least > most+unlikelyEdit { // a swap may still save one row
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
	if isVowel(a) || isVowel(b) || beside(a, b) {
		return anyEdit
	}
	return unlikelyEdit
}

// keys are the rows of a keyboard.
var keys = [...]string{"qwertyuiop", "asdfghjkl", "zxcvbnm"}

// beside reports whether two letters are neighbors on a keyboard, or sound alike.
func beside(a, b byte) bool {
	for row, line := range keys {
		i := strings.IndexByte(line, a)
		if i < 0 {
			continue
		}
		for other := max(0, row-1); other <= min(row+1, len(keys)-1); other++ {
			j := strings.IndexByte(keys[other], b)
			if j >= 0 && i-j <= 1 && j-i <= 1 {
				return true
			}
		}
	}
	return pair(a, b, 'b', 'p') || pair(a, b, 'd', 't') || pair(a, b, 'f', 'v') || pair(a, b, 'g', 'j') || pair(a, b, 'l', 'r')
}

func pair(a, b, x, y byte) bool { return a == x && b == y || a == y && b == x }

// vowels are the letters a, e, i, o, u and y as a set.
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

// missingIn is the cost of a letter that was not typed before the letter i of a word,
// or at its end.
func missingIn(low string, i int, c byte) int {
	switch {
	case low[i-1] == c || i < len(low) && low[i] == c:
		return doubledLetter
	case c == 'h' || isVowel(c) || i == len(low):
		return likelyEdit
	}
	return anyEdit
}

// surplus is the cost of a letter that was typed and not meant.
func surplus(word string, i int) int {
	if i > 0 && word[i] == word[i-1] || i+1 < len(word) && word[i] == word[i+1] {
		return doubledLetter
	}
	return anyEdit + atFirst(i)
}
