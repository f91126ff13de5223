package spelling

import (
	"encoding/binary"
	"maps"
	"slices"
	"strings"
)

// dictionary is a list of words, each in the form in which it is written inside
// a sentence. It is read where it is, without being unpacked: a head, a table
// of hashes, and the words themselves, the common ones by shelf before the
// others.
//
// The head is [shelfCount]+1 numbers: where each shelf begins among the words, and
// where the last one ends. The table has [slots] numbers: where among the words one
// stands, and the upper bits of its hash; 0 is an empty slot. A word is its length,
// its kind, and itself, and if it is a typo, what is meant: its length and itself.
// Numbers have four bytes, the lowest first.
type dictionary struct {
	head, table, words string
}

// entry is what the dictionary knows of a word.
type entry struct {
	size      uint8  // of SCOWL's lists, the smallest that has it: 10 for the commonest words, 80 for rare ones
	unoffered bool   // it is never suggested
	meant     string // the word that it is a common typo of
}

// Sizes of words, see [entry].
const (
	workSize   = 20 // of words of working life: as common as SCOWL's second size, and of further words
	commonSize = 40 // up to this, words stand on shelves
	partSize   = 60 // up to this, words are parts of others, and suggested
	rareSize   = 80
)

const (
	shelfCount = 32      // by the lower bits of a word's first letter
	slots      = 400_000 // for 300,000 words: one that is not known is found missing after eight of them
	placeBits  = 22      // of a slot, for where a word is; the others are of its hash
	wordHead   = 2       // bytes before a word
	headSize   = 4 * (shelfCount + 1)
	hidden     = 1 << 7 // in a kind: it is never suggested
	typo       = 0x7F   // the kind of a common typo
)

// open is the dictionary that data hold.
func open(data string) *dictionary {
	return &dictionary{data[:headSize], data[headSize : headSize+4*slots], data[headSize+4*slots:]}
}

// pack is words as a dictionary.
func pack(words map[string]entry) []byte {
	onShelf := func(w string) bool { return words[w].size <= commonSize && words[w].offered() }
	sorted := slices.SortedFunc(maps.Keys(words), func(a, b string) int {
		if x, y := onShelf(a), onShelf(b); x != y {
			if x {
				return -1
			}
			return 1
		}
		if x, y := shelfOf(a), shelfOf(b); x != y {
			return int(x) - int(y)
		}
		return strings.Compare(a, b)
	})
	head, table := make([]byte, headSize), make([]byte, 4*slots)
	list := []byte{0} // no word stands at 0
	shelf := -1       // the last one that has begun
	begin := func(until int) {
		for shelf < until {
			shelf++
			binary.LittleEndian.PutUint32(head[4*shelf:], uint32(len(list)))
		}
	}
	for _, word := range sorted {
		e := words[word]
		if len(word) == 0 || len(word) > 255 {
			continue
		}
		if onShelf(word) {
			begin(int(shelfOf(word)))
		} else {
			begin(shelfCount)
		}
		for slot := hash(word); ; slot++ {
			at := table[4*(slot%slots):]
			if binary.LittleEndian.Uint32(at) == 0 {
				binary.LittleEndian.PutUint32(at, uint32(len(list))|tag(hash(word)))
				break
			}
		}
		list = append(list, byte(len(word)), e.kind())
		list = append(list, word...)
		if e.meant != "" {
			list = append(list, byte(len(e.meant)))
			list = append(list, e.meant...)
		}
	}
	begin(shelfCount)
	return slices.Concat(head, table, list)
}

// kind is all that is known of a word but what is meant, in a byte.
func (e entry) kind() byte {
	switch {
	case e.meant != "":
		return typo
	case e.unoffered:
		return e.size | hidden
	}
	return e.size
}

// known reports whether there is such a word.
func (e entry) known() bool { return e.size > 0 }

// offered reports whether the word may be suggested.
func (e entry) offered() bool { return 0 < e.size && e.size <= partSize && !e.unoffered }

func shelfOf(word string) byte { return word[0] & (shelfCount - 1) }

// hash is FNV-1a, its upper half mixed into the lower one.
func hash[T string | []byte](word T) uint32 { return mixed(folded(fnv, word)) }

const fnv = 2166136261

// folded is the hash of what was hashed to h with more behind it, not mixed yet.
func folded[T string | []byte](h uint32, more T) uint32 {
	for i := range len(more) {
		h = (h ^ uint32(more[i])) * 16777619
	}
	return h
}

func mixed(h uint32) uint32 { return h ^ h>>15 }

// tag is the part of a hash that a slot has.
func tag(hash uint32) uint32 { return hash &^ (1<<placeBits - 1) }

func number(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// find is what the dictionary knows of a word, nothing of one that it does not have.
func find[T string | []byte](d *dictionary, word T) entry {
	return findHashed(d, word, hash(word))
}

// findHashed is find for a word whose hash is known.
func findHashed[T string | []byte](d *dictionary, word T, h uint32) entry {
	if len(word) == 0 {
		return entry{}
	}
	for slot := h; ; slot++ {
		n := number(d.table, int(4*(slot%slots)))
		if n == 0 {
			return entry{}
		}
		if n&^(1<<placeBits-1) != tag(h) {
			continue
		}
		at := int(n & (1<<placeBits - 1))
		end := at + wordHead + int(d.words[at])
		if end-at-wordHead != len(word) || d.words[at+wordHead:end] != string(word) {
			continue
		}
		if kind := d.words[at+1]; kind != typo {
			return entry{size: kind &^ hidden, unoffered: kind&hidden != 0}
		}
		return entry{meant: d.words[end+1 : end+1+int(d.words[end])]}
	}
}

// eachOn calls look with the words of a shelf, of a length from least to most, and their
// sizes.
func (d *dictionary) eachOn(shelf byte, least, most int, look func(word string, size uint8)) {
	start, end := number(d.head, int(4*shelf)), number(d.head, int(4*shelf)+4)
	for at := d.words[start:end]; at != ""; {
		n := int(at[0])
		if least <= n && n <= most {
			look(at[wordHead:wordHead+n], at[1])
		}
		at = at[wordHead+n:]
	}
}
