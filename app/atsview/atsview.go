// Package atsview is the ATS check: what an applicant tracking system parses from a
// PDF of the open resume, or from another PDF.
package atsview

import (
	"bytes"
	"cmp"
	"context"
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
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/ats"
	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/render"
	"resumax/render/outline"
	"resumax/storage/file"
	"resumax/widgets"
)

// Reader reads PDFs back.
type Reader interface {
	Read(ctx context.Context, file []byte) ([]pdftext.Page, error)
	Close() error
}

// Services are what the check needs from the window.
type Services struct {
	Shell   *shell.Shell
	Session *session.Session
	Picker  func() picker.Picker
	Options func(session.Snapshot) render.Options // how the resume is typeset; called on another goroutine
	Name    func() string                         // of the project
	Folder  func() string                         // where file dialogs begin
}

// Check reads PDFs back.
type Check struct {
	services Services
	reader   Reader
	idle     *time.Timer // closes the reader
}

// New makes a check with a reader of PDFs.
func New(reader Reader, services Services) *Check { return &Check{services: services, reader: reader} }

const (
	// timeout is for reading one PDF. PDFium's first start takes some seconds.
	timeout = time.Minute
	// idleTime is how long PDFium, which is large, stays in memory for the next PDF.
	idleTime = 3 * time.Minute
)

var pdfFiles = []picker.Filter{{Name: "PDF", Extensions: []string{"pdf"}}}

// Project checks the open resume.
func (c *Check) Project() {
	now, name := c.services.Session.Now(), c.services.Name()
	c.services.Shell.Cancellable(tr.T("atsview.checking-the-pdf", "Checking the PDF"), timeout, func(ctx context.Context) func() {
		var b bytes.Buffer
		doc := render.Typeset(now.Resume, c.services.Options(now))
		if err := render.PDF(&b, doc); err != nil {
			return func() {
				c.services.Shell.ShowError(tr.T("atsview.couldnt-create-the-pdf", "Couldn't create the PDF: {{.Error}}", tr.With{"Error": err.Error()}))
			}
		}
		return c.read(ctx, b.Bytes(), doc.Blocks, name)
	})
}

// Other asks for a PDF and checks it.
func (c *Check) Other() {
	s := c.services.Shell
	answered := s.SystemDialog("open PDF")
	c.services.Picker().Open(picker.Request{Title: tr.T("atsview.check-a-pdf", "Check a PDF"), Folder: c.services.Folder(), Filters: pdfFiles}, func(path string, err error) {
		answered()
		if err != nil {
			s.ShowError(err.Error())
		}
		if err != nil || path == "" {
			return
		}
		s.Cancellable(tr.T("atsview.checking", "Checking {{.File}}", tr.With{"File": filepath.Base(path)}), timeout, func(ctx context.Context) func() {
			data, err := file.ReadFile(path, pdftext.MaxBytes)
			if err != nil {
				return func() { s.ShowError(err.Error()) }
			}
			return c.read(ctx, data, nil, filepath.Base(path))
		})
	})
}

// read reads a PDF, off the UI goroutine, and returns a function that shows the
// result on it.
func (c *Check) read(ctx context.Context, data []byte, blocks []outline.Block, name string) func() {
	pages, err := c.reader.Read(ctx, data)
	var reading *ats.Reading
	if err == nil {
		reading = ats.Read(pages, blocks)
	}
	return func() {
		c.scheduleClose()
		if err != nil {
			c.services.Shell.ShowError(tr.Quoted(name) + ": " + err.Error())
			return
		}
		c.services.Shell.Trace.Write("read", trace.Members{"pages": len(pages)})
		c.show(reading, name)
	}
}

// scheduleClose closes the reader when it has not been used for idleTime.
func (c *Check) scheduleClose() {
	if c.idle != nil {
		c.idle.Stop()
	}
	c.idle = time.AfterFunc(idleTime, func() { c.reader.Close() })
}

const dialogWidth = 760

// show shows a result as a dialog. It opens on the checks if any failed.
func (c *Check) show(r *ats.Reading, name string) {
	var m *widgets.Modal
	tabs := widgets.NewTabs(0,
		widgets.Tab{Name: tr.T("atsview.parsed", "Parsed"), Content: parsed(r)},
		widgets.Tab{Name: tr.T("atsview.checks", "Checks"), Content: c.checks(r, func() { m.Close() })},
		widgets.Tab{Name: tr.T("atsview.text", "Text"), Content: scrolled(marked(r))})
	for _, rule := range r.Rules {
		if !rule.OK {
			tabs.Select(1)
		}
	}
	if a := r.Against; a != nil && len(a.Lost)+len(a.Doubled) > 0 {
		tabs.Select(1)
	}
	frame := c.services.Shell.Fitted(tabs.Object(), fyne.NewSize(dialogWidth, 520), fyne.NewSize(80, 200))
	other := widgets.NewButton(tr.T("atsview.check-another-pdf", "Check another PDF…"), func() { m.Close(); c.Other() })
	other.Importance = widget.LowImportance
	ok := widgets.NewButton(tr.T("atsview.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = c.services.Shell.Modal(widgets.NewColumn(10, widgets.NewHeading(tr.T("atsview.ats-check", "ATS check")), widgets.NewMuted(summaryOf(r, name)), frame,
		container.NewHBox(other, layout.NewSpacer(), ok)), func() { m.Close() })
}

// summaryOf is the result in a sentence.
func summaryOf(r *ats.Reading, name string) string {
	c := r.Against
	switch {
	case c == nil:
		return tr.T("atsview.was-read-on-this", "{{.Name}} was read on this computer. To compare the words, open its resume and run the ATS check.", tr.With{"Name": name})
	case c.Found == c.Words && len(c.Doubled) == 0 && c.InOrder == 1:
		return tr.T("atsview.the-pdf-of-was", "The PDF of {{.Name}} was read on this computer: all {{.Words}} words were found, once each and in order.", tr.With{"Name": name, "Words": c.Words})
	case c.Found == c.Words:
		return tr.T("atsview.the-pdf-of-was-read", "The PDF of {{.Name}} was read on this computer: all {{.Words}} words were found, {{.Percent}}% of them in order.", tr.With{"Name": name, "Words": c.Words, "Percent": tr.Decimal(100*c.InOrder, 0)})
	}
	return tr.T("atsview.the-pdf-of-was-read-on", "The PDF of {{.Name}} was read on this computer: {{.Found}} of {{.Words}} words were found.", tr.With{"Name": name, "Found": c.Found, "Words": c.Words})
}

func scrolled(o fyne.CanvasObject) fyne.CanvasObject {
	return container.NewVScroll(container.New(layout.NewCustomPaddedLayout(10, 10, 4, 14), o))
}

// parsed are the fields that a hiring system fills in from the PDF.
func parsed(r *ats.Reading) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	row := func(badge, title, text string) {
		a := widgets.NewActionRow(badge, title, text)
		if text == "" {
			a.SetText(tr.T("atsview.missing", "Missing"), title, tr.T("atsview.not-found", "Not found"))
			a.SetBadgeColor(widgets.ColorWarn)
		}
		column.Add(a)
	}
	column.Add(widgets.NewStrong(tr.T("atsview.contact", "Contact")))
	row("", tr.T("atsview.name", "Name"), r.Contact.Name)
	row("", tr.T("atsview.email", "Email"), r.Contact.Email)
	row("", tr.T("atsview.phone", "Phone"), r.Contact.Phone)
	row("", tr.T("atsview.location", "Location"), r.Contact.Location)
	row("", tr.T("atsview.links", "Links"), strings.Join(r.Contact.Links, "   "))
	column.Add(widgets.NewStrong(tr.T("atsview.jobs", "Jobs: {{.Number}}", tr.With{"Number": len(r.Jobs)})))
	for _, j := range r.Jobs {
		a := widgets.NewActionRow("", titleOf(j), employerOf(j)+"   "+datesOf(j)+"   "+tr.N("atsview.bullets", "{{.Count}} bullet", "{{.Count}} bullets", len(j.Points)))
		if j.Title == "" || j.Employer == "" || j.Dates == "" {
			a.SetText(tr.T("atsview.incomplete", "Incomplete"), titleOf(j), employerOf(j)+"   "+datesOf(j))
			a.SetBadgeColor(widgets.ColorWarn)
		}
		column.Add(a)
	}
	column.Add(widgets.NewStrong(tr.T("atsview.sections", "Sections: {{.Number}}", tr.With{"Number": len(r.Sections)})))
	for _, s := range r.Sections {
		row("", s.Heading, tr.N("atsview.parsed-as-lines", "Parsed as {{.Kind}}, {{.Count}} line", "Parsed as {{.Kind}}, {{.Count}} lines", len(s.Lines), tr.With{"Kind": tr.Word(s.Kind)}))
	}
	return scrolled(column)
}

func titleOf(j structure.Job) string {
	return cmp.Or(j.Title, tr.T("atsview.no-title-found", "no title found"))
}

func employerOf(j structure.Job) string {
	return cmp.Or(j.Employer, tr.T("atsview.no-employer-found", "no employer found"))
}

func datesOf(j structure.Job) string {
	return cmp.Or(j.Dates, tr.T("atsview.no-dates-found", "no dates found"))
}

// checks are the rules that a page should follow, and the words that were lost or
// doubled. A tap on a word leads to its field.
func (c *Check) checks(r *ats.Reading, leave func()) fyne.CanvasObject {
	column := widgets.NewColumn(2)
	for _, rule := range r.Rules {
		a := widgets.NewActionRow(tr.T("atsview.pass", "Pass"), rule.Need, rule.Why)
		if !rule.OK {
			a.SetText(tr.T("atsview.fail", "Fail"), rule.Need, rule.Why)
			a.SetBadgeColor(widgets.ColorBad)
		}
		column.Add(a)
	}
	if a := r.Against; a != nil {
		c.wordRows(column, tr.T("atsview.lost", "Lost"), lostText, a.Lost, leave)
		c.wordRows(column, tr.T("atsview.doubled", "Doubled"), doubledText, a.Doubled, leave)
	}
	return scrolled(column)
}

// marked is the text as it was read, with the words that were lost or doubled after
// the lines they belong to.
func marked(r *ats.Reading) fyne.CanvasObject {
	lost, doubled := map[int][]string{}, map[int][]string{}
	if c := r.Against; c != nil {
		for _, word := range c.Lost {
			lost[word.Line] = append(lost[word.Line], tr.Quoted(word.Text))
		}
		for _, word := range c.Doubled {
			doubled[word.Line] = append(doubled[word.Line], tr.Quoted(word.Text))
		}
	}
	var segments []widget.RichTextSegment
	add := func(text string, color fyne.ThemeColorName) {
		segments = append(segments, &widget.TextSegment{Text: text, Style: widget.RichTextStyle{ColorName: color, SizeName: theme.SizeNameCaptionText}})
	}
	var plain []string // lines without such words
	flush := func() {
		if len(plain) > 0 {
			add(strings.Join(plain, "\n"), widgets.ColorMuted)
			plain = nil
		}
	}
	note := func(what func(words string) string, words []string, color fyne.ThemeColorName) {
		if len(words) > 0 {
			flush()
			add(what(strings.Join(words, " ")), color)
		}
	}
	note(lostText, lost[-1], widgets.ColorBad)
	for i, line := range r.Text {
		plain = append(plain, line)
		note(doubledText, doubled[i], widgets.ColorWarn)
		note(lostText, lost[i], widgets.ColorBad)
	}
	flush()
	text := widget.NewRichText(segments...)
	text.Wrapping = fyne.TextWrapWord
	return text
}

func lostText(words string) string {
	return tr.T("atsview.lost-words", "Lost: {{.Words}}", tr.With{"Words": words})
}

func doubledText(words string) string {
	return tr.T("atsview.doubled-words", "Doubled: {{.Words}}", tr.With{"Words": words})
}

// wordRows appends rows of words, up to a limit.
func (c *Check) wordRows(column *fyne.Container, badge string, text func(words string) string, words []ats.Word, leave func()) {
	const limit = 40
	for i, word := range words {
		if i == limit {
			column.Add(widgets.NewMuted(tr.N("atsview.and-more", "and {{.Count}} more", "and {{.Count}} more", len(words)-limit)))
			return
		}
		a := widgets.NewActionRow(badge, text(tr.Quoted(word.Text)), tr.T("atsview.go-to-the-field", "Go to the field"))
		a.SetBadgeColor(widgets.ColorWarn)
		a.OnTapped = func() {
			leave()
			c.services.Session.Reveal(word.Address)
		}
		column.Add(a)
	}
}
