package paint

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/pdf"
)

// A line of text is one text object of the file, with changes of face within it
// and gaps as moves: that is what keeps a line's words whole and in order for
// whoever takes text from the page.

// goesOn reports whether a text stands on the line of the one before it.
func goesOn(before, item *layout.Item) bool {
	return math.Abs(item.Baseline-before.Baseline) < 0.01 &&
		(item.Rect.X >= before.Rect.X || item.Index == before.Index && (item.Run.RTL || before.Run.RTL))
}

// line writes the texts of a line.
func (p *pdfPainter) line(items []*layout.Item) {
	if len(items) == 0 {
		return
	}
	parts := inWriting(items)
	w := lineWriter{p: p, page: p.page, x: parts[0].item.Rect.X}
	w.page.write("BT\n")
	w.page.write("1 0 0 1 ")
	w.page.numbers(w.x, p.page.height-items[0].Baseline)
	w.page.write("Tm\n")
	for i, part := range parts {
		if i > 0 {
			w.gap(parts[i-1].item, part.item)
		}
		if i == 0 || parts[i-1].item != part.item {
			w.set(part.item)
		}
		var next *layout.Item
		if i+1 < len(parts) && parts[i+1].item != part.item {
			next = parts[i+1].item
		}
		w.glyphs(part.item, part.from, part.to, next)
	}
	switch last := items[len(items)-1].Run; {
	case endsInSpace(last):
		w.space()
	case last.RTL && w.tag != nil:
		w.tag.actual = append(w.tag.actual, ' ')
	}
	w.end()
	w.page.write("ET\n")
}

// endsInSpace reports whether a space parts the last word of a line from the
// first one of the next: in scripts that put spaces, and where that is at the
// line's right end.
func endsInSpace(r *layout.Run) bool {
	last, _ := utf8.DecodeLastRuneInString(r.Text)
	spaceless := unicode.In(last, unicode.Han, unicode.Hiragana, unicode.Katakana) || 0x3000 <= last && last <= 0x30FF || 0xFF00 <= last && last <= 0xFF60
	return last != ' ' && !r.RTL && !spaceless && !r.Hyphen
}

// part is some of the glyphs of an item.
type part struct {
	item     *layout.Item
	from, to int
}

// inWriting is a line's glyphs as they are written: in the order of reading, but
// the letters of a word that runs from right to left from left to right. That is
// what those who take text from a page expect, who turn such words round and
// nothing else.
func inWriting(items []*layout.Item) []part {
	parts := make([]part, 0, len(items))
	for _, i := range items {
		if !i.Run.RTL {
			parts = append(parts, part{i, 0, len(i.Run.Glyphs)})
			continue
		}
		for end := len(i.Run.Glyphs); end > 0; {
			from := end - 1
			for turned(i.Run, end-1) && from > 0 && turned(i.Run, from-1) {
				from--
			}
			parts = append(parts, part{i, from, end})
			end = from
		}
	}
	return parts
}

// turned reports whether a glyph of a run shows a letter that runs from right to
// left, or stands with one.
func turned(r *layout.Run, glyph int) bool {
	g := r.Glyphs[glyph]
	if g.From == g.To {
		return true
	}
	p, _ := bidi.LookupString(r.Text[g.From:g.To])
	switch p.Class() {
	case bidi.R, bidi.AL, bidi.NSM:
		return true
	}
	return false
}

// lineWriter writes a line.
type lineWriter struct {
	p     *pdfPainter
	page  *pdfPage
	x     float64 // where the next glyph would stand without a move
	font  *pdfFont
	size  float64
	color *design.Color
	rise  float64
	tag   *element // what the content is part of, nil for nothing yet or what is no content
	open  bool     // the content is marked
	codes []byte   // of a string not yet closed, in hexadecimal digits
	array []byte   // strings and moves not yet shown
}

// set changes to an item's place in the structure, its face, size and colour.
func (w *lineWriter) set(item *layout.Item) {
	link, run := w.page.linked[item], item.Run
	tag := w.p.tags.of(item, link)
	linked := tag
	if run.RTL && tag != nil {
		tag = tag.spelled(printed(run.Text))
	}
	if !w.open || tag != w.tag {
		w.end()
		w.begin(tag)
	}
	if link != "" {
		w.page.link(linked, item, link, &w.p.file)
	}
	if w.font == nil || run.Face != w.font.face || run.Size != w.size {
		w.flush()
		w.font, w.size = w.p.font(run.Face), run.Size
		w.page.write(w.font.name + " ")
		w.page.numbers(run.Size)
		w.page.write("Tf\n")
	}
	if w.color == nil || item.Color != *w.color {
		w.flush()
		w.color = &item.Color
		w.page.color(item.Color)
	}
}

// begin marks what follows as part of an element of the structure, or as
// something that the page's margin repeats.
func (w *lineWriter) begin(tag *element) {
	w.tag, w.open = tag, true
	if tag == nil {
		w.page.write("/Artifact <</Type /Pagination /Subtype /Header>> BDC\n")
		return
	}
	w.page.write("/" + tag.kind + " <</MCID " + strconv.Itoa(w.p.tags.content(tag, w.page.number)) + ">> BDC\n")
}

// end ends what begin began.
func (w *lineWriter) end() {
	w.flush()
	if w.open {
		w.page.write("EMC\n")
	}
	w.open = false
}

// glyphs writes the glyphs of an item from until to. The last one reaches to the
// item that follows it on the line, if there is one.
func (w *lineWriter) glyphs(item *layout.Item, from, to int, next *layout.Item) {
	run := item.Run
	for i := from; i < to; {
		n := 1 // glyphs of one text: the further ones show none of their own
		for i+n < to && run.Glyphs[i+n].From == run.Glyphs[i+n].To && !run.Hyphenated(i+n) {
			n++
		}
		first := run.Glyphs[i]
		text, shift := printed(run.Text[first.From:first.To]), 0.0
		if run.Hyphenated(i) {
			text = "-" // by which readers know that the word goes on
		}
		if run.RTL {
			text, shift = w.carry(item, i, i+n, text)
		}
		if n > 1 || shift > 0 {
			w.moveTo(item.Rect.X+first.X+shift, 0)
			w.code(w.p.cluster(w.font, run, i, i+n, text, shift))
		} else {
			w.moveTo(item.Rect.X+first.X, first.Y)
			w.show(first.ID, text, w.wide(item, i, next))
		}
		i += n
	}
}

// wide is how wide a glyph has to be to reach to the next one where that stands
// far from it, 0 where it does not: readers part words at the gaps of letters
// that are set apart, and take what stands far to the right on a line, such as an
// entry's dates, for a column of its own.
func (w *lineWriter) wide(item *layout.Item, i int, next *layout.Item) float64 {
	g := item.Run.Glyphs[i]
	switch {
	case i+1 < len(item.Run.Glyphs):
		reach := item.Run.Glyphs[i+1].X - g.X
		natural := w.p.painter.fonts.Advance(item.Run.Face, g.ID) * item.Run.Size
		if g.ID != 0 && natural > 0 && reach > natural+item.Run.Size/20 && item.Run.Text[g.From:g.To] != " " {
			return reach
		}
	case next != nil && needsSpace(item, next):
		return next.Rect.X - item.Rect.X - g.X - w.spaceWidth()
	}
	return 0
}

// carry writes all but the first of the characters that glyphs show together in
// a text from right to left, in glyphs without ink, and returns the first:
// those who take text from the page turn characters round one by one. They take
// what begins where the glyph before it did for the same glyph drawn twice, so
// each begins a bit farther on, and the rest of the glyphs with the first
// character by that shift.
func (w *lineWriter) carry(item *layout.Item, from, to int, text string) (first string, shift float64) {
	characters := []rune(text)
	if len(characters) < 2 {
		return text, 0
	}
	run := item.Run
	const apart = 0.13 // parts of the type size
	step := min(apart*run.Size, advance(run, from, to)/float64(len(characters)))
	for _, r := range slices.Backward(characters[1:]) {
		w.moveTo(item.Rect.X+run.Glyphs[from].X+shift, 0)
		w.code(w.font.Code(noGlyph, string(r), step/run.Size, func() pdf.Glyph { return pdf.Glyph{} }))
		shift += step
	}
	return string(characters[:1]), shift
}

// advance is how far some glyphs of a run move the next one.
func advance(run *layout.Run, from, to int) float64 {
	end := run.Width
	if to < len(run.Glyphs) {
		end = run.Glyphs[to].X
	}
	return end - run.Glyphs[from].X
}

// Numbers of glyphs that a font does not have by itself.
const (
	noGlyph      = 1 << 16     // without ink
	firstCluster = noGlyph + 1 // several glyphs in one
)

// cluster is the code for several glyphs of a run that show a text together:
// they become one glyph, which no reader of the page can take apart. It begins
// by a shift to the right of where they do.
func (p *pdfPainter) cluster(f *pdfFont, run *layout.Run, from, to int, text string, shift float64) uint16 {
	unit := run.Face.Upem() / run.Size
	first := run.Glyphs[from]
	var outline []fonts.Segment
	key := make([]byte, 0, 32)
	for _, g := range run.Glyphs[from:to] {
		dx, dy := math.Round((g.X-first.X-shift)*unit), math.Round(g.Y*unit)
		for _, s := range p.painter.fonts.Outline(run.Face, g.ID) {
			for i := range s.Args {
				s.Args[i].X += float32(dx)
				s.Args[i].Y += float32(dy)
			}
			outline = append(outline, s)
		}
		key = fmt.Appendf(key, "%d %g %g ", g.ID, dx, dy)
	}
	if f.clusters == nil {
		f.clusters = make(map[string]uint32)
	}
	id, ok := f.clusters[string(key)]
	if !ok {
		id = firstCluster + uint32(len(f.clusters))
		f.clusters[string(key)] = id
	}
	return f.Code(id, text, max(0, advance(run, from, to)-shift)/run.Size, func() pdf.Glyph { return pdf.NewGlyph(outline, float32(unitScale(run.Face))) })
}

// printed is the text that stands in the file for what was typed: spaces that
// hold words together are plain ones to whoever takes text from the page, a
// place where a word may be parted is not part of it, and a private character
// means nothing to anyone else.
func printed(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u00A0' || r == '\u202F':
			return ' '
		case r == '\u00AD':
			return '\u200B'
		case 0xE000 <= r && r <= 0xF8FF || r >= 0xF0000:
			return '\uFFFD'
		}
		return r
	}, text)
}

// needsSpace reports whether two items of a line stand apart without a space
// between them.
func needsSpace(before, after *layout.Item) bool {
	apart := after.Rect.X - before.Rect.X - before.Rect.W
	return apart >= before.Run.Size/10 && !strings.HasSuffix(before.Run.Text, " ") && !strings.HasPrefix(after.Run.Text, " ")
}

// gap writes a space between two items that stand apart, so that what is read
// from the page keeps them apart too. The glyph before it reaches to it.
func (w *lineWriter) gap(before, after *layout.Item) {
	if needsSpace(before, after) {
		w.space()
	}
}

func (w *lineWriter) space() {
	if id, ok := w.font.face.Glyph(' '); ok {
		w.show(id, " ", 0)
	}
}

// spaceWidth is how wide a space is, on the page.
func (w *lineWriter) spaceWidth() float64 {
	id, _ := w.font.face.Glyph(' ')
	return w.p.painter.fonts.Advance(w.font.face, id) * w.size
}

// moveTo goes to where the next glyph stands: x on the page, rise over the
// baseline. A string's moves are in thousandths of the type size.
func (w *lineWriter) moveTo(x, rise float64) {
	if math.Abs(rise-w.rise) > 1e-3 {
		w.flush()
		w.rise = rise
		w.page.numbers(rise)
		w.page.write("Ts\n")
	}
	move := math.Round((w.x - x) / w.size * 1000)
	if move == 0 {
		return
	}
	w.closeString()
	w.array = strconv.AppendInt(w.array, int64(move), 10)
	w.x -= move * w.size / 1000
}

// show writes a glyph that shows a text. It is as wide as its face has it, or
// wider, on the page.
func (w *lineWriter) show(id fonts.GlyphID, text string, wide float64) {
	w.code(w.p.code(w.font, id, text, wide/w.size))
}

func (w *lineWriter) code(code uint16) {
	const digits = "0123456789ABCDEF"
	w.codes = append(w.codes, digits[code>>12], digits[code>>8&15], digits[code>>4&15], digits[code&15])
	w.x += float64(w.font.Width(code)) * w.size / 1000
}

// code is the code of a glyph that shows a text and is at least so wide, as a part
// of the type size.
func (p *pdfPainter) code(f *pdfFont, id fonts.GlyphID, text string, wide float64) uint16 {
	return f.Code(uint32(id), text, max(wide, p.painter.fonts.Advance(f.face, id)), func() pdf.Glyph { return p.painter.glyph(f.face, id) })
}

// glyph is the shape of a glyph, made once.
func (p *Painter) glyph(face *fonts.Face, id fonts.GlyphID) pdf.Glyph {
	key := glyphKey{face, id}
	g, ok := p.glyphs[key]
	if !ok {
		g = pdf.NewGlyph(p.fonts.Outline(face, id), float32(unitScale(face)))
		p.glyphs[key] = g
	}
	return g
}

type glyphKey struct {
	face *fonts.Face
	id   fonts.GlyphID
}

func (w *lineWriter) closeString() {
	if len(w.codes) > 0 {
		w.array = append(append(append(w.array, '<'), w.codes...), '>')
		w.codes = w.codes[:0]
	}
}

// flush shows what was written so far.
func (w *lineWriter) flush() {
	w.closeString()
	if len(w.array) > 0 {
		w.page.write("[")
		w.page.content = append(w.page.content, w.array...)
		w.page.write("] TJ\n")
		w.array = w.array[:0]
	}
}
