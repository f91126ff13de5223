package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ScoreBadge is a score as one number behind a sparkline. It can be tapped, and focused and pressed with Enter or Space.
type ScoreBadge struct {
	widget.BaseWidget

	pressable
	number *canvas.Text
	spark  *Sparkline
	color  fyne.ThemeColorName
	tip    tooltip
}

const (
	scoreInset = 8
	scoreSpark = 44
)

// NewScoreBadge returns a badge without a score.
func NewScoreBadge(tapped func()) *ScoreBadge {
	b := &ScoreBadge{number: canvas.NewText("–", nil), spark: NewSparkline(), color: ColorMuted}
	b.number.TextStyle = fyne.TextStyle{Bold: true}
	b.tip.owner = b
	b.pressable.init(b, func() {
		b.tip.stop()
		tapped()
	})
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a number in a color, and earlier values.
func (b *ScoreBadge) Set(number string, color fyne.ThemeColorName, history []float64) {
	b.spark.SetValues(history, 0)
	if b.number.Text == number && b.color == color {
		return
	}
	b.number.Text, b.color = number, color
	b.Refresh()
}

// AccessibilityLabel returns "Score" and the number.
func (b *ScoreBadge) AccessibilityLabel() string {
	return lang.X("widgets.score", "Score {{.Score}}", map[string]any{"Score": b.number.Text})
}

// MouseIn is called by Fyne.
func (b *ScoreBadge) MouseIn(ev *desktop.MouseEvent) {
	b.pressable.MouseIn(ev)
	b.tip.start(lang.X("widgets.score-show-what-to-change", "Score: show what to change"))
}

// MouseOut is called by Fyne.
func (b *ScoreBadge) MouseOut() {
	b.pressable.MouseOut()
	b.tip.stop()
}

// CreateRenderer is called by Fyne.
func (b *ScoreBadge) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.number, b.spark},
		min: func() fyne.Size {
			width := textWidth("100", theme.Size(theme.SizeNameSubHeadingText), fyne.TextStyle{Bold: true})
			return fyne.NewSize(width+scoreSpark+3*scoreInset, scaled(iconButtonSize)+2)
		},
		layout: func(size fyne.Size) {
			b.ground.Resize(size)
			h := b.number.MinSize().Height
			left := 2*scoreInset + float32(scoreSpark)
			b.number.Resize(fyne.NewSize(size.Width-left-scoreInset, h))
			b.number.Move(fyne.NewPos(left, (size.Height-h)/2))
			b.spark.Resize(fyne.NewSize(scoreSpark, size.Height-2*scoreInset))
			b.spark.Move(fyne.NewSquareOffsetPos(scoreInset))
		},
		refresh: b.paint,
	}
}

func (b *ScoreBadge) paint() {
	b.paintGround()
	b.number.Alignment = fyne.TextAlignTrailing
	b.number.TextSize, b.number.Color = theme.Size(theme.SizeNameSubHeadingText), Color(b.color)
	b.number.Refresh()
}
