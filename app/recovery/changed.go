package recovery

import (
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/compare"
	"resumax/app/shell"
	"resumax/app/thumbnails"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// Change is a file that another program changed while it was open here.
type Change struct {
	Name string // of the file
	// Base is what both sides began from, Mine what is open here, Theirs what is in the
	// file now.
	Base, Mine, Theirs resume.Document
}

// ChangeAnswers are what the window does about a change of its file.
type ChangeAnswers struct {
	Merge  func(merged resume.Document) // take what both sides made of it
	Reload func()                       // take what is in the file
	Keep   func()                       // keep what is open here; saving overwrites the file
	Later  func()                       // nothing was chosen
}

// AskChanged asks what to do about a file that another program changed. What differs
// and whether it can be merged is found off the UI goroutine. Where nothing differs
// that a person would see, nothing is asked: it is merged.
func AskChanged(s *shell.Shell, pictures *thumbnails.Maker, c Change, answers ChangeAnswers) {
	s.Background(tr.T("recovery.comparing", "Comparing {{.Name}}", tr.With{"Name": c.Name}), func() func() {
		merged, conflicts := resume.Merge(c.Base, c.Mine, c.Theirs)
		comparison := compare.Of(compare.Side{Title: tr.T("recovery.yours", "Yours"), Document: c.Mine}, compare.Side{Title: tr.T("recovery.in-the-file", "In the file"), Document: c.Theirs})
		if len(comparison.Lines) == 0 && len(conflicts) == 0 {
			return func() { answers.Merge(merged) }
		}
		q := &question{shell: s, pictures: pictures, change: c, comparison: comparison.Dispute(merged, conflicts), merged: merged,
			conflicts: len(conflicts), clean: c.Mine.Equal(c.Base), answers: answers}
		return q.show
	})
}

// question is the dialog about a changed file.
type question struct {
	shell      *shell.Shell
	pictures   *thumbnails.Maker
	change     Change
	comparison compare.Comparison
	merged     resume.Document
	conflicts  int
	clean      bool // nothing is unsaved here
	answers    ChangeAnswers

	modal *widgets.Modal
}

func (q *question) show() {
	merge := func() { q.answers.Merge(q.merged) }
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("recovery.decide-later", "Decide later"), func() { q.modal.Close() }))
	var enter func() // none where a conflict is to be read first
	add := func(label string, main bool, answer func()) {
		take := func() {
			q.modal.OnClosed = nil
			q.modal.Close()
			answer()
		}
		b := widgets.NewButton(label, take)
		if main {
			b.Importance = widget.HighImportance
			enter = take
		}
		buttons.Add(b)
	}
	add(tr.T("recovery.keep-mine", "Keep mine"), false, q.answers.Keep)
	add(tr.T("recovery.reload-theirs", "Reload theirs"), q.clean, q.answers.Reload)
	if !q.clean {
		add(tr.T("recovery.merge", "Merge"), q.conflicts == 0, merge)
	}
	head := widgets.NewColumn(8, widgets.NewHeading(tr.T("recovery.was-changed-by-another", "“{{.Name}}” was changed by another program", tr.With{"Name": q.change.Name})), widgets.NewLabel(q.about()))
	view := compare.View(q.comparison, q.pictures, q.shell.Window.Canvas().Scale())
	q.modal = q.shell.Modal(sized(q.shell, widgets.NewBorder(spaced(head), buttons, nil, nil, view)), enter)
	q.modal.OnClosed = q.answers.Later
}

// about says what the main answer does.
func (q *question) about() string {
	switch {
	case q.clean:
		return tr.T("recovery.you-have-no-unsaved", "You have no unsaved changes here. Reload to go on with what is in the file now.")
	case q.conflicts == 0:
		return tr.T("recovery.merge-keeps-your-changes", "Merge keeps your changes and theirs: no part was changed on both sides.")
	}
	return tr.N("recovery.parts-were-changed-on", "{{.Count}} part was changed on both sides. Merge keeps yours there, and all other changes of both.", "{{.Count}} parts were changed on both sides. Merge keeps yours there, and all other changes of both.", q.conflicts)
}

// DeletedNotice says that the open file was deleted by another program.
func DeletedNotice(name string) string {
	return tr.T("recovery.was-deleted-by-another", "“{{.Name}}” was deleted by another program. Your resume is still open here: save to write the file again.", tr.With{"Name": name})
}
