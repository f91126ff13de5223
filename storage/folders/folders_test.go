package folders

import (
	"os/user"
	"path/filepath"
	"runtime"
	"testing"
)

func TestState(t *testing.T) {
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("XDG's variables count on other systems only")
	}
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
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		t.Skip("HOME has no say in it there")
	}
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
