package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Veil dims what it lies over, and lets everything through to it.
type Veil struct {
	widget.BaseWidget
	ground *canvas.Rectangle
}

// veilAlpha leaves text below a veil a contrast of some 4:1.
const veilAlpha = 0x60

// NewVeil returns a veil.
func NewVeil() *Veil {
	v := &Veil{ground: canvas.NewRectangle(nil)}
	v.ExtendBaseWidget(v)
	return v
}

// CreateRenderer is called by Fyne.
func (v *Veil) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		r, g, b, _ := Color(theme.ColorNameBackground).RGBA()
		v.ground.FillColor = rgba(r>>8<<16|g>>8<<8|b>>8, veilAlpha)
		v.ground.CornerRadius = theme.InputRadiusSize()
		v.ground.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{v.ground},
		min:     func() fyne.Size { return fyne.Size{} },
		layout:  v.ground.Resize,
		refresh: paint,
	}
}
