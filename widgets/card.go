package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Card is a raised surface with rounded corners around its owner's content.
type Card struct {
	widget.BaseWidget

	content fyne.CanvasObject
	ground  *canvas.Rectangle
}

// NewCard returns a card around the content, which brings its own margins.
func NewCard(content fyne.CanvasObject) *Card {
	c := &Card{content: content, ground: canvas.NewRectangle(nil)}
	c.ground.CornerRadius = cardRadius
	c.ground.StrokeWidth = 1
	c.ExtendBaseWidget(c)
	return c
}

const cardRadius = 8

// Children returns the content, for [ScrollOf].
func (c *Card) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.content} }

// CreateRenderer is called by Fyne.
func (c *Card) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &drawing{
		objects: []fyne.CanvasObject{c.ground, c.content},
		min:     func() fyne.Size { return c.content.MinSize() },
		layout: func(size fyne.Size) {
			c.ground.Resize(size)
			c.content.Resize(size)
		},
		refresh: c.paint,
	}
}

func (c *Card) paint() {
	c.ground.FillColor = Color(ColorCard)
	c.ground.StrokeColor = Color(theme.ColorNameSeparator)
	c.ground.Refresh()
}
