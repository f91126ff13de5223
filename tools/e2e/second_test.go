//go:build linux

package e2e

import (
	"slices"
	"strings"
	"syscall"
	"testing"
)

// testSecondStart starts the program again while its window is open: the window shows the
// file, unless a window of its own is asked for, which is then the first when the other one
// was killed. The window comes back to its place.
func testSecondStart(t *testing.T, command string) {
	d := newDesk(t)
	p := open(d, sample(d, command), []string{noBus}, command)
	other := another(d)
	quiet := []string{noBus, "RESUMAX_TRACE="}

	n := len(p.events())
	second := launch(d, other, quiet, command)
	p.awaitAfter(n, "the window shows the other file", func(e event) bool { return e.Event == "file" && e.Path == other })
	eventually(t, "the second start has ended", second.hasEnded)
	if code := second.ProcessState.ExitCode(); code != 0 {
		t.Errorf("exit code %d: %s", code, second.said())
	}

	own := launch(d, p.file, quiet, command, "--new-window")
	if id := d.window("sample.json"); id == d.window("another.json") {
		t.Error("there is no window of its own")
	}
	p.Process.Signal(syscall.SIGKILL)
	<-p.ended
	third := launch(d, "", quiet, command)
	p.desk.window("sample.json")
	eventually(t, "the window that is left is the first, or another one is", func() bool {
		return third.hasEnded() || len(strings.Fields(d.do("search", "--onlyvisible", "--name", "ResuMax"))) > 1
	})

	window := d.window("sample.json")
	d.do("windowfocus", "--sync", window)
	const x, y = 150, 90
	d.do("windowsize", "--sync", window, "1000", "700")
	d.do("windowmove", "--sync", window, pixel(x), pixel(y))
	eventually(t, "the window is moved", func() bool { x2, y2 := d.corner(window); return x2 == x && y2 == y })
	d.do("key", "--clearmodifiers", "ctrl+q")
	eventually(t, "the window is closed", own.hasEnded)
	launch(d, p.file, quiet, command, "--new-window")
	window = d.window("sample.json")
	eventually(t, "the window is where it was", func() bool {
		x2, y2 := d.corner(window)
		size := strings.Fields(d.do("getwindowgeometry", window))
		return x2 == x && y2 == y && slices.Contains(size, "1000x700")
	})
}
