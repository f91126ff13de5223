package spelling

import (
	"encoding/binary"
	"errors"
)

// filter is a set of words that takes ten bits a word, whatever its length: an xor
// filter (Graf and Lemire 2020). It has every word that was put into it, and takes one
// other word in 256 for one of them. It is searched where it is, without being unpacked.
//
// A head has its seed and how many bytes each of three blocks has, as numbers of
// four bytes, the lowest first. A word has a byte in each block; the three together
// are eight bits of its hash.
type filter struct {
	seed   uint32
	block  uint32
	blocks string
}

const filterHead = 8

// openFilter is the filter that data begin with, and the rest of the data.
func openFilter(data string) (f filter, rest string) {
	f.seed, f.block = number(data, 0), number(data, 4)
	end := filterHead + 3*int(f.block)
	f.blocks = data[filterHead:end]
	return f, data[end:]
}

// hash64 is FNV-1a of 64 bits.
func hash64[T string | []byte](word T) uint64 {
	h := uint64(14695981039346656037)
	for i := range len(word) {
		h = (h ^ uint64(word[i])) * 1099511628211
	}
	return h
}

// places are where in the blocks the bytes of a word are, and what they make together.
func (f *filter) places(hash uint64) (a, b, c uint32, print byte) {
	h := hash + uint64(f.seed)*0x9E3779B97F4A7C15
	h = (h ^ h>>33) * 0xFF51AFD7ED558CCD
	h = (h ^ h>>33) * 0xC4CEB9FE1A85EC53
	h ^= h >> 33
	within := func(h uint32) uint32 { return uint32(uint64(h) * uint64(f.block) >> 32) }
	return within(uint32(h)), f.block + within(uint32(h>>21)), 2*f.block + within(uint32(h>>42|h<<22)), byte(h ^ h>>32)
}

// has reports whether a word, by its hash, is in the filter.
func (f *filter) has(hash uint64) bool {
	a, b, c, print := f.places(hash)
	return f.blocks[a]^f.blocks[b]^f.blocks[c] == print
}

// packFilter makes a filter of hashes, each of which is there once.
func packFilter(hashes []uint64) ([]byte, error) {
	const tries = 100 // each succeeds nearly always
	f := filter{block: uint32(len(hashes)*123/300 + 32)}
	for f.seed = range uint32(tries) {
		if bytes, ok := f.fill(hashes); ok {
			head := binary.LittleEndian.AppendUint32(nil, f.seed)
			head = binary.LittleEndian.AppendUint32(head, f.block)
			return append(head, bytes...), nil
		}
	}
	return nil, errors.New("filter of words: no seed fits; is a word there twice?")
}

// fill finds bytes that make every hash one of the filter's. It takes away, one after
// the other, hashes that have a place which no other one left has, and sets those
// places in the opposite order.
func (f *filter) fill(hashes []uint64) (blocks []byte, ok bool) {
	n := 3 * int(f.block)
	count, mixed := make([]uint32, n), make([]uint64, n)
	each := func(hash uint64, use func(at uint32)) {
		a, b, c, _ := f.places(hash)
		use(a)
		use(b)
		use(c)
	}
	for _, h := range hashes {
		each(h, func(at uint32) { count[at]++; mixed[at] ^= h })
	}
	type own struct {
		hash uint64
		at   uint32
	}
	var alone []uint32
	for at := range count {
		if count[at] == 1 {
			alone = append(alone, uint32(at))
		}
	}
	var order []own
	for len(alone) > 0 {
		at := alone[len(alone)-1]
		alone = alone[:len(alone)-1]
		if count[at] != 1 {
			continue
		}
		h := mixed[at]
		order = append(order, own{h, at})
		each(h, func(at uint32) {
			count[at]--
			mixed[at] ^= h
			if count[at] == 1 {
				alone = append(alone, at)
			}
		})
	}
	if len(order) < len(hashes) {
		return nil, false
	}
	blocks = make([]byte, n)
	for i := len(order) - 1; i >= 0; i-- {
		a, b, c, print := f.places(order[i].hash)
		blocks[order[i].at] = 0
		blocks[order[i].at] = print ^ blocks[a] ^ blocks[b] ^ blocks[c]
	}
	return blocks, true
}
