package folders

import (
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
	if State("x") != "" || Config() != "" || Cache("x") != "" {
		t.Error("a folder without a home")
	}
}
