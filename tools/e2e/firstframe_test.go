//go:build linux

package e2e

import (
	"bufio"
	"bytes"
	"image"
	"image/color"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// TestFirstFrame grabs the screen from the start on, as fast as it can: the first frame
// that has something in it is already the one that stays, in its colors and with all its
// text, whether the theme is chosen or the desktop's.
func TestFirstFrame(t *testing.T) {
	command := build(t)
	for _, c := range []struct {
		name        string
		preferences string
		scheme      uint32 // of the desktop: 1 dark, 2 light, 0 for a desktop that can't say
		start       bool   // without a file
		dark        bool
	}{
		{name: "light", preferences: `{"theme":1,"tour.seen":true}`},
		{name: "dark", preferences: `{"theme":2,"tour.seen":true}`, dark: true},
		{name: "desktop light", preferences: `{"tour.seen":true}`, scheme: 2},
		{name: "desktop dark", preferences: `{"tour.seen":true}`, scheme: 1, dark: true},
		{name: "desktop dark against the last answer", preferences: `{"theme.desktop":1,"tour.seen":true}`, scheme: 1, dark: true},
		{name: "last answer dark", preferences: `{"theme.desktop":2,"tour.seen":true}`, dark: true},
		{name: "no answer", preferences: `{"tour.seen":true}`},
		{name: "start light", preferences: `{"theme":1,"tour.seen":true}`, start: true},
		{name: "start dark", preferences: `{"theme":2,"tour.seen":true}`, start: true, dark: true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d := newDesk(t)
			d.furnish("config/fyne/io.github.resumax.ResuMax", "preferences.json", c.preferences)
			bus, file := noBus, ""
			if c.scheme != 0 {
				bus = d.settingsPortal(c.scheme).address
			}
			if !c.start {
				file = sample(d, command)
			}
			eventually(t, "the mouse is shown", func() bool { return colors(d.picture()) > 1 }) // by the window manager
			p := launch(d, file, []string{bus}, command)
			frames, took := p.firstFrames()
			window := p.window("ResuMax")
			x, y := p.corner(window)
			content := p.content(window, int(x), int(y))
			last := p.still()
			at := firstShown(frames, content)
			if at < 0 {
				t.Fatal("no frame was grabbed")
			}
			first := frames[at]
			t.Logf("shown after %v, frame %d of %v", took[at], at, took)
			if got, want := ground(first, content), ground(last, content); got != want {
				t.Errorf("the first frame is %v, and then it is %v", got, want)
			}
			if isDark := ground(last, content).R < 128; isDark != c.dark {
				t.Errorf("dark is %v", isDark)
			}
			if changed := differing(first, last, content); !c.start && changed > content.Dx()*content.Dy()/500 {
				t.Errorf("%d pixels of the first frame changed", changed)
			}
			if t.Failed() {
				keepFrame(t, first)
			}
			scores := map[float64]bool{}
			for _, e := range p.events() {
				if e.Event == "score" {
					scores[e.Value] = true
				}
			}
			if len(scores) > 1 {
				t.Errorf("scores %v were shown", scores)
			}
		})
	}
}

// TestDesktopTheme changes what the desktop prefers while the window is open.
func TestDesktopTheme(t *testing.T) {
	command := build(t)
	d := newDesk(t)
	portal := d.settingsPortal(2)
	p := open(d, sample(d, command), []string{portal.address}, command)
	window := p.window("ResuMax")
	x, y := p.corner(window)
	content := p.content(window, int(x), int(y))
	for _, scheme := range []uint32{1, 2, 1, 0} {
		portal.change(scheme)
		p.eventually("the window follows the desktop", func() bool {
			return (ground(p.picture(), content).R < 128) == (scheme == 1)
		})
	}
}

// firstFrames grabs the screen until the window is shown and nothing has moved for a
// second, and returns the frames that were on it for two looks: half a frame is never
// that. Took is how long it was until each of them.
func (p *program) firstFrames() (frames []*image.RGBA, took []time.Duration) {
	began := time.Now()
	seen, since, kept := p.picture(), time.Now(), false
	p.eventually("the window is shown", func() bool {
		for !p.hasEnded() {
			now := p.picture()
			if !same(seen, now, now.Rect) {
				seen, since, kept = now, time.Now(), false
				continue
			}
			if !kept {
				frames, took, kept = append(frames, now), append(took, since.Sub(began)), true
			}
			if time.Since(since) > time.Second {
				since = time.Now()
				return differing(frames[0], now, now.Rect) > now.Rect.Dx()*now.Rect.Dy()/4
			}
		}
		return false
	})
	return frames, took
}

// firstShown is the first frame in which the window is painted from top to bottom: until
// then the screen shows there what it has shown before, black.
func firstShown(frames []*image.RGBA, content image.Rectangle) int {
	return slices.IndexFunc(frames, func(f *image.RGBA) bool {
		return differing(frames[0], f, content) > content.Dx()*content.Dy()*99/100
	})
}

// content is where a window's content is on the screen.
func (d *desk) content(window string, x, y int) image.Rectangle {
	d.t.Helper()
	var width, height int
	for line := range strings.Lines(d.do("getwindowgeometry", "--shell", window)) {
		if n, ok := strings.CutPrefix(strings.TrimSpace(line), "WIDTH="); ok {
			width, _ = strconv.Atoi(n)
		}
		if n, ok := strings.CutPrefix(strings.TrimSpace(line), "HEIGHT="); ok {
			height, _ = strconv.Atoi(n)
		}
	}
	return image.Rect(x, y, x+width, y+height).Intersect(d.picture().Rect)
}

// ground is the color that most of a part of a picture has.
func ground(m *image.RGBA, part image.Rectangle) (most color.RGBA) {
	count := map[color.RGBA]int{}
	for y := part.Min.Y; y < part.Max.Y; y += 3 {
		for x := part.Min.X; x < part.Max.X; x += 3 {
			count[m.RGBAAt(x, y)]++
		}
	}
	for c, n := range count {
		if n > count[most] {
			most = c
		}
	}
	return most
}

// keepFrame writes a frame to a file for whoever looks at a failure.
func keepFrame(t *testing.T, m image.Image) {
	path := filepath.Join("testdata", "failed", strings.ReplaceAll(t.Name(), "/", "-")+"-first.png")
	os.MkdirAll(filepath.Dir(path), 0o755)
	var b bytes.Buffer
	if err := png.Encode(&b, m); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Log("the first frame:", path)
}

// differing is how many pixels differ in a part.
func differing(a, b *image.RGBA, part image.Rectangle) (n int) {
	for y := part.Min.Y; y < part.Max.Y; y++ {
		for x := part.Min.X; x < part.Max.X; x++ {
			if a.RGBAAt(x, y) != b.RGBAAt(x, y) {
				n++
			}
		}
	}
	return n
}

// settingsPortal is a message bus whose desktop portal has settings and nothing else.
type settingsPortal struct {
	address string // the environment's variable
	conn    *dbus.Conn
	scheme  uint32
}

const (
	portalPath   = "/org/freedesktop/portal/desktop"
	settingsName = "org.freedesktop.portal.Settings"
)

// settingsPortal starts a bus with a portal that prefers a color scheme.
func (d *desk) settingsPortal(scheme uint32) *settingsPortal {
	d.t.Helper()
	daemon := exec.Command("dbus-daemon", "--session", "--nofork", "--print-address")
	out, err := daemon.StdoutPipe()
	if err != nil {
		d.t.Fatal(err)
	}
	d.start(daemon)
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		d.t.Fatal("the message bus did not start:", err)
	}
	address := strings.TrimSpace(line)
	conn, err := dbus.Connect(address)
	if err != nil {
		d.t.Fatal(err)
	}
	d.t.Cleanup(func() { conn.Close() })
	s := &settingsPortal{"DBUS_SESSION_BUS_ADDRESS=" + address, conn, scheme}
	if err := conn.Export(s, portalPath, settingsName); err != nil {
		d.t.Fatal(err)
	}
	if reply, err := conn.RequestName("org.freedesktop.portal.Desktop", dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		d.t.Fatal(reply, err)
	}
	return s
}

// Read answers as the portal does, with a value in a value.
func (s *settingsPortal) Read(namespace, key string) (dbus.Variant, *dbus.Error) {
	if namespace != "org.freedesktop.appearance" || key != "color-scheme" {
		return dbus.Variant{}, dbus.NewError("org.freedesktop.portal.Error.NotFound", nil)
	}
	return dbus.MakeVariant(dbus.MakeVariant(s.scheme)), nil
}

// change tells that the desktop prefers another scheme.
func (s *settingsPortal) change(scheme uint32) {
	s.conn.Emit(portalPath, settingsName+".SettingChanged", "org.freedesktop.appearance", "color-scheme", dbus.MakeVariant(scheme))
}
