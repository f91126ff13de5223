package importer

import (
	"fmt"
	"testing"

	"fyne.io/fyne/v2"

	"resumax/exchange/pdftext/pdftexttest"
	"resumax/widgets"
	"resumax/widgets/picturetest"
)

// A step in the review of a file far longer than a resume, and taking it back.
func BenchmarkStepInLongFile(bench *testing.B) {
	b := newBench(bench, widgets.Light, 1400, 900)
	for i := range 40 {
		lines := []string{"*Ada Example*", "ada@example.org"}
		if i == 0 {
			lines = append(lines, "/*Experience*")
		}
		for k := range 4 {
			lines = append(lines, fmt.Sprintf("*Ward nurse %d* Jan 2019 – Present", i*10+k), fmt.Sprintf("Harbour Hospital %d", i))
			for n := range 7 {
				lines = append(lines, fmt.Sprintf("• Cut falls %d.%d.%d by half in a long year of rounds.", i, k, n))
			}
		}
		b.reader.pages = append(b.reader.pages, pdftexttest.Page(lines...)...)
	}
	b.im.Open(b.file("ada.pdf", "%PDF-1.7\n..."), nil)
	picturetest.Settle(b.shell.Window)
	s := b.im.screen
	if n := len(s.sheet.order); n < 1500 {
		bench.Fatalf("%d fields", n)
	}
	s.sheet.focus("/work/20/highlights/3")
	for bench.Loop() {
		b.key(fyne.KeyDelete)
		b.im.Undo()
	}
}
