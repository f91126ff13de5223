package shell

import (
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"resumax/widgets"
)

// With four modes, a long name and a long variant, nothing in the header lies over
// anything else, at any width and size of text, and names are not cut while there is
// room.
func TestHeaderHasRoomForVariants(t *testing.T) {
	a := test.NewTempApp(t)
	for _, percent := range []int{100, 150} {
		a.Settings().SetTheme(widgets.NewTheme(widgets.Light).WithText(percent))
		h := NewHeader()
		modes := []Mode{}
		for _, name := range []string{"Write", "Design", "Tailor", "Prepare"} {
			modes = append(modes, &ModeView{Text: name})
		}
		h.SetModes(func(Mode) {}, modes...)
		h.ShowProject("Maya Lindqvist, resume of 2026.json")
		h.ShowVariant("Senior Platform Engineer at Halvorsen International")
		h.ShowScore(97, widgets.ColorGood, []float64{80, 90, 97})
		h.root.Show()
		w := test.NewTempWindow(t, h.root)
		w.SetPadded(false)
		for _, width := range []float32{760, 1024, 1440, 2560} {
			if least := h.root.MinSize().Width; width < least {
				if percent == 100 && width >= 1024 {
					t.Errorf("the header needs %v of %v", least, width)
				}
				continue
			}
			w.Resize(fyne.NewSize(width, 60))
			var end float32
			for _, o := range h.bar.Objects[:4] {
				if o.Position().X < end || o.Position().X+o.Size().Width > width {
					t.Errorf("%v at %d %%: %T begins at %v, where %v is taken", width, percent, o, o.Position().X, end)
				}
				end = o.Position().X + o.Size().Width
			}
			name, which := h.bar.Objects[0].Size().Width, h.which.Size().Width
			if name < h.name.MinSize().Width || which < h.which.MinSize().Width {
				t.Errorf("%v: the name has %v, the variant %v", width, name, which)
			}
			if width > 2000 && (name < min(maxName, h.name.FullWidth()) || which < maxVariant) {
				t.Errorf("%v: the name has %v, the variant %v", width, name, which)
			}
		}
		h.ShowVariant("")
		if h.which.Visible() || h.SwitchVariant() {
			t.Error("there is a switcher without variants")
		}
	}
}
