package filelock

import (
	"errors"
	"fmt"

	"golang.org/x/sys/windows"
)

// lockedAt is the byte that is locked: far behind the end of any file, because
// nobody else can read or write what is locked on Windows.
const lockedAt = 1 << 30 // the offset's upper half: 2⁶² bytes

func try(fd uintptr) error {
	at := &windows.Overlapped{OffsetHigh: lockedAt}
	err := windows.LockFileEx(windows.Handle(fd), windows.LOCKFILE_EXCLUSIVE_LOCK|windows.LOCKFILE_FAIL_IMMEDIATELY, 0, 1, 0, at)
	switch {
	case err == nil:
		return nil
	case errors.Is(err, windows.ERROR_LOCK_VIOLATION), errors.Is(err, windows.ERROR_IO_PENDING):
		return ErrHeld
	}
	return fmt.Errorf("%w: %w", ErrUnsupported, err)
}
