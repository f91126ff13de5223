package userdata

import (
	"errors"
	"fmt"
	"path/filepath"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
)

// How long another window is waited for that changes the same file, and how often
// is looked meanwhile. It takes milliseconds.
const (
	exclusiveTime = 3 * time.Second
	exclusiveLook = 5 * time.Millisecond
)

// exclusively reads and changes a file while no other window does, so that each
// keeps what the others wrote.
func (f Folder) exclusively(path string, change func() error) error {
	if f == "" {
		return errNowhere
	}
	if err := file.MakeFolder(string(f)); err != nil {
		return fmt.Errorf("the folder for settings cannot be made: %w", err)
	}
	for end := time.Now().Add(exclusiveTime); ; time.Sleep(exclusiveLook) {
		lock, err := filelock.Acquire(filepath.Join(filepath.Dir(path), "."+filepath.Base(path)+".lock"))
		if err == nil {
			defer lock.Release() // the file stays: another window may have opened it
		}
		// Without a lock the change is made all the same: what a hung window, or a
		// disk without locks, could cost is one entry of the other one's.
		if !errors.Is(err, filelock.ErrHeld) || time.Now().After(end) {
			return change()
		}
	}
}
