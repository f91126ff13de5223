package cli

import (
	"bytes"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// self is the command that runs a verb in a process of its own.
func self(t testing.TB, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	c := exec.Command(self, args...)
	c.Env = append(os.Environ(), asProgram+"=yes")
	return c
}

// program runs a verb in a process of its own, under settings of the system's
// locale and time.
func program(t testing.TB, settings []string, args ...string) string {
	t.Helper()
	c := self(t, args...)
	c.Env = append(c.Env, settings...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	if err := c.Run(); err != nil {
		t.Fatalf("%v: %v: %s", args, err, errs.String())
	}
	return out.String() + errs.String()
}

// The same call gives the same bytes, at whatever place and time.
func TestOutputsRepeat(t *testing.T) {
	settings := [][]string{
		{"LC_ALL=C", "LANG=C", "TZ=UTC"},
		{"LC_ALL=de_DE.UTF-8", "LANG=de_DE.UTF-8", "TZ=Pacific/Kiritimati"},
		{"LC_ALL=tr_TR.UTF-8", "LANG=ar_EG.UTF-8", "TZ=America/Adak", "COLUMNS=20", "TERM=dumb", "NO_COLOR=1"},
		{"LC_ALL=", "LANG=", "TZ=", "GOMAXPROCS=1", "GOGC=20"},
	}
	names := strings.NewReplacer("FILE", fixture(t), "SAMPLE", sample(t))
	for call, settings := range map[string][][]string{
		"score FILE --today 2026-03-31":                 settings,
		"score FILE --today 2026-03-31 --format json":   settings,
		"score SAMPLE --today 2026-03-31 --format json": settings[:2],
		"export FILE -o - --format pdf":                 settings,
		"export SAMPLE -o - --format pdf":               settings[:2],
		"export FILE -o - --format png":                 settings[1:2], // takes long with the race detector
		"export FILE -o - --format txt":                 settings,
		"export FILE -o - --format json":                settings[:2],
		"new --role backend-engineer --sample":          settings[:2],
		"roles --format json":                           settings[:2],
		"designs":                                       settings[:2],
		"help export":                                   settings[:2],
	} {
		args := strings.Fields(names.Replace(call))
		here := run(args...).done(t)
		for _, s := range settings {
			if got := program(t, s, args...); got != here.out+here.err {
				t.Errorf("%s under %q: %s", call, s, difference(got, here.out+here.err))
			}
		}
	}
}

// difference is where two texts begin to differ.
func difference(got, want string) string {
	i := 0
	for i < min(len(got), len(want)) && got[i] == want[i] {
		i++
	}
	quote := func(s string) string { return s[max(0, i-20):min(len(s), i+40)] }
	return "got …" + quote(got) + "… want …" + quote(want) + "…"
}

// A process ends with the code that the verb gave.
func TestExitCodeOfTheProcess(t *testing.T) {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for args, want := range map[string]int{"version": exitDone, "score gone.json": exitFailed, "score": exitUsage} {
		c := exec.Command(self, strings.Fields(args)...)
		c.Env = append(os.Environ(), asProgram+"=yes")
		c.Run() // the code says how it ended
		if got := c.ProcessState.ExitCode(); got != want {
			t.Errorf("%s: exit code %d, want %d", args, got, want)
		}
	}
}
