package external

import (
	"errors"
	"os/exec"
	"runtime"
	"time"

	"resumax/app/tr"
)

// errNone is said where the system opens text files with nothing.
var errNone = tr.Error("external.no-text-editor-opened", "no text editor opened: choose a program for text files in the system’s settings")

// soon is how long after its start a program that fails has opened nothing: the editor itself may
// fail much later.
const soon = 15 * time.Second

// System is the editor that the system opens text files with.
func System(path string, failed func(error)) error {
	name, args := "xdg-open", []string{path}
	switch runtime.GOOS {
	case "darwin":
		name, args = "open", []string{"-t", path}
	case "windows":
		name, args = "rundll32", []string{"url.dll,FileProtocolHandler", path}
	}
	command := exec.Command(name, args...)
	if err := command.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return errNone
		}
		return err
	}
	began := time.Now()
	go func() {
		if command.Wait() != nil && time.Since(began) < soon {
			failed(errNone)
		}
	}()
	return nil
}
