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

// ToastAction is something that can be done about a message.
type ToastAction struct {
	Label string
	Do    func() // nil does nothing
}

// Show shows a message for some seconds, in place of the previous one. With a label it has a button for an action, which
// also hides the message.
func (t *Toaster) Show(text, actionLabel string, action func()) {
	if actionLabel == "" {
		t.ShowWith(text)
		return
	}
	t.ShowWith(text, ToastAction{actionLabel, action})
}

// ShowWith is [Toaster.Show] with any number of actions, the likeliest first.
func (t *Toaster) ShowWith(text string, actions ...ToastAction) {
	t.Hide()
	b := newBubble(text, theme.SizeNameText, fyne.NewSize(14, 9))
	for _, a := range actions {
		b.actions = append(b.actions, newBubbleAction(a.Label, func() {
			t.Hide()
			if a.Do != nil {
				a.Do()
			}
		}))
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

// Actions returns the labels of what can be done about the message shown.
func (t *Toaster) Actions() (labels []string) {
	if t.shown != nil {
		for _, a := range t.shown.actions {
			labels = append(labels, a.text.Text)
		}
	}
	return labels
}

// Act does what the i-th action of the message shown does.
func (t *Toaster) Act(i int) { t.shown.actions[i].Tapped(nil) }

// Hide hides the message.
func (t *Toaster) Hide() {
	if t.shown == nil {
		return
	}
	t.stop()
	t.stage.drop(t.shown)
	t.shown = nil
}
