package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// A module whose files for one system have faults that no other shows.
var module = map[string]string{
	"go.mod":            "module example.org/m\n\ngo 1.26.0\n",
	"shown.go":          "package m\n\nfunc Show() error { return show() }\n",
	"show_other.go":     "//go:build !windows\n\npackage m\n\nfunc show() error { return nil }\n",
	"show_windows.go":   "package m\n\nimport \"syscall\"\n\nfunc show() error { _, err := syscall.LoadDLL(1); return err }\n",
	"m_test.go":         "package m\n\nimport \"testing\"\n\nfunc Test(t *testing.T) { Show() }\n",
	"on_darwin_test.go": "package m_test\n\nimport \"example.org/m\"\n\nvar _ = m.Shown\n",
}

func TestCheck(t *testing.T) {
	dir := t.TempDir()
	for name, text := range module {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for system, want := range map[string]string{"linux": "", "windows": "show_windows.go:5:", "darwin": "on_darwin_test.go:5:"} {
		faults, err := check(dir, system, "amd64")
		if err != nil {
			t.Fatal(err)
		}
		if want == "" && len(faults) > 0 || want != "" && (len(faults) != 1 || !strings.Contains(faults[0].Error(), want)) {
			t.Errorf("%s: %v, want one at %q", system, faults, want)
		}
	}
}
