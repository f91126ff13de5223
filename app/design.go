package app

import (
	"errors"

	"resumax/render/design"
	"resumax/resume"
	"resumax/storage/userdata"
)

// showDesigner shows the design's knobs in the place of the editor, or the
// editor again.
func (w *window) showDesigner(on bool) {
	if on == w.designer.Object().Visible() {
		return
	}
	if on {
		w.loadDesigns()
		w.editor.Object().Hide()
		w.designer.Object().Show()
	} else {
		w.designer.Object().Hide()
		w.editor.Object().Show()
	}
	w.designer.SetShown(on)
	w.preview.SetMarked(!on) // to see the page as it is
	w.rail.refresh()
	w.menus.refresh()
}

// toggleDesigner goes to the design's knobs, and back to the editor.
func (w *window) toggleDesigner() {
	on := !w.designer.Object().Visible()
	w.showDesigner(on)
	if !on {
		w.editor.Focus()
	}
}

// reveal shows the pane that an address is edited in.
func (w *window) reveal(a resume.Address) {
	if !a.Within(resume.Settings) {
		w.showDesigner(false)
		return
	}
	if a.Within(resume.Settings.Child("settings")) {
		w.showDesigner(true)
		w.designer.Reveal(a)
	}
}

// loadDesigns reads the user's own designs again, in case one has changed.
func (w *window) loadDesigns() { w.designs, w.faults = w.home.Designs() }

// saveDesign keeps a design under a name that the user gives.
func (w *window) saveDesign(d *design.Design, done func(id string)) {
	w.askTitle("Name of the design", "", func(name string) {
		if id := resume.IDFor(name); id != "" {
			w.keepDesign(d.Named(id, name), false, done)
		}
	})
}

func (w *window) keepDesign(d *design.Design, replace bool, done func(id string)) {
	path, err := w.home.SaveDesign(d, replace)
	switch {
	case errors.Is(err, userdata.ErrTaken):
		w.ask("There is a design of yours of this name", "Replacing it changes every resume that is set in it.",
			choice{"Replace", true, func() { w.keepDesign(d, true, done) }})
	case err != nil:
		w.say(err.Error())
	default:
		w.loadDesigns()
		done(d.ID)
		w.toaster.Show("Saved as "+path, "", nil)
	}
}
