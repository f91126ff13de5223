//go:build !windows && !darwin

package picker

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/tr"
	"resumax/widgets"
)

// own is a dialog inside the window: a field for the path, and Fyne's file dialog to
// browse. Fyne's dialog alone can't be used from the keyboard, and when saving it
// truncates the file before anything is written.
type own struct{ window fyne.Window }

// question is one open dialog.
type question struct {
	window fyne.Window
	Request
	modal *widgets.Modal
	path  *widgets.TextField
	field *widgets.Field
	done  func(string, error)
	taken string // the chosen path, "" before
}

func (o *own) Open(r Request, done func(string, error)) {
	q := o.newQuestion(r, done)
	q.show(tr.T("picker.open", "Open"), q.open, q.browseFile)
	q.path.SetCursorOffset(len([]rune(q.path.Text)))
}

func (o *own) Save(r Request, done func(string, error)) {
	q := o.newQuestion(r, done)
	q.show(tr.T("picker.save", "Save"), q.save, q.browseFolder)
	begin := len([]rune(q.path.Text)) - len([]rune(r.Name))
	name := strings.TrimSuffix(r.Name, filepath.Ext(r.Name))
	if len(r.Filters) > 0 {
		name = strings.TrimSuffix(name, strings.TrimSuffix(r.Filters[0].Ending, filepath.Ext(r.Name)))
	}
	q.path.SelectRange(begin, begin+len([]rune(name)))
}

func (o *own) newQuestion(r Request, done func(string, error)) *question {
	if r.Folder == "" {
		r.Folder, _ = os.UserHomeDir() // only the initial folder: "" is fine
	}
	q := &question{window: o.window, Request: r, done: done, path: widgets.NewTextField("")}
	q.field = widgets.NewField(tr.T("picker.file", "File"), q.path)
	q.path.SetText(strings.TrimSuffix(r.Folder, "/") + "/" + r.Name)
	return q
}

// show shows the dialog: act accepts the typed path, browse browses for another one.
func (q *question) show(verb string, act, browse func()) {
	q.path.OnSubmitted = func(string) { act() }
	ok := widgets.NewButton(verb, act)
	ok.Importance = widget.HighImportance
	row := container.NewHBox(widgets.NewButtonWithIcon(tr.T("picker.browse", "Browse…"), theme.FolderOpenIcon(), browse), layout.NewSpacer(),
		widgets.NewButton(tr.T("picker.cancel", "Cancel"), func() { q.modal.Close() }), ok)
	q.modal = widgets.ShowModal(q.window.Canvas(), widgets.NewColumn(12, widgets.NewHeading(q.Title), q.field, row), act)
	q.modal.OnClosed = func() { q.done(q.taken, nil) }
	q.modal.Focus(q.path)
}

// take closes the dialog with a path.
func (q *question) take(path string) {
	q.taken = path
	q.modal.Close()
}

// typed is the path in the field, with "~" expanded.
func (q *question) typed() string {
	path := strings.TrimSpace(q.path.Text)
	if rest, ok := strings.CutPrefix(path, "~/"); ok {
		if home, err := os.UserHomeDir(); err == nil {
			path = filepath.Join(home, rest)
		}
	}
	if !filepath.IsAbs(path) {
		path = filepath.Join(q.Folder, path)
	}
	return filepath.Clean(path)
}

func (q *question) open() {
	path := q.typed()
	switch info, err := os.Stat(path); {
	case errors.Is(err, fs.ErrNotExist):
		q.field.SetProblem(tr.T("picker.this-file-doesnt-exist", "This file doesn't exist."))
	case err == nil && info.IsDir():
		q.field.SetProblem(tr.T("picker.this-is-a-folder", "This is a folder. Add a file name, or browse."))
	default:
		q.take(path) // opening it reports any other error
	}
}

func (q *question) save() {
	path := withExtension(q.typed(), q.Filters)
	_, err := os.Stat(path)
	switch {
	case isFolder(q.typed()), isFolder(path):
		q.field.SetProblem(tr.T("picker.this-is-a-folder-add", "This is a folder. Add a file name."))
	case err == nil:
		askToReplace(q.window, path, func(ok bool) {
			if ok {
				q.take(path)
			} else {
				q.modal.Focus(q.path)
			}
		})
	case !isFolder(filepath.Dir(path)):
		q.field.SetProblem(tr.T("picker.this-folder-doesnt-exist", "This folder doesn't exist."))
	default:
		q.take(path)
	}
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// browseFile browses for a file to open.
func (q *question) browseFile() {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f != nil && err == nil {
			f.Close() // it is opened by its path
			q.take(f.URI().Path())
		}
	}, q.window)
	var extensions []string
	for _, f := range q.Filters {
		for _, e := range f.Extensions {
			extensions = append(extensions, "."+e)
		}
	}
	if len(extensions) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(extensions))
	}
	q.browse(d)
}

// browseFolder browses for a folder to save in and keeps the file's name.
func (q *question) browseFolder() {
	q.browse(dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
		if u != nil && err == nil {
			q.path.SetText(filepath.Join(u.Path(), filepath.Base(q.typed())))
		}
	}, q.window))
}

// browse shows a file dialog, starting in the folder of the typed path.
func (q *question) browse(d *dialog.FileDialog) {
	folder := q.typed()
	if !isFolder(folder) {
		folder = filepath.Dir(folder)
	}
	if location, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
		d.SetLocation(location)
	}
	d.Show() // Resize has no effect before
	size := q.window.Canvas().Size()
	d.Resize(fyne.NewSize(min(size.Width*0.9, 900), min(size.Height*0.85, 640)))
}
