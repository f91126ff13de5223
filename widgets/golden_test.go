package widgets

import (
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"

	"resumax/widgets/picturetest"
)

// inLooks runs a test in a light and a dark application.
func inLooks(t *testing.T, run func(t *testing.T, look string)) {
	for look, choice := range map[string]Choice{"light": Light, "dark": Dark} {
		t.Run(look, func(t *testing.T) {
			test.NewTempApp(t).Settings().SetTheme(NewTheme(choice))
			run(t, look)
		})
	}
}

// newApp starts an application in the light look.
func newApp(t *testing.T) {
	t.Helper()
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
}

// show puts an object in a window of a size, with a margin around it.
func show(t *testing.T, o fyne.CanvasObject, width, height float32) fyne.Window {
	t.Helper()
	w := test.NewTempWindow(t, container.NewPadded(o))
	w.SetPadded(false)
	w.Resize(fyne.NewSize(width, height))
	picturetest.Settle(w)
	return w
}

// newTestStage returns a stage on which no time passes.
func newTestStage(content fyne.CanvasObject) *Stage {
	s := NewStage(content)
	s.Later = func(time.Duration, func()) func() { return func() {} }
	return s
}

// checkGolden compares a window with its golden picture.
func checkGolden(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	picturetest.Check(t, w, name, picturetest.Tolerance{Channel: 5})
}
