package exporting

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/printing"
	"resumax/app/shell"
	"resumax/exchange"
	"resumax/render"
	"resumax/resume"
	"resumax/widgets"
)

const printTimeout = 30 * time.Second

// Print prints the resume on a printer that the user chooses.
func (e *Exporter) Print() {
	s := e.services.Shell
	e.checkReady("print", func() {
		s.Background("Looking for printers", func() func() {
			ctx, cancel := context.WithTimeout(context.Background(), printTimeout)
			defer cancel()
			printers, err := printing.Printers(ctx)
			return func() {
				if err != nil {
					s.Ask("No printer", shell.Sentence(err.Error()),
						shell.Choice{Label: "Export PDF…", Main: true, Do: func() { e.Export(exchange.Default()) }})
					return
				}
				e.choosePrinter(printers)
			}
		})
	})
}

func (e *Exporter) choosePrinter(printers []string) {
	var m *widgets.Modal
	which := widgets.NewSelect(printers, nil)
	which.SetSelectedIndex(0)
	copies := widgets.NewSelect([]string{"1 copy", "2 copies", "3 copies", "4 copies", "5 copies"}, nil)
	copies.SetSelectedIndex(0)
	accept := func() {
		m.Close()
		e.send(printing.Options{Printer: which.Selected, Copies: copies.SelectedIndex() + 1})
	}
	ok := widgets.NewButton("Print", accept)
	ok.Importance = widget.HighImportance
	m = e.services.Shell.Modal(widgets.NewColumn(10, widgets.NewStrong("Print"), which, copies,
		container.NewHBox(layout.NewSpacer(), widgets.NewButton("Cancel", func() { m.Close() }), ok)), accept)
}

func (e *Exporter) send(o printing.Options) {
	s, now := e.services.Shell, e.services.Session.Now()
	s.Background("Printing", func() func() {
		folder, err := printPages(now.Resume, e.services.Options(now), o)
		return func() {
			e.printed = append(e.printed, folder)
			if err != nil {
				s.ShowError(err.Error())
				return
			}
			s.Toaster.Show("Sent to "+o.Printer, "", nil)
		}
	})
}

// printPages prints, and returns the temporary folder with the PDF. It is not removed
// yet, because the printing system may read the file later.
func printPages(r *resume.Resume, opts render.Options, o printing.Options) (folder string, err error) {
	folder, err = os.MkdirTemp("", "resumax-print")
	if err != nil {
		return "", fmt.Errorf("couldn't create a temporary folder to print from: %w", err)
	}
	var b bytes.Buffer
	if err := render.PDF(&b, render.Typeset(r, opts)); err != nil {
		return folder, fmt.Errorf("couldn't create the PDF to print: %w", err)
	}
	path := filepath.Join(folder, "resume.pdf")
	if err := os.WriteFile(path, b.Bytes(), 0o600); err != nil {
		return folder, fmt.Errorf("couldn't save the PDF to print: %w", err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), printTimeout)
	defer cancel()
	return folder, printing.Print(ctx, path, o)
}

// RemovePrinted removes the temporary files of printing.
func (e *Exporter) RemovePrinted() {
	for _, folder := range e.printed {
		if folder != "" {
			os.RemoveAll(folder)
		}
	}
	e.printed = nil
}
