package instance

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"
)

const deskVariable = "RESUMAX_TEST_DESK"

// playDesk is a process that has the first window of a screen, until its input ends.
func playDesk() {
	f, err := HomeDesk(os.Getenv(deskVariable)).First(func(paths []string) { fmt.Println("open", strings.Join(paths, " ")) })
	fmt.Println(f != nil, err)
	io.Copy(io.Discard, os.Stdin)
	f.Release()
}

func TestTheFirstWindowOpensWhatLaterStartsAreAsked(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	t.Chdir(t.TempDir())
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	d := HomeDesk(":7")
	if got := d.HandOver([]string{"a.json"}, time.Minute); got != Free {
		t.Errorf("without a window: %d", got)
	}
	w := play(t, deskVariable+"=:7")
	w.says("true <nil>")
	if f, err := d.First(func([]string) {}); f != nil || !errors.Is(err, ErrNotFirst) {
		t.Errorf("two are the first: %v, %v", f, err)
	}
	for _, c := range []struct {
		paths []string
		want  string
	}{
		{[]string{"a.json"}, "open " + filepath.Join(here, "a.json")},
		{[]string{"/x/Ünïcode “b”.json", "../c.json"}, "open /x/Ünïcode “b”.json " + filepath.Join(filepath.Dir(here), "c.json")},
		{nil, "open "},
	} {
		if got := d.HandOver(c.paths, time.Minute); got != Raised {
			t.Errorf("%q: answer %d", c.paths, got)
		}
		w.says(c.want)
	}
	if got := HomeDesk(":8").HandOver([]string{"a.json"}, time.Minute); got != Free {
		t.Errorf("another screen's window answers %d", got)
	}
	w.in.Close()
	w.cmd.Wait()
	if got := d.HandOver([]string{"a.json"}, time.Minute); got != Free {
		t.Errorf("when it is closed: %d", got)
	}
}

// Several starts at once: each is opened once.
func TestStartsAtOnce(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	w := play(t, deskVariable+"=:7")
	w.says("true <nil>")
	const starts = 5
	var all sync.WaitGroup
	var want []string
	for i := range starts {
		path := fmt.Sprintf("/%d.json", i)
		want = append(want, "open "+path)
		all.Go(func() {
			if got := HomeDesk(":7").HandOver([]string{path}, time.Minute); got != Raised {
				t.Errorf("%s: answer %d", path, got)
			}
		})
	}
	all.Wait()
	var got []string
	for range starts {
		if !w.out.Scan() {
			t.Fatal("it said less")
		}
		got = append(got, w.out.Text())
	}
	slices.Sort(got)
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
}

// A first window that was killed leaves nothing in the way, not even a request that it did
// not answer.
func TestTheFirstWindowWasKilled(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	d := HomeDesk(":7")
	w := play(t, deskVariable+"=:7")
	w.says("true <nil>")
	w.cmd.Process.Kill()
	w.cmd.Wait()
	if err := os.WriteFile(d.folder.file(d.key, requestEnd), handed{Nonce: "1", Paths: []string{"/old.json"}}.encode(), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := d.HandOver([]string{"/a.json"}, time.Minute); got != Free {
		t.Errorf("answer %d", got)
	}
	w = play(t, deskVariable+"=:7")
	w.says("true <nil>")
	if got := d.HandOver([]string{"/new.json"}, time.Minute); got != Raised {
		t.Errorf("answer %d", got)
	}
	w.says("open /new.json")
}

// One that hangs is given up, and its request with it.
func TestAFirstWindowThatHangs(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	d := HomeDesk(":7")
	f, err := d.First(func([]string) { t.Error("it answers after all") })
	if f == nil {
		t.Fatal(err)
	}
	f.watcher.Close()
	if got := d.HandOver([]string{"/a.json"}, time.Millisecond); got != Silent {
		t.Errorf("answer %d", got)
	}
	if _, err := os.Stat(d.folder.file(d.key, requestEnd)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the request is there still:", err)
	}
	f.Release()
	if f, err = d.First(func([]string) {}); f == nil {
		t.Error("it is still taken:", err)
	}
	f.Release()
}

func TestWithoutADesk(t *testing.T) {
	f, err := Desk{}.First(nil)
	if f != nil || err != nil || (Desk{}).HandOver([]string{"/a"}, time.Minute) != Free {
		t.Error(f, err)
	}
	f.Release()
}

// The folder is the user's alone: nobody else can leave a request there.
func TestOnlyTheUserMayAsk(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	d := HomeDesk(":7")
	f, err := d.First(func([]string) {})
	if f == nil {
		t.Fatal(err)
	}
	defer f.Release()
	info, err := os.Stat(string(d.folder))
	if err != nil || info.Mode().Perm()&0o077 != 0 && os.PathSeparator == '/' {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

func FuzzReadPaths(f *testing.F) {
	f.Add(handed{Nonce: "1", Paths: []string{"/a/cv.json"}}.encode())
	f.Add([]byte(`{"nonce":"1","paths":["cv.json"]}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		paths, ok := readPaths(data)
		for _, p := range paths {
			if !ok || !filepath.IsAbs(p) {
				t.Errorf("%q", paths)
			}
		}
	})
}
