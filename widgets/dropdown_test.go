package widgets

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"

	"resumax/widgets/picturetest"
)

func TestDropdownKeepsItsWidth(t *testing.T) {
	newApp(t)
	tapped := 0
	d := NewDropdown("No role", func() { tapped++ })
	least := d.MinSize()
	d.SetText("Network and Systems Administrator")
	w := show(t, d, 150, 50)
	if d.MinSize() != least || !strings.HasSuffix(d.text.Text, "…") || d.Text() != "Network and Systems Administrator" {
		t.Errorf("%v, %q", d.MinSize(), d.text.Text)
	}
	d.MouseIn(&desktop.MouseEvent{})
	d.MouseOut()
	w.Resize(fyne.NewSize(400, 50))
	picturetest.Settle(w)
	if d.text.Text != d.Text() {
		t.Errorf("with room it shows %q", d.text.Text)
	}
	d.Tapped(&fyne.PointEvent{})
	w.Canvas().Focus(d)
	pressKey(d, fyne.KeySpace)
	if tapped != 2 {
		t.Errorf("tapped %d times", tapped)
	}
}
