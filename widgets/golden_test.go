package widgets

import (
	"bytes"
	"flag"
	"image"
	"image/png"
	"os"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
)

var update = flag.Bool("update", false, "write the golden pictures anew")

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
	settle(w)
	return w
}

// newTestStage returns a stage on which no time passes.
func newTestStage(content fyne.CanvasObject) *Stage {
	s := NewStage(content)
	s.Later = func(time.Duration, func()) func() { return func() {} }
	return s
}

// settle does what the real driver does before it paints: lays out again where wrapped text has found its height.
func settle(w fyne.Window) {
	size := w.Canvas().Size()
	for range 2 {
		w.Content().Resize(fyne.NewSize(size.Width, size.Height-1))
		w.Content().Resize(size)
		w.Content().Refresh()
	}
}

// checkGolden compares a window with its golden picture. Processors round the edges of shapes and letters unlike each
// other, so a channel may differ by two hundredths.
func checkGolden(t *testing.T, w fyne.Window, name string) {
	t.Helper()
	got := w.Canvas().Capture()
	path := filepath.Join("testdata", name+".png")
	if *update {
		writePicture(t, path, got)
		return
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatalf("%v; go test -update writes it", err)
	}
	want, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if !same(got, want) {
		failed := filepath.Join("testdata", "failed", name+".png")
		writePicture(t, failed, got)
		t.Errorf("the window differs from %s; see %s", path, failed)
	}
}

func same(a, b image.Image) bool {
	if a.Bounds() != b.Bounds() {
		return false
	}
	for y := a.Bounds().Min.Y; y < a.Bounds().Max.Y; y++ {
		for x := a.Bounds().Min.X; x < a.Bounds().Max.X; x++ {
			ar, ag, ab, aa := a.At(x, y).RGBA()
			br, bg, bb, ba := b.At(x, y).RGBA()
			if far(ar, br) || far(ag, bg) || far(ab, bb) || far(aa, ba) {
				return false
			}
		}
	}
	return true
}

func far(a, b uint32) bool { return max(a, b)-min(a, b) > 0xffff/50 }

func writePicture(t *testing.T, path string, img image.Image) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	var buf bytes.Buffer
	if err := png.Encode(&buf, img); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, buf.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
