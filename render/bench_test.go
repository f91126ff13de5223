package render

import (
	"fmt"
	"io"
	"testing"

	"resumax/render/design"
	"resumax/render/layout"
)

// BenchmarkTypeset sets a resume of two pages from nothing but loaded fonts.
func BenchmarkTypeset(b *testing.B) {
	r := fixture(b, "two-pages").Resume()
	o := Setup{Designs: design.All()}.Options(r)
	b.ReportAllocs()
	for b.Loop() {
		Typeset(r, o)
	}
}

// BenchmarkKeystroke sets a resume of two pages again after one bullet has
// changed.
func BenchmarkKeystroke(b *testing.B) {
	r := fixture(b, "two-pages").Resume()
	o := Setup{Designs: design.All()}.Options(r)
	t := NewTypesetter()
	bullet := &r.Work[0].Highlights[0]
	text, n := bullet.Text, 0
	b.ReportAllocs()
	for b.Loop() {
		n++
		bullet.Text = fmt.Sprintf("%s %d", text, n)
		t.Typeset(r, o)
	}
}

// BenchmarkKeystrokeHundredPages does so in a very long resume.
func BenchmarkKeystrokeHundredPages(b *testing.B) {
	r := long(b)
	o := Setup{Designs: design.All()}.Options(r)
	t := NewTypesetter()
	bullet := &r.Work[0].Highlights[0]
	text, n := bullet.Text, 0
	var d *layout.Document
	b.ReportAllocs()
	for b.Loop() {
		n++
		bullet.Text = fmt.Sprintf("%s %d", text, n)
		d = t.Typeset(r, o)
	}
	b.ReportMetric(float64(len(d.Pages)), "pages")
}

// BenchmarkPicture draws one page at 192 dpi into the same picture.
func BenchmarkPicture(b *testing.B) {
	r := fixture(b, "two-pages").Resume()
	t := NewTypesetter()
	d := t.Typeset(r, Setup{Designs: design.All()}.Options(r))
	img := t.Picture(d, 0, 192.0/72, nil)
	b.ReportAllocs()
	for b.Loop() {
		img = t.Picture(d, 0, 192.0/72, img)
	}
}

// BenchmarkPictureCold draws it without any shape in store.
func BenchmarkPictureCold(b *testing.B) {
	r := fixture(b, "two-pages").Resume()
	d := Typeset(r, Setup{Designs: design.All()}.Options(r))
	b.ReportAllocs()
	for b.Loop() {
		Picture(d, 0, 192.0/72)
	}
}

// BenchmarkPDF writes a resume of two pages with what was kept from before.
func BenchmarkPDF(b *testing.B) {
	r, t := fixture(b, "two-pages").Resume(), NewTypesetter()
	d := t.Typeset(r, Setup{Designs: design.All()}.Options(r))
	b.ReportAllocs()
	for b.Loop() {
		if err := t.PDF(io.Discard, d, nil); err != nil {
			b.Fatal(err)
		}
	}
}
