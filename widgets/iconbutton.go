package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// IconButton is a small square button with a picture. Its name is its tooltip and its accessibility label.
type IconButton struct {
	widget.BaseWidget

	// OnTapped is called for a tap, Enter or Space.
	OnTapped func()
	// SkipTab leaves the button out of the Tab order, for one inside a field that has a key for the same.
	SkipTab bool

	pressable
	name     string
	icon     *canvas.Image
	resource fyne.Resource
	disabled bool
	quiet    bool // it shows only while its owner says so, or while it is hovered or focused
	shown    bool // its owner says so
	tip      tooltip
}

var (
	_ fyne.Disableable  = (*IconButton)(nil)
	_ fyne.Focusable    = (*IconButton)(nil)
	_ desktop.Hoverable = (*IconButton)(nil)
)

const iconButtonSize = 26

// NewIconButton returns a button with an icon, a name and an action.
func NewIconButton(icon fyne.Resource, name string, tapped func()) *IconButton {
	b := &IconButton{OnTapped: tapped, name: name, resource: icon, icon: canvas.NewImageFromResource(nil)}
	b.icon.FillMode = canvas.ImageFillContain
	b.pressable.init(b, b.tap)
	b.tip.owner = b
	b.ExtendBaseWidget(b)
	return b
}

func (b *IconButton) tap() {
	b.tip.stop()
	if !b.disabled && b.OnTapped != nil {
		b.OnTapped()
	}
}

// Name returns the button's name.
func (b *IconButton) Name() string { return b.name }

// AccessibilityLabel returns the button's name.
func (b *IconButton) AccessibilityLabel() string { return b.name }

// SetName changes the name.
func (b *IconButton) SetName(name string) { b.name = name }

// SetIcon changes the picture.
func (b *IconButton) SetIcon(icon fyne.Resource) {
	b.resource = icon
	b.Refresh()
}

// NewQuietIconButton returns a button whose picture shows only while its owner says so, or while it is hovered or focused.
func NewQuietIconButton(icon fyne.Resource, name string, tapped func()) *IconButton {
	b := NewIconButton(icon, name, tapped)
	b.quiet = true
	return b
}

// SetShown shows the picture of a quiet button, or not. It can be hovered and focused anyhow, and shows then.
func (b *IconButton) SetShown(on bool) {
	if b.shown != on {
		b.shown = on
		b.Refresh()
	}
}

// Enable enables the button.
func (b *IconButton) Enable() { b.setDisabled(false) }

// Disable disables the button.
func (b *IconButton) Disable() { b.setDisabled(true) }

// Disabled reports whether the button is disabled, or takes no focus.
func (b *IconButton) Disabled() bool { return b.disabled || b.SkipTab }

func (b *IconButton) setDisabled(v bool) {
	if b.disabled != v {
		b.disabled = v
		b.Refresh()
	}
}

// MouseIn is called by Fyne.
func (b *IconButton) MouseIn(ev *desktop.MouseEvent) {
	b.pressable.MouseIn(ev)
	b.tip.start(b.name)
}

// MouseOut is called by Fyne.
func (b *IconButton) MouseOut() {
	b.pressable.MouseOut()
	b.tip.stop()
}

// FocusLost is called by Fyne.
func (b *IconButton) FocusLost() {
	b.pressable.FocusLost()
	b.tip.stop()
}

// Hide hides the button and its tooltip.
func (b *IconButton) Hide() {
	b.tip.stop()
	b.BaseWidget.Hide()
}

// CreateRenderer is called by Fyne.
func (b *IconButton) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.icon},
		min:     func() fyne.Size { return fyne.NewSquareSize(scaled(iconButtonSize)) },
		layout: func(size fyne.Size) {
			b.ground.Resize(size)
			i := theme.IconInlineSize()
			b.icon.Resize(fyne.NewSquareSize(i))
			b.icon.Move(fyne.NewPos((size.Width-i)/2, (size.Height-i)/2))
		},
		refresh: b.paint,
	}
}

func (b *IconButton) paint() {
	b.paintGround()
	name := ColorMuted
	switch {
	case b.disabled:
		name = theme.ColorNameDisabled
		b.ground.FillColor = transparent
	case b.hovered || b.focused:
		name = theme.ColorNameForeground
	}
	if b.resource != nil {
		b.icon.Resource = theme.NewColoredResource(b.resource, name)
	}
	b.icon.Hidden = b.quiet && !b.shown && !b.hovered && !b.focused
	b.icon.Refresh()
	b.ground.Refresh()
}
