package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Toggle is a small button with a short text that is on or off. Its name is its tooltip and its accessibility label.
type Toggle struct {
	widget.BaseWidget

	// OnChanged is called when the user switches it.
	OnChanged func(on bool)

	pressable
	name string
	text *canvas.Text
	on   bool
	tip  tooltip
}

// NewToggle returns a toggle that is off.
func NewToggle(text, name string, changed func(on bool)) *Toggle {
	t := &Toggle{OnChanged: changed, name: name, text: canvas.NewText(text, nil)}
	t.text.Alignment = fyne.TextAlignCenter
	t.tip.owner = t
	t.pressable.init(t, func() {
		t.tip.stop()
		t.on = !t.on
		t.Refresh()
		if t.OnChanged != nil {
			t.OnChanged(t.on)
		}
	})
	t.ExtendBaseWidget(t)
	return t
}

// On reports whether it is on.
func (t *Toggle) On() bool { return t.on }

// AccessibilityLabel returns the name.
func (t *Toggle) AccessibilityLabel() string { return t.name }

// MouseIn is called by Fyne.
func (t *Toggle) MouseIn(ev *desktop.MouseEvent) {
	t.pressable.MouseIn(ev)
	t.tip.start(t.name)
}

// MouseOut is called by Fyne.
func (t *Toggle) MouseOut() {
	t.pressable.MouseOut()
	t.tip.stop()
}

// FocusLost is called by Fyne.
func (t *Toggle) FocusLost() {
	t.pressable.FocusLost()
	t.tip.stop()
}

// CreateRenderer is called by Fyne.
func (t *Toggle) CreateRenderer() fyne.WidgetRenderer {
	t.paint()
	return &drawing{
		objects: []fyne.CanvasObject{t.ground, t.text},
		min: func() fyne.Size {
			return fyne.NewSize(fyne.Max(scaled(iconButtonSize), t.text.MinSize().Width+10), fyne.Max(scaled(iconButtonSize), t.text.MinSize().Height+4))
		},
		layout: func(size fyne.Size) {
			t.ground.Resize(size)
			t.text.Resize(size)
		},
		refresh: t.paint,
	}
}

func (t *Toggle) paint() {
	t.rest = ""
	t.text.Color = Color(ColorMuted)
	if t.on {
		t.rest = ColorAccentSoft
		t.text.Color = Color(theme.ColorNamePrimary)
	}
	t.paintGround()
	t.text.TextSize, t.text.TextStyle = theme.TextSize(), fyne.TextStyle{Bold: t.on}
	t.text.Refresh()
}
