package recovery

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
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
	closeButton := widgets.NewButton("Close", func() { m.Close() })
	closeButton.Importance = widget.HighImportance
	copyButton := widgets.NewButton("Copy", func() {
		fyne.CurrentApp().Clipboard().SetContent(text)
		s.Toaster.Show("Copied", "", nil)
	})
	head := widgets.NewColumn(8, widgets.NewHeading("ResuMax crashed the last time it ran"),
		widgets.NewLabel("This report stays on your computer: nothing is sent. To report the problem, copy it and send it yourself, after a look at what it says."))
	buttons := container.NewHBox(layout.NewSpacer(), copyButton, closeButton)
	m = s.Modal(sized(s, widgets.NewBorder(spaced(head), buttons, nil, nil, grid)), func() { m.Close() })
}
