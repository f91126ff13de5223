// Package fontstest gives tests fonts of scripts that the program has none for.
// They are those of the packages that scripts/packages.txt lists for tests, and
// no others that a machine may have, so that tests say the same everywhere.
package fontstest

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"resumax/render/fonts"
)

// names are the files of the fonts: Hebrew and Arabic in two weights, and
// Chinese and Japanese.
var names = []string{"DejaVuSans.ttf", "DejaVuSans-Bold.ttf", "DroidSansFallbackFull.ttf"}

// Files are the paths of the font files.
func Files(t testing.TB) []string {
	t.Helper()
	files, missing := found()
	if len(missing) > 0 {
		t.Fatalf("the fonts %s are not installed; make deps installs them", strings.Join(missing, ", "))
	}
	return files
}

// Library is a library of these fonts alone.
func Library(t testing.TB) *fonts.Library {
	t.Helper()
	files := Files(t)
	return fonts.NewLibrary(func() []fonts.Description { return Describe(t, files) }, Open)
}

// Open opens a font file.
func Open(path string) (fs.File, error) { return os.Open(path) }

// Describe reads what the fonts of files are.
func Describe(t testing.TB, files []string) []fonts.Description {
	t.Helper()
	var all []fonts.Description
	for _, path := range files {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		described, err := fonts.Describe(strings.NewReader(string(data)), int64(len(data)))
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		for _, d := range described {
			d.Path = path
			all = append(all, d)
		}
	}
	return all
}

var found = sync.OnceValues(func() (files, missing []string) {
	places := []string{"/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/opt/homebrew/share/fonts"}
	if home, err := os.UserHomeDir(); err == nil {
		places = append(places, filepath.Join(home, "Library", "Fonts"), filepath.Join(home, ".local", "share", "fonts"))
	}
	at := make(map[string]string)
	for _, place := range places {
		_ = filepath.WalkDir(place, func(path string, _ fs.DirEntry, err error) error {
			if _, known := at[filepath.Base(path)]; err == nil && !known {
				at[filepath.Base(path)] = path
			}
			return nil // what cannot be read has none of them
		})
	}
	for _, name := range names {
		if path, ok := at[name]; ok {
			files = append(files, path)
		} else {
			missing = append(missing, name)
		}
	}
	return files, missing
})
