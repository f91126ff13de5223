package exchange

import (
	"archive/zip"
	"bytes"
	"errors"
	"strings"
	"testing"

	"resumax/exchange/format"
)

// zipOf is a ZIP file with an empty file of a name.
func zipOf(t *testing.T, name string) string {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	if _, err := z.Create(name); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestDetectSaysWhatAFileIs(t *testing.T) {
	for name, c := range map[string]struct{ data, want string }{
		"an old document":     {"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\x00\x00", "Word 2003"},
		"a program":           {"\x7fELF\x02\x01\x01\x00\x00\x00\x00\x00", "ResuMax reads PDF, Word"},
		"a document of Pages": {"PK\x03\x04 Index/Document.iwa", "Export To"},
		"another archive":     {zipOf(t, "photo.jpg"), "unpack it"},
		"half a document":     {zipOf(t, "word/document.xml")[:40], "not downloaded completely"},
		"a scan":              {"\x89PNG\r\n\x1a\n\x00\x00", "picture"},
		"a photo of a page":   {"\xff\xd8\xff\xe0\x00\x10JFIF", "picture"},
	} {
		_, err := Detect([]byte(c.data), "“cv”")
		if err == nil || !strings.HasPrefix(err.Error(), "“cv” ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		var picture *format.PictureError
		if errors.As(err, &picture) != (c.want == "picture") {
			t.Errorf("%s: %T", name, err)
		}
	}
	for text, want := range map[string]*format.Format{"{\"basics\": {": Unknown(), " \n": Unknown(), "null": Unknown(), "%PDF-1.7": Default()} {
		if f, err := Detect([]byte(text), "cv"); f != want || err != nil {
			t.Errorf("%q is read as %v, %v", text, f, err)
		}
	}
	if f, err := Detect([]byte("Ada Example\nNurse\n"), "cv"); err != nil || f.ID != "txt" {
		t.Errorf("a text is read as %v, %v", f, err)
	}
}
