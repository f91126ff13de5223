package layout

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"resumax/render/design"
	"resumax/render/hyphen"
)

// chooseHyphenation chooses the patterns by which words are broken, if the design
// has them broken and there are some for the language.
func (t *Typesetter) chooseHyphenation(d *design.Design, language string) {
	t.patterns, t.broken = nil, ""
	if !d.Paragraph.Hyphenate {
		return
	}
	if p, ok := hyphen.For(language); ok {
		t.patterns, t.broken = p, language
	}
}

// wordBreaks are the places among the characters from until to where a word may
// be broken.
func (p *shaped) wordBreaks(from, to int, by *hyphen.Patterns) []int {
	var places []int
	for at := from; at < to; at++ {
		end := at
		for end < to && !isSpace(string(p.runes[end])) {
			end++
		}
		for _, cut := range p.breaksOf(at, end, by) {
			if p.starts[cut] {
				places = append(places, cut)
			}
		}
		at = end
	}
	return places
}

// Characters that may surround a word that is broken.
const opening, closing = `("'“‘„«[¿¡`, `)"'”’»].,;:!?…`

// breaksOf are the places where what is between two spaces may be broken: if
// it is a word in small letters and not a name, and nothing else, such as an
// address or a term with digits or capitals in it.
func (p *shaped) breaksOf(from, to int, by *hyphen.Patterns) []int {
	for from < to && strings.ContainsRune(opening, p.runes[from]) {
		from++
	}
	for to > from && strings.ContainsRune(closing, p.runes[to-1]) {
		to--
	}
	if from == to || unicode.IsUpper(p.runes[from]) && !by.Nouns && p.withinSentence(from) {
		return nil
	}
	for i, r := range p.runes[from:to] {
		if !unicode.IsLetter(r) && r != '\'' && r != '’' || i > 0 && unicode.IsUpper(r) {
			return nil
		}
	}
	word := string(p.runes[from:to])
	places := by.Points(word)
	for i, at := range places {
		places[i] = from + utf8.RuneCountInString(word[:at])
	}
	return places
}

// withinSentence reports whether a word is not a sentence's first.
func (p *shaped) withinSentence(at int) bool {
	for at > 0 && (isSpace(string(p.runes[at-1])) || strings.ContainsRune(opening, p.runes[at-1])) {
		at--
	}
	return at > 0 && !strings.ContainsRune(".!?…", p.runes[at-1])
}

// hyphenWidth is how wide the hyphen is that a line gets which ends before the
// character at to.
func (p *shaped) hyphenWidth(to int, t *Typesetter) float64 {
	for _, r := range p.runs {
		if r.from < to && to <= r.to {
			if id, ok := r.run.Face.Glyph('-'); ok {
				return t.fonts.Advance(r.run.Face, id)*r.size + r.tracking
			}
		}
	}
	return 0
}

// addHyphen puts a hyphen behind a line's last piece.
func (l *line) addHyphen(width float64) {
	run := l.pieces[len(l.pieces)-1].run
	id, _ := run.Face.Glyph('-')
	run.Glyphs = append(run.Glyphs, Glyph{ID: id, X: run.Width, From: len(run.Text), To: len(run.Text)})
	run.Hyphen = true
	run.Width += width
	l.width += width
}
