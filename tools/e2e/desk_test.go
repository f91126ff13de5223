//go:build linux

package e2e

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"
)

// patience bounds every wait. It is long, because a busy machine may be slow; a
// test that passes never waits for its end.
const patience = 90 * time.Second

// eventually waits until cond holds.
func eventually(t *testing.T, what string, cond func() bool) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for deadline := time.Now().Add(patience); ; <-tick.C {
		if cond() {
			return
		}
		if time.Now().After(deadline) {
			t.Fatalf("in vain waited until %s", what)
		}
	}
}

// desk is an X server of a test's own, with a window manager and a home folder.
type desk struct {
	t      *testing.T
	env    []string
	folder string // the home folder; private and empty
}

// needed are the programs that the tests run.
var needed = []string{"Xvfb", "openbox", "xdotool", "xwininfo", "xclip", "dbus-run-session", "pdftotext"}

// kept are the variables that the programs get of those the tests were started
// with. All others might change what they do: an input method, a theme, a scale.
var kept = []string{"PATH", "TMPDIR", "LD_LIBRARY_PATH", "XDG_DATA_DIRS"}

// Autosave is off: these tests are about work that is not saved.
func newDesk(t *testing.T) *desk {
	d := newDeskOf(t, 1440, 900)
	d.furnish("config/fyne/io.github.resumax.ResuMax", "preferences.json", `{"autosave":false,"tour.seen":true}`)
	return d
}

// newDeskOf is a desk with a screen of a size.
func newDeskOf(t *testing.T, width, height int) *desk {
	t.Helper()
	for _, program := range needed {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not installed: run \"make deps\"", program)
		}
	}
	d := &desk{t: t, folder: t.TempDir()}
	for _, name := range kept {
		if value, ok := os.LookupEnv(name); ok {
			d.env = append(d.env, name+"="+value)
		}
	}
	d.env = append(d.env, "HOME="+d.folder, "XDG_RUNTIME_DIR="+d.subfolder("run"), "XDG_CONFIG_HOME="+d.subfolder("config"),
		"XDG_CACHE_HOME="+d.subfolder("cache"), "XDG_DATA_HOME="+d.subfolder("data"), "XDG_CURRENT_DESKTOP=GNOME", "XDG_SESSION_TYPE=x11",
		"FYNE_SCALE=1", "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1")
	t.Cleanup(func() { eventually(t, "all programs have ended", d.endAll) })
	d.startServer(width, height)
	d.start(exec.Command("openbox"))
	return d
}

// subfolder makes a private folder in the home folder.
func (d *desk) subfolder(name string) string {
	d.t.Helper()
	path := filepath.Join(d.folder, name)
	if err := os.MkdirAll(path, 0o700); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// endAll ends the programs that live in the home folder, which are those that
// the test has started and those that they have. It reports whether there were
// none any more.
func (d *desk) endAll() bool {
	none := true
	homes, _ := filepath.Glob("/proc/[0-9]*/environ")
	for _, path := range homes {
		env, _ := os.ReadFile(path) // it may have ended, or be another user's
		if bytes.Contains(env, []byte("HOME="+d.folder+"\x00")) {
			none = false
			if pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path))); err == nil {
				syscall.Kill(pid, syscall.SIGKILL)
			}
		}
	}
	return none
}

// startServer starts the X server on a display that is free.
func (d *desk) startServer(width, height int) {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-noreset", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height), "-nolisten", "tcp", "-fbdir", d.subfolder("screen"))
	server.ExtraFiles = []*os.File{write}
	p := d.start(server)
	write.Close()
	d.t.Cleanup(func() { // a server that is killed leaves its lock, over which servers that start at one time may fall
		server.Process.Signal(syscall.SIGTERM)
		eventually(d.t, "the X server has ended", p.hasEnded)
	})
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		d.t.Fatalf("the X server did not start: %v\n%s", err, p.said())
	}
	d.env = append(d.env, fmt.Sprintf("DISPLAY=:%d", number))
}

// process is a program that runs beside the test.
type process struct {
	*exec.Cmd
	stderr string // the file that its error output goes to
	ended  chan struct{}
}

func (d *desk) start(c *exec.Cmd) *process {
	d.t.Helper()
	stderr, err := os.CreateTemp(d.folder, filepath.Base(c.Path)+"-*.stderr")
	if err != nil {
		d.t.Fatal(err)
	}
	defer stderr.Close()
	p := &process{Cmd: c, stderr: stderr.Name(), ended: make(chan struct{})}
	c.Env = append(c.Env, d.env...)
	c.Stderr = stderr
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() {
		c.Wait()
		close(p.ended)
	}()
	return p
}

// said is what the process has written to its error output.
func (p *process) said() string {
	text, _ := os.ReadFile(p.stderr)
	return string(text)
}

// hasEnded reports whether the process is over.
func (p *process) hasEnded() bool {
	select {
	case <-p.ended:
		return true
	default:
		return false
	}
}

// do moves the mouse and presses keys: the arguments are xdotool's.
func (d *desk) do(args ...string) string {
	d.t.Helper()
	c := exec.Command("xdotool", args...)
	c.Env = d.env
	out, err := c.Output()
	if err != nil && args[0] != "search" { // which fails when it finds nothing
		d.t.Fatalf("xdotool %s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

// selected is the text that is selected in some window of the desk; "" for none.
func (d *desk) selected() string {
	c := exec.Command("xclip", "-o", "-selection", "primary")
	c.Env = d.env
	out, _ := c.Output() // it fails where nothing is selected
	return string(out)
}

// window waits for a window whose title has the words, and returns its number.
func (d *desk) window(title string) (id string) {
	d.t.Helper()
	eventually(d.t, "there is a window “"+title+"”", func() bool {
		id, _, _ = strings.Cut(d.do("search", "--onlyvisible", "--name", title), "\n")
		return id != ""
	})
	return id
}

// corner is where a window's content begins on the screen. (What xdotool tells
// of that counts the frame twice.)
func (d *desk) corner(window string) (x, y float64) {
	d.t.Helper()
	c := exec.Command("xwininfo", "-id", window)
	c.Env = d.env
	out, err := c.Output()
	if err != nil {
		d.t.Fatal("xwininfo:", err)
	}
	for line := range strings.Lines(string(out)) {
		switch name, value, _ := strings.Cut(strings.TrimSpace(line), ":"); name {
		case "Absolute upper-left X":
			x, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
		case "Absolute upper-left Y":
			y, _ = strconv.ParseFloat(strings.TrimSpace(value), 64)
		}
	}
	return x, y
}

// picture is the screen as it is now: the X server keeps it in a file of the
// format xwd.
func (d *desk) picture() *image.RGBA {
	d.t.Helper()
	data, err := os.ReadFile(filepath.Join(d.folder, "screen", "Xvfb_screen0"))
	if err != nil || len(data) < 100 {
		d.t.Fatalf("the screen can't be read: %d bytes, %v", len(data), err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const depth32, cell = 32, 12
	header, width, height, stride, colors := word(0), word(4), word(5), word(12), word(19)
	first := header + colors*cell
	if word(11) != depth32 || first+stride*height > len(data) {
		d.t.Fatalf("the screen is of another kind: %d bits, %d×%d", word(11), width, height)
	}
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p, to := data[first+y*stride+4*x:], img.Pix[y*img.Stride+4*x:]
			to[0], to[1], to[2], to[3] = p[2], p[1], p[0], 255
		}
	}
	return img
}

// keepPicture writes the screen to a file for whoever looks at a failure.
func (d *desk) keepPicture(path string) error {
	var b bytes.Buffer
	if err := png.Encode(&b, d.picture()); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}
