package app

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// What the desktop hands over is opened in a window that shows no project, and elsewhere
// once it shows one.
func TestFilesThatAreHandedOver(t *testing.T) {
	w, _ := newTestWindow(t, 1200, 800)
	w.start("")
	folder := t.TempDir()
	var paths, elsewhere []string
	for _, name := range []string{"Ada", "Bea"} {
		path := filepath.Join(folder, name+".resume.json")
		if err := os.WriteFile(path, []byte(`{"basics":{"name":"`+name+`"}}`), 0o644); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
		w.openHere(path, func(more []string) { elsewhere = append(elsewhere, more...) })
	}
	if got := w.session.File().Path; got != paths[0] || !slices.Equal(elsewhere, paths[1:]) {
		t.Errorf("%q is open, and %q elsewhere", got, elsewhere)
	}
}
