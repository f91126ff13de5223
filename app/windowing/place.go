package windowing

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"github.com/go-gl/glfw/v3.4/glfw"
)

// contexts is a window of Fyne's GLFW driver.
type contexts interface {
	RunWithContext(func()) // makes the window's drawing context the current one
}

// with calls f with GLFW's window, if the window is one that is shown. GLFW panics about
// what the window system doesn't have, and then nothing is known.
func with(w fyne.Window, f func(*glfw.Window)) {
	c, ok := w.(contexts)
	if !ok {
		return
	}
	defer func() { _ = recover() }()
	c.RunWithContext(func() {
		if of := glfw.GetCurrentContext(); of != nil {
			f(of)
		}
	})
}

// Of is where a window is. It belongs to the UI goroutine.
func Of(w fyne.Window) (p Place) {
	with(w, func(g *glfw.Window) {
		p.Maximized = g.GetAttrib(glfw.Maximized) == glfw.True
		if glfw.GetPlatform() != glfw.PlatformWayland {
			p.X, p.Y = g.GetPos()
			p.Known = true
		}
	})
	return p
}

// TextIsOurs reports whether the size of text that the desktop wants is to be followed by
// programs themselves. With X it is in the resolution that the server tells, so that Fyne
// has enlarged all by it. It belongs to the UI goroutine, and there has to be a window.
func TextIsOurs() (ours bool) {
	defer func() { _ = recover() }()
	return glfw.GetPlatform() != glfw.PlatformX11
}

// Screens are the screens that there are, the first one first. It belongs to the UI
// goroutine, and there has to be a window.
func Screens() (all []Screen) {
	defer func() { _ = recover() }()
	for _, m := range glfw.GetMonitors() {
		if x, y, width, height := m.GetWorkarea(); width > 0 && height > 0 {
			all = append(all, Screen{x, y, width, height})
		}
	}
	return all
}

// Put has a window shown at a place, if the window system allows it. Call it before the
// window is shown.
func Put(w fyne.Window, p Place) {
	if of, ok := w.(desktop.Window); ok && p.Known {
		of.RequestPosition(p.X, p.Y)
	}
}

// Maximize gives a window that is shown all of its screen.
func Maximize(w fyne.Window) { with(w, (*glfw.Window).Maximize) }
