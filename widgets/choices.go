package widgets

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// choiceList is the list that a [Select] opens: a row for each option. The arrow keys, Home, End and letters go through
// it, Enter and Space choose, Escape closes it.
type choiceList struct {
	over   *overlay
	rows   []*choiceRow
	scroll *container.Scroll
	cursor int
	chosen func(i int)
}

// showChoices opens a list below an object. Selected is the index of the present choice, -1 for none.
func showChoices(below fyne.CanvasObject, options []string, selected int, chosen func(i int)) {
	d := fyne.CurrentApp().Driver()
	c := d.CanvasForObject(below)
	if c == nil || len(options) == 0 {
		return
	}
	l := &choiceList{cursor: max(0, selected), chosen: chosen}
	column := container.NewVBox()
	column.Layout = layout.NewCustomPaddedVBoxLayout(0)
	for i, option := range options {
		r := newChoiceRow(l, i, option, i == selected)
		l.rows = append(l.rows, r)
		column.Add(r)
	}
	l.scroll = container.NewVScroll(column)
	l.scroll.SetMinSize(column.MinSize())
	l.over = newOverlay(c, newPopoverGround(container.New(layout.NewCustomPaddedLayout(4, 4, 4, 4), l.scroll)),
		d.AbsolutePositionForObject(below).AddXY(0, below.Size().Height+2))
	l.over.width = below.Size().Width
	l.over.keys = newKeyTaker(l.key, l.typed)
	l.over.show()
	l.move(l.cursor)
}

func (l *choiceList) move(to int) {
	l.cursor = max(0, min(to, len(l.rows)-1))
	revealIn(l.scroll, l.rows[l.cursor])
	for _, r := range l.rows {
		r.Refresh()
	}
}

func (l *choiceList) choose(i int) {
	l.over.close()
	KeepFocus(l.over.canvas, func() { l.chosen(i) })
}

func (l *choiceList) key(name fyne.KeyName) {
	const page = 8
	switch name {
	case fyne.KeyDown:
		l.move(l.cursor + 1)
	case fyne.KeyUp:
		l.move(l.cursor - 1)
	case fyne.KeyPageDown:
		l.move(l.cursor + page)
	case fyne.KeyPageUp:
		l.move(l.cursor - page)
	case fyne.KeyHome:
		l.move(0)
	case fyne.KeyEnd:
		l.move(len(l.rows) - 1)
	case fyne.KeyReturn, fyne.KeyEnter:
		l.choose(l.cursor)
	case fyne.KeyEscape:
		l.over.close()
	}
}

// typed chooses for Space; a letter goes to the next option that begins with it.
func (l *choiceList) typed(r rune) {
	if r == ' ' {
		l.choose(l.cursor)
		return
	}
	for n := range l.rows {
		i := (l.cursor + 1 + n) % len(l.rows)
		if strings.HasPrefix(strings.ToLower(l.rows[i].option), strings.ToLower(string(r))) {
			l.move(i)
			return
		}
	}
}

// choiceRow is one option.
type choiceRow struct {
	widget.BaseWidget
	list   *choiceList
	index  int
	option string
	ground *canvas.Rectangle
	check  *canvas.Image // shown for the present choice
	text   *canvas.Text
}

var (
	_ fyne.Tappable     = (*choiceRow)(nil)
	_ desktop.Hoverable = (*choiceRow)(nil)
)

func newChoiceRow(l *choiceList, i int, option string, present bool) *choiceRow {
	r := &choiceRow{list: l, index: i, option: option, ground: canvas.NewRectangle(nil),
		check: canvas.NewImageFromResource(nil), text: canvas.NewText(option, nil)}
	r.ground.CornerRadius = innerRadius
	r.check.FillMode = canvas.ImageFillContain
	r.check.Hidden = !present
	r.ExtendBaseWidget(r)
	return r
}

// Tapped is called by Fyne.
func (r *choiceRow) Tapped(*fyne.PointEvent) { r.list.choose(r.index) }

// MouseIn is called by Fyne.
func (r *choiceRow) MouseIn(*desktop.MouseEvent) {
	r.list.cursor = r.index
	for _, row := range r.list.rows {
		row.Refresh()
	}
}

// MouseMoved is called by Fyne.
func (r *choiceRow) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (r *choiceRow) MouseOut() {}

// AccessibilityLabel returns the option.
func (r *choiceRow) AccessibilityLabel() string { return r.option }

// CreateRenderer is called by Fyne.
func (r *choiceRow) CreateRenderer() fyne.WidgetRenderer {
	const left, right, height, check = 26, 12, 26, 14
	r.paint()
	return &drawing{
		objects: []fyne.CanvasObject{r.ground, r.check, r.text},
		min:     func() fyne.Size { return fyne.NewSize(left+r.text.MinSize().Width+right, height) },
		layout: func(size fyne.Size) {
			r.ground.Resize(size)
			r.check.Resize(fyne.NewSquareSize(check))
			r.check.Move(fyne.NewPos((left-check)/2, (size.Height-check)/2))
			m := r.text.MinSize()
			r.text.Resize(m)
			r.text.Move(fyne.NewPos(left, (size.Height-m.Height)/2))
		},
		refresh: r.paint,
	}
}

func (r *choiceRow) paint() {
	r.ground.FillColor = transparent
	if r.list.cursor == r.index {
		r.ground.FillColor = Color(ColorAccentSoft)
	}
	r.check.Resource = theme.NewColoredResource(theme.ConfirmIcon(), theme.ColorNamePrimary)
	r.text.TextSize, r.text.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	r.ground.Refresh()
	r.check.Refresh()
	r.text.Refresh()
}

// popoverGround is the background of what floats over the window.
type popoverGround struct {
	widget.BaseWidget
	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

func newPopoverGround(content fyne.CanvasObject) *popoverGround {
	g := &popoverGround{content: content, ground: canvas.NewRectangle(nil)}
	g.ground.CornerRadius = innerRadius + 2
	g.ExtendBaseWidget(g)
	return g
}

// Children returns the content, for [ScrollOf].
func (g *popoverGround) Children() []fyne.CanvasObject { return []fyne.CanvasObject{g.content} }

// Tapped is called by Fyne. It keeps a tap between controls from closing what floats.
func (g *popoverGround) Tapped(*fyne.PointEvent) {}

// CreateRenderer is called by Fyne.
func (g *popoverGround) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		g.ground.FillColor = Color(theme.ColorNameMenuBackground)
		g.ground.StrokeWidth, g.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
		g.ground.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 12, Offset: fyne.NewPos(0, 3)}
		g.ground.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{g.ground, g.content},
		min:     g.content.MinSize,
		layout: func(size fyne.Size) {
			g.ground.Resize(size)
			g.content.Resize(size)
		},
		refresh: paint,
	}
}
