package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// PageCard is a small picture of a page with a title and a few lines of text beside it. It can be tapped, and focused
// and pressed with Enter or Space.
type PageCard struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()
	// OnKey is called first for a key while the card has the focus; it reports whether it handled the key.
	OnKey func(*fyne.KeyEvent) bool

	pressable
	title, text *widget.RichText
	edge, paper *canvas.Rectangle
	picture     *canvas.Image
	action      fyne.CanvasObject // at the right of the title, nil for none
	missing     bool              // its file is gone
}

const (
	cardPage  = 72 // width of the picture
	cardInset = 10
)

// NewPageCard returns a card without a picture.
func NewPageCard(title, text string, tapped func()) *PageCard {
	c := &PageCard{OnTapped: tapped,
		title: newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}, fyne.TextWrapWord),
		text:  newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord),
		edge:  canvas.NewRectangle(nil), paper: canvas.NewRectangle(nil), picture: canvas.NewImageFromImage(nil)}
	c.picture.FillMode, c.picture.ScaleMode = canvas.ImageFillContain, canvas.ImageScaleSmooth
	c.edge.CornerRadius = innerRadius
	setText(c.title, title, theme.ColorNameForeground)
	setText(c.text, text, ColorMuted)
	c.pressable.init(c, func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	})
	c.ExtendBaseWidget(c)
	return c
}

// SetAction puts a small button at the right of the title. Call it before the card is shown.
func (c *PageCard) SetAction(b *IconButton) {
	c.action = b
}

// Children returns the small button, if there is one, for [ScrollOf].
func (c *PageCard) Children() []fyne.CanvasObject {
	if c.action == nil {
		return nil
	}
	return []fyne.CanvasObject{c.action}
}

// CardPicture is the width of a card's picture, in Fyne's units.
const CardPicture = cardPage

// SetPicture shows a picture of the page.
func (c *PageCard) SetPicture(img image.Image) {
	c.picture.Image = img
	c.picture.Refresh()
	c.Refresh() // Fyne refreshes nothing that it has not drawn yet
}

// SetDetail changes the lines below the title.
func (c *PageCard) SetDetail(text string) {
	setText(c.text, text, ColorMuted)
	c.Refresh()
}

// SetMissing shows the card as one whose file is gone.
func (c *PageCard) SetMissing(text string) {
	c.missing = true
	setText(c.title, c.Title(), ColorMuted)
	setText(c.text, text, ColorWarn)
	c.Refresh()
}

// Title returns the title.
func (c *PageCard) Title() string { return textOf(c.title) }

// AccessibilityLabel returns the title.
func (c *PageCard) AccessibilityLabel() string { return c.Title() }

// TypedKey is called by Fyne.
func (c *PageCard) TypedKey(ev *fyne.KeyEvent) {
	if c.OnKey == nil || !c.OnKey(ev) {
		c.pressable.TypedKey(ev)
	}
}

// CreateRenderer is called by Fyne.
func (c *PageCard) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	objects := []fyne.CanvasObject{c.edge, c.ground, c.paper, c.picture, c.title, c.text}
	if c.action != nil {
		objects = append(objects, c.action)
	}
	return &drawing{
		objects: objects,
		min:     func() fyne.Size { return fyne.NewSize(3*cardPage, c.place(max(3*cardPage, c.Size().Width))) },
		layout: func(size fyne.Size) {
			c.edge.Resize(size)
			c.ground.Resize(size)
			c.place(size.Width)
		},
		refresh: c.paint,
	}
}

// place lays out the parts at a width and returns the height.
func (c *PageCard) place(width float32) float32 {
	page := fyne.NewSize(cardPage, cardPage*297/210)
	at := fyne.NewPos(cardInset, cardInset)
	c.paper.Resize(page.AddWidthHeight(2, 2)) // its edge is seen around the picture
	c.paper.Move(at.SubtractXY(1, 1))
	c.picture.Resize(page)
	c.picture.Move(at)
	x := cardInset + page.Width + 12
	y := float32(cardInset)
	beside := float32(0)
	if c.action != nil {
		size := c.action.MinSize()
		beside = size.Width
		c.action.Resize(size)
		c.action.Move(fyne.NewPos(width-size.Width-4, 4))
	}
	y += placeText(c.title, x, y, width-x-cardInset-beside) + 3
	y += placeText(c.text, x, y, width-x-cardInset)
	return max(y, page.Height+cardInset) + cardInset
}

func (c *PageCard) paint() {
	c.paintGround()
	c.edge.FillColor, c.edge.StrokeColor, c.edge.StrokeWidth = Color(ColorCard), Color(theme.ColorNameSeparator), 1
	c.paper.FillColor, c.paper.StrokeColor, c.paper.StrokeWidth = Color(ColorPaper), Color(theme.ColorNameSeparator), 1
	if c.missing {
		c.paper.FillColor = transparent
	}
	c.edge.Refresh()
	c.paper.Refresh()
}
