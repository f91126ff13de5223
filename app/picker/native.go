//go:build windows || darwin

package picker

import (
	"errors"
	"net/url"
	"os"
	"runtime"
	"sync"

	"fyne.io/fyne/v2"
	"github.com/sqweek/dialog"
)

// native shows the system's dialogs, one at a time: two at once crash the process.
type native struct {
	window fyne.Window
	one    sync.Mutex
}

func newPicker(w fyne.Window) Picker { return &native{window: w} }

func (n *native) Open(r Request, done func(string, error)) {
	n.show(r, func(b *dialog.FileBuilder) (string, error) { return b.Load() }, done)
}

func (n *native) Save(r Request, done func(string, error)) {
	n.show(r, func(b *dialog.FileBuilder) (string, error) { return b.Save() },
		completed(n.window, r.Filters, func() { n.Save(r, done) }, done))
}

func (n *native) show(r Request, ask func(*dialog.FileBuilder) (string, error), done func(string, error)) {
	go func() {
		n.one.Lock()
		defer n.one.Unlock()
		// Windows' dialog changes the process's working directory.
		if wd, err := os.Getwd(); err == nil {
			defer os.Chdir(wd)
		}
		b := dialog.File().Title(r.Title)
		if r.Folder != "" {
			b = b.SetStartDir(startOf(r.Folder))
		}
		if r.Name != "" {
			b = b.SetStartFile(r.Name)
		}
		for _, f := range r.Filters {
			b = b.Filter(f.Name, f.Extensions...)
		}
		path, err := ask(b)
		if errors.Is(err, dialog.ErrCancelled) {
			path, err = "", nil
		}
		fyne.Do(func() { done(path, err) })
	}()
}

// startOf is a folder as the dialog expects it: on macOS as a URL.
func startOf(folder string) string {
	if runtime.GOOS == "darwin" {
		return (&url.URL{Scheme: "file", Path: folder}).String()
	}
	return folder
}
