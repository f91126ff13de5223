package terms

import "resumax/assets/packed"

// id numbers a word of the list; 0 is a word that it does not hold.
type id uint32

// The readings of a token, by their place in token.ids.
const (
	exact   = iota // the word itself
	stemmed        // its stem, for common nouns; for a number, that it is a year
	plural         // without a plural s
	unnumed        // without the digits of a version: Python3
)

// vocabulary has numbers for the words and the stems of all phrases.
type vocabulary struct {
	words, stems packed.Table
	year         id     // stands for YYYY in a phrase
	heads        string // by head: whether a word, a stem or both begin so
}

// headCount is how many heads there are, see [head].
const headCount = 1 << 15

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

func (v *vocabulary) known(w string) bool { return v.words.Has(w) || v.stems.Has(w) }

func (v *vocabulary) word(w string) id {
	n, _ := v.words.Find(w)
	return id(n)
}

// read gives a token's readings.
func (v *vocabulary) read(w string) (ids [4]id) {
	n := len(w)
	if n == 4 && (w[:2] == "19" || w[:2] == "20") && isDigit(w[2]) && isDigit(w[3]) {
		ids[stemmed] = v.year
	}
	heads := v.heads[head(w)]
	if heads&stemHead != 0 {
		s, _ := v.stems.Find(stem(w))
		ids[stemmed] = max(ids[stemmed], id(s))
	}
	if heads&wordHead == 0 {
		return ids
	}
	ids[exact] = v.word(w)
	switch {
	case n > 3 && w[n-1] == 's':
		ids[plural] = v.word(w[:n-1])
	case n > 3 && isDigit(w[n-1]):
		for n > 0 && isDigit(w[n-1]) {
			n--
		}
		if n >= 3 {
			ids[unnumed] = v.word(w[:n])
		}
	}
	return ids
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// place is where in trie.spellings a spelling is, and one more; 0 is none.
type place uint32

// trie holds the phrases of a list, word by word. Node 0 is the root.
type trie struct {
	ends      packed.Numbers // by node: the place of the spelling that ends there, if any
	firsts    packed.Numbers // by node: where its branches begin; one more, where all end
	branches  packed.Numbers // two each: what leads there, see [edge.step], and the node; by node, in the order of the first
	roots     packed.Numbers // by word: where it leads from the root, 0 for nowhere
	spellings packed.Numbers // three each, see below
	texts     packed.Texts   // by spelling: as the list writes it
}

// The numbers of a spelling.
const (
	ofTerm = iota // the place of its term, and one more; 0 for a phrase that means something else
	isWord        // 1 for what is an ordinary word as well
	casing        // the place of what it, or the next one, is in one casing; 0 for nothing

	spellingSize
)

func (t *trie) of(s place, what int) uint32 {
	return t.spellings.At(int(s-1)*spellingSize + what)
}

func (t *trie) text(s place) string { return t.texts.At(int(s - 1)) }

// blocks reports whether a spelling is a phrase that means something else.
func (t *trie) blocks(s place) bool { return t.of(s, ofTerm) == 0 }

// inCasing is the one of a spelling's cased ones that has the surface.
func (t *trie) inCasing(s place, surface string) place {
	for at := place(t.of(s, casing)); at > 0; {
		if t.text(at) == surface {
			return at
		}
		next := place(t.of(at, casing))
		if next >= at { // which no list has
			break
		}
		at = next
	}
	return 0
}

// written is the spelling that a text's surface has: that of its casing, where there
// is one, and none where there is one of another casing only.
func (t *trie) written(s place, surface string) place {
	if one := t.inCasing(s, surface); one > 0 {
		return one
	}
	if t.inCasing(s, t.text(s)) > 0 {
		return 0
	}
	return s
}

// longest is the longest phrase that begins with the first of tokens, as the
// number of its tokens, 0 if there is none.
func (t *trie) longest(tokens []token) (place, int) {
	best, length := place(0), 0
	for way, w := range tokens[0].ids {
		if w == 0 {
			continue
		}
		node := t.roots.At(int(w))
		if node == 0 {
			continue
		}
		if s, n := t.follow(node, tokens, 1, way > stemmed); n > 0 && t.better(s, n, best, length) {
			best, length = s, n
		}
	}
	return best, length
}

// follow goes on from a node that n tokens have led to. loose is true once a
// token was read without its plural s or version: an ordinary word may not be.
func (t *trie) follow(node uint32, tokens []token, n int, loose bool) (place, int) {
	best, length := place(0), 0
	if s := place(t.ends.At(int(node))); s > 0 && !(loose && (t.of(s, isWord) > 0 || t.blocks(s))) {
		best, length = s, n
	}
	branches := t.from(node)
	if branches == "" || n == len(tokens) || n == maxWords || tokens[n].before.join == hard {
		return best, length
	}
	for way, w := range tokens[n].ids {
		if w == 0 {
			continue
		}
		for _, join := range crossings[tokens[n].before.join] {
			to, ok := along(branches, edge{id: w, join: join}.step())
			if !ok {
				continue
			}
			if s, m := t.follow(to, tokens, n+1, loose || way > stemmed); m > 0 && t.better(s, m, best, length) {
				best, length = s, m
			}
		}
	}
	return best, length
}

// from is the branches that leave a node.
func (t *trie) from(node uint32) packed.Numbers {
	return t.branches.Part(2*int(t.firsts.At(int(node))), 2*int(t.firsts.At(int(node)+1)))
}

// along is where a step leads on one of the branches.
func along(branches packed.Numbers, step uint32) (to uint32, ok bool) {
	for ; len(branches) > 8*8; branches = branches[8*8:] { // over several that come before
		if branches.At(2*8) > step {
			break
		}
	}
	for ; branches != ""; branches = branches[8:] {
		if at := branches.At(0); at >= step {
			return branches.At(1), at == step
		}
	}
	return 0, false
}

// better reports whether a phrase of n tokens, one at least, goes before the best so far: the
// longer one does, and of equals a term before a phrase that only blocks one.
func (t *trie) better(s place, n int, best place, length int) bool {
	return n > length || n == length && t.blocks(best) && !t.blocks(s)
}

// crossings says by how a gap is written which joints of a phrase it meets:
// "Node js" and "Node-js" are Node.js, but the dot between two sentences that
// lack a space joins nothing.
var crossings = [...][]joint{hard: nil, soft: {soft, dot}, dot: {dot}, amp: {amp}}
