package outline

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/render/design"
	"resumax/resume"
	"resumax/resume/codec"
)

func TestClean(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"plain text", "plain text"},
		{"  two\t\nspaces  ", "two spaces"},
		{"nul\x00bell\a", "nulbell"},
		{"soft\u00ADhyphen", "softhyphen"},
		{"e\u0301", "é"},
		{"a\u00A0b", "a\u00A0b"},
		{"\uFEFFmark", "mark"},
		{"bad\xffbyte", "bad\uFFFDbyte"},
		{"no\uFFFEcharacter\U0001FFFF", "nocharacter"},
		{"\uFB01nance, o\uFB03ce, \uFB05", "finance, office, st"},
		{"emoji 🚀", "emoji 🚀"},
		{"line\u2028separator", "line separator"},
	} {
		if got := clean(c.in); got != c.want {
			t.Errorf("clean(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestCleanIsDone(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		once := clean(rapid.String().Draw(t, "text"))
		if twice := clean(once); twice != once {
			t.Fatalf("%q cleaned again is %q", once, twice)
		}
		for _, r := range once {
			if unprintable(r) {
				t.Fatalf("%q holds %U", once, r)
			}
		}
	})
}

func text(spans []Span) string { return Part{Spans: spans}.Text() }

func TestInline(t *testing.T) {
	for _, c := range []struct {
		in   string
		want []Span
	}{
		{"", nil},
		{"plain", []Span{{Text: "plain"}}},
		{"a **b** c", []Span{{Text: "a "}, {Text: "b", Bold: true}, {Text: " c"}}},
		{"*a*", []Span{{Text: "a", Italic: true}}},
		{"see [here](https://x.example).", []Span{{Text: "see "}, {Text: "here", Link: "https://x.example"}, {Text: "."}}},
		{"[mail](mailto:a@b.example)", []Span{{Text: "mail", Link: "mailto:a@b.example"}}},
		{"a ** b", []Span{{Text: "a ** b"}}},
		{"tail **bold** ", []Span{{Text: "tail "}, {Text: "bold", Bold: true}}},
		{"a  \n **b**", []Span{{Text: "a "}, {Text: "b", Bold: true}}},
		{"   ", nil},
	} {
		got := inline(c.in, "")
		if len(got) != len(c.want) {
			t.Errorf("inline(%q) = %+v, want %+v", c.in, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("inline(%q)[%d] = %+v, want %+v", c.in, i, got[i], c.want[i])
			}
		}
	}
}

// The spans of a text read the same as the text without its marks.
func TestInlineLosesNothing(t *testing.T) {
	word := rapid.StringMatching(`[a-z]{1,6}|\*\*?|\[|\]\(u\.example\)| `)
	rapid.Check(t, func(t *rapid.T) {
		source := ""
		for _, w := range rapid.SliceOf(word).Draw(t, "words") {
			source += w
		}
		if got, want := text(inline(source, "")), clean(resume.Plain(source)); got != want {
			t.Fatalf("%q reads %q, want %q", source, got, want)
		}
	})
}

func TestContactLinks(t *testing.T) {
	for _, c := range []struct {
		spans      []Span
		text, link string
	}{
		{email("jo@hall.example"), "jo@hall.example", "mailto:jo@hall.example"},
		{email("jo at hall"), "jo at hall", ""},
		{telephone("+44 (20) 7946-0018"), "+44 (20) 7946-0018", "tel:+442079460018"},
		{telephone("ask me"), "ask me", ""},
		{telephone("0171 / 12 34 56"), "0171 / 12 34 56", "tel:0171123456"},
		{webAddress("https://hall.example/", ""), "hall.example", "https://hall.example/"},
		{webAddress("HTTP://hall.example/a", ""), "hall.example/a", "HTTP://hall.example/a"},
		{webAddress("hall.example", ""), "hall.example", "https://hall.example"},
		{webAddress("my page", ""), "my page", ""},
		{webAddress("javascript:alert(1)", ""), "javascript:alert(1)", ""},
		{webAddress("file://host/share", ""), "file://host/share", ""},
	} {
		if text(c.spans) != c.text || c.spans[0].Link != c.link {
			t.Errorf("%+v, want %q to %q", c.spans, c.text, c.link)
		}
	}
	if email("") != nil || telephone(" ") != nil || webAddress("", "") != nil {
		t.Error("nothing is shown as something")
	}
}

func TestPeriod(t *testing.T) {
	b := builder{r: &resume.Resume{}, d: design.Default()}
	date := func(s string) resume.Date { d, _ := resume.ParseDate(s); return d }
	at := resume.Address("/work/0")
	for _, c := range []struct {
		start, end string
		want       []Span
	}{
		{"", "", nil},
		{"2020-03", "", []Span{{Text: "Mar 2020", Address: "/work/0/startDate"}, {Text: " – ", Address: "/work/0/endDate"}, {Text: "Present", Address: "/work/0/endDate"}}},
		{"2019", "2021", []Span{{Text: "2019", Address: "/work/0/startDate"}, {Text: " – ", Address: "/work/0/endDate"}, {Text: "2021", Address: "/work/0/endDate"}}},
		{"", "2021", []Span{{Text: "2021", Address: "/work/0/endDate"}}},
		{"2021", "2021", []Span{{Text: "2021", Address: "/work/0/startDate"}}},
	} {
		got := b.period(date(c.start), date(c.end), at)
		if len(got) != len(c.want) {
			t.Errorf("%s to %s: %+v, want %+v", c.start, c.end, got, c.want)
			continue
		}
		for i := range got {
			if got[i] != c.want[i] {
				t.Errorf("%s to %s: %+v, want %+v", c.start, c.end, got[i], c.want[i])
			}
		}
	}
}

// Headings, dates and what a grade is are in the resume's language, in every format of dates.
func TestOutlineInOtherLanguages(t *testing.T) {
	for _, c := range []struct{ tag, format, want string }{
		{"de", "short", "Berufserfahrung|Weber|März 2020 – heute|Ausbildung|TU|2019|Note 1,3"},
		{"fr-CA", "long", "Expérience professionnelle|Weber|mars 2020 – aujourd'hui|Formation|TU|2019|Note 1,3"},
		{"ja", "long", "職歴|Weber|2020年3月 – 現在|学歴|TU|2019年|成績 1,3"},
		{"hu", "short", "Szakmai tapasztalat|Weber|2020. márc. – jelenleg|Tanulmányok|TU|2019|Érdemjegy 1,3"},
		{"es", "numeric", "Experiencia|Weber|03/2020 – actualidad|Formación|TU|2019|Nota 1,3"},
		{"ko", "year", "경력|Weber|2020년 – 현재|학력|TU|2019년|학점 1,3"},
		{"", "short", "Experience|Weber|Mar 2020 – Present|Education|TU|2019|Grade 1,3"},
	} {
		r := readResume(t, `{"work": [{"name": "Weber", "startDate": "2020-03"}], "education": [{"institution": "TU", "endDate": "2019", "score": "1,3"}], "meta": {"resumax": {"language": "`+c.tag+`"}}}`)
		d := *design.Default()
		d.Dates.Format = c.format
		var said []string
		for _, b := range Build(r, &d) {
			said = append(said, b.Text("|"))
		}
		got := strings.Join(said, "|")
		want := strings.Split(c.want, "|")
		slices.Sort(want)
		have := strings.Split(got, "|")
		slices.Sort(have)
		if !slices.Equal(have, want) {
			t.Errorf("%s: %s\nwant %s", c.tag, got, c.want)
		}
	}
}

func readResume(t *testing.T, text string) *resume.Resume {
	t.Helper()
	d, problems, err := codec.Parse([]byte(text), "x")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	return d.Resume()
}
