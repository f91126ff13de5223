// Package picker shows the system's file dialogs and returns paths: on Windows and
// macOS those of the system, elsewhere those of the desktop portal, or one inside the
// window where there is no portal. It opens and writes no files.
package picker

import (
	"cmp"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/dialog"

	"resumax/app/tr"
)

// Filter is a kind of file that a dialog offers.
type Filter struct {
	Name       string   // "JSON Resume"
	Extensions []string // without the dot: "json"
	Ending     string   // added to the name of a file to save that has no extension: ".resume.json"; "" for the first
}

// Request says what a dialog asks for.
type Request struct {
	Title   string
	Folder  string // the initial folder; "" for the system's choice
	Name    string // the suggested name of a file to save
	Filters []Filter
}

// Picker lets the user choose a file. Both methods return at once; done is called
// later on the UI goroutine, with the path "" if the user canceled.
type Picker interface {
	Open(r Request, done func(path string, err error))
	Save(r Request, done func(path string, err error))
}

// New is the picker of this system, for dialogs of the window parent.
func New(parent fyne.Window) Picker { return newPicker(parent) }

// completed adds the extension to a name chosen in a system dialog. If a file of the
// completed name exists, which the dialog did not ask about, it asks whether to replace
// it, and for another name if not.
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
	dialog.ShowConfirm(tr.T("picker.replace-file", "Replace file?"), tr.T("picker.already-exists-replacing-it", "{{.File}} already exists. Replacing it overwrites its contents.", tr.With{"File": filepath.Base(path)}), answer, w)
}

// withExtension adds the filter's ending to a name that has none of its extensions. Of two
// endings the last one goes: "brief.pdf" was typed before the ".pdf" that a dialog keeps.
func withExtension(path string, filters []Filter) string {
	first := firstExtension(filters)
	if path == "" || first == "" {
		return path
	}
	ending := cmp.Or(filters[0].Ending, "."+first)
	endings := []string{ending}
	for _, f := range filters {
		for _, e := range f.Extensions {
			endings = append(endings, "."+e)
		}
	}
	before, has := cutEnding(path, endings)
	if !has {
		return path + ending
	}
	if _, twice := cutEnding(before, endings); twice {
		return before
	}
	return path
}

// cutEnding is a path without one of the endings, in letters of either case.
func cutEnding(path string, endings []string) (before string, has bool) {
	for _, e := range endings {
		if n := len(path) - len(e); n > 0 && strings.EqualFold(path[n:], e) {
			return path[:n], true
		}
	}
	return path, false
}
