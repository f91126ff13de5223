package printing

import (
	"fmt"

	"golang.org/x/sys/windows"

	"resumax/app/tr"
)

// OpenFile opens a file in its default application.
func OpenFile(path string) error {
	verb, err := windows.UTF16PtrFromString("open")
	if err != nil {
		return err
	}
	file, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	if err := windows.ShellExecute(0, verb, file, nil, nil, windows.SW_SHOWNORMAL); err != nil {
		return fmt.Errorf("%s (%w)", tr.T("printing.couldnt-open-open-it-from", "couldn't open {{.Path}}: open it from your file manager", tr.With{"Path": path}), err)
	}
	return nil
}
