package instance

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// Desk is where the windows of one user on one screen meet: the first of them gets what
// later starts are to open. It works as claims do, by a lock, a request and its removal, so
// that there is nothing to listen at and nothing that a process that was killed leaves to
// be cleaned up.
type Desk struct {
	folder Folder
	key    string
}

const (
	askEnd      = ".ask" // locked by who leaves a request: a second one waits for its answer
	pathsLimit  = 100    // files of one request
	requestSize = 1 << 18
)

// HomeDesk is the desk of the one who runs the program. Screen names the display that its
// windows are on: what is opened on one must not come up on another. The zero Desk is that
// of nobody, and there no window is the first.
func HomeDesk(screen string) Desk {
	folder := folders.State("window")
	if folder == "" {
		return Desk{}
	}
	host, _ := os.Hostname() // a home folder may be shared by several computers
	sum := sha256.Sum256([]byte(host + "\x00" + screen))
	return Desk{Folder(folder), hex.EncodeToString(sum[:8])}
}

// First is the claim of the process whose window is the first.
type First struct {
	desk    Desk
	lock    *filelock.Lock
	watcher *file.Watcher
}

// ErrNotFirst says that another process has the first window.
var ErrNotFirst = errors.New("another window is open")

// First makes this process's window the first. Open is called, on another goroutine, with
// the absolute paths of what later starts are to open; with none, the window is to come to
// the front. The error is [ErrNotFirst] where another process has the first window. Where
// no claims can be kept there is neither a claim nor an error; the methods of a nil claim
// do nothing.
func (d Desk) First(open func(paths []string)) (*First, error) {
	if d == (Desk{}) || file.MakeFolder(string(d.folder)) != nil {
		return nil, nil
	}
	lock, err := filelock.Acquire(d.folder.file(d.key, lockEnd))
	if errors.Is(err, filelock.ErrHeld) {
		return nil, ErrNotFirst
	}
	if err != nil {
		return nil, nil
	}
	request := d.folder.file(d.key, requestEnd)
	os.Remove(request) // to whoever was the first before
	f := &First{desk: d, lock: lock}
	f.watcher = file.Watch(request, func() (none [sha256.Size]byte) { return none }, func(e file.Event) {
		if e.Kind != file.Changed {
			return
		}
		data, err := file.ReadFile(request, requestSize)
		if err != nil {
			return
		}
		os.Remove(request) // the answer
		if paths, ok := readPaths(data); ok {
			open(paths)
		}
	}, file.WatchOptions{Settle: lookTime, Poll: requestPoll})
	return f, nil
}

// Release gives the place up, when the window is closed.
func (f *First) Release() {
	if f == nil {
		return
	}
	f.watcher.Close()
	f.lock.Release()
}

// HandOver asks the first window to open files and come to the front, and waits for its
// answer no longer than the limit. Free says that there is no first window.
func (d Desk) HandOver(paths []string, limit time.Duration) Answer {
	if d == (Desk{}) || !d.folder.held(d.key) || len(paths) > pathsLimit {
		return Free
	}
	request := handed{Nonce: nonce()}
	for _, path := range paths {
		abs, err := filepath.Abs(path)
		if err != nil {
			return Silent
		}
		request.Paths = append(request.Paths, abs)
	}
	end := time.Now().Add(limit)
	for ; ; time.Sleep(lookTime) {
		turn, err := filelock.Acquire(d.folder.file(d.key, askEnd))
		if err == nil {
			defer turn.Release()
			break
		}
		if !errors.Is(err, filelock.ErrHeld) || time.Now().After(end) {
			return Silent
		}
	}
	return d.folder.ask(d.key, request.encode(), end)
}

// ask leaves a request and waits for its answer until the end.
func (f Folder) ask(key string, content []byte, end time.Time) Answer {
	letRaise()
	request := f.file(key, requestEnd)
	if file.WriteFile(request, content) != nil {
		return Silent
	}
	for {
		if _, err := os.Lstat(request); errors.Is(err, os.ErrNotExist) {
			return Raised
		}
		if !f.held(key) {
			os.Remove(request)
			return Free
		}
		if time.Now().After(end) {
			os.Remove(request)
			return Silent
		}
		time.Sleep(lookTime)
	}
}

// nonce tells a request from the one before.
func nonce() string {
	var b [8]byte
	rand.Read(b[:])
	return hex.EncodeToString(b[:])
}

// handed is the content of a request to open files.
type handed struct {
	Nonce string   `json:"nonce"`
	Paths []string `json:"paths"`
}

func (h handed) encode() []byte {
	data, err := json.Marshal(h)
	if err != nil {
		panic(err) // texts
	}
	return append(data, '\n')
}

// readPaths are the paths in a request. One that is not absolute is none of ours.
func readPaths(data []byte) (paths []string, ok bool) {
	var h handed
	if json.Unmarshal(data, &h) != nil || h.Nonce == "" || len(h.Paths) > pathsLimit {
		return nil, false
	}
	for _, path := range h.Paths {
		if !filepath.IsAbs(path) || strings.ContainsRune(path, 0) {
			return nil, false
		}
	}
	return h.Paths, true
}
