// Package instance lets one window at a time edit a file, and lets the first window open
// what later starts are asked to.
//
// Who opens a file claims it: a lock in the user's state folder, which ends with
// its process however that ends, and beside it the file's path. Who finds a file
// claimed leaves a request, which the claim's owner hears of, answers by removing
// it, and follows by raising its window. Nothing is sent over a network or a
// socket.
package instance

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// Folder is where claims are.
type Folder string

// Home is the folder of the one who runs the program, "" where the system names
// none; nothing is claimed then.
func Home() Folder { return Folder(folders.State("open")) }

const (
	lockEnd    = ".lock"
	ownerEnd   = ".owner"
	requestEnd = ".request"
	guardName  = "guard" // locked while claims are compared
	maxRecord  = 1 << 16 // bytes of an owner's record
)

// How long is waited, and how often is looked meanwhile.
const (
	guardTime   = 2 * time.Second
	lookTime    = 20 * time.Millisecond
	requestPoll = 500 * time.Millisecond
)

// Claim is a file that this process alone edits.
type Claim struct {
	folder  Folder
	key     string
	lock    *filelock.Lock
	watcher *file.Watcher
}

// Taken says that another window has a file open.
type Taken struct {
	folder Folder
	key    string
	path   string
}

func (t *Taken) Error() string {
	return fmt.Sprintf("“%s” is open in another window", filepath.Base(t.path))
}

// Claim claims the file path. Raise is called, on another goroutine, when another
// process wants to open it. The error is [*Taken] where one has it open, under
// whatever name.
//
// Where claims cannot be kept, as on a file system without locks, there is
// neither a claim nor an error: that the same file is not open twice is a
// convenience, and [file.Save] notices what another window wrote. The methods of
// a nil claim do nothing.
func (f Folder) Claim(path string, raise func()) (*Claim, error) {
	if f == "" || file.MakeFolder(string(f)) != nil {
		return nil, nil
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	guard := f.guard()
	if guard != nil {
		defer guard.Release()
	}
	if key := f.claimed(path, guard != nil); key != "" {
		return nil, &Taken{f, key, path}
	}
	c := &Claim{folder: f, key: keyOf(path)}
	lock, err := filelock.Acquire(f.file(c.key, lockEnd))
	if errors.Is(err, filelock.ErrHeld) {
		return nil, &Taken{f, c.key, path}
	}
	if err != nil {
		return nil, nil
	}
	c.lock = lock
	if file.WriteFile(f.file(c.key, ownerEnd), record{path}.encode()) != nil {
		lock.Release()
		return nil, nil
	}
	os.Remove(f.file(c.key, requestEnd)) // to whoever had it before
	c.watcher = file.Watch(f.file(c.key, requestEnd), func() (none [sha256.Size]byte) { return none }, func(e file.Event) {
		if e.Kind == file.Changed {
			os.Remove(f.file(c.key, requestEnd)) // the answer
			raise()
		}
	}, file.WatchOptions{Settle: lookTime, Poll: requestPoll})
	return c, nil
}

// Release gives the file back, when it is closed or saved as another one.
func (c *Claim) Release() {
	if c == nil {
		return
	}
	c.watcher.Close()
	os.Remove(c.folder.file(c.key, ownerEnd)) // before another one owns it
	c.lock.Release()                          // a request stays: whoever asked would take its end for an answer
}

// Answer is what became of a request.
type Answer int

const (
	Raised Answer = iota // the other window has come to the front
	Free                 // its process has ended: the file can be claimed
	Silent               // it does not answer
)

// Ask asks the window that has the file open to come to the front, and waits for
// its answer no longer than the limit.
func (t *Taken) Ask(limit time.Duration) Answer {
	return t.folder.ask(t.key, []byte(nonce()+"\n"), time.Now().Add(limit))
}

// guard is the lock under which claims are compared, nil where it is not to be
// had in time.
func (f Folder) guard() *filelock.Lock {
	for end := time.Now().Add(guardTime); ; time.Sleep(lookTime) {
		lock, err := filelock.Acquire(f.file(guardName, lockEnd))
		if err == nil {
			return lock
		}
		if !errors.Is(err, filelock.ErrHeld) || time.Now().After(end) {
			return nil
		}
	}
}

// claimed is the key of the claim that a live process has on a file, "" for none.
// With the guard, it removes claims whose processes have ended.
func (f Folder) claimed(path string, guarded bool) (key string) {
	entries, err := os.ReadDir(string(f))
	if err != nil {
		return ""
	}
	for _, e := range entries {
		k, ok := strings.CutSuffix(e.Name(), lockEnd)
		if !ok || k == guardName {
			continue
		}
		if !f.held(k) {
			if guarded {
				f.remove(k)
			}
			continue
		}
		data, err := file.ReadFile(f.file(k, ownerEnd), maxRecord)
		if err != nil {
			continue
		}
		if r, ok := readRecord(data); ok && file.Same(r.Path, path) {
			return k
		}
	}
	return ""
}

// held reports whether a live process has a claim.
func (f Folder) held(key string) bool {
	lock, err := filelock.Acquire(f.file(key, lockEnd))
	if err == nil {
		lock.Release()
	}
	return errors.Is(err, filelock.ErrHeld)
}

func (f Folder) remove(key string) {
	for _, end := range []string{requestEnd, ownerEnd, lockEnd} {
		os.Remove(f.file(key, end))
	}
}

func (f Folder) file(key, end string) string { return filepath.Join(string(f), key+end) }

// keyOf names the claim on a file: two processes that claim one path at a time
// meet at one lock, even if they do not see each other's record.
func keyOf(path string) string {
	if real, err := filepath.EvalSymlinks(path); err == nil {
		path = real
	}
	sum := sha256.Sum256([]byte(path))
	return hex.EncodeToString(sum[:8])
}

// record says what a claim is on.
type record struct {
	Path string `json:"path"`
}

func (r record) encode() []byte {
	data, err := json.Marshal(r)
	if err != nil {
		panic(err) // a text
	}
	return append(data, '\n')
}

func readRecord(data []byte) (r record, ok bool) {
	ok = json.Unmarshal(data, &r) == nil && filepath.IsAbs(r.Path)
	return r, ok
}
