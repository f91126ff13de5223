package widgets

import (
	"fmt"
	"image/color"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Swatch is a button that shows a colour and its code. It opens a small palette, and a field for the code.
type Swatch struct {
	widget.BaseWidget

	// OnChanged is called with a colour that the user chose.
	OnChanged func(color.NRGBA)

	pressable
	colour color.NRGBA
	square *canvas.Rectangle
	code   *canvas.Text
	// Palette is the colours that it offers, row by row of [SwatchColumns].
	Palette []color.NRGBA
}

// SwatchColumns is how many colours stand in a row of a palette.
const SwatchColumns = 8

var _ desktop.Hoverable = (*Swatch)(nil)

// NewSwatch returns a swatch that offers the colours of a palette.
func NewSwatch(palette []color.NRGBA, changed func(color.NRGBA)) *Swatch {
	s := &Swatch{OnChanged: changed, Palette: palette, square: canvas.NewRectangle(nil), code: canvas.NewText("", nil)}
	s.square.CornerRadius, s.square.StrokeWidth = 4, 1
	s.code.TextStyle.Monospace = true
	s.pressable.init(s, s.open)
	s.ExtendBaseWidget(s)
	return s
}

// SetColour shows a colour.
func (s *Swatch) SetColour(c color.NRGBA) {
	if s.colour != c {
		s.colour = c
		s.Refresh()
	}
}

// Colour returns the colour shown.
func (s *Swatch) Colour() color.NRGBA { return s.colour }

// AccessibilityLabel returns the colour's code.
func (s *Swatch) AccessibilityLabel() string { return colourCode(s.colour) }

func (s *Swatch) choose(c color.NRGBA) {
	s.SetColour(c)
	if s.OnChanged != nil {
		s.OnChanged(c)
	}
}

// open shows the palette below the swatch.
func (s *Swatch) open() {
	c := fyne.CurrentApp().Driver().CanvasForObject(s)
	if c == nil {
		return
	}
	var popup *widget.PopUp
	grid := container.NewGridWithColumns(SwatchColumns)
	for _, offered := range s.Palette {
		grid.Add(newColourDot(offered, func() {
			popup.Hide()
			s.choose(offered)
		}))
	}
	code := NewTextField("#1f4263")
	code.SetText(colourCode(s.colour))
	field := NewField("Code", code)
	code.OnChanged = func(text string) {
		read, ok := parseColour(text)
		if !ok {
			field.SetProblem("Write a code like #1f4263.")
			return
		}
		field.SetProblem("")
		s.choose(read)
	}
	code.OnSubmitted = func(string) { popup.Hide() }
	code.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			popup.Hide()
			return true
		}
		return false
	}
	popup = widget.NewPopUp(container.New(layout.NewCustomPaddedLayout(10, 10, 10, 10), NewColumn(8, grid, field)), c)
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	popup.ShowAtPosition(at.AddXY(0, s.Size().Height+2))
	c.Focus(code)
	code.SelectRange(0, len(code.Text))
}

// CreateRenderer is called by Fyne.
func (s *Swatch) CreateRenderer() fyne.WidgetRenderer {
	s.paint()
	return &drawing{
		objects: []fyne.CanvasObject{s.ground, s.square, s.code},
		min:     func() fyne.Size { return fyne.NewSize(110, 28) },
		layout: func(size fyne.Size) {
			s.ground.Resize(size)
			s.square.Resize(fyne.NewSize(34, 18))
			s.square.Move(fyne.NewPos(5, (size.Height-18)/2))
			m := s.code.MinSize()
			s.code.Resize(m)
			s.code.Move(fyne.NewPos(48, (size.Height-m.Height)/2))
		},
		refresh: s.paint,
	}
}

func (s *Swatch) paint() {
	s.paintGround()
	s.square.FillColor, s.square.StrokeColor = s.colour, Color(theme.ColorNameInputBorder)
	s.square.Refresh()
	s.code.Text, s.code.TextSize, s.code.Color = colourCode(s.colour), theme.CaptionTextSize(), Color(ColorMuted)
	s.code.Refresh()
}

// colourCode is a colour as web pages write it.
func colourCode(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// parseColour reads a colour as web pages write it, with or without its sign.
func parseColour(text string) (color.NRGBA, bool) {
	digits := strings.TrimPrefix(strings.TrimSpace(text), "#")
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return color.NRGBA{}, false
	}
	return rgb(uint32(v)), true
}

// colourDot is one colour of a palette.
type colourDot struct {
	widget.BaseWidget

	pressable
	colour color.NRGBA
	square *canvas.Rectangle
}

func newColourDot(c color.NRGBA, tapped func()) *colourDot {
	d := &colourDot{colour: c, square: canvas.NewRectangle(c)}
	d.square.CornerRadius, d.square.StrokeWidth = 4, 1
	d.pressable.init(d, tapped)
	d.ExtendBaseWidget(d)
	return d
}

// AccessibilityLabel returns the colour's code.
func (d *colourDot) AccessibilityLabel() string { return colourCode(d.colour) }

// CreateRenderer is called by Fyne.
func (d *colourDot) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		d.paintGround()
		d.square.StrokeColor = Color(theme.ColorNameInputBorder)
		d.square.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{d.ground, d.square},
		min:     func() fyne.Size { return fyne.NewSquareSize(26) },
		layout: func(size fyne.Size) {
			d.ground.Resize(size)
			d.square.Resize(fyne.NewSize(size.Width-6, size.Height-6))
			d.square.Move(fyne.NewPos(3, 3))
		},
		refresh: paint,
	}
}
