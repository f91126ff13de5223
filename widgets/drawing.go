package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// drawing is a renderer put together from three functions, for widgets whose parts are few.
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

// newText returns running text in one style. Fyne insets such text by the theme's inner padding on all sides;
// placeText and textHeight take that back.
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

// placeText puts the text's ink box at (x, y) with the given width and returns its height there. Empty text takes
// no room.
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

// textWidth returns the width of the text's ink box when it is not wrapped.
func textWidth(text string, size float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(text, size, style).Width
}

// fitHeight gives the object a width and returns the height it then asks for. Wrapped text knows its height only
// at a width, so a layout that asks first and resizes later would be one frame late.
func fitHeight(o fyne.CanvasObject, width float32) float32 {
	o.Resize(fyne.NewSize(width, fyne.Max(o.Size().Height, 1)))
	return o.MinSize().Height
}
