//go:build linux

package wine

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// patience bounds every wait, which is for something to happen.
const patience = 90 * time.Second

// A Windows of the tests' own: wine's folder, and a screen.
type desk struct {
	t      *testing.T
	prefix string
	env    []string
}

// loader is wine's program, which Debian keeps out of the way.
func loader() (string, error) {
	for _, name := range []string{"wine64", "/usr/lib/wine/wine64", "wine"} {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", exec.ErrNotFound
}

// newDesk makes a Windows with a screen and a printer, or skips the test where that cannot be.
func newDesk(t *testing.T) *desk {
	t.Helper()
	if os.Getenv("RESUMAX_WINDOWS") == "" {
		t.Skip("the packages for Windows are tried by “make windows-test” only")
	}
	if _, err := loader(); err != nil {
		t.Skip("wine is not installed here")
	}
	for _, program := range []string{"Xvfb", "openbox", "xdotool", "x86_64-w64-mingw32-gcc", "gs", "pdftotext"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed here", program)
		}
	}
	d := &desk{t: t, prefix: filepath.Join(t.TempDir(), "windows")}
	d.env = append(os.Environ(), "WINEPREFIX="+d.prefix, "WINEARCH=win64", "WINEDEBUG=-all", "WINEDLLOVERRIDES=mscoree,mshtml=;winemenubuilder.exe=",
		"LIBGL_ALWAYS_SOFTWARE=1", "LC_ALL=C.UTF-8", "FYNE_SCALE=1")
	if err := os.MkdirAll(d.prefix, 0o700); err != nil {
		t.Fatal(err)
	}
	d.startScreen()
	d.must("wineboot", "-i")
	t.Cleanup(func() {
		server := exec.Command("/usr/lib/wine/wineserver", "-k", "-w")
		server.Env = d.env
		server.Run()
	})
	d.build("bcryptprimitives.c", `windows\system32\bcryptprimitives.dll`, "-shared", "-ladvapi32")
	d.build("hold.c", `tools\hold.exe`, "-municode")
	d.build("drop.c", `tools\drop.exe`, "-municode")
	d.build("printer.c", `tools\printer.exe`, "-municode", "-lwinspool")
	ppd, err := os.ReadFile(filepath.Join("testdata", "printer.ppd"))
	if err != nil {
		t.Fatal(err)
	}
	d.write(`C:\tools\printer.ppd`, ppd)
	d.must(`C:\tools\printer.exe`, `C:\tools\printer.ppd`)
	return d
}

// startScreen starts an X server on a display that is free, and a window manager.
func (d *desk) startScreen() {
	d.t.Helper()
	read, write, err := os.Pipe()
	if err != nil {
		d.t.Fatal(err)
	}
	defer read.Close()
	server := exec.Command("Xvfb", "-noreset", "-displayfd", "3", "-screen", "0", "1440x900x24", "-nolisten", "tcp")
	server.ExtraFiles = []*os.File{write}
	if err := server.Start(); err != nil {
		d.t.Fatal(err)
	}
	write.Close()
	d.t.Cleanup(func() { server.Process.Signal(os.Interrupt); server.Wait() })
	var number int
	if _, err := fmt.Fscan(read, &number); err != nil {
		d.t.Fatal("the X server did not start")
	}
	d.env = append(d.env, fmt.Sprintf("DISPLAY=:%d", number))
	manager := exec.Command("openbox")
	manager.Env = d.env
	if err := manager.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { manager.Process.Kill(); manager.Wait() })
}

// build compiles a helper of the tests.
func (d *desk) build(source, to string, flags ...string) {
	d.t.Helper()
	path := d.path(`C:\` + to)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if out, err := exec.Command("x86_64-w64-mingw32-gcc", append([]string{"-O2", "-s", "-o", path, filepath.Join("testdata", source)}, flags...)...).CombinedOutput(); err != nil {
		d.t.Fatalf("%s: %v\n%s", source, err, out)
	}
}

// path is where a file of drive C: is here.
func (d *desk) path(windows string) string {
	rest, ok := strings.CutPrefix(windows, `C:\`)
	if !ok {
		d.t.Fatalf("%s is not on drive C:", windows)
	}
	return filepath.Join(d.prefix, "drive_c", filepath.FromSlash(strings.ReplaceAll(rest, `\`, "/")))
}

func (d *desk) write(windows string, data []byte) {
	d.t.Helper()
	path := d.path(windows)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		d.t.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o644); err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) read(windows string) string {
	data, _ := os.ReadFile(d.path(windows))
	return string(data)
}

func (d *desk) exists(windows string) bool {
	_, err := os.Lstat(d.path(windows))
	return err == nil
}

// command is a program of Windows, in the folder C:\cv.
func (d *desk) command(args ...string) *exec.Cmd {
	wine, _ := loader()
	c := exec.Command(wine, args...)
	c.Env = d.env
	c.Dir = d.prefix
	if folder := d.path(`C:\cv`); d.exists(`C:\cv`) {
		c.Dir = folder
	}
	c.WaitDelay = time.Second
	return c
}

// run runs a program and returns its output, its errors and its exit code.
func (d *desk) run(args ...string) (out, errs string, code int) {
	d.t.Helper()
	c := d.command(args...)
	var stdout, stderr bytes.Buffer
	c.Stdout, c.Stderr = &stdout, &stderr
	if err := c.Run(); c.ProcessState == nil {
		d.t.Fatal(err)
	}
	return stdout.String(), stderr.String(), c.ProcessState.ExitCode()
}

func (d *desk) must(args ...string) string {
	d.t.Helper()
	out, errs, code := d.run(args...)
	if code != 0 {
		d.t.Fatalf("%q: exit code %d: %s%s", args, code, out, errs)
	}
	return out
}

// eventually waits until cond holds.
func (d *desk) eventually(what string, cond func() bool) {
	d.t.Helper()
	for deadline := time.Now().Add(patience); !cond(); time.Sleep(50 * time.Millisecond) {
		if time.Now().After(deadline) {
			d.shot("failed")
			d.t.Fatalf("in vain waited until %s", what)
		}
	}
}

func (d *desk) xdotool(args ...string) string {
	c := exec.Command("xdotool", args...)
	c.Env = d.env
	out, _ := c.Output()
	return strings.TrimSpace(string(out))
}

// window waits for a window by the beginning of its title, and gives it the keyboard.
func (d *desk) window(title string) {
	d.t.Helper()
	d.eventually("a window “"+title+"” is shown", func() bool { return d.shown(title) })
	d.xdotool("search", "--onlyvisible", "--name", "^"+title, "windowactivate", "--sync", "windowfocus", "--sync")
}

func (d *desk) shown(title string) bool {
	return d.xdotool("search", "--onlyvisible", "--name", "^"+title) != ""
}

func (d *desk) gone(title string) {
	d.t.Helper()
	d.eventually("the window “"+title+"” is gone", func() bool { return !d.shown(title) })
}

func (d *desk) key(keys ...string) { d.xdotool(append([]string{"key"}, keys...)...) }

func (d *desk) typed(text string) { d.xdotool("type", "--delay", "20", text) }

// shot keeps a picture of the screen, where RESUMAX_PICTURES names a folder for them.
func (d *desk) shot(name string) {
	if folder := os.Getenv("RESUMAX_PICTURES"); folder != "" {
		c := exec.Command("import", "-window", "root", filepath.Join(folder, name+".png"))
		c.Env = d.env
		c.Run()
	}
}

// window of ResuMax, which writes what it does to a trace.
type program struct {
	*desk
	trace string
	ended chan error
}

// open starts the editor.
func (d *desk) open(exe, trace string, args ...string) *program {
	d.t.Helper()
	c := d.command(append([]string{exe}, args...)...)
	c.Env = append(c.Env, `RESUMAX_TRACE=`+trace)
	if err := c.Start(); err != nil {
		d.t.Fatal(err)
	}
	p := &program{d, trace, make(chan error, 1)}
	go func() { p.ended <- c.Wait() }()
	return p
}

// says waits for an event with a member that ends in a text, and returns how many there were.
func (p *program) says(event, member, text string) {
	p.t.Helper()
	p.eventually(fmt.Sprintf("it says %s %q", event, text), func() bool { return p.has(event, member, text) })
}

func (p *program) has(event, member, text string) bool {
	for line := range strings.Lines(p.read(p.trace)) {
		var e map[string]any
		if json.Unmarshal([]byte(line), &e) == nil && e["event"] == event && strings.HasSuffix(fmt.Sprint(e[member]), text) {
			return true
		}
	}
	return false
}

// quit closes the window and waits for the program's end.
func (p *program) quit() {
	p.t.Helper()
	p.key("ctrl+q")
	select {
	case <-p.ended:
	case <-time.After(patience):
		p.shot("failed")
		p.t.Fatal("the program does not end")
	}
}
