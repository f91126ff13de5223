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

// A link and the file that it leads to are two entries: neither takes the other's name.
func TestRenameNeverReplacesTheFileOfALink(t *testing.T) {
	folder := t.TempDir()
	link, target := filepath.Join(folder, "cv.json"), filepath.Join(folder, "real.json")
	if err := os.WriteFile(target, []byte("work of years"), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink("real.json", link); err != nil {
		t.Fatal(err)
	}
	for _, c := range [][2]string{{link, target}, {target, link}} {
		if err := Rename(c[0], c[1]); !errors.Is(err, ErrExists) {
			t.Errorf("%s to %s: %v", c[0], c[1], err)
		}
		if data, err := os.ReadFile(target); string(data) != "work of years" {
			t.Fatalf("the file reads %q: %v", data, err)
		}
	}
}
