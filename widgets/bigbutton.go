package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// BigButton is a wide button with an icon, a title and a line that says what it does. It can be tapped, and focused
// and pressed with Enter or Space.
type BigButton struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()

	pressable
	primary       bool
	icon          fyne.Resource
	symbol        *canvas.Image
	title, detail *widget.RichText
}

const (
	bigInset = 16
	bigIcon  = 24
	bigMin   = 220
)

// NewBigButton returns a button; a primary one has the accent color.
func NewBigButton(icon fyne.Resource, title, detail string, primary bool, tapped func()) *BigButton {
	b := &BigButton{OnTapped: tapped, primary: primary, icon: icon, symbol: canvas.NewImageFromResource(nil),
		title:  newText(theme.ColorNameForeground, theme.SizeNameSubHeadingText, fyne.TextStyle{Bold: true}, fyne.TextWrapOff),
		detail: newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord)}
	b.title.Truncation = fyne.TextTruncateEllipsis
	b.symbol.FillMode = canvas.ImageFillContain
	b.pressable.init(b, func() {
		if b.OnTapped != nil {
			b.OnTapped()
		}
	})
	b.ground.CornerRadius = cardRadius
	setText(b.title, title, b.titleColor())
	setText(b.detail, detail, b.detailColor())
	b.cut = func() string { return hiddenText(b.title) }
	b.ExtendBaseWidget(b)
	return b
}

func (b *BigButton) titleColor() fyne.ThemeColorName {
	if b.primary {
		return theme.ColorNameForegroundOnPrimary
	}
	return theme.ColorNameForeground
}

func (b *BigButton) detailColor() fyne.ThemeColorName {
	if b.primary {
		return theme.ColorNameForegroundOnPrimary
	}
	return ColorMuted
}

// SetTitle changes the title.
func (b *BigButton) SetTitle(text string) {
	setText(b.title, text, b.titleColor())
	b.Refresh()
}

// SetPrimary gives the button the accent color, or takes it.
func (b *BigButton) SetPrimary(on bool) {
	if b.primary == on {
		return
	}
	b.primary = on
	setText(b.title, textOf(b.title), b.titleColor())
	setText(b.detail, textOf(b.detail), b.detailColor())
	b.Refresh()
}

// Title returns the title.
func (b *BigButton) Title() string { return textOf(b.title) }

// AccessibilityLabel returns the title.
func (b *BigButton) AccessibilityLabel() string { return b.Title() }

// CreateRenderer is called by Fyne.
func (b *BigButton) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.symbol, b.title, b.detail},
		min:     func() fyne.Size { return fyne.NewSize(bigMin, b.place(max(bigMin, b.Size().Width))) },
		layout: func(size fyne.Size) {
			b.ground.Resize(size)
			b.place(size.Width)
		},
		refresh: b.paint,
	}
}

// place lays out the parts at a width and returns the height.
func (b *BigButton) place(width float32) float32 {
	const left = bigInset + bigIcon + 12
	y := float32(bigInset)
	title := placeText(b.title, left, y, width-left-bigInset)
	b.symbol.Resize(fyne.NewSquareSize(bigIcon))
	b.symbol.Move(fyne.NewPos(bigInset, y+(title-bigIcon)/2))
	y += title + 3
	return y + placeText(b.detail, left, y, width-left-bigInset) + bigInset
}

func (b *BigButton) paint() {
	b.rest = ColorCard
	if b.primary {
		b.rest = theme.ColorNamePrimary
	}
	b.paintGround()
	switch {
	case b.focused && b.primary:
		b.ground.StrokeWidth, b.ground.StrokeColor = 2, Color(theme.ColorNameForeground) // seen on the accent color
	case !b.focused && !b.primary:
		b.ground.StrokeWidth, b.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
	}
	b.ground.Refresh()
	b.symbol.Resource = theme.NewColoredResource(b.icon, b.titleColor())
	b.symbol.Refresh()
}
