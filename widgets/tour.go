package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// TourStep points at something in the window.
type TourStep struct {
	Title, Text string
	// At is what it points at; nil, or what is not shown, is the window as a whole.
	At func() fyne.CanvasObject
}

// TourTexts are the words of a [Tour].
type TourTexts struct {
	Next, Done, Skip string
	Step             func(at, of int) string // "1 of 4"
}

// Tour shows what is where in a window, a step at a time: a card beside a thing, and a ring around it. It takes neither
// the focus nor any key, and does not cover what it points at, so that one may work on beside it.
type Tour struct {
	// OnEnd is called when it ends, at its last step or before.
	OnEnd func()

	stage *Stage
	texts TourTexts
	steps []TourStep
	at    int
	shown *tourCard // nil while there is none
	stop  func()    // stops following
}

// NewTour returns a tour of the window with this stage.
func NewTour(stage *Stage, texts TourTexts, steps ...TourStep) *Tour {
	return &Tour{stage: stage, texts: texts, steps: steps, OnEnd: func() {}}
}

// Shown reports whether a step is shown.
func (t *Tour) Shown() bool { return t.shown != nil }

// At is the step that is shown, from 0.
func (t *Tour) At() int { return t.at }

// Start shows the first step.
func (t *Tour) Start() { t.show(0) }

// Next shows the next step, or ends the tour after the last.
func (t *Tour) Next() {
	if t.at+1 < len(t.steps) {
		t.show(t.at + 1)
		return
	}
	t.End()
}

// End ends the tour, and reports whether it was shown.
func (t *Tour) End() bool {
	if t.shown == nil {
		return false
	}
	t.stop()
	t.stage.drop(t.shown)
	t.shown = nil
	t.OnEnd()
	return true
}

// followTime is how long the ring may stay where what it points at was before.
const followTime = 250 * time.Millisecond

// follow moves the card to what it points at, and goes on looking whether that moves: a column
// gets another width, a notice appears above it.
func (t *Tour) follow() {
	c := t.shown
	if at, ok := c.target(); at != c.pointed || ok == c.ring.Hidden {
		c.Refresh()
	}
	t.stop = t.stage.Later(followTime, t.follow)
}

func (t *Tour) show(i int) {
	if t.shown != nil {
		t.stop()
		t.stage.drop(t.shown)
	}
	t.at = i
	c := newTourCard(t)
	t.shown = c
	t.stage.float(c, func(size fyne.Size) {
		c.Resize(size)
		c.Move(fyne.Position{})
	})
	t.follow()
}

// tourCard is the card and the ring. It is as large as the stage, and only its buttons take the pointer.
type tourCard struct {
	widget.BaseWidget
	tour   *Tour
	ring   *canvas.Rectangle
	ground *canvas.Rectangle
	body   *fyne.Container

	pointed box // where the ring points
}

const (
	tourWidth  = 340
	tourInset  = 14
	tourGap    = 12 // between the card and what it points at
	tourMargin = 12 // between the card and the window's edge
)

func newTourCard(t *Tour) *tourCard {
	c := &tourCard{tour: t, ring: canvas.NewRectangle(transparent), ground: canvas.NewRectangle(nil)}
	c.ring.CornerRadius, c.ground.CornerRadius = innerRadius, innerRadius+2
	s := t.steps[t.at]
	next := t.texts.Next
	buttons := container.NewHBox(container.NewCenter(fixedWidth{NewMuted(t.texts.Step(t.at+1, len(t.steps))), 70}.object()), layout.NewSpacer())
	if t.at+1 == len(t.steps) {
		next = t.texts.Done
	} else {
		skip := NewButton(t.texts.Skip, func() { t.End() })
		skip.Importance = widget.LowImportance
		buttons.Add(skip)
	}
	main := NewButton(next, t.Next)
	main.Importance = widget.HighImportance
	buttons.Add(main)
	c.body = NewColumn(8, NewStrong(s.Title), NewLabel(s.Text), buttons)
	c.ExtendBaseWidget(c)
	return c
}

// fixedWidth gives an object a width.
type fixedWidth struct {
	content fyne.CanvasObject
	width   float32
}

func (f fixedWidth) object() fyne.CanvasObject { return container.New(f, f.content) }

// Layout implements fyne.Layout.
func (f fixedWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

// MinSize implements fyne.Layout.
func (f fixedWidth) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(f.width, fitHeight(f.content, f.width))
}

// Children returns what is on the card, for [ScrollOf].
func (c *tourCard) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.body} }

// target is the box of what is pointed at, on the stage, and false for the window as a whole.
func (c *tourCard) target() (b box, ok bool) {
	at := c.tour.steps[c.tour.at].At
	if at == nil {
		return box{}, false
	}
	o := at()
	if o == nil || !Shows(c.tour.stage.content, o) || o.Size().IsZero() {
		return box{}, false
	}
	d := fyne.CurrentApp().Driver()
	return box{d.AbsolutePositionForObject(o).Subtract(d.AbsolutePositionForObject(c.tour.stage)), o.Size()}, true
}

// CreateRenderer is called by Fyne.
func (c *tourCard) CreateRenderer() fyne.WidgetRenderer {
	paint := func() {
		c.ring.StrokeWidth, c.ring.StrokeColor = 2, Color(theme.ColorNamePrimary)
		c.ground.FillColor = Color(ColorCard)
		c.ground.StrokeWidth, c.ground.StrokeColor = 1, Color(theme.ColorNamePrimary)
		c.ground.Shadow = canvas.Shadow{Color: Color(ColorDrop), BlurRadius: 16, Offset: fyne.NewPos(0, 4)}
		c.ring.Refresh()
		c.ground.Refresh()
	}
	paint()
	return &drawing{
		objects: []fyne.CanvasObject{c.ring, c.ground, c.body},
		min:     func() fyne.Size { return fyne.NewSize(1, 1) },
		layout:  c.place,
		refresh: func() {
			paint()
			c.place(c.Size())
		},
	}
}

func (c *tourCard) place(stage fyne.Size) {
	width := min(tourWidth, stage.Width-2*tourMargin)
	inner := width - 2*tourInset
	height := fitHeight(c.body, inner) + 2*tourInset
	card := fyne.NewSize(width, height)
	b, ok := c.target()
	c.pointed = b
	c.ring.Hidden = !ok
	at := fyne.NewPos((stage.Width-width)/2, (stage.Height-height)/2)
	if ok {
		c.ring.Move(b.at.SubtractXY(3, 3))
		c.ring.Resize(b.size.AddWidthHeight(6, 6))
		at = besideBox(b, card, stage)
	}
	c.ground.Move(at)
	c.ground.Resize(card)
	c.body.Move(at.AddXY(tourInset, tourInset))
	c.body.Resize(fyne.NewSize(inner, height-2*tourInset))
}

// besideBox is where a card stands beside a box: below, at the right, at the left or above, where it fits without covering
// the box, else over the box's lower end.
func besideBox(b box, card, stage fyne.Size) fyne.Position {
	middleX, middleY := b.at.X+(b.size.Width-card.Width)/2, b.at.Y+(b.size.Height-card.Height)/2
	inX := func(x float32) float32 { return max(tourMargin, min(x, stage.Width-card.Width-tourMargin)) }
	inY := func(y float32) float32 { return max(tourMargin, min(y, stage.Height-card.Height-tourMargin)) }
	for _, at := range []fyne.Position{
		{X: inX(middleX), Y: b.at.Y + b.size.Height + tourGap}, {X: b.at.X + b.size.Width + tourGap, Y: inY(middleY)},
		{X: b.at.X - card.Width - tourGap, Y: inY(middleY)}, {X: inX(middleX), Y: b.at.Y - card.Height - tourGap},
	} {
		if at.X >= tourMargin && at.Y >= tourMargin && at.X+card.Width+tourMargin <= stage.Width && at.Y+card.Height+tourMargin <= stage.Height {
			return at
		}
	}
	return fyne.NewPos(inX(middleX), inY(b.at.Y+b.size.Height-card.Height-tourGap))
}
