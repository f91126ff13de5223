package app

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/picker"
	"resumax/ats"
	"resumax/exchange/pdftext"
	"resumax/render"
	"resumax/render/outline"
	"resumax/storage/file"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// pdfReader reads PDFs back.
type pdfReader interface {
	Read(ctx context.Context, file []byte) ([]pdftext.Page, error)
	Close() error
}

// newPDFReader is PDFium, with its compiled code kept between runs.
func newPDFReader() pdfReader { return &pdftext.Reader{Cache: userdata.Cache("pdfium")} }

const (
	// readingTime bounds how long a PDF is read. The first time PDFium takes some
	// seconds to start.
	readingTime = time.Minute
	// readerRest is how long PDFium, which is large, stays for the next PDF.
	readerRest = 3 * time.Minute
)

var pdfFiles = []picker.Filter{{Name: "PDF", Extensions: []string{"pdf"}}}

// readBack shows what a hiring system reads on the resume's own pages.
func (w *window) readBack() {
	s := w.session.Now()
	o, name := w.options(s.Resume), w.projectName()
	w.stoppable("Reading the PDF back", func(ctx context.Context) func() {
		var b bytes.Buffer
		doc := render.Typeset(s.Resume, o)
		if err := render.PDF(&b, doc); err != nil {
			return func() { w.say("The PDF could not be made: " + err.Error()) }
		}
		return w.reading(ctx, b.Bytes(), doc.Blocks, name)
	})
}

// readOther asks for a PDF and shows what a hiring system reads in it.
func (w *window) readOther() {
	w.busy = true
	w.picker.Open(picker.Request{Title: "Read a PDF", Folder: w.folder(), Filters: pdfFiles}, func(path string, err error) {
		w.busy = false
		if err != nil {
			w.say(err.Error())
		}
		if err != nil || path == "" {
			return
		}
		w.stoppable("Reading "+filepath.Base(path), func(ctx context.Context) func() {
			file, err := file.ReadFile(path, pdftext.MaxBytes)
			if err != nil {
				return func() { w.say(err.Error()) }
			}
			return w.reading(ctx, file, nil, filepath.Base(path))
		})
	})
}

// stoppable does work off the UI goroutine that the user may stop, and then, back
// on it, what the work returns.
func (w *window) stoppable(what string, work func(context.Context) func()) {
	ctx, cancel := context.WithTimeout(context.Background(), readingTime)
	done := w.progress.begin(what, cancel)
	w.threads.Async(func() {
		then := work(ctx)
		w.threads.Post(func() {
			stopped := errors.Is(ctx.Err(), context.Canceled)
			cancel()
			done()
			if !stopped {
				then()
			}
		})
	})
}

// reading reads a PDF and returns what shows the outcome. It is to be called off
// the UI goroutine.
func (w *window) reading(ctx context.Context, file []byte, blocks []outline.Block, name string) func() {
	pages, err := w.pdfs.Read(ctx, file)
	var read *ats.Reading
	if err == nil {
		read = ats.Read(pages, blocks)
	}
	return func() {
		w.restReader()
		if err != nil {
			w.say("“" + name + "”: " + err.Error())
			return
		}
		w.trace.write("read", map[string]any{"pages": len(pages)})
		w.showReading(read, name)
	}
}

// restReader closes the reader when nobody has used it for a while.
func (w *window) restReader() {
	if w.readerTimer != nil {
		w.readerTimer.Stop()
	}
	w.readerTimer = time.AfterFunc(readerRest, func() { w.pdfs.Close() })
}

const readingWidth = 760

// showReading shows what was read, over the window.
func (w *window) showReading(r *ats.Reading, name string) {
	var d *widgets.Modal
	tabs := container.NewAppTabs(
		container.NewTabItem("Understood", w.understood(r)),
		container.NewTabItem("Needs", w.needs(r, func() { d.Close() })),
		container.NewTabItem("Text", scrolled(marked(r))))
	for _, rule := range r.Rules {
		if !rule.OK { // first what there is to do
			tabs.SelectIndex(1)
		}
	}
	if c := r.Against; c != nil && len(c.Lost)+len(c.Doubled) > 0 {
		tabs.SelectIndex(1)
	}
	size := w.win.Canvas().Size()
	frame := container.New(&fixed{fyne.NewSize(min(readingWidth, size.Width-80), min(520, size.Height-200))}, tabs)
	other := widget.NewButton("Read another PDF…", func() { d.Close(); w.readOther() })
	other.Importance = widget.LowImportance
	ok := widget.NewButton("Close", func() { d.Close() })
	ok.Importance = widget.HighImportance
	d = w.modal(widgets.NewColumn(10, widgets.NewHeading("What a hiring system reads"), widgets.NewMuted(summaryOf(r, name)), frame,
		container.NewHBox(other, layout.NewSpacer(), ok)), func() { d.Close() })
}

// fixed gives its object one size.
type fixed struct{ size fyne.Size }

func (l *fixed) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }
func (l *fixed) MinSize([]fyne.CanvasObject) fyne.Size              { return l.size }

// summaryOf says in a sentence how it went.
func summaryOf(r *ats.Reading, name string) string {
	c := r.Against
	switch {
	case c == nil:
		return fmt.Sprintf("%s, read on this computer. Open the resume that it was made from to compare the words.", name)
	case c.Found == c.Words && len(c.Doubled) == 0 && c.InOrder == 1:
		return fmt.Sprintf("The PDF of %s was read back on this computer: all its %d words are there, once each and in order.", name, c.Words)
	case c.Found == c.Words:
		return fmt.Sprintf("The PDF of %s was read back on this computer: all its %d words are there, %.0f %% of them beside the right one.", name, c.Words, 100*c.InOrder)
	}
	return fmt.Sprintf("The PDF of %s was read back on this computer: %d of its %d words are there.", name, c.Found, c.Words)
}

func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 4, 14), o))
}

// understood are the fields that a hiring system fills in from the page.
func (w *window) understood(r *ats.Reading) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	row := func(badge, title, text string) {
		a := widgets.NewActionRow(badge, title, text)
		if text == "" {
			a.SetText("none", title, "Not found")
			a.SetBadgeColour(widgets.ColorWarn)
		}
		column.Add(a)
	}
	column.Add(widgets.NewStrong("Who"))
	row("", "Name", r.Contact.Name)
	row("", "E-mail", r.Contact.Email)
	row("", "Telephone", r.Contact.Phone)
	row("", "Place", r.Contact.Location)
	row("", "Links", strings.Join(r.Contact.Links, "   "))
	column.Add(widgets.NewStrong(fmt.Sprintf("Jobs: %d", len(r.Jobs))))
	for _, j := range r.Jobs {
		a := widgets.NewActionRow("", orMissing(j.Title, "title"), fmt.Sprintf("%s   %s   %d points", orMissing(j.Employer, "employer"), orMissing(j.Dates, "time"), len(j.Points)))
		if j.Title == "" || j.Employer == "" || j.Dates == "" {
			a.SetText("part", orMissing(j.Title, "title"), fmt.Sprintf("%s   %s", orMissing(j.Employer, "employer"), orMissing(j.Dates, "time")))
			a.SetBadgeColour(widgets.ColorWarn)
		}
		column.Add(a)
	}
	column.Add(widgets.NewStrong(fmt.Sprintf("Sections: %d", len(r.Sections))))
	for _, s := range r.Sections {
		row("", s.Heading, fmt.Sprintf("taken for %s, %d lines", s.Kind, len(s.Lines)))
	}
	return scrolled(column)
}

func orMissing(text, what string) string {
	if text == "" {
		return "no " + what + " found"
	}
	return text
}

// needs are the rules that a page should keep, and the words that were lost on
// the way. A tap on one leads to its field.
func (w *window) needs(r *ats.Reading, leave func()) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	for _, rule := range r.Rules {
		a := widgets.NewActionRow("ok", rule.Need, rule.Why)
		if !rule.OK {
			a.SetText("fault", rule.Need, rule.Why)
			a.SetBadgeColour(widgets.ColorBad)
		}
		column.Add(a)
	}
	if c := r.Against; c != nil {
		w.wordRows(column, "lost", "Lost: ", c.Lost, leave)
		w.wordRows(column, "twice", "More often than it should be: ", c.Doubled, leave)
	}
	return scrolled(column)
}

// marked is the text as it was read, with what was lost in its place and what
// stands there twice.
func marked(r *ats.Reading) fyne.CanvasObject {
	after, twice := map[int][]string{}, map[int][]string{}
	if c := r.Against; c != nil {
		for _, word := range c.Lost {
			after[word.Line] = append(after[word.Line], "“"+word.Text+"”")
		}
		for _, word := range c.Doubled {
			twice[word.Line] = append(twice[word.Line], "“"+word.Text+"”")
		}
	}
	var segments []widget.RichTextSegment
	add := func(text string, colour fyne.ThemeColorName) {
		segments = append(segments, &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: colour, SizeName: theme.SizeNameCaptionText}})
	}
	var plain []string // lines with nothing to say of them
	flush := func() {
		if len(plain) > 0 {
			add(strings.Join(plain, "\n"), widgets.ColorMuted)
			plain = nil
		}
	}
	say := func(what string, words []string, colour fyne.ThemeColorName) {
		if len(words) > 0 {
			flush()
			add(what+strings.Join(words, " "), colour)
		}
	}
	say("Lost: ", after[-1], widgets.ColorBad)
	for i, line := range r.Text {
		plain = append(plain, line)
		say("More often than it should be: ", twice[i], widgets.ColorWarn)
		say("Lost: ", after[i], widgets.ColorBad)
	}
	flush()
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return text
}

// wordRows appends rows of words, no more than anyone would read.
func (w *window) wordRows(column *fyne.Container, badge, title string, words []ats.Word, leave func()) {
	const most = 40
	for i, word := range words {
		if i == most {
			column.Add(widgets.NewMuted(fmt.Sprintf("and %d more", len(words)-most)))
			return
		}
		a := widgets.NewActionRow(badge, title+"“"+word.Text+"”", "Go to the field")
		a.SetBadgeColour(widgets.ColorWarn)
		a.OnTapped = func() {
			leave()
			w.session.Reveal(word.Address)
		}
		column.Add(a)
	}
}
