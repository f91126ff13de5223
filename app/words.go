package app

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/resume"
	"resumax/role"
	"resumax/score"
	"resumax/widgets"
)

// own is what of the user's own a resume is read by.
type own struct {
	words score.Words // that are right in all resumes
	roles role.List   // those that ship, too
}

// loadOwn reads what of the user's own resumes are read by. Words that cannot be
// read are said once and count as none.
func (w *window) loadOwn() {
	words, err := w.home.Words()
	if err != nil {
		w.toaster.Show(sentence(err.Error()), "", nil)
	}
	w.own.Store(&own{score.WordsOf(words), w.roles})
}

// addWord calls the word of a finding spelt right in this resume, as one step of
// undo, and offers to call it right in all others.
func (w *window) addWord(f score.Finding) {
	if !w.session.Edit("Add to my words", f.Address, func(d resume.Document) (resume.Document, error) { return d.AddWord(f.Word) }) || w.home == "" {
		return
	}
	w.toaster.Show("“"+f.Word+"” is right in this resume.", "In all my resumes", func() {
		words, err := w.home.Words()
		if err != nil {
			w.say(err.Error())
			return
		}
		w.keepWords(append(words, f.Word))
	})
}

// keepWords keeps the words that the user calls right, scores by them, and reports
// whether it could.
func (w *window) keepWords(words []string) bool {
	if err := w.home.SaveWords(words); err != nil {
		w.toaster.Show(sentence(err.Error()), "", nil)
		return false
	}
	w.loadOwn()
	if w.isOpen() || w.behind {
		w.scorer.Submit(w.session.Now())
	}
	return true
}

// editWords shows the words that the user calls right, to be changed.
func (w *window) editWords() {
	words, err := w.home.Words()
	if err != nil {
		w.say(err.Error())
		return
	}
	entry := widgets.NewTextArea("One word on each line")
	entry.SetText(strings.Join(words, "\n"))
	var d *widgets.Modal
	keep := widget.NewButton("Keep", func() {
		if w.keepWords(strings.Fields(entry.Text)) {
			d.Close()
		}
	})
	keep.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widget.NewButton("Cancel", func() { d.Close() }), keep)
	about := widgets.NewMuted("Names and terms that no dictionary has and that are right in all your resumes. Those of a single resume stay in its file.")
	field := container.New(&fixed{fyne.NewSize(460, 260)}, entry)
	d = w.modal(widgets.NewColumn(10, widgets.NewHeading("My words"), about, field, buttons), nil)
	d.Focus(entry)
}
