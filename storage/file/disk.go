package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"resumax/storage/filelock"
)

// disk is what writing asks of the system. Tests put one in its place that fails,
// or stops, at each of these steps in turn.
type disk interface {
	// Resolve is the folder path without symbolic links.
	Resolve(path string) (string, error)
	Lstat(path string) (fs.FileInfo, error)
	Readlink(path string) (string, error)
	Open(path string, flag int, mode fs.FileMode) (handle, error)
	Rename(from, to string) error
	Remove(path string) error
	MakeFolder(path string) error
	SyncFolder(path string) error
}

// handle is an open file.
type handle interface {
	io.ReaderAt
	io.WriterAt
	io.Closer
	Stat() (fs.FileInfo, error)
	Truncate(size int64) error
	Sync() error
	Lock() error
	// Links is how many names the file has.
	Links() (uint64, error)
	// CopyAttributes makes owner, group, permissions and extended attributes the
	// same as another file's.
	CopyAttributes(from handle) error
}

// system is the real disk.
type system struct{}

type systemFile struct{ *os.File }

func (system) Resolve(path string) (string, error)    { return filepath.EvalSymlinks(path) }
func (system) Lstat(path string) (fs.FileInfo, error) { return os.Lstat(path) }
func (system) Readlink(path string) (string, error)   { return os.Readlink(path) }
func (system) Rename(from, to string) error           { return os.Rename(from, to) }
func (system) Remove(path string) error               { return os.Remove(path) }
func (system) MakeFolder(path string) error           { return MakeFolder(path) }

func (system) Open(path string, flag int, mode fs.FileMode) (handle, error) {
	f, err := os.OpenFile(path, flag|noWait, mode)
	if err != nil {
		return nil, err
	}
	return systemFile{f}, nil
}

// MakeFolder makes a folder that only the user may look into, and those above it,
// so that they last through a power cut.
func MakeFolder(path string) error {
	var made []string // each folder that one is made in
	for p := filepath.Clean(path); ; p = filepath.Dir(p) {
		if _, err := os.Stat(p); !errors.Is(err, fs.ErrNotExist) || filepath.Dir(p) == p {
			break
		}
		made = append(made, filepath.Dir(p))
	}
	if err := os.MkdirAll(path, 0o700); err != nil {
		return err
	}
	for _, p := range made {
		if err := (system{}).SyncFolder(p); err != nil {
			return err
		}
	}
	return nil
}

// SyncFolder makes a rename last through a power cut. Windows has no such call,
// and some network disks and folders that may not be listed refuse it; the file
// itself is safe without it.
func (system) SyncFolder(path string) error {
	d, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer d.Close()
	if err := d.Sync(); errors.Is(err, syscall.EIO) || errors.Is(err, syscall.ENOSPC) {
		return err
	}
	return nil
}

func (f systemFile) Lock() error            { return filelock.Try(f.File) }
func (f systemFile) Links() (uint64, error) { return linksOf(f.File) }

func (f systemFile) CopyAttributes(from handle) error {
	o, ok := from.(systemFile)
	if !ok {
		return errors.ErrUnsupported
	}
	return copyAttributes(f.File, o.File)
}
