package file

import (
	"errors"
	"os"
	"path/filepath"
	"testing"
)

func TestRename(t *testing.T) {
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	write := func(name string) {
		if err := os.WriteFile(at(name), []byte(name), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	read := func(name string) string {
		data, _ := os.ReadFile(at(name))
		return string(data)
	}
	write("a.json")
	write("b.json")
	if err := Rename(at("a.json"), at("c.json")); err != nil || read("c.json") != "a.json" || read("a.json") != "" {
		t.Errorf("%v: %q", err, read("c.json"))
	}
	if err := Rename(at("c.json"), at("b.json")); !errors.Is(err, ErrExists) || read("b.json") != "b.json" || read("c.json") != "a.json" {
		t.Errorf("another file is replaced: %v", err)
	}
	if err := Rename(at("c.json"), at("c.json")); err != nil || read("c.json") != "a.json" {
		t.Errorf("to its own name: %v", err)
	}
	if err := Rename(at("gone.json"), at("d.json")); err == nil {
		t.Error("a file that is not there is renamed")
	}
}
