package exporting

import (
	"context"
	"fmt"
	"os"
	"path/filepath"

	"resumax/app/picker"
	"resumax/app/printing"
	"resumax/app/tr"
	"resumax/app/trace"
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
	s := e.services.Shell
	answered := s.SystemDialog("export")
	e.services.Picker().Save(picker.Request{Title: exportTitle(m.Suffix, m.Format), Folder: e.services.Folder(),
		Name: e.services.Name() + "-" + m.Suffix + "." + m.Extension, Filters: []picker.Filter{{Name: m.Format, Extensions: []string{m.Extension}}}},
		func(path string, err error) {
			answered()
			switch {
			case err != nil:
				s.ShowError(err.Error())
			case path != "" && e.isProject(path):
				s.ShowError(tr.T("exporting.an-export-cant-replace", "An export can't replace the project file. Choose another name."))
			case path != "":
				e.writeMade(m, path)
			}
		})
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
			s.Toaster.Show(tr.T("exporting.exported", "Exported {{.File}}", tr.With{"File": filepath.Base(path)}), tr.T("exporting.open", "Open"), func() {
				if err := printing.OpenFile(path); err != nil {
					s.ShowError(err.Error())
				}
			})
		}
	})
}

// PrintMade prints a PDF that is made, on a printer that the user chooses. Where there is none,
// it is exported.
func (e *Exporter) PrintMade(suffix string, pdf func() ([]byte, error)) {
	e.findPrinters(func(o printing.Options) {
		e.printPDF(o, func(folder string) (string, error) {
			data, err := pdf()
			if err != nil {
				return "", fmt.Errorf("%s: %w", tr.T("exporting.couldnt-create-the-pdf", "couldn't create the PDF to print"), err)
			}
			path := filepath.Join(folder, suffix+".pdf")
			return path, os.WriteFile(path, data, 0o600)
		})
	}, func() { e.ExportMade(Made{Suffix: suffix, Format: "PDF", Extension: "pdf", Make: pdf}) })
}

// printPDF prints a PDF that make writes into a temporary folder.
func (e *Exporter) printPDF(o printing.Options, make func(folder string) (path string, err error)) {
	s := e.services.Shell
	s.Background(tr.T("exporting.printing", "Printing"), func() func() {
		folder, err := printMade(o, make)
		return func() {
			e.printed = append(e.printed, folder)
			if err != nil {
				s.ShowError(err.Error())
				return
			}
			s.Toaster.Show(tr.T("exporting.sent-to", "Sent to {{.Printer}}", tr.With{"Printer": o.Printer}), "", nil)
		}
	})
}

// printMade prints, and returns the temporary folder with the PDF. It is not removed yet,
// because the printing system may read the file later.
func printMade(o printing.Options, make func(folder string) (path string, err error)) (folder string, err error) {
	folder, err = os.MkdirTemp("", "resumax-print")
	if err != nil {
		return "", fmt.Errorf("%s: %w", tr.T("exporting.couldnt-create-a-temporary", "couldn't create a temporary folder to print from"), err)
	}
	path, err := make(folder)
	if err != nil {
		return folder, fmt.Errorf("%s: %w", tr.T("exporting.couldnt-save-the-pdf", "couldn't save the PDF to print"), err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), printTimeout)
	defer cancel()
	return folder, printing.Print(ctx, path, o)
}
