package file

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"resumax/storage/filelock"
)

// How old a temporary file must be before it is cleaned: the first where its lock
// shows that nobody writes it, the second where the file system has no locks.
const (
	abandonedAfter = time.Minute
	forgottenAfter = 24 * time.Hour
)

// maxNames bounds how many files of a folder are looked at.
const maxNames = 100_000

// CleanTemporary removes from a folder what processes left behind that were
// killed while they wrote a file: each has a whole resume in it. It returns how
// many there were. What a running process writes stays, and so does everything
// that does not have exactly the name of such a file. Now is the time.
func CleanTemporary(folder string, now time.Time) int {
	cleaned := 0
	for _, name := range namesIn(folder) {
		if isTemporary(name, temporaryEnd) && clean(filepath.Join(folder, name), now) {
			cleaned++
		}
	}
	return cleaned
}

func clean(path string, now time.Time) bool {
	info, err := os.Lstat(path)
	if err != nil || !info.Mode().IsRegular() || now.Sub(info.ModTime()) < abandonedAfter {
		return false
	}
	f, err := os.OpenFile(path, os.O_RDWR|noWait, 0)
	if err != nil {
		return false
	}
	locked := filelock.Try(f)
	f.Close()
	if errors.Is(locked, filelock.ErrHeld) || locked != nil && now.Sub(info.ModTime()) < forgottenAfter {
		return false
	}
	return os.Remove(path) == nil
}

// namesIn are the names of the files in a folder; none where it cannot be read.
func namesIn(folder string) []string {
	d, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer d.Close()
	names, _ := d.Readdirnames(maxNames)
	return names
}
