package paint

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	ot "github.com/go-text/typesetting/font/opentype"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
)

// textObject is a line of text. All of it is one text object of the file, with
// changes of face within it and gaps as moves: that is what keeps a line's
// words whole and in order for whoever takes text from the page.
type textObject struct {
	baseline float64
	items    []*layout.Item
}

// takes reports whether an item goes on with the line.
func (t *textObject) takes(item *layout.Item) bool {
	last := t.items[len(t.items)-1]
	return math.Abs(item.Baseline-t.baseline) < 0.01 && item.Rect.X >= last.Rect.X
}

// end writes a text object, if there is one.
func (p *pdfPainter) end(t *textObject) {
	if t == nil {
		return
	}
	w := lineWriter{p: p, y: p.height - t.baseline, squeeze: 1}
	w.start(t.items[0].Rect.X)
	for i, item := range t.items {
		if i > 0 {
			w.gap(t.items[i-1], item)
		}
		w.run(item)
	}
	// A space at the line's end parts its last word from the next line's first.
	if last := t.items[len(t.items)-1]; !strings.HasSuffix(last.Run.Text, " ") {
		w.show(' ', spaceGlyph(last.Run.Face))
	}
	w.flush()
	w.b.WriteString("ET")
	p.f.RawWriteStr(w.b.String())
	for _, s := range w.shapes {
		p.shape(s)
	}
}

// shape is a glyph that is drawn, not written.
type shape struct {
	item *layout.Item
	g    layout.Glyph
}

// lineWriter writes one text object.
type lineWriter struct {
	p       *pdfPainter
	b       strings.Builder
	y       float64
	x       float64 // where the next glyph would stand without a move
	face    *fonts.Face
	size    float64
	colour  design.Colour
	rise    float64
	hidden  bool
	squeeze float64         // how much narrower than usual characters are written
	hex     strings.Builder // characters not yet closed
	array   strings.Builder // strings and moves not yet shown
	shapes  []shape
}

func (w *lineWriter) start(x float64) {
	w.x = x
	fmt.Fprintf(&w.b, "BT %s rg 1 0 0 1 %s %s Tm\n", colour(w.colour), number(x), number(w.y))
}

// run writes the glyphs of an item.
func (w *lineWriter) run(item *layout.Item) {
	w.set(item)
	run := item.Run
	for i, g := range run.Glyphs {
		text := run.Text[g.From:g.To]
		w.moveTo(item.Rect.X+g.X, g.Y)
		r, ok := writable(run, g)
		if ok {
			w.hide(false)
			w.show(r, g.ID)
			continue
		}
		w.shapes = append(w.shapes, shape{item, g})
		w.hide(true)
		end := run.Width
		if i+1 < len(run.Glyphs) {
			end = run.Glyphs[i+1].X
		}
		w.invisible(text, end-g.X)
	}
	w.hide(false)
}

// writable is the character that a glyph can be written as.
func writable(run *layout.Run, g layout.Glyph) (rune, bool) {
	text := []rune(run.Text[g.From:g.To])
	if len(text) != 1 || text[0] > 0xFFFF || g.ID == fonts.MissingGlyph {
		return 0, false
	}
	id, ok := run.Face.Glyph(text[0])
	return printed(text[0]), ok && id == g.ID
}

// invisible writes the characters behind a shape that is so wide. They must not
// be wider: readers take a space for none that begins within the character
// before it. Those that fpdf cannot write are given as the text that is actually
// meant.
func (w *lineWriter) invisible(text string, width float64) {
	plain, natural := true, 0.0
	for _, r := range text {
		plain = plain && printed(r) == r
		id, _ := w.face.Glyph(printed(r))
		natural += w.advance(id)
	}
	squeezed := width > 0 && natural > width
	if squeezed {
		w.flush()
		w.squeeze = max(1, math.Floor(width/natural*100)) / 100
		fmt.Fprintf(&w.b, "%s Tz\n", number(w.squeeze*100))
	}
	if !plain {
		w.flush()
		fmt.Fprintf(&w.b, "/Span <</ActualText <FEFF%s>>> BDC\n", utf16Hex(text))
	}
	for _, r := range text {
		id, _ := w.face.Glyph(printed(r))
		w.show(printed(r), id)
	}
	if !plain {
		w.flush()
		w.b.WriteString("EMC\n")
	}
	if squeezed {
		w.flush()
		w.squeeze = 1
		w.b.WriteString("100 Tz\n")
	}
}

// set changes to an item's face, size and colour.
func (w *lineWriter) set(item *layout.Item) {
	run := item.Run
	if run.Face != w.face || run.Size != w.size {
		w.flush()
		w.face, w.size = run.Face, run.Size
		fmt.Fprintf(&w.b, "%s %s Tf\n", w.p.resource(run.Face), number(run.Size))
	}
	if item.Colour != w.colour {
		w.flush()
		w.colour = item.Colour
		fmt.Fprintf(&w.b, "%s rg\n", colour(item.Colour))
	}
}

// resource is the name of a face in the page's content.
func (p *pdfPainter) resource(face *fonts.Face) string {
	for _, pf := range p.faces {
		if pf.face == face {
			return pf.resource
		}
	}
	return ""
}

// hide makes what follows invisible, or visible again.
func (w *lineWriter) hide(hidden bool) {
	if hidden == w.hidden {
		return
	}
	w.flush()
	w.hidden = hidden
	mode := 0
	if hidden {
		mode = 3
	}
	fmt.Fprintf(&w.b, "%d Tr\n", mode)
}

// gap writes a space between two items that stand apart, so that what is read
// from the page keeps them apart too.
func (w *lineWriter) gap(before, after *layout.Item) {
	space := before.Rect.X + before.Rect.W
	if after.Rect.X-space < before.Run.Size/10 || strings.HasSuffix(before.Run.Text, " ") || strings.HasPrefix(after.Run.Text, " ") {
		return
	}
	w.moveTo(space, 0)
	w.show(' ', spaceGlyph(w.face))
}

func spaceGlyph(f *fonts.Face) fonts.GlyphID {
	id, _ := f.Glyph(' ')
	return id
}

// moveTo goes to where the next glyph stands: x on the page, rise over the
// baseline. A string's moves are in thousandths of the type size.
func (w *lineWriter) moveTo(x, rise float64) {
	if math.Abs(rise-w.rise) > 1e-3 {
		w.flush()
		w.rise = rise
		fmt.Fprintf(&w.b, "%s Ts\n", number(rise))
	}
	move := math.Round((w.x - x) / w.size * 1000)
	if move == 0 {
		return
	}
	w.closeString()
	w.array.WriteString(strconv.Itoa(int(move)))
	w.x -= move * w.size / 1000
}

// show writes a character. Its width is the one that the file's table of widths
// has, in whole thousandths.
func (w *lineWriter) show(r rune, id fonts.GlyphID) {
	fmt.Fprintf(&w.hex, "%04X", r)
	w.x += w.advance(id) * w.squeeze
}

// advance is how far a glyph moves the next one, as the file's widths have it.
func (w *lineWriter) advance(id fonts.GlyphID) float64 {
	return math.Round(w.p.set.Advance(w.face, id)*1000) * w.size / 1000
}

func (w *lineWriter) closeString() {
	if w.hex.Len() > 0 {
		w.array.WriteString("<" + w.hex.String() + ">")
		w.hex.Reset()
	}
}

// flush shows what was written so far.
func (w *lineWriter) flush() {
	w.closeString()
	if w.array.Len() > 0 {
		w.b.WriteString("[" + w.array.String() + "] TJ\n")
		w.array.Reset()
	}
}

// shape draws a glyph's outline.
func (p *pdfPainter) shape(s shape) {
	run := s.item.Run
	scale := run.Size / run.Face.Upem()
	x0, y0 := s.item.Rect.X+s.g.X, p.height-s.item.Baseline+s.g.Y
	var b strings.Builder
	fmt.Fprintf(&b, "q %s rg", colour(s.item.Colour))
	var last ot.SegmentPoint
	write := func(operator string, points ...ot.SegmentPoint) {
		for _, q := range points {
			fmt.Fprintf(&b, " %s %s", number(x0+float64(q.X)*scale), number(y0+float64(q.Y)*scale))
		}
		b.WriteString(" " + operator)
		last = points[len(points)-1]
	}
	outline := p.set.Outline(run.Face, s.g.ID)
	for _, o := range outline {
		switch o.Op {
		case ot.SegmentOpMoveTo:
			write("m", o.Args[0])
		case ot.SegmentOpLineTo:
			write("l", o.Args[0])
		case ot.SegmentOpQuadTo: // as a cubic curve, the only one of PDF
			write("c", between(last, o.Args[0]), between(o.Args[1], o.Args[0]), o.Args[1])
		case ot.SegmentOpCubeTo:
			write("c", o.Args[0], o.Args[1], o.Args[2])
		}
	}
	if len(outline) > 0 {
		p.f.RawWriteStr(b.String() + " f Q")
	}
}

// between is the point two thirds of the way from p to q.
func between(p, q ot.SegmentPoint) ot.SegmentPoint {
	return ot.SegmentPoint{X: p.X + (q.X-p.X)*2/3, Y: p.Y + (q.Y-p.Y)*2/3}
}

// colour is a colour's three parts as PDF writes them.
func colour(c design.Colour) string {
	return fmt.Sprintf("%.3f %.3f %.3f", float64(c.R)/255, float64(c.G)/255, float64(c.B)/255)
}

// number is a number as short as a thousandth of a point allows.
func number(v float64) string {
	v = math.Round(v*1000)/1000 + 0 // which makes 0 of -0
	return strconv.FormatFloat(v, 'f', -1, 64)
}
