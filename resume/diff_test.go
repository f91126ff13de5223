package resume

import (
	"fmt"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

// anyValue draws JSON whose texts, names and ids often are the same.
func anyValue(depth int) *rapid.Generator[Value] {
	return rapid.Custom(func(t *rapid.T) Value {
		kind := rapid.IntRange(0, 7).Draw(t, "kind")
		if depth == 0 {
			kind %= 4
		}
		switch kind {
		case 0:
			return Value{}
		case 1:
			return Int(rapid.IntRange(0, 3).Draw(t, "number"))
		case 2, 3:
			return Text(rapid.SampledFrom([]string{"", "a", "b", "Led a team of 5 engineers", "Led a team of 6 engineers", "Built the search of the shop"}).Draw(t, "text"))
		case 4, 5:
			return List(rapid.SliceOfN(anyValue(depth-1), 0, 5).Draw(t, "items")...)
		}
		var v = Struct()
		for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom([]string{"a", "b", "", "a/b", "~", "0", "id"}), 0, 5, func(s string) string { return s }).Draw(t, "names") {
			m := anyValue(depth-1).Draw(t, "value")
			if name == "id" {
				m = Text(rapid.SampledFrom([]string{"x", "y"}).Draw(t, "id"))
			}
			v = v.With(name, m)
		}
		return v
	})
}

func anyDocument() *rapid.Generator[Document] {
	return rapid.Custom(func(t *rapid.T) Document {
		v := Struct()
		for _, name := range []string{"work", "basics", "b"} {
			if rapid.Bool().Draw(t, "has") {
				v = v.With(name, anyValue(4).Draw(t, name))
			}
		}
		return NewDocument(v)
	})
}

// A document and its differences to another give the other, to the member's place,
// also where the two have nothing to do with one another.
func TestDiffApplied(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		a, b := anyDocument().Draw(t, "a"), anyDocument().Draw(t, "b")
		differences := Diff(a, b)
		got, err := a.Apply(differences)
		if err != nil || !got.Equal(b) {
			t.Fatalf("%v\n%v\nof %s\nmade %s\nnot  %s", err, differences, a.Root(), got.Root(), b.Root())
		}
		if (len(differences) == 0) != a.Equal(b) {
			t.Fatalf("%d differences between\n%s\n%s", len(differences), a.Root(), b.Root())
		}
		for _, d := range differences {
			if v, ok := rawGet(b, d.Address); d.Kind != Removed && (!ok || !v.Equal(d.New)) {
				t.Fatalf("%v is not at its address in %s", d, b.Root())
			}
		}
		other := anyDocument().Draw(t, "other")
		if after, err := other.Apply(differences); err != nil && !after.Equal(other) {
			t.Fatal("what could not be applied changed the document")
		}
	})
}

// rawGet is Get without older names.
func rawGet(d Document, a Address) (Value, bool) {
	v, ok := d.Root(), true
	for _, token := range a.Tokens() {
		if v.Kind() == Array {
			i := arrayIndex(token)
			if i < 0 || i >= v.Len() {
				return Value{}, false
			}
			v = v.Items()[i]
			continue
		}
		if v, ok = v.Get(token); !ok {
			return Value{}, false
		}
	}
	return v, true
}

// sampleAfter is the sample after edits.
func sampleAfter(t *testing.T, edits ...Edit) Document {
	t.Helper()
	d := sample
	for _, e := range edits {
		var err error
		if d, err = e(d); err != nil {
			t.Fatal(err)
		}
	}
	return d
}

func TestDiff(t *testing.T) {
	with := func(edits ...Edit) Document { return sampleAfter(t, edits...) }
	for _, c := range []struct {
		what string
		to   Document
		want []string
	}{
		{"nothing", sample, nil},
		{"a text", with(TextEdit("/basics/name", "Jo")), []string{`changed /basics/name "Jane Doe" → "Jo"`}},
		{"a new member", with(TextEdit("/basics/label", "Dev")), []string{`added /basics/label null → "Dev"`}},
		{"a member that is gone", with(RemoveEdit("/basics/email")), []string{`removed /basics/email "jane@example.org" → null`}},
		{"a bullet typed", with(TextEdit("/work/1/highlights/1", "Two")), []string{`changed /work/1/highlights/1 "two" → "Two"`}},
		{"a bullet moved", with(MoveEdit("/work/1/highlights", 2, 0)), []string{`moved /work/1/highlights/0 from 2 "three" → "three"`}},
		{"moved and typed", with(MoveEdit("/work/1/highlights", 0, 2), TextEdit("/work/1/highlights/0", "twos")),
			[]string{`moved /work/1/highlights/2 from 0 "one" → "one"`, `changed /work/1/highlights/0 "two" → "twos"`}},
		{"a bullet more and one less", with(InsertEdit("/work/1/highlights/0", Text("zero")), RemoveEdit("/work/1/highlights/3")),
			[]string{`removed /work/1/highlights/2 "three" → null`, `added /work/1/highlights/0 null → "zero"`}},
		{"items moved, and one within", with(MoveEdit("/work", 0, 1), TextEdit("/work/0/highlights/2", "3")), []string{
			`moved /work/1 from 0 `, `changed /work/0/highlights/2 "three" → "3"`}},
		{"a name in place of an older one", with(TextEdit("/work/0/name", "Old Co")), []string{`removed /work/0/company "Old Co" → null`, `added /work/0/name null → "Old Co"`}},
	} {
		var got []string
		for _, d := range Diff(sample, c.to) {
			line := fmt.Sprintf("%s %s ", d.Kind, d.Address)
			if d.Kind == Moved {
				line += fmt.Sprintf("from %d ", d.From)
			}
			got = append(got, line+d.Old.String()+" → "+d.New.String())
		}
		ok := len(got) == len(c.want)
		for i := range min(len(got), len(c.want)) {
			ok = ok && strings.HasPrefix(got[i], c.want[i])
		}
		if !ok {
			t.Errorf("%s:\n%s\nwant\n%s", c.what, strings.Join(got, "\n"), strings.Join(c.want, "\n"))
		}
	}
}

// long is a resume with so many positions, each of twenty bullets.
func long(positions int) Document {
	items := make([]Value, positions)
	for i := range items {
		lines := make([]string, 20)
		for j := range lines {
			lines[j] = fmt.Sprintf("Built part %d of system %d for its %d users and the team of %d", j, i, 100*i+j, i+j)
		}
		items[i] = Struct(Member{"name", Text(fmt.Sprintf("Company %d", i))}, Member{"startDate", Text("2020-01")}, Member{"highlights", Texts(lines...)})
	}
	return NewDocument(Struct(Member{"basics", Struct(Member{"name", Text("Ada")})}, Member{"work", List(items...)}))
}

// The difference that a keystroke makes.
func BenchmarkDiffKeystroke(b *testing.B) {
	for _, n := range []int{5, 50, 500} {
		d := long(n)
		typed, err := d.SetText("/work/3/highlights/7", "Built it")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Diff(d, typed)
			}
		})
	}
}

// The difference between two readings of a file, which share nothing, where
// another program reversed all and rewrote every third bullet.
func BenchmarkDiffRead(b *testing.B) {
	for _, n := range []int{5, 50, 500} {
		d, other := long(n), long(n)
		for i := range n / 2 {
			other, _ = other.Move("/work", i, n-1-i)
		}
		for i := range n {
			for j := 0; j < 20; j += 3 {
				at := Address("/work").Item(i).Child("highlights").Item(j)
				other, _ = other.SetText(at, "Re"+other.TextAt(at))
			}
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for b.Loop() {
				Diff(d, other)
			}
		})
	}
}

// Typing in a resume in which nothing has an id, and in a list that has one.
func BenchmarkSetText(b *testing.B) {
	plain := long(50)
	named, _, err := plain.Identify("/work/3/highlights/2")
	if err != nil {
		b.Fatal(err)
	}
	for name, d := range map[string]Document{"plain": plain, "named": named} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				d.SetText("/work/3/highlights/7", "Built it")
			}
		})
	}
}
