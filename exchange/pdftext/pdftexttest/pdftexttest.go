// Package pdftexttest makes pages for tests of what reads them.
package pdftexttest

import (
	"strings"

	"resumax/exchange/pdftext"
)

// Page sets lines below each other, 12 points apart. Words between stars are
// bold; a line that begins with "/" stands 6 points lower.
func Page(lines ...string) []pdftext.Page {
	p := pdftext.Page{Width: 595, Height: 842}
	y := 40.0
	for _, text := range lines {
		y += 12
		if rest, ok := strings.CutPrefix(text, "/"); ok {
			y, text = y+6, rest
		}
		x, bold := 50.0, false
		for _, w := range strings.Fields(text) {
			opens, closes := strings.HasPrefix(w, "*"), strings.HasSuffix(w, "*")
			bold = bold || opens
			w = strings.Trim(w, "*")
			width := 5 * float64(len([]rune(w)))
			p.Words = append(p.Words, pdftext.Word{Text: w, Bold: bold, Size: 10, Baseline: y, Box: pdftext.Box{Left: x, Top: y - 7, Right: x + width, Bottom: y}})
			x += width + 3
			bold = bold && !closes
		}
	}
	return []pdftext.Page{p}
}
