package exporting

import (
	"context"
	"os"
	"time"

	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/printing"
	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/exchange"
	"resumax/render"
	page "resumax/render/layout"
	"resumax/widgets"
)

const printTimeout = 30 * time.Second

// Print prints the resume on a printer that the user chooses.
func (e *Exporter) Print() {
	e.checkReady(Printing, func() {
		e.findPrinters(e.send, func() { e.Export(exchange.Default()) })
	})
}

// findPrinters lets the user choose a printer. Where there is none, it offers an export.
func (e *Exporter) findPrinters(chosen func(printing.Options), export func()) {
	s := e.services.Shell
	s.Background(tr.T("exporting.looking-for-printers", "Looking for printers"), func() func() {
		ctx, cancel := context.WithTimeout(context.Background(), printTimeout)
		defer cancel()
		printers, err := printing.Printers(ctx)
		return func() {
			if err != nil {
				s.Ask(tr.T("exporting.no-printer", "No printer"), shell.Sentence(err.Error()), shell.Choice{Label: tr.T("exporting.export-pdf", "Export PDF…"), Main: true, Do: export})
				return
			}
			e.choosePrinter(printers, chosen)
		}
	})
}

func (e *Exporter) choosePrinter(printers []string, chosen func(printing.Options)) {
	var m *widgets.Modal
	which := widgets.NewSelect(printers, nil)
	which.SetSelectedIndex(0)
	copies := widgets.NewSelect(numbersOfCopies(), nil)
	copies.SetSelectedIndex(0)
	accept := func() {
		m.Close()
		chosen(printing.Options{Printer: which.Selected, Copies: copies.SelectedIndex() + 1})
	}
	ok := widgets.NewButton(tr.T("exporting.print", "Print"), accept)
	ok.Importance = widget.HighImportance
	e.services.Shell.Trace.Write("dialog", trace.Members{"what": "Print"})
	m = e.services.Shell.Modal(widgets.NewColumn(10, widgets.NewStrong(tr.T("exporting.print", "Print")), which, copies,
		container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("exporting.cancel", "Cancel"), func() { m.Close() }), ok)), accept)
}

// mostCopies is how many copies can be printed at once.
const mostCopies = 5

func numbersOfCopies() (all []string) {
	for n := 1; n <= mostCopies; n++ {
		all = append(all, tr.N("exporting.copies", "{{.Count}} copy", "{{.Count}} copies", n))
	}
	return all
}

// send prints the resume.
func (e *Exporter) send(o printing.Options) {
	now := e.services.Session.Now()
	e.print(o, "resume", func() *page.Document { return render.Typeset(now.Resume, e.services.Options(now)) })
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
