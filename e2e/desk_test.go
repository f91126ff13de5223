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
	screen string // the file that holds the screen's pixels
}

// needed are the programs that the tests run.
var needed = []string{"Xvfb", "openbox", "xdotool", "xwininfo", "dbus-run-session", "pdftotext"}

func newDesk(t *testing.T) *desk {
	t.Helper()
	for _, program := range needed {
		if _, err := exec.LookPath(program); err != nil {
			t.Fatalf("%s is not installed: run \"make deps\"", program)
		}
	}
	// Not t.TempDir: what a portal mounts in there may outlive it for a moment.
	folder, err := os.MkdirTemp("", "resumax-e2e")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(folder) })
	d := &desk{t: t, folder: folder, screen: filepath.Join(folder, "Xvfb_screen0")}
	for _, name := range []string{"run", "config", "cache", "data"} {
		if err := os.Mkdir(filepath.Join(folder, name), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	for _, v := range os.Environ() {
		name, _, _ := strings.Cut(v, "=")
		switch name {
		case "HOME", "DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "LC_ALL", "GTK_USE_PORTAL":
		default:
			if !strings.HasPrefix(name, "XDG_") && !strings.HasPrefix(name, "FYNE_") {
				d.env = append(d.env, v)
			}
		}
	}
	d.env = append(d.env, "HOME="+folder, "XDG_RUNTIME_DIR="+filepath.Join(folder, "run"), "XDG_CONFIG_HOME="+filepath.Join(folder, "config"),
		"XDG_CACHE_HOME="+filepath.Join(folder, "cache"), "XDG_DATA_HOME="+filepath.Join(folder, "data"),
		"XDG_CURRENT_DESKTOP=GNOME", "XDG_SESSION_TYPE=x11", "FYNE_SCALE=1", "LC_ALL=C.UTF-8", "LIBGL_ALWAYS_SOFTWARE=1", "NO_AT_BRIDGE=1")
	d.startServer()
	d.start("openbox")
	return d
}

// startServer starts the X server on a display that is free.
func (d *desk) startServer() {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp", "-fbdir", d.folder)
	server.ExtraFiles = []*os.File{write}
	d.run(server)
	write.Close()
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		d.t.Fatal("the X server did not start:", err)
	}
	d.env = append(d.env, fmt.Sprintf("DISPLAY=:%d", number))
}

// start runs a program beside the test, which ends it.
func (d *desk) start(name string, args ...string) *process {
	d.t.Helper()
	return d.run(exec.Command(name, args...))
}

// process is a program that runs beside the test.
type process struct {
	*exec.Cmd
	said  *bytes.Buffer // what it wrote to its error output; to be read when it has ended
	ended chan struct{}
}

func (d *desk) run(c *exec.Cmd) *process {
	d.t.Helper()
	p := &process{Cmd: c, said: &bytes.Buffer{}, ended: make(chan struct{})}
	c.Env = append(c.Env, d.env...)
	c.Stderr = p.said
	c.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	go func() {
		c.Wait()
		close(p.ended)
	}()
	d.t.Cleanup(func() {
		syscall.Kill(-c.Process.Pid, syscall.SIGKILL) // and all that it has started
		<-p.ended
	})
	return p
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
	data, err := os.ReadFile(d.screen)
	if err != nil || len(data) < 100 {
		d.t.Fatalf("the screen can't be read: %d bytes, %v", len(data), err)
	}
	word := func(i int) int { return int(binary.BigEndian.Uint32(data[4*i:])) }
	const depth32, cell = 32, 12
	header, width, height, stride, colours := word(0), word(4), word(5), word(12), word(19)
	first := header + colours*cell
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
