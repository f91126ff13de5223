package crash

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"resumax/storage/filelock"
)

const childVariable = "RESUMAX_TEST_CRASH"

// TestMain is also the process that crashes, ends, or is killed.
func TestMain(m *testing.M) {
	switch os.Getenv(childVariable) {
	case "":
		os.Exit(m.Run())
	case "panic":
		record()
		var nobody *struct{ name string }
		done := make(chan bool)
		go func() { nobody.name = "x"; close(done) }()
		<-done
	case "end":
		record()
	case "kill":
		record()
		p, _ := os.FindProcess(os.Getpid())
		p.Kill()
		select {}
	}
}

func record() {
	if err := Home().Record("1.2.3"); err != nil {
		panic(err)
	}
}

// run runs a process to its end, and returns what it says.
func run(t *testing.T, how string) string {
	t.Helper()
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), childVariable+"="+how)
	var out bytes.Buffer
	child.Stderr = &out
	child.Run() // it fails on purpose
	return out.String()
}

// later is when a file that was just written is settled.
func later() time.Time { return time.Now().Add(time.Minute) }

func TestACrashIsToldOnce(t *testing.T) {
	t.Setenv("XDG_STATE_HOME", t.TempDir())
	if got := Home().Take(later()); got != "" {
		t.Errorf("before any: %s", got)
	}
	for _, how := range []string{"end", "kill"} {
		run(t, how)
		if got := Home().Take(later()); got != "" {
			t.Errorf("%s: %s", how, got)
		}
	}
	if said := run(t, "panic"); !strings.Contains(said, "nil pointer") {
		t.Fatalf("it did not crash: %s", said)
	}
	run(t, "end") // a later session without a crash hides nothing
	got := Home().Take(later())
	for _, want := range []string{"ResuMax 1.2.3\n", "nil pointer", "goroutine", "crash_test.go"} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not in %s", want, got)
		}
	}
	if again := Home().Take(later()); again != "" {
		t.Errorf("again: %s", again)
	}
	if left, _ := os.ReadDir(string(Home())); len(left) > 0 {
		t.Errorf("%v are left", left)
	}
}

func TestWhatIsTakenIsBounded(t *testing.T) {
	f := Folder(t.TempDir())
	if err := os.WriteFile(filepath.Join(string(f), "crash-1.txt"), bytes.Repeat([]byte("a line\n"), 1<<20), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := f.Take(later()); len(got) > maxText || len(got) < maxText/2 {
		t.Errorf("%d bytes", len(got))
	}
}

func TestALivingProcessKeepsItsFile(t *testing.T) {
	f := Folder(t.TempDir())
	path := filepath.Join(string(f), "crash-1.txt")
	if err := os.WriteFile(path, []byte("ResuMax\nhalf a crash"), 0o600); err != nil {
		t.Fatal(err)
	}
	lock, err := filelock.Acquire(path)
	if err != nil {
		t.Fatal(err)
	}
	if got := f.Take(later()); got != "" {
		t.Errorf("taken: %s", got)
	}
	lock.Release()
	if got := f.Take(later()); got == "" {
		t.Error("not taken after it ended")
	}
}

func TestNowhere(t *testing.T) {
	if err := Folder("").Record("1"); err == nil || Folder("").Take(later()) != "" {
		t.Error(err)
	}
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Folder(filepath.Join(file, "below")).Record("1"); err == nil || errors.Unwrap(err) == nil {
		t.Error(err)
	}
}
