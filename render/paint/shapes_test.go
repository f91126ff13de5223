package paint

import (
	"image"
	"image/color"
	"testing"

	"golang.org/x/image/draw"
	"golang.org/x/image/vector"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
)

// canvas draws shapes into a picture, as a printer does on paper.
type canvas struct {
	img   *image.RGBA
	scale float64
	fills int
}

func (c *canvas) Fill(outline []Stroke, col design.Color) {
	c.fills++
	r := vector.NewRasterizer(c.img.Rect.Dx(), c.img.Rect.Dy())
	at := func(p Point) (x, y float32) { return float32(p.X * c.scale), float32(p.Y * c.scale) }
	for _, s := range outline {
		x, y := at(s.Points[0])
		switch s.Kind {
		case Move:
			r.ClosePath()
			r.MoveTo(x, y)
		case Line:
			r.LineTo(x, y)
		case Curve:
			x2, y2 := at(s.Points[1])
			x3, y3 := at(s.Points[2])
			r.CubeTo(x, y, x2, y2, x3, y3)
		}
	}
	r.ClosePath()
	r.Draw(c.img, c.img.Rect, image.NewUniform(color.RGBA{col.R, col.G, col.B, 255}), image.Point{})
}

func (c *canvas) Rect(r layout.Rect, col design.Color) { fillRect(c.img, r, col, c.scale) }

func (c *canvas) Image(img image.Image, r layout.Rect) {
	draw.ApproxBiLinear.Scale(c.img, pixels(r, c.scale), img, img.Bounds(), draw.Over, nil)
}

// What is printed as shapes looks like what the window shows, which rounds origins to a quarter of a pixel.
func TestShapesLookLikeThePicture(t *testing.T) {
	d := sheet("Ada’s resume, “œuvre” – Ŵ Ж Ω 8%", "A second line with figures 0123456789 and an ampersand & such")
	page := &d.Pages[0]
	blue := image.NewRGBA(image.Rect(0, 0, 8, 8))
	draw.Draw(blue, blue.Rect, image.NewUniform(color.RGBA{30, 60, 200, 255}), image.Point{}, draw.Src)
	page.Items = append(page.Items, layout.Item{Kind: layout.Image, Image: blue, Rect: layout.Rect{X: 300, Y: 200, W: 80, H: 80}},
		layout.Item{Kind: layout.Rule, Rect: layout.Rect{X: 60, Y: 400, W: 300, H: 0.1}, Color: design.Color{R: 200}})
	const scale = 4
	p := NewPainter(fonts.NewSet())
	want := p.Picture(d, 0, scale, nil)
	c := &canvas{img: image.NewRGBA(want.Rect), scale: scale}
	fillWhite(c.img.Pix)
	p.Draw(d, 0, c)
	if c.fills == 0 || ink(want).Empty() {
		t.Fatal("nothing is drawn")
	}
	var differ, dark int
	for i := 0; i < len(want.Pix); i += 4 {
		a, b := int(want.Pix[i]), int(c.img.Pix[i])
		if a < 128 {
			dark++
		}
		if max(a-b, b-a) > 110 { // more than a quarter of a pixel on an edge
			differ++
		}
	}
	if differ > dark/200 {
		t.Errorf("%d of %d dark pixels differ", differ, dark)
	}
	p.Draw(d, 1, nil) // a page that is not there draws nothing
	p.Draw(d, -1, nil)
}
