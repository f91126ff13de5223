package render

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// golden compares with a file in testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (go test ./render -update rewrites it): %s", name, firstDifference(got, string(want)))
	}
}

func firstDifference(got, want string) string {
	g, w := strings.Split(got, "\n"), strings.Split(want, "\n")
	for i := range min(len(g), len(w)) {
		if g[i] != w[i] {
			return "line " + g[i] + "\nwant " + w[i]
		}
	}
	return "one is longer"
}

// An upgrade must not change how a resume looks without anyone noticing.
func TestClassicDesign(t *testing.T) {
	r := fixture(t, "two-pages").Resume()
	golden(t, "two-pages.classic.golden", Typeset(r, Options{}).String())
}

func TestSetupPage(t *testing.T) {
	for _, c := range []struct {
		page, country string
		want          design.PageSize
	}{
		{"", "", design.A4}, {"", "US", design.Letter}, {"a4", "US", design.A4}, {"letter", "DE", design.Letter}, {"tabloid", "CA", design.Letter},
	} {
		r := &resume.Resume{Meta: resume.Meta{Page: c.page, Design: "no such design"}}
		r.Basics.Location.CountryCode = c.country
		o := Setup{Designs: design.All()}.Options(r)
		if o.Page != c.want || o.Design != nil || o.Unknown != "no such design" {
			t.Errorf("%+v: %+v", c, o)
		}
		if d := Typeset(r, o); d.Pages[0].Width != c.want.Width {
			t.Errorf("%+v: the page is %.1f wide", c, d.Pages[0].Width)
		}
	}
}

func TestTitleAndAuthor(t *testing.T) {
	d := Typeset(fixture(t, "two-pages").Resume(), Options{})
	if d.Title != "Mirela Antonescu – Senior Backend Engineer" || d.Author != "Mirela Antonescu" || d.Language != "en" {
		t.Errorf("%q by %q in %q", d.Title, d.Author, d.Language)
	}
}

// all makes the document's every form, which must not fail on any content.
func all(t interface{ Fatal(...any) }, r *resume.Resume) *layout.Document {
	d := Typeset(r, Setup{Designs: design.All()}.Options(r))
	if err := PDF(new(bytes.Buffer), d); err != nil {
		t.Fatal(err)
	}
	for i := range d.Pages {
		Picture(d, i, 0.5)
	}
	Blocks(r, Options{})
	return d
}

func TestHostileContent(t *testing.T) {
	for name, c := range map[string]struct {
		json   string
		reads  string
		pages  int
		faults int
	}{
		"nothing":              {`{}`, "", 1, 0},
		"a name":               {`{"basics": {"name": "Jo"}}`, "Jo", 1, 0},
		"NUL and control":      {`{"basics": {"summary": "a\u0000b\u0007c\u001b[31m"}}`, "abc[31m", 1, 0},
		"lone surrogate":       {`{"basics": {"summary": "a\ud800b"}}`, "b", 1, 0},
		"emoji":                {`{"basics": {"summary": "to 🚀 and 👩‍💻"}}`, "to and\n", 1, 1},
		"Hebrew":               {`{"basics": {"name": "דנה"}}`, "", 1, 1},
		"CJK":                  {`{"basics": {"name": "李明", "summary": "负责支付系统的后端工程师。"}}`, "负责支付系统的后端工程师。", 1, 2},
		"private use":          {`{"basics": {"summary": "icon \ue001 here"}}`, "here", 1, 1},
		"PDF syntax":           {`{"basics": {"summary": ") Tj ET (\\"}}`, ") Tj ET", 1, 0},
		"right-to-left marks":  {`{"basics": {"summary": "a\u202eb\u200fc"}}`, "a", 1, 0},
		"10,000 characters":    {`{"work": [{"highlights": ["` + strings.Repeat("word ", 2000) + `"]}]}`, "word", 2, 0},
		"a word of 5,000":      {`{"work": [{"highlights": ["` + strings.Repeat("w", 5000) + `"]}]}`, "wwww", 2, 0},
		"10,000 combining":     {`{"basics": {"summary": "a` + strings.Repeat(`\u0301`, 10000) + `"}}`, "á", 1, 0},
		"a link that is none":  {`{"basics": {"url": "javascript:alert(1)", "summary": "[x](file:///etc/passwd)"}}`, "alert", 1, 0},
		"everything is hidden": {`{"work": [{"name": "Mill", "hidden": true}]}`, "", 1, 0},
	} {
		r := parse(t, []byte(c.json)).Resume()
		d := all(t, r)
		if len(d.Pages) != c.pages || len(d.Problems) != c.faults {
			t.Errorf("%s: %d pages, want %d; problems %v", name, len(d.Pages), c.pages, d.Problems)
		}
		if text := string(poppler(t, pdfOf(t, d), "pdftotext", "-raw", "FILE", "-")); !strings.Contains(text, c.reads) {
			t.Errorf("%s: the PDF reads %q, want %q", name, text, c.reads)
		}
	}
}

func TestAnythingPrints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String()
		r := &resume.Resume{Basics: resume.BasicsInfo{Name: text.Draw(t, "name"), Summary: text.Draw(t, "summary"), Email: text.Draw(t, "email")},
			Sections: []resume.Section{{Key: "summary", Address: resume.Summary, Title: text.Draw(t, "title")}}}
		all(t, r)
	})
}
