package file

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"

	"resumax/resume"
	"resumax/resume/codec"
)

// File is a resume file as it was loaded or saved last.
type File struct {
	Path     string
	Document resume.Document
	Problems []resume.Problem // what was found wrong on loading, and fixed
	ReadOnly bool             // written by a newer version of ResuMax
	PDF      bool             // it is a PDF that carries the document, and must not be written over

	style codec.Style
	sum   [sha256.Size]byte // of what is on disk, as far as we know
}

// Load reads a resume file. One that was being written in place by a process that
// was killed is completed first.
func Load(path string) (*File, error) {
	newSaver().recoverTorn(path)
	data, err := ReadFile(path, codec.SizeLimit)
	if err != nil {
		return nil, err
	}
	parse := codec.Parse
	if codec.IsPDF(data) {
		parse = codec.ParsePDF
	}
	d, problems, err := parse(data, quoted(path))
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
	name := quoted(path)
	var f *os.File
	err := patiently(time.Sleep, func() (err error) {
		f, err = Open(path)
		return err
	})
	var p *fs.PathError
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s does not exist: check the name, or whether it was moved (%s)", name, path)
	case isBusy(err):
		return nil, fmt.Errorf("%s cannot be opened: %w. Close it there, and try again", name, ErrBusy)
	case errors.As(err, &p):
		return nil, fmt.Errorf("%s cannot be opened: %w", name, p.Err)
	case err != nil:
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, reason(err))
	}
	if info.Size() > limit {
		return nil, fmt.Errorf("%s has %d MB; the limit is %d MB: it may be another kind of file", name, info.Size()>>20, limit>>20)
	}
	data := bytes.NewBuffer(make([]byte, 0, info.Size()+bytes.MinRead)) // which need not grow
	if _, err := data.ReadFrom(io.LimitReader(f, limit+1)); err != nil {
		return nil, fmt.Errorf("%s cannot be read: %w", name, reason(err))
	}
	if int64(data.Len()) > limit {
		return nil, fmt.Errorf("%s grew past %d MB while it was read", name, limit>>20)
	}
	return data.Bytes(), nil
}

// quoted is a file's name as a message may begin with it: no capital is put in
// place of a quote.
func quoted(path string) string { return "“" + filepath.Base(path) + "”" }

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
	d = codec.Stamped(d)
	if o.Was != nil {
		s = o.Was.style
	}
	data := codec.EncodeAs(d, s)
	sum := sha256.Sum256(data)
	if o.Was != nil && Same(o.Was.Path, path) {
		if err := o.Was.mayReplace(sum, o.Force); err != nil {
			return nil, err
		}
	}
	done := written.begin(path, sum)
	err := WriteFile(path, data)
	done(err == nil)
	if err != nil {
		return nil, err
	}
	return &File{Path: path, Document: d, style: s, sum: sum}, nil
}

// mayReplace says why a file must not be replaced by a content of that sum.
func (f *File) mayReplace(sum [sha256.Size]byte, force bool) error {
	name := filepath.Base(f.Path)
	switch {
	case f.ReadOnly:
		return fmt.Errorf("“%s” was written by a newer ResuMax and is left as it is: save under another name", name)
	case f.PDF:
		return fmt.Errorf("“%s” is a PDF: save the resume under another name, such as %s.json", name, strings.TrimSuffix(name, filepath.Ext(name)))
	case force:
		return nil
	}
	now, err := sumOf(f.Path)
	if err == nil && now != f.sum && now != sum {
		return ErrChanged
	}
	return nil // what is gone is made again, and what is wrong else writing will say
}

// Sum is the SHA-256 of the file as it was loaded or saved last.
func (f *File) Sum() [sha256.Size]byte { return f.sum }

// ChangedOnDisk reports whether the file's content differs from what was loaded
// or saved last. A file that is gone has not: saving makes it again, and nothing
// is lost by that.
func (f *File) ChangedOnDisk() (bool, error) {
	now, err := sumOf(f.Path)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	return err == nil && now != f.sum, err
}

// sumOf is the SHA-256 of a file on disk.
func sumOf(path string) (sum [sha256.Size]byte, err error) {
	f, err := Open(path)
	if err != nil {
		return sum, err
	}
	defer f.Close()
	h := sha256.New()
	if _, err := io.Copy(h, io.LimitReader(f, inPlaceLimit)); err != nil {
		return sum, err
	}
	h.Sum(sum[:0])
	return sum, nil
}
