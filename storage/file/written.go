package file

import (
	"crypto/sha256"
	"sync"
)

// written knows what this process has saved, so that [Watch] can tell its own
// writing from another program's, also in the moment between the two.
var written registry

type registry struct {
	lock  sync.Mutex
	turn  int                    // grows with each beginning and end of a save
	files map[string]*ownWriting // by resolved path
}

// ownWriting is what we do with a file.
type ownWriting struct {
	saved   [sha256.Size]byte // what we saved to it last
	turn    int               // when that was
	writing bool
}

// begin notes that a content is about to be written. The function is to be called
// when it is, or has failed.
func (r *registry) begin(path string, sum [sha256.Size]byte) (done func(ok bool)) {
	key := resolved(path)
	r.lock.Lock()
	defer r.lock.Unlock()
	if r.files == nil {
		r.files = map[string]*ownWriting{}
	}
	w := r.files[key]
	if w == nil {
		w = &ownWriting{}
		r.files[key] = w
	}
	r.turn++
	w.writing = true
	return func(ok bool) {
		r.lock.Lock()
		defer r.lock.Unlock()
		r.turn++
		w.writing = false
		if ok {
			w.saved, w.turn = sum, r.turn
		}
	}
}

// of is what we do with a file, and which turn it is.
func (r *registry) of(path string) (ownWriting, int) {
	key := resolved(path)
	r.lock.Lock()
	defer r.lock.Unlock()
	if w := r.files[key]; w != nil {
		return *w, r.turn
	}
	return ownWriting{}, r.turn
}

// resolved is a path without links, as far as it can be told.
func resolved(path string) string {
	p, err := saver{disk: system{}}.target(absolute(path))
	if err != nil {
		return absolute(path)
	}
	return p
}
