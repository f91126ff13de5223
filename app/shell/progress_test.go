package shell

import (
	"context"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"resumax/app/session"
	"resumax/widgets"
)

// A bar that moves on unseen has the window painted again and again: it stops with its dialog.
func TestProgressStopsMoving(t *testing.T) {
	for name, close := range map[string]func(s *Shell, work func()){
		"done": func(_ *Shell, work func()) { work() },
		"canceled": func(s *Shell, _ func()) {
			for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
				if b, ok := o.(*widgets.Button); ok {
					b.Tapped(&fyne.PointEvent{})
				}
			}
		},
	} {
		t.Run(name, func(t *testing.T) {
			var work func()
			s := New(test.NewTempApp(t), "Test", session.Threads{Async: func(f func()) { work = f }, Post: func(f func()) { f() }}, nil)
			t.Cleanup(s.Window.Close)
			s.Stage.Later = func(_ time.Duration, f func()) func() { f(); return func() {} }
			s.Cancellable("Reading", time.Minute, func(context.Context) func() { return func() {} })
			var bar *widget.ProgressBarInfinite
			for _, o := range test.LaidOutObjects(s.Window.Canvas().Overlays().Top()) {
				if b, ok := o.(*widget.ProgressBarInfinite); ok {
					bar = b
				}
			}
			if bar == nil || !bar.Running() {
				t.Fatal("no progress is shown")
			}
			close(s, work)
			if bar.Running() || s.Window.Canvas().Overlays().Top() != nil {
				t.Error("it goes on")
			}
		})
	}
}
