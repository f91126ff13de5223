// Package systemfonts finds the system fonts and hands them
// to the engine, which knows no disk, as a [fonts.Library].
//
// What the fonts are is kept in the user's cache folder, so that later searches
// only look at which files there are and read those that have changed.
package systemfonts

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/go-text/typesetting/fontscan"

	"resumax/render/fonts"
	"resumax/storage/folders"
)

// Library is the system fonts. They are searched for when one is first
// needed, by whoever needs it, and once in a process.
func Library() *fonts.Library { return library() }

var library = sync.OnceValue(Samples)

// Samples is a library of the same fonts for looking at many of them: what it reads is
// gone with it.
func Samples() *fonts.Library { return fonts.NewLibrary(find, open) }

var find = sync.OnceValue(func() []fonts.Description {
	usual, err := fontscan.DefaultFontDirectories(silent{})
	if err != nil {
		return nil // none of the usual folders is there
	}
	return Search(usual, folders.Cache("fonts.json"))
})

func open(path string) (fs.File, error) { return os.Open(path) }

// silent keeps what fontscan has to say about a machine's settings to itself.
type silent struct{}

func (silent) Printf(string, ...any) {}

// Search describes the fonts in folders and those below them, each file once.
// What it learns is kept in the file store, unless that is "". Files that are no
// fonts or cannot be read are passed over.
func Search(folders []string, store string) []fonts.Description {
	known := readStore(store)
	found := make(storage, len(known))
	changed := false
	var all []fonts.Description
	for _, path := range fontFiles(folders) {
		info, err := os.Stat(path)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		e, ok := known[path]
		if !ok || e.Size != info.Size() || e.Modified != info.ModTime().UnixNano() {
			e = entry{Size: info.Size(), Modified: info.ModTime().UnixNano(), Fonts: describe(path, info.Size())}
			changed = true
		}
		found[path] = e
		for _, d := range e.Fonts {
			d.Path = path
			all = append(all, d)
		}
	}
	if changed || len(found) != len(known) {
		writeStore(store, found)
	}
	return all
}

// describe reads what a font file holds. What it cannot read is kept as a file
// without fonts, so that nobody tries it again.
func describe(path string, size int64) []fonts.Description {
	file, err := os.Open(path)
	if err != nil {
		return nil
	}
	defer file.Close()
	described, _ := fonts.Describe(file, size)
	return described
}

// Bounds of a search, for folders that are none of fonts.
const (
	maxFiles = 20_000
	maxDepth = 12
)

// fontFiles are the font files in folders and below them, each once.
func fontFiles(folders []string) []string {
	var files []string
	for _, folder := range folders {
		depth := strings.Count(folder, string(filepath.Separator)) + maxDepth
		// What cannot be read is passed over.
		_ = filepath.WalkDir(folder, func(path string, d fs.DirEntry, err error) error {
			switch {
			case len(files) >= maxFiles:
				return fs.SkipAll
			case d == nil:
				return nil
			case d.IsDir():
				if err != nil || strings.Count(path, string(filepath.Separator)) > depth {
					return fs.SkipDir
				}
				return nil
			}
			switch strings.ToLower(filepath.Ext(path)) {
			case ".ttf", ".otf", ".ttc", ".otc":
				files = append(files, path)
			}
			return nil
		})
	}
	slices.Sort(files)
	return slices.Compact(files)
}
