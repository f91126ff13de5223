//go:build !windows

package file

import (
	"errors"
	"syscall"
)

func isFull(err error) bool {
	return errors.Is(err, syscall.ENOSPC) || errors.Is(err, syscall.EDQUOT)
}

func isReadOnlyDisk(err error) bool { return errors.Is(err, syscall.EROFS) }

// isBusy: here a program that has a file open keeps nobody out.
func isBusy(err error) bool { return errors.Is(err, ErrBusy) }
