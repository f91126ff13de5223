//go:build !windows && !darwin

package external

import (
	"os"
	"path/filepath"
	"testing"
)

func TestSystemWithoutAHandler(t *testing.T) {
	bin := t.TempDir()
	t.Setenv("PATH", bin)
	if err := System("x.txt", nil); err == nil {
		t.Error("nothing is said without xdg-open")
	}
	if err := os.WriteFile(filepath.Join(bin, "xdg-open"), []byte("#!/bin/sh\nexit 3\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	failed := make(chan string, 1)
	if err := System("x.txt", func(err error) { failed <- err.Error() }); err != nil {
		t.Fatal(err)
	}
	next(t, failed)
}
