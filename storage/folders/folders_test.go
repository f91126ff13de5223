package folders

import (
	"path/filepath"
	"testing"
)

func TestStateOn(t *testing.T) {
	for _, c := range []struct{ system, home, settings, caches, xdg, want string }{
		{"linux", "/home/ada", "/home/ada/.config", "/home/ada/.cache", "", "/home/ada/.local/state/resumax"},
		{"linux", "/home/ada", "/home/ada/.config", "/home/ada/.cache", "/var/ada", "/var/ada/resumax"},
		{"linux", "/home/ada", "", "", "relative", "/home/ada/.local/state/resumax"},
		{"linux", "", "", "", "/var/ada", "/var/ada/resumax"},
		{"linux", "", "/etc", "/etc", "", ""},
		{"freebsd", "/home/ada", "", "", "", "/home/ada/.local/state/resumax"},
		{"darwin", "/Users/ada", "/Users/ada/Library/Application Support", "/Users/ada/Library/Caches", "/var/ada", "/Users/ada/Library/Application Support/resumax/state"},
		{"darwin", "/Users/ada", "", "/Users/ada/Library/Caches", "", ""},
		{"windows", "/Users/Ada", "/Users/Ada/AppData/Roaming", "/Users/Ada/AppData/Local", "/var/ada", "/Users/Ada/AppData/Local/resumax/state"},
		{"windows", "/Users/Ada", "/Users/Ada/AppData/Roaming", "", "", ""},
	} {
		if got := filepath.ToSlash(stateOn(c.system, c.home, c.settings, c.caches, c.xdg)); got != c.want {
			t.Errorf("%s: %q, want %q", c.system, got, c.want)
		}
	}
}
