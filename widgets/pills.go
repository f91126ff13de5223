package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Pills are choices in flowing lines, of which one is selected: a filter. The arrow keys lead from one to the next;
// Enter, Space and a tap select.
type Pills struct {
	widget.BaseWidget

	// OnSelected is called when the user selects another choice.
	OnSelected func(i int)
	// OnKey is called for a key that a focused choice has no use for; it reports whether it handled the key.
	OnKey func(*fyne.KeyEvent) bool

	selected int
	flow     *fyne.Container
}

// NewPills returns the choices with the first one selected.
func NewPills() *Pills {
	p := &Pills{flow: NewFlow(6)}
	p.ExtendBaseWidget(p)
	return p
}

// SetLabels replaces the choices and selects the first one.
func (p *Pills) SetLabels(labels ...string) {
	p.selected = 0
	p.flow.RemoveAll()
	for i, label := range labels {
		one := &pill{owner: p, index: i, text: canvas.NewText(label, nil)}
		one.pressable.init(one, func() { p.choose(i) })
		one.ground.CornerRadius = pillHeight / 2
		one.ExtendBaseWidget(one)
		p.flow.Add(one)
	}
}

// Selected is the selected choice.
func (p *Pills) Selected() int { return p.selected }

// Select selects a choice without calling OnSelected.
func (p *Pills) Select(i int) {
	p.selected = i
	for _, o := range p.flow.Objects {
		o.Refresh()
	}
}

func (p *Pills) choose(i int) {
	if i == p.selected {
		return
	}
	p.Select(i)
	if p.OnSelected != nil {
		p.OnSelected(i)
	}
}

// First is the first choice, to be focused.
func (p *Pills) First() fyne.Focusable { return p.flow.Objects[p.selected].(*pill) }

// Children returns the choices, for [ScrollOf].
func (p *Pills) Children() []fyne.CanvasObject { return []fyne.CanvasObject{p.flow} }

// CreateRenderer is called by Fyne.
func (p *Pills) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(p.flow) }

type pill struct {
	widget.BaseWidget
	pressable
	owner *Pills
	index int
	text  *canvas.Text
}

const (
	pillHeight = 26
	pillInset  = 12
)

// AccessibilityLabel returns the label.
func (p *pill) AccessibilityLabel() string { return p.text.Text }

// TypedKey is called by Fyne.
func (p *pill) TypedKey(ev *fyne.KeyEvent) {
	step := sideways(ev)
	if step == 0 {
		if p.owner.OnKey == nil || !p.owner.OnKey(ev) {
			p.pressable.TypedKey(ev)
		}
		return
	}
	to := p.index + step
	c := fyne.CurrentApp().Driver().CanvasForObject(p)
	if c != nil && to >= 0 && to < len(p.owner.flow.Objects) {
		c.Focus(p.owner.flow.Objects[to].(*pill))
	}
}

// CreateRenderer is called by Fyne.
func (p *pill) CreateRenderer() fyne.WidgetRenderer {
	p.paint()
	return &drawing{
		objects: []fyne.CanvasObject{p.ground, p.text},
		min: func() fyne.Size {
			return fyne.NewSize(textWidth(p.text.Text, theme.TextSize(), fyne.TextStyle{})+2*pillInset, scaled(pillHeight))
		},
		layout: func(size fyne.Size) {
			p.ground.Resize(size)
			p.text.Resize(size)
		},
		refresh: p.paint,
	}
}

func (p *pill) paint() {
	on := p.owner.selected == p.index
	p.rest = ""
	if on {
		p.rest = ColorAccentSoft
	}
	p.paintGround()
	if !on && !p.focused {
		p.ground.StrokeWidth, p.ground.StrokeColor = 1, Color(theme.ColorNameSeparator)
	}
	p.ground.Refresh()
	p.text.Alignment, p.text.TextSize = fyne.TextAlignCenter, theme.TextSize()
	p.text.Color = Color(ColorMuted)
	if on {
		p.text.Color = Color(theme.ColorNamePrimary)
	}
	p.text.Refresh()
}
