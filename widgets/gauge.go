package widgets

import (
	"image/color"
	"strconv"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var transparent = color.NRGBA{}

// Gauge shows a value from 0 to 100 as an arc of 270 degrees around its number, with a caption below.
type Gauge struct {
	widget.BaseWidget

	// OnTapped, when set, is called for a tap.
	OnTapped func()

	value, shown  float64
	caption       string
	color         fyne.ThemeColorName
	track, bar    *canvas.Arc
	number, small *canvas.Text
	ease          *fyne.Animation
}

// gaugeEase is the duration of the arc's animation.
const gaugeEase = 150 * time.Millisecond

const (
	gaugeSize  = 112
	gaugeStart = -135 // degrees from the top, clockwise
	gaugeSweep = 270
	gaugeHole  = 0.82 // inner to outer radius
)

// NewGauge returns a gauge at zero.
func NewGauge() *Gauge {
	g := &Gauge{
		color:  ColorGood,
		track:  canvas.NewArc(gaugeStart, gaugeStart+gaugeSweep, gaugeHole, nil),
		bar:    canvas.NewArc(gaugeStart, gaugeStart, gaugeHole, nil),
		number: canvas.NewText("", nil),
		small:  canvas.NewText("", nil),
	}
	g.track.CornerRadius, g.bar.CornerRadius = 5, 5
	g.ExtendBaseWidget(g)
	return g
}

// SetValue shows a value from 0 to 100, a short caption, and the arc in the named color. The number changes at
// once; the arc is animated.
func (g *Gauge) SetValue(v float64, caption string, color fyne.ThemeColorName) {
	v = max(0, min(100, v))
	changed := v != g.value
	g.value, g.caption, g.color = v, caption, color
	if g.ease != nil {
		g.ease.Stop()
		g.ease = nil
	}
	if !changed || g.Size().IsZero() || !fyne.CurrentApp().Settings().ShowAnimations() {
		g.shown = v
		g.Refresh()
		return
	}
	g.Refresh()
	from := g.shown
	g.ease = fyne.NewAnimation(gaugeEase, func(done float32) {
		g.shown = from + (v-from)*float64(done)
		g.sweep()
	})
	g.ease.Curve = fyne.AnimationEaseOut
	g.ease.Start()
}

// Value returns the value.
func (g *Gauge) Value() float64 { return g.value }

// Tapped is called by Fyne.
func (g *Gauge) Tapped(*fyne.PointEvent) {
	if g.OnTapped != nil {
		g.OnTapped()
	}
}

// CreateRenderer is called by Fyne.
func (g *Gauge) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{
		objects: []fyne.CanvasObject{g.track, g.bar, g.number, g.small},
		min:     func() fyne.Size { return fyne.NewSize(gaugeSize, gaugeSize-8) },
		layout:  g.layout,
	}
	r.refresh = func() {
		g.paint()
		g.layout(g.Size())
	}
	g.paint()
	return r
}

func (g *Gauge) paint() {
	g.track.FillColor = Color(ColorTrack)
	g.bar.FillColor = Color(g.color)
	// Whole points only: 99.7 must not read as if nothing were left to change.
	g.number.Text = strconv.Itoa(int(g.value))
	g.number.TextSize, g.number.TextStyle = 32, fyne.TextStyle{Bold: true}
	g.number.Color = Color(theme.ColorNameForeground)
	g.small.Text, g.small.TextSize, g.small.Color = g.caption, theme.CaptionTextSize(), Color(ColorMuted)
	g.track.Refresh()
	g.number.Refresh()
	g.small.Refresh()
	g.sweep()
}

func (g *Gauge) sweep() {
	g.bar.EndAngle = gaugeStart + float32(gaugeSweep*g.shown/100)
	g.bar.Hidden = g.shown <= 0
	g.bar.Refresh()
}

func (g *Gauge) layout(size fyne.Size) {
	d := fyne.Min(size.Width, size.Height+8)
	left, middle := (size.Width-d)/2, d/2
	for _, a := range []*canvas.Arc{g.track, g.bar} {
		a.Resize(fyne.NewSquareSize(d))
		a.Move(fyne.NewPos(left, 0))
	}
	n, c := g.number.MinSize(), g.small.MinSize()
	g.number.Resize(n)
	g.number.Move(fyne.NewPos((size.Width-n.Width)/2, middle-n.Height/2-4))
	g.small.Resize(c)
	g.small.Move(fyne.NewPos((size.Width-c.Width)/2, middle+n.Height/2-8))
}
