package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// DisclosureText is the text of a [Disclosure].
type DisclosureText struct {
	Title  string // what it opens
	Detail string // muted, below the title
	Aside  string // muted, at the right
	Muted  bool   // the title is muted too
}

// Disclosure is a header that opens and closes what is below it: an arrow, a title, and details. It can be
// tapped, and focused and pressed with Enter or Space.
type Disclosure struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press; the owner opens or closes.
	OnTapped func()

	pressable
	open          bool
	text          DisclosureText
	arrow         *canvas.Image
	title, detail *widget.RichText
	aside         *canvas.Text
}

// NewDisclosure returns a header, open or closed.
func NewDisclosure(open bool, tapped func()) *Disclosure {
	d := &Disclosure{
		OnTapped: tapped, open: open,
		arrow:  canvas.NewImageFromResource(nil),
		title:  newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{Bold: true}, fyne.TextWrapOff),
		detail: newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapOff),
		aside:  canvas.NewText("", nil),
	}
	d.title.Truncation = fyne.TextTruncateEllipsis
	d.detail.Truncation = fyne.TextTruncateEllipsis
	d.arrow.FillMode = canvas.ImageFillContain
	d.pressable.init(d, func() {
		if d.OnTapped != nil {
			d.OnTapped()
		}
	})
	d.cut = func() string { return hiddenText(d.title, d.detail) }
	d.ExtendBaseWidget(d)
	return d
}

// SetText changes the text.
func (d *Disclosure) SetText(t DisclosureText) {
	if t != d.text {
		d.text = t
		d.Refresh()
	}
}

// SetOpen shows it open or closed.
func (d *Disclosure) SetOpen(on bool) {
	if d.open != on {
		d.open = on
		d.Refresh()
	}
}

// Open reports whether it is open.
func (d *Disclosure) Open() bool { return d.open }

// AccessibilityLabel returns the title.
func (d *Disclosure) AccessibilityLabel() string { return d.text.Title }

// CreateRenderer is called by Fyne.
func (d *Disclosure) CreateRenderer() fyne.WidgetRenderer {
	d.paint()
	return &drawing{
		objects: []fyne.CanvasObject{d.ground, d.arrow, d.title, d.detail, d.aside},
		min:     func() fyne.Size { return fyne.NewSize(120, d.place(fyne.Max(120, d.Size().Width))) },
		layout:  func(size fyne.Size) { d.place(size.Width) },
		refresh: func() {
			d.paint()
			d.place(d.Size().Width)
		},
	}
}

func (d *Disclosure) paint() {
	d.paintGround()
	arrow := theme.MenuExpandIcon()
	if d.open {
		arrow = theme.MenuDropDownIcon()
	}
	d.arrow.Resource = theme.NewColoredResource(arrow, ColorMuted)
	d.arrow.Refresh()
	color := theme.ColorNameForeground
	if d.text.Muted {
		color = ColorMuted
	}
	setText(d.title, d.text.Title, color)
	setText(d.detail, d.text.Detail, ColorMuted)
	d.aside.Text, d.aside.TextSize, d.aside.Color = d.text.Aside, theme.CaptionTextSize(), Color(ColorMuted)
	d.aside.Refresh()
}

// place lays out the parts at a width and returns their height.
func (d *Disclosure) place(width float32) float32 {
	const inset, arrowSize, gap = 9, 18, 6
	aside := d.aside.MinSize()
	left := float32(inset + arrowSize + gap)
	inner := fyne.Max(40, width-left-aside.Width-inset-gap)
	y := float32(inset)
	titleHeight := placeText(d.title, left, y, inner)
	y += titleHeight
	if h := placeText(d.detail, left, y+1, fyne.Max(40, width-left-inset)); h > 0 {
		y += h + 1
	}
	y += inset
	d.arrow.Resize(fyne.NewSquareSize(arrowSize))
	d.arrow.Move(fyne.NewPos(inset, inset+(titleHeight-arrowSize)/2))
	d.aside.Resize(aside)
	d.aside.Move(fyne.NewPos(width-inset-aside.Width, inset+(titleHeight-aside.Height)/2))
	d.ground.Resize(fyne.NewSize(width, y))
	return y
}
