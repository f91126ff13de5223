package jsonresume

import (
	"context"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/exchange/draft/drafttest"
	"resumax/exchange/format"
	"resumax/resume"
	"resumax/resume/codec"
)

// A strict file has no member at its root that the schema forbids, nothing of ResuMax, and
// comes back as it was.
func TestStrict(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := drafttest.Resumes(drafttest.Options{NoHidden: true}).Draw(t, "resume")
		out, err := writeStrict(format.Source{Document: d})
		if err != nil {
			t.Fatal(err)
		}
		data, _ := out.File(0)
		root, _, err := codec.Values(data, "x")
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range root.Members() {
			if !strings.Contains(" "+strings.Join(members, " ")+" ", " "+m.Name+" ") {
				t.Fatalf("%s is not allowed", m.Name)
			}
		}
		if strings.Contains(string(data), "resumax") {
			t.Fatalf("something of ResuMax is in it: %s", data)
		}
		if conformed, problems := resume.NewDocument(root).Conform(); len(problems) > 0 {
			t.Fatal(problems, conformed.Root())
		}
		got, err := read(context.Background(), format.Input{Data: data, Name: "x.json"})
		if err != nil {
			t.Fatal(err)
		}
		var diff []string
		for _, l := range drafttest.Differences(d, got.Document) {
			if !strings.HasPrefix(l, "another order") {
				diff = append(diff, l)
			}
		}
		if len(diff) > 0 {
			t.Fatalf("%s\nof %s\n%s", strings.Join(diff, "\n"), d.Root(), data)
		}
	})
}

func TestStrictKeepsUnknownMembers(t *testing.T) {
	d, _, err := codec.Parse([]byte(`{"basics": {"name": "Ada", "shoeSize": 39}, "experience": [{"company": "Mill", "team": 4}], "talks": [{"name": "On rye"}], "x-tool": {"a": 1},
		"interests": [{"name": "Secret", "hidden": true}], "meta": {"resumax": {"design": "classic"}, "theme": "even"}}`), "x.json")
	if err != nil {
		t.Fatal(err)
	}
	out, _ := writeStrict(format.Source{Document: d})
	data, _ := out.File(0)
	for _, kept := range []string{"shoeSize", `"team": 4`, "On rye", "x-tool", `"theme": "even"`, `"work": [`, schemaAddress} {
		if !strings.Contains(string(data), kept) {
			t.Errorf("%s is lost: %s", kept, data)
		}
	}
	for _, gone := range []string{"Secret", "classic", `"talks": [`} {
		if strings.Contains(string(data), gone) {
			t.Errorf("%s is in it: %s", gone, data)
		}
	}
}
