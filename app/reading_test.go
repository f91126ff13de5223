package app

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"resumax/ats"
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

func (f *fakeReader) Close() error { f.closed++; return nil }

func TestReadBack(t *testing.T) {
	reader := &fakeReader{words: []string{"*Maya Lindqvist*", "maya.lindqvist@example.org", "*Experience*", "*Senior Backend Engineer* Feb 2023 – Present"}}
	w, _ := newTestWindowReading(t, 1024, 700, reader)
	w.setTheme(widgets.Light)
	w.open(sampleFile(t))
	w.readBack()
	top := w.win.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is shown")
	}
	text := texts(top)
	for _, want := range []string{"What a hiring system reads", "The PDF of maya.json was read back", "words are there", "Lost: “Stockholm,”"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %.1500s", want, text)
		}
	}
	checkGolden(t, w.win, "reading")

	// A tap on a lost word leads to its field.
	for _, o := range test.LaidOutObjects(top) {
		if row, ok := o.(*widgets.ActionRow); ok && strings.Contains(texts(row), "Stockholm,") {
			row.OnTapped()
			break
		}
	}
	if w.win.Canvas().Overlays().Top() != nil || w.session.Focus() != "/basics/location/city" && w.session.Focus() != "/basics/location" {
		t.Errorf("the focus is %q", w.session.Focus())
	}
}

// Who is tired of waiting for PDFium stops it, and nothing more is said of it.
func TestReadingIsStopped(t *testing.T) {
	w, _ := newTestWindowReading(t, 1024, 700, &fakeReader{})
	w.open(sampleFile(t))
	var work func()
	w.threads.Async = func(f func()) { work = f }
	w.stage.Later = func(_ time.Duration, f func()) func() { f(); return func() {} }
	w.readBack()
	if !strings.Contains(texts(w.win.Canvas().Overlays().Top()), "Reading the PDF back …") {
		t.Error("it is not said what goes on")
	}
	press(t, w, "Cancel")
	work()
	if top := w.win.Canvas().Overlays().Top(); top != nil {
		t.Errorf("still shown: %s", texts(top))
	}
}

func TestMarkedText(t *testing.T) {
	word := func(text string, line int) ats.Word { return ats.Word{Text: text, Line: line} }
	r := &ats.Reading{Text: []string{"Ada", "bakes bakes", "bread"}, Against: &ats.Comparison{
		Lost: []ats.Word{word("Ms", -1), word("good", 1), word("old", 1)}, Doubled: []ats.Word{word("bakes", 1)}}}
	var got []string
	for _, s := range marked(r).(*widget.RichText).Segments {
		segment := s.(*widget.TextSegment)
		got = append(got, string(segment.Style.ColorName)+" "+segment.Text)
	}
	muted, bad, warn := string(widgets.ColorMuted), string(widgets.ColorBad), string(widgets.ColorWarn)
	want := []string{bad + " Lost: “Ms”", muted + " Ada\nbakes bakes", warn + " More often than it should be: “bakes”", bad + " Lost: “good” “old”", muted + " bread"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestReadAnother(t *testing.T) {
	reader := &fakeReader{err: errors.New("the PDF is locked with a password")}
	w, picks := newTestWindowReading(t, 1024, 700, reader)
	path := filepath.Join(t.TempDir(), "theirs.pdf")
	if err := os.WriteFile(path, []byte("%PDF-1.7"), 0o600); err != nil {
		t.Fatal(err)
	}
	picks.open = path
	w.readOther()
	top := w.win.Canvas().Overlays().Top()
	if top == nil || !strings.Contains(texts(top), "“theirs.pdf”: the PDF is locked with a password") {
		t.Error("nothing is said of the PDF")
	}
}

func TestSummaries(t *testing.T) {
	for want, c := range map[string]*ats.Comparison{
		"Open the resume that it was made from":        nil,
		"all its 10 words are there, once each and in": {Words: 10, Found: 10, InOrder: 1},
		"90 % of them beside the right one":            {Words: 10, Found: 10, InOrder: 0.9},
		"9 of its 10 words are there":                  {Words: 10, Found: 9, InOrder: 1},
	} {
		if got := summaryOf(&ats.Reading{Against: c}, "a.json"); !strings.Contains(got, want) {
			t.Errorf("%q, want %q", got, want)
		}
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
