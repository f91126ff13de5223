package paint

import (
	"bytes"
	"compress/zlib"
	"image"
	"image/color"
	"io"
	"math"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/resume"
)

// sheet sets texts as paragraphs.
func sheet(texts ...string) *layout.Document {
	var blocks []outline.Block
	for i, text := range texts {
		at := resume.Address("/work").Item(i)
		blocks = append(blocks, outline.Block{Kind: outline.Paragraph, Address: at,
			Parts: []outline.Part{{Spans: []outline.Span{{Text: text, Address: at, Link: "https://site.example/(a)\\b"}}}}})
	}
	return layout.Layout(blocks, design.Default(), fonts.NewSet())
}

func TestPictureSizes(t *testing.T) {
	p, d := NewPainter(fonts.NewSet()), sheet("text")
	for _, c := range []struct {
		page   int
		scale  float64
		width  int
		height int
	}{
		{0, 1, 595, 842}, {0, 2, 1191, 1684}, {0, 0, 595, 842}, {0, -1, 595, 842}, {0, math.NaN(), 595, 842},
		{0, math.Inf(1), 595, 842}, {7, 1, 595, 842}, {-1, 1, 595, 842},
	} {
		if got := p.Picture(d, c.page, c.scale, nil).Rect.Size(); got != (image.Point{X: c.width, Y: c.height}) {
			t.Errorf("page %d at %g: %v", c.page, c.scale, got)
		}
	}
	if got := p.Picture(sheet(), 0, 1e9, nil).Rect.Size(); got.X*got.Y > MaxPixels+MaxPixels/100 || got.X < 1000 {
		t.Errorf("a huge scale gives %v", got)
	}
}

func TestPictureIsReused(t *testing.T) {
	p, d := NewPainter(fonts.NewSet()), sheet("text")
	first := p.Picture(d, 0, 1, nil)
	want := bytes.Clone(first.Pix)
	second := p.Picture(d, 0, 1, first)
	if second != first || !bytes.Equal(second.Pix, want) {
		t.Error("drawing over a picture gives another")
	}
	if third := p.Picture(d, 0, 1.5, first); third == first {
		t.Error("a picture of another size is reused")
	}
	if n := testing.AllocsPerRun(5, func() { p.Picture(d, 0, 1, first) }); n > 0 {
		t.Errorf("%v allocations to draw again", n)
	}
}

func TestPictureShowsWhatTheListSays(t *testing.T) {
	red := design.Colour{R: 255}
	photo := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i := range photo.Pix {
		photo.Pix[i] = []byte{0, 0, 255, 255}[i%4]
	}
	d := &layout.Document{Pages: []layout.Page{{Width: 100, Height: 100, Items: []layout.Item{
		{Kind: layout.Rule, Rect: layout.Rect{X: 10, Y: 10, W: 20, H: 10.4}, Colour: red},
		{Kind: layout.Image, Rect: layout.Rect{X: 50, Y: 50, W: 10, H: 10}, Image: photo},
		{Kind: layout.Rule, Rect: layout.Rect{X: 10, Y: 40.4, W: 20, H: 0.1}, Colour: red},
		{Kind: layout.Rule, Rect: layout.Rect{X: -50, Y: 95, W: 500, H: 50}, Colour: red},
	}}}}
	img := NewPainter(fonts.NewSet()).Picture(d, 0, 1, nil)
	for _, c := range []struct {
		x, y int
		want color.RGBA
	}{
		{5, 5, color.RGBA{255, 255, 255, 255}}, {10, 10, color.RGBA{255, 0, 0, 255}}, {29, 19, color.RGBA{255, 0, 0, 255}},
		{30, 19, color.RGBA{255, 255, 255, 255}}, {15, 20, color.RGBA{255, 255, 255, 255}}, {55, 55, color.RGBA{0, 0, 255, 255}},
		{12, 40, color.RGBA{255, 0, 0, 255}}, {12, 41, color.RGBA{255, 255, 255, 255}}, {0, 99, color.RGBA{255, 0, 0, 255}},
	} {
		if got := img.RGBAAt(c.x, c.y); got != c.want {
			t.Errorf("at %d,%d: %v, want %v", c.x, c.y, got, c.want)
		}
	}
}

// ink is the box of all pixels that are not white.
func ink(img *image.RGBA) image.Rectangle {
	var box image.Rectangle
	for y := range img.Rect.Dy() {
		for x := range img.Rect.Dx() {
			if img.RGBAAt(x, y) != (color.RGBA{255, 255, 255, 255}) {
				box = box.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return box
}

func TestGlyphsStandWhereTheListSays(t *testing.T) {
	d := sheet("HHHH")
	item := d.Pages[0].Items[0]
	for _, scale := range []float64{1, 1.5, 2, 8} {
		box := ink(NewPainter(fonts.NewSet()).Picture(d, 0, scale, nil))
		capHeight := item.Run.Face.Metrics().CapHeight * item.Run.Size
		for what, pair := range map[string][2]float64{
			"foot":  {float64(box.Max.Y), item.Baseline * scale},
			"head":  {float64(box.Min.Y), (item.Baseline - capHeight) * scale},
			"left":  {float64(box.Min.X), item.Rect.X * scale},
			"right": {float64(box.Max.X), (item.Rect.X + item.Rect.W) * scale},
		} {
			if math.Abs(pair[0]-pair[1]) > 1+0.05*item.Run.Size*scale {
				t.Errorf("at %g: %s at %.1f, want %.1f", scale, what, pair[0], pair[1])
			}
		}
	}
}

func TestMasksAreBounded(t *testing.T) {
	var m masks
	set, face := fonts.NewSet(), fonts.Families()[0].Regular
	id, _ := face.Glyph('W')
	for size := 10.0; size < 800; size++ {
		m.get(set, maskKey{face: face, id: id, size: size})
	}
	if m.bytes > maxMaskBytes+800*800 {
		t.Errorf("%d bytes of shapes are kept", m.bytes)
	}
	if got := m.get(set, maskKey{face: face, id: id, size: 1e7}); len(got.pix) != 0 {
		t.Error("a glyph of ten million pixels is drawn")
	}
}

func file(t *testing.T, d *layout.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPDFIsRepeatable(t *testing.T) {
	d := sheet("Some text", "語 and 🚀 and x\u0302")
	d.Title, d.Author, d.Language = "Jo (Baker) \\ Łódź", "Jo", "en-GB"
	if a, b := file(t, d), file(t, d); !bytes.Equal(a, b) {
		t.Error("the same document gives two files")
	}
}

func TestPDFHead(t *testing.T) {
	d := sheet("Some text")
	d.Language = "en-GB"
	text := string(file(t, d))
	for _, want := range []string{"/Lang (en-GB)", "/BaseFont /RESUMX+SourceSerif4-Regular\n", "/FontName /RESUMX+SourceSerif4-Regular\n",
		"/Subtype /Link /F 4 ", `/URI (https://site.example/\(a\)\\b)`, "/Producer", "/MediaBox [0 0 595.28 841.89]"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s", want)
		}
	}
	for _, not := range []string{"utf8abc", "CreationDate", "ModDate", "D:19"} {
		if strings.Contains(text, not) {
			t.Errorf("%s is left", not)
		}
	}
	d.Language = "en) /OpenAction (x"
	if strings.Contains(string(file(t, d)), "OpenAction") {
		t.Error("a language can write into the catalog")
	}
}

// Every object must start where the table at the file's end says.
func TestPDFOffsets(t *testing.T) {
	data := file(t, sheet("Some text", "語"))
	m := regexp.MustCompile(`startxref\n(\d+)\n`).FindSubmatch(data)
	if m == nil {
		t.Fatal("no table")
	}
	entries := regexp.MustCompile(`(?m)^(\d{10}) 00000 n`).FindAllSubmatch(data, -1)
	if len(entries) < 10 {
		t.Fatalf("%d objects", len(entries))
	}
	object := regexp.MustCompile(`^\d+ 0 obj`)
	for _, e := range entries {
		at := 0
		for _, c := range e[1] {
			at = at*10 + int(c-'0')
		}
		if !object.Match(data[at:]) {
			t.Errorf("no object at %d: %q", at, data[at:at+20])
		}
	}
}

func TestPDFOfNothing(t *testing.T) {
	if data := file(t, sheet()); !bytes.HasPrefix(data, []byte("%PDF-1.")) {
		t.Errorf("%q", data[:min(20, len(data))])
	}
}

type brokenPipe struct{}

func (brokenPipe) Write([]byte) (int, error) { return 0, bytes.ErrTooLarge }

func TestPDFWriteError(t *testing.T) {
	if err := PDF(brokenPipe{}, sheet("text")); err != bytes.ErrTooLarge {
		t.Errorf("%v", err)
	}
}

func TestPrinted(t *testing.T) {
	for r, want := range map[rune]rune{'a': 'a', '\u00A0': ' ', '\u202F': ' ', '🚀': '\uFFFD', '\uE001': '\uFFFD', '語': '語'} {
		if got := printed(r); got != want {
			t.Errorf("%c is printed %c, want %c", r, got, want)
		}
	}
}

func TestNumber(t *testing.T) {
	for v, want := range map[float64]string{1: "1", 1.5: "1.5", 1.23456: "1.235", -0.0001: "0", 0.1 + 0.2: "0.3"} {
		if got := number(v); got != want {
			t.Errorf("%g is %s, want %s", v, got, want)
		}
	}
}

// written is the characters of every text object of a page, a line each.
func written(t *testing.T, file []byte) []string {
	t.Helper()
	var lines []string
	for _, stream := range regexp.MustCompile(`(?s)stream\n(.*?)\nendstream`).FindAllSubmatch(file, -1) {
		z, err := zlib.NewReader(bytes.NewReader(stream[1]))
		if err != nil {
			continue // not compressed: a map of characters
		}
		content, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for _, object := range regexp.MustCompile(`(?s)\bBT\b.*?\bET\b`).FindAll(content, -1) {
			var line strings.Builder
			shown := bytes.Join(regexp.MustCompile(`\[.*?\] TJ`).FindAll(object, -1), nil)
			for _, hex := range regexp.MustCompile(`<([0-9A-F]+)>`).FindAllSubmatch(shown, -1) {
				for i := 0; i+4 <= len(hex[1]); i += 4 {
					c, err := strconv.ParseUint(string(hex[1][i:i+4]), 16, 16)
					if err != nil {
						t.Fatal(err)
					}
					line.WriteRune(rune(c))
				}
			}
			lines = append(lines, line.String())
		}
	}
	return lines
}

// Readers that do not look at places need real spaces: between what stands left
// and right, between a bullet and its text, and at a line's end.
func TestPDFSpaces(t *testing.T) {
	span := func(text string) []outline.Span { return []outline.Span{{Text: text, Address: "/work/0"}} }
	d := layout.Layout([]outline.Block{
		{Kind: outline.Entry, Address: "/work/0", Parts: []outline.Part{{Role: outline.Title, Spans: span("Baker")}, {Role: outline.Dates, Spans: span("2019 – 2021")}}},
		{Kind: outline.Bullet, Address: "/work/0", Parts: []outline.Part{{Spans: span("To\u00A0knead AV 語🚀")}}},
	}, design.Default(), fonts.NewSet())
	got := strings.Join(written(t, file(t, d)), "|")
	want := "Baker 2019 – 2021 |• To knead AV 語\uFFFD "
	if got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}
