//go:build !windows

package filelock

import (
	"errors"
	"fmt"
	"syscall"
)

// try uses flock, not fcntl: its locks belong to the open file, so that closing
// another one of the same path does not release them.
func try(fd uintptr) error {
	for {
		switch err := syscall.Flock(int(fd), syscall.LOCK_EX|syscall.LOCK_NB); {
		case err == nil:
			return nil
		case errors.Is(err, syscall.EINTR):
		case errors.Is(err, syscall.EWOULDBLOCK):
			return ErrHeld
		default:
			return fmt.Errorf("%w: %w", ErrUnsupported, err)
		}
	}
}
