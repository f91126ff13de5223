package pdf

import (
	"bytes"
	"compress/zlib"
	"context"
	"errors"
	"fmt"
	"testing"

	"resumax/exchange/format"
	"resumax/exchange/pdftext"
)

// with is a PDF with an embedded file.
func with(file string) []byte {
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	z.Write([]byte(file))
	z.Close()
	return fmt.Appendf(nil, "%%PDF-1.7\n5 0 obj\n<< /Type /EmbeddedFile /Subtype /text#2fxml /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream\nendobj\n", packed.Len(), packed.Bytes())
}

// A PDF of Europass comes back as the data that it carries, without a look at its pages.
// Where these say nothing, or there are none, the pages are read.
func TestEuropassInPDF(t *testing.T) {
	const cv = `<Candidate xmlns:oa="a" xmlns:hr="h"><CandidatePerson><PersonName><oa:GivenName>Ada</oa:GivenName><hr:FamilyName>Example</hr:FamilyName></PersonName></CandidatePerson></Candidate>`
	pages := errors.New("the pages are read")
	words := func(context.Context, []byte) ([]pdftext.Page, error) { return nil, pages }
	got, err := Format.Read(context.Background(), format.Input{Data: with(cv), Name: "cv.pdf", Words: words})
	if name := got.Document.Resume().Basics.Name; err != nil || name != "Ada Example" {
		t.Errorf("%q, %v", name, err)
	}
	for _, other := range []string{"<Candidate></Candidate>", cv[:40], "<invoice/>", `{"a": 1}`} {
		if _, err := Format.Read(context.Background(), format.Input{Data: with(other), Name: "cv.pdf", Words: words}); !errors.Is(err, pages) {
			t.Errorf("%s: %v", other, err)
		}
		if _, err := Format.Read(context.Background(), format.Input{Data: with(other), Name: "cv.pdf"}); err == nil {
			t.Errorf("%s is read without its pages", other)
		}
	}
}
