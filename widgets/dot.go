package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Dot is a small colored mark beside a text; a tooltip says what it means.
type Dot struct {
	widget.BaseWidget

	circle *canvas.Circle
	color  fyne.ThemeColorName
	words  string
	tip    tooltip
}

var _ desktop.Hoverable = (*Dot)(nil)

const markDot = 7

// NewDot returns a mark that is not seen until it is set.
func NewDot() *Dot {
	d := &Dot{circle: canvas.NewCircle(transparent)}
	d.tip.owner = d
	d.ExtendBaseWidget(d)
	return d
}

// Set gives the mark a color, none to hide it, and words.
func (d *Dot) Set(color fyne.ThemeColorName, words string) {
	if color != d.color || words != d.words {
		d.color, d.words = color, words
		d.Refresh()
	}
}

// MouseIn is called by Fyne.
func (d *Dot) MouseIn(*desktop.MouseEvent) {
	if d.words != "" {
		d.tip.start(d.words)
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
