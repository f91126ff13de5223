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

	canvas  fyne.Canvas
	popup   *widget.PopUp
	overlay fyne.CanvasObject // Fyne's, around the popup
	key     func(*fyne.KeyEvent)
	typed   func(rune)
	focus   fyne.Focusable // outside, before
	field   *TextField     // gets what is typed while nothing has the focus; may be nil
}

// openModals are the open modals of all windows, for [ScrollOf]: Fyne does not reveal what an overlay contains. They
// belong to the UI goroutine.
var openModals []*Modal

// ShowModal shows a modal on the canvas. Escape closes it wherever the focus is. Enter presses the focused control, or
// calls enter, which may be nil.
func ShowModal(c fyne.Canvas, content fyne.CanvasObject, enter func()) *Modal {
	m := &Modal{canvas: c, key: c.OnTypedKey(), typed: c.OnTypedRune(), focus: c.Focused()}
	c.Unfocus()
	m.popup = widget.NewModalPopUp(container.New(&minWidth{modalWidth}, container.New(layout.NewCustomPaddedLayout(14, 10, 16, 16), content)), c)
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		switch {
		case k.Name == fyne.KeyEscape:
			m.Close()
		case k.Name == fyne.KeyReturn || k.Name == fyne.KeyEnter:
			if enter != nil {
				KeepFocus(c, enter)
			}
		case m.field != nil && c.Focused() == nil:
			m.canvas.Focus(m.field)
			m.field.TypedKey(k)
		}
	})
	c.SetOnTypedRune(func(r rune) {
		if m.field != nil {
			m.canvas.Focus(m.field)
			m.field.TypedRune(r)
		}
	})
	m.popup.Show()
	m.overlay = c.Overlays().Top()
	openModals = append(openModals, m)
	return m
}

// Focus focuses a field of the modal, which also gets what is typed after a click beside all controls.
func (m *Modal) Focus(f *TextField) {
	m.field = f
	m.canvas.Focus(f)
}

// Close closes the modal.
func (m *Modal) Close() {
	if m.popup.Hidden {
		return
	}
	m.popup.Hide()
	openModals = slices.DeleteFunc(openModals, func(open *Modal) bool { return open == m })
	m.canvas.SetOnTypedKey(m.key)
	m.canvas.SetOnTypedRune(m.typed)
	if root := topmost(m.canvas); m.focus != nil && (root == nil || Shows(root, m.focus.(fyne.CanvasObject))) {
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
