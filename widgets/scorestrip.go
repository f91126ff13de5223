package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ScoreStrip is a score on little space: the number with a word for it at the left, its parts as meters in two columns
// at the right, and earlier values in the place behind them.
type ScoreStrip struct {
	widget.BaseWidget

	number, band *canvas.Text
	spark        *Sparkline
	meters       []*Meter
	color        fyne.ThemeColorName
}

const (
	scoreLeft = 86 // width of the number's column
	scoreGap  = 6
	scoreRow  = 23
	scoreRows = 3 // at least, beside the number
)

// NewScoreStrip returns a strip with meters, at most seven.
func NewScoreStrip(meters ...*Meter) *ScoreStrip {
	s := &ScoreStrip{number: canvas.NewText("", nil), band: canvas.NewText("", nil), spark: NewSparkline(), meters: meters, color: ColorGood}
	s.ExtendBaseWidget(s)
	return s
}

// SetScore shows a score from 0 to 100, a word for it, and its color. Whole points only: 99.7 must not read as if
// nothing were left to change.
func (s *ScoreStrip) SetScore(v float64, band string, color fyne.ThemeColorName) {
	number := strconv.Itoa(int(v))
	if s.number.Text == number && s.band.Text == band && s.color == color {
		return
	}
	s.number.Text, s.band.Text, s.color = number, band, color
	s.Refresh()
}

// SetHistory shows earlier values, those from the index newer on as the newer part, and a summary as their tooltip.
func (s *ScoreStrip) SetHistory(values []float64, newer int, summary string) {
	s.spark.SetValues(values, newer)
	s.spark.SetTip(summary)
}

// SetMeters replaces the meters.
func (s *ScoreStrip) SetMeters(meters []*Meter) {
	s.meters = meters
	s.Refresh()
}

// Score returns the number as it is shown.
func (s *ScoreStrip) Score() string { return s.number.Text }

// Children returns the meters, for [ScrollOf].
func (s *ScoreStrip) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, m := range s.meters {
		all = append(all, m)
	}
	return all
}

// CreateRenderer is called by Fyne.
func (s *ScoreStrip) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		min:    func() fyne.Size { return fyne.NewSize(scoreLeft+2*60, float32(s.rows())*scaled(scoreRow)) },
		layout: s.layout,
	}
	d.refresh = func() {
		d.objects = append([]fyne.CanvasObject{s.number, s.band, s.spark}, s.Children()...)
		s.paint()
		s.layout(s.Size())
	}
	d.objects = append([]fyne.CanvasObject{s.number, s.band, s.spark}, s.Children()...)
	s.paint()
	return d
}

// rows is the number of rows of the meters.
func (s *ScoreStrip) rows() int {
	shown := 0
	for _, m := range s.meters {
		if m.Visible() {
			shown++
		}
	}
	return max(scoreRows, (shown+1)/2)
}

func (s *ScoreStrip) paint() {
	s.number.TextSize, s.number.TextStyle, s.number.Color = 38, fyne.TextStyle{Bold: true}, Color(theme.ColorNameForeground)
	s.band.TextSize, s.band.Color = theme.CaptionTextSize(), Color(s.color)
	s.band.TextStyle = fyne.TextStyle{Bold: true}
	s.number.Refresh()
	s.band.Refresh()
}

func (s *ScoreStrip) layout(size fyne.Size) {
	n, b := s.number.MinSize(), s.band.MinSize()
	top := (size.Height - n.Height - b.Height + 6) / 2
	s.number.Resize(n)
	s.number.Move(fyne.NewPos(adviceLeft, top-4))
	s.band.Resize(b)
	s.band.Move(fyne.NewPos(adviceLeft, top+n.Height-8))
	column := (size.Width - scoreLeft - scoreGap) / 2
	rows := s.rows()
	cell := func(i int) (fyne.Position, fyne.Size) {
		x := scoreLeft + float32(i/rows)*(column+scoreGap)
		return fyne.NewPos(x, float32(i%rows)*scaled(scoreRow)), fyne.NewSize(column, scaled(scoreRow)-2)
	}
	i := 0
	for _, m := range s.meters {
		if !m.Visible() {
			continue
		}
		at, box := cell(i)
		m.Resize(box)
		m.Move(at)
		i++
	}
	at, box := cell(max(i, 2*rows-1))
	s.spark.Resize(fyne.NewSize(box.Width-2*meterInset, box.Height))
	s.spark.Move(at.AddXY(meterInset, 0))
}
