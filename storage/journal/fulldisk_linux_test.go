package journal

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"

	"resumax/resume"
	"resumax/storage/file"
)

// smallDisk mounts a disk of some pages. Only root can.
func smallDisk(t *testing.T) string {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=128k"); err != nil {
		t.Skip("a small disk can only be mounted as root:", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder
}

// fill leaves no byte of a disk.
func fill(t *testing.T, folder string) (path string) {
	path = filepath.Join(folder, "filler")
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	for {
		if _, err := f.Write(make([]byte, 4096)); err != nil {
			if !errors.Is(err, syscall.ENOSPC) {
				t.Fatal(err)
			}
			return path
		}
	}
}

func long(t *testing.T) resume.Document { return named(t, strings.Repeat("A long name. ", 2000)) }

// On a full disk a resume stays as it is, replaced or written in place, and is
// saved once there is room.
func TestFullDisk(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	for _, linked := range []bool{false, true} {
		folder := smallDisk(t)
		path := filepath.Join(folder, "cv.json")
		was, err := file.Save(path, named(t, "old"), file.SaveOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if linked {
			if err := os.Link(path, filepath.Join(folder, "other.json")); err != nil {
				t.Fatal(err)
			}
		}
		filler := fill(t, folder)
		if _, err := file.Save(path, long(t), file.SaveOptions{Was: was}); !errors.Is(err, file.ErrFull) || !strings.Contains(err.Error(), "the disk is full") {
			t.Errorf("linked: %v: %v", linked, err)
		}
		if f, err := file.Load(path); err != nil || f.Document.TextAt("/basics/name") != "old" || f.Sum() != was.Sum() {
			t.Errorf("linked: %v: the old content is lost: %v", linked, err)
		}
		if names, _ := filepath.Glob(filepath.Join(folder, ".*")); len(names) > 0 {
			t.Errorf("linked: %v: %q are left", linked, names)
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if _, err := file.Save(path, long(t), file.SaveOptions{Was: was}); err != nil {
			t.Errorf("linked: %v: %v", linked, err)
		}
	}
}

// A journal on a full disk says so, keeps what it has, and goes on when there is
// room.
func TestJournalOnAFullDisk(t *testing.T) {
	d := newDesk(t)
	d.folder = Folder(filepath.Join(smallDisk(t), "journal"))
	o := d.options()
	o.writeFile = nil
	j, err := d.folder.Start(BaseOf(d.file), o)
	if err != nil {
		t.Fatal(err)
	}
	d.j = j
	j.Submit(named(t, "short"))
	d.clock.pass(time.Second)
	filler := fill(t, string(d.folder))
	j.Submit(long(t))
	d.clock.pass(latestTime)
	if err := j.Flush(); !errors.Is(err, file.ErrFull) || len(d.faults) != 1 {
		t.Errorf("flushed: %v, reported %v", err, d.faults)
	}
	d.kill()
	d.one("short", Unchanged).Release()
	if err := os.Remove(filler); err != nil {
		t.Fatal(err)
	}
	d.j = d.one("short", Unchanged).Continue(BaseOf(d.file), o)
	d.j.Submit(long(t))
	d.clock.pass(latestTime)
	d.kill()
	d.one(long(t).TextAt("/basics/name"), Unchanged).Release()
}
