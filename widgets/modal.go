package widgets

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"
)

// modalWidth is the least width of a modal: room for a sentence on a line or two.
const modalWidth = 460

// Modal is something over a window's content that has to be answered first. Escape closes it, Enter answers it.
// When it closes, the keyboard goes back to what had it.
type Modal struct {
	OnClosed func() // called once when it closes, however that came about

	canvas fyne.Canvas
	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	focus  fyne.Focusable
}

// openModals are the modals of all windows that were not closed yet, for [ScrollOf]: Fyne tells of an overlay no longer
// what lies in it. They belong to the UI goroutine.
var openModals []*Modal

// ShowModal shows the content over the canvas. Enter, which may be nil, is called for the Enter key.
func ShowModal(c fyne.Canvas, content fyne.CanvasObject, enter func()) *Modal {
	m := &Modal{canvas: c, before: c.OnTypedKey(), focus: c.Focused()}
	c.Unfocus()
	m.popup = widget.NewModalPopUp(container.New(&atLeast{modalWidth}, container.New(layout.NewCustomPaddedLayout(14, 10, 16, 16), content)), c)
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

// Focus gives the keyboard to a field of the modal. Escape closes the modal from there, too.
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

// Close takes the modal away.
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

// atLeast gives an object a least width.
type atLeast struct{ width float32 }

func (l *atLeast) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	for _, o := range objects {
		o.Resize(size)
	}
}

func (l *atLeast) MinSize(objects []fyne.CanvasObject) fyne.Size {
	o := objects[0]
	if o.Size().Width < l.width { // wrapped text knows its height only at a width
		o.Resize(fyne.NewSize(l.width, o.Size().Height))
	}
	return fyne.NewSize(max(l.width, o.MinSize().Width), o.MinSize().Height)
}
