package widgets

import (
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Meter is a labeled bar, such as "Impact 26 / 34". It can be tapped, and focused and pressed with Enter or Space.
type Meter struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()

	pressable
	label, figures *canvas.Text
	track, bar     *canvas.Rectangle
	value, max     float64
	color          fyne.ThemeColorName
	selected       bool
}

const (
	meterBar   = 5
	meterInset = 6
)

// NewMeter returns an empty meter.
func NewMeter(label string) *Meter {
	m := &Meter{
		label: canvas.NewText(label, nil), figures: canvas.NewText("", nil),
		track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), color: ColorGood,
	}
	m.pressable.init(m, func() {
		if m.OnTapped != nil {
			m.OnTapped()
		}
	})
	m.track.CornerRadius, m.bar.CornerRadius = meterBar/2.0, meterBar/2.0
	m.ExtendBaseWidget(m)
	return m
}

// SetLabel changes the label.
func (m *Meter) SetLabel(text string) {
	m.label.Text = text
	m.Refresh()
}

// SetValue shows value out of max in the named color. The figures are rounded to a tenth.
func (m *Meter) SetValue(value, max float64, color fyne.ThemeColorName) {
	m.value, m.max, m.color = value, max, color
	m.Refresh()
}

// SetSelected shows the meter as the one whose details are shown, or not.
func (m *Meter) SetSelected(on bool) {
	if m.selected != on {
		m.selected = on
		m.Refresh()
	}
}

// CreateRenderer is called by Fyne.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{
		objects: []fyne.CanvasObject{m.ground, m.label, m.figures, m.track, m.bar},
		min: func() fyne.Size {
			l, f := m.label.MinSize(), m.figures.MinSize()
			return fyne.NewSize(l.Width+f.Width+3*meterInset, l.Height+meterBar+2*4+3)
		},
		layout: m.layout,
	}
	r.refresh = func() {
		m.paint()
		m.layout(m.Size())
	}
	m.paint()
	return r
}

func (m *Meter) paint() {
	m.rest = ""
	if m.selected {
		m.rest = ColorAccentSoft
	}
	m.paintGround()
	m.label.TextSize, m.label.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	m.figures.Text = tenth(m.value) + " / " + tenth(m.max)
	m.figures.TextSize, m.figures.Color = theme.CaptionTextSize(), Color(ColorMuted)
	m.track.FillColor, m.bar.FillColor = Color(ColorTrack), Color(m.color)
	for _, o := range []fyne.CanvasObject{m.label, m.figures, m.track, m.bar} {
		o.Refresh()
	}
}

func tenth(v float64) string {
	s := strconv.FormatFloat(v, 'f', 1, 64)
	if whole, ok := strings.CutSuffix(s, ".0"); ok {
		return whole
	}
	return s
}

func (m *Meter) layout(size fyne.Size) {
	m.ground.Resize(size)
	l, f := m.label.MinSize(), m.figures.MinSize()
	m.label.Resize(l)
	m.label.Move(fyne.NewPos(meterInset, 4))
	m.figures.Resize(f)
	m.figures.Move(fyne.NewPos(size.Width-meterInset-f.Width, 4+(l.Height-f.Height)/2))
	width := size.Width - 2*meterInset
	y := 4 + l.Height + 3
	m.track.Resize(fyne.NewSize(width, meterBar))
	m.track.Move(fyne.NewPos(meterInset, y))
	filled := float32(0)
	if m.max > 0 {
		filled = width * float32(min(1, max(0, m.value/m.max)))
	}
	m.bar.Hidden = filled <= 0
	m.bar.Resize(fyne.NewSize(fyne.Max(filled, meterBar), meterBar))
	m.bar.Move(fyne.NewPos(meterInset, y))
}
