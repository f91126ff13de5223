package exchange

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"resumax/exchange/format"
	"resumax/render"
	"resumax/render/design"
	"resumax/render/outline"
	"resumax/resume/codec"
)

// LibreOffice shows the words of the files that we write, all of them and in their order,
// in every design, and knows which are headings of sections and entries, and points of lists:
// it tags them in its PDFs. The test needs LibreOffice and poppler, and is skipped without them.
func TestLibreOfficeShowsTheSameWords(t *testing.T) {
	for _, tool := range []string{"soffice", "pdftotext", "pdfinfo"} {
		if _, err := exec.LookPath(tool); err != nil {
			t.Skip("the test is of LibreOffice, read with poppler, and there is no ", tool)
		}
	}
	if testing.Short() {
		t.Skip("-short leaves out what starts LibreOffice")
	}
	dir := t.TempDir()
	want, tagged := map[string]string{}, map[string][]string{}
	args := []string{"-env:UserInstallation=file://" + filepath.Join(dir, "profile"), "--headless",
		"--convert-to", `pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}`, "--outdir", filepath.Join(dir, "out")}
	for _, sample := range []string{"two-pages", "samples/academic", "samples/junior"} {
		data, err := os.ReadFile("../render/testdata/" + sample + ".json")
		if err != nil {
			t.Fatal(err)
		}
		d, _, err := codec.Parse(data, sample)
		if err != nil {
			t.Fatal(err)
		}
		for _, one := range design.All() {
			for _, id := range officeFormats {
				if sample != "two-pages" && one.ID != "classic" {
					continue
				}
				f, _ := Find(id)
				o := optionsOf(d, one.ID)
				out, err := f.Write(format.Source{Document: d, Options: o})
				if err != nil {
					t.Fatal(err)
				}
				file, _ := out.File(0)
				name := strings.ReplaceAll(sample, "/", "-") + "-" + one.ID + "-" + id
				path := filepath.Join(dir, name+"."+id)
				if err := os.WriteFile(path, file, 0o600); err != nil {
					t.Fatal(err)
				}
				args = append(args, path)
				want[name] = shown(render.Blocks(d.Resume(), o), one)
				tagged[name] = structured(render.Blocks(d.Resume(), o))
			}
		}
	}
	if out, err := exec.Command("soffice", args...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	for name, want := range want {
		text, err := exec.Command("pdftotext", "-raw", filepath.Join(dir, "out", name+".pdf"), "-").Output()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := lettersOf(string(text)); got != want {
			i := 0
			for i < min(len(got), len(want)) && got[i] == want[i] {
				i++
			}
			t.Errorf("%s: …%.120s\nwant …%.120s", name, got[max(0, i-20):], want[max(0, i-20):])
		}
		tree, err := exec.Command("pdfinfo", "-struct-text", filepath.Join(dir, "out", name+".pdf")).Output()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		got := tags(string(tree))
		for i := range max(len(got), len(tagged[name])) {
			a, b := "", ""
			if i < len(tagged[name]) {
				a = tagged[name][i]
			}
			if i < len(got) {
				b = got[i]
			}
			if a == "" || !strings.HasPrefix(b, a) {
				t.Errorf("%s: %d of %d headings and points is %q, want %q", name, i, len(got), b, a)
				break
			}
		}
	}
}

// structured are the headings of sections (H1) and entries (H2) and the points (LI) of a
// resume, with the letters that each begins with.
func structured(blocks []outline.Block) (all []string) {
	for _, b := range blocks {
		switch b.Kind {
		case outline.Heading:
			all = append(all, "H1 "+lettersOf(b.Text("")))
		case outline.Entry, outline.Position:
			text := ""
			for _, p := range b.Of(outline.Title) {
				text += p.Text()
			}
			if text == "" { // the head is a line of the rest
				text = b.Text("")
			}
			all = append(all, "H2 "+lettersOf(text))
		case outline.Bullet:
			all = append(all, "LI "+lettersOf(b.Text("")))
		}
	}
	return all
}

// tags are the headings and points in the structure of a PDF as pdfinfo prints it, with their
// letters.
func tags(tree string) (all []string) {
	open := false
	for _, line := range strings.Split(tree, "\n") {
		line = strings.TrimSpace(line)
		name, isBlock := strings.CutSuffix(strings.TrimSuffix(line, ":"), " (block)")
		switch {
		case isBlock && (name == "H1" || name == "H2" || name == "LI"):
			all, open = append(all, name+" "), true
		case isBlock && (name == "LBody" || name == "P" && open && len(all) > 0 && all[len(all)-1] == "LI "):
		case isBlock:
			open = false
		case open && strings.HasPrefix(line, `"`):
			all[len(all)-1] += lettersOf(line)
		}
	}
	return all
}

// shown are the letters that a file shows, in its order: that of the page, with dates where
// the design has them.
func shown(blocks []outline.Block, d *design.Design) string {
	var b strings.Builder
	for _, block := range blocks {
		if block.Kind == outline.Photo {
			continue
		}
		dates, rest, where := "", "", ""
		for _, p := range block.Parts {
			switch p.Role {
			case outline.Dates:
				dates += p.Text()
			case outline.Organization, outline.Place, outline.Detail:
				where += p.Text()
			default:
				rest += p.Text()
			}
		}
		if block.Kind == outline.Record || len(block.Of(outline.Organization)) == 0 {
			rest, where = rest+where, ""
		}
		switch {
		case d.Dates.Place == "above" && block.Kind != outline.Record:
			b.WriteString(dates + rest + where)
		case d.Dates.Place == "below" && block.Kind != outline.Record:
			b.WriteString(rest + where + dates)
		default:
			b.WriteString(rest + dates + where)
		}
	}
	return lettersOf(b.String())
}

// lettersOf are the letters and digits of a text, in small letters.
func lettersOf(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, text)
}
