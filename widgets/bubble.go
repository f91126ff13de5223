package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// bubble is the look of toasts and tooltips: a short text on a contrasting rounded background, with an optional
// action.
type bubble struct {
	widget.BaseWidget
	ground *canvas.Rectangle
	text   *canvas.Text
	action *bubbleAction
	size   fyne.ThemeSizeName
	pad    fyne.Size
}

func newBubble(text string, size fyne.ThemeSizeName, pad fyne.Size) *bubble {
	b := &bubble{ground: canvas.NewRectangle(nil), text: canvas.NewText(text, nil), size: size, pad: pad}
	b.ground.CornerRadius = innerRadius
	b.ExtendBaseWidget(b)
	return b
}

// CreateRenderer is called by Fyne.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{b.ground, b.text}
	if b.action != nil {
		objects = append(objects, b.action)
	}
	b.paint()
	return &drawing{objects: objects, min: b.min, layout: b.layout, refresh: b.paint}
}

func (b *bubble) paint() {
	b.ground.FillColor = Color(ColorTip)
	b.ground.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 10, Offset: fyne.NewPos(0, 3)}
	b.text.Color, b.text.TextSize = Color(ColorOnTip), theme.Size(b.size)
	b.ground.Refresh()
	b.text.Refresh()
	if b.action != nil {
		b.action.Refresh()
	}
}

func (b *bubble) min() fyne.Size {
	b.text.TextSize = theme.Size(b.size)
	size := b.text.MinSize().Add(fyne.NewSize(2*b.pad.Width, 2*b.pad.Height))
	if b.action != nil {
		size.Width += b.action.MinSize().Width
	}
	return size
}

func (b *bubble) layout(size fyne.Size) {
	b.ground.Resize(size)
	t := b.text.MinSize()
	b.text.Resize(t)
	b.text.Move(fyne.NewPos(b.pad.Width, (size.Height-t.Height)/2))
	if b.action != nil {
		a := b.action.MinSize()
		b.action.Resize(a)
		b.action.Move(fyne.NewPos(size.Width-a.Width-4, (size.Height-a.Height)/2))
	}
}

// bubbleAction is the button at the end of a toast.
type bubbleAction struct {
	widget.BaseWidget
	pressable
	text *canvas.Text
}

func newBubbleAction(label string, press func()) *bubbleAction {
	a := &bubbleAction{text: canvas.NewText(label, nil)}
	a.pressable.init(a, press)
	a.ExtendBaseWidget(a)
	return a
}

// CreateRenderer is called by Fyne.
func (a *bubbleAction) CreateRenderer() fyne.WidgetRenderer {
	a.paint()
	return &drawing{
		objects: []fyne.CanvasObject{a.ground, a.text},
		min:     func() fyne.Size { return a.text.MinSize().Add(fyne.NewSize(18, 8)) },
		layout: func(size fyne.Size) {
			a.ground.Resize(size)
			a.text.Resize(a.text.MinSize())
			a.text.Move(fyne.NewPos(9, 4))
		},
		refresh: a.paint,
	}
}

func (a *bubbleAction) paint() {
	a.paintGround()
	a.text.Color, a.text.TextSize, a.text.TextStyle = Color(ColorActionTip), theme.TextSize(), fyne.TextStyle{Bold: true}
	a.ground.StrokeColor = Color(ColorActionTip)
	a.ground.Refresh()
	a.text.Refresh()
}
