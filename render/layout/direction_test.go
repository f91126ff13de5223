package layout

import (
	"math"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"resumax/render/bidi"
	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/outline"
)

// seen is what is in a line from left to right, character by character.
// Texts that run from right to left are turned, their characters not.
func seen(l line, flow bidi.Level) string {
	pieces := slices.Clone(l.pieces)
	slices.SortStableFunc(pieces, func(a, b piece) int {
		if flow == bidi.RightToLeft {
			a, b = b, a
		}
		switch {
		case a.x < b.x:
			return -1
		case a.x > b.x:
			return 1
		}
		return 0
	})
	var b strings.Builder
	for _, p := range pieces {
		for _, g := range p.run.Glyphs {
			b.WriteString(p.run.Text[g.From:g.To])
		}
	}
	return b.String()
}

func TestVisualOrderOfLines(t *testing.T) {
	for _, c := range []struct {
		texts []string // each a part of its own but for commas
		flow  bidi.Level
		want  string
	}{
		{[]string{"אבג דהו"}, bidi.RightToLeft, "והד גבא"},
		{[]string{"אבג Go דהו"}, bidi.RightToLeft, "והד Go גבא"},
		{[]string{"see אבג, then"}, bidi.LeftToRight, "see גבא, then"},
		{[]string{"אב 35% גד"}, bidi.RightToLeft, "דג 35% בא"},
		{[]string{"אב 2019 – 2021"}, bidi.RightToLeft, "2021 – 2019 בא"},
		{[]string{"plain"}, bidi.RightToLeft, "plain"},
		{[]string{"אב C++ ג, F#."}, bidi.RightToLeft, ".F# ,ג C++ בא"},
		{[]string{"אב + ג"}, bidi.RightToLeft, "ג + בא"},
		{[]string{"+972 3 555 0123"}, bidi.RightToLeft, "+972 3 555 0123"},
		{[]string{"אב", ", ", "C++", ", ", ".NET"}, bidi.RightToLeft, ".NET ,C++ ,בא"},
		{[]string{"C++", ", ", "אב (ג)", ", ", "b."}, bidi.LeftToRight, "C++, )ג( בא, b."},
	} {
		ts := newTestTypesetter()
		ts.flow = c.flow
		var texts []styled
		for i, text := range c.texts {
			part := i + 1
			if text == ", " {
				part = 0
			}
			texts = append(texts, styled{text: text, font: serif(10), part: part})
		}
		if got := seen(ts.single(texts), c.flow); got != c.want {
			t.Errorf("%q: %q, want %q", c.texts, got, c.want)
		}
	}
}

// A line starts at the right where the resume runs from there, and its pieces
// are next to each other without gaps.
func TestEveryCharacterStandsInItsLineOnce(t *testing.T) {
	word := rapid.StringOfN(rapid.SampledFrom([]rune("ab1.,()%+-אבגعمس٣語の「」。e\u0301ב\u05B4\u200F")), 1, 8, -1)
	ts := newTestTypesetter()
	rapid.Check(t, func(t *rapid.T) {
		ts.flow = bidi.Level(rapid.IntRange(0, 1).Draw(t, "flow"))
		var texts []styled
		want := ""
		for i := range rapid.IntRange(1, 4).Draw(t, "parts") {
			text := strings.Join(rapid.SliceOfN(word, 1, 12).Draw(t, "words"), " ")
			texts = append(texts, styled{text: text, font: serif(float64(9 + i%2)), part: i})
			want += text
		}
		got := ""
		for _, l := range ts.paragraph(texts, breaking{measure: rapid.Float64Range(40, 300).Draw(t, "measure"), rag: 30}) {
			pieces := slices.Clone(l.pieces)
			slices.SortFunc(pieces, func(a, b piece) int { return int(math.Copysign(1, a.x-b.x)) })
			x := 0.0
			for _, p := range pieces {
				if p.run.Width > 0 && math.Abs(p.x-x) > 1e-6 {
					t.Fatalf("%q stands at %.3f, not %.3f", p.run.Text, p.x, x)
				}
				x += p.run.Width
			}
			for _, p := range l.pieces {
				got += p.run.Text
				glyphsShow(t, p.run)
			}
		}
		if strip(got) != strip(want) {
			t.Fatalf("the lines say %q, the text %q", got, want)
		}
	})
}

func strip(s string) string { return strings.ReplaceAll(s, " ", "") }

// glyphsShow checks that a run's glyphs show each of its characters once, in the
// run's direction.
func glyphsShow(t *rapid.T, r *Run) {
	at := 0
	for i := range r.Glyphs {
		g := r.Glyphs[i]
		if r.RTL {
			g = r.Glyphs[len(r.Glyphs)-1-i]
		}
		if g.From != at && g.To != g.From || g.To < g.From || !utf8.ValidString(r.Text[g.From:g.To]) {
			t.Fatalf("glyphs of %q: %+v", r.Text, r.Glyphs)
		}
		at = max(at, g.To)
	}
	if at != len(r.Text) {
		t.Fatalf("glyphs of %q end at %d: %+v", r.Text, at, r.Glyphs)
	}
}

// A resume that runs from right to left is set as the mirror image of one that
// does not, letters apart.
func TestPagesAreTurned(t *testing.T) {
	for _, d := range design.All() {
		set := func(word string) *Document {
			title := outline.Part{Role: outline.Title, Spans: []outline.Span{{Text: word, Address: "/work/0/position"}}}
			when := outline.Part{Role: outline.Dates, Spans: []outline.Span{{Text: "2020", Address: "/work/0/startDate"}}}
			return NewTypesetter(fonts.NewSet()).Layout(Job{Design: d, Blocks: []outline.Block{
				block(outline.Name, "/basics/name", word),
				block(outline.Heading, "/work", word),
				{Kind: outline.Entry, Address: "/work/0", Parts: []outline.Part{title, when}},
				block(outline.Bullet, "/work/0/highlights/0", strings.Repeat(word+" ", 40)),
			}})
		}
		left, right := set("\U0001F680a"), set("\U0001F680א") // no face has either of the second
		edge := func(doc *Document, address string) (near, far float64) {
			near, far = math.Inf(1), math.Inf(-1)
			for _, i := range doc.Pages[0].Items {
				if string(i.Address) == address {
					near, far = min(near, i.Rect.X), max(far, i.Rect.X+i.Rect.W)
				}
			}
			return near, far
		}
		width := left.Pages[0].Width
		for _, address := range []string{"/work", "/work/0/position", "/work/0/highlights/0"} {
			from, _ := edge(left, address)
			_, until := edge(right, address)
			if d.Style.Heading.Align != "center" && math.Abs(from-(width-until)) > 0.01 {
				t.Errorf("%s: %s starts %.2f from the left, and %.2f from the right", d.ID, address, from, width-until)
			}
		}
		from, until := edge(left, "/work/0/startDate")
		turnedFrom, turnedUntil := edge(right, "/work/0/startDate")
		if math.Abs(from-(width-turnedUntil)) > 0.01 || math.Abs(until-(width-turnedFrom)) > 0.01 {
			t.Errorf("%s: dates stand from %.2f to %.2f, and turned from %.2f to %.2f", d.ID, from, until, turnedFrom, turnedUntil)
		}
		for _, i := range right.Pages[0].Items {
			if i.Kind != Text {
				continue
			}
			if at, ok := right.At(0, i.Rect.X+i.Rect.W/2, i.Rect.Y+i.Rect.H/2); i.Address != "" && (!ok || at != i.Address) {
				t.Errorf("%s: a click on %s leads to %s", d.ID, i.Address, at)
			}
		}
	}
}

// One block that runs the other way does not turn the page.
func TestBlocksAreTurned(t *testing.T) {
	doc := Layout([]outline.Block{
		block(outline.Bullet, "/work/0/highlights/0", "A point in English with many more letters."),
		block(outline.Bullet, "/work/0/highlights/1", "אבג"),
	}, design.Default(), fonts.NewSet())
	margin := design.Default().Page.Left * design.Millimeter
	right := doc.Pages[0].Width - design.Default().Page.Right*design.Millimeter - design.Default().Bullet.Indent
	for _, i := range doc.Pages[0].Items {
		switch i.Address {
		case "/work/0/highlights/0":
			if i.Rect.X > margin+30 {
				t.Errorf("the English point stands at %.2f", i.Rect.X)
			}
		case "/work/0/highlights/1":
			if math.Abs(i.Rect.X+i.Rect.W-right) > 0.01 || !i.Run.RTL {
				t.Errorf("the Hebrew point ends at %.2f, not %.2f", i.Rect.X+i.Rect.W, right)
			}
		}
	}
}
