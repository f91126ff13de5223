package editor

import (
	"fyne.io/fyne/v2"

	"resumax/widgets"
)

// bulletRow lays out the mark, the field and the delete button of a bullet. Mark and
// button stand beside the field's first line.
type bulletRow struct {
	unmarked bool // there is no mark, and no space for it
}

const (
	markWidth = 13
	rowGap    = 3
)

// Layout implements fyne.Layout.
func (l bulletRow) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	mark, field, del := objects[0], objects[1], objects[2]
	button := del.MinSize()
	left := l.left()
	field.Move(fyne.NewPos(left, 0))
	field.Resize(fyne.NewSize(size.Width-left-button.Width-rowGap, size.Height))
	line := min(size.Height, float32(widgets.FirstLine))
	mark.Resize(fyne.NewSize(markWidth, line))
	mark.Move(fyne.NewPos(0, 0))
	del.Resize(button)
	del.Move(fyne.NewPos(size.Width-button.Width, (line-button.Height)/2))
}

// MinSize implements fyne.Layout.
func (l bulletRow) MinSize(objects []fyne.CanvasObject) fyne.Size {
	field, button := objects[1].MinSize(), objects[2].MinSize()
	return fyne.NewSize(l.left()+rowGap+field.Width+button.Width, fyne.Max(field.Height, button.Height))
}

// left is the space before the field.
func (l bulletRow) left() float32 {
	if l.unmarked {
		return 0
	}
	return markWidth + rowGap
}
