package preferences

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

const childVariable = "RESUMAX_TEST_PREFERENCES"

// TestMain is also the process that starts, sets what it alone sets, and ends, as fast as
// it can.
func TestMain(m *testing.M) {
	path := os.Getenv(childVariable)
	if path == "" {
		os.Exit(m.Run())
	}
	name := "process." + os.Args[1]
	for i := range 20 {
		d := OpenDisk(path, "", nil)
		if got := d.IntWithFallback("always", 0); got != 7 {
			fmt.Printf("%s read %d in round %d\n", name, got, i)
		}
		d.SetInt(name, i+1)
		New(d).Remember(fmt.Sprintf("/%s/%d.json", name, i))
		if err := d.Flush(); err != nil {
			fmt.Println(err)
		}
	}
}

// TestProcessesAtOnce has several processes start, read and write at the same time: each
// reads whole files, and what one has set is not undone by another.
func TestProcessesAtOnce(t *testing.T) {
	path := filepath.Join(t.TempDir(), "resumax", "preferences.json")
	d := OpenDisk(path, "", nil)
	d.SetInt("always", 7)
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	const processes = 6
	said := make(chan string)
	for i := range processes {
		go func() {
			c := exec.Command(os.Args[0], fmt.Sprint(i))
			c.Env = append(os.Environ(), childVariable+"="+path)
			out, err := c.CombinedOutput()
			if err != nil {
				out = fmt.Append(out, err)
			}
			said <- string(out)
		}()
	}
	for range processes {
		if text := <-said; text != "" {
			t.Error(text)
		}
	}
	d = OpenDisk(path, "", nil)
	for i := range processes {
		if got := d.IntWithFallback(fmt.Sprintf("process.%d", i), 0); got != 20 {
			t.Errorf("process %d set 20 at last, and the file says %d", i, got)
		}
	}
	if n := len(New(d).Recent()); n != recentLimit {
		t.Errorf("%d recent files", n)
	}
	left, _ := filepath.Glob(filepath.Join(filepath.Dir(path), "*"))
	if len(left) != 2 { // and the lock
		t.Errorf("left: %q", left)
	}
}

// Two windows that are open at the same time see each other's recent files, and neither
// takes away what the other has set.
func TestDisksOfTwoWindows(t *testing.T) {
	path := filepath.Join(t.TempDir(), "preferences.json")
	a, b := OpenDisk(path, "", nil), OpenDisk(path, "", nil)
	flush := func(d *Disk) {
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
	}
	New(a).Remember("/a.json")
	a.SetBool("embed", true)
	a.SetString("old", "x")
	flush(a)
	New(b).Remember("/b.json")
	b.RemoveValue("old")
	flush(b)
	a.SetFloat("width", 800.5)
	flush(a)
	for _, d := range []*Disk{a, b, OpenDisk(path, "", nil)} {
		if got := New(d).Recent(); !slices.Equal(got, []string{"/b.json", "/a.json"}) {
			t.Errorf("recent: %q", got)
		}
	}
	last := OpenDisk(path, "", nil)
	if last.FloatWithFallback("width", 0) != 800.5 || !last.Bool("embed") || last.String("old") != "" {
		t.Errorf("%v", last.values)
	}
}

// What earlier versions kept in Fyne's file is taken once.
func TestOlderPreferences(t *testing.T) {
	folder := t.TempDir()
	path, older := filepath.Join(folder, "resumax", "preferences.json"), filepath.Join(folder, "fyne.json")
	if err := os.WriteFile(older, []byte(`{"recent":["/a.json"],"theme":2,"mixed":[1,"a"]}`), 0o600); err != nil {
		t.Fatal(err)
	}
	d := OpenDisk(path, older, nil)
	if p := New(d); p.Theme() != 2 || !slices.Equal(p.Recent(), []string{"/a.json"}) {
		t.Errorf("%v, %q", p.Theme(), p.Recent())
	}
	New(d).SetTheme(1)
	if err := d.Flush(); err != nil {
		t.Fatal(err)
	}
	if got := New(OpenDisk(path, older, nil)).Theme(); got != 1 {
		t.Errorf("theme %v", got)
	}
}

// Whatever the file holds, it is read and can be written.
func TestDamagedPreferences(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		folder, err := os.MkdirTemp("", "preferences")
		if err != nil {
			t.Fatal(err)
		}
		defer os.RemoveAll(folder)
		path := filepath.Join(folder, "preferences.json")
		text := rapid.OneOf(rapid.String(), rapid.SampledFrom([]string{"", "{", "[]", "7", `{"recent":7,"theme":"x","embed":[1,"a"]}`, `{"recent":["a",1]}`, `{"theme":2}`})).Draw(t, "file")
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		d := OpenDisk(path, "", nil)
		p := New(d)
		_, _, _, _ = p.Size(), p.Theme(), p.Embed(), p.TextSize()
		p.Remember("/b.json")
		if err := d.Flush(); err != nil {
			t.Fatal(err)
		}
		again := OpenDisk(path, "", nil)
		if got := New(again).Recent(); len(got) == 0 || got[0] != "/b.json" {
			t.Fatalf("%q becomes %v", text, again.values)
		}
		if kept, err := os.ReadFile(path + ".unusable"); err == nil && string(kept) != text {
			t.Fatalf("%q was set aside as %q", text, kept)
		}
		if strings.Contains(text, `"theme":2`) && New(again).Theme() != 2 {
			t.Fatal("what could be read is lost")
		}
	})
}

func TestWithoutAFolderForPreferences(t *testing.T) {
	d := OpenDisk("", "", nil)
	d.SetInt("a", 1)
	if err := d.Flush(); err != nil || d.IntWithFallback("a", 0) != 1 {
		t.Error(err)
	}
}
