package external

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"
)

func next(t *testing.T, saved chan string) string {
	t.Helper()
	select {
	case text := <-saved:
		return text
	case <-time.After(20 * time.Second):
		t.Fatal("nothing was told of the save")
		return ""
	}
}

func TestEachSaveIsTold(t *testing.T) {
	var path string
	editor := func(p string) error { path = p; return nil }
	saved := make(chan string, 9)
	e, err := Open(editor, "Bullet / 1", "Led a ward", func(text string) { saved <- text })
	if err != nil {
		t.Fatal(err)
	}
	if filepath.Base(path) != "Bullet  1.txt" {
		t.Errorf("the file is %s", filepath.Base(path))
	}
	if data, _ := os.ReadFile(path); string(data) != "Led a ward\n" {
		t.Errorf("it holds %q", data)
	}
	if info, err := os.Stat(filepath.Dir(path)); err != nil || runtime.GOOS != "windows" && info.Mode().Perm() != 0o700 {
		t.Errorf("its folder: %v, %v", info.Mode(), err)
	}
	write := func(text string) {
		t.Helper()
		beside := path + "~"
		if err := errors.Join(os.WriteFile(beside, []byte(text), 0o600), os.Rename(beside, path)); err != nil {
			t.Fatal(err)
		}
	}
	write("Led two wards\r\n")
	if got := next(t, saved); got != "Led two wards" {
		t.Errorf("told of %q", got)
	}
	write("\ufeffLed three\nwards")
	if got := next(t, saved); got != "Led three\nwards" {
		t.Errorf("told of %q", got)
	}
	write("Led four")
	if got := e.Done(); got != "Led four" {
		t.Errorf("at the end it is %q", got)
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is left: %v", err)
	}
}

func TestNoEditor(t *testing.T) {
	var path string
	e, err := Open(func(p string) error { path = p; return errors.New("none") }, "", "x", nil)
	if e != nil || err == nil {
		t.Errorf("%v, %v", e, err)
	}
	if _, err := os.Stat(filepath.Dir(path)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the folder is left: %v", err)
	}
}
