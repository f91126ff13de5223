package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"
)

// ErrExists says that a file with the new name is there already.
var ErrExists = errors.New("a file with this name exists")

// Rename gives a file another name in its folder. It never replaces another file.
func Rename(from, to string) error {
	name := filepath.Base(to)
	if sameEntry(from, to) { // at most another case
		return renamed(move(from, to), from, to)
	}
	// A link fails where the name is taken, even by a program that takes it just now.
	err := os.Link(from, to)
	switch {
	case err == nil:
		if err = patiently(time.Sleep, func() error { return os.Remove(from) }); err != nil {
			os.Remove(to) // the file has its old name only, as before
		}
		return renamed(err, from, to)
	case errors.Is(err, fs.ErrExist):
		return fmt.Errorf("“%s” cannot be used: %w. Choose another name", name, ErrExists)
	}
	if _, err := os.Lstat(to); err == nil { // a file system without links
		return fmt.Errorf("“%s” cannot be used: %w. Choose another name", name, ErrExists)
	}
	return renamed(move(from, to), from, to)
}

func move(from, to string) error {
	return patiently(time.Sleep, func() error { return os.Rename(from, to) })
}

// sameEntry reports whether two paths name one entry of a folder. A link and the file that it leads to are two: to rename
// one to the other would destroy the file.
func sameEntry(a, b string) bool {
	x, errX := os.Lstat(a)
	y, errY := os.Lstat(b)
	return errX == nil && errY == nil && os.SameFile(x, y)
}

func renamed(err error, from, to string) error {
	if err != nil {
		return fmt.Errorf("“%s” could not be renamed: %w", filepath.Base(from), reason(err))
	}
	(system{}).SyncFolder(filepath.Dir(to)) // best effort: both names lead to the same content
	return nil
}
