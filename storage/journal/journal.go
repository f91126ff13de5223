package journal

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// Folder is where journals are.
type Folder string

// Home is the folder of the one who runs the program, "" where the system names
// none.
func Home() Folder { return Folder(folders.State("journal")) }

// When a document is written: once nothing was submitted for the first time, and
// no later than the second after the oldest that was not written. Half a second
// of the two that may be lost is left for the writing.
const (
	quietTime  = time.Second
	latestTime = 1500 * time.Millisecond
)

// Options are what a journal works with. Only the clock must be given.
type Options struct {
	Clock Clock
	// Report gets the error when the journal cannot be written, once until it can
	// again, and nil then. It is called on another goroutine.
	Report func(error)
	// Quiet and Latest are the waits, 0 for those of the program. Tests shorten them.
	Quiet, Latest time.Duration

	writeFile func(path string, data []byte) error
}

func (o Options) complete() Options {
	if o.Report == nil {
		o.Report = func(error) {}
	}
	if o.writeFile == nil {
		o.writeFile = file.WriteFile
	}
	if o.Quiet == 0 {
		o.Quiet = quietTime
	}
	if o.Latest == 0 {
		o.Latest = latestTime
	}
	return o
}

// Journal keeps the unsaved work on one project. Its methods may be called from
// any goroutine; those that do not return an error do not touch the disk.
type Journal struct {
	folder  Folder
	id      string
	lock    *filelock.Lock // nil where the file system has none
	options Options

	disk sync.Mutex // held while the file is written or removed
	kept bool       // there is a file

	state   sync.Mutex
	wanted  *resume.Document // the newest that is not saved, nil for none
	base    Base
	saving  Sum
	changed bool      // since the file was written
	since   time.Time // of the oldest change that was not written
	stop    func() bool
	failure error // of the newest attempt to write
	closed  bool
}

// Start begins a journal for a project that was just opened, as what is in its
// file. The error says why there can be none.
func (f Folder) Start(base Base, o Options) (*Journal, error) {
	if f == "" {
		return nil, errors.New("unsaved work cannot be backed up: this system has no folder for it")
	}
	if err := file.MakeFolder(string(f)); err != nil {
		return nil, fmt.Errorf("unsaved work cannot be backed up: %w", err)
	}
	var random [8]byte
	rand.Read(random[:])
	j := &Journal{folder: f, id: hex.EncodeToString(random[:]), base: base, options: o.complete()}
	lock, err := filelock.Acquire(f.lockFile(j.id))
	if err != nil && !errors.Is(err, filelock.ErrUnsupported) {
		return nil, fmt.Errorf("unsaved work cannot be backed up: %w", err)
	}
	j.lock = lock
	return j, nil
}

const (
	entryEnd = ".journal"
	lockEnd  = ".lock"
)

func (f Folder) entryFile(id string) string { return filepath.Join(string(f), id+entryEnd) }
func (f Folder) lockFile(id string) string  { return filepath.Join(string(f), id+lockEnd) }

// Submit says what the document is now, after each change that makes it differ
// from its file. The newest is written soon.
func (j *Journal) Submit(d resume.Document) {
	j.state.Lock()
	defer j.state.Unlock()
	j.wanted = &d
	j.due(j.options.Quiet)
}

// Clean says that the document is as it is in its file: undone, or reloaded.
func (j *Journal) Clean() {
	j.state.Lock()
	defer j.state.Unlock()
	j.wanted = nil
	j.due(0)
}

// Saving is to be called right before a document is saved, on the goroutine that
// saves it; its error need not stop the save. It notes that the file may become
// this document's: after a crash at any moment of the save, the file is then not
// taken for another program's.
func (j *Journal) Saving(d resume.Document) error {
	j.state.Lock()
	j.saving = contentSum(d)
	if j.wanted == nil { // else it is this document or a newer one
		j.wanted = &d
	}
	j.changed = true
	j.state.Unlock()
	return j.Flush()
}

// Saved says that a document was saved, and as what. What was submitted since
// stays in the journal.
func (j *Journal) Saved(d resume.Document, base Base) {
	j.state.Lock()
	defer j.state.Unlock()
	if j.wanted != nil && j.wanted.Equal(d) {
		j.wanted = nil
	}
	j.base, j.saving = base, Sum{}
	j.due(0)
}

// Rebase says that the document was put upon another content of the file, or upon
// another file: merged with what another program wrote, or renamed.
func (j *Journal) Rebase(base Base) {
	j.state.Lock()
	defer j.state.Unlock()
	j.base, j.saving = base, Sum{}
	j.due(0)
}

// Flush writes what is to be written, now. The error says why it cannot be: the
// program must not be ended then without the user's word.
func (j *Journal) Flush() error { return j.write() }

// Close ends the journal and removes it: the document was saved, or given up.
// What was left unsaved is lost. To end the program and keep it, call
// [Journal.Flush] and nothing else.
func (j *Journal) Close() error {
	j.state.Lock()
	j.wanted, j.changed = nil, true
	j.state.Unlock()
	err := j.write()
	j.state.Lock()
	j.closed = true
	j.state.Unlock()
	if j.lock != nil && err == nil {
		j.lock.Remove()
	} else if j.lock != nil {
		j.lock.Release()
	}
	j.lock = nil
	return err
}

// due notes a change and sets the timer: the wait from now, and no later than the
// latest from the oldest change. The caller holds the state.
func (j *Journal) due(wait time.Duration) {
	if j.closed {
		return
	}
	now := j.options.Clock.Now()
	if !j.changed {
		j.changed, j.since = true, now
	}
	if left := j.since.Add(j.options.Latest).Sub(now); wait > left {
		wait = max(0, left)
	}
	if j.stop != nil {
		j.stop()
	}
	j.stop = j.options.Clock.AfterFunc(wait, func() { j.write() })
}

// write makes the file what it should be, and reports where that no longer fails,
// or does for the first time.
func (j *Journal) write() error {
	before, err := j.writeNewest()
	if (err == nil) != (before == nil) {
		j.options.Report(err)
	}
	return err
}

// writeNewest writes or removes the file, and returns how that went, and how the
// attempt before did.
func (j *Journal) writeNewest() (before, err error) {
	j.disk.Lock()
	defer j.disk.Unlock()
	j.state.Lock()
	before = j.failure
	if !j.changed || j.closed {
		j.state.Unlock()
		return before, before
	}
	if j.stop != nil {
		j.stop()
		j.stop = nil
	}
	wanted := j.wanted
	e := entry{base: j.base, saving: j.saving, time: j.options.Clock.Now()}
	j.changed = false
	j.state.Unlock()

	err = j.put(wanted, e)
	j.state.Lock()
	defer j.state.Unlock()
	j.failure = err
	if err != nil && !j.changed { // tried again, also if nobody types any more
		j.due(j.options.Latest)
	}
	return before, err
}

// put writes or removes the file. The caller holds the disk.
func (j *Journal) put(d *resume.Document, e entry) error {
	path := j.folder.entryFile(j.id)
	if d == nil {
		if !j.kept {
			return nil
		}
		if err := os.Remove(path); err != nil && !errors.Is(err, os.ErrNotExist) {
			return fmt.Errorf("the backup of saved work cannot be removed: %w", err)
		}
		j.kept = false
		return nil
	}
	e.document = codec.Encode(*d)
	j.kept = true // even if it fails: there may be an older one
	if err := j.options.writeFile(path, e.encode()); err != nil {
		return fmt.Errorf("unsaved work cannot be backed up: %w", err)
	}
	return nil
}
