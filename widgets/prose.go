package widgets

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ProseKind is what a block of a [Prose] is.
type ProseKind int

// The kinds of blocks.
const (
	ProseText ProseKind = iota
	ProseHeading
	ProseItem // of a list
	ProseCode // lines of a program, as they are
	ProseRow  // of a table
)

// ProseSpan is a part of a block with its own style.
type ProseSpan struct {
	Text   string
	Bold   bool
	Italic bool
	Code   bool   // in the letters of programs
	Key    bool   // the name of a key, drawn as one
	Link   string // where it leads, "" for nowhere; a link stays in one row
}

// ProseBlock is a heading, a paragraph, a point of a list, lines of a program or a row of a table.
type ProseBlock struct {
	Kind   ProseKind
	Level  int           // of a heading, from 1; of a point how deep its list is, from 0
	Number int           // of a point, 0 for a bullet
	ID     string        // of a heading, for [Prose.Reveal]
	Spans  []ProseSpan   // of all but rows
	Cells  [][]ProseSpan // of a row
	Head   bool          // a row with the names of the columns
}

// Text is the words of a block, cells apart by a space.
func (b ProseBlock) Text() string {
	text := ""
	for i, spans := range b.parts() {
		if i > 0 {
			text += " "
		}
		for _, s := range spans {
			text += s.Text
		}
	}
	return text
}

// parts are the texts of a block: one, or that of each cell.
func (b ProseBlock) parts() [][]ProseSpan {
	if b.Kind == ProseRow {
		return b.Cells
	}
	return [][]ProseSpan{b.Spans}
}

// Prose is a text to read: headings, paragraphs, lists, tables and lines of a program, in rows of at most
// [ProseRunes] characters, with links that can be tapped and focused, and words that are searched for marked.
type Prose struct {
	widget.BaseWidget

	// OnLink is called for a link, with where it leads.
	OnLink func(to string)

	blocks []ProseBlock
	words  []string // that are marked, in lower case
	width  float32  // that the rows are for
	size   float32  // of the text that they are for
	tall   float32

	frags   []proseFrag
	grounds []proseGround
	marks   []proseMark
	links   []*proseLink
	heads   map[string]float32 // where headings are
	chosen  int                // the mark that is looked at, -1 for none

	shown   string // the heading that was revealed, to be revealed again at another width
	shownAt float32
}

// ProseRunes is how many characters a row has at most: what typographers call comfortable is 45 to 75 (Bringhurst,
// The Elements of Typographic Style, 2.1.2).
const ProseRunes = 70

const (
	proseIndent = 20 // of the points of lists
	proseCell   = 18 // between the columns of a table
	proseInset  = 10 // of lines of a program within their ground
)

// proseFrag is text of one style in one row.
type proseFrag struct {
	text     *canvas.Text
	block    int
	from, to int // bytes of the block's text
	span     ProseSpan
	muted    bool
}

// proseGround is behind lines of a program, behind a key, or a line below a table's head.
type proseGround struct {
	box  *canvas.Rectangle
	kind int
}

const (
	groundCode = iota
	groundKey
	groundRule
)

// proseMark is a place of a word that is searched for; it has a box in each row.
type proseMark struct{ boxes []*canvas.Rectangle }

// NewProse returns a text.
func NewProse(blocks ...ProseBlock) *Prose {
	p := &Prose{blocks: blocks, chosen: -1, OnLink: func(string) {}}
	p.ExtendBaseWidget(p)
	return p
}

// SetBlocks replaces the text.
func (p *Prose) SetBlocks(blocks []ProseBlock) {
	p.blocks, p.width, p.chosen, p.shown = blocks, 0, -1, ""
	p.arrange(max(proseLeast, p.Size().Width))
	p.Refresh()
}

// SetWords marks each place of these words, capital or not, and returns how many places there are.
func (p *Prose) SetWords(words []string) int {
	p.words, p.chosen = nil, -1
	for _, w := range words {
		if w != "" {
			p.words = append(p.words, strings.ToLower(w))
		}
	}
	p.placeMarks()
	p.Refresh()
	return len(p.marks)
}

// Marks is how many places are marked.
func (p *Prose) Marks() int { return len(p.marks) }

// Chosen is the mark that is looked at, -1 for none.
func (p *Prose) Chosen() int { return p.chosen }

// Choose looks at a mark, and scrolls to show it.
func (p *Prose) Choose(i int) {
	if i < 0 || i >= len(p.marks) {
		return
	}
	p.chosen = i
	p.Refresh()
	if s := ScrollOf(p); s != nil {
		first := p.marks[i].boxes[0]
		RevealAmid(s, p.within(s)+first.Position().Y, first.Size().Height)
	}
}

// Reveal scrolls to a heading, "" for the top, and again when the text gets another width.
func (p *Prose) Reveal(id string) {
	p.shown = id
	s := ScrollOf(p)
	if s == nil {
		return
	}
	y := float32(0)
	if at, ok := p.heads[id]; ok {
		y = p.within(s) + at - 12
	}
	most := max(0, s.Content.MinSize().Height-s.Size().Height)
	s.ScrollToOffset(fyne.NewPos(0, max(0, min(most, y))))
}

// within is where the text begins in what is scrolled.
func (p *Prose) within(s *container.Scroll) float32 {
	d := fyne.CurrentApp().Driver()
	return d.AbsolutePositionForObject(p).Y - d.AbsolutePositionForObject(s.Content).Y
}

// LongestRow is how many characters the longest row has.
func (p *Prose) LongestRow() (most int) {
	rows := map[[2]float32]int{}
	for _, f := range p.frags {
		at := [2]float32{f.text.Position().Y, float32(f.block)}
		if p.blocks[f.block].Kind != ProseRow {
			rows[at] += utf8.RuneCountInString(f.text.Text)
			most = max(most, rows[at])
		}
	}
	return most
}

// proseLeast is the least width of a text.
const proseLeast = 200

// textSize is that of running text, a little larger than that of controls: it is read for longer.
func (p *Prose) textSize() float32 { return theme.TextSize() * 14 / 13 }

// look is the size and style of a span in a block.
func (p *Prose) look(b ProseBlock, s ProseSpan) (size float32, style fyne.TextStyle) {
	size = p.textSize()
	switch {
	case b.Kind == ProseHeading && b.Level == 1:
		size = theme.Size(theme.SizeNameHeadingText) * 1.15
	case b.Kind == ProseHeading:
		size = theme.Size(theme.SizeNameSubHeadingText) * 1.05
	case s.Key:
		size = theme.CaptionTextSize()
	case s.Code || b.Kind == ProseCode:
		size *= 0.93
	}
	return size, fyne.TextStyle{Bold: s.Bold || b.Kind == ProseHeading || b.Head, Italic: s.Italic, Monospace: s.Code || b.Kind == ProseCode}
}

// ProseWidth is the width of a row of as many characters as fit.
func ProseWidth() float32 {
	return textWidth("The page beside the editor is the page that will be printed, as it is.", theme.TextSize()*14/13, fyne.TextStyle{})
}

// piece is a word, or a part of one in a style of its own.
type piece struct {
	text  string
	from  int // byte of the block's text
	span  ProseSpan
	space bool // there is a space before it
}

// piecesOf splits spans into words. Links and keys stay whole.
func piecesOf(spans []ProseSpan, from int) (all []piece) {
	space := false
	for _, s := range spans {
		if s.Link != "" || s.Key {
			all = append(all, piece{s.Text, from, s, space})
			from += len(s.Text)
			space = false
			continue
		}
		rest := s.Text
		for rest != "" {
			n := strings.IndexByte(rest, ' ')
			switch {
			case n == 0:
				space, rest, from = true, rest[1:], from+1
				continue
			case n < 0:
				n = len(rest)
			}
			all = append(all, piece{rest[:n], from, s, space})
			space, rest, from = false, rest[n:], from+n
		}
	}
	return all
}

// arrange breaks the text into rows for a width.
func (p *Prose) arrange(width float32) {
	if width == p.width && p.size == theme.TextSize() {
		return
	}
	p.width, p.size = width, theme.TextSize()
	p.frags, p.grounds, p.links, p.heads = nil, nil, nil, map[string]float32{}
	y := float32(0)
	for i := 0; i < len(p.blocks); i++ {
		b := p.blocks[i]
		y += p.gapAbove(i)
		switch b.Kind {
		case ProseHeading:
			p.heads[b.ID] = y
			y = p.flow(i, b.Spans, 0, flowIn{0, y, width}) + 2
		case ProseItem:
			x := float32(proseIndent * (b.Level + 1))
			sign := "•"
			if b.Number > 0 {
				sign = strconv.Itoa(b.Number) + "."
			}
			mark := canvas.NewText(sign, nil)
			mark.TextSize = p.textSize()
			mark.Resize(mark.MinSize())
			mark.Move(fyne.NewPos(x-6-mark.MinSize().Width, y+(p.rowHeight(b)-mark.MinSize().Height)/2))
			p.frags = append(p.frags, proseFrag{text: mark, block: i, muted: true})
			y = p.flow(i, b.Spans, 0, flowIn{x, y, width - x})
		case ProseCode:
			y = p.lines(i, y, width)
		case ProseRow:
			n := i
			for n < len(p.blocks) && p.blocks[n].Kind == ProseRow {
				n++
			}
			y = p.table(i, n, y, width)
			i = n - 1
		default:
			y = p.flow(i, b.Spans, 0, flowIn{0, y, width})
		}
	}
	p.tall = y
	p.placeMarks()
}

// gapAbove is the space above a block.
func (p *Prose) gapAbove(i int) float32 {
	if i == 0 {
		return 0
	}
	b, before := p.blocks[i], p.blocks[i-1]
	line := p.textSize()
	switch {
	case b.Kind == ProseHeading:
		return line * 1.5
	case b.Kind == ProseItem && before.Kind == ProseItem:
		return line * 0.3
	case before.Kind == ProseHeading:
		return line * 0.3
	}
	return line * 0.75
}

// rowHeight is the distance of two rows of a block: 1.45 of the text's size.
func (p *Prose) rowHeight(b ProseBlock) float32 {
	size, _ := p.look(b, ProseSpan{})
	return size * 1.45
}

// flowIn is where text flows: from a place, in a width.
type flowIn struct{ x, y, width float32 }

// flow breaks spans, which begin at a byte of the block's text, into rows, and returns where the next row would be.
func (p *Prose) flow(block int, spans []ProseSpan, from int, in flowIn) float32 {
	b := p.blocks[block]
	height := p.rowHeight(b)
	x, y, runes := in.x, in.y, 0
	all := piecesOf(spans, from)
	for i := 0; i < len(all); {
		n := i + 1
		for n < len(all) && !all[n].space { // what sticks together
			n++
		}
		wide, count := float32(0), 0
		for _, q := range all[i:n] {
			wide += p.pieceWidth(b, q)
			count += utf8.RuneCountInString(q.text)
		}
		gap := float32(0)
		if all[i].space && x > in.x {
			gap = p.spaceWidth(b)
		}
		end := x + gap + wide
		if last := p.continued(block, all[i], y); last != nil { // letters are kerned across spaces
			text := last.text
			end = text.Position().X + textWidth(text.Text+" "+all[i].text, text.TextSize, text.TextStyle) + wide - p.pieceWidth(b, all[i])
		}
		if x > in.x && (end > in.x+in.width || runes+1+count > ProseRunes) {
			x, y, runes, gap = in.x, y+height, 0, 0
		}
		if gap > 0 {
			runes++
		}
		x += gap
		for k, q := range all[i:n] {
			x = p.put(block, q, fyne.NewPos(x, y), gap > 0 && k == 0)
		}
		runes += count
		i = n
	}
	return y + height
}

func (p *Prose) spaceWidth(b ProseBlock) float32 {
	size, style := p.look(b, ProseSpan{})
	return textWidth("n n", size, style) - textWidth("nn", size, style)
}

const keyPad = 5 // of a key's name within its box

func (p *Prose) pieceWidth(b ProseBlock, q piece) float32 {
	size, style := p.look(b, q.span)
	width := textWidth(q.text, size, style)
	if q.span.Key {
		width += 2 * keyPad
	}
	return width
}

// continued is the fragment that a piece in the row at a height continues, nil for none: one of the same style before it.
func (p *Prose) continued(block int, q piece, y float32) *proseFrag {
	n := len(p.frags)
	if n == 0 || q.span.Key || q.span.Link != "" {
		return nil
	}
	size, style := p.look(p.blocks[block], q.span)
	down := (p.rowHeight(p.blocks[block]) - fyne.MeasureText("M", size, style).Height) / 2
	last := &p.frags[n-1]
	if last.block != block || last.muted || !last.span.like(q.span) || last.text.Position().Y != y+down || last.to > q.from || last.to+1 < q.from {
		return nil
	}
	return last
}

// like reports whether another span has the same style.
func (s ProseSpan) like(o ProseSpan) bool {
	s.Text, o.Text = "", ""
	return s == o
}

// put adds a piece at a place of a row, and returns where it ends; one that continues the fragment before it becomes part
// of that.
func (p *Prose) put(block int, q piece, at fyne.Position, spaced bool) (end float32) {
	b := p.blocks[block]
	size, style := p.look(b, q.span)
	down := (p.rowHeight(b) - fyne.MeasureText("M", size, style).Height) / 2
	if last := p.continued(block, q, at.Y); last != nil && last.text.Position().X < at.X {
		if spaced || q.from > last.to {
			last.text.Text += " "
		}
		last.text.Text += q.text
		last.text.Resize(last.text.MinSize())
		last.to = q.from + len(q.text)
		return last.text.Position().X + last.text.MinSize().Width
	}
	if q.span.Link != "" {
		l := newProseLink(p, q.span.Link, q.text, size, style)
		l.Resize(fyne.NewSize(textWidth(q.text, size, style), p.rowHeight(b)))
		l.Move(at)
		p.links = append(p.links, l)
		p.frags = append(p.frags, proseFrag{text: l.text, block: block, from: q.from, to: q.from + len(q.text), span: q.span})
		l.text.Move(fyne.NewPos(at.X, at.Y+down)) // for the marks; the link draws a text of its own
		return at.X + l.Size().Width
	}
	text := canvas.NewText(q.text, nil)
	text.TextSize, text.TextStyle = size, style
	text.Resize(text.MinSize())
	end = at.X + text.MinSize().Width
	if q.span.Key {
		box := canvas.NewRectangle(nil)
		box.CornerRadius = 4
		box.Resize(fyne.NewSize(text.MinSize().Width+2*keyPad, text.MinSize().Height+2))
		box.Move(at.AddXY(0, down-1))
		p.grounds = append(p.grounds, proseGround{box, groundKey})
		at.X += keyPad
		end += 2 * keyPad
	}
	text.Move(at.AddXY(0, down))
	p.frags = append(p.frags, proseFrag{text: text, block: block, from: q.from, to: q.from + len(q.text), span: q.span})
	return end
}

// lines adds lines of a program on a ground of their own, and returns where the text goes on.
func (p *Prose) lines(block int, y, width float32) float32 {
	b := p.blocks[block]
	size, style := p.look(b, ProseSpan{})
	height := size * 1.4
	box := canvas.NewRectangle(nil)
	box.CornerRadius = innerRadius
	box.Move(fyne.NewPos(0, y))
	p.grounds = append(p.grounds, proseGround{box, groundCode})
	top := y
	y += proseInset * 0.8
	from := 0
	for line := range strings.SplitSeq(strings.TrimRight(b.Text(), "\n"), "\n") {
		x := float32(proseInset)
		for _, part := range broken(line, width-3*proseInset, size, style) {
			text := canvas.NewText(line[part[0]:part[1]], nil)
			text.TextSize, text.TextStyle = size, style
			text.Resize(text.MinSize())
			text.Move(fyne.NewPos(x, y))
			p.frags = append(p.frags, proseFrag{text: text, block: block, from: from + part[0], to: from + part[1]})
			x = 2 * proseInset // what goes on
			y += height
		}
		from += len(line) + 1
	}
	y += proseInset * 0.8
	box.Resize(fyne.NewSize(width, y-top))
	return y
}

// table adds rows from one block to another. The columns are as wide as their cells, the last one takes what is left.
func (p *Prose) table(from, to int, y, width float32) float32 {
	columns := 0
	for _, b := range p.blocks[from:to] {
		columns = max(columns, len(b.Cells))
	}
	if columns == 0 {
		return y
	}
	widths := make([]float32, columns)
	for _, b := range p.blocks[from:to] {
		for c, spans := range b.Cells[:min(len(b.Cells), columns-1)] {
			wide := float32(0)
			for _, q := range piecesOf(spans, 0) {
				if q.space {
					wide += p.spaceWidth(b)
				}
				wide += p.pieceWidth(b, q)
			}
			widths[c] = max(widths[c], wide+1)
		}
	}
	left := width
	for c := range widths[:columns-1] {
		widths[c] = min(widths[c], width*0.62/float32(max(1, columns-1)))
		left -= widths[c] + proseCell
	}
	widths[columns-1] = max(60, left)
	for i := from; i < to; i++ {
		x, lowest, at := float32(0), y, 0
		for c, spans := range p.blocks[i].Cells {
			lowest = max(lowest, p.flow(i, spans, at, flowIn{x, y, widths[c]}))
			x += widths[c] + proseCell
			for _, s := range spans {
				at += len(s.Text)
			}
			at++
		}
		y = lowest + 3
		rule := canvas.NewRectangle(nil)
		rule.Resize(fyne.NewSize(width, 1))
		rule.Move(fyne.NewPos(0, y))
		p.grounds = append(p.grounds, proseGround{rule, groundRule})
		y += 4
	}
	return y
}

// placeMarks puts the marks where the words that are searched for are.
func (p *Prose) placeMarks() {
	p.marks = nil
	if len(p.words) == 0 {
		return
	}
	of := map[int][]int{}
	for i, f := range p.frags {
		if !f.muted {
			of[f.block] = append(of[f.block], i)
		}
	}
	for i, b := range p.blocks {
		for _, at := range FoundIn(b.Text(), p.words) {
			var m proseMark
			for _, n := range of[i] {
				f := p.frags[n]
				from, to := max(at[0], f.from), min(at[1], f.to)
				if from >= to {
					continue
				}
				// A fragment's text may have one space where the block has several.
				text, size, style := f.text.Text, f.text.TextSize, f.text.TextStyle
				x := textWidth(text[:min(len(text), from-f.from)], size, style)
				w := textWidth(text[:min(len(text), to-f.from)], size, style) - x
				box := canvas.NewRectangle(nil)
				box.CornerRadius = 3
				box.Resize(fyne.NewSize(w+4, f.text.MinSize().Height))
				box.Move(f.text.Position().AddXY(x-2, 0))
				m.boxes = append(m.boxes, box)
			}
			if len(m.boxes) > 0 {
				p.marks = append(p.marks, m)
			}
		}
	}
	if p.chosen >= len(p.marks) {
		p.chosen = -1
	}
}

// FoundIn are the places in a text of words, which are in lower case, in order: from byte to byte. A word is found at
// the beginning of a word of the text.
func FoundIn(text string, words []string) (all [][2]int) {
	lower := strings.ToLower(text)
	if len(lower) != len(text) {
		lower = text // a letter whose small form has another length
	}
	for at := 0; at < len(lower); {
		r, size := utf8.DecodeRuneInString(lower[at:])
		before, _ := utf8.DecodeLastRuneInString(lower[:at])
		found := 0
		if at == 0 || !unicode.IsLetter(before) && !unicode.IsDigit(before) || !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			for _, w := range words {
				if strings.HasPrefix(lower[at:], w) {
					found = max(found, len(w))
				}
			}
		}
		if found > 0 {
			all = append(all, [2]int{at, at + found})
			at += found
			continue
		}
		at += size
	}
	return all
}

// Children returns the links, for [ScrollOf].
func (p *Prose) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, l := range p.links {
		all = append(all, l)
	}
	return all
}

// CreateRenderer is called by Fyne.
func (p *Prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ prose *Prose }

func (r *proseRenderer) Destroy() {}

func (r *proseRenderer) MinSize() fyne.Size {
	r.prose.arrange(max(proseLeast, r.prose.Size().Width))
	return fyne.NewSize(proseLeast, r.prose.tall)
}

func (r *proseRenderer) Layout(size fyne.Size) {
	p := r.prose
	again := p.shownAt != size.Width && p.shown != ""
	p.shownAt = size.Width
	p.arrange(max(proseLeast, size.Width))
	r.paint()
	if again {
		p.Reveal(p.shown)
	}
}

func (r *proseRenderer) Objects() []fyne.CanvasObject {
	p := r.prose
	var objects []fyne.CanvasObject
	for _, g := range p.grounds {
		objects = append(objects, g.box)
	}
	for _, m := range p.marks {
		for _, b := range m.boxes {
			objects = append(objects, b)
		}
	}
	for _, f := range p.frags {
		if f.span.Link == "" {
			objects = append(objects, f.text)
		}
	}
	for _, l := range p.links {
		objects = append(objects, l)
	}
	return objects
}

func (r *proseRenderer) Refresh() {
	r.prose.arrange(max(proseLeast, r.prose.Size().Width))
	r.paint()
	canvas.Refresh(r.prose)
}

func (r *proseRenderer) paint() {
	p := r.prose
	for _, g := range p.grounds {
		g.box.StrokeWidth, g.box.StrokeColor = 0, transparent
		switch g.kind {
		case groundCode:
			g.box.FillColor = Color(ColorCard)
			g.box.StrokeWidth, g.box.StrokeColor = 1, Color(theme.ColorNameSeparator)
		case groundKey:
			g.box.FillColor = Color(ColorCard)
			g.box.StrokeWidth, g.box.StrokeColor = 1, Color(theme.ColorNameInputBorder)
		case groundRule:
			g.box.FillColor = Color(theme.ColorNameSeparator)
		}
	}
	for i, m := range p.marks {
		for _, b := range m.boxes {
			b.FillColor = Color(ColorWarnSoft)
			b.StrokeWidth, b.StrokeColor = 0, transparent
			if i == p.chosen {
				b.StrokeWidth, b.StrokeColor = focusWidth, Color(ColorWarn)
			}
		}
	}
	for _, f := range p.frags {
		f.text.Color = Color(theme.ColorNameForeground)
		if f.muted {
			f.text.Color = Color(ColorMuted)
		}
	}
	for _, l := range p.links {
		l.Refresh()
	}
}

// proseLink is a link: its words, which are tapped, or focused and pressed with Enter.
type proseLink struct {
	widget.BaseWidget
	pressable
	to    string
	text  *canvas.Text // where the marks look for its words
	shown *canvas.Text
}

func newProseLink(p *Prose, to, text string, size float32, style fyne.TextStyle) *proseLink {
	l := &proseLink{to: to, text: canvas.NewText(text, nil), shown: canvas.NewText(text, nil)}
	for _, t := range []*canvas.Text{l.text, l.shown} {
		t.TextSize, t.TextStyle = size, style
	}
	l.shown.TextStyle.Underline = true
	l.text.Resize(l.text.MinSize())
	l.pressable.init(l, func() { p.OnLink(to) })
	l.ExtendBaseWidget(l)
	return l
}

// AccessibilityLabel returns the words.
func (l *proseLink) AccessibilityLabel() string { return l.text.Text }

// CreateRenderer is called by Fyne.
func (l *proseLink) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		l.paintGround()
		l.shown.Color = Color(theme.ColorNamePrimary)
		l.shown.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{l.ground, l.shown},
		min:     func() fyne.Size { return l.shown.MinSize() },
		layout: func(size fyne.Size) {
			l.ground.Resize(fyne.NewSize(size.Width+6, size.Height-2))
			l.ground.Move(fyne.NewPos(-3, 1))
			l.shown.Resize(l.shown.MinSize())
			l.shown.Move(fyne.NewPos(0, (size.Height-l.shown.MinSize().Height)/2))
		},
		refresh: paint,
	}
}
