package shell

import (
	"path/filepath"

	"resumax/app/tr"
	"resumax/widgets"
)

// SayMade says in a toast that a file was made, with what can be done about it: what is given, to open the file, and to show
// the folder that it is in. open opens a file or a folder with the system's program for it.
func (s *Shell) SayMade(text, path string, open func(path string) error, first ...widgets.ToastAction) {
	opens := func(path string) func() {
		return func() {
			if err := open(path); err != nil {
				s.ShowError(Sentence(err.Error()))
			}
		}
	}
	s.Toaster.ShowWith(text, append(first, widgets.ToastAction{Label: tr.T("shell.open", "Open"), Do: opens(path)},
		widgets.ToastAction{Label: tr.T("shell.show-in-folder", "Show in folder"), Do: opens(filepath.Dir(path))})...)
}
