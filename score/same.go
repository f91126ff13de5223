package score

import (
	"hash/maphash"
	"slices"

	"resumax/language/spelling"
)

// texts are sentences that are different from each other, and those that say
// what one of them says.
//
// Texts that are the same but for one word share all that is before their middle
// or all that is after it, so only such are compared. Where very many share
// that, as in "Built service A", "Built service B" and so on, they are distinguished
// by all words but one. So what a text costs does not depend on how many there are.
type texts struct {
	halves map[half][]*sentence
	rests  map[uint64][]*sentence // nil until a half is shared by many
	shared map[half]bool          // those of which rests has all
	echoes map[*sentence][]int    // which additions said the same, by number
	added  int
}

// half is the first or second half of texts of so many words, or one more.
type half struct {
	words  int
	second bool
	hash   uint64
}

// longestNear is the length, in bytes, of words that may be a typo of each other
// in texts that very many others resemble.
const longestNear = 64

// manyTexts is how many texts are compared one by one.
const manyTexts = 12

var seed = maphash.MakeSeed()

// add adds a sentence and reports whether it was new. Numbers make no sentence
// new, nor does a typo. One with a slot in it is always new: it is not written
// yet.
func (ts *texts) add(s *sentence) bool {
	ts.added++
	if len(s.slots) > 0 {
		return true
	}
	if same := ts.find(s, nil); same != nil {
		ts.echoes[same] = append(ts.echoes[same], ts.added-1)
		return false
	}
	ts.put(s)
	return true
}

// put adds a sentence that is new.
func (ts *texts) put(s *sentence) {
	if len(s.slots) > 0 {
		return
	}
	if ts.halves == nil {
		ts.halves, ts.shared, ts.echoes = map[half][]*sentence{}, map[half]bool{}, map[*sentence][]int{}
	}
	for _, h := range s.halves() {
		ts.halves[h] = append(ts.halves[h], s)
		switch {
		case ts.shared[h]:
			ts.addRests(s)
		case len(ts.halves[h]) > manyTexts:
			ts.shared[h] = true
			for _, t := range ts.halves[h] {
				ts.addRests(t)
			}
		}
	}
}

// mayGo reports whether a sentence can be taken out again as if it had never been put in:
// none says the same, and nothing was left out for it.
func (ts *texts) mayGo(s *sentence) bool {
	if len(s.slots) > 0 {
		return true
	}
	if len(ts.echoes[s]) > 0 {
		return false
	}
	for _, h := range s.halves() {
		if ts.shared[h] {
			return false
		}
	}
	return true
}

// remove takes out a sentence that may go.
func (ts *texts) remove(s *sentence) {
	if len(s.slots) > 0 {
		return
	}
	for _, h := range s.halves() {
		ts.halves[h] = slices.DeleteFunc(ts.halves[h], func(o *sentence) bool { return o == s })
		if len(ts.halves[h]) == 0 {
			delete(ts.halves, h)
		}
	}
}

// find finds a text with the same words, other than those given.
func (ts *texts) find(s *sentence, but map[*sentence]bool) (same *sentence) {
	if len(s.slots) > 0 {
		return nil
	}
	byRest := false
	for _, h := range s.halves() {
		if ts.shared[h] {
			byRest = true
			continue
		}
		for _, t := range ts.halves[h] {
			if !but[t] && sameWords(s, t) {
				return t
			}
		}
	}
	if !byRest {
		return nil
	}
	s.rests(true, func(key uint64) bool {
		for _, t := range ts.rests[key] {
			if !but[t] && sameWords(s, t) {
				same = t
			}
		}
		return same == nil
	})
	return same
}

func (ts *texts) addRests(s *sentence) {
	if ts.rests == nil {
		ts.rests = map[uint64][]*sentence{}
	}
	const enough = 8 // texts that share a key are the same, but for what two typos away from each other are a typo away from
	s.rests(false, func(key uint64) bool {
		if list := ts.rests[key]; len(list) < enough && !slices.Contains(list, s) {
			ts.rests[key] = append(list, s)
		}
		return true
	})
}

// halves are the halves of a text, as one of its own length and as one that may
// have a word more than another.
func (s *sentence) halves() []half {
	if s.halfKeys == nil {
		sums, n := s.sums(), len(s.key)
		for k := max(0, n-1); k <= n; k++ {
			s.halfKeys = append(s.halfKeys, half{k, false, sums.between(0, k/2)}, half{k, true, sums.between(n-(k-k/2), n)})
		}
	}
	return s.halfKeys
}

// rests gives what a text shares with those that are the same but for one word,
// until use has enough: to be looked up, or to be found by.
func (s *sentence) rests(lookUp bool, use func(key uint64) (more bool)) {
	const (
		same       = iota // all words
		longer            // all words but a misspelled one
		changed           // all words but one, and what that one shares with words a typo away
		misspelled        // all words but a misspelled one, and where that is
		any               // all words but one, and where that is
	)
	sums, n := s.sums(), len(s.key)
	all := sums.between(0, n)
	if !use(mixed(same, all)) || lookUp && !use(mixed(longer, all)) {
		return
	}
	for i, word := range s.key {
		rest := sums.without(i)
		at, wrong := mixed(uint64(i), rest), s.misspells(word)
		more := use(mixed(changed, at^maphash.String(seed, word)))
		if len(word) <= longestNear {
			eachLess(word, func(less string) { more = more && use(mixed(changed, at^maphash.String(seed, less))) })
		}
		switch {
		case lookUp:
			more = more && use(mixed(misspelled, at)) && (!wrong || use(mixed(same, rest)) && use(mixed(any, at)))
		case wrong:
			more = use(mixed(longer, rest)) && use(mixed(misspelled, at)) && use(mixed(any, at))
		default:
			more = use(mixed(any, at))
		}
		if !more {
			return
		}
	}
}

// sums are hashes of a text's words from the first on.
type sums struct{ prefix, power []uint64 }

const base = 0x9E3779B97F4A7C15 // odd, so that no word's hash is lost

func (s *sentence) sums() sums {
	out := sums{make([]uint64, len(s.key)+1), make([]uint64, len(s.key)+1)}
	out.power[0] = 1
	for i, word := range s.key {
		out.prefix[i+1] = out.prefix[i]*base + maphash.String(seed, word)
		out.power[i+1] = out.power[i] * base
	}
	return out
}

func (s sums) between(from, to int) uint64 { return s.prefix[to] - s.prefix[from]*s.power[to-from] }

// without is the hash of all words but the one with the index i.
func (s sums) without(i int) uint64 {
	n := len(s.prefix) - 1
	return s.prefix[i]*s.power[n-i-1] + s.between(i+1, n)
}

func mixed(kind, hash uint64) uint64 {
	hash = (hash ^ kind*0xBF58476D1CE4E5B9) * 0x94D049BB133111EB
	return hash ^ hash>>29
}

// sameWords reports whether two texts have the same words, but for at most one
// typo: one letter, or a word that is none. Numbers are no words here, but a
// misspelled one is.
func sameWords(a, b *sentence) bool {
	if len(a.key) < len(b.key) {
		a, b = b, a
	}
	if len(a.key) > len(b.key)+1 {
		return false
	}
	typos, j := 0, 0
	for i, word := range a.key {
		same := j < len(b.key) && word == b.key[j]
		switch {
		case same:
		case len(a.key)-i > len(b.key)-j && a.misspells(word):
			typos++
			continue
		case j < len(b.key) && (spelling.OneEditApart(word, b.key[j]) || a.misspells(word) || b.misspells(b.key[j])):
			typos++
		default:
			return false
		}
		if typos > 1 {
			return false
		}
		j++
	}
	return typos <= 1
}
