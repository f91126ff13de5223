package widgets

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/theme"
)

// The label of a fact ends before its text begins, in any language: what is longer is cut.
func TestLabelsOfFactsHaveRoom(t *testing.T) {
	test.NewTempApp(t)
	for label, cut := range map[string]bool{"Name": false, "Berufsbezeichnung": false, "Beschreibung des Arbeitgebers": true} {
		r := NewFactRow(label, label, "Elektroinstallateur", "Nicht gefunden")
		w := test.NewTempWindow(t, r)
		w.Resize(fyne.NewSize(480, 60))
		right := r.label.Position().X + fyne.MeasureText(r.label.Text, theme.CaptionTextSize(), fyne.TextStyle{}).Width
		if left := r.text.Position().X + theme.InnerPadding(); right > left {
			t.Errorf("%q ends at %v, its text begins at %v", r.label.Text, right, left)
		}
		if (r.Cut() == label) != cut || r.Label() != label {
			t.Errorf("%q is shown as %q", label, r.label.Text)
		}
	}
}
