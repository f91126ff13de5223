package app

import (
	"errors"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/userdata"
)

// saveDesign asks for a name, saves a design under it, and then calls done with its
// id.
func (w *window) saveDesign(d *design.Design, done func(id string)) {
	w.shell.AskText(tr.T("designs.name-of-the-design", "Name of the design"), "", func(name string) {
		if id := resume.IDFor(name); id != "" {
			w.keepDesign(d.Named(id, name), false, done)
		}
	})
}

func (w *window) keepDesign(d *design.Design, replace bool, done func(id string)) {
	_, err := w.library.SaveDesign(d, replace)
	switch {
	case errors.Is(err, userdata.ErrTaken):
		w.shell.Ask(tr.T("designs.replace-your-design", "Replace your design “{{.Name}}”?", tr.With{"Name": d.Name}), tr.T("designs.every-resume-that-uses", "Every resume that uses it will change."),
			shell.Choice{Label: tr.T("designs.replace", "Replace"), Main: true, Do: func() { w.keepDesign(d, true, done) }})
	case err != nil:
		w.shell.ShowError(err.Error())
	default:
		done(d.ID)
		w.shell.Toaster.Show(tr.T("designs.saved-your-design", "Saved your design “{{.Name}}”.", tr.With{"Name": d.Name}), "", nil)
	}
}
