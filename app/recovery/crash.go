package recovery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/widgets"
)

// ShowCrash shows what the program said when it crashed in an earlier run, to be
// copied. An empty text shows nothing.
func ShowCrash(s *shell.Shell, text string) {
	if text == "" {
		return
	}
	grid := widget.NewTextGridFromString(text)
	var m *widgets.Modal
	closeButton := widgets.NewButton(tr.T("recovery.close", "Close"), func() { m.Close() })
	closeButton.Importance = widget.HighImportance
	copyButton := widgets.NewButton(tr.T("recovery.copy", "Copy"), func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		s.Toaster.Show(tr.T("recovery.copied-the-report", "Copied the report"), "", nil)
	})
	head := widgets.NewColumn(8, widgets.NewHeading(tr.T("recovery.resumax-crashed-the-last", "ResuMax crashed the last time it ran")),
		widgets.NewLabel(tr.T("recovery.this-report-stays-on", "This report stays on your computer: nothing is sent. To report the problem, copy it and send it yourself, after a look at what it says.")))
	buttons := container.NewHBox(layout.NewSpacer(), copyButton, closeButton)
	m = s.Modal(sized(s, widgets.NewBorder(spaced(head), buttons, nil, nil, grid)), func() { m.Close() })
}
