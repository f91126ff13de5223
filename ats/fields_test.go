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

// What stands in the fields of a resume comes back from its pages, whatever the design.
func TestFieldsOfEveryDesign(t *testing.T) {
	r := reader(t)
	all := fieldtest.NewTally()
	for _, d := range design.All() {
		tally := fieldtest.NewTally()
		for _, p := range role.All() {
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
		t.Logf("%s: %s", d.ID, tally)
	}
	t.Logf("all: %s", all)
	for i, m := range all.Missing {
		if i%max(1, len(all.Missing)/60) == 0 {
			t.Log("missing", m)
		}
	}
	for i, m := range all.Extra {
		if i%max(1, len(all.Extra)/40) == 0 {
			t.Log("extra", m)
		}
	}
}
