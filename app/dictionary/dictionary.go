// Package dictionary edits the custom dictionary: words that count as correct.
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
	"resumax/app/tr"
	"resumax/resume"
	"resumax/score"
	"resumax/widgets"
)

// Dictionary adds words to the resume's dictionary and to the user's.
type Dictionary struct {
	Shell   *shell.Shell
	Session *session.Session
	Library *library.Library
}

// Add adds the word of a finding to the resume's dictionary, as one undo step, and
// offers to add it to the user's, for all resumes.
func (d Dictionary) Add(f score.Finding) {
	if !d.Session.Edit(tr.T("dictionary.add-to-dictionary", "Add to dictionary"), f.Address, func(doc resume.Document) (resume.Document, error) { return doc.AddWord(f.Word) }) || !d.Library.HasHome() {
		return
	}
	d.Shell.Toaster.ShowWith(tr.T("dictionary.added-to-this-resumes", "Added “{{.Word}}” to this resume's dictionary.", tr.With{"Word": f.Word}),
		widgets.ToastAction{Label: tr.T("dictionary.add-for-all-resumes", "Add for all resumes"), Do: func() { d.addForAll(f.Word) }},
		widgets.ToastAction{Label: tr.T("dictionary.undo", "Undo"), Do: func() { d.Session.Undo() }})
}

// addForAll adds a word to the user's dictionary.
func (d Dictionary) addForAll(word string) {
	d.Shell.Background(tr.T("dictionary.adding-to-your-dictionary", "Adding to your dictionary"), func() func() {
		err := d.Library.AddWord(word)
		return func() {
			if err != nil {
				d.Shell.ShowError(err.Error())
				return
			}
			d.Library.ReloadWords()
		}
	})
}

// save saves the user's dictionary and reports whether it could.
func (d Dictionary) save(words []string) bool {
	if err := d.Library.SaveWords(words); err != nil {
		d.Shell.Toaster.Show(shell.Sentence(err.Error()), "", nil)
		return false
	}
	return true
}

// Edit lets the user edit the dictionary for all resumes.
func (d Dictionary) Edit() {
	words, err := d.Library.Words()
	if err != nil {
		d.Shell.ShowError(err.Error())
		return
	}
	entry := widgets.NewTextArea(tr.T("dictionary.one-word-per-line", "One word per line"))
	entry.SetText(strings.Join(words, "\n"))
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("dictionary.save", "Save"), func() {
		if d.save(strings.Fields(entry.Text)) {
			m.Close()
		}
	})
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("dictionary.cancel", "Cancel"), func() { m.Close() }), ok)
	about := widgets.NewMuted(tr.T("dictionary.words-that-count-as", "Words that count as correct in all your resumes. Words for one resume are saved in its file."))
	field := d.Shell.Fitted(entry, fyne.NewSize(460, 260), fyne.NewSize(80, 220))
	m = d.Shell.Modal(widgets.NewColumn(10, widgets.NewHeading(tr.T("dictionary.custom-dictionary", "Custom dictionary")), about, field, buttons), nil)
	m.Focus(entry)
}
