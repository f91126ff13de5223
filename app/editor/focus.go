package editor

import (
	"fyne.io/fyne/v2"

	"resumax/resume"
	"resumax/widgets"
)

// place names a control of the form, so that its successor is found when the form is
// rebuilt.
type place struct {
	at   resume.Address
	what control
}

// control is what a control does to what is at its address.
type control string

// The controls that are not fields.
const (
	fieldAt control = "" // the field itself
	adds    control = "add"
	deletes control = "delete"
	opens   control = "open"
	menuOf  control = "menu"
	moves   control = "move"
	hides   control = "hide"
	sorts   control = "sort"
)

// place notes that a control of the form is at an address.
func (e *Editor) place(at resume.Address, what control, o fyne.Focusable) {
	e.controls[place{at, what}] = o
}

// focusedPlace is the control of the form that has the focus, with the cursor where it
// is a field.
func (e *Editor) focusedPlace() (p place, cursor int, ok bool) {
	c := widgets.CanvasOf(e.root)
	if c == nil || c.Focused() == nil {
		return place{}, 0, false
	}
	focused := c.Focused()
	for a, f := range e.fields {
		if focused == fyne.Focusable(f.entry) {
			return place{a, fieldAt}, f.entry.CursorTextOffset(), true
		}
	}
	for p, o := range e.controls {
		if focused == o {
			return p, 0, true
		}
	}
	return place{e.session.Focus(), fieldAt}, 0, widgets.Shows(e.root, focused.(fyne.CanvasObject))
}

// focusPlace focuses the control at a place, or what is nearest to it.
func (e *Editor) focusPlace(p place, cursor int) {
	if f := e.fields[p.at]; f != nil && p.what == fieldAt {
		e.focus(f)
		f.entry.SetCursorOffset(cursor)
		return
	}
	o := e.controls[p]
	if o == nil {
		o = e.stop(p.at)
	}
	e.focusOn(o)
}

// focusOn focuses an object of the form; nil leaves nothing with the focus.
func (e *Editor) focusOn(o fyne.Focusable) {
	c := widgets.CanvasOf(e.root)
	switch {
	case c == nil:
	case o == nil:
		c.Unfocus()
	default:
		c.Focus(o)
	}
}

// stop is what gets the focus for an address: its field, or the nearest one to where
// it is or was; in a list without items, the button that adds one.
func (e *Editor) stop(a resume.Address) fyne.Focusable {
	for at := e.clamped(a); ; at = at.Parent() {
		if f := e.firstWithin(at); f != nil {
			return f.entry
		}
		for _, what := range []control{adds, opens} {
			if o := e.controls[place{at, what}]; o != nil {
				return o
			}
		}
		if at == resume.Root {
			return e.controls[place{e.at(e.section), adds}]
		}
	}
}

// clamped is the address with the index of an item that its list no longer has replaced
// by that of the last one.
func (e *Editor) clamped(a resume.Address) resume.Address {
	d := e.session.Now().Document
	for at := a; at != resume.Root; at = at.Parent() {
		if n := d.ListLen(at.Parent()); at.Index() >= n && n > 0 {
			return at.Parent().Item(n - 1)
		}
	}
	return a
}

// firstWithin is the field at an address, or the first one below it; of an item the one that is written first.
func (e *Editor) firstWithin(at resume.Address) *field {
	if f, ok := e.fields[at]; ok {
		return f
	}
	var first *field
	for _, f := range e.fields {
		if f.at.Within(at) && (first == nil || f.order < first.order) {
			first = f
		}
	}
	if name := planOf(e.section).begins; first != nil && name != "" {
		if f := e.fields[first.at.Parent().Child(name)]; f != nil && f.at.Within(at) {
			return f
		}
	}
	return first
}

// following moves an item of a list, and the focus with what it is on. Where nothing of
// the form has the focus, as after a drag, the field that had it last gets it.
func (e *Editor) following(list resume.Address, from, to int, move func() bool) {
	p, cursor, ok := e.focusedPlace()
	if !ok {
		if p.at = e.session.Focus(); !e.shows(p.at) {
			move()
			return
		}
		cursor = e.fields[p.at].entry.CursorTextOffset()
	}
	if move() {
		p.at = p.at.Moved(list, from, to)
		e.focusPlace(p, cursor)
	}
}
