// Package picker shows the system's own file dialogs and returns paths. On
// Windows and macOS they are the system's; elsewhere the desktop portal's, and
// one in the window itself where there is no portal. Nothing is opened or written here.
package picker

import (
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"
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

// completed gives a name chosen in a system's dialog its ending. That may make
// it the name of a file which the dialog did not ask about: then the user is
// asked here, and where it must stay, asked for a name again.
func completed(w fyne.Window, filters []Filter, again func(), done func(string, error)) func(string, error) {
	return func(path string, err error) {
		full := withExtension(path, filters)
		if _, missing := os.Lstat(full); err != nil || full == path || missing != nil {
			done(full, err)
			return
		}
		askToReplace(w, full, func(ok bool) {
			if ok {
				done(full, nil)
			} else {
				again()
			}
		})
	}
}

func askToReplace(w fyne.Window, path string, answer func(bool)) {
	dialog.ShowConfirm("Replace the file?", filepath.Base(path)+" is there already. Replacing it loses what it holds.", answer, w)
}

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
