//go:build linux || darwin

package file

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"golang.org/x/sys/unix"
)

func TestOwnersAndAttributesAreKept(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := put(t, filepath.Join(t.TempDir(), "cv.json"))
	if os.Getuid() == 0 { // nobody else can give a file away
		if err := os.Chown(path, 12345, 54321); err != nil {
			t.Fatal(err)
		}
	}
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	tagged := unix.Setxattr(path, "user.resumax.test", []byte("tag"), 0) == nil // not every file system has them
	if err := WriteFile(path, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	b, a := before.Sys().(*syscall.Stat_t), after.Sys().(*syscall.Stat_t)
	if b.Uid != a.Uid || b.Gid != a.Gid || before.Mode() != after.Mode() {
		t.Errorf("%d:%d %v has become %d:%d %v", b.Uid, b.Gid, before.Mode(), a.Uid, a.Gid, after.Mode())
	}
	if os.SameFile(before, after) {
		t.Error("it was written in place, though there is no need")
	}
	if tagged {
		value := make([]byte, 9)
		if n, err := unix.Getxattr(path, "user.resumax.test", value); err != nil || string(value[:n]) != "tag" {
			t.Errorf("the attribute is %q, %v", value[:max(0, n)], err)
		}
	}
}

// Without an administrator's rights, a folder that may not be changed still has
// files that may.
func TestFolderThatMayNotBeChanged(t *testing.T) {
	if os.Getuid() == 0 {
		t.Skip("root may change every folder; TestEveryKindOfFileIsKept denies it by a disk of its own")
	}
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	folder := t.TempDir()
	path := put(t, filepath.Join(folder, "cv.json"))
	if err := os.Chmod(folder, 0o500); err != nil {
		t.Fatal(err)
	}
	defer os.Chmod(folder, 0o700)
	before, err := os.Stat(path)
	if err != nil {
		t.Fatal(err)
	}
	if err := WriteFile(path, []byte(newText)); err != nil {
		t.Fatal(err)
	}
	after, err := os.Stat(path)
	if got, _ := os.ReadFile(path); err != nil || string(got) != newText || !os.SameFile(before, after) {
		t.Errorf("%q, %v", got, err)
	}
	if err := WriteFile(filepath.Join(folder, "new.json"), []byte(newText)); !errors.Is(err, ErrReadOnly) {
		t.Errorf("a new file: %v", err)
	}
	t.Setenv("XDG_STATE_HOME", filepath.Join(folder, "no state"))
	if err := WriteFile(path, []byte(oldText)); !errors.Is(err, ErrReadOnly) {
		t.Errorf("without a place for a copy: %v", err)
	}
}

// A new file has the permissions that the user's mask leaves.
func TestNewFilesHeedTheMask(t *testing.T) {
	old := syscall.Umask(0o077)
	defer syscall.Umask(old)
	path := filepath.Join(t.TempDir(), "cv.json")
	if err := WriteFile(path, []byte("{}")); err != nil {
		t.Fatal(err)
	}
	if info, _ := os.Stat(path); info.Mode().Perm() != 0o600 {
		t.Error(info.Mode())
	}
}

// A pipe in the place of a resume is refused by whatever would read or write it;
// none of these may wait for its other end.
func TestPipes(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "cv.json")
	f := load(t, putText(t, path, `{"basics":{"name":"A"}}`))
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := syscall.Mkfifo(path, 0o600); err != nil {
		t.Skip("this file system has no pipes:", err)
	}
	if _, err := Load(path); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Error(err)
	}
	if _, err := Save(path, f.Document, SaveOptions{Was: f}); err == nil || !strings.Contains(err.Error(), "not a regular file") {
		t.Error(err)
	}
	if _, err := f.ChangedOnDisk(); err == nil {
		t.Error("a pipe is as it was")
	}
	d, err := f.Document.SetText("/basics/image", "cv.json")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Photo(d, filepath.Dir(path)); err == nil {
		t.Error("a pipe is a photo")
	}
}

func putText(t *testing.T, path, text string) string {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
