package external

import (
	"errors"
	"os/exec"
	"runtime"
)

// System is the editor that the system opens text files with.
func System(path string) error {
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
			return errors.New("no program opens text files on this computer")
		}
		return err
	}
	go command.Wait() // it may stay open for long
	return nil
}
