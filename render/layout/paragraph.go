package layout

import (
	"unicode"

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
	part int // texts of one part are read as one; 0 for what is between parts
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
func (t *Typesetter) face(s *design.Style, bold, italic bool) typeface {
	family, _ := t.fonts.Family(s.Family)
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

// breaking is how a paragraph is broken into lines.
type breaking struct {
	measure   float64
	rag       float64 // how short a ragged line may fall before it is called bad
	justified bool
	hyphenate bool
	hang      bool
	looseness int
}

// breaking is how the design breaks text in a style.
func (c *composer) breaking(s *design.Style, measure float64) breaking {
	p := c.design.Paragraph
	return breaking{measure: measure, rag: p.Rag * s.Size, justified: s.Align == "justify", hyphenate: p.Hyphenate, hang: p.Hang, looseness: p.Looseness}
}

// paragraph breaks texts into lines no wider than the measure.
func (t *Typesetter) paragraph(texts []styled, by breaking) []line {
	key := t.setting() + paragraphKey(texts, by)
	if lines, ok := t.paragraphs.get(key); ok {
		return lines
	}
	p := t.shape(texts)
	by.justified = by.justified && !p.withoutSpaces()
	by.hyphenate = by.hyphenate && t.patterns != nil && p.levels == nil && p.width(0, len(p.runes)) > by.measure
	units := p.units(by, t)
	b := breaker{measure: by.measure, stretch: by.rag, justified: by.justified, looseness: by.looseness}
	boxes := make([]unit, len(units))
	for i, u := range units {
		boxes[i] = p.unit(u, by)
	}
	var lines []line
	first := 0
	for _, end := range b.lines(boxes) {
		lines = append(lines, p.justify(b, boxes, first, end, units[first].from, units[end-1].to))
		first = end
	}
	t.paragraphs.put(key, lines)
	return lines
}

// counts reports whether a span is a number and what follows it what it counts:
// "11 currencies".
func (p *shaped) counts(u span) bool {
	return u.to > u.from && u.next > u.to && u.next < len(p.runes) &&
		unicode.IsDigit(p.runes[u.to-1]) && unicode.IsLower(p.runes[u.next]) && isNumber(lastWord(p.runes[u.from:u.to])) && !uncounted[firstWord(p.runes[u.next:])]
}

// uncounted are words that a number before them does not count.
var uncounted = set("a an and as at but by during for from had has have if in into is of on or over per so than that the then to under via was were when where which while who with without")

// unit is a span as the breaker knows it.
func (p *shaped) unit(u span, by breaking) unit {
	box := unit{width: p.width(u.from, u.to), glue: p.width(u.to, u.next)}
	if by.justified {
		box.inner, box.give = p.spaces(u.from, u.to), p.give(u.from, u.next)
	}
	if u.to-u.from == 1 && u.hyphen == 0 && (u.from == 0 || p.runes[u.from-1] == ' ') {
		box.penalty = letterPenalty
	}
	if p.counts(u) {
		box.penalty = numberPenalty
		if by.justified {
			box.penalty = numberPenaltyJustified
		}
	}
	box.hyphen, box.forced = u.hyphen, u.forced
	if by.hang && u.to > u.from && p.levels == nil {
		box.left = hangsLeft[p.runes[u.from]] * p.width(u.from, u.from+1)
		box.right = hangsRight[p.runes[u.to-1]] * p.width(u.to-1, u.to)
		if u.hyphen > 0 {
			box.right = hangsRight['-'] * u.hyphen
		}
	}
	return box
}

// justify sets a line of units, the characters from until to, with its spaces as
// wide as they have to be.
func (p *shaped) justify(b breaker, units []unit, first, end, from, to int) line {
	sum := lineSum{hyphen: units[end-1].hyphen, right: units[end-1].right}
	for i := end - 1; i >= first; i-- {
		sum.add(units[i], i == end-1)
	}
	l := p.pieces(from, to)
	if sum.hyphen > 0 {
		l.addHyphen(sum.hyphen)
	}
	if wider := b.stretched(sum, end == len(units)); wider != 0 {
		l.width = 0
		for i, piece := range l.pieces {
			piece.run.stretch(wider)
			l.pieces[i].x = l.width
			l.width += piece.run.Width
		}
	}
	p.reorder(&l, from, to)
	for i := range l.pieces {
		l.pieces[i].x -= sum.left
	}
	return l
}

// withoutSpaces reports whether most places where a line may end are between
// characters of scripts that put no spaces. Such lines have too little to stretch:
// they are set ragged, which shows by less than a character.
func (p *shaped) withoutSpaces() bool {
	n := 0
	for _, b := range p.breaks {
		if p.runes[b-1] != ' ' {
			n++
		}
	}
	return 2*n > len(p.breaks)
}

// stretch makes a run's spaces wider by a part of their width.
func (r *Run) stretch(part float64) {
	moved := 0.0
	for i := range r.Glyphs {
		g := &r.Glyphs[i]
		g.X += moved
		if isSpace(r.Text[g.From:g.To]) {
			next := r.Width
			if i+1 < len(r.Glyphs) {
				next = r.Glyphs[i+1].X
			}
			moved += (next + moved - g.X) * part
		}
	}
	r.Width += moved
}

// isSpace reports whether a glyph's text is a space that may be stretched.
func isSpace(text string) bool { return text == " " || text == "\u00A0" }

// spaces is how wide the spaces are among the characters from until to.
func (p *shaped) spaces(from, to int) float64 {
	w := 0.0
	for i := from; i < to; i++ {
		if p.runes[i] == ' ' || p.runes[i] == '\u00A0' {
			w += p.width(i, i+1)
		}
	}
	return w
}

// give is by which part of their width the spaces among the characters from until
// to may shrink.
func (p *shaped) give(from, to int) float64 {
	part := shrinkOfSpace
	for _, r := range p.runs {
		for i := max(from, r.from); i < min(to, r.to); i++ {
			if w := p.width(i, i+1); w > 0 && (p.runes[i] == ' ' || p.runes[i] == '\u00A0') {
				part = min(part, max(0, 1-minSpace*r.size/w))
			}
		}
	}
	return part
}

// How far characters hang over the margin at a line's end and at its beginning, as
// parts of their width: so the edge of the text looks straight that would look
// dented by them. The figures are those that R. Schlicht's microtype package has
// for any face.
var (
	hangsRight = map[rune]float64{'.': 0.7, ',': 0.5, ':': 0.5, ';': 0.3, '!': 0.1, '?': 0.1, '-': 0.5, '–': 0.3, '—': 0.2,
		')': 0.2, '\'': 0.5, '"': 0.3, '’': 0.5, '”': 0.5, '»': 0.25}
	hangsLeft = map[rune]float64{'(': 0.1, '\'': 0.5, '"': 0.3, '‘': 0.5, '“': 0.3, '„': 0.3, '«': 0.25}
)

// single sets texts in one line, however long it gets.
func (t *Typesetter) single(texts []styled) line {
	key := t.setting() + paragraphKey(texts, breaking{})
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
type span struct {
	from, to, next int
	hyphen         float64 // how wide the hyphen is that it ends with at a line's end, 0 at a word's end
	forced         bool    // it is part of a word that fits no line
}

// units parts the paragraph at its breaks, where its words may be broken, and by
// force where a part does not fit the measure.
func (p *shaped) units(by breaking, t *Typesetter) []span {
	var units []span
	from := 0
	for _, next := range append(slices.Clip(p.breaks), len(p.runes)) {
		to := next
		for to > from && p.runes[to-1] == ' ' {
			to--
		}
		part := span{forced: p.width(from, to) > by.measure}
		if by.hyphenate {
			for _, at := range p.wordBreaks(from, to, t.patterns) {
				part.hyphen = p.hyphenWidth(at, t)
				units, from = p.cutAll(units, from, at, by.measure-part.hyphen)
				part.from, part.to, part.next = from, at, at
				units, from = append(units, part), at
			}
		}
		units, from = p.cutAll(units, from, to, by.measure)
		units = append(units, span{from: from, to: to, next: next})
		from = next
	}
	return units
}

// cutAll parts characters by force until they fit the measure, and is where the
// last part begins: at spaces that hold words together if there are any, else
// within words.
func (p *shaped) cutAll(units []span, from, to int, measure float64) ([]span, int) {
	for p.width(from, to) > measure {
		cut := p.cut(from, to, measure)
		if cut >= to {
			break
		}
		next := cut
		for i := cut; i > from; i-- {
			if p.runes[i] == ' ' && p.starts[i+1] {
				cut, next = i, i+1
				break
			}
		}
		units = append(units, span{from: from, to: cut, next: next})
		from = next
	}
	return units, from
}

// cut finds where to break characters that are too wide for a line: behind a
// character that parts a web address if one stands near the end, else behind the
// last character that fits.
func (p *shaped) cut(from, to int, measure float64) int {
	end := from + 1
	for end < to && p.width(from, end+1) <= measure {
		end++
	}
	for end > from+1 && (joined(p.runes[end]) || !p.starts[end]) {
		end--
	}
	for end < to && !p.starts[end] {
		end++
	}
	for i := end; i > from+(end-from)*2/3; i-- {
		if p.starts[i] && strings.ContainsRune("/-_.?&=@", p.runes[i-1]) {
			return i
		}
	}
	return end
}

// line sets the characters from until to as a line.
func (p *shaped) line(from, to int) line {
	l := p.pieces(from, to)
	p.reorder(&l, from, to)
	return l
}

// pieces sets the characters from until to one after the other.
func (p *shaped) pieces(from, to int) line {
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
	run := &Run{Text: string(p.runes[from:to]), Face: r.run.Face, Size: r.size, Width: p.width(from, to),
		Missing: r.run.Missing, RTL: p.levels != nil && p.levels[from].RTL()}
	bytes := byteOffsets(p.runes[from:to])
	x := 0.0
	glyphs := within(r.run.Glyphs, from, to, run.RTL)
	run.Glyphs = make([]Glyph, len(glyphs))
	for i, g := range glyphs {
		run.Glyphs[i] = Glyph{ID: g.ID, X: x + g.DX*r.size, Y: g.DY * r.size, From: bytes[g.At-from]}
		x += r.advance(g)
	}
	run.endTexts()
	return run
}

// endTexts finds where the text of each glyph ends: where that of the next one
// in the order of reading begins. Of glyphs that show one text together the
// first from the left has it.
func (r *Run) endTexts() {
	end := len(r.Text)
	for k := range r.Glyphs {
		i, next := len(r.Glyphs)-1-k, len(r.Glyphs)-2-k
		if r.RTL {
			i, next = k, k+1
		}
		g := &r.Glyphs[i]
		g.To = end
		if i > 0 && r.Glyphs[i-1].From == g.From {
			g.To = g.From
		}
		if next < 0 || next == len(r.Glyphs) || r.Glyphs[next].From != g.From {
			end = g.From
		}
	}
}

// within are the glyphs of a run that show the characters from until to. They
// stand in the order of their characters, or against it.
func within(glyphs []fonts.Glyph, from, to int, rtl bool) []fonts.Glyph {
	before := func(g fonts.Glyph, at int) int {
		if rtl {
			return at - g.At
		}
		return g.At - at
	}
	low, high := from, to
	if rtl {
		low, high = to-1, from-1
	}
	first, _ := slices.BinarySearchFunc(glyphs, low, before)
	end, _ := slices.BinarySearchFunc(glyphs, high, before)
	return glyphs[first:end]
}

// byteOffsets are where each of the characters starts in their UTF-8, and where
// it ends.
func byteOffsets(runes []rune) []int {
	offsets := make([]int, len(runes)+1)
	for i, r := range runes {
		offsets[i+1] = offsets[i] + utf8.RuneLen(r)
	}
	return offsets
}
