package compare

import (
	"slices"
	"testing"

	"resumax/resume"
	"resumax/resume/variant"
)

// varied is a variant of a resume with some edits.
func varied(t *testing.T, d resume.Document, edits ...resume.Edit) (resume.Document, string) {
	t.Helper()
	d, id, err := variant.New(d, "Halvorsen")
	for _, e := range edits {
		if err == nil {
			d, err = variant.Edit(d, id, e)
		}
	}
	if err != nil {
		t.Fatal(err)
	}
	return d, id
}

func inWords(t *testing.T, d resume.Document, id string) []Line {
	t.Helper()
	v, err := variant.Open(d, id)
	if err != nil {
		t.Fatal(err)
	}
	return OfVariant(&v, InOrder(&v, v.Changes()))
}

func TestOfVariant(t *testing.T) {
	hide := func(at resume.Address, hidden bool) resume.Edit {
		return func(d resume.Document) (resume.Document, error) { return d.HideText(at, hidden) }
	}
	for name, c := range map[string]struct {
		edit resume.Edit
		want string
	}{
		"a word": {resume.TextEdit("/work/0/highlights/0", "Cut latency from 900 ms to 95 ms."),
			"changed: Experience · Fjordpay · Bullet 1: Cut latency from 900 ms to [120 ]ms. → Cut latency from 900 ms to [95 ]ms.\n"},
		"a hidden bullet": {hide("/work/0/highlights/1", true), "changed: Experience · Fjordpay · Bullet 2: [Led the move to Kafka.] → [Hidden]\n"},
		"a hidden entry": {func(d resume.Document) (resume.Document, error) { return d.HideItem("/work/1", true) },
			"changed: Experience · Halvorsen: [Shown] → [Hidden]\n"},
		"an entry left out":             {resume.RemoveEdit("/work/1"), "removed: Experience · Halvorsen: [Analyst · 2018] → \n"},
		"a new bullet":                  {resume.InsertEdit("/work/0/highlights/1", resume.Text("Trained six.")), "added: Experience · Fjordpay · Bullet 2:  → [Trained six.]\n"},
		"another order":                 {resume.MoveEdit("/work", 2, 0), "moved: Experience · Order: Fjordpay, Halvorsen, [Brightwater] → [Brightwater, ]Fjordpay, Halvorsen\n"},
		"a field that the base has not": {resume.TextEdit("/basics/label", "Engineer"), "added: Contact · Headline:  → [Engineer]\n"},
		"another design":                {resume.TextEdit(resume.DesignSetting, "modern"), "changed: Settings · Design: [Classic] → [Modern]\n"},
		"a section's heading": {func(d resume.Document) (resume.Document, error) { return d.RenameSection("work", "Posts") },
			"changed: Posts · Heading: [Experience] → [Posts]\n"},
		"sections in another order": {func(d resume.Document) (resume.Document, error) { return d.MoveSection(1, 3) },
			"moved: Settings · Order of sections: [Experience, ]Skills → Skills, [Experience]\n"},
	} {
		d, id := varied(t, parse(t, base), c.edit)
		if got := told(inWords(t, d, id)); got != c.want {
			t.Errorf("%s: said\n%swant\n%s", name, got, c.want)
		}
	}
}

// What needs a decision comes first, with what the base said when it was written.
func TestStaleAndLostChangesComeFirst(t *testing.T) {
	d, id := varied(t, parse(t, base), resume.TextEdit("/basics/name", "I. Okafor"),
		resume.TextEdit("/work/0/highlights/0", "Cut latency to 95 ms."), resume.TextEdit("/work/0/highlights/1", "Moved to Kafka."))
	for _, e := range []resume.Edit{resume.TextEdit("/work/0/highlights/0", "Cut latency by 87%."), resume.RemoveEdit("/work/0/highlights/1")} {
		var err error
		if d, err = variant.EditBase(d, e); err != nil {
			t.Fatal(err)
		}
	}
	lines := inWords(t, d, id)
	if len(lines) != 3 || !lines[0].Stale || lines[0].Made != "Cut latency from 900 ms to 120 ms." || !lines[1].Lost || Text(lines[1].New) != "Moved to Kafka." || lines[2].Stale {
		t.Errorf("%+v", lines)
	}
}

// The comparison of documents lists bullets that are hidden in one of them.
func TestDifferencesOfHiddenBullets(t *testing.T) {
	earlier := parse(t, base)
	later, err := earlier.HideText("/work/0/highlights/0", true)
	if err != nil {
		t.Fatal(err)
	}
	const hidden = "changed: Experience · Fjordpay · Bullet 1: [Cut latency from 900 ms to 120 ms.] → [Hidden]\n"
	if got := told(Differences(earlier, later)); got != hidden {
		t.Errorf("said %q", got)
	}
	if got := told(Differences(later, earlier)); got != "changed: Experience · Fjordpay · Bullet 1: [Hidden] → [Cut latency from 900 ms to 120 ms.]\n" {
		t.Errorf("said %q", got)
	}
	moved, err := later.Move("/work/0/highlights", 0, 1)
	if err != nil {
		t.Fatal(err)
	}
	if lines := Differences(earlier, moved); !slices.ContainsFunc(lines, func(l Line) bool { return Text(l.New) == "Hidden" && l.Label.Field == "Bullet 2" }) {
		t.Errorf("said\n%s", told(lines))
	}
}
