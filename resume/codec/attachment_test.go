package codec

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"image"
	"image/jpeg"
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/photo"
)

func deflated(data string) string {
	var b bytes.Buffer
	z := zlib.NewWriter(&b)
	z.Write([]byte(data))
	z.Close()
	return b.String()
}

// stream is a PDF's object of an embedded file.
func stream(entries, data string) string {
	return fmt.Sprintf("%%PDF-1.7\n1 0 obj\n<</Type /Catalog /Names <</EmbeddedFiles 9 0 R>>>>\nendobj\n"+
		"2 0 obj\n<<%s /Length %d>>\nstream\n%s\nendstream\nendobj\n", entries, len(data), data)
}

func TestResumeInAPDF(t *testing.T) {
	const bomb = 1 << 20
	defer func(limit int64) { unpackLimit = limit }(unpackLimit)
	unpackLimit = bomb
	const ada = `{"basics": {"name": "Ada"}}`
	for name, pdf := range map[string]string{
		"compressed":      stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated(ada)),
		"filter first":    stream("/Filter /FlateDecode /Type /EmbeddedFile", deflated(ada)),
		"plain":           stream("/Type /EmbeddedFile", ada),
		"behind another":  stream("/Type /EmbeddedFile", "a,b,c") + stream("/Type /EmbeddedFile", ada),
		"returns in line": strings.ReplaceAll(stream("/Type /EmbeddedFile", ada), "stream\n", "stream\r\n"),
	} {
		d, problems, err := ParsePDF([]byte(pdf), "cv.pdf")
		if err != nil || len(problems) > 0 || d.Resume().Basics.Name != "Ada" {
			t.Errorf("%s: %+v, %v, %v", name, d.Resume().Basics, problems, err)
		}
	}
	if _, _, err := ParsePDF([]byte("%PDF-1.7\ntrailer\n<</Encrypt 3 0 R>>\n"+stream("/Type /EmbeddedFile", "locked")), "cv.pdf"); err == nil || !strings.Contains(err.Error(), "cv.pdf is a locked PDF") {
		t.Error(err)
	}
	for name, pdf := range map[string]string{
		"none":       "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n",
		"cut off":    stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated(ada)[:10]),
		"no data":    "%PDF-1.7 1 0 obj <</Type /EmbeddedFile",
		"other data": stream("/Type /EmbeddedFile", "a,b,c"),
		"a bomb":     stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated("{"+strings.Repeat(" ", bomb))),
		"two bombs": strings.Repeat(stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated(strings.Repeat(" ", bomb*3/4))), 2) +
			stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated("{"+strings.Repeat(" ", bomb/2)+"}")),
	} {
		if _, _, err := ParsePDF([]byte(pdf), "cv.pdf"); err == nil || !strings.Contains(err.Error(), "cv.pdf is a PDF without editable data") {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestAttachmentKeepsWhatIsPrivateAtHome(t *testing.T) {
	d, _, err := Parse([]byte(`{"$schema": "https://secret.example/schema.json",
		"basics": {"name": "Ada", "x-note": "call me", "image": "/home/ada/me.png", "location": {"address": "1 Mill Lane", "postalCode": "BA1", "city": "Bath"}},
		"work": [{"name": "Mill", "id": "w1", "startDate": "2020-03-15", "salary": 100, "highlights": ["Bread"], "highlightIds": [{"id": "h1", "text": "Braed"}]}],
		"meta": {"version": "v1.0.0", "resumax": {"design": "modern", "role": "baker", "words": ["Braed"], "notes": {"/work/0": "ask for more"}, "postings": ["Acme"]}}}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	text := string(Attachment(d, resume.Printed{}))
	for _, not := range []string{"notes", "ask for more", "postings", "Acme", "x-note", "secret", "home", "Lane", "BA1", "w1", "-15", "salary", "Ids", "Braed", "baker", "v1.0.0"} {
		if strings.Contains(text, not) {
			t.Errorf("%s goes out with the PDF: %s", not, text)
		}
	}
	again, _, err := Parse([]byte(text), "b.json")
	if err != nil || again.Resume().Meta.Design != "modern" || again.Resume().Basics.Location.City != "Bath" || again.Resume().Work[0].Start.Month != 3 {
		t.Errorf("%s, %v", text, err)
	}
}

// What is hidden is not on the page, and must not be read behind it either.
func TestAttachmentLeavesOutWhatIsHidden(t *testing.T) {
	d, _, err := Parse([]byte(`{"basics": {"name": "Ada", "summary": "gone 1", "profiles": [{"network": "gone 2", "hidden": true}, {"network": "GitHub"}]},
		"work": [{"name": "gone 3", "hidden": true}, {"name": "Mill", "highlights": ["Bread", "Rolls"]}],
		"awards": [{"title": "gone 4"}], "certifications": [{"name": "gone 5"}], "talks": [{"name": "gone 6"}],
		"meta": {"resumaxOriginal": "gone 7", "resumax": {"sections": [{"id": "summary", "hidden": true}, {"id": "awards", "hidden": true},
			{"id": "certificates", "hidden": true}, {"id": "talks", "hidden": true}, {"id": "work", "title": "Bakeries"}]}}}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	text := string(Attachment(d, resume.Printed{}))
	if strings.Contains(text, "gone") {
		t.Errorf("what is hidden goes out with the PDF: %s", text)
	}
	for _, kept := range []string{"GitHub", "Mill", "Bread", "Rolls", "Bakeries"} {
		if !strings.Contains(text, kept) {
			t.Errorf("%s is lost: %s", kept, text)
		}
	}
}

// A JSON export is its owner's file: it has all of the resume, but nothing of what
// the project keeps beside it, nor what a camera wrote into the photo.
func TestExport(t *testing.T) {
	d, _, err := Parse([]byte(`{"basics": {"name": "Ada", "x-note": "call me", "image": "`+gpsPhoto(t)+`", "location": {"address": "1 Mill Lane"}},
		"work": [{"name": "Mill", "hidden": true, "years": 1.50}], "awards": [{"title": "Best"}],
		"meta": {"version": "v1.0.0", "resumaxOriginal": "gone", "resumax": {"design": "modern", "role": "baker", "words": ["gone"],
			"variants": [{"name": "gone"}], "postings": ["gone"], "applications": ["gone"], "prep": {"notes": "gone"}, "future": "gone",
			"sections": [{"id": "awards", "hidden": true}]}}}`), "a.json")
	if err != nil {
		t.Fatal(err)
	}
	text := string(Export(d))
	for _, kept := range []string{"call me", "1 Mill Lane", "Mill", "1.50", "Best", "v1.0.0", "modern", "baker", "hidden", "data:image/jpeg"} {
		if !strings.Contains(text, kept) {
			t.Errorf("%s is lost: %s", kept, text)
		}
	}
	again, _, err := Parse([]byte(text), "b.json")
	if err != nil {
		t.Fatal(err)
	}
	file, err := photo.Data(again.TextAt("/basics/image"), photoLimit)
	if err != nil || bytes.Contains(file, []byte("GPS")) || strings.Contains(text, "gone") {
		t.Errorf("what stays at home goes out: %s, %v", text, err)
	}
	if saved := string(Encode(d)); !strings.Contains(saved, "variants") || !strings.Contains(saved, gpsPhoto(t)) {
		t.Error("saving does not keep all")
	}
}

// gpsPhoto is a photo, as a data: URI, that says where it was taken.
func gpsPhoto(t *testing.T) string {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, image.NewGray(image.Rect(0, 0, 8, 8)), nil); err != nil {
		t.Fatal(err)
	}
	segment := "\xff\xe1\x00\x11Exif\x00\x00GPS 52.52"
	return photo.URI([]byte("\xff\xd8" + segment + b.String()[2:]))
}

func FuzzAttached(f *testing.F) {
	f.Add([]byte(stream("/Type /EmbeddedFile /Filter /FlateDecode", deflated(`{"basics": {}}`))))
	f.Add([]byte("%PDF-1.4 obj /EmbeddedFile stream endstream"))
	f.Add([]byte(strings.Repeat("/EmbeddedFile stream", 50)))
	f.Fuzz(func(t *testing.T, pdf []byte) {
		if file, ok := attached(pdf); ok && len(file) > SizeLimit {
			t.Errorf("%d bytes", len(file))
		}
		if d, _, err := ParsePDF(append([]byte("%PDF-1.7\n"), pdf...), "x.pdf"); err == nil && d.Root().Kind() != resume.Object {
			t.Error("no object")
		}
	})
}

func TestIsPDF(t *testing.T) {
	const object = "%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"
	for text, want := range map[string]bool{
		object:                                true,
		"%PDF-1.7":                            true,
		"\r\nJUNK\n" + object:                 true,
		strings.Repeat("\n", 2000) + object:   false,
		"A file of PDF begins with\n%PDF-1.7": false,
		"{}":                                  false,
		"":                                    false,
	} {
		if IsPDF([]byte(text)) != want {
			t.Errorf("%.40q is a PDF: %v", text, !want)
		}
	}
}
