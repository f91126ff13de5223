package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"
)

// Checks is a column of check boxes.
type Checks struct {
	widget.BaseWidget
	// OnChanged is called with the checked options, in their order, when the user has checked one or not.
	OnChanged func(checked []string)

	boxes  []*Check
	column *fyne.Container
}

// NewChecks returns a column without options.
func NewChecks() *Checks {
	c := &Checks{column: NewColumn(0)}
	c.ExtendBaseWidget(c)
	return c
}

// Set sets the options, and which of them are checked, without calling OnChanged.
func (c *Checks) Set(options, checked []string) {
	if !slices.EqualFunc(c.boxes, options, func(b *Check, o string) bool { return b.Text == o }) {
		c.boxes = nil
		c.column.RemoveAll()
		for _, o := range options {
			b := NewCheck(o, nil)
			c.boxes = append(c.boxes, b)
			c.column.Add(b)
		}
		c.Refresh()
	}
	for _, b := range c.boxes {
		b.OnChanged = nil
		b.SetChecked(slices.Contains(checked, b.Text))
		b.OnChanged = func(bool) {
			if c.OnChanged != nil {
				c.OnChanged(c.Checked())
			}
		}
	}
}

// Box is the check box of the i-th option.
func (c *Checks) Box(i int) *Check { return c.boxes[i] }

// Checked returns the checked options in their order.
func (c *Checks) Checked() []string {
	var checked []string
	for _, b := range c.boxes {
		if b.Checked {
			checked = append(checked, b.Text)
		}
	}
	return checked
}

// Children returns the check boxes, for [ScrollOf].
func (c *Checks) Children() []fyne.CanvasObject { return c.column.Objects }

// CreateRenderer is called by Fyne.
func (c *Checks) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.column) }
