package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"
)

// Band is a strip with a background in one of the theme's colors.
type Band struct {
	widget.BaseWidget

	content fyne.CanvasObject
	ground  *canvas.Rectangle
	color   fyne.ThemeColorName
}

// NewBand returns a strip around the content, which brings its own margins.
func NewBand(content fyne.CanvasObject, color fyne.ThemeColorName) *Band {
	b := &Band{content: content, ground: canvas.NewRectangle(nil), color: color}
	b.ExtendBaseWidget(b)
	return b
}

// Children returns the content, for [ScrollOf].
func (b *Band) Children() []fyne.CanvasObject { return []fyne.CanvasObject{b.content} }

// CreateRenderer is called by Fyne.
func (b *Band) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		b.ground.FillColor = Color(b.color)
		b.ground.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.content},
		min:     func() fyne.Size { return b.content.MinSize() },
		layout: func(size fyne.Size) {
			b.ground.Resize(size)
			b.content.Resize(size)
		},
		refresh: paint,
	}
}
