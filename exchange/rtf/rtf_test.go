package rtf

import (
	"strings"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/office"
	"resumax/exchange/office/officetest"
)

// lines are what a file says: a line for each paragraph, with its level or mark.
func lines(t *testing.T, text string) string {
	t.Helper()
	p := newParser(t.Context(), []byte(text))
	if err := p.parse(); err != nil {
		t.Fatal(err)
	}
	return officetest.Lines(office.Paragraphs(p.blocks()))
}

func TestText(t *testing.T) {
	const head = `{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}{\f1\fcharset204 Arial Cyr;}{\f2\fcharset128 MS Mincho;}}{\colortbl;\red0\green0\blue0;}{\stylesheet{\s0 Normal;}{\s1\b\fs28 heading 1;}{\s2 Title;}{\*\cs3\b Strong;}}{\info{\title no}}`
	for _, c := range []struct{ name, text, want string }{
		{"looks", `\pard plain {\b bold}\b0 \i it\i0\par second\line third\tab fourth\par`, "plain <b>bold<i>it\nsecond↵third→fourth\n"},
		{"styles", `\pard\plain\s2 T\par\pard\plain\s1\b H\par\pard\plain\outlinelevel1 O\par\pard\plain x\par`, "# T\n## <b>H\n### O\nx\n"},
		{"unicode", `\uc1 Jos\u233?\u8364\'80 \u-10179?\u-8704? {\uc2\u1078\'e6\'e6b}\uc0\u1078 c\par`, "José€ 😀 жbжc\n"},
		{"pages", `\f0 caf\'e9 \f1\'c0\'e4\'e0 \f2\'93\'fa\'96\'7b\par`, "café Ада 日本\n"},
		{"signs", `a\~b\_c\-d\{\}\\ \bullet \endash\emdash\lquote x\rquote\ldblquote y\rdblquote\par`, "a\u00a0b-cd{}\\ •–—‘x’“y”\n"},
		{"skipped", `{\*\unknown no}{\pict\wmetafile8 0102}{\*\bkmkstart a}yes{\v hidden}{\deleted gone}{\bin3 }}}\par`, "yes\n"},
		{"objects", `a{\object\objemb{\*\objclass Word.Document.8}{\objname no}{\*\objdata 0105}{\result {\rtlch b}{\pict 01}}}c\par`, "abc\n"},
		{"lists", `{\listtext\'b7\tab}\ls1 A\par{\pntext *\tab}B\par\pard C\par \bullet\tab D\par`, "* A\n* B\nC\n* D\n"},
		{"fields", `{\field{\*\fldinst{HYPERLINK "https://a.example"}}{\fldrslt{\ul site}}} on\par`, "site(https://a.example) on\n"},
		{"tables", `\trowd\cellx1\cellx2\pard\intbl Dutch\cell Native\cell\row\trowd\pard\intbl 2019\cell Baker\par Mill\par {\listtext x}\ls1 Baked\cell\row\pard after\par`, "Dutch→Native\n2019\nBaker\nMill\n* Baked\nafter\n"},
		{"margins", `{\header Ada\par}{\footnote note}text\par{\shp{\*\shpinst{\shptxt box\par}}{\shprslt no}}`, "Ada\ntext\nbox\n"},
		{"ragged", `a}}}b\par{{{c`, "ab\nc\n"},
		{"cut", `a\par b\'`, "a\nb\n"},
		{"line end", "a\\\nb\\\r\nc", "a\nb\nc\n"},
	} {
		if got := lines(t, head+c.text+"}"); got != c.want {
			t.Errorf("%s:\n%s\nwant:\n%s", c.name, got, c.want)
		}
	}
}

func TestRefused(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"empty": {`{\rtf1 }`, "no text"},
		"deep":  {`{\rtf1 ` + strings.Repeat("{", 100_000), "nested"},
		"long":  {`{\rtf1 ` + strings.Repeat("word ", 300_000) + "}", "more text"},
	} {
		_, err := read(t.Context(), format.Input{Data: []byte(c.text), Name: "me.rtf"})
		if err == nil || !strings.Contains(err.Error(), c.want) || !strings.HasPrefix(err.Error(), "me.rtf") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi{\fonttbl{\f0\fcharset128 x;}}{\stylesheet{\s1 heading 1;}}\pard\s1\b A\par\trowd\intbl a\cell b\cell\row{\field{\*\fldinst HYPERLINK "x"}{\fldrslt y}}\u-10179?\u-8704?\'80}`))
	f.Add([]byte(`{\rtf1\uc9\u1\uc0\row\cell\cell\nestcell\nestrow\row\par\plain\s99\bin99999 x}`))
	f.Fuzz(func(t *testing.T, data []byte) {
		if r, err := read(t.Context(), format.Input{Data: data, Name: "x"}); err == nil {
			r.Document.Resume()
		}
	})
}
