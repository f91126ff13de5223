package journal

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"
	"time"

	"resumax/storage/file"
)

func TestVersions(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	archive := Archive(filepath.Join(t.TempDir(), "versions"))
	path := filepath.Join(t.TempDir(), "cv.json")
	now := newClock().now
	v := archive.Of(path)
	if err := v.Add(now); err != nil {
		t.Error("a file that is not there:", err)
	}
	for i, name := range []string{"a", "a", "b", "a"} {
		if _, err := file.Save(path, named(t, name), file.SaveOptions{}); err != nil {
			t.Fatal(err)
		}
		if err := v.Add(now.Add(time.Duration(i/3) * -time.Hour)); err != nil { // the clock is set back for the last
			t.Fatal(err)
		}
	}
	all, err := v.List()
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	for i, name := range []string{"a", "b", "a"} {
		if d, err := v.Load(all[i]); err != nil || d.TextAt("/basics/name") != name {
			t.Errorf("%d is %s, %v", i, d.Root(), err)
		}
	}
	if err := os.WriteFile(all[1].path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := v.Load(all[1]); err == nil {
		t.Error("a damaged version is loaded")
	}
	if others, err := archive.Of(path + "2").List(); err != nil || len(others) > 0 {
		t.Errorf("another file has %v, %v", others, err)
	}
	if err := archive.Prune(now.Add(weeklyFor / 2)); err != nil {
		t.Error(err)
	}
	if all, _ = v.List(); len(all) != 3 {
		t.Errorf("%d versions after half a year", len(all))
	}
	if err := archive.Prune(now.Add(2 * weeklyFor)); err != nil {
		t.Error(err)
	}
	if left, _ := os.ReadDir(string(archive)); len(left) > 0 {
		t.Errorf("%v are left after two years", left)
	}
	none := Archive("").Of(path)
	if all, err := none.List(); none.Add(now) != nil || all != nil || err != nil || Archive("").Prune(now) != nil {
		t.Error("nowhere is a fault")
	}
}

// A file that is saved every hour for 400 days has few versions, near in
// time more than far away.
func TestThinning(t *testing.T) {
	var all []Version // the newest first
	start := newClock().now
	var now time.Time
	for i := range 400 * 24 {
		now = start.Add(time.Duration(i) * time.Hour)
		all = append([]Version{{Time: now, Size: 1}}, all...)
		if drop := surplus(all, now); len(drop) > 0 {
			gone := map[time.Time]bool{}
			for _, d := range drop {
				gone[d.Time] = true
			}
			kept := all[:0]
			for _, v := range all {
				if !gone[v.Time] {
					kept = append(kept, v)
				}
			}
			all = kept
		}
	}
	within := func(d time.Duration) (n int) {
		for _, v := range all {
			if now.Sub(v.Time) <= d {
				n++
			}
		}
		return n
	}
	for _, c := range []struct {
		within   time.Duration
		min, max int
	}{{9 * time.Hour, 10, 10}, {hourlyFor, 24, 25}, {dailyFor, 24 + 28, 25 + 31}, {weeklyFor, 52 + 46, 56 + 54}, {2 * weeklyFor, 52 + 46, 56 + 54}} {
		if n := within(c.within); n < c.min || n > c.max {
			t.Errorf("%d versions within %v, want %d to %d", n, c.within, c.min, c.max)
		}
	}
}

func TestVersionsAreBoundedInBytes(t *testing.T) {
	var all []Version
	for i := range 20 {
		all = append(all, Version{Time: newClock().now.Add(time.Duration(-i) * 24 * time.Hour), Size: versionBytes / 4})
	}
	if kept := len(all) - len(surplus(all, newClock().now)); kept != 4 {
		t.Errorf("%d are kept", kept)
	}
	all[0].Size, all[1].Size = 2*versionBytes, 2*versionBytes
	if kept := len(all) - len(surplus(all, newClock().now)); kept != 2 {
		t.Errorf("%d large ones are kept", kept)
	}
}

func FuzzVersionNamed(f *testing.F) {
	f.Add(fmt.Sprintf("20260301T120000.000Z-%064x.json", 7))
	f.Fuzz(func(t *testing.T, name string) {
		if v, ok := versionNamed(name); ok && (v.Time.IsZero() && v.Sum == (Sum{})) {
			t.Error(name)
		}
	})
}
