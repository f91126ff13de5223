package plaintext

import (
	"context"
	"strings"
	"testing"
	"unicode/utf16"

	"resumax/exchange/format"
	"resumax/exchange/format/formattest"
	"resumax/resume"
)

const sample = `Ada Exámple
Baker
ada@example.org | +44 20 7946 0000

EXPERIENCE
----------
Head Baker                                        Mar 2020 - Present
The Mill, Bath
  * Baked 900 loaves a day, of which 300 were sold before eight in the
    morning.
  * Led a team of 4.

Baker                                             2018 - 2020
Oven Ltd, Leeds
  * Swept the floor.

SKILLS
Baking: bread, cakes
`

func reading(t *testing.T, data []byte) *resume.Resume {
	t.Helper()
	if !sniff(data) {
		t.Error("is not taken for text")
	}
	got, err := read(context.Background(), format.Input{Data: data, Name: "x.txt"})
	if err != nil {
		t.Fatal(err)
	}
	return got.Document.Resume()
}

// The same text is read in any encoding.
func TestEncodings(t *testing.T) {
	units := utf16.Encode([]rune(sample))
	little, big := []byte{0xff, 0xfe}, []byte{0xfe, 0xff}
	for _, u := range units {
		little = append(little, byte(u), byte(u>>8))
		big = append(big, byte(u>>8), byte(u))
	}
	for name, data := range map[string][]byte{
		"UTF-8": []byte(sample), "with a mark": []byte("\ufeff" + sample), "UTF-16LE": little, "UTF-16BE": big, "UTF-16 without a mark": little[2:],
		"Windows-1252": []byte(strings.ReplaceAll(sample, "á", "\xe1")), "CRLF": []byte(strings.ReplaceAll(sample, "\n", "\r\n")), "CR": []byte(strings.ReplaceAll(sample, "\n", "\r")),
	} {
		r := reading(t, data)
		if r.Basics.Name != "Ada Exámple" || len(r.Work) != 2 || r.Work[0].Position != "Head Baker" || r.Work[0].Name != "The Mill" || r.Work[0].Location != "Bath" ||
			len(r.Work[0].Highlights) != 2 || !strings.HasSuffix(r.Work[0].Highlights[0].Text, "eight in the morning.") || r.Work[1].End.ISO() != "2020" {
			t.Errorf("%s: %+v %+v", name, r.Basics, r.Work)
		}
	}
}

func TestSniff(t *testing.T) {
	for text, want := range map[string]bool{"Ada Example\nBaker": true, "": false, "  \n": false, "{}": false, "[1]": false, "PK\x03\x04": false, "%PDF-1.7": false, "\x00\x01\x02\x03\x04\x05": false,
		"[Ada Example]\nBaker": true, "// by hand\n/* 1 */ {\"basics\": 1,}": false, "// Ada Example\nBaker": true, "null": false, "{\\rtf1": false, "<?xml version='1.0'?><a/>": false, "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR": false} {
		if sniff([]byte(text)) != want {
			t.Errorf("%q: %v", text, !want)
		}
	}
}

func TestHostileTexts(t *testing.T) {
	for name, text := range map[string]string{
		"lines": strings.Repeat("Experience\nBaker 2019 - 2020\n- x\n", 6000), "one line": strings.Repeat("word ", 200_000), "bullets": strings.Repeat("- ", 100_000),
		"tabs": strings.Repeat("\t", 100_000) + "x", "rules": strings.Repeat("-----\n", 15_000) + "x", "long word": strings.Repeat("x", 1_000_000),
		"one point": "- point\n" + strings.Repeat("  hanging text that goes on and on with words\n", 19_000),
	} {
		formattest.Bounded(t, name, func() {
			if _, err := read(context.Background(), format.Input{Data: []byte(text), Name: "x"}); err != nil && !strings.Contains(err.Error(), "x has no text") {
				t.Errorf("%s: %v", name, err)
			}
		})
	}
}

// A file with more lines than are read is refused: none is dropped in silence.
func TestTooManyLines(t *testing.T) {
	for _, end := range []string{"\n", "\r", "\r\n"} {
		_, err := read(context.Background(), format.Input{Data: []byte(strings.Repeat("Baker"+end, maxLines+1)), Name: "x.txt"})
		if err == nil || !strings.HasPrefix(err.Error(), "x.txt has ") {
			t.Errorf("%q: %v", end, err)
		}
	}
}

func FuzzText(f *testing.F) {
	f.Add([]byte(sample))
	f.Add([]byte("\xff\xfea\x00"))
	f.Add([]byte("A\n=\n\x01\x02\n- x\n  y\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		sniff(data)
		if got, err := read(context.Background(), format.Input{Data: data, Name: "x"}); err == nil {
			got.Document.Resume()
		}
	})
}
