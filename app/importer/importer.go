package importer

import (
	"context"
	"errors"
	"fmt"
	"image"
	"path/filepath"
	"strings"
	"time"

	"resumax/app/picker"
	"resumax/app/shell"
	"resumax/app/trace"
	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/file"
)

// Reader reads and paints PDFs.
type Reader interface {
	Read(ctx context.Context, pdf []byte) ([]pdftext.Page, error)
	Picture(ctx context.Context, pdf []byte, page int, pixelsPerPoint float64) (image.Image, error)
	Close() error
}

// Services are what importing needs of the window.
type Services struct {
	Shell  *shell.Shell
	Reader Reader
	Picker func() picker.Picker
	Folder func() string // where file dialogs begin
	// Begin is called before a file is read: something has to be shown if that is canceled.
	Begin func()
	// Failed is called when a file could not be read, after the message.
	Failed func()
	// Shown is called when the review is on the screen.
	Shown func()
	// Start starts a project with what was read of the file at a path, and then calls then,
	// unless that is nil.
	Start func(path string, d resume.Document, problems []resume.Problem, then func())
	// Clipboard puts a text on the clipboard.
	Clipboard func(text string)
	// Recognizer recognizes the text in pictures; nil where none is installed.
	Recognizer func() Recognizer
}

// Importer reads files of other programs, and shows what it read where that took guessing.
type Importer struct {
	services Services
	idle     *time.Timer // closes the reader
}

// New makes an importer.
func New(services Services) *Importer { return &Importer{services: services} }

const (
	// readTime is how long a file may take. PDFium's first start takes some seconds.
	readTime = time.Minute
	// recognizeTime is how long the recognition of text in pictures may take.
	recognizeTime = 5 * time.Minute
	// idleTime is how long PDFium, which is large, stays in memory.
	idleTime = 3 * time.Minute
)

// Files are those that can be imported, for file dialogs.
func Files() []picker.Filter {
	var names, extensions []string
	for _, f := range exchange.Readers() {
		names = append(names, f.Name)
		extensions = append(extensions, f.Extensions...)
	}
	return []picker.Filter{{Name: "Resumes (" + strings.Join(names, ", ") + ")", Extensions: extensions}}
}

// Ask lets the user choose a file and reads it.
func (im *Importer) Ask() {
	s := im.services.Shell
	im.leave(func() {
		answered := s.SystemDialog("import")
		im.services.Picker().Open(picker.Request{Title: "Import a resume", Folder: im.services.Folder(), Filters: Files()}, func(path string, err error) {
			answered()
			switch {
			case err != nil:
				s.ShowError(err.Error())
			case path != "":
				im.Open(path, nil)
			}
		})
	})
}

// Open reads a file. Then is called when the project made of it is open, unless it is nil.
func (im *Importer) Open(path string, then func()) {
	im.read(path, then, "Reading ", readTime, nil)
}

// reading is what was read of a file.
type reading struct {
	source Source
	format.Reading
}

// read reads a file off the UI goroutine and shows what came of it. Words reads the words on
// its pages; nil takes those that the file says.
func (im *Importer) read(path string, then func(), what string, limit time.Duration, words wordsReader) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	im.services.Begin()
	im.services.Shell.Cancellable(what+filepath.Base(path), limit, func(ctx context.Context) func() {
		got, err := im.load(ctx, path, words)
		if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
			err = fmt.Errorf("“%s” takes too long to read: it may be damaged, or too large for a resume", filepath.Base(path))
		}
		return func() {
			im.scheduleClose()
			if err != nil {
				im.failed(path, then, err)
				return
			}
			im.arrived(got, then)
		}
	})
}

// wordsReader reads the words on the pages of a file.
type wordsReader func(ctx context.Context, data []byte) ([]pdftext.Page, error)

// load reads a file. Errors name it.
func (im *Importer) load(ctx context.Context, path string, words wordsReader) (reading, error) {
	name := "“" + filepath.Base(path) + "”"
	data, err := file.ReadFile(path, codec.SizeLimit)
	if err != nil {
		return reading{}, err
	}
	source := Source{Path: path, Name: filepath.Base(path)}
	in := format.Input{Data: data, Name: name}
	read := words
	if read == nil {
		read = im.services.Reader.Read
	}
	in.Words = func(ctx context.Context, data []byte) ([]pdftext.Page, error) {
		pages, err := read(ctx, data)
		for _, p := range pages {
			source.Pages = append(source.Pages, Size{p.Width, p.Height})
		}
		return pages, err
	}
	f, err := exchange.Detect(data, name)
	if words != nil {
		f, err = exchange.Default(), nil // pages, be they pictures
	}
	if err != nil {
		return reading{}, err
	}
	got, err := f.Read(ctx, in)
	if err != nil {
		if !strings.Contains(err.Error(), filepath.Base(path)) {
			err = fmt.Errorf("%s: %w", name, err)
		}
		return reading{}, err
	}
	source.Format = f.Name
	source.show(data, got)
	return reading{source, got}, nil
}

// arrived goes on with what was read: with a review where something was guessed.
func (im *Importer) arrived(got reading, then func()) {
	im.services.Shell.Trace.Write("imported", trace.Members{"path": got.source.Path, "taken": len(got.Taken), "left": len(got.Left)})
	im.start(got.source, got.Document, got.Problems, then)
}

// start starts a project.
func (im *Importer) start(source Source, d resume.Document, problems []resume.Problem, then func()) {
	im.services.Start(source.Path, d, problems, func() {
		im.services.Shell.Toaster.Show("Imported "+source.Name+". Save it to keep it as a ResuMax project.", "", nil)
		if then != nil {
			then()
		}
	})
}

// failed says why a file could not be read, and the way out.
func (im *Importer) failed(path string, then func(), err error) {
	s := im.services.Shell
	var picture *format.PictureError
	if !errors.As(err, &picture) {
		s.ShowError(err.Error())
		im.services.Failed()
		return
	}
	im.offerRecognition(path, then, picture)
	im.services.Failed()
}

// leave calls next, once a review that is open may be left.
func (im *Importer) leave(next func()) { next() }

// scheduleClose closes the reader when it has not been used for idleTime.
func (im *Importer) scheduleClose() {
	if im.idle != nil {
		im.idle.Stop()
	}
	im.idle = time.AfterFunc(idleTime, func() { im.services.Reader.Close() })
}
