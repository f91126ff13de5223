package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// bubble is the look of toasts and tooltips: a short text on a contrasting rounded background, with actions behind
// it where there are any.
type bubble struct {
	widget.BaseWidget
	ground  *canvas.Rectangle
	text    string
	lines   *fyne.Container // the text, a line each
	actions []*bubbleAction
	size    fyne.ThemeSizeName
	pad     fyne.Size

	onHover func(hovered bool) // nil where the pointer makes no difference
}

// MouseIn is called by Fyne.
func (b *bubble) MouseIn(*desktop.MouseEvent) { b.hover(true) }

// MouseMoved is called by Fyne.
func (b *bubble) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by Fyne.
func (b *bubble) MouseOut() { b.hover(false) }

func (b *bubble) hover(hovered bool) {
	if b.onHover != nil {
		b.onHover(hovered)
	}
}

func newBubble(text string, size fyne.ThemeSizeName, pad fyne.Size) *bubble {
	b := &bubble{ground: canvas.NewRectangle(nil), text: text, lines: container.NewWithoutLayout(), size: size, pad: pad}
	b.setLines(strings.Split(text, "\n"))
	b.ground.CornerRadius = innerRadius
	b.ExtendBaseWidget(b)
	return b
}

// Children returns the actions, for [ScrollOf].
func (b *bubble) Children() (all []fyne.CanvasObject) {
	for _, a := range b.actions {
		all = append(all, a)
	}
	return all
}

// actionsWidth is the width of all actions.
func (b *bubble) actionsWidth() (width float32) {
	for _, a := range b.actions {
		width += a.MinSize().Width
	}
	return width
}

// fit breaks the text's lines so that the bubble is no wider than this, where its words allow that.
func (b *bubble) fit(width float32) {
	width -= 2 * b.pad.Width
	width -= b.actionsWidth()
	var lines []string
	for line := range strings.SplitSeq(b.text, "\n") {
		words := strings.Fields(line)
		if len(words) == 0 {
			continue
		}
		lines = append(lines, words[0])
		for _, word := range words[1:] {
			last := &lines[len(lines)-1]
			if textWidth(*last+" "+word, theme.Size(b.size), fyne.TextStyle{}) > width {
				lines = append(lines, word)
			} else {
				*last += " " + word
			}
		}
	}
	b.setLines(lines)
}

func (b *bubble) setLines(texts []string) {
	if slices.EqualFunc(b.lines.Objects, texts, func(o fyne.CanvasObject, text string) bool { return o.(*canvas.Text).Text == text }) {
		return
	}
	b.lines.RemoveAll()
	for _, text := range texts {
		b.lines.Add(canvas.NewText(text, nil))
	}
	b.Refresh()
}

// eachLine does something with every line of the text.
func (b *bubble) eachLine(do func(*canvas.Text)) {
	for _, o := range b.lines.Objects {
		do(o.(*canvas.Text))
	}
}

// CreateRenderer is called by Fyne.
func (b *bubble) CreateRenderer() fyne.WidgetRenderer {
	objects := append([]fyne.CanvasObject{b.ground, b.lines}, b.Children()...)
	b.paint()
	return &drawing{objects: objects, min: b.min, layout: b.layout, refresh: b.paint}
}

func (b *bubble) paint() {
	b.ground.FillColor = Color(ColorTip)
	b.ground.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 10, Offset: fyne.NewPos(0, 3)}
	b.ground.Refresh()
	b.eachLine(func(line *canvas.Text) {
		line.Color, line.TextSize = Color(ColorOnTip), theme.Size(b.size)
		line.Refresh()
	})
	for _, a := range b.actions {
		a.Refresh()
	}
}

func (b *bubble) min() fyne.Size {
	size := b.textSize().Add(fyne.NewSize(2*b.pad.Width, 2*b.pad.Height))
	size.Width += b.actionsWidth()
	return size
}

func (b *bubble) textSize() (size fyne.Size) {
	b.eachLine(func(line *canvas.Text) {
		line.TextSize = theme.Size(b.size)
		least := line.MinSize()
		size = fyne.NewSize(max(size.Width, least.Width), size.Height+least.Height)
	})
	return size
}

func (b *bubble) layout(size fyne.Size) {
	b.ground.Resize(size)
	t := b.textSize()
	b.lines.Resize(t)
	b.lines.Move(fyne.NewPos(b.pad.Width, (size.Height-t.Height)/2))
	y := float32(0)
	b.eachLine(func(line *canvas.Text) {
		line.Resize(line.MinSize())
		line.Move(fyne.NewPos(0, y))
		y += line.MinSize().Height
	})
	x := size.Width - b.actionsWidth() - 4
	for _, a := range b.actions {
		least := a.MinSize()
		a.Resize(least)
		a.Move(fyne.NewPos(x, (size.Height-least.Height)/2))
		x += least.Width
	}
}

// bubbleAction is a button at the end of a toast.
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
