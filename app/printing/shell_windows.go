package printing

import (
	"context"
	"fmt"

	"golang.org/x/sys/windows"
)

const defaultPrinter = "Default printer"

// Printers is the default printer: the shell's print verb knows no other.
func Printers(context.Context) ([]string, error) { return []string{defaultPrinter}, nil }

// Print hands a PDF to the program that Windows prints such files with.
func Print(_ context.Context, path string, o Options) error {
	for range max(1, o.Copies) {
		if err := shell("print", path); err != nil {
			return fmt.Errorf("Windows found no program to print the PDF with: install a PDF reader, or export the PDF and print it from there (%w)", err)
		}
	}
	return nil
}

// OpenFile opens a file in the program that Windows has for it.
func OpenFile(path string) error {
	if err := shell("open", path); err != nil {
		return fmt.Errorf("no program could be started to show %s: open it from your file manager (%w)", path, err)
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
