package file

import (
	"os"
	"slices"
	"strings"
	"testing"

	"resumax/resume"
)

// What is wrong in one place changes nothing in any other: the file that is saved
// is byte for byte the one that would have been saved had that place been right.
func TestOnlyWhatIsSaidChanges(t *testing.T) {
	data, err := os.ReadFile("testdata/every-field.json")
	if err != nil {
		t.Fatal(err)
	}
	right := string(data)
	saved := func(text string) (string, *File) {
		path := write(t, text)
		f := load(t, path)
		if _, err := Save(path, f.Document, SaveOptions{Was: f}); err != nil {
			t.Fatal(err)
		}
		out, _ := os.ReadFile(path)
		return string(out), f
	}
	want, _ := saved(right)
	for _, c := range []struct{ was, wrong, at string }{
		{`"Did things."`, `"<p>Did <span>things</span>.</p>"`, "/work/0/summary"},
		{`"Did things."`, `["Did things."]`, "/work/0/summary"},
		{`["Cut p95 from 900 ms to 120 ms.", ""]`, `["<ul><li>Cut p95 from 900 ms to 120 ms.</li></ul>", ""]`, "/work/0/highlights/0"},
		{`["Go", "C++"]`, `"Go, C++"`, "/skills/0/keywords"},
		{`["Go", "C++"]`, `["Go", {"name": "C++"}]`, "/skills/0/keywords/1"},
		{`["Go", "C++"]`, `["Go", ["C++"]]`, "/skills/0/keywords/1"},
		{`"2019-03-01"`, `"01.03.2019"`, "/work/0/startDate"},
		{`"2019-03-01"`, `"1er mars 2019"`, "/work/0/startDate"},
		{`"startDate": "2015", "endDate": "2016"`, `"startDate": "2015 – 2016"`, "/volunteer/0/startDate"},
		{`"startDate": "2015", "endDate": "2016"`, `"period": "2015 bis 2016"`, "/volunteer/0/period"},
		{`"https://acme.example.org"`, `"acme.example.org"`, "/work/0/url"},
		{`"https://zoe.example.org/resume.json"`, `"zoe.example.org/resume.json"`, "/meta/canonical"},
		{`[{"title": "Prize", "date": "2020", "awarder": "Society", "summary": "For work."}]`, `{"title": "Prize", "date": "2020", "awarder": "Society", "summary": "For work."}`, "/awards"},
		{`[{"language": "English", "fluency": "Native"}]`, `{"English": "Native"}`, "/languages"},
		{`[{"name": "Cert", "date": "2020-02", "url": "https://cert.example.org", "issuer": "Issuer"}]`, `[[{"name": "Cert", "date": "2020-02", "url": "https://cert.example.org", "issuer": "Issuer"}]]`, "/certificates/0"},
		{`"postalCode": "SW1A 1AA",`, `"postalCode": "SW1A 1AA", "postalCode": "",`, "/basics/location/postalCode"},
		{`"score": "First"`, `"score": "2:1", "score": "First"`, "/education/0/score"},
		{`"location": "London",`, `"location": {"city": "London"},`, "/work/0/location"},
	} {
		if strings.Count(right, c.was) != 1 {
			t.Fatalf("%s stands %d times in the file", c.was, strings.Count(right, c.was))
		}
		wrong := strings.Replace(right, c.was, c.wrong, 1)
		got, f := saved(wrong)
		if got != want {
			t.Errorf("%s: saved as\n%s", c.wrong, got)
		}
		for _, p := range fixes(f.Problems) {
			if string(p.Address) != c.at {
				t.Errorf("%s: said at %s", c.wrong, p)
			}
		}
		if len(f.Problems) == 0 {
			t.Errorf("%s: nothing is said", c.wrong)
		}
	}
}

// fixes are the problems that change the file.
func fixes(problems []resume.Problem) []resume.Problem {
	return slices.DeleteFunc(problems, func(p resume.Problem) bool { return p.NotShown })
}
