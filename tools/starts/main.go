// Command starts checks that a built program opens its window on any system, and
// nothing else: it opens a role's sample, waits until the page and the score are
// shown, as the program's trace tells, and ends it.
//
//	go run ./tools/starts dist/resumax
//
// The window's own tests need Linux (tools/e2e). This is what continuous
// integration does on the others.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// patience is how long a window may take on a slow machine without a graphics card.
const patience = 2 * time.Minute

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "starts: name the program")
		os.Exit(2)
	}
	if err := starts(os.Args[1], patience); err != nil {
		fmt.Fprintln(os.Stderr, "starts:", err)
		os.Exit(1)
	}
}

// shown are the events without which nothing is seen yet. Page and score are made while the
// window is, and fields have places only in a window.
var shown = []string{"page", "score", "fields"}

// steady is how long it goes on then: a window that can't be painted ends the program.
const steady = 2 * time.Second

// starts opens the program's window, and returns once it shows a resume. What the program
// says, should it not, is part of the error.
func starts(program string, patience time.Duration) error {
	folder, err := os.MkdirTemp("", "resumax-starts")
	if err != nil {
		return err
	}
	defer os.RemoveAll(folder)
	program, err = filepath.Abs(program)
	if err != nil {
		return err
	}
	sample, trace := filepath.Join(folder, "sample.resume.json"), filepath.Join(folder, "trace")
	if out, err := exec.Command(program, "new", "--role", "backend-engineer", "--sample", "-o", sample).CombinedOutput(); err != nil {
		return fmt.Errorf("no sample is made: %w\n%s", err, out)
	}
	c := exec.Command(program, sample)
	c.Env = append(os.Environ(), "RESUMAX_TRACE="+trace)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		return err
	}
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	begin, since := time.Now(), time.Time{} // since it is shown
	look := time.NewTicker(50 * time.Millisecond)
	defer look.Stop()
	for {
		select {
		case err := <-ended:
			return fmt.Errorf("the program ended before it showed anything: %v\n%s", err, said.Bytes())
		case <-look.C:
		}
		missing := lacking(trace)
		if missing == "" && since.IsZero() {
			since = time.Now()
		}
		if missing == "" && time.Since(since) > steady {
			fmt.Printf("the window shows the page and the score after %v\n", since.Sub(begin).Round(10*time.Millisecond))
			return errors.Join(c.Process.Kill(), waited(ended))
		}
		if missing != "" && time.Since(begin) > patience {
			// It is told what was said, which must be whole.
			_ = c.Process.Kill()
			<-ended
			return fmt.Errorf("after %v there is no event “%s”:\n%s", patience, missing, said.Bytes())
		}
	}
}

// waited waits until the program has ended, of which its files are in the way. That it was
// killed is no error.
func waited(ended chan error) error {
	var killed *exec.ExitError
	if err := <-ended; err != nil && !errors.As(err, &killed) {
		return err
	}
	return nil
}

// lacking is the first of the events that the trace has not, "" if it has all.
func lacking(trace string) string {
	data, _ := os.ReadFile(trace) // none yet
	seen := map[string]bool{}
	for line := range bytes.Lines(data) {
		var e struct {
			Event  string
			Places map[string]any
		}
		if json.Unmarshal(line, &e) == nil && (e.Event != "fields" || len(e.Places) > 0) { // the last line may be half written
			seen[e.Event] = true
		}
	}
	for _, event := range shown {
		if !seen[event] {
			return event
		}
	}
	return ""
}
