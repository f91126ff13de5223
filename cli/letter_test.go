package cli

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange"
	"resumax/exchange/docx"
	"resumax/exchange/format"
	"resumax/exchange/html"
	"resumax/exchange/markdown"
	"resumax/exchange/pdftext"
	"resumax/exchange/structure"
	"resumax/job/letter"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/layout"
	"resumax/resume"
	"resumax/resume/codec"
	"resumax/storage/userdata"
)

// letterFile is a resume with a letter of the base, in a folder of its own.
func letterFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "cv.json")
	write(t, path, readFile(t, "../job/letter/testdata/ines.json"))
	return path
}

func TestExportOfALetter(t *testing.T) {
	golden(t, "letter.txt.golden", run("export", letterFile(t), "--letter", "--format", "txt", "-o", "-").silent(t).out)
	golden(t, "letter.md.golden", run("export", letterFile(t), "--letter", "--format", "md", "-o", "-").silent(t).out)
	golden(t, "letter.html.golden", run("export", letterFile(t), "--letter", "--format", "html", "-o", "-").silent(t).out)
}

func TestWhereALetterGoes(t *testing.T) {
	file := letterFile(t)
	for _, f := range exchange.LetterWriters() {
		run("export", file, "--letter", "--format", f.ID).silent(t)
		if _, err := os.Stat(filepath.Join(filepath.Dir(file), "cv-letter."+f.Extension())); err != nil {
			t.Error(err)
		}
	}
}

func TestLettersThatAreNotExported(t *testing.T) {
	edited := func(edit func(resume.Document) resume.Document) string {
		d, _, err := codec.Parse([]byte(readFile(t, "../job/letter/testdata/ines.json")), "x")
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join(t.TempDir(), "cv.json")
		write(t, path, string(codec.Encode(edit(d))))
		return path
	}
	set := func(at resume.Address, text string) func(resume.Document) resume.Document {
		return func(d resume.Document) resume.Document {
			next, err := d.SetText(at, text)
			if err != nil {
				t.Fatal(err)
			}
			return next
		}
	}
	first := letter.Letters.Item(0)
	whole := edited(func(d resume.Document) resume.Document { return d })
	for _, c := range []struct {
		file, args, want string
		code             int
	}{
		{edited(func(d resume.Document) resume.Document { return d.Without(letter.Letters) }), "", "there is no cover letter for the resume: start one in ResuMax", exitFailed},
		{edited(set(first.Child("paragraphs").Item(1), "It cut [how much? in ms].")), "", "placeholder left in the letter: fill in or remove “[how much? in ms]”", exitFailed},
		{edited(set(first.Child("subject"), "[which job?]")), "", "“[which job?]”", exitFailed},
		{edited(set("/basics/phone", "[which number?]")), "", "placeholder left at /basics/phone", exitFailed},
		{edited(set(first.Child("variant"), "variant-9")), "", "there is no cover letter for the resume", exitFailed},
		{whole, "--format json", "a cover letter can't be written as json: choose pdf", exitUsage},
		{whole, "--anonymous", "exclude each other", exitUsage},
		{whole, "--attach", "exclude each other", exitUsage},
		{whole, "--variant nobody", "nobody", exitFailed},
	} {
		got := run(append([]string{"export", c.file, "--letter", "-o", filepath.Join(t.TempDir(), "out.pdf")}, strings.Fields(c.args)...)...)
		if c.args == "--format json" {
			got = run("export", c.file, "--letter", "--format", "json", "-o", "-")
		}
		if got.code != c.code || !strings.Contains(got.err, c.want) || strings.Count(strings.TrimSpace(got.err), "\n") > 1 {
			t.Errorf("%s: %d, %q; want %d, %q", c.args, got.code, got.err, c.code, c.want)
		}
	}
	// What is left in the resume itself keeps no letter back.
	run("export", edited(set("/work/0/highlights/0", "Cut costs by [how much?]")), "--letter", "-o", "-").done(t)
	// And what is left in a letter keeps no resume back.
	run("export", edited(set(first.Child("subject"), "[which job?]")), "-o", "-").done(t)
}

// words are those of a text, without what sets them apart.
func wordsOf(text string) []string {
	return strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(" \u00a0\n\t|·•", r) })
}

// onPages are the words on pages, in their order.
func onPages(doc *layout.Document) []string {
	var b strings.Builder
	for _, p := range doc.Pages {
		y := 0.0
		for _, i := range p.Items {
			if i.Kind != layout.Text || i.Index < 0 {
				continue
			}
			if i.Baseline != y {
				b.WriteByte('\n')
			}
			y = i.Baseline
			b.WriteString(i.Run.Text)
		}
	}
	return wordsOf(b.String())
}

// Whatever a letter says, in whatever country's form: each word of it is on the page, in
// order, in every design; and the text export says the same words.
func TestLettersOnPages(t *testing.T) {
	d, _, err := codec.Parse([]byte(readFile(t, "../job/letter/testdata/ines.json")), "x")
	if err != nil {
		t.Fatal(err)
	}
	designs, _ := home().Designs()
	countries, _ := letter.Countries()
	tags, _ := letter.Languages()
	word := rapid.StringMatching(`[A-Za-zäéñß0-9][a-zäéñß0-9]{0,12}[.,!]?`)
	line := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 9).Draw(t, "words"), " ") })
	long := rapid.Custom(func(t *rapid.T) string { return strings.Join(rapid.SliceOfN(word, 0, 120).Draw(t, "words"), " ") })
	txt, _ := exchange.Find("txt")
	typesetter := render.NewTypesetter()
	rapid.Check(t, func(t *rapid.T) {
		l := letter.Letter{Language: rapid.SampledFrom(tags).Draw(t, "language"), Country: rapid.SampledFrom(countries).Draw(t, "country"), Date: rapid.SampledFrom([]string{"", "2026-03-31", "soon"}).Draw(t, "date"),
			To:      letter.Addressee{Name: line.Draw(t, "name"), Title: line.Draw(t, "title"), Employer: line.Draw(t, "employer"), Address: line.Draw(t, "street") + "\n" + line.Draw(t, "town")},
			Subject: line.Draw(t, "subject"), Salutation: line.Draw(t, "salutation"), Closing: line.Draw(t, "closing"), Signature: line.Draw(t, "signature"), Enclosures: line.Draw(t, "enclosures"),
			Paragraphs: rapid.SliceOfN(long, 0, 8).Draw(t, "paragraphs")}
		r := d.Resume()
		o := l.Options("/meta/resumax/letters/0", r, render.Options{Design: rapid.SampledFrom(designs).Draw(t, "design")})
		doc := typesetter.Typeset(r, o)
		var want []string
		for _, b := range render.Blocks(r, o) {
			want = append(want, wordsOf(b.Text(" | "))...)
		}
		body := l.Outline("/x", r)
		said := ""
		for _, p := range body.Texts {
			said += p.Text + "\n"
		}
		if got := wordsOf(said); !strings.HasSuffix(strings.Join(want, " "), strings.Join(got, " ")) {
			t.Fatalf("the blocks end with other words than the letter:\n%s\n%s", strings.Join(want, " "), strings.Join(got, " "))
		}
		for _, text := range append([]string{l.To.Name, l.To.Title, l.To.Employer, l.Subject, l.Salutation, l.Closing, l.Signature, l.Enclosures}, l.Paragraphs...) {
			if !strings.Contains(strings.Join(wordsOf(said), " "), strings.Join(wordsOf(text), " ")) {
				t.Fatalf("%q is not in the letter", text)
			}
		}
		if got := onPages(doc); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("%s: on the pages:\n%s\nwanted:\n%s", o.Design.ID, strings.Join(got, " "), strings.Join(want, " "))
		}
		out, err := txt.Write(format.Source{Document: d, Options: o})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := out.File(0)
		if got := wordsOf(string(data)); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Fatalf("the text says:\n%s\nwanted:\n%s", strings.Join(got, " "), strings.Join(want, " "))
		}
	})
}

// A letter of usual length fits its page in every design, with the head of the resume, and
// the PDF is read back word for word.
func TestLettersInAllDesigns(t *testing.T) {
	file := letterFile(t)
	reader := &pdftext.Reader{Cache: userdata.PDFiumCode()}
	defer reader.Close()
	want := wordsOf(run("export", file, "--letter", "--format", "txt", "-o", "-").done(t).out)
	designs, _ := home().Designs()
	for _, d := range designs {
		out := filepath.Join(t.TempDir(), d.ID+".pdf")
		run("export", file, "--letter", "--design", d.ID, "-o", out).silent(t)
		data := readFile(t, out)
		pages, err := reader.Read(t.Context(), []byte(data))
		if err != nil || len(pages) != 1 {
			t.Fatalf("%s: %d pages, %v", d.ID, len(pages), err)
		}
		if w := pages[0].Width; w != design.Letter.Width {
			t.Errorf("%s: a letter to the United States is %g points wide", d.ID, w)
		}
		var got []string
		for _, w := range pages[0].Words {
			got = append(got, wordsOf(w.Text)...)
		}
		if strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: the PDF reads\n%s\nwanted\n%s", d.ID, got, want)
		}
	}
}

// Word's file, the web page and Markdown say what the text says, word for word.
func TestLettersInOtherFormats(t *testing.T) {
	file := letterFile(t)
	export := func(id string) string {
		return run("export", file, "--letter", "--format", id, "-o", "-").silent(t).out
	}
	want := strings.Join(wordsOf(export("txt")), " ")
	said := func(all []structure.Paragraph, err error) string {
		if err != nil {
			t.Fatal(err)
		}
		var b strings.Builder
		for _, p := range all {
			for _, r := range p.Runs {
				b.WriteString(r.Text)
			}
			b.WriteByte('\n')
		}
		return strings.Join(wordsOf(b.String()), " ")
	}
	page, err := html.ParseText(export("html"))
	if err != nil {
		t.Fatal(err)
	}
	for id, got := range map[string]string{
		"docx": said(docx.Paragraphs(t.Context(), []byte(export("docx")), "letter.docx")),
		"md":   said(markdown.Paragraphs(export("md")), nil),
		"html": said(html.Paragraphs(page, page), nil),
	} {
		if got != want {
			t.Errorf("%s says\n%s\nwanted\n%s", id, got, want)
		}
	}
}
