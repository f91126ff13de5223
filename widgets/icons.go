package widgets

import "fyne.io/fyne/v2"

// The icons to fold a pane at the left or at the right of the window, and to open it: a window with that part filled.
var (
	IconFoldLeft  = fyne.NewStaticResource("fold-left.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" fill-rule="evenodd" d="M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM10 6v12h9V6z"/></svg>`))
	IconFoldRight = fyne.NewStaticResource("fold-right.svg", []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 24 24"><path fill="#000" fill-rule="evenodd" d="M5 4h14a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM5 6v12h9V6z"/></svg>`))
)
