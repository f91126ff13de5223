// Package printing sends PDF files to printers, and opens files in their default
// application.
package printing

import (
	"resumax/app/tr"
)

// Options are printer and number of copies.
type Options struct {
	Printer string // one of [Printers]
	Copies  int    // at least 1
}

// ErrNoPrinter means that no printer is set up.
var ErrNoPrinter = tr.Error("printing.no-printer-is-set", "no printer is set up on this computer: add one in the system settings, or export a PDF")
