package layout

import (
	"strings"
	"testing"

	"resumax/render/fonts"
)

func serif(size float64) typeface {
	return typeface{family: fonts.Families()[0], size: size}
}

func texts(lines []line) string {
	var all []string
	for _, l := range lines {
		var b strings.Builder
		for _, p := range l.pieces {
			b.WriteString(p.run.Text)
		}
		all = append(all, b.String())
	}
	return strings.Join(all, "|")
}

func newTestTypesetter() *Typesetter {
	t := NewTypesetter(fonts.NewSet())
	t.paragraphs.turn()
	return t
}

func TestWhereLinesEnd(t *testing.T) {
	for _, c := range []struct {
		text    string
		measure float64
		want    string
	}{
		{"", 50, ""},
		{"one", 50, "one"},
		{"our five-minute and/or job", 62, "our|five-minute|and/or job"},
		{"since Mar 2021 there", 45, "since|Mar 2021|there"},
		{"about 12 TB stored", 42, "about|12 TB|stored"},
		{"J. K. Doe wrote", 45, "J. K. Doe|wrote"},
		{"a\u00A0b\u00A0c d", 26, "a\u00A0b\u00A0c|d"},
		{"and serves 11 currencies", 75, "and serves|11 currencies"},
		{"and serves 11 and more of all", 75, "and serves 11|and more of all"},
		{"語学語学語学", 22, "語学語|学語学"},
		{"abcdefghijklmnopqrstuvwxyz", 40, "abcdefg|hijklmn|opqrstu|vwxyz"},
		{"site.example/some/long/path", 73, "site.example/|some/long/|path"},
		{"x 2019 – 2021", 50, "x 2019 –|2021"},
	} {
		ts := newTestTypesetter()
		got := texts(ts.paragraph([]styled{{text: c.text, font: serif(10)}}, breaking{measure: c.measure, rag: 30}))
		if got != c.want {
			t.Errorf("%q: %s, want %s", c.text, got, c.want)
		}
	}
}

func TestPiecesKeepTheirPlace(t *testing.T) {
	ts := newTestTypesetter()
	bold := serif(10)
	bold.bold = true
	lines := ts.paragraph([]styled{{text: "plain ", font: serif(10)}, {text: "bold", font: bold}, {text: " plain", font: serif(10)}}, breaking{measure: 500, rag: 30})
	if len(lines) != 1 || len(lines[0].pieces) != 3 {
		t.Fatalf("lines %+v", lines)
	}
	x := 0.0
	for i, p := range lines[0].pieces {
		if p.text != i || p.x < x-1e-9 || p.x > x+1e-9 {
			t.Errorf("piece %d: text %d at %.3f, want %.3f", i, p.text, p.x, x)
		}
		x += p.run.Width
		end := 0
		for _, g := range p.run.Glyphs {
			if g.From != end {
				t.Errorf("piece %d: a glyph starts at byte %d, want %d", i, g.From, end)
			}
			end = g.To
		}
		if end != len(p.run.Text) {
			t.Errorf("piece %d: glyphs end at byte %d of %q", i, end, p.run.Text)
		}
	}
	if face := lines[0].pieces[1].run.Face; !face.Bold {
		t.Errorf("bold text in %s", face.Name)
	}
}

func TestTracking(t *testing.T) {
	ts := newTestTypesetter()
	tracked := serif(10)
	tracked.tracking = 0.1
	plain, wide := ts.single([]styled{{text: "HEAD", font: serif(10)}}), ts.single([]styled{{text: "HEAD", font: tracked}})
	if got := wide.width - plain.width; got < 3.99 || got > 4.01 {
		t.Errorf("four letters tracked by a point each are %.3f wider", got)
	}
}

func TestParagraphsAreKeptForTwoLayouts(t *testing.T) {
	ts := newTestTypesetter()
	set := func() *Run {
		return ts.paragraph([]styled{{text: "text", font: serif(10)}}, breaking{measure: 100, rag: 30})[0].pieces[0].run
	}
	first := set()
	ts.paragraphs.turn()
	if set() != first {
		t.Error("set again though nothing changed")
	}
	ts.paragraphs.turn()
	ts.paragraphs.turn()
	if set() == first {
		t.Error("kept though two layouts did without it")
	}
}

func TestKeysTellParagraphsApart(t *testing.T) {
	italic, tracked := serif(10), serif(10)
	italic.italic, tracked.tracking = true, 0.1
	keys := map[string]bool{}
	all := [][]styled{{{text: "ab", font: serif(10)}}, {{text: "a", font: serif(10)}, {text: "b", font: serif(10)}}, {{text: "ab", font: serif(11)}}, {{text: "ab", font: italic}}, {{text: "ab", font: tracked}}, {}}
	for _, texts := range all {
		keys[paragraphKey(texts, breaking{measure: 100, rag: 30})] = true
		keys[paragraphKey(texts, breaking{measure: 101, rag: 30})] = true
		keys[paragraphKey(texts, breaking{measure: 100, rag: 31})] = true
	}
	if len(keys) != 3*len(all) {
		t.Errorf("%d keys for %d paragraphs", len(keys), 3*len(all))
	}
}

func TestSticks(t *testing.T) {
	for _, c := range []struct {
		before, after string
		want          bool
	}{
		{"in Mar", "2021 and", true},
		{"Sept.", "2021", true},
		{"may", "2021,", true},
		{"12", "TB", true},
		{"about 40", "ms.", true},
		{"$3", "M", true},
		{"12", "people", false},
		{"the", "TB", false},
		{"Ms J.", "Doe", true},
		{"2019", "– 2021", true},
		{"in team", "2021", false},
		{"2019 –", "2021", true},
		{"Mar 2019 –", "Apr 2021", true},
		{"in 2019 –", "the year", false},
		{"done —", "2021", false},
		{"word", "— word", true},
		{"on 3", "March 2021", true},
		{"the 3", "may", false},
		{"im März", "2021", true},
		{"5", "%,", true},
		{"(5", "%)", true},
		{"1.9", "million", true},
		{"12,", "s", false},
		{"≈ 5", "kWh.", true},
		{"see p.", "3", true},
		{"“p.", "3”", true},
		{"on p.", "three", false},
		{"for €", "500", true},
		{"No.", "1", true},
		{"J.", "R. Smith", true},
		{"by J.-P.", "Smith", true},
		{"the U.S.", "Army", false},
		{"with Dr.", "Smith", true},
		{"Prof.", "Dr. Smith", true},
		{"the Dr.", "who", false},
		{"in C", "++", true},
		{"and C", "#,", true},
		{"plan C", "plus", false},
		{"x", "", false},
		{"", "x", false},
	} {
		if got := sticks([]rune(c.before), []rune(c.after)); got != c.want {
			t.Errorf("%q and %q: %v", c.before, c.after, got)
		}
	}
}

// Scripts without spaces have nothing that could be stretched to fill a line.
func TestJustifiedLinesWithoutSpaces(t *testing.T) {
	ts := newTestTypesetter()
	by := breaking{measure: 105, rag: 30, justified: true}
	lines := ts.paragraph([]styled{{text: strings.Repeat("語学、", 20) + "an end", font: serif(10)}}, by)
	for i, l := range lines[:len(lines)-1] {
		if room := by.measure - l.width; room < 0 || room > 35 {
			t.Errorf("line %d is %.1f wide: %s", i, l.width, texts(lines[i:i+1]))
		}
	}
	if len(lines) > 8 {
		t.Errorf("%d lines: %s", len(lines), texts(lines))
	}
}
