package spelling

import (
	"encoding/binary"
	"maps"
	"slices"
)

// dictionary is a list of words, each in the form in which it is written inside
// a sentence. It is read where it is, without being unpacked: a head, a filter that
// knows nearly every word that is not there, places of words, and the words themselves,
// the common ones by shelf before the others.
//
// The head is [shelfCount]+1 numbers: where each shelf begins among the words, and
// where the last one ends, and two more: how many blocks of [blockWords] words the common
// words have, and how many the others. The filter is of the words' hashes. A place is
// where a block begins among the words. Words are in the order of [compare]; one is its
// length, its kind, and itself, and if it is a typo, what is meant: its length and itself.
// Numbers have four bytes, the lowest first.
type dictionary struct {
	head   string
	filter filter
	common string // places of blocks
	rare   string
	words  string
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
	shelfCount = 32 // by the lower bits of a word's first letter
	blockWords = 16 // some of them are looked at for a word
	wordHead   = 2  // bytes before a word
	headSize   = 4 * (shelfCount + 1 + 2)
	hidden     = 1 << 7 // in a kind: it is never suggested
	typo       = 0x7F   // the kind of a common typo
)

// open is the dictionary that data hold.
func open(data string) *dictionary {
	d := &dictionary{head: data[:headSize]}
	d.filter, data = openFilter(data[headSize:])
	common, rare := int(4*number(d.head, headSize-8)), int(4*number(d.head, headSize-4))
	d.common, d.rare, d.words = data[:common], data[common:common+rare], data[common+rare:]
	return d
}

// pack is words as a dictionary.
func pack(words map[string]entry) ([]byte, error) {
	onShelf := func(w string) bool { return words[w].size <= commonSize && words[w].offered() }
	sorted := slices.SortedFunc(maps.Keys(words), func(a, b string) int {
		if x, y := onShelf(a), onShelf(b); x != y {
			if x {
				return -1
			}
			return 1
		}
		return compare(a, b)
	})
	head := make([]byte, headSize)
	var list []byte
	var places [2][]byte // of the blocks of common words, and of the others
	var count [2]int
	hashes := map[uint64]bool{}
	shelf := -1 // the last one that has begun
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
		part := 0
		if onShelf(word) {
			begin(int(shelfOf(word)))
		} else {
			begin(shelfCount)
			part = 1
		}
		if count[part]%blockWords == 0 {
			places[part] = binary.LittleEndian.AppendUint32(places[part], uint32(len(list)))
		}
		count[part]++
		hashes[uint64(hash(word))] = true
		list = append(list, byte(len(word)), e.kind())
		list = append(list, word...)
		if e.meant != "" {
			list = append(list, byte(len(e.meant)))
			list = append(list, e.meant...)
		}
	}
	begin(shelfCount)
	for part, all := range places {
		binary.LittleEndian.PutUint32(head[headSize-8+4*part:], uint32(len(all)/4))
	}
	filter, err := packFilter(slices.Sorted(maps.Keys(hashes)))
	if err != nil {
		return nil, err
	}
	return slices.Concat(head, filter, places[0], places[1], list), nil
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

func shelfOf[T string | []byte](word T) byte { return word[0] & (shelfCount - 1) }

// compare is the order of the words: by shelf, and by letters on one.
func compare[T string | []byte](a string, b T) int {
	if x, y := shelfOf(a), shelfOf(b); x != y {
		return int(x) - int(y)
	}
	switch {
	case a < string(b):
		return -1
	case a > string(b):
		return 1
	}
	return 0
}

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

func number(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// find is what the dictionary knows of a word, nothing of one that it does not have.
func find[T string | []byte](d *dictionary, word T) entry {
	return findHashed(d, word, hash(word))
}

// findHashed is find for a word whose hash is known.
func findHashed[T string | []byte](d *dictionary, word T, h uint32) entry {
	if len(word) == 0 || !d.filter.has(uint64(h)) {
		return entry{}
	}
	if e, ok := findIn(d.words, d.common, word); ok {
		return e
	}
	e, _ := findIn(d.words, d.rare, word)
	return e
}

// findIn looks for a word in blocks.
func findIn[T string | []byte](words, places string, word T) (entry, bool) {
	low, high := 0, len(places)/4 // the block is at low or before high
	for high-low > 1 {
		middle := (low + high) / 2
		at := words[number(places, 4*middle):]
		if compare(at[wordHead:wordHead+int(at[0])], word) <= 0 {
			low = middle
		} else {
			high = middle
		}
	}
	if low == high {
		return entry{}, false
	}
	at := words[number(places, 4*low):]
	for range blockWords {
		if at == "" {
			break
		}
		n, kind := int(at[0]), at[1]
		order := compare(at[wordHead:wordHead+n], word)
		if order > 0 {
			break
		}
		at = at[wordHead+n:]
		var meant string
		if kind == typo {
			meant, at = at[1:1+int(at[0])], at[1+int(at[0]):]
		}
		if order == 0 {
			if kind == typo {
				return entry{meant: meant}, true
			}
			return entry{size: kind &^ hidden, unoffered: kind&hidden != 0}, true
		}
	}
	return entry{}, false
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
