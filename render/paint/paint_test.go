package paint

import (
	"bytes"
	"image"
	"image/color"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
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
	red := design.Color{R: 255}
	photo := image.NewRGBA(image.Rect(0, 0, 2, 2))
	for i := range photo.Pix {
		photo.Pix[i] = []byte{0, 0, 255, 255}[i%4]
	}
	d := &layout.Document{Pages: []layout.Page{{Width: 100, Height: 100, Items: []layout.Item{
		{Kind: layout.Rule, Rect: layout.Rect{X: 10, Y: 10, W: 20, H: 10.4}, Color: red},
		{Kind: layout.Image, Rect: layout.Rect{X: 50, Y: 50, W: 10, H: 10}, Image: photo},
		{Kind: layout.Rule, Rect: layout.Rect{X: 10, Y: 40.4, W: 20, H: 0.1}, Color: red},
		{Kind: layout.Rule, Rect: layout.Rect{X: -50, Y: 95, W: 500, H: 50}, Color: red},
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

// readable is a file as qpdf shows it to people: all objects in the open.
func readable(t *testing.T, file []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Fatalf("qpdf --check: %v\n%s", err, out)
	}
	out, err := exec.Command("qpdf", "--qdf", "--object-streams=disable", path, "-").Output()
	if err != nil {
		t.Fatal("qpdf:", err)
	}
	return strings.Join(strings.Fields(string(out)), " ")
}

func TestPDFHead(t *testing.T) {
	d := sheet("Some text")
	d.Title, d.Language = "Jo (Baker) \\ Łódź", "en-GB"
	text := readable(t, file(t, d))
	for _, want := range []string{"/Lang (en-GB)", "+SourceSerif4-Regular /CIDSystemInfo", "/DisplayDocTitle true", "/Marked true", "/Tabs /S",
		"/Subtype /Link", "/F 4", `/URI (https://site.example/\(a\)\\b)`, "/Producer (ResuMax)", "/MediaBox [ 0 0 595.276 841.89 ]",
		"<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">Jo (Baker) \\ Łódź</rdf:li>", "<pdfuaid:part>1</pdfuaid:part>", "<pdfaid:part>2</pdfaid:part>"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %s in %.3000s", want, text)
		}
	}
	for _, not := range []string{"CreationDate", "ModDate", "(D:"} {
		if strings.Contains(text, not) {
			t.Errorf("the file tells when it was made: %s", not)
		}
	}
	d.Language = "en) /OpenAction (x"
	if !strings.Contains(readable(t, file(t, d)), `/Lang (en\) /OpenAction \(x)`) {
		t.Error("a language can write into the catalog")
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
	for text, want := range map[string]string{"a": "a", "\u00A0": " ", "\u202F": " ", "🚀": "🚀", "\uE001": "\uFFFD", "\U000F0001": "\uFFFD", "語": "語", "e\u0301": "e\u0301"} {
		if got := printed(text); got != want {
			t.Errorf("%q is printed %q, want %q", text, got, want)
		}
	}
}

// written is the text of every line of a document, as its codes have it.
func written(d *layout.Document) []string {
	f := pdfPainter{painter: NewPainter(fonts.NewSet()), doc: d, tags: newTags(d), places: make(map[int]place)}
	f.paint()
	var lines []string
	var font *pdfFont
	for _, page := range f.pages {
		for _, object := range regexp.MustCompile(`(?s)\bBT\b.*?\bET\b`).FindAll(page.content, -1) {
			var line strings.Builder
			for _, m := range regexp.MustCompile(`(/F\d+) \S+ Tf|\[(.*?)\] TJ`).FindAllSubmatch(object, -1) {
				if len(m[1]) > 0 {
					font = f.fonts[slices.IndexFunc(f.fonts, func(p *pdfFont) bool { return p.name == string(m[1]) })]
				}
				for _, hex := range regexp.MustCompile(`<([0-9A-F]+)>`).FindAllSubmatch(m[2], -1) {
					for i := 0; i+4 <= len(hex[1]); i += 4 {
						code, _ := strconv.ParseUint(string(hex[1][i:i+4]), 16, 16)
						line.WriteString(font.Text(uint16(code)))
					}
				}
			}
			lines = append(lines, line.String())
		}
	}
	return lines
}

// Readers that do not look at places need real spaces: between what is left
// and right, between a bullet and its text, and at a line's end.
func TestPDFSpaces(t *testing.T) {
	span := func(text string) []outline.Span { return []outline.Span{{Text: text, Address: "/work/0"}} }
	d := layout.Layout([]outline.Block{
		{Kind: outline.Entry, Address: "/work/0", Parts: []outline.Part{{Role: outline.Title, Spans: span("Baker")}, {Role: outline.Dates, Spans: span("2019 – 2021")}}},
		{Kind: outline.Bullet, Address: "/work/0", Parts: []outline.Part{{Spans: span("To\u00A0knead 語🚀 AV")}}},
	}, design.Default(), fonts.NewSet())
	got := strings.Join(written(d), "|")
	want := "Baker 2019 – 2021 |• To knead 語 AV " // without the picture, which no font has
	if got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

// What a screen reader is told of a page.
func TestPDFStructure(t *testing.T) {
	span := func(at resume.Address, text string) []outline.Span { return []outline.Span{{Text: text, Address: at}} }
	link := span("/work/0/name", "Mill")
	link[0].Link = "https://mill.example/"
	long := strings.Repeat("kneading and proving by hand ", 600)
	d := layout.Layout([]outline.Block{
		{Kind: outline.Name, Address: "/basics/name", Parts: []outline.Part{{Spans: span("/basics/name", "Jo")}}},
		{Kind: outline.Heading, Address: "/work", Parts: []outline.Part{{Spans: span("/work", "Work")}}},
		{Kind: outline.Entry, Address: "/work/0", Parts: []outline.Part{{Role: outline.Title, Spans: span("/work/0/position", "Baker")},
			{Role: outline.Dates, Spans: span("/work/0/startDate", "2019")}, {Role: outline.Organization, Spans: link}}},
		{Kind: outline.Bullet, Address: "/work/0/highlights/0", Parts: []outline.Part{{Spans: span("/work/0/highlights/0", "Bread")}}},
		{Kind: outline.Bullet, Address: "/work/0/highlights/1", Parts: []outline.Part{{Spans: span("/work/0/highlights/1", long)}}},
		{Kind: outline.Paragraph, Address: "/work/0/summary", Parts: []outline.Part{{Spans: span("/work/0/summary", "End")}}},
	}, design.Default(), fonts.NewSet())
	if len(d.Pages) < 2 {
		t.Fatal("one page")
	}
	f := pdfPainter{painter: NewPainter(fonts.NewSet()), doc: d, tags: newTags(d), places: make(map[int]place)}
	f.paint()
	want := "Document(H1(.) Sect(H2(.) H3(.) P(. Link(. @)) L(LI(Lbl(.) LBody(.)) LI(Lbl(.) LBody(.))) P(.)))"
	if got := f.tags.root.String(); got != want {
		t.Errorf("structure\n%s, want\n%s", got, want)
	}
	if got := f.tags.pagesOf(f.tags.root); len(got) != len(d.Pages) {
		t.Errorf("content of the pages %v of %d", got, len(d.Pages))
	}
}

// String is the structure in one line: a dot is content, @ an annotation.
func (e *element) String() string {
	var kids []string
	for _, k := range e.kids {
		switch s := "."; {
		case k.child != nil:
			kids = append(kids, k.child.String())
		case k.annotation > 0:
			kids = append(kids, "@")
		case len(kids) == 0 || kids[len(kids)-1] != s: // content of many lines is one dot
			kids = append(kids, s)
		}
	}
	return e.kind + "(" + strings.Join(kids, " ") + ")"
}

// pagesOf are the pages that an element has content on.
func (t *tags) pagesOf(e *element) []int {
	var pages []int
	for _, k := range e.kids {
		if k.child != nil {
			pages = append(pages, t.pagesOf(k.child)...)
		} else {
			pages = append(pages, k.page)
		}
	}
	slices.Sort(pages)
	return slices.Compact(pages)
}
