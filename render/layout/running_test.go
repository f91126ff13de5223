package layout

import (
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
)

func TestPagesAreNumbered(t *testing.T) {
	s := NewTypesetter(fonts.NewSet())
	for _, d := range design.All() {
		blocks := append([]outline.Block{block(outline.Name, "/basics/name", "Ada Example")}, points(120)...)
		plain := s.Layout(Job{Blocks: blocks, Design: d})
		numbered := s.Layout(Job{Blocks: blocks, Design: d, Numbers: true})
		if len(plain.Pages) < 2 || len(numbered.Pages) != len(plain.Pages) {
			t.Fatalf("%s: %d pages, numbered %d", d.ID, len(plain.Pages), len(numbered.Pages))
		}
		for n := range numbered.Pages {
			items := numbered.Pages[n].Items
			var running []Item
			for _, i := range items {
				if i.Block == outline.Running {
					running = append(running, i)
				}
			}
			if n == 0 {
				if len(running) > 0 {
					t.Errorf("%s: the first page is numbered", d.ID)
				}
				continue
			}
			if len(running) == 0 || items[len(items)-1].Block != outline.Running {
				t.Fatalf("%s: page %d is not numbered at its end", d.ID, n+1)
			}
			for _, i := range running {
				if i.Address != "" || i.Rect.Y < 0 || i.Rect.Y+i.Rect.H > items[0].Rect.Y+1e-6 || i.Rect.X < 0 || i.Rect.X+i.Rect.W > numbered.Pages[n].Width {
					t.Errorf("%s: page %d: %s", d.ID, n+1, i.String())
				}
			}
		}
	}
	if one := s.Layout(Job{Blocks: points(1), Design: design.Default(), Numbers: true}); len(one.Pages[0].Items) != len(s.Layout(Job{Blocks: points(1), Design: design.Default()}).Pages[0].Items) {
		t.Error("a single page is numbered")
	}
}
