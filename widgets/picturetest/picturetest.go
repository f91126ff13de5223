// Package picturetest compares windows with golden pictures, for the tests of
// widgets and panes. Their golden pictures stand in testdata; “go test -update”
// writes them anew, and a picture that differs is left in testdata/failed.
package picturetest

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

// Tolerance is how much a picture may differ from its golden one: processors
// round the edges of shapes and letters unlike each other.
type Tolerance struct {
	Channel int // a pixel is the same if no channel of it differs by more, of 255
	Strays  int // so many pixels in a thousand may be others
}

// Check compares what a window shows with testdata/NAME.png.
func Check(t *testing.T, w fyne.Window, name string, tolerance Tolerance) {
	t.Helper()
	got := w.Canvas().Capture()
	path := filepath.Join("testdata", name+".png")
	if *update {
		write(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -update writes it", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	n, all := tolerance.strays(got, want)
	if n*1000 <= all*tolerance.Strays {
		return
	}
	failed := filepath.Join("testdata", "failed", name+".png")
	write(t, failed, got)
	t.Errorf("%d of %d pixels differ from %s; what was drawn is in %s", n, all, path, failed)
}

// Settle does what the real driver does before it paints: lays out again where
// wrapped text has found its height.
func Settle(w fyne.Window) {
	size := w.Canvas().Size()
	for range 3 {
		w.Content().Resize(fyne.NewSize(size.Width, size.Height-1))
		w.Content().Resize(size)
		w.Content().Refresh()
	}
}

// strays is how many pixels of two pictures differ, and of how many.
func (l Tolerance) strays(a, b image.Image) (n, all int) {
	r := a.Bounds()
	all = r.Dx() * r.Dy()
	if r != b.Bounds() {
		return all, all
	}
	for y := r.Min.Y; y < r.Max.Y; y++ {
		for x := r.Min.X; x < r.Max.X; x++ {
			r1, g1, b1, a1 := a.At(x, y).RGBA()
			r2, g2, b2, a2 := b.At(x, y).RGBA()
			if l.far(r1, r2) || l.far(g1, g2) || l.far(b1, b2) || l.far(a1, a2) {
				n++
			}
		}
	}
	return n, all
}

func (l Tolerance) far(a, b uint32) bool {
	return max(a, b)-min(a, b) > uint32(l.Channel)*0x101
}

func write(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	var data bytes.Buffer
	if err := png.Encode(&data, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, data.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
