package ats

import (
	"bytes"
	"context"
	"testing"

	"resumax/exchange/fieldtest"
	"resumax/exchange/structure"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/fonts/fontstest"
	"resumax/role"
)

// What stands in the fields of a resume comes back from its pages, whatever the design. Each
// sample is read in some of the designs, and each design shows many of the samples.
func TestFieldsOfEveryDesign(t *testing.T) {
	r := reader(t)
	all := fieldtest.NewTally()
	const least, every = 0.98, 4
	for n, d := range design.All() {
		tally := fieldtest.NewTally()
		for i, p := range role.All() {
			if (i+n)%every != 0 {
				continue
			}
			sample := p.Sample()
			var file bytes.Buffer
			doc := render.Typeset(sample.Resume(), render.Options{Design: d, Page: design.A4, Fonts: fontstest.Library(t)})
			if err := render.PDF(&file, doc); err != nil {
				t.Fatal(err)
			}
			pages, err := r.Read(context.Background(), file.Bytes())
			if err != nil {
				t.Fatal(err)
			}
			got := structure.Of(structure.InReadingOrder(pages))
			tally.Add(d.ID+" "+p.ID, sample, got.Document)
			all.Add(d.ID+" "+p.ID, sample, got.Document)
		}
		if t.Logf("%s: %s", d.ID, tally); tally.Share() < least {
			t.Errorf("%s: %.3f of the fields came back: %s", d.ID, tally.Share(), tally.Missing)
		}
	}
	t.Logf("all: %s", all)
}
