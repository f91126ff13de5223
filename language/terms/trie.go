package terms

import (
	"cmp"
	"maps"
	"slices"
)

// id numbers a word of the list; 0 is a word that it does not hold.
type id int32

// The readings of a token, by their place in token.ids.
const (
	exact   = iota // the word itself
	stemmed        // its stem, for common nouns; for a number, that it is a year
	plural         // without a plural s
	unnumed        // without the digits of a version: Python3
)

// vocabulary numbers the words and the stems of all phrases.
type vocabulary struct {
	words map[string]id
	stems map[string]id
	year  id             // stands for YYYY in a phrase
	heads [1 << 15]uint8 // by head: whether a word, a stem or both begin so
	last  id
}

func newVocabulary() *vocabulary {
	v := &vocabulary{words: map[string]id{}, stems: map[string]id{}}
	v.year = v.number()
	return v
}

func (v *vocabulary) number() id { v.last++; return v.last }

// word numbers a word that must occur as it is.
func (v *vocabulary) word(w string) id {
	if w == "yyyy" {
		return v.year
	}
	if v.words[w] == 0 {
		v.words[w] = v.number()
	}
	return v.words[w]
}

// stem numbers a word that may be inflected.
func (v *vocabulary) stem(w string) id {
	s := stem(w)
	if v.stems[s] == 0 {
		v.stems[s] = v.number()
	}
	return v.stems[s]
}

// index notes how words and stems begin: no word is added any more.
func (v *vocabulary) index() {
	for w := range v.words {
		v.heads[head(w)] |= wordHead
	}
	for s := range v.stems {
		v.heads[head(s)] |= stemHead
	}
}

// The bits of vocabulary.heads.
const (
	wordHead = 1 << iota
	stemHead
)

// head packs the first three bytes of a word, which its stem shares. Most words
// of a text begin like none of the list, which spares them all that follows.
func head(w string) int {
	h := 0
	for i := range min(3, len(w)) {
		h = h<<5 | int(w[i]&31)
	}
	return h
}

func (v *vocabulary) known(w string) bool { return v.words[w] != 0 || v.stems[w] != 0 }

// read gives a token's readings.
func (v *vocabulary) read(w string) (ids [4]id) {
	n := len(w)
	if n == 4 && (w[:2] == "19" || w[:2] == "20") && isDigit(w[2]) && isDigit(w[3]) {
		ids[stemmed] = v.year
	}
	heads := v.heads[head(w)]
	if heads&stemHead != 0 {
		ids[stemmed] = max(ids[stemmed], v.stems[stem(w)])
	}
	if heads&wordHead == 0 {
		return ids
	}
	ids[exact] = v.words[w]
	switch {
	case n > 3 && w[n-1] == 's':
		ids[plural] = v.words[w[:n-1]]
	case n > 3 && isDigit(w[n-1]):
		for n > 0 && isDigit(w[n-1]) {
			n--
		}
		if n >= 3 {
			ids[unnumed] = v.words[w[:n]]
		}
	}
	return ids
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// spelling is one way to write a term, or a phrase that blocks it.
type spelling struct {
	term *Term  // nil for a phrase that means something else
	text string // as the list writes it
	word bool   // an ordinary word as well

	cased int32 // 1 more than the place in trie.cased of what it, or the next one, is in one casing; 0 for nothing
}

// trie holds the phrases of a list, word by word. Node 0 is the root.
type trie struct {
	ends     []spelling // by node: the phrase that ends there, if any
	firsts   []int32    // by node: where its branches begin; one more, where all end
	branches []branch
	roots    []int32    // by word: where it leads from the root, 0 for nowhere
	cased    []spelling // of one casing alone

	edges map[edge]int32 // until it is frozen
}

type edge struct {
	from int32
	id   id
	join joint
}

// branch leads from a node to another.
type branch struct {
	id   id
	to   int32
	join joint
}

func newTrie() *trie {
	return &trie{edges: map[edge]int32{}, ends: make([]spelling, 1)}
}

// part is one word of a phrase and what joins it to the word before.
type part struct {
	id   id
	join joint
}

// add puts a phrase into the trie and returns the spelling that was there. The
// first spelling of a term stays; one that blocks gives way to it.
func (t *trie) add(phrase []part, s spelling) (old spelling, taken bool) {
	node := int32(0)
	for _, p := range phrase {
		e := edge{node, p.id, p.join}
		if t.edges[e] == 0 {
			t.ends = append(t.ends, spelling{})
			t.edges[e] = int32(len(t.ends) - 1)
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
func (t *trie) addCased(phrase []part, s spelling) {
	t.add(phrase, s) // where nothing is
	node := int32(0)
	for _, p := range phrase {
		node = t.edges[edge{node, p.id, p.join}]
	}
	s.cased = t.ends[node].cased
	t.cased = append(t.cased, s)
	t.ends[node].cased = int32(len(t.cased))
}

// onlyCased reports whether a spelling is one of a single casing and nothing else.
func (t *trie) onlyCased(s spelling) bool {
	_, is := t.inCasing(s, s.text)
	return is
}

// inCasing is the one of a spelling's cased ones that has the surface.
func (t *trie) inCasing(s spelling, surface string) (spelling, bool) {
	for at := s.cased; at > 0; at = t.cased[at-1].cased {
		if t.cased[at-1].text == surface {
			return t.cased[at-1], true
		}
	}
	return spelling{}, false
}

// written is the spelling that a text's surface has: that of its casing, where there
// is one, and no term where there is one of another casing only.
func (t *trie) written(s spelling, surface string) spelling {
	if one, is := t.inCasing(s, surface); is {
		return one
	}
	if t.onlyCased(s) {
		return spelling{}
	}
	return s
}

// freeze puts the edges into the order in which they are searched: no phrase is
// added any more. words is the highest number of a word.
func (t *trie) freeze(words id) {
	edges := slices.SortedFunc(maps.Keys(t.edges), func(a, b edge) int {
		return cmp.Or(cmp.Compare(a.from, b.from), cmp.Compare(a.id, b.id), cmp.Compare(a.join, b.join))
	})
	t.firsts, t.branches = make([]int32, 1, len(t.ends)+1), make([]branch, 0, len(edges))
	for _, e := range edges {
		for int(e.from) >= len(t.firsts) {
			t.firsts = append(t.firsts, int32(len(t.branches)))
		}
		t.branches = append(t.branches, branch{e.id, t.edges[e], e.join})
	}
	for len(t.firsts) <= len(t.ends) {
		t.firsts = append(t.firsts, int32(len(t.branches)))
	}
	t.edges = nil
	t.index(words)
}

// index makes the root's branches quick to find: every word of a text asks for one.
func (t *trie) index(words id) {
	t.roots = make([]int32, words+1)
	for _, b := range t.from(0) {
		t.roots[b.id] = b.to
	}
}

// from is the branches that leave a node.
func (t *trie) from(node int32) []branch { return t.branches[t.firsts[node]:t.firsts[node+1]] }

// longest is the longest phrase that begins with the first of tokens, as the
// number of its tokens, 0 if there is none.
func (t *trie) longest(tokens []token) (spelling, int) {
	best, length := spelling{}, 0
	for way, w := range tokens[0].ids {
		if w == 0 || t.roots[w] == 0 {
			continue
		}
		if s, n := t.follow(t.roots[w], tokens, 1, way > stemmed); better(s, n, best, length) {
			best, length = s, n
		}
	}
	return best, length
}

// follow goes on from a node that n tokens have led to. loose is true once a
// token was read without its plural s or version: an ordinary word may not be.
func (t *trie) follow(node int32, tokens []token, n int, loose bool) (spelling, int) {
	best, length := spelling{}, 0
	if s := t.ends[node]; s.text != "" && !(loose && (s.word || s.term == nil)) {
		best, length = s, n
	}
	branches := t.from(node)
	if len(branches) == 0 || n == len(tokens) || tokens[n].before.join == hard {
		return best, length
	}
	for way, w := range tokens[n].ids {
		if w == 0 {
			continue
		}
		for _, join := range crossings[tokens[n].before.join] {
			i := slices.IndexFunc(branches, func(b branch) bool { return b.id == w && b.join == join })
			if i < 0 {
				continue
			}
			if s, m := t.follow(branches[i].to, tokens, n+1, loose || way > stemmed); better(s, m, best, length) {
				best, length = s, m
			}
		}
	}
	return best, length
}

// better reports whether a phrase of n tokens goes before the best so far: the
// longer one does, and of equals a term before a phrase that only blocks one.
func better(s spelling, n int, best spelling, length int) bool {
	return n > length || n == length && n > 0 && best.term == nil && s.term != nil
}

// crossings says by how a gap is written which joints of a phrase it meets:
// "Node js" and "Node-js" are Node.js, but the dot between two sentences that
// lack a space joins nothing.
var crossings = [...][]joint{hard: nil, soft: {soft, dot}, dot: {dot}, amp: {amp}}
