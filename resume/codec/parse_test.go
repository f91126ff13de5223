package codec

import (
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
)

// trees are random JSON values.
func trees(depth int) *rapid.Generator[resume.Value] {
	leaf := rapid.OneOf(
		rapid.Map(rapid.String(), resume.Text),
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

func object(t *rapid.T, depth int) resume.Value {
	v := resume.Struct()
	for range rapid.IntRange(0, 5).Draw(t, "members") {
		name := rapid.OneOf(rapid.SampledFrom([]string{"work", "basics", "name", "endDate", "url", "email", "highlights", "meta", "skills", "location", "image"}), rapid.String()).Draw(t, "name")
		v = v.With(name, trees(depth).Draw(t, "value"))
	}
	return v
}

// Whatever a document holds, what is written of it is read again as the same,
// and reading finds nothing more to mend.
func TestWhatIsWrittenIsReadAgain(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		root := object(t, 3).With("basics", resume.Struct())
		data := Encode(resume.NewDocument(root))
		d, problems, err := Parse(data, "x")
		if err != nil {
			t.Fatalf("%v\n%s", err, data)
		}
		if len(problems) > 0 {
			t.Fatalf("what was written is not valid: %v\n%s", problems, data)
		}
		if again := Encode(d); string(again) != string(data) {
			t.Fatalf("got  %s\nwant %s", again, data)
		}
	})
}

func FuzzParse(f *testing.F) {
	for _, s := range []string{`{}`, `{"basics":{"name":"A"}}`, `{"work":[{"endDate":"Present"}]}`, `[`, "\xef\xbb\xbf{}", `{"a":1,"a":2}`, `{"meta":7,"basics":null}`} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, _, err := Parse(data, "x")
		if err != nil {
			return
		}
		out := Encode(d)
		again, problems, err := Parse(out, "x")
		if err != nil || len(problems) > 0 {
			t.Fatalf("%v %v\n%s", err, problems, out)
		}
		if want := Stamped(d); !again.Equal(want) {
			t.Fatalf("got  %s\nwant %s", again.Root(), want.Root())
		}
	})
}
