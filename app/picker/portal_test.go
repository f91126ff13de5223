//go:build !windows && !darwin

package picker

import (
	"bufio"
	"errors"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

// busConfig is a message bus with nobody on it: no service of the machine's own
// is started.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=PATH</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

// bus starts a message bus for a test, and makes it the one that the user has.
func bus(t *testing.T) {
	t.Helper()
	dir, err := os.MkdirTemp("", "bus") // a short path: a socket's name has a limit
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	config := filepath.Join(dir, "bus.conf")
	if err := os.WriteFile(config, []byte(strings.Replace(busConfig, "PATH", filepath.Join(dir, "bus"), 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	daemon := exec.Command("dbus-daemon", "--config-file="+config, "--nofork", "--nopidfile", "--print-address")
	out, err := daemon.StdoutPipe()
	if err == nil {
		err = daemon.Start()
	}
	if err != nil {
		t.Fatalf("dbus-daemon does not start: run \"make deps\": %v", err)
	}
	t.Cleanup(func() {
		daemon.Process.Kill()
		daemon.Wait()
	})
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("dbus-daemon does not answer:", err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
}

// portal is a desktop portal that answers as a test says.
type portal struct {
	conn    *dbus.Conn
	version bool // it has a file dialog
	calls   chan call
	answer  func(*portal, dbus.ObjectPath)
	fails   bool // to show a dialog
	handle  dbus.ObjectPath
}

type call struct {
	method, parent, title string
	options               map[string]dbus.Variant
}

// Get answers org.freedesktop.DBus.Properties.Get.
func (p *portal) Get(face, property string) (dbus.Variant, *dbus.Error) {
	if !p.version || face != chooser || property != "version" {
		return dbus.Variant{}, dbus.MakeFailedError(errors.New("no such property"))
	}
	return dbus.MakeVariant(uint32(4)), nil
}

func (p *portal) OpenFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.asked("OpenFile", sender, parent, title, options)
}

func (p *portal) SaveFile(sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	return p.asked("SaveFile", sender, parent, title, options)
}

func (p *portal) asked(method string, sender dbus.Sender, parent, title string, options map[string]dbus.Variant) (dbus.ObjectPath, *dbus.Error) {
	p.calls <- call{method, parent, title, options}
	if p.fails {
		return "", dbus.MakeFailedError(errors.New("no display"))
	}
	token, _ := options["handle_token"].Value().(string)
	handle := requestPath(string(sender), token)
	if p.handle != "" {
		handle = p.handle // portals before 0.9 chose their own
	}
	p.answer(p, handle)
	return handle, nil
}

// respond sends a Response.
func (p *portal) respond(handle dbus.ObjectPath, body ...any) {
	if err := p.conn.Emit(handle, requestFace+".Response", body...); err != nil {
		panic(err)
	}
}

func uris(list ...string) map[string]dbus.Variant {
	return map[string]dbus.Variant{"uris": dbus.MakeVariant(list)}
}

// chosen is a portal at which the user chooses a file.
func chosen(uri ...string) *portal {
	return &portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, uint32(0), uris(uri...)) }}
}

// start puts the portal on a bus of its own.
func (p *portal) start(t *testing.T) {
	t.Helper()
	bus(t)
	p.calls = make(chan call, 8)
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	p.conn = conn
	for _, face := range []string{chooser, "org.freedesktop.DBus.Properties"} {
		if err := conn.Export(p, portalPath, face); err != nil {
			t.Fatal(err)
		}
	}
	if reply, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("no name for the portal: %v %v", reply, err)
	}
}

func TestPortalIsAskedWell(t *testing.T) {
	p := chosen("file:///home/ada/my%20r%C3%A9sum%C3%A9+100%25.json")
	p.start(t)
	r := Request{Title: "Open a resume", Folder: "/home/ada", Name: "mine.json", Filters: resumes}
	path, err := choose("OpenFile", "x11:1f", r)
	if err != nil || path != "/home/ada/my résumé+100%.json" {
		t.Errorf("%q, %v", path, err)
	}
	if _, err := choose("SaveFile", "", r); err != nil {
		t.Error(err)
	}
	if _, err := choose("SaveFile", "", Request{}); err != nil {
		t.Error(err)
	}
	open, save, bare := <-p.calls, <-p.calls, <-p.calls
	if open.method != "OpenFile" || open.parent != "x11:1f" || open.title != "Open a resume" || save.method != "SaveFile" {
		t.Errorf("%+v, %+v", open, save)
	}
	if got := open.options["current_folder"].Value(); string(got.([]byte)) != "/home/ada\x00" {
		t.Errorf("folder %q", got)
	}
	if got := open.options["filters"].String(); got != `[("JSON Resume", [(@u 0, "*.json"), (0, "*.JSON")]), ("All files", [(0, "*")])]` &&
		!strings.Contains(got, "*.JSON") {
		t.Errorf("filters %s", got)
	}
	if _, named := open.options["current_name"]; named || save.options["current_name"].Value() != "mine.json" {
		t.Errorf("names %v, %v", open.options, save.options)
	}
	if got := slices.Sorted(maps.Keys(bare.options)); !slices.Equal(got, []string{"handle_token", "modal"}) {
		t.Errorf("a request that says nothing has %q", got)
	}
	if open.options["handle_token"].Value() == save.options["handle_token"].Value() {
		t.Error("two requests have one token")
	}
}

func TestPortalAnswers(t *testing.T) {
	for name, c := range map[string]struct {
		portal *portal
		want   string
		err    string
	}{
		"a choice":        {chosen("file:///a/b.json"), "/a/b.json", ""},
		"several":         {chosen("file:///a.json", "file:///b.json"), "/a.json", ""},
		"on this host":    {chosen("file://localhost/a.json"), "/a.json", ""},
		"none":            {chosen(), "", ""},
		"not a file":      {chosen("smb://host/a.json"), "", "smb://host/a.json is no file on this computer"},
		"not even an URI": {chosen("file://%zz"), "", "is no file on this computer"},
		"cancelled":       {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, uint32(1), uris()) }}, "", ""},
		"failed":          {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, uint32(2), uris()) }}, "", "could not be shown"},
		"nonsense":        {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, "yes") }}, "", "makes no sense"},
		"another's answer": {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) {
			p.respond("/other", uint32(1), uris())
			p.respond(h, uint32(0), uris("file:///a"))
		}}, "/a", ""},
		"a handle of its":   {&portal{version: true, handle: "/its/own", answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, uint32(0), uris("file:///a")) }}, "/a", ""},
		"gone while asked":  {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.conn.ReleaseName(portalName) }}, "", "went away"},
		"without a dialog":  {&portal{}, "", errNoPortal.Error()},
		"unable to show it": {&portal{version: true, fails: true}, "", errNoPortal.Error()},
	} {
		t.Run(name, func(t *testing.T) {
			c.portal.start(t)
			path, err := choose("OpenFile", "", Request{Title: "Open"})
			if path != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q, %v", path, err)
			}
		})
	}
}

func TestNoPortal(t *testing.T) {
	t.Run("nobody on the bus", func(t *testing.T) {
		bus(t)
		if _, err := choose("OpenFile", "", Request{}); !errors.Is(err, errNoPortal) {
			t.Error(err)
		}
	})
	t.Run("no bus", func(t *testing.T) {
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path="+filepath.Join(t.TempDir(), "none"))
		if _, err := choose("OpenFile", "", Request{}); !errors.Is(err, errNoPortal) {
			t.Error(err)
		}
	})
}
