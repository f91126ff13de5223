package pdftext

import (
	"strings"
	"testing"
	"unicode"
)

// Whatever characters PDFium finds, and wherever, none is lost or made up.
func FuzzWords(f *testing.F) {
	f.Add("Ada Example", 5.0, 10.0, 400)
	f.Add("a\u0002\nb\ufffec", -3.0, 0.0, 700)
	f.Add("שלום 12 م", 1e9, -1.0, 0)
	f.Fuzz(func(t *testing.T, text string, step, size float64, weight int) {
		var chars []char
		var want strings.Builder
		x := 0.0
		for _, r := range text {
			chars = append(chars, char{text: string(r), box: Box{x, 0, x + step, size}, size: size, font: text, weight: weight})
			x += step
			switch {
			case r == '\u0002' || r == '\ufffe': // hyphens at ends of lines
				want.WriteByte('-')
			case !unicode.IsSpace(r):
				want.WriteRune(r)
			}
		}
		var got strings.Builder
		for _, w := range words(chars) {
			if w.Text == "" {
				t.Fatal("a word without text")
			}
			got.WriteString(w.Text)
		}
		if got.String() != want.String() {
			t.Fatalf("%q, want %q", got.String(), want.String())
		}
	})
}
