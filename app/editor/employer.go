package editor

import (
	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// employerControl says, for a position at the same employer as the one above or below, that they
// are grouped on the page, and lets the user choose. It takes no space where there is one alone.
func (e *Editor) employerControl(i int) fyne.CanvasObject {
	check := widgets.NewCheck("", nil)
	note := widgets.NewMuted(tr.T("editor.printed-closely-together-location", "Printed closely together. Location and employer description aren’t repeated."))
	control := widgets.NewColumn(2, check, note)
	e.captions = append(e.captions, func(resume.Document) { e.showEmployer(e.session.Now().Resume, i, control, check) })
	e.showEmployer(e.session.Now().Resume, i, control, check)
	return control
}

func (e *Editor) showEmployer(r *resume.Resume, i int, control *fyne.Container, check *widgets.Check) {
	if i >= len(r.Work) {
		return
	}
	first, last := r.EmployerRun(i)
	n, grouped := 0, true
	for w := first; w <= last; w++ {
		if !r.Work[w].Hidden {
			n++
		}
		grouped = grouped && (w == first || !r.Work[w].Separate)
	}
	check.OnChanged = nil
	check.SetChecked(grouped)
	check.OnChanged = func(group bool) {
		label := tr.T("editor.separate-positions", "Separate positions")
		if group {
			label = tr.T("editor.group-positions", "Group positions")
		}
		e.session.Edit(label, resume.Root.Child("work").Item(i), func(d resume.Document) (resume.Document, error) {
			return d.GroupPositions(first, last, group)
		})
	}
	if text := tr.N("editor.group-the-positions-at", "Group the {{.Count}} position at this employer", "Group the {{.Count}} positions at this employer", n); check.Text != text {
		check.SetText(text)
	}
	if control.Visible() != (n > 1) {
		if n > 1 {
			control.Show()
		} else {
			control.Hide()
		}
	}
}
