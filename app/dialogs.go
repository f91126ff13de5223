package app

import (
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/widgets"
)

// choice is one answer to a question.
type choice struct {
	label string
	main  bool
	do    func()
}

const dialogWidth = 460

// ask asks a question with the given answers, and "Cancel". Enter takes the
// main answer, Escape cancels.
func (w *window) ask(title, text string, choices ...choice) {
	var d *modal
	buttons := container.NewHBox(layout.NewSpacer())
	cancel := widget.NewButton("Cancel", func() { d.close() })
	buttons.Add(cancel)
	var main func()
	for i := len(choices) - 1; i >= 0; i-- {
		c := choices[i]
		act := func() {
			d.close()
			c.do()
		}
		b := widget.NewButton(c.label, act)
		if c.main {
			b.Importance = widget.HighImportance
			main = act
		}
		buttons.Add(b)
	}
	d = w.modal(widgets.NewColumn(10, widgets.NewHeading(title), widgets.NewLabel(text), buttons), main)
}

// say says what went wrong, in words that say what to do.
func (w *window) say(text string) {
	w.trace.write("message", map[string]any{"text": text})
	var d *modal
	ok := widget.NewButton("OK", func() { d.close() })
	ok.Importance = widget.HighImportance
	d = w.modal(widgets.NewColumn(14, widgets.NewLabel(upperFirst(text)), container.NewHBox(layout.NewSpacer(), ok)), func() { d.close() })
}

// modal is something over the window that has to be answered first.
type modal struct {
	w      *window
	popup  *widget.PopUp
	before func(*fyne.KeyEvent)
	focus  fyne.Focusable
}

func (w *window) modal(content fyne.CanvasObject, enter func()) *modal {
	c := w.win.Canvas()
	m := &modal{w: w, before: c.OnTypedKey(), focus: c.Focused()}
	c.Unfocus()
	width := container.New(&atLeast{width: dialogWidth}, container.New(layout.NewCustomPaddedLayout(14, 10, 16, 16), content))
	m.popup = widget.NewModalPopUp(width, c)
	c.SetOnTypedKey(func(k *fyne.KeyEvent) {
		switch k.Name {
		case fyne.KeyEscape:
			m.close()
		case fyne.KeyReturn, fyne.KeyEnter:
			if enter != nil {
				enter()
			}
		}
	})
	m.popup.Show()
	return m
}

func (m *modal) close() {
	m.popup.Hide()
	c := m.w.win.Canvas()
	c.SetOnTypedKey(m.before)
	if m.focus != nil {
		c.Focus(m.focus)
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

// askTitle asks for a short text.
func (w *window) askTitle(title, text string, done func(string)) {
	entry := widgets.NewTextField("")
	entry.SetText(text)
	var d *modal
	accept := func() {
		d.close()
		done(entry.Text)
	}
	entry.OnSubmitted = func(string) { accept() }
	entry.OnKey = func(k *fyne.KeyEvent) bool {
		if k.Name == fyne.KeyEscape {
			d.close()
			return true
		}
		return false
	}
	ok := widget.NewButton("OK", accept)
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widget.NewButton("Cancel", func() { d.close() }), ok)
	d = w.modal(widgets.NewColumn(10, widgets.NewStrong(title), entry, buttons), accept)
	w.win.Canvas().Focus(entry)
	entry.SelectRange(0, len([]rune(text)))
}

// progress says what goes on where it takes longer than is comfortable.
type progress struct {
	w *window
}

const comfortable = 500 * time.Millisecond

// begin notes that something began; what it returns notes its end.
func (p progress) begin(what string) (end func()) {
	var shown dialog.Dialog
	stop := p.w.stage.Later(comfortable, func() {
		bar := widget.NewProgressBarInfinite()
		shown = dialog.NewCustomWithoutButtons(what+" …", container.NewPadded(bar), p.w.win)
		shown.Show()
	})
	return func() {
		stop()
		if shown != nil {
			shown.Hide()
		}
	}
}

func lowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

func upperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

func mapFirst(s string, f func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(f(r)) + s[n:]
}
