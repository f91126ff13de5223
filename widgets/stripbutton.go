package widgets

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/lang"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// StripWidth is the width of the strip that a folded pane leaves, in Fyne's units.
const StripWidth = 44

// NewStrip returns a strip of buttons from the top, for [Pane]. What does not fit in the height scrolls.
func NewStrip(buttons ...fyne.CanvasObject) *fyne.Container {
	return container.New(stripLayout{}, container.NewVScroll(container.New(stripColumn{}, buttons...)))
}

// SetStrip replaces the buttons of a strip.
func SetStrip(strip *fyne.Container, buttons ...fyne.CanvasObject) {
	scroll := strip.Objects[0].(*container.Scroll)
	scroll.Content.(*fyne.Container).Objects = buttons
	scroll.Content.Refresh()
	scroll.Refresh()
}

// stripLayout fills the strip.
type stripLayout struct{}

func (stripLayout) Layout(objects []fyne.CanvasObject, size fyne.Size) { objects[0].Resize(size) }

func (stripLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSquareSize(StripWidth) }

// stripColumn centers the buttons, one below another.
type stripColumn struct{}

const (
	stripMargin = 8
	stripGap    = 3
)

func (stripColumn) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	y := float32(stripMargin)
	for _, o := range objects {
		m := o.MinSize()
		o.Resize(m)
		o.Move(fyne.NewPos((size.Width-m.Width)/2, y))
		y += m.Height + stripGap
	}
}

func (stripColumn) MinSize(objects []fyne.CanvasObject) fyne.Size {
	size := fyne.NewSize(0, 2*stripMargin)
	for _, o := range objects {
		m := o.MinSize()
		size = fyne.NewSize(max(size.Width, m.Width), size.Height+m.Height+stripGap)
	}
	return size
}

// StripButton is a short text on a strip, such as the initials of a section, with a count. Its name is its tooltip.
type StripButton struct {
	widget.BaseWidget

	pressable
	item   RailItem
	short  string
	color  fyne.ThemeColorName
	chosen bool
	text   *canvas.Text
	badge  *canvas.Text
	pill   *canvas.Rectangle
	mark   *canvas.Image
	bar    *canvas.Rectangle
	tip    tooltip
}

var (
	_ fyne.Focusable    = (*StripButton)(nil)
	_ desktop.Hoverable = (*StripButton)(nil)
)

// NewStripButton returns a button that shows a short text, and an item's badge; the item's title is its name.
func NewStripButton(short string, item RailItem, tapped func()) *StripButton {
	b := &StripButton{item: item, short: short, color: theme.ColorNameForeground, text: canvas.NewText("", nil),
		badge: canvas.NewText("", nil), pill: canvas.NewRectangle(nil), bar: canvas.NewRectangle(nil), mark: canvas.NewImageFromResource(nil)}
	b.mark.FillMode = canvas.ImageFillContain
	b.pill.CornerRadius, b.bar.CornerRadius = 7, 1.5
	b.tip.owner = b
	b.pressable.init(b, func() {
		b.tip.stop()
		tapped()
	})
	b.ExtendBaseWidget(b)
	return b
}

// Initials returns the first two letters of a title.
func Initials(title string) string {
	runes := []rune(title)
	return string(runes[:min(2, len(runes))])
}

// Item returns the item that the button is for.
func (b *StripButton) Item() RailItem { return b.item }

// SetShort changes the text and its color.
func (b *StripButton) SetShort(short string, color fyne.ThemeColorName) {
	if b.short != short || b.color != color {
		b.short, b.color = short, color
		b.Refresh()
	}
}

// Choose marks the button as the selected one, or not.
func (b *StripButton) Choose(chosen bool) {
	if b.chosen != chosen {
		b.chosen = chosen
		b.Refresh()
	}
}

// AccessibilityLabel returns the name.
func (b *StripButton) AccessibilityLabel() string { return b.name() }

func (b *StripButton) name() string {
	switch {
	case b.item.Badge > 0:
		return lang.XN("widgets.to-change", "{{.Title}}: {{.Count}} to change", b.item.Badge, map[string]any{"Title": b.item.Title, "Count": b.item.Badge})
	case b.item.Mark != MarkerNone && b.item.Note != "":
		return b.item.Title + ": " + b.item.Note
	}
	return b.item.Title
}

// MouseIn is called by Fyne.
func (b *StripButton) MouseIn(ev *desktop.MouseEvent) {
	b.pressable.MouseIn(ev)
	b.tip.start(b.name())
}

// MouseOut is called by Fyne.
func (b *StripButton) MouseOut() {
	b.pressable.MouseOut()
	b.tip.stop()
}

// CreateRenderer is called by Fyne.
func (b *StripButton) CreateRenderer() fyne.WidgetRenderer {
	b.paint()
	return &drawing{
		objects: []fyne.CanvasObject{b.ground, b.bar, b.text, b.pill, b.badge, b.mark},
		min:     func() fyne.Size { return fyne.NewSize(36, 32) },
		layout:  b.layout,
		refresh: func() {
			b.paint()
			b.layout(b.Size())
		},
	}
}

func (b *StripButton) paint() {
	b.paintGround()
	if b.chosen {
		b.ground.FillColor = Color(ColorAccentSoft)
		b.ground.Refresh()
	}
	b.bar.FillColor, b.bar.Hidden = Color(theme.ColorNamePrimary), !b.chosen
	b.text.Text, b.text.TextSize, b.text.TextStyle = b.short, theme.TextSize(), fyne.TextStyle{Bold: b.chosen || b.color != theme.ColorNameForeground, Italic: b.item.Muted}
	b.text.Color = Color(b.color)
	if b.item.Muted {
		b.text.Color = Color(ColorMuted)
	}
	b.badge.Text, b.badge.TextSize = strconv.Itoa(b.item.Badge), 9
	b.badge.Color, b.pill.FillColor = Color(theme.ColorNameForeground), Color(ColorTrack)
	b.badge.Hidden = b.item.Badge == 0
	b.pill.Hidden = b.badge.Hidden
	b.mark.Resource = b.item.Mark.icon()
	b.mark.Hidden = b.mark.Resource == nil
	for _, o := range []fyne.CanvasObject{b.bar, b.text, b.badge, b.pill, b.mark} {
		o.Refresh()
	}
}

func (b *StripButton) layout(size fyne.Size) {
	b.ground.Resize(size)
	b.bar.Resize(fyne.NewSize(3, size.Height-14))
	b.bar.Move(fyne.NewPos(1, 7))
	m := b.text.MinSize()
	b.text.Resize(m)
	b.text.Move(fyne.NewPos((size.Width-m.Width)/2, (size.Height-m.Height)/2))
	const mark = 10
	b.mark.Resize(fyne.NewSquareSize(mark))
	b.mark.Move(fyne.NewPos(size.Width-mark-1, size.Height-mark-1))
	c := b.badge.MinSize()
	w := max(14, c.Width+6)
	b.pill.Resize(fyne.NewSize(w, 14))
	b.pill.Move(fyne.NewPos(size.Width-w, 0))
	b.badge.Resize(c)
	b.badge.Move(fyne.NewPos(size.Width-w+(w-c.Width)/2, (14-c.Height)/2))
}
