package packed

import (
	"encoding/binary"
	"iter"
	"maps"
	"math/bits"
	"slices"
)

// Views are data that are searched where they are, without being unpacked: nothing
// is made of them when a file is read, and they hold nothing for the garbage
// collector. They are texts themselves, so that a [Coder] codes them as such. What
// a damaged one is asked for, it does not have.

// Numbers are numbers from 0 to 2³²−1, of four bytes each, the lowest first.
type Numbers string

// NumbersOf is a view of numbers.
func NumbersOf[T ~int | ~int32 | ~uint32](list []T) Numbers {
	data := make([]byte, 0, 4*len(list))
	for _, n := range list {
		data = binary.LittleEndian.AppendUint32(data, uint32(n))
	}
	return Numbers(data)
}

// Len is how many numbers there are.
func (n Numbers) Len() int { return len(n) / 4 }

// At is the number at a place, 0 outside.
func (n Numbers) At(i int) uint32 {
	if i < 0 || i >= len(n)/4 {
		return 0
	}
	return four(n[4*i : 4*i+4])
}

// Part is the numbers from one place up to another, none where there are not so many.
func (n Numbers) Part(from, to int) Numbers {
	if from < 0 || from > to || to > n.Len() {
		return ""
	}
	return n[4*from : 4*to]
}

// Texts are texts by number: where each ends, and the texts one behind the other.
type Texts struct {
	ends Numbers
	all  string
}

// TextsOf is a view of texts.
func TextsOf(list []string) Texts {
	var all []byte
	ends := make([]int, len(list))
	for i, text := range list {
		all = append(all, text...)
		ends[i] = len(all)
	}
	return Texts{NumbersOf(ends), string(all)}
}

// Code codes the texts.
func (t *Texts) Code(c *Coder) {
	Text(c, &t.ends)
	Text(c, &t.all)
}

// Len is how many texts there are.
func (t Texts) Len() int { return t.ends.Len() }

// At is the text with a number, "" outside.
func (t Texts) At(i int) string {
	start, end := 0, int(t.ends.At(i))
	if i > 0 {
		start = int(t.ends.At(i - 1))
	}
	if start > end || end > len(t.all) {
		return ""
	}
	return t.all[start:end]
}

// Table has a number for each of its texts: a hash table with open addressing, at most
// three quarters full. Where the search of a text begins is the lower bits of its hash; a slot has
// the upper bits and, in place of the lower ones, the text's place and one more. An empty
// slot is 0. The numbers are in the order of the texts.
type Table struct {
	slots   Numbers
	numbers Numbers
	texts   Texts
}

// TableOf is a view of numbers by their texts.
func TableOf[T ~int | ~int32 | ~uint32](numbers map[string]T) Table {
	texts := slices.Sorted(maps.Keys(numbers))
	list := make([]T, len(texts))
	slots := make([]uint32, 1<<bits.Len(uint(len(texts)*4/3)))
	last := uint32(len(slots) - 1)
	for i, text := range texts {
		list[i] = numbers[text]
		h := hash(text)
		at := h & last
		for slots[at] != 0 {
			at = (at + 1) & last
		}
		slots[at] = h&^last | uint32(i+1)
	}
	return Table{NumbersOf(slots), NumbersOf(list), TextsOf(texts)}
}

// SetOf is a table that has texts, with no numbers that tell anything.
func SetOf(texts iter.Seq[string]) Table {
	numbers := map[string]uint32{}
	for text := range texts {
		numbers[text] = 1
	}
	return TableOf(numbers)
}

// Code codes the table.
func (t *Table) Code(c *Coder) {
	Text(c, &t.slots)
	Text(c, &t.numbers)
	t.texts.Code(c)
	if n := t.slots.Len(); n&(n-1) != 0 {
		c.damaged, *t = true, Table{}
	}
}

// Len is how many texts there are.
func (t *Table) Len() int { return t.texts.Len() }

// All are the texts, in alphabetical order, and their numbers.
func (t *Table) All() iter.Seq2[string, uint32] {
	return func(yield func(string, uint32) bool) {
		for i := range t.Len() {
			if !yield(t.texts.At(i), t.numbers.At(i)) {
				return
			}
		}
	}
}

// Has reports whether the table has a text.
func (t *Table) Has(text string) bool {
	_, ok := t.Find(text)
	return ok
}

// Find is the number of a text; ok is false for one that the table does not have.
func (t *Table) Find(text string) (number uint32, ok bool) {
	h, last := hash(text), uint32(t.slots.Len()-1)
	for at, tries := h&last, 0; tries < t.slots.Len(); at, tries = (at+1)&last, tries+1 {
		slot := t.slots.At(int(at))
		if slot == 0 {
			return 0, false
		}
		if i := int(slot&last) - 1; slot&^last == h&^last && t.texts.At(i) == text {
			return t.numbers.At(i), i >= 0 && i < t.Len()
		}
	}
	return 0, false
}

// hash takes in eight bytes at once by a product of 128 bits whose halves are joined, as
// wyhash does (Wang Yi 2019). The factors are those of the golden ratio and of π.
func hash(text string) uint32 {
	const golden, pi = 0x9E3779B97F4A7C15, 0x243F6A8885A308D3
	h := uint64(len(text)) * golden
	for ; len(text) > 8; text = text[8:] {
		high, low := bits.Mul64(h^uint64(four(text))^uint64(four(text[4:]))<<32, golden)
		h = high ^ low
	}
	last := uint64(0)
	switch n := len(text); {
	case n >= 4:
		last = uint64(four(text)) | uint64(four(text[n-4:]))<<32
	case n > 0:
		last = uint64(text[0]) | uint64(text[n/2])<<8 | uint64(text[n-1])<<16
	}
	high, low := bits.Mul64(h^last^pi, golden)
	h = high ^ low
	return uint32(h>>32) ^ uint32(h)
}

// four is the number that the first four bytes of data are, the lowest first.
func four[T ~string](data T) uint32 {
	return uint32(data[0]) | uint32(data[1])<<8 | uint32(data[2])<<16 | uint32(data[3])<<24
}
