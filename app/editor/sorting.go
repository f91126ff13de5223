package editor

import (
	"fyne.io/fyne/v2"

	"resumax/app/tr"
	"resumax/resume"
	"resumax/widgets"
)

// sortOffer is a button that sorts a section by date. It shows while the section is not newest
// first, but does not come or go while a date is being written.
func (e *Editor) sortOffer(key string) fyne.CanvasObject {
	button := widgets.NewButton(tr.T("editor.sort-by-date", "Sort by date"), func() { e.sortByDate(key) })
	show := func(d resume.Document) {
		if e.writesDate() {
			return
		}
		if unsorted(d, key, e.at(key)) {
			button.Show()
		} else {
			button.Hide()
		}
	}
	e.captions = append(e.captions, show)
	show(e.session.Now().Document)
	return button
}

// unsorted reports whether sorting by date would change the order of what has a date.
func unsorted(d resume.Document, key string, list resume.Address) bool {
	for i := d.ListLen(list) - 1; i >= 0; i-- {
		if at := list.Item(i); period(d, at) == "" {
			d, _ = d.Remove(at)
		}
	}
	sorted, err := d.SortByDate(key)
	return err == nil && !sorted.Equal(d)
}

// writesDate reports whether a date has the focus.
func (e *Editor) writesDate() bool {
	c := fyne.CurrentApp().Driver().CanvasForObject(e.root)
	if c == nil {
		return false
	}
	f := e.fields[e.session.Focus()]
	return f != nil && f.shape == resume.DateLine && c.Focused() == fyne.Focusable(f.entry) && !f.left
}
