//go:build !windows

package printing

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strconv"
	"strings"
	"time"
)

// ErrNoCUPS says that the system's printing commands are missing.
var ErrNoCUPS = errors.New("this computer has no printing system (CUPS): install its client, or export a PDF and print it elsewhere")

// ErrNoAnswer says that the printing system does not answer.
var ErrNoAnswer = errors.New("the printing system gave no answer in time: try again, or export a PDF and print it elsewhere")

// Printers are the printers that CUPS knows, the default one first.
func Printers(ctx context.Context) ([]string, error) {
	list, err := run(ctx, "lpstat", "-e")
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return nil, ErrNoCUPS
	case errors.Is(err, ErrNoAnswer):
		return nil, err
	case err != nil:
		return nil, ErrNoPrinter // lpstat fails where no server or no queue is there
	}
	printers := strings.Fields(list[:strings.LastIndexByte(list, '\n')+1]) // whole lines
	if len(printers) == 0 {
		return nil, ErrNoPrinter
	}
	if out, err := run(ctx, "lpstat", "-d"); err == nil {
		_, name, _ := strings.Cut(out, ":")
		if i := slices.Index(printers, strings.TrimSpace(name)); i > 0 {
			printers = slices.Concat(printers[i:i+1], printers[:i], printers[i+1:])
		}
	}
	return printers, nil
}

// Print sends a PDF to a printer and returns once CUPS has taken it.
func Print(ctx context.Context, path string, o Options) error {
	path, err := filepath.Abs(path) // a name of its own can look like an option
	if err != nil {
		return fmt.Errorf("the pages to print can't be found: %w", err)
	}
	args := []string{"-n", strconv.Itoa(max(1, o.Copies)), "-t", "Resume"}
	if o.Printer != "" {
		args = append(args, "-d", o.Printer)
	}
	_, err = run(ctx, "lp", append(args, "--", path)...)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return ErrNoCUPS
	case err != nil && o.Printer == "":
		return fmt.Errorf("the printer did not take the pages: %w", err)
	case err != nil:
		return fmt.Errorf("the printer %s did not take the pages: %w", o.Printer, err)
	}
	return nil
}

// beginning keeps the first bytes of what is written to it and drops the rest.
type beginning struct {
	kept []byte
	room int
}

func (b *beginning) Write(p []byte) (int, error) {
	n := min(len(p), b.room)
	b.kept = append(b.kept, p[:n]...)
	b.room -= n
	return len(p), nil
}

// run runs a command and returns what it printed; a failure says what it said.
func run(ctx context.Context, name string, args ...string) (string, error) {
	out, said := beginning{room: 1 << 20}, beginning{room: 1 << 10}
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(c.Environ(), "LC_ALL=C") // the answers are read
	c.Stdout, c.Stderr = &out, &said
	c.WaitDelay = time.Second // for what the command may have started itself
	err := c.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil // the command itself has done its work
	}
	if err != nil && ctx.Err() != nil {
		return "", ErrNoAnswer
	}
	if text := strings.TrimSpace(string(said.kept)); err != nil && text != "" {
		return "", errors.New(text)
	}
	return string(out.kept), err
}

// OpenFile opens a file in the program that the system has for it.
func OpenFile(path string) error {
	name := "xdg-open"
	if runtime.GOOS == "darwin" {
		name = "open"
	}
	target, err := filepath.Abs(path) // a name of its own can look like an option
	if err != nil {
		target = path
	}
	c := exec.Command(name, target)
	if err := c.Start(); err != nil {
		return fmt.Errorf("no program could be started to show %s: open it from your file manager", path)
	}
	go c.Wait() // else it stays behind as a zombie
	return nil
}
