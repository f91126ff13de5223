package render

import (
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"resumax/render/design"
	"resumax/render/fonts/fontstest"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/resume"
)

// marked is a sample with inline marks, spaces, decomposed characters and quotes.
func marked(t *testing.T) resume.Document {
	d := fixture(t, "two-pages")
	for a, text := range map[resume.Address]string{
		"/work/0/highlights/0": "Led  **nine *engineers*** and [the design guide](https://example.org/the-design-guide) that the teams' APIs \"follow\", which took 5\\*3 weeks",
		"/work/0/highlights/1": "cafe\u0301 efficiency of sub\u00ADscriptions internationalization characteristically incomprehensible responsibilities notwithstanding counterproductive",
		"/basics/summary":      "One paragraph.\n• A **bullet** in it\n• Another\n\nThe end of it.",
		"/basics/label":        "Nurse * Teacher",
	} {
		next, err := d.Set(a, resume.Text(text))
		if err != nil {
			t.Fatal(err)
		}
		d = next
	}
	return d
}

// Where a glyph is clicked, the resume's text has that very character.
func TestClickFindsTheCharacter(t *testing.T) {
	documents := map[string]resume.Document{"marked": marked(t)}
	for _, name := range []string{"two-pages", "arabic", "hebrew", "chinese", "japanese"} {
		documents[name] = fixture(t, name)
	}
	for name, d := range documents {
		for _, style := range design.All() {
			r := d.Resume()
			r.Meta.Design = style.ID
			options := Setup{Designs: design.All()}.Options(r)
			options.Fonts = fontstest.Library(t)
			set := Typeset(r, options)
			clicked, missed := 0, 0
			for page := range set.Pages {
				for _, item := range set.Pages[page].Items {
					source := d.TextAt(item.Address)
					if item.Kind != layout.Text || item.Address == "" || source == "" || item.Role == outline.Dates || item.Block == outline.Heading {
						continue
					}
					for i, g := range item.Run.Glyphs {
						shown := item.Run.Text[g.From:g.To]
						if strings.TrimSpace(shown) == "" || item.Run.Hyphenated(i) || !strings.Contains(folded(source), folded(shown)) { // the design's own
							continue
						}
						clicked++
						at, ok := set.CaretAt(page, item.Rect.X+start(item.Run, i), item.Rect.Y+item.Rect.H/2)
						offset := outline.SourceOffset(source, at.Text, at.At)
						if !ok || at.Address != item.Address || !strings.HasPrefix(folded(source[offset:]), folded(shown)) {
							if missed++; missed < 4 {
								t.Errorf("%s in %s: %q of %q at %s is at %d of %q", name, style.ID, shown, item.Run.Text, item.Address, offset, source)
							}
						}
					}
				}
			}
			if clicked < 100 || missed > 0 {
				t.Errorf("%s in %s: %d of %d glyphs missed", name, style.ID, missed, clicked)
			}
		}
	}
}

// start is a place within a glyph, near where its text begins.
func start(r *layout.Run, i int) float64 {
	end := r.Width
	for _, g := range r.Glyphs[i+1:] {
		if g.From != g.To || g.From == len(r.Text) {
			end = g.X
			break
		}
	}
	from := r.Glyphs[i].X
	near := (end - from) / 10
	if r.RTL {
		return end - near
	}
	return from + near
}

// folded is a text without regard to case and composition, and without soft hyphens.
func folded(text string) string {
	return strings.ToUpper(norm.NFKD.String(strings.Map(func(r rune) rune {
		if r == '\u00AD' || unicode.IsSpace(r) {
			return -1
		}
		return r
	}, text)))
}
