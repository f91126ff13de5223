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

// editorOn is the command that opens a text file on a system: on macOS always as a text, on the others with what the user has
// chosen for such files.
func editorOn(system, path string) []string {
	switch system {
	case "darwin":
		return []string{"open", "-t", path}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", path}
	}
	return []string{"xdg-open", path}
}

// System is the editor that the system opens text files with.
func System(path string, failed func(error)) error {
	words := editorOn(runtime.GOOS, path)
	command := exec.Command(words[0], words[1:]...)
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
