package app

// windowClass is what desktops know the window by, whatever its title: the .desktop file's
// StartupWMClass.
const windowClass = "ResuMax"

// showNamed shows the window for the first time. X11 takes the title that it has then for
// its class, which has to be the application's and not that of the file.
func (w *window) showNamed() {
	title := w.shell.Window.Title()
	w.shell.Window.SetTitle(windowClass)
	w.shell.Window.Show()
	w.shell.Window.SetTitle(title)
}
