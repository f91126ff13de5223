// Package crash keeps what the program says when it crashes, and hands it to the
// next start. It stays on this computer.
package crash

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"resumax/storage/file"
	"resumax/storage/filelock"
	"resumax/storage/folders"
)

// Folder is where the output of crashes is.
type Folder string

// Home is the folder of the one who runs the program, "" where the system names
// none.
func Home() Folder { return Folder(folders.State("crash")) }

const (
	start = "crash-"
	end   = ".txt"
	// maxText bounds what is handed on, in bytes. A crash's reason and its
	// goroutine come first; the other goroutines can be thousands.
	maxText = 64 << 10
	// settledAfter is how old a file without a crash must be to be removed.
	settledAfter = time.Second
)

// Record sends what the Go runtime says when this process crashes to a file of its
// own, besides standard error. The first line says which version of the program
// it is.
func (f Folder) Record(version string) error {
	if f == "" {
		return errors.New("the output of crashes cannot be kept: this system has no folder for it")
	}
	if err := f.record(version); err != nil {
		return fmt.Errorf("the output of crashes cannot be kept: %w", err)
	}
	return nil
}

func (f Folder) record(version string) error {
	if err := os.MkdirAll(string(f), 0o700); err != nil {
		return err
	}
	var random [8]byte
	rand.Read(random[:])
	out, err := os.OpenFile(filepath.Join(string(f), start+hex.EncodeToString(random[:])+end), os.O_RDWR|os.O_CREATE|os.O_EXCL|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer out.Close() // the runtime has a duplicate, and with that the lock goes on
	_ = filelock.Try(out)
	if _, err := out.WriteString(head(version)); err != nil {
		return err
	}
	return debug.SetCrashOutput(out, debug.CrashOptions{})
}

func head(version string) string { return "ResuMax " + strings.ReplaceAll(version, "\n", " ") + "\n" }

// Take is what the program said when it crashed last, "" where it has not since
// the last call: each crash is returned once. Files of processes that ended without a
// crash are removed. Now is the time.
func (f Folder) Take(now time.Time) string {
	entries, err := os.ReadDir(string(f))
	if f == "" || err != nil {
		return ""
	}
	var newest string
	var at time.Time
	for _, e := range entries {
		info, err := e.Info()
		if err != nil || !strings.HasPrefix(e.Name(), start) || !strings.HasSuffix(e.Name(), end) {
			continue
		}
		text, ok := take(filepath.Join(string(f), e.Name()), now.Sub(info.ModTime()) < settledAfter)
		if ok && text != "" && (newest == "" || info.ModTime().After(at)) {
			newest, at = text, info.ModTime()
		}
	}
	return newest
}

// take reads and removes the file of a process that has ended. A young file without
// a crash in it stays: its process may be about to lock it.
func take(path string, young bool) (text string, ok bool) {
	in, err := file.Open(path)
	if err != nil {
		return "", false
	}
	defer in.Close()
	if errors.Is(filelock.Try(in), filelock.ErrHeld) {
		return "", false
	}
	data, err := io.ReadAll(io.LimitReader(in, maxText))
	if err != nil {
		return "", false
	}
	in.Close() // Windows removes no open file
	text = strings.ToValidUTF8(string(data), "�")
	_, after, _ := strings.Cut(text, "\n") // the first line alone is no crash
	crashed := strings.TrimSpace(after) != ""
	if !crashed && young || os.Remove(path) != nil {
		return "", false // what stays must not be returned, or it would be each time
	}
	return text, crashed
}
