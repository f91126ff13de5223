package printing

import (
	"context"
	"fmt"

	"golang.org/x/sys/windows"

	"resumax/app/tr"
)

func defaultPrinter() string {
	return tr.T("printing.default-printer", "Default printer")
}

// Printers is the default printer, the only one of the shell's print verb.
func Printers(context.Context) ([]string, error) { return []string{defaultPrinter()}, nil }

// Print prints a PDF with its default application.
func Print(_ context.Context, path string, o Options) error {
	for range max(1, o.Copies) {
		if err := shell("print", path); err != nil {
			return fmt.Errorf("%s (%w)", tr.T("printing.no-app-can-print", "no app on this computer can print PDFs: install a PDF reader, or export a PDF"), err)
		}
	}
	return nil
}

// OpenFile opens a file in its default application.
func OpenFile(path string) error {
	if err := shell("open", path); err != nil {
		return fmt.Errorf("%s (%w)", tr.T("printing.couldnt-open-open-it-from", "couldn't open {{.Path}}: open it from your file manager", tr.With{"Path": path}), err)
	}
	return nil
}

func shell(verb, path string) error {
	v, err := windows.UTF16PtrFromString(verb)
	if err != nil {
		return err
	}
	p, err := windows.UTF16PtrFromString(path)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, v, p, nil, nil, windows.SW_SHOWNORMAL)
}
