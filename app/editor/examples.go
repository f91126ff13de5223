package editor

import (
	"cmp"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/role/example"
)

// examplesOf are the examples for the resume's country and field of work, in the window's language.
func (e *Editor) examplesOf(s session.Snapshot) example.Set {
	role := ""
	if e.services.Role != nil {
		role = e.services.Role()
	}
	return example.For(s.Resume, role, tr.Current())
}

// exampleOf is what the field at an address shows while it is empty; otherwise serves where
// the country and the field of work do not matter. Dates are as the form shows them.
func (e *Editor) exampleOf(at resume.Address, otherwise string) string {
	text := cmp.Or(e.examples.Of(at), otherwise)
	if at.Last() == "endDate" && resume.IsPresent(text) {
		return tr.UpperFirst(tr.Present())
	}
	if f, ok := resume.FieldAt(at); ok && f.Shape == resume.DateLine {
		return dateShown(text)
	}
	return text
}

// followExamples shows other examples once the country or the field of work is another.
func (e *Editor) followExamples(s session.Snapshot) {
	now := e.examplesOf(s)
	if now == e.examples {
		return
	}
	e.examples = now
	for at, f := range e.fields {
		text := now.Of(at)
		switch {
		case text == "" || f.entry.PlaceHolder == "" && f.chips == nil:
		case f.chips != nil:
			f.chips.Example = text
			f.chips.Refresh()
		default:
			f.entry.SetPlaceHolder(text)
		}
	}
}
