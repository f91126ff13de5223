package picturetest

import (
	"image"
	"testing"
	"time"
	_ "unsafe" // for linkname

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"
)

// The clock of Fyne's cache.
//
//go:linkname timeNow fyne.io/fyne/v2/internal/cache.timeNow
var timeNow func() time.Time

func TestPicturesStayWholeOnSlowMachines(t *testing.T) {
	test.NewTempApp(t)
	label := widget.NewLabel("What a window shows")
	label.Wrapping = fyne.TextWrapWord
	w := test.NewTempWindow(t, container.NewVBox(label, widget.NewButton("Press", nil)))
	w.Resize(fyne.NewSize(120, 120))
	before := w.Canvas().Capture()
	real := timeNow
	t.Cleanup(func() { timeNow = real })
	timeNow = func() time.Time { return real().Add(time.Hour) }
	w.Canvas().Capture()
	timeNow = func() time.Time { return real().Add(2 * time.Hour) }
	if n, _ := (Tolerance{}).strays(w.Canvas().Capture(), before); n > 0 {
		t.Errorf("after an hour %d pixels are others", n)
	}
}

func TestTolerance(t *testing.T) {
	a, b := image.NewGray(image.Rect(0, 0, 100, 10)), image.NewGray(image.Rect(0, 0, 100, 10))
	b.Pix[3], b.Pix[500] = 12, 13
	for _, c := range []struct{ channel, strays int }{{0, 2}, {11, 2}, {12, 1}, {13, 0}} {
		if n, all := (Tolerance{Channel: c.channel}).strays(a, b); n != c.strays || all != 1000 {
			t.Errorf("channels within %d: %d of %d pixels differ, want %d", c.channel, n, all, c.strays)
		}
	}
	if n, all := (Tolerance{Channel: 255}).strays(a, image.NewGray(image.Rect(0, 0, 10, 10))); n != all {
		t.Error("pictures of two sizes are alike")
	}
}
