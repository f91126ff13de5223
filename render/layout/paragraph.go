package layout

import (
	"slices"
	"strings"
	"unicode/utf8"

	"resumax/render/design"
	"resumax/render/fonts"
)

// styled is text in one style: what a paragraph is made of.
type styled struct {
	text string
	font typeface
}

// typeface is all that decides how text looks apart from its colour.
type typeface struct {
	family       *fonts.Family
	size         float64
	tracking     float64 // parts of the size
	bold, italic bool
}

// face is the design's style as a typeface; marks in the text add weight and
// slope to it.
func face(s design.Style, bold, italic bool) typeface {
	family, ok := fonts.FindFamily(s.Family)
	if !ok {
		family = fonts.Families()[0]
	}
	// Italics within italics stand upright again.
	return typeface{family, s.Size, s.Tracking, s.Bold || bold, s.Italic != italic}
}

// line is a line of a paragraph.
type line struct {
	pieces []piece
	width  float64
}

// piece is a part of a line that comes from one text of the paragraph in one
// face.
type piece struct {
	text int // index of the paragraph's text
	x    float64
	run  *Run
}

// paragraph breaks texts into lines no wider than the measure.
func (t *Typesetter) paragraph(texts []styled, measure, rag float64) []line {
	key := paragraphKey(texts, measure, rag)
	if lines, ok := t.paragraphs.get(key); ok {
		return lines
	}
	p := t.shape(texts)
	units := p.units(measure)
	widths := make([]unit, len(units))
	for i, u := range units {
		widths[i] = unit{width: p.width(u.from, u.to), glue: p.width(u.to, u.next)}
		if u.to-u.from == 1 {
			widths[i].penalty = letterPenalty
		}
	}
	var lines []line
	first := 0
	for _, end := range (breaker{measure: measure, stretch: rag}).lines(widths) {
		lines = append(lines, p.line(units[first].from, units[end-1].to))
		first = end
	}
	t.paragraphs.put(key, lines)
	return lines
}

// single sets texts in one line, however long it gets.
func (t *Typesetter) single(texts []styled) line {
	key := paragraphKey(texts, 0, 0)
	if lines, ok := t.paragraphs.get(key); ok {
		return lines[0]
	}
	p := t.shape(texts)
	l := p.line(0, len(p.runes))
	t.paragraphs.put(key, []line{l})
	return l
}

// span is an unbreakable part of a paragraph: its characters, and where the
// next part starts after the space that follows.
type span struct{ from, to, next int }

// units parts the paragraph at its breaks, and by force where a part does not
// fit the measure.
func (p *shaped) units(measure float64) []span {
	var units []span
	from := 0
	for _, next := range append(slices.Clip(p.breaks), len(p.runes)) {
		to := next
		for to > from && p.runes[to-1] == ' ' {
			to--
		}
		for p.width(from, to) > measure {
			cut := p.cut(from, to, measure)
			units = append(units, span{from, cut, cut})
			from = cut
		}
		units = append(units, span{from, to, next})
		from = next
	}
	return units
}

// cut finds where to break characters that are too wide for a line: behind a
// sign that parts a web address if one stands near the end, else behind the
// last character that fits.
func (p *shaped) cut(from, to int, measure float64) int {
	end := from + 1
	for end < to && p.width(from, end+1) <= measure {
		end++
	}
	for end > from+1 && joined(p.runes[end]) {
		end--
	}
	for i := end; i > from+(end-from)*2/3; i-- {
		if strings.ContainsRune("/-_.?&=@", p.runes[i-1]) {
			return i
		}
	}
	return end
}

// line sets the characters from until to at the start of a line.
func (p *shaped) line(from, to int) line {
	l := line{width: p.width(from, to)}
	for _, r := range p.runs {
		if r.to <= from || r.from >= to {
			continue
		}
		a, b := max(from, r.from), min(to, r.to)
		l.pieces = append(l.pieces, piece{r.text, p.width(from, a), p.run(r, a, b)})
	}
	return l
}

// run is the part of a shaped run that shows the characters from until to.
func (p *shaped) run(r shapedRun, from, to int) *Run {
	text := string(p.runes[from:to])
	run := &Run{Text: text, Face: r.run.Face, Size: r.size, Width: p.width(from, to), Missing: r.run.Missing}
	x, char, at := 0.0, from, 0 // char's text starts at byte at
	first, _ := slices.BinarySearchFunc(r.run.Glyphs, from-r.base, func(g fonts.Glyph, at int) int { return g.At - at })
	for _, g := range r.run.Glyphs[first:] { // they stand in the order of their characters
		if r.base+g.At >= to {
			break
		}
		for ; char < r.base+g.At; char++ {
			at += utf8.RuneLen(p.runes[char])
		}
		run.Glyphs = append(run.Glyphs, Glyph{ID: g.ID, X: x + g.DX*r.size, Y: g.DY * r.size, From: at})
		x += r.advance(g)
	}
	for i := range run.Glyphs {
		end := len(text)
		if i+1 < len(run.Glyphs) {
			end = run.Glyphs[i+1].From
		}
		run.Glyphs[i].To = end
	}
	return run
}
