package external

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/storage/filelock"
)

// folder is a private folder for one file. A lock beside it says that its program runs.
type folder struct {
	path string
	lock *filelock.Lock // nil where there is none
}

const lockEnd = ".lock"

// young is the age below which a lock is not tried: it may be about to be taken.
const young = time.Minute

// newFolder makes a folder in home, "" for the system's temporary folder.
func newFolder(home string) (*folder, error) {
	if home == "" {
		path, err := os.MkdirTemp("", "resumax-")
		return &folder{path: path}, err
	}
	if err := os.MkdirAll(home, 0o700); err != nil {
		return nil, err
	}
	removeStale(home)
	f := &folder{path: filepath.Join(home, fmt.Sprintf("%d-%d", os.Getpid(), time.Now().UnixNano()))}
	lock, err := filelock.Acquire(f.path + lockEnd)
	if err != nil {
		return nil, err
	}
	f.lock = lock
	if err := os.Mkdir(f.path, 0o700); err != nil {
		f.remove()
		return nil, err
	}
	return f, nil
}

// removeStale removes the folders whose programs are gone.
func removeStale(home string) {
	locks, _ := filepath.Glob(filepath.Join(home, "*"+lockEnd))
	for _, path := range locks {
		info, err := os.Lstat(path)
		if err != nil || time.Since(info.ModTime()) < young {
			continue
		}
		if lock, err := filelock.Acquire(path); err == nil {
			(&folder{strings.TrimSuffix(path, lockEnd), lock}).remove()
		}
	}
}

func (f *folder) remove() {
	os.RemoveAll(f.path)
	if f.lock != nil {
		f.lock.Remove()
	}
}
