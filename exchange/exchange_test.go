package exchange

import (
	"bytes"
	"image"
	_ "image/jpeg"
	_ "image/png"
	"slices"
	"strings"
	"testing"
	"unicode"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
)

// source is a resume of two pages, with dates, ready to be written.
func source(t *testing.T) format.Source {
	t.Helper()
	d, problems, err := codec.Parse([]byte(`{"basics": {"name": "Ada Example"}, "work": [{"name": "Mill", "position": "Baker", "location": "Bath",
		"startDate": "2020-03", "endDate": "2021-04", "summary": "`+strings.Repeat("Bread for all of Bath. ", 400)+`"}]}`), "x.json")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return format.Source{Document: d, Options: render.Setup{Designs: design.All()}.Options(d.Resume())}
}

// Every format can be asked for by its id and by what its files are called, and
// says in dialogs what it is.
func TestFormatsAreWhole(t *testing.T) {
	seen := map[string]string{}
	for _, f := range Formats() {
		if got, ok := Find(f.ID); !ok || got != f {
			t.Errorf("%s is not found by its id", f.ID)
		}
		if got, ok := ForPath("folder.d/Ada." + strings.ToUpper(f.Extension())); !ok || got.Extension() != f.Extension() || f.ID == f.Extension() && got != f {
			t.Errorf("%s is not found by its extension", f.ID)
		}
		if f.Name == "" || f.About == "" || unicode.IsUpper(rune(f.About[0])) || strings.HasSuffix(f.About, ".") {
			t.Errorf("%s: %q, %q", f.ID, f.Name, f.About)
		}
		if f.Read == nil && f.Write == nil || (f.Read == nil) != (f.Sniff == nil) {
			t.Errorf("%s: what is read must be recognized, and nothing else", f.ID)
		}
		for _, name := range append([]string{f.ID}, f.Extensions...) {
			if name != strings.ToLower(name) || strings.Contains(name, ".") {
				t.Errorf("%s: %q", f.ID, name)
			}
		}
		if seen[f.ID] != "" {
			t.Errorf("%s is there twice", f.ID)
		}
		seen[f.ID] = f.ID
	}
	if _, ok := Find("docxx"); ok {
		t.Error("there is a format docxx")
	}
	if _, ok := ForPath("resume"); ok {
		t.Error("a name without an extension is of a format")
	}
	if Default().Write == nil {
		t.Error("the default format is not written")
	}
}

// Writing twice gives the same bytes, and what is written and can be read is
// recognized and read.
func TestWritersAndReaders(t *testing.T) {
	for _, f := range Writers() {
		s := source(t)
		s.Attach = true
		var files [2][][]byte
		for i := range files {
			out, err := f.Write(s)
			if err != nil || len(out.Problems) > 0 {
				t.Fatalf("%s: %v, %v", f.ID, err, out.Problems)
			}
			for n := range out.Files {
				data, err := out.File(n)
				if err != nil {
					t.Fatalf("%s: %v", f.ID, err)
				}
				files[i] = append(files[i], slices.Clone(data))
			}
		}
		if !slices.EqualFunc(files[0], files[1], bytes.Equal) {
			t.Errorf("%s: two exports differ", f.ID)
		}
		if f.Read == nil {
			continue
		}
		if got, ok := Sniff(files[0][0]); !ok || got != f {
			t.Errorf("%s is not recognized", f.ID)
		}
		got, err := Read(t.Context(), format.Input{Data: files[0][0], Name: "ada." + f.Extension()})
		if err != nil || len(got.Problems) > 0 || got.Document.Resume().Basics.Name != "Ada Example" {
			t.Errorf("%s: %v, %v, %+v", f.ID, err, got.Problems, got.Document.Resume().Basics)
		}
	}
}

func TestPictures(t *testing.T) {
	for id, format := range map[string]string{"png": "png", "jpg": "jpeg"} {
		f, _ := Find(id)
		testPictures(t, f, format)
	}
}

func testPictures(t *testing.T, f *format.Format, name string) {
	out, err := f.Write(source(t))
	if err != nil || out.Files != 2 {
		t.Fatalf("%d files, %v", out.Files, err)
	}
	for i := range out.Files {
		data, err := out.File(i)
		if err != nil {
			t.Fatal(err)
		}
		if c, kind, err := image.DecodeConfig(bytes.NewReader(data)); err != nil || kind != name || c.Height != 2339 {
			t.Errorf("page %d: %s, %+v, %v", i, kind, c, err)
		}
	}
}

// The text has dates as the page has them.
func TestTextHasTheDatesOfTheDesign(t *testing.T) {
	f, _ := Find("txt")
	for setting, want := range map[string]string{"short": "Mar 2020 – Apr 2021", "iso": "2020-03 – 2021-04", "numeric": "03/2020 – 04/2021", "year": "2020 – 2021"} {
		s := source(t)
		var err error
		if s.Document, err = s.Document.Set(resume.Settings+"/settings/classic/dates/format", resume.Text(setting)); err != nil {
			t.Fatal(err)
		}
		out, err := f.Write(s)
		if err != nil {
			t.Fatal(err)
		}
		if text, _ := out.File(0); !strings.Contains(string(text), "Baker | Mill | Bath | "+want+"\n") {
			t.Errorf("%s: %.200s", setting, text)
		}
	}
}

func TestReadSaysWhatAFileIsNot(t *testing.T) {
	for data, want := range map[string]string{"": "x is empty", "PK\x03\x04": "x is damaged", "%PDF-1.7": "x is a PDF without editable data", "{hello": "x is not valid JSON",
		"[1]": "x holds a list"} {
		if _, err := Read(t.Context(), format.Input{Data: []byte(data), Name: "x"}); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func TestPathOf(t *testing.T) {
	for i, want := range []string{"a.b/c.png", "a.b/c-2.png", "a.b/c-3.png"} {
		if got := format.PathOf("a.b/c.png", i); got != want {
			t.Errorf("%s, want %s", got, want)
		}
	}
}
