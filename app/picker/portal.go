//go:build !windows && !darwin

package picker

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver"
	"github.com/godbus/dbus/v5"
)

// desktop asks the desktop portal (org.freedesktop.portal.FileChooser) and,
// where there is none, Fyne's own chooser.
type desktop struct {
	window fyne.Window
	own    Picker
}

func newPicker(w fyne.Window) Picker { return &desktop{w, &own{w}} }

func (d *desktop) Open(r Request, done func(string, error)) {
	d.ask("OpenFile", r, d.own.Open, done)
}

func (d *desktop) Save(r Request, done func(string, error)) {
	d.ask("SaveFile", r, d.own.Save, func(path string, err error) { done(withExtension(path, r.Filters), err) })
}

func (d *desktop) ask(method string, r Request, own func(Request, func(string, error)), done func(string, error)) {
	parent := handleOf(d.window)
	go func() {
		path, err := choose(method, parent, r)
		fyne.Do(func() {
			if errors.Is(err, errNoPortal) {
				own(r, done)
				return
			}
			done(path, err)
		})
	}()
}

// handleOf is the window as portals name it; "" where that is not known.
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

	// The portal may have to be started first; a desktop that takes longer has none.
	portalWait = 4 * time.Second
)

// errNoPortal says that no dialog was shown, because nobody can.
var errNoPortal = errors.New("there is no desktop portal")

// choose shows the portal's dialog and waits for its answer.
func choose(method, parent string, r Request) (string, error) {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	late := time.AfterFunc(portalWait, cancel)
	conn, err := sessionBus(ctx)
	if err != nil {
		return "", errNoPortal
	}
	defer conn.Close()
	portal := conn.Object(portalName, portalPath)
	if err := answers(ctx, portal); err != nil || !late.Stop() {
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
	if err := portal.Call(chooser+"."+method, 0, parent, r.Title, options(method, r, token)).Store(&got); err != nil {
		return "", errNoPortal
	}
	for s := range responses {
		if s.Path == handle || s.Path == got {
			return answer(s.Body)
		}
		if s.Name == busName+".NameOwnerChanged" && len(s.Body) == 3 && s.Body[2] == "" {
			break // nobody is left to answer
		}
	}
	return "", errors.New("the system's file dialog went away: try again")
}

// sessionBus connects to the user's bus if there is one. It never starts one.
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

// answers reports whether the portal is there, started where need be, and has
// a file dialog.
func answers(ctx context.Context, portal dbus.BusObject) error {
	return portal.CallWithContext(ctx, "org.freedesktop.DBus.Properties.Get", 0, chooser, "version").Err
}

// requestPath is where the portal answers a call of this connection with this
// token (org.freedesktop.portal.Request).
func requestPath(sender, token string) dbus.ObjectPath {
	sender = strings.ReplaceAll(strings.TrimPrefix(sender, ":"), ".", "_")
	return dbus.ObjectPath(portalPath + "/request/" + sender + "/" + token)
}

// pattern is one pattern of a portal's filter: 0 for a glob.
type pattern struct {
	Kind uint32
	Glob string
}

// portalFilter is a filter as the portal takes it: (sa(us)).
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
		filters = append(filters, portalFilter{"All files", []pattern{{0, "*"}}})
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

// answer reads a Response signal: 0 for a choice, 1 for none, else a failure.
func answer(body []any) (string, error) {
	if len(body) != 2 {
		return "", errors.New("the system's file dialog gave an answer that makes no sense: try again")
	}
	code, _ := body[0].(uint32)
	results, _ := body[1].(map[string]dbus.Variant)
	switch code {
	case 0:
		uris, _ := results["uris"].Value().([]string)
		if len(uris) == 0 {
			return "", nil
		}
		return pathOf(uris[0])
	case 1:
		return "", nil
	}
	return "", errors.New("the system's file dialog could not be shown: try again")
}

// pathOf is the path of a file: URI. A plus sign is a plus sign there.
func pathOf(uri string) (string, error) {
	u, err := url.Parse(uri)
	if err != nil || u.Scheme != "file" || u.Path == "" {
		return "", fmt.Errorf("%s is no file on this computer: choose one that is", uri)
	}
	return filepath.FromSlash(u.Path), nil
}
