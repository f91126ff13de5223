package recovery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/shell"
)

// The size of a dialog that compares, in Fyne's units: what a small window has room
// for, and no more than is read with ease.
const (
	widest  = 860
	highest = 620
	margin  = 90 // to the window's edges, with the dialog's own
)

// sized gives a dialog's content the size that the window has room for.
func sized(s *shell.Shell, content fyne.CanvasObject) fyne.CanvasObject {
	return s.Fitted(content, fyne.NewSize(widest, highest), fyne.NewSquareSize(margin))
}

// spaced gives a dialog's head its distance to what follows.
func spaced(head fyne.CanvasObject) fyne.CanvasObject {
	return container.New(layout.NewCustomPaddedLayout(0, 8, 0, 0), head)
}
