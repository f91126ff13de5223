package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

func TestMenusAreNoWiderThanNeeded(t *testing.T) {
	newApp(t)
	w := test.NewWindow(NewLabel("x"))
	defer w.Close()
	w.Resize(fyne.NewSize(900, 600))
	ShowMenu(w.Canvas(), fyne.NewMenu("", fyne.NewMenuItem(strings.Repeat("A very long title ", 30), nil)), fyne.NewPos(0, 0))
	for _, o := range test.LaidOutObjects(w.Canvas().Overlays().Top()) {
		if m, ok := o.(*widget.Menu); ok && m.MinSize().Width > 600 {
			t.Errorf("it is %v wide", m.MinSize().Width)
		}
	}
}
