package widgets

import (
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// toastTime is how long a toast is shown: enough to read it and click its action. It stays while the pointer is on it.
const toastTime = 9 * time.Second

const (
	toastMargin = 24  // at least, between a toast and the window's edge
	toastAbove  = 60  // between a toast and the window's foot, where bars with controls are
	toastWidest = 640 // longer lines are hard to read
)

// Toaster shows one small message at a time at the bottom of a window.
type Toaster struct {
	stage *Stage
	shown *bubble
	stop  func() // the end of its time
}

// NewToaster returns a toaster for the window with this stage.
func NewToaster(stage *Stage) *Toaster {
	stage.toaster = &Toaster{stage: stage}
	return stage.toaster
}

// Show shows a message for some seconds, in place of the previous one. With a label it has a button for an action, which
// also hides the message.
func (t *Toaster) Show(text, actionLabel string, action func()) {
	t.Hide()
	b := newBubble(text, theme.SizeNameText, fyne.NewSize(14, 9))
	if actionLabel != "" {
		b.action = newBubbleAction(actionLabel, func() {
			t.Hide()
			if action != nil {
				action()
			}
		})
	}
	t.shown = b
	t.stage.float(b, func(size fyne.Size) {
		b.fit(min(size.Width-2*toastMargin, toastWidest))
		b.Resize(b.MinSize())
		b.Move(fyne.NewPos((size.Width-b.Size().Width)/2, size.Height-b.Size().Height-toastAbove))
	})
	b.onHover = func(hovered bool) {
		t.stop()
		if !hovered {
			t.stop = t.stage.Later(toastTime, t.Hide)
		}
	}
	t.stop = t.stage.Later(toastTime, t.Hide)
}

// Dismiss hides the message and reports whether there was one.
func (t *Toaster) Dismiss() bool {
	shown := t.shown != nil
	t.Hide()
	return shown
}

// Text returns the message shown, or nothing.
func (t *Toaster) Text() string {
	if t.shown == nil {
		return ""
	}
	return t.shown.text
}

// Hide hides the message.
func (t *Toaster) Hide() {
	if t.shown == nil {
		return
	}
	t.stop()
	t.stage.drop(t.shown)
	t.shown = nil
}
