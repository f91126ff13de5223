package render

import (
	"bytes"
	"math"
	"strings"
	"testing"
	"unicode"

	"resumax/render/design"
	"resumax/render/fonts/fontstest"
	"resumax/render/layout"
	"resumax/render/outline"
	"resumax/render/pdf"
	"resumax/resume"
)

// Resumes in scripts that the program has no fonts for.
var otherScripts = []string{"hebrew", "arabic", "japanese", "chinese"}

func typesetWithFonts(t *testing.T, name string, d *design.Design) *layout.Document {
	t.Helper()
	return Typeset(fixture(t, name).Resume(), Options{Design: d, Fonts: fontstest.Library(t)})
}

// letterRuns are the words of a text as parted where its script changes and at
// every sign: what any reader of a page must find, whatever it takes for a word.
func letterRuns(text string) []string {
	kind := func(r rune) int {
		switch {
		case unicode.In(r, unicode.Hebrew, unicode.Arabic) || unicode.Is(unicode.Mn, r):
			return 2
		case unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana):
			return 3
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			return 1
		}
		return 0
	}
	var runs []string
	last := 0
	for _, r := range text {
		k := kind(r)
		switch {
		case k == 0:
		case k == last:
			runs[len(runs)-1] += string(r)
		default:
			runs = append(runs, string(r))
		}
		last = k
	}
	return runs
}

func withoutMarks(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Cf, r) {
			return -1
		}
		return r
	}, text)
}

func TestTextOfOtherScripts(t *testing.T) {
	for _, name := range otherScripts {
		for _, d := range design.All() {
			doc := typesetWithFonts(t, name, d)
			if len(doc.Problems) > 0 {
				t.Fatalf("%s, %s: %v", name, d.ID, doc.Problems)
			}
			file := pdfOf(t, doc)
			spaceless := name == "japanese" || name == "chinese"
			for _, mode := range []string{"-raw", "-nopgbrk"} {
				text := string(poppler(t, file, "pdftotext", mode, "FILE", "-"))
				if spaceless { // lines end anywhere
					text = strings.ReplaceAll(text, "\n", "")
				}
				read := letterRuns
				if mode == "-raw" { // which puts a mark at a word's end before the word
					read = func(text string) []string { return letterRuns(withoutMarks(text)) }
				}
				found := read(text)
				counts := make(map[string]int)
				for _, w := range found {
					counts[w]++
				}
				at := 0
				for _, b := range doc.Blocks {
					if b.Kind == outline.Heading && mode != "-raw" {
						continue // with space between its letters, poppler may take it apart
					}
					for _, w := range read(partsText(b, d)) {
						if spaceless && mode == "-nopgbrk" {
							continue // dates may stand between a title's lines
						}
						if counts[w]--; counts[w] < 0 && !spaceless {
							t.Fatalf("%s, %s, %s: %q is not in:\n%s", name, d.ID, mode, w, text)
						}
						if mode == "-nopgbrk" {
							continue
						}
						next := at
						for next < len(found) && !strings.Contains(found[next], w) {
							next++
						}
						if next == len(found) {
							t.Fatalf("%s, %s: %q is not behind %q in:\n%s", name, d.ID, w, found[max(0, at-1)], text)
						}
						at = next
					}
				}
			}
		}
	}
}

// partsText is a block's text with its parts apart.
func partsText(b outline.Block, d *design.Design) string {
	text := b.Text(" | ")
	if b.Kind == outline.Heading && d.Style.Heading.Capitals || b.Kind == outline.Name && d.Style.Name.Capitals {
		text = strings.ToUpper(text)
	}
	return text
}

// Lines of Japanese and Chinese neither begin with what must not begin one nor
// end with what must not end one, and nothing is put between their characters.
func TestLinesOfEastAsianText(t *testing.T) {
	for _, name := range []string{"japanese", "chinese"} {
		for _, d := range design.All() {
			doc := typesetWithFonts(t, name, d)
			for _, p := range doc.Pages {
				begins, y := true, math.Inf(-1)
				last := ""
				for _, i := range p.Items {
					if i.Kind != layout.Text || i.Block != outline.Paragraph && i.Block != outline.Bullet || i.Address == "" {
						continue
					}
					begins = math.Abs(i.Baseline-y) > 1
					if begins && strings.ContainsAny(i.Run.Text[:runeLen(i.Run.Text)], "、。，；：！？）」』】ーっゃゅょッャュョァィゥェォ”’％") {
						t.Errorf("%s, %s: a line begins with %q", name, d.ID, i.Run.Text)
					}
					if begins && last != "" && strings.ContainsAny(last, "（「『【“‘") {
						t.Errorf("%s, %s: a line ends with %q", name, d.ID, last)
					}
					y, last = i.Baseline, i.Run.Text[len(i.Run.Text)-lastRuneLen(i.Run.Text):]
				}
			}
			text := string(poppler(t, pdfOf(t, doc), "pdftotext", "-raw", "FILE", "-"))
			runes := []rune(strings.ReplaceAll(text, "佐藤 美咲", ""))
			for k := 1; k+1 < len(runes); k++ {
				if runes[k] == ' ' && unicode.Is(unicode.Han, runes[k-1]) && unicode.Is(unicode.Han, runes[k+1]) {
					t.Errorf("%s, %s: a space in %q", name, d.ID, string(runes[max(0, k-5):min(len(runes), k+5)]))
				}
			}
		}
	}
}

func runeLen(s string) int { return len(string([]rune(s)[:1])) }

func lastRuneLen(s string) int {
	r := []rune(s)
	return len(string(r[len(r)-1:]))
}

// Fonts that stand in for others do not move the lines.
func TestOtherFontsKeepTheLeading(t *testing.T) {
	set := func(text string) []float64 {
		r := parse(t, []byte(`{"basics":{"name":"A","summary":"`+strings.Repeat(text+" ", 60)+`"}}`)).Resume()
		var lines []float64
		for _, i := range Typeset(r, Options{Fonts: fontstest.Library(t)}).Pages[0].Items {
			if i.Kind == layout.Text && i.Address == "/basics/summary" && (len(lines) == 0 || lines[len(lines)-1] != i.Baseline) {
				lines = append(lines, i.Baseline)
			}
		}
		return lines
	}
	latin := set("word")
	for _, text := range []string{"word 語", "word אב", "語"} {
		lines := set(text)
		for i := range min(len(latin), len(lines)) {
			if math.Abs(lines[i]-latin[i]) > 1e-9 {
				t.Errorf("%q: line %d stands at %.3f, not %.3f", text, i, lines[i], latin[i])
			}
		}
	}
}

func TestDesignsWithOtherFamilies(t *testing.T) {
	d := *design.Default()
	d.Style.Body.Family = "DejaVu Sans"
	d.Style.Name.Family = "No Such Serif"
	r := parse(t, []byte(`{"basics":{"name":"Ada","summary":"Words"}}`)).Resume()
	doc := Typeset(r, Options{Design: &d, Fonts: fontstest.Library(t)})
	faces := make(map[resume.Address]string)
	for _, i := range doc.Pages[0].Items {
		if i.Kind == layout.Text {
			faces[i.Address] = i.Run.Face.Name
		}
	}
	if got := faces["/basics/summary"]; got != "DejaVuSans" {
		t.Errorf("the summary is set in %s", got)
	}
	if len(doc.Problems) != 1 || doc.Problems[0].Address != "/meta/resumax/design" ||
		!strings.Contains(doc.Problems[0].Text, "No Such Serif") || !strings.HasPrefix(doc.Problems[0].Text[strings.Index(doc.Problems[0].Text, "embedded; ")+10:], "Source Serif 4") {
		t.Errorf("problems %v, the name in %s", doc.Problems, faces["/basics/name"])
	}
	if !strings.Contains(string(poppler(t, pdfOf(t, doc), "pdffonts", "FILE")), "DejaVuSans") {
		t.Error("the font is not in the PDF")
	}
}

// A typesetter that gets other fonts sets all anew.
func TestOtherFontsLater(t *testing.T) {
	r := fixture(t, "hebrew").Resume()
	ts := NewTypesetter()
	if doc := ts.Typeset(r, Options{}); len(doc.Problems) == 0 {
		t.Error("Hebrew without a font is no problem")
	}
	if doc := ts.Typeset(r, Options{Fonts: fontstest.Library(t)}); len(doc.Problems) > 0 {
		t.Errorf("with fonts: %v", doc.Problems)
	}
}

// The picture shows the same glyphs as the PDF, which is checked as for others.
func TestPDFsOfOtherScriptsAreWhole(t *testing.T) {
	for _, name := range otherScripts {
		doc := typesetWithFonts(t, name, design.Default())
		file := pdfOf(t, doc)
		if again := pdfOf(t, typesetWithFonts(t, name, design.Default())); !bytes.Equal(file, again) {
			t.Errorf("%s: two runs give two files", name)
		}
		if len(file) > 100_000 {
			t.Errorf("%s: one page is %d bytes", name, len(file))
		}
		for _, line := range strings.Split(strings.TrimSpace(string(poppler(t, file, "pdffonts", "FILE"))), "\n")[2:] {
			if !strings.Contains(line, "yes yes yes") {
				t.Errorf("%s: not embedded, cut down and mapped to Unicode: %s", name, line)
			}
		}
	}
}

// The structure says how words are read whose letters stand the other way round,
// and a link of several of them is one.
func TestStructureOfOtherDirections(t *testing.T) {
	r := parse(t, []byte(`{"basics":{"name":"נועה לוי","summary":"בניתי את [השירות הזה](https://site.example) ב־Go"}}`)).Resume()
	file := pdfOf(t, Typeset(r, Options{Fonts: fontstest.Library(t)}))
	plain := string(poppler(t, file, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-"))
	for _, text := range []string{"נועה לוי", "השירות הזה"} {
		if !strings.Contains(strings.ToUpper(plain), pdf.Hex(text)) {
			t.Errorf("the structure does not say %q", text)
		}
	}
	if n := strings.Count(plain, "/Subtype /Link"); n != 1 {
		t.Errorf("%d links", n)
	}
}
