package layout

import (
	"math"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/render/fonts"
	"resumax/render/hyphen"
	"resumax/render/outline"
)

// hyphenating is a typesetter that breaks the words of a language.
func hyphenating(language string) *Typesetter {
	ts := newTestTypesetter()
	ts.chooseHyphenation(&design.Design{Paragraph: design.Paragraph{Hyphenate: true}}, language)
	return ts
}

func TestWhichWordsAreBroken(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"en", "an association table", "an as-so-ci-a-tion ta-ble"},
		{"en", "(association), “association”.", "(as-so-ci-a-tion), “as-so-ci-a-tion”."},
		{"en", "Responsible for Washington. Responsible", "Re-spon-si-ble for Washington. Re-spon-si-ble"},
		{"en", "association2 JavaScript KUBERNETES five-minute", "association2 JavaScript KUBERNETES five-minute"},
		{"en", "https://association.example association@site.example @association and/or", "https://association.example association@site.example @association and/or"},
		{"en", "the\u00A0association", "the\u00A0as-so-ci-a-tion"},
		{"de", "die Entwicklung", "die Ent-wick-lung"},
		{"xx", "association", "association"},
	} {
		ts := hyphenating(c.language)
		p := ts.shape([]styled{{text: c.text, font: serif(10)}})
		var got strings.Builder
		var places []int
		if ts.patterns != nil {
			places = p.wordBreaks(0, len(p.runes), ts.patterns)
		}
		for i, r := range p.runes {
			if len(places) > 0 && places[0] == i {
				got.WriteByte('-')
				places = places[1:]
			}
			got.WriteRune(r)
		}
		if got.String() != c.want {
			t.Errorf("%s: %s, want %s", c.language, got.String(), c.want)
		}
	}
}

// A broken word keeps its own characters: the hyphen is a glyph, and no text.
func TestTheHyphenIsNoText(t *testing.T) {
	ts := hyphenating("en")
	by := breaking{measure: 62, rag: 10, hyphenate: true}
	lines := ts.paragraph([]styled{{text: "an extraordinarily responsible", font: serif(10)}}, by)
	if got := texts(lines); got != "an extraor|dinarily re|sponsible" {
		t.Fatalf("lines %s", got)
	}
	run := lines[0].pieces[0].run
	last := run.Glyphs[len(run.Glyphs)-1]
	hyphen, _ := run.Face.Glyph('-')
	if !run.Hyphen || last.ID != hyphen || last.From != len(run.Text) || last.To != len(run.Text) || !run.Hyphenated(len(run.Glyphs)-1) || run.Hyphenated(0) {
		t.Errorf("run %+v", run)
	}
	if run.Width > by.measure || math.Abs(run.Width-lines[0].width) > 1e-9 || last.X >= run.Width {
		t.Errorf("%.2f wide in a line of %.2f, with the hyphen at %.2f", run.Width, lines[0].width, last.X)
	}
	if end := lines[len(lines)-1].pieces[0].run; end.Hyphen {
		t.Errorf("a hyphen behind the last word, %q", end.Text)
	}
}

// Words too wide for any line are broken by the rules too.
func TestTooWideAWord(t *testing.T) {
	ts := hyphenating("de")
	lines := ts.paragraph([]styled{{text: "Softwareentwicklungsabteilung", font: serif(10)}}, breaking{measure: 60, rag: 20, hyphenate: true})
	if got := texts(lines); got != "Software|entwick|lungsabtei|lung" {
		t.Errorf("lines %s", got)
	}
}

// Whatever the text and the measure: nothing is lost or doubled, lines are no
// wider than the measure but for what hangs over it, and hyphens stand where the
// rules have them and nowhere else.
func TestBrokenWordsAreSound(t *testing.T) {
	word := rapid.OneOf(rapid.StringMatching("[a-z]{1,18}"), rapid.SampledFrom([]string{"responsible", "infrastructure", "a", "Kubernetes", "extraordinarily", "(“association”,", "12", "TB", "C++", "–", "it’s"}))
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOfN(word, 1, 40).Draw(t, "words"), " ")
		by := breaking{measure: rapid.Float64Range(25, 300).Draw(t, "measure"), rag: 30, hyphenate: true,
			justified: rapid.Bool().Draw(t, "justified"), hang: rapid.Bool().Draw(t, "hang")}
		ts := hyphenating("en")
		lines := ts.paragraph([]styled{{text: text, font: serif(10)}}, by)
		p := ts.shape([]styled{{text: text, font: serif(10)}})
		places := make(map[int]bool)
		for _, at := range p.wordBreaks(0, len(p.runes), ts.patterns) {
			places[at] = true
		}
		at := 0
		for i, l := range lines {
			run := l.pieces[0].run
			if !strings.HasPrefix(string(p.runes[at:]), run.Text) {
				t.Fatalf("line %d says %q, the text %q", i, run.Text, string(p.runes[at:]))
			}
			at += len([]rune(run.Text))
			if run.Hyphen && !places[at] {
				t.Fatalf("line %d breaks a word at %q", i, run.Text)
			}
			for at < len(p.runes) && p.runes[at] == ' ' {
				at++
			}
			if over := l.pieces[0].x + l.width - by.measure; over > 1e-6 && (!by.hang || over > 5) && len([]rune(run.Text)) > 1 {
				t.Fatalf("line %d, %q, is %.2f wider than the measure of %.2f", i, run.Text, over, by.measure)
			}
		}
		if at != len(p.runes) {
			t.Fatalf("the lines end before %q", string(p.runes[at:]))
		}
	})
}

// The language that is asked for says how words are broken, and a change of it
// sets the resume anew.
func TestLanguageDecidesHyphenation(t *testing.T) {
	d := *design.Default()
	d.Paragraph.Hyphenate, d.Style.Body.Align, d.Style.Body.Size = true, "justify", 40
	text := strings.Repeat("responsible infrastructure development association ", 30)
	job := Job{Blocks: []outline.Block{block(outline.Paragraph, "/basics/summary", text)}, Design: &d}
	ts := NewTypesetter(fonts.NewSet())
	pages := make(map[string]string)
	for _, language := range []string{"", "en", "en-GB", "de", "tlh"} {
		job.Language = language
		doc := ts.Layout(job)
		pages[language] = doc.String()
		if want := NewTypesetter(fonts.NewSet()).Layout(job).String(); pages[language] != want {
			t.Errorf("in %q a typesetter that has set another language gives another page", language)
		}
		if want := map[bool]string{true: "en", false: language}[language == ""]; doc.Language != want {
			t.Errorf("a resume in %q is in %q", language, doc.Language)
		}
	}
	if pages[""] != pages["en"] || pages["en"] == pages["tlh"] {
		t.Error("English is not what words are broken by where nothing is said")
	}
	if _, ok := hyphen.For("tlh"); ok {
		t.Error("words of Klingon can be broken")
	}
}
