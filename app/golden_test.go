package app

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/widgets"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// labelOf is what a button says.
func labelOf(o fyne.CanvasObject) string {
	switch b := o.(type) {
	case *widgets.Button:
		return b.Text
	case *widgets.IconButton:
		return b.Name()
	}
	return ""
}

// A channel of a pixel may differ by this much, and so many pixels in a
// thousand by more: processors round the edges of letters unlike each other.
const (
	nearly        = 12
	strayThousand = 2
)

// checkGolden compares a window with its golden picture.
func checkGolden(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	size := w.Canvas().Size()
	for range 3 { // as the real driver does: again where wrapped text has found its height
		w.Content().Resize(fyne.NewSize(size.Width, size.Height-1))
		w.Content().Resize(size)
		w.Content().Refresh()
	}
	got := w.Canvas().Capture()
	path := filepath.Join("testdata", name+".png")
	var data bytes.Buffer
	if err := png.Encode(&data, got); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile(path, data.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	golden, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, err := png.Decode(bytes.NewReader(golden))
	if err != nil {
		t.Fatal(err)
	}
	if n, all := strays(got, want), got.Bounds().Dx()*got.Bounds().Dy(); n*1000 > all*strayThousand {
		failed := filepath.Join("testdata", "failed", name+".png")
		os.MkdirAll(filepath.Dir(failed), 0o755)
		os.WriteFile(failed, data.Bytes(), 0o644)
		t.Errorf("%d of %d pixels differ from %s; what was drawn is in %s", n, all, path, failed)
	}
}

// strays is how many pixels of two pictures differ.
func strays(a, b image.Image) (n int) {
	if a.Bounds() != b.Bounds() {
		return a.Bounds().Dx() * a.Bounds().Dy()
	}
	r := a.Bounds()
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, _ := a.At(x, y).RGBA()
			r2, g2, b2, _ := b.At(x, y).RGBA()
			if far(r1, r2) || far(g1, g2) || far(b1, b2) {
				n++
			}
		}
	}
	return n
}

func far(a, b uint32) bool {
	d := int(a>>8) - int(b>>8)
	return d > nearly || d < -nearly
}
