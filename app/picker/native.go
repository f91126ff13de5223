//go:build windows || darwin

package picker

import (
	"os"
	"sync"

	"fyne.io/fyne/v2"
)

// native shows the system's dialogs, one at a time: two at once crash the process.
type native struct {
	window fyne.Window
	one    sync.Mutex
}

func newPicker(w fyne.Window) Picker { return &native{window: w} }

func (n *native) Open(r Request, done func(string, error)) { n.show(r, false, done) }

func (n *native) Save(r Request, done func(string, error)) {
	n.show(r, true, completed(n.window, r.Filters, func() { n.Save(r, done) }, done))
}

func (n *native) show(r Request, save bool, done func(string, error)) {
	owner := handleOf(n.window)
	go func() {
		n.one.Lock()
		defer n.one.Unlock()
		// Windows' dialog changes the process's working directory.
		if wd, err := os.Getwd(); err == nil {
			defer os.Chdir(wd)
		}
		path, err := choose(r, save, owner)
		fyne.Do(func() { done(path, err) })
	}()
}
