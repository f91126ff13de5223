// Package printing sends pages to printers, and opens files in their default
// application.
package printing

import (
	"image"
	"image/draw"
	"slices"

	"resumax/app/tr"
	"resumax/render/layout"
)

// Pages are what is printed, in both forms that printing systems take: CUPS prints PDFs, and Windows only what is drawn.
type Pages struct {
	PDF      string // the path of the PDF
	Document *layout.Document
}

// Options are printer and number of copies.
type Options struct {
	Printer string // one of [Printers]
	Copies  int    // at least 1
}

// ErrNoPrinter means that no printer is set up.
var ErrNoPrinter = tr.Error("printing.no-printer-is-set", "no printer is set up on this computer: add one in the system settings, or export a PDF")

// ErrCanceled means that the user has canceled the printing where the system asked.
var ErrCanceled = tr.Error("printing.canceled", "printing was canceled")

// title is what the list of print jobs shows.
func title() string { return tr.T("printing.resume", "Resume") }

// defaultFirst is the printers with the default one first, "" for none.
func defaultFirst(printers []string, named string) []string {
	if i := slices.Index(printers, named); i > 0 {
		return slices.Concat(printers[i:i+1], printers[:i], printers[i+1:])
	}
	return printers
}

// opaque is a picture on white, row by row from the top, four bytes a pixel: blue, green, red and one that is not used.
func opaque(img image.Image) []byte {
	b := img.Bounds()
	flat := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(flat, flat.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(flat, flat.Rect, img, b.Min, draw.Over)
	for i := 0; i < len(flat.Pix); i += 4 {
		flat.Pix[i], flat.Pix[i+2] = flat.Pix[i+2], flat.Pix[i]
	}
	return flat.Pix
}
