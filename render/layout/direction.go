package layout

import (
	"slices"
	"unicode"

	"resumax/render/bidi"
	"resumax/render/outline"
)

// Whatever is set is placed from where reading starts: from the left, or, in a
// resume that is mostly in Hebrew, Arabic or the like, from the right, as if
// such pages were seen in a mirror. Only the glyphs and words within a line
// stand as they are seen. Once all is placed, pages are turned round.

// flowOf is which way a block of a resume runs. In a resume that runs from right
// to left all do; in another one those whose first letter does.
func (c *composer) flowOf(b outline.Block) bidi.Level {
	if c.flow == bidi.RightToLeft || !c.mixed || b.Kind == outline.Contact {
		return c.flow
	}
	return bidi.First([]rune(b.Text(" ")), c.flow)
}

// turn turns rows round that were placed from the other side than the others.
func turn(rows []row) {
	for _, r := range rows {
		for i := range r.items {
			rect := &r.items[i].Rect
			rect.X = r.from + r.until - rect.X - rect.W
		}
	}
}

// turn turns a page round.
func (p *Page) turn() {
	for i := range p.Items {
		rect := &p.Items[i].Rect
		rect.X = p.Width - rect.X - rect.W
	}
	if p.Gutter != (Rect{}) {
		p.Gutter.X = p.Width - p.Gutter.X - p.Gutter.W
	}
}

// levels are the levels of a paragraph's characters by the Unicode Bidirectional
// Algorithm, nil if all run from left to right. Where it has several parts they
// are isolated from each other: a character at the end of one stays with it whatever
// follows. So do the characters of "C++" and "C#" everywhere.
func levels(text []rune, texts []styled, flow bidi.Level) []bidi.Level {
	if bidi.Plain(text) {
		return nil // also where the page runs the other way
	}
	base := bidi.First(text, flow)
	if flow == bidi.RightToLeft {
		base = flow
	}
	marked, kept := isolated(text, texts, base)
	all := bidi.Levels(marked, base)
	found := make([]bidi.Level, len(kept))
	for i, k := range kept {
		found[i] = all[k]
	}
	return found
}

// isolated is the text with marks around its parts if there are several, and
// where in that each character is.
func isolated(text []rune, texts []styled, base bidi.Level) (marked []rune, kept []int) {
	const firstStrong, rightToLeft, end, mark = '\u2068', '\u2067', '\u2069', '\u200E'
	several := slices.ContainsFunc(texts, func(s styled) bool { return s.part != texts[0].part })
	at := 0
	for i, s := range texts {
		if several && s.part > 0 && (i == 0 || texts[i-1].part != s.part) {
			opening := firstStrong
			if base == bidi.RightToLeft && !bidi.PlainString(s.text) {
				opening = rightToLeft
			}
			marked = append(marked, opening)
		}
		for range s.text {
			kept = append(kept, len(marked))
			marked = append(marked, text[at])
			at++
			if endsName(text[:at]) {
				marked = append(marked, mark)
			}
		}
		if several && s.part > 0 && (i == len(texts)-1 || texts[i+1].part != s.part) {
			marked = append(marked, end)
		}
	}
	return marked, kept
}

// endsName reports whether a text ends in a name such as "C++" or "F#".
func endsName(text []rune) bool {
	i := len(text)
	for i > 0 && (text[i-1] == '+' || text[i-1] == '#') {
		i--
	}
	return i > 0 && i < len(text) && unicode.Is(unicode.Latin, text[i-1])
}

// oneWay is the end of the characters from from on that run in one direction,
// and their level.
func (p *shaped) oneWay(from, end int) (int, bidi.Level) {
	if p.levels == nil {
		return end, bidi.LeftToRight
	}
	to := from
	for to < end && p.levels[to] == p.levels[from] {
		to++
	}
	return to, p.levels[from]
}

// reorder moves a line's pieces to where they are seen, and measures their
// places from the side where the line starts.
func (p *shaped) reorder(l *line, from, to int) {
	if p.levels != nil {
		levels := make([]bidi.Level, len(l.pieces))
		at := from
		for i, piece := range l.pieces {
			levels[i] = p.levels[at]
			at += len([]rune(piece.run.Text))
		}
		x := 0.0
		for _, i := range bidi.Order(levels) {
			l.pieces[i].x = x
			x += l.pieces[i].run.Width
		}
	}
	if p.flow == bidi.RightToLeft {
		for i := range l.pieces {
			l.pieces[i].x = l.width - l.pieces[i].x - l.pieces[i].run.Width
		}
	}
}

// setting tells apart what paragraphs are set by besides their texts.
func (t *Typesetter) setting() string {
	setting := t.language
	if t.broken != "" {
		setting += "-" + t.broken + " "
	}
	if t.flow == bidi.RightToLeft {
		return "<" + setting
	}
	return setting
}
