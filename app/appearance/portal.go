//go:build !windows && !darwin

package appearance

import "github.com/godbus/dbus/v5"

const (
	portalName = "org.freedesktop.portal.Desktop"
	portalPath = "/org/freedesktop/portal/desktop"
	settings   = "org.freedesktop.portal.Settings"
)

// setting is one of the portal's.
type setting struct{ namespace, key string }

// The settings that are followed. All desktops know the first one. The others are GNOME's,
// whose portal passes them on, as do those of the desktops that are made of its parts.
var (
	colorScheme = setting{"org.freedesktop.appearance", "color-scheme"}
	textScale   = setting{"org.gnome.desktop.interface", "text-scaling-factor"}
	listRecent  = setting{"org.gnome.desktop.privacy", "remember-recent-files"}
)

// follow asks the desktop portal (org.freedesktop.portal.Settings), and listens before
// it asks, so that no change is missed.
func follow(answers chan<- Desktop) {
	conn, err := dbus.ConnectSessionBus()
	if err != nil {
		return
	}
	defer conn.Close()
	signals := make(chan *dbus.Signal, 8)
	conn.Signal(signals)
	for _, s := range []setting{colorScheme, textScale, listRecent} {
		if err := conn.AddMatchSignal(dbus.WithMatchInterface(settings), dbus.WithMatchMember("SettingChanged"),
			dbus.WithMatchArg(0, s.namespace), dbus.WithMatchArg(1, s.key)); err != nil {
			return
		}
	}
	portal := conn.Object(portalName, portalPath)
	read := func(s setting) (v dbus.Variant, err error) {
		err = portal.Call(settings+".Read", 0, s.namespace, s.key).Store(&v)
		return v, err
	}
	now := Desktop{Text: 1}
	scheme, err := read(colorScheme)
	if err != nil {
		return
	}
	now.take(colorScheme, scheme)
	for _, s := range []setting{textScale, listRecent} {
		if value, err := read(s); err == nil {
			now.take(s, value)
		}
	}
	answers <- now
	for s := range signals {
		if len(s.Body) != 3 || s.Name != settings+".SettingChanged" {
			continue
		}
		namespace, _ := s.Body[0].(string)
		key, _ := s.Body[1].(string)
		v, _ := s.Body[2].(dbus.Variant)
		if was := now; now.take(setting{namespace, key}, v) && now != was {
			answers <- now
		}
	}
}

// preferDark is one of the portal's three values; 0 is no preference, 2 light. Desktops
// without a preference are light.
const preferDark = 1

// take takes a setting's value, and reports whether it is one that is followed.
func (d *Desktop) take(s setting, v dbus.Variant) bool {
	switch value := unwrapped(v).(type) {
	case uint32:
		if s != colorScheme {
			return false
		}
		d.Scheme = Light
		if value == preferDark {
			d.Scheme = Dark
		}
		return true
	case float64:
		if s != textScale {
			return false
		}
		d.Text = textOf(value)
		return true
	case bool:
		if s != listRecent {
			return false
		}
		d.Unlisted = !value
		return true
	}
	return false
}

// unwrapped is the value in a setting's value. Read wraps it twice.
func unwrapped(v dbus.Variant) any {
	for {
		inner, ok := v.Value().(dbus.Variant)
		if !ok {
			return v.Value()
		}
		v = inner
	}
}
