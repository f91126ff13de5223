package exporting

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"resumax/app/picker"
	"resumax/app/printing"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/render"
	"resumax/render/layout"
	"resumax/storage/file"
)

// Made is something that is made of the project and is not the resume, such as a sheet for an
// interview, to be written to a file.
type Made struct {
	Suffix            string // of the file's name
	Format, Extension string
	Make              func() ([]byte, error) // called on another goroutine
}

// ExportMade writes something that is made to a file that the user chooses.
func (e *Exporter) ExportMade(m Made) {
	e.askPath(exportTitle(m.Suffix, m.Format), e.nameWith(m.Suffix)+"."+m.Extension,
		picker.Filter{Name: m.Format, Extensions: []string{m.Extension}}, func(path string) { e.writeMade(m, path) })
}

func (e *Exporter) writeMade(m Made, path string) {
	s := e.services.Shell
	s.Background(tr.T("exporting.exporting", "Exporting {{.File}}", tr.With{"File": filepath.Base(path)}), func() func() {
		data, err := m.Make()
		if err == nil {
			err = file.WriteFile(path, data)
		}
		return func() {
			if err != nil {
				s.ShowError(err.Error())
				return
			}
			s.Trace.Write("exported", trace.Members{"path": path})
			s.SayMade(tr.T("exporting.exported", "Exported {{.File}}", tr.With{"File": filepath.Base(path)}), path, printing.OpenFile)
		}
	})
}

// PrintMade prints pages that are made, on a printer that the user chooses. Where there is none,
// they are exported as a PDF.
func (e *Exporter) PrintMade(suffix string, pages func() *layout.Document) {
	e.findPrinters(func(o printing.Options) { e.print(o, suffix, pages) }, func() {
		e.ExportMade(Made{Suffix: suffix, Format: "PDF", Extension: "pdf", Make: func() ([]byte, error) { return pdfOf(pages()) }})
	})
}

func pdfOf(d *layout.Document) ([]byte, error) {
	var b bytes.Buffer
	err := render.PDF(&b, d)
	return b.Bytes(), err
}

// print prints pages that make makes, off the UI goroutine.
func (e *Exporter) print(o printing.Options, name string, make func() *layout.Document) {
	s := e.services.Shell
	s.Background(tr.T("exporting.printing", "Printing"), func() func() {
		folder, err := printMade(o, name, make())
		return func() {
			e.printed = append(e.printed, folder)
			switch {
			case err == nil:
				s.Trace.Write("printed", trace.Members{"on": o.Printer})
				s.Toaster.Show(tr.T("exporting.sent-to", "Sent to {{.Printer}}", tr.With{"Printer": o.Printer}), "", nil)
			case !errors.Is(err, printing.ErrCanceled):
				s.ShowError(err.Error())
			}
		}
	})
}

// printMade prints, and returns the temporary folder with the PDF. It is not removed yet,
// because the printing system may read the file later.
func printMade(o printing.Options, name string, d *layout.Document) (folder string, err error) {
	folder, err = os.MkdirTemp("", "resumax-print")
	if err != nil {
		return "", fmt.Errorf("%s: %w", tr.T("exporting.couldnt-create-a-temporary", "couldn't create a temporary folder to print from"), err)
	}
	data, err := pdfOf(d)
	if err != nil {
		return folder, fmt.Errorf("%s: %w", tr.T("exporting.couldnt-create-the-pdf", "couldn't create the PDF to print"), err)
	}
	path := filepath.Join(folder, name+".pdf")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		return folder, fmt.Errorf("%s: %w", tr.T("exporting.couldnt-save-the-pdf", "couldn't save the PDF to print"), err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), printTimeout)
	defer cancel()
	return folder, printing.Print(ctx, printing.Pages{PDF: path, Document: d}, o)
}
