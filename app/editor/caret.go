package editor

import (
	"unicode/utf8"

	"resumax/render/outline"
	"resumax/resume"
)

// PlaceCaret puts the cursor of the field at the address, which has the focus, to a
// byte of what the page shows of it, or selects the word, or the question to be answered, there. A field of another
// address, and one of chips, keeps its cursor.
func (e *Editor) PlaceCaret(a resume.Address, shown string, at int, word bool) {
	f := e.nearest(a)
	if f == nil || f.chips != nil || !a.Within(f.at) {
		return
	}
	text := f.entry.Text
	offset := utf8.RuneCountInString(text[:outline.SourceOffset(text, shown, at)])
	start, end := resume.SlotAt(text, offset)
	switch {
	case !word && start < end: // as a click in the field does
		f.entry.SelectRange(start, end)
		return
	case !word:
		f.entry.SetCursorOffset(offset)
		return
	}
	f.entry.SelectWord(offset)
}
