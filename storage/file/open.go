package file

import (
	"fmt"
	"os"
	"path/filepath"
)

// Open opens a regular file for reading. Anything else, such as a pipe that
// nobody writes to or a device, is refused at once: reading it might never end.
func Open(path string) (*os.File, error) {
	// Looked at first: opening a device can do something, such as rewinding a tape.
	if info, err := os.Stat(path); err != nil {
		return nil, err
	} else if err := regular(path, info); err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, os.O_RDONLY|noWait, 0)
	if err != nil {
		return nil, err
	}
	info, err := f.Stat() // again: the path may name something else by now
	if err == nil {
		err = regular(path, info)
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return f, nil
}

// regular says what a path names instead of a regular file.
func regular(path string, info os.FileInfo) error {
	switch {
	case info.IsDir():
		return fmt.Errorf("“%s” is a folder: choose a file inside it", filepath.Base(path))
	case !info.Mode().IsRegular():
		return fmt.Errorf("“%s” is not a regular file: choose another one", filepath.Base(path))
	}
	return nil
}
