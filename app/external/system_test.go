package external

import (
	"strings"
	"testing"
)

func TestEditorOn(t *testing.T) {
	for system, want := range map[string]string{
		"linux": "xdg-open|a b.txt", "freebsd": "xdg-open|a b.txt", "darwin": "open|-t|a b.txt", "windows": "rundll32|url.dll,FileProtocolHandler|a b.txt",
	} {
		if got := strings.Join(editorOn(system, "a b.txt"), "|"); got != want {
			t.Errorf("%s: %s, want %s", system, got, want)
		}
	}
}
