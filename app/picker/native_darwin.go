package picker

import (
	"errors"

	"fyne.io/fyne/v2"
	"github.com/sqweek/dialog"
)

func handleOf(fyne.Window) uintptr { return 0 }

// choose shows the system's dialog and returns the path that was chosen, "" for none.
func choose(r Request, save bool, _ uintptr) (string, error) {
	b := dialog.File().Title(r.Title)
	if r.Folder != "" {
		b = b.SetStartDir(folderURL(r.Folder))
	}
	if r.Name != "" {
		b = b.SetStartFile(r.Name)
	}
	for _, f := range r.Filters {
		b = b.Filter(f.Name, f.Extensions...)
	}
	ask := b.Load
	if save {
		ask = b.Save
	}
	path, err := ask()
	if errors.Is(err, dialog.ErrCancelled) {
		return "", nil
	}
	return path, err
}
