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
	scale, size := pictureSize(sheet, scale)
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
		fillRect(img, item.Rect, item.Color, scale)
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
			blend(img, m, x>>subpixelBits, y>>subpixelBits, item.Color)
		}
	}
}

// fillRect draws a rectangle with sharp edges, at least a pixel thick: a hairline
// whose edges fall between pixels would look now strong, now faint.
func fillRect(img *image.RGBA, r layout.Rect, c design.Color, scale float64) {
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

// mix lays a color over an opaque pixel, alpha of 255 parts.
func mix(pix []byte, alpha uint32, c design.Color) {
	rest := 255 - alpha
	pix[0] = uint8((uint32(c.R)*alpha + uint32(pix[0])*rest + 127) / 255)
	pix[1] = uint8((uint32(c.G)*alpha + uint32(pix[1])*rest + 127) / 255)
	pix[2] = uint8((uint32(c.B)*alpha + uint32(pix[2])*rest + 127) / 255)
}

// Repaint makes a picture of the page before into one of the page after, drawn
// with the same number of pixels to a point, and reports how many of its rows of
// pixels it has drawn anew: those from the first that differs to the last. It is
// exactly the picture that [Painter.Picture] would draw. It does nothing and
// reports false if img is no picture of a page of that size.
func (p *Painter) Repaint(img *image.RGBA, before, after *layout.Page, scale float64) (rows int, ok bool) {
	scale, size := pictureSize(after, scale)
	if img == nil || img.Rect != size || img.Stride != 4*size.Dx() || before.Width != after.Width || before.Height != after.Height {
		return 0, false
	}
	top, bottom, differ := difference(before.Items, after.Items)
	if !differ {
		return 0, true
	}
	// A pixel more on either side: edges are rounded.
	band := image.Rect(0, int(math.Floor(top*scale))-1, size.Dx(), int(math.Ceil(bottom*scale))+1).Intersect(size)
	if band.Empty() {
		return 0, true
	}
	part := img.SubImage(band).(*image.RGBA)
	fillWhite(img.Pix[band.Min.Y*img.Stride : band.Max.Y*img.Stride])
	top, bottom = float64(band.Min.Y-1)/scale, float64(band.Max.Y+1)/scale
	for i := range after.Items {
		if t, b := inkOf(&after.Items[i]); t < bottom && b > top {
			p.item(part, &after.Items[i], scale)
		}
	}
	return band.Dy(), true
}

// difference is between which heights of the page two lists of items differ.
func difference(before, after []layout.Item) (top, bottom float64, differ bool) {
	first := 0
	for first < min(len(before), len(after)) && before[first] == after[first] {
		first++
	}
	last := 0
	for last < min(len(before), len(after))-first && before[len(before)-1-last] == after[len(after)-1-last] {
		last++
	}
	top, bottom = math.Inf(1), math.Inf(-1)
	for _, items := range [][]layout.Item{before[first : len(before)-last], after[first : len(after)-last]} {
		for i := range items {
			t, b := inkOf(&items[i])
			top, bottom, differ = min(top, t), max(bottom, b), true
		}
	}
	return top, bottom, differ
}

// inkOf is between which heights of the page an item may leave ink. Glyphs reach
// at most twice their size over the line they stand on and once under it: that
// is ample for any of the faces.
func inkOf(item *layout.Item) (top, bottom float64) {
	top, bottom = item.Rect.Y, item.Rect.Y+item.Rect.H
	if item.Kind == layout.Text {
		up, down := 0.0, 0.0
		for _, g := range item.Run.Glyphs {
			up, down = max(up, g.Y), max(down, -g.Y)
		}
		top = min(top, item.Baseline-up-2*item.Run.Size)
		bottom = max(bottom, item.Baseline+down+item.Run.Size)
	}
	return top, bottom
}

// pictureSize is the scale that a page is drawn at, given the one that was asked
// for, and the size of the picture.
func pictureSize(page *layout.Page, scale float64) (float64, image.Rectangle) {
	if !(scale > 0) || math.IsInf(scale, 0) {
		scale = 1
	}
	scale = min(scale, math.Sqrt(MaxPixels/(page.Width*page.Height)))
	return scale, image.Rect(0, 0, int(math.Round(page.Width*scale)), int(math.Round(page.Height*scale)))
}
