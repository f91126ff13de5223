package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// inputChip is a chip of a ChipField: its text and a × to remove it.
type inputChip struct {
	widget.BaseWidget
	field            *ChipField
	ground           *canvas.Rectangle
	name             string
	text, cross      *canvas.Text // of the name, as much as fits
	hovered, focused bool
	may              bool // it may take the focus although it is not in the order of Tab
	held             bool // see [ChipField.Hold]
	pressed          bool // on the ×
	tip              tooltip
}

var (
	_ fyne.Draggable         = (*inputChip)(nil)
	_ fyne.DoubleTappable    = (*inputChip)(nil)
	_ fyne.Focusable         = (*inputChip)(nil)
	_ fyne.Shortcutable      = (*inputChip)(nil)
	_ fyne.Disableable       = (*inputChip)(nil)
	_ desktop.Hoverable      = (*inputChip)(nil)
	_ desktop.Mouseable      = (*inputChip)(nil)
	_ fyne.SecondaryTappable = (*inputChip)(nil)
)

func newInputChip(field *ChipField, text string) *inputChip {
	c := &inputChip{field: field, name: text, ground: canvas.NewRectangle(nil), text: canvas.NewText(text, nil), cross: canvas.NewText("×", nil)}
	c.ground.CornerRadius = scaled(chipHeight) / 2
	c.tip.owner = c
	c.ExtendBaseWidget(c)
	return c
}

func (c *inputChip) index() int { return slices.Index(c.field.chips, c) }

// AccessibilityLabel returns the text.
func (c *inputChip) AccessibilityLabel() string { return c.name }

// Disabled keeps a chip out of the order of Tab: arrows lead to it.
func (c *inputChip) Disabled() bool { return !c.focused && !c.may }
func (c *inputChip) Enable()        {}
func (c *inputChip) Disable()       {}

func (c *inputChip) FocusGained() {
	c.focused = true
	Reveal(c)
	c.Refresh()
	if c.field.OnChipFocus != nil {
		c.field.OnChipFocus(c.index())
	}
}

func (c *inputChip) FocusLost() {
	c.focused = false // a drag goes on: its end over another object comes after this
	c.Refresh()
}

func (c *inputChip) MouseIn(*desktop.MouseEvent) {
	c.hovered = true
	if c.text.Text != c.name {
		c.tip.start(c.name)
	}
	c.Refresh()
}
func (c *inputChip) MouseMoved(*desktop.MouseEvent) {}
func (c *inputChip) MouseOut() {
	c.hovered = false
	c.tip.stop()
	c.Refresh()
}

func (c *inputChip) onCross(at fyne.Position) bool { return at.X > c.Size().Width-chipCross }

// MouseDown focuses the chip at once: a tap is only known after the time of a double tap.
func (c *inputChip) MouseDown(ev *desktop.MouseEvent) {
	c.tip.stop()
	if c.pressed = ev.Button == desktop.MouseButtonPrimary && c.onCross(ev.Position); !c.pressed {
		c.field.FocusChip(c.index())
	}
}

// MouseUp removes the chip if it was pressed on its ×.
func (c *inputChip) MouseUp(ev *desktop.MouseEvent) {
	if c.pressed && c.onCross(ev.Position) {
		c.field.remove(c.index())
	}
	c.pressed = false
}

// Tapped is called by Fyne.
func (c *inputChip) Tapped(*fyne.PointEvent) {}

// DoubleTapped edits the text.
func (c *inputChip) DoubleTapped(ev *fyne.PointEvent) {
	if i := c.index(); i >= 0 && !c.onCross(ev.Position) {
		c.field.edit(i)
	}
}

// TappedSecondary opens a menu.
func (c *inputChip) TappedSecondary(ev *fyne.PointEvent) {
	d := fyne.CurrentApp().Driver().CanvasForObject(c)
	if d == nil {
		return
	}
	i, f := c.index(), c.field
	f.FocusChip(i)
	left := fyne.NewMenuItem(lang.X("widgets.move-left", "Move left"), func() { f.group.step(f, i, -1) })
	right := fyne.NewMenuItem(lang.X("widgets.move-right", "Move right"), func() { f.group.step(f, i, 1) })
	left.Disabled, right.Disabled = i == 0, i == len(f.chips)-1
	to := func(label string, by int) *fyne.MenuItem {
		item := fyne.NewMenuItem(label, func() { f.group.stepField(f, i, by) })
		item.Disabled = f.group.beside(f, by) == nil
		return item
	}
	ShowMenu(d, fyne.NewMenu("",
		fyne.NewMenuItem(lang.X("widgets.edit", "Edit"), func() { f.edit(i) }),
		fyne.NewMenuItem(lang.X("widgets.copy", "Copy"), func() { fyne.CurrentApp().Clipboard().SetContent(c.name) }),
		left, right,
		to(lang.X("widgets.move-to-previous-group", "Move to previous group"), -1), to(lang.X("widgets.move-to-next-group", "Move to next group"), 1),
		fyne.NewMenuItemSeparator(),
		fyne.NewMenuItem(lang.X("widgets.delete", "Delete"), func() { f.remove(i) }),
	), ev.AbsolutePosition)
}

// TypedRune goes on in the entry, so that no key is lost.
func (c *inputChip) TypedRune(r rune) {
	if r == ' ' {
		c.field.edit(c.index())
		return
	}
	c.field.Focus()
	c.field.input.TypedRune(r)
}

// TypedKey is called by Fyne.
func (c *inputChip) TypedKey(ev *fyne.KeyEvent) {
	i, f := c.index(), c.field
	if i < 0 { // the list has changed since
		f.Focus()
		return
	}
	switch ev.Name {
	case fyne.KeyLeft:
		f.FocusChip(max(0, i-1))
	case fyne.KeyRight:
		f.FocusChip(i + 1)
	case fyne.KeyUp, fyne.KeyDown:
		f.FocusChip(f.vertical(i, ev.Name == fyne.KeyDown))
	case fyne.KeyHome:
		f.FocusChip(0)
	case fyne.KeyEnd:
		f.Focus()
	case fyne.KeyDelete, fyne.KeyBackspace:
		f.remove(i)
	case fyne.KeyReturn, fyne.KeyEnter, fyne.KeyF2:
		f.edit(i)
	case fyne.KeyEscape:
		f.group.cancelDrag()
		passKey(c, ev)
	case fyne.KeySpace:
	default:
		passKey(c, ev)
	}
}

// vertical is the chip above or below the i-th, the entry below the last line.
func (c *ChipField) vertical(i int, down bool) int {
	from := c.chips[i]
	best, distance := -1, float32(0)
	var line float32
	for n, chip := range c.chips {
		y := chip.Position().Y
		if y == from.Position().Y || down != (y > from.Position().Y) {
			continue
		}
		dx := chip.Position().X - from.Position().X
		dx = fyne.Max(dx, -dx)
		nearer := best >= 0 && y != line && down == (y < line)
		if best < 0 || nearer || y == line && dx < distance {
			best, distance, line = n, dx, y
		}
	}
	switch {
	case best >= 0:
		return best
	case down:
		return len(c.chips)
	}
	return i
}

// TypedShortcut is called by Fyne.
func (c *inputChip) TypedShortcut(s fyne.Shortcut) {
	i, f := c.index(), c.field
	switch s := s.(type) {
	case *fyne.ShortcutCopy:
		s.Clipboard.SetContent(c.name)
	case *fyne.ShortcutCut:
		s.Clipboard.SetContent(c.name)
		f.remove(i)
	case *fyne.ShortcutPaste:
		f.Focus()
		f.input.TypedShortcut(s)
	case *desktop.CustomShortcut:
		switch {
		case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyLeft:
			f.group.step(f, i, -1)
		case s.Modifier == fyne.KeyModifierAlt && s.KeyName == fyne.KeyRight:
			f.group.step(f, i, 1)
		}
	}
}

// Cursor is called by Fyne.
func (c *inputChip) Cursor() desktop.Cursor { return desktop.PointerCursor }

// Dragged is called by Fyne.
func (c *inputChip) Dragged(ev *fyne.DragEvent) { c.field.group.dragged(c, ev.AbsolutePosition) }

// DragEnd is called by Fyne.
func (c *inputChip) DragEnd() { c.field.group.dragEnd() }

// CreateRenderer is called by Fyne.
func (c *inputChip) CreateRenderer() fyne.WidgetRenderer {
	c.paint()
	return &drawing{
		objects: []fyne.CanvasObject{c.ground, c.text, c.cross},
		min: func() fyne.Size {
			return fyne.NewSize(textWidth(c.name, theme.TextSize(), fyne.TextStyle{})+9+chipCross, scaled(chipHeight))
		},
		layout:  c.layout,
		refresh: func() { c.paint(); c.layout(c.Size()) },
	}
}

func (c *inputChip) layout(size fyne.Size) {
	c.ground.Resize(size)
	c.text.Text = ellipsis(c.name, fyne.Max(0, size.Width-9-chipCross)+1, c.text.TextSize, c.text.TextStyle)
	m := c.text.MinSize()
	c.text.Resize(m)
	c.text.Move(fyne.NewPos(9, (size.Height-m.Height)/2))
	x := c.cross.MinSize()
	c.cross.Resize(x)
	c.cross.Move(fyne.NewPos(size.Width-chipCross+(chipCross-4-x.Width)/2, (size.Height-x.Height)/2))
}

func (c *inputChip) paint() {
	c.ground.FillColor = Color(ColorAccentSoft)
	if c.held {
		c.ground.FillColor = over(Color(theme.ColorNameSelection), c.ground.FillColor)
	}
	if c.hovered {
		c.ground.FillColor = over(Color(theme.ColorNameHover), c.ground.FillColor)
	}
	c.ground.StrokeWidth, c.ground.StrokeColor = 0, transparent
	if c.focused {
		c.ground.StrokeWidth, c.ground.StrokeColor = 1.5, Color(theme.ColorNamePrimary)
	}
	c.text.TextSize, c.text.Color = theme.TextSize(), Color(theme.ColorNameForeground)
	c.cross.TextSize, c.cross.Color = theme.TextSize(), Color(ColorMuted)
	if c.hovered || c.focused {
		c.cross.Color = Color(theme.ColorNameForeground)
	}
	if c.field.group.lifts(c) {
		c.text.Color, c.cross.Color = Color(theme.ColorNameDisabled), transparent
	}
	c.ground.Refresh()
	c.text.Refresh()
	c.cross.Refresh()
}
