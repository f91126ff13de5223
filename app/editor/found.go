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
	if f.chips != nil {
		f.chips.Hold(m.Address.Index())
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
		if f.chips != nil {
			f.chips.Hold(-1)
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
		if f.chips != nil && f.chips.Held() >= 0 {
			f.chips.FocusChip(f.chips.Held())
			return
		}
	}
	e.Focus()
}

// rangeOf is where a match is in the field's text, in runes. It is false where the
// field shows something else.
func (f *field) rangeOf(m resume.Match, d resume.Document) (from, to int, ok bool) {
	text, shown := d.FieldText(m.Address), f.entry.Text
	if m.To > len(text) || f.at != m.Address {
		return 0, 0, false
	}
	if !strings.HasPrefix(shown, text) {
		return 0, 0, false
	}
	from = utf8.RuneCountInString(shown[:m.From])
	return from, from + utf8.RuneCountInString(text[m.From:m.To]), true
}
