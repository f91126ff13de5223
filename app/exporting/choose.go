package exporting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"

	"resumax/app/tr"
	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/widgets"
)

// Choose lets the user choose the format of an export, and whether it says whose the
// resume is.
func (e *Exporter) Choose() {
	s := e.services.Shell
	var m *widgets.Modal
	anonymous := widgets.NewCheck(tr.T("exporting.anonymous", "Anonymous"), nil)
	embed := widgets.NewCheck(tr.T("exporting.embed-editable-data-in", "Embed editable data in PDFs"), nil)
	embed.SetChecked(e.services.Embed())
	embed.OnChanged = e.services.SetEmbed
	list := container.New(layout.NewGridLayoutWithColumns(2))
	for _, f := range exchange.Writers() {
		row := widgets.NewActionRow("", Title(f), tr.UpperFirst(tr.Word(f.About)))
		row.OnTapped = func() {
			m.Close()
			e.export(f, anonymous.Checked)
		}
		list.Add(row)
	}
	about := widgets.NewMuted(tr.T("exporting.leaves-out-name-photo", "Leaves out name, photo, contact, links and date of birth, in fields and in texts. The file is called {{.Name}}.", tr.With{"Name": format.AnonymousName}))
	options := widgets.NewColumn(2, anonymous, container.New(layout.NewCustomPaddedLayout(0, 4, checkIndent, 0), about), embed)
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("exporting.cancel", "Cancel"), func() { m.Close() }))
	scroll := container.NewVScroll(container.New(layout.NewCustomPaddedLayout(0, 0, 0, scrollGutter), list))
	list.Resize(fyne.NewSize(listWidth-scrollGutter, 10)) // lines that wrap know their height only at a width
	m = s.Modal(widgets.NewColumn(12, widgets.NewHeading(tr.T("exporting.export-as", "Export as")), options,
		s.Fitted(scroll, fyne.NewSize(listWidth, list.MinSize().Height+listMargin), fyne.NewSize(80, 290)), buttons), nil)
}

const (
	checkIndent  = 24 // of the text below a check box, so that it begins as the box's label does
	scrollGutter = 12 // the space that the scroll bar lies in
	listWidth    = 680
	listMargin   = 4
)

// Title is a format's name with the extension of its files, by which many look for it.
func Title(f *format.Format) string { return tr.Word(f.Name) + " (." + f.Extension() + ")" }
