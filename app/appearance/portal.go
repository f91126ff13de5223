//go:build !windows && !darwin

package appearance

import "github.com/godbus/dbus/v5"

const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	settings   = "org.freedesktop.portal.Settings"
	namespace  = "org.freedesktop.appearance"
	key        = "color-scheme"
)

// follow asks the desktop portal (org.freedesktop.portal.Settings), and listens before
// it asks, so that no change is missed.
func follow(answers chan<- bool) {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return
	}
	defer conn.Close()
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	if err := conn.AddMatchSignal(dbus.WithMatchInterface(settings), dbus.WithMatchMember("SettingChanged"),
		dbus.WithMatchArg(0, namespace), dbus.WithMatchArg(1, key)); err != nil {
		return
	}
	var value dbus.Variant
	if err := conn.Object(portalName, portalPath).Call(settings+".Read", 0, namespace, key).Store(&value); err != nil {
		return
	}
	tell := func(v dbus.Variant) {
		if scheme, ok := schemeOf(v); ok {
			answers <- scheme == preferDark
		}
	}
	tell(value)
	for s := range signals {
		if len(s.Body) != 3 || s.Name != settings+".SettingChanged" || s.Body[0] != namespace || s.Body[1] != key {
			continue
		}
		if v, ok := s.Body[2].(dbus.Variant); ok {
			tell(v)
		}
	}
}

// preferDark is one of the portal's three values; 0 is no preference, 2 light. Desktops
// without a preference are light.
const preferDark = 1

// schemeOf is the number in a setting's value. Read wraps it twice.
func schemeOf(v dbus.Variant) (uint32, bool) {
	for {
		inner, ok := v.Value().(dbus.Variant)
		if !ok {
			scheme, ok := v.Value().(uint32)
			return scheme, ok
		}
		v = inner
	}
}
