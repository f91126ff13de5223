// Package picker shows the system's own file dialogs and returns paths. On
// Windows and macOS they are the system's; elsewhere the desktop portal's, and
// Fyne's own where there is no portal. Nothing is opened or written here.
package picker

import (
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
)

// Filter is a kind of file that a dialog offers.
type Filter struct {
	Name       string   // "JSON Resume"
	Extensions []string // without the dot: "json"
}

// Request says what a dialog asks for.
type Request struct {
	Title   string
	Folder  string // where it begins; "" for where the system thinks best
	Name    string // the name offered for a file to save
	Filters []Filter
}

// Picker lets the user choose a file. Both methods return at once; done is
// called later on the UI goroutine, with the path "" where the user thought
// better of it.
type Picker interface {
	Open(r Request, done func(path string, err error))
	Save(r Request, done func(path string, err error))
}

// New is the picker of this system for dialogs over the window parent.
func New(parent fyne.Window) Picker { return newPicker(parent) }

// withExtension adds the filter's ending to a name that has none of its endings.
func withExtension(path string, filters []Filter) string {
	if path == "" || len(filters) == 0 || len(filters[0].Extensions) == 0 {
		return path
	}
	ext := strings.TrimPrefix(strings.ToLower(filepath.Ext(path)), ".")
	for _, f := range filters {
		for _, e := range f.Extensions {
			if ext == e {
				return path
			}
		}
	}
	return path + "." + filters[0].Extensions[0]
}
