package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Combo is a field of one line with a button that opens a list of texts to choose from. Down opens the list too.
type Combo struct {
	widget.BaseWidget
	Field   *TextField
	offered []string
	drop    *IconButton
	row     *fyne.Container
}

// NewCombo returns a field with the texts that its list offers.
func NewCombo(offered []string) *Combo {
	c := &Combo{Field: NewTextField(""), offered: offered}
	c.drop = NewIconButton(theme.MenuDropDownIcon(), lang.X("widgets.choose", "Choose"), c.open)
	c.Field.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name != fyne.KeyDown {
			return false
		}
		c.open()
		return true
	}
	c.row = NewBorder(nil, nil, nil, c.drop, c.Field)
	c.ExtendBaseWidget(c)
	return c
}

func (c *Combo) open() {
	showChoices(c, c.offered, slices.Index(c.offered, c.Field.Text), func(i int) { c.Field.SetText(c.offered[i]) })
}

// Children returns the field and the button, for [ScrollOf].
func (c *Combo) Children() []fyne.CanvasObject { return c.row.Objects }

// CreateRenderer is called by Fyne.
func (c *Combo) CreateRenderer() fyne.WidgetRenderer { return widget.NewSimpleRenderer(c.row) }
