// Package letter is the pane with the cover letter of the resume, or of the variant that
// is shown: its fields beside its page, what is wrong with it at the place where it is, and
// the proof that it can be made of.
//
// Like the section form, it is built from the session's snapshot and kept while only texts
// change.
package letter

import (
	"strings"
	"sync/atomic"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"resumax/app/session"
	"resumax/app/shell"
	"resumax/exchange/format"
	"resumax/job/letter"
	"resumax/job/posting"
	"resumax/render"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the pane needs from the window.
type Services struct {
	Shell   *shell.Shell
	Page    fyne.CanvasObject                        // shows the page, see [Pane.Options]
	Variant func() string                            // the variant whose letter is edited, "" for the base's
	Posting func() (p posting.Posting, id string)    // that the letter is to answer; the zero value for none
	Proofs  func() []letter.Proof                    // of what the posting asks for, what matters most first
	Words   func() []string                          // the user's dictionary; may be nil
	Today   func() time.Time                         //
	Export  func(f *format.Format, l Export)         // writes a letter to a file that the user chooses
	Notice  func(text string)                        // shows a toast with an Undo button
	OnKey   func(*fyne.KeyEvent) bool                // a key typed into a field; true keeps it from the field
	Reveal  func(resume.Address)                     // shows a text of the resume
	Options func(s session.Snapshot) render.Options  // how the resume is typeset; called on any goroutine
	Resume  func(s session.Snapshot) resume.Document // the resume that is shown; nil for the snapshot's
}

// Export is a letter to be written to a file.
type Export struct {
	Suffix  string // of the file's name: "letter"
	Options func(session.Snapshot) render.Options
}

// Pane is the pane.
type Pane struct {
	// Content is the form with the page beside it, or what begins a letter.
	Content fyne.CanvasObject

	session  *session.Session
	services Services

	root    *fyne.Container
	columns *shell.Columns
	scroll  *container.Scroll
	form    *form // nil where there is no letter
	built   string
	variant atomic.Value // of type string, for the goroutine that sets the page
	checks  *session.Worker[task, []letter.Finding]
	found   []letter.Finding
	shown   bool
}

// New makes the pane. While it is not shown it does nothing.
func New(s *session.Session, services Services, threads session.Threads) *Pane {
	p := &Pane{session: s, services: services}
	p.variant.Store("")
	p.checks = &session.Worker[task, []letter.Finding]{Work: task.check, Done: p.showFindings, Threads: threads}
	p.scroll = container.NewVScroll(container.NewWithoutLayout())
	p.columns = shell.NewColumns(
		shell.Column{Name: "letter", Content: p.scroll, MinWidth: 360, Width: 560, Room: 400, Text: 0.5},
		shell.Column{Name: "page", Content: services.Page, MinWidth: 300, Width: 620, Grows: true, Room: 420})
	p.root = container.NewStack()
	p.Content = p.root
	s.OnChange(func(session.Snapshot) { p.changed() })
	return p
}

// SetShown shows or hides the pane.
func (p *Pane) SetShown(on bool) {
	p.shown = on
	if on {
		p.Refresh()
	}
}

// Refresh shows the letter of the variant that is shown now.
func (p *Pane) Refresh() {
	p.variant.Store(p.services.Variant())
	p.built = ""
	p.changed()
}

// changed follows the session.
func (p *Pane) changed() {
	if !p.shown {
		return
	}
	p.variant.Store(p.services.Variant())
	l, at, ok := p.letter()
	if !ok {
		p.showEmpty()
		return
	}
	if shape := p.shape(l, at); shape != p.built {
		p.built = shape
		p.build(l, at)
	}
	p.form.sync(l)
	p.check()
}

// letter is the letter that is edited, and where it is.
func (p *Pane) letter() (letter.Letter, resume.Address, bool) {
	return letter.For(p.session.Now().Document, p.services.Variant())
}

// resume is the resume that the letter goes with, as it is shown.
func (p *Pane) resume() resume.Document { return p.resumeOf(p.session.Now()) }

func (p *Pane) resumeOf(s session.Snapshot) resume.Document {
	if p.services.Resume != nil {
		return p.services.Resume(s)
	}
	return s.Document
}

// Options are how the page of the letter is typeset: the resume's options with the letter in
// them, those of the resume where there is none. It may be called on any goroutine.
func (p *Pane) Options(s session.Snapshot) render.Options {
	o := p.services.Options(s)
	variant, _ := p.variant.Load().(string)
	if l, at, ok := letter.For(s.Document, variant); ok {
		return l.Options(at, s.Resume, o)
	}
	return o
}

// Exists reports whether there is a letter.
func (p *Pane) Exists() bool {
	_, _, ok := p.letter()
	return ok
}

// Focus focuses what had the focus last, the first question that is left, or what begins a
// letter.
func (p *Pane) Focus() {
	if p.form == nil {
		widgets.FocusFirst(p.root)
		return
	}
	p.Reveal(p.session.Focus())
	if f := p.form.nearest(p.session.Focus()); f != nil {
		fyne.Do(func() { widgets.Reveal(f.entry) }) // when the form has its size
	}
}

// Reveal shows the field of an address and focuses it: the nearest one if it has none.
func (p *Pane) Reveal(a resume.Address) {
	if p.form == nil {
		return
	}
	if f := p.form.nearest(a); f != nil {
		p.focus(f)
	}
}

func (p *Pane) focus(f *field) {
	if c := widgets.CanvasOf(p.root); c != nil {
		c.Focus(f.entry)
	}
}

// Move moves the paragraph that is edited up or down.
func (p *Pane) Move(by int) {
	if p.form != nil {
		p.form.moveFocused(by)
	}
}

// shape is what the form is built for: if it changes, the form is built anew.
func (p *Pane) shape(l letter.Letter, at resume.Address) string {
	var b strings.Builder
	b.WriteString(string(at))
	for range l.Paragraphs {
		b.WriteByte('p')
	}
	if l.HasSubject() || l.Subject != "" {
		b.WriteByte('s')
	}
	post, id := p.services.Posting()
	b.WriteString(id + "|" + letter.EmployerKey(employerOf(l, post)))
	for _, proof := range p.services.Proofs() {
		b.WriteString("|" + proof.Requirement + string(proof.Address))
	}
	return b.String()
}

// employerOf is whom a letter is to.
func employerOf(l letter.Letter, p posting.Posting) string {
	if name := strings.TrimSpace(l.To.Employer); name != "" {
		return name
	}
	return p.Company
}

// build makes the form anew and keeps the focus where it is.
func (p *Pane) build(l letter.Letter, at resume.Address) {
	focused, cursor := p.focused()
	offset := p.scroll.Offset
	p.form = newForm(p, l, at)
	p.scroll.Content = p.form.root
	p.root.Objects = []fyne.CanvasObject{p.columns.Object()}
	p.root.Refresh()
	p.scroll.Offset = offset
	p.scroll.Refresh()
	if focused != "" {
		if f := p.form.nearest(focused); f != nil {
			p.focus(f)
			f.entry.SetCursorOffset(cursor)
		}
	}
}

// focused is the address of the field that has the focus, "" for none, with its cursor.
func (p *Pane) focused() (resume.Address, int) {
	c := widgets.CanvasOf(p.root)
	if c == nil || p.form == nil {
		return "", 0
	}
	for _, f := range p.form.fields {
		if c.Focused() == fyne.Focusable(f.entry) {
			return f.at, f.entry.CursorTextOffset()
		}
	}
	return "", 0
}
