package app

import (
	"fmt"
	"os"
	"os/exec"

	"fyne.io/fyne/v2"
)

// openElsewhere opens each of the files in a window of its own process, so that no window
// takes another one with it when it ends.
func openElsewhere(paths []string) {
	self, err := os.Executable()
	for _, path := range paths {
		if err == nil {
			err = exec.Command(self, path).Start()
		}
		if err != nil {
			fmt.Fprintf(os.Stderr, "resumax: %s is not opened: %v\n", path, err)
		}
	}
}

// openHere opens a file that the desktop hands over while the window is open: here where
// nothing is, else elsewhere.
func (w *window) openHere(path string, elsewhere func(paths []string)) {
	if w.project.IsOpen() {
		elsewhere([]string{path})
		return
	}
	w.project.Open(path)
}

// openAsTold opens the files that the desktop hands over while the program runs.
func (w *window) openAsTold(files <-chan string) {
	if files == nil {
		return
	}
	go func() {
		for path := range files {
			fyne.Do(func() { w.openHere(path, openElsewhere) })
		}
	}()
}
