package paint

import (
	"image"
	"image/color"
	"math"

	"golang.org/x/image/draw"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/pdf"
)

// Painter draws pages as pictures and PDFs. It keeps the shapes of glyphs it has
// drawn and belongs to one goroutine at a time.
type Painter struct {
	fonts  *fonts.Set
	masks  masks
	glyphs map[glyphKey]pdf.Glyph
}

// NewPainter makes a painter that takes outlines from the set of fonts.
func NewPainter(f *fonts.Set) *Painter {
	return &Painter{fonts: f, glyphs: make(map[glyphKey]pdf.Glyph)}
}

// MaxPixels bounds a picture: a larger one is drawn at the scale that fits.
const MaxPixels = 64 << 20

// Picture draws a page, counted from 0, with the given number of pixels to a
// point (2 is 144 dpi). It draws into reuse if that has the right size, and
// makes a new picture if not. A page that is not there is drawn empty, and a
// scale that is no positive number as 1.
func (p *Painter) Picture(d *layout.Document, page int, scale float64, reuse *image.RGBA) *image.RGBA {
	if page < 0 || page >= len(d.Pages) {
		page, d = 0, &layout.Document{Pages: []layout.Page{{Width: d.Pages[0].Width, Height: d.Pages[0].Height}}}
	}
	sheet := &d.Pages[page]
	if !(scale > 0) || math.IsInf(scale, 0) {
		scale = 1
	}
	scale = min(scale, math.Sqrt(MaxPixels/(sheet.Width*sheet.Height)))
	size := image.Rect(0, 0, int(math.Round(sheet.Width*scale)), int(math.Round(sheet.Height*scale)))
	img := reuse
	if img == nil || img.Rect != size || img.Stride != 4*size.Dx() {
		img = image.NewRGBA(size)
	}
	fillWhite(img.Pix)
	for i := range sheet.Items {
		p.item(img, &sheet.Items[i], scale)
	}
	return img
}

// fillWhite makes all pixels white by doubling what is white already.
func fillWhite(pix []byte) {
	if len(pix) == 0 {
		return
	}
	pix[0] = 0xFF
	for n := 1; n < len(pix); n *= 2 {
		copy(pix[n:], pix[:n])
	}
}

func (p *Painter) item(img *image.RGBA, item *layout.Item, scale float64) {
	switch item.Kind {
	case layout.Text:
		p.run(img, item, scale)
	case layout.Rule:
		fillRect(img, item.Rect, item.Colour, scale)
	case layout.Image:
		draw.ApproxBiLinear.Scale(img, pixels(item.Rect, scale), item.Image, item.Image.Bounds(), draw.Over, nil)
	}
}

// run draws a run of glyphs. Origins are rounded to a quarter of a pixel both
// ways, which the eye cannot tell and which lets shapes be used again.
func (p *Painter) run(img *image.RGBA, item *layout.Item, scale float64) {
	run := item.Run
	size := run.Size * scale
	for _, g := range run.Glyphs {
		x := int(math.Round((item.Rect.X + g.X) * scale * subpixels))
		y := int(math.Round((item.Baseline - g.Y) * scale * subpixels))
		m := p.masks.get(p.fonts, maskKey{run.Face, g.ID, size, uint8(x & (subpixels - 1)), uint8(y & (subpixels - 1))})
		if len(m.pix) > 0 {
			blend(img, m, x>>subpixelBits, y>>subpixelBits, item.Colour)
		}
	}
}

// fillRect draws a rectangle with sharp edges, at least a pixel thick: a hairline
// whose edges fall between pixels would look now strong, now faint.
func fillRect(img *image.RGBA, r layout.Rect, c design.Colour, scale float64) {
	rect := pixels(r, scale)
	rect.Max.X, rect.Max.Y = max(rect.Max.X, rect.Min.X+1), max(rect.Max.Y, rect.Min.Y+1)
	draw.Draw(img, rect, image.NewUniform(color.RGBA{c.R, c.G, c.B, 0xFF}), image.Point{}, draw.Src)
}

// pixels is a rectangle in whole pixels. Its size does not depend on where it
// stands.
func pixels(r layout.Rect, scale float64) image.Rectangle {
	round := func(v float64) int { return int(math.Round(v * scale)) }
	x, y := round(r.X), round(r.Y)
	return image.Rect(x, y, x+round(r.W), y+round(r.H))
}

// mix lays a colour over an opaque pixel, alpha of 255 parts.
func mix(pix []byte, alpha uint32, c design.Colour) {
	rest := 255 - alpha
	pix[0] = uint8((uint32(c.R)*alpha + uint32(pix[0])*rest + 127) / 255)
	pix[1] = uint8((uint32(c.G)*alpha + uint32(pix[1])*rest + 127) / 255)
	pix[2] = uint8((uint32(c.B)*alpha + uint32(pix[2])*rest + 127) / 255)
}
