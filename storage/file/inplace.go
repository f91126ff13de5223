package file

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/storage/filelock"
)

// inPlaceLimit bounds a file that is written in place, in bytes: its old content
// is held in memory, and old and new on disk.
const inPlaceLimit = 256 << 20

var (
	errNoRescue = errors.New("it cannot be replaced, and there is no place to keep a copy while it is written")
	errTorn     = errors.New("it is damaged now; ResuMax keeps a copy and restores it at its next start")
)

// rewrite writes a file in place. Both contents are on disk before it begins, and
// stay there until it is done.
func (s saver) rewrite(path string, f handle, data []byte) error {
	before, err := contents(f)
	if err != nil {
		return err
	}
	if s.rescue == "" {
		return errNoRescue
	}
	name, kept, err := s.keep(rescue{Path: path, Old: before, New: data})
	if err != nil {
		return fmt.Errorf("no copy could be kept while it is written: %w", err)
	}
	defer kept.Close()
	if err := overwrite(f, before, data); err != nil {
		if restore(f, before) != nil {
			return fmt.Errorf("%w (%w)", errTorn, reason(err))
		}
		kept.Close()
		s.Remove(name)
		return err
	}
	kept.Close()
	s.Remove(name) // if that fails, Recover finds that nothing is to be done
	return nil
}

func contents(f handle) ([]byte, error) {
	data, err := io.ReadAll(io.NewSectionReader(f, 0, inPlaceLimit+1))
	if err == nil && len(data) > inPlaceLimit {
		err = fmt.Errorf("it has more than %d MB", inPlaceLimit>>20)
	}
	return data, err
}

// overwrite takes a file from one content to another. It makes the file longer
// first, if it must, so that a full disk shows itself before anything old is
// lost: what lies within the file has its space already.
func overwrite(f handle, from, to []byte) error {
	if len(to) > len(from) {
		if _, err := f.WriteAt(to[len(from):], int64(len(from))); err != nil {
			return err
		}
		if err := f.Sync(); err != nil {
			return err
		}
	}
	if _, err := f.WriteAt(to[:min(len(from), len(to))], 0); err != nil {
		return err
	}
	if len(to) < len(from) {
		if err := f.Truncate(int64(len(to))); err != nil {
			return err
		}
	}
	return f.Sync()
}

// restore makes the content what it was.
func restore(f handle, before []byte) error {
	if _, err := f.WriteAt(before, 0); err != nil {
		return err
	}
	if err := f.Truncate(int64(len(before))); err != nil {
		return err
	}
	return f.Sync()
}

// rescue is what is kept while a file is written in place.
type rescue struct {
	Path     string
	Old, New []byte
}

// rescueHead is the first line of a rescue's file; both contents follow.
type rescueHead struct {
	Path string `json:"path"`
	Old  int    `json:"old"` // bytes
	New  int    `json:"new"`
	Sum  string `json:"sum"` // SHA-256 of both
}

func (r rescue) encode() []byte {
	both := append(bytes.Clone(r.Old), r.New...)
	sum := sha256.Sum256(both)
	head, err := json.Marshal(rescueHead{r.Path, len(r.Old), len(r.New), hex.EncodeToString(sum[:])})
	if err != nil {
		panic(err) // strings and numbers
	}
	return append(append(head, '\n'), both...)
}

// readRescue reports false for what was not written to its end. The file that it
// was for is untouched then.
func readRescue(data []byte) (rescue, bool) {
	line, both, ok := bytes.Cut(data, []byte("\n"))
	var h rescueHead
	if !ok || json.Unmarshal(line, &h) != nil || h.Path == "" || h.Old < 0 || h.Old > len(both) || len(both)-h.Old != h.New {
		return rescue{}, false
	}
	sum := sha256.Sum256(both)
	return rescue{h.Path, both[:h.Old], both[h.Old:]}, h.Sum == hex.EncodeToString(sum[:])
}

// keep writes a rescue. The file stays open, and so locked, unless the file system
// has no locks.
func (s saver) keep(r rescue) (string, handle, error) {
	if err := s.MakeFolder(s.rescue); err != nil {
		return "", nil, err
	}
	name, f, err := s.temporary(s.rescue, rescueEnd, 0o600)
	if err != nil {
		return "", nil, err
	}
	_, err = f.WriteAt(r.encode(), 0)
	if err == nil {
		err = f.Sync()
	}
	if err == nil {
		err = s.SyncFolder(s.rescue)
	}
	if err != nil {
		f.Close()
		s.Remove(name)
		return "", nil, err
	}
	return name, f, nil
}

// Recovered says what [Recover] did about a file.
type Recovered struct {
	Path string // the file that was being written
	Copy string // where its new content is kept, "" where it is in the file now
}

// Recover completes what was interrupted while a file was written in place, by a
// crash or a power cut. It is to be called once when the program starts. A file
// that another program has written since is left alone, and the content that did
// not reach it is kept beside the others. Now is the time.
func Recover(now time.Time) []Recovered { return newSaver().recover(now) }

func (s saver) recover(now time.Time) []Recovered {
	if s.rescue == "" {
		return nil
	}
	CleanTemporary(s.rescue, now) // copies that were being set aside
	return s.recoverThese(func(rescue) bool { return true }, now)
}

// recoverTorn completes what was interrupted while one file was written in place,
// before it is read by a program that has not called [Recover]. All else is left
// for that, which says what it does.
func (s saver) recoverTorn(path string) {
	if s.rescue == "" {
		return
	}
	s.recoverThese(func(r rescue) bool {
		if !Same(r.Path, path) {
			return false
		}
		there, err := ReadFile(r.Path, inPlaceLimit)
		return err == nil && r.torn(there)
	}, time.Time{})
}

// recoverThese recovers those of the rescues that are wanted.
func (s saver) recoverThese(wanted func(rescue) bool, now time.Time) (all []Recovered) {
	for _, name := range namesIn(s.rescue) {
		if !isTemporary(name, rescueEnd) {
			continue
		}
		if r, ok := s.recoverOne(filepath.Join(s.rescue, name), wanted, now); ok {
			all = append(all, r)
		}
	}
	return all
}

func (s saver) recoverOne(name string, wanted func(rescue) bool, now time.Time) (Recovered, bool) {
	kept, err := s.Open(name, os.O_RDWR, 0)
	if err != nil {
		return Recovered{}, false
	}
	defer kept.Close()
	if errors.Is(kept.Lock(), filelock.ErrHeld) {
		return Recovered{}, false // it is being written now
	}
	data, err := io.ReadAll(io.NewSectionReader(kept, 0, 2*inPlaceLimit+1<<16))
	if err != nil {
		return Recovered{}, false
	}
	remove := func() {
		kept.Close()
		s.Remove(name)
	}
	r, ok := readRescue(data)
	if !ok {
		// Another process may have made it a moment ago, and be about to lock it.
		if info, err := kept.Stat(); err == nil && now.Sub(info.ModTime()) > abandonedAfter {
			remove()
		}
		return Recovered{}, false
	}
	if !wanted(r) {
		return Recovered{}, false
	}
	f, err := s.Open(r.Path, os.O_RDWR, 0)
	if err != nil {
		return Recovered{}, false // its disk may come back
	}
	defer f.Close()
	there, err := contents(f)
	switch {
	case err != nil:
		return Recovered{}, false
	case bytes.Equal(there, r.Old), bytes.Equal(there, r.New):
		remove()
		return Recovered{}, false
	case !r.torn(there):
		aside := strings.TrimSuffix(name, rescueEnd) + ".json"
		if s.setAside(aside, r.New) != nil {
			return Recovered{}, false
		}
		remove()
		return Recovered{r.Path, aside}, true
	}
	if restore(f, r.New) != nil {
		return Recovered{}, false
	}
	remove()
	return Recovered{Path: r.Path}, true
}

func (s saver) setAside(name string, data []byte) error { return s.replace(name, nil, data) }

// torn reports whether a content is on the way from the old one to the new: each
// byte is one of these, or was not written yet behind the old end.
func (r rescue) torn(now []byte) bool {
	if len(now) < min(len(r.Old), len(r.New)) || len(now) > max(len(r.Old), len(r.New)) {
		return false
	}
	for i, b := range now {
		switch {
		case i < len(r.Old) && r.Old[i] == b, i < len(r.New) && r.New[i] == b, i >= len(r.Old) && b == 0:
		default:
			return false
		}
	}
	return true
}
