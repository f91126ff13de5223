package layout

import (
	"testing"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
)

func TestDrawn(t *testing.T) {
	for text, want := range map[string]string{
		"the planner's teams' work":  "the planner’s teams’ work",
		"don't, we're, O'Hara":       "don’t, we’re, O’Hara",
		"the '90s and the 1990's":    "the ’90s and the 1990’s",
		"'quoted'":                   "'quoted'",
		"6' 2\" and 5'":              "6' 2\" and 5'",
		"rock 'n' roll":              "rock 'n' roll",
		"'to quote' a team's teams'": "'to quote' a team’s teams’",
		"’typed’ as it should be":    "’typed’ as it should be",
		"":                           "",
	} {
		if got := string(drawn([]rune(text))); got != want {
			t.Errorf("%q is drawn as %q, want %q", text, got, want)
		}
	}
}

// The page shows a printed apostrophe, and its text has the one that was typed.
func TestApostrophesStayAsTyped(t *testing.T) {
	doc := Layout([]outline.Block{{Kind: outline.Paragraph, Parts: []outline.Part{{Spans: []outline.Span{{Text: "It's"}}}}}}, design.Default(), fonts.NewSet())
	for _, item := range doc.Pages[0].Items {
		if item.Run == nil {
			continue
		}
		want, _ := item.Run.Face.Glyph('’')
		if item.Run.Text != "It's" || item.Run.Glyphs[2].ID != want || item.Run.Text[item.Run.Glyphs[2].From:item.Run.Glyphs[2].To] != "'" {
			t.Errorf("%q with glyph %d, want %d", item.Run.Text, item.Run.Glyphs[2].ID, want)
		}
		return
	}
	t.Error("there is no text")
}
