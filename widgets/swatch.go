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
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Swatch is a button that shows a color and its code. It opens a small palette, and a field for the code.
type Swatch struct {
	widget.BaseWidget

	// OnChanged is called with the color that the user chooses.
	OnChanged func(color.NRGBA)

	pressable
	color  color.NRGBA
	square *canvas.Rectangle
	code   *canvas.Text
	// Palette is the colors that it offers, row by row of [SwatchColumns].
	Palette []color.NRGBA
}

// SwatchColumns is the number of colors in a row of the palette.
const SwatchColumns = 8

var _ desktop.Hoverable = (*Swatch)(nil)

// NewSwatch returns a swatch with a palette.
func NewSwatch(palette []color.NRGBA, changed func(color.NRGBA)) *Swatch {
	s := &Swatch{OnChanged: changed, Palette: palette, square: canvas.NewRectangle(nil), code: canvas.NewText("", nil)}
	s.square.CornerRadius, s.square.StrokeWidth = 4, 1
	s.code.TextStyle.Monospace = true
	s.pressable.init(s, s.open)
	s.ExtendBaseWidget(s)
	return s
}

// SetColor shows a color.
func (s *Swatch) SetColor(c color.NRGBA) {
	if s.color != c {
		s.color = c
		s.Refresh()
	}
}

// Color returns the color shown.
func (s *Swatch) Color() color.NRGBA { return s.color }

// AccessibilityLabel returns the color's code.
func (s *Swatch) AccessibilityLabel() string { return colorCode(s.color) }

func (s *Swatch) choose(c color.NRGBA) {
	s.SetColor(c)
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
	var closePopover func()
	grid := container.NewGridWithColumns(SwatchColumns)
	dots := make([]*colorDot, len(s.Palette))
	for i, offered := range s.Palette {
		dots[i] = newColorDot(offered, func() {
			closePopover()
			s.choose(offered)
		})
		dots[i].step = func(by int) {
			if to := i + by; to >= 0 && to < len(dots) {
				c.Focus(dots[to])
			}
		}
		grid.Add(dots[i])
	}
	code := NewTextField("#1f4263")
	code.SetText(colorCode(s.color))
	field := NewField(lang.X("widgets.color-code", "Code"), code)
	code.OnChanged = func(text string) {
		read, ok := parseColor(text)
		if !ok {
			field.SetProblem(lang.X("widgets.write-a-code", "Write a code like #1f4263."))
			return
		}
		field.SetProblem("")
		s.choose(read)
	}
	code.OnSubmitted = func(string) { closePopover() }
	at := fyne.CurrentApp().Driver().AbsolutePositionForObject(s)
	closePopover = ShowPopover(c, container.New(layout.NewCustomPaddedLayout(10, 10, 10, 10), NewColumn(8, grid, field)), at.AddXY(0, s.Size().Height+2))
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
	s.square.FillColor, s.square.StrokeColor = s.color, Color(theme.ColorNameInputBorder)
	s.square.Refresh()
	s.code.Text, s.code.TextSize, s.code.Color = colorCode(s.color), theme.CaptionTextSize(), Color(ColorMuted)
	s.code.Refresh()
}

// colorCode is a color in hexadecimal notation, such as #0f6b6b.
func colorCode(c color.NRGBA) string { return fmt.Sprintf("#%02x%02x%02x", c.R, c.G, c.B) }

// parseColor reads a color in hexadecimal notation, with or without "#".
func parseColor(text string) (color.NRGBA, bool) {
	digits := strings.TrimPrefix(strings.TrimSpace(text), "#")
	v, err := strconv.ParseUint(digits, 16, 32)
	if err != nil || len(digits) != 6 {
		return color.NRGBA{}, false
	}
	return rgb(uint32(v)), true
}

// colorDot is one color of a palette.
type colorDot struct {
	widget.BaseWidget

	pressable
	color  color.NRGBA
	square *canvas.Rectangle
	step   func(by int) // focuses another color of the palette
	chosen bool         // it is marked as the present one
}

func newColorDot(c color.NRGBA, tapped func()) *colorDot {
	d := &colorDot{color: c, square: canvas.NewRectangle(c)}
	d.square.CornerRadius, d.square.StrokeWidth = 4, 1
	d.pressable.init(d, tapped)
	d.ExtendBaseWidget(d)
	return d
}

// TypedKey is called by Fyne.
func (d *colorDot) TypedKey(ev *fyne.KeyEvent) {
	switch ev.Name {
	case fyne.KeyLeft:
		d.step(-1)
	case fyne.KeyRight:
		d.step(1)
	case fyne.KeyUp:
		d.step(-SwatchColumns)
	case fyne.KeyDown:
		d.step(SwatchColumns)
	default:
		d.pressable.TypedKey(ev)
	}
}

// AccessibilityLabel returns the color's code.
func (d *colorDot) AccessibilityLabel() string { return colorCode(d.color) }

// CreateRenderer is called by Fyne.
func (d *colorDot) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		d.paintGround()
		d.square.StrokeColor, d.square.StrokeWidth = Color(theme.ColorNameInputBorder), 1
		if d.chosen {
			d.square.StrokeColor, d.square.StrokeWidth = Color(theme.ColorNameForeground), 2
		}
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
