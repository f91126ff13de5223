// Package folders names the system's folders in which the program keeps things
// of one user.
//
//   - [Config] is what users would take with them to another computer: settings,
//     designs, roles, words.
//   - [State] is what belongs to this computer and must survive a restart, but
//     nothing that anyone would copy: journals of unsaved work, earlier versions,
//     locks, the output of a crash.
//   - [Cache] is what can be made again, and what cleaning tools may delete.
package folders

import (
	"os"
	"os/user"
	"path/filepath"
	"runtime"
)

const name = "resumax"

// Config is the folder for settings, "" where the system has none.
func Config() string {
	folder, err := os.UserConfigDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, name)
}

// Cache is a place in the folder for what can be made again, "" where the system
// has none.
func Cache(place string) string {
	folder, err := os.UserCacheDir()
	if err != nil {
		return ""
	}
	return filepath.Join(folder, name, place)
}

// State is a place in the folder for what must survive a restart, "" where the
// system has none. Unsaved work must not be where cleaning tools delete (caches), nor where
// it roams to computers that lack the files it belongs to (%AppData%):
//
//   - Linux: $XDG_STATE_HOME/resumax, which is ~/.local/state/resumax. The XDG
//     specification means it for what persists but is not portable.
//   - macOS has no folder for state: ~/Library/Application Support/resumax/state.
//   - Windows: %LocalAppData%\resumax\state, which does not roam. The cache is
//     beside it, hence the folder of its own.
func State(place string) string {
	folder := state()
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, place)
}

func state() string {
	settings, _ := os.UserConfigDir() // "" where there is none
	caches, _ := os.UserCacheDir()
	home, err := os.UserHomeDir()
	if err != nil {
		home, _ = registeredHome()
	}
	return stateOn(runtime.GOOS, home, settings, caches, os.Getenv("XDG_STATE_HOME"))
}

// stateOn is the folder for state on a system that has these folders, "" for what it has not.
func stateOn(system, home, settings, caches, xdg string) string {
	folder, own := filepath.Join(home, ".local", "state"), name
	switch system {
	case "windows":
		folder, own = caches, filepath.Join(name, "state") // %LocalAppData%
	case "darwin", "ios":
		folder, own = settings, filepath.Join(name, "state") // ~/Library/Application Support
	default:
		if filepath.IsAbs(xdg) { // a relative path is to be ignored, says the specification
			folder = xdg
		} else if home == "" {
			folder = ""
		}
	}
	if folder == "" {
		return ""
	}
	return filepath.Join(folder, own)
}

// registeredHome is the home folder that the system has for the user, where the
// environment names none: unsaved work is kept all the same, and if it cannot be
// kept there, that is said.
func registeredHome() (string, error) {
	who, err := user.Current()
	if err != nil {
		return "", err
	}
	return who.HomeDir, nil
}
