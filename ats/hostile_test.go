package ats

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"resumax/exchange/pdftext/pdftexttest"
	"resumax/render/outline"
)

// What has one of everything far too often is read in time that grows as it does:
// these would take far longer if it grew as the square.
func TestFarTooMuch(t *testing.T) {
	const much = 5_000
	blocks := []outline.Block{{}}
	for name, text := range map[string]string{
		"words on a line":  "*Experience*\n" + strings.Repeat("ab ", much),
		"lines of a point": "*Experience*\n*Engineer* 2020\nAcme\n• a point" + strings.Repeat("\nand more of it", much),
		"lines":            "*Experience*" + strings.Repeat("\nAcme", much),
		"letters":          "*Experience*\n" + strings.Repeat("a", 5*much),
		"jobs":             "*Experience*" + strings.Repeat("\n*Engineer* Jan 2020 to Feb 2021", much),
	} {
		r := Read(pdftexttest.Page(strings.Split(text, "\n")...), blocks)
		if len(r.Sections) != 1 {
			t.Errorf("%s: %d sections", name, len(r.Sections))
		}
	}
}

// Lists are lists in JSON even where there is nothing in them.
func TestNothingOnThePage(t *testing.T) {
	r := Read(nil, []outline.Block{})
	if r.Text == nil || r.Sections == nil || r.Jobs == nil || r.Contact.Links == nil || r.Against.Lost == nil || r.Against.Doubled == nil {
		t.Errorf("%+v", r)
	}
}

// A few kilobytes that unpack to ten million signs and more end in an error, and the
// next file is read as if nothing had been.
func TestReadAfterBomb(t *testing.T) {
	r := reader(t)
	if _, err := r.Read(context.Background(), bareFile(t, strings.Repeat("q ", 20_000_000))); err == nil || !strings.Contains(err.Error(), "every page") {
		t.Errorf("the bomb: %v", err)
	}
	ended, cancel := context.WithTimeout(context.Background(), time.Nanosecond)
	defer cancel()
	<-ended.Done()
	if _, err := r.Read(ended, bareFile(t, "")); err == nil || !strings.Contains(err.Error(), "too long") {
		t.Errorf("no time: %v", err)
	}
	pages, err := r.Read(context.Background(), bareFile(t, "BT /F 12 Tf 72 700 Td (Hello reader) Tj ET"))
	if err != nil || len(pages) != 1 || len(pages[0].Words) != 2 {
		t.Errorf("the next file: %+v, %v", pages, err)
	}
}

// A page that is damaged does not keep the others from being read, and is named.
func TestDamagedPage(t *testing.T) {
	r := reader(t)
	whole := bareFile(t, "BT /F 12 Tf 72 700 Td (Hello reader) Tj ET")
	damaged := bytes.Replace(whole, []byte("/Count 1/Kids[3 0 R]"), []byte("/Count 2/Kids[9 0 R 3 0 R]"), 1)
	pages, err := r.Read(context.Background(), damaged)
	if err != nil || len(pages) != 2 || !pages[0].Damaged || pages[1].Damaged || len(pages[1].Words) != 2 {
		t.Fatalf("%+v, %v", pages, err)
	}
	for _, rule := range Read(pages, nil).Rules {
		if rule.ID == "pages" && (rule.OK || !strings.Contains(rule.Why, "page 1 is damaged")) {
			t.Errorf("%+v", rule)
		}
	}
	for name, c := range map[string]struct{ kids, want string }{
		"none":       {"/Count 0/Kids[]", "the PDF is damaged"},
		"none whole": {"/Count 1/Kids[9 0 R]", "every page of the PDF is damaged"},
		"no list":    {"", "every page of the PDF is damaged"},
	} {
		file := bytes.Replace(whole, []byte("/Count 1/Kids[3 0 R]"), []byte(c.kids), 1)
		if _, err := r.Read(context.Background(), file); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// bareFile is a PDF of one page with the content given.
func bareFile(t *testing.T, content string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zlib.NewWriter(&packed)
	if _, err := io.WriteString(z, content); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var places []int
	for i, object := range []string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Count 1/Kids[3 0 R]>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
		fmt.Sprintf("<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream", packed.Len(), packed.String()),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	} {
		places = append(places, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, object)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(places)+1)
	for _, at := range places {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF", len(places)+1, start)
	return b.Bytes()
}
