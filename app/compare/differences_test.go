package compare

import (
	"strings"
	"testing"

	"resumax/resume"
	"resumax/resume/codec"
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
