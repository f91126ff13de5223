package widgets

import (
	"cmp"
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Meter is a small labeled bar for a value out of a maximum. Its tooltip says the figures. It can be tapped, and
// focused and pressed with Enter or Space.
type Meter struct {
	widget.BaseWidget

	// OnTapped is called for a tap or a press.
	OnTapped func()
	// Unit is what is counted; "" for points.
	Unit string

	pressable
	name       string
	label      *canvas.Text
	track, bar *canvas.Rectangle
	value, max float64
	color      fyne.ThemeColorName
	selected   bool
	tip        tooltip
}

const (
	meterBar   = 3
	meterInset = 4
)

// NewMeter returns an empty meter.
func NewMeter(label string) *Meter {
	m := &Meter{
		name: label, label: canvas.NewText("", nil),
		track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), color: ColorGood,
	}
	m.tip.owner = m
	m.pressable.init(m, func() {
		m.tip.stop()
		if m.OnTapped != nil {
			m.OnTapped()
		}
	})
	m.track.CornerRadius, m.bar.CornerRadius = meterBar/2.0, meterBar/2.0
	m.ExtendBaseWidget(m)
	return m
}

// SetValue shows value out of max in the named color.
func (m *Meter) SetValue(value, max float64, color fyne.ThemeColorName) {
	if m.value != value || m.max != max || m.color != color {
		m.value, m.max, m.color = value, max, color
		m.Refresh()
	}
}

// SetSelected shows the meter as the one whose details are shown, or not.
func (m *Meter) SetSelected(on bool) {
	if m.selected != on {
		m.selected = on
		m.Refresh()
	}
}

// AccessibilityLabel returns the label with the figures in whole points: "Impact, 26 of 34 points".
func (m *Meter) AccessibilityLabel() string {
	return lang.X("widgets.meter", "{{.Name}}, {{.Value}} of {{.Most}} {{.Unit}}",
		map[string]any{"Name": m.name, "Value": int(m.value), "Most": fmt.Sprintf("%.0f", m.max), "Unit": cmp.Or(m.Unit, lang.X("widgets.points", "points"))})
}

// MouseIn is called by Fyne.
func (m *Meter) MouseIn(ev *desktop.MouseEvent) {
	m.pressable.MouseIn(ev)
	m.tip.start(m.AccessibilityLabel())
}

// MouseOut is called by Fyne.
func (m *Meter) MouseOut() {
	m.pressable.MouseOut()
	m.tip.stop()
}

// CreateRenderer is called by Fyne.
func (m *Meter) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{
		objects: []fyne.CanvasObject{m.ground, m.label, m.track, m.bar},
		min: func() fyne.Size {
			return fyne.NewSize(48, m.label.MinSize().Height+meterBar+5)
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
	m.label.TextSize, m.label.Color = theme.CaptionTextSize(), Color(ColorMuted)
	if m.selected || m.hovered || m.focused {
		m.label.Color = Color(theme.ColorNameForeground)
	}
	m.label.Text = m.name
	m.track.FillColor, m.bar.FillColor = Color(ColorTrack), Color(m.color)
	for _, o := range []fyne.CanvasObject{m.label, m.track, m.bar} {
		o.Refresh()
	}
}

func (m *Meter) layout(size fyne.Size) {
	m.ground.Resize(size)
	width := size.Width - 2*meterInset
	m.label.Text = ellipsis(m.name, width, m.label.TextSize, m.label.TextStyle)
	l := m.label.MinSize()
	m.label.Resize(l)
	m.label.Move(fyne.NewPos(meterInset, 1))
	y := 1 + l.Height + 1
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
