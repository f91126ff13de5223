// Package banner is the line over the editor that says what was found in the file
// that was opened.
package banner

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"

	"resumax/app/shell"
	"resumax/resume"
	"resumax/widgets"
)

// Banner says what was found in the file that was opened, until the user dismisses
// it.
type Banner struct {
	dialogs *shell.Dialogs
	reveal  func(resume.Address)
	root    *fyne.Container
}

// New makes the banner, which is hidden. Reveal leads to a field.
func New(d *shell.Dialogs, reveal func(resume.Address)) *Banner {
	b := &Banner{dialogs: d, reveal: reveal, root: container.NewStack()}
	b.root.Hide()
	return b
}

// Object is what to put into the window.
func (b *Banner) Object() fyne.CanvasObject { return b.root }

// Show says what was found, if anything.
func (b *Banner) Show(problems []resume.Problem, readOnly bool) {
	b.root.RemoveAll()
	text := ""
	switch {
	case readOnly:
		text = "A newer version of ResuMax wrote this file. You can read and export it here, but not change it."
	case len(problems) == 1:
		text = "One thing in the file does not follow JSON Resume. ResuMax will fix this when you save."
	case len(problems) > 1:
		text = fmt.Sprintf("%d things in the file do not follow JSON Resume. ResuMax will fix this when you save.", len(problems))
	}
	if text == "" {
		b.root.Hide()
		return
	}
	buttons := container.NewHBox()
	if len(problems) > 0 {
		buttons.Add(widgets.NewButton("Show", func() { b.list(problems) }))
	}
	buttons.Add(container.NewCenter(widgets.NewIconButton(theme.CancelIcon(), "Dismiss", func() { b.root.Hide() })))
	label := widgets.NewLabel(text)
	line := container.NewBorder(nil, nil, nil, container.NewCenter(buttons), container.NewVBox(layout.NewSpacer(), label, layout.NewSpacer()))
	b.root.Add(widgets.NewBand(container.New(layout.NewCustomPaddedLayout(6, 6, 16, 10), line), widgets.ColorWarnSoft))
	b.root.Show()
}

// list shows every problem; a tap leads to its field.
func (b *Banner) list(problems []resume.Problem) {
	var m *widgets.Modal
	rows := widgets.NewColumn(2)
	for _, p := range problems {
		row := widgets.NewActionRow("", shell.UpperFirst(p.Text), string(p.Address))
		row.OnTapped = func() {
			m.Close()
			b.reveal(p.Address)
		}
		rows.Add(row)
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(560, 320))
	m = b.dialogs.Modal(container.NewBorder(widgets.NewStrong("Problems in the file"), container.NewHBox(layout.NewSpacer(), widgets.NewButton("Close", func() { m.Close() })), nil, nil, scroll), func() { m.Close() })
}
