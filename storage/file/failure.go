package file

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
	"time"
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
	// ErrBusy says that another program holds the file in a way that keeps others out, which Windows allows. It is
	// tried for [patience] first: what scans or indexes files holds each for moments only.
	ErrBusy = errors.New("another program has it open")
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
	case kind == ErrBusy:
		return fmt.Errorf("“%s” cannot be written: %w. Nothing on disk has changed; close it there, or choose another location", name, kind)
	case kind != nil:
		return fmt.Errorf("“%s” cannot be written: %w. Choose another location", name, kind)
	}
	return fmt.Errorf("“%s” cannot be written: %w. Nothing on disk has changed; choose another location", name, reason(err))
}

// kindOf is the one of this package's errors that an error of the system amounts
// to, nil for none.
func kindOf(err error) error {
	for _, k := range []error{ErrNoFolder, ErrReadOnly, ErrFull, ErrBusy} {
		if errors.Is(err, k) {
			return k
		}
	}
	switch {
	case isFull(err):
		return ErrFull
	case isBusy(err):
		return ErrBusy
	case errors.Is(err, fs.ErrPermission), isReadOnlyDisk(err):
		return ErrReadOnly
	case errors.Is(err, fs.ErrNotExist), errors.Is(err, syscall.ENOTDIR):
		return ErrNoFolder
	}
	return nil
}

// patience is how long is waited between one attempt at a file that another program holds and the next: a second in
// all, in growing steps.
var patience = []time.Duration{10 * time.Millisecond, 30 * time.Millisecond, 60 * time.Millisecond, 100 * time.Millisecond,
	200 * time.Millisecond, 300 * time.Millisecond, 300 * time.Millisecond}

// patiently does something with a file, again and again while another program holds it, and gives up once it has been
// patient. The wait is that of [time.Sleep], unless a test counts.
func patiently(wait func(time.Duration), do func() error) error {
	err := do()
	for _, pause := range patience {
		if kindOf(err) != ErrBusy {
			break
		}
		wait(pause)
		err = do()
	}
	return err
}

// reason is what went wrong, in this package's words or the system's, without the path, which the message has already.
func reason(err error) error {
	if isBusy(err) {
		return ErrBusy
	}
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
