//go:build !windows && !darwin

package appearance

import (
	"math"
	"testing"

	"github.com/godbus/dbus/v5"
)

func TestTake(t *testing.T) {
	twice := func(v any) dbus.Variant { return dbus.MakeVariant(dbus.MakeVariant(v)) }
	for _, c := range []struct {
		of   setting
		v    dbus.Variant
		want Desktop
		ok   bool
	}{
		{colorScheme, twice(uint32(1)), Desktop{Scheme: Dark, Text: 1}, true},
		{colorScheme, dbus.MakeVariant(uint32(2)), Desktop{Scheme: Light, Text: 1}, true},
		{colorScheme, dbus.MakeVariant(uint32(0)), Desktop{Scheme: Light, Text: 1}, true},
		{colorScheme, dbus.MakeVariant("dark"), Desktop{Scheme: Unknown, Text: 1}, false},
		{colorScheme, dbus.MakeVariant(1.5), Desktop{Scheme: Unknown, Text: 1}, false},
		{textScale, twice(1.25), Desktop{Scheme: Unknown, Text: 1.25}, true},
		{textScale, dbus.MakeVariant(0.0), Desktop{Scheme: Unknown, Text: 1}, true},
		{textScale, dbus.MakeVariant(math.NaN()), Desktop{Scheme: Unknown, Text: 1}, true},
		{textScale, dbus.MakeVariant(99.0), Desktop{Scheme: Unknown, Text: 1}, true},
		{setting{"org.gnome.desktop.interface", "cursor-size"}, dbus.MakeVariant(2.0), Desktop{Scheme: Unknown, Text: 1}, false},
		{listRecent, twice(false), Desktop{Text: 1, Unlisted: true}, true},
		{listRecent, dbus.MakeVariant(true), Desktop{Text: 1}, true},
		{listRecent, dbus.MakeVariant("no"), Desktop{Text: 1}, false},
		{setting{"org.gnome.desktop.privacy", "remember-app-usage"}, dbus.MakeVariant(false), Desktop{Text: 1}, false},
		{textScale, dbus.Variant{}, Desktop{Scheme: Unknown, Text: 1}, false},
	} {
		got := Desktop{Text: 1}
		if ok := got.take(c.of, c.v); ok != c.ok || got != c.want {
			t.Errorf("%v of %v: %v, %v", c.v, c.of, got, ok)
		}
	}
}
