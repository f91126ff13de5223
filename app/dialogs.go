package app

import (
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
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

// ask asks a question with the given answers, and "Cancel". Enter takes the
// main answer, Escape cancels.
func (w *window) ask(title, text string, choices ...choice) {
	w.trace.write("dialog", map[string]any{"what": title})
	var d *widgets.Modal
	buttons := container.NewHBox(layout.NewSpacer())
	cancel := widget.NewButton("Cancel", func() { d.Close() })
	buttons.Add(cancel)
	var main func()
	for i := len(choices) - 1; i >= 0; i-- {
		c := choices[i]
		act := func() {
			d.Close()
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
	var d *widgets.Modal
	ok := widget.NewButton("OK", func() { d.Close() })
	ok.Importance = widget.HighImportance
	d = w.modal(widgets.NewColumn(14, widgets.NewLabel(sentence(text)), container.NewHBox(layout.NewSpacer(), ok)), func() { d.Close() })
}

// modal shows something that has to be answered first.
func (w *window) modal(content fyne.CanvasObject, enter func()) *widgets.Modal {
	return widgets.ShowModal(w.win.Canvas(), content, enter)
}

// askTitle asks for a short text.
func (w *window) askTitle(title, text string, done func(string)) {
	entry := widgets.NewTextField("")
	entry.SetText(text)
	var d *widgets.Modal
	accept := func() {
		d.Close()
		done(entry.Text)
	}
	entry.OnSubmitted = func(string) { accept() }
	ok := widget.NewButton("OK", accept)
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widget.NewButton("Cancel", func() { d.Close() }), ok)
	d = w.modal(widgets.NewColumn(10, widgets.NewStrong(title), entry, buttons), accept)
	d.Focus(entry)
	entry.SelectRange(0, len([]rune(text)))
}

// progress says what goes on where it takes longer than is comfortable.
type progress struct {
	w *window
}

const comfortable = 500 * time.Millisecond

// begin notes that something began; what it returns notes its end. The user may
// stop it, unless cancel is nil.
func (p progress) begin(what string, cancel func()) (end func()) {
	var shown *widgets.Modal
	stop := p.w.stage.Later(comfortable, func() {
		column := widgets.NewColumn(12, widgets.NewLabel(what+" …"), widget.NewProgressBarInfinite())
		if cancel != nil {
			column.Add(container.NewHBox(layout.NewSpacer(), widget.NewButton("Cancel", func() { shown.Close() })))
		}
		shown = p.w.modal(column, nil)
		shown.OnClosed = cancel
	})
	return func() {
		stop()
		if shown != nil {
			shown.OnClosed = nil
			shown.Close()
		}
	}
}

func lowerFirst(s string) string { return mapFirst(s, unicode.ToLower) }

// sentence is an error's words as a sentence.
func sentence(text string) string { return strings.TrimSuffix(upperFirst(text), ".") + "." }

func upperFirst(s string) string { return mapFirst(s, unicode.ToUpper) }

func mapFirst(s string, f func(rune) rune) string {
	r, n := utf8.DecodeRuneInString(s)
	if n == 0 {
		return s
	}
	return string(f(r)) + s[n:]
}
