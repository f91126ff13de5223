package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Dropdown looks like a select and shows the chosen value, shortened to fit; its owner opens the list. It can be tapped, and focused and pressed with Enter or Space.
type Dropdown struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()
	// Room is up to which width it asks for room for all of its text, at the usual size of text; 0 for the least.
	Room float32

	pressable
	chosen string
	text   *canvas.Text
	arrow  *canvas.Image
	tip    tooltip
	cut    func(text string, width, size float32, style fyne.TextStyle) string // shortens the text
}

const (
	dropInset    = 6
	dropArrow    = 16
	dropMinWidth = 90
)

// NewDropdown returns a dropdown with a text.
func NewDropdown(text string, tapped func()) *Dropdown {
	d := &Dropdown{OnTapped: tapped, chosen: text, text: canvas.NewText("", nil), arrow: canvas.NewImageFromResource(nil)}
	d.arrow.FillMode = canvas.ImageFillContain
	d.tip.owner = d
	d.pressable.init(d, func() {
		d.tip.stop()
		if d.OnTapped != nil {
			d.OnTapped()
		}
	})
	d.rest, d.outlined, d.cut = theme.ColorNameInputBackground, true, ellipsis
	d.ExtendBaseWidget(d)
	return d
}

// NewHeadingDropdown returns a dropdown without outline, for the name of a file at the top of a window.
func NewHeadingDropdown(text string, tapped func()) *Dropdown {
	d := NewDropdown(text, tapped)
	d.rest, d.outlined, d.cut = "", false, middleEllipsis
	return d
}

// SetText changes the text.
func (d *Dropdown) SetText(text string) {
	if text != d.chosen {
		d.chosen = text
		d.Refresh()
	}
}

// Text returns the full text.
func (d *Dropdown) Text() string { return d.chosen }

// FullWidth is the width at which the text is not shortened.
func (d *Dropdown) FullWidth() float32 {
	return max(d.leastWidth(), textWidth(d.chosen, theme.TextSize(), d.text.TextStyle)+2*dropInset+scaled(dropArrow)+1)
}

func (d *Dropdown) leastWidth() float32 {
	if !d.outlined {
		return dropMinWidth / 2 // so that the arrow follows a short name
	}
	return dropMinWidth
}

// Cut returns the text where it is shortened, else nothing.
func (d *Dropdown) Cut() string {
	if d.text.Text == "" || d.text.Text == d.chosen {
		return ""
	}
	return d.chosen
}

// AccessibilityLabel returns the full text.
func (d *Dropdown) AccessibilityLabel() string { return d.chosen }

// MouseIn is called by Fyne.
func (d *Dropdown) MouseIn(ev *desktop.MouseEvent) {
	d.pressable.MouseIn(ev)
	if d.text.Text != d.chosen {
		d.tip.start(d.chosen)
	}
}

// MouseOut is called by Fyne.
func (d *Dropdown) MouseOut() {
	d.pressable.MouseOut()
	d.tip.stop()
}

// CreateRenderer is called by Fyne.
func (d *Dropdown) CreateRenderer() fyne.WidgetRenderer {
	d.paint()
	return &drawing{
		objects: []fyne.CanvasObject{d.ground, d.text, d.arrow},
		min: func() fyne.Size {
			return fyne.NewSize(max(d.leastWidth(), min(d.FullWidth(), scaled(d.Room))), d.text.MinSize().Height+2*theme.InnerPadding())
		},
		layout: d.layout,
		refresh: func() {
			d.paint()
			d.layout(d.Size())
		},
	}
}

func (d *Dropdown) paint() {
	d.paintGround()
	d.text.TextSize, d.text.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	d.arrow.Resource = theme.NewThemedResource(theme.MenuDropDownIcon())
	d.text.Refresh()
	d.arrow.Refresh()
}

func (d *Dropdown) layout(size fyne.Size) {
	d.ground.Resize(size)
	d.text.Text = d.cut(d.chosen, size.Width-2*dropInset-scaled(dropArrow), d.text.TextSize, d.text.TextStyle)
	m := d.text.MinSize()
	d.text.Resize(m)
	d.text.Move(fyne.NewPos(dropInset, (size.Height-m.Height)/2))
	d.arrow.Resize(fyne.NewSquareSize(scaled(dropArrow)))
	d.arrow.Move(fyne.NewPos(size.Width-dropInset-scaled(dropArrow), (size.Height-scaled(dropArrow))/2))
	d.text.Refresh()
}
