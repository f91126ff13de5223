package app

import (
	"fmt"
	"os"
	"os/exec"
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
			fmt.Fprintln(os.Stderr, "resumax:", path, "is not opened:", err)
		}
	}
}
