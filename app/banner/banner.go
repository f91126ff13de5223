// Package banner is the bar above the editor with the problems of the opened file.
package banner

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/app/shell"
	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// Banner shows the problems of the opened file until it is dismissed.
type Banner struct {
	dialogs *shell.Dialogs
	reveal  func(resume.Address)
	labels  func() resume.Labels
	root    *fyne.Container
}

// New makes the banner, hidden. Reveal shows a field, labels name the fields of the
// open document.
func New(d *shell.Dialogs, reveal func(resume.Address), labels func() resume.Labels) *Banner {
	b := &Banner{dialogs: d, reveal: reveal, labels: labels, root: container.NewStack()}
	b.root.Hide()
	return b
}

// Object is the banner's content.
func (b *Banner) Object() fyne.CanvasObject { return b.root }

// Origin is where a resume came from.
type Origin int

// The origins of resumes.
const (
	Project  Origin = iota // its own file
	ReadOnly               // its own file, of a newer version
	Import                 // a file of another program, which stays as it is
)

// Show shows problems, and hides the banner if there are none.
func (b *Banner) Show(problems []resume.Problem, from Origin) {
	b.root.RemoveAll()
	text := foundIn(problems)
	switch from {
	case ReadOnly:
		text = tr.T("banner.a-newer-version-of", "A newer version of ResuMax wrote this file. You can read and export it here, but not change it.")
	case Import:
		text = notedIn(problems)
	}
	if text == "" {
		b.root.Hide()
		return
	}
	buttons := container.NewHBox()
	if len(problems) > 0 {
		buttons.Add(widgets.NewButton(tr.T("banner.show", "Show"), func() { b.list(problems, from) }))
	}
	buttons.Add(container.NewCenter(widgets.NewIconButton(theme.CancelIcon(), tr.T("banner.dismiss", "Dismiss"), func() { b.root.Hide() })))
	label := widgets.NewLabel(text)
	line := widgets.NewBorder(nil, nil, nil, container.NewCenter(buttons), container.NewVBox(layout.NewSpacer(), label, layout.NewSpacer()))
	b.root.Add(widgets.NewBand(container.New(layout.NewCustomPaddedLayout(6, 6, 16, 10), line), widgets.ColorWarnSoft))
	b.root.Show()
}

// foundIn sums up problems: those that saving fixes, and content without a field.
func foundIn(problems []resume.Problem) string {
	fixes, hidden := 0, 0
	for _, p := range problems {
		if p.NotShown {
			hidden++
		} else {
			fixes++
		}
	}
	var parts []string
	if fixes > 0 {
		parts = append(parts, tr.N("banner.problems-in-the-file", "{{.Count}} problem in the file. ResuMax will fix this when you save.", "{{.Count}} problems in the file. ResuMax will fix these when you save.", fixes))
	}
	if hidden > 0 {
		parts = append(parts, tr.N("banner.parts-not-shown", "{{.Count}} part of the file has no field and is not shown. It stays in the file.", "{{.Count}} parts of the file have no field and are not shown. They stay in the file.", hidden))
	}
	return strings.Join(parts, " ")
}

// notedIn sums up the same of an import: what was read in another way than it was written, and
// content without a field.
func notedIn(problems []resume.Problem) string {
	notes, hidden := 0, 0
	for _, p := range problems {
		if p.NotShown {
			hidden++
		} else {
			notes++
		}
	}
	var parts []string
	if notes > 0 {
		parts = append(parts, tr.N("banner.notes-on-the-import", "{{.Count}} note on the import.", "{{.Count}} notes on the import.", notes))
	}
	if hidden > 0 {
		parts = append(parts, tr.N("banner.parts-without-a-field", "{{.Count}} part of the file has no field here. It is kept, but not shown.", "{{.Count}} parts of the file have no field here. They are kept, but not shown.", hidden))
	}
	return strings.Join(parts, " ")
}

// list shows all problems; a tap on one reveals its field.
func (b *Banner) list(problems []resume.Problem, from Origin) {
	var m *widgets.Modal
	rows := widgets.NewColumn(2)
	labels, heading := b.labels(), tr.T("banner.problems-in-the-file-2", "Problems in the file")
	if from == Import {
		heading = tr.T("banner.notes-on-the-import-2", "Notes on the import")
	}
	for _, p := range problems {
		row := widgets.NewActionRow("", tr.UpperFirst(p.Text), tr.Place(labels.Of(p.Address)))
		row.OnTapped = func() {
			m.Close()
			b.reveal(p.Address)
		}
		rows.Add(row)
	}
	scroll := container.NewVScroll(rows)
	list := b.dialogs.Fitted(scroll, fyne.NewSize(560, 320), fyne.NewSize(80, 160))
	closing := widgets.NewButton(tr.T("banner.close", "Close"), func() { m.Close() })
	closing.Importance = widget.HighImportance
	m = b.dialogs.Modal(widgets.NewBorder(widgets.NewHeading(heading), container.NewHBox(layout.NewSpacer(), closing), nil, nil, list), func() { m.Close() })
}
