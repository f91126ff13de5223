package app

import (
	"fyne.io/fyne/v2"

	"resumax/app/windowing"
)

// placeWindow gives the window, which is not yet shown, the size and place that it had last,
// as far as they fit the screens that there are now.
func (w *window) placeWindow() {
	win := w.shell.Window
	size, scale := w.prefs.Size(), win.Canvas().Scale()
	if scale <= 0 {
		scale = 1
	}
	at, width, height := windowing.Fit(w.prefs.Place(), int(size.Width*scale), int(size.Height*scale), windowing.Screens())
	if float32(width) < size.Width*scale-1 { // not where rounding alone would change it
		size.Width = float32(width) / scale
	}
	if float32(height) < size.Height*scale-1 {
		size.Height = float32(height) / scale
	}
	win.Resize(size)
	windowing.Put(win, at)
}

// keepPlace saves where the window is, and its size. Of a maximized one it saves that, and
// its size remains what it was before.
func (w *window) keepPlace() {
	at := windowing.Of(w.shell.Window)
	w.prefs.SetPlace(at)
	if !at.Maximized {
		w.prefs.SetSize(w.shell.Window.Canvas().Size())
	}
}

// showWindow shows the window for the first time.
func (w *window) showWindow() {
	w.showNamed()
	if w.prefs.Place().Maximized {
		fyne.Do(func() { windowing.Maximize(w.shell.Window) }) // once it is shown
	}
}
