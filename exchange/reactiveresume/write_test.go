package reactiveresume

import (
	"bytes"
	"context"
	"regexp"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

func written1(t interface {
	Fatal(...any)
	Helper()
}, d resume.Document) []byte {
	t.Helper()
	out, err := write(format.Source{Document: d})
	if err != nil {
		t.Fatal(err)
	}
	data, err := out.File(0)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// What ResuMax writes comes back as it was, and is written the same way again.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafttest.Resumes(drafttest.Options{}).Draw(t, "resume")
		data := written1(t, d)
		if !sniff(data) {
			t.Fatal("not recognized")
		}
		got, err := read(context.Background(), format.Input{Data: data, Name: "x.json"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := drafttest.Differences(d, got.Document); len(diff) > 0 {
			t.Fatalf("%s\nof\n%s\nwritten\n%s", strings.Join(diff, "\n"), d.Root(), codec.EncodeAs(resume.NewDocument(resume.Struct(resume.Member{Name: "a", Value: resume.Text(string(data))})), codec.Style{}))
		}
		if len(got.Left) > 0 || len(got.Problems) > 0 {
			t.Fatal(got.Left, got.Problems)
		}
		if again := written1(t, got.Document); !bytes.Equal(again, data) {
			t.Fatalf("%s\nand again\n%s", data, again)
		}
	})
}

// Version 4 comes back as it was, too, and its ids are of letters and digits as that wants.
func TestRoundTrip4(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafttest.Resumes(drafttest.Options{}).Draw(t, "resume")
		file := func(d resume.Document) []byte {
			out, err := write4(format.Source{Document: d})
			if err != nil {
				t.Fatal(err)
			}
			data, _ := out.File(0)
			return data
		}
		data := file(d)
		if !sniff(data) {
			t.Fatal("not recognized")
		}
		got, err := read(context.Background(), format.Input{Data: data, Name: "x.json"})
		if err != nil {
			t.Fatal(err)
		}
		if diff := drafttest.Differences(d, got.Document); len(diff) > 0 {
			t.Fatalf("%s\nof\n%s\nwritten\n%s", strings.Join(diff, "\n"), d.Root(), data)
		}
		if len(got.Left) > 0 || len(got.Problems) > 0 {
			t.Fatal(got.Left, got.Problems)
		}
		for _, m := range regexp.MustCompile(`"id": "([^"]*)"`).FindAllSubmatch(data, -1) {
			if strings.Trim(string(m[1]), "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
				t.Fatalf("the id %s", m[1])
			}
		}
		if again := file(got.Document); !bytes.Equal(again, data) {
			t.Fatalf("%s\nand again\n%s", data, again)
		}
	})
}
