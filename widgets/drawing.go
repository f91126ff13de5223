package widgets

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

var transparent = color.NRGBA{}

// drawing is a renderer made of functions, for widgets with few objects.
type drawing struct {
	objects []fyne.CanvasObject
	min     func() fyne.Size
	layout  func(fyne.Size)
	refresh func()
}

func (d *drawing) Destroy()                     {}
func (d *drawing) Objects() []fyne.CanvasObject { return d.objects }
func (d *drawing) MinSize() fyne.Size           { return d.min() }
func (d *drawing) Layout(size fyne.Size)        { d.layout(size) }
func (d *drawing) Refresh()                     { d.refresh() }

// newText returns running text in one style. Fyne pads such text by the theme's inner padding on all sides;
// placeText compensates for that.
func newText(color fyne.ThemeColorName, size fyne.ThemeSizeName, style fyne.TextStyle, wrap fyne.TextWrap) *widget.RichText {
	t := widget.NewRichText(&widget.TextSegment{Style: widget.RichTextStyle{
		ColorName: color, SizeName: size, TextStyle: style, Inline: true,
	}})
	t.Wrapping = wrap
	return t
}

func setText(t *widget.RichText, text string, color fyne.ThemeColorName) {
	s := t.Segments[0].(*widget.TextSegment)
	if s.Text == text && s.Style.ColorName == color {
		return
	}
	s.Text, s.Style.ColorName = text, color
	t.Refresh()
}

func textOf(t *widget.RichText) string { return t.Segments[0].(*widget.TextSegment).Text }

// placeText puts the text without its padding at (x, y), wraps it at a width, and returns its height. Empty text has
// none.
func placeText(t *widget.RichText, x, y, width float32) float32 {
	if textOf(t) == "" {
		t.Hide()
		return 0
	}
	t.Show()
	pad := theme.InnerPadding()
	t.Resize(fyne.NewSize(width+2*pad, t.Size().Height))
	h := t.MinSize().Height
	t.Resize(fyne.NewSize(width+2*pad, h))
	t.Move(fyne.NewPos(x-pad, y-pad))
	return h - 2*pad
}

// textWidth returns the width of unwrapped text, without padding.
func textWidth(text string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(text, size, style).Width
}

// fitHeight sets the object's width and returns its minimum height. The height of wrapped text depends on its width,
// so a layout that asks first and resizes later is one frame late.
func fitHeight(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, fyne.Max(o.Size().Height, 1)))
	return o.MinSize().Height
}
