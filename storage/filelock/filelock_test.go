package filelock

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

const holdVariable = "RESUMAX_TEST_HOLD"

// TestMain is also the process that holds a lock until it is killed.
func TestMain(m *testing.M) {
	if path := os.Getenv(holdVariable); path != "" {
		if _, err := Acquire(path); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("held")
		io.Copy(io.Discard, os.Stdin)
		return
	}
	os.Exit(m.Run())
}

func TestLockOfADeadProcessIsFree(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.lock")
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), holdVariable+"="+path)
	in, err := child.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	defer in.Close()
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	if said, err := bufio.NewReader(out).ReadString('\n'); said != "held\n" {
		t.Fatal(said, err)
	}
	if _, err := Acquire(path); !errors.Is(err, ErrHeld) {
		t.Errorf("while the other process runs: %v", err)
	}
	if err := child.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	child.Wait() // the error says that it was killed
	l, err := Acquire(path)
	if err != nil {
		t.Fatal("after it was killed:", err)
	}
	if _, err := Acquire(path); !errors.Is(err, ErrHeld) {
		t.Errorf("twice in one process: %v", err)
	}
	l.Remove()
	if _, err := os.Stat(path); !errors.Is(err, os.ErrNotExist) {
		t.Error("the file is left:", err)
	}
}

func TestWhatIsNoFileIsNotLocked(t *testing.T) {
	if _, err := Acquire(t.TempDir()); err == nil {
		t.Error("a folder is locked")
	}
	if _, err := Acquire(filepath.Join(t.TempDir(), "none", "a")); !errors.Is(err, os.ErrNotExist) {
		t.Error(err)
	}
}
