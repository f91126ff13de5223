package shell

import (
	"context"
	"errors"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/app/tr"
	"resumax/app/trace"
	"resumax/widgets"
)

// Dialogs are the modal questions, messages and progress of a window.
type Dialogs struct {
	canvas  fyne.Canvas
	stage   *widgets.Stage
	threads session.Threads
	trace   *trace.Log
	system  int // open system dialogs
}

// Free reports whether no dialog is open.
func (d *Dialogs) Free() bool { return d.system == 0 && len(d.canvas.Overlays().List()) == 0 }

// SystemDialog notes that a system dialog was opened. Call the returned function
// when it is closed.
func (d *Dialogs) SystemDialog(what string) (answered func()) {
	d.system++
	d.trace.Write("dialog", trace.Members{"what": what})
	return func() { d.system-- }
}

// Choice is one answer to a question.
type Choice struct {
	Label string
	Main  bool // chosen by Enter
	Do    func()
}

// Ask asks a question with the given choices, and "Cancel". Enter takes the main
// choice, Escape cancels.
func (d *Dialogs) Ask(title, text string, choices ...Choice) {
	d.trace.Write("dialog", trace.Members{"what": title})
	var m *widgets.Modal
	buttons := container.NewHBox(layout.NewSpacer())
	buttons.Add(widgets.NewButton(tr.T("shell.cancel", "Cancel"), func() { m.Close() }))
	var main func()
	for i := len(choices) - 1; i >= 0; i-- {
		c := choices[i]
		act := func() {
			m.Close()
			c.Do()
		}
		b := widgets.NewButton(c.Label, act)
		if c.Main {
			b.Importance = widget.HighImportance
			main = act
		}
		buttons.Add(b)
	}
	m = d.Modal(widgets.NewColumn(10, widgets.NewHeading(title), widgets.NewLabel(text), buttons), main)
}

// ShowError shows an error message.
func (d *Dialogs) ShowError(text string) {
	d.trace.Write("message", trace.Members{"text": text})
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("shell.ok", "OK"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = d.Modal(widgets.NewColumn(14, widgets.NewLabel(Sentence(text)), container.NewHBox(layout.NewSpacer(), ok)), func() { m.Close() })
}

// Modal shows a modal dialog; enter is called for Enter.
func (d *Dialogs) Modal(content fyne.CanvasObject, enter func()) *widgets.Modal {
	return widgets.ShowModal(d.canvas, content, enter)
}

// Size is the size of the window's content.
func (d *Dialogs) Size() fyne.Size { return d.canvas.Size() }

// AskText asks for a short text.
func (d *Dialogs) AskText(title, text string, done func(string)) {
	entry := widgets.NewTextField("")
	entry.SetText(text)
	var m *widgets.Modal
	accept := func() {
		m.Close()
		done(entry.Text)
	}
	entry.OnSubmitted = func(string) { accept() }
	ok := widgets.NewButton(tr.T("shell.ok", "OK"), accept)
	ok.Importance = widget.HighImportance
	buttons := container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("shell.cancel", "Cancel"), func() { m.Close() }), ok)
	m = d.Modal(widgets.NewColumn(10, widgets.NewStrong(title), entry, buttons), accept)
	m.Focus(entry)
	entry.SelectRange(0, len([]rune(text)))
}

// Sheet shows text with a title and a Close button.
func (d *Dialogs) Sheet(title string, parts ...fyne.CanvasObject) *widgets.Modal {
	return d.sheet(title, SheetWidth, parts)
}

// WideSheet is a sheet with room for two columns.
func (d *Dialogs) WideSheet(title string, parts ...fyne.CanvasObject) {
	d.sheet(title, wideSheet, parts)
}

func (d *Dialogs) sheet(title string, width float32, parts []fyne.CanvasObject) *widgets.Modal {
	body := container.New(layout.NewCustomPaddedLayout(0, 0, 0, scrollGutter), widgets.NewColumn(10, parts...))
	body.Resize(fyne.NewSize(width, 10))
	scroll := container.NewVScroll(body)
	fitted := d.fitted(scroll, func() fyne.Size { return fyne.NewSize(width, body.MinSize().Height) }, fyne.NewSize(80, 190))
	var m *widgets.Modal
	ok := widgets.NewButton(tr.T("shell.close", "Close"), func() { m.Close() })
	ok.Importance = widget.HighImportance
	m = d.Modal(widgets.NewColumn(12, widgets.NewHeading(title), fitted, container.NewHBox(layout.NewSpacer(), ok)), func() { m.Close() })
	return m
}

// scrollGutter is the space that a scroll bar lies in, beside what is scrolled.
const scrollGutter = 12

// SheetWidth is the width of a sheet, in Fyne's units.
const SheetWidth = 520

const wideSheet = 820

// progressDelay is how long work may take before progress is shown.
const progressDelay = 500 * time.Millisecond

// cancelDelay is the same of work that can be canceled, which may take long.
const cancelDelay = 150 * time.Millisecond

// Background runs work off the UI goroutine, and then the function that work returns
// on it. After a moment it shows progress.
func (d *Dialogs) Background(what string, work func() func()) {
	done := d.begin(what, nil)
	d.threads.Async(func() {
		then := work()
		d.threads.Post(func() {
			done()
			then()
		})
	})
}

// Cancellable is Background with a time limit and a Cancel button. Once canceled, the
// function that work returns is not called.
func (d *Dialogs) Cancellable(what string, limit time.Duration, work func(context.Context) func()) {
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	done := d.begin(what, cancel)
	d.threads.Async(func() {
		then := work(ctx)
		d.threads.Post(func() {
			canceled := errors.Is(ctx.Err(), context.Canceled)
			cancel()
			done()
			if !canceled {
				then()
			}
		})
	})
}

// begin schedules the progress dialog, with a Cancel button unless cancel is nil. The
// returned function ends it.
func (d *Dialogs) begin(what string, cancel func()) (end func()) {
	var shown *widgets.Modal
	delay := progressDelay
	if cancel != nil {
		delay = cancelDelay
	}
	bar := widget.NewProgressBarInfinite()
	stop := d.stage.Later(delay, func() {
		column := widgets.NewColumn(12, widgets.NewLabel(what+"…"), bar)
		if cancel != nil {
			column.Add(container.NewHBox(layout.NewSpacer(), widgets.NewButton(tr.T("shell.cancel", "Cancel"), func() { shown.Close() })))
		}
		shown = d.Modal(column, nil)
		shown.OnClosed = func() {
			bar.Stop() // else it moves on unseen, and the window is painted for it again and again
			if cancel != nil {
				cancel()
			}
		}
	})
	return func() {
		stop()
		if shown != nil {
			shown.OnClosed = bar.Stop
			shown.Close()
		}
	}
}
