package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"resumax/app/session"
	"resumax/widgets"
)

// A dialog's content follows the window while the dialog is open.
func TestFitted(t *testing.T) {
	a := test.NewTempApp(t)
	a.Settings().SetTheme(widgets.NewTheme(widgets.Light))
	s := New(a, "Test", session.Inline, nil)
	t.Cleanup(s.Window.Close)
	s.Window.Resize(fyne.NewSize(1400, 900))
	content := canvas.NewRectangle(nil)
	fitted := s.Fitted(content, fyne.NewSize(800, 600), fyne.NewSize(80, 90))
	s.Modal(fitted, nil)
	room := s.Size()
	for _, c := range []struct{ window, want fyne.Size }{
		{room, fyne.NewSize(800, 600)},
		{fyne.NewSize(700, 500), fyne.NewSize(620, 410)},
		{room, fyne.NewSize(800, 600)},
	} {
		s.Window.Resize(c.window)
		if got := fitted.MinSize(); got != c.want {
			t.Errorf("in a window of %v the content needs %v, want %v", c.window, got, c.want)
		}
		if got := content.Size(); got.Width > c.window.Width || got.Height > c.window.Height {
			t.Errorf("in a window of %v the content has %v", c.window, got)
		}
	}
}
