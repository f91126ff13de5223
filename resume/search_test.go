package resume

import (
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestQueryIn(t *testing.T) {
	for _, c := range []struct {
		query Query
		text  string
		want  string // the text with matches in brackets
	}{
		{Query{Text: "kafka"}, "Kafka and KAFKA", "[Kafka] and [KAFKA]"},
		{Query{Text: "kafka", MatchCase: true}, "Kafka and kafka", "Kafka and [kafka]"},
		{Query{Text: "aa"}, "aaaaa", "[aa][aa]a"},
		{Query{Text: " "}, "a  b", "a[ ][ ]b"},
		{Query{Text: "go", WholeWord: true}, "Go, good, ergo, go", "[Go], good, ergo, [go]"},
		{Query{Text: "C++", WholeWord: true}, "C++ and C++17", "[C++] and [C++]17"},
		{Query{Text: "e", WholeWord: true}, "café e", "café [e]"},
		{Query{Text: "straße"}, "STRASSE, Straße, STRAẞE", "[STRASSE], [Straße], [STRAẞE]"},
		{Query{Text: "s"}, "ß", "ß"},
		{Query{Text: "ÉCOLE"}, "e\u0301cole, école", "[e\u0301cole], [école]"},
		{Query{Text: "e"}, "é e\u0301 e", "é e\u0301 [e]"},
		{Query{Text: "ΣΟΦΟΣ"}, "σοφος σοφοσ", "[σοφος] [σοφοσ]"},
		{Query{Text: "привет"}, "ПРИВЕТ", "[ПРИВЕТ]"},
		{Query{Text: "don't"}, "I don’t", "I [don’t]"},
		{Query{Text: "5 nurses"}, "5\u00a0nurses", "[5\u00a0nurses]"},
		{Query{Text: "한"}, "한국", "[한]국"},
		{Query{Text: ""}, "a", "a"},
		{Query{Text: "a"}, "", ""},
	} {
		var b strings.Builder
		last := 0
		for _, r := range c.query.In(c.text) {
			b.WriteString(c.text[last:r.From] + "[" + c.text[r.From:r.To] + "]")
			last = r.To
		}
		if got := b.String() + c.text[last:]; got != c.want {
			t.Errorf("%+v in %q: %q", c.query, c.text, got)
		}
	}
}

func searched() Document {
	return NewDocument(Struct(
		Member{"talks", List(Struct(Member{"title", Text("Old talk")}, Member{"hidden", Flag(true)}))},
		Member{"basics", Struct(Member{"image", Text("old")}, Member{"summary", Text("Old **old**")}, Member{"name", Text("Olda")},
			Member{"profiles", List(Struct(Member{"network", Text("old.example")}))})},
		Member{"work", List(
			Struct(Member{"company", Text("Old Co")}, Member{"x", Text("old")}, Member{"startDate", Text("2015-03")},
				Member{"highlights", Texts("new", "so old")}, Member{"highlightIds", List(Struct(Member{"text", Text("new")}), Struct(Member{"text", Text("so old")}, Member{"id", Text("b2")}))}),
		)},
		Member{"skills", List(Struct(Member{"keywords", Texts("old", "Go", "older")}))},
	))
}

func TestSearch(t *testing.T) {
	var got []string
	d := searched()
	for _, m := range d.Search(Query{Text: "old"}) {
		at := string(m.Address) + " " + d.FieldText(m.Address)[m.From:m.To]
		if m.Hidden {
			at += " hidden"
		}
		got = append(got, at)
	}
	want := []string{"/basics/name Old", "/basics/profiles/0/network old", "/basics/summary Old", "/basics/summary old",
		"/work/0/name Old", "/work/0/highlights/1 old", "/skills/0/keywords/0 old", "/skills/0/keywords/2 old", "/talks/0/name Old hidden"}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("\n%s", strings.Join(got, "\n"))
	}
	if found := d.Search(Query{Text: "mar 2015"}); len(found) != 1 || found[0].Address != "/work/0/startDate" {
		t.Errorf("a date as its field shows it: %v", found)
	}
}

func TestReplace(t *testing.T) {
	d := searched()
	all, n, err := d.ReplaceAll(Query{Text: "old"}, "new")
	if err != nil || n != 9 {
		t.Fatal(n, err)
	}
	for a, want := range map[Address]string{
		"/basics/image": `"old"`, "/work/0/x": `"old"`, "/basics/summary": `"new **new**"`, "/work/0/name": `"new Co"`,
		"/work/0/highlights": `["new","so new"]`, "/skills/0/keywords": `["new","Go","newer"]`, "/talks/0/name": `"new talk"`,
	} {
		if v, _ := all.Get(a); v.String() != want {
			t.Errorf("%s: %s", a, v)
		}
	}
	if at, ok := all.Locate("b2"); !ok || at != "/work/0/highlights/1" {
		t.Errorf("the text's id leads to %s", at)
	}
	gone, n, err := d.ReplaceAll(Query{Text: "old", WholeWord: true}, "")
	if v, _ := gone.Get("/skills/0/keywords"); err != nil || n != 7 || v.String() != `["Go","older"]` {
		t.Errorf("%d %v: %s", n, err, v)
	}
	dated, n, err := d.ReplaceAll(Query{Text: "Mar 2015"}, "April 2016")
	if got := dated.TextAt("/work/0/startDate"); err != nil || n != 1 || got != "2016-04" {
		t.Errorf("%d %v: %s", n, err, got)
	}
	m := d.Search(Query{Text: "old"})[3]
	one, err := d.Replace(m, "young")
	if got := one.TextAt(Summary); err != nil || got != "Old **young**" {
		t.Error(got, err)
	}
	if _, err := one.Replace(Match{Address: Summary, Range: Range{3, 99}}, ""); err == nil {
		t.Error("a range beyond the text is replaced")
	}
}

// Replacing all replaces as many texts as there are matches, leaves none, and is
// undone by one step.
func TestReplaceAllProperty(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringOfN(rapid.SampledFrom([]rune("aAbß sS[*]é\u0301e’'")), 0, 12, -1)
		texts := func(name string) Value { return Texts(rapid.SliceOfN(text, 0, 4).Draw(t, name)...) }
		d := NewDocument(Struct(
			Member{"basics", Struct(Member{"name", Text(text.Draw(t, "name"))}, Member{"summary", Text(text.Draw(t, "summary"))})},
			Member{"work", List(Struct(Member{"position", Text(text.Draw(t, "position"))}, Member{"highlights", texts("bullets")}), Struct(Member{"highlights", texts("more")}))},
			Member{"skills", List(Struct(Member{"keywords", texts("terms")}))},
		))
		q := Query{Text: text.Draw(t, "query"), MatchCase: rapid.Bool().Draw(t, "case"), WholeWord: rapid.Bool().Draw(t, "word")}
		matches := d.Search(q)
		for i, m := range matches {
			if i > 0 && m.Address == matches[i-1].Address && m.From < matches[i-1].To {
				t.Fatalf("%v overlaps %v", m, matches[i-1])
			}
		}
		h := NewHistory(d)
		next, n, err := d.ReplaceAll(q, "9")
		if err != nil || n != len(matches) {
			t.Fatalf("%d replaced, %d matches, %v", n, len(matches), err)
		}
		one := d
		for i := len(matches) - 1; i >= 0; i-- {
			if one, err = one.Replace(matches[i], "9"); err != nil {
				t.Fatal(err)
			}
		}
		if !one.Equal(next) {
			t.Fatalf("one by one:\n%s\nat once:\n%s", one.Root(), next.Root())
		}
		if left := next.Search(q); !q.WholeWord && len(left) > 0 {
			t.Fatalf("left: %v", left)
		}
		h.Do(next, Change{Label: "Replace all"}, time.Time{})
		if h.Undo(); !h.Now().Equal(d) {
			t.Fatal("one undo does not restore the document")
		}
	})
}
