package widgets

import (
	"strconv"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// MonthPicker chooses a month, or a year alone: a year with arrows at its sides, its months, and further choices below.
// Arrows, Page Up and Page Down move, Enter or Space chooses, Escape closes.
type MonthPicker struct {
	widget.BaseWidget

	// OnMonth is called with the chosen month; month 0 means the year alone.
	OnMonth func(year, month int)
	// OnChoice is called with the index of a further choice.
	OnChoice func(i int)
	// OnClose is called for Escape.
	OnClose func()

	year     int
	chosen   [2]int // the year and month of now
	at       int    // the cell that keys choose: a month, then Year only, then the further choices
	title    *canvas.Text
	back, on *pickerCell
	cells    []*pickerCell
	focused  bool
}

const (
	pickerColumns = 4
	pickerMonths  = 12
	pickerWidth   = 224
	pickerRow     = 28
	pickerGap     = 4
)

// NewMonthPicker returns a picker that shows a year, with its month chosen; 0 means none. More are further choices, such as
// "Present".
func NewMonthPicker(year, month int, more ...string) *MonthPicker {
	p := &MonthPicker{year: year, chosen: [2]int{year, month}, at: max(0, month-1), title: canvas.NewText("", nil)}
	p.title.TextStyle.Bold = true
	p.back = newPickerCell(p, "‹", func() { p.step(-1) })
	p.on = newPickerCell(p, "›", func() { p.step(1) })
	for m := time.January; m <= time.December; m++ {
		p.cells = append(p.cells, newPickerCell(p, lang.X("date."+strings.ToLower(m.String()), m.String()[:3]), func() { p.choose(int(m) - 1) }))
	}
	for i, text := range append([]string{lang.X("widgets.year-only", "Year only")}, more...) {
		p.cells = append(p.cells, newPickerCell(p, text, func() { p.choose(pickerMonths + i) }))
	}
	p.ExtendBaseWidget(p)
	return p
}

// ShowMonthPicker shows a picker below an object, closes it when something was chosen, and calls closed then or on Escape.
func ShowMonthPicker(below fyne.CanvasObject, p *MonthPicker, closed func()) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(below)
	if c == nil {
		return
	}
	pop := widget.NewPopUp(container.New(layout.NewCustomPaddedLayout(6, 6, 6, 6), p), c)
	end := func(then func()) {
		pop.Hide()
		closed()
		if then != nil {
			then()
		}
	}
	month, choice := p.OnMonth, p.OnChoice
	p.OnMonth = func(y, m int) { end(func() { month(y, m) }) }
	p.OnChoice = func(i int) { end(func() { choice(i) }) }
	p.OnClose = func() { end(nil) }
	at, size := d.AbsolutePositionForObject(below), pop.MinSize()
	y := at.Y + below.Size().Height + 2
	if y+size.Height > c.Size().Height {
		y = fyne.Max(0, at.Y-size.Height-2)
	}
	pop.ShowAtPosition(fyne.NewPos(fyne.Max(0, fyne.Min(at.X, c.Size().Width-size.Width-4)), y))
	c.Focus(p)
}

func (p *MonthPicker) step(by int) {
	p.year = max(1000, min(p.year+by, 2999))
	p.Refresh()
}

func (p *MonthPicker) choose(i int) {
	switch {
	case i < pickerMonths:
		p.OnMonth(p.year, i+1)
	case i == pickerMonths:
		p.OnMonth(p.year, 0)
	default:
		p.OnChoice(i - pickerMonths - 1)
	}
}

// FocusGained is called by Fyne.
func (p *MonthPicker) FocusGained() { p.focused = true; p.Refresh() }

// FocusLost is called by Fyne.
func (p *MonthPicker) FocusLost() { p.focused = false; p.Refresh() }

// TypedRune is called by Fyne.
func (p *MonthPicker) TypedRune(r rune) {
	if r == ' ' {
		p.choose(p.at)
	}
}

// TypedKey is called by Fyne.
func (p *MonthPicker) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		p.move(-1)
	case fyne.KeyRight:
		p.move(1)
	case fyne.KeyUp:
		p.moveRow(-1)
	case fyne.KeyDown:
		p.moveRow(1)
	case fyne.KeyPageUp:
		p.step(-1)
	case fyne.KeyPageDown:
		p.step(1)
	case fyne.KeyReturn, fyne.KeyEnter:
		p.choose(p.at)
		return
	case fyne.KeyEscape:
		if p.OnClose != nil {
			p.OnClose()
		}
		return
	}
	p.Refresh()
}

// move goes to a neighbor; from December to the next year's January.
func (p *MonthPicker) move(by int) {
	to := p.at + by
	switch {
	case p.at >= pickerMonths:
		p.at = max(pickerMonths, min(to, len(p.cells)-1))
	case to < 0:
		p.at = pickerMonths - 1
		p.step(-1)
	case to == pickerMonths:
		p.at = 0
		p.step(1)
	default:
		p.at = to
	}
}

// moveRow goes to the row above or below: from the first month's row to the year before, from the last to the further
// choices.
func (p *MonthPicker) moveRow(by int) {
	to := p.at + by*pickerColumns
	switch {
	case p.at >= pickerMonths && by < 0:
		p.at = pickerMonths - pickerColumns + min(p.at-pickerMonths, pickerColumns-1)
	case p.at >= pickerMonths:
	case to < 0:
		p.at += pickerMonths - pickerColumns
		p.step(-1)
	case to >= pickerMonths:
		p.at = min(pickerMonths+p.at%pickerColumns, len(p.cells)-1)
	default:
		p.at = to
	}
}

// CreateRenderer is called by Fyne.
func (p *MonthPicker) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{p.title, p.back, p.on}
	for _, c := range p.cells {
		objects = append(objects, c)
	}
	p.paint()
	return &drawing{
		objects: objects,
		min: func() fyne.Size {
			return fyne.NewSize(pickerWidth, 5*pickerRow+4*pickerGap+2*pickerGap)
		},
		layout: p.layout,
		refresh: func() {
			p.paint()
			p.layout(p.Size())
			for _, c := range append(p.cells, p.back, p.on) {
				c.Refresh()
			}
		},
	}
}

func (p *MonthPicker) paint() {
	p.title.Text = strconv.Itoa(p.year)
	p.title.TextSize, p.title.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	p.title.Refresh()
}

func (p *MonthPicker) layout(size fyne.Size) {
	place := func(o fyne.CanvasObject, x, y, w float32) {
		o.Resize(fyne.NewSize(w, pickerRow))
		o.Move(fyne.NewPos(x, y))
	}
	place(p.back, 0, 0, pickerRow)
	place(p.on, size.Width-pickerRow, 0, pickerRow)
	m := p.title.MinSize()
	p.title.Resize(m)
	p.title.Move(fyne.NewPos((size.Width-m.Width)/2, (pickerRow-m.Height)/2))
	w := (size.Width - (pickerColumns-1)*pickerGap) / pickerColumns
	for i, c := range p.cells[:pickerMonths] {
		place(c, float32(i%pickerColumns)*(w+pickerGap), float32(1+i/pickerColumns)*(pickerRow+pickerGap), w)
	}
	more := p.cells[pickerMonths:]
	w = (size.Width - float32(len(more)-1)*pickerGap) / float32(len(more))
	for i, c := range more {
		place(c, float32(i)*(w+pickerGap), 4*(pickerRow+pickerGap)+2*pickerGap, w)
	}
}

// pickerCell is one thing to choose with the mouse; the picker itself handles the keys.
type pickerCell struct {
	widget.BaseWidget
	picker  *MonthPicker
	press   func()
	ground  *canvas.Rectangle
	text    *canvas.Text
	hovered bool
}

func newPickerCell(p *MonthPicker, text string, press func()) *pickerCell {
	c := &pickerCell{picker: p, press: press, ground: canvas.NewRectangle(nil), text: canvas.NewText(text, nil)}
	c.ground.CornerRadius = innerRadius
	c.ExtendBaseWidget(c)
	return c
}

// AccessibilityLabel returns the text.
func (c *pickerCell) AccessibilityLabel() string { return c.text.Text }

func (c *pickerCell) Tapped(*fyne.PointEvent)        { c.press() }
func (c *pickerCell) Cursor() desktop.Cursor         { return desktop.PointerCursor }
func (c *pickerCell) MouseIn(*desktop.MouseEvent)    { c.hovered = true; c.Refresh() }
func (c *pickerCell) MouseMoved(*desktop.MouseEvent) {}
func (c *pickerCell) MouseOut()                      { c.hovered = false; c.Refresh() }

func (c *pickerCell) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &drawing{
		objects: []fyne.CanvasObject{c.ground, c.text},
		min:     func() fyne.Size { return fyne.NewSize(pickerRow, pickerRow) },
		layout: func(size fyne.Size) {
			c.ground.Resize(size)
			m := c.text.MinSize()
			c.text.Resize(m)
			c.text.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
		},
		refresh: c.paint,
	}
}

func (c *pickerCell) paint() {
	p := c.picker
	month := func(i int) bool { return i < len(p.cells) && p.cells[i] == c }
	c.ground.FillColor = transparent
	c.text.TextStyle.Bold = false
	if m := p.chosen[1]; m > 0 && p.year == p.chosen[0] && month(m-1) {
		c.ground.FillColor, c.text.TextStyle.Bold = Color(ColorAccentSoft), true
	}
	if c.hovered {
		c.ground.FillColor = over(Color(theme.ColorNameHover), c.ground.FillColor)
	}
	c.ground.StrokeWidth, c.ground.StrokeColor = 0, transparent
	if p.focused && month(p.at) {
		c.ground.StrokeWidth, c.ground.StrokeColor = focusWidth, Color(theme.ColorNamePrimary)
	}
	c.text.TextSize, c.text.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	if month(pickerMonths) || len(p.cells) > pickerMonths+1 && (month(pickerMonths+1) || month(pickerMonths+2)) {
		c.text.Color = Color(ColorMuted)
	}
	c.ground.Refresh()
	c.text.Refresh()
}
