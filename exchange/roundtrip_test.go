package exchange

import (
	"context"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/fields"
	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
	"resumax/resume/codec"
)

func TestMain(m *testing.M) {
	flag.Parse()
	if seed := flag.Lookup("rapid.seed"); seed.Value.String() == "0" {
		if err := seed.Value.Set("20260601"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// told is what pages say of a resume, line by line, with the looks of the text.
func told(d resume.Document) (all []string) {
	s := format.Source{Document: d, Options: render.Setup{Designs: design.All()}.Options(d.Resume())}
	for _, b := range fields.Of(s).Blocks {
		kind := b.Kind.String()
		if b.Kind == outline.Position {
			kind = "entry"
		}
		line := kind
		for _, p := range b.Parts {
			line += " | " + p.Role.String()
			last := outline.Span{}
			for _, s := range p.Spans {
				if strings.TrimSpace(s.Text) == "" || s.Link == last.Link && s.Bold == last.Bold && s.Italic == last.Italic {
					line += s.Text
					continue
				}
				line += fmt.Sprintf("[%v %v %s]%s", s.Bold, s.Italic, s.Link, s.Text)
				last = s
			}
		}
		all = append(all, strings.Join(strings.Fields(line), " "))
	}
	return all
}

// again is a resume as it was written and read.
func again(t rapid.TB, f *format.Format, d resume.Document) (resume.Document, []byte) {
	s := format.Source{Document: d, Options: render.Setup{Designs: design.All()}.Options(d.Resume())}
	out, err := f.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.File(0)
	if err != nil {
		t.Fatal(err)
	}
	got, err := f.Read(context.Background(), format.Input{Data: data, Name: "x." + f.Extension()})
	if err != nil {
		t.Fatalf("%v\n%s", err, data)
	}
	if len(got.Left) > 0 {
		t.Errorf("%s: left: %v\n%s", f.ID, got.Left, data)
	}
	return got.Document, data
}

func isSame(t rapid.TB, name string, f *format.Format, d resume.Document) {
	want := told(d)
	if len(want) == 0 {
		return
	}
	got, data := again(t, f, d)
	have := told(got)
	if f.ID == "md" { // it has no pictures
		want = slices.DeleteFunc(want, func(l string) bool { return strings.HasPrefix(l, "photo") })
	}
	for i := range max(len(want), len(have)) {
		a, b := "", ""
		if i < len(want) {
			a = want[i]
		}
		if i < len(have) {
			b = have[i]
		}
		if a != b {
			t.Fatalf("%s: %s, line %d:\n%s\nis read as\n%s\n%s", name, f.ID, i, a, b, data)
		}
	}
}

// What is written as HTML and Markdown is read back without loss.
func TestWrittenIsReadBack(t *testing.T) {
	files, _ := filepath.Glob("../render/testdata/*.json")
	more, _ := filepath.Glob("../render/testdata/samples/*.json")
	for _, id := range []string{"html", "md"} {
		f, _ := Find(id)
		for _, name := range append(files, more...) {
			data, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			d, _, err := codec.Parse(data, name)
			if err != nil {
				continue
			}
			t.Run(id+"/"+filepath.Base(name), func(t *testing.T) { isSame(t, name, f, d) })
		}
	}
}

// anyText is a text as people write them, and as they don't.
var anyText = rapid.Custom(func(t *rapid.T) string {
	words := rapid.SliceOfN(rapid.SampledFrom([]string{"Led", "a team", "of 9", "C++", "R&D", "&amp;", "<b>", "</p>", "<script>alert(1)</script>", "*", "**", "_", "snake_case", "[x]", "(y)", "`", "#", "- ", "1.", "|", "~", "\\", "100 %", "«é»", "日本", ",", ":", "--", "A, B", "A (B)", "•", "x]( y", "<!-- -->", "\"q\"", "'", "!", "=", ">"}), 1, 5).Draw(t, "words")
	return strings.TrimSpace(strings.Join(words, rapid.SampledFrom([]string{" ", ""}).Draw(t, "sep")))
})

var anyProse = rapid.Custom(func(t *rapid.T) string {
	parts := rapid.SliceOfN(rapid.OneOf(
		rapid.SampledFrom([]string{"plain words ", "**bold** ", "*italic*, ", "***both*** ", "[a link](https://example.org/a_b) ", "5 < 6 & 7 ", "end. ", "a_b_c ", "\\* "}),
		rapid.SampledFrom([]string{"**a** ", "*b*"})), 1, 5).Draw(t, "parts")
	return strings.TrimSpace(strings.Join(parts, ""))
})

var anyDate = rapid.SampledFrom([]string{"", "2019", "2020-03", "2021-11", "2018-06-03", "Summer 2019"})

func anyItem(t *rapid.T, names ...string) resume.Value {
	var members []resume.Member
	for _, n := range names {
		if rapid.IntRange(0, 3).Draw(t, n) == 0 {
			continue
		}
		var v resume.Value
		switch n {
		case "startDate", "endDate", "date", "releaseDate":
			v = resume.Text(anyDate.Draw(t, n))
		case "score":
			v = resume.Text(rapid.SampledFrom([]string{"3.8", "1,3", "Grade 3", "Note 2", "summa cum laude", "95 %"}).Draw(t, n))
		case "url":
			v = resume.Text(rapid.SampledFrom([]string{"https://example.org", "example.org/x", "http://a.example/(b)"}).Draw(t, n))
		case "highlights":
			v = resume.Texts(rapid.SliceOfN(anyProse, 0, 3).Draw(t, n)...)
		case "keywords", "courses", "roles":
			v = resume.Texts(rapid.SliceOfN(anyText, 0, 3).Draw(t, n)...)
		case "summary", "description", "reference":
			v = resume.Text(strings.Join(rapid.SliceOfN(anyProse, 1, 2).Draw(t, n), "\n"))
		default:
			v = resume.Text(anyText.Draw(t, n))
		}
		if v.Kind() == resume.String && v.Str() == "" {
			continue
		}
		members = append(members, resume.Member{Name: n, Value: v})
	}
	return resume.Struct(members...)
}

var anyResume = rapid.Custom(func(t *rapid.T) resume.Document {
	var members []resume.Member
	basics := anyItem(t, "name", "label", "summary", "url")
	basics = basics.With("summary", resume.Text("What I do.")).With("email", resume.Text("ada@example.org")).With("phone", resume.Text("+1 555-0100"))
	basics = basics.With("profiles", resume.List(resume.Struct(resume.Member{Name: "network", Value: resume.Text("GitHub")}, resume.Member{Name: "url", Value: resume.Text("https://github.com/ada")})))
	members = append(members, resume.Member{Name: "basics", Value: basics})
	for _, s := range []struct {
		key    string
		fields []string
	}{
		{"work", []string{"name", "position", "location", "description", "url", "startDate", "endDate", "summary", "highlights", "keywords"}},
		{"projects", []string{"name", "entity", "type", "roles", "url", "startDate", "endDate", "description", "highlights", "keywords"}},
		{"skills", []string{"name", "level", "keywords"}},
		{"education", []string{"institution", "area", "studyType", "score", "url", "startDate", "endDate", "courses"}},
		{"certificates", []string{"name", "issuer", "url", "date"}},
		{"publications", []string{"name", "publisher", "url", "releaseDate", "summary"}},
		{"awards", []string{"title", "awarder", "date", "summary"}},
		{"volunteer", []string{"organization", "position", "url", "startDate", "endDate", "summary", "highlights"}},
		{"languages", []string{"language", "fluency"}},
		{"interests", []string{"name", "keywords"}},
		{"references", []string{"name", "reference"}},
		{"talks", []string{"name", "position", "organization", "location", "url", "startDate", "endDate", "date", "number", "description", "summary", "highlights", "keywords"}},
	} {
		var items []resume.Value
		for range rapid.IntRange(0, 3).Draw(t, s.key) {
			items = append(items, anyItem(t, s.fields...))
		}
		if items != nil {
			members = append(members, resume.Member{Name: s.key, Value: resume.List(items...)})
		}
	}
	if tag := rapid.SampledFrom(append(resume.WordingTags(), "", "", "pt-BR", "eo")).Draw(t, "language"); tag != "" {
		members = append(members, resume.Member{Name: "meta", Value: resume.Struct(resume.Member{Name: "resumax", Value: resume.Struct(resume.Member{Name: "language", Value: resume.Text(tag)})})})
	}
	d, _ := resume.NewDocument(resume.Struct(members...)).Conform()
	if rapid.Bool().Draw(t, "moved") {
		if next, err := d.MoveSection(1, 4); err == nil {
			d = next
		}
		if next, err := d.RenameSection("work", "Where I worked"); err == nil {
			d = next
		}
	}
	return d
})

func TestAnyHTMLIsReadBack(t *testing.T) {
	f, _ := Find("html")
	rapid.Check(t, func(t *rapid.T) { isSame(t, "drawn", f, anyResume.Draw(t, "resume")) })
}

func TestAnyMarkdownIsReadBack(t *testing.T) {
	f, _ := Find("md")
	rapid.Check(t, func(t *rapid.T) { isSame(t, "drawn", f, anyResume.Draw(t, "resume")) })
}
