package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pane is one of the columns of [Panes].
type Pane struct {
	Content fyne.CanvasObject
	// MinWidth is the minimum width of the pane, in Fyne's units.
	MinWidth float32
	// Width is the preferred width. Panes that grow share the remaining width in proportion to it.
	Width float32
	// Grows says that the pane takes a share of the remaining width.
	Grows bool
	// Strip is shown in place of the folded content, at its minimum width; nil leaves nothing.
	Strip fyne.CanvasObject
	// Text is how much the widths, which are those at the usual size of the interface's text, follow that size: 0 not
	// at all, 1 as much.
	Text float32
}

func (p Pane) width() float32 { return p.Width * WithText(p.Text) }
func (p Pane) least() float32 { return p.MinWidth * WithText(p.Text) }

// Panes lays out panes side by side with draggable dividers. A pane can be folded.
type Panes struct {
	widget.BaseWidget

	// OnResized is called when the user has dragged a divider.
	OnResized func()

	panes    []Pane
	folded   []bool
	dividers []*divider
}

// DividerWidth is the width of the line between two panes with the space around it, in Fyne's units.
const DividerWidth = 7

// NewPanes returns the panes from left to right.
func NewPanes(panes ...Pane) *Panes {
	p := &Panes{panes: panes, folded: make([]bool, len(panes))}
	for i, pane := range panes {
		if pane.Strip != nil {
			pane.Strip.Hide()
		}
		if i == 0 {
			continue
		}
		d := &divider{panes: p, right: i, line: canvas.NewRectangle(nil)}
		d.ExtendBaseWidget(d)
		p.dividers = append(p.dividers, d)
	}
	p.ExtendBaseWidget(p)
	return p
}

// Children returns the panes' contents and strips, for [ScrollOf].
func (p *Panes) Children() []fyne.CanvasObject {
	var contents []fyne.CanvasObject
	for _, pane := range p.panes {
		contents = append(contents, pane.Content)
		if pane.Strip != nil {
			contents = append(contents, pane.Strip)
		}
	}
	return contents
}

// Slot returns where the i-th pane, or its strip, begins and how wide it is.
func (p *Panes) Slot(i int) (x, width float32) {
	o := p.object(i)
	return o.Position().X, o.Size().Width
}

// object returns what is shown of the i-th pane.
func (p *Panes) object(i int) fyne.CanvasObject {
	if p.folded[i] && p.panes[i].Strip != nil {
		return p.panes[i].Strip
	}
	return p.panes[i].Content
}

// SetVisible folds or unfolds the i-th pane.
func (p *Panes) SetVisible(i int, visible bool) {
	if p.folded[i] == !visible {
		return
	}
	p.folded[i] = !visible
	p.object(i).Show()
	if !visible {
		p.panes[i].Content.Hide()
	} else if strip := p.panes[i].Strip; strip != nil {
		strip.Hide()
	}
	p.Refresh()
}

// Shown reports whether the i-th pane is shown.
func (p *Panes) Shown(i int) bool { return !p.folded[i] }

// Widths returns the preferred widths, for SetWidths.
func (p *Panes) Widths() []float32 {
	var widths []float32
	for _, pane := range p.panes {
		widths = append(widths, pane.Width)
	}
	return widths
}

// SetWidths sets the preferred widths. Missing and extra widths are ignored.
func (p *Panes) SetWidths(widths []float32) {
	for i := range min(len(widths), len(p.panes)) {
		if widths[i] > 0 {
			p.panes[i].Width = fyne.Max(widths[i], p.panes[i].MinWidth)
		}
	}
	p.Refresh()
}

// shown returns the indexes of the panes that are not folded, or have a strip.
func (p *Panes) shown() []int {
	var is []int
	for i, pane := range p.panes {
		if !p.folded[i] || pane.Strip != nil {
			is = append(is, i)
		}
	}
	return is
}

// share divides the total width among the panes. Fixed panes get their preferred width and growing ones share the rest;
// if a pane would get less than its minimum, the others shrink.
func (p *Panes) share(total float32) []float32 {
	widths := make([]float32, len(p.panes))
	shown := p.shown()
	var growing []int
	left := total
	for _, i := range shown {
		if p.folded[i] {
			widths[i] = p.panes[i].Strip.MinSize().Width
			left -= widths[i]
			continue
		}
		if p.panes[i].Grows {
			growing = append(growing, i)
			continue
		}
		widths[i] = fyne.Max(p.panes[i].width(), p.panes[i].least())
		left -= widths[i]
	}
	if len(growing) == 0 && len(shown) > 0 {
		widths[shown[len(shown)-1]] += left
		return widths
	}
	p.grow(widths, growing, left)
	p.shrink(widths, shown, total)
	return widths
}

// grow divides a width among the growing panes; one that would fall below its minimum gets that, and the rest is divided
// again.
func (p *Panes) grow(widths []float32, growing []int, total float32) {
	for len(growing) > 0 {
		var wants float32
		for _, i := range growing {
			wants += fyne.Max(1, p.panes[i].width())
		}
		small := -1
		for at, i := range growing {
			widths[i] = total * fyne.Max(1, p.panes[i].width()) / wants
			if widths[i] < p.panes[i].least() && small < 0 {
				small = at
			}
		}
		if small < 0 {
			return
		}
		i := growing[small]
		widths[i] = p.panes[i].least()
		total -= widths[i]
		growing = append(append([]int(nil), growing[:small]...), growing[small+1:]...)
	}
}

// shrink reduces fixed panes, from the right, down to their minimum widths, until all fit in the total width.
func (p *Panes) shrink(widths []float32, shown []int, total float32) {
	var sum float32
	for _, i := range shown {
		sum += widths[i]
	}
	for at := len(shown) - 1; at >= 0 && sum > total; at-- {
		i := shown[at]
		if p.folded[i] {
			continue
		}
		give := fyne.Min(sum-total, fyne.Max(0, widths[i]-p.panes[i].least()))
		widths[i] -= give
		sum -= give
	}
}

// CreateRenderer is called by Fyne.
func (p *Panes) CreateRenderer() fyne.WidgetRenderer {
	var objects []fyne.CanvasObject
	for i, pane := range p.panes {
		objects = append(objects, pane.Content)
		if pane.Strip != nil {
			objects = append(objects, pane.Strip)
		}
		if i < len(p.dividers) {
			objects = append(objects, p.dividers[i])
		}
	}
	return &drawing{objects: objects, min: p.min, layout: p.place, refresh: func() {
		p.place(p.Size())
		for _, d := range p.dividers {
			d.Refresh()
		}
		canvas.Refresh(p)
	}}
}

func (p *Panes) min() fyne.Size {
	var size fyne.Size
	shown := p.shown()
	for _, i := range shown {
		m := p.object(i).MinSize()
		if p.folded[i] {
			size.Width += m.Width
		} else {
			size.Width += fyne.Max(m.Width, p.panes[i].least())
		}
		size.Height = fyne.Max(size.Height, m.Height)
	}
	if len(shown) > 1 {
		size.Width += DividerWidth * float32(len(shown)-1)
	}
	return size
}

func (p *Panes) place(size fyne.Size) {
	shown := p.shown()
	for _, d := range p.dividers {
		d.Hidden = true
	}
	if len(shown) == 0 || size.Width <= 0 {
		return
	}
	widths := p.share(size.Width - DividerWidth*float32(len(shown)-1))
	var x float32
	for at, i := range shown {
		if at > 0 {
			d := p.dividers[i-1]
			d.Hidden = false
			d.left = shown[at-1]
			d.fixed = p.folded[i] || p.folded[d.left]
			d.Resize(fyne.NewSize(DividerWidth, size.Height))
			d.Move(fyne.NewPos(x, 0))
			x += DividerWidth
		}
		p.object(i).Resize(fyne.NewSize(widths[i], size.Height))
		p.object(i).Move(fyne.NewPos(x, 0))
		x += widths[i]
	}
}

// drag moves the edge between two panes.
func (p *Panes) drag(left, right int, by float32) {
	l, r := p.panes[left].Content.Size().Width, p.panes[right].Content.Size().Width
	by = fyne.Max(p.panes[left].least()-l, fyne.Min(by, r-p.panes[right].least()))
	for i := range p.panes { // wants become what is seen, so that the shares of growing panes fit
		if !p.folded[i] {
			p.panes[i].Width = p.panes[i].Content.Size().Width / WithText(p.panes[i].Text)
		}
	}
	p.panes[left].Width += by / WithText(p.panes[left].Text)
	p.panes[right].Width -= by / WithText(p.panes[right].Text)
	p.Refresh()
}

// divider is the line between two panes, wider to the pointer than to the eye.
type divider struct {
	widget.BaseWidget
	panes       *Panes
	left, right int
	fixed       bool // a pane beside it is folded
	line        *canvas.Rectangle
	hovered     bool
}

var (
	_ fyne.Draggable     = (*divider)(nil)
	_ desktop.Hoverable  = (*divider)(nil)
	_ desktop.Cursorable = (*divider)(nil)
)

// Dragged is called by Fyne.
func (d *divider) Dragged(ev *fyne.DragEvent) {
	if !d.fixed {
		d.panes.drag(d.left, d.right, ev.Dragged.DX)
	}
}

// DragEnd is called by Fyne.
func (d *divider) DragEnd() {
	if !d.fixed && d.panes.OnResized != nil {
		d.panes.OnResized()
	}
}

// Cursor is called by Fyne.
func (d *divider) Cursor() desktop.Cursor {
	if d.fixed {
		return desktop.DefaultCursor
	}
	return desktop.HResizeCursor
}

// MouseIn is called by Fyne.
func (d *divider) MouseIn(*desktop.MouseEvent) { d.hovered = true; d.Refresh() }

// MouseMoved is called by Fyne.
func (d *divider) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (d *divider) MouseOut() { d.hovered = false; d.Refresh() }

// CreateRenderer is called by Fyne.
func (d *divider) CreateRenderer() fyne.WidgetRenderer {
	d.paint()
	return &drawing{
		objects: []fyne.CanvasObject{d.line},
		min:     func() fyne.Size { return fyne.NewSize(DividerWidth, 1) },
		layout:  func(fyne.Size) { d.paint() },
		refresh: d.paint,
	}
}

func (d *divider) paint() {
	width, name := float32(1), theme.ColorNameSeparator
	if d.hovered && !d.fixed {
		width, name = 3, theme.ColorNamePrimary
	}
	d.line.FillColor = Color(name)
	d.line.Resize(fyne.NewSize(width, d.Size().Height))
	d.line.Move(fyne.NewPos((DividerWidth-width)/2, 0))
	d.line.Refresh()
}
