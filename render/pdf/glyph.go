package pdf

import (
	"encoding/binary"
	"math"

	ot "github.com/go-text/typesetting/font/opentype"
)

// Glyph is a glyph's shape as a TrueType font has it (OpenType specification,
// table glyf). The zero value is a glyph without ink.
type Glyph struct {
	data             []byte
	points, contours int
	box              box
}

// box is the smallest rectangle around a shape, in the face's units.
type box struct{ left, bottom, right, top int16 }

func bounds(glyphs []Glyph) box {
	var all box
	for _, g := range glyphs {
		all.left, all.bottom = min(all.left, g.box.left), min(all.bottom, g.box.bottom)
		all.right, all.top = max(all.right, g.box.right), max(all.top, g.box.top)
	}
	return all
}

// point is one of a contour: on it, or what draws the curve to its side.
type point struct {
	x, y int16
	on   bool
}

// NewGlyph makes a glyph from its outline, scaled to the face's units. Cubic
// curves become quadratic ones that lie within a third of a unit of them.
func NewGlyph(outline []ot.Segment, scale float32) Glyph {
	var contours [][]point
	var c []point
	end := func() {
		if n := len(c) - 1; n > 0 && c[0] == c[n] { // contours close by themselves
			c = c[:n]
		}
		if len(c) > 1 {
			contours = append(contours, c)
		}
		c = nil
	}
	var at ot.SegmentPoint
	for _, s := range outline {
		for i := range s.Args {
			s.Args[i].X *= scale
			s.Args[i].Y *= scale
		}
		switch s.Op {
		case ot.SegmentOpMoveTo:
			end()
			at = s.Args[0]
			c = append(c, onCurve(at))
		case ot.SegmentOpLineTo:
			at = s.Args[0]
			c = append(c, onCurve(at))
		case ot.SegmentOpQuadTo:
			at = s.Args[1]
			c = append(c, offCurve(s.Args[0]), onCurve(at))
		case ot.SegmentOpCubeTo:
			c = appendCubic(c, at, s.Args[0], s.Args[1], s.Args[2])
			at = s.Args[2]
		}
	}
	end()
	return encode(contours)
}

func onCurve(p ot.SegmentPoint) point  { return point{whole(p.X), whole(p.Y), true} }
func offCurve(p ot.SegmentPoint) point { return point{whole(p.X), whole(p.Y), false} }

func whole(v float32) int16 {
	return int16(math.Round(min(max(float64(v), math.MinInt16), math.MaxInt16)))
}

// appendCubic appends a cubic curve as quadratic ones. A cubic lies within
// √3/36 |p3 − 3p2 + 3p1 − p0| of the quadratic curve with control point
// (3(p1 + p2) − p0 − p3)/4 (T. Sederberg, Computer Aided Geometric Design,
// 2012), and parted into n pieces n³ times nearer.
func appendCubic(c []point, p0, p1, p2, p3 ot.SegmentPoint) []point {
	const tolerance = 1.0 / 3
	dx := float64(p3.X - 3*p2.X + 3*p1.X - p0.X)
	dy := float64(p3.Y - 3*p2.Y + 3*p1.Y - p0.Y)
	n := max(1, math.Ceil(math.Cbrt(math.Sqrt(3)/36*math.Hypot(dx, dy)/tolerance)))
	n = min(n, 16)
	at := func(t float64) ot.SegmentPoint {
		mix := func(a, b, c, d float32) float32 {
			u := 1 - t
			return float32(u*u*u*float64(a) + 3*u*u*t*float64(b) + 3*u*t*t*float64(c) + t*t*t*float64(d))
		}
		return ot.SegmentPoint{X: mix(p0.X, p1.X, p2.X, p3.X), Y: mix(p0.Y, p1.Y, p2.Y, p3.Y)}
	}
	slope := func(t float64) ot.SegmentPoint {
		mix := func(a, b, c, d float32) float32 {
			u := 1 - t
			return float32(3 * (u*u*float64(b-a) + 2*u*t*float64(c-b) + t*t*float64(d-c)))
		}
		return ot.SegmentPoint{X: mix(p0.X, p1.X, p2.X, p3.X), Y: mix(p0.Y, p1.Y, p2.Y, p3.Y)}
	}
	step := float32(1 / n)
	for i := range int(n) {
		t0, t1 := float64(i)/n, float64(i+1)/n
		a, b, da, db := at(t0), at(t1), slope(t0), slope(t1)
		// The piece's own control points lie a third of the step along the slopes.
		q1 := ot.SegmentPoint{X: a.X + da.X*step/3, Y: a.Y + da.Y*step/3}
		q2 := ot.SegmentPoint{X: b.X - db.X*step/3, Y: b.Y - db.Y*step/3}
		control := ot.SegmentPoint{X: (3*(q1.X+q2.X) - a.X - b.X) / 4, Y: (3*(q1.Y+q2.Y) - a.Y - b.Y) / 4}
		if i == int(n)-1 {
			b = p3
		}
		c = append(c, offCurve(control), onCurve(b))
	}
	return c
}

// Flags of a point in the table glyf.
const (
	flagOn    = 0x01
	flagShort = 0x02 // the step in x is one byte; twice that for y
	flagSame  = 0x10 // a short step is positive, or there is none; twice that for y
)

// encode writes contours as the table glyf has them.
func encode(contours [][]point) Glyph {
	if len(contours) == 0 {
		return Glyph{}
	}
	g := Glyph{contours: len(contours), box: box{math.MaxInt16, math.MaxInt16, math.MinInt16, math.MinInt16}}
	for _, c := range contours {
		g.points += len(c)
		for _, p := range c {
			g.box.left, g.box.right = min(g.box.left, p.x), max(g.box.right, p.x)
			g.box.bottom, g.box.top = min(g.box.bottom, p.y), max(g.box.top, p.y)
		}
	}
	data := make([]byte, 0, 12+2*len(contours)+5*g.points)
	for _, v := range []int16{int16(len(contours)), g.box.left, g.box.bottom, g.box.right, g.box.top} {
		data = binary.BigEndian.AppendUint16(data, uint16(v))
	}
	last := -1
	for _, c := range contours {
		last += len(c)
		data = binary.BigEndian.AppendUint16(data, uint16(last))
	}
	data = append(data, 0, 0) // no instructions
	var xs, ys []byte
	var x, y int16
	for _, c := range contours {
		for _, p := range c {
			flag := byte(0)
			if p.on {
				flag = flagOn
			}
			var f byte
			xs, f = appendStep(xs, int(p.x)-int(x))
			flag |= f
			ys, f = appendStep(ys, int(p.y)-int(y))
			data = append(data, flag|f<<1)
			x, y = p.x, p.y
		}
	}
	data = append(append(data, xs...), ys...)
	if len(data)%2 == 1 {
		data = append(data, 0)
	}
	g.data = data
	return g
}

// appendStep appends how far a point is from the one before it, and tells the
// flags for that in x.
func appendStep(b []byte, d int) ([]byte, byte) {
	switch {
	case d == 0:
		return b, flagSame
	case 0 < d && d < 256:
		return append(b, byte(d)), flagShort | flagSame
	case -256 < d && d < 0:
		return append(b, byte(-d)), flagShort
	}
	return binary.BigEndian.AppendUint16(b, uint16(int16(d))), 0
}
