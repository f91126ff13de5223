//go:build !windows

package printing

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// commands puts shell scripts in place of the system's commands.
func commands(t *testing.T, scripts map[string]string) (folder string) {
	t.Helper()
	folder = t.TempDir()
	for name, script := range scripts {
		if err := os.WriteFile(filepath.Join(folder, name), []byte("#!/bin/sh\n"+script+"\n"), 0o755); err != nil {
			t.Fatal(err)
		}
	}
	t.Setenv("PATH", folder)
	t.Setenv("FOLDER", folder)
	return folder
}

func TestPrinters(t *testing.T) {
	list := "case $1 in -e) echo Attic; echo Office_2; echo Hall;; -d) echo \"system default destination: $DEFAULT\";; esac"
	for name, c := range map[string]struct {
		script, fallback string
		want             []string
		err              error
	}{
		"the default first":       {script: list, fallback: "Office_2", want: []string{"Office_2", "Attic", "Hall"}},
		"the default is first":    {script: list, fallback: "Attic", want: []string{"Attic", "Office_2", "Hall"}},
		"a default that is gone":  {script: list, fallback: "Cellar", want: []string{"Attic", "Office_2", "Hall"}},
		"no default":              {script: "[ $1 = -e ] && echo Attic", want: []string{"Attic"}},
		"no printer":              {script: "exit 0", err: ErrNoPrinter},
		"no server":               {script: "echo 'lpstat: Bad file descriptor' >&2; exit 1", err: ErrNoPrinter},
		"answers in its language": {script: "[ \"$LC_ALL\" = C ] && echo Attic", want: []string{"Attic"}},
	} {
		commands(t, map[string]string{"lpstat": c.script})
		t.Setenv("DEFAULT", c.fallback)
		t.Setenv("LC_ALL", "de_DE.UTF-8")
		got, err := Printers(t.Context())
		if !slices.Equal(got, c.want) || !errors.Is(err, c.err) {
			t.Errorf("%s: %q, %v", name, got, err)
		}
	}
}

func TestOpenerOn(t *testing.T) {
	for system, want := range map[string]string{"linux": "xdg-open", "freebsd": "xdg-open", "darwin": "open"} {
		if got := openerOn(system); got != want {
			t.Errorf("%s: %s", system, got)
		}
	}
}

func TestPrint(t *testing.T) {
	here, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	folder := commands(t, map[string]string{"lp": `for a; do echo "<$a>"; done > "$FOLDER/args"`})
	for _, c := range []struct {
		path string
		o    Options
		want string
	}{
		{"-", Options{}, "<-n> <1> <-t> <Resume> <--> <" + here + "/->"},
		{"/a b/-resume.pdf", Options{Printer: "Office_2", Copies: 3}, "<-n> <3> <-t> <Resume> <-d> <Office_2> <--> </a b/-resume.pdf>"},
		{"r.pdf", Options{Copies: -1}, "<-n> <1> <-t> <Resume> <--> <" + here + "/r.pdf>"},
	} {
		if err := Print(t.Context(), Pages{PDF: c.path}, c.o); err != nil {
			t.Error(err)
		}
		args, err := os.ReadFile(filepath.Join(folder, "args"))
		if got := strings.Join(strings.Split(strings.TrimSpace(string(args)), "\n"), " "); err != nil || got != c.want {
			t.Errorf("lp was called with %s (%v)", got, err)
		}
	}
}

func TestPrintingFails(t *testing.T) {
	commands(t, nil)
	if _, err := Printers(t.Context()); !errors.Is(err, ErrNoCUPS) {
		t.Errorf("without CUPS: %v", err)
	}
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{}); !errors.Is(err, ErrNoCUPS) {
		t.Errorf("without CUPS: %v", err)
	}
	if err := OpenFile("r.pdf"); err == nil || !strings.Contains(err.Error(), "r.pdf") {
		t.Errorf("without anything to open a file: %v", err)
	}
	commands(t, map[string]string{"lp": "echo 'lp: Unsupported document-format.' >&2; exit 1"})
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{Printer: "Attic"}); err == nil ||
		err.Error() != "the printer Attic didn't accept the pages: lp: Unsupported document-format." {
		t.Errorf("a printer that refuses: %v", err)
	}
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{}); err == nil ||
		err.Error() != "the printer didn't accept the pages: lp: Unsupported document-format." {
		t.Errorf("the default printer refuses: %v", err)
	}
	commands(t, map[string]string{"lp": "exit 3"})
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{}); err == nil || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("a printer that refuses without a word: %v", err)
	}
}

// What a command prints without end is not kept without end.
func TestOutputIsBounded(t *testing.T) {
	const lines = `i=0; while [ $i -lt 40000 ]; do echo a_printer_with_a_long_name_$i; i=$((i+1)); done`
	commands(t, map[string]string{"lpstat": "[ $1 = -e ] || exit 1; " + lines, "lp": "{ " + lines + "; } >&2; exit 1"})
	got, err := Printers(t.Context())
	if err != nil || len(got) < 1000 || len(got) >= 40000 {
		t.Fatalf("%d printers, %v", len(got), err)
	}
	if last := got[len(got)-1]; last != fmt.Sprint("a_printer_with_a_long_name_", len(got)-1) {
		t.Errorf("the last printer is %s", last)
	}
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{}); err == nil || len(err.Error()) > 1200 {
		t.Errorf("a failure has %d bytes", len(fmt.Sprint(err)))
	}
}

// A command that is done has done its work, whatever it left running.
func TestCommandLeavesAChild(t *testing.T) {
	folder := commands(t, map[string]string{"lp": `read line < "$FOLDER/over" & exit 0`})
	over := filepath.Join(folder, "over")
	if err := syscall.Mkfifo(over, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := Print(t.Context(), Pages{PDF: "r.pdf"}, Options{}); err != nil {
		t.Error(err)
	}
	end, err := os.OpenFile(over, os.O_WRONLY, 0) // the child reads the end, and ends
	if err != nil {
		t.Fatal(err)
	}
	end.Close()
}

// over is a context whose time ran out just as the command came to its end.
type over struct{ context.Context }

func (over) Err() error { return context.DeadlineExceeded }

// What was printed in the last moment must not be called a failure: the user
// would print it again.
func TestPrintedInTheLastMoment(t *testing.T) {
	commands(t, map[string]string{"lp": "exit 0"})
	if err := Print(over{context.Background()}, Pages{PDF: "r.pdf"}, Options{}); err != nil {
		t.Error(err)
	}
}

func TestOpenFile(t *testing.T) {
	script := `echo "$1" > "$FOLDER/new"; /bin/mv "$FOLDER/new" "$FOLDER/opened"`
	folder := commands(t, map[string]string{"xdg-open": script, "open": script})
	t.Chdir(folder)
	if err := OpenFile("-a b.pdf"); err != nil {
		t.Fatal(err)
	}
	opened := filepath.Join(folder, "opened")
	waitFor(t, opened)
	got, err := os.ReadFile(opened)
	if want := filepath.Join(folder, "-a b.pdf") + "\n"; err != nil || string(got) != want {
		t.Errorf("it opened %q (%v), not %q", got, err, want)
	}
}

// waitFor waits until a file is there.
func waitFor(t *testing.T, path string) {
	t.Helper()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for late := time.After(time.Minute); ; {
		if _, err := os.Stat(path); err == nil {
			return
		}
		select {
		case <-tick.C:
		case <-late:
			t.Errorf("there is no %s", filepath.Base(path))
			return
		}
	}
}

// A printing system that does not answer is given up, and what asks it ended.
func TestPrintingEnds(t *testing.T) {
	const script = `echo $$ > "$FOLDER/new"; /bin/mv "$FOLDER/new" "$FOLDER/begun"; while :; do :; done`
	for name, ask := range map[string]func(context.Context) error{
		"lpstat": func(ctx context.Context) error { _, err := Printers(ctx); return err },
		"lp":     func(ctx context.Context) error { return Print(ctx, Pages{PDF: "r.pdf"}, Options{}) },
	} {
		begun := filepath.Join(commands(t, map[string]string{name: script}), "begun")
		ctx, cancel := context.WithCancel(t.Context())
		go func() {
			defer cancel()
			waitFor(t, begun)
		}()
		if err := ask(ctx); !errors.Is(err, ErrNoAnswer) {
			t.Errorf("%s does not answer: %v", name, err)
		}
		id, err := os.ReadFile(begun)
		if err != nil {
			t.Fatal(err)
		}
		if pid, err := strconv.Atoi(strings.TrimSpace(string(id))); err != nil || syscall.Kill(pid, 0) != syscall.ESRCH {
			t.Errorf("%s runs on (process %q, %v)", name, id, err)
		}
	}
}
