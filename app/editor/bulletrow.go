package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"resumax/widgets"
)

// bulletRow lays out a bullet: the mark of its strength, the field, the buttons to hide
// and to delete it, and in a variant the marker of a difference, which comes first. All
// stand beside the field's first line.
type bulletRow struct {
	unmarked bool // there is no mark, and no space for it
}

const (
	markWidth   = 13
	markerWidth = 15
	buttonWidth = 22
	rowGap      = 3
)

// Layout implements fyne.Layout.
func (l bulletRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mark, field, buttons := objects[0], objects[1], objects[2:4]
	left, right := l.left(objects), size.Width
	line := min(size.Height, float32(widgets.FirstLine))
	mark.Resize(fyne.NewSize(markWidth, line))
	mark.Move(fyne.NewPos(0, 0))
	if len(objects) > 4 {
		objects[4].Resize(fyne.NewSize(markerWidth, line))
		objects[4].Move(fyne.NewPos(0, 0))
		mark.Move(fyne.NewPos(markerWidth, 0))
	}
	for i := len(buttons) - 1; i >= 0; i-- {
		button := fyne.NewSize(buttonWidth, buttons[i].MinSize().Height)
		right -= button.Width
		buttons[i].Resize(button)
		buttons[i].Move(fyne.NewPos(right, (line-button.Height)/2))
	}
	field.Move(fyne.NewPos(left, 0))
	field.Resize(fyne.NewSize(right-rowGap-left, size.Height))
}

// MinSize implements fyne.Layout.
func (l bulletRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field, button := objects[1].MinSize(), objects[3].MinSize()
	return fyne.NewSize(l.left(objects)+rowGap+field.Width+2*buttonWidth, fyne.Max(field.Height, button.Height))
}

// left is the space before the field.
func (l bulletRow) left(objects []fyne.CanvasObject) float32 {
	var left float32
	if !l.unmarked {
		left = markWidth
	}
	if len(objects) > 4 {
		left += markerWidth
	}
	if left > 0 {
		left += rowGap
	}
	return left
}

// titleRow puts a small sign behind the title of a list.
type titleRow struct{ title string }

// Layout implements fyne.Layout.
func (l titleRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	sign := objects[1].MinSize()
	objects[0].Resize(size)
	objects[1].Resize(sign)
	width := fyne.MeasureText(l.title, theme.CaptionTextSize(), fyne.TextStyle{}).Width
	objects[1].Move(fyne.NewPos(width+2, (size.Height-sign.Height)/2))
}

// MinSize implements fyne.Layout.
func (titleRow) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
