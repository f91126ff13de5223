package app

import (
	"os"
	"os/exec"
)

// openElsewhere opens a file in a window of its own process, so that no window takes another
// one with it when it ends.
func openElsewhere(path string) error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	c := exec.Command(self, NewWindow, path)
	if err := c.Start(); err != nil {
		return err
	}
	go c.Wait()
	return nil
}
