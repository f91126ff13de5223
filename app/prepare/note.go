package prepare

import (
	"fyne.io/fyne/v2"

	"resumax/resume"
	"resumax/widgets"
)

// note is a field for a text that the project keeps.
type note struct {
	entry *widgets.TextField
}

// newNote makes a field. At is where its text is kept, "" before it is: then begin keeps the
// first of it.
func (p *Pane) newNote(placeholder string, rows int, at func() resume.Address, begin func(text string)) *note {
	n := &note{widgets.NewTextArea(placeholder)}
	n.entry.MinRows = rows
	p.bind(n.entry, at, begin)
	return n
}

// newLine is a field of one line.
func (p *Pane) newLine(placeholder string, at func() resume.Address, begin func(text string)) *note {
	n := &note{widgets.NewTextField(placeholder)}
	p.bind(n.entry, at, begin)
	return n
}

func (p *Pane) bind(e *widgets.TextField, at func() resume.Address, begin func(text string)) {
	e.OnChanged = func(text string) {
		if a := at(); a != "" {
			p.session.Type(a, text)
		} else if begin != nil {
			begin(text)
		}
	}
	e.OnFocusLost = p.session.Seal
	e.OnKey = p.services.OnKey
	e.OnShortcut = func(s fyne.Shortcut) bool {
		if _, ok := s.(*fyne.ShortcutRedo); ok {
			p.session.Redo()
			return true
		}
		return false
	}
}

// sync shows the kept text.
func (n *note) sync(text string) {
	if n != nil {
		n.entry.SetTextQuiet(text)
	}
}
