package app

import (
	"context"
	"errors"
	"image"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/exchange/pdftext"
	"resumax/widgets"
)

// fakeReader finds the same words in every PDF.
type fakeReader struct {
	words  []string // by lines; a line in stars is bold
	err    error
	closed int
}

func (f *fakeReader) Read(ctx context.Context, _ []byte) ([]pdftext.Page, error) {
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	page := pdftext.Page{Width: 595, Height: 842}
	for i, line := range f.words {
		x, y := 50.0, 50+14*float64(i)
		for _, w := range strings.Fields(line) {
			word := strings.Trim(w, "*")
			width := 5 * float64(len(word))
			page.Words = append(page.Words, pdftext.Word{Text: word, Bold: strings.HasPrefix(line, "*"), Size: 10, Baseline: y,
				Box: pdftext.Box{Left: x, Top: y - 7, Right: x + width, Bottom: y}})
			x += width + 3
		}
	}
	return []pdftext.Page{page}, f.err
}

func (f *fakeReader) Picture(_ context.Context, _ []byte, _ int, scale float64) (image.Image, error) {
	return image.NewGray(image.Rect(0, 0, int(595*scale), int(842*scale))), f.err
}

func (f *fakeReader) Close() error { f.closed++; return nil }

func TestReadBack(t *testing.T) {
	reader := &fakeReader{words: []string{"*Maya Lindqvist*", "maya.lindqvist@example.org", "*Experience*", "*Senior Backend Engineer* Feb 2023 – Present"}}
	w, _ := newTestWindowIn(t, 1024, 700, environment{reader: reader})
	w.setTheme(widgets.Light)
	w.project.Open(sampleFile(t))
	w.ats.Project()
	top := w.shell.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is shown")
	}
	text := texts(top)
	for _, want := range []string{"ATS check", "The PDF of maya.json was read", "words were found", "Lost: “Stockholm,”"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %.1500s", want, text)
		}
	}
	checkGolden(t, w.shell.Window, "reading")

	// A tap on a lost word leads to its field.
	for _, o := range test.LaidOutObjects(top) {
		if row, ok := o.(*widgets.ActionRow); ok && strings.Contains(texts(row), "Stockholm,") {
			row.OnTapped()
			break
		}
	}
	if w.shell.Window.Canvas().Overlays().Top() != nil || w.session.Focus() != "/basics/location/city" && w.session.Focus() != "/basics/location" {
		t.Errorf("the focus is %q", w.session.Focus())
	}
}

// Who is tired of waiting for PDFium stops it, and nothing more is said of it.
func TestReadingIsStopped(t *testing.T) {
	async := func(f func()) { f() }
	threads := session.Threads{Async: func(f func()) { async(f) }, Post: session.Inline.Post}
	w, _ := newTestWindowIn(t, 1024, 700, environment{reader: &fakeReader{}, threads: threads})
	w.project.Open(sampleFile(t))
	var work func()
	async = func(f func()) { work = f }
	w.shell.Stage.Later = func(_ time.Duration, f func()) func() { f(); return func() {} }
	w.ats.Project()
	if !strings.Contains(texts(w.shell.Window.Canvas().Overlays().Top()), "Checking the PDF…") {
		t.Error("it is not said what goes on")
	}
	press(t, w, "Cancel")
	work()
	if top := w.shell.Window.Canvas().Overlays().Top(); top != nil {
		t.Errorf("still shown: %s", texts(top))
	}
}

func TestReadAnother(t *testing.T) {
	reader := &fakeReader{err: errors.New("the PDF is locked with a password")}
	w, picks := newTestWindowIn(t, 1024, 700, environment{reader: reader})
	path := filepath.Join(t.TempDir(), "theirs.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	picks.open = path
	w.ats.Other()
	top := w.shell.Window.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(texts(top), "“theirs.pdf”: the PDF is locked with a password") {
		t.Error("nothing is said of the PDF")
	}
}

// texts are all texts that are drawn in an object.
func texts(o fyne.CanvasObject) string {
	var all []string
	for _, o := range test.LaidOutObjects(o) {
		if t, ok := o.(*canvas.Text); ok {
			all = append(all, t.Text)
		}
	}
	return strings.Join(all, " ")
}
