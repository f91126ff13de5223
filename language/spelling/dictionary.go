package spelling

import (
	"encoding/binary"
	"maps"
	"math/bits"
	"slices"
	"strings"
)

// dictionary is a list of words, each in the form in which it is written inside
// a sentence. It is read where it is, without being unpacked: a head, a table
// of hashes, and the words themselves by shelf.
//
// The head is [shelfCount]+1 numbers: where each shelf begins among the words, and
// where the last one ends. The table has [slots] numbers: where among the words one
// stands, and the upper bits of its hash; 0 is an empty slot. A word is its length,
// its kind, the set of its letters as a number (see [lettersOf]), and itself. Numbers
// have four bytes, the lowest first.
type dictionary struct {
	head, table, words string
}

// kind says what a dictionary knows of a word.
type kind uint8

const (
	derived kind = 1 << iota // by a rule, from another word
	root                     // listed
	rude                     // known, never suggested
)

const (
	shelfCount = 32        // by the lower bits of a word's first letter
	slots      = 1 << 18   // for 92,000 words: most that are not known are found missing at once
	placeBits  = 21        // of a slot, for where a word is; the others are of its hash
	wordHead   = 6         // bytes before a word
	unoffered  = 1<<32 - 1 // for the letters of a word that is not suggested
	headSize   = 4 * (shelfCount + 1)
)

// open is the dictionary that data hold.
func open(data string) *dictionary {
	return &dictionary{data[:headSize], data[headSize : headSize+4*slots], data[headSize+4*slots:]}
}

// pack is words as a dictionary.
func pack(words map[string]kind) []byte {
	sorted := slices.SortedFunc(maps.Keys(words), func(a, b string) int {
		if x, y := shelfOf(a), shelfOf(b); x != y {
			return int(x) - int(y)
		}
		return strings.Compare(a, b)
	})
	head, table := make([]byte, headSize), make([]byte, 4*slots)
	list := []byte{0} // no word stands at 0
	for _, word := range sorted {
		if len(word) == 0 || len(word) > 255 {
			continue
		}
		for slot := hash(word); ; slot++ {
			at := table[4*(slot%slots):]
			if binary.LittleEndian.Uint32(at) == 0 {
				binary.LittleEndian.PutUint32(at, uint32(len(list))|tag(hash(word)))
				break
			}
		}
		for shelf := shelfOf(word); binary.LittleEndian.Uint32(head[4*shelf:]) == 0; shelf-- {
			binary.LittleEndian.PutUint32(head[4*shelf:], uint32(len(list)))
			if shelf == 0 {
				break
			}
		}
		letters := lettersOf(word)
		if words[word]&rude != 0 || strings.Contains(word, "'") {
			letters = unoffered
		}
		list = append(list, byte(len(word)), byte(words[word]))
		list = binary.LittleEndian.AppendUint32(list, letters)
		list = append(list, word...)
	}
	for shelf := shelfCount; shelf >= 0 && binary.LittleEndian.Uint32(head[4*shelf:]) == 0; shelf-- {
		binary.LittleEndian.PutUint32(head[4*shelf:], uint32(len(list)))
	}
	return slices.Concat(head, table, list)
}

func shelfOf(word string) byte { return word[0] & (shelfCount - 1) }

// hash is FNV-1a, its upper half mixed into the lower one.
func hash[T string | []byte](word T) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h ^ h>>15
}

// tag is the part of a hash that a slot has.
func tag(hash uint32) uint32 { return hash &^ (1<<placeBits - 1) }

func number(s string, at int) uint32 {
	return uint32(s[at]) | uint32(s[at+1])<<8 | uint32(s[at+2])<<16 | uint32(s[at+3])<<24
}

// kindOf is what the dictionary knows of a word, 0 for one that it does not have.
func kindOf[T string | []byte](d *dictionary, word T) kind {
	if len(word) == 0 {
		return 0
	}
	h := hash(word)
	for slot := h; ; slot++ {
		n := number(d.table, int(4*(slot%slots)))
		if n == 0 {
			return 0
		}
		if n&^(1<<placeBits-1) != tag(h) {
			continue
		}
		at := int(n & (1<<placeBits - 1))
		length := int(d.words[at])
		if length == len(word) && d.words[at+wordHead:at+wordHead+length] == string(word) {
			return kind(d.words[at+1])
		}
	}
}

// eachOn calls look with the words of a shelf that may be suggested and whose
// letters differ from others by no more than a number.
func (d *dictionary) eachOn(shelf byte, letters uint32, apart int, look func(word string)) {
	start, end := number(d.head, int(4*shelf)), number(d.head, int(4*shelf)+4)
	for at := d.words[start:end]; at != ""; {
		next := wordHead + int(at[0])
		if own := number(at, 2); bits.OnesCount32(letters^own) <= apart && own != unoffered {
			look(at[wordHead:next])
		}
		at = at[next:]
	}
}
