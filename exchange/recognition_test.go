package exchange_test

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"resumax/exchange"
	"resumax/exchange/format"
	"resumax/exchange/pdftext"
	"resumax/resume"
)

// Resumes in French, German, Spanish and Portuguese as people write them are in
// testdata/recognition: text, Markdown, and what LibreOffice makes of documents and pages.
// Beside each is a file of labels, a line an item: its section and the fields that a careful
// person would fill in. What is measured is how many of these fields the reader fills in so,
// and how many it fills in besides.
const (
	recognitionFloor = 0.97 // of all fields
	recognitionEach  = 0.85 // of the fields of one resume
)

func TestRecognizesResumesInFourLanguages(t *testing.T) {
	folder := "testdata/recognition"
	if own := os.Getenv("RECOGNITION"); own != "" {
		folder = own
	}
	labels, err := filepath.Glob(filepath.Join(folder, "*.label"))
	if err != nil || len(labels) == 0 {
		t.Fatalf("no labels in %s: %v", folder, err)
	}
	pages := new(pdftext.Reader)
	defer pages.Close()
	var all tally
	for _, label := range labels {
		want, err := os.ReadFile(label)
		if err != nil {
			t.Fatal(err)
		}
		stem := strings.TrimSuffix(label, "label")
		files, err := filepath.Glob(stem + "*")
		if err != nil || len(files) != 2 {
			t.Fatalf("%s: %v, %v", label, files, err)
		}
		i := slices.IndexFunc(files, func(f string) bool { return f != label })
		var one tally
		d := read(t, pages, files[i])
		one.measure(d, string(want))
		if tag := d.TextAt(resume.LanguageSetting); tag != filepath.Base(label)[:2] {
			one.count(false, "the headings will be in %q", tag)
		}
		all.right += one.right
		all.all += one.all
		t.Logf("%s: %d of %d\n\t%s", filepath.Base(files[i]), one.right, one.all, strings.Join(one.wrong, "\n\t"))
		if float64(one.right) < recognitionEach*float64(one.all) {
			t.Errorf("%s: %d of %d fields right, want %.2f", filepath.Base(files[i]), one.right, one.all, recognitionEach)
		}
	}
	share := float64(all.right) / float64(all.all)
	t.Logf("all: %d of %d, %.3f", all.right, all.all, share)
	if share < recognitionFloor {
		t.Errorf("%.3f of the fields right, want %.3f", share, recognitionFloor)
	}
}

func read(t *testing.T, pages *pdftext.Reader, path string) resume.Document {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	got, err := exchange.Read(context.Background(), format.Input{Data: data, Name: path, Words: pages.Read})
	if err != nil {
		t.Fatal(err)
	}
	return got.Document
}

// tally counts fields.
type tally struct {
	right, all int
	wrong      []string
}

func (t *tally) count(ok bool, format string, args ...any) {
	t.all++
	if ok {
		t.right++
		return
	}
	t.wrong = append(t.wrong, fmt.Sprintf(format, args...))
}

// labeledFields are the members of items by what labels call them; the first is what an item
// is found by.
var labeledFields = map[string][][2]string{
	"work":         {{"position", "position"}, {"name", "name"}, {"location", "location"}, {"start", "startDate"}, {"end", "endDate"}},
	"education":    {{"degree", ""}, {"institution", "institution"}, {"start", "startDate"}, {"end", "endDate"}, {"score", "score"}},
	"certificates": {{"name", "name"}, {"issuer", "issuer"}, {"date", "date"}},
	"languages":    {{"language", "language"}, {"fluency", "fluency"}},
}

// measure compares a document with labels.
func (t *tally) measure(d resume.Document, labels string) {
	wanted := map[string][]map[string]string{}
	for _, line := range strings.Split(strings.TrimSpace(labels), "\n") {
		kind, rest, _ := strings.Cut(line, ": ")
		switch kind {
		case "skills", "interests":
			found := termsIn(d, kind)
			for _, term := range strings.Split(rest, "|") {
				t.count(slices.ContainsFunc(found, func(f string) bool { return same(f, term) || strings.HasPrefix(f, strings.ToLower(term)+" (") }), "%s: no %q in %q", kind, term, found)
			}
			continue
		}
		fields := map[string]string{}
		for _, f := range strings.Split(rest, "; ") {
			name, value, _ := strings.Cut(f, "=")
			fields[name] = value
		}
		if kind == "basics" {
			t.basics(d, fields)
			continue
		}
		wanted[kind] = append(wanted[kind], fields)
	}
	for _, kind := range []string{"work", "education", "certificates", "languages"} {
		t.items(d, kind, wanted[kind])
	}
}

func termsIn(d resume.Document, kind string) (all []string) {
	for i := range d.ListLen(resume.Root.Child(kind)) {
		at := resume.Root.Child(kind).Item(i)
		all = append(all, strings.ToLower(d.TextAt(at.Child("name"))))
		for k := range d.ListLen(at.Child("keywords")) {
			all = append(all, strings.ToLower(d.TextAt(at.Child("keywords").Item(k))))
		}
	}
	return all
}

func (t *tally) basics(d resume.Document, want map[string]string) {
	at := resume.Root.Child("basics")
	for _, name := range []string{"name", "label", "email", "phone", "summary", "city", "postalCode"} {
		in := at
		if name == "city" || name == "postalCode" {
			in = at.Child("location")
		}
		got := d.TextAt(in.Child(name))
		if value, ok := want[name]; ok {
			t.count(same(got, value), "%s: %q, want %q", name, got, value)
		} else if got != "" && name != "phone" {
			t.count(false, "%s: %q, want none", name, got)
		}
	}
}

// items compares the items of a section: each wanted one with the one that has most in
// common with it. One that nobody wants is a wrong field.
func (t *tally) items(d resume.Document, kind string, wanted []map[string]string) {
	n := d.ListLen(resume.Root.Child(kind))
	used := make([]bool, n)
	for _, want := range wanted {
		best, most := -1, 0
		for i := range n {
			var one tally
			one.item(d, kind, i, want)
			if !used[i] && one.right > most {
				best, most = i, one.right
			}
		}
		if best >= 0 {
			used[best] = true
		}
		t.item(d, kind, best, want)
	}
	for i, is := range used {
		if !is {
			t.count(false, "%s: a further item %v", kind, fieldsOf(d, kind, i))
		}
	}
}

func (t *tally) item(d resume.Document, kind string, i int, want map[string]string) {
	got := fieldsOf(d, kind, i)
	for _, f := range labeledFields[kind] {
		value := want[f[0]]
		if f[0] == "degree" {
			value = strings.TrimSpace(want["studyType"] + " " + want["area"])
		}
		if value == "-" {
			value = ""
		}
		has := got[f[0]]
		switch {
		case value == "" && has == "" && want[f[0]] == "":
			continue
		case f[0] == "institution" && want["location"] != "":
			value += ", " + want["location"] // there is no field for it
		case f[0] == "score" && value != "" && has != "" && strings.HasSuffix(value, " "+has) || strings.HasSuffix(has, " "+value):
			has = value
		}
		t.count(same(has, value), "%s: %s: %q, want %q", kind, f[0], has, value)
	}
	if lines, ok := want["lines"]; ok {
		t.count(got["lines"] == lines, "%s: %s: %s lines, want %s", kind, want["position"], got["lines"], lines)
	}
}

// fieldsOf are the fields of an item by what labels call them; none of one that is not there.
func fieldsOf(d resume.Document, kind string, i int) map[string]string {
	got := map[string]string{}
	if i < 0 {
		return got
	}
	at := resume.Root.Child(kind).Item(i)
	for _, f := range labeledFields[kind] {
		if f[1] != "" {
			got[f[0]] = d.TextAt(at.Child(f[1]))
		}
	}
	switch kind {
	case "education":
		got["degree"] = strings.TrimSpace(d.TextAt(at.Child("studyType")) + " " + d.TextAt(at.Child("area")))
	case "work":
		n := d.ListLen(at.Child("highlights"))
		if d.TextAt(at.Child("summary")) != "" {
			n++
		}
		got["lines"] = fmt.Sprint(n)
	}
	return got
}

// same reports whether two texts say the same but for capitals and the small words that join
// a degree to what was studied.
func same(a, b string) bool { return bare(a) == bare(b) }

func bare(text string) string {
	var list []string
	for _, w := range strings.Fields(strings.ToLower(text)) {
		switch w = strings.Trim(w, ",.:;()–"); w {
		case "", "de", "d'", "en", "em", "zum", "zur", "für", "als", "in", "of":
			continue
		}
		list = append(list, strings.TrimPrefix(w, "d'"))
	}
	return strings.Join(list, " ")
}
