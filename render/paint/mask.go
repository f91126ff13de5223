package paint

import (
	"image"
	"math"

	ot "github.com/go-text/typesetting/font/opentype"
	"golang.org/x/image/vector"

	"resumax/render/design"
	"resumax/render/fonts"
)

// Glyphs are drawn at quarters of a pixel.
const (
	subpixelBits = 2
	subpixels    = 1 << subpixelBits
)

// maskKey tells apart shapes that differ in any pixel.
type maskKey struct {
	face *fonts.Face
	id   fonts.GlyphID
	size float64 // pixels
	x, y uint8   // quarters of a pixel
}

// mask is how much of each pixel a glyph covers, from 0 to 255.
type mask struct {
	rect image.Rectangle // from the pixel that holds the glyph's origin
	pix  []uint8
}

// masks keeps the shapes that were drawn, up to a limit: zooming makes new ones
// for each scale.
type masks struct {
	drawn  map[maskKey]*mask
	bytes  int
	raster vector.Rasterizer
}

// maxMaskBytes bounds what masks keeps: some thirty scales of a resume.
const maxMaskBytes = 32 << 20

func (m *masks) get(f *fonts.Set, key maskKey) *mask {
	if d, ok := m.drawn[key]; ok {
		return d
	}
	if m.drawn == nil || m.bytes > maxMaskBytes {
		m.drawn, m.bytes = make(map[maskKey]*mask), 0
	}
	d := m.draw(f.Outline(key.face, key.id), key)
	m.drawn[key] = d
	m.bytes += len(d.pix) + 64
	return d
}

// maxGlyphPixels bounds the side of one glyph's shape.
const maxGlyphPixels = 8192

// draw fills an outline.
func (m *masks) draw(outline []fonts.Segment, key maskKey) *mask {
	scale := key.size / key.face.Upem()
	dx, dy := float64(key.x)/subpixels, float64(key.y)/subpixels
	place := func(p ot.SegmentPoint) (x, y float64) {
		return float64(p.X)*scale + dx, dy - float64(p.Y)*scale
	}
	rect := bounds(outline, place)
	if rect.Empty() || rect.Dx() > maxGlyphPixels || rect.Dy() > maxGlyphPixels {
		return &mask{}
	}
	m.raster.Reset(rect.Dx(), rect.Dy())
	at := func(p ot.SegmentPoint) (x, y float32) {
		fx, fy := place(p)
		return float32(fx - float64(rect.Min.X)), float32(fy - float64(rect.Min.Y))
	}
	for i, s := range outline {
		x, y := at(s.Args[0])
		switch s.Op {
		case ot.SegmentOpMoveTo:
			if i > 0 {
				m.raster.ClosePath()
			}
			m.raster.MoveTo(x, y)
		case ot.SegmentOpLineTo:
			m.raster.LineTo(x, y)
		case ot.SegmentOpQuadTo:
			x1, y1 := at(s.Args[1])
			m.raster.QuadTo(x, y, x1, y1)
		case ot.SegmentOpCubeTo:
			x1, y1 := at(s.Args[1])
			x2, y2 := at(s.Args[2])
			m.raster.CubeTo(x, y, x1, y1, x2, y2)
		}
	}
	m.raster.ClosePath()
	alpha := image.NewAlpha(image.Rect(0, 0, rect.Dx(), rect.Dy()))
	m.raster.Draw(alpha, alpha.Rect, image.Opaque, image.Point{})
	return &mask{rect, alpha.Pix}
}

// bounds are the pixels that an outline's points lie in.
func bounds(outline []fonts.Segment, place func(ot.SegmentPoint) (x, y float64)) image.Rectangle {
	if len(outline) == 0 {
		return image.Rectangle{}
	}
	x0, y0, x1, y1 := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i := range outline {
		for _, p := range outline[i].ArgsSlice() {
			x, y := place(p)
			x0, y0, x1, y1 = min(x0, x), min(y0, y), max(x1, x), max(y1, y)
		}
	}
	return image.Rect(int(math.Floor(x0)), int(math.Floor(y0)), int(math.Ceil(x1)), int(math.Ceil(y1)))
}

// blend lays a color over the picture through a mask whose origin is at the
// pixel x, y.
func blend(img *image.RGBA, m *mask, x, y int, c design.Color) {
	rect := m.rect.Add(image.Pt(x, y))
	seen := rect.Intersect(img.Rect)
	for row := seen.Min.Y; row < seen.Max.Y; row++ {
		from := (row-rect.Min.Y)*rect.Dx() + seen.Min.X - rect.Min.X
		cover := m.pix[from : from+seen.Dx()]
		pix := img.Pix[img.PixOffset(seen.Min.X, row):]
		for i, a := range cover {
			switch a {
			case 0:
			case 0xFF:
				pix[4*i], pix[4*i+1], pix[4*i+2] = c.R, c.G, c.B
			default:
				mix(pix[4*i:4*i+4], uint32(a), c)
			}
		}
	}
}
