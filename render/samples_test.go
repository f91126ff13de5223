package render

import (
	"testing"

	"resumax/render/design"
	"resumax/role"
)

// The sample of every role fills a page, and no more than one.
func TestEverySampleFillsOnePage(t *testing.T) {
	for _, p := range role.All() {
		r := p.Sample().Resume()
		doc := Typeset(r, OptionsFor(r, design.All()))
		if len(doc.Pages) != 1 || len(doc.Problems) > 0 {
			t.Errorf("%s: %d pages, %v", p.ID, len(doc.Pages), doc.Problems)
			continue
		}
		page, lowest := doc.Pages[0], 0.0
		for _, i := range page.Items {
			lowest = max(lowest, i.Rect.Y+i.Rect.H)
		}
		if lowest < 0.7*page.Height {
			t.Errorf("%s: the page is filled to %.0f %%", p.ID, 100*lowest/page.Height)
		}
	}
}
