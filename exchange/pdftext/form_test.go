package pdftext

import (
	"context"
	"fmt"
	"strings"
	"testing"
)

// What is written into a form is read where it stands, and the page's links still are.
func TestForm(t *testing.T) {
	stream := func(dict, data string) string {
		return fmt.Sprintf("<<%s /Length %d>>\nstream\n%s\nendstream", dict, len(data), data)
	}
	var file strings.Builder
	file.WriteString("%PDF-1.7\n")
	for i, object := range []string{
		"<</Type /Catalog /Pages 2 0 R /AcroForm <</Fields [6 0 R]>>>>",
		"<</Type /Pages /Kids [4 0 R] /Count 1>>",
		"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
		"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources <</Font <</F 3 0 R>>>> /Contents 5 0 R /Annots [6 0 R 8 0 R]>>",
		stream("", "BT /F 11 Tf 50 700 Td (Name:) Tj 0 -100 Td (Site) Tj ET"),
		"<</Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada Example) /F 4 /Rect [100 696 300 716] /P 4 0 R /AP <</N 7 0 R>>>>",
		stream("/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources <</Font <</F 3 0 R>>>>", "/Tx BMC BT /F 11 Tf 2 4 Td (Ada Example) Tj ET EMC"),
		"<</Type /Annot /Subtype /Link /Rect [45 595 90 615] /A <</S /URI /URI (https://ada.example)>>>>",
	} {
		fmt.Fprintf(&file, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	file.WriteString("trailer\n<</Root 1 0 R>>\n%%EOF\n")
	var r Reader
	defer r.Close()
	pages, err := r.Read(context.Background(), []byte(file.String()))
	if err != nil || len(pages) != 1 {
		t.Fatal(err, pages)
	}
	var said []string
	for _, w := range pages[0].Words {
		said = append(said, w.Text)
		if w.Text == "Ada" && (w.Left < 100 || w.Left > 104 || w.Baseline < 840-704 || w.Baseline > 842-696) {
			t.Errorf("what is in the form stands at %+v", w)
		}
		if w.Text == "Site" && w.Link != "https://ada.example" {
			t.Errorf("the link leads to %q", w.Link)
		}
	}
	if got := strings.Join(said, " "); got != "Name: Ada Example Site" && got != "Name: Site Ada Example" {
		t.Errorf("the page says %q", got)
	}
}
