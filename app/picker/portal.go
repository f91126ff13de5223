//go:build !windows && !darwin

package picker

import (
	"context"
	"errors"
	"fmt"

	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"

	"resumax/app/tr"
	"resumax/storage/file"
)

// desktop uses the desktop portal (org.freedesktop.portal.FileChooser), or [own] where
// there is none.
type desktop struct {
	window fyne.Window
	own    Picker
	wait   timeouts
}

func newPicker(w fyne.Window) Picker { return &desktop{w, &own{w}, defaultTimeouts} }

// timeouts are how long to wait before a portal counts as missing.
type timeouts struct {
	start time.Duration // for it to answer at all; it may have to be started first
	show  time.Duration // for it to accept a request; its toolkit may have to be started
}

var defaultTimeouts = timeouts{start: 4 * time.Second, show: 25 * time.Second}

func (d *desktop) Open(r Request, done func(string, error)) {
	d.ask("OpenFile", r, d.own.Open, done)
}

func (d *desktop) Save(r Request, done func(string, error)) {
	d.ask("SaveFile", r, d.own.Save, completed(d.window, r.Filters, func() { d.Save(r, done) }, done))
}

func (d *desktop) ask(method string, r Request, own func(Request, func(string, error)), done func(string, error)) {
	parent := handleOf(d.window)
	go func() {
		path, err := choose(method, parent, r, d.wait)
		fyne.Do(func() {
			if errors.Is(err, errNoPortal) {
				own(r, done)
				return
			}
			done(path, err)
		})
	}()
}

// handleOf is the portal's identifier of the window; "" if unknown.
func handleOf(w fyne.Window) (handle string) {
	native, ok := w.(driver.NativeWindow)
	if !ok {
		return ""
	}
	native.RunNative(func(context any) {
		if x, ok := context.(driver.X11WindowContext); ok && x.WindowHandle != 0 {
			handle = fmt.Sprintf("x11:%x", x.WindowHandle)
		}
	})
	return handle
}

const (
	portalName  = "org.freedesktop.portal.Desktop"
	portalPath  = "/org/freedesktop/portal/desktop"
	chooser     = "org.freedesktop.portal.FileChooser"
	requestFace = "org.freedesktop.portal.Request"
	busName     = "org.freedesktop.DBus"
)

// errNoPortal says that no dialog was shown, because there is no portal.
var errNoPortal = tr.Error("picker.there-is-no-desktop", "there is no desktop portal")

// choose shows the portal's dialog and waits for the response.
func choose(method, parent string, r Request, wait timeouts) (string, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	late := time.AfterFunc(wait.start, cancel) // closes the connection, which ends every call
	conn, err := sessionBus(ctx)
	if err != nil {
		return "", errNoPortal
	}
	defer conn.Close()
	portal := conn.Object(portalName, portalPath)
	if err := answers(portal); err != nil || !late.Reset(wait.show) {
		return "", errNoPortal
	}
	token := fmt.Sprintf("resumax%d", time.Now().UnixNano())
	handle := requestPath(conn.Names()[0], token)
	responses := make(chan *dbus.Signal, 4)
	conn.Signal(responses)
	if err := errors.Join(
		conn.AddMatchSignal(dbus.WithMatchInterface(requestFace), dbus.WithMatchMember("Response")),
		conn.AddMatchSignal(dbus.WithMatchInterface(busName), dbus.WithMatchMember("NameOwnerChanged"), dbus.WithMatchArg(0, portalName)),
	); err != nil {
		return "", errNoPortal
	}
	var got dbus.ObjectPath
	if err := portal.Call(chooser+"."+method, 0, parent, r.Title, options(method, r, token)).Store(&got); err != nil || !late.Stop() {
		return "", errNoPortal
	}
	for s := range responses {
		if s.Path == handle || s.Path == got {
			return answer(s.Body)
		}
		if s.Name == busName+".NameOwnerChanged" && len(s.Body) == 3 && s.Body[1] != "" {
			break // the portal has exited, even if it was restarted
		}
	}
	return "", errors.New(tr.T("picker.the-systems-file-dialog", "the system's file dialog closed unexpectedly: try again"))
}

// sessionBus connects to the session bus if there is one. It never starts one.
func sessionBus(ctx context.Context) (*dbus.Conn, error) {
	conn, err := dbus.SessionBusPrivateNoAutoStartup(dbus.WithContext(ctx))
	if err != nil {
		return nil, err
	}
	if err = conn.Auth(nil); err == nil {
		err = conn.Hello()
	}
	if err != nil {
		conn.Close()
		return nil, err
	}
	return conn, nil
}

// answers reports whether the portal is running, started if need be, and has a file
// dialog.
func answers(portal dbus.BusObject) error {
	return portal.Call("org.freedesktop.DBus.Properties.Get", 0, chooser, "version").Err
}

// requestPath is the object path of the response to a call of this connection with
// this token (org.freedesktop.portal.Request).
func requestPath(sender, token string) dbus.ObjectPath {
	sender = strings.ReplaceAll(strings.TrimPrefix(sender, ":"), ".", "_")
	return dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
}

// pattern is one pattern of a portal's filter. Kind 0 is a glob.
type pattern struct {
	Kind uint32
	Glob string
}

// portalFilter is a filter in the portal's format: (sa(us)).
type portalFilter struct {
	Name     string
	Patterns []pattern
}

func options(method string, r Request, token string) map[string]dbus.Variant {
	o := map[string]dbus.Variant{"handle_token": dbus.MakeVariant(token), "modal": dbus.MakeVariant(true)}
	var filters []portalFilter
	for _, f := range r.Filters {
		p := portalFilter{Name: f.Name}
		for _, e := range f.Extensions {
			p.Patterns = append(p.Patterns, pattern{0, "*." + e}, pattern{0, "*." + strings.ToUpper(e)})
		}
		filters = append(filters, p)
	}
	if method == "OpenFile" && len(filters) > 0 {
		filters = append(filters, portalFilter{tr.T("picker.all-files", "All files"), []pattern{{0, "*"}}})
	}
	if len(filters) > 0 {
		o["filters"] = dbus.MakeVariant(filters)
	}
	if r.Folder != "" {
		o["current_folder"] = dbus.MakeVariant(append([]byte(r.Folder), 0)) // a C string
	}
	if method == "SaveFile" && r.Name != "" {
		o["current_name"] = dbus.MakeVariant(r.Name)
	}
	return o
}

// answer reads a Response signal: 0 is a choice, 1 is canceled, and 2 counts as
// canceled, because GTK's portal sends it for Escape and the close button.
func answer(body []any) (string, error) {
	var code uint32
	var results map[string]dbus.Variant
	if err := dbus.Store(body, &code, &results); err != nil {
		return "", errors.New(tr.T("picker.the-systems-file-dialog-sent", "the system's file dialog sent an invalid response: try again"))
	}
	uris, _ := results["uris"].Value().([]string)
	if code != 0 || len(uris) == 0 {
		return "", nil
	}
	return pathOf(uris[0])
}

// pathOf is the path of a file: URI, in which a plus sign is literal.
func pathOf(uri string) (string, error) {
	path, ok := file.PathOf(uri)
	if !ok {
		return "", errors.New(tr.T("picker.isnt-a-file-on", "{{.Uri}} isn't a file on this computer: choose a local file", tr.With{"Uri": uri}))
	}
	return path, nil
}
