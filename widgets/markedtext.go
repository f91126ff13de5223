package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MarkedLine is a line or paragraph of a [MarkedText].
type MarkedLine struct {
	Text    string
	Heading int  // 1 for a title, 2 for what is under it, and so on; 0 for text
	Item    bool // it has the mark of a list before it
	Bold    bool
	Gap     bool // there is space above it
}

// TextMark highlights a part of a line: from one byte to another.
type TextMark struct {
	ID             int
	Line, From, To int
	Kind           MarkKind
}

// MarkedText is a text on paper, which is white in both themes, in paragraphs that wrap, with parts of it highlighted.
type MarkedText struct {
	widget.BaseWidget

	// OnTap is called for a tap on a mark.
	OnTap func(id int)

	lines []MarkedLine
	marks []TextMark
	rows  []textRow
	boxes []*canvas.Rectangle
	boxOf []int // the mark of each box, by its index
	paper *canvas.Rectangle
	width float32 // that the rows are for
	tall  float32
	hot   bool

	shown    int // the mark that was revealed
	hasShown bool
	shownAt  float32 // the width at which it was
}

// textRow is a part of a line that stands in one row.
type textRow struct {
	line, from, to int // bytes of the line
	at             fyne.Position
	text           *canvas.Text
	bullet         *canvas.Text // before it; nil for none
}

var (
	_ fyne.Tappable      = (*MarkedText)(nil)
	_ desktop.Hoverable  = (*MarkedText)(nil)
	_ desktop.Cursorable = (*MarkedText)(nil)
)

const (
	paperMargin  = 30
	paperWidest  = 760 // longer rows are hard to read
	markedIndent = 16  // of the points of lists
)

// NewMarkedText returns a text.
func NewMarkedText(lines []MarkedLine) *MarkedText {
	t := &MarkedText{lines: lines, paper: canvas.NewRectangle(nil)}
	t.ExtendBaseWidget(t)
	return t
}

// SetMarks replaces the highlights. Later ones lie over earlier ones.
func (t *MarkedText) SetMarks(marks []TextMark) {
	t.marks = marks
	t.placeMarks()
	t.Refresh()
}

// Reveal scrolls to show a mark, and again when the text gets another width.
func (t *MarkedText) Reveal(id int) {
	t.shown, t.hasShown = id, true
	s := ScrollOf(t)
	if s == nil {
		return
	}
	top, bottom := float32(-1), float32(0)
	for i, box := range t.boxes {
		if t.marks[t.boxOf[i]].ID != id {
			continue
		}
		if top < 0 {
			top = box.Position().Y
		}
		bottom = box.Position().Y + box.Size().Height
	}
	if top >= 0 {
		RevealAmid(s, top, bottom-top)
	}
}

// at returns the mark at a position, the smallest where several lie there.
func (t *MarkedText) at(p fyne.Position) (id int, ok bool) {
	var smallest float32
	for i, box := range t.boxes {
		b, s := box.Position(), box.Size()
		if p.X < b.X || p.Y < b.Y || p.X > b.X+s.Width || p.Y > b.Y+s.Height {
			continue
		}
		if !ok || s.Width < smallest {
			id, ok, smallest = t.marks[t.boxOf[i]].ID, true, s.Width
		}
	}
	return id, ok
}

// Tapped is called by Fyne.
func (t *MarkedText) Tapped(ev *fyne.PointEvent) {
	if id, ok := t.at(ev.Position); ok && t.OnTap != nil {
		t.OnTap(id)
	}
}

// MouseIn is called by Fyne.
func (t *MarkedText) MouseIn(ev *desktop.MouseEvent) { t.MouseMoved(ev) }

// MouseMoved is called by Fyne.
func (t *MarkedText) MouseMoved(ev *desktop.MouseEvent) { _, t.hot = t.at(ev.Position) }

// MouseOut is called by Fyne.
func (t *MarkedText) MouseOut() { t.hot = false }

// Cursor is called by Fyne.
func (t *MarkedText) Cursor() desktop.Cursor {
	if t.hot {
		return desktop.PointerCursor
	}
	return desktop.DefaultCursor
}

// look is the type size and style of a line.
func (l MarkedLine) look() (size float32, style fyne.TextStyle) {
	size = theme.TextSize()
	switch l.Heading {
	case 0:
	case 1:
		size = theme.Size(theme.SizeNameHeadingText)
	case 2:
		size = theme.Size(theme.SizeNameSubHeadingText)
	}
	return size, fyne.TextStyle{Bold: l.Bold || l.Heading > 0}
}

// arrange breaks the lines into rows for a width.
func (t *MarkedText) arrange(width float32) {
	if width == t.width && t.rows != nil {
		return
	}
	t.width, t.rows = width, nil
	column := min(width, paperWidest)
	left := (width-column)/2 + paperMargin
	y := float32(paperMargin)
	for i, l := range t.lines {
		size, style := l.look()
		height := fyne.MeasureText("M", size, style).Height
		if strings.TrimSpace(l.Text) == "" {
			y += height * 0.6
			continue
		}
		if (l.Heading > 0 || l.Gap) && i > 0 {
			y += height * 0.5
		}
		x := left
		if l.Item {
			x += markedIndent
		}
		for n, part := range broken(l.Text, left+column-2*paperMargin-x, size, style) {
			row := textRow{line: i, from: part[0], to: part[1], at: fyne.NewPos(x, y), text: canvas.NewText(l.Text[part[0]:part[1]], nil)}
			row.text.TextSize, row.text.TextStyle = size, style
			if n == 0 && l.Item {
				row.bullet = canvas.NewText("•", nil)
				row.bullet.TextSize = size
				row.bullet.Move(fyne.NewPos(x-markedIndent+3, y))
			}
			row.text.Move(row.at)
			row.text.Resize(row.text.MinSize())
			t.rows = append(t.rows, row)
			y += height + theme.LineSpacing()
		}
	}
	t.tall = y + paperMargin
	t.placeMarks()
}

// broken is where a text breaks into rows of a width: the bytes of each. A word that is wider has its own row.
func broken(text string, width, size float32, style fyne.TextStyle) [][2]int {
	var rows [][2]int
	start, end := 0, 0 // of the row so far
	for at := 0; at < len(text); {
		next := len(text)
		if n := strings.IndexByte(text[at:], ' '); n >= 0 {
			next = at + n
		}
		if end > start && textWidth(text[start:next], size, style) > width {
			rows = append(rows, [2]int{start, end})
			start = at
		}
		end = next
		at = next
		for at < len(text) && text[at] == ' ' {
			at++
		}
	}
	if end > start {
		rows = append(rows, [2]int{start, end})
	}
	return rows
}

// placeMarks puts the marks where their words are.
func (t *MarkedText) placeMarks() {
	t.boxes, t.boxOf = nil, nil
	byLine := map[int][]int{}
	for i, row := range t.rows {
		byLine[row.line] = append(byLine[row.line], i)
	}
	for i, m := range t.marks {
		for _, n := range byLine[m.Line] {
			row := t.rows[n]
			from, to := max(m.From, row.from), min(m.To, row.to)
			if from >= to {
				continue
			}
			text := t.lines[m.Line].Text
			x := textWidth(text[row.from:from], row.text.TextSize, row.text.TextStyle)
			w := textWidth(text[row.from:to], row.text.TextSize, row.text.TextStyle) - x
			box := canvas.NewRectangle(nil)
			box.Resize(fyne.NewSize(w+4, row.text.MinSize().Height))
			box.Move(row.at.AddXY(x-2, 0))
			t.boxes, t.boxOf = append(t.boxes, box), append(t.boxOf, i)
		}
	}
}

// CreateRenderer is called by Fyne.
func (t *MarkedText) CreateRenderer() fyne.WidgetRenderer { return &markedRenderer{t} }

type markedRenderer struct{ text *MarkedText }

func (r *markedRenderer) Destroy() {}

func (r *markedRenderer) MinSize() fyne.Size {
	r.text.arrange(max(160, r.text.Size().Width))
	return fyne.NewSize(160, r.text.tall)
}

func (r *markedRenderer) Layout(size fyne.Size) {
	t := r.text
	if size.Width != t.shownAt && t.hasShown {
		defer t.Reveal(t.shown)
	}
	t.shownAt = size.Width
	t.arrange(size.Width)
	column := min(size.Width, paperWidest)
	t.paper.Resize(fyne.NewSize(column, size.Height))
	t.paper.Move(fyne.NewPos((size.Width-column)/2, 0))
	r.paint()
}

func (r *markedRenderer) Objects() []fyne.CanvasObject {
	t := r.text
	objects := []fyne.CanvasObject{t.paper}
	for _, b := range t.boxes {
		objects = append(objects, b)
	}
	for _, row := range t.rows {
		objects = append(objects, row.text)
		if row.bullet != nil {
			objects = append(objects, row.bullet)
		}
	}
	return objects
}

func (r *markedRenderer) Refresh() {
	t := r.text
	if t.rows != nil {
		if size, _ := t.lines[t.rows[0].line].look(); size != t.rows[0].text.TextSize {
			t.rows = nil // the text's size has changed
			t.arrange(t.width)
		}
	}
	r.paint()
	canvas.Refresh(t)
}

func (r *markedRenderer) paint() {
	t := r.text
	t.paper.FillColor = Color(ColorPaper)
	for i, b := range t.boxes {
		paintReview(b, t.marks[t.boxOf[i]].Kind)
	}
	for _, row := range t.rows {
		row.text.Color = Color(ColorInk)
		if row.bullet != nil {
			row.bullet.Color = Color(ColorInk)
		}
	}
}
