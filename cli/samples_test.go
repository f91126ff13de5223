package cli

import (
	"path/filepath"
	"testing"

	"resumax/render"
	"resumax/render/design"
	"resumax/role"
	"resumax/storage/file"
)

// Every role's sample becomes a file that is valid, scores well for its role,
// carries no warning but that it is a sample, and fills one page, no more.
func TestEverySampleFillsOnePage(t *testing.T) {
	for _, p := range role.All() {
		path := filepath.Join(t.TempDir(), p.ID+".json")
		run("new", "--role", p.ID, "--sample", "-o", path).done(t)
		f, err := file.Load(path)
		if err != nil || len(f.Problems) > 0 {
			t.Errorf("%s: %v, %v", p.ID, err, f.Problems)
			continue
		}
		if got := scored(t, "score", path, "--today", "2026-06-01"); got.Role != p.ID || got.Score < 88 {
			t.Errorf("%s scores %.1f for %s", p.ID, got.Score, got.Role)
		}
		r := f.Document.Resume()
		doc := render.Typeset(r, render.Setup{Designs: design.All()}.Options(r))
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

// Designs hold alike: what fills one page in the default design fits one in each,
// so that a change of the design leaves nothing on a second page.
func TestEverySampleFitsOnePageInEveryDesign(t *testing.T) {
	ts := render.NewTypesetter()
	for _, p := range role.All() {
		r := p.Sample().Resume()
		options := render.Setup{Designs: design.All()}.Options(r)
		for _, options.Design = range design.All() {
			if n := len(ts.Typeset(r, options).Pages); n != 1 {
				t.Errorf("%s in %s has %d pages", p.ID, options.Design.Name, n)
			}
		}
	}
}
