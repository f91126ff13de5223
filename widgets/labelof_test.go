package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

func TestLabelPressesItsControl(t *testing.T) {
	test.NewTempApp(t).Settings().SetTheme(NewTheme(Light))
	pressed := 0
	s := NewSelect([]string{"a", "b"}, nil)
	of := NewLabelOf("Language", s)
	w := test.NewTempWindow(t, container.NewVBox(of, s, NewLabelOf("Tour", container.NewHBox(NewButton("Show", func() { pressed++ })))))
	w.Resize(fyne.NewSize(300, 300))
	test.Tap(of)
	if w.Canvas().Overlays().Top() == nil {
		t.Error("a press on the label opens no choice")
	}
	test.Tap(w.Content().(*fyne.Container).Objects[2].(*LabelOf))
	if pressed != 1 {
		t.Errorf("the button is pressed %d times", pressed)
	}
}
