package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"
)

// Sparkline is a small line chart without axes: older values muted, then newer ones, with a dot at the last value. One value
// alone is no line, and shows nothing. Its
// vertical range is at least sparkSpan, so that a small step looks small.
type Sparkline struct {
	widget.BaseWidget

	values   []float64
	newer    int
	lines    []*canvas.Line
	dot      *canvas.Circle
	baseline *canvas.Line
	area     *fyne.Container
	tip      tooltip
	text     string // of the tooltip
}

var _ desktop.Hoverable = (*Sparkline)(nil)

const (
	sparkDot    = 6
	sparkSpan   = 10 // minimum vertical range, of values from 0 to 100
	sparkPoints = 48 // points drawn
)

// NewSparkline returns a sparkline without values.
func NewSparkline() *Sparkline {
	s := &Sparkline{dot: canvas.NewCircle(nil), baseline: canvas.NewLine(nil), area: &fyne.Container{}}
	s.tip.owner = s
	s.ExtendBaseWidget(s)
	return s
}

// SetValues shows values, the oldest first; those from the index newer on are the newer part.
func (s *Sparkline) SetValues(values []float64, newer int) {
	s.values, s.newer = thinned(values, newer)
	s.Refresh()
}

// SetTip sets the tooltip.
func (s *Sparkline) SetTip(text string) { s.text = text }

// MouseIn is called by Fyne.
func (s *Sparkline) MouseIn(*desktop.MouseEvent) { s.tip.start(s.text) }

// MouseMoved is called by Fyne.
func (s *Sparkline) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (s *Sparkline) MouseOut() { s.tip.stop() }

// AccessibilityLabel returns the tooltip.
func (s *Sparkline) AccessibilityLabel() string { return s.text }

// thinned reduces the values evenly to sparkPoints, and keeps the last one.
func thinned(values []float64, newer int) ([]float64, int) {
	if len(values) <= sparkPoints {
		return values, newer
	}
	kept, first := make([]float64, 0, sparkPoints), 0
	for i := range sparkPoints {
		at := i * (len(values) - 1) / (sparkPoints - 1)
		if at < newer {
			first = i + 1
		}
		kept = append(kept, values[at])
	}
	return kept, min(first, sparkPoints-1)
}

// CreateRenderer is called by Fyne.
func (s *Sparkline) CreateRenderer() fyne.WidgetRenderer {
	r := &drawing{
		objects: []fyne.CanvasObject{s.baseline, s.area, s.dot},
		min:     func() fyne.Size { return fyne.NewSize(40, 16) },
		layout:  s.layout,
	}
	r.refresh = func() {
		s.paint()
		s.layout(s.Size())
	}
	s.paint()
	return r
}

func (s *Sparkline) paint() {
	for len(s.lines) < len(s.values)-1 {
		l := canvas.NewLine(nil)
		s.lines = append(s.lines, l)
		s.area.Objects = append(s.area.Objects, l)
	}
	for i, l := range s.lines {
		l.Hidden = i >= len(s.values)-1
		l.StrokeWidth, l.StrokeColor = 1.5, Color(ColorMuted)
		if i >= s.newer {
			l.StrokeWidth, l.StrokeColor = 2, Color(ColorGood)
		}
	}
	s.baseline.StrokeWidth, s.baseline.StrokeColor = 1, Color(ColorTrack)
	s.dot.FillColor = Color(ColorGood)
	s.dot.Hidden, s.baseline.Hidden = len(s.values) < 2, len(s.values) < 2
}

func (s *Sparkline) layout(size fyne.Size) {
	s.area.Resize(size)
	s.baseline.Position1, s.baseline.Position2 = fyne.NewPos(0, size.Height-1), fyne.NewPos(size.Width, size.Height-1)
	if len(s.values) == 0 {
		return
	}
	low, high := s.values[0], s.values[0]
	for _, v := range s.values {
		low, high = min(low, v), max(high, v)
	}
	if spare := sparkSpan - (high - low); spare > 0 {
		low, high = low-spare/2, high+spare/2
	}
	point := func(i int) fyne.Position {
		x := size.Width - sparkDot
		if n := len(s.values); n > 1 {
			x = sparkDot/2 + (size.Width-1.5*sparkDot)*float32(i)/float32(n-1)
		}
		height := size.Height - sparkDot - 4
		return fyne.NewPos(x, sparkDot/2+height*float32((high-s.values[i])/(high-low)))
	}
	for i := 1; i < len(s.values); i++ {
		s.lines[i-1].Position1, s.lines[i-1].Position2 = point(i-1), point(i)
	}
	s.dot.Resize(fyne.NewSquareSize(sparkDot))
	s.dot.Move(point(len(s.values)-1).SubtractXY(sparkDot/2, sparkDot/2))
	for _, l := range s.lines {
		l.Refresh()
	}
	s.dot.Refresh()
}
