package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// SettingRow is a row of a form for settings: a label, a control, its value in words, and a small button to reset it,
// which is shown while the setting is changed.
type SettingRow struct {
	widget.BaseWidget

	label   *CutText
	control fyne.CanvasObject
	wheel   *wheelArea // the wheel scrolls the form, whatever the control is
	value   *canvas.Text
	reset   *IconButton
}

const (
	settingLabelWidth = 138
	settingValueWidth = 54
	settingGap        = 8
)

// NewSettingRow returns a row; reset is called for its button.
func NewSettingRow(label string, control fyne.CanvasObject, reset func()) *SettingRow {
	r := &SettingRow{
		label:   newCutText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}),
		control: control,
		wheel:   newWheelArea(control),
		value:   canvas.NewText("", nil),
		reset:   NewIconButton(theme.ContentUndoIcon(), lang.X("widgets.reset-to-default", "Reset to default"), reset),
	}
	r.label.SetText(label)
	r.value.Alignment = fyne.TextAlignTrailing
	r.reset.Hide()
	if _, slides := control.(*Slider); !slides {
		r.value.Hide()
	}
	r.ExtendBaseWidget(r)
	return r
}

// Control returns the control.
func (r *SettingRow) Control() fyne.CanvasObject { return r.control }

// Children returns the control and the button, for [ScrollOf].
func (r *SettingRow) Children() []fyne.CanvasObject { return []fyne.CanvasObject{r.control, r.reset} }

// SetState shows the value in words, "" where the control shows it, and whether the setting is changed.
func (r *SettingRow) SetState(value string, changed bool) {
	if r.value.Text == value && r.reset.Visible() == changed {
		return
	}
	r.value.Text = value
	r.reset.Hidden = !changed
	r.Refresh()
}

// Changed reports whether the setting is shown as changed.
func (r *SettingRow) Changed() bool { return r.reset.Visible() }

// Value returns the value in words.
func (r *SettingRow) Value() string { return r.value.Text }

// Reset resets the setting, as its button does.
func (r *SettingRow) Reset() { r.reset.OnTapped() }

// CreateRenderer is called by Fyne.
func (r *SettingRow) CreateRenderer() fyne.WidgetRenderer {
	r.paint()
	return &drawing{
		objects: []fyne.CanvasObject{r.label, r.control, r.wheel, r.value, r.reset},
		min: func() fyne.Size {
			return fyne.NewSize(scaled(settingLabelWidth)+120+scaled(settingValueWidth)+scaled(iconButtonSize), max(scaled(iconButtonSize), r.control.MinSize().Height))
		},
		layout: r.place,
		refresh: func() {
			r.paint()
			r.place(r.Size())
		},
	}
}

func (r *SettingRow) paint() {
	r.value.TextSize, r.value.Color = theme.CaptionTextSize(), Color(ColorMuted)
	r.value.Refresh()
}

func (r *SettingRow) place(size fyne.Size) {
	middle := func(h float32) float32 { return (size.Height - h) / 2 }
	h := placeText(&r.label.RichText, 0, 0, scaled(settingLabelWidth))
	placeText(&r.label.RichText, 0, middle(h), scaled(settingLabelWidth))
	right := size.Width - scaled(iconButtonSize)
	r.reset.Resize(fyne.NewSquareSize(scaled(iconButtonSize)))
	r.reset.Move(fyne.NewPos(right, middle(scaled(iconButtonSize))))
	right -= settingGap / 2
	if r.value.Visible() {
		m := r.value.MinSize()
		r.value.Resize(fyne.NewSize(scaled(settingValueWidth), m.Height))
		r.value.Move(fyne.NewPos(right-scaled(settingValueWidth), middle(m.Height)))
		right -= scaled(settingValueWidth)
	}
	left := float32(scaled(settingLabelWidth) + settingGap)
	control := r.control.MinSize()
	for _, o := range []fyne.CanvasObject{r.control, r.wheel} {
		o.Resize(fyne.NewSize(right-left, control.Height))
		o.Move(fyne.NewPos(left, middle(control.Height)))
	}
}
