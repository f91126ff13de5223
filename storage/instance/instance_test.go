package instance

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"
)

const childVariable = "RESUMAX_TEST_CLAIM"

// TestMain is also the process that has a file open, until its input ends.
func TestMain(m *testing.M) {
	if path := os.Getenv(childVariable); path != "" {
		c, err := Home().Claim(path, func() { fmt.Println("raised") })
		fmt.Println(c != nil, err)
		io.Copy(io.Discard, os.Stdin)
		c.Release()
		return
	}
	if os.Getenv(deskVariable) != "" {
		playDesk()
		return
	}
	os.Exit(m.Run())
}

// window is another process that has a file open.
type window struct {
	t   *testing.T
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func open(t *testing.T, path string) *window { return play(t, childVariable+"="+path) }

// play starts another process.
func play(t *testing.T, variable string) *window {
	t.Helper()
	w := &window{t: t, cmd: exec.Command(os.Args[0])}
	w.cmd.Env = append(os.Environ(), variable)
	var err error
	if w.in, err = w.cmd.StdinPipe(); err != nil {
		t.Fatal(err)
	}
	out, err := w.cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := w.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	w.out = bufio.NewScanner(out)
	t.Cleanup(func() { w.in.Close(); w.cmd.Process.Kill(); w.cmd.Wait() })
	return w
}

func (w *window) says(want string) {
	w.t.Helper()
	if !w.out.Scan() || w.out.Text() != want {
		w.t.Fatalf("the other window says %q, want %q", w.out.Text(), want)
	}
}

func resumeFile(t *testing.T) string {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	path := filepath.Join(t.TempDir(), "cv.json")
	if err := os.WriteFile(path, []byte("{}"), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// taken claims a file that is taken.
func taken(t *testing.T, path string) *Taken {
	t.Helper()
	c, err := Home().Claim(path, func() {})
	var is *Taken
	if c != nil || !errors.As(err, &is) {
		t.Fatalf("claimed: %v, %v", c, err)
	}
	return is
}

func free(t *testing.T, path string) *Claim {
	t.Helper()
	c, err := Home().Claim(path, func() {})
	if c == nil || err != nil {
		t.Fatal(c, err)
	}
	return c
}

func TestTheSecondWindowRaisesTheFirst(t *testing.T) {
	path := resumeFile(t)
	hard, soft := filepath.Join(t.TempDir(), "hard.json"), filepath.Join(t.TempDir(), "soft.json")
	if err := os.Link(path, hard); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(path, soft); err != nil {
		t.Skip("this system lets nobody make symbolic links:", err)
	}
	w := open(t, path)
	w.says("true <nil>")
	for _, p := range []string{path, hard, soft, path} {
		if got := taken(t, p).Ask(time.Minute); got != Raised {
			t.Errorf("%s: answer %d", p, got)
		}
		w.says("raised")
	}
	free(t, filepath.Join(filepath.Dir(path), "other.json")).Release()
	w.in.Close() // it is closed as it should
	w.cmd.Wait()
	free(t, path).Release()
}

func TestWindowsThatWereKilled(t *testing.T) {
	path := resumeFile(t)
	w := open(t, path)
	w.says("true <nil>")
	is := taken(t, path)
	w.cmd.Process.Kill()
	w.cmd.Wait()
	if got := is.Ask(time.Minute); got != Free {
		t.Errorf("answer %d", got)
	}
	// A request that nobody answered does not raise the next window.
	if err := os.WriteFile(Home().file(keyOf(path), requestEnd), []byte("old\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	w = open(t, path)
	w.says("true <nil>")
	if _, err := os.Stat(Home().file(keyOf(path), requestEnd)); !errors.Is(err, os.ErrNotExist) {
		t.Error("the old request is there still:", err)
	}
}

func TestAWindowThatDoesNotAnswer(t *testing.T) {
	path := resumeFile(t)
	c := free(t, path)
	c.watcher.Close()
	if got := taken(t, path).Ask(time.Millisecond); got != Silent {
		t.Errorf("answer %d", got)
	}
	c.Release()
	free(t, path).Release()
}

// What dead processes leave goes; a damaged record keeps nobody out.
func TestWhatIsLeftIsCleaned(t *testing.T) {
	path := resumeFile(t)
	free(t, path).Release()
	for _, end := range []string{lockEnd, ownerEnd, requestEnd} {
		if err := os.WriteFile(Home().file("0123456789abcdef", end), []byte("{"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	c := free(t, path)
	defer c.Release()
	names, err := filepath.Glob(Home().file("*", ".*"))
	if err != nil || len(names) != 3 { // the guard, and ours
		t.Errorf("%q, %v", names, err)
	}
}

func TestWithoutAFolder(t *testing.T) {
	c, err := Folder("").Claim("cv.json", func() {})
	if c != nil || err != nil {
		t.Error(c, err)
	}
	c.Release()
}

func FuzzReadRecord(f *testing.F) {
	f.Add(record{"/a/cv.json"}.encode())
	f.Fuzz(func(t *testing.T, data []byte) {
		r, ok := readRecord(data)
		if !ok {
			return
		}
		if again, ok := readRecord(r.encode()); !ok || again != r {
			t.Errorf("%+v has become %+v", r, again)
		}
	})
}
