package file

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// WriteFile writes a file as a whole: after a failure, a crash or a power cut the
// path has the old content or the new.
//
// What the path names is kept. A symbolic link is followed to its file, even to
// one that is not there yet. Owner, group, permissions, access list and other
// extended attributes stay.
//
// There are two ways to write, and each is right for some files:
//
//   - The usual way writes a new file beside the old one and renames it. Nobody
//     ever sees a half-written file. But the path then names another file.
//   - So a file with several names (hard links), one whose owner or attributes
//     cannot be given to another, and one in a folder that may not be changed are
//     written in place. Old and new content are kept in the user's state folder
//     until that is done; [Recover] completes it after a crash. Another program
//     that reads in these milliseconds sees a mixture, and this is why it is not
//     the usual way.
//
// The error wraps [ErrNoFolder], [ErrReadOnly], [ErrFull] or [ErrBusy] where it is
// one of these.
func WriteFile(path string, data []byte) error {
	s := newSaver()
	if err := patiently(time.Sleep, func() error { return s.write(path, data) }); err != nil {
		return failed(path, err)
	}
	return nil
}

// saver writes files.
type saver struct {
	disk
	rescue string // the folder for what is needed to recover a file written in place, "" for none
}

func newSaver() saver { return saver{system{}, folders.State("rescue")} }

var (
	errFolder  = errors.New("it is a folder")
	errSpecial = errors.New("it is not a regular file")
	errLoop    = errors.New("it is a symbolic link that leads back to itself")
	// errInPlace says that a file cannot be replaced by a new one.
	errInPlace = errors.New("the file must be written in place")
)

func (s saver) write(path string, data []byte) error {
	path, err := s.target(absolute(path)) // recovery may run in another folder
	if err != nil {
		return err
	}
	switch info, err := s.Lstat(path); {
	case errors.Is(err, fs.ErrNotExist):
		return s.replace(path, nil, data)
	case err != nil:
		return err
	case info.IsDir():
		return errFolder
	case !info.Mode().IsRegular():
		return errSpecial
	case info.Mode().Perm()&0o222 == 0:
		return ErrReadOnly // also for an administrator, who may write to anything
	}
	old, err := s.Open(path, os.O_RDWR, 0) // whether it may be written is for the system to say
	if err != nil {
		return err
	}
	defer old.Close()
	links, err := old.Links()
	if err != nil {
		return err
	}
	if links == 1 {
		if err := s.replace(path, old, data); !errors.Is(err, errInPlace) {
			return err
		}
	}
	return s.rewrite(path, old, data)
}

// target is the file that an absolute path names, which need not be there, behind
// any symbolic links.
func (s saver) target(path string) (string, error) {
	for range 40 { // as many as Linux follows
		folder, name := filepath.Split(path)
		folder, err := s.Resolve(folder)
		if err != nil {
			return "", err
		}
		path = filepath.Join(folder, name)
		info, err := s.Lstat(path)
		if err != nil || info.Mode()&fs.ModeSymlink == 0 {
			return path, nil
		}
		to, err := s.Readlink(path)
		if err != nil {
			return "", err
		}
		if !filepath.IsAbs(to) {
			to = folder + string(filepath.Separator) + to // not Join: it would take "a/.." away, and a may be a link
		}
		path = to
	}
	return "", errLoop
}

// replace puts a new file in the place of the old one, nil where there is none.
// The error is errInPlace where the old file has to stay, and was not touched.
func (s saver) replace(path string, old handle, data []byte) error {
	folder := filepath.Dir(path)
	mode := fs.FileMode(0o600) // until it has the old one's permissions
	if old == nil {
		mode = 0o666 // less what the user's mask takes
	}
	name, f, err := s.temporary(folder, temporaryEnd, mode)
	if err != nil {
		return inPlaceIf(old != nil && mayNot(err), err)
	}
	done := false
	defer func() {
		f.Close()
		if !done {
			s.Remove(name)
		}
	}()
	if old != nil {
		if err := f.CopyAttributes(old); err != nil {
			kind := kindOf(err)
			return inPlaceIf(kind != ErrFull && kind != ErrBusy, err)
		}
	}
	if _, err := f.WriteAt(data, 0); err != nil {
		return err
	}
	if err := f.Sync(); err != nil {
		return err
	}
	if err := f.Close(); err != nil {
		return err
	}
	if old != nil {
		old.Close() // Windows replaces no open file
	}
	if err := s.Rename(name, path); err != nil {
		if old == nil || !mayNot(err) {
			return err
		}
		return s.reopen(path, data)
	}
	done = true
	return s.SyncFolder(folder)
}

// reopen writes a file in place that may not be replaced after all: one of
// another owner in a folder such as /tmp, or one that is mounted by itself.
func (s saver) reopen(path string, data []byte) error {
	f, err := s.Open(path, os.O_RDWR, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	return s.rewrite(path, f, data)
}

func inPlaceIf(yes bool, err error) error {
	if yes {
		return errInPlace
	}
	return err
}

// mayNot reports whether the system forbids what was tried, rather than failing
// at it.
func mayNot(err error) bool {
	return errors.Is(err, fs.ErrPermission) || isReadOnlyDisk(err) || errors.Is(err, syscall.EBUSY) || errors.Is(err, syscall.EXDEV)
}

// temporary makes a new file of a name that [CleanTemporary] knows, and locks it
// so that it is not cleaned while it is written. The name is short and has
// nothing of the file's own, which may be as long as names can be.
func (s saver) temporary(folder, end string, mode fs.FileMode) (string, handle, error) {
	for {
		var random [8]byte
		rand.Read(random[:])
		name := filepath.Join(folder, temporaryStart+hex.EncodeToString(random[:])+end)
		f, err := s.Open(name, os.O_RDWR|os.O_CREATE|os.O_EXCL, mode)
		if err != nil {
			return "", nil, err
		}
		if !errors.Is(f.Lock(), filelock.ErrHeld) {
			return name, f, nil // where there are no locks, its age protects it
		}
		f.Close() // another process looks at it, and may take it for given up
		if err := s.Remove(name); err != nil {
			return "", nil, err
		}
	}
}

const (
	temporaryStart = ".resumax-"
	temporaryEnd   = ".tmp"
	rescueEnd      = ".rescue"
)

// isTemporary reports whether a file has the name of one that this package makes
// while it writes.
func isTemporary(name, end string) bool {
	middle, ok := strings.CutPrefix(name, temporaryStart)
	middle, ok2 := strings.CutSuffix(middle, end)
	if !ok || !ok2 || len(middle) != 16 {
		return false
	}
	_, err := hex.DecodeString(middle)
	return err == nil
}
