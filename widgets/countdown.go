package widgets

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Countdown shows how much is left of a time: a figure over a bar that becomes shorter. Its owner says when to change
// it; some seconds are enough.
type Countdown struct {
	widget.BaseWidget

	figure     *canvas.Text
	track, bar *canvas.Rectangle
	left, of   time.Duration
}

const countdownBar = 4

// NewCountdown returns one of a time, all of which is left.
func NewCountdown(of time.Duration) *Countdown {
	c := &Countdown{figure: canvas.NewText("", nil), track: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), left: of, of: of}
	c.track.CornerRadius, c.bar.CornerRadius = countdownBar/2, countdownBar/2
	c.ExtendBaseWidget(c)
	return c
}

// SetLeft shows how much is left; less than nothing is over time.
func (c *Countdown) SetLeft(left time.Duration) {
	if left = left.Round(time.Second); left != c.left {
		c.left = left
		c.Refresh()
	}
}

// Text returns the figure: "1:43", or "+0:05" over time.
func (c *Countdown) Text() string {
	s, sign := int(c.left/time.Second), ""
	if s < 0 {
		s, sign = -s, "+"
	}
	return fmt.Sprintf("%s%d:%02d", sign, s/60, s%60)
}

// AccessibilityLabel returns the figure in words.
func (c *Countdown) AccessibilityLabel() string {
	return lang.X("widgets.time-left", "{{.Time}} left", map[string]any{"Time": c.Text()})
}

// CreateRenderer is called by Fyne.
func (c *Countdown) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{objects: []fyne.CanvasObject{c.track, c.bar, c.figure},
		min: func() fyne.Size {
			return fyne.NewSize(120, fyne.MeasureText("0:00", theme.TextSubHeadingSize(), fyne.TextStyle{Bold: true}).Height+countdownBar+4)
		},
		layout: c.place}
	d.refresh = func() {
		c.paint()
		c.place(c.Size())
	}
	c.paint()
	return d
}

// soon is when the color says that the time is nearly over.
const soon = 20 * time.Second

func (c *Countdown) paint() {
	var name fyne.ThemeColorName = theme.ColorNamePrimary
	switch {
	case c.left < 0:
		name = ColorBad
	case c.left <= soon:
		name = ColorWarn
	}
	c.figure.Text, c.figure.TextSize, c.figure.TextStyle = c.Text(), theme.TextSubHeadingSize(), fyne.TextStyle{Bold: true}
	c.figure.Color = Color(theme.ColorNameForeground)
	if c.left <= soon {
		c.figure.Color = Color(name)
	}
	c.track.FillColor, c.bar.FillColor = Color(ColorTrack), Color(name)
	for _, o := range []fyne.CanvasObject{c.track, c.bar, c.figure} {
		o.Refresh()
	}
}

func (c *Countdown) place(size fyne.Size) {
	m := c.figure.MinSize()
	c.figure.Resize(m)
	c.figure.Move(fyne.NewPos(0, 0))
	share := float32(1)
	if c.of > 0 && c.left >= 0 {
		share = float32(c.left) / float32(c.of)
	}
	c.track.Resize(fyne.NewSize(size.Width, countdownBar))
	c.track.Move(fyne.NewPos(0, m.Height+4))
	c.bar.Hidden = c.left == 0
	c.bar.Resize(fyne.NewSize(fyne.Max(countdownBar, size.Width*share), countdownBar))
	c.bar.Move(fyne.NewPos(0, m.Height+4))
}
