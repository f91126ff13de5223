// Package windowing is what the program needs of the window system beyond Fyne: where a
// window is and which screens there are, so that it comes back to its place, and a loop
// that sleeps while nothing happens. Fyne draws with GLFW, and this package asks the same
// GLFW; on systems where it can't say, nothing is known and nothing is done.
package windowing

// Place is where a window is.
type Place struct {
	X, Y      int  // of its content on the desktop of all screens, in the window system's units
	Known     bool // whether it is known: on Wayland no program is told
	Maximized bool
}

// Screen is the part of a screen that windows may cover, in the window system's units.
type Screen struct {
	X, Y, Width, Height int
}

// reachable is how much of a window's upper edge has to be on a screen for its title to be
// dragged, in the window system's units.
const reachable = 80

// Fit is where a window of a size is to be put, and the size that it is to have, on the
// screens that there are now: where it was, if its title can be reached there; else, as
// where its screen is gone, in the middle of the first screen. It is nowhere larger than the
// screen that it is on. With no screens nothing is known, and nothing changes.
func Fit(at Place, width, height int, screens []Screen) (Place, int, int) {
	if len(screens) == 0 {
		at.Known = false
		return at, width, height
	}
	on, found := screens[0], false
	most := 0
	for _, s := range screens {
		shown := min(at.X+width, s.X+s.Width) - max(at.X, s.X)
		if at.Known && at.Y >= s.Y && at.Y < s.Y+s.Height-reachable/2 && shown >= min(reachable, width) && shown > most {
			on, found, most = s, true, shown
		}
	}
	if width > on.Width || height > on.Height {
		width, height = min(width, on.Width), min(height, on.Height)
		found = found && at.X >= on.X && at.X+width <= on.X+on.Width && at.Y+height <= on.Y+on.Height
	}
	if !found && at.Known {
		at.X, at.Y = on.X+(on.Width-width)/2, on.Y+(on.Height-height)/2
	}
	return at, width, height
}
