package terms

import (
	"cmp"
	"maps"
	"slices"

	"resumax/assets/packed"
)

// numbering numbers the words and the stems of phrases, for a vocabulary.
type numbering struct {
	words, stems map[string]id
	year, last   id
}

func newNumbering() *numbering {
	n := &numbering{words: map[string]id{}, stems: map[string]id{}}
	n.year = n.number()
	return n
}

func (n *numbering) number() id { n.last++; return n.last }

// word numbers a word that must occur as it is.
func (n *numbering) word(w string) id {
	if w == "yyyy" {
		return n.year
	}
	if n.words[w] == 0 {
		n.words[w] = n.number()
	}
	return n.words[w]
}

// stem numbers a word that may be inflected.
func (n *numbering) stem(w string) id {
	s := stem(w)
	if n.stems[s] == 0 {
		n.stems[s] = n.number()
	}
	return n.stems[s]
}

func (n *numbering) vocabulary() vocabulary {
	var heads [headCount]byte
	for w := range n.words {
		heads[head(w)] |= wordHead
	}
	for s := range n.stems {
		heads[head(s)] |= stemHead
	}
	return vocabulary{packed.TableOf(n.words), packed.TableOf(n.stems), n.year, string(heads[:])}
}

// spelling is one way to write a term, or a phrase that blocks it.
type spelling struct {
	term *Term  // nil for a phrase that means something else
	text string // as the list writes it
	word bool   // an ordinary word as well

	cased int // 1 more than the place in tree.cased of what it, or the next one, is in one casing; 0 for nothing
}

// tree holds phrases while a trie is made.
type tree struct {
	ends  []spelling // by node: the phrase that ends there, if any; node 0 is the root
	cased []spelling // of one casing alone
	edges map[edge]uint32
}

// edge is the word that leads away from a node, and what joins it to the word before.
type edge struct {
	from uint32
	id   id
	join joint
}

// step is the word and the joint of an edge as one number.
func (e edge) step() uint32 { return uint32(e.id)<<2 | uint32(e.join) }

// part is one word of a phrase and what joins it to the word before.
type part struct {
	id   id
	join joint
}

func newTree() *tree {
	return &tree{edges: map[edge]uint32{}, ends: make([]spelling, 1)}
}

// add puts a phrase into the tree and returns the spelling that was there. The
// first spelling of a term stays; one that blocks gives way to it.
func (t *tree) add(phrase []part, s spelling) (old spelling, taken bool) {
	node := uint32(0)
	for _, p := range phrase {
		e := edge{node, p.id, p.join}
		if t.edges[e] == 0 {
			t.ends = append(t.ends, spelling{})
			t.edges[e] = uint32(len(t.ends) - 1)
		}
		node = t.edges[e]
	}
	old = t.ends[node]
	if t.onlyCased(old) {
		s.cased = old.cased
		t.ends[node] = s
		return spelling{}, false
	}
	if old.term == nil {
		s.cased = old.cased
		t.ends[node] = s
	}
	return old, old.text != ""
}

// addCased adds a phrase that is what s says in the casing of s alone.
func (t *tree) addCased(phrase []part, s spelling) {
	t.add(phrase, s) // where nothing is
	node := uint32(0)
	for _, p := range phrase {
		node = t.edges[edge{node, p.id, p.join}]
	}
	s.cased = t.ends[node].cased
	t.cased = append(t.cased, s)
	t.ends[node].cased = len(t.cased)
}

// onlyCased reports whether a spelling is one of a single casing and nothing else.
func (t *tree) onlyCased(s spelling) bool {
	for at := s.cased; at > 0; at = t.cased[at-1].cased {
		if t.cased[at-1].text == s.text {
			return true
		}
	}
	return false
}

// trie is the tree in the form in which it is searched. places are those of the terms;
// words is the highest number of a word.
func (t *tree) trie(places map[*Term]int, words id) trie {
	ends, spellings := make([]uint32, len(t.ends)), slices.Clone(t.cased) // which makes their places what they were
	for node, s := range t.ends {
		if s.text != "" {
			spellings = append(spellings, s)
			ends[node] = uint32(len(spellings))
		}
	}
	numbers, texts := make([]int, len(spellings)*spellingSize), make([]string, len(spellings))
	for i, s := range spellings {
		texts[i] = s.text
		of := numbers[i*spellingSize : (i+1)*spellingSize]
		if of[casing] = s.cased; s.word {
			of[isWord] = 1
		}
		if s.term != nil {
			of[ofTerm] = places[s.term] + 1
		}
	}
	var branches []uint32
	firsts, roots := make([]int, len(t.ends)+1), make([]uint32, words+1)
	for _, e := range slices.SortedFunc(maps.Keys(t.edges), func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.step(), b.step()))
	}) {
		if to := t.edges[e]; e.from == 0 {
			roots[e.id] = to
		}
		branches = append(branches, e.step(), t.edges[e])
		firsts[e.from+1] = len(branches) / 2
	}
	for i := range firsts[1:] {
		firsts[i+1] = max(firsts[i], firsts[i+1])
	}
	return trie{packed.NumbersOf(ends), packed.NumbersOf(firsts), packed.NumbersOf(branches), packed.NumbersOf(roots), packed.NumbersOf(numbers), packed.TextsOf(texts)}
}
