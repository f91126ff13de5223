package application

import (
	"flag"
	"os"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
)

var update = flag.Bool("update", false, "write the golden files anew")

// TestMain lets the property tests draw the same documents in every run.
func TestMain(m *testing.M) {
	flag.Parse()
	if seed := flag.Lookup("rapid.seed"); seed.Value.String() == "0" {
		if err := seed.Value.Set("20260601"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

func read(t testing.TB, name string) resume.Document {
	t.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		t.Fatal(err)
	}
	d, _, err := codec.Parse(data, name)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// must is a document that an edit gave, of which the test says that it succeeds.
func must(t testing.TB) func(resume.Document, error) resume.Document {
	return func(d resume.Document, err error) resume.Document {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
}

func added(t testing.TB, d resume.Document, a Application) (resume.Document, string) {
	t.Helper()
	d, id, err := New(d, a)
	if err != nil {
		t.Fatal(err)
	}
	return d, id
}

// reopened is a document after it was saved and opened again.
func reopened(t interface{ Fatal(...any) }, d resume.Document) resume.Document {
	again, _, err := codec.Parse(codec.Encode(d), "test")
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func on(year, month, day int) resume.Date { return resume.Date{Year: year, Month: month, Day: day} }
