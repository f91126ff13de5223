package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TickRow is a text that wraps with a box before it that can be ticked. It can be tapped, and focused and pressed with
// Enter or Space.
type TickRow struct {
	widget.BaseWidget

	// OnChanged is called when the user ticks it or takes the tick away.
	OnChanged func(on bool)

	pressable
	box  *canvas.Image
	text *widget.RichText
	on   bool
}

const (
	tickLeft = 30
	tickPad  = 5
	tickBox  = 18
)

// NewTickRow returns a row, ticked or not.
func NewTickRow(text string, on bool, changed func(on bool)) *TickRow {
	r := &TickRow{OnChanged: changed, on: on, box: canvas.NewImageFromResource(nil),
		text: newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}, fyne.TextWrapWord)}
	r.box.FillMode = canvas.ImageFillContain
	setText(r.text, text, theme.ColorNameForeground)
	r.pressable.init(r, func() {
		r.on = !r.on
		r.Refresh()
		if r.OnChanged != nil {
			r.OnChanged(r.on)
		}
	})
	r.ExtendBaseWidget(r)
	return r
}

// On reports whether it is ticked.
func (r *TickRow) On() bool { return r.on }

// SetOn ticks it, or not, without calling OnChanged.
func (r *TickRow) SetOn(on bool) {
	if r.on != on {
		r.on = on
		r.Refresh()
	}
}

// AccessibilityLabel returns the text.
func (r *TickRow) AccessibilityLabel() string { return textOf(r.text) }

// CreateRenderer is called by Fyne.
func (r *TickRow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		objects: []fyne.CanvasObject{r.ground, r.box, r.text},
		min:     func() fyne.Size { return fyne.NewSize(80, r.place(fyne.Max(80, r.Size().Width))) },
		layout:  func(size fyne.Size) { r.place(size.Width) },
	}
	d.refresh = func() {
		r.paint()
		r.place(r.Size().Width)
		r.text.Refresh()
	}
	r.paint()
	return d
}

func (r *TickRow) paint() {
	r.paintGround()
	icon, name := theme.CheckButtonIcon(), theme.ColorNameInputBorder
	if r.on {
		icon, name = theme.CheckButtonCheckedIcon(), theme.ColorNamePrimary
	}
	r.box.Resource = theme.NewColoredResource(icon, name)
	r.box.Refresh()
}

func (r *TickRow) place(width float32) float32 {
	height := placeText(r.text, scaled(tickLeft), tickPad, fyne.Max(1, width-scaled(tickLeft)-tickPad)) + 2*tickPad
	line := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	r.box.Resize(fyne.NewSquareSize(scaled(tickBox)))
	r.box.Move(fyne.NewPos(scaled(tickLeft-tickBox)/2, tickPad+(line-scaled(tickBox))/2))
	r.ground.Resize(fyne.NewSize(width, height))
	return height
}
