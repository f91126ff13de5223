//go:build !windows

package printing

import (
	"context"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"time"

	"resumax/app/tr"
)

// ErrNoCUPS means that the commands lpstat and lp are missing.
var ErrNoCUPS = tr.Error("printing.cups-isnt-installed-on", "CUPS isn't installed on this computer: install its client, or export a PDF")

// ErrNoAnswer means that CUPS did not answer in time.
var ErrNoAnswer = tr.Error("printing.the-printing-system-didnt", "the printing system didn't respond: try again, or export a PDF")

// Printers are the printers of CUPS, the default one first.
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
	printers := printersIn(list)
	if len(printers) == 0 {
		return nil, ErrNoPrinter
	}
	if out, err := run(ctx, "lpstat", "-d"); err == nil {
		_, name, _ := strings.Cut(out, ":")
		printers = defaultFirst(printers, strings.TrimSpace(name))
	}
	return printers, nil
}

// printersIn are the printers that lpstat -e lists, one on a line. A last line that
// does not end was cut off.
func printersIn(list string) []string {
	return strings.Fields(list[:strings.LastIndexByte(list, '\n')+1])
}

// Print sends pages to a printer and returns once CUPS has taken them.
func Print(ctx context.Context, pages Pages, o Options) error {
	path, err := filepath.Abs(pages.PDF) // a relative name can look like an option
	if err != nil {
		return fmt.Errorf("%s: %w", tr.T("printing.couldnt-find-the-pdf", "couldn't find the PDF to print"), err)
	}
	args := []string{"-n", strconv.Itoa(max(1, o.Copies)), "-t", title()}
	if o.Printer != "" {
		args = append(args, "-d", o.Printer)
	}
	_, err = run(ctx, "lp", append(args, "--", path)...)
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return ErrNoCUPS
	case err != nil && o.Printer == "":
		return fmt.Errorf("%s: %w", tr.T("printing.the-printer-didnt-accept", "the printer didn't accept the pages"), err)
	case err != nil:
		return fmt.Errorf("%s: %w", tr.T("printing.the-printer-didnt-accept-the", "the printer {{.Printer}} didn't accept the pages", tr.With{"Printer": o.Printer}), err)
	}
	return nil
}

// prefix keeps the first bytes written to it and drops the rest.
type prefix struct {
	kept []byte
	room int
}

func (b *prefix) Write(p []byte) (int, error) {
	n := min(len(p), b.room)
	b.kept = append(b.kept, p[:n]...)
	b.room -= n
	return len(p), nil
}

// run runs a command and returns its output; the error has what it printed to stderr.
func run(ctx context.Context, name string, args ...string) (string, error) {
	out, errOut := prefix{room: 1 << 20}, prefix{room: 1 << 10}
	c := exec.CommandContext(ctx, name, args...)
	c.Env = append(c.Environ(), "LC_ALL=C") // the output is parsed
	c.Stdout, c.Stderr = &out, &errOut
	c.WaitDelay = time.Second // for child processes
	err := c.Run()
	if errors.Is(err, exec.ErrWaitDelay) {
		err = nil // the command itself succeeded
	}
	if err != nil && ctx.Err() != nil {
		return "", ErrNoAnswer
	}
	if text := strings.TrimSpace(string(errOut.kept)); err != nil && text != "" {
		return "", errors.New(text)
	}
	return string(out.kept), err
}

// openerOn is the command that opens a file in its default application.
func openerOn(system string) string {
	if system == "darwin" {
		return "open"
	}
	return "xdg-open"
}

// OpenFile opens a file in its default application.
func OpenFile(path string) error {
	target, err := filepath.Abs(path) // a relative name can look like an option
	if err != nil {
		target = path
	}
	c := exec.Command(openerOn(runtime.GOOS), target)
	if err := c.Start(); err != nil {
		return errors.New(tr.T("printing.couldnt-open-open-it", "couldn't open {{.Path}}: open it from your file manager", tr.With{"Path": path}))
	}
	go c.Wait() // else it stays a zombie
	return nil
}
