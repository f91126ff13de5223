package widgets

import (
	"image"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Poster is the upper part of a page with a title and a few lines of text below it. It can be tapped, and focused and
// pressed with Enter or Space.
type Poster struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()
	// OnKey is called first for a key while the poster has the focus; it reports whether it handled the key.
	OnKey func(*fyne.KeyEvent) bool

	pressable
	title, text       *widget.RichText
	edge, desk, paper *canvas.Rectangle
	picture           *canvas.Image
	under             *canvas.Rectangle // the line below the picture
}

// PosterPicture is the width of a poster's picture, in Fyne's units.
const PosterPicture = 176

const (
	posterSeen  = 150 // height of the part of the page that is seen
	posterMin   = PosterPicture + 2*18
	posterInset = 12
)

// NewPoster returns a poster without a picture.
func NewPoster(title, text string, tapped func()) *Poster {
	p := &Poster{OnTapped: tapped,
		title: newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}, fyne.TextWrapWord),
		text:  newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord),
		edge:  canvas.NewRectangle(nil), desk: canvas.NewRectangle(nil), paper: canvas.NewRectangle(nil), under: canvas.NewRectangle(nil),
		picture: canvas.NewImageFromImage(nil)}
	p.picture.FillMode, p.picture.ScaleMode = canvas.ImageFillStretch, canvas.ImageScaleSmooth
	p.edge.CornerRadius = innerRadius
	p.desk.TopLeftCornerRadius, p.desk.TopRightCornerRadius = innerRadius, innerRadius
	setText(p.title, title, theme.ColorNameForeground)
	setText(p.text, text, ColorMuted)
	p.pressable.init(p, func() {
		if p.OnTapped != nil {
			p.OnTapped()
		}
	})
	p.ExtendBaseWidget(p)
	return p
}

// SetPicture shows the upper part of a picture of a page; nil shows an empty page.
func (p *Poster) SetPicture(img image.Image) {
	if part, ok := img.(interface {
		SubImage(image.Rectangle) image.Image
	}); ok {
		b := img.Bounds()
		b.Max.Y = min(b.Max.Y, b.Min.Y+b.Dx()*posterSeen/PosterPicture)
		img = part.SubImage(b)
	}
	p.picture.Image = img
	p.picture.Refresh()
	p.Refresh() // Fyne refreshes nothing that it has not drawn yet
}

// Title returns the title.
func (p *Poster) Title() string { return textOf(p.title) }

// AccessibilityLabel returns the title.
func (p *Poster) AccessibilityLabel() string { return p.Title() }

// TypedKey is called by Fyne.
func (p *Poster) TypedKey(ev *fyne.KeyEvent) {
	if p.OnKey == nil || !p.OnKey(ev) {
		p.pressable.TypedKey(ev)
	}
}

// CreateRenderer is called by Fyne.
func (p *Poster) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &drawing{
		objects: []fyne.CanvasObject{p.edge, p.desk, p.paper, p.picture, p.under, p.ground, p.title, p.text},
		min:     func() fyne.Size { return fyne.NewSize(posterMin, p.place(max(posterMin, p.Size().Width))) },
		layout: func(size fyne.Size) {
			p.edge.Resize(size)
			p.ground.Resize(size)
			p.place(size.Width)
		},
		refresh: p.paint,
	}
}

// place lays out the parts at a width and returns the height.
func (p *Poster) place(width float32) float32 {
	seen := fyne.NewSize(PosterPicture, posterSeen)
	at := fyne.NewPos((width-seen.Width)/2, posterInset)
	p.paper.Resize(seen.AddWidthHeight(2, 1)) // its edge is seen around the picture
	p.paper.Move(at.SubtractXY(1, 1))
	p.picture.Resize(seen)
	p.picture.Move(at)
	y := at.Y + seen.Height
	p.desk.Resize(fyne.NewSize(width, y))
	p.under.Resize(fyne.NewSize(width, 1))
	p.under.Move(fyne.NewPos(0, y))
	y += posterInset
	y += placeText(p.title, posterInset, y, width-2*posterInset) + 3
	y += placeText(p.text, posterInset, y, width-2*posterInset)
	return y + posterInset
}

func (p *Poster) paint() {
	p.paintGround()
	p.edge.FillColor, p.edge.StrokeColor, p.edge.StrokeWidth = Color(ColorCard), Color(theme.ColorNameSeparator), 1
	p.paper.FillColor, p.paper.StrokeColor, p.paper.StrokeWidth = Color(ColorPaper), Color(theme.ColorNameSeparator), 1
	p.desk.FillColor, p.under.FillColor = Color(ColorBackdrop), Color(theme.ColorNameSeparator)
	for _, r := range []*canvas.Rectangle{p.edge, p.paper, p.desk, p.under} {
		r.Refresh()
	}
}
