//go:build !windows && !darwin

package picker

import (
	"bufio"
	"errors"
	"fmt"
	"maps"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/godbus/dbus/v5"
)

// busConfig is a message bus with nobody on it: no service of the machine's own
// is started.
const busConfig = `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN" "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:path=PATH</listen><auth>EXTERNAL</auth>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/></policy></busconfig>`

// bus starts a message bus for a test, and makes it the one that the user has.
// It ends with the test, or before where stop is called.
func bus(t *testing.T) (stop func()) {
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
	stop = sync.OnceFunc(func() {
		daemon.Process.Kill()
		daemon.Wait()
	})
	t.Cleanup(stop)
	address, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		t.Fatal("dbus-daemon does not answer:", err)
	}
	t.Setenv("DBUS_SESSION_BUS_ADDRESS", strings.TrimSpace(address))
	return stop
}

// portal is a desktop portal that answers as a test says.
type portal struct {
	t       *testing.T
	conn    *dbus.Conn
	stopBus func()
	version bool // it has a file dialog
	calls   chan call
	answer  func(*portal, dbus.ObjectPath)
	before  func(*portal) // what happens before a dialog is agreed to
	fails   bool          // to show a dialog
	hangs   chan struct{} // holds up everything until it is closed
	handle  dbus.ObjectPath
}

type call struct {
	method, parent, title string
	options               map[string]dbus.Variant
}

// Get answers org.freedesktop.DBus.Properties.Get.
func (p *portal) Get(face, property string) (dbus.Variant, *dbus.Error) {
	if p.hangs != nil {
		<-p.hangs
	}
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
	if p.before != nil {
		p.before(p)
	}
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

// ends is a portal whose user ends the dialog with this code.
func ends(code uint32) *portal {
	return says(code, uris())
}

// says is a portal that answers with this body.
func says(body ...any) *portal {
	return &portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.respond(h, body...) }}
}

func uris(list ...string) map[string]dbus.Variant {
	return map[string]dbus.Variant{"uris": dbus.MakeVariant(list)}
}

// chosen is a portal at which the user chooses a file.
func chosen(uri ...string) *portal {
	return says(uint32(0), uris(uri...))
}

// replace lets another portal take over the name.
func (p *portal) replace() {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		panic(err)
	}
	p.t.Cleanup(func() { conn.Close() })
	if reply, err := conn.RequestName(portalName, dbus.NameFlagReplaceExisting); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		panic(fmt.Sprint("the portal is not replaced: ", reply, err))
	}
}

// start puts the portal on a bus of its own.
func (p *portal) start(t *testing.T) {
	t.Helper()
	p.t, p.stopBus = t, bus(t)
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
	if reply, err := conn.RequestName(portalName, dbus.NameFlagDoNotQueue|dbus.NameFlagAllowReplacement); err != nil || reply != dbus.RequestNameReplyPrimaryOwner {
		t.Fatalf("no name for the portal: %v %v", reply, err)
	}
}

func TestPortalIsAskedWell(t *testing.T) {
	p := chosen("file:///home/ada/r.json")
	p.start(t)
	r := Request{Title: "Open a resume", Folder: "/home/ada", Name: "mine.json", Filters: resumes}
	for _, c := range []struct {
		method, parent string
		r              Request
	}{{"OpenFile", "x11:1f", r}, {"SaveFile", "", r}, {"SaveFile", "", Request{}}} {
		if path, err := choose(c.method, c.parent, c.r, defaultTimeouts); err != nil || path != "/home/ada/r.json" {
			t.Errorf("%s: %q, %v", c.method, path, err)
		}
	}
	open, save, bare := <-p.calls, <-p.calls, <-p.calls
	if open.method != "OpenFile" || open.parent != "x11:1f" || open.title != "Open a resume" || save.method != "SaveFile" || save.parent != "" {
		t.Errorf("%+v, %+v", open, save)
	}
	if open.options["handle_token"].Value() == save.options["handle_token"].Value() {
		t.Error("two requests have one token")
	}
	ours := portalFilter{"JSON Resume", []pattern{{0, "*.json"}, {0, "*.JSON"}}}
	all := portalFilter{"All files", []pattern{{0, "*"}}}
	for _, c := range []struct {
		name    string
		call    call
		filters []portalFilter
		rest    map[string]string
	}{
		{"open", open, []portalFilter{ours, all}, map[string]string{"modal": "true", "current_folder": "/home/ada\x00"}},
		{"save", save, []portalFilter{ours}, map[string]string{"modal": "true", "current_folder": "/home/ada\x00", "current_name": "mine.json"}},
		{"a request that says nothing", bare, nil, map[string]string{"modal": "true"}},
	} {
		var filters []portalFilter
		rest := map[string]string{}
		for name, v := range c.call.options {
			switch value := v.Value().(type) {
			case [][]any:
				if err := dbus.Store([]any{value}, &filters); err != nil {
					t.Errorf("%s: the filters: %v", c.name, err)
				}
			case []byte:
				rest[name] = string(value)
			default:
				rest[name] = fmt.Sprint(value)
			}
		}
		delete(rest, "handle_token")
		if !reflect.DeepEqual(filters, c.filters) || !maps.Equal(rest, c.rest) {
			t.Errorf("%s: the filters are %v, the other options %q", c.name, filters, rest)
		}
	}
	if got := options("OpenFile", r, "")["filters"].Signature().String(); got != "a(sa(us))" {
		t.Errorf("the filters have the type %s", got)
	}
}

func TestPortalAnswers(t *testing.T) {
	const gone, nonsense = "closed unexpectedly", "invalid response"
	for name, c := range map[string]struct {
		portal *portal
		want   string
		err    string
	}{
		"a choice":               {chosen("file:///a/b.json"), "/a/b.json", ""},
		"several":                {chosen("file:///a.json", "file:///b.json"), "/a.json", ""},
		"none":                   {chosen(), "", ""},
		"not a file":             {chosen("smb://host/a.json"), "", "smb://host/a.json isn't a file on this computer"},
		"canceled":               {ends(1), "", ""},
		"closed by its window":   {ends(2), "", ""},
		"too few values":         {says("yes"), "", nonsense},
		"values of another type": {says("yes", uris("file:///a")), "", nonsense},
		"URIs of another type":   {says(uint32(0), map[string]dbus.Variant{"uris": dbus.MakeVariant("file:///a")}), "", ""},
		"canceled, with a file":  {says(uint32(1), uris("file:///a")), "", ""},
		"a handle of its":        {&portal{version: true, handle: "/its/own", answer: chosen("file:///a").answer}, "/a", ""},
		"without a dialog":       {&portal{}, "", errNoPortal.Error()},
		"unable to show it":      {&portal{version: true, fails: true}, "", errNoPortal.Error()},
		"gone while asked":       {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.conn.ReleaseName(portalName) }}, "", gone},
		"replaced while asked":   {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) { p.replace() }}, "", gone},
		"gone before it agrees":  {&portal{version: true, before: func(p *portal) { p.conn.Close() }, answer: func(*portal, dbus.ObjectPath) {}}, "", errNoPortal.Error()},
		"another program ends": {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) {
			p.conn.RequestName("org.example.Other", dbus.NameFlagDoNotQueue)
			p.conn.ReleaseName("org.example.Other")
			p.respond(h, uint32(0), uris("file:///a"))
		}}, "/a", ""},
		"another's answer": {&portal{version: true, answer: func(p *portal, h dbus.ObjectPath) {
			p.respond("/other", uint32(1), uris())
			p.respond(h, uint32(0), uris("file:///a"))
		}}, "/a", ""},
	} {
		t.Run(name, func(t *testing.T) {
			c.portal.start(t)
			path, err := choose("OpenFile", "", Request{Title: "Open"}, defaultTimeouts)
			if path != c.want || (err == nil) != (c.err == "") || err != nil && !strings.Contains(err.Error(), c.err) {
				t.Errorf("%q, %v", path, err)
			}
		})
	}
}

func TestPathOfURI(t *testing.T) {
	for uri, want := range map[string]string{
		"file:///a%20b": "/a b",
		"file:///home/ada/my%20r%C3%A9sum%C3%A9+100%25%": "", // "%" alone
		"file:///r%C3%A9sum%C3%A9+100%25.json":           "/résumé+100%.json",
		"file:///résumé.json":                            "/résumé.json",
		"file:///a%3Fb%23c;d&e=f.json":                   "/a?b#c;d&e=f.json",
		"file:///a%FF":                                   "/a\xff",
		"file://localhost/a.json":                        "/a.json",
		"file:/a.json":                                   "/a.json",
		"file://elsewhere/a.json":                        "",
		"file:a.json":                                    "",
		"file://":                                        "",
		"file://%zz":                                     "",
		"smb://host/a.json":                              "",
		"/a.json":                                        "",
		"":                                               "",
	} {
		got, err := pathOf(uri)
		if got != want || (err == nil) != (want != "") {
			t.Errorf("%s is %q, %v; want %q", uri, got, err, want)
		}
	}
}

// hurried is the timeouts of a test whose portal never answers.
var hurried = timeouts{start: time.Millisecond, show: time.Millisecond}

func TestNoPortal(t *testing.T) {
	none := func(t *testing.T, wait timeouts) {
		t.Helper()
		if path, err := choose("OpenFile", "", Request{}, wait); path != "" || !errors.Is(err, errNoPortal) {
			t.Errorf("%q, %v", path, err)
		}
	}
	t.Run("nobody on the bus", func(t *testing.T) {
		bus(t)
		none(t, defaultTimeouts)
	})
	for name, address := range map[string]string{"no bus": "unix:path=" + filepath.Join(t.TempDir(), "none"), "no address": "nonsense"} {
		t.Run(name, func(t *testing.T) {
			t.Setenv("DBUS_SESSION_BUS_ADDRESS", address)
			none(t, defaultTimeouts)
		})
	}
	t.Run("a bus that says nothing", func(t *testing.T) {
		listener, err := net.Listen("tcp", "127.0.0.1:0") // connected to without being accepted
		if err != nil {
			t.Fatal(err)
		}
		defer listener.Close()
		_, port, _ := net.SplitHostPort(listener.Addr().String())
		t.Setenv("DBUS_SESSION_BUS_ADDRESS", "tcp:host=127.0.0.1,port="+port)
		none(t, hurried)
	})
	t.Run("a portal that does not start", func(t *testing.T) {
		over := make(chan struct{})
		defer close(over)
		p := &portal{hangs: over}
		p.start(t)
		none(t, hurried)
	})
	t.Run("a portal that does not agree", func(t *testing.T) {
		over := make(chan struct{})
		defer close(over)
		p := &portal{version: true, before: func(*portal) { <-over }, answer: func(*portal, dbus.ObjectPath) {}}
		p.start(t)
		none(t, timeouts{start: defaultTimeouts.start, show: time.Millisecond})
	})
}

// A bus that ends while the dialog is shown ends the wait for its answer.
func TestBusEnds(t *testing.T) {
	p := &portal{version: true, answer: func(*portal, dbus.ObjectPath) {}}
	p.start(t)
	go func() {
		<-p.calls
		p.stopBus()
	}()
	if path, err := choose("OpenFile", "", Request{}, defaultTimeouts); path != "" || err == nil {
		t.Errorf("%q, %v", path, err)
	}
}
