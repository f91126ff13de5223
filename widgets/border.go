package widgets

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
)

// NewBorder is Fyne's border container: objects at the edges, each of which may be nil, around those in the middle. But Tab
// goes through it as it is read: from the top by the left, the middle and the right to the bottom. Fyne's begins in the
// middle.
func NewBorder(top, bottom, left, right fyne.CanvasObject, middle ...fyne.CanvasObject) *fyne.Container {
	var objects []fyne.CanvasObject
	add := func(some ...fyne.CanvasObject) {
		for _, o := range some {
			if o != nil {
				objects = append(objects, o)
			}
		}
	}
	add(top, left)
	add(middle...)
	add(right, bottom)
	return container.New(layout.NewBorderLayout(top, bottom, left, right), objects...)
}
