package file

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"resumax/resume"
	"resumax/resume/codec"
)

// File is a resume file as it was loaded or saved last.
type File struct {
	Path     string
	Document resume.Document
	Problems []resume.Problem // what was found wrong on loading, and mended
	ReadOnly bool             // written by a newer version of ResuMax
	PDF      bool             // it is a PDF that carries the document, and must not be written over

	style codec.Style
	sum   [sha256.Size]byte // of what is on disk, as far as we know
}

// Load reads a resume file.
func Load(path string) (*File, error) {
	data, err := ReadFile(path, codec.SizeLimit)
	if err != nil {
		return nil, err
	}
	parse := codec.Parse
	if codec.IsPDF(data) {
		parse = codec.ParsePDF
	}
	d, problems, err := parse(data, filepath.Base(path))
	if err != nil {
		return nil, err
	}
	f := &File{Path: path, Document: d, Problems: problems, style: codec.StyleOf(data), sum: sha256.Sum256(data), PDF: codec.IsPDF(data)}
	if f.PDF {
		f.style = codec.Usual
	}
	if v := d.Resume().Meta.Format; v > resume.FormatVersion {
		f.ReadOnly = true
		f.Problems = append(f.Problems, resume.Problem{Address: resume.FormatSetting,
			Text: fmt.Sprintf("says that ResuMax wrote this file in format %d; this version knows format %d. Update ResuMax to change the file", v, resume.FormatVersion)})
	}
	return f, nil
}

// ReadFile reads a file of a bounded size in bytes, and says in words why it
// cannot.
func ReadFile(path string, limit int64) ([]byte, error) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s is not there: check the name, or whether it was moved (%s)", name, path)
	case err != nil:
		return nil, fmt.Errorf("%s cannot be opened: %w", name, reason(err))
	case info.IsDir():
		return nil, fmt.Errorf("%s is a folder: choose a file inside it", name)
	case !info.Mode().IsRegular():
		return nil, fmt.Errorf("%s is no ordinary file, so there is no resume in it", name)
	case info.Size() > limit:
		return nil, fmt.Errorf("%s has %d MB: no resume is larger than %d MB, so this is another kind of file", name, info.Size()>>20, limit>>20)
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s cannot be opened: %w", name, reason(err))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, reason(err))
	}
	if int64(len(data)) > limit {
		return nil, fmt.Errorf("%s grew past %d MB while it was read", name, limit>>20)
	}
	return data, nil
}

// reason is what the system says of a failure, without the path, which the
// message has already.
func reason(err error) error {
	var p *fs.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	var l *os.LinkError
	if errors.As(err, &l) {
		return l.Err
	}
	return err
}

// ErrChanged says that the file on disk is not as it was loaded or saved last:
// something else has written to it.
var ErrChanged = errors.New("the file was changed by another program")

// SaveOptions say how a document is saved.
type SaveOptions struct {
	Was   *File // the file as we know it, for its layout and to notice changes; nil for a new one
	Force bool  // overwrite what another program wrote
}

// Save writes a document to the file path, durably and as a whole, and returns
// the file as it is now. It is always valid JSON Resume. The error is
// [ErrChanged] where something else wrote to the file since.
func Save(path string, d resume.Document, o SaveOptions) (*File, error) {
	s := codec.Usual
	if o.Was != nil {
		if o.Was.ReadOnly && o.Was.Path == path {
			return nil, fmt.Errorf("%s was written by a newer ResuMax and is left as it is: save under another name", filepath.Base(path))
		}
		s = o.Was.style
		if o.Was.PDF && o.Was.Path == path {
			return nil, fmt.Errorf("%s is a PDF: save the resume under another name, such as %s.json", filepath.Base(path), strings.TrimSuffix(filepath.Base(path), filepath.Ext(path)))
		}
		if o.Was.Path == path && !o.Force {
			if changed, err := o.Was.ChangedOnDisk(); err == nil && changed {
				return nil, ErrChanged
			}
		}
	}
	d = codec.Stamped(d)
	data := codec.EncodeAs(d, s)
	if err := WriteFile(path, data); err != nil {
		return nil, err
	}
	return &File{Path: path, Document: d, style: s, sum: sha256.Sum256(data)}, nil
}

// ChangedOnDisk reports whether the file's content differs from what was loaded
// or saved last. A file that is gone has changed.
func (f *File) ChangedOnDisk() (bool, error) {
	data, err := os.ReadFile(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil // saving brings it back, nothing is lost by it
	}
	if err != nil {
		return false, err
	}
	return sha256.Sum256(data) != f.sum, nil
}
