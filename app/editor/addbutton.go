package editor

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/widgets"
)

// addButton is a button that adds to what is above it, and the row with it.
func addButton(label string, add func()) (*widgets.Button, fyne.CanvasObject) {
	return quietButton(label, theme.ContentAddIcon(), add)
}

// quietButton is a button without a ground, and the row with it. Its icon stands below the left
// edge of the fields above.
func quietButton(label string, icon fyne.Resource, tapped func()) (*widgets.Button, fyne.CanvasObject) {
	b := widgets.NewButtonWithIcon(label, icon, tapped)
	b.Importance = widget.LowImportance
	return b, container.New(outdent{}, b)
}

// outdent lays out a button at its own width, so far to the left that its icon begins at the edge.
type outdent struct{}

// iconMargin is the empty space in an icon before what it shows, in Fyne's units.
const iconMargin = 3

// Layout implements fyne.Layout.
func (outdent) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	b := objects[0]
	b.Resize(fyne.NewSize(b.MinSize().Width, size.Height))
	b.Move(fyne.NewPos(-theme.InnerPadding()-iconMargin, 0))
}

// MinSize implements fyne.Layout.
func (outdent) MinSize(objects []fyne.CanvasObject) fyne.Size { return objects[0].MinSize() }
