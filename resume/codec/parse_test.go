package codec

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
)

// trees are random JSON values.
func trees(depth int) *rapid.Generator[resume.Value] {
	leaf := rapid.OneOf(
		rapid.Map(rapid.String(), resume.Text),
		rapid.Map(odd, resume.Text),
		rapid.Map(rapid.Bool(), resume.Flag),
		rapid.Map(rapid.Int(), resume.Int),
		rapid.SampledFrom([]resume.Value{{}, resume.Literal("1.50"), resume.Literal("-2e+10")}),
	)
	if depth == 0 {
		return leaf
	}
	return rapid.OneOf(leaf,
		rapid.Map(rapid.SliceOfN(rapid.Deferred(func() *rapid.Generator[resume.Value] { return trees(depth - 1) }), 0, 4),
			func(v []resume.Value) resume.Value { return resume.List(v...) }),
		rapid.Custom(func(t *rapid.T) resume.Value { return object(t, depth-1) }),
	)
}

// memberNames are names that a resume's file has, in places where they belong and
// in others, and some that only other tools use.
var memberNames = strings.Fields("work basics name position company endDate startDate date year url email highlights summary meta skills location image keywords " +
	"profiles network username education degree awards certifications certificates projects talks hobbies interests languages canonical version $schema links title label city startDateText urlText id hidden")

// odd are texts of the forms that files have.
var odd = rapid.SampledFrom([]string{"", " ", "Present", "2010 - 2011", "Summer 2017", "01.05.2016", "2/19", "2019-03", "example.org", "https://example.org", "index.html", "a@example.org", "mailto:a@example.org",
	"<p>a</p><ul><li>b</li></ul>", "a &amp;amp; b", "- a\n- b", "a < b", "Go, C", "\u2022 a \u2022 b", "**a**"})

func object(t *rapid.T, depth int) resume.Value {
	v := resume.Struct()
	for range rapid.IntRange(0, 5).Draw(t, "members") {
		name := rapid.OneOf(rapid.SampledFrom(memberNames), rapid.SampledFrom(memberNames), rapid.String()).Draw(t, "name")
		v = v.With(name, trees(depth).Draw(t, "value"))
	}
	return v
}

// Whatever a document holds, what is written of it is valid, is read again as the
// same, and reading that finds nothing more to fix.
func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := object(t, 4)
		if basics, _ := root.Get("basics"); basics.IsNull() {
			root = root.With("basics", resume.Struct())
		}
		data := Encode(resume.NewDocument(root))
		first, _, err := Parse(data, "x")
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		written := Encode(first)
		d, problems, err := Parse(written, "x")
		if err != nil {
			t.Fatalf("%v\n%s", err, written)
		}
		if f := fixes(problems); len(f) > 0 {
			t.Fatalf("reading again fixes %v\n%s\n%s", f, root, written)
		}
		if again := Encode(d); string(again) != string(written) {
			t.Fatalf("got  %s\nwant %s", again, written)
		}
		for _, data := range [][]byte{data, written} {
			p := parser{name: "x", data: data}
			v, err := p.parse()
			if bad := invalid(v); err != nil || bad != nil {
				t.Fatalf("not valid: %v %v\n%s\n%s", bad, err, root, data)
			}
		}
	})
}

// fixes are the problems that change the file.
func fixes(problems []resume.Problem) []resume.Problem {
	return slices.DeleteFunc(problems, func(p resume.Problem) bool { return p.NotShown })
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{}`, `{"basics":{"name":"A"}}`, `{"work":[{"endDate":"Present"}]}`, `[`, "\xef\xbb\xbf{}", `{"a":1,"a":2}`, `{"meta":7,"basics":null}`,
		`{"work":[[{"name":"A"}],{"startDate":"2010 - 2011","summary":"<p>a</p><ul><li>b</li></ul>"}],"hobbies":["a"]}`,
		`{"basics":{"summary":"# A\n> b\n- c &lt;p&gt;<b>d</b> [e](f) __G h__ \u0060i\u0060"},"skills":{"a":"b, c"},"work":{"x":{"highlights":{"a":{"b":"<"}}}}}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, _, err := Parse(data, "x")
		if err != nil {
			return
		}
		out := Encode(d)
		again, problems, err := Parse(out, "x")
		if f := fixes(problems); err != nil || len(f) > 0 {
			t.Fatalf("%v %v\n%s", err, f, out)
		}
		if want := Stamped(d); !again.Equal(want) {
			t.Fatalf("got  %s\nwant %s", again.Root(), want.Root())
		}
	})
}

// The first versions of JSON Resume had the contact in “bio”, with kinds of addresses.
func TestFirstVersions(t *testing.T) {
	d, _, err := Parse([]byte(`{"bio": {"firstName": "Ada", "lastName": "Example", "email": {"work": "ada@example.org", "personal": ""}, "phone": {"personal": "+49 30 1"},
		"websites": {"blog": "https://blog.example.org"}, "location": {"city": "Bath", "countryCode": "GB", "state": "Avon"}, "profiles": {"github": "ada", "twitter": ""}},
		"work": [{"company": "Mill", "website": "https://mill.example.org", "position": "Baker", "startDate": "March 2011", "endDate": "now"}],
		"education": [{"name": "School", "gpa": "3.9"}], "hobbies": [{"name": "Climbing"}]}`), "old.json")
	if err != nil {
		t.Fatal(err)
	}
	r := d.Resume()
	b := r.Basics
	if b.Name != "Ada Example" || b.Email != "ada@example.org" || b.Phone != "+49 30 1" || b.URL != "https://blog.example.org" || b.Location.Region != "Avon" {
		t.Errorf("%+v", b)
	}
	if len(b.Profiles) != 1 || b.Profiles[0].Username != "ada" || len(r.Work) != 1 || r.Work[0].Name != "Mill" || r.Work[0].Start.ISO() != "2011-03" || !r.Work[0].End.IsZero() ||
		r.Education[0].Institution != "School" || r.Education[0].Score != "3.9" || len(r.Interests) != 1 {
		t.Errorf("%+v", r)
	}
}
