package app

import (
	"errors"
	"os"
	"path/filepath"
	"time"

	"resumax/app/shell"
	"resumax/storage/instance"
)

// NewWindow is the argument with which a start opens a window of its own, even if there is
// one.
const NewWindow = "--new-window"

// handOverTime is how long the first window may take to answer a later start. One that
// doesn't hangs, and another is opened.
const handOverTime = 3 * time.Second

// firstWindow is whether this process has the first window, which opens what later starts
// are asked to.
type firstWindow struct {
	desk  instance.Desk
	asked chan []string // the paths of what is to be opened
	claim *instance.First
}

// newFirstWindow is one that has no claim yet.
func newFirstWindow() *firstWindow {
	// A window belongs to a display of X or Wayland, or to a session of Windows.
	screen := os.Getenv("WAYLAND_DISPLAY") + "\x00" + os.Getenv("DISPLAY") + "\x00" + os.Getenv("SESSIONNAME")
	return &firstWindow{desk: instance.HomeDesk(screen), asked: make(chan []string, 16)}
}

// take claims the first window for this process, if no other has it.
func (f *firstWindow) take() error {
	if f.claim != nil {
		return nil
	}
	claim, err := f.desk.First(func(paths []string) { f.asked <- paths })
	f.claim = claim
	return err
}

// handOver has the first window open a file, or come to the front for "", if another
// process has one. Then there is nothing to do for this process.
func (f *firstWindow) handOver(path string) bool {
	var paths []string
	if path != "" {
		paths = []string{path}
	}
	const tries = 3 // the first window may end, and another start be faster than this one
	for range tries {
		if !errors.Is(f.take(), instance.ErrNotFirst) {
			return false
		}
		switch f.desk.HandOver(paths, handOverTime) {
		case instance.Raised:
			return true
		case instance.Silent:
			return false
		}
	}
	return false
}

// follow has the window open what later starts are asked to. A window that comes to the
// front takes the place of a first one that was closed.
func (f *firstWindow) follow(w *window) {
	w.fyne.Lifecycle().SetOnEnteredForeground(func() { _ = f.take() })
	go func() {
		for paths := range f.asked {
			w.threads.Post(func() { w.openFromOutside(paths) })
		}
	}()
}

// openFromOutside opens files that a later start was asked to, the first of them in this
// window, unless a dialog is open in it. With none, the window comes to the front.
func (w *window) openFromOutside(paths []string) {
	w.shell.Raise()
	if len(paths) > 0 && w.shell.Free() {
		w.project.Open(paths[0])
		paths = paths[1:]
	}
	for _, path := range paths {
		if err := openElsewhere(path); err != nil {
			w.shell.Toaster.Show(shell.Sentence(filepath.Base(path)+": "+err.Error()), "", nil)
		}
	}
}
