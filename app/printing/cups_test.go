//go:build !windows

package printing

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
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

func TestPrint(t *testing.T) {
	folder := commands(t, map[string]string{"lp": `for a; do echo "<$a>"; done > "$FOLDER/args"`})
	for _, c := range []struct {
		path string
		o    Options
		want string
	}{
		{"/a b/-resume.pdf", Options{Printer: "Office_2", Copies: 3}, "<-n> <3> <-t> <Resume> <-d> <Office_2> <--> </a b/-resume.pdf>"},
		{"r.pdf", Options{}, "<-n> <1> <-t> <Resume> <--> <r.pdf>"},
	} {
		if err := Print(t.Context(), c.path, c.o); err != nil {
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
	if err := Print(t.Context(), "r.pdf", Options{}); !errors.Is(err, ErrNoCUPS) {
		t.Errorf("without CUPS: %v", err)
	}
	if err := OpenFile("r.pdf"); err == nil || !strings.Contains(err.Error(), "r.pdf") {
		t.Errorf("without anything to open a file: %v", err)
	}
	commands(t, map[string]string{"lp": "echo 'lp: Unsupported document-format.' >&2; exit 1"})
	if err := Print(t.Context(), "r.pdf", Options{Printer: "Attic"}); err == nil ||
		err.Error() != "the printer Attic did not take the pages: lp: Unsupported document-format." {
		t.Errorf("a printer that refuses: %v", err)
	}
}

// A printing system that does not answer is given up, and what it started too.
func TestPrintingEnds(t *testing.T) {
	folder := commands(t, map[string]string{"lpstat": `echo > "$FOLDER/begun"; while :; do :; done`})
	ctx, cancel := context.WithCancel(t.Context())
	go func() {
		tick := time.NewTicker(5 * time.Millisecond)
		defer tick.Stop()
		for range tick.C {
			if _, err := os.Stat(filepath.Join(folder, "begun")); err == nil || ctx.Err() != nil {
				cancel()
				return
			}
		}
	}()
	if _, err := Printers(ctx); !errors.Is(err, ErrNoAnswer) {
		t.Errorf("printers that do not answer: %v", err)
	}
	cancel()
}
