package file

import (
	"crypto/sha256"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"github.com/fsnotify/fsnotify"
)

// Kind is what another program did to a file.
type Kind int

const (
	Changed  Kind = iota // it has another content
	Deleted              // it is gone, deleted or moved away
	Restored             // it is back after it was deleted, as we know it
)

// Event says what another program did to a file that is watched.
type Event struct {
	Kind Kind
	File *File // Changed: the file as it is now; nil where it is not a resume
	Err  error // why it is not one, in words
}

// WatchOptions are the waits of [Watch]. The zero value has those of the program.
type WatchOptions struct {
	// Settle is how long a file must be left alone before it is looked at: other
	// programs delete and make it anew, or write it bit by bit.
	Settle time.Duration
	// Poll is how often the file is looked at when nothing is heard. Network disks
	// report what is changed on this computer only, and folders that are renamed
	// take their watch with them.
	Poll time.Duration
}

const (
	settleTime = 200 * time.Millisecond
	pollTime   = 2 * time.Second
)

// Watcher watches a file.
type Watcher struct {
	path    string
	known   func() [sha256.Size]byte
	report  func(Event)
	options WatchOptions
	close   sync.Once
	closed  chan struct{}
	ended   chan struct{}

	seen    os.FileInfo // when it was looked at last
	gone    bool        // Deleted was reported
	foreign bool        // Changed was reported, of the content other
	other   [sha256.Size]byte
	turn    int // of the registry, when it was reported
}

// Watch watches the file path until the watcher is closed, and reports what other
// programs do to it. Known is the content that the caller has, as [File.Sum]
// says; what is of that content, or was saved by this process, is not reported.
//
// Both functions are called on a goroutine of the watcher's.
func Watch(path string, known func() [sha256.Size]byte, report func(Event), o WatchOptions) *Watcher {
	if o.Settle == 0 {
		o.Settle = settleTime
	}
	if o.Poll == 0 {
		o.Poll = pollTime
	}
	w := &Watcher{path: absolute(path), known: known, report: report, options: o, closed: make(chan struct{}), ended: make(chan struct{})}
	w.seen, _ = os.Stat(w.path)
	heard := make(chan struct{}, 1)
	listener := w.listen(heard)
	go w.run(listener, heard)
	return w
}

// Close ends watching. Nothing is reported after it returns. It must not be called
// from within a call of the watcher's.
func (w *Watcher) Close() {
	w.close.Do(func() { close(w.closed) })
	<-w.ended
}

// listen hears of changes in the folders of the path and of the file behind it,
// nil where the system has no such service for these.
func (w *Watcher) listen(heard chan<- struct{}) *fsnotify.Watcher {
	if onNetwork(w.path) {
		return nil
	}
	l, err := fsnotify.NewWatcher()
	if err != nil {
		return nil // for instance: too many are watched already
	}
	go w.hear(l, heard)
	w.follow(l)
	return l
}

// follow names the folders to the listener, again and again: one may have been
// away, and a link may lead elsewhere now.
func (w *Watcher) follow(l *fsnotify.Watcher) {
	for _, p := range []string{w.path, resolved(w.path)} {
		_ = l.Add(filepath.Dir(p)) // else there is the polling
	}
}

// hear tells of changes that concern the file, and of faults, after which changes may be lost, until the listener is
// closed. It is on a goroutine of its own: on Windows the listener takes no more folders while it waits for somebody to
// hear it.
func (w *Watcher) hear(l *fsnotify.Watcher, heard chan<- struct{}) {
	tell := func() {
		select {
		case heard <- struct{}{}:
		default: // it is told already
		}
	}
	for {
		select {
		case e, ok := <-l.Events:
			if !ok {
				return
			}
			if w.concerns(e) {
				tell()
			}
		case _, ok := <-l.Errors:
			if !ok {
				return
			}
			tell()
		}
	}
}

func (w *Watcher) run(l *fsnotify.Watcher, heard <-chan struct{}) {
	defer close(w.ended)
	if l != nil {
		defer l.Close()
	}
	poll := time.NewTicker(w.options.Poll)
	defer poll.Stop()
	settled := time.NewTimer(time.Hour)
	defer settled.Stop()
	waiting := false // for the file to be left alone
	wait := func() {
		waiting = true
		settled.Reset(w.options.Settle)
	}
	for {
		select {
		case <-w.closed:
			return
		case <-heard:
			wait()
		case <-settled.C:
			waiting = false
			if !w.look() {
				wait()
			}
		case <-poll.C:
			if l != nil {
				w.follow(l)
			}
			if !waiting && w.stirred() { // else polling would put off forever what it waits for
				wait()
			}
		}
	}
}

func (w *Watcher) concerns(e fsnotify.Event) bool {
	name := filepath.Base(e.Name)
	return e.Op != fsnotify.Chmod && (strings.EqualFold(name, filepath.Base(w.path)) || strings.EqualFold(name, filepath.Base(resolved(w.path))))
}

// stirred reports whether the file is another one, or has another size or time,
// than when it was looked at last.
func (w *Watcher) stirred() bool {
	now, err := os.Stat(w.path)
	if err != nil || w.seen == nil {
		return (err != nil) != (w.seen == nil)
	}
	return !os.SameFile(now, w.seen) || now.Size() != w.seen.Size() || !now.ModTime().Equal(w.seen.ModTime())
}

// look looks at the file and reports what is new. It returns false where it has to
// be looked at again, because we were saving to it or another program held it.
func (w *Watcher) look() bool {
	_, turn := written.of(w.path)
	info, err := os.Stat(w.path)
	var sum [sha256.Size]byte
	if err == nil {
		sum, err = sumOf(w.path)
	}
	own, now := written.of(w.path)
	if own.writing || now != turn {
		return false
	}
	if errors.Is(err, fs.ErrNotExist) {
		w.seen = nil
		if !w.gone {
			w.gone = true
			w.report(Event{Kind: Deleted})
		}
		return true
	}
	if kindOf(err) == ErrBusy {
		return false // nothing tells when another program gives it back
	}
	w.seen = info
	if err != nil {
		return true // gone by now, or not for us to read: there will be another event
	}
	back := w.gone
	w.gone = false
	// What we saved is ours, unless another program has put it back since.
	ours := own.saved == sum && (!w.foreign || own.turn > w.turn)
	switch {
	case ours || sum == w.known():
		w.foreign = false
		if back {
			w.report(Event{Kind: Restored})
		}
	case w.foreign && w.other == sum && !back:
	default:
		w.foreign, w.other, w.turn = true, sum, now
		f, err := Load(w.path)
		w.report(Event{Changed, f, err})
	}
	return true
}
