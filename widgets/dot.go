package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Dot is a small colored dot beside a text, with a tooltip.
type Dot struct {
	widget.BaseWidget

	circle *canvas.Circle
	color  fyne.ThemeColorName
	text   string
	tip    tooltip
}

var _ desktop.Hoverable = (*Dot)(nil)

const markDot = 7

// NewDot returns a hidden dot.
func NewDot() *Dot {
	d := &Dot{circle: canvas.NewCircle(transparent)}
	d.tip.owner = d
	d.ExtendBaseWidget(d)
	return d
}

// Set sets color and tooltip; "" hides the dot.
func (d *Dot) Set(color fyne.ThemeColorName, text string) {
	if color != d.color || text != d.text {
		d.color, d.text = color, text
		d.Refresh()
	}
}

// MouseIn is called by Fyne.
func (d *Dot) MouseIn(*desktop.MouseEvent) {
	if d.text != "" {
		d.tip.start(d.text)
	}
}

// MouseMoved is called by Fyne.
func (d *Dot) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (d *Dot) MouseOut() { d.tip.stop() }

// CreateRenderer is called by Fyne.
func (d *Dot) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		d.circle.FillColor = transparent
		if d.color != "" {
			d.circle.FillColor = Color(d.color)
		}
		d.circle.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{d.circle},
		min:     func() fyne.Size { return fyne.NewSquareSize(markDot + 6) },
		layout: func(size fyne.Size) {
			d.circle.Resize(fyne.NewSquareSize(markDot))
			d.circle.Move(fyne.NewPos((size.Width-markDot)/2, (size.Height-markDot)/2))
		},
		refresh: paint,
	}
}
