package tailor

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// intake is the form that takes in a posting: pasted, from a file, or dropped.
type intake struct {
	tailor  *Tailor
	field   *widgets.TextField
	read    *widgets.Button
	problem *widgets.Label
	back    *fyne.Container
	root    fyne.CanvasObject
}

const (
	// pasted is the least length of a text from the clipboard that is read at once, in bytes. It is
	// not put into the field: that takes long for a whole page.
	pasted = 200
	// readingTime bounds how long a posting is read.
	readingTime = time.Minute
	// fileLimit bounds the size of a posting's file, in bytes.
	fileLimit = 50 << 20
)

func newIntake(t *Tailor) *intake {
	in := &intake{tailor: t, field: widgets.NewTextArea(tr.T("tailor.paste-the-whole-job", "Paste the whole job posting here")), problem: widgets.NewLabel("")}
	in.field.MinRows = 12
	in.problem.SetColor(widgets.ColorBad)
	in.problem.Hide()
	in.read = widgets.NewButton(tr.T("tailor.read-posting", "Read posting"), func() { in.readText(in.field.Text) })
	in.read.Importance = widget.HighImportance
	in.read.Disable()
	in.field.OnChanged = func(text string) {
		in.say("")
		if strings.TrimSpace(text) == "" {
			in.read.Disable()
			return
		}
		in.read.Enable()
	}
	in.field.OnShortcut = func(s fyne.Shortcut) bool {
		_, pastes := s.(*fyne.ShortcutPaste)
		if text := t.services.Clipboard(); pastes && len(text) >= pasted {
			in.readText(in.field.Text + text)
			return true
		}
		return false
	}
	paste := widgets.NewButtonWithIcon(tr.T("tailor.paste", "Paste"), theme.ContentPasteIcon(), in.paste)
	file := widgets.NewButtonWithIcon(tr.T("tailor.open-a-file", "Open a file…"), theme.FolderOpenIcon(), func() { t.services.AskFile(t.OpenFile) })
	leave := widgets.NewButton(tr.T("tailor.back-to-the-posting", "Back to the posting"), func() { t.Key(&fyne.KeyEvent{Name: fyne.KeyEscape}) })
	leave.Importance = widget.LowImportance
	in.back = container.NewHBox(leave)
	in.root = container.NewVScroll(inset(widgets.NewColumn(12,
		in.back,
		widgets.NewHeading(tr.T("tailor.tailor-your-resume-to", "Tailor your resume to a job")),
		widgets.NewLabel(tr.T("tailor.copy-the-whole-posting", "Copy the whole posting in your browser and paste it here. You see what it asks for, what your resume proves, and what it leaves out. Then make a version for this job.")),
		in.field,
		row(in.read, paste, file),
		in.problem,
		widgets.NewMuted(tr.T("tailor.a-saved-web-page", "A saved web page, PDF, Word, Markdown or text file works too: open it, or drop it on the window. Nothing is sent or fetched: the posting stays in your file.")),
	), 20, 18))
	return in
}

func (in *intake) setBack(on bool) {
	if in.back.Hidden == on {
		in.back.Hidden = !on
		in.root.Refresh()
	}
}

// say shows what went wrong, "" for nothing.
func (in *intake) say(text string) {
	if in.problem.Text() == text {
		return
	}
	in.problem.SetText(text)
	in.problem.Hidden = text == ""
	in.root.Refresh()
}

// Problem is what the form for a posting says went wrong, "" for nothing.
func (t *Tailor) Problem() string { return t.intake.problem.Text() }

// Paste reads what is on the clipboard while the form for a posting is shown, wherever the
// focus is.
func (t *Tailor) Paste() {
	if t.intakeShown() {
		t.intake.paste()
	}
}

// paste reads what is on the clipboard.
func (in *intake) paste() {
	text := in.tailor.services.Clipboard()
	if strings.TrimSpace(text) == "" {
		in.say(tr.T("tailor.there-is-no-text", "There is no text on the clipboard. Select the whole posting in your browser, copy it, and try again."))
		return
	}
	in.readText(text)
}

func (in *intake) readText(text string) {
	if isLink(text) {
		in.say(tr.T("tailor.resumax-doesnt-open-links", "ResuMax doesn't open links: nothing is sent or fetched. Open the page in your browser, select all, copy, and paste the text here."))
		return
	}
	in.tailor.readData([]byte(text), tr.T("tailor.the-pasted-text", "The pasted text"), in.say)
}

// isLink reports whether a text is nothing but a web address.
func isLink(text string) bool {
	text = strings.TrimSpace(text)
	_, ok := resume.Link(text)
	return ok && len(strings.Fields(text)) == 1 && strings.ContainsAny(text, "/")
}

// OpenFile reads the posting in a file.
func (t *Tailor) OpenFile(path string) {
	name := filepath.Base(path)
	info, err := os.Stat(path)
	if err == nil && info.Size() > fileLimit {
		t.failed(tr.T("tailor.is-larger-than-50", "{{.Name}} is larger than 50 MB, which no job posting is. Save the page's text instead.", tr.With{"Name": name}))
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.failed(shell.Sentence(err.Error()))
		return
	}
	t.readData(data, name, t.failed)
}

// failed says what went wrong where the user looks.
func (t *Tailor) failed(text string) {
	if t.intakeShown() {
		t.intake.say(text)
		return
	}
	t.services.Shell.ShowError(text)
}

// readData reads a posting and adds it to the project.
func (t *Tailor) readData(data []byte, name string, failed func(string)) {
	t.services.Shell.Cancellable(tr.T("tailor.reading-the-posting", "Reading the posting"), readingTime, func(ctx context.Context) func() {
		p, err := t.services.Read(ctx, data, name)
		return func() {
			if err != nil {
				failed(shell.Sentence(err.Error()))
				return
			}
			t.offer(p)
		}
	})
}

// offer adds a posting, and asks first if the project has it already.
func (t *Tailor) offer(p posting.Posting) {
	if id, ok := posting.Duplicate(t.session.Now().Project, p); ok {
		t.services.Shell.Ask(tr.T("tailor.you-already-have-this", "You already have this posting"), tr.T("tailor.is-in-this-project", "“{{.Title}}” is in this project. You can look at it, update it with this text and keep your corrections, or keep this text as another posting.", tr.With{"Title": titleOf(p)}),
			shell.Choice{Label: tr.T("tailor.show-it", "Show it"), Main: true, Do: func() { t.taken(id) }},
			shell.Choice{Label: tr.T("tailor.update-it", "Update it"), Do: func() { t.update(id, p) }},
			shell.Choice{Label: tr.T("tailor.keep-both", "Keep both"), Do: func() { t.add(p) }})
		return
	}
	t.add(p)
}

// update puts a posting that was read anew in place of the same one; corrections by hand stay.
func (t *Tailor) update(id string, p posting.Posting) {
	if t.session.EditProject(tr.T("tailor.update-posting", "Update posting"), resume.MetaAddress(resume.MetaPostings), func(d resume.Document) (resume.Document, error) {
		was, _ := posting.Find(d, id)
		next, err := posting.Replace(d, id, p)
		if err != nil {
			return d, err
		}
		now, _ := posting.Find(next, id)
		return t.services.Corrected(next, was, now)
	}) {
		t.services.Shell.Toaster.Show(tr.T("tailor.updated", "Updated “{{.Title}}”", tr.With{"Title": titleOf(p)}), tr.T("tailor.undo", "Undo"), func() { t.session.Undo() })
	}
	t.taken(id)
}

func (t *Tailor) add(p posting.Posting) {
	var id string
	if t.session.EditProject(tr.T("tailor.add-posting", "Add posting"), resume.MetaAddress(resume.MetaPostings), func(d resume.Document) (resume.Document, error) {
		var err error
		if d, id, err = posting.Add(d, p, t.services.Today().Format(time.DateOnly)); err != nil {
			return d, err
		}
		stored, _ := posting.Find(d, id)
		return t.services.Saved(d, stored)
	}) {
		t.taken(id)
	}
}

// taken shows a posting that has just been taken in.
func (t *Tailor) taken(id string) {
	t.adding = false
	t.intake.field.SetTextQuiet("")
	t.intake.read.Disable()
	t.intake.say("")
	t.services.Matching.Choose(id)
	t.arrange()
	t.services.Shell.Focus(nil)
}
