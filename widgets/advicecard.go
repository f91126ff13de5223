package widgets

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// AdviceCard is a card of a list of advice: what it is worth at the left edge, what is there, below it what to do,
// and small buttons at the right that show while the card is hovered or focused; Tab reaches them always. The card
// can be tapped, and focused and pressed with Enter or Space.
type AdviceCard struct {
	widget.BaseWidget

	// OnTapped is called for a tap on the card, or a press.
	OnTapped func()

	pressable
	worth     *canvas.Text
	chip, bar *canvas.Rectangle
	line      *canvas.Rectangle
	says, do  *widget.RichText
	actions   []*IconButton
	text      AdviceText
	inner     bool // it is one of several of a card
	marked    bool
}

// AdviceText is what an [AdviceCard] says.
type AdviceText struct {
	Worth string              // such as "+6"; "" for none
	Color fyne.ThemeColorName // of the worth
	Says  string
	Do    string // "" for none
	Link  bool   // it leads to more cards
}

const (
	adviceLeft  = 8  // of the chip
	adviceText  = 48 // of the text, the same in all cards
	adviceChip  = 34
	adviceRight = 6
)

// NewAdviceCard returns an empty card with buttons.
func NewAdviceCard(actions ...*IconButton) *AdviceCard {
	c := &AdviceCard{
		worth: canvas.NewText("", nil), chip: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), line: canvas.NewRectangle(nil),
		says:    newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}, fyne.TextWrapWord),
		do:      newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord),
		actions: actions,
	}
	c.chip.CornerRadius, c.bar.CornerRadius = innerRadius, 1.5
	c.pressable.init(c, func() {
		if c.OnTapped != nil {
			c.OnTapped()
		}
	})
	for _, a := range actions {
		a.quiet = true
	}
	c.ExtendBaseWidget(c)
	return c
}

// SetText changes what the card says.
func (c *AdviceCard) SetText(t AdviceText) {
	if c.text == t {
		return
	}
	c.text = t
	color := theme.ColorNameForeground
	if t.Link {
		color = theme.ColorNamePrimary
	}
	setText(c.says, t.Says, color)
	setText(c.do, t.Do, ColorMuted)
	c.Refresh()
}

// Text returns what the card says.
func (c *AdviceCard) Text() AdviceText { return c.text }

// SetMarked shows the card as the one of the field with the focus, or not.
func (c *AdviceCard) SetMarked(on bool) {
	if c.marked != on {
		c.marked = on
		c.Refresh()
	}
}

// Marked reports whether the card is that of the field with the focus.
func (c *AdviceCard) Marked() bool { return c.marked }

// SetInner shows the card as one of several of the card above: without a line between them, its worth muted.
func (c *AdviceCard) SetInner(on bool) {
	if c.inner != on {
		c.inner = on
		c.Refresh()
	}
}

// AccessibilityLabel returns all that the card says.
func (c *AdviceCard) AccessibilityLabel() string {
	label := strings.TrimSpace(c.text.Says + " " + c.text.Do)
	if c.text.Worth != "" {
		label = c.text.Worth + ": " + label
	}
	return label
}

// Children returns the buttons, for [ScrollOf].
func (c *AdviceCard) Children() []fyne.CanvasObject {
	var all []fyne.CanvasObject
	for _, a := range c.actions {
		all = append(all, a)
	}
	return all
}

// CreateRenderer is called by Fyne.
func (c *AdviceCard) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		objects: append([]fyne.CanvasObject{c.line, c.ground, c.bar, c.chip, c.worth, c.says, c.do}, c.Children()...),
		min: func() fyne.Size {
			return fyne.NewSize(adviceText+100, c.place(fyne.Max(adviceText+100, c.Size().Width)))
		},
		layout: func(size fyne.Size) { c.place(size.Width) },
	}
	d.refresh = func() {
		c.paint()
		c.place(c.Size().Width)
		c.says.Refresh()
		c.do.Refresh()
	}
	c.paint()
	return d
}

func (c *AdviceCard) paint() {
	c.rest = ""
	if c.marked {
		c.rest = ColorAccentSoft
	}
	c.paintGround()
	c.line.FillColor, c.line.Hidden = Color(theme.ColorNameSeparator), c.inner
	c.bar.FillColor, c.bar.Hidden = Color(theme.ColorNamePrimary), !c.marked
	c.worth.Text = c.text.Worth
	c.worth.TextSize, c.worth.TextStyle = theme.CaptionTextSize(), fyne.TextStyle{Bold: !c.inner}
	c.worth.Color, c.chip.FillColor = Color(c.text.Color), Color(softOf(c.text.Color))
	if c.inner {
		c.worth.Color, c.chip.FillColor = Color(ColorMuted), transparent
	}
	c.worth.Hidden, c.chip.Hidden = c.worth.Text == "", c.worth.Text == ""
	for _, a := range c.actions {
		a.SetShown(c.hovered || c.focused)
	}
	for _, o := range []fyne.CanvasObject{c.line, c.bar, c.worth, c.chip} {
		o.Refresh()
	}
}

// place lays out the parts at a width and returns their height.
func (c *AdviceCard) place(width float32) float32 {
	pad, button := float32(8), scaled(iconButtonSize)
	if c.inner {
		pad = 4
	}
	shown := slices.DeleteFunc(slices.Clone(c.actions), func(a *IconButton) bool { return !a.Visible() })
	columns := (len(shown) + 1) / 2
	buttons := float32(columns) * button
	inner := fyne.Max(1, width-adviceText-adviceRight-buttons)
	y := pad + placeText(c.says, adviceText, pad, inner)
	if h := placeText(c.do, adviceText, y+2, inner); h > 0 {
		y += h + 2
	}
	y = fyne.Max(y+pad, float32(min(2, len(shown)))*button+2*4)

	w := c.worth.MinSize()
	chip := fyne.NewSize(fyne.Max(adviceChip, w.Width+8), w.Height+4)
	firstLine := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	top := pad + (firstLine-chip.Height)/2
	c.chip.Resize(chip)
	c.chip.Move(fyne.NewPos(adviceLeft, top))
	c.worth.Resize(w)
	c.worth.Move(fyne.NewPos(adviceLeft+(chip.Width-w.Width)/2, top+2))

	for i, a := range shown { // in columns of two, from the right
		a.Resize(fyne.NewSquareSize(button))
		a.Move(fyne.NewPos(width-adviceRight+4-float32(i/2+1)*button, 4+float32(i%2)*button))
	}
	c.line.Resize(fyne.NewSize(width, 1))
	c.ground.Resize(fyne.NewSize(width, y-1))
	c.ground.Move(fyne.NewPos(0, 1))
	c.bar.Resize(fyne.NewSize(3, y-9))
	c.bar.Move(fyne.NewPos(0, 5))
	return y
}
