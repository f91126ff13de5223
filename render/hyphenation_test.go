package render

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
)

// hyphenating is a design that justifies its text and breaks words, with lines
// so short that it has to.
func hyphenating() *design.Design {
	d := *design.Default()
	d.Paragraph.Hyphenate, d.Paragraph.Hang = true, true
	d.Style.Body.Align, d.Page.Left, d.Page.Right = "justify", 55, 55
	return &d
}

// hyphens are how many lines of a document break a word.
func hyphens(d *layout.Document) int {
	n := 0
	for _, p := range d.Pages {
		for _, i := range p.Items {
			if i.Kind == layout.Text && i.Run.Hyphen {
				n++
			}
		}
	}
	return n
}

// Readers get broken words back whole: pdftotext joins them by itself, and where
// it gives the text line by line, whoever takes the hyphen and the line's end away.
func TestBrokenWordsReadBack(t *testing.T) {
	all := 0
	for _, sample := range []string{"two-pages", "academic", "junior", "latin-greek-cyrillic"} {
		d := hyphenating()
		doc := Typeset(samples(t)[sample], Options{Design: d})
		all += hyphens(doc)
		var pdf bytes.Buffer
		if err := PDF(&pdf, doc); err != nil {
			t.Fatal(err)
		}
		s := sheet{name: sample + ", broken", sample: sample, design: d, doc: doc, file: filepath.Join(t.TempDir(), "resume.pdf"), size: pdf.Len()}
		if err := os.WriteFile(s.file, pdf.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
		s.reads(t, "pdftotext", s.tool(t, "pdftotext", "-nopgbrk", s.file, "-"))
		s.reads(t, "pdftotext -raw", strings.ReplaceAll(s.tool(t, "pdftotext", "-nopgbrk", "-raw", s.file, "-"), "-\n", ""))
	}
	if all < 10 {
		t.Errorf("%d words are broken", all)
	}
}
