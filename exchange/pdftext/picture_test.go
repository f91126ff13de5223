package pdftext

import (
	"bytes"
	"context"
	"image/color"
	"testing"

	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
)

// TestPicture paints a page, and looks whether there is ink where the words are, and none
// beside them.
func TestPicture(t *testing.T) {
	d, err := resume.Document{}.SetText(resume.Basics.Child("name"), "Ada Example")
	if err != nil {
		t.Fatal(err)
	}
	var pdf bytes.Buffer
	if err := render.PDF(&pdf, render.Typeset(d.Resume(), render.Setup{Designs: design.All()}.Options(d.Resume()))); err != nil {
		t.Fatal(err)
	}
	r := Reader{Cache: &folder{path: t.TempDir()}}
	defer r.Close()
	pages, err := r.Read(context.Background(), pdf.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	const scale = 2
	img, err := r.Picture(context.Background(), pdf.Bytes(), 0, scale)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != int(pages[0].Width*scale+0.5) || b.Dy() != int(pages[0].Height*scale+0.5) {
		t.Errorf("a page of %.0f × %.0f points has %v", pages[0].Width, pages[0].Height, b)
	}
	ink := func(b Box) (n int) {
		for y := int(b.Top * scale); y < int(b.Bottom*scale); y++ {
			for x := int(b.Left * scale); x < int(b.Right*scale); x++ {
				if color.GrayModel.Convert(img.At(x, y)).(color.Gray).Y < 128 {
					n++
				}
			}
		}
		return n
	}
	for _, w := range pages[0].Words {
		if ink(w.Box) == 0 {
			t.Errorf("no ink at %q, %v", w.Text, w.Box)
		}
	}
	if n := ink(Box{0, 600, pages[0].Width, 800}); n != 0 {
		t.Errorf("%d dark pixels on the empty part", n)
	}
	if _, err := r.Picture(context.Background(), pdf.Bytes(), 7, scale); err == nil {
		t.Error("a page that is not there is painted")
	}
}

func TestPicturesAreBounded(t *testing.T) {
	for _, c := range []struct{ width, height, scale float64 }{{595, 842, 2}, {595, 842, 50}, {14_400, 14_400, 10}, {1e6, 1, 100}, {1, 1, 0.1}} {
		w, h := pixels(c.width, c.height, c.scale)
		if w < 1 || h < 1 || w*h > maxPixels {
			t.Errorf("%v: %d × %d pixels", c, w, h)
		}
	}
}
