//go:build linux

package picker

import (
	"strings"
	"testing"

	"github.com/godbus/dbus/v5"
)

// Whatever the portal answers, a path is absolute, or there is none and a reason.
func FuzzAnswer(f *testing.F) {
	f.Add(uint32(0), "file:///home/ada/c%2B%2B%20cv.json", "uris")
	f.Add(uint32(1), "", "uris")
	f.Add(uint32(0), "file://server/share", "choices")
	f.Add(uint32(0), "https://example.org/%zz", "uris")
	f.Fuzz(func(t *testing.T, code uint32, uri, key string) {
		body := []any{code, map[string]dbus.Variant{key: dbus.MakeVariant([]string{uri})}}
		if path, err := answer(body); path != "" && (err != nil || !strings.HasPrefix(path, "/")) {
			t.Fatalf("%q, %v", path, err)
		}
		if _, err := answer([]any{uri, key}); err == nil {
			t.Fatal("no answer is taken for one")
		}
	})
}
