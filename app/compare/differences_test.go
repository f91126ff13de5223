package compare

import (
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"resumax/resume"
	"resumax/resume/codec"
	"resumax/resume/variant"
	"resumax/role"
)

func parse(t testing.TB, text string) resume.Document {
	t.Helper()
	d, _, err := codec.Parse([]byte(text), "test")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// told are lines as a text: kind, label, and what was and is, changed words in
// brackets.
func told(lines []Line) string {
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(l.Kind.String() + ": " + l.Label.String() + ": " + marked(l.Old) + " → " + marked(l.New) + "\n")
	}
	return b.String()
}

func marked(runs []Run) string {
	var b strings.Builder
	for _, r := range runs {
		if r.Changed {
			b.WriteString("[" + r.Text + "]")
		} else {
			b.WriteString(r.Text)
		}
	}
	return b.String()
}

const base = `{
  "basics": {"name": "Ines Okafor", "email": "ines@example.org", "location": {"city": "Lagos"}},
  "work": [
    {"name": "Fjordpay", "position": "Engineer", "startDate": "2021-03", "highlights": ["Cut latency from 900 ms to 120 ms.", "Led the move to Kafka."]},
    {"name": "Halvorsen", "position": "Analyst", "startDate": "2018"},
    {"name": "Brightwater", "position": "Intern"}
  ],
  "skills": [{"name": "Languages", "keywords": ["Go", "Java", "SQL"]}],
  "meta": {"resumax": {"format": 1, "design": "classic"}}
}`

func TestDifferences(t *testing.T) {
	edit := func(edits ...resume.Edit) resume.Document {
		d := parse(t, base)
		for _, e := range edits {
			next, err := e(d)
			if err != nil {
				t.Fatal(err)
			}
			d = next
		}
		return d
	}
	set := func(at resume.Address, v resume.Value) resume.Edit {
		return func(d resume.Document) (resume.Document, error) { return d.Set(at, v) }
	}
	for name, c := range map[string]struct {
		later resume.Document
		want  string
	}{
		"nothing": {edit(), ""},
		"a word": {edit(resume.TextEdit("/work/0/highlights/0", "Cut latency from 900 ms to 95 ms.")),
			"changed: Experience · Fjordpay · Bullet 1: Cut latency from 900 ms to [120 ]ms. → Cut latency from 900 ms to [95 ]ms.\n"},
		"a date": {edit(resume.TextEdit("/work/0/startDate", "2022-11")),
			"changed: Experience · Fjordpay · Start: [Mar 2021] → [Nov 2022]\n"},
		"a bullet is new": {edit(resume.InsertEdit("/work/0/highlights/1", resume.Text("Trained **six** engineers."))),
			"added: Experience · Fjordpay · Bullet 2:  → [Trained six engineers.]\n"},
		"a bullet is gone": {edit(resume.RemoveEdit("/work/0/highlights/1")),
			"removed: Experience · Fjordpay · Bullet 2: [Led the move to Kafka.] → \n"},
		"an entry is gone": {edit(resume.RemoveEdit("/work/1")),
			"removed: Experience · Halvorsen: [Analyst · 2018] → \n"},
		"an entry moved": {edit(resume.MoveEdit("/work", 2, 0)),
			"moved: Experience · Brightwater: [3rd] → [1st]\n"},
		"a bullet is gone from an entry that moved": {edit(resume.RemoveEdit("/work/0/highlights/0"), resume.MoveEdit("/work", 0, 2)),
			"moved: Experience · Fjordpay: [1st] → [3rd]\nremoved: Experience · Fjordpay · Bullet 1: [Cut latency from 900 ms to 120 ms.] → \n"},
		"skills are one line": {edit(set("/skills/0/keywords", resume.Texts("Go", "Rust", "SQL", "Kafka"))),
			"changed: Skills · Languages · Skills: Go, [Java, ]SQL → Go, [Rust, ]SQL, [Kafka]\n"},
		"the contact": {edit(resume.TextEdit("/basics/location/city", "Oslo"), resume.TextEdit("/basics/phone", "+47 5550 0123")),
			"added: Contact · Phone:  → [+47 5550 0123]\nchanged: Contact · City: [Lagos] → [Oslo]\n"},
		"a section is new": {edit(set("/projects", resume.List(resume.Struct(resume.Member{Name: "name", Value: resume.Text("Limiter")}, resume.Member{Name: "type", Value: resume.Text("library")})))),
			"added: Projects · Limiter:  → [library]\n"},
		"an entry gets bullets": {edit(set("/work/1/highlights", resume.Texts("One.", "Two."))),
			"added: Experience · Halvorsen · Bullet 1:  → [One.]\nadded: Experience · Halvorsen · Bullet 2:  → [Two.]\n"},
		"an entry loses its bullets, and moves": {edit(resume.RemoveEdit("/work/0/highlights"), resume.MoveEdit("/work", 0, 1)),
			"removed: Experience · Fjordpay · Bullet 1: [Cut latency from 900 ms to 120 ms.] → \n" +
				"removed: Experience · Fjordpay · Bullet 2: [Led the move to Kafka.] → \n" +
				"moved: Experience · Fjordpay: [1st] → [2nd]\n"},
		"an unknown member": {edit(set("/work/1/teamSize", resume.Int(12))),
			"added: Experience · Halvorsen · Team size:  → [12]\n"},
		"details of the file": {edit(set("/meta/lastModified", resume.Text("2026-05-01"))),
			"added: File details · Last modified:  → [2026-05-01]\n"},
		"the resume's own dictionary": {edit(set("/meta/resumax/words", resume.Texts("kubectl"))),
			"added: Settings · Custom dictionary:  → [kubectl]\n"},
		"an entry is hidden": {edit(set("/work/1/hidden", resume.Flag(true))),
			"changed: Experience · Halvorsen: [Shown] → [Hidden]\n"},
		"ids are nothing": {edit(func(d resume.Document) (resume.Document, error) {
			d, _, err := d.Identify("/work/0/highlights/0")
			if err == nil {
				d, _, err = d.Identify("/work/1")
			}
			return d, err
		}), ""},
		"settings": {edit(set("/meta/resumax/design", resume.Text("modern")), set("/meta/resumax/page", resume.Text("a4")), set("/meta/resumax/numbers", resume.Flag(true))),
			"changed: Settings · Design: [Classic] → [Modern]\nchanged: Settings · Paper: [From your country] → [A4]\nchanged: Settings · Page numbers: [Off] → [On]\n"},
		"a design's settings": {edit(set("/meta/resumax/settings/classic/scale/space", resume.Literal("1.2"))),
			"added: Design · Classic · Overall spacing:  → [1.2]\n"},
		"a section is hidden, and one has another heading": {edit(func(d resume.Document) (resume.Document, error) {
			d, err := d.HideSection("skills", true)
			if err == nil {
				d, err = d.RenameSection("work", "Employment")
			}
			return d, err
		}), "changed: Employment · Heading: [Experience] → [Employment]\nchanged: Skills: [Shown] → [Hidden]\n"},
		"a photo": {edit(set("/basics/image", resume.Text("data:image/png;base64,"+strings.Repeat("A", 4096)))),
			"added: Contact · Photo:  → [A picture of 4 kB]\n"},
	} {
		if got := told(Differences(parse(t, base), c.later)); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", name, got, c.want)
		}
	}
}

// What changed in a variant, an application or a letter is said by name and in words.
func TestWhatChangedInTheProject(t *testing.T) {
	must := func(d resume.Document, err error) resume.Document {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return d
	}
	d, id, err := variant.New(parse(t, base), "Halvorsen")
	d = must(d, err)
	d = must(variant.Edit(d, id, resume.TextEdit("/work/0/highlights/1", "Led the move to Pulsar.")))
	later := must(variant.Edit(d, id, resume.TextEdit("/work/0/highlights/0", "Cut latency from 900 ms to 95 ms.")))
	later = must(later.Set("/basics/phone", resume.Text("+47 5550 0123")))
	text := func(members ...string) resume.Value {
		v := resume.Struct()
		for i := 0; i < len(members); i += 2 {
			v = v.With(members[i], resume.Text(members[i+1]))
		}
		return v
	}
	applications := resume.MetaAddress(resume.MetaApplications)
	d = must(d.Set(applications, resume.List(text("id", "a1", "title", "Nurse", "employer", "Tollan", "status", "applied"), text("id", "a2", "title", "Cook"))))
	later = must(later.Set(applications, resume.List(text("id", "a1", "title", "Nurse", "employer", "Tollan", "status", "interview"), text("id", "a3", "title", "Baker"))))
	later, _, err = variant.New(later, "Brightwater")
	later = must(later, err)
	want := "added: Contact · Phone:  → [+47 5550 0123]\n" +
		"changed: Halvorsen · Experience · Fjordpay · Bullet 1: Cut latency from 900 ms to [120 ]ms. → Cut latency from 900 ms to [95 ]ms.\n" +
		"added: Variants · Brightwater:  → \n" +
		"changed: Applications · Nurse, Tollan: [Applied] → [Interview]\nadded: Applications · Baker:  → \nremoved: Applications · Cook:  → \n"
	if got := told(Differences(d, later)); got != want {
		t.Errorf("%s\nwant\n%s", got, want)
	}
}

// Whatever two documents are, what differs is said, and each list's items are
// found where they were.
func TestAnyDocuments(t *testing.T) {
	names := []string{"basics", "work", "skills", "talks", "meta", "resumax", "sections", "settings", "highlights", "keywords", "highlightIds",
		"id", "hidden", "name", "position", "startDate", "location", "profiles", "text", "classic", "odd~name"}
	var value func(depth int) *rapid.Generator[resume.Value]
	value = func(depth int) *rapid.Generator[resume.Value] {
		return rapid.Custom(func(t *rapid.T) resume.Value {
			kind := rapid.IntRange(0, 5).Draw(t, "kind")
			if depth == 0 {
				kind = min(kind, 3)
			}
			switch kind {
			case 0:
				return resume.Flag(rapid.Bool().Draw(t, "flag"))
			case 1:
				return resume.Int(rapid.IntRange(0, 3).Draw(t, "number"))
			case 2, 3:
				return resume.Text(rapid.SampledFrom([]string{"", "a", "b c", "2021-03", "b c d e f g"}).Draw(t, "text"))
			case 4:
				return resume.List(rapid.SliceOfN(value(depth-1), 0, 4).Draw(t, "items")...)
			}
			var members []resume.Member
			for _, name := range rapid.SliceOfNDistinct(rapid.SampledFrom(names), 0, 5, rapid.ID[string]).Draw(t, "names") {
				members = append(members, resume.Member{Name: name, Value: value(depth-1).Draw(t, name)})
			}
			return resume.Struct(members...)
		})
	}
	rapid.Check(t, func(t *rapid.T) {
		earlier, later := resume.NewDocument(value(4).Draw(t, "earlier")), resume.NewDocument(value(4).Draw(t, "later"))
		for _, l := range Differences(earlier, later) {
			if l.Kind != resume.Moved && Text(l.Old) == Text(l.New) && Text(l.Old) != "" && l.Label.Section != settingsTitle() {
				t.Fatalf("nothing differs: %s", told([]Line{l}))
			}
			if strings.ContainsAny(l.Label.String(), "/") || strings.Contains(l.Label.String(), "~0") {
				t.Fatalf("an address is said: %s", l.Label)
			}
		}
	})
}

// An item that was moved among others, beside new and removed ones, is found where
// it was.
func TestWhereItemsWere(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		all := []string{"alpha", "bravo", "charlie", "delta", "echo", "foxtrot", "golf", "hotel"}
		entries := func(names []string) resume.Document {
			var items []resume.Value
			for _, n := range names {
				items = append(items, resume.Struct(resume.Member{Name: "id", Value: resume.Text(n)}, resume.Member{Name: "name", Value: resume.Text(n)}))
			}
			d, err := resume.Document{}.Set("/work", resume.List(items...))
			if err != nil {
				t.Fatal(err)
			}
			return d
		}
		draw := func(name string) []string {
			return rapid.Permutation(all).Draw(t, name)[:rapid.IntRange(1, len(all)).Draw(t, "of "+name)]
		}
		olds, nows := draw("olds"), draw("nows")
		earlier, later := entries(olds), entries(nows)
		c := newComparer(earlier, later)
		for _, d := range resume.Diff(earlier, later) {
			c.note(d)
		}
		for j, n := range nows {
			was, ok := c.was(resume.Root.Child("work").Item(j))
			if i := slices.Index(olds, n); ok != (i >= 0) || ok && was != resume.Root.Child("work").Item(i) {
				t.Fatalf("%s of %q was at %q, %v, among %q", n, nows, was, ok, olds)
			}
		}
	})
}

// A change of any text of a resume is one line, with words that changed.
func TestEachTextIsSaid(t *testing.T) {
	p, ok := role.ByID("backend-engineer")
	if !ok {
		t.Fatal("the role is gone")
	}
	d := p.Sample()
	texts := 0
	var walk func(at resume.Address, v resume.Value)
	walk = func(at resume.Address, v resume.Value) {
		for i, item := range v.Items() {
			walk(at.Item(i), item)
		}
		for _, m := range v.Members() {
			walk(at.Child(m.Name), m.Value)
		}
		if v.Kind() != resume.String || at.Within("/meta") || at == "/$schema" {
			return
		}
		texts++
		later, err := d.SetText(at, "zorblax")
		if err != nil {
			t.Fatal(err)
		}
		lines := Differences(d, later)
		if len(lines) != 1 || !slices.ContainsFunc(lines[0].New, func(r Run) bool { return r.Changed && strings.HasPrefix(r.Text, "zorblax") }) {
			t.Errorf("%s:\n%s", at, told(lines))
		}
		if l := lines[0].Label; l.Section == "" || at.Section() != resume.Summary && l.Field == "" {
			t.Errorf("%s is called %q", at, l)
		}
	}
	walk(resume.Root, d.Root())
	if texts < 50 {
		t.Errorf("only %d texts were changed", texts)
	}
}
