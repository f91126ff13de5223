package layout

import (
	"strings"
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
)

// What no font has is nowhere on the page, nor are traces of it, and it is named
// as one reads it.
func TestNoBoxOnThePage(t *testing.T) {
	for _, c := range []struct{ text, want, lost string }{
		{"Launched 🚀 it", "Launched it", "🚀"},
		{"🚀 Launched", "Launched", "🚀"},
		{"Launched 🚀", "Launched", "🚀"},
		{"Launched 🚀, and 🚀 sold", "Launched, and sold", "🚀"},
		{"a nurse 👩‍⚕️ here", "a nurse here", "👩‍⚕️"},
		{"waved 👋🏽 twice", "waved twice", "👋🏽"},
		{"the flags 🇺🇸🇩🇪 of both", "the flags of both", "🇺🇸 🇩🇪"},
		{"England 🏴󠁧󠁢󠁥󠁮󠁧󠁿.", "England.", "🏴󠁧󠁢󠁥󠁮󠁧󠁿"},
		{"step 1️⃣ done", "step 1 done", "1️⃣"},
		{"private \ue000 use", "private use", "\ue000"},
		{"©️ 2024", "© 2024", ""}, // a font has it, but not in color
		{"naïve – “quotes” … €", "naïve – “quotes” … €", ""},
	} {
		d := Layout([]outline.Block{block(outline.Paragraph, "/basics/summary", c.text)}, design.Default(), fonts.NewSet())
		var got []string
		for _, item := range d.Pages[0].Items {
			if item.Run.Missing {
				t.Errorf("%q: a box for %q", c.text, item.Run.Text)
			}
			got = append(got, item.Run.Text)
		}
		lost := ""
		for _, p := range d.Problems {
			lost += p.Unprinted
		}
		if strings.Join(got, "") != c.want || lost != c.lost || d.Blocks[0].Text("") != c.want {
			t.Errorf("%q: %q without %q, want %q without %q", c.text, strings.Join(got, ""), lost, c.want, c.lost)
		}
	}
}

// A point that is nothing but a picture is no point, and a heading over nothing none.
func TestNothingIsLeftOfPicturesAlone(t *testing.T) {
	d := Layout([]outline.Block{block(outline.Heading, "/interests", "Interests"), block(outline.Bullet, "/interests/0", "🚀 🚀"),
		block(outline.Heading, "/awards", "Awards"), block(outline.Bullet, "/awards/0", "🏆")}, design.Default(), fonts.NewSet())
	if len(d.Blocks) != 0 || len(d.Pages) != 1 || len(d.Pages[0].Items) != 0 || len(d.Problems) != 2 {
		t.Errorf("%v, %d items, %v", d.Blocks, len(d.Pages[0].Items), d.Problems)
	}
}
