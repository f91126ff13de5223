// Package filelock locks files for as long as a process lives.
//
// The system releases such a lock when its process ends, however it ends. So a
// lock that can be taken is proof that whoever held it is gone: no process id is
// compared, which the system may have given to another program since, or which
// may belong to another computer.
package filelock

import (
	"errors"
	"os"
)

var (
	// ErrHeld says that someone else holds the lock: another process, or another
	// open file of this one.
	ErrHeld = errors.New("it is locked by a running program")
	// ErrUnsupported says that the file system has no locks, as some network disks.
	ErrUnsupported = errors.New("the file system has no locks")
)

// Try locks an open file until it is closed. It does not wait. The error is
// [ErrHeld] or [ErrUnsupported].
func Try(f *os.File) error {
	c, err := f.SyscallConn()
	if err != nil {
		return err
	}
	var failed error
	if err := c.Control(func(fd uintptr) { failed = try(fd) }); err != nil {
		return err
	}
	return failed
}

// Lock is a file that exists to be locked.
type Lock struct{ file *os.File }

// Acquire locks the file path, which is made if it is not there. The error wraps
// [ErrHeld] where someone else has locked it.
func Acquire(path string) (*Lock, error) {
	if info, err := os.Lstat(path); err == nil && !info.Mode().IsRegular() {
		return nil, &os.PathError{Op: "lock", Path: path, Err: errors.New("it is not a file")}
	}
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, err
	}
	if err := Try(f); err != nil {
		f.Close()
		return nil, &os.PathError{Op: "lock", Path: path, Err: err}
	}
	return &Lock{f}, nil
}

// Release gives the lock back and leaves its file.
func (l *Lock) Release() { l.file.Close() }

// Remove gives the lock back and removes its file. It is for files whose names
// are never used again: another process may have opened this one already and
// would hold a lock that nobody else sees.
func (l *Lock) Remove() {
	l.file.Close() // before: Windows removes no open file
	os.Remove(l.file.Name())
}
