//go:build linux

package e2e

import (
	"bytes"
	"cmp"
	"flag"
	"image"
	"image/color"
	"image/png"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"testing"
	"time"

	parts "resumax/app/sample"
	"resumax/resume/codec"
)

var picturesTo = flag.String("pictures", "", "the folder to write the documentation's pictures to")

// pictures are those of the documentation: what the window shows, and how it
// gets there.
var pictures = []struct {
	name string
	from int
	act  func(*program)
	part image.Rectangle // of the window, empty for all of it
}{
	{name: "start", from: fromNothing},
	{name: "window", act: func(p *program) {
		p.do("key", "ctrl+Next", "ctrl+Next") // contact, summary, work
		p.click(first)
	}},
	{name: "design", act: func(p *program) { p.do("key", "F8") }},
	{name: "tailor", act: func(p *program) { p.do("key", "ctrl+3") }},
	{name: "prepare", act: func(p *program) { p.do("key", "ctrl+4") }},
	{name: "import", from: fromPDF},
	{name: "guide/pictures/score", part: image.Rect(1154, 64, pictureWidth, 560), act: func(p *program) { p.do("key", "ctrl+Next") }},
	{name: "guide/pictures/compare", act: func(p *program) {
		p.do("key", "ctrl+shift+Next") // the variant
		p.command("Compare with base")
	}},
	{name: "guide/pictures/applications", act: func(p *program) { p.do("key", "ctrl+shift+a") }},
	{name: "guide/pictures/letter", act: func(p *program) { p.do("key", "ctrl+l") }},
	{name: "guide/pictures/export", act: func(p *program) { p.do("key", "ctrl+shift+e") }},
	{name: "guide/pictures/ats", from: fromSampleWarm, act: func(p *program) { p.do("key", "ctrl+r") }},
}

// What the window is opened on: the sample of everything, no file, or a PDF of the sample.
const (
	fromSample = iota
	fromNothing
	fromPDF
	fromSampleWarm // and PDFs were read before
)

// The size of the window in pictures.
const pictureWidth, pictureHeight = 1440, 900

// TestPictures takes the pictures of the documentation. “make pictures” keeps
// them. Apart from what depends on the day, they are the same each time.
func TestPictures(t *testing.T) {
	folder := *picturesTo
	if folder == "" {
		folder = t.TempDir()
	}
	command := build(t)
	for _, c := range pictures {
		t.Run(c.name, func(t *testing.T) {
			d := newDeskOf(t, pictureWidth+100, pictureHeight+100)
			d.furnish("config/fyne/io.github.resumax.ResuMax", "preferences.json", `{"theme":1,"tour.seen":true}`) // light
			var p *program
			switch c.from {
			case fromNothing:
				p = launch(d, "", []string{noBus}, command)
				p.enter("ResuMax")
			case fromPDF:
				warm(d, command)
				p = launch(d, printed(d, command), []string{noBus}, command)
				p.enter("ResuMax")
			case fromSampleWarm:
				warm(d, command)
				p = open(d, everything(d), []string{noBus}, command)
			default:
				p = open(d, everything(d), []string{noBus}, command)
			}
			window := p.window("ResuMax")
			p.do("windowsize", "--sync", window, pixel(pictureWidth), pixel(pictureHeight))
			p.still()
			x, y := p.corner(window)
			content := image.Rect(0, 0, pictureWidth, pictureHeight).Add(image.Pt(int(x), int(y)))
			const painted = 200 // colors; an empty window has some
			p.eventually("the window is painted", func() bool { return colors(p.picture().SubImage(content)) > painted })
			if before := p.still(); c.act != nil {
				c.act(p)
				p.eventually("the window looks different", func() bool { return !same(before, p.picture(), content) })
			}
			p.do("mousemove", "--sync", pixel(x+pictureWidth-2), pixel(y+2)) // where it lights nothing up
			p.do("mousemove", "--sync", "0", "0")
			if !c.part.Empty() {
				content = c.part.Add(content.Min).Intersect(content)
			}
			shown := p.still().SubImage(content)
			if n := colors(shown); n <= painted {
				t.Errorf("the window has %d colors only", n)
			}
			var data bytes.Buffer
			if err := (&png.Encoder{CompressionLevel: png.BestCompression}).Encode(&data, fewer(shown)); err != nil {
				t.Fatal(err)
			}
			path := filepath.Join(folder, filepath.FromSlash(c.name)+".png")
			if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, data.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		})
	}
}

// everything is a file with the sample of everything.
func everything(d *desk) string {
	d.t.Helper()
	doc, err := parts.Make(time.Now())
	if err != nil {
		d.t.Fatal(err)
	}
	path := filepath.Join(d.folder, "Maya Lindqvist.json")
	if err := os.WriteFile(path, codec.Encode(doc), 0o644); err != nil {
		d.t.Fatal(err)
	}
	return path
}

// printed is the sample as a PDF, without its data: headings and fields are recognized.
func printed(d *desk, command string) string {
	d.t.Helper()
	path := filepath.Join(d.folder, "Lindqvist CV.pdf")
	d.run(command, "export", everything(d), "-o", path)
	return path
}

// warm reads a PDF once: what reads it is compiled then, which takes longer on a busy machine than one waits for a window.
func warm(d *desk, command string) { d.run(command, "ats", printed(d, command)) }

// run runs a command of the program in the home folder, to its end.
func (d *desk) run(command string, args ...string) {
	d.t.Helper()
	c := exec.Command(command, args...)
	c.Env = d.env
	if out, err := c.CombinedOutput(); err != nil {
		d.t.Fatalf("%v: %s", err, out)
	}
}

// command runs a command by its name, from the palette.
func (p *program) command(name string) {
	p.t.Helper()
	p.do("key", "ctrl+shift+p")
	p.awaitOver(1)
	p.do("type", "--delay", "10", name)
	p.still()
	p.do("key", "Return")
}

// fewer is a picture with 256 colors, which takes a third of the space: its most frequent ones, and for each other color
// the nearest of these. Windows are made of few colors and the edges of their letters.
func fewer(m image.Image) image.Image {
	count := map[color.RGBA]int{}
	b := m.Bounds()
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			count[color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)]++
		}
	}
	all := slices.SortedFunc(maps.Keys(count), func(a, b color.RGBA) int {
		return cmp.Or(count[b]-count[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	// Of colors that look the same only the first is taken, so that rare ones get their place.
	var colors color.Palette
	for _, c := range all {
		if len(colors) == 256 {
			break
		}
		if len(colors) == 0 || distance(c, colors[colors.Index(c)].(color.RGBA)) > 60 {
			colors = append(colors, c)
		}
	}
	nearest := map[color.RGBA]uint8{}
	few := image.NewPaletted(b, colors)
	for y := b.Min.Y; y < b.Max.Y; y++ {
		for x := b.Min.X; x < b.Max.X; x++ {
			c := color.RGBAModel.Convert(m.At(x, y)).(color.RGBA)
			i, ok := nearest[c]
			if !ok {
				i = uint8(colors.Index(c))
				nearest[c] = i
			}
			few.SetColorIndex(x, y, i)
		}
	}
	return few
}

// distance is how far apart two colors are, squared.
func distance(a, b color.RGBA) int {
	r, g, l := int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B)
	return r*r + g*g + l*l
}

// still is the screen when it has not changed for a while. Small pictures of
// resumes are made one after the other; where the pictures are kept, they get
// the time that a busy machine needs.
func (p *program) still() *image.RGBA {
	p.t.Helper()
	looks := 10
	if *picturesTo != "" {
		looks = 100
	}
	last, unchanged := p.picture(), 0
	p.eventually("nothing moves on the screen", func() bool {
		now := p.picture()
		if unchanged++; !same(last, now, now.Rect) {
			unchanged = 0
		}
		last = now
		return unchanged >= looks
	})
	return last
}

// colors is how many colors a picture has.
func colors(m image.Image) int {
	seen := map[[3]uint32]bool{}
	for y := m.Bounds().Min.Y; y < m.Bounds().Max.Y; y++ {
		for x := m.Bounds().Min.X; x < m.Bounds().Max.X; x++ {
			r, g, b, _ := m.At(x, y).RGBA()
			seen[[3]uint32{r, g, b}] = true
		}
	}
	return len(seen)
}
