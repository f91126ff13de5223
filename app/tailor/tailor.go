// Package tailor is the mode in which a resume is tailored to a job posting: the posting
// with what it asks for marked, and how well the resume answers it, with proof.
package tailor

import (
	"context"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/matching"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/job/posting"
	"resumax/resume"
	"resumax/widgets"
)

// Services are what the mode needs from the window.
type Services struct {
	Shell    *shell.Shell
	Matching *matching.Matching
	Today    func() time.Time
	// Read reads a posting of any format, off the UI goroutine.
	Read func(ctx context.Context, data []byte, name string) (posting.Posting, error)
	// AskFile lets the user choose files of postings.
	AskFile   func(done func(path string))
	Clipboard func() string
	// Show shows a place of the resume, beside the posting.
	Show func(resume.Address)
	// AddSkill puts a term into the skills.
	AddSkill func(term string)
	// WriteBullet begins a bullet with a text that has slots.
	WriteBullet func(pattern string)
	// Saved, Varied and Corrected add to the same step of undo what else follows when a posting
	// is added, when a variant is made for one, and when what was read of one is corrected.
	Saved     func(d resume.Document, p posting.Stored) (resume.Document, error)
	Varied    func(d resume.Document, p posting.Stored, variant string) (resume.Document, error)
	Corrected func(d resume.Document, was, now posting.Stored) (resume.Document, error)
}

// Tailor is the mode: two panes, which the window puts beside the page.
type Tailor struct {
	session  *session.Session
	services Services
	intake   *intake
	posting  *postingPane
	panel    *panel
	left     *fyne.Container // the posting, or the form for a new one
	adding   bool            // another posting is being added
}

// New makes the mode.
func New(s *session.Session, services Services) *Tailor {
	t := &Tailor{session: s, services: services, left: container.NewStack()}
	t.intake = newIntake(t)
	t.posting = newPostingPane(t)
	t.panel = newPanel(t)
	t.intake.setBack(false)
	t.left.Objects = []fyne.CanvasObject{t.intake.root}
	services.Matching.OnChoice = t.chosen
	services.Matching.OnReport = t.show
	return t
}

// Posting is the pane of the posting.
func (t *Tailor) Posting() fyne.CanvasObject { return t.left }

// Match is the pane of the match.
func (t *Tailor) Match() fyne.CanvasObject { return t.panel.root }

// SetFold puts the control that folds the posting's pane into its corner.
func (t *Tailor) SetFold(o fyne.CanvasObject) { t.posting.setFold(o) }

// Figure is the match as a short text and its color, for the strip of the folded pane.
func (t *Tailor) Figure() (string, fyne.ThemeColorName) { return figure(t.panel.report) }

// Focus focuses what is used first: the field for a posting, where there is none.
func (t *Tailor) Focus() {
	if t.intakeShown() {
		t.services.Shell.Focus(t.intake.field)
		return
	}
	t.services.Shell.Focus(nil)
}

func (t *Tailor) intakeShown() bool {
	_, any := t.services.Matching.Posting()
	return t.adding || !any
}

// Add shows the form for another posting.
func (t *Tailor) Add() {
	t.adding = true
	t.arrange()
	t.Focus()
}

// Key gives up adding a posting for Escape.
func (t *Tailor) Key(k *fyne.KeyEvent) bool {
	if k.Name == fyne.KeyEscape && t.adding {
		t.adding = false
		t.arrange()
		return true
	}
	return false
}

// chosen shows another posting.
func (t *Tailor) chosen() {
	p, ok := t.services.Matching.Posting()
	t.posting.show(p, ok)
	t.arrange()
}

// arrange shows the posting, or the form for one.
func (t *Tailor) arrange() {
	_, any := t.services.Matching.Posting()
	t.intake.setBack(any)
	want := fyne.CanvasObject(t.posting.root)
	if t.intakeShown() {
		want = t.intake.root
	}
	if t.left.Objects[0] != want {
		t.left.Objects[0] = want
		t.left.Refresh()
	}
}

// show shows a report, nil for none.
func (t *Tailor) show(r *matching.Report) {
	t.posting.mark(r)
	t.panel.show(r)
}

// inset puts margins around an object: above and below, and at the sides.
func inset(o fyne.CanvasObject, y, x float32) *fyne.Container {
	return container.New(layout.NewCustomPaddedLayout(y, y, x, x), o)
}

// row puts objects side by side at their minimum sizes.
func row(objects ...fyne.CanvasObject) *fyne.Container { return widgets.NewFlow(6, objects...) }
