package widgets

// Fyne knows a cursor by its row and column. Where a row ends with spaces at its edge, no row has them, so that it puts
// a cursor behind them before them: what is typed next would stand before the space. beyond remembers where it is.
type beyond struct {
	text   string
	cursor int // in runes, where Fyne has shown
	shown  int
}

// CursorTextOffset returns how many runes are before the cursor.
func (f *TextField) CursorTextOffset() int {
	if n := f.Entry.CursorTextOffset(); f.beyond.cursor == 0 || n != f.beyond.shown || f.Text != f.beyond.text {
		return n
	}
	return f.beyond.cursor
}

// expect notes that the cursor belongs behind so many runes, if Fyne has it elsewhere.
func (f *TextField) expect(cursor int) {
	f.beyond = beyond{}
	if n := f.Entry.CursorTextOffset(); n != cursor {
		f.beyond = beyond{f.Text, cursor, n}
	}
}

// regain puts the cursor where it belongs, for what Fyne does next.
func (f *TextField) regain() {
	f.CursorColumn += f.CursorTextOffset() - f.Entry.CursorTextOffset()
	f.beyond = beyond{}
}
