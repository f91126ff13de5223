package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// review lists the texts that an anonymous export has changed, and those that may still
// tell whose it is. A tap leads to the text.
func (e *Exporter) review(d resume.Document, problems []resume.Problem) {
	s := e.services.Shell
	var m *widgets.Modal
	rows, labels := widgets.NewColumn(2), d.Labels()
	for _, p := range problems {
		row := widgets.NewActionRow("", tr.UpperFirst(p.Text), tr.Place(labels.Of(p.Address)))
		row.OnTapped = func() {
			m.Close()
			e.services.Session.Reveal(p.Address)
		}
		rows.Add(row)
	}
	closing := widgets.NewButton(tr.T("exporting.close", "Close"), func() { m.Close() })
	closing.Importance = widget.HighImportance
	about := widgets.NewMuted(tr.T("exporting.these-texts-named-you", "These texts named you, or may still tell who you are. The resume itself is unchanged: edit a text in it and export again."))
	rows.Resize(fyne.NewSize(shell.SheetWidth, 10)) // lines that wrap know their height only at a width
	m = s.Modal(widgets.NewColumn(10, widgets.NewHeading(tr.T("exporting.anonymous-export", "Anonymous export")), about,
		s.Fitted(container.NewVScroll(rows), fyne.NewSize(shell.SheetWidth, min(rows.MinSize().Height, reviewHeight)), fyne.NewSize(80, 220)),
		container.NewHBox(layout.NewSpacer(), closing)), func() { m.Close() })
}

const reviewHeight = 320 // at most, of the list
