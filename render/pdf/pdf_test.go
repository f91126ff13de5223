package pdf

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	ot "github.com/go-text/typesetting/font/opentype"
	"github.com/go-text/typesetting/font/opentype/tables"
	"pgregory.net/rapid"
)

func TestObjects(t *testing.T) {
	for _, c := range []struct{ got, want string }{
		{Text(`a (b) \`), `(a \(b\) \\)`},
		{Text("Łódź 🚀"), "<FEFF014100F30064017A0020D83DDE80>"},
		{Text("line\n"), "<FEFF006C0069006E0065000A>"},
		{Name("Sans-Bold"), "/Sans-Bold"},
		{Name("a b/(#)"), "/a#20b#2F#28#23#29"},
		{Number(1), "1"}, {Number(1.23456), "1.235"}, {Number(-0.0001), "0"}, {Number(0.1 + 0.2), "0.3"}, {Number(-12.5), "-12.5"},
		{Rectangle(0, 0.5, 10, 20), "[0 0.5 10 20]"},
		{Ref(7).String(), "7 0 R"},
	} {
		if c.got != c.want {
			t.Errorf("%s, want %s", c.got, c.want)
		}
	}
}

// small is a file of one page and more objects than one object stream holds.
func small() []byte {
	var f File
	pages := f.Reserve()
	content := f.Stream("", []byte("0 0 10 10 re f"))
	page := f.Add(fmt.Sprintf("<</Type /Page /Parent %s /MediaBox [0 0 100 100] /Contents %s /Resources <<>>>>", pages, content))
	f.Set(pages, fmt.Sprintf("<</Type /Pages /Kids [%s] /Count 1>>", page))
	var more []string
	for i := range 3 * inOneStream {
		more = append(more, f.Add(fmt.Sprintf("<</N %d>>", i)).String())
	}
	about := Description{Title: "A <small> file", Author: "Jo", Language: "en", Producer: "a test", Archive: 2}
	meta := f.Plain("/Type /Metadata /Subtype /XML", about.Metadata())
	catalog := f.Add(fmt.Sprintf("<</Type /Catalog /Pages %s /Metadata %s /More [%s]>>", pages, meta, strings.Join(more, " ")))
	return f.Finish(catalog, f.Add(about.Info()))
}

func TestFile(t *testing.T) {
	file := small()
	if !bytes.Equal(file, small()) {
		t.Error("the same calls give two files")
	}
	path := filepath.Join(t.TempDir(), "small.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("qpdf", "--check", path).CombinedOutput()
	if err != nil || !strings.Contains(string(out), "No syntax or stream encoding errors found") {
		t.Errorf("qpdf --check: %v\n%s", err, out)
	}
	out, err = exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{fmt.Sprintf("/N %d\n", 3*inOneStream-1), "/Title (A <small> file)", "A &lt;small&gt; file", "0 0 10 10 re f"} {
		if !bytes.Contains(out, []byte(want)) {
			t.Errorf("no %s", want)
		}
	}
}

func square(x, y, side float32) []ot.Segment {
	p := func(x, y float32) [3]ot.SegmentPoint { return [3]ot.SegmentPoint{{X: x, Y: y}} }
	return []ot.Segment{{Op: ot.SegmentOpMoveTo, Args: p(x, y)}, {Op: ot.SegmentOpLineTo, Args: p(x+side, y)},
		{Op: ot.SegmentOpLineTo, Args: p(x+side, y+side)}, {Op: ot.SegmentOpLineTo, Args: p(x, y+side)}, {Op: ot.SegmentOpLineTo, Args: p(x, y)}}
}

func TestCodes(t *testing.T) {
	f := NewFont(Face{Name: "Test", Upem: 1000})
	shapes := 0
	shape := func() Glyph { shapes++; return NewGlyph(square(0, 0, 100), 1) }
	hyphen, again, other := f.Code(5, "-", 0.3, shape), f.Code(5, "-", 0.3, shape), f.Code(5, "\u2010", 0.3, shape)
	if hyphen == 0 || hyphen != again || other == hyphen || shapes != 2 {
		t.Errorf("codes %d, %d, %d, %d shapes", hyphen, again, other, shapes)
	}
	if wide := f.Code(5, "-", 40, shape); wide == hyphen || f.Width(wide) != 40000 || f.Text(wide) != "-" {
		t.Errorf("a wide hyphen has the code %d", wide)
	}
	if f.Text(hyphen) != "-" || f.Text(other) != "\u2010" || f.Width(other) != 300 {
		t.Errorf("texts %q, %q, width %d", f.Text(hyphen), f.Text(other), f.Width(other))
	}
	if got := string(f.toUnicode()); !strings.Contains(got, "3 beginbfchar\n<0001> <002D>\n<0002> <2010>\n<0003> <002D>\nendbfchar") {
		t.Error(got)
	}
}

func TestCodesEnd(t *testing.T) {
	f := NewFont(Face{Name: "Test", Upem: 1000})
	for i := range math.MaxUint16 + 10 {
		f.Code(uint32(i), "x", 0, func() Glyph { return Glyph{} })
	}
	if code := f.Code(1<<20, "x", 0, func() Glyph { return Glyph{} }); code != 0 {
		t.Errorf("a glyph too many has the code %d", code)
	}
}

// A font must be read as it was meant: here by the reader of OpenType tables
// that the layout uses.
func TestTrueType(t *testing.T) {
	glyphs := []Glyph{{}, NewGlyph(square(10, -20, 500), 1), NewGlyph(append(square(0, 0, 700), square(-300, 100, 40)...), 1), {}}
	program := trueType(Face{Name: "Test", Upem: 1000, Ascent: 0.8, Descent: -0.2, Bold: true}, glyphs, []int{0, 600, 710, 250})
	if checksum(program) != 0xB1B0AFBA {
		t.Errorf("the file's sum is %X", checksum(program))
	}
	loader, err := ot.NewLoader(bytes.NewReader(program))
	if err != nil {
		t.Fatal(err)
	}
	raw := func(tag string) []byte {
		data, err := loader.RawTable(ot.MustNewTag(tag))
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	head, _, err := tables.ParseHead(raw("head"))
	if err != nil || head.UnitsPerEm != 1000 || head.XMin != -300 || head.YMax != 700 {
		t.Errorf("head %+v, %v", head, err)
	}
	loca, err := tables.ParseLoca(raw("loca"), len(glyphs), head.IndexToLocFormat == 1)
	if err != nil {
		t.Fatal(err)
	}
	glyf, err := tables.ParseGlyf(raw("glyf"), loca)
	if err != nil {
		t.Fatal(err)
	}
	two, ok := glyf[2].Data.(tables.SimpleGlyph)
	if !ok || len(two.EndPtsOfContours) != 2 || len(two.Points) != 8 || two.Points[6].X != -260 || two.Points[6].Y != 140 {
		t.Errorf("glyph 2: %+v", glyf[2])
	}
	if glyf[0].Data != nil || glyf[3].Data != nil {
		t.Error("glyphs without ink have some")
	}
	hmtx := raw("hmtx")
	if advance := int(hmtx[4])<<8 | int(hmtx[5]); advance != 600 || len(hmtx) != 16 {
		t.Errorf("glyph 1 is %d wide", advance)
	}
}

// Cubic curves must stay what they are to the eye.
func TestCubics(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		at := func(name string) ot.SegmentPoint {
			return ot.SegmentPoint{X: float32(rapid.IntRange(-800, 800).Draw(t, name+" x")), Y: float32(rapid.IntRange(-800, 800).Draw(t, name+" y"))}
		}
		p := []ot.SegmentPoint{at("0"), at("1"), at("2"), at("3")}
		c := appendCubic([]point{onCurve(p[0])}, p[0], p[1], p[2], p[3])
		n := (len(c) - 1) / 2
		for i := range n {
			for _, s := range []float64{0.25, 0.5, 0.75} {
				x, y := quadratic(c[2*i], c[2*i+1], c[2*i+2], s)
				cx, cy := cubic(p, (float64(i)+s)/float64(n))
				if d := math.Hypot(x-cx, y-cy); d > 2 { // a third of a unit, and what rounding to whole units gives
					t.Fatalf("piece %d of %d is %.2f units away", i, n, d)
				}
			}
		}
	})
}

func quadratic(a, b, c point, s float64) (x, y float64) {
	mix := func(a, b, c int16) float64 {
		return (1-s)*(1-s)*float64(a) + 2*(1-s)*s*float64(b) + s*s*float64(c)
	}
	return mix(a.x, b.x, c.x), mix(a.y, b.y, c.y)
}

func cubic(p []ot.SegmentPoint, s float64) (x, y float64) {
	mix := func(a, b, c, d float32) float64 {
		u := 1 - s
		return u*u*u*float64(a) + 3*u*u*s*float64(b) + 3*u*s*s*float64(c) + s*s*s*float64(d)
	}
	return mix(p[0].X, p[1].X, p[2].X, p[3].X), mix(p[0].Y, p[1].Y, p[2].Y, p[3].Y)
}

func TestProfile(t *testing.T) {
	p := SRGB()
	if len(p) > 1000 || string(p[36:40]) != "acsp" || int(p[2])<<8|int(p[3]) != len(p) || len(p)%4 != 0 {
		t.Errorf("%d bytes, head % x", len(p), p[:40])
	}
}
