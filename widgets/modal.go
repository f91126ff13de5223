package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// modalWidth is the minimum width of a modal: a sentence takes a line or two.
const modalWidth = 460

// Modal is a modal dialog. Escape closes it, Enter accepts it. When it closes, the focus returns to what had it.
type Modal struct {
	OnClosed func() // called once when it closes, however that came about

	canvas fyne.Canvas
	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	focus  fyne.Focusable
}

// openModals are the open modals of all windows, for [ScrollOf]: Fyne does not reveal what an overlay contains. They
// belong to the UI goroutine.
var openModals []*Modal

// ShowModal shows a modal on the canvas. Enter, which may be nil, is called for the Enter key.
func ShowModal(c fyne.Canvas, content fyne.CanvasObject, enter func()) *Modal {
	m := &Modal{canvas: c, before: c.OnTypedKey(), focus: c.Focused()}
	c.Unfocus()
	m.popup = widget.NewModalPopUp(container.New(&minWidth{modalWidth}, container.New(layout.NewCustomPaddedLayout(14, 10, 16, 16), content)), c)
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		switch k.Name {
		case fyne.KeyEscape:
			m.Close()
		case fyne.KeyReturn, fyne.KeyEnter:
			if enter != nil {
				enter()
			}
		}
	})
	m.popup.Show()
	openModals = append(openModals, m)
	return m
}

// Focus focuses a field of the modal. Escape closes the modal from there, too.
func (m *Modal) Focus(f *TextField) {
	f.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			m.Close()
			return true
		}
		return false
	}
	m.canvas.Focus(f)
}

// Close closes the modal.
func (m *Modal) Close() {
	if m.popup.Hidden {
		return
	}
	m.popup.Hide()
	openModals = slices.DeleteFunc(openModals, func(open *Modal) bool { return open == m })
	m.canvas.SetOnTypedKey(m.before)
	if m.focus != nil {
		m.canvas.Focus(m.focus)
	}
	if m.OnClosed != nil {
		m.OnClosed()
	}
}

// minWidth gives an object a minimum width.
type minWidth struct{ width float32 }

func (l *minWidth) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *minWidth) MinSize(objects []fyne.CanvasObject) fyne.Size {
	o := objects[0]
	if o.Size().Width < l.width { // wrapped text knows its height only at a width
		o.Resize(fyne.NewSize(l.width, o.Size().Height))
	}
	return fyne.NewSize(max(l.width, o.MinSize().Width), o.MinSize().Height)
}
