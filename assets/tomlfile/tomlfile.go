// Package tomlfile reads folders of files that users write beside those that
// ship, such as designs and role packs: within bounds, each whole or not at all,
// and with the place of what is wrong.
package tomlfile

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"runtime"
	"strings"
	"sync"
)

// Limit bounds a file, in bytes. The largest that ships has some 25 thousand.
const Limit = 1 << 20

// Error is what is wrong with a file, and where.
type Error struct {
	File string
	Line int // counted from 1, 0 where the fault has no line
	Text string
}

func (e *Error) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s", e.File, e.Text)
	}
	return fmt.Sprintf("%s:%d: %s", e.File, e.Line, e.Text)
}

// In is the error with the folder that its file is in.
func (e *Error) In(folder string) *Error {
	return &Error{folder + "/" + e.File, e.Line, e.Text}
}

// Read loads the files NAME.toml of a folder, several at a time, in the order of
// their names. What cannot be loaded is left out, and said. Where the folder
// itself cannot be read, that is the only fault.
func Read[T any](folder fs.FS, load func(name string, data []byte) (T, error)) (all []T, faults []error) {
	entries, err := fs.ReadDir(folder, ".")
	if err != nil {
		return nil, []error{err}
	}
	var names []string
	for _, e := range entries {
		if strings.ToLower(path.Ext(e.Name())) == ".toml" {
			names = append(names, e.Name())
		}
	}
	loaded, errs := make([]T, len(names)), make([]error, len(names))
	var reading sync.WaitGroup
	free := make(chan struct{}, runtime.GOMAXPROCS(0)) // places for readers
	for i, name := range names {
		free <- struct{}{}
		reading.Go(func() {
			defer func() { <-free }()
			data, err := readFile(folder, name)
			if err == nil {
				loaded[i], err = load(name, data)
			}
			errs[i] = err
		})
	}
	reading.Wait()
	for i := range names {
		if errs[i] != nil {
			faults = append(faults, errs[i])
			continue
		}
		all = append(all, loaded[i])
	}
	return all, faults
}

// readFile reads a file within the limit. What is no file, such as a pipe that
// nobody writes to, is not opened.
func readFile(folder fs.FS, name string) ([]byte, error) {
	info, err := fs.Stat(folder, name)
	if err == nil && !info.Mode().IsRegular() {
		return nil, &Error{File: name, Text: "it is not a file"}
	}
	var file fs.File
	if err == nil {
		file, err = folder.Open(name)
	}
	if err != nil {
		return nil, &Error{File: name, Text: "it cannot be opened: " + reason(err)}
	}
	defer file.Close()
	data, err := io.ReadAll(io.LimitReader(file, Limit+1))
	if err != nil {
		return nil, &Error{File: name, Text: "it cannot be read: " + reason(err)}
	}
	if len(data) > Limit {
		return nil, &Error{File: name, Text: "it is over 1 MB, which is the limit"}
	}
	return data, nil
}

// reason is an error without the name of the file, which comes before it.
func reason(err error) string {
	if p, ok := errors.AsType[*fs.PathError](err); ok {
		err = p.Err
	}
	return err.Error()
}
