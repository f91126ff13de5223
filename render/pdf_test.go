package render

import (
	"bytes"
	"encoding/xml"
	"image"
	"image/png"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/resume"
)

// poppler runs one of poppler's tools on a PDF, which stands for FILE among the
// arguments, and returns what it prints.
func poppler(t *testing.T, pdf []byte, tool string, arguments ...string) []byte {
	t.Helper()
	file := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(file, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := exec.LookPath(tool); err != nil {
		t.Fatalf("%s is not installed (Debian's poppler-utils); make deps installs it", tool)
	}
	if i := slices.Index(arguments, "FILE"); i >= 0 {
		arguments[i] = file
	}
	c := exec.Command(tool, arguments...)
	var errors bytes.Buffer
	c.Stderr = &errors
	out, err := c.Output()
	if err != nil || errors.Len() > 0 {
		t.Fatalf("%s: %v: %s", tool, err, &errors)
	}
	return out
}

func pdfOf(t *testing.T, d *layout.Document) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := PDF(&b, d); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// readable is a resume in scripts that a left-to-right reader and the shipped
// fonts can cope with, with everything that has made text hard to extract
// elsewhere.
const readable = `{
  "basics": {"name": "Zoë Łukasiewicz", "label": "Ingénieure – logiciels", "email": "zoe@example.example", "phone": "+48 22 555 01 23",
    "summary": "Office efficiency: first-class verification of affluent fjords. Ελληνικά και Русский текст. **Bold**ly *italic* [linked](https://x.example) words. AV To WA.",
    "location": {"city": "Łódź"}, "url": "https://zoe.example"},
  "work": [
    {"name": "Ärzte & Söhne", "position": "Lead", "startDate": "2020-02", "location": "Köln",
     "highlights": ["Cut costs by 35% (from €120,000 to €78,000) — in 2021/22", "Kept 99.99% availability; p95 under 120 ms", "語学 and 🚀 stay in the text"]},
    {"name": "Ärzte & Söhne", "position": "Engineer", "startDate": "2018-02", "endDate": "2020-01", "highlights": ["Wrote C++, C# and Node.js"]}],
  "skills": [{"name": "Languages", "keywords": ["Go", "C++", ".NET"]}]
}`

// Every word of the outline must be in the text that a reader takes from the
// PDF, whole, and in order, in whatever design.
func TestTextOfThePDF(t *testing.T) {
	documents := map[string]resume.Document{"two-pages": fixture(t, "two-pages"), "readable": parse(t, []byte(readable))}
	for name, document := range documents {
		r := document.Resume()
		for i, d := range design.All() {
			page := []design.PageSize{design.A4, design.Letter}[i%2]
			doc := Typeset(r, Options{Design: d, Page: page})
			text := string(poppler(t, pdfOf(t, doc), "pdftotext", "-raw", "FILE", "-"))
			got := strings.Fields(text)
			at := 0
			for _, want := range outlineWords(doc, d) {
				found := at
				for found < len(got) && strings.Trim(got[found], signs) != want {
					found++
				}
				if found == len(got) {
					t.Fatalf("%s, %s: %q is not behind %q in:\n%s", name, d.ID, want, got[max(0, at-1)], text)
				}
				at = found + 1
			}
			for _, r := range text {
				if 0xFB00 <= r && r <= 0xFB06 || r == 0xAD || 0xE000 <= r && r <= 0xF8FF {
					t.Errorf("%s: the text holds %U", name, r)
				}
			}
		}
	}
}

// signs are those that designs and lists put around words.
const signs = "•·–|,:"

// outlineWords are the words that a page shows, without the signs around them.
func outlineWords(doc *layout.Document, d *design.Design) []string {
	var words []string
	for _, b := range doc.Blocks {
		for _, p := range b.Parts {
			text := p.Text()
			if b.Kind == outline.Heading && d.Style.Heading.Capitals {
				text = strings.ToUpper(text)
			}
			for _, w := range strings.Fields(text) {
				if w = strings.Trim(w, signs); w != "" {
					words = append(words, w)
				}
			}
		}
	}
	return words
}

// The words of the PDF must stand where the display list has them.
func TestWordsOfThePDFStandWhereTheyShould(t *testing.T) {
	doc := Typeset(fixture(t, "two-pages").Resume(), Options{})
	var found struct {
		Pages []struct {
			Words []struct {
				X    float64 `xml:"xMin,attr"`
				Y    float64 `xml:"yMin,attr"`
				Max  float64 `xml:"yMax,attr"`
				Text string  `xml:",chardata"`
			} `xml:"word"`
		} `xml:"body>doc>page"`
	}
	out := poppler(t, pdfOf(t, doc), "pdftotext", "-bbox", "FILE", "-")
	if err := xml.Unmarshal(out, &found); err != nil {
		t.Fatal(err)
	}
	if len(found.Pages) != len(doc.Pages) {
		t.Fatalf("%d pages, want %d", len(found.Pages), len(doc.Pages))
	}
	words := 0
	for n, page := range found.Pages {
		for _, w := range page.Words {
			words++
			if !startsAt(&doc.Pages[n], w.X, (w.Y+w.Max)/2) {
				t.Errorf("page %d: no glyph starts %q at %.2f, %.2f", n, w.Text, w.X, w.Y)
			}
		}
	}
	if words < 500 {
		t.Errorf("%d words", words)
	}
}

// startsAt reports whether a glyph stands at x in a line of text around y.
func startsAt(p *layout.Page, x, y float64) bool {
	for _, i := range p.Items {
		if i.Kind != layout.Text || y < i.Rect.Y || y > i.Rect.Y+i.Rect.H {
			continue
		}
		for _, g := range i.Run.Glyphs {
			if math.Abs(i.Rect.X+g.X-x) < 0.02 {
				return true
			}
		}
	}
	return false
}

// The picture and the PDF must be the same page. Two renderers smooth edges
// differently, so the pictures are compared as coarse grays: a word, rule or
// photo in another location fails, another smoothing does not.
func TestPictureIsThePDF(t *testing.T) {
	for _, name := range []string{"two-pages", "photo"} {
		document := fixture(t, "two-pages")
		if name == "photo" {
			document = withPhoto(t, document)
		}
		doc := Typeset(document.Resume(), Options{})
		theirs, err := png.Decode(bytes.NewReader(poppler(t, pdfOf(t, doc), "pdftoppm", "-r", "72", "-png", "-f", "1", "-singlefile", "FILE")))
		if err != nil {
			t.Fatal(err)
		}
		ours := Picture(doc, 0, 1)
		// poppler rounds a page's size up.
		if size := theirs.Bounds().Size(); size.X < ours.Rect.Dx() || size.X > ours.Rect.Dx()+1 || size.Y < ours.Rect.Dy() || size.Y > ours.Rect.Dy()+1 {
			t.Fatalf("%s: %v, the PDF %v", name, ours.Rect, theirs.Bounds())
		}
		const tile, most = 6, 40.0 // pixels, of 255
		for y := 0; y+tile <= ours.Rect.Dy(); y += tile {
			for x := 0; x+tile <= ours.Rect.Dx(); x += tile {
				if d := math.Abs(gray(ours, x, y, tile) - gray(theirs, x, y, tile)); d > most {
					t.Errorf("%s: around %d,%d the picture differs by %.0f", name, x, y, d)
				}
			}
		}
	}
}

// gray is how light a tile of a picture is, from 0 to 255.
func gray(m image.Image, x, y, tile int) float64 {
	sum := 0.0
	for j := y; j < y+tile; j++ {
		for i := x; i < x+tile; i++ {
			r, g, b, _ := m.At(i, j).RGBA()
			sum += float64(r+g+b) / 3 / 257
		}
	}
	return sum / float64(tile*tile)
}

func TestPDFIsSmallAndItsFontsEmbedded(t *testing.T) {
	for _, d := range design.All() {
		pdf := pdfOf(t, Typeset(fixture(t, "two-pages").Resume(), Options{Design: d}))
		if len(pdf) > 100_000 {
			t.Errorf("%s: two pages are %d bytes", d.ID, len(pdf))
		}
		fonts := strings.Split(strings.TrimSpace(string(poppler(t, pdf, "pdffonts", "FILE"))), "\n")[2:]
		if len(fonts) < 2 {
			t.Errorf("%s: %d fonts", d.ID, len(fonts))
		}
		bold := false
		for _, f := range fonts {
			if !strings.Contains(f, "yes yes yes") {
				t.Errorf("%s: not embedded, cut down and mapped to Unicode: %s", d.ID, f)
			}
			bold = bold || strings.Contains(f, "-Bold")
		}
		if !bold {
			t.Errorf("%s: no font is named bold", d.ID)
		}
	}
}
