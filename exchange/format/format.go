// Package format says what a format of exchange is: what its files are called,
// how they are recognized, and what reads and writes them.
//
// A reader gets bytes and a writer gives bytes; neither knows a disk, a clock or
// a screen, so that the same resume makes the same files everywhere. The formats
// that there are stand in package exchange.
package format

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"resumax/exchange/pdftext"
	"resumax/exchange/taking"
	"resumax/render"
	"resumax/resume"
)

// Format is one way in which resumes are written down.
type Format struct {
	ID         string   // for options: "pdf"
	Name       string   // for menus and dialogs: "PDF"
	About      string   // what it is good for, in one sentence
	Extensions []string // of its files, in small letters without the dot, the usual one first

	// Draft is set where a file is for going on with the work. Others are for
	// readers: open questions and sample text must not get into them unnoticed.
	Draft bool

	// Letters is set where a letter can be written too, see [render.Options]: it is pages or
	// text, and not a resume's data.
	Letters bool

	// Sniff reports whether a file is of the format, by what it holds. It is nil
	// where Read is.
	Sniff func(data []byte) bool
	// Read reads a file; errors name it. It stops when the context ends. It is nil
	// where the format is not read.
	Read func(context.Context, Input) (Reading, error)
	// Write writes a resume. It is nil where the format is not written.
	Write func(Source) (Output, error)
}

// Extension is the usual extension of the format's files, without the dot.
func (f *Format) Extension() string { return f.Extensions[0] }

// Has reports whether a file's name has one of the format's extensions, in
// whatever case.
func (f *Format) Has(path string) bool {
	ext := strings.TrimPrefix(filepath.Ext(path), ".")
	return slices.Contains(f.Extensions, strings.ToLower(ext))
}

// Input is a file to be read.
type Input struct {
	Data []byte
	Name string // as errors call it
	// Words reads the words on the pages of a PDF. It is nil where nothing at hand
	// can: then only PDFs with editable data are read.
	Words func(ctx context.Context, pdf []byte) ([]pdftext.Page, error)
}

// Reading is what a file says.
type Reading struct {
	Document resume.Document
	Problems []resume.Problem // what was not as the format or JSON Resume has it, and was fixed
	// Record is what was taken of a file that is not data of resumes by itself, and what
	// was left.
	taking.Record
	// Source is what the file says, line by line, where it has no pages that could be shown
	// and its data is not text by itself.
	Source []taking.Line
}

// PictureError says that a file is a picture: its text has to be recognized first.
type PictureError struct{ Name string }

func (e *PictureError) Error() string {
	return e.Name + " is a picture of a resume, not text, so it can't be read: scan it with text recognition, or save it from the program it was written in"
}

// Source is a resume to be written.
type Source struct {
	Document resume.Document
	// Options say how its pages are typeset. What they need of a disk, fonts and
	// the photo, is in them already.
	Options render.Options
	// Attach puts the resume's data into the file, where the format can carry
	// them beside what is shown.
	Attach bool
}

// AnonymousName is what a file is called, without its extension, that must not say whose it is.
const AnonymousName = "resume-anonymous"

// Anonymous is the source without whom it is of, in whatever format, and what was done for
// it: see [resume.Document.Anonymous].
func (s Source) Anonymous() (Source, []resume.Problem) {
	d, problems := s.Document.Anonymous()
	s.Document = d
	s.Options.Photo, s.Options.PhotoError = nil, nil
	return s, problems
}

// Output is the files that a writer makes.
type Output struct {
	Files    int                         // one, but for formats of a file a page
	File     func(i int) ([]byte, error) // makes one, counted from 0, so that one is in memory at a time
	Problems []resume.Problem            // what could not be shown as it was meant
}

// Single is an output of one file.
func Single(data []byte, problems []resume.Problem) Output {
	return Output{1, func(int) ([]byte, error) { return data, nil }, problems}
}

// PathOf is where an output's file i, counted from 0, belongs: at the path itself
// for the first one, then "name-2.png".
func PathOf(path string, i int) string {
	if i == 0 {
		return path
	}
	ext := filepath.Ext(path)
	return fmt.Sprintf("%s-%d%s", strings.TrimSuffix(path, ext), i+1, ext)
}
