package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// ActionRow is a row of a list: a badge, a title, a muted detail below it, and objects such as small buttons at the
// right. Title and detail wrap. The row can be tapped, and focused and pressed with Enter
// or Space.
type ActionRow struct {
	widget.BaseWidget

	// OnTapped is called for a tap on the row, or a press.
	OnTapped func()

	pressable
	badge         *canvas.Text
	badgeGround   *canvas.Rectangle
	badgeColor    fyne.ThemeColorName
	title, detail *widget.RichText
	actions       []fyne.CanvasObject
}

const (
	rowInset   = 8
	badgeInset = 6
	badgeGap   = 8
	actionGap  = 2
)

// NewActionRow returns a row; an empty badge or detail takes no space.
func NewActionRow(badge, title, detail string, actions ...fyne.CanvasObject) *ActionRow {
	r := &ActionRow{
		badge: canvas.NewText(badge, nil), badgeGround: canvas.NewRectangle(nil), badgeColor: ColorGood,
		title:   newText(theme.ColorNameForeground, theme.SizeNameText, fyne.TextStyle{}, fyne.TextWrapWord),
		detail:  newText(ColorMuted, theme.SizeNameCaptionText, fyne.TextStyle{}, fyne.TextWrapWord),
		actions: actions,
	}
	r.pressable.init(r, func() {
		if r.OnTapped != nil {
			r.OnTapped()
		}
	})
	r.badgeGround.CornerRadius = innerRadius
	setText(r.title, title, theme.ColorNameForeground)
	setText(r.detail, detail, ColorMuted)
	r.ExtendBaseWidget(r)
	return r
}

// Title returns the title.
func (r *ActionRow) Title() string { return textOf(r.title) }

// SetText changes the badge, title and detail.
func (r *ActionRow) SetText(badge, title, detail string) {
	r.badge.Text = badge
	setText(r.title, title, theme.ColorNameForeground)
	setText(r.detail, detail, ColorMuted)
	r.Refresh()
}

// SetBadgeColor sets the badge's color: ColorGood, ColorWarn, ColorBad, or another for text on the soft accent
// background.
func (r *ActionRow) SetBadgeColor(name fyne.ThemeColorName) {
	r.badgeColor = name
	r.Refresh()
}

// Children returns the objects at the right, for [ScrollOf].
func (r *ActionRow) Children() []fyne.CanvasObject { return r.actions }

// CreateRenderer is called by Fyne.
func (r *ActionRow) CreateRenderer() fyne.WidgetRenderer {
	d := &drawing{
		objects: append([]fyne.CanvasObject{r.ground, r.badgeGround, r.badge, r.title, r.detail}, r.actions...),
		min:     r.min,
		layout:  func(size fyne.Size) { r.place(size.Width) },
	}
	d.refresh = func() {
		r.paint()
		r.place(r.Size().Width)
		r.title.Refresh()
		r.detail.Refresh()
	}
	r.paint()
	return d
}

func (r *ActionRow) paint() {
	r.paintGround()
	r.badge.TextSize, r.badge.TextStyle = theme.CaptionTextSize(), fyne.TextStyle{Bold: true}
	r.badge.Color = Color(r.badgeColor)
	r.badgeGround.FillColor = Color(softOf(r.badgeColor))
	r.badge.Hidden, r.badgeGround.Hidden = r.badge.Text == "", r.badge.Text == ""
	r.badge.Refresh()
	r.badgeGround.Refresh()
}

// softOf returns the background for a text color.
func softOf(name fyne.ThemeColorName) fyne.ThemeColorName {
	switch name {
	case ColorGood:
		return ColorGoodSoft
	case ColorWarn:
		return ColorWarnSoft
	case ColorBad:
		return ColorBadSoft
	}
	return ColorAccentSoft
}

func (r *ActionRow) min() fyne.Size {
	width := 2*rowInset + r.badgeWidth() + r.actionsWidth() + 80
	return fyne.NewSize(width, r.place(fyne.Max(width, r.Size().Width)))
}

func (r *ActionRow) badgeWidth() float32 {
	if r.badge.Text == "" {
		return 0
	}
	return fyne.Max(36, r.badge.MinSize().Width+2*badgeInset) + badgeGap
}

func (r *ActionRow) actionsWidth() float32 {
	var w float32
	for _, a := range r.actions {
		if a.Visible() {
			w += a.MinSize().Width + actionGap
		}
	}
	return w
}

// place lays out the parts at a width and returns their height.
func (r *ActionRow) place(width float32) float32 {
	left := rowInset + r.badgeWidth()
	inner := fyne.Max(1, width-left-rowInset-r.actionsWidth())
	y := float32(rowInset - 1)
	titleHeight := placeText(r.title, left, y, inner)
	y += titleHeight
	if h := placeText(r.detail, left, y+2, inner); h > 0 {
		y += h + 2
	}
	y += rowInset - 1

	b := r.badge.MinSize()
	ground := fyne.NewSize(r.badgeWidth()-badgeGap, b.Height+4)
	firstLine := fyne.MeasureText("M", theme.TextSize(), fyne.TextStyle{}).Height
	top := rowInset - 1 + (firstLine-ground.Height)/2
	r.badgeGround.Resize(ground)
	r.badgeGround.Move(fyne.NewPos(rowInset, top))
	r.badge.Resize(b)
	r.badge.Move(fyne.NewPos(rowInset+(ground.Width-b.Width)/2, top+2))

	x := width - rowInset
	for i := len(r.actions) - 1; i >= 0; i-- {
		a := r.actions[i]
		if !a.Visible() {
			continue
		}
		s := a.MinSize()
		x -= s.Width
		a.Resize(s)
		a.Move(fyne.NewPos(x, fyne.Max(2, rowInset-1+(firstLine-s.Height)/2)))
		x -= actionGap
		y = fyne.Max(y, s.Height+4)
	}
	r.ground.Resize(fyne.NewSize(width, y))
	return y
}

// Disabled keeps a row that does nothing out of the Tab order.
func (r *ActionRow) Disabled() bool { return r.OnTapped == nil }

// Enable does nothing.
func (r *ActionRow) Enable() {}

// Disable does nothing.
func (r *ActionRow) Disable() {}

// MouseIn is called by Fyne. A row that does nothing shows nothing.
func (r *ActionRow) MouseIn(ev *desktop.MouseEvent) {
	if r.OnTapped != nil {
		r.pressable.MouseIn(ev)
	}
}

// Cursor is called by Fyne.
func (r *ActionRow) Cursor() desktop.Cursor {
	if r.OnTapped == nil {
		return desktop.DefaultCursor
	}
	return r.pressable.Cursor()
}
