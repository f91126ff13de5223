package exchange

import (
	"archive/zip"
	"bytes"
	"context"
	"fmt"
	"image"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/photo"
)

// said is what blocks say, as far as a word processor's file can hold it: a line for each
// part, with its role, its looks and where it leads.
func said(blocks []outline.Block) (all []string) {
	for _, b := range blocks {
		if b.Kind == outline.Photo {
			all = append(all, "photo")
			continue
		}
		for _, p := range b.Parts {
			var spans []outline.Span
			for _, s := range p.Spans {
				s.Address = ""
				if n := len(spans) - 1; n >= 0 && strings.TrimSpace(s.Text) == "" { // how a space looks is not seen
					spans[n].Text += s.Text
					continue
				}
				if n := len(spans) - 1; n >= 0 && spans[n].Link == s.Link && spans[n].Bold == s.Bold && spans[n].Italic == s.Italic {
					spans[n].Text += s.Text
					continue
				}
				spans = append(spans, s)
			}
			line := fmt.Sprintf("%v %v", b.Kind, p.Role)
			for _, s := range spans {
				line += fmt.Sprintf(" %q", strings.TrimSpace(s.Text))
				if s.Link != "" {
					line += " → " + s.Link
				}
				if s.Bold || s.Italic {
					line += fmt.Sprintf(" %v/%v", s.Bold, s.Italic)
				}
			}
			all = append(all, line)
		}
	}
	return all
}

// officeFormats are the formats of word processors that are written.
var officeFormats = []string{"docx", "odt"}

// tester is a test, of properties or not.
type tester interface {
	Helper()
	Fatal(...any)
	Fatalf(string, ...any)
	Errorf(string, ...any)
}

func writtenAndRead(t tester, id string, s format.Source) format.Reading {
	t.Helper()
	f, _ := Find(id)
	out, err := f.Write(s)
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.File(0)
	if err != nil {
		t.Fatal(err)
	}
	if got, ok := Sniff(data); !ok || got != f {
		t.Fatalf("%s is not recognized", id)
	}
	r, err := Read(context.Background(), format.Input{Data: data, Name: "x." + id})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func optionsOf(d resume.Document, one string) render.Options {
	return render.Setup{Designs: design.All(), Over: render.Over{Design: one}}.Options(d.Resume())
}

// What a resume's pages say comes back from word processors' files, in every design.
func TestOfficeRoundTripOfSamples(t *testing.T) {
	files, _ := filepath.Glob("../render/testdata/*.json")
	more, _ := filepath.Glob("../render/testdata/samples/*.json")
	files = append(files, more...)
	if len(files) < 4 {
		t.Fatal("no samples")
	}
	for n, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := codec.Parse(data, file)
		if err != nil {
			t.Fatal(err)
		}
		all := design.All()
		one := all[n%len(all)].ID
		for _, id := range officeFormats {
			sameAgain(t, id, d, one)
		}
	}
}

func sameAgain(t tester, id string, d resume.Document, one string) {
	t.Helper()
	o := optionsOf(d, one)
	r := writtenAndRead(t, id, format.Source{Document: d, Options: o})
	want, got := said(render.Blocks(d.Resume(), o)), said(render.Blocks(r.Document.Resume(), o))
	if !reflect.DeepEqual(want, got) {
		for i := range max(len(want), len(got)) {
			a, b := "", ""
			if i < len(want) {
				a = want[i]
			}
			if i < len(got) {
				b = got[i]
			}
			if a != b {
				t.Fatalf("%s, %s: line %d:\n%s\n%s\n%s", id, one, i, a, b, r.Document.Root())
			}
		}
	}
	if len(r.Left) > 0 {
		t.Errorf("%s: left %+v", id, r.Left)
	}
}

// words are texts that make a resume hard to write down.
func words() *rapid.Generator[string] {
	return rapid.OneOf(
		rapid.StringMatching(`[A-Za-z][a-z]{1,8}( [A-Za-z0-9&<>"'*_\[\]()/:;,.#+%-]{1,9}){0,4}`),
		rapid.SampledFrom([]string{"C++, C# & Go", "Ž. Łukasz", "R&D <b>lead</b>", "5 * 3 * 2", "a [b](c)", "“quoted” – dash", "한국어 이력서", "مهندسة برمجيات", "日本語", "50 %", "x\\*y",
			"• dot", "o tab", "(2019)", "Grade 3", "3.9/4", "Present", "A: B", "C, D", "E – F", "G (H)", "Mar 2021", "&amp;", "𝒳 emoji 🎉", "é combining", "-", "Skills", "Experience"}),
	)
}

// aResume is a resume with any of the fields that pages show.
func aResume(t *rapid.T) resume.Document {
	text := func(name string) resume.Value { return resume.Text(words().Draw(t, name)) }
	maybe := func(name string) bool { return rapid.IntRange(0, 3).Draw(t, name+"?") > 0 }
	date := func(name string) string {
		return rapid.SampledFrom([]string{"2019", "2020-03", "2021-11", "2022-05-17", "Summer 2018", ""}).Draw(t, name)
	}
	object := func(names ...string) (all []resume.Member) {
		for _, n := range names {
			if !maybe(n) {
				continue
			}
			switch {
			case strings.HasSuffix(n, "ate"):
				if d := date(n); d != "" {
					all = append(all, resume.Member{Name: n, Value: resume.Text(d)})
				}
			case n == "url":
				all = append(all, resume.Member{Name: n, Value: resume.Text(rapid.SampledFrom([]string{"https://example.org/a?b=1&c=2", "example.org", "http://x.example/", "not a link"}).Draw(t, n))})
			case n == "highlights" || n == "keywords" || n == "courses" || n == "roles":
				var list []resume.Value
				for range rapid.IntRange(1, 3).Draw(t, n) {
					list = append(list, resume.Text(inline(t, n != "highlights")))
				}
				all = append(all, resume.Member{Name: n, Value: resume.List(list...)})
			case n == "summary" || n == "description" || n == "reference":
				var lines []string
				for range rapid.IntRange(1, 3).Draw(t, n) {
					line := inline(t, false)
					if maybe("bullet") {
						line = resume.BulletMark + line
					}
					lines = append(lines, line)
				}
				all = append(all, resume.Member{Name: n, Value: resume.Text(strings.Join(lines, "\n"))})
			default:
				all = append(all, resume.Member{Name: n, Value: text(n)})
			}
		}
		return all
	}
	var members []resume.Member
	basics := object("name", "label", "summary", "url")
	if maybe("email") {
		basics = append(basics, resume.Member{Name: "email", Value: resume.Text("a.b@example.org")})
	}
	if maybe("phone") {
		basics = append(basics, resume.Member{Name: "phone", Value: resume.Text("+44 20 7946 0000")})
	}
	if maybe("location") {
		basics = append(basics, resume.Member{Name: "location", Value: resume.Struct(object("city", "region", "countryCode")...)})
	}
	if maybe("profiles") {
		basics = append(basics, resume.Member{Name: "profiles", Value: resume.List(
			resume.Struct(resume.Member{Name: "network", Value: resume.Text("GitHub")}, resume.Member{Name: "username", Value: resume.Text("ada")}, resume.Member{Name: "url", Value: resume.Text("https://github.com/ada")}),
			resume.Struct(resume.Member{Name: "network", Value: text("network")}, resume.Member{Name: "username", Value: text("user")}))})
	}
	members = append(members, resume.Member{Name: "basics", Value: resume.Struct(basics...)})
	for _, s := range []struct {
		key    string
		fields string
	}{
		{"work", "name position location description url startDate endDate summary highlights keywords"},
		{"volunteer", "organization position url startDate endDate summary highlights"},
		{"education", "institution url area studyType startDate endDate score courses"},
		{"projects", "name entity type roles url startDate endDate description highlights keywords"},
		{"skills", "name level keywords"}, {"languages", "language fluency"}, {"interests", "name keywords"},
		{"certificates", "name issuer date url"}, {"awards", "title awarder date summary"}, {"publications", "name publisher releaseDate url summary"},
		{"references", "name reference"}, {"patents", "name organization position location number url date summary highlights keywords"},
		{"side-gigs", "name summary"},
	} {
		if rapid.IntRange(0, 2).Draw(t, s.key) > 0 {
			continue
		}
		var items []resume.Value
		for range rapid.IntRange(1, 3).Draw(t, "items") {
			items = append(items, resume.Struct(object(strings.Fields(s.fields)...)...))
		}
		members = append(members, resume.Member{Name: s.key, Value: resume.List(items...)})
	}
	d, _, err := codec.Parse(codec.Encode(resume.NewDocument(resume.Struct(members...))), "x")
	if err != nil {
		t.Fatal(err)
	}
	if maybe("language") {
		tag := rapid.SampledFrom(append(resume.WordingTags(), "pt-BR", "en-GB", "eo")).Draw(t, "tag")
		if d, err = d.Set(resume.LanguageSetting, resume.Text(tag)); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(d.Resume().Sections); maybe("moved") && n > 1 {
		if d, err = d.MoveSection(rapid.IntRange(0, n-1).Draw(t, "from"), rapid.IntRange(0, n-1).Draw(t, "to")); err != nil {
			t.Fatal(err)
		}
		if d, err = d.RenameSection(d.Resume().Sections[0].Key, "Ab & Cd"); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

// inline is a text, maybe with marks.
func inline(t *rapid.T, plain bool) string {
	text := words().Draw(t, "text")
	if plain {
		return text
	}
	switch rapid.IntRange(0, 5).Draw(t, "mark") {
	case 0:
		return "**bold** " + text + " *italic*"
	case 1:
		return text + " [link](https://example.org/x) end"
	case 2:
		return "***both***, " + text
	}
	return text
}

func TestOfficeRoundTrip(t *testing.T) {
	designs := design.All()
	rapid.Check(t, func(rt *rapid.T) {
		d := aResume(rt)
		one := rapid.SampledFrom(designs).Draw(rt, "design").ID
		for _, id := range officeFormats {
			sameAgain(rt, id, d, one)
		}
	})
}

// Two files of one resume are the same.
func TestOfficeFilesAreRepeatable(t *testing.T) {
	for _, id := range officeFormats {
		f, _ := Find(id)
		var first []byte
		for range 5 {
			out, err := f.Write(source(t))
			if err != nil {
				t.Fatal(err)
			}
			data, _ := out.File(0)
			if first != nil && !bytes.Equal(first, data) {
				t.Errorf("%s differs", id)
			}
			first = data
		}
	}
}

// The photo is in the file as a picture, and comes back; a name and numbers over further
// pages are no text of the resume.
func TestOfficeFilesHoldPhotoAndNumbers(t *testing.T) {
	picture := image.NewGray(image.Rect(0, 0, 90, 120))
	for i := range picture.Pix {
		picture.Pix[i] = byte(i)
	}
	var b bytes.Buffer
	if err := png.Encode(&b, picture); err != nil {
		t.Fatal(err)
	}
	s := source(t)
	var err error
	if s.Document, err = s.Document.Set(resume.Basics.Child("image"), resume.Text(photo.URI(b.Bytes()))); err != nil {
		t.Fatal(err)
	}
	s.Options.Numbers = true
	for _, id := range officeFormats {
		r := writtenAndRead(t, id, s)
		if !strings.HasPrefix(r.Document.Resume().Basics.Image, "data:image/jpeg;base64,") {
			t.Errorf("%s: the photo is %.40q", id, r.Document.Resume().Basics.Image)
		}
		if len(r.Left) > 0 || r.Document.Resume().Basics.Name != "Ada Example" {
			t.Errorf("%s: %+v, left %+v", id, r.Document.Resume().Basics.Name, r.Left)
		}
	}
}

// What someone adds in a word processor is recognized, though it is in none of our styles.
func TestOfficeFilesThatWereEdited(t *testing.T) {
	f, _ := Find("docx")
	out, err := f.Write(source(t))
	if err != nil {
		t.Fatal(err)
	}
	data, _ := out.File(0)
	edited := edit(t, data, "word/document.xml", func(text string) string {
		i := strings.Index(text, "<w:sectPr>")
		return text[:i] + `<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Miller, Weir Ltd</w:t></w:r><w:r><w:tab/><w:t>Jan 2015 – Feb 2018</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>Ground 40 tons a day.</w:t></w:r></w:p>` + text[i:]
	})
	r, err := Read(t.Context(), format.Input{Data: edited, Name: "x.docx"})
	if err != nil {
		t.Fatal(err)
	}
	work := r.Document.Resume().Work
	if len(work) != 2 || work[0].Position != "Baker" || work[1].Name != "Weir Ltd" || work[1].Start.ISO() != "2015-01" || len(work[1].Highlights) != 1 {
		t.Errorf("%s", r.Document.Root())
	}
	// A change of a field's own text is that field's.
	edited = edit(t, data, "word/document.xml", func(text string) string { return strings.Replace(text, ">Mill<", ">Mill &amp; Sons<", 1) })
	if r, err = Read(t.Context(), format.Input{Data: edited, Name: "x.docx"}); err != nil || r.Document.Resume().Work[0].Name != "Mill & Sons" {
		t.Errorf("%v, %s", err, r.Document.Root())
	}
}

// edit is an archive with a part changed.
func edit(t testing.TB, data []byte, name string, change func(string) string) []byte {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range r.File {
		from, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Fatal(err)
		}
		if f.Name == name {
			text = []byte(change(string(text)))
		}
		to, err := w.Create(f.Name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := to.Write(text); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}
