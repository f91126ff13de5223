package widgets

import "unicode"

// SelectWord selects the word at the n-th rune of the text.
func (f *TextField) SelectWord(n int) { f.SelectRange(wordAround([]rune(f.Text), n)) }

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
