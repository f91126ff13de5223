package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// What kept a file from being written. The error of [Save] and [WriteFile] wraps
// one of these where one applies; each is helped by saving to another place.
var (
	// ErrNoFolder says that the folder is not there: it was moved or deleted, or
	// its disk was removed.
	ErrNoFolder = errors.New("its folder no longer exists")
	// ErrReadOnly says that the file, its folder or its disk may not be changed.
	ErrReadOnly = errors.New("it is read-only")
	// ErrFull says that there is no space left, or none that the user may use.
	ErrFull = errors.New("the disk is full")
)

// failed says in words why a file cannot be written, and what to do.
func failed(path string, err error) error {
	name := filepath.Base(path)
	switch kind := kindOf(err); {
	case errors.Is(err, errTorn):
		return fmt.Errorf("“%s” cannot be written: %w. Choose another location", name, err)
	case kind == ErrNoFolder:
		return fmt.Errorf("“%s” cannot be written: %w. Choose another location", name, kind)
	case kind == ErrFull:
		return fmt.Errorf("“%s” cannot be written: %w. Nothing on disk has changed; free some space, or choose another location", name, kind)
	case kind != nil:
		return fmt.Errorf("“%s” cannot be written: %w. Choose another location", name, kind)
	}
	return fmt.Errorf("“%s” cannot be written: %w. Nothing on disk has changed; choose another location", name, reason(err))
}

// kindOf is the one of this package's errors that an error of the system amounts
// to, nil for none.
func kindOf(err error) error {
	for _, k := range []error{ErrNoFolder, ErrReadOnly, ErrFull} {
		if errors.Is(err, k) {
			return k
		}
	}
	switch {
	case isFull(err):
		return ErrFull
	case errors.Is(err, fs.ErrPermission), isReadOnlyDisk(err):
		return ErrReadOnly
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return ErrNoFolder
	}
	return nil
}

// reason is what the system says of a failure, without the path, which the
// message has already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}
