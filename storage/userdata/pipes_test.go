//go:build unix

package userdata

import (
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// What is no file or folder in the place of one is a fault that names it. Nothing
// waits for who might write to a pipe.
func TestPipesAndFilesInTheWay(t *testing.T) {
	home := Folder(t.TempDir())
	for _, path := range []string{home.WordFile(), home.ScoreFile(), home.DesignFolder()} {
		if err := syscall.Mkfifo(path, 0o600); err != nil {
			t.Skip("this file system has no pipes:", err)
		}
	}
	if err := os.WriteFile(home.RoleFolder(), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	says := func(path string, err error) {
		t.Helper()
		if err == nil || !strings.Contains(err.Error(), filepath.Base(path)) {
			t.Errorf("%s: %v", path, err)
		}
	}
	_, err := home.Words()
	says(home.WordFile(), err)
	says(home.WordFile(), home.SaveWords([]string{"a"}))
	_, err = home.Scores()
	says(home.ScoreFile(), err)
	says(home.ScoreFile(), home.SaveScores(Scores{}))
	designs, faults := home.Designs()
	if len(designs) == 0 || len(faults) != 1 {
		t.Fatal(faults)
	}
	says(home.DesignFolder(), faults[0])
	roles, faults := home.Roles()
	if len(roles) == 0 || len(faults) != 1 {
		t.Fatal(faults)
	}
	says(home.RoleFolder()+" is a file", faults[0])
	cache := CodeCache(t.TempDir())
	if err := syscall.Mkfifo(filepath.Join(string(cache), "code"), 0o600); err != nil {
		t.Fatal(err)
	}
	if cache.Open() == "" {
		t.Error("a pipe closes the cache")
	}
	if _, err := os.Lstat(filepath.Join(string(cache), "code")); err == nil {
		t.Error("a pipe stays in the cache")
	}
}
