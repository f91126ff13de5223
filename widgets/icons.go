package widgets

import "fyne.io/fyne/v2"

// The icons to fold a pane at the left or at the right of the window, and to open it: a window with that part filled.
var (
	IconFoldLeft  = fyne.NewStaticResource("fold-left.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" fill-rule="evenodd" d="M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM10 6v12h9V6z"/></svg>`))
	IconFoldRight = fyne.NewStaticResource("fold-right.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" fill-rule="evenodd" d="M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM5 6v12h9V6z"/></svg>`))
)

// The signs of a [Marker]: a diamond, and a triangle with an exclamation mark.
var (
	IconDiffers      = fyne.NewStaticResource("differs.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" d="M12 3.5 20.5 12 12 20.5 3.5 12Z"/></svg>`))
	IconChangedBelow = fyne.NewStaticResource("changed-below.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" fill-rule="evenodd" d="M12 1.5 23.5 22H.5ZM10.6 8.5l.5 7h1.8l.5-7ZM12 16.9a1.4 1.4 0 1 0 .01 0Z"/></svg>`))
)
