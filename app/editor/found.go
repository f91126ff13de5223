package editor

import (
	"strings"
	"unicode/utf8"

	"resumax/resume"
	"resumax/widgets"
)

// Hold shows the field of a match and selects the match in it, without focusing it.
func (e *Editor) Hold(m resume.Match) {
	e.Release()
	f := e.reveal(m.Address)
	if f == nil {
		return
	}
	if from, to, ok := f.rangeOf(m, e.session.Now().Document); ok {
		f.entry.Hold(from, to)
	}
	widgets.Reveal(f.entry)
}

// Release ends what Hold shows.
func (e *Editor) Release() {
	for _, f := range e.fields {
		if f.entry.Holds() {
			f.entry.Release()
		}
	}
}

// FocusHeld focuses the field in which Hold selected a match, else the one that had
// the focus last. The selection stays.
func (e *Editor) FocusHeld() {
	for _, f := range e.fields {
		if f.entry.Holds() {
			e.focus(f)
			return
		}
	}
	e.Focus()
}

// rangeOf is where a match is in the field's text, in runes. It is false where the
// field shows something else.
func (f *field) rangeOf(m resume.Match, d resume.Document) (from, to int, ok bool) {
	text, shown, at := d.FieldText(m.Address), f.entry.Text, 0
	if m.To > len(text) {
		return 0, 0, false
	}
	if f.at != m.Address { // a list in one field
		for i := range m.Address.Index() + 1 {
			word := d.TextAt(f.at.Item(i))
			n := strings.Index(shown[at:], word)
			if n < 0 {
				return 0, 0, false
			}
			if at += n; i < m.Address.Index() {
				at += len(word)
			}
		}
	}
	if !strings.HasPrefix(shown[at:], text) {
		return 0, 0, false
	}
	from = utf8.RuneCountInString(shown[:at+m.From])
	return from, from + utf8.RuneCountInString(text[m.From:m.To]), true
}
