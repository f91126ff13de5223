package rendercv

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/resume"
)

func written(t interface {
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

// networksFirst is a resume with the accounts that RenderCV knows before the others, as its
// files have them.
func networksFirst(d resume.Document) resume.Document {
	var known, others []resume.Value
	list, _ := d.Get(resume.Profiles)
	for n, p := range d.Resume().Basics.Profiles {
		if _, ok := account(p); ok {
			known = append(known, list.Items()[n])
		} else {
			others = append(others, list.Items()[n])
		}
	}
	if list.Len() > 0 {
		d, _ = d.Set(resume.Profiles, resume.List(append(known, others...)...))
	}
	return d
}

// What ResuMax writes comes back as it was, and is written the same way again.
func TestRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := networksFirst(drafttest.Resumes(drafttest.Options{NoHidden: true}).Draw(t, "resume"))
		data := written(t, d)
		if !sniff(data) {
			t.Fatal("not recognized")
		}
		got, err := read(context.Background(), format.Input{Data: data, Name: "x.yaml"})
		if err != nil {
			t.Fatal(err, string(data))
		}
		var diff []string
		for _, l := range drafttest.Differences(d, got.Document) {
			if !strings.HasPrefix(l, "+ /basics/profiles/") { // the address of an account follows from its name
				diff = append(diff, l)
			}
		}
		if len(diff) > 0 && !strings.HasPrefix(diff[0], "another") {
			t.Fatalf("%s\nof\n%s\nwritten\n%s", strings.Join(diff, "\n"), d.Root(), data)
		}
		if len(got.Left) > 0 {
			t.Fatal(got.Left)
		}
		if again := written(t, got.Document); !bytes.Equal(again, data) {
			t.Fatalf("%s\nand again\n%s", data, again)
		}
	})
}
