package external

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"strings"
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
	editor := func(p string, _ func(error)) error { path = p; return nil }
	saved := make(chan string, 9)
	home := filepath.Join(t.TempDir(), "external")
	e, err := Open(editor, home, Text{Name: "Bullet / 1", Text: "Led a ward", Saved: func(text string) { saved <- text }})
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
	write("\xff\xfeL\x00\xe9\x00")
	if got := next(t, saved); got != "L\u00e9" {
		t.Errorf("told of UTF-16 as %q", got)
	}
	write("Z\xfcrich")
	if got := next(t, saved); got != "Z\u00fcrich" {
		t.Errorf("told of Latin-1 as %q", got)
	}
	write(strings.Repeat("\u00e9\xff", 20<<20))
	if got := next(t, saved); len(got) < 20_000 || len(got) > 4*sizeLimit {
		t.Errorf("told of %d bytes", len(got))
	}
	write("")
	if got := next(t, saved); got != "" {
		t.Errorf("told of %q", got)
	}
	write("Led four")
	if got := e.Done(); got != "Led four" {
		t.Errorf("at the end it is %q", got)
	}
	wantEmpty(t, home)
}

// wantEmpty wants nothing to be left of what was opened.
func wantEmpty(t *testing.T, home string) {
	t.Helper()
	if left, err := os.ReadDir(home); err != nil || len(left) > 0 {
		t.Errorf("left: %v, %v", left, err)
	}
}

func TestNoEditor(t *testing.T) {
	home := t.TempDir()
	e, err := Open(func(string, func(error)) error { return errors.New("none") }, home, Text{Text: "x"})
	if e != nil || err == nil {
		t.Errorf("%v, %v", e, err)
	}
	wantEmpty(t, home)
}

// A killed program leaves its folder; the next one removes it, but not that of one that runs.
func TestStaleFoldersAreRemoved(t *testing.T) {
	home := t.TempDir()
	open := func() *Edit {
		t.Helper()
		e, err := Open(func(string, func(error)) error { return nil }, home, Text{Name: "Summary", Text: "x"})
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	killed, running := open(), open()
	close(killed.stop)
	killed.folder.lock.Release()
	hourAgo := time.Now().Add(-time.Hour)
	for _, e := range []*Edit{killed, running} {
		if err := os.Chtimes(e.folder.path+lockEnd, hourAgo, hourAgo); err != nil {
			t.Fatal(err)
		}
	}
	last := open()
	if _, err := os.Stat(killed.folder.path); !errors.Is(err, os.ErrNotExist) {
		t.Error("the folder of the killed program is left:", err)
	}
	if _, err := os.Stat(running.path); err != nil {
		t.Error("that of the running one is gone:", err)
	}
	running.Done()
	last.Done()
	wantEmpty(t, home)
}
