package paint

import (
	"image"

	ot "github.com/go-text/typesetting/font/opentype"

	"resumax/render/design"
	"resumax/render/layout"
)

// Shapes is what draws a page as shapes: a printer by the system's own graphics. Everything is in points from the page's
// upper left corner, y down.
type Shapes interface {
	// Fill fills an outline, inside what it goes around at least once (the nonzero rule).
	Fill(outline []Stroke, c design.Color)
	// Rect fills a rectangle. A hairline that is thinner than what can be drawn is drawn all the same.
	Rect(r layout.Rect, c design.Color)
	// Image draws a picture into a rectangle.
	Image(img image.Image, r layout.Rect)
}

// Stroke is a part of an outline: it goes to its last point.
type Stroke struct {
	Kind StrokeKind
	// Points are the two points that a curve bends to, and the end; of others, only the end counts, which is the first.
	Points [3]Point
}

// Point is a point of a page.
type Point struct{ X, Y float64 }

// StrokeKind is how a stroke goes to its end.
type StrokeKind uint8

const (
	Move  StrokeKind = iota // without drawing: a new contour begins, and the one before is closed
	Line                    // straight
	Curve                   // a cubic Bézier curve
)

// Draw draws a page, counted from 0, as shapes, in the display list's order: each run of glyphs is an outline of its own.
// A page that is not there is empty.
func (p *Painter) Draw(d *layout.Document, page int, s Shapes) {
	if page < 0 || page >= len(d.Pages) {
		return
	}
	for i := range d.Pages[page].Items {
		switch item := &d.Pages[page].Items[i]; item.Kind {
		case layout.Text:
			if outline := p.outlineOf(item); len(outline) > 0 {
				s.Fill(outline, item.Color)
			}
		case layout.Rule:
			s.Rect(item.Rect, item.Color)
		case layout.Image:
			s.Image(item.Image, item.Rect)
		}
	}
}

// outlineOf is the outline of a run's glyphs.
func (p *Painter) outlineOf(item *layout.Item) (outline []Stroke) {
	run := item.Run
	scale := run.Size / run.Face.Upem()
	for _, g := range run.Glyphs {
		x, y := item.Rect.X+g.X, item.Baseline-g.Y
		at := func(q ot.SegmentPoint) Point { return Point{x + float64(q.X)*scale, y - float64(q.Y)*scale} }
		var last Point
		for _, s := range p.fonts.Outline(run.Face, g.ID) {
			stroke := strokeOf(s, last, at)
			outline = append(outline, stroke)
			last = stroke.End()
		}
	}
	return outline
}

// strokeOf is a segment of a glyph that begins at a point. A quadratic curve is raised to a cubic one, which is the same.
func strokeOf(s ot.Segment, from Point, at func(ot.SegmentPoint) Point) Stroke {
	switch s.Op {
	case ot.SegmentOpMoveTo:
		return Stroke{Move, [3]Point{at(s.Args[0])}}
	case ot.SegmentOpLineTo:
		return Stroke{Line, [3]Point{at(s.Args[0])}}
	case ot.SegmentOpQuadTo:
		bend, end := at(s.Args[0]), at(s.Args[1])
		toBend := func(p Point) Point { return Point{p.X + (bend.X-p.X)*2/3, p.Y + (bend.Y-p.Y)*2/3} }
		return Stroke{Curve, [3]Point{toBend(from), toBend(end), end}}
	default:
		return Stroke{Curve, [3]Point{at(s.Args[0]), at(s.Args[1]), at(s.Args[2])}}
	}
}

// End is where a stroke goes to.
func (s Stroke) End() Point {
	if s.Kind == Curve {
		return s.Points[2]
	}
	return s.Points[0]
}
