package render

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
)

// origin is where a glyph stands, in points from the page's foot.
type origin struct{ x, y, size float64 }

// origins are those of a page's glyphs, but for spaces: the file has more of
// them than the page.
func origins(p *layout.Page) []origin {
	var all []origin
	for _, i := range p.Items {
		if i.Kind != layout.Text {
			continue
		}
		for _, g := range i.Run.Glyphs {
			switch i.Run.Text[g.From:g.To] {
			case " ", "\u00A0", "\u202F":
			default:
				all = append(all, origin{i.Rect.X + g.X, p.Height - i.Baseline + g.Y, i.Run.Size})
			}
		}
	}
	return all
}

// traced are the origins of a PDF's glyphs, page by page, as MuPDF draws them.
func traced(t *testing.T, pdf []byte) [][]origin {
	t.Helper()
	path := filepath.Join(t.TempDir(), "page.pdf")
	if err := os.WriteFile(path, pdf, 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command("mutool", "trace", path).Output()
	if err != nil {
		t.Fatal("mutool:", err)
	}
	var pages [][]origin
	d := xml.NewDecoder(bytes.NewReader(out))
	for {
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return pages
		}
		if err != nil {
			t.Fatal(err)
		}
		start, ok := token.(xml.StartElement)
		switch {
		case !ok:
		case start.Name.Local == "page":
			pages = append(pages, nil)
		case start.Name.Local == "g":
			var g struct {
				Unicode string  `xml:"unicode,attr"`
				X       float64 `xml:"x,attr"`
				Y       float64 `xml:"y,attr"`
			}
			if err := d.DecodeElement(&g, &start); err != nil {
				t.Fatal(err)
			}
			if g.Unicode != " " {
				n := len(pages) - 1
				pages[n] = append(pages[n], origin{x: g.X, y: g.Y})
			}
		}
	}
}

// strays counts the glyphs that do not stand where they should. A file's moves
// are whole thousandths of the type size, so that half of one is no fault.
func strays(want, got []origin) int {
	n := 0
	for i := range want {
		if i >= len(got) || math.Hypot(want[i].x-got[i].x, want[i].y-got[i].y) > max(0.01, want[i].size*0.0007) {
			n++
		}
	}
	return n + max(0, len(got)-len(want))
}

// The preview and the print must be the same page: every glyph of the display
// list, from which the preview is painted, must stand in the PDF where it is
// there.
func TestGlyphsOfThePDFStandWhereTheyShould(t *testing.T) {
	for _, d := range design.All() {
		doc := Typeset(fixture(t, "two-pages").Resume(), Options{Design: d})
		pages := traced(t, pdfOf(t, doc))
		if len(pages) != len(doc.Pages) {
			t.Fatalf("%s: %d pages, want %d", d.ID, len(pages), len(doc.Pages))
		}
		glyphs := 0
		for n := range pages {
			want := origins(&doc.Pages[n])
			glyphs += len(want)
			if s := strays(want, pages[n]); s > 0 {
				t.Errorf("%s: %d of %d glyphs of page %d stand elsewhere", d.ID, s, len(want), n+1)
			}
		}
		if glyphs < 3000 {
			t.Errorf("%s: %d glyphs", d.ID, glyphs)
		}
	}
}

// The comparison must see a glyph that stands a tenth of a point beside its
// place, or not at all.
func TestStraysAreSeen(t *testing.T) {
	page := &Typeset(fixture(t, "two-pages").Resume(), Options{}).Pages[0]
	want, moved := origins(page), origins(page)
	moved[100].x += 0.1
	moved[200].y -= 0.1
	if strays(want, want) != 0 || strays(want, moved) != 2 || strays(want, want[:len(want)-1]) != 1 || strays(want[1:], want) < 1 {
		t.Error("strays are not seen")
	}
}
