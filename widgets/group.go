package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Group is part of a form, set off from what is above it by a hairline.
type Group struct {
	widget.BaseWidget

	content fyne.CanvasObject
	line    *canvas.Rectangle
}

// NewGroup returns a group of the content, which brings its own margins.
func NewGroup(content fyne.CanvasObject) *Group {
	g := &Group{content: content, line: canvas.NewRectangle(nil)}
	g.ExtendBaseWidget(g)
	return g
}

// Children returns the content, for [ScrollOf].
func (g *Group) Children() []fyne.CanvasObject { return []fyne.CanvasObject{g.content} }

// CreateRenderer is called by Fyne.
func (g *Group) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		g.line.FillColor = Color(theme.ColorNameSeparator)
		g.line.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{g.line, g.content},
		min:     func() fyne.Size { return g.content.MinSize() },
		layout: func(size fyne.Size) {
			g.line.Resize(fyne.NewSize(size.Width, 1))
			g.content.Resize(size)
		},
		refresh: paint,
	}
}
