package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ChipLook is the style of a chip.
type ChipLook int

// The styles of chips: filled for what is present, outlined for what is missing.
const (
	ChipHave ChipLook = iota
	ChipMissing
)

// Chip is one rounded label of [Chips].
type Chip struct {
	Text string
	Look ChipLook
}

// Chips is a set of small rounded labels in flowing lines.
type Chips struct {
	widget.BaseWidget

	// OnTapped is called with the index of a tapped chip. If nil, chips can't be tapped.
	OnTapped func(i int)

	items []Chip
	flow  *fyne.Container
}

// NewChips returns the chips.
func NewChips(items ...Chip) *Chips {
	c := &Chips{flow: NewFlow(5)}
	c.ExtendBaseWidget(c)
	c.SetItems(items)
	return c
}

// SetItems replaces the chips. Setting the same ones again changes nothing.
func (c *Chips) SetItems(items []Chip) {
	for i, item := range items {
		if i < len(c.items) && c.items[i] == item {
			continue
		}
		chip := newChip(c, item, func() {
			if c.OnTapped != nil {
				c.OnTapped(i)
			}
		})
		if i < len(c.flow.Objects) {
			c.flow.Objects[i] = chip
		} else {
			c.flow.Objects = append(c.flow.Objects, chip)
		}
	}
	c.flow.Objects = c.flow.Objects[:len(items)]
	c.items = append([]Chip(nil), items...)
	c.flow.Refresh()
	c.Refresh()
}

// CreateRenderer is called by Fyne.
func (c *Chips) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.flow) }

// Children returns the chips, for [ScrollOf].
func (c *Chips) Children() []fyne.CanvasObject { return []fyne.CanvasObject{c.flow} }

type chip struct {
	widget.BaseWidget
	pressable
	chips *Chips
	item  Chip
	text  *canvas.Text
}

// Disabled keeps chips that do nothing out of the Tab order.
func (c *chip) Disabled() bool { return c.chips.OnTapped == nil }

// Enable does nothing.
func (c *chip) Enable() {}

// Disable does nothing.
func (c *chip) Disable() {}

func newChip(chips *Chips, item Chip, tapped func()) *chip {
	c := &chip{chips: chips, item: item, text: canvas.NewText(item.Text, nil)}
	c.pressable.init(c, tapped)
	c.ground.CornerRadius = 10
	if item.Look == ChipHave {
		c.rest = ColorAccentSoft
	}
	c.ExtendBaseWidget(c)
	return c
}

func (c *chip) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &drawing{
		objects: []fyne.CanvasObject{c.ground, c.text},
		min:     func() fyne.Size { return c.text.MinSize().Add(fyne.NewSize(16, 5)) },
		layout: func(size fyne.Size) {
			c.ground.Resize(size)
			c.text.Resize(fyne.NewSize(size.Width-16, c.text.MinSize().Height))
			c.text.Move(fyne.NewPos(8, (size.Height-c.text.MinSize().Height)/2))
		},
		refresh: c.paint,
	}
}

func (c *chip) paint() {
	c.paintGround()
	c.text.TextSize = theme.CaptionTextSize()
	c.text.Color = Color(theme.ColorNamePrimary)
	if c.item.Look == ChipMissing {
		c.text.Color = Color(ColorMuted)
		if !c.focused {
			c.ground.StrokeWidth, c.ground.StrokeColor = 1, Color(theme.ColorNameInputBorder)
		}
	}
	c.ground.Refresh()
	c.text.Refresh()
}
