//go:build !windows && !darwin

package folders

import (
	"os/user"
	"path/filepath"
	"testing"
)

func TestState(t *testing.T) {
	home, state := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	for _, c := range []struct{ xdg, want string }{
		{state, filepath.Join(state, "resumax", "x")},
		{"", filepath.Join(home, ".local/state/resumax/x")},
		{"relative", filepath.Join(home, ".local/state/resumax/x")},
	} {
		t.Setenv("XDG_STATE_HOME", c.xdg)
		if got := State("x"); got != c.want {
			t.Errorf("%q: %s, want %s", c.xdg, got, c.want)
		}
	}
	t.Setenv("HOME", "")
	for _, v := range []string{"XDG_STATE_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"} {
		t.Setenv(v, "")
	}
	if Config() != "" || Cache("x") != "" {
		t.Error("a folder without a home")
	}
}

// Without HOME, unsaved work still has a place.
func TestStateWithoutHome(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", "")
	t.Setenv("HOME", "")
	who, err := user.Current()
	if err != nil || who.HomeDir == "" {
		t.Skip("the system has no home folder for this user")
	}
	if got, want := State("x"), filepath.Join(who.HomeDir, ".local", "state", name, "x"); got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
