package app

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"resumax/resume"
	"resumax/widgets"
)

// banner says, above the editor, what was found wrong in the file that was
// opened, until the user puts it away.
type banner struct {
	w    *window
	root *fyne.Container
}

func newBanner(w *window) *banner {
	b := &banner{w: w, root: container.NewStack()}
	b.root.Hide()
	return b
}

func (b *banner) show(problems []resume.Problem, readOnly bool) {
	b.root.RemoveAll()
	text := ""
	switch {
	case readOnly:
		text = "A newer ResuMax wrote this file. It can be read and exported here, not changed."
	case len(problems) == 1:
		text = "One thing in the file is not as JSON Resume has it, and will be saved mended."
	case len(problems) > 1:
		text = fmt.Sprintf("%d things in the file are not as JSON Resume has them, and will be saved mended.", len(problems))
	}
	if text == "" {
		b.root.Hide()
		return
	}
	buttons := container.NewHBox()
	if len(problems) > 0 {
		buttons.Add(widget.NewButton("Show", func() { b.list(problems) }))
	}
	buttons.Add(container.NewCenter(widgets.NewIconButton(theme.CancelIcon(), "Put away", func() { b.root.Hide() })))
	label := widgets.NewLabel(text)
	line := container.NewBorder(nil, nil, nil, container.NewCenter(buttons), container.NewVBox(layout.NewSpacer(), label, layout.NewSpacer()))
	b.root.Add(widgets.NewBand(container.New(layout.NewCustomPaddedLayout(6, 6, 16, 10), line), widgets.ColorWarnSoft))
	b.root.Show()
}

// list shows every problem; a tap leads to its field.
func (b *banner) list(problems []resume.Problem) {
	var d *widgets.Modal
	rows := widgets.NewColumn(2)
	for _, p := range problems {
		row := widgets.NewActionRow("", upperFirst(p.Text), string(p.Address))
		row.OnTapped = func() {
			d.Close()
			b.w.session.Reveal(p.Address)
		}
		rows.Add(row)
	}
	scroll := container.NewVScroll(rows)
	scroll.SetMinSize(fyne.NewSize(560, 320))
	d = b.w.modal(container.NewBorder(widgets.NewStrong("What was found in the file"), container.NewHBox(layout.NewSpacer(), widget.NewButton("Close", func() { d.Close() })), nil, nil, scroll), func() { d.Close() })
}
