package paint

import (
	"math"
	"strconv"
	"strings"

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
	return math.Abs(item.Baseline-before.Baseline) < 0.01 && item.Rect.X >= before.Rect.X
}

// line writes the texts of a line.
func (p *pdfPainter) line(items []*layout.Item) {
	if len(items) == 0 {
		return
	}
	w := lineWriter{p: p, page: p.page, x: items[0].Rect.X}
	w.page.write("BT\n")
	w.page.write("1 0 0 1 ")
	w.page.numbers(w.x, p.page.height-items[0].Baseline)
	w.page.write("Tm\n")
	for i, item := range items {
		if i > 0 {
			w.gap(items[i-1], item)
		}
		w.set(item)
		var next *layout.Item
		if i+1 < len(items) {
			next = items[i+1]
		}
		w.run(item, next)
	}
	// A space at the line's end parts its last word from the next line's first.
	if last := items[len(items)-1]; !strings.HasSuffix(last.Run.Text, " ") {
		w.space()
	}
	w.end()
	w.page.write("ET\n")
}

// lineWriter writes a line.
type lineWriter struct {
	p      *pdfPainter
	page   *pdfPage
	x      float64 // where the next glyph would stand without a move
	font   *pdfFont
	size   float64
	colour *design.Colour
	rise   float64
	tag    *element // what the content is part of, nil for nothing yet or what is no content
	open   bool     // the content is marked
	codes  []byte   // of a string not yet closed, in hexadecimal digits
	array  []byte   // strings and moves not yet shown
}

// set changes to an item's place in the structure, its face, size and colour.
func (w *lineWriter) set(item *layout.Item) {
	link := w.page.linked[item]
	if tag := w.p.tags.of(item, link); !w.open || tag != w.tag {
		w.end()
		w.begin(tag)
	}
	if link != "" {
		w.page.link(w.tag, item, link, &w.p.file)
	}
	run := item.Run
	if w.font == nil || run.Face != w.font.face || run.Size != w.size {
		w.flush()
		w.font, w.size = w.p.font(run.Face), run.Size
		w.page.write(w.font.name + " ")
		w.page.numbers(run.Size)
		w.page.write("Tf\n")
	}
	if w.colour == nil || item.Colour != *w.colour {
		w.flush()
		w.colour = &item.Colour
		w.page.colour(item.Colour)
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

// run writes the glyphs of an item. The last one reaches to the item that follows
// it on the line, if there is one.
func (w *lineWriter) run(item, next *layout.Item) {
	run := item.Run
	for i := 0; i < len(run.Glyphs); {
		n := 1 // glyphs of one text: the further ones show none of their own
		for i+n < len(run.Glyphs) && run.Glyphs[i+n].From == run.Glyphs[i+n].To {
			n++
		}
		text := printed(run.Text[run.Glyphs[i].From:run.Glyphs[i].To])
		if n > 1 {
			w.flush()
			w.page.write("/Span <</ActualText <FEFF" + pdf.Hex(text) + ">>> BDC\n")
		}
		for k, g := range run.Glyphs[i : i+n] {
			w.moveTo(item.Rect.X+g.X, g.Y)
			if k > 0 {
				text = zeroWidthSpace
			}
			w.show(g.ID, text, w.wide(item, i+k, next))
		}
		if n > 1 {
			w.flush()
			w.page.write("EMC\n")
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

// zeroWidthSpace stands for the text of glyphs that have none.
const zeroWidthSpace = "\u200B"

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
	const digits = "0123456789ABCDEF"
	code := w.p.code(w.font, id, text, wide/w.size)
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
