package app

import (
	"testing"

	"fyne.io/fyne/v2"

	"resumax/widgets"
	"resumax/widgets/picturetest"
)

// labelOf is what a button says.
func labelOf(o fyne.CanvasObject) string {
	switch b := o.(type) {
	case *widgets.Button:
		return b.Text
	case *widgets.IconButton:
		return b.Name()
	case *widgets.ActionRow:
		return b.Title()
	}
	return ""
}

// checkGolden compares a window with its golden picture.
func checkGolden(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	picturetest.Settle(w)
	picturetest.Check(t, w, name, picturetest.Tolerance{Channel: 12, Strays: 2})
}
