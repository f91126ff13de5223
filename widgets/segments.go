package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Segments is a segmented control. It is one stop of the Tab order: Left and Right move through the choices.
type Segments struct {
	widget.BaseWidget

	// OnSelected is called when the user chooses another segment.
	OnSelected func(i int)

	ground   *canvas.Rectangle
	parts    []*segment
	selected int
}

const (
	segmentInset  = 14 // at the left and right of a label
	segmentHeight = 26
	segmentFrame  = 2
)

// NewSegments returns a control with the labels. None is selected until Select is called.
func NewSegments(labels ...string) *Segments {
	s := &Segments{ground: canvas.NewRectangle(nil), selected: -1}
	s.ground.CornerRadius = innerRadius + segmentFrame
	for i, label := range labels {
		s.parts = append(s.parts, newSegment(s, i, label))
	}
	s.ExtendBaseWidget(s)
	return s
}

// Select selects a segment without calling OnSelected; -1 selects none.
func (s *Segments) Select(i int) {
	if s.selected == i {
		return
	}
	s.selected = i
	for _, p := range s.parts {
		p.Refresh()
	}
}

// Selected is the index of the selected segment, -1 for none.
func (s *Segments) Selected() int { return s.selected }

// Children returns the segments, for [ScrollOf].
func (s *Segments) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, p := range s.parts {
		all = append(all, p)
	}
	return all
}

func (s *Segments) choose(i int) {
	if i < 0 || i >= len(s.parts) || i == s.selected {
		return
	}
	s.Select(i)
	if s.OnSelected != nil {
		s.OnSelected(i)
	}
}

// CreateRenderer is called by Fyne.
func (s *Segments) CreateRenderer() fyne.WidgetRenderer {
	objects := []fyne.CanvasObject{s.ground}
	for _, p := range s.parts {
		objects = append(objects, p)
	}
	paint := func() {
		s.ground.FillColor = Color(ColorTrack)
		s.ground.Refresh()
	}
	paint()
	return &drawing{
		objects: objects,
		min: func() fyne.Size {
			size := fyne.NewSize(2*segmentFrame, scaled(segmentHeight)+2*segmentFrame)
			for _, p := range s.parts {
				size.Width += p.MinSize().Width
			}
			return size
		},
		layout: func(size fyne.Size) {
			s.ground.Resize(size)
			x := float32(segmentFrame)
			for _, p := range s.parts {
				p.Resize(fyne.NewSize(p.MinSize().Width, size.Height-2*segmentFrame))
				p.Move(fyne.NewPos(x, segmentFrame))
				x += p.MinSize().Width
			}
		},
		refresh: paint,
	}
}

// segment is one choice of a [Segments].
type segment struct {
	widget.BaseWidget
	pressable
	owner *Segments
	index int
	text  *canvas.Text
}

func newSegment(owner *Segments, index int, label string) *segment {
	p := &segment{owner: owner, index: index, text: canvas.NewText(label, nil)}
	p.text.Alignment = fyne.TextAlignCenter
	p.pressable.init(p, func() { owner.choose(index) })
	p.ExtendBaseWidget(p)
	return p
}

// AccessibilityLabel returns the label.
func (p *segment) AccessibilityLabel() string { return p.text.Text }

// Disabled keeps all but the selected segment, or the first, out of the Tab order. Each can be tapped.
func (p *segment) Disabled() bool { return p.index != max(0, p.owner.selected) }

// Enable does nothing.
func (p *segment) Enable() {}

// Disable does nothing.
func (p *segment) Disable() {}

// TypedKey is called by Fyne.
func (p *segment) TypedKey(ev *fyne.KeyEvent) {
	step := sideways(ev)
	if step == 0 {
		p.pressable.TypedKey(ev)
		return
	}
	to := p.index + step
	if to < 0 || to >= len(p.owner.parts) {
		return
	}
	p.owner.choose(to)
	if c := fyne.CurrentApp().Driver().CanvasForObject(p); c != nil {
		c.Focus(p.owner.parts[to])
	}
}

// CreateRenderer is called by Fyne.
func (p *segment) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &drawing{
		objects: []fyne.CanvasObject{p.ground, p.text},
		min: func() fyne.Size {
			return fyne.NewSize(textWidth(p.text.Text, theme.TextSize(), fyne.TextStyle{Bold: true})+2*segmentInset, scaled(segmentHeight))
		},
		layout: func(size fyne.Size) {
			p.ground.Resize(size)
			p.text.Resize(size)
		},
		refresh: p.paint,
	}
}

func (p *segment) paint() {
	p.rest = ""
	on := p.owner.selected == p.index
	if on {
		p.rest = ColorCard
	}
	p.paintGround()
	p.text.TextSize, p.text.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: on}
	p.text.Color = Color(theme.ColorNameForeground)
	if !on && !p.hovered {
		p.text.Color = Color(ColorMuted)
	}
	p.text.Refresh()
}
