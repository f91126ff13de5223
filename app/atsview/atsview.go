// Package atsview is the ATS check: what a hiring system reads in a PDF, of the open
// resume or of another file.
package atsview

import (
	"bytes"
	"context"
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
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/app/trace"
	"resumax/ats"
	"resumax/exchange/pdftext"
	"resumax/render"
	"resumax/render/outline"
	"resumax/storage/file"
	"resumax/storage/folders"
	"resumax/storage/userdata"
	"resumax/widgets"
)

// Reader reads PDFs back.
type Reader interface {
	Read(ctx context.Context, file []byte) ([]pdftext.Page, error)
	Close() error
}

// PDFium is the reader of the program, with its compiled code kept between runs.
func PDFium() Reader { return &pdftext.Reader{Cache: userdata.CodeCache(folders.Cache("pdfium"))} }

// Services are what the check needs of the window around it.
type Services struct {
	Shell   *shell.Shell
	Session *session.Session
	Picker  func() picker.Picker
	Options func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Name    func() string                         // what the project is called
	Folder  func() string                         // where file dialogs begin
}

// Check reads PDFs back.
type Check struct {
	services Services
	reader   Reader
	rest     *time.Timer // closes the reader
}

// New makes a check with a reader of PDFs.
func New(reader Reader, services Services) *Check { return &Check{services: services, reader: reader} }

const (
	// readingTime bounds how long a PDF is read. The first time PDFium takes some
	// seconds to start.
	readingTime = time.Minute
	// readerRest is how long PDFium, which is large, stays for the next PDF.
	readerRest = 3 * time.Minute
)

var pdfFiles = []picker.Filter{{Name: "PDF", Extensions: []string{"pdf"}}}

// Project shows what a hiring system reads on the open resume's own pages.
func (c *Check) Project() {
	now, name := c.services.Session.Now(), c.services.Name()
	c.services.Shell.Cancellable("Reading the PDF back", readingTime, func(ctx context.Context) func() {
		var b bytes.Buffer
		doc := render.Typeset(now.Resume, c.services.Options(now))
		if err := render.PDF(&b, doc); err != nil {
			return func() { c.services.Shell.ShowError("The PDF could not be made: " + err.Error()) }
		}
		return c.read(ctx, b.Bytes(), doc.Blocks, name)
	})
}

// Other asks for a PDF and shows what a hiring system reads in it.
func (c *Check) Other() {
	s := c.services.Shell
	answered := s.SystemDialog("open PDF")
	c.services.Picker().Open(picker.Request{Title: "Read a PDF", Folder: c.services.Folder(), Filters: pdfFiles}, func(path string, err error) {
		answered()
		if err != nil {
			s.ShowError(err.Error())
		}
		if err != nil || path == "" {
			return
		}
		s.Cancellable("Reading "+filepath.Base(path), readingTime, func(ctx context.Context) func() {
			data, err := file.ReadFile(path, pdftext.MaxBytes)
			if err != nil {
				return func() { s.ShowError(err.Error()) }
			}
			return c.read(ctx, data, nil, filepath.Base(path))
		})
	})
}

// read reads a PDF and returns what shows the outcome. It is to be called off the
// UI goroutine.
func (c *Check) read(ctx context.Context, data []byte, blocks []outline.Block, name string) func() {
	pages, err := c.reader.Read(ctx, data)
	var reading *ats.Reading
	if err == nil {
		reading = ats.Read(pages, blocks)
	}
	return func() {
		c.restReader()
		if err != nil {
			c.services.Shell.ShowError("“" + name + "”: " + err.Error())
			return
		}
		c.services.Shell.Trace.Write("read", trace.Members{"pages": len(pages)})
		c.show(reading, name)
	}
}

// restReader closes the reader when nobody has used it for a while.
func (c *Check) restReader() {
	if c.rest != nil {
		c.rest.Stop()
	}
	c.rest = time.AfterFunc(readerRest, func() { c.reader.Close() })
}

const readingWidth = 760

// show shows what was read, over the window.
func (c *Check) show(r *ats.Reading, name string) {
	var m *widgets.Modal
	tabs := container.NewAppTabs(
		container.NewTabItem("Parsed", parsed(r)),
		container.NewTabItem("Checks", c.checks(r, func() { m.Close() })),
		container.NewTabItem("Text", scrolled(marked(r))))
	for _, rule := range r.Rules {
		if !rule.OK { // first what there is to do
			tabs.SelectIndex(1)
		}
	}
	if a := r.Against; a != nil && len(a.Lost)+len(a.Doubled) > 0 {
		tabs.SelectIndex(1)
	}
	size := c.services.Shell.Size()
	frame := container.New(layout.NewGridWrapLayout(fyne.NewSize(min(readingWidth, size.Width-80), min(520, size.Height-200))), tabs)
	other := widgets.NewButton("Read another PDF…", func() { m.Close(); c.Other() })
	other.Importance = widget.LowImportance
	ok := widgets.NewButton("Close", func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = c.services.Shell.Modal(widgets.NewColumn(10, widgets.NewHeading("ATS check"), widgets.NewMuted(summaryOf(r, name)), frame,
		container.NewHBox(other, layout.NewSpacer(), ok)), func() { m.Close() })
}

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

// parsed are the fields that a hiring system fills in from the page.
func parsed(r *ats.Reading) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	row := func(badge, title, text string) {
		a := widgets.NewActionRow(badge, title, text)
		if text == "" {
			a.SetText("none", title, "Not found")
			a.SetBadgeColor(widgets.ColorWarn)
		}
		column.Add(a)
	}
	column.Add(widgets.NewStrong("Who"))
	row("", "Name", r.Contact.Name)
	row("", "Email", r.Contact.Email)
	row("", "Phone", r.Contact.Phone)
	row("", "Location", r.Contact.Location)
	row("", "Links", strings.Join(r.Contact.Links, "   "))
	column.Add(widgets.NewStrong(fmt.Sprintf("Jobs: %d", len(r.Jobs))))
	for _, j := range r.Jobs {
		a := widgets.NewActionRow("", orMissing(j.Title, "title"), fmt.Sprintf("%s   %s   %d points", orMissing(j.Employer, "employer"), orMissing(j.Dates, "time"), len(j.Points)))
		if j.Title == "" || j.Employer == "" || j.Dates == "" {
			a.SetText("part", orMissing(j.Title, "title"), fmt.Sprintf("%s   %s", orMissing(j.Employer, "employer"), orMissing(j.Dates, "time")))
			a.SetBadgeColor(widgets.ColorWarn)
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

// checks are the rules that a page should keep, and the words that were lost on
// the way. A tap on one leads to its field.
func (c *Check) checks(r *ats.Reading, leave func()) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	for _, rule := range r.Rules {
		a := widgets.NewActionRow("ok", rule.Need, rule.Why)
		if !rule.OK {
			a.SetText("fault", rule.Need, rule.Why)
			a.SetBadgeColor(widgets.ColorBad)
		}
		column.Add(a)
	}
	if a := r.Against; a != nil {
		c.wordRows(column, "lost", "Lost: ", a.Lost, leave)
		c.wordRows(column, "twice", "More often than it should be: ", a.Doubled, leave)
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
	add := func(text string, color fyne.ThemeColorName) {
		segments = append(segments, &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: color, SizeName: theme.SizeNameCaptionText}})
	}
	var plain []string // lines with nothing to say of them
	flush := func() {
		if len(plain) > 0 {
			add(strings.Join(plain, "\n"), widgets.ColorMuted)
			plain = nil
		}
	}
	note := func(what string, words []string, color fyne.ThemeColorName) {
		if len(words) > 0 {
			flush()
			add(what+strings.Join(words, " "), color)
		}
	}
	note("Lost: ", after[-1], widgets.ColorBad)
	for i, line := range r.Text {
		plain = append(plain, line)
		note("More often than it should be: ", twice[i], widgets.ColorWarn)
		note("Lost: ", after[i], widgets.ColorBad)
	}
	flush()
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return text
}

// wordRows appends rows of words, no more than anyone would read.
func (c *Check) wordRows(column *fyne.Container, badge, title string, words []ats.Word, leave func()) {
	const most = 40
	for i, word := range words {
		if i == most {
			column.Add(widgets.NewMuted(fmt.Sprintf("and %d more", len(words)-most)))
			return
		}
		a := widgets.NewActionRow(badge, title+"“"+word.Text+"”", "Go to the field")
		a.SetBadgeColor(widgets.ColorWarn)
		a.OnTapped = func() {
			leave()
			c.services.Session.Reveal(word.Address)
		}
		column.Add(a)
	}
}
