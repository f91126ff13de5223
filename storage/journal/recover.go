package journal

import (
	"cmp"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"resumax/resume"
	"resumax/storage/file"
	"resumax/storage/filelock"
)

// State is what became of a file since a document was made from it.
type State int

const (
	Unchanged State = iota // the file is as it was
	Changed                // something else has written to it since: neither is newer
	Gone                   // it is not there, or cannot be read
	New                    // the document was never saved
)

// Recovery is unsaved work of a process that has ended. It stays locked, so that
// no other window offers it too, until one of its methods is called.
type Recovery struct {
	Path     string // of the project, "" where it was never saved
	Time     time.Time
	State    State
	Document resume.Document
	Saved    *file.File // what is in the file now, nil for nothing that can be read

	folder Folder
	id     string
	lock   *filelock.Lock
}

// What is looked at and kept at most.
const (
	maxRecoveries = 100
	maxDamaged    = 10
	damagedEnd    = ".damaged"
	// settledAfter is how old a lock's file must be before it is cleaned: a process
	// may have made it and not locked it yet.
	settledAfter = time.Minute
)

// Recover finds what was left unsaved by processes that are no longer alive, the
// newest first. What is in its file as it is in the journal is not worth a word:
// the journal is removed. A damaged one is set aside, and said. It is to be
// called when the program starts, before [Folder.Start]. Now is the time.
func (f Folder) Recover(now time.Time) (all []*Recovery, faults []error) {
	if f == "" {
		return nil, nil
	}
	file.CleanTemporary(string(f), now)
	entries, err := os.ReadDir(string(f))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []error{fmt.Errorf("unsaved work of earlier sessions cannot be looked for: %w", err)}
	}
	for _, e := range entries {
		id, ok := strings.CutSuffix(e.Name(), entryEnd)
		if !ok || len(all) >= maxRecoveries {
			continue
		}
		r, err := f.recover(id)
		if err != nil {
			faults = append(faults, err)
		}
		if r != nil {
			all = append(all, r)
		}
	}
	f.clean(entries, now)
	slices.SortFunc(all, func(a, b *Recovery) int {
		return cmp.Or(b.Time.Compare(a.Time), strings.Compare(a.id, b.id))
	})
	return all, faults
}

// recover is what one journal has that its file has not, nil for nothing.
func (f Folder) recover(id string) (*Recovery, error) {
	lock, err := filelock.Acquire(f.lockFile(id))
	if errors.Is(err, filelock.ErrHeld) {
		return nil, nil // its process is alive
	}
	if err != nil && !errors.Is(err, filelock.ErrUnsupported) {
		return nil, fmt.Errorf("unsaved work of an earlier session cannot be looked at: %w", err)
	}
	r := &Recovery{folder: f, id: id, lock: lock}
	info, gone := os.Lstat(f.entryFile(id))
	switch {
	case errors.Is(gone, os.ErrNotExist):
		r.end()
		return nil, nil // discarded a moment ago
	case gone == nil && (!info.Mode().IsRegular() || info.Size() > entryLimit):
		return nil, r.setAside(errDamaged)
	}
	data, err := file.ReadFile(f.entryFile(id), entryLimit)
	if err != nil {
		r.Release()
		return nil, fmt.Errorf("unsaved work of an earlier session cannot be read: %w", err)
	}
	e, d, err := readEntry(data)
	if err != nil {
		return nil, r.setAside(err)
	}
	r.Path, r.Time, r.Document = e.base.Path, e.time, d
	if r.compare(e) {
		return nil, r.Discard()
	}
	return r, nil
}

// compare reads the file, and reports whether it has all that the journal has.
func (r *Recovery) compare(e entry) (same bool) {
	if r.Path == "" {
		r.State = New
		return false
	}
	saved, err := file.Load(r.Path)
	if err != nil {
		r.State = Gone
		return false
	}
	r.Saved = saved
	content := contentSum(saved.Document)
	switch {
	case content == contentSum(r.Document):
		return true
	case saved.Sum() == e.base.Sum, content == e.saving:
		r.State = Unchanged
	default:
		r.State = Changed
	}
	return false
}

// setAside keeps a damaged journal out of the way.
func (r *Recovery) setAside(why error) error {
	path := r.folder.entryFile(r.id)
	err := os.Rename(path, strings.TrimSuffix(path, entryEnd)+damagedEnd)
	r.end()
	if err != nil {
		return fmt.Errorf("a backup of unsaved work cannot be read (%w) nor set aside: %w", why, err)
	}
	return fmt.Errorf("a backup of unsaved work cannot be read and was set aside: %w", why)
}

// clean removes locks without a journal, and all but the newest damaged journals.
func (f Folder) clean(entries []os.DirEntry, now time.Time) {
	var damaged []os.FileInfo
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			continue
		}
		if strings.HasSuffix(e.Name(), damagedEnd) {
			damaged = append(damaged, info)
		}
		id, ok := strings.CutSuffix(e.Name(), lockEnd)
		if !ok || now.Sub(info.ModTime()) < settledAfter {
			continue
		}
		if _, err := os.Lstat(f.entryFile(id)); !errors.Is(err, os.ErrNotExist) {
			continue
		}
		if lock, err := filelock.Acquire(f.lockFile(id)); err == nil {
			lock.Remove()
		}
	}
	slices.SortFunc(damaged, func(a, b os.FileInfo) int { return b.ModTime().Compare(a.ModTime()) })
	for _, d := range damaged[min(maxDamaged, len(damaged)):] {
		os.Remove(filepath.Join(string(f), d.Name()))
	}
}

// Continue goes on with the recovered document as an open project: the journal
// stays where it is and is written on from now, so that there is no moment
// without one. The base is what the document is now to be saved over: of
// [Recovery.Saved], or the zero Base where it is to get a file of its own.
func (r *Recovery) Continue(base Base, o Options) *Journal {
	j := &Journal{folder: r.folder, id: r.id, lock: r.lock, kept: true, base: base, options: o.complete()}
	r.lock = nil
	j.Submit(r.Document)
	return j
}

// Discard removes the recovered work: the user chose what is in the file.
func (r *Recovery) Discard() error {
	err := os.Remove(r.folder.entryFile(r.id))
	if errors.Is(err, os.ErrNotExist) {
		err = nil
	}
	if err != nil {
		r.Release()
		return fmt.Errorf("a backup of unsaved work cannot be removed: %w", err)
	}
	r.end()
	return nil
}

// Release leaves the recovered work for the next start.
func (r *Recovery) Release() {
	if r.lock != nil {
		r.lock.Release()
		r.lock = nil
	}
}

// end removes the lock of what is no more.
func (r *Recovery) end() {
	if r.lock != nil {
		r.lock.Remove()
		r.lock = nil
	}
}
