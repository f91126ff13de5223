// Package printing sends PDF files to the system's printers, and opens files in
// the program that the system has for them.
package printing

import "errors"

// Options say where a file is printed, and how often.
type Options struct {
	Printer string // one of [Printers]
	Copies  int    // at least 1
}

// ErrNoPrinter says that the system knows no printer.
var ErrNoPrinter = errors.New("no printer is set up on this computer: add one in the system's settings, or export a PDF and print it elsewhere")
