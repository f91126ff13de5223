package render

import (
	"bufio"
	"bytes"
	"fmt"
	"image"
	"io"
	"math"
	"os/exec"
	"slices"
	"strconv"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/outline"
)

// The preview's picture is compared with what Poppler makes of the PDF, at the
// preview's 144 dpi. Poppler sets glyphs on whole rows of pixels, so that it
// draws at eight times that, and eight by eight of its pixels are one: what is
// left of that is an eighth of a pixel.
const (
	likeScale = 2 // pixels to the point
	fineness  = 8
)

// raster is a page's picture: three channels a pixel from 0 to 1.
type raster struct {
	width, height int
	rgb           []float32
}

// gray is what the eye sees of a pixel's brightness, roughly.
//
//go:norace
func (p *raster) gray(x, y int) float32 {
	at := (y*p.width + x) * 3
	return (p.rgb[at] + p.rgb[at+1] + p.rgb[at+2]) / 3
}

// preview is our picture of a page.
func preview(d *layout.Document, page int) *raster {
	img := Picture(d, page, likeScale)
	b := img.Bounds()
	p := &raster{b.Dx(), b.Dy(), make([]float32, 0, b.Dx()*b.Dy()*3)}
	for y := range p.height {
		for x := range p.width {
			c := img.RGBAAt(x, y)
			p.rgb = append(p.rgb, float32(c.R)/255, float32(c.G)/255, float32(c.B)/255)
		}
	}
	return p
}

// printed calls f with Poppler's picture of each of a PDF's pages, counted from 0.
func printed(t *testing.T, pdf []byte, f func(page int, picture *raster)) (pages int) {
	t.Helper()
	c := exec.Command("pdftoppm", "-r", strconv.Itoa(72*likeScale*fineness), "-")
	c.Stdin = bytes.NewReader(pdf)
	out, err := c.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Start(); err != nil {
		t.Fatal("pdftoppm:", err)
	}
	in := bufio.NewReaderSize(out, 1<<20)
	for {
		var width, height, most int
		if _, err := fmt.Fscanf(in, "P6\n%d %d\n%d\n", &width, &height, &most); err == io.EOF || err == io.ErrUnexpectedEOF {
			break
		} else if err != nil || most != 255 {
			t.Fatal("pdftoppm:", err, most)
		}
		f(pages, shrunk(t, in, width, height))
		pages++
	}
	if err := c.Wait(); err != nil {
		t.Fatal("pdftoppm:", err)
	}
	return pages
}

// shrunk reads a picture's pixels and makes one of each square of them. It goes
// over hundreds of millions of them that nobody else knows, so the race detector,
// which would look at each, is told to leave it alone.
//
//go:norace
func shrunk(t *testing.T, in io.Reader, width, height int) *raster {
	t.Helper()
	p := &raster{width / fineness, height / fineness, nil}
	p.rgb = make([]float32, p.width*p.height*3)
	row := make([]byte, width*3)
	for y := range height {
		if _, err := io.ReadFull(in, row); err != nil {
			t.Fatal(err)
		}
		if y/fineness >= p.height {
			continue
		}
		line := p.rgb[y/fineness*p.width*3:]
		for x := range p.width * fineness {
			for c := range 3 {
				line[x/fineness*3+c] += float32(row[x*3+c]) / (255 * fineness * fineness)
			}
		}
	}
	return p
}

// likeness compares two pictures of a page. Its numbers are sums over all pixels
// above and to the left, so that those of any rectangle are found at once.
type likeness struct {
	a, b               *raster
	ink                []float64 // of both pictures: what lacks to white, the mean of the channels
	width, height      int
	xx, xy, yy, xd, yd []float64 // products of the slopes of brightness and of the difference
	red, green, blue   []float64 // differences of the channels
}

//go:norace
func compare(a, b *raster) *likeness {
	l := &likeness{a: a, b: b, width: min(a.width, b.width), height: min(a.height, b.height)}
	blurA, blurB := l.blurred(a), l.blurred(b)
	all := []*[]float64{&l.ink, &l.xx, &l.xy, &l.yy, &l.xd, &l.yd, &l.red, &l.green, &l.blue}
	for _, p := range all {
		*p = make([]float64, (l.width+1)*(l.height+1))
	}
	w := l.width
	for y := range l.height {
		for x := range l.width {
			var sx, sy, d float32
			if x > 0 && y > 0 && x < l.width-1 && y < l.height-1 {
				i := y*w + x
				sx = (blurA[i+1] - blurA[i-1] + blurB[i+1] - blurB[i-1]) / 4
				sy = (blurA[i+w] - blurA[i-w] + blurB[i+w] - blurB[i-w]) / 4
				d = blurA[i] - blurB[i]
			}
			pa, pb := a.rgb[(y*a.width+x)*3:], b.rgb[(y*b.width+x)*3:]
			here := (y+1)*(w+1) + x + 1
			ink := (6 - pa[0] - pa[1] - pa[2] - pb[0] - pb[1] - pb[2]) / 6
			for k, v := range [...]float32{ink, sx * sx, sx * sy, sy * sy, sx * d, sy * d, pa[0] - pb[0], pa[1] - pb[1], pa[2] - pb[2]} {
				p := *all[k]
				p[here] = float64(v) + p[here-1] + p[here-w-1] - p[here-w-2]
			}
		}
	}
	return l
}

// blurred is the brightness of a picture, each pixel the mean of three by three.
//
//go:norace
func (l *likeness) blurred(p *raster) []float32 {
	out := make([]float32, l.width*l.height)
	for y := 1; y < l.height-1; y++ {
		for x := 1; x < l.width-1; x++ {
			for dy := -1; dy <= 1; dy++ {
				for dx := -1; dx <= 1; dx++ {
					out[y*l.width+x] += p.gray(x+dx, y+dy) / 9
				}
			}
		}
	}
	return out
}

func (l *likeness) over(p []float64, r image.Rectangle) float64 {
	r = r.Intersect(image.Rect(0, 0, l.width, l.height))
	w := l.width + 1
	return p[r.Max.Y*w+r.Max.X] - p[r.Min.Y*w+r.Max.X] - p[r.Max.Y*w+r.Min.X] + p[r.Min.Y*w+r.Min.X]
}

// shift is how far, in pixels, what is in a rectangle of the one picture stands
// from where it is in the other: the least squares of B. Lucas and T. Kanade, An
// Iterative Image Registration Technique (1981), one step of it. It is too little
// for what has few edges in a direction, and zero for what has none.
func (l *likeness) shift(r image.Rectangle) (right, down float64) {
	const edgeless = 0.02
	xx, xy, yy := l.over(l.xx, r)+edgeless, l.over(l.xy, r), l.over(l.yy, r)+edgeless
	xd, yd := l.over(l.xd, r), l.over(l.yd, r)
	det := xx*yy - xy*xy
	return (yy*xd - xy*yd) / det, (xx*yd - xy*xd) / det
}

// color is the most that the mean of a channel differs in a rectangle, in parts
// of white.
func (l *likeness) color(r image.Rectangle) float64 {
	most := 0.0
	for _, c := range [][]float64{l.red, l.green, l.blue} {
		most = max(most, math.Abs(l.over(c, r)))
	}
	return most / float64(r.Dx()*r.Dy())
}

const likeCell = 8

// windowOf is where a glyph's ink is, in pixels: as wide as it is to the next
// one, from over its letters' tops to below their feet.
func windowOf(item layout.Item, i int) image.Rectangle {
	run := item.Run
	left, right := item.Rect.X+run.Glyphs[i].X, item.Rect.X+run.Width
	if i+1 < len(run.Glyphs) {
		right = item.Rect.X + run.Glyphs[i+1].X
	}
	return image.Rect(int(left*likeScale), int((item.Baseline-run.Size)*likeScale), int(math.Ceil(right*likeScale)), int(math.Ceil((item.Baseline+0.3*run.Size)*likeScale)))
}

// What may differ, in pixels and in parts. Poppler sets large glyphs on whole
// pixels, an eighth of ours, and rounds their edges its own way; ours stand on
// quarters. Rules of ours have sharp edges on whole pixels, which moves each by
// half of one at most.
const (
	maxShift = 0.5  // pixels at 144 dpi, a quarter of a point
	maxRule  = 0.6  // pixels that a rule may be thicker, or stand off
	maxColor = 0.1  // of a cell
	maxInk   = 0.08 // of a run's in any channel
)

// unlike says what is not alike on a page.
func (l *likeness) unlike(page *layout.Page) []string {
	var all []string
	for _, item := range page.Items {
		if item.Kind == layout.Rule && item.Rect.H < 4 {
			if thicker, down := l.rule(item); max(math.Abs(thicker), math.Abs(down)) > maxRule {
				all = append(all, fmt.Sprintf("the rule at %.1f is %.2f pixels thicker and stands %.2f off", item.Rect.Y, thicker, down))
			}
		}
		if item.Kind != layout.Text {
			continue
		}
		for i, g := range item.Run.Glyphs {
			text := item.Run.Text[g.From:g.To]
			if strings.TrimSpace(text) == "" {
				continue
			}
			right, down := l.shift(windowOf(item, i))
			if max(math.Abs(right), math.Abs(down)) > maxShift {
				all = append(all, fmt.Sprintf("%q of %q stands %.2f, %.2f pixels off", text, item.Run.Text, right, down))
			}
		}
		if ink := l.inkOf(item); ink > maxInk {
			all = append(all, fmt.Sprintf("%q has another colour, by %.2f", item.Run.Text, ink))
		}
	}
	for y := 0; y+likeCell <= l.height; y += likeCell / 2 {
		for x := 0; x+likeCell <= l.width; x += likeCell / 2 {
			if c := l.color(image.Rect(x, y, x+likeCell, y+likeCell)); c > maxColor {
				all = append(all, fmt.Sprintf("the cell at %d, %d differs by %.2f", x, y, c))
			}
		}
	}
	return all
}

// inkOf is how much a channel of a run's ink differs, in parts of all its ink; 0
// for too little ink to tell.
func (l *likeness) inkOf(item layout.Item) float64 {
	const least = 60 // pixels
	r := image.Rectangle{}
	for i := range item.Run.Glyphs {
		r = r.Union(windowOf(item, i))
	}
	ink := l.over(l.ink, r)
	if ink < least {
		return 0
	}
	return l.color(r) * float64(r.Dx()*r.Dy()) / ink
}

// rule is how much thicker a level rule is in the one picture than in the other,
// and how much lower it stands, in pixels.
func (l *likeness) rule(item layout.Item) (thicker, down float64) {
	const around = 3
	left, right := int(math.Ceil(item.Rect.X*likeScale)), int((item.Rect.X+item.Rect.W)*likeScale)
	middle := int((item.Rect.Y + item.Rect.H/2) * likeScale)
	half := int(item.Rect.H*likeScale/2) + around
	c := item.Color
	full := (1 - (float64(c.R)+float64(c.G)+float64(c.B))/(3*255)) * float64(max(1, right-left))
	measure := func(p *raster) (thick, at float64) {
		for y := middle - half; y <= middle+half; y++ {
			for x := left; x < right; x++ {
				ink := (1 - float64(p.gray(x, y))) / full
				thick += ink
				at += ink * float64(y)
			}
		}
		return thick, at / max(thick, 0.01)
	}
	thickA, atA := measure(l.a)
	thickB, atB := measure(l.b)
	return thickA - thickB, atA - atB
}

// The preview is the print: what Poppler makes of the PDF differs from the
// painter's picture by how edges are rounded, and by nothing else.
func TestThePreviewLooksLikeThePrint(t *testing.T) {
	for _, d := range design.All() {
		for name, page := range map[string]design.PageSize{"two-pages": design.A4, "junior": design.Letter} {
			doc := Typeset(samples(t)[name], Options{Design: d, Page: page})
			pages := printed(t, pdfOf(t, doc), func(n int, print *raster) {
				if off := compare(preview(doc, n), print).unlike(&doc.Pages[n]); len(off) > 0 {
					t.Errorf("%s of %s, page %d: %d differences, such as %s", d.ID, name, n+1, len(off), off[0])
				}
			})
			if pages != len(doc.Pages) {
				t.Errorf("%s of %s: %d pages, want %d", d.ID, name, pages, len(doc.Pages))
			}
		}
	}
}

// A glyph that is moved by a pixel, one that is missing, a line in another color
// and a rule that is moved must all be seen.
func TestDifferencesFromThePrintAreSeen(t *testing.T) {
	d, _ := design.Find("classic")
	doc := Typeset(samples(t)["junior"], Options{Design: d})
	var print *raster
	printed(t, pdfOf(t, doc), func(n int, picture *raster) {
		if n == 0 {
			print = picture
		}
	})
	page := doc.Pages[0]
	with := func(change func(item *layout.Item, run *layout.Run)) *likeness {
		changed := *doc
		changed.Pages = slices.Clone(doc.Pages)
		items := slices.Clone(page.Items)
		for i := range items {
			var run layout.Run
			if items[i].Kind == layout.Text {
				run = *items[i].Run
				run.Glyphs = slices.Clone(run.Glyphs)
				items[i].Run = &run
			}
			change(&items[i], &run)
		}
		changed.Pages[0].Items = items
		return compare(preview(&changed, 0), print)
	}
	for _, by := range [][2]float64{{1, 0}, {-1, 0}, {0, 1}, {0, -1}} {
		const each, first = 9, 4
		l := with(func(_ *layout.Item, run *layout.Run) {
			for i := first; i < len(run.Glyphs); i += each {
				run.Glyphs[i].X += by[0] / likeScale
				run.Glyphs[i].Y += by[1] / likeScale
			}
		})
		moved, seen := 0, 0
		for _, item := range page.Items {
			if item.Kind != layout.Text {
				continue
			}
			for i := first; i < len(item.Run.Glyphs); i += each {
				g := item.Run.Glyphs[i]
				if text := item.Run.Text[g.From:g.To]; strings.ContainsAny(text, " \u00a0-–·•") { // these have no edges across, or no ink
					continue
				}
				moved++
				if right, down := l.shift(windowOf(item, i)); max(math.Abs(right), math.Abs(down)) > maxShift {
					seen++
				}
			}
		}
		if moved < 100 || seen*100 < moved*98 {
			t.Errorf("of %d glyphs moved by %v pixels %d are seen", moved, by, seen)
		}
	}
	first := func(match func(item *layout.Item) bool, change func(item *layout.Item)) *likeness {
		done := false
		return with(func(item *layout.Item, _ *layout.Run) {
			if !done && match(item) {
				done = true
				change(item)
			}
		})
	}
	inText := func(item *layout.Item) bool {
		return item.Kind == layout.Text && item.Block == outline.Bullet && len(item.Run.Glyphs) > 40
	}
	for what, l := range map[string]*likeness{
		"a missing letter":      first(inText, func(item *layout.Item) { item.Run.Glyphs = slices.Delete(item.Run.Glyphs, 20, 21) }),
		"a line in grey":        first(inText, func(item *layout.Item) { item.Color = d.Colors.Muted }),
		"a name in black":       first(func(item *layout.Item) bool { return item.Kind == layout.Text }, func(item *layout.Item) { item.Color = d.Colors.Text }),
		"a rule moved by 1 pt":  first(func(item *layout.Item) bool { return item.Kind == layout.Rule }, func(item *layout.Item) { item.Rect.Y++ }),
		"a rule that is absent": first(func(item *layout.Item) bool { return item.Kind == layout.Rule }, func(item *layout.Item) { item.Rect.W = 0 }),
	} {
		if len(l.unlike(&page)) == 0 {
			t.Errorf("%s is not seen", what)
		}
	}
	if off := with(func(*layout.Item, *layout.Run) {}).unlike(&page); len(off) > 0 {
		t.Errorf("where nothing was changed: %s", off[0])
	}
}
