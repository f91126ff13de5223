package importer

import (
	"context"
	"errors"
	"fmt"
	"image"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"resumax/app/picker"
	"resumax/app/shell"
	"resumax/app/tr"
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
	// Reveal shows what stands at an address of the project that is open.
	Reveal func(resume.Address)
	// Clipboard puts a text on the clipboard.
	Clipboard func(text string)
	// Recognizer recognizes the text in pictures; nil where none is installed.
	Recognizer func() Recognizer
}

// Importer reads files of other programs, and shows what it read where that took guessing.
type Importer struct {
	services Services
	screen   *screen     // while a review is shown, else nil
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
	var extensions []string
	for _, f := range exchange.Readers() {
		for _, e := range f.Extensions {
			if !slices.Contains(extensions, e) {
				extensions = append(extensions, e)
			}
		}
	}
	return []picker.Filter{{Name: tr.T("importer.resumes", "Resumes"), Extensions: extensions}}
}

// Ask lets the user choose a file and reads it.
func (im *Importer) Ask() {
	s := im.services.Shell
	im.leave(func() {
		answered := s.SystemDialog("import")
		im.services.Picker().Open(picker.Request{Title: tr.T("importer.import-a-resume", "Import a resume"), Folder: im.services.Folder(), Filters: Files()}, func(path string, err error) {
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
	im.leave(func() {
		im.read(path, then, tr.T("importer.reading", "Reading {{.File}}", tr.With{"File": filepath.Base(path)}), readTime, nil)
	})
}

// reading is what was read of a file.
type reading struct {
	source Source
	format.Reading
}

// read reads a file off the UI goroutine and shows what came of it. W reads the words on
// its pages; nil takes those that the file says.
func (im *Importer) read(path string, then func(), what string, limit time.Duration, w *words) {
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	im.services.Begin()
	im.services.Shell.Cancellable(what, limit, func(ctx context.Context) func() {
		got, err := im.load(ctx, path, w)
		if err != nil && errors.Is(ctx.Err(), context.DeadlineExceeded) {
			err = errors.New(tr.T("importer.takes-too-long-to", "“{{.File}}” takes too long to read: it may be damaged, or too large for a resume", tr.With{"File": filepath.Base(path)}))
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

// words reads the words on the pages of a file, in place of what the file says.
type words struct {
	read  func(ctx context.Context, data []byte) ([]pdftext.Page, error)
	after func(*format.Reading) // is told what they became
}

// load reads a file. Errors name it.
func (im *Importer) load(ctx context.Context, path string, w *words) (reading, error) {
	name := tr.Quoted(filepath.Base(path))
	data, err := file.ReadFile(path, codec.SizeLimit)
	if err != nil {
		return reading{}, err
	}
	source := Source{Path: path, Name: filepath.Base(path)}
	in := format.Input{Data: data, Name: name}
	read := im.services.Reader.Read
	if w != nil {
		read = w.read
	}
	in.Words = func(ctx context.Context, data []byte) ([]pdftext.Page, error) {
		pages, err := read(ctx, data)
		for _, p := range pages {
			source.Pages = append(source.Pages, Size{p.Width, p.Height})
		}
		return pages, err
	}
	f, err := exchange.Detect(data, name)
	if w != nil {
		f, err = exchange.Default(), nil // pages, be they pictures
	}
	if err != nil {
		return reading{}, err
	}
	got, err := f.Read(ctx, in)
	var picture *format.PictureError
	if w != nil && errors.As(err, &picture) {
		err = errors.New(tr.T("importer.no-text-was-recognized", "no text was recognized in {{.Name}}: scan it with 300 dots an inch or more, upright and in black and white", tr.With{"Name": name}))
	}
	if err != nil {
		if !strings.Contains(err.Error(), filepath.Base(path)) {
			err = fmt.Errorf("%s: %w", name, err)
		}
		return reading{}, err
	}
	if isEmpty(got) {
		return reading{}, errors.New(tr.T("importer.says-nothing-that-belongs", "{{.Name}} says nothing that belongs in a resume", tr.With{"Name": name}))
	}
	if w != nil {
		w.after(&got)
	}
	source.Format = f.Name
	source.show(data, got)
	return reading{source, got}, nil
}

// isEmpty reports whether nothing was found in a file.
func isEmpty(got format.Reading) bool {
	if len(got.Taken) > 0 || len(got.Left) > 0 {
		return false
	}
	basics, _ := got.Document.Get(resume.Basics)
	return basics.Len() == 0 && !slices.ContainsFunc(got.Document.Resume().Sections, func(s resume.Section) bool { return got.Document.ListLen(s.Address) > 0 })
}

// arrived goes on with what was read: with a review where something was guessed.
func (im *Importer) arrived(got reading, then func()) {
	im.services.Shell.Trace.Write("imported", trace.Members{"path": got.source.Path, "taken": len(got.Taken), "left": len(got.Left)})
	if NeedsReview(got.Reading) {
		im.show(NewReview(got.source, got.Reading), then)
		return
	}
	im.start(got.source, got.Document, "", got.Problems, then)
}

// picture paints the pages of a source.
func (im *Importer) picture(source Source) func(ctx context.Context, page int, scale float64) (image.Image, error) {
	if source.Picture != nil {
		return func(_ context.Context, _ int, scale float64) (image.Image, error) { return source.scaled(scale), nil }
	}
	return func(ctx context.Context, page int, scale float64) (image.Image, error) {
		return im.services.Reader.Picture(ctx, source.PDF, page, scale)
	}
}

// start starts a project, and says what is in the section at left, unless that is "".
func (im *Importer) start(source Source, d resume.Document, left resume.Address, problems []resume.Problem, then func()) {
	im.services.Start(source.Path, d, problems, func() {
		if left == "" {
			im.services.Shell.Toaster.Show(tr.T("importer.imported-save-it-to", "Imported {{.Source}}. Save it to keep it as a ResuMax project.", tr.With{"Source": source.Name}), "", nil)
		} else {
			im.services.Shell.Toaster.Show(tr.T("importer.imported-left-hidden", "Imported {{.Source}}. The section “{{.Section}}” is hidden: it isn't printed.", tr.With{"Source": source.Name, "Section": LeftOver()}),
				tr.T("importer.show-section", "Show"), func() { im.services.Reveal(left) })
		}
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

// Reviewing reports whether a review is on the screen.
func (im *Importer) Reviewing() bool { return im.screen != nil }

// Leave calls next once a review that is open may be left: where it was worked on, the user is
// asked.
func (im *Importer) Leave(next func()) { im.leave(next) }

func (im *Importer) leave(next func()) {
	s := im.screen
	switch {
	case s == nil:
		next()
	case !s.review.Edited():
		im.services.Shell.Screens.Pop()
		next()
	default:
		im.services.Shell.Ask(tr.T("importer.stop-importing", "Stop importing {{.Name}}?", tr.With{"Name": s.review.Source.Name}), tr.T("importer.your-corrections-will-be", "Your corrections will be lost. The file stays as it is."),
			shell.Choice{Label: tr.T("importer.stop-importing-2", "Stop importing"), Main: true, Do: func() {
				im.services.Shell.Screens.Pop()
				next()
			}})
	}
}

// closed is called when a review is no longer on the screen.
func (im *Importer) closed(s *screen) {
	s.source.close()
	im.scheduleClose()
	if im.screen == s {
		im.screen = nil
	}
}

// Step leads to the next field to check, or the one before where by is -1.
func (im *Importer) Step(by int) { im.with(func(s *screen) { s.step(by) }) }

// ShowLeft leads to what is left over.
func (im *Importer) ShowLeft() { im.with(func(s *screen) { s.dock.focusNext() }) }

// Finish makes a project of what is reviewed.
func (im *Importer) Finish() { im.with((*screen).done) }

// Undo takes back the newest step of the review, Redo does it again.
func (im *Importer) Undo() { im.with((*screen).undo) }

// Redo does the step undone last again.
func (im *Importer) Redo() { im.with((*screen).redo) }

// NextUndo is what Undo would take back, "" for nothing.
func (im *Importer) NextUndo() string { return im.next((*Review).NextUndo) }

// NextRedo is what Redo would do again, "" for nothing.
func (im *Importer) NextRedo() string { return im.next((*Review).NextRedo) }

func (im *Importer) next(of func(*Review) string) string {
	if im.screen == nil {
		return ""
	}
	return of(im.screen.review)
}

func (im *Importer) with(do func(*screen)) {
	if im.screen != nil {
		do(im.screen)
	}
}

// scheduleClose closes the reader when it has not been used for idleTime.
func (im *Importer) scheduleClose() {
	if im.idle != nil {
		im.idle.Stop()
	}
	im.idle = time.AfterFunc(idleTime, func() { im.services.Reader.Close() })
}
