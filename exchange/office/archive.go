package office

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
)

// Bounds on archives.
const (
	maxArchive = 64 << 20 // bytes of the file
	maxParts   = 4000
	maxPart    = 24 << 20 // bytes of a part, unpacked
	maxSum     = 48 << 20 // bytes of all parts that are read
)

// errTooLarge is what a file that unpacks to too much fails with.
var errTooLarge = errors.New("it unpacks to far more than its text can have, so it is not opened")

// Archive is a file of parts.
type Archive struct {
	ctx   context.Context
	parts map[string]*zip.File
	room  int64
}

// OpenArchive opens an archive. The context stops what is read of it.
func OpenArchive(ctx context.Context, data []byte) (*Archive, error) {
	if len(data) > maxArchive {
		return nil, fmt.Errorf("it has more than %d MB", maxArchive>>20)
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errors.New("it is damaged: the list of its parts is missing")
	}
	if len(r.File) > maxParts {
		return nil, errTooLarge
	}
	a := &Archive{ctx: ctx, parts: make(map[string]*zip.File), room: maxSum}
	for _, f := range r.File {
		if a.parts[f.Name] == nil {
			a.parts[f.Name] = f
		}
	}
	return a, nil
}

// Has reports whether there is a part.
func (a *Archive) Has(name string) bool { return a.parts[name] != nil }

// Part is what a part holds, nil if there is none of the name.
func (a *Archive) Part(name string) ([]byte, error) {
	f := a.parts[name]
	if f == nil {
		return nil, nil
	}
	if f.UncompressedSize64 > maxPart {
		return nil, errTooLarge
	}
	r, err := f.Open()
	if err != nil {
		return nil, fmt.Errorf("its part %q is damaged", name)
	}
	defer r.Close()
	limit := min(maxPart, a.room)
	data, err := io.ReadAll(io.LimitReader(r, limit+1))
	switch {
	case int64(len(data)) > limit:
		return nil, errTooLarge
	case err != nil:
		return nil, fmt.Errorf("its part %q is damaged", name)
	}
	a.room -= int64(len(data))
	return data, a.ctx.Err()
}

// XML is the root of an XML part, nil if there is none of the name.
func (a *Archive) XML(name string) (*Node, error) {
	data, err := a.Part(name)
	if data == nil || err != nil {
		return nil, err
	}
	root, err := Parse(a.ctx, data)
	if err != nil {
		return nil, fmt.Errorf("its part %q is damaged: %w", name, err)
	}
	return root, nil
}

// IsZip reports whether a file is an archive that has a part of the name. It looks at the
// list of parts alone.
func IsZip(data []byte, has func(name string) bool) bool {
	if !bytes.HasPrefix(data, []byte("PK\x03\x04")) || len(data) > maxArchive {
		return false
	}
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return false
	}
	for i, f := range r.File {
		if i == maxParts {
			break
		}
		if has(f.Name) {
			return true
		}
	}
	return false
}
