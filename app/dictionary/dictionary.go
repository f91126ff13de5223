// Package dictionary is the words that the user calls right.
package dictionary

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/library"
	"resumax/app/session"
	"resumax/app/shell"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// Dictionary adds words to the resume's list and to the user's own.
type Dictionary struct {
	Shell   *shell.Shell
	Session *session.Session
	Library *library.Library
}

// Add calls the word of a finding right in this resume, as one step of undo, and
// offers to call it right in all others.
func (d Dictionary) Add(f score.Finding) {
	if !d.Session.Edit("Add to dictionary", f.Address, func(doc resume.Document) (resume.Document, error) { return doc.AddWord(f.Word) }) || !d.Library.HasHome() {
		return
	}
	d.Shell.Toaster.Show("“"+f.Word+"” is right in this resume.", "In all my resumes", func() {
		words, err := d.Library.Words()
		if err != nil {
			d.Shell.ShowError(err.Error())
			return
		}
		d.keep(append(words, f.Word))
	})
}

// keep keeps the words that the user calls right in all resumes and reports whether
// it could.
func (d Dictionary) keep(words []string) bool {
	if err := d.Library.SaveWords(words); err != nil {
		d.Shell.Toaster.Show(shell.Sentence(err.Error()), "", nil)
		return false
	}
	return true
}

// Edit shows the words that the user calls right, to be changed.
func (d Dictionary) Edit() {
	words, err := d.Library.Words()
	if err != nil {
		d.Shell.ShowError(err.Error())
		return
	}
	entry := widgets.NewTextArea("One word on each line")
	entry.SetText(strings.Join(words, "\n"))
	var m *widgets.Modal
	keep := widgets.NewButton("Save", func() {
		if d.keep(strings.Fields(entry.Text)) {
			m.Close()
		}
	})
	keep.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton("Cancel", func() { m.Close() }), keep)
	about := widgets.NewMuted("Names and terms that no dictionary has and that are right in all your resumes. Those of a single resume stay in its file.")
	field := container.New(layout.NewGridWrapLayout(fyne.NewSize(460, 260)), entry)
	m = d.Shell.Modal(widgets.NewColumn(10, widgets.NewHeading("Custom dictionary"), about, field, buttons), nil)
	m.Focus(entry)
}
