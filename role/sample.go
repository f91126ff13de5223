package role

import (
	"encoding/binary"
	"slices"
	"sort"
	"strings"
	"sync"

	"resumax/assets/packed"
	"resumax/resume"
)

// Unedited are the addresses of the texts that are still those of a sample that
// ships, word for word. No pack is read for it: the samples' texts are known by
// their hashes.
func Unedited(r *resume.Resume) []resume.Address {
	var found []resume.Address
	for _, s := range r.Sentences() {
		if sampleTexts().has(s.Text) {
			found = append(found, s.Address)
		}
	}
	return found
}

// index is a set of texts, as their hashes: eight bytes each, the highest first,
// in rising order.
type index string

var sampleTexts = sync.OnceValue(func() index { return index(packed.Sentences.Open()) })

const hashSize = 8

// has reports whether a text is of the index, whatever blanks stand around it. That
// another one has the hash of one of its 1,500 is as likely as once in 10^16 texts.
func (i index) has(text string) bool {
	var wanted [hashSize]byte
	binary.BigEndian.PutUint64(wanted[:], hash(text))
	n := len(i) / hashSize
	at := sort.Search(n, func(k int) bool { return string(i[k*hashSize:(k+1)*hashSize]) >= string(wanted[:]) })
	return at < n && string(i[at*hashSize:(at+1)*hashSize]) == string(wanted[:])
}

// hash is FNV-1a in 64 bits of a text without the blanks around it.
func hash(text string) uint64 {
	h := uint64(14695981039346656037)
	for _, c := range []byte(strings.TrimSpace(text)) {
		h = (h ^ uint64(c)) * 1099511628211
	}
	return h
}

// CompileSentences makes the index of the texts of packs' samples.
func CompileSentences(packs List) []byte {
	var hashes []uint64
	for _, p := range packs {
		for _, s := range p.sample().Resume().Sentences() {
			hashes = append(hashes, hash(s.Text))
		}
	}
	slices.Sort(hashes)
	var out []byte
	for _, h := range slices.Compact(hashes) {
		out = binary.BigEndian.AppendUint64(out, h)
	}
	return out
}
