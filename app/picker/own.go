//go:build !windows && !darwin

package picker

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// own shows Fyne's chooser. For saving it asks for a folder and a name, because
// Fyne's save dialog empties the file before anyone has written to it.
type own struct{ window fyne.Window }

func (o *own) Open(r Request, done func(string, error)) {
	d := dialog.NewFileOpen(func(f fyne.URIReadCloser, err error) {
		if f == nil || err != nil {
			done("", err)
			return
		}
		f.Close()
		done(f.URI().Path(), nil)
	}, o.window)
	var endings []string
	for _, f := range r.Filters {
		for _, e := range f.Extensions {
			endings = append(endings, "."+e)
		}
	}
	if len(endings) > 0 {
		d.SetFilter(storage.NewExtensionFileFilter(endings))
	}
	d.SetTitleText(r.Title)
	if place, err := storage.ListerForURI(storage.NewFileURI(r.Folder)); err == nil && r.Folder != "" {
		d.SetLocation(place)
	}
	d.Resize(roomy(o.window))
	d.Show()
}

func (o *own) Save(r Request, done func(string, error)) {
	folder := r.Folder
	where := widget.NewLabel(folder)
	where.Truncation = fyne.TextTruncateEllipsis
	change := widget.NewButtonWithIcon("Change…", theme.FolderOpenIcon(), func() {
		d := dialog.NewFolderOpen(func(u fyne.ListableURI, err error) {
			if u != nil && err == nil {
				folder = u.Path()
				where.SetText(folder)
			}
		}, o.window)
		if place, err := storage.ListerForURI(storage.NewFileURI(folder)); err == nil {
			d.SetLocation(place)
		}
		d.Resize(roomy(o.window))
		d.Show()
	})
	name := widget.NewEntry()
	name.SetText(r.Name)
	form := widget.NewForm(
		widget.NewFormItem("Name", name),
		widget.NewFormItem("Folder", container.NewBorder(nil, nil, nil, change, where)))
	var d *dialog.ConfirmDialog
	accept := func() {
		if name.Text == "" {
			done("", nil)
			return
		}
		path := name.Text
		if !filepath.IsAbs(path) {
			path = filepath.Join(folder, path)
		}
		o.confirm(withExtension(path, r.Filters), done)
	}
	d = dialog.NewCustomConfirm(r.Title, "Save", "Cancel", form, func(ok bool) {
		if !ok {
			done("", nil)
			return
		}
		accept()
	}, o.window)
	name.OnSubmitted = func(string) {
		d.Hide()
		accept()
	}
	d.Resize(fyne.NewSize(520, 200))
	d.Show()
	o.window.Canvas().Focus(name)
}

// confirm asks before a file is replaced.
func (o *own) confirm(path string, done func(string, error)) {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		done(path, nil)
		return
	}
	dialog.ShowConfirm("Replace the file?", filepath.Base(path)+" is there already. Replacing it loses what it holds.", func(ok bool) {
		if !ok {
			path = ""
		}
		done(path, nil)
	}, o.window)
}

// roomy is most of the window.
func roomy(w fyne.Window) fyne.Size {
	s := w.Canvas().Size()
	return fyne.NewSize(min(s.Width*0.9, 900), min(s.Height*0.85, 640))
}
