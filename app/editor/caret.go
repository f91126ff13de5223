package editor

import (
	"unicode"
	"unicode/utf8"

	"resumax/render/outline"
	"resumax/resume"
)

// PlaceCaret puts the cursor of the field at the address, which has the focus, to a
// byte of what the page shows of it, or selects the word there. A field of another
// address, and one of chips, keeps its cursor.
func (e *Editor) PlaceCaret(a resume.Address, shown string, at int, word bool) {
	f := e.nearest(a)
	if f == nil || f.chips != nil || !a.Within(f.at) {
		return
	}
	text := f.entry.Text
	offset := utf8.RuneCountInString(text[:outline.SourceOffset(text, shown, at)])
	if !word {
		f.entry.SetCursorOffset(offset)
		return
	}
	f.entry.SelectRange(wordAround([]rune(text), offset))
}

// wordAround is where the word at an offset begins and ends: letters, digits, and what
// stands between them within a word.
func wordAround(text []rune, at int) (from, to int) {
	inWord := func(i int) bool {
		if i < 0 || i >= len(text) {
			return false
		}
		letter := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.M, r) }
		return letter(text[i]) || (text[i] == '\'' || text[i] == '’' || text[i] == '-') && i > 0 && i+1 < len(text) && letter(text[i-1]) && letter(text[i+1])
	}
	from, to = at, at
	for inWord(from - 1) {
		from--
	}
	for inWord(to) {
		to++
	}
	return from, to
}
